//! Signed links: what is granted, in the open, and a signature over all of it.
//!
//! A token is `payload.signature`, both base64url. The signature is HMAC-SHA256 under the key of the epoch that the payload names,
//! so that a token is good for one purpose, one letter (hence one mailbox) and one record, and dies with its key.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use super::Purpose;

/// No token of ours is longer; what is, is not looked at.
const LONGEST: usize = 1024;

/// What the bearer of a token may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub purpose: Purpose,
    /// The letter that carries it: id of its row in the ledger, which names municipality and mailbox.
    pub delivery: String,
    /// The record that it is about; empty for the whole letter.
    pub record: String,
}

/// The secret of one epoch.
#[derive(Clone)]
pub struct ActKey {
    pub epoch: u32,
    pub secret: Vec<u8>,
    /// Too old to act by: what it signed still opens a letter's copy, which is for good.
    pub reads_only: bool,
}

impl std::fmt::Debug for ActKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "ActKey({}, …)", self.epoch)
    }
}

/// The keys that are good: the newest signs, all of them verify.
#[derive(Debug, Clone, Default)]
pub struct ActKeys(Vec<ActKey>);

impl ActKeys {
    /// From the keys that the store holds.
    pub fn new(mut keys: Vec<ActKey>) -> Self {
        keys.sort_by_key(|key| key.epoch);
        Self(keys)
    }

    /// The key that signs.
    pub(super) fn newest(&self) -> Option<&ActKey> {
        self.0.last()
    }

    /// The key that verifies what was signed in its epoch.
    pub(super) fn of_epoch(&self, epoch: u32) -> Option<&ActKey> {
        self.0.iter().find(|key| key.epoch == epoch)
    }

    /// The token for `grant`; `None` without a key.
    pub fn sign(&self, grant: &Grant) -> Option<String> {
        let key = self.newest()?;
        let payload = serde_json::to_vec(&(key.epoch, grant.purpose, &grant.delivery, &grant.record)).ok()?;
        let signature = mac(key, &payload).finalize().into_bytes();
        Some(format!("{}.{}", URL_SAFE_NO_PAD.encode(&payload), URL_SAFE_NO_PAD.encode(signature)))
    }

    /// What a token grants; `None` for whatever we have not signed exactly so. Signatures are compared in constant time.
    pub fn verify(&self, token: &str) -> Option<Grant> {
        if token.len() > LONGEST {
            return None;
        }
        let (payload, signature) = token.split_once('.')?;
        let payload = URL_SAFE_NO_PAD.decode(payload).ok()?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        let (epoch, purpose, delivery, record): (u32, Purpose, String, String) = serde_json::from_slice(&payload).ok()?;
        let key = self.of_epoch(epoch)?;
        mac(key, &payload).verify_slice(&signature).ok()?;
        if key.reads_only && purpose != Purpose::Read {
            return None;
        }
        Some(Grant { purpose, delivery, record })
    }
}

pub(super) fn mac(key: &ActKey, payload: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key.secret).expect("HMAC takes keys of every length");
    mac.update(payload);
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(epoch: u32, byte: u8) -> ActKey {
        ActKey { epoch, secret: vec![byte; 32], reads_only: false }
    }

    fn grant() -> Grant {
        Grant { purpose: Purpose::Interested, delivery: "digest.2026-W48.netanya.0011".to_owned(), record: "r1".to_owned() }
    }

    #[test]
    fn a_token_grants_what_was_signed() {
        let keys = ActKeys::new(vec![key(1, 7)]);
        assert_eq!(keys.verify(&keys.sign(&grant()).unwrap()), Some(grant()));
    }

    #[test]
    fn a_token_with_any_bit_flipped_grants_nothing() {
        let keys = ActKeys::new(vec![key(1, 7)]);
        let token = keys.sign(&grant()).unwrap().into_bytes();
        for place in 0..token.len() {
            for bit in 0..8 {
                let mut flipped = token.clone();
                flipped[place] ^= 1 << bit;
                let Ok(flipped) = String::from_utf8(flipped) else { continue };
                assert_eq!(keys.verify(&flipped), None, "{flipped}");
            }
        }
    }

    #[test]
    fn the_payload_of_one_token_does_not_go_with_the_signature_of_another() {
        let keys = ActKeys::new(vec![key(1, 7)]);
        let mine = keys.sign(&grant()).unwrap();
        for other in [
            Grant { delivery: "digest.2026-W48.arad.0022".to_owned(), ..grant() },
            Grant { purpose: Purpose::NotForUs, ..grant() },
            Grant { record: "r2".to_owned(), ..grant() },
        ] {
            let theirs = keys.sign(&other).unwrap();
            let mixed = format!("{}.{}", theirs.split_once('.').unwrap().0, mine.split_once('.').unwrap().1);
            assert_eq!(keys.verify(&mixed), None);
        }
    }

    #[test]
    fn the_newest_key_signs_an_older_one_verifies_and_a_forgotten_one_does_not() {
        let old = ActKeys::new(vec![key(1, 7)]).sign(&grant()).unwrap();
        let both = ActKeys::new(vec![key(2, 9), key(1, 7)]);
        assert_eq!(both.verify(&old), Some(grant()));
        let new = both.sign(&grant()).unwrap();
        let only_new = ActKeys::new(vec![key(2, 9)]);
        assert_eq!((only_new.verify(&new), only_new.verify(&old)), (Some(grant()), None));
        assert_eq!(ActKeys::new(vec![key(1, 8)]).verify(&old), None);
    }

    #[test]
    fn what_is_no_token_is_refused_quietly() {
        let keys = ActKeys::new(vec![key(1, 7)]);
        for wrong in ["", ".", "a.b", "====", "nothing", &"x".repeat(100_000), "\u{05d0}.\u{05d1}"] {
            assert_eq!(keys.verify(wrong), None);
        }
        assert_eq!(ActKeys::default().sign(&grant()), None);
    }
}
