//! Mails with files, read back by a MIME parser (S61).

use jiff::Timestamp;
use mail_parser::{MessageParser, MimeHeaders as _};
use proptest::prelude::*;
use sild_domain::{
    ContentType as MediaType, FileId, FileName, FileSize, MemberId, PersonName, THREAD_FILE_MAX_BYTES,
    Visibility,
};
use sild_store::threads::Author;

use super::*;
use crate::digitisation::plan::{MESSAGE_MAX_BYTES, divide};

fn now() -> Timestamp {
    "2026-03-02T08:00:00Z".parse().unwrap()
}

fn envelope() -> Envelope {
    Envelope {
        mail_from: "Sild <portal@sild.example>".to_owned(),
        from_name: "Büroo Kask".to_owned(),
        to: Email::parse("documents@reader.example").unwrap(),
        reply_to: Some(Email::parse("olivia@office.example").unwrap()),
        subject: "Näidis OÜ: Märtsi arved".to_owned(),
        intro: "Büroo Kask saadab failid digiteerimiseks.".to_owned(),
        language: Language::Et,
        random: "NcmkH3Xw5sZ0NcmkH3Xw5sZ0".to_owned(),
        now: now(),
    }
}

fn file(number: u8, name: &str, content_type: &str, size_bytes: u64) -> FileRecord {
    let author = Author::Member {
        id: MemberId::new(now(), [0; 10]),
        name: PersonName::parse("Olivia Owner").unwrap(),
    };
    FileRecord {
        id: FileId::new(now(), [number; 10]),
        visibility: Visibility::Portal,
        name: FileName::parse(name).unwrap(),
        size_bytes: FileSize::parse(size_bytes).unwrap(),
        content_type: MediaType::parse(content_type).unwrap(),
        author,
        at: now(),
        object_key: format!("o/{number}"),
    }
}

/// Every byte there is; of a text, every one of ASCII, line breaks of all kinds among them.
fn content(file: &FileRecord) -> Vec<u8> {
    let values = if file.content_type.as_str().starts_with("text/") { 127 } else { 251 };
    (0..file.size_bytes.bytes()).map(|place| u8::try_from(place * 31 % values).unwrap()).collect()
}

fn written(files: &[&FileRecord]) -> Vec<u8> {
    let parts = files.iter().map(|file| (*file, content(file))).collect::<Vec<_>>();
    envelope().write(&parts).unwrap()
}

fn pdf(number: u8, size_bytes: u64) -> FileRecord {
    file(number, &format!("arve-{number}.pdf"), "application/pdf", size_bytes)
}

#[test]
fn every_file_arrives_under_its_name_byte_for_byte() {
    let long = format!("{}.pdf", "õ".repeat(125));
    let files = [
        file(1, "arve.pdf", "application/pdf", 1_000),
        file(2, "Jõulud \"2026\"; arve, märts.png", "image/png", 3),
        file(3, &long, "application/pdf", 1),
        file(4, "lines.txt", "text/plain", 700),
        file(5, "a mail.eml", "message/rfc822", 76),
        file(6, "parts", "multipart/mixed", 57),
    ];
    let named = files.iter().collect::<Vec<_>>();
    let raw = written(&named);
    let message = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(message.subject(), Some("Näidis OÜ: Märtsi arved"));
    let from = message.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Büroo Kask"), Some("portal@sild.example")));
    assert_eq!(message.to().unwrap().first().unwrap().address(), Some("documents@reader.example"));
    assert_eq!(message.reply_to().unwrap().first().unwrap().address(), Some("olivia@office.example"));
    let text = message.body_text(0).unwrap();
    assert!(text.starts_with("Büroo Kask saadab"));
    let attached = message.attachments().collect::<Vec<_>>();
    assert_eq!(attached.len(), files.len());
    for (part, file) in attached.iter().zip(&files) {
        assert_eq!(part.attachment_name(), Some(file.name.as_str()));
        assert_eq!(part.contents(), content(file), "{}", file.name);
        assert!(text.contains(file.name.as_str()), "{}", file.name);
    }
    let kinds = attached.iter().map(|part| {
        let kind = part.content_type().unwrap();
        format!("{}/{}", kind.ctype(), kind.subtype().unwrap())
    });
    let expected = [
        "application/pdf",
        "image/png",
        "application/pdf",
        "text/plain",
        "application/octet-stream",
        "application/octet-stream",
    ];
    assert_eq!(kinds.collect::<Vec<_>>(), expected);
    assert!(raw.split(|byte| *byte == b'\n').all(|line| line.len() <= 998), "RFC 5322");
}

