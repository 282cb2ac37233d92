//! From a finding to an opportunity: pure functions, every answer with the words that prove it.
//! Knows no network, no store and no clock: `today` is handed in.

pub mod cues;
pub mod dates;
pub mod deadline;
pub mod hebrew_calendar;
pub mod money;
pub mod sameness;
pub mod series;
pub mod size;
pub mod zones;

mod abbreviations;
mod attached;
pub mod clean;
mod countries;
mod dateline;
mod eligibility;
mod event;
mod evidence;
mod fields;
mod gendered;
mod handing_in;
mod kind;
mod language;
mod offered;
mod one_line;
mod organiser;
mod others;
mod programme;
mod reading;
mod sanitize;
mod sentences;
mod statement;
mod status;
mod summary;
mod topics;
mod verdict;
mod wording;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

pub use language::language;
pub use one_line::one_line;
pub use sameness::Likeness;
pub use sanitize::sanitize;
pub use verdict::OpportunityVerdict;

use crate::finding::{Finding, field};
use crate::lexicon::{Lexicon, Tongue};
use crate::opportunity::{COMMON_ZONE, DeadlineKind, Evidence, Kind, Opportunity, Stage};
use crate::read::plain::html_to_text;
use crate::source::{Defaults, Source};
use attached::Attached;
use deadline::{Dated, DeadlineContext};
use evidence::{Found, found, note};
use reading::Reading;

/// A text longer than this is a document; what a call says of itself stands at its beginning.
const MOST_TEXT: usize = 200_000;

/// What normalisation needs to know of a source.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Zone of its dates.
    pub zone: Tz,
    /// Is it the source's own, so that an hour without a zone is one of it?
    pub is_own_zone: bool,
    /// Languages of its texts, the usual one first; empty: not known.
    pub languages: &'a [String],
    /// What holds for each of its items unless the item says otherwise.
    pub defaults: &'a Defaults,
}

static NO_DEFAULTS: LazyLock<Defaults> = LazyLock::new(Defaults::default);

impl<'a> Context<'a> {
    /// Of a source of the roadmap.
    pub fn of(source: &'a Source) -> Self {
        Self { zone: source.zone, is_own_zone: true, languages: &source.language, defaults: &source.defaults }
    }

    /// Of a text whose source nobody knows.
    pub fn neutral() -> Context<'static> {
        Context { zone: COMMON_ZONE, is_own_zone: false, languages: &[], defaults: &NO_DEFAULTS }
    }
}

/// A finding, normalised.
#[derive(Debug, Clone, PartialEq)]
pub struct Normalised {
    /// The record.
    pub opportunity: Opportunity,
    /// Whether it is one, and why.
    pub verdict: OpportunityVerdict,
    /// The main text, for the index.
    pub text: String,
    /// What it is compared by with records of other sources.
    pub likeness: Likeness,
}

