//! Where a list goes on: opaque to callers, and without a partition key in it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

/// The smallest, usual and largest number of entries in one answer.
pub const LIMIT_DEFAULT: u16 = 20;
/// The largest page that may be asked for.
pub const LIMIT_MAX: u16 = 100;

/// The place after which the next page begins: the sort key of the last entry, and what else names it in its partition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(pub(crate) Vec<String>);

impl Cursor {
    /// Reads what a caller sent back.
    ///
    /// # Errors
    /// [`CursorError`] when it is not one that an answer gave.
    pub fn parse(text: &str) -> Result<Self, CursorError> {
        if text.len() > 2_048 {
            return Err(CursorError);
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| CursorError)?;
        let parts = serde_json::from_slice::<Vec<String>>(&bytes).map_err(|_| CursorError)?;
        if parts.is_empty() || parts.len() > 3 || parts.iter().any(String::is_empty) {
            return Err(CursorError);
        }
        Ok(Self(parts))
    }
}

impl Cursor {
    /// The place in that one of several lists.
    #[must_use]
    pub fn in_list(mut self, list: usize) -> Self {
        self.0.push(list.to_string());
        self
    }

    /// In which of several lists the place is, if it says so, and the place itself.
    #[must_use]
    pub fn out_of_list(mut self) -> (Option<usize>, Self) {
        let list = if self.0.len() > 1 { self.0.pop() } else { None };
        (list.and_then(|list| list.parse().ok()), self)
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let json = serde_json::to_vec(&self.0).map_err(|_| std::fmt::Error)?;
        f.write_str(&URL_SAFE_NO_PAD.encode(json))
    }
}

/// A cursor that no answer gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the cursor is not one that a list answered")]
pub struct CursorError;

/// How much of a list to read, and from where.
#[derive(Debug, Clone)]
pub struct PageRequest {
    /// 1–100 entries.
    pub limit: u16,
    /// `None` begins at the top.
    pub after: Option<Cursor>,
}

impl PageRequest {
    /// The first `limit` entries.
    #[must_use]
    pub const fn first(limit: u16) -> Self {
        Self { limit, after: None }
    }
}

/// A part of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// In the list's order.
    pub items: Vec<T>,
    /// `None` at the end of the list.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// Cuts a page out of a list that is in memory, in the order of the places that `place_of` gives.
    pub fn cut(all: Vec<T>, request: &PageRequest, place_of: impl Fn(&T) -> String) -> Self {
        let after = request.after.as_ref().and_then(|cursor| cursor.0.first());
        let mut rest = all.into_iter().filter(|item| after.is_none_or(|after| place_of(item) > *after));
        let items = rest.by_ref().take(usize::from(request.limit)).collect::<Vec<_>>();
        let has_more = rest.next().is_some();
        let next = items.last().filter(|_| has_more).map(|item| Cursor(vec![place_of(item)]));
        Self { items, next }
    }

    /// The same page of something else.
    pub fn map<U>(self, each: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(each).collect(), next: self.next }
    }
}

/// The first of what lies ahead.
#[derive(Debug, Clone)]
pub struct Soonest<T> {
    /// The soonest first.
    pub items: Vec<T>,
    /// Whether more lies ahead than was read.
    pub is_cut: bool,
}

impl<T> Soonest<T> {
    /// The first `limit` of what was read; reading one more shows whether there is more.
    pub(crate) fn of(mut items: Vec<T>, limit: u16) -> Self {
        let limit = usize::from(limit);
        let is_cut = items.len() > limit;
        items.truncate(limit);
        Self { items, is_cut }
    }

    pub(crate) fn keep(mut self, is_kept: impl Fn(&T) -> bool) -> Self {
        self.items.retain(is_kept);
        self
    }
}
