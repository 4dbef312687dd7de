//! New clients, as many in one transaction as it takes.

use std::{collections::BTreeSet, iter};

use futures::future::{BoxFuture, FutureExt as _};
use sild_store::Transaction;

use super::{
    good_row::GoodRow,
    write::{RowOutcome, Writer, created, is_in_the_way, obstacle},
};
use crate::Failure;

/// The number of each row, and what came of it.
type Made = Vec<(u32, RowOutcome)>;

/// Rows whose clients are written at once, or not at all.
pub(super) struct Together<'w> {
    transaction: Transaction<'w>,
    rows: Made,
    /// Nobody comes twice: an item is named once in a transaction.
    emails: BTreeSet<String>,
}

/// A row by itself, ready to be written.
struct Alone<'w> {
    creation: Transaction<'w>,
    row: (u32, RowOutcome),
    email: Option<String>,
}

impl<'w> Together<'w> {
    /// The writes of rows that each make a client of their own, put together as they are asked for. A row whose contact
    /// cannot come to a client more is left out.
    pub(super) fn writes(
        writer: &'w Writer<'w>,
        rows: Vec<&'w GoodRow>,
    ) -> Box<dyn Iterator<Item = BoxFuture<'w, Result<Made, Failure>>> + Send + 'w> {
        let mut alone = rows.into_iter().filter_map(|row| Alone::of(writer, row)).peekable();
        Box::new(iter::from_fn(move || {
            let mut together = Self::of(alone.next()?);
            while let Some(next) = alone.next_if(|next| together.has_room_for(next)) {
                together.add(next);
            }
            Some(together.write().boxed())
        }))
    }

    fn of(first: Alone<'w>) -> Self {
        let emails = first.email.into_iter().collect();
        Self { transaction: first.creation, rows: vec![first.row], emails }
    }

    fn has_room_for(&self, next: &Alone<'w>) -> bool {
        let is_met = next.email.as_ref().is_some_and(|email| self.emails.contains(email));
        !is_met && self.transaction.len() + next.creation.len() <= Transaction::ITEMS_MAX
    }

    fn add(&mut self, next: Alone<'w>) {
        self.transaction.append(next.creation);
        self.rows.push(next.row);
        self.emails.extend(next.email);
    }

    /// What came of each row; nothing where one of them was in somebody's way, and none was written.
    async fn write(self) -> Result<Made, Failure> {
        match self.transaction.commit().await {
            Ok(()) => Ok(self.rows),
            Err(error) if is_in_the_way(&error) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }
}

impl<'w> Alone<'w> {
    fn of(writer: &'w Writer<'w>, row: &GoodRow) -> Option<Self> {
        let email = row.contact.as_ref().map(|contact| contact.email.folded());
        let known = email.as_ref().and_then(|email| writer.known.contacts.get(email));
        if known.and_then(obstacle).is_some() {
            return None;
        }
        let creation = writer.creation(row, writer.own_id(row), known);
        Some(Self { creation, row: (row.number, created(row, known)), email })
    }
}
