//! A mail with files.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use mail_builder::{
    MessageBuilder,
    headers::{address::Address, content_type::ContentType, message_id::MessageId, text::Text},
    mime::{BodyPart, MimePart},
};
use sild_domain::{Email, Language};
use sild_store::threads::FileRecord;

use crate::{mail, trace};

/// How many characters a line of Base64 has, by RFC 2045.
const LINE: usize = 76;

/// Everything of a mail but its files.
pub(super) struct Envelope {
    /// The deployment's sender.
    pub(super) mail_from: String,
    /// The name that it shows.
    pub(super) from_name: String,
    /// Where it goes.
    pub(super) to: Email,
    /// Who gets the answer to it.
    pub(super) reply_to: Option<Email>,
    /// The client and the task.
    pub(super) subject: String,
    /// What stands above the names of the files.
    pub(super) intro: String,
    /// The language of both.
    pub(super) language: Language,
    /// Tells this message from every other.
    pub(super) random: String,
    /// When it is written.
    pub(super) now: Timestamp,
}

impl Envelope {
    /// The mail with these files, as bytes.
    pub(super) fn write(&self, files: &[(&FileRecord, Vec<u8>)]) -> std::io::Result<Vec<u8>> {
        let named = files.iter().map(|(file, _)| *file).collect::<Vec<_>>();
        let encoded = files.iter().map(|(_, bytes)| lines(&STANDARD.encode(bytes))).collect();
        self.compose(&named, encoded)
    }

    /// How many bytes that mail has, without reading a file.
    pub(super) fn encoded_bytes(&self, files: &[&FileRecord]) -> usize {
        let empty = vec![String::new(); files.len()];
        let around = self.compose(files, empty).map_or(usize::MAX, |message| message.len());
        files.iter().fold(around, |sum, file| sum.saturating_add(encoded_len(file.size_bytes.bytes())))
    }

    fn compose(&self, files: &[&FileRecord], encoded: Vec<String>) -> std::io::Result<Vec<u8>> {
        let from = mail::address_of(&self.mail_from);
        let domain = from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        let names = files.iter().map(|file| format!("- {}", file.name)).collect::<Vec<_>>().join("\n");
        let text = format!("{}\n\n{names}\n", self.intro);
        let mut parts = vec![MimePart::new("text/plain", BodyPart::Text(text.into()))];
        parts.extend(files.iter().zip(encoded).map(|(file, encoded)| {
            // Base64 whatever it is: a text would be sent in other bytes than it was uploaded in.
            MimePart::new(ContentType::new(media_type(file)), BodyPart::Binary(encoded.into_bytes().into()))
                .attachment(file.name.to_string())
                .transfer_encoding("base64")
        }));
        let boundary = format!("=_{}", self.random);
        let body = MimePart::new(ContentType::new("multipart/mixed").attribute("boundary", boundary), parts);
        let mut message = MessageBuilder::new()
            .from(Address::new_address(Some(self.from_name.as_str()), from))
            .to(Address::new_address(None::<&str>, self.to.as_str()))
            .subject(self.subject.as_str())
            .date(self.now.as_second())
            .message_id(MessageId::new(format!("{}@{domain}", self.random)))
            .header("Content-Language", Text::new(self.language.tag()))
            .header("Auto-Submitted", Text::new("auto-generated"));
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(Address::new_address(None::<&str>, reply_to.as_str()));
        }
        if let Some(trace) = trace::current() {
            message = message.header("X-Sild-Trace", Text::new(trace.as_str().to_owned()));
        }
        message.body(body).write_to_vec()
    }
}

/// What a file says it is, if that is a kind of single file; a mail inside a mail, or one of several parts, is bytes.
fn media_type(file: &FileRecord) -> String {
    let kind = file.content_type.as_str();
    let is_single =
        ["application/", "audio/", "image/", "text/", "video/"].iter().any(|head| kind.starts_with(head));
    if is_single { kind.to_owned() } else { "application/octet-stream".to_owned() }
}

/// Base64 in lines, without a break behind the last.
fn lines(encoded: &str) -> String {
    let mut wrapped = String::with_capacity(encoded.len() + encoded.len() / LINE * 2);
    let mut rest = encoded;
    while let Some((line, behind)) = rest.split_at_checked(LINE).filter(|(_, behind)| !behind.is_empty()) {
        wrapped.push_str(line);
        wrapped.push_str("\r\n");
        rest = behind;
    }
    wrapped.push_str(rest);
    wrapped
}

/// How long [`lines`] are of so many bytes.
fn encoded_len(bytes: u64) -> usize {
    let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
    let letters = bytes.div_ceil(3).saturating_mul(4);
    letters.saturating_add(letters.saturating_sub(1) / LINE * 2)
}

#[cfg(test)]
mod tests;
