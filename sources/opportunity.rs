//! The normalised record: what an officer is told of one call.
//! Its JSON form is the one that `kolkore probe normalise`, export and the API share.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// One opportunity, as normalised from a finding (or imported, or corrected by staff).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Opportunity {
    /// Plain text, in `lang`.
    pub title: String,
    /// Plain text, a few sentences taken from the source.
    pub summary: Option<String>,
    /// ISO 639-1 code of title and summary.
    pub lang: Option<String>,
    /// Where people read the call.
    pub url: String,
    /// What it is.
    pub kind: Kind,
    /// As of the day it was normalised; whether it is open *now* is computed from the dates.
    pub status: Status,
    /// By when to hand in.
    pub deadline: Deadline,
    /// When and where it takes place.
    pub event: Event,
    /// What one applicant can get, and what there is in all.
    pub amount: Amount,
    /// May an Israeli local authority apply?
    pub eligibility: Eligibility,
    /// Who calls.
    pub organiser: Option<String>,
    /// The programme's own identifier, e.g. `HORIZON-CL5-2026-09-D4-03`.
    pub programme: Option<String>,
    /// Slugs of `config/topics.toml`.
    pub topics: Vec<String>,
    /// ISO 3166-1 alpha-2 codes of the countries it is about.
    pub countries: Vec<String>,
    /// The day from which applications are taken, where the source says so.
    #[serde(default)]
    pub opens: Option<NaiveDate>,
    /// The date of publication that the source itself gave.
    pub published: Option<NaiveDate>,
    /// For each derived field that does not carry its own quote: the words it came from.
    pub evidence: BTreeMap<String, Evidence>,
}

/// The words that a field was derived from, and the rule that did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Evidence {
    /// Verbatim, out of the finding.
    pub quote: String,
    /// Dotted name of the rule, e.g. `deadline.due_by`.
    pub rule: String,
    /// The attached file that says so; absent: the page itself does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// What is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Applications for funding of projects, after a published call.
    CallForProposals,
    /// Money on application.
    Grant,
    /// Award, prize, challenge.
    Competition,
    /// Conference, congress, summit.
    Conference,
    /// Exhibition, fair, market.
    Exhibition,
    /// Youth or staff exchange, delegation, study visit.
    Exchange,
    /// Course, fellowship, study grant.
    Training,
    /// Someone looks for partners.
    Partnership,
    /// None of these.
    Other,
}

/// Where a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Announced, not yet taking applications.
    Forthcoming,
    /// Taking applications.
    Open,
    /// Over: by date, by its source's explicit word, or by its own page.
    Closed,
    /// Its source no longer lists it; says nothing about whether it is over.
    Unlisted,
    /// Taken back by whoever called.
    Withdrawn,
}

/// The zone in which a day without a time ends, where nothing nearer says so: most sources of the roadmap sit in it.
pub const COMMON_ZONE: Tz = Tz::Europe__Brussels;

/// By when to hand in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Deadline {
    /// How the stages are meant.
    pub kind: DeadlineKind,
    /// In order of date; empty for `rolling`, `until_exhausted` and `unknown`.
    pub stages: Vec<Stage>,
}

/// How the stages of a deadline are meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// One last day.
    Fixed,
    /// Several chances; the next one counts.
    MultipleCutoffs,
    /// A first stage decides who may enter the second.
    TwoStage,
    /// Applications at any time.
    Rolling,
    /// Until the money is used up.
    UntilExhausted,
    /// Nothing certain was found.
    #[default]
    Unknown,
}

/// One dated step of a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Stage {
    /// Local calendar date in `zone` (or the source's zone).
    pub date: NaiveDate,
    /// `HH:MM` or `HH:MM:SS`; absent when the source gives a day only.
    #[serde(with = "clock_time", default)]
    #[schema(value_type = Option<String>, pattern = "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$")]
    pub time: Option<NaiveTime>,
    /// IANA name or offset such as `+02:00`.
    pub zone: Option<String>,
    /// The source's own word for this step.
    pub label: Option<String>,
    /// The words that say so.
    pub quote: Option<String>,
}

/// When and where something takes place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Event {
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day; equals `start` for a one-day event.
    pub end: Option<NaiveDate>,
    /// Town or venue, as written.
    pub place: Option<String>,
    /// Takes place (also) online.
    pub online: Option<bool>,
}

