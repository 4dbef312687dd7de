//! Sending bytes to where a ticket says, as a browser does.

use serde_json::Value;

/// Puts the bytes of a file where its ticket allows: the status that the store answers.
pub async fn put(ticket: &Value, bytes: Vec<u8>) -> u16 {
    let mut request = reqwest::Client::new().put(ticket["url"].as_str().unwrap()).body(bytes);
    for (name, value) in ticket["headers"].as_object().unwrap() {
        request = request.header(name, value.as_str().unwrap());
    }
    request.send().await.unwrap().status().as_u16()
}

/// Puts the bytes of a file where its ticket allows; the test fails unless the store takes them.
pub async fn upload(ticket: &Value, bytes: &[u8]) {
    assert_eq!(put(ticket, bytes.to_vec()).await, 200);
}

/// Fetches what a link gives, as a browser does: its text, with a byte order mark if it has one.
pub async fn download(url: &str) -> String {
    let answer = reqwest::Client::new().get(url).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    String::from_utf8(answer.bytes().await.unwrap().to_vec()).unwrap()
}
