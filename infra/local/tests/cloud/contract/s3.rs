//! S3: what a presigned upload allows and refuses, and how objects are read.

use std::time::Duration;

use aws_sdk_s3::error::ProvideErrorMetadata;
use aws_sdk_s3::presigning::{PresignedRequest, PresigningConfig};
use aws_sdk_s3::primitives::ByteStream;
use reqwest::StatusCode;

use super::{Target, checks};

checks! {
    an_upload_of_the_signed_length_is_taken,
    one_byte_more_is_refused_and_nothing_is_stored,
    one_byte_less_is_refused_and_nothing_is_stored,
    another_type_is_refused,
    another_key_is_refused,
    an_upload_without_the_signed_condition_is_refused,
    a_second_upload_to_a_key_is_refused,
    two_uploads_at_once_store_one,
    an_expired_upload_is_refused,
    a_download_carries_the_name_that_was_signed,
    a_changed_download_is_refused,
    an_unsigned_read_is_refused,
    what_is_not_there_is_said,
    what_a_check_reads_and_writes_keeps_what_is_said_of_it,
    an_object_is_put_listed_and_deleted,
}

const VALID_FOR: Duration = Duration::from_mins(5);

async fn upload(target: &Target, key: &str, length: i64, valid_for: Duration) -> PresignedRequest {
    target
        .s3()
        .put_object()
        .bucket(&target.bucket)
        .key(key)
        .content_length(length)
        .content_type("application/pdf")
        .if_none_match("*")
        .presigned(PresigningConfig::expires_in(valid_for).unwrap())
        .await
        .unwrap()
}

/// Puts `body` as a browser would: the signed headers, and a length of its own.
async fn send(signed: &PresignedRequest, change: &[(&str, Option<&str>)], body: Vec<u8>) -> StatusCode {
    let mut request = reqwest::Client::new().put(signed.uri());
    for (name, value) in signed.headers() {
        let changed = change.iter().find(|(changed, _)| *changed == name);
        let value = match changed {
            Some((_, None)) => continue,
            Some((_, Some(other))) => *other,
            None => value,
        };
        if name != "content-length" && name != "host" {
            request = request.header(name, value);
        }
    }
    request.body(body).send().await.unwrap().status()
}

async fn is_stored(target: &Target, key: &str) -> bool {
    target.s3().head_object().bucket(&target.bucket).key(key).send().await.is_ok()
}

async fn an_upload_of_the_signed_length_is_taken(target: &Target) {
    let length = 10 * 1024 * 1024;
    let signed = upload(target, "o/exact/file", length, VALID_FOR).await;
    let body = vec![7; usize::try_from(length).unwrap()];
    assert_eq!(send(&signed, &[], body).await, StatusCode::OK);
    let head = target.s3().head_object().bucket(&target.bucket).key("o/exact/file").send().await.unwrap();
    assert_eq!(head.content_length(), Some(length));
    assert_eq!(head.content_type(), Some("application/pdf"));
    assert!(head.e_tag().is_some());
}

async fn one_byte_more_is_refused_and_nothing_is_stored(target: &Target) {
    let signed = upload(target, "o/more", 1000, VALID_FOR).await;
    assert_eq!(send(&signed, &[], vec![7; 1001]).await, StatusCode::FORBIDDEN);
    assert!(!is_stored(target, "o/more").await);
}

async fn one_byte_less_is_refused_and_nothing_is_stored(target: &Target) {
    let signed = upload(target, "o/less", 1000, VALID_FOR).await;
    assert_eq!(send(&signed, &[], vec![7; 999]).await, StatusCode::FORBIDDEN);
    assert!(!is_stored(target, "o/less").await);
}

async fn another_type_is_refused(target: &Target) {
    let signed = upload(target, "o/type", 10, VALID_FOR).await;
    let change = [("content-type", Some("text/html"))];
    assert_eq!(send(&signed, &change, vec![7; 10]).await, StatusCode::FORBIDDEN);
    assert!(!is_stored(target, "o/type").await);
}

async fn another_key_is_refused(target: &Target) {
    let signed = upload(target, "o/mine", 10, VALID_FOR).await;
    let other = signed.uri().replace("o/mine", "o/theirs");
    let mut request = reqwest::Client::new().put(other);
    for (name, value) in signed.headers().filter(|(name, _)| *name != "content-length" && *name != "host") {
        request = request.header(name, value);
    }
    assert_eq!(request.body(vec![7; 10]).send().await.unwrap().status(), StatusCode::FORBIDDEN);
    assert!(!is_stored(target, "o/theirs").await);
}

async fn an_upload_without_the_signed_condition_is_refused(target: &Target) {
    let signed = upload(target, "o/condition", 10, VALID_FOR).await;
    let status = send(&signed, &[("if-none-match", None)], vec![7; 10]).await;
    assert!(status.is_client_error(), "{status}");
    assert!(!is_stored(target, "o/condition").await);
}

async fn a_second_upload_to_a_key_is_refused(target: &Target) {
    let signed = upload(target, "o/twice", 10, VALID_FOR).await;
    assert_eq!(send(&signed, &[], vec![7; 10]).await, StatusCode::OK);
    assert_eq!(send(&signed, &[], vec![8; 10]).await, StatusCode::PRECONDITION_FAILED);
    let got = target.s3().get_object().bucket(&target.bucket).key("o/twice").send().await.unwrap();
    assert_eq!(got.body.collect().await.unwrap().to_vec(), vec![7; 10]);
}

