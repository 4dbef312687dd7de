//! From a `SendEmail` request to the mail that would have left.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address as Recipient;
use mail_builder::headers::raw::Raw as RawHeader;
use mail_parser::{Address, Message, MessageParser, PartType};
use serde::Deserialize;

/// The body of `SendEmail`, as the SDK sends it.
/// See <https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html>.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct SendEmail {
    from_email_address: Option<String>,
    destination: Option<Destination>,
    #[serde(default)]
    reply_to_addresses: Vec<String>,
    content: Option<Content>,
    configuration_set_name: Option<String>,
    #[serde(default)]
    email_tags: Vec<EmailTag>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct EmailTag {
    name: String,
    value: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Destination {
    #[serde(rename = "ToAddresses")]
    to: Vec<String>,
    #[serde(rename = "CcAddresses")]
    cc: Vec<String>,
    #[serde(rename = "BccAddresses")]
    bcc: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Content {
    raw: Option<Raw>,
    simple: Option<Simple>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Raw {
    data: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Simple {
    subject: Text,
    body: Body,
    #[serde(default)]
    headers: Vec<Header>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    text: Option<Text>,
    html: Option<Text>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Text {
    data: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Header {
    name: String,
    value: String,
}

/// SES accepts at most 50 recipients a message.
const MAX_RECIPIENTS: usize = 50;

/// SES's default limit for a message with its attachments, before it is encoded for the wire.
const MAX_MESSAGE_BYTES: usize = 40 * 1024 * 1024;

/// A mail as it would have gone out, and what was read from it.
pub(super) struct Outgoing {
    pub(super) raw: Vec<u8>,
    pub(super) recipients: Vec<String>,
    pub(super) sender: String,
    pub(super) subject: String,
    pub(super) text: Option<String>,
    pub(super) html: Option<String>,
    /// What events about the mail carry along.
    pub(super) tags: BTreeMap<String, Vec<String>>,
}

impl SendEmail {
    /// The mail, or the reason why SES would answer `BadRequestException`.
    pub(super) fn into_outgoing(self) -> Result<Outgoing, String> {
        let destination = self.destination.unwrap_or_default();
        let tags = tags(self.email_tags, self.configuration_set_name)?;
        let content = self.content.ok_or("1 validation error detected: Value at 'content' failed to satisfy constraint: Member must not be null")?;
        let raw = match (content.raw, content.simple) {
            (Some(raw), None) => {
                STANDARD.decode(raw.data).map_err(|_| "Content.Raw.Data is not valid base64.".to_owned())?
            }
            (None, Some(simple)) => {
                let sender = self
                    .from_email_address
                    .as_deref()
                    .ok_or("FromEmailAddress is required for simple content.")?;
                simple.write(sender, &destination, &self.reply_to_addresses)?
            }
            _ => {
                return Err(
                    "Exactly one of Content.Raw, Content.Simple and Content.Template is expected.".into()
                );
            }
        };
        if raw.len() > MAX_MESSAGE_BYTES {
            return Err("Message length is more than 41943040 bytes long.".into());
        }
        let read = read(raw, self.from_email_address.as_deref(), &destination)?;
        Ok(Outgoing { tags, ..read })
    }
}

/// Names and values of ASCII letters, digits, `_`, `-`, `.` and `@`, at most 256 of them; SES adds the configuration set.
fn tags(given: Vec<EmailTag>, set: Option<String>) -> Result<BTreeMap<String, Vec<String>>, String> {
    let is_good = |text: &str| {
        (1..=256).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.@".contains(&byte))
    };
    let mut tags = BTreeMap::new();
    for EmailTag { name, value } in given {
        if !is_good(&name) || !is_good(&value) {
            return Err(format!("Invalid tag name or value: {name:?}."));
        }
        tags.insert(name, vec![value]);
    }
    tags.extend(set.map(|set| ("ses:configuration-set".to_owned(), vec![set])));
    Ok(tags)
}

impl Simple {
    fn write(self, sender: &str, destination: &Destination, reply_to: &[String]) -> Result<Vec<u8>, String> {
        if self.body.text.is_none() && self.body.html.is_none() {
            return Err("Content.Simple.Body needs a Text or an Html part.".into());
        }
        let mut message = MessageBuilder::new().from(mailbox(sender)?).subject(self.subject.data);
        if !destination.to.is_empty() {
            message = message.to(mailboxes(&destination.to)?);
        }
        if !destination.cc.is_empty() {
            message = message.cc(mailboxes(&destination.cc)?);
        }
        if !reply_to.is_empty() {
            message = message.reply_to(mailboxes(reply_to)?);
        }
        for header in self.headers {
            if header.name.chars().chain(header.value.chars()).any(char::is_control) {
                return Err(format!("Header {:?} has control characters.", header.name));
            }
            message = message.header(header.name, RawHeader::new(header.value));
        }
        if let Some(text) = self.body.text {
            message = message.text_body(text.data);
        }
        if let Some(html) = self.body.html {
            message = message.html_body(html.data);
        }
        message.write_to_vec().map_err(|cause| cause.to_string())
    }
}

/// Reads the mail back with a MIME parser, as a mail program would.
fn read(raw: Vec<u8>, sender: Option<&str>, destination: &Destination) -> Result<Outgoing, String> {
    let message = MessageParser::default().parse(&raw).ok_or("The message has no headers.")?;
    let from = message.from().map(addresses).unwrap_or_default();
    let sender = match (sender, from.first()) {
        (_, Some(address)) => named(message.from(), address),
        (Some(given), None) => return Err(format!("Missing required header 'From' for {given}.")),
        (None, None) => return Err("Missing required header 'From'.".into()),
    };
    let mut recipients: Vec<String> = Vec::new();
    for list in [&destination.to, &destination.cc, &destination.bcc] {
        for address in list {
            recipients.push(bare(address)?);
        }
    }
    if recipients.is_empty() {
        recipients =
            [message.to(), message.cc(), message.bcc()].into_iter().flatten().flat_map(addresses).collect();
    }
    if recipients.is_empty() {
        return Err("Missing required header 'To'.".into());
    }
    if recipients.len() > MAX_RECIPIENTS {
        return Err(format!("Recipient count exceeds {MAX_RECIPIENTS}."));
    }
    let subject = message.subject().unwrap_or_default().to_owned();
    let text = part(&message, &message.text_body);
    let html = part(&message, &message.html_body);
    Ok(Outgoing { recipients, sender, subject, text: text.0, html: html.1, raw, tags: BTreeMap::new() })
}

/// The first plain and the first HTML text among the message's body parts.
fn part(message: &Message<'_>, bodies: &[u32]) -> (Option<String>, Option<String>) {
    let mut found = (None, None);
    for body in bodies {
        let place = usize::try_from(*body).ok().and_then(|index| message.parts.get(index));
        match place.map(|part| &part.body) {
            Some(PartType::Text(text)) if found.0.is_none() => found.0 = Some(text.to_string()),
            Some(PartType::Html(html)) if found.1.is_none() => found.1 = Some(html.to_string()),
            _ => {}
        }
    }
    found
}

fn addresses(header: &Address<'_>) -> Vec<String> {
    header.iter().filter_map(|one| one.address().map(str::to_owned)).collect()
}

/// The sender as a mail program shows it: the name, if there is one, before the address.
fn named(header: Option<&Address<'_>>, address: &str) -> String {
    match header.and_then(Address::first).and_then(|sender| sender.name()) {
        Some(name) => format!("{name} <{address}>"),
        None => address.to_owned(),
    }
}

/// Splits `Name <address>`; SES refuses what has no address in it.
fn split(written: &str) -> Result<(Option<&str>, &str), String> {
    let illegal = || format!("Illegal address: {written:?}");
    if written.chars().any(char::is_control) {
        return Err(illegal());
    }
    let (name, address) = match written.rsplit_once('<') {
        Some((name, rest)) => {
            let address = rest.strip_suffix('>').ok_or_else(illegal)?;
            (Some(name.trim().trim_matches('"')).filter(|name| !name.is_empty()), address)
        }
        None => (None, written.trim()),
    };
    let (local, domain) = address.rsplit_once('@').ok_or_else(illegal)?;
    if local.is_empty() || domain.is_empty() || address.contains(char::is_whitespace) {
        return Err(illegal());
    }
    Ok((name, address))
}

fn bare(written: &str) -> Result<String, String> {
    split(written).map(|(_, address)| address.to_owned())
}

fn mailbox(written: &str) -> Result<Recipient<'static>, String> {
    let (name, address) = split(written)?;
    Ok(Recipient::new_address(name.map(str::to_owned), address.to_owned()))
}

fn mailboxes(written: &[String]) -> Result<Recipient<'static>, String> {
    let list = written.iter().map(|one| mailbox(one)).collect::<Result<Vec<_>, _>>()?;
    Ok(Recipient::new_list(list))
}