/// Money, in `currency`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Amount {
    /// The least one applicant can get.
    pub min: Option<f64>,
    /// The most one applicant can get.
    pub max: Option<f64>,
    /// The whole budget of the call.
    pub total: Option<f64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// Share paid by the funder, in percent (0 to 100).
    pub cofunding_rate: Option<f64>,
}

/// The three questions of "may we apply?".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Eligibility {
    /// Is Israel in?
    pub country: Answer,
    /// May a local authority apply?
    pub body: Answer,
    /// Does the EU's territorial clause (2013/C 205/05) bear on it?
    pub place: Answer,
}

/// A verdict with its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EligibilityAnswer)]
pub struct Answer {
    /// The answer; `unknown` is one.
    pub verdict: Verdict,
    /// The words that say so.
    pub quote: Option<String>,
    /// The rule of `config/eligibility.toml` or of the reader.
    pub rule: Option<String>,
    /// The attached file that says so; absent: the page itself does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// An answer to one question of eligibility.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// May lead.
    Yes,
    /// May join a lead from elsewhere.
    Partner,
    /// Only on a condition.
    Conditional,
    /// May not.
    No,
    /// Nobody knows yet.
    #[default]
    Unknown,
}

impl Deadline {
    /// The one stage that counts where one is needed: the first of `two_stage`, the last otherwise.
    pub fn decisive(&self) -> Option<&Stage> {
        match self.kind {
            DeadlineKind::TwoStage => self.stages.first(),
            _ => self.stages.last(),
        }
    }

    /// The stages by which somebody new can still come in: the second of `two_stage` is for those who passed the first.
    pub fn to_meet(&self) -> &[Stage] {
        match self.kind {
            DeadlineKind::TwoStage => &self.stages[..self.stages.len().min(1)],
            _ => &self.stages,
        }
    }

    /// The next stage that is not over at `now`.
    pub fn next(&self, now: DateTime<Utc>) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.over_at() > now)
    }
}

impl Stage {
    /// The moment itself, where both its time and its zone are told.
    pub fn moment(&self) -> Option<DateTime<Utc>> {
        in_zone(self.date.and_time(self.time?), self.zone.as_deref()?)
    }

    /// The moment at which this stage is over: its time, or the end of its day, in its own zone, which is the source's where the text names
    /// none.
    pub fn over_at(&self) -> DateTime<Utc> {
        let local = match self.time {
            Some(time) => self.date.and_time(time),
            None => self.date.checked_add_days(Days::new(1)).unwrap_or(self.date).and_time(NaiveTime::MIN),
        };
        match &self.zone {
            Some(zone) => in_zone(local, zone).unwrap_or_else(|| from_local(local, COMMON_ZONE)),
            None => from_local(local, COMMON_ZONE),
        }
    }
}

fn in_zone(local: NaiveDateTime, zone: &str) -> Option<DateTime<Utc>> {
    if let Ok(tz) = zone.parse::<Tz>() {
        return Some(from_local(local, tz));
    }
    let offset: chrono::FixedOffset = zone.parse().ok()?;
    offset.from_local_datetime(&local).single().map(|at| at.to_utc())
}

/// A local time that the clock change skips is read as one hour later, one that it repeats as the later of the two:
/// an applicant is never told that it is over while it is not.
fn from_local(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    zone.from_local_datetime(&local)
        .latest()
        .or_else(|| zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).latest())
        .map_or_else(|| local.and_utc(), |at| at.to_utc())
}

/// `HH:MM`, with seconds only where the text gave some.
mod clock_time {
    use chrono::{NaiveTime, Timelike};
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(clippy::ref_option, reason = "serde's `with` hands over a reference to the field")]
    pub(super) fn serialize<S: Serializer>(time: &Option<NaiveTime>, out: S) -> Result<S::Ok, S::Error> {
        match time {
            Some(time) if time.second() == 0 => out.collect_str(&time.format("%H:%M")),
            Some(time) => out.collect_str(&time.format("%H:%M:%S")),
            None => out.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<NaiveTime>, D::Error> {
        let Some(text) = Option::<String>::deserialize(input)? else { return Ok(None) };
        NaiveTime::parse_from_str(&text, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"))
            .map(Some)
            .map_err(|_| serde::de::Error::custom(format!("`{text}` is no time; write HH:MM or HH:MM:SS")))
    }
}
