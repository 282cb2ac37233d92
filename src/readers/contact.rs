//! One contact of a profile as the store holds it, corrected: an address that changes takes neither the old one's consent nor its links along.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use crate::mail::is_same_mailbox;

/// The addresses that a contact had, with what had been agreed to for each, until when, and who corrected it.
const FORMER: &str = "former";

/// Whether a contact has this address.
pub(crate) fn has_mailbox(contact: &Value, mailbox: &str) -> bool {
    contact["email"].as_str().is_some_and(|known| is_same_mailbox(known, mailbox))
}

/// Gives a contact another address. Whoever agreed did so for the old one: that is kept beside it, and the new one has no consent yet.
pub(crate) fn readdress(contact: &mut Map<String, Value>, mailbox: &str, by: &str, now: DateTime<Utc>) {
    let old = contact.insert("email".into(), Value::from(mailbox));
    let before = json!({"email": old, "consent": contact.remove("consent"), "until": now, "by": by});
    match contact.get_mut(FORMER) {
        Some(Value::Array(former)) => former.push(before),
        _ => drop(contact.insert(FORMER.into(), json!([before]))),
    }
}

/// How often an address was corrected among the contacts of a profile.
pub(super) fn corrections(profile: &Value) -> usize {
    contacts(profile).map(|contact| contact[FORMER].as_array().map_or(0, Vec::len)).sum()
}

/// Whether this was the address of a contact who has another one now, and is nobody's any more: what was sent there does nothing any more,
/// and nothing goes there.
pub(crate) fn is_former(profile: &Value, mailbox: &str) -> bool {
    let had =
        |contact: &Value| contact[FORMER].as_array().is_some_and(|former| former.iter().any(|one| has_mailbox(one, mailbox)));
    contacts(profile).any(had) && !contacts(profile).any(|contact| has_mailbox(contact, mailbox))
}

fn contacts(profile: &Value) -> impl Iterator<Item = &Value> {
    profile["contacts"].as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_address_leaves_the_consent_with_the_old_one_which_is_nobodys_until_it_is_given_again() {
        let now: DateTime<Utc> = "2026-11-25T06:00:00Z".parse().unwrap();
        let mut contact =
            json!({"email": "dnaa@lod.example", "name": "דנה", "consent": {"who": "דנה", "at": now, "how": "בטלפון"}});
        readdress(contact.as_object_mut().unwrap(), "dana@lod.example", "רון", now);
        let new = (&contact["email"], &contact["name"], contact.get("consent"));
        assert_eq!(new, (&json!("dana@lod.example"), &json!("דנה"), None));
        let old = &contact["former"][0];
        assert_eq!((&old["email"], &old["consent"]["how"]), (&json!("dnaa@lod.example"), &json!("בטלפון")));
        let profile = json!({"contacts": [contact]});
        assert!(is_former(&profile, "DNAA@lod.example") && !is_former(&profile, "dana@lod.example"));
        assert!(!is_former(&profile, "other@lod.example") && !is_former(&Value::Null, "dnaa@lod.example"));
        let again = json!({"contacts": [contact, {"email": "dnaa@lod.example"}]});
        assert!(!is_former(&again, "dnaa@lod.example"), "somebody else has it now");
    }
}
