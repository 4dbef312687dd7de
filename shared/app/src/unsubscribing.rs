//! The links in mails that switch such mails off without signing in (S49–S56, RFC 8058).
//!
//! A link says in its address of which office, whom and what it is, signed under a key that only the person's row holds; no
//! row is written for it. It switches mails of these topics, and opens nothing. Erasing a person takes the key away.

mod page;
mod token;
mod words;

use std::collections::BTreeSet;

use sild_domain::{Language, OfficeId, SwitchedOff, Topic, Way};
use sild_store::{
    OfficeScope, TransactionError, acting,
    holdings::PersonId,
    notifications::Recipient,
    offices::{self, OfficeRecord},
    people::{self, Told},
};
use token::Token;

use crate::{Conflict, Context, Failure, portal_page::Page, secrets};

/// How often it is tried again when somebody changes the person at the same time.
const TRIES: usize = 4;

/// Where mails to the contacts of an office lead: the host of its portal.
#[must_use]
pub fn base_of(cx: &Context, office: &OfficeRecord) -> String {
    let origin = office.slug.as_ref().map(|slug| cx.config.portal_origin_of(slug));
    origin.unwrap_or_else(|| cx.config.office_url.clone())
}

/// The link below `base` that switches mails of these topics off for a person, whose key may be known. `None` when there is
/// nobody to mail any more.
pub async fn link_at(
    cx: &Context,
    base: &str,
    office: OfficeId,
    who: Recipient,
    known_key: Option<&str>,
    topics: BTreeSet<Topic>,
) -> Result<Option<String>, Failure> {
    let key = match known_key {
        Some(key) => Some(key.to_owned()),
        None => people::mail_key(&cx.table, office, who, &secrets::mint(cx)).await?,
    };
    let token = Token { office, who, topics };
    Ok(key.map(|key| format!("{base}{}", path_of(&token.signed(&key)))))
}

fn path_of(token: &str) -> String {
    format!("/api/unsubscribe/{token}")
}

/// What somebody with a link wants of such mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// None of them.
    Off,
    /// All of them again.
    On,
}

/// What the page of a link says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Whether they are to stop.
    Asks,
    /// That they have stopped.
    AreOff,
    /// That they come again.
    AreOn,
}

/// A link that somebody holds, with whose it is.
struct Held {
    token: Token,
    office: OfficeRecord,
    told: Told,
}

impl Held {
    /// A link that was tampered with, of another office, or of somebody who is gone leads to nothing.
    async fn read(cx: &Context, text: &str) -> Result<Self, Failure> {
        let (token, signature) = Token::read(text).ok_or(Failure::NotFound)?;
        let scope = OfficeScope::for_job(token.office);
        let (office, told) = tokio::try_join!(
            offices::get(&cx.table, &scope),
            people::get(&cx.table, token.office, token.who),
        )?;
        let (office, told) = office.zip(told).ok_or(Failure::NotFound)?;
        let is_good = told.mail_key.as_ref().is_some_and(|key| token.is_signed(signature, key));
        if is_good { Ok(Self { token, office, told }) } else { Err(Failure::NotFound) }
    }

    fn are_off(&self) -> bool {
        !self.token.topics.iter().any(|topic| self.told.switched_off.is_on(Way::Mail, *topic))
    }

    fn after(&self, wanted: Wanted) -> SwitchedOff {
        let off = self.told.switched_off.clone();
        off.with_mails(self.token.topics.iter().copied(), wanted == Wanted::On)
    }
}

/// The page of a link. Looking at it changes nothing.
pub async fn show_unsubscribe(cx: &Context, text: &str) -> Result<Page, Failure> {
    let held = Held::read(cx, text).await?;
    let says = if held.are_off() { Says::AreOff } else { Says::Asks };
    Ok(page::page(&held, text, says))
}

/// Switches the mails of a link off, or on again. Again and again, it is the same.
pub async fn unsubscribe(cx: &Context, text: &str, wanted: Wanted) -> Result<Page, Failure> {
    let says = match wanted {
        Wanted::Off => Says::AreOff,
        Wanted::On => Says::AreOn,
    };
    for _ in 0..TRIES {
        let held = Held::read(cx, text).await?;
        let after = held.after(wanted);
        if after == held.told.switched_off {
            return Ok(page::page(&held, text, says));
        }
        let mut transaction = cx.table.transaction();
        let Token { office, who, .. } = held.token;
        // Whoever has the link acts for whom it was mailed to.
        acting::is(match who {
            Recipient::Member(id) => PersonId::Member(id),
            Recipient::Contact(id) => PersonId::Contact(id),
        });
        people::save_switches(&mut transaction, office, who, held.told.v, &after);
        match transaction.commit().await {
            Ok(()) => return Ok(page::page(&held, text, says)),
            Err(TransactionError::Refused { label: "version_mismatch", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}

/// Says that a link leads to nothing, and of whom nothing.
#[must_use]
pub fn no_such_link(language: Language) -> Page {
    page::gone(language)
}
