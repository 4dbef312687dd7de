//! What transactions came to, by their tokens: a repeat gets the first answer and changes nothing.

use std::collections::{HashMap, VecDeque};

use bytes::Bytes;
use serde_json::Value;

/// How many are kept. DynamoDB keeps them for ten minutes; a client repeats what it had no answer to at once.
const KEPT: usize = 2_000;

#[derive(Default)]
pub(super) struct Tokens {
    told: HashMap<String, Told>,
    oldest_first: VecDeque<String>,
}

struct Told {
    request: Bytes,
    answer: Bytes,
}

/// What a token was used for before.
pub(super) enum Used {
    /// For nothing that is known.
    Never,
    /// For the same request, which was answered so.
    Before(Bytes),
    /// For another one.
    Otherwise,
}

impl Tokens {
    pub(super) fn used(&self, token: &str, request: &Bytes) -> Used {
        match self.told.get(token) {
            None => Used::Never,
            Some(told) if is_same(&told.request, request) => Used::Before(told.answer.clone()),
            Some(_) => Used::Otherwise,
        }
    }

    pub(super) fn keep(&mut self, token: String, request: Bytes, answer: Bytes) {
        if self.told.insert(token.clone(), Told { request, answer }).is_none() {
            self.oldest_first.push_back(token);
        }
        if self.oldest_first.len() > KEPT
            && let Some(oldest) = self.oldest_first.pop_front()
        {
            self.told.remove(&oldest);
        }
    }
}

/// Whether two requests ask for the same, in whatever order they name the attributes of their items.
fn is_same(one: &Bytes, other: &Bytes) -> bool {
    let items = |request: &Bytes| {
        serde_json::from_slice::<Value>(request).ok().map(|mut request| request["TransactItems"].take())
    };
    one == other || items(one) == items(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(items: &str) -> Bytes {
        Bytes::from(format!("{{\"TransactItems\":{items},\"ClientRequestToken\":\"t\"}}"))
    }

    #[test]
    fn a_repeat_is_the_same_in_whatever_order_and_anything_else_is_not() {
        let mut tokens = Tokens::default();
        let first = request("[{\"a\":1,\"b\":2}]");
        assert!(matches!(tokens.used("t", &first), Used::Never));
        tokens.keep("t".to_owned(), first.clone(), Bytes::from_static(b"{}"));
        for repeat in [first, request("[{\"b\":2,\"a\":1}]")] {
            assert!(matches!(tokens.used("t", &repeat), Used::Before(answer) if answer == "{}"));
        }
        assert!(matches!(tokens.used("t", &request("[{\"a\":1}]")), Used::Otherwise));
        assert!(matches!(tokens.used("u", &request("[]")), Used::Never));
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut tokens = Tokens::default();
        for number in 0..=KEPT {
            tokens.keep(number.to_string(), request("[]"), Bytes::new());
        }
        assert!(matches!(tokens.used("0", &request("[]")), Used::Never));
        assert!(matches!(tokens.used("1", &request("[]")), Used::Before(_)));
        assert_eq!(tokens.told.len(), KEPT);
    }
}
