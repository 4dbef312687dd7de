//! Taking a picture or the video away.

use sild_store::{
    media::{self, MediaSlot, media_object_key},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use crate::{Context, Failure};

/// Takes away what a slot has in use, and what is being checked for it: the portal shows again what comes with the product.
/// That there is none is no error.
pub async fn remove_portal_media(
    cx: &Context,
    session: &MemberSession,
    slot: MediaSlot,
) -> Result<(), Failure> {
    let office = &session.office;
    let mut transaction = cx.table.transaction();
    media::clear(&mut transaction, &session.scope, slot);
    if let Some(stored) = office.media.in_use(slot) {
        let keys = stored.files.iter().map(|file| media_object_key(office.id, &file.name)).collect();
        let effect = Effect::ForgetObjects { office_id: office.id, keys };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    Ok(transaction.commit().await?)
}
