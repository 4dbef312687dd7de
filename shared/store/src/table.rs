//! The table itself: its definition, and the reads that every aggregate is made of.

use std::{collections::HashMap, pin::Pin};

use aws_sdk_dynamodb::{
    Client,
    error::SdkError,
    operation::{put_item::PutItemError, update_item::UpdateItemError},
    types::{AttributeValue, KeysAndAttributes, ReturnValue},
};
use futures::future::try_join_all;
use jiff::Timestamp;

use crate::{
    cursor::{Cursor, Page, PageRequest},
    error::StoreError,
    key::{Index, Key, Keys},
    record::{Item, Record, from_item, to_item},
    transaction::{Transaction, TransactionError, Update},
};

pub mod definition;

/// How many keys one `BatchGetItem` may name.
const BATCH_GET_MAX: usize = 100;
/// How often what `BatchGetItem` left unprocessed is asked for again.
const BATCH_GET_ROUNDS: usize = 8;

/// The single table and the client that reaches it.
#[derive(Debug, Clone)]
pub struct Table {
    client: Client,
    name: String,
}

impl Table {
    /// The table `name` behind `client`.
    pub fn new(client: Client, name: impl Into<String>) -> Self {
        Self { client, name: name.into() }
    }

    /// Opens so many connections before the first request needs them: reads side by side of a key that never exists.
    ///
    /// # Errors
    /// [`StoreError::Call`] when the table cannot be reached.
    pub async fn warm_up(&self, connections: usize) -> Result<(), StoreError> {
        let key = Key::new("WARM", "A");
        try_join_all((0..connections).map(|_| self.get_item(&key))).await.map(|_| ())
    }

