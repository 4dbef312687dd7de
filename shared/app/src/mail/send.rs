//! Handing a mail to SES.

use aws_sdk_sesv2::{
    error::{DisplayErrorContext, SdkError},
    operation::send_email::SendEmailError,
    primitives::Blob,
    types::{Destination, EmailContent, RawMessage},
};
use futures::future::BoxFuture;
use sild_domain::{Email, Language, PersonName, ThreadId};

use super::{Brand, Letter, message};
use crate::{Context, Failure, secrets};

/// A mail to one person.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// Whom it goes to.
    pub to: Email,
    /// Their name.
    pub to_name: PersonName,
    /// The language that they read.
    pub language: Language,
    /// Whose mail it looks like.
    pub brand: Brand,
    /// What it is about.
    pub letter: Letter,
    /// Where its button leads.
    pub url: String,
    /// The one task or request that it is about: mail programs show all mails about it as one conversation.
    pub about: Option<ThreadId>,
    /// Who gets the answer to it.
    pub reply_to: Option<Email>,
    /// Where such mails are switched off; for notifications only.
    pub settings_url: Option<String>,
}

/// Why a mail did not leave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailFailure {
    /// SES was busy, paused or out of reach: the same mail may leave when it is tried again.
    #[error("the mail did not leave, try again: {0}")]
    Passing(String),
    /// SES refuses this mail, now and always.
    #[error("the mail can never leave: {0}")]
    Refused(String),
}

impl From<MailFailure> for crate::Failure {
    fn from(failure: MailFailure) -> Self {
        Self::internal(failure)
    }
}

/// Writes a mail and hands it to SES, which sends it once for each time that this succeeds.
///
/// # Errors
/// [`MailFailure`]; in either case the mail has not left.
pub async fn send(cx: &Context, outgoing: Outgoing) -> Result<(), MailFailure> {
    let random = secrets::mint(cx);
    let hours = cx.config.link_lifetime_hours;
    let raw = message::write(&outgoing, &cx.config.mail_from, hours, &random, cx.now())
        .map_err(|error| MailFailure::Refused(error.to_string()))?;
    send_raw(cx, &outgoing.to, raw).await
}

/// Hands over a mail that is written already.
///
/// # Errors
/// [`MailFailure`]; in either case the mail has not left.
pub(crate) async fn send_raw(cx: &Context, to: &Email, raw: Vec<u8>) -> Result<(), MailFailure> {
    let raw = RawMessage::builder()
        .data(Blob::new(raw))
        .build()
        .map_err(|error| MailFailure::Refused(error.to_string()))?;
    hand_over(cx, to, raw).await?;
    metrics::counter!("MailsSent").increment(1);
    Ok(())
}

/// In a box of its own: the SDK's future has 15 kB, which every job that mails would carry around.
fn hand_over(cx: &Context, to: &Email, raw: RawMessage) -> BoxFuture<'static, Result<(), MailFailure>> {
    let request = cx
        .ses
        .send_email()
        .destination(Destination::builder().to_addresses(to.as_str()).build())
        .content(EmailContent::builder().raw(raw).build());
    Box::pin(async move { request.send().await.map(|_| ()).map_err(|error| failure(&error)) })
}

/// As [`send`], for a job that is tried again: `false` for a mail that can never leave, which is logged and settled, as
/// trying again changes nothing.
///
/// # Errors
/// [`Failure::Internal`] when the same mail may leave later.
pub async fn send_or_settle(cx: &Context, outgoing: Outgoing, what: &'static str) -> Result<bool, Failure> {
    match send(cx, outgoing).await {
        Ok(()) => Ok(true),
        Err(MailFailure::Refused(cause)) => {
            metrics::counter!("MailsRefused").increment(1);
            tracing::warn!(cause, what, "a mail was refused");
            Ok(false)
        }
        Err(MailFailure::Passing(cause)) => Err(Failure::Internal(cause)),
    }
}

/// SES names what is wrong with the mail itself; whatever else happens may pass. Its words can hold the address, so only
/// the name goes into the log.
fn failure<R: std::fmt::Debug>(error: &SdkError<SendEmailError, R>) -> MailFailure {
    let SdkError::ServiceError(service) = error else {
        return MailFailure::Passing(DisplayErrorContext(error).to_string());
    };
    let name = service.err().meta().code().unwrap_or("unknown").to_owned();
    match service.err() {
        SendEmailError::MessageRejected(_) | SendEmailError::BadRequestException(_) => {
            MailFailure::Refused(name)
        }
        _ => MailFailure::Passing(name),
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::error::{
        BadRequestException, LimitExceededException, MailFromDomainNotVerifiedException, MessageRejected,
        SendingPausedException, TooManyRequestsException,
    };

    use super::*;

    fn answered(error: SendEmailError) -> MailFailure {
        failure(&SdkError::service_error(error, ()))
    }

    #[test]
    fn only_what_is_wrong_with_the_mail_itself_is_for_good() {
        for refused in [
            SendEmailError::MessageRejected(MessageRejected::builder().build()),
            SendEmailError::BadRequestException(BadRequestException::builder().build()),
        ] {
            assert!(matches!(answered(refused), MailFailure::Refused(_)));
        }
        for passing in [
            SendEmailError::TooManyRequestsException(TooManyRequestsException::builder().build()),
            SendEmailError::LimitExceededException(LimitExceededException::builder().build()),
            SendEmailError::SendingPausedException(SendingPausedException::builder().build()),
            SendEmailError::MailFromDomainNotVerifiedException(
                MailFromDomainNotVerifiedException::builder().build(),
            ),
        ] {
            assert!(matches!(answered(passing), MailFailure::Passing(_)));
        }
        let lost = SdkError::<SendEmailError, ()>::timeout_error("no answer");
        assert!(matches!(failure(&lost), MailFailure::Passing(_)));
    }

    #[test]
    fn what_is_logged_never_holds_the_address() {
        let rejected = MessageRejected::builder().message("Address mari@client.example is blocked").build();
        let logged = answered(SendEmailError::MessageRejected(rejected)).to_string();
        assert!(!logged.contains("mari"), "{logged}");
    }
}
