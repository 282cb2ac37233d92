//! A record's facts in words: deadline, days left, money, the verdict on who may apply.
//! Knows no HTML; every word comes from the language's texts.

use chrono::NaiveDate;
use sources::Opportunity;
use sources::opportunity::{Amount, Answer, DeadlineKind, Eligibility, Event, Kind, Stage, Status, Verdict};

use crate::clean;
use crate::clock::HOME;
use crate::i18n::Texts;

/// Every key that a letter looks up.
pub const KEYS: &[&str] = &[
    "letter.event_online",
    "letter.label.further",
    "letter.label.event",
    "letter.subject",
    "letter.subject_empty",
    "letter.subject_deadline",
    "letter.preheader",
    "letter.greeting",
    "letter.empty",
    "letter.count",
    "letter.section.fresh",
    "letter.section.closing",
    "letter.section.everyone",
    "letter.section.rest",
    "letter.why",
    "letter.read",
    "letter.deadline",
    "letter.deadline_at",
    "letter.deadline_home",
    "letter.deadline_kind.rolling",
    "letter.deadline_kind.until_exhausted",
    "letter.deadline_kind.unknown",
    "letter.days_left",
    "letter.missed",
    "letter.last_day",
    "letter.over",
    "letter.label.deadline",
    "letter.label.amount",
    "letter.label.eligibility",
    "letter.label.quote",
    "letter.kind_by",
    "letter.amount.exact",
    "letter.amount.up_to",
    "letter.amount.from",
    "letter.amount.range",
    "letter.amount.total",
    "letter.amount.rate",
    "letter.country.yes",
    "letter.country.partner",
    "letter.country.conditional",
    "letter.country.no",
    "letter.country.unknown",
    "letter.body.yes",
    "letter.body.called",
    "letter.body.partner",
    "letter.body.conditional",
    "letter.body.no",
    "letter.body.unknown",
    "letter.place.conditional",
    "letter.place.no",
    "letter.quote",
    "letter.sources",
    "letter.sources_none",
    "letter.sources_missed",
    "letter.sources_more",
    "letter.list",
    "letter.footer",
    "letter.section.urgent",
    "letter.urgent.subject",
    "letter.urgent.preheader",
    "letter.urgent.greeting",
    "letter.urgent.footer",
    "letter.reminder.subject",
    "letter.reminder.preheader",
    "letter.reminder.greeting",
    "letter.reminder.footer",
    "letter.section.updates",
    "letter.section.late",
    "letter.label.changed",
    "letter.label.plan",
    "letter.respond",
    "letter.answer",
    "letter.copy",
    "letter.unsubscribe",
    "letter.act.interested",
    "letter.act.not_for_us",
    "letter.act.applied",
    "letter.act.won",
    "letter.act.attended",
    "letter.act.not_won",
    "letter.act.mayor",
    "letter.profile",
    "letter.section.asked",
    "letter.act.need_partner",
    "letter.act.ask_office",
    "letter.changed.deadline_moved",
    "letter.changed.deadline_set",
    "letter.changed.deadline_gone",
    "letter.changed.amount_moved",
    "letter.changed.amount_set",
    "letter.changed.amount_gone",
    "letter.changed.event_moved",
    "letter.changed.event_set",
    "letter.changed.event_gone",
    "letter.changed.open",
    "letter.changed.listed",
    "letter.changed.eligibility",
    "letter.changed.revised",
    "letter.step.first",
    "letter.step.second",
    "letter.step.dated",
    "letter.calendar_step",
    "letter.page",
    "letter.when.decide",
    "letter.when.at_once",
    "letter.when.submit",
    "letter.footer_member",
    "letter.ended.withdrawn",
    "letter.ended.closed_early",
    "letter.ended.closed",
    "letter.ended.unlisted",
    "letter.ended.taken_back",
    "letter.ended.country",
    "letter.ended.body",
    "letter.ended.place",
    "letter.ended.forward",
    "letter.plan.whole",
    "letter.plan.no_council",
    "letter.plan.no_advice",
    "letter.plan.days",
    "letter.plan.needed",
    "letter.plan.left",
    "letter.plan.none_left",
    "letter.plan.time",
    "letter.plan.time_there",
    "letter.plan.earlier",
    "letter.plan.august",
    "letter.clash",
    "letter.calendar_deadline",
];