    /// Begins a transaction.
    #[must_use]
    pub fn transaction(&self) -> Transaction<'_> {
        Transaction::new(&self.client, &self.name)
    }

    /// Reads one item, strongly consistent.
    pub(crate) async fn get_item(&self, key: &Key) -> Result<Option<Item>, StoreError> {
        let request =
            self.client.get_item().table_name(&self.name).set_key(Some(key.to_item())).consistent_read(true);
        in_box(request.send())
            .await
            .map(|output| output.item)
            .map_err(|error| StoreError::call("GetItem", &error))
    }

    /// Reads one record, strongly consistent.
    pub(crate) async fn get<R: Record>(&self, key: &Key) -> Result<Option<R>, StoreError> {
        self.get_item(key).await?.map(from_item).transpose()
    }

    /// What stands in a shard of a list of the sweep with a time before `before`, oldest first.
    pub(crate) async fn overdue<R: Record>(
        &self,
        list: &str,
        shard: u8,
        before: Timestamp,
        limit: u16,
    ) -> Result<Vec<R>, StoreError> {
        let query = self.query_index(Index::Gsi2, format!("{list}#{shard}"));
        let items = query.between("0", before.to_string()).top(limit).await?;
        items.into_iter().map(from_item).collect()
    }

    /// Reads many records, strongly consistent; the ones that do not exist are missing in the answer. In no order.
    pub(crate) async fn get_many<R: Record>(&self, keys: &[Key]) -> Result<Vec<R>, StoreError> {
        self.get_items(keys, &[]).await?.into_iter().map(from_item).collect()
    }

    /// As [`Table::get_many`], of whatever kinds: their kind and these attributes, or all where none are named.
    pub(crate) async fn get_items(&self, keys: &[Key], attributes: &[&str]) -> Result<Vec<Item>, StoreError> {
        let batches = keys.chunks(BATCH_GET_MAX).map(|batch| self.get_batch(batch, attributes));
        let mut items = Vec::with_capacity(keys.len());
        for batch in join_all(batches).await {
            items.append(&mut batch?);
        }
        Ok(items)
    }

    async fn get_batch(&self, keys: &[Key], attributes: &[&str]) -> Result<Vec<Item>, StoreError> {
        let mut names = HashMap::new();
        let projection =
            (!attributes.is_empty()).then(|| projection(&[attributes, &["ent"]].concat(), &mut names));
        let names = projection.is_some().then_some(names);
        let mut wanted = keys.iter().map(Key::to_item).collect::<Vec<_>>();
        let mut found = Vec::with_capacity(keys.len());
        for _ in 0..BATCH_GET_ROUNDS {
            let request = KeysAndAttributes::builder()
                .set_keys(Some(wanted))
                .set_projection_expression(projection.clone())
                .set_expression_attribute_names(names.clone())
                .consistent_read(true)
                .build()
                .map_err(|error| StoreError::Call { operation: "BatchGetItem", cause: error.to_string() })?;
            let output = self
                .client
                .batch_get_item()
                .request_items(&self.name, request)
                .send()
                .await
                .map_err(|error| StoreError::call("BatchGetItem", &error))?;
            if let Some(mut tables) = output.responses {
                found.append(&mut tables.remove(&self.name).unwrap_or_default());
            }
            wanted = output
                .unprocessed_keys
                .and_then(|mut tables| tables.remove(&self.name))
                .map(|keys| keys.keys)
                .unwrap_or_default();
            if wanted.is_empty() {
                return Ok(found);
            }
        }
        Err(StoreError::Call {
            operation: "BatchGetItem",
            cause: "keys were left unprocessed again and again".to_owned(),
        })
    }

    /// Writes one record, whatever stood there.
    pub(crate) async fn put<R: Record>(&self, keys: &Keys, record: &R) -> Result<(), StoreError> {
        self.client
            .put_item()
            .table_name(&self.name)
            .set_item(Some(to_item(keys, record)?))
            .send()
            .await
            .map(|_| ())
            .map_err(|error| StoreError::call("PutItem", &error))
    }

    /// Writes one record that is not there yet; `false` if it is.
    pub(crate) async fn put_new<R: Record>(&self, keys: &Keys, record: &R) -> Result<bool, StoreError> {
        let outcome = self
            .client
            .put_item()
            .table_name(&self.name)
            .set_item(Some(to_item(keys, record)?))
            .condition_expression("attribute_not_exists(pk)")
            .send()
            .await;
        match outcome {
            Ok(_) => Ok(true),
            Err(SdkError::ServiceError(error))
                if matches!(error.err(), PutItemError::ConditionalCheckFailedException(_)) =>
            {
                Ok(false)
            }
            Err(error) => Err(StoreError::call("PutItem", &error)),
        }
    }

    /// Removes one item of which the audit trail tells, and says who did; `false` if it was not there.
    pub(crate) async fn remove(&self, key: &Key) -> Result<bool, StoreError> {
        let mut transaction = self.transaction();
        transaction.delete_existing("gone", key);
        match transaction.commit().await {
            Ok(()) => Ok(true),
            Err(TransactionError::Refused { .. }) => Ok(false),
            Err(TransactionError::Store(error)) => Err(error),
            Err(error @ TransactionError::Busy) => {
                Err(StoreError::Call { operation: "TransactWriteItems", cause: error.to_string() })
            }
        }
    }

    /// Removes one item of which the audit trail does not tell; that it is not there is no error.
    pub(crate) async fn delete(&self, key: &Key) -> Result<(), StoreError> {
        self.client
            .delete_item()
            .table_name(&self.name)
            .set_key(Some(key.to_item()))
            .send()
            .await
            .map(|_| ())
            .map_err(|error| StoreError::call("DeleteItem", &error))
    }

    /// Removes one item: `false` if it was not there.
    pub(crate) async fn delete_found(&self, key: &Key) -> Result<bool, StoreError> {
        self.client
            .delete_item()
            .table_name(&self.name)
            .set_key(Some(key.to_item()))
            .return_values(ReturnValue::AllOld)
            .send()
            .await
            .map(|output| output.attributes.is_some_and(|attributes| !attributes.is_empty()))
            .map_err(|error| StoreError::call("DeleteItem", &error))
    }

    /// Carries out one update outside a transaction: the item as it is then, or `None` when its condition refused.
    pub(crate) async fn update(&self, update: Update) -> Result<Option<Item>, StoreError> {
        let parts = update.into_parts();
        let outcome = self
            .client
            .update_item()
            .table_name(&self.name)
            .set_key(Some(parts.key))
            .update_expression(parts.update)
            .set_condition_expression(parts.condition)
            .set_expression_attribute_names(Some(parts.names))
            .set_expression_attribute_values(parts.values)
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match outcome {
            Ok(output) => Ok(Some(output.attributes.unwrap_or_default())),
            Err(SdkError::ServiceError(error))
                if matches!(error.err(), UpdateItemError::ConditionalCheckFailedException(_)) =>
            {
                Ok(None)
            }
            Err(error) => Err(StoreError::call("UpdateItem", &error)),
        }
    }

    /// Begins a query of one partition of the table.
    pub(crate) fn query(&self, pk: impl Into<String>) -> Query<'_> {
        Query::new(self, None, pk.into())
    }

    /// Begins a query of one partition of an index.
    pub(crate) fn query_index(&self, index: Index, pk: impl Into<String>) -> Query<'_> {
        Query::new(self, Some(index), pk.into())
    }
}

