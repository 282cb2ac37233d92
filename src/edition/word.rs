//! The last word of each contact on a call, where they differ: "not for us" of one beside "interested" of another closes it to the one alone.
//! Pure.

use std::collections::{HashMap, HashSet};

use crate::act::Purpose;
use crate::store::Act;

/// What takes a call up.
const TAKES_UP: [Purpose; 3] = [Purpose::Interested, Purpose::NeedPartner, Purpose::Applied];

/// Who wants to hear nothing more of which records.
#[derive(Debug, Default)]
pub(super) struct Refusals {
    /// For the municipality: nobody else there has taken it up.
    pub(super) whole: HashSet<String>,
    /// Of one contact, by its mailbox, while another one has taken it up.
    pub(super) own: HashMap<String, HashSet<String>>,
}

impl Refusals {
    pub(super) fn of(acts: &[Act]) -> Self {
        let mut refusals = Self::default();
        for act in acts.iter().filter(|act| act.act == Purpose::NotForUs) {
            let set = if is_taken_up_by_another(acts, act) {
                refusals.own.entry(act.contact.clone()).or_default()
            } else {
                &mut refusals.whole
            };
            set.insert(act.record.clone());
        }
        refusals
    }

    /// Adds what follows from each refused record: `others` are the records of its series.
    pub(super) fn extend(&mut self, others: &HashMap<String, HashSet<String>>) {
        for refused in self.own.values_mut().chain([&mut self.whole]) {
            let more: Vec<String> = refused.iter().filter_map(|record| others.get(record)).flatten().cloned().collect();
            refused.extend(more);
        }
    }

    /// Whether this mailbox wants to hear nothing more of a record.
    pub(super) fn holds(&self, mailbox: &str, record: &str) -> bool {
        self.whole.contains(record) || self.own.get(mailbox).is_some_and(|own| own.contains(record))
    }
}

/// Whether the last word of another contact is that they want it.
fn is_taken_up_by_another(acts: &[Act], refusal: &Act) -> bool {
    let of_others = || acts.iter().filter(|act| act.record == refusal.record && act.contact != refusal.contact);
    let is_last =
        |one: &Act| !of_others().any(|act| act.act == Purpose::NotForUs && act.contact == one.contact && act.at >= one.at);
    of_others().any(|act| TAKES_UP.contains(&act.act) && is_last(act))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(contact: &str, act: Purpose, hour: u32) -> Act {
        Act {
            municipality: "netanya".into(),
            record: "r".into(),
            act,
            note: String::new(),
            delivery: "d".into(),
            contact: contact.into(),
            number: 0,
            at: format!("2026-11-25T{hour:02}:00:00Z").parse().unwrap(),
            sum: None,
        }
    }

    #[test]
    fn a_call_is_shut_to_all_unless_another_contact_has_taken_it_up() {
        let shut = |acts: &[Act]| ["a", "b", "c"].map(|mailbox| Refusals::of(acts).holds(mailbox, "r"));
        let no = act("b", Purpose::NotForUs, 9);
        assert_eq!(shut(std::slice::from_ref(&no)), [true; 3]);
        assert_eq!(shut(&[no.clone(), act("a", Purpose::Interested, 8)]), [false, true, false]);
        assert_eq!(shut(&[no.clone(), act("b", Purpose::Applied, 8)]), [true; 3], "its own earlier word");
        assert_eq!(shut(&[no.clone(), act("a", Purpose::Applied, 8), act("a", Purpose::NotForUs, 10)]), [true; 3]);
        assert_eq!(shut(&[no, act("a", Purpose::AskOffice, 8)]), [true; 3], "a question takes nothing up");
    }
}