#[test]
fn the_largest_file_fits_alone_and_two_of_them_do_not() {
    let [one, other] = [pdf(1, THREAD_FILE_MAX_BYTES), pdf(2, THREAD_FILE_MAX_BYTES)];
    assert!(written(&[&one]).len() <= MESSAGE_MAX_BYTES);
    let mails = divide(&envelope(), &[&one, &other], MESSAGE_MAX_BYTES);
    assert_eq!(mails.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
}

/// The largest second file that fits beside the largest there is.
fn largest_beside(first: &FileRecord) -> u64 {
    let fits = |size: u64| envelope().encoded_bytes(&[first, &pdf(2, size)]) <= MESSAGE_MAX_BYTES;
    let (mut fitting, mut too_large) = (1, THREAD_FILE_MAX_BYTES);
    while too_large - fitting > 1 {
        let middle = fitting.midpoint(too_large);
        if fits(middle) { fitting = middle } else { too_large = middle }
    }
    fitting
}

#[test]
fn a_mail_is_filled_to_the_last_byte_of_25_mb_and_no_further() {
    let first = pdf(1, THREAD_FILE_MAX_BYTES);
    let size = largest_beside(&first);
    let (fits, too_large) = (pdf(2, size), pdf(2, size + 1));
    let together = divide(&envelope(), &[&first, &fits], MESSAGE_MAX_BYTES);
    assert_eq!(together.len(), 1);
    let raw = written(&together[0]);
    // Three bytes are four letters, and a new line of them has two more.
    assert!(raw.len() <= MESSAGE_MAX_BYTES && raw.len() > MESSAGE_MAX_BYTES - 7, "{}", raw.len());
    assert_eq!(MessageParser::default().parse(&raw).unwrap().attachment_count(), 2);
    let apart = divide(&envelope(), &[&first, &too_large], MESSAGE_MAX_BYTES);
    assert_eq!(apart.len(), 2);
    assert!(written(&[&first, &too_large]).len() > MESSAGE_MAX_BYTES);
}

#[test]
fn the_limit_itself_fits() {
    let files = [pdf(1, 500), pdf(2, 900)];
    let named = files.iter().collect::<Vec<_>>();
    let exactly = written(&named).len();
    assert_eq!(divide(&envelope(), &named, exactly).len(), 1);
    assert_eq!(divide(&envelope(), &named, exactly - 1).len(), 2);
}

proptest! {
    #[test]
    fn the_size_is_known_to_the_byte_before_a_file_is_read(
        sizes in prop::collection::vec(1_u64..2_000, 1..6), name in "[a-zõä \"]{1,60}[a-z]"
    ) {
        let number = |place: usize| u8::try_from(place).unwrap();
        let files = sizes.iter().enumerate().map(|(place, size)| {
            file(number(place), &name, "application/pdf", *size)
        }).collect::<Vec<_>>();
        let named = files.iter().collect::<Vec<_>>();
        prop_assert_eq!(envelope().encoded_bytes(&named), written(&named).len());
    }

    #[test]
    fn every_file_is_in_one_mail_in_its_order_and_no_mail_is_too_large(
        sizes in prop::collection::vec(1_u64..40_000, 1..40), max in 60_000_usize..200_000
    ) {
        let files = sizes.iter().enumerate().map(|(place, size)| pdf(u8::try_from(place).unwrap(), *size));
        let files = files.collect::<Vec<_>>();
        let named = files.iter().collect::<Vec<_>>();
        let mails = divide(&envelope(), &named, max);
        prop_assert!(mails.iter().all(|mail| envelope().encoded_bytes(mail) <= max));
        let sent = mails.into_iter().flatten().map(|file| file.id).collect::<Vec<_>>();
        prop_assert_eq!(sent, files.iter().map(|file| file.id).collect::<Vec<_>>());
    }
}
