//! Making and editing checklists.

use sild_domain::{Checklist, ChecklistItem, ChecklistItemId, ShortText};

use crate::{Context, Failure};

/// A line of an edited checklist.
#[derive(Debug, Clone)]
pub struct ChecklistEdit {
    /// Which line it was; none for a new one.
    pub id: Option<ChecklistItemId>,
    /// What is to do.
    pub text: ShortText,
    /// Whether it is ticked; as before unless told.
    pub is_done: Option<bool>,
}

/// A checklist of these lines, none ticked.
pub(crate) fn new_checklist(
    cx: &Context,
    texts: impl IntoIterator<Item = ShortText>,
) -> Result<Checklist, Failure> {
    let now = cx.now();
    let items = texts.into_iter().map(|text| ChecklistItem {
        id: ChecklistItemId::new(now, cx.random()),
        text,
        is_done: false,
    });
    checked(items.collect())
}

/// The checklist as an edit leaves it: known lines keep their ids, new ones get one.
pub(super) fn edited(
    cx: &Context,
    before: &Checklist,
    edits: Vec<ChecklistEdit>,
) -> Result<Checklist, Failure> {
    let now = cx.now();
    let mut items = Vec::with_capacity(edits.len());
    for (index, edit) in edits.into_iter().enumerate() {
        let (id, was_done) = match edit.id {
            None => (ChecklistItemId::new(now, cx.random()), false),
            Some(id) => {
                let known = before.items().iter().find(|item| item.id == id);
                let known =
                    known.ok_or_else(|| Failure::field(format!("/checklist/{index}/id"), "invalid_id"))?;
                (id, known.is_done)
            }
        };
        items.push(ChecklistItem { id, text: edit.text, is_done: edit.is_done.unwrap_or(was_done) });
    }
    checked(items)
}

fn checked(items: Vec<ChecklistItem>) -> Result<Checklist, Failure> {
    Checklist::parse(items).map_err(|error| Failure::field("/checklist", error.code()))
}
