//! A long check in parts of its own, so that the test runner can spread them.

/// A test for each part: `check(part)` sees to every so-manieth of its rows, beginning with that one.
#[macro_export]
macro_rules! parts {
    ($check:path: $($name:ident $part:literal),+) => {$(
        #[tokio::test]
        async fn $name() {
            Box::pin($check($part)).await;
        }
    )+};
}
