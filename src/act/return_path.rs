//! What a letter's return path carries (VERP): which letter it was, and a signature, so that whoever writes to the mailbox of bounces can
//! only speak of a letter that he was sent. Knows bytes of a key and of a handle, never a mailbox's name.

use std::fmt::Write as _;

use hmac::Mac as _;
use sources::finding::short_hash;

use super::token::{ActKey, ActKeys, mac};

/// Hexadecimal digits of a handle: 80 bits tell apart every letter ever sent.
const HANDLE: usize = 20;

/// Hexadecimal digits of the signature. RFC 5321 leaves 64 octets for all of a mailbox's name; 80 bits are beyond guessing by mail.
const SIGNATURE: usize = 20;

/// A tag of a return path names no act: its signature is good for nothing else.
const PURPOSE: &str = "return-path";

/// How a return path names the letter of the ledger's row `delivery`.
pub fn handle(delivery: &str) -> String {
    let mut handle = short_hash(&[delivery]);
    handle.truncate(HANDLE);
    handle
}

impl ActKeys {
    /// `handle.epoch.signature`, in characters that survive every relay, in either case; none without a key.
    pub fn return_tag(&self, handle: &str) -> Option<String> {
        let key = self.newest()?;
        Some(format!("{handle}.{}.{}", key.epoch, hex(&signature(key, handle))))
    }

    /// The handle in a tag; none for whatever we have not signed exactly so.
    pub fn verify_return_tag(&self, tag: &str) -> Option<String> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.splitn(3, '.');
        let (handle, epoch, signed) = (parts.next()?, parts.next()?, parts.next()?);
        if handle.len() != HANDLE || signed.len() != SIGNATURE {
            return None;
        }
        let key = self.of_epoch(epoch.parse().ok()?)?;
        // Bytes are compared as the hash compares them: all of them, whatever the first says.
        let signed = bytes(signed)?;
        mac(key, &payload(key, handle)).verify_truncated_left(&signed).ok()?;
        Some(handle.to_owned())
    }
}

fn signature(key: &ActKey, handle: &str) -> Vec<u8> {
    mac(key, &payload(key, handle)).finalize().into_bytes()[..SIGNATURE / 2].to_vec()
}

fn payload(key: &ActKey, handle: &str) -> Vec<u8> {
    format!("{PURPOSE}\n{}\n{handle}", key.epoch).into_bytes()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a String takes every write");
        hex
    })
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.as_bytes();
    digits.is_ascii().then_some(())?;
    digits.chunks_exact(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::{Grant, Purpose};

    fn keys(byte: u8) -> ActKeys {
        ActKeys::new(vec![ActKey { epoch: 3, secret: vec![byte; 32], reads_only: false }])
    }

    #[test]
    fn a_tag_names_its_letter_in_either_case_and_fits_a_mailboxs_name() {
        let handle = handle("digest.2026-W48.netanya.0011223344556677");
        let tag = keys(7).return_tag(&handle).unwrap();
        assert!("a-mailbox+".len() + tag.len() <= 64 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.'));
        assert_eq!(keys(7).verify_return_tag(&tag), Some(handle.clone()));
        assert_eq!(keys(7).verify_return_tag(&tag.to_uppercase()), Some(handle));
        assert_eq!(keys(8).verify_return_tag(&tag), None);
    }

    #[test]
    fn a_tag_with_any_bit_flipped_names_nothing() {
        let tag = keys(7).return_tag(&handle("digest")).unwrap().into_bytes();
        for (place, bit) in (0..tag.len()).flat_map(|place| (0..8).map(move |bit| (place, bit))) {
            let mut flipped = tag.clone();
            flipped[place] ^= 1 << bit;
            let Ok(flipped) = String::from_utf8(flipped) else { continue };
            // The case of a letter is nobody's secret.
            if !flipped.eq_ignore_ascii_case(std::str::from_utf8(&tag).unwrap()) {
                assert_eq!(keys(7).verify_return_tag(&flipped), None, "{flipped}");
            }
        }
    }

    #[test]
    fn what_is_no_tag_is_refused_and_a_link_signs_for_no_return() {
        let grant = Grant { purpose: Purpose::Read, delivery: "d".into(), record: String::new() };
        let token = keys(7).sign(&grant).unwrap();
        let long = "a".repeat(100_000);
        for wrong in ["", ".", "..", "a.b.c", "\u{05d0}.3.\u{05d1}", &long, &token] {
            assert_eq!(keys(7).verify_return_tag(wrong), None, "{wrong}");
        }
        assert_eq!(ActKeys::default().return_tag("x"), None);
    }
}
