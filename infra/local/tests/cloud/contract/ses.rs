//! SES v2: what is taken and what is refused. What the mail looks like is read back where there is a mailbox.

use aws_sdk_sesv2::error::ProvideErrorMetadata;
use aws_sdk_sesv2::primitives::Blob;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message, RawMessage};

use super::{Target, checks};

checks! {
    a_raw_mail_is_taken_and_gets_an_id,
    a_simple_mail_is_taken_and_gets_an_id,
    a_mail_to_nobody_is_refused,
    the_account_says_its_rate,
}

pub(crate) fn raw(text: &str) -> EmailContent {
    let message = RawMessage::builder().data(Blob::new(text.replace('\n', "\r\n"))).build().unwrap();
    EmailContent::builder().raw(message).build()
}

fn text(written: &str) -> Content {
    Content::builder().data(written).charset("UTF-8").build().unwrap()
}

async fn a_raw_mail_is_taken_and_gets_an_id(target: &Target) {
    let mail = format!("From: {}\nTo: contact@example.com\nSubject: Hello\n\nHi\n", target.sender);
    let sent = target.ses().send_email().content(raw(&mail)).send().await.unwrap();
    assert!(!sent.message_id().unwrap().is_empty());
}

async fn a_simple_mail_is_taken_and_gets_an_id(target: &Target) {
    let message = Message::builder()
        .subject(text("Tere õhtust"))
        .body(Body::builder().text(text("Hi")).build())
        .build();
    let sent = target
        .ses()
        .send_email()
        .from_email_address(&target.sender)
        .destination(Destination::builder().to_addresses("contact@example.com").build())
        .content(EmailContent::builder().simple(message).build())
        .send()
        .await
        .unwrap();
    assert!(!sent.message_id().unwrap().is_empty());
}

async fn a_mail_to_nobody_is_refused(target: &Target) {
    let mail = format!("From: {}\nSubject: Hello\n\nHi\n", target.sender);
    let refused =
        target.ses().send_email().content(raw(&mail)).send().await.unwrap_err().into_service_error();
    assert!(refused.is_bad_request_exception(), "{refused:?}");
    assert!(refused.message().is_some());
}

async fn the_account_says_its_rate(target: &Target) {
    let account = target.ses().get_account().send().await.unwrap();
    assert!(account.sending_enabled());
    assert!(account.send_quota().unwrap().max_send_rate() >= 1.0);
}
