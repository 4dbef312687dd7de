//! Every kind of mail, read back by a MIME parser.

use jiff::civil::{date, datetime};
use mail_parser::{Message, MessageParser, MimeHeaders as _};
use sild_domain::{
    Colour, CompanyName, Email, Language, Palette, PersonName, TaskId, Title, TraceId, login::Code,
};

use super::{
    Brand, ContactNews, ContactNewsKind, Letter, LetterKind, MemberNews, MemberNewsKind, Outgoing, TaskLine,
    message, render, texts::texts,
};

use crate::{markup::escaped, portal_media::Picture};

const URL: &str = "https://demo.example.com/login#t=NcmkH3Xw5sZ0&to=/c/cli_1/tasks";
const CREATE_URL: &str = "https://app.example.com/login#t=another";
const UNSUBSCRIBE: &str = "https://demo.example.com/api/unsubscribe/v1.signed";

fn company(name: &str) -> CompanyName {
    CompanyName::parse(name).unwrap()
}

fn title(text: &str) -> Title {
    Title::parse(text).unwrap()
}

fn code() -> Code {
    Code::parse("K7M2PX").unwrap()
}

fn tasks(count: usize) -> Vec<TaskLine> {
    let all = [
        ("Bank statement for February", Some(date(2026, 3, 31))),
        ("Receipts of the company card", None),
        ("Sign the annual report", Some(date(2026, 4, 7))),
    ];
    all.into_iter().cycle().take(count).map(|(text, due)| TaskLine { title: title(text), due }).collect()
}

/// On the deadline of the first and before that of the third.
fn reminder(count: usize) -> Letter {
    let today = date(2026, 3, 31);
    Letter::Reminder { client_name: company("Example Bakery OÜ"), tasks: tasks(count), today }
}

/// One letter of every kind, and the several shapes of some.
fn letters() -> Vec<(&'static str, Letter)> {
    let client = company("Example Bakery OÜ");
    let member_news = |kind, text: &str, count| MemberNews {
        kind,
        title: title(text),
        client_name: company("Example Bakery OÜ"),
        actor: PersonName::parse("Mari Maasikas").unwrap(),
        count,
    };
    let contact_news = |kind, text: &str, count| ContactNews { kind, title: title(text), count };
    vec![
        ("login", Letter::LoginLink { place: company("Demo Office"), code: Some(code()) }),
        ("sign-up", Letter::SignUp { office_name: company("Demo Office"), code: Some(code()) }),
        (
            "already-signed-up",
            Letter::AlreadySignedUp {
                office_name: company("Demo Office"),
                new_office_name: company("Second Office"),
                create_url: CREATE_URL.to_owned(),
                code: Some(code()),
            },
        ),
        (
            "member-invitation",
            Letter::MemberInvitation {
                office_name: company("Demo Office"),
                invited_by: PersonName::parse("Mari Maasikas").unwrap(),
            },
        ),
        ("invitation", Letter::Invitation { client_name: client.clone(), tasks: tasks(1) }),
        ("invitation-bare", Letter::Invitation { client_name: client.clone(), tasks: Vec::new() }),
        ("announcement-one", Letter::Announcement { client_name: client.clone(), tasks: tasks(1) }),
        ("announcement-three", Letter::Announcement { client_name: client.clone(), tasks: tasks(3) }),
        ("announcement-many", Letter::Announcement { client_name: client.clone(), tasks: tasks(40) }),
        ("reminder-one", reminder(1)),
        ("reminder-three", reminder(3)),
        (
            "contact-one",
            Letter::ContactDigest {
                client_name: client.clone(),
                entries: vec![contact_news(ContactNewsKind::Message, "Bank statement for February", 1)],
            },
        ),
        (
            "contact-several",
            Letter::ContactDigest {
                client_name: client,
                entries: vec![
                    contact_news(ContactNewsKind::Message, "Bank statement for February", 2),
                    contact_news(ContactNewsKind::Withdrawn, "Receipts of the company card", 1),
                ],
            },
        ),
        ("email-change", Letter::EmailChange),
        ("email-changed", email_changed()),
        (
            "member-invitation",
            Letter::MemberInvitation {
                office_name: company("Demo Office"),
                invited_by: PersonName::parse("Olivia Owner").unwrap(),
            },
        ),
        (
            "member-one",
            Letter::MemberDigest {
                entries: vec![member_news(MemberNewsKind::Done, "Bank statement for February", 1)],
            },
        ),
        (
            "member-several",
            Letter::MemberDigest {
                entries: vec![
                    member_news(MemberNewsKind::Message, "Bank statement for February", 2),
                    member_news(MemberNewsKind::File, "Receipts of the company card", 3),
                    member_news(MemberNewsKind::Done, "Sign the annual report", 1),
                ],
            },
        ),
    ]
}

