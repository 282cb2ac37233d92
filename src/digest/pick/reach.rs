//! May this municipality have it at all, and in time? The questions that come before any interest.

use chrono::NaiveDate;
use sources::Opportunity;
use sources::opportunity::{DeadlineKind, Kind, Status, Verdict};

use super::candidate::Candidate;
use super::rules::{Class, Rules};
use super::wish::Wish;
use crate::digest::planning::plan;
use crate::digest::profile::EuPlace;

/// The rules by which a country or continent is taken for the only one that may apply because no other is named.
const OTHERS_NAMED: [&str; 4] =
    ["country.others_only", "country.from_elsewhere", "country.elsewhere_only", "country.others_listed"];

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
    if is_over(opportunity, today) {
        return Some(Bar::Over);
    }
    let has_lead = wish.lead(candidate, rules).is_some();
    let needs_lead = !candidate.leads.is_empty() || (candidate.own_twins && wish.twin_named(candidate).is_none());
    if candidate.unfit || is_news(candidate) {
        Some(Bar::NoCall)
    } else if !profile.kinds.is_empty() && !profile.kinds.contains(&opportunity.kind) {
        Some(Bar::Kind)
    } else if needs_lead && !has_lead {
        Some(Bar::NoLead)
    } else if !has_lead && is_for_elsewhere(candidate) {
        // A twin's country may say that Israel cannot lead; with the twin in front, that is no bar.
        Some(Bar::Country)
    } else if eligibility.body.verdict == Verdict::No
        && !has_lead
        && !wish.is_called(candidate)
        && !calls_our_groups(wish, candidate)
    {
        Some(Bar::Body)
    } else if !place_fits(wish, candidate, rules) {
        Some(Bar::Place)
    } else if !candidate.size.admits(profile.population) {
        Some(Bar::Size)
    } else if wish.unwanted.iter().any(|word| candidate.words.contains_key(word)) {
        Some(Bar::Word)
    } else if pays_too_little(wish, candidate, rules) {
        Some(Bar::Amount)
    } else if is_too_late(wish, opportunity, today) {
        // Last: what nothing else bars is worth saying even when it is too late.
        Some(Bar::TooLate)
    } else {
        None
    }
}

/// By the verdict, or by what the text says of places elsewhere.
fn is_for_elsewhere(candidate: &Candidate<'_>) -> bool {
    let country = candidate.opportunity.eligibility.country.verdict;
    country == Verdict::No && !asks_ours(candidate) || country != Verdict::Yes && candidate.elsewhere && !candidate.israel
}

fn is_over(opportunity: &Opportunity, today: NaiveDate) -> bool {
    matches!(opportunity.status, Status::Closed | Status::Withdrawn)
        || opportunity.event.end.is_some_and(|end| end < today)
        || opportunity.deadline.decisive().is_some_and(|stage| stage.date < today)
}

fn is_too_late(wish: &Wish<'_>, opportunity: &Opportunity, today: NaiveDate) -> bool {
    let profile = wish.profile;
    opportunity.deadline.decisive().is_some_and(|stage| match profile.lead_times {
        // Its own working days, by its own calendar: as the letter plans them.
        Some(leads) => plan(stage, leads, &profile.calendars).is_some_and(|plan| plan.decide < today),
        None => (stage.date - today).num_days() < profile.capacity().lead_days(),
    })
}

/// "Not for Israel" was concluded from another country's name, and the text itself asks local authorities in Israel: a delegation from
/// there that looks for hosts here.
fn asks_ours(candidate: &Candidate<'_>) -> bool {
    let by_name = candidate.opportunity.eligibility.country.rule.as_deref().is_some_and(|rule| OTHERS_NAMED.contains(&rule));
    by_name && candidate.israel && candidate.authority && candidate.leads.is_empty() && !candidate.own_twins
}

/// A twin asks the choirs of its twin towns: they come through us.
fn calls_our_groups(wish: &Wish<'_>, candidate: &Candidate<'_>) -> bool {
    candidate.own_twins && wish.twin_named(candidate).is_some()
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
    // A closed list of names says more than the region or people that it stands for.
    if !candidate.listed.is_empty() {
        return wish.is_called(candidate);
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
    // Where nothing says what one winner gets, nobody gets more than all of it.
    let most = amount.max.or(amount.min).or(amount.total).zip(amount.currency.as_deref());
    most.and_then(|(sum, currency)| rules.in_euro(sum, currency)).is_some_and(|euro| euro < wish.profile.min_amount)
}