/// Which sort keys of a partition.
#[derive(Debug, Clone)]
enum Range {
    All,
    BeginsWith(String),
    Between(String, String),
}

impl Range {
    fn holds(&self, sk: &str) -> bool {
        match self {
            Self::All => true,
            Self::BeginsWith(prefix) => sk.starts_with(prefix),
            Self::Between(first, last) => (first.as_str()..=last).contains(&sk),
        }
    }
}

/// One query of one partition.
#[derive(Debug, Clone)]
pub(crate) struct Query<'t> {
    table: &'t Table,
    index: Option<Index>,
    pk: String,
    range: Range,
    forward: bool,
    consistent: bool,
    attributes: &'static [&'static str],
}

impl<'t> Query<'t> {
    fn new(table: &'t Table, index: Option<Index>, pk: String) -> Self {
        Self {
            table,
            index,
            pk,
            range: Range::All,
            forward: true,
            consistent: index.is_none(),
            attributes: &[],
        }
    }

    pub(crate) fn begins_with(mut self, prefix: impl Into<String>) -> Self {
        self.range = Range::BeginsWith(prefix.into());
        self
    }

    pub(crate) fn between(mut self, first: impl Into<String>, last: impl Into<String>) -> Self {
        self.range = Range::Between(first.into(), last.into());
        self
    }

    pub(crate) fn newest_first(mut self) -> Self {
        self.forward = false;
        self
    }

