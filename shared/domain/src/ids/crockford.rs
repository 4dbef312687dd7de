//! Crockford's base 32, lower case, for 128 bits: 26 characters of which the first is at most `7`.

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: u32 = 26;

/// Writes `bits` as 26 characters, most significant first.
pub(super) fn encode(bits: u128) -> String {
    (0..LENGTH)
        .rev()
        .map(|place| {
            let digit = usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
            char::from(ALPHABET.get(digit).copied().unwrap_or(b'0'))
        })
        .collect()
}

/// Reads exactly what [`encode`] writes; anything else is `None`.
pub(super) fn decode(text: &str) -> Option<u128> {
    if text.len() != usize::try_from(LENGTH).ok()? {
        return None;
    }
    let mut bits = 0_u128;
    for byte in text.bytes() {
        let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
        bits = bits.checked_mul(32)?.checked_add(u128::try_from(digit).ok()?)?;
    }
    Some(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_range_are_written_and_read() {
        assert_eq!(encode(0), "0".repeat(26));
        assert_eq!(encode(u128::MAX), format!("7{}", "z".repeat(25)));
        assert_eq!(decode(&encode(u128::MAX)), Some(u128::MAX));
        assert_eq!(decode(&format!("8{}", "0".repeat(25))), None);
    }
}
