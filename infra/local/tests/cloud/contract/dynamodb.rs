//! DynamoDB: conditions, transactions, indexes and paging.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Delete, KeysAndAttributes, Put, ReturnValue,
    ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update,
};

use super::{Target, checks};

checks! {
    a_conditional_put_happens_once,
    a_failed_condition_returns_the_item_when_asked,
    a_transaction_names_the_condition_that_failed_and_writes_nothing,
    a_transaction_with_the_same_token_happens_once,
    a_token_with_another_transaction_is_refused,
    an_index_is_read_in_both_orders_and_page_by_page,
    a_range_of_sort_keys_is_read_consistently,
    an_update_counts_and_returns_what_it_made,
    an_update_with_a_version_condition_refuses_a_stale_one,
    a_batch_get_finds_what_exists,
    an_item_that_does_not_exist_is_no_item,
    an_oversized_item_is_refused,
    a_missing_table_is_said,
}

fn s(text: &str) -> AttributeValue {
    AttributeValue::S(text.into())
}

fn n(number: i64) -> AttributeValue {
    AttributeValue::N(number.to_string())
}

fn item(pk: &str, sk: &str) -> HashMap<String, AttributeValue> {
    HashMap::from([("pk".into(), s(pk)), ("sk".into(), s(sk))])
}

fn indexed(pk: &str, index: &str, order: &str) -> HashMap<String, AttributeValue> {
    let mut item = item(pk, "A");
    item.insert("gsi1pk".into(), s(index));
    item.insert("gsi1sk".into(), s(order));
    item
}

async fn put(client: &Client, table: &str, item: HashMap<String, AttributeValue>) {
    client.put_item().table_name(table).set_item(Some(item)).send().await.unwrap();
}

async fn exists(client: &Client, table: &str, pk: &str) -> bool {
    let got = client
        .get_item()
        .table_name(table)
        .set_key(Some(item(pk, "A")))
        .consistent_read(true)
        .send()
        .await
        .unwrap();
    got.item.is_some()
}

async fn a_conditional_put_happens_once(target: &Target) {
    let client = target.dynamodb();
    let put = || {
        client
            .put_item()
            .table_name(&target.table)
            .set_item(Some(item("once", "A")))
            .condition_expression("attribute_not_exists(pk)")
            .send()
    };
    put().await.unwrap();
    let refused = put().await.unwrap_err().into_service_error();
    assert!(refused.is_conditional_check_failed_exception());
    assert_eq!(refused.message(), Some("The conditional request failed"));
}

async fn a_failed_condition_returns_the_item_when_asked(target: &Target) {
    let client = target.dynamodb();
    let mut old = item("returned", "A");
    old.insert("v".into(), n(3));
    put(&client, &target.table, old).await;
    let refused = client
        .update_item()
        .table_name(&target.table)
        .set_key(Some(item("returned", "A")))
        .update_expression("SET v = :new")
        .condition_expression("v = :old")
        .expression_attribute_values(":new", n(9))
        .expression_attribute_values(":old", n(2))
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    match refused {
        aws_sdk_dynamodb::operation::update_item::UpdateItemError::ConditionalCheckFailedException(
            failed,
        ) => {
            assert_eq!(failed.item.unwrap()["v"], n(3));
        }
        other => panic!("{other:?}"),
    }
}

fn transact_put(
    table: &str,
    item: HashMap<String, AttributeValue>,
    condition: Option<&str>,
) -> TransactWriteItem {
    let put = Put::builder()
        .table_name(table)
        .set_item(Some(item))
        .set_condition_expression(condition.map(str::to_owned));
    TransactWriteItem::builder().put(put.build().unwrap()).build()
}