fn email_changed() -> Letter {
    let at = datetime(2026, 3, 2, 9, 5, 30, 0);
    Letter::EmailChanged { new_email: "m***@new.example".to_owned(), at }
}

fn outgoing(letter: Letter) -> Outgoing {
    let is_for_member = matches!(
        letter,
        Letter::MemberDigest { .. }
            | Letter::MemberInvitation { .. }
            | Letter::SignUp { .. }
            | Letter::AlreadySignedUp { .. }
    );
    let office = Brand {
        name: "Demo Office".to_owned(),
        office_name: "Demo Office OÜ".to_owned(),
        palette: Palette::derive(Colour::parse("#2f5bd0").unwrap()),
        logo: None,
    };
    Outgoing {
        to: Email::parse("mari@client.example").unwrap(),
        to_name: PersonName::parse("Mari Maasikas").unwrap(),
        language: Language::En,
        brand: if is_for_member { Brand::sild() } else { office },
        letter,
        url: URL.to_owned(),
        about: None,
        reply_to: Some(Email::parse("kati@demo.example").unwrap()),
        unsubscribe_url: Some(UNSUBSCRIBE.to_owned()),
        person: None,
    }
}

fn write(outgoing: &Outgoing) -> Vec<u8> {
    let now = "2026-03-02T08:00:00Z".parse().unwrap();
    message::write(outgoing, "Sild <portal@sild.example>", 24, "0a1b2c3d", now).unwrap()
}

fn html(mail: &Message<'_>) -> String {
    mail.body_html(0).unwrap().into_owned()
}

fn text(mail: &Message<'_>) -> String {
    mail.body_text(0).unwrap().into_owned()
}

#[test]
fn every_mail_can_be_read_back_with_both_parts_and_its_link_in_each() {
    for (kind, letter) in letters() {
        let raw = write(&outgoing(letter));
        let mail = MessageParser::default().parse(&raw).unwrap();
        assert!(raw.len() < 60_000, "{kind} has {} bytes", raw.len());
        assert!(!mail.subject().unwrap().is_empty(), "{kind}");
        assert_eq!(mail.from().unwrap().first().unwrap().address(), Some("portal@sild.example"), "{kind}");
        let to = mail.to().unwrap().first().unwrap();
        assert_eq!((to.name(), to.address()), (Some("Mari Maasikas"), Some("mari@client.example")), "{kind}");
        assert_eq!(mail.reply_to().unwrap().first().unwrap().address(), Some("kati@demo.example"), "{kind}");
        assert_eq!(mail.date().unwrap().to_timestamp(), 1_772_438_400, "{kind}");
        assert_eq!(mail.message_id(), Some("0a1b2c3d@sild.example"), "{kind}");
        assert_eq!(mail.parts.len(), 3, "{kind}");
        assert_eq!(mail.root_part().content_type().unwrap().subtype(), Some("alternative"), "{kind}");
        assert!(text(&mail).contains(URL), "{kind}");
        assert_eq!(html(&mail).matches(&format!("href=\"{}\"", escaped(URL))).count(), 2, "{kind}");
        assert!(html(&mail).contains("<html lang=\"en\">"), "{kind}");
        assert!(html(&mail).contains(UNSUBSCRIBE) && text(&mail).contains(UNSUBSCRIBE), "{kind}");
        assert_eq!(mail.header_raw("List-Unsubscribe").unwrap().trim(), format!("<{UNSUBSCRIBE}>"), "{kind}");
        let one_click = mail.header_raw("List-Unsubscribe-Post").unwrap().trim().to_owned();
        assert_eq!(one_click, "List-Unsubscribe=One-Click", "{kind}");
        assert_eq!(mail.header_raw("Auto-Submitted").unwrap().trim(), "auto-generated", "{kind}");
    }
}

