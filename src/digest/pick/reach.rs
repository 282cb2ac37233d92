//! May this municipality have it at all, and in time? The questions that come before any interest.

use chrono::NaiveDate;
use sources::opportunity::{DeadlineKind, Kind, Status, Verdict};

use super::candidate::Candidate;
use super::rules::{Class, Rules};
use super::wish::Wish;
use crate::digest::profile::EuPlace;

/// Why a record is no pick; the first that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// Closed, withdrawn, past.
    Over,
    /// Open, but nearer than this municipality needs.
    TooLate,
    /// News, an advertisement, a tender.
    NoCall,
    /// A kind that was not asked for.
    Kind,
    /// Not for Israel.
    Country,
    /// Not for local authorities.
    Body,
    /// Not for this place.
    Place,
    /// Too small or too large.
    Size,
    /// Only a partner elsewhere can lead, and there is none.
    NoLead,
    /// Holds a word that is not wanted.
    Word,
    /// Pays less than is worth the trouble.
    Amount,
}

/// The first bar between a municipality and a record, if there is one.
pub(super) fn bar(wish: &Wish<'_>, candidate: &Candidate<'_>, rules: &Rules, today: NaiveDate) -> Option<Bar> {
    let profile = wish.profile;
    let opportunity = candidate.opportunity;
    let eligibility = &opportunity.eligibility;
    timing(wish, candidate, today).or_else(|| {
        let has_lead = wish.lead(candidate, rules).is_some();
        let needs_lead = !candidate.leads.is_empty() || (candidate.own_twins && wish.twin_named(candidate).is_none());
        let checks = [
            (candidate.unfit || is_news(candidate), Bar::NoCall),
            (!profile.kinds.is_empty() && !profile.kinds.contains(&opportunity.kind), Bar::Kind),
            (needs_lead && !has_lead, Bar::NoLead),
            // A twin's country may say that Israel cannot lead; with the twin in front, that is no bar.
            (eligibility.country.verdict == Verdict::No && !has_lead, Bar::Country),
            (eligibility.body.verdict == Verdict::No && !has_lead && !wish.residents_named(candidate), Bar::Body),
            (!place_fits(wish, candidate, rules), Bar::Place),
            (!candidate.size.admits(profile.population), Bar::Size),
            (wish.unwanted.iter().any(|word| candidate.words.contains_key(word)), Bar::Word),
            (pays_too_little(wish, candidate, rules), Bar::Amount),
        ];
        checks.into_iter().find_map(|(holds, bar)| holds.then_some(bar))
    })
}

fn timing(wish: &Wish<'_>, candidate: &Candidate<'_>, today: NaiveDate) -> Option<Bar> {
    let opportunity = candidate.opportunity;
    if matches!(opportunity.status, Status::Closed | Status::Withdrawn) || opportunity.event.end.is_some_and(|end| end < today) {
        return Some(Bar::Over);
    }
    let days = (opportunity.deadline.decisive()?.date - today).num_days();
    if days < 0 {
        Some(Bar::Over)
    } else if days < wish.profile.capacity().lead_days() {
        Some(Bar::TooLate)
    } else {
        None
    }
}

/// What asks for nothing by no date, and is of no kind, tells something.
fn is_news(candidate: &Candidate<'_>) -> bool {
    let opportunity = candidate.opportunity;
    opportunity.kind == Kind::Other
        && opportunity.deadline.stages.is_empty()
        && opportunity.deadline.kind == DeadlineKind::Unknown
}

fn place_fits(wish: &Wish<'_>, candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let profile = wish.profile;
    let eu_barred = profile.eu_place == EuPlace::Conditional
        && (candidate.eu_money || candidate.opportunity.eligibility.place.verdict == Verdict::Conditional);
    if eu_barred || candidate.opportunity.eligibility.place.verdict == Verdict::No {
        return false;
    }
    if !candidate.residents_of.is_empty() && wish.municipality.is_none_or(|own| !candidate.residents_of.contains(&own)) {
        return false;
    }
    Class::ALL.into_iter().all(|class| {
        let mut named = candidate.audiences.iter().filter(|place| rules.audience[**place].class == class).peekable();
        named.peek().is_none() || named.any(|place| wish.audiences.contains(place))
    })
}

fn pays_too_little(wish: &Wish<'_>, candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let amount = &candidate.opportunity.amount;
    let most = amount.max.or(amount.min).zip(amount.currency.as_deref());
    most.and_then(|(sum, currency)| rules.in_euro(sum, currency)).is_some_and(|euro| euro < wish.profile.min_amount)
}