async fn a_transaction_names_the_condition_that_failed_and_writes_nothing(target: &Target) {
    let client = target.dynamodb();
    put(&client, &target.table, item("taken", "A")).await;
    let check = ConditionCheck::builder()
        .table_name(&target.table)
        .set_key(Some(item("nobody", "A")))
        .condition_expression("attribute_exists(pk)")
        .build()
        .unwrap();
    let delete =
        Delete::builder().table_name(&target.table).set_key(Some(item("taken", "A"))).build().unwrap();
    let update = Update::builder()
        .table_name(&target.table)
        .set_key(Some(item("counter", "A")))
        .update_expression("ADD seen :one")
        .expression_attribute_values(":one", n(1))
        .build()
        .unwrap();
    let refused = client
        .transact_write_items()
        .transact_items(transact_put(&target.table, item("fresh", "A"), Some("attribute_not_exists(pk)")))
        .transact_items(TransactWriteItem::builder().condition_check(check).build())
        .transact_items(TransactWriteItem::builder().delete(delete).build())
        .transact_items(TransactWriteItem::builder().update(update).build())
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    match refused {
        aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError::TransactionCanceledException(
            cancelled,
        ) => {
            let codes: Vec<Option<String>> =
                cancelled.cancellation_reasons().iter().map(|reason| reason.code.clone()).collect();
            let expected = ["None", "ConditionalCheckFailed", "None", "None"].map(|code| Some(code.to_owned()));
            assert_eq!(codes, expected);
        }
        other => panic!("{other:?}"),
    }
    assert!(!exists(&client, &target.table, "fresh").await);
    assert!(!exists(&client, &target.table, "counter").await);
    assert!(exists(&client, &target.table, "taken").await);
}

async fn a_transaction_with_the_same_token_happens_once(target: &Target) {
    let client = target.dynamodb();
    let send = || {
        let update = Update::builder()
            .table_name(&target.table)
            .set_key(Some(item("tokened", "A")))
            .update_expression("ADD seen :one")
            .expression_attribute_values(":one", n(1))
            .build()
            .unwrap();
        client
            .transact_write_items()
            .client_request_token("token-of-one-request")
            .transact_items(TransactWriteItem::builder().update(update).build())
            .send()
    };
    send().await.unwrap();
    send().await.unwrap();
    let got = client
        .get_item()
        .table_name(&target.table)
        .set_key(Some(item("tokened", "A")))
        .consistent_read(true)
        .send()
        .await
        .unwrap();
    assert_eq!(got.item.unwrap()["seen"], n(1));
}

async fn a_token_with_another_transaction_is_refused(target: &Target) {
    let client = target.dynamodb();
    let send = |pk: &'static str| {
        client
            .transact_write_items()
            .client_request_token("token-used-twice")
            .transact_items(transact_put(&target.table, item(pk, "A"), None))
            .send()
    };
    send("first").await.unwrap();
    let refused = send("second").await.unwrap_err().into_service_error();
    assert!(refused.is_idempotent_parameter_mismatch_exception());
    assert!(!exists(&client, &target.table, "second").await);
}

async fn page(
    target: &Target,
    forward: bool,
    start: Option<HashMap<String, AttributeValue>>,
) -> (Vec<String>, Option<HashMap<String, AttributeValue>>) {
    let answer = target
        .dynamodb()
        .query()
        .table_name(&target.table)
        .index_name("gsi1")
        .key_condition_expression("gsi1pk = :list AND begins_with(gsi1sk, :open)")
        .expression_attribute_values(":list", s("list"))
        .expression_attribute_values(":open", s("open#"))
        .scan_index_forward(forward)
        .limit(2)
        .set_exclusive_start_key(start)
        .send()
        .await
        .unwrap();
    let found = answer.items().iter().map(|item| item["pk"].as_s().unwrap().clone()).collect();
    (found, answer.last_evaluated_key)
}

async fn an_index_is_read_in_both_orders_and_page_by_page(target: &Target) {
    let client = target.dynamodb();
    for (pk, order) in
        [("t3", "open#3"), ("t1", "open#1"), ("t5", "open#5"), ("t2", "open#2"), ("x", "done#4")]
    {
        put(&client, &target.table, indexed(pk, "list", order)).await;
    }
    put(&client, &target.table, indexed("other", "other list", "open#1")).await;
    put(&client, &target.table, item("not indexed", "A")).await;

    let (first, next) = page(target, true, None).await;
    assert_eq!(first, ["t1", "t2"]);
    let key = next.clone().unwrap();
    let mut names: Vec<&str> = key.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["gsi1pk", "gsi1sk", "pk", "sk"]);
    let (second, last) = page(target, true, next).await;
    assert_eq!(second, ["t3", "t5"]);
    if let Some(last) = last {
        // DynamoDB may only find out on the next page that there is none.
        assert_eq!(page(target, true, Some(last)).await, (Vec::new(), None));
    }
    let (newest, _) = page(target, false, None).await;
    assert_eq!(newest, ["t5", "t3"]);
}

