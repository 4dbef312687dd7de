//! Sealing values under a key, so that only who has the key reads them, and only where they were put.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;
use sild_store::audit::FieldChange;

use crate::{Context, Failure};

/// The values of a field before and after.
pub(super) type Values = (Option<Value>, Option<Value>);

/// A key of AES-256-GCM.
pub(super) struct SealingKey(LessSafeKey);

impl SealingKey {
    /// The key that is kept as this text.
    pub(super) fn parse(secret: &str) -> Result<Self, Failure> {
        let bytes = URL_SAFE_NO_PAD.decode(secret).map_err(|_| broken())?;
        let key = UnboundKey::new(&AES_256_GCM, &bytes).map_err(|_| broken())?;
        Ok(Self(LessSafeKey::new(key)))
    }

    /// Seals what changed in fields to a place; chance makes each time another text of it.
    pub(super) fn seal(
        &self,
        cx: &Context,
        place: &str,
        fields: Vec<FieldChange>,
    ) -> Result<String, Failure> {
        let values = fields.into_iter().map(|field| (field.from, field.to)).collect::<Vec<Values>>();
        let mut bytes = serde_json::to_vec(&values).map_err(Failure::internal)?;
        let nonce = cx.random::<NONCE_LEN>();
        self.0
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(place), &mut bytes)
            .map_err(|_| Failure::internal("a value cannot be sealed"))?;
        Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &bytes].concat()))
    }

    /// Opens what was sealed to a place, in the order of its fields; `None` for anything else.
    pub(super) fn open(&self, place: &str, sealed: &str) -> Option<Vec<Values>> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, rest) = bytes.split_first_chunk::<NONCE_LEN>()?;
        let mut rest = rest.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let opened = self.0.open_in_place(nonce, Aad::from(place), &mut rest).ok()?;
        serde_json::from_slice(opened).ok()
    }
}

fn broken() -> Failure {
    Failure::internal("a key of the audit trail cannot be read")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> SealingKey {
        SealingKey::parse(&URL_SAFE_NO_PAD.encode([byte; 32])).unwrap()
    }

    fn sealed(key: &SealingKey, place: &str, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        let nonce = [7; NONCE_LEN];
        key.0
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(place), &mut bytes)
            .unwrap();
        URL_SAFE_NO_PAD.encode([&nonce[..], &bytes].concat())
    }

    #[test]
    fn what_is_sealed_opens_with_its_key_at_its_place_only() {
        let text = sealed(&key(1), "O#1#AUD#2026-03\n1\ncon_1", r#"[["Mari",null]]"#);
        let opened = key(1).open("O#1#AUD#2026-03\n1\ncon_1", &text);
        assert_eq!(opened, Some(vec![(Some(Value::from("Mari")), None)]));
        assert_eq!(key(2).open("O#1#AUD#2026-03\n1\ncon_1", &text), None);
        assert_eq!(key(1).open("O#1#AUD#2026-03\n2\ncon_1", &text), None);
        assert_eq!(key(1).open("O#1#AUD#2026-03\n1\ncon_2", &text), None);
        let mut other = text.clone();
        other.replace_range(20..21, if text.get(20..21) == Some("A") { "B" } else { "A" });
        assert_eq!(key(1).open("O#1#AUD#2026-03\n1\ncon_1", &other), None);
        for bad in ["", "AAAA", "%", "Ã"] {
            assert_eq!(key(1).open("x", bad), None, "{bad}");
        }
    }

    #[test]
    fn only_256_bits_are_a_key() {
        assert!(SealingKey::parse(&URL_SAFE_NO_PAD.encode([1; 31])).is_err());
        assert!(SealingKey::parse("%").is_err());
    }
}
