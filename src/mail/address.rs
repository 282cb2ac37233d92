//! A mailbox's address as people type it, made what every relay takes.

use lettre::Address;
use url::Host;

use crate::clean;

/// Why it is no address that letters can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It is none at all.
    #[error("is no e-mail address; write name@office.example")]
    None,
    /// Letters of other alphabets before the `@`: most relays refuse them, and so does the library that sends.
    #[error("has letters before the @ that few mail servers take; ask for an address in Latin letters")]
    Foreign,
}

impl BadAddress {
    /// As in the keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Foreign => "foreign_address",
            Self::None => "no_address",
        }
    }
}

/// The address with its domain in the letters of the wire (`xn--…`). Marks of direction that came with pasting are no part of it.
pub fn address_of(written: &str) -> Result<Address, BadAddress> {
    let written = clean::line(written);
    let (user, domain) = written.rsplit_once('@').ok_or(BadAddress::None)?;
    if !user.is_ascii() {
        return Err(BadAddress::Foreign);
    }
    // A name without a dot is a machine's own: nobody's mail outside it.
    if !domain.contains(['.', '。']) {
        return Err(BadAddress::None);
    }
    if domain.is_ascii() {
        return written.parse().map_err(|_| BadAddress::None);
    }
    match Host::parse(domain) {
        Ok(Host::Domain(wire)) => Address::new(user, wire).map_err(|_| BadAddress::None),
        _ => Err(BadAddress::None),
    }
}

/// What all ways of writing one mailbox have in common: the address as it goes over the wire, in small letters. What is no address is known
/// by what is written.
pub fn mailbox_key(written: &str) -> String {
    address_of(written).map_or_else(|_| written.trim().to_lowercase(), |address| address.to_string().to_lowercase())
}

/// Whether two ways of writing are one mailbox.
pub fn is_same_mailbox(one: &str, other: &str) -> bool {
    mailbox_key(one) == mailbox_key(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Result<String, BadAddress> {
        address_of(written).map(|address| address.to_string())
    }

    #[test]
    fn a_hebrew_domain_goes_over_the_wire_in_its_ascii_form() {
        assert_eq!(read("mazkirut@עיר.example").unwrap(), "mazkirut@xn--eebrt.example");
        assert_eq!(read(" \u{200f}dana@Lod.example\u{200e} ").unwrap(), "dana@Lod.example");
    }

    #[test]
    fn a_domain_in_hebrew_and_in_the_letters_of_the_wire_is_one_mailbox_in_any_case() {
        assert!(is_same_mailbox(" Mazkirut@עיר.example", "mazkirut@XN--eebrt.example"));
        assert!(is_same_mailbox("מזכירות@Lod.example ", "מזכירות@lod.example"), "what no relay takes is still itself");
        assert!(!is_same_mailbox("mazkirut@עיר.example", "mazkirut@ערים.example"));
    }

    #[test]
    fn hebrew_letters_before_the_at_and_what_is_no_address_are_refused() {
        assert_eq!(read("מזכירות@lod.example"), Err(BadAddress::Foreign));
        for wrong in ["", "lod", "@lod.example", "a b@lod.example", "a@", "dana@localhost", "a@עיר עיר.example"] {
            assert_eq!(read(wrong), Err(BadAddress::None), "{wrong}");
        }
    }
}