async fn a_range_of_sort_keys_is_read_consistently(target: &Target) {
    let client = target.dynamodb();
    for sk in ["A", "C#1", "F#1", "X#C#1", "X#N"] {
        put(&client, &target.table, item("thread", sk)).await;
    }
    let answer = client
        .query()
        .table_name(&target.table)
        .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :to")
        .expression_attribute_values(":pk", s("thread"))
        .expression_attribute_values(":from", s("A"))
        .expression_attribute_values(":to", s("W"))
        .consistent_read(true)
        .send()
        .await
        .unwrap();
    let found: Vec<&String> = answer.items().iter().map(|item| item["sk"].as_s().unwrap()).collect();
    assert_eq!(found, ["A", "C#1", "F#1"]);
}

async fn an_update_counts_and_returns_what_it_made(target: &Target) {
    let client = target.dynamodb();
    let mut made = None;
    for _ in 0..2 {
        let answer = client
            .update_item()
            .table_name(&target.table)
            .set_key(Some(item("counted", "A")))
            .update_expression("SET #m = if_not_exists(#m, :empty), title = :title ADD seen :one")
            .expression_attribute_names("#m", "map")
            .expression_attribute_values(":empty", AttributeValue::M(HashMap::new()))
            .expression_attribute_values(":title", s("Käibedeklaratsioon"))
            .expression_attribute_values(":one", n(1))
            .return_values(ReturnValue::AllNew)
            .send()
            .await
            .unwrap();
        made = answer.attributes;
    }
    let made = made.unwrap();
    assert_eq!(made["seen"], n(2));
    assert_eq!(made["title"], s("Käibedeklaratsioon"));
    assert_eq!(made["map"], AttributeValue::M(HashMap::new()));
}

async fn an_update_with_a_version_condition_refuses_a_stale_one(target: &Target) {
    let client = target.dynamodb();
    let mut first = item("versioned", "A");
    first.insert("v".into(), n(1));
    put(&client, &target.table, first).await;
    let update = || {
        client
            .update_item()
            .table_name(&target.table)
            .set_key(Some(item("versioned", "A")))
            .update_expression("SET v = v + :one REMOVE gsi1pk, gsi1sk")
            .condition_expression("v = :seen")
            .expression_attribute_values(":one", n(1))
            .expression_attribute_values(":seen", n(1))
            .send()
    };
    update().await.unwrap();
    assert!(update().await.unwrap_err().into_service_error().is_conditional_check_failed_exception());
}

async fn a_batch_get_finds_what_exists(target: &Target) {
    let client = target.dynamodb();
    put(&client, &target.table, item("b1", "A")).await;
    put(&client, &target.table, item("b2", "A")).await;
    let keys = KeysAndAttributes::builder()
        .set_keys(Some(vec![item("b1", "A"), item("b2", "A"), item("b3", "A")]))
        .consistent_read(true)
        .build()
        .unwrap();
    let answer = client.batch_get_item().request_items(&target.table, keys).send().await.unwrap();
    let mut found: Vec<&String> =
        answer.responses().unwrap()[&target.table].iter().map(|item| item["pk"].as_s().unwrap()).collect();
    found.sort();
    assert_eq!(found, ["b1", "b2"]);
    assert!(answer.unprocessed_keys().is_none_or(HashMap::is_empty));
}

async fn an_item_that_does_not_exist_is_no_item(target: &Target) {
    assert!(!exists(&target.dynamodb(), &target.table, "never").await);
}

async fn an_oversized_item_is_refused(target: &Target) {
    let mut large = item("large", "A");
    large.insert("text".into(), s(&"x".repeat(401 * 1024)));
    let client = target.dynamodb();
    let refused = client.put_item().table_name(&target.table).set_item(Some(large)).send().await.unwrap_err();
    assert_eq!(refused.code(), Some("ValidationException"));
    assert!(!exists(&client, &target.table, "large").await);
}

async fn a_missing_table_is_said(target: &Target) {
    let client = target.dynamodb();
    let refused = client.put_item().table_name("no-such-table").set_item(Some(item("p", "A"))).send().await;
    assert!(refused.unwrap_err().into_service_error().is_resource_not_found_exception());
}
