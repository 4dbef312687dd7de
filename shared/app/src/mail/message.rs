//! The MIME message. Headers are made by a typed builder, out of texts that hold no line break.

use jiff::Timestamp;
use mail_builder::{
    MessageBuilder,
    headers::{address::Address, content_type::ContentType, message_id::MessageId, text::Text, url::URL},
    mime::{BodyPart, MimePart},
};

use crate::trace;

use super::{Outgoing, Rendered, render};

/// The mail as bytes. `mail_from` is the deployment's sender, `random` tells this message from every other.
pub(super) fn write(
    outgoing: &Outgoing,
    mail_from: &str,
    link_hours: u32,
    random: &str,
    now: Timestamp,
) -> std::io::Result<Vec<u8>> {
    let Rendered { subject, html, text } = render(outgoing, link_hours);
    let from = address_of(mail_from);
    let domain = from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let id = format!("{random}@{domain}");
    let boundary = format!("=_{random}");
    let body = MimePart::new(
        ContentType::new("multipart/alternative").attribute("boundary", boundary),
        vec![
            MimePart::new("text/plain", BodyPart::Text(text.into())),
            MimePart::new("text/html", BodyPart::Text(html.into())),
        ],
    );
    let mut message = MessageBuilder::new()
        .from(Address::new_address(Some(outgoing.brand.name.as_str()), from))
        .to(Address::new_address(Some(outgoing.to_name.as_str()), outgoing.to.as_str()))
        .subject(subject)
        .date(now.as_second())
        .message_id(MessageId::new(id))
        .header("Content-Language", Text::new(outgoing.language.tag()))
        .header("Auto-Submitted", Text::new("auto-generated"));
    if let Some(reply_to) = &outgoing.reply_to {
        message = message.reply_to(Address::new_address(None::<&str>, reply_to.as_str()));
    }
    if let Some(thread) = outgoing.about {
        // SES gives each mail a Message-ID of its own, so nothing that left can be named. All mails about one thread name a
        // first one that never was, and mail programs show them as answers to it.
        let root = format!("{thread}@{domain}");
        message = message.in_reply_to(MessageId::new(root.clone())).references(MessageId::new(root));
    }
    if let Some(trace) = trace::current() {
        message = message.header("X-Sild-Trace", Text::new(trace.as_str().to_owned()));
    }
    if let Some(url) = outgoing.settings_url.as_deref() {
        message = message.header("List-Unsubscribe", URL::new(url));
    }
    message.body(body).write_to_vec()
}

/// The bare address of `Name <address>`.
pub(crate) fn address_of(mailbox: &str) -> &str {
    mailbox
        .rsplit_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .map_or(mailbox, |(address, _)| address)
        .trim()
}