/// When and where it takes place: `9.6.2027 – 11.6.2027 · Bonn`.
pub(crate) fn event(event: &Event, texts: &Texts) -> Option<String> {
    let days = match (event.start, event.end) {
        (Some(start), Some(end)) if end > start => Some(format!("{} – {}", day(start), day(end))),
        (Some(one), _) | (None, Some(one)) => Some(day(one)),
        (None, None) => None,
    };
    let place = event.place.as_deref().map(clean::line).filter(|place| !place.is_empty());
    let online = event.online.filter(|online| *online).map(|_| texts.t("letter.event_online", &[]));
    let days = days.map(|days| clean::isolate(&days));
    let parts: Vec<String> = days.into_iter().chain(place.map(|place| clean::isolate(&place))).chain(online).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The stages behind the one that is told: the next cut-offs, the second step; none where there is but one.
pub(crate) fn further(opportunity: &Opportunity, today: NaiveDate) -> Vec<&Stage> {
    let Some(told) = stage(opportunity, today) else { return Vec::new() };
    opportunity.deadline.stages.iter().filter(|stage| stage.date > told.date).collect()
}

/// [`further`] in words: `15.2.2027, 16.4.2027 (interviews)`.
pub(crate) fn further_deadlines(opportunity: &Opportunity, today: NaiveDate, texts: &Texts) -> Option<String> {
    let days: Vec<String> = further(opportunity, today)
        .into_iter()
        .map(|stage| named(stage, opportunity, clean::isolate(&day(stage.date)), texts))
        .collect();
    (!days.is_empty()).then(|| days.join(", "))
}

/// The stage an officer has to keep: the next that is not over on `today`, else the last.
pub(crate) fn stage(opportunity: &Opportunity, today: NaiveDate) -> Option<&Stage> {
    let stages = &opportunity.deadline.stages;
    stages.iter().find(|stage| stage.date >= today).or(stages.last())
}

/// By when: the day, the time with its zone and what that is at home, or in words why there is none.
pub(crate) fn deadline(opportunity: &Opportunity, today: NaiveDate, texts: &Texts) -> String {
    let Some(stage) = stage(opportunity, today) else {
        let key = match opportunity.deadline.kind {
            DeadlineKind::Rolling => "rolling",
            DeadlineKind::UntilExhausted => "until_exhausted",
            _ => "unknown",
        };
        return texts.t(&format!("letter.deadline_kind.{key}"), &[]);
    };
    named(stage, opportunity, deadline_of(stage, texts), texts)
}

/// Which of the two steps a stage is, in the reader's language; none where a call has but one, or cut-offs.
pub(crate) fn step(stage: &Stage, opportunity: &Opportunity, texts: &Texts) -> Option<String> {
    let deadline = &opportunity.deadline;
    let place = deadline.stages.iter().position(|one| one == stage)?;
    let key = ["letter.step.first", "letter.step.second"].get(place)?;
    (deadline.kind == DeadlineKind::TwoStage).then(|| texts.t(key, &[]))
}

/// A stage's day with which step it is, else with what its source calls it.
fn named(stage: &Stage, opportunity: &Opportunity, said: String, texts: &Texts) -> String {
    if let Some(step) = step(stage, opportunity, texts) {
        return texts.t("letter.step.dated", &[("step", &step), ("date", &said)]);
    }
    let label = stage.label.as_deref().map(clean::line).filter(|label| !label.is_empty());
    let label = label.map(|label| format!(" ({})", clean::isolate(&label))).unwrap_or_default();
    format!("{said}{label}")
}

/// One stage's day, its time with its zone, and what that is at home.
pub(crate) fn deadline_of(stage: &Stage, texts: &Texts) -> String {
    let date = day(stage.date);
    let said = match stage.time {
        Some(time) => texts.t("letter.deadline_at", &[("date", &date), ("time", &time.format("%H:%M").to_string())]),
        None => texts.t("letter.deadline", &[("date", &date)]),
    };
    let home = match at_home(stage) {
        Some((zone, home)) => {
            let zone = texts.find(&format!("letter.zone.{zone}")).map_or_else(|| zone.replace('_', " "), str::to_owned);
            let home = if home.date() == stage.date {
                home.format("%H:%M").to_string()
            } else {
                home.format("%-d.%-m.%Y %H:%M").to_string()
            };
            texts.t("letter.deadline_home", &[("zone", &clean::isolate(&zone)), ("home", &home)])
        }
        None => String::new(),
    };
    format!("{said}{home}")
}

/// The city that names the zone, or what it is ahead of UTC, and the moment in Israel, where the source gave a time in another zone.
fn at_home(stage: &Stage) -> Option<(String, chrono::NaiveDateTime)> {
    let zone = stage.zone.as_deref()?;
    let here = stage.moment()?.with_timezone(&HOME).naive_local();
    let name =
        if zone.starts_with(['+', '-']) { format!("UTC{zone}") } else { zone.rsplit('/').next().unwrap_or(zone).to_owned() };
    (zone.parse() != Ok(HOME)).then_some((name, here))
}

/// `15.3.2027`.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%-d.%-m.%Y").to_string()
}

