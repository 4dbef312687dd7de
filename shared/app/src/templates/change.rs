//! Making, editing and deleting templates.

use sild_domain::{Description, ShortText, TemplateId, Title};
use sild_store::{
    Version,
    sessions::MemberSession,
    templates::{self, TEMPLATE_LINES_MAX, TemplateRecord},
};

use super::Template;
use crate::{Context, Creation, Failure};

/// What a new template is made of.
#[derive(Debug, Clone)]
pub struct NewTemplate {
    /// The title of each copy.
    pub title: Title,
    /// The description of each copy.
    pub description: Description,
    /// The checklist of each copy.
    pub checklist: Vec<ShortText>,
    /// Whether contacts may tick it.
    pub client_may_tick: bool,
}

/// What an edit changes; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct TemplateEdit {
    /// The title of each copy.
    pub title: Option<Title>,
    /// The description of each copy.
    pub description: Option<Description>,
    /// The checklist of each copy.
    pub checklist: Option<Vec<ShortText>>,
    /// Whether contacts may tick it.
    pub client_may_tick: Option<bool>,
}

/// Makes a template behind those that there are.
pub async fn create_template(
    cx: &Context,
    session: &MemberSession,
    new: NewTemplate,
    creation: &Creation,
) -> Result<Template, Failure> {
    check_checklist(&new.checklist)?;
    let now = cx.now();
    let template = TemplateRecord {
        id: TemplateId::new(now, cx.random()),
        title: new.title,
        description: new.description,
        checklist: new.checklist,
        client_may_tick: new.client_may_tick,
        created_at: now,
        v: 1,
    };
    let mut transaction = cx.table.transaction();
    templates::create(&mut transaction, &session.scope, &template);
    let answer = Template::of(&template);
    creation.commit(cx, session.office.id, session.scope.actor(), transaction, answer).await
}

/// Edits a template at the version that it was read with: copies that are given from now on are of the new kind (S15).
pub async fn update_template(
    cx: &Context,
    session: &MemberSession,
    id: TemplateId,
    version: Version,
    edit: TemplateEdit,
) -> Result<Template, Failure> {
    if let Some(checklist) = &edit.checklist {
        check_checklist(checklist)?;
    }
    let before = templates::get(&cx.table, &session.scope, id).await?.ok_or(Failure::NotFound)?;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let mut after = TemplateRecord {
        title: edit.title.unwrap_or(before.title),
        description: edit.description.unwrap_or(before.description),
        checklist: edit.checklist.unwrap_or(before.checklist),
        client_may_tick: edit.client_may_tick.unwrap_or(before.client_may_tick),
        ..before
    };
    let mut transaction = cx.table.transaction();
    templates::save(&mut transaction, &session.scope, &after);
    transaction.commit().await?;
    after.v = after.v.saturating_add(1);
    Ok(Template::of(&after))
}

/// Deletes a template: nobody gets a copy of it any more, and those that were given stay (S15, S21).
pub async fn delete_template(cx: &Context, session: &MemberSession, id: TemplateId) -> Result<(), Failure> {
    let mut transaction = cx.table.transaction();
    templates::delete(&mut transaction, &session.scope, id);
    Ok(transaction.commit().await?)
}

/// No more lines than fit into what is written when clients get their copies.
fn check_checklist(lines: &[ShortText]) -> Result<(), Failure> {
    if lines.len() > TEMPLATE_LINES_MAX {
        return Err(Failure::field("/checklist", "too_many_items"));
    }
    Ok(())
}
