//! Secrets and their hashes: what lets somebody in is never in the table, only its SHA-256.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::Context;

/// A secret of 256 bits as it goes into a link or cookie: 43 characters of URL-safe base64.
#[must_use]
pub fn mint(cx: &Context) -> String {
    URL_SAFE_NO_PAD.encode(cx.random::<32>())
}

/// Whether a text can be a secret that [`mint`] made; anything else need not be looked up.
#[must_use]
pub fn is_well_formed(secret: &str) -> bool {
    URL_SAFE_NO_PAD.decode(secret).is_ok_and(|bytes| bytes.len() == 32)
}

/// SHA-256 of the parts, each ended by a zero byte, in hex.
#[must_use]
pub fn hash(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    digest.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A signature of the parts, each ended by a zero byte, under a key that [`mint`] made: HMAC-SHA-256 as it goes into a link.
#[must_use]
pub fn sign(key: &str, parts: &[&str]) -> String {
    // A key of any length is taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else { return String::new() };
    for part in parts {
        mac.update(part.as_bytes());
        mac.update(&[0]);
    }
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

/// Ten bytes that the parts determine: for the id of something that must be the same when it is made again.
#[must_use]
pub fn derived_bytes(parts: &[&str]) -> [u8; 10] {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    let full = digest.finalize();
    let mut bytes = [0; 10];
    for (byte, hashed) in bytes.iter_mut().zip(full) {
        *byte = hashed;
    }
    bytes
}

/// Whether two hashes are the same, in a time that does not tell where they differ.
#[must_use]
pub fn are_equal(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_keeps_its_parts_apart() {
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_eq!(hash(&["a"]).len(), 64);
        assert_ne!(derived_bytes(&["ab", "c"]), derived_bytes(&["a", "bc"]));
    }

    #[test]
    fn a_signature_is_of_one_key_and_keeps_its_parts_apart() {
        assert_eq!(sign("key", &["a", "b"]), sign("key", &["a", "b"]));
        assert_ne!(sign("key", &["a", "b"]), sign("other", &["a", "b"]));
        assert_ne!(sign("key", &["ab", "c"]), sign("key", &["a", "bc"]));
        assert_eq!(sign("key", &[]), "XV0TlWPJW1lnub2ajJsjOp3ttFByeUzSMtwbdIMmB9A");
    }

    #[test]
    fn only_256_bits_of_base64_are_a_secret() {
        assert!(is_well_formed(&URL_SAFE_NO_PAD.encode([7; 32])));
        assert!(!is_well_formed(&URL_SAFE_NO_PAD.encode([7; 31])));
        assert!(!is_well_formed("%"));
    }
}