/// Whether nobody can apply any more, whatever day was given.
pub(crate) fn is_off(status: Status) -> bool {
    matches!(status, Status::Withdrawn | Status::Closed)
}

/// The dates between `today` and `from`, the first that is told, for which there is no time any more.
pub(crate) fn missed(opportunity: &Opportunity, from: NaiveDate, today: NaiveDate, texts: &Texts) -> Option<String> {
    let stages = opportunity.deadline.stages.iter().map(|stage| stage.date).filter(|date| (today..from).contains(date));
    let days: Vec<String> = stages.map(|date| clean::isolate(&day(date))).collect();
    (!days.is_empty()).then(|| texts.t("letter.missed", &[("dates", &days.join(", "))]))
}

/// The days that are left until the next date at or after `from`, in words; none of what was withdrawn or closed before its day.
pub(crate) fn days_left(opportunity: &Opportunity, from: NaiveDate, today: NaiveDate, texts: &Texts) -> Option<String> {
    let days = (stage(opportunity, from)?.date - today).num_days();
    if is_off(opportunity.status) && days >= 0 {
        return None;
    }
    Some(match u64::try_from(days) {
        Err(_) => texts.t("letter.over", &[]),
        Ok(0) => texts.t("letter.last_day", &[]),
        Ok(days) => texts.n("letter.days_left", days, &[]),
    })
}