async fn two_uploads_at_once_store_one(target: &Target) {
    let signed = upload(target, "o/race", 200_000, VALID_FOR).await;
    let one = send(&signed, &[], vec![1; 200_000]);
    let other = send(&signed, &[], vec![2; 200_000]);
    let (one, other) = futures::join!(one, other);
    let taken = [one, other].into_iter().filter(|status| *status == StatusCode::OK).count();
    assert_eq!(taken, 1, "{one} {other}");
    let refused = if one == StatusCode::OK { other } else { one };
    assert!([StatusCode::PRECONDITION_FAILED, StatusCode::CONFLICT].contains(&refused), "{refused}");
}

async fn an_expired_upload_is_refused(target: &Target) {
    let signed = upload(target, "o/late", 10, Duration::from_secs(1)).await;
    tokio::time::sleep(Duration::from_millis(2100)).await;
    assert_eq!(send(&signed, &[], vec![7; 10]).await, StatusCode::FORBIDDEN);
    assert!(!is_stored(target, "o/late").await);
}

async fn put(target: &Target, key: &str, body: &'static [u8]) {
    target
        .s3()
        .put_object()
        .bucket(&target.bucket)
        .key(key)
        .content_type("text/plain")
        .body(ByteStream::from_static(body))
        .send()
        .await
        .unwrap();
}

async fn download(target: &Target, key: &str) -> String {
    let disposition = "attachment; filename=\"aruanne.txt\"; filename*=UTF-8''aruanne%20%C3%B5.txt";
    let signed = target
        .s3()
        .get_object()
        .bucket(&target.bucket)
        .key(key)
        .response_content_disposition(disposition)
        .response_content_type("application/octet-stream")
        .presigned(PresigningConfig::expires_in(Duration::from_mins(1)).unwrap())
        .await
        .unwrap();
    signed.uri().to_owned()
}

async fn a_download_carries_the_name_that_was_signed(target: &Target) {
    put(target, "o/read", b"content").await;
    let answer = reqwest::get(download(target, "o/read").await).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(
        answer.headers()["content-disposition"],
        "attachment; filename=\"aruanne.txt\"; filename*=UTF-8''aruanne%20%C3%B5.txt"
    );
    assert_eq!(answer.headers()["content-type"], "application/octet-stream");
    assert_eq!(answer.bytes().await.unwrap().as_ref(), b"content");
}

async fn a_changed_download_is_refused(target: &Target) {
    put(target, "o/private", b"content").await;
    let changed = download(target, "o/private").await.replace("attachment", "inline");
    assert_eq!(reqwest::get(changed).await.unwrap().status(), StatusCode::FORBIDDEN);
}

async fn an_unsigned_read_is_refused(target: &Target) {
    put(target, "o/unsigned", b"content").await;
    let url = format!("{}/{}/o/unsigned", target.s3, target.bucket);
    assert_eq!(reqwest::get(url).await.unwrap().status(), StatusCode::FORBIDDEN);
}

async fn what_is_not_there_is_said(target: &Target) {
    let client = target.s3();
    let head = client.head_object().bucket(&target.bucket).key("o/never").send().await.unwrap_err();
    assert!(head.into_service_error().is_not_found());
    let get = client.get_object().bucket(&target.bucket).key("o/never").send().await.unwrap_err();
    assert_eq!(get.into_service_error().code(), Some("NoSuchKey"));
}

async fn an_object_is_put_listed_and_deleted(target: &Target) {
    put(target, "o/1/a", b"a").await;
    put(target, "o/1/b", b"b").await;
    put(target, "o/2/c", b"c").await;
    let client = target.s3();
    let listed = client.list_objects_v2().bucket(&target.bucket).prefix("o/1/").send().await.unwrap();
    let keys: Vec<&str> = listed.contents().iter().filter_map(|object| object.key()).collect();
    assert_eq!(keys, ["o/1/a", "o/1/b"]);
    client.delete_object().bucket(&target.bucket).key("o/1/a").send().await.unwrap();
    client.delete_object().bucket(&target.bucket).key("o/1/a").send().await.unwrap();
    assert!(!is_stored(target, "o/1/a").await);
    assert!(is_stored(target, "o/1/b").await);
}

/// What `check_portal_media` does: it reads an upload, and writes what anybody may keep.
async fn what_a_check_reads_and_writes_keeps_what_is_said_of_it(target: &Target) {
    let put = target.s3().put_object().bucket(&target.bucket).key("media/office/icon-1.png");
    let put = put.content_type("image/png").cache_control("public, max-age=31536000, immutable");
    put.body(ByteStream::from_static(b"0123456789")).send().await.unwrap();
    let got = target.s3().get_object().bucket(&target.bucket).key("media/office/icon-1.png");
    let got = got.send().await.unwrap();
    assert_eq!(got.content_type(), Some("image/png"));
    assert_eq!(got.cache_control(), Some("public, max-age=31536000, immutable"));
    assert_eq!(got.body.collect().await.unwrap().to_vec(), b"0123456789");
    let gone = target.s3().get_object().bucket(&target.bucket).key("media/office/gone.png").send().await;
    assert_eq!(gone.unwrap_err().code(), Some("NoSuchKey"));
}