/// Derives the record of a finding as of a day. Fields of the finding beat its prose, prose beats the source's defaults.
pub fn normalise(finding: &Finding, context: &Context<'_>, lexicon: &Lexicon, today: NaiveDate) -> Normalised {
    let title = clean::line(&finding.title);
    let text = main_text(finding);
    let mut evidence = BTreeMap::new();
    let lang = of_language(finding, context, &title, &text, &mut evidence);
    let lang = lang.as_deref();
    let reading = Reading::new(&title, &text, lang, lexicon);
    let defaults = context.defaults;
    let values = |name: &str| finding.values(name).collect::<Vec<_>>();

    let published = taken(fields::date(finding, field::PUBLISHED, lang, today), "published", &mut evidence);
    let opens = taken(fields::date(finding, field::OPENS, lang, today), "opens", &mut evidence);
    let known = kind::Known { defaults, organiser: finding.field(field::ORGANISER).or(defaults.organiser.as_deref()) };
    let (kind, words) = kind::kind(&reading, lang, finding.field(field::KIND), known, lexicon);
    // A text that does not say what it is may still carry the identifier of a programme's call.
    let unsaid = words.is_none() && kind == Kind::Other;
    let seeks_partners = words.as_ref().is_some_and(|words| kind::SEEKS_PARTNERS.contains(&words.rule.as_str()));
    note(&mut evidence, "kind", words);

    let context_of_dates = DeadlineContext { published, url: &finding.url, today };
    let dated = Dated::read(&reading.text, lang, context_of_dates, &reading.cues);
    let attached = Attached::new(finding, lexicon);
    let (mut deadline, mut words) =
        handing_in::deadline(finding, &dated, (kind, kind == Kind::Partnership && seeks_partners), context.zone, today);
    let year_open = words.as_ref().is_some_and(|words| words.rule == deadline::YEAR_OPEN);
    let told_on_page = deadline.kind != DeadlineKind::Unknown || year_open;
    if deadline.kind == DeadlineKind::Unknown
        && let Some(of_file) = attached.deadline(context_of_dates)
    {
        (deadline, words) = of_file;
    }
    // "By 12:00" is said by the clock of whoever says it, and a day ends by it.
    let is_told_apart = |stage: &Stage| stage.time.is_some() || context.zone != COMMON_ZONE;
    for stage in deadline.stages.iter_mut().filter(|stage| context.is_own_zone && stage.zone.is_none() && is_told_apart(stage)) {
        stage.zone = Some(context.zone.name().to_owned());
    }
    let unled = [deadline::SOLE, deadline::BARE];
    let last_day_named = year_open
        || deadline.kind != DeadlineKind::Unknown && words.as_ref().is_none_or(|words| !unled.contains(&words.rule.as_str()));
    let until = words.as_ref().is_some_and(|words| words.rule == UNTIL);
    note(&mut evidence, "deadline", words);
    let (amount, words) = offered::amount(finding, &reading, kind, seeks_partners);
    // What one applicant gets, where nothing else is said, is a grant.
    let (kind, unsaid) = match &words {
        Some(words) if unsaid && amount.max.is_some_and(|max| max >= SMALLEST_GRANT) && words.rule != money::UNSAID => {
            note(&mut evidence, "kind", Some(found(&words.quote, "kind.amount")));
            (Kind::Grant, false)
        }
        _ => (kind, unsaid),
    };
    note(&mut evidence, "amount", words);

    let (status, words) = status::status(&reading, &deadline, opens, finding.field(field::STATUS), lexicon, today);
    note(&mut evidence, "status", words);

    let (event, words) = event::event(finding, &reading, lang, &dated, kind, today, lexicon);
    note(&mut evidence, "event", words);

    let (topics, words) = topics::topics(&reading, &values(field::CATEGORIES), &defaults.topics, lexicon);
    note(&mut evidence, "topics", words);

    let (countries, words) = countries::countries(&reading, &values(field::COUNTRIES), &defaults.countries, lexicon);
    note(&mut evidence, "countries", words);

    let organiser = named(finding, field::ORGANISER, || organiser::organiser(&reading.text), "organiser", &mut evidence)
        .or_else(|| defaults.organiser.clone());
    let of_prose = || programme::programme(&reading.text);
    let written = finding.field(field::PROGRAMME);
    let programme = match written.filter(|written| !programme::tells_programme(written)).and_then(|_| of_prose()) {
        Some(telling) => taken(Some(telling), "programme", &mut evidence),
        None => named(finding, field::PROGRAMME, of_prose, "programme", &mut evidence),
    };

    let kind = match &programme {
        Some(identifier) if unsaid => {
            note(&mut evidence, "kind", Some(found(identifier, "kind.programme")));
            Kind::CallForProposals
        }
        _ => kind,
    };

    let eligible = values(field::ELIGIBLE).join("\n");
    let known = eligibility::Known {
        kind,
        url: &finding.url,
        language: lang,
        programme: programme.as_deref(),
        framework: finding.field(field::FRAMEWORK).or(defaults.framework.as_deref()),
        eligible: Some(eligible.as_str()).filter(|words| !words.is_empty()),
        today,
    };
    let mut eligibility = eligibility::eligibility(&reading, &known, lexicon);
    attached.complete(&mut eligibility, &known, lexicon);
    let summary = summary::summary(&reading, lexicon);

    let known = verdict::Known {
        deadline: last_day_named && told_on_page,
        rolling: deadline.kind == DeadlineKind::Rolling,
        until,
        exhibition: kind == Kind::Exhibition,
        worded: lang.and_then(Tongue::of).is_some(),
        only_opportunities: defaults.only_opportunities,
        declared: is_declared_grant(finding),
        year: today.year(),
    };
    let mut verdict = verdict::verdict(&reading, known, lexicon);
    if !verdict.yes
        && let Some(of_file) = attached.verdict(&reading, verdict::Known { deadline: last_day_named, ..known }, lexicon)
    {
        verdict = of_file;
    }
    let opportunity = Opportunity {
        title,
        summary,
        lang: lang.map(str::to_owned),
        url: finding.url.clone(),
        kind,
        status,
        deadline,
        event,
        amount,
        eligibility,
        organiser,
        programme,
        topics,
        countries,
        opens,
        published,
        evidence,
    };
    let likeness = Likeness::of(&opportunity, lexicon);
    Normalised { opportunity, verdict, text, likeness }
}

