//! Sums of different currencies side by side.

use sources::Opportunity;

/// Euro per unit, to a tenth or so: to sort sums of different currencies and to filter by a least sum, never to print one.
const EURO: &[(&str, f64)] = &[
    ("EUR", 1.0),
    ("USD", 0.9),
    ("GBP", 1.15),
    ("ILS", 0.25),
    ("CHF", 1.05),
    ("CAD", 0.65),
    ("AUD", 0.6),
    ("JPY", 0.006),
    ("CNY", 0.125),
];

/// The most that one applicant can get, in euro; an unknown currency counts as euro.
pub(crate) fn in_euro(opportunity: &Opportunity) -> Option<f64> {
    let currency = opportunity.amount.currency.as_deref().unwrap_or("EUR");
    let rate = EURO.iter().find(|(code, _)| *code == currency).map_or(1.0, |(_, rate)| *rate);
    opportunity.amount.max.map(|amount| amount * rate)
}
