//! Reading one of several lists, where each holds everything that is wanted and more beside it.

use std::cmp::Reverse;

use futures::future::try_join_all;
use sild_store::{Cursor, Page, PageRequest, StoreError};

/// How many lists are tried at the most.
pub(crate) const TRIED: usize = 3;
/// How many pages' worth of entries are looked through at the most.
pub(crate) const LOOKED_THROUGH: u16 = 10;

/// Finds what is wanted in whichever of the lists has least beside it. `read` gives a page of what is wanted in a list, out of
/// so many entries of it. A page's worth of every list is read side by side: a list that ends there has told everything, and
/// otherwise that which gave most is gone on with, up to `pages` pages' worth in all. Later pages stay with it.
pub(crate) async fn find_in_narrowest<T, F>(
    lists: usize,
    request: &PageRequest,
    pages: u16,
    read: impl Fn(usize, PageRequest, u16) -> F,
) -> Result<Page<T>, StoreError>
where
    F: Future<Output = Result<Page<T>, StoreError>>,
{
    let limit = request.limit;
    let entries = |pages: u16| limit.saturating_mul(pages);
    if lists == 1 {
        return read(0, request.clone(), entries(pages)).await;
    }
    if let Some(after) = request.after.clone() {
        let (list, after) = after.out_of_list();
        let list = list.filter(|list| *list < lists).unwrap_or_default();
        let page = read(list, PageRequest { limit, after: Some(after) }, entries(pages)).await?;
        return Ok(marked(page, list));
    }
    let mut tried = try_join_all((0..lists).map(|list| read(list, request.clone(), limit))).await?;
    if let Some(whole) = tried.iter().position(|page| page.next.is_none()) {
        return Ok(tried.swap_remove(whole));
    }
    let best = (0..lists).min_by_key(|list| Reverse(tried[*list].items.len())).unwrap_or_default();
    let left = pages.saturating_sub(u16::try_from(lists).unwrap_or(u16::MAX));
    if tried[best].items.len() < usize::from(limit) && left > 0 {
        tried[best] = read(best, request.clone(), entries(left)).await?;
    }
    Ok(marked(tried.swap_remove(best), best))
}

fn marked<T>(page: Page<T>, list: usize) -> Page<T> {
    Page { next: page.next.map(|next| Cursor::in_list(next, list)), ..page }
}
