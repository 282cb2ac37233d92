//! The gaps: members that the letters do not reach, or that do not answer, and what would help.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::digest::profile::Profile;
use crate::mail::is_same_mailbox;
use crate::store::Reached;

/// Suggested beside what a member is interested in already: more would be no advice.
const MOST_SUGGESTED: usize = 3;

/// From here on silence says something: after fewer offers nobody need have answered.
const OFFERS_WITHOUT_ANSWER: u64 = 5;

/// Why a member is a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No letter can go anywhere.
    NoMailbox,
    /// All its mailboxes are dead: telephone.
    Bounced,
    /// One of its mailboxes is dead.
    SomeBounced,
    /// What goes to one of its mailboxes has come back for weeks, each time as a passing fault: it is suspended unless somebody phones.
    KeepsBouncing,
    /// Nothing was ever offered.
    NeverOffered,
    /// Nothing was offered for some weeks.
    NothingLately,
    /// It got several offers and never said anything.
    NeverAnswered,
}

/// What is known of one member.
#[derive(Debug)]
pub struct Standing<'a> {
    /// Its profile, with the defaults where it filled in nothing.
    pub profile: &'a Profile,
    /// How it was reached.
    pub reached: Reached,
}

/// Mailboxes that letters do not reach, in small letters.
#[derive(Debug, Clone, Default)]
pub struct Mail {
    /// They get no more letters, though nobody there said so.
    pub dead: Vec<String>,
    /// What goes there has come back for weeks.
    pub failing: Vec<String>,
}

/// One member that needs somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Slug.
    pub municipality: String,
    /// In the order in which they are to be dealt with.
    pub reasons: Vec<Reason>,
    /// When something was last offered.
    pub last_offer: Option<DateTime<Utc>>,
    /// Offers over all years.
    pub offers: u64,
    /// Topics in which there is much at present and which are not among its interests; where too little is offered.
    pub widen: Vec<String>,
}

/// The members that need somebody, those without any mailbox last: they are many in the beginning, and one letter reaches none of them.
/// `live` says how many open opportunities there are in each topic.
pub fn gaps(members: &[Standing<'_>], mail: &Mail, live: &BTreeMap<String, u64>, weeks: u32, now: DateTime<Utc>) -> Vec<Gap> {
    let since = now - TimeDelta::weeks(i64::from(weeks));
    let mut gaps: Vec<Gap> = members.iter().filter_map(|member| gap(member, mail, live, since)).collect();
    gaps.sort_by_key(|gap| (gap.reasons.contains(&Reason::NoMailbox), gap.last_offer, gap.municipality.clone()));
    gaps
}

fn gap(member: &Standing<'_>, mail: &Mail, live: &BTreeMap<String, u64>, since: DateTime<Utc>) -> Option<Gap> {
    let (profile, reached) = (member.profile, member.reached);
    let of = |list: &[String]| {
        let is_in = |email: &str| list.iter().any(|one| is_same_mailbox(one, email));
        profile.contacts.iter().filter(|contact| is_in(&contact.email)).count()
    };
    let bounced = of(&mail.dead);
    let mut reasons = Vec::new();
    if profile.contacts.is_empty() {
        reasons.push(Reason::NoMailbox);
    } else if bounced == profile.contacts.len() {
        reasons.push(Reason::Bounced);
    } else if bounced > 0 {
        reasons.push(Reason::SomeBounced);
    }
    if of(&mail.failing) > 0 {
        reasons.push(Reason::KeepsBouncing);
    }
    let too_little = match reached.last {
        None => Some(Reason::NeverOffered),
        Some(last) => (last < since).then_some(Reason::NothingLately),
    };
    reasons.extend(too_little);
    // Whoever got the first letter an hour ago has not had the time.
    let had_time = reached.first.is_some_and(|first| first < since);
    if reached.offers >= OFFERS_WITHOUT_ANSWER && reached.acts == 0 && had_time {
        reasons.push(Reason::NeverAnswered);
    }
    (!reasons.is_empty()).then(|| Gap {
        municipality: profile.slug.clone(),
        reasons,
        last_offer: reached.last,
        offers: reached.offers,
        widen: too_little.map(|_| widen(profile, live)).unwrap_or_default(),
    })
}

/// The topics with most open opportunities among those that a profile does not have.
pub fn widen(profile: &Profile, live: &BTreeMap<String, u64>) -> Vec<String> {
    let mut other: Vec<_> = live.iter().filter(|(topic, count)| **count > 0 && !profile.topics.contains_key(*topic)).collect();
    other.sort_by_key(|(topic, count)| (std::cmp::Reverse(**count), *topic));
    other.into_iter().take(MOST_SUGGESTED).map(|(topic, _)| topic.clone()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn profile(slug: &str, mailboxes: &[&str]) -> Profile {
        let contacts: Vec<_> = mailboxes.iter().map(|email| json!({"email": email})).collect();
        serde_json::from_value(json!({"slug": slug, "topics": {"youth": 3}, "contacts": contacts})).unwrap()
    }

    #[test]
    fn a_gap_says_why_and_what_to_widen() {
        let now: DateTime<Utc> = "2026-11-25T06:00:00Z".parse().unwrap();
        let weeks_ago = |weeks| Some(now - TimeDelta::weeks(weeks));
        let members = [
            (profile("arad", &["a@example.org"]), Reached { offers: 9, first: weeks_ago(9), last: weeks_ago(1), acts: 2 }),
            (
                profile("lod", &["L@example.org", "other@example.org"]),
                Reached { offers: 7, first: weeks_ago(9), last: weeks_ago(1), acts: 0 },
            ),
            (profile("ofakim", &["o@example.org"]), Reached { offers: 1, first: weeks_ago(6), last: weeks_ago(6), acts: 0 }),
            (profile("sderot", &[]), Reached::default()),
            // The first letter came this week, with seven items: silence says nothing yet.
            (profile("yavne", &["y@example.org"]), Reached { offers: 7, first: weeks_ago(0), last: weeks_ago(0), acts: 0 }),
        ];
        let standings: Vec<_> = members.iter().map(|(profile, reached)| Standing { profile, reached: *reached }).collect();
        let mail = Mail { dead: vec!["l@example.org".into()], failing: vec!["a@example.org".into()] };
        let live = [("youth", 9), ("climate", 4), ("sport", 0), ("culture", 4), ("arts", 1), ("water", 1)];
        let live = live.map(|(topic, count)| (topic.to_owned(), count)).into();
        let found = gaps(&standings, &mail, &live, 4, now);
        let told: Vec<_> = found.iter().map(|gap| (gap.municipality.as_str(), gap.reasons.clone(), gap.widen.clone())).collect();
        let widen = vec!["climate".to_owned(), "culture".to_owned(), "arts".to_owned()];
        assert_eq!(
            told,
            [
                ("ofakim", vec![Reason::NothingLately], widen.clone()),
                ("arad", vec![Reason::KeepsBouncing], Vec::new()),
                ("lod", vec![Reason::SomeBounced, Reason::NeverAnswered], Vec::new()),
                ("sderot", vec![Reason::NoMailbox, Reason::NeverOffered], widen),
            ]
        );
    }
}
