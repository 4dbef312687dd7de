//! Switching the portal on and off (S1, S2).

use sild_store::{
    Transaction, TransactionError,
    offices::{self, OfficeRecord},
    sessions::MemberSession,
    templates,
};

use super::{PortalSettings, read::suggestion};
use crate::{Conflict, Context, Failure, templates::built_in};

/// How often it is tried again when somebody else changes the settings at the same time.
const TRIES: usize = 4;

/// Switches the portal on. Nobody gets access by it (S2). The first time, the office gets the built-in sample template
/// (S14); one that it deleted does not come back.
pub async fn activate_portal(cx: &Context, session: &MemberSession) -> Result<PortalSettings, Failure> {
    let mut office = session.office.clone();
    let mut is_first_time = true;
    for _ in 0..TRIES {
        if office.portal_is_active {
            return Err(Conflict::AlreadyActive.into());
        }
        let after = OfficeRecord { portal_is_active: true, ..office.clone() };
        let mut transaction = cx.table.transaction();
        if is_first_time {
            offices::save_with_template(&mut transaction, &after);
            templates::create_built_in(&mut transaction, &session.scope, &built_in(cx, &office)?);
        } else {
            offices::save(&mut transaction, &after);
        }
        match settings_after(cx, transaction, after).await? {
            Outcome::Written(settings) => return Ok(*settings),
            Outcome::Stale => office = read_again(cx, session).await?,
            Outcome::HadTemplate => is_first_time = false,
        }
    }
    Err(Conflict::Busy.into())
}

/// Switches the portal off. Every client session ends with its next request, and no older one comes back when the portal
/// is switched on again; all data stays (S1).
pub async fn deactivate_portal(cx: &Context, session: &MemberSession) -> Result<PortalSettings, Failure> {
    let mut office = session.office.clone();
    for _ in 0..TRIES {
        if !office.portal_is_active {
            return Err(Conflict::PortalInactive.into());
        }
        let portal_epoch = office.portal_epoch.saturating_add(1);
        let after = OfficeRecord { portal_is_active: false, portal_epoch, ..office.clone() };
        let mut transaction = cx.table.transaction();
        offices::save(&mut transaction, &after);
        match settings_after(cx, transaction, after).await? {
            Outcome::Written(settings) => return Ok(*settings),
            Outcome::Stale | Outcome::HadTemplate => office = read_again(cx, session).await?,
        }
    }
    Err(Conflict::Busy.into())
}

enum Outcome {
    Written(Box<PortalSettings>),
    Stale,
    HadTemplate,
}

async fn settings_after(
    cx: &Context,
    transaction: Transaction<'_>,
    mut after: OfficeRecord,
) -> Result<Outcome, Failure> {
    let (written, suggestion) = tokio::join!(transaction.commit(), suggestion(cx, &after));
    match written {
        Ok(()) => {
            after.v = after.v.saturating_add(1);
            Ok(Outcome::Written(Box::new(PortalSettings::of(cx, &after, suggestion?))))
        }
        Err(TransactionError::Refused { label: "version_mismatch", .. }) => Ok(Outcome::Stale),
        Err(TransactionError::Refused { label: "built_in_given", .. }) => Ok(Outcome::HadTemplate),
        Err(error) => Err(error.into()),
    }
}

async fn read_again(cx: &Context, session: &MemberSession) -> Result<OfficeRecord, Failure> {
    offices::get(&cx.table, &session.scope).await?.ok_or(Failure::NotSignedIn)
}