/// What one applicant gets, else what there is in all; `None` where no sum is known.
pub(crate) fn amount(amount: &Amount, texts: &Texts) -> Option<String> {
    let sum = |value: f64| clean::isolate(&money(value, amount.currency.as_deref()));
    let mut parts = Vec::new();
    match (amount.min, amount.max) {
        (Some(min), Some(max)) if min < max => {
            parts.push(texts.t("letter.amount.range", &[("min", &sum(min)), ("max", &sum(max))]));
        }
        (Some(_), Some(max)) => parts.push(texts.t("letter.amount.exact", &[("sum", &sum(max))])),
        (None, Some(max)) => parts.push(texts.t("letter.amount.up_to", &[("sum", &sum(max))])),
        (Some(min), None) => parts.push(texts.t("letter.amount.from", &[("sum", &sum(min))])),
        (None, None) => {}
    }
    if let Some(total) = amount.total.filter(|_| parts.is_empty()) {
        parts.push(texts.t("letter.amount.total", &[("sum", &sum(total))]));
    }
    if let Some(rate) = funding_rate(amount) {
        parts.push(texts.t("letter.amount.rate", &[("rate", &clean::isolate(&format!("{rate}%")))]));
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Calls that bear less than this part of the costs are rare, and where a notice says "co-financing: 10 %" it mostly means what the applicant
/// has to bring: nothing is said of it then.
const LEAST_RATE: f64 = 50.0;

/// The part of the costs that the call bears, in percent, where that is plain.
pub(crate) fn funding_rate(amount: &Amount) -> Option<f64> {
    amount.cofunding_rate.filter(|rate| (LEAST_RATE..=100.0).contains(rate))
}

/// What it is, and who publishes it where that is known.
pub(crate) fn kind(opportunity: &Opportunity, texts: &Texts) -> String {
    let kind = crate::code::code(opportunity.kind);
    // A key that ends in `other` would be a plural form.
    let key = if opportunity.kind == Kind::Other { "other_kind" } else { &kind };
    let kind = texts.t(&format!("web.kind.{key}"), &[]);
    match opportunity.organiser.as_deref().map(clean::line).filter(|name| !name.is_empty()) {
        Some(name) => texts.t("letter.kind_by", &[("kind", &kind), ("organiser", &clean::isolate(&name))]),
        None => kind,
    }
}

/// `€50,000`, `80,000 ₪`, `4,000 CAD`: the sign where everybody knows it, the code elsewhere.
pub(crate) fn money(value: f64, currency: Option<&str>) -> String {
    let digits = grouped(value);
    match currency {
        Some("EUR") => format!("€{digits}"),
        Some("USD") => format!("${digits}"),
        Some("GBP") => format!("£{digits}"),
        Some("ILS") => format!("{digits} ₪"),
        Some(code) => format!("{digits} {}", clean::line(code)),
        None => digits,
    }
}

/// Whole units, in groups of three; no call is decided by its cents.
pub(crate) fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// One axis of "may we apply?": the verdict in words and the words that say so.
pub(crate) struct Saying {
    pub(crate) verdict: String,
    pub(crate) quote: Option<String>,
}

/// May an Israeli local authority apply? Country and body are always answered, `unknown` as unknown; the place only where it matters.
pub(crate) fn eligibility(eligibility: &Eligibility, texts: &Texts) -> Vec<Saying> {
    let say = |axis: &str, answer: &Answer| Saying {
        verdict: texts.t(&format!("letter.{axis}.{}", code_of(axis, answer.verdict, eligibility)), &[]),
        quote: answer.quote.as_deref().map(clean::line).filter(|quote| !quote.is_empty() && answer.verdict != Verdict::Unknown),
    };
    let mut said = vec![say("country", &eligibility.country), say("body", &eligibility.body)];
    if matches!(eligibility.place.verdict, Verdict::No | Verdict::Conditional) {
        said.push(say("place", &eligibility.place));
    }
    // One sentence that proves several verdicts stands once, behind the last of them.
    for n in 1..said.len() {
        if said[n - 1].quote == said[n].quote {
            said[n - 1].quote = None;
        }
    }
    said
}

/// The same in one phrase: what is not a plain yes, else that it is one.
pub(crate) fn verdict(eligibility: &Eligibility, texts: &Texts) -> String {
    let axes = [("country", &eligibility.country), ("body", &eligibility.body)];
    let mut open = axes.iter().filter(|(_, answer)| answer.verdict != Verdict::Yes).peekable();
    if open.peek().is_none() {
        return texts.t("letter.body.yes", &[]);
    }
    let said = open.map(|(axis, answer)| texts.t(&format!("letter.{axis}.{}", code_of(axis, answer.verdict, eligibility)), &[]));
    said.collect::<Vec<_>>().join(" · ")
}

/// A quote of fewer words ("towns") shows nothing.
const LEAST_WORDS_OF_QUOTE: usize = 3;

impl Saying {
    /// The same without a quote that proves nothing: a word or two, or the title once more, which stands above already.
    #[must_use]
    pub(crate) fn beside_title(mut self, title: &str) -> Self {
        let title = title.to_lowercase();
        self.quote = self
            .quote
            .filter(|quote| quote.split_whitespace().count() >= LEAST_WORDS_OF_QUOTE && !title.contains(&quote.to_lowercase()));
        self
    }
}

/// A call for local authorities of which nobody knows whether ours are among them: "may apply" would be read as a yes.
const CALLED: &str = "called";

fn code_of(axis: &str, verdict: Verdict, eligibility: &Eligibility) -> &'static str {
    let ours_may = eligibility.country.verdict == Verdict::Yes;
    if axis == "body" && verdict == Verdict::Yes && !ours_may { CALLED } else { code(verdict) }
}

fn code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "yes",
        Verdict::Partner => "partner",
        Verdict::Conditional => "conditional",
        Verdict::No => "no",
        Verdict::Unknown => "unknown",
    }
}