#[test]
fn a_mail_that_nobody_can_switch_off_offers_no_way_to_do_it() {
    let (_, letter) = letters().into_iter().next().unwrap();
    let raw = write(&Outgoing { unsubscribe_url: None, reply_to: None, ..outgoing(letter) });
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert!(mail.header_raw("List-Unsubscribe").is_none());
    assert!(mail.header_raw("List-Unsubscribe-Post").is_none());
    assert!(mail.reply_to().is_none());
    assert!(!html(&mail).contains("Stop mails"));
}

#[tokio::test]
async fn a_mail_names_the_request_that_it_comes_of() {
    let trace = TraceId::parse("1-69a54300-0000000000000000000000ff").unwrap();
    let letter = || outgoing(Letter::Announcement { client_name: company("Example"), tasks: tasks(1) });
    let raw = crate::trace::follow("announce_tasks", trace.clone(), async { write(&letter()) }).await;
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(mail.header("X-Sild-Trace").and_then(|value| value.as_text()), Some(trace.as_str()));
    let raw = write(&letter());
    assert!(MessageParser::default().parse(&raw).unwrap().header("X-Sild-Trace").is_none());
}

#[test]
fn both_parts_name_every_task_and_its_deadline() {
    let raw = write(&outgoing(Letter::Announcement { client_name: company("Example"), tasks: tasks(3) }));
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(mail.subject(), Some("3 new tasks for Example"));
    for part in [text(&mail), html(&mail)] {
        for words in ["Bank statement for February", "Due 31 March 2026", "No deadline", "Due 7 April 2026"] {
            assert!(part.contains(words), "{words}");
        }
    }
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    let raw = write(&outgoing(Letter::Announcement { client_name: company("Example"), tasks: tasks(40) }));
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert!(text(&mail).contains("and 25 more"));
    assert!(html(&mail).contains("and 25 more"));
}

#[test]
fn the_code_stands_in_both_parts_in_two_groups() {
    let raw = write(&outgoing(Letter::LoginLink { place: company("Demo Office"), code: Some(code()) }));
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert!(text(&mail).contains("K7M-2PX"));
    assert!(html(&mail).contains("K7M-2PX"));
    assert_eq!(mail.subject(), Some("Sign in to Demo Office"));
}

#[test]
fn an_old_address_is_told_when_it_ended_what_counts_now_and_what_to_do() {
    // S55
    for (language, when, remedy) in [
        (Language::En, "On 2 March 2026 at 09:05 ", "tell Demo Office OÜ at once"),
        (Language::Et, "(2. märts 2026 kell 09:05)", "teatage sellest kohe büroole Demo Office OÜ"),
        (Language::Fi, "2. maaliskuuta 2026 klo 09.05 ", "ilmoita siitä heti toimistolle Demo Office OÜ"),
    ] {
        let raw = write(&Outgoing { language, ..outgoing(email_changed()) });
        let mail = MessageParser::default().parse(&raw).unwrap();
        for part in [text(&mail), html(&mail)] {
            for words in [when, remedy, "m***@new.example"] {
                assert!(part.contains(words), "{language}: {words}");
            }
        }
    }
}

#[test]
fn a_logo_stands_in_place_of_the_name_and_is_the_name_where_it_is_not_loaded() {
    // S6
    let letter = || Letter::Announcement { client_name: company("Example"), tasks: tasks(1) };
    let plain = outgoing(letter());
    let url = "https://demo.example.com/media/01jnb/logo-0a.png".to_owned();
    let logo = Some(Picture { url: url.clone(), width: 300, height: 81 });
    let brand = Brand { logo, office_name: "A \"B\" & C".to_owned(), ..plain.brand.clone() };
    let raw = write(&Outgoing { brand, ..outgoing(letter()) });
    let mail = MessageParser::default().parse(&raw).unwrap();
    let page = html(&mail);
    assert_eq!(page.matches("<img ").count(), 1);
    assert!(page.contains(&format!("<img src=\"{url}\"")), "{page}");
    assert!(page.contains("alt=\"A &#34;B&#34; &#38; C\" width=\"150\" height=\"41\""), "{page}");
    assert!(!page.contains("class=\"mark"));
    assert_eq!(mail.parts.len(), 3, "nothing is attached");
    let raw = write(&plain);
    assert!(!html(&MessageParser::default().parse(&raw).unwrap()).contains("<img"));
}

