//! Lists: how much, from where, and what comes back.

use serde::{Deserialize, Serialize};
use sild_store::{
    Cursor, Page, PageRequest,
    cursor::{LIMIT_DEFAULT, LIMIT_MAX},
    files::FILES_MAX,
};
use utoipa::{IntoParams, ToSchema};

use crate::problem::{FieldProblem, Problem};

/// A part of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PageBody<T: ToSchema> {
    /// In the list's order.
    pub items: Vec<T>,
    /// The `cursor` of the next part; `null` at the end.
    pub next: Option<String>,
}

impl<T: ToSchema> From<Page<T>> for PageBody<T> {
    fn from(page: Page<T>) -> Self {
        Self { items: page.items, next: page.next.map(|cursor| cursor.to_string()) }
    }
}

/// The two values that every list takes, for lists that take no other.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Paging {
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

impl Paging {
    /// What the store is asked.
    ///
    /// # Errors
    /// 422 for a limit out of range or a cursor that no list answered.
    pub fn request(&self) -> Result<PageRequest, Problem> {
        page_request(self.limit, self.cursor.as_deref())
    }
}

/// The two values of a list of files, whose pages are shorter.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FilePaging {
    /// 1–50 entries; 20 unless told.
    #[param(minimum = 1, maximum = 50, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

impl FilePaging {
    /// What the store is asked.
    ///
    /// # Errors
    /// 422 for a limit out of range or a cursor that no list answered.
    pub fn request(&self) -> Result<PageRequest, Problem> {
        request_within(FILES_MAX, self.limit, self.cursor.as_deref())
    }
}

/// What the store is asked for these two values.
///
/// # Errors
/// 422 for a limit out of range or a cursor that no list answered.
pub fn page_request(limit: Option<u16>, cursor: Option<&str>) -> Result<PageRequest, Problem> {
    request_within(LIMIT_MAX, limit, cursor)
}

fn request_within(most: u16, limit: Option<u16>, cursor: Option<&str>) -> Result<PageRequest, Problem> {
    let limit = limit.unwrap_or(LIMIT_DEFAULT);
    if !(1..=most).contains(&limit) {
        return Err(invalid("?limit", "out_of_range"));
    }
    let after = cursor.map(Cursor::parse).transpose().map_err(|_| invalid("?cursor", "invalid_format"))?;
    Ok(PageRequest { limit, after })
}

fn invalid(pointer: &str, code: &'static str) -> Problem {
    Problem::invalid(vec![FieldProblem { pointer: pointer.to_owned(), code }])
}