    /// Reads these attributes of each item and no others.
    pub(crate) const fn only(mut self, attributes: &'static [&'static str]) -> Self {
        self.attributes = attributes;
        self
    }

    /// Everything that the range holds, however many pages it takes.
    pub(crate) async fn all(self) -> Result<Vec<Item>, StoreError> {
        let mut items = Vec::new();
        let mut start = None;
        loop {
            let (mut page, last) = self.send(None, start).await?;
            items.append(&mut page);
            match last {
                Some(last) => start = Some(last),
                None => return Ok(items),
            }
        }
    }

    /// At most `limit` items from the top.
    pub(crate) async fn top(self, limit: u16) -> Result<Vec<Item>, StoreError> {
        self.send(Some(limit), None).await.map(|(items, _)| items)
    }

    /// One page. `primary` gives the key of the entry from its sort key in the list, as the cursor holds no partition key.
    pub(crate) async fn page(
        self,
        request: &PageRequest,
        primary: impl Fn(&str) -> Key,
    ) -> Result<Page<Item>, StoreError> {
        let after = request.after.as_ref().and_then(|cursor| cursor.0.first());
        if after.is_some_and(|sk| !self.range.holds(sk)) {
            return Err(StoreError::Cursor);
        }
        let start = after.map(|sk| self.start_after(sk, &primary));
        let sort_name = self.index.map_or("sk", Index::sk);
        // One more than asked for says whether there is a next page, so that none is empty.
        let (mut items, last) = self.send(Some(request.limit.saturating_add(1)), start).await?;
        let limit = usize::from(request.limit);
        let has_more = items.len() > limit;
        items.truncate(limit);
        let next = if has_more { items.last() } else { last.as_ref() }
            .and_then(|item| crate::record::text(item, sort_name))
            .map(|sk| Cursor(vec![sk.to_owned()]));
        Ok(Page { items, next })
    }

    fn start_after(&self, sk: &str, primary: impl Fn(&str) -> Key) -> Item {
        let mut key = primary(sk).to_item();
        match self.index {
            None => {
                key.insert("pk".to_owned(), AttributeValue::S(self.pk.clone()));
                key.insert("sk".to_owned(), AttributeValue::S(sk.to_owned()));
            }
            Some(index) => {
                key.insert(index.pk().to_owned(), AttributeValue::S(self.pk.clone()));
                key.insert(index.sk().to_owned(), AttributeValue::S(sk.to_owned()));
            }
        }
        key
    }

    async fn send(
        &self,
        limit: Option<u16>,
        start: Option<Item>,
    ) -> Result<(Vec<Item>, Option<Item>), StoreError> {
        let (pk_name, sk_name) = self.index.map_or(("pk", "sk"), |index| (index.pk(), index.sk()));
        let mut names = HashMap::from([("#pk".to_owned(), pk_name.to_owned())]);
        let mut values = HashMap::from([(":pk".to_owned(), AttributeValue::S(self.pk.clone()))]);
        let mut condition = "#pk = :pk".to_owned();
        match &self.range {
            Range::All => {}
            Range::BeginsWith(prefix) => {
                condition.push_str(" AND begins_with(#sk, :prefix)");
                values.insert(":prefix".to_owned(), AttributeValue::S(prefix.clone()));
            }
            Range::Between(first, last) => {
                condition.push_str(" AND #sk BETWEEN :first AND :last");
                values.insert(":first".to_owned(), AttributeValue::S(first.clone()));
                values.insert(":last".to_owned(), AttributeValue::S(last.clone()));
            }
        }
        if !matches!(self.range, Range::All) {
            names.insert("#sk".to_owned(), sk_name.to_owned());
        }
        // The kind and the place in the list belong to every item that is read.
        let wanted = [self.attributes, &["ent", sk_name]].concat();
        let projection = (!self.attributes.is_empty()).then(|| projection(&wanted, &mut names));
        let request = self
            .table
            .client
            .query()
            .table_name(&self.table.name)
            .set_index_name(self.index.map(|index| index.name().to_owned()))
            .key_condition_expression(condition)
            .set_projection_expression(projection)
            .set_expression_attribute_names(Some(names))
            .set_expression_attribute_values(Some(values))
            .scan_index_forward(self.forward)
            .consistent_read(self.consistent)
            .set_limit(limit.map(i32::from))
            .set_exclusive_start_key(start);
        let output = in_box(request.send()).await.map_err(|error| StoreError::call("Query", &error))?;
        Ok((output.items.unwrap_or_default(), output.last_evaluated_key.filter(|key| !key.is_empty())))
    }
}

/// The expression that asks for these attributes; what its marks stand for goes into `names`.
fn projection(attributes: &[&str], names: &mut HashMap<String, String>) -> String {
    let marks = attributes.iter().enumerate().map(|(n, name)| {
        let mark = format!("#a{n}");
        names.insert(mark.clone(), (*name).to_owned());
        mark
    });
    marks.collect::<Vec<_>>().join(", ")
}

/// In a box of its own: the SDK's futures have several kB each, which whoever reads would carry around.
fn in_box<'f, F: Future + Send + 'f>(future: F) -> Pin<Box<dyn Future<Output = F::Output> + Send + 'f>> {
    Box::pin(future)
}

/// Runs futures of one kind at the same time and gives their outcomes in order.
pub(crate) async fn join_all<F: Future>(futures: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    futures::future::join_all(futures).await
}