#[test]
fn whatever_people_write_stays_text() {
    let hostile = "<script>alert(1)</script> & \"quotes\" 'and' more";
    let letter = Letter::Announcement {
        client_name: company(hostile),
        tasks: vec![TaskLine { title: title(hostile), due: None }],
    };
    let brand = Brand { name: hostile.to_owned(), ..Brand::sild() };
    let raw = write(&Outgoing { brand, ..outgoing(letter) });
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert!(!html(&mail).contains("<script"));
    assert!(html(&mail).contains(&escaped(hostile)));
    assert!(text(&mail).contains(hostile));
    assert_eq!(mail.subject(), Some(format!("New task: {hostile}").as_str()));
    assert_eq!(mail.from().unwrap().first().unwrap().name(), Some(hostile));
}

#[test]
fn the_longest_texts_in_the_widest_letters_stay_below_60_kb() {
    let entry = MemberNews {
        kind: MemberNewsKind::Message,
        title: title(&"<".repeat(200)),
        client_name: company(&"&".repeat(150)),
        actor: PersonName::parse(&"'".repeat(100)).unwrap(),
        count: 7,
    };
    let raw = write(&outgoing(Letter::MemberDigest { entries: vec![entry; 60] }));
    assert!(raw.len() < 60_000, "{} bytes", raw.len());
}

/// Every letter in every language, with the language as the apps name it.
fn in_every_language() -> Vec<(String, Outgoing)> {
    let mut all = Vec::new();
    for language in Language::ALL {
        for (kind, letter) in letters() {
            all.push((format!("{kind} {language}"), Outgoing { language, ..outgoing(letter) }));
        }
    }
    all
}

/// The words of a text without the signs around them, addresses left out.
fn words(text: &str) -> Vec<String> {
    let trimmed = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    text.split_whitespace()
        .filter(|word| !word.starts_with("https://"))
        .map(trimmed)
        .filter(|word| !word.is_empty())
        .collect()
}

/// What a reader of the HTML sees: no style, no hidden words, no tags.
fn seen(html: &str) -> String {
    let body = html.split_once("</style>").unwrap().1;
    let body = body.split_once("<table").unwrap().1;
    let mut seen = String::new();
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let is_mark = tag.contains("aria-hidden");
        seen.push(' ');
        seen.push_str(if is_mark { "" } else { text });
    }
    seen.replace("&#38;", "&").replace("&#39;", "'").replace("&#34;", "\"")
}

#[test]
fn every_kind_of_mail_is_among_these() {
    for kind in LetterKind::ALL {
        assert!(letters().iter().any(|(_, letter)| letter.kind() == *kind), "{kind:?}");
    }
}

// S66
#[test]
fn every_mail_in_every_language_is_a_whole_message_below_60_kb() {
    for (name, outgoing) in in_every_language() {
        let tag = outgoing.language.tag();
        let raw = write(&outgoing);
        assert!(raw.len() < 60_000, "{name} has {} bytes", raw.len());
        let head = String::from_utf8(raw.clone()).unwrap();
        let (head, _) = head.split_once("\r\n\r\n").unwrap();
        assert!(head.is_ascii() && head.lines().all(|line| line.len() <= 998), "{name}: {head}");
        let mail = MessageParser::default().parse(&raw).unwrap();
        let rendered = render(&outgoing, 24);
        assert_eq!(mail.subject(), Some(rendered.subject.as_str()), "{name}");
        assert!(!rendered.subject.contains(['\r', '\n']) && rendered.subject.chars().count() < 300, "{name}");
        assert_eq!(mail.header_raw("Content-Language").unwrap().trim(), tag, "{name}");
        assert!(html(&mail).contains(&format!("<html lang=\"{tag}\">")), "{name}");
        assert_eq!(html(&mail).lines().count(), rendered.html.lines().count(), "{name}");
    }
}

#[test]
fn both_parts_of_a_mail_say_the_same_words() {
    for (name, outgoing) in in_every_language() {
        let rendered = render(&outgoing, 24);
        let mut in_html = words(&seen(&rendered.html));
        for word in words(&texts(outgoing.language).address_label()) {
            let place = in_html.iter().position(|other| *other == word).unwrap();
            in_html.remove(place);
        }
        let mut in_text = words(&rendered.text);
        in_html.sort();
        in_text.sort();
        assert_eq!(in_html, in_text, "{name}");
    }
}

