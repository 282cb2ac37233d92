//! A call that a reader was told of and can no longer have, in words.

use chrono::NaiveDate;
use sources::Opportunity;

use super::wording;
use crate::clean;
use crate::i18n::Texts;
use crate::record::Record;

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Its publisher took it back.
    Withdrawn,
    /// It closed before its day.
    Closed,
    /// Its source does not list it any more, which may mean anything.
    Unlisted,
    /// The office told it and takes it back.
    TakenBack,
    /// Nobody from Israel may apply any more.
    NotForIsrael,
    /// No local authority may.
    NotForAuthorities,
    /// None in this place may.
    NotHere,
    /// Its deadline was brought forward and has passed; the day that was told.
    Forward(NaiveDate),
}

/// Such a call in a letter.
#[derive(Debug, Clone)]
pub struct Ended<'a> {
    pub record: &'a Record,
    pub end: End,
    /// Our own page about it; none where there is none any more.
    pub page: Option<String>,
}

/// The sentence; with the day by which one could have applied where it is still ahead.
pub(super) fn sentence(end: End, opportunity: &Opportunity, today: NaiveDate, texts: &Texts) -> String {
    let ahead = wording::stage(opportunity, today).filter(|stage| stage.date >= today);
    match (end, ahead) {
        (End::Withdrawn, _) => texts.t("letter.ended.withdrawn", &[]),
        (End::Closed, Some(stage)) => {
            texts.t("letter.ended.closed_early", &[("date", &clean::isolate(&wording::day(stage.date)))])
        }
        (End::Closed, None) => texts.t("letter.ended.closed", &[]),
        (End::Unlisted, _) => texts.t("letter.ended.unlisted", &[]),
        (End::TakenBack, _) => texts.t("letter.ended.taken_back", &[]),
        (End::NotForIsrael, _) => texts.t("letter.ended.country", &[]),
        (End::NotForAuthorities, _) => texts.t("letter.ended.body", &[]),
        (End::NotHere, _) => texts.t("letter.ended.place", &[]),
        (End::Forward(told), _) => {
            let is = opportunity.deadline.decisive().map(|stage| clean::isolate(&wording::day(stage.date))).unwrap_or_default();
            texts.t("letter.ended.forward", &[("date", &is), ("told", &clean::isolate(&wording::day(told)))])
        }
    }
}