/// The body as plain text: what the source gave as text, else what its HTML says; and what a declared grant or event says of itself besides.
fn main_text(finding: &Finding) -> String {
    let of_html = || finding.html.as_deref().map(html_to_text).unwrap_or_default();
    let mut text = finding.text.clone().filter(|text| !text.trim().is_empty()).unwrap_or_else(of_html);
    if let Some(said) = finding.field(field::DESCRIPTION).filter(|_| finding.field(field::DECLARED).is_some()) {
        // Most pages tell machines how their own text begins, and that it goes on.
        let said = said.trim_end_matches(['.', '…', '[', ']', ' ']);
        if !clean::line(&text).contains(&clean::line(said)) {
            text = format!("{text}\n\n{said}");
        }
    }
    clean::body(&text, MOST_TEXT)
}

/// Its page says to machines that it is a grant.
fn is_declared_grant(finding: &Finding) -> bool {
    finding.field(field::DECLARED) == Some("grant")
}

/// The declared language, unless the text is plainly in another; then what the text tells; then the source's usual one.
fn of_language(
    finding: &Finding,
    context: &Context<'_>,
    title: &str,
    text: &str,
    evidence: &mut BTreeMap<String, Evidence>,
) -> Option<String> {
    let (told, reliable) = language(&format!("{title}\n{text}"));
    let declared = finding.lang.clone().or_else(|| match context.languages {
        [only] => Some(only.clone()),
        _ => None,
    });
    if let Some(told) = told.as_ref().filter(|told| reliable || declared.as_ref().is_none_or(|declared| declared == *told)) {
        note(evidence, "lang", Some(found(if title.is_empty() { text } else { title }, "lang.text")));
        return Some(told.clone());
    }
    declared.or_else(|| context.languages.first().cloned()).or(told)
}

/// The rule of a day until which something is done: an exhibition is shown, or works are handed in.
const UNTIL: &str = "deadline.until";

/// Less than this is pocket money and makes no grant of a text that does not call itself one.
const SMALLEST_GRANT: f64 = 500.0;

/// A field's value, else what the prose says.
fn named(
    finding: &Finding,
    name: &str,
    prose: impl FnOnce() -> Option<(String, Found)>,
    member: &str,
    evidence: &mut BTreeMap<String, Evidence>,
) -> Option<String> {
    let of_field = finding.field(name).map(|written| (clean::line(written), found(written, &format!("{name}.field"))));
    taken(of_field.or_else(prose), member, evidence)
}

/// Keeps the value and notes its words.
fn taken<T>(value: Option<(T, Found)>, member: &str, evidence: &mut BTreeMap<String, Evidence>) -> Option<T> {
    let (value, words) = value?;
    note(evidence, member, Some(words));
    Some(value)
}