/// Words that are spelled alike in English and in another language, and mean something there.
const SPELLED_ALIKE: [(Language, &str); 4] =
    [(Language::Et, "on"), (Language::Et, "link"), (Language::Et, "see"), (Language::Fi, "on")];

// S66
#[test]
fn no_english_word_is_left_in_a_mail_of_another_language() {
    for (place, (name, letter)) in letters().into_iter().enumerate() {
        let english = words(&render(&outgoing(letter), 24).text);
        for language in [Language::Et, Language::Fi] {
            let (_, letter) = letters().into_iter().nth(place).unwrap();
            let given = given_words(&letter);
            let rendered = render(&Outgoing { language, ..outgoing(letter) }, 24);
            let left = words(&rendered.text)
                .into_iter()
                .filter(|word| word.chars().all(char::is_alphabetic) && english.contains(word))
                .filter(|word| !given.contains(word) && !SPELLED_ALIKE.contains(&(language, word.as_str())))
                .collect::<Vec<_>>();
            assert_eq!(left, Vec::<String>::new(), "{name} {language}");
        }
    }
}

/// The words that people gave: names and titles, which no language changes.
fn given_words(letter: &Letter) -> Vec<String> {
    let names = "Sild Demo Office OÜ Second Example Bakery Mari Maasikas Olivia Owner";
    let titles = match letter {
        Letter::LoginLink { .. }
        | Letter::SignUp { .. }
        | Letter::AlreadySignedUp { .. }
        | Letter::EmailChange
        | Letter::EmailChanged { .. }
        | Letter::MemberInvitation { .. } => String::new(),
        Letter::Invitation { .. }
        | Letter::Announcement { .. }
        | Letter::Reminder { .. }
        | Letter::ContactDigest { .. }
        | Letter::MemberDigest { .. } => {
            tasks(3).iter().map(|task| task.title.to_string()).collect::<Vec<_>>().join(" ")
        }
    };
    words(&format!("{names} {titles}"))
}

#[test]
fn mails_about_one_task_are_one_conversation_whatever_id_each_gets() {
    let task = "tsk_01kjp7h6w0000000000000000a".parse::<TaskId>().unwrap();
    let root = format!("{task}@sild.example");
    for (name, letter) in letters() {
        let raw = write(&Outgoing { about: Some(task.into()), ..outgoing(letter) });
        let mail = MessageParser::default().parse(&raw).unwrap();
        assert_eq!(mail.references().as_text(), Some(root.as_str()), "{name}");
        assert_eq!(mail.in_reply_to().as_text(), Some(root.as_str()), "{name}");
        assert_ne!(mail.message_id(), Some(root.as_str()), "{name}");
    }
}

#[test]
fn a_reminder_says_whether_the_deadline_is_to_come_today_or_passed() {
    for (today, [en, et, fi]) in [
        (
            date(2026, 3, 30),
            ["Due 31 March 2026", "Tähtaeg: 31. märts 2026", "Määräpäivä: 31. maaliskuuta 2026"],
        ),
        (date(2026, 3, 31), ["Due today", "Tähtaeg on täna", "Määräpäivä on tänään"]),
        (
            date(2026, 4, 1),
            ["Was due 31 March 2026", "Tähtaeg oli 31. märts 2026", "Määräpäivä oli 31. maaliskuuta 2026"],
        ),
    ] {
        for (language, words) in [(Language::En, en), (Language::Et, et), (Language::Fi, fi)] {
            let letter = Letter::Reminder { client_name: company("Kask"), tasks: tasks(1), today };
            let rendered = render(&Outgoing { language, ..outgoing(letter) }, 24);
            assert!(rendered.text.contains(words) && rendered.html.contains(words), "{}", rendered.text);
        }
    }
}

#[test]
fn a_mail_about_several_tasks_answers_no_other() {
    let raw = write(&outgoing(Letter::Announcement { client_name: company("Example"), tasks: tasks(3) }));
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert!(mail.header_raw("References").is_none() && mail.header_raw("In-Reply-To").is_none());
}
