//! The checklist of a task.

use crate::{ChecklistItemId, ShortText};

/// One line to tick.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistItem {
    /// What a tick names.
    pub id: ChecklistItemId,
    /// What is to do.
    pub text: ShortText,
    /// Whether it is ticked.
    pub is_done: bool,
}

/// At most [`Checklist::MAX_ITEMS`] lines in their order, each with an id of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Vec<ChecklistItem>", into = "Vec<ChecklistItem>")]
pub struct Checklist(Vec<ChecklistItem>);

/// Why lines are no checklist. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChecklistError {
    /// More lines than fit.
    #[error("too_many_items: a checklist has at most 100 lines")]
    TooManyItems,
    /// Two lines have one id.
    #[error("duplicate_item: two lines of the checklist have the same id")]
    DuplicateItem,
}

impl ChecklistError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooManyItems => "too_many_items",
            Self::DuplicateItem => "duplicate_item",
        }
    }
}

impl Checklist {
    /// The most lines, so that a task fits into one item of the table.
    pub const MAX_ITEMS: usize = 100;

    /// Checks `items`.
    ///
    /// # Errors
    /// [`ChecklistError`] if there are too many or an id comes twice.
    pub fn parse(items: Vec<ChecklistItem>) -> Result<Self, ChecklistError> {
        if items.len() > Self::MAX_ITEMS {
            return Err(ChecklistError::TooManyItems);
        }
        let ids: std::collections::BTreeSet<_> = items.iter().map(|item| item.id).collect();
        if ids.len() < items.len() {
            return Err(ChecklistError::DuplicateItem);
        }
        Ok(Self(items))
    }

    /// The lines in their order.
    #[must_use]
    pub fn items(&self) -> &[ChecklistItem] {
        &self.0
    }

    /// How many lines are ticked.
    #[must_use]
    pub fn done_count(&self) -> usize {
        self.0.iter().filter(|item| item.is_done).count()
    }

    /// How many lines there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no line.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets the tick of one line: whether that changed something, or `None` if there is no such line.
    pub(super) fn set(&mut self, id: ChecklistItemId, is_done: bool) -> Option<bool> {
        let item = self.0.iter_mut().find(|item| item.id == id)?;
        let is_changed = item.is_done != is_done;
        item.is_done = is_done;
        Some(is_changed)
    }
}

impl TryFrom<Vec<ChecklistItem>> for Checklist {
    type Error = ChecklistError;

    fn try_from(items: Vec<ChecklistItem>) -> Result<Self, ChecklistError> {
        Self::parse(items)
    }
}

impl From<Checklist> for Vec<ChecklistItem> {
    fn from(checklist: Checklist) -> Self {
        checklist.0
    }
}

impl utoipa::PartialSchema for Checklist {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ArrayBuilder::new()
            .items(utoipa::openapi::Ref::from_schema_name("ChecklistItem"))
            .max_items(Some(Self::MAX_ITEMS))
            .description(Some("The lines of a checklist in their order."))
            .into()
    }
}

impl utoipa::ToSchema for Checklist {
    fn schemas(schemas: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::schema::Schema>)>) {
        schemas.push(("ChecklistItem".to_owned(), <ChecklistItem as utoipa::PartialSchema>::schema()));
        <ChecklistItem as utoipa::ToSchema>::schemas(schemas);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn item(number: u8) -> ChecklistItem {
        ChecklistItem {
            id: ChecklistItemId::new(Timestamp::UNIX_EPOCH, [number; 10]),
            text: ShortText::parse("Bank statement").unwrap(),
            is_done: false,
        }
    }

    #[test]
    fn a_hundred_lines_fit_and_one_more_does_not() {
        assert_eq!(Checklist::parse((0..100).map(item).collect()).unwrap().len(), 100);
        let error = Checklist::parse((0..101).map(item).collect()).unwrap_err();
        assert_eq!(error.code(), "too_many_items");
        assert_eq!(crate::field_code(&error.to_string()), error.code());
    }

    #[test]
    fn an_id_comes_once() {
        let error = Checklist::parse(vec![item(1), item(1)]).unwrap_err();
        assert_eq!(error.code(), "duplicate_item");
        assert_eq!(crate::field_code(&error.to_string()), error.code());
    }

    #[test]
    fn ticks_are_counted() {
        let mut checklist = Checklist::parse(vec![item(1), item(2)]).unwrap();
        assert_eq!(checklist.set(item(2).id, true), Some(true));
        assert_eq!(checklist.set(item(2).id, true), Some(false));
        assert_eq!(checklist.set(item(3).id, true), None);
        assert_eq!(checklist.done_count(), 1);
        assert!(!checklist.is_empty());
    }

    #[test]
    fn json_is_a_list_of_items() {
        let checklist = Checklist::parse(vec![item(1)]).unwrap();
        let json = serde_json::to_string(&checklist).unwrap();
        assert!(json.starts_with("[{\"id\":\"chk_"));
        assert_eq!(serde_json::from_str::<Checklist>(&json).unwrap(), checklist);
        let unknown = json.replace("\"is_done\"", "\"note\":1,\"is_done\"");
        assert!(serde_json::from_str::<Checklist>(&unknown).is_err());
    }
}
