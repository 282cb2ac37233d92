//! One record with everything known of it, the words it was derived from, and what changed.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use chrono::{Datelike as _, NaiveDate};
use sources::normalise::series::series;
use sources::opportunity::Opportunity;

use super::card::{Card, Foreign};
use super::value::shown;
use super::wording::{day_of, moment, named};
use super::{Frame, Ui};
use crate::address::segment;
use crate::clean;
use crate::clock::HOME;
use crate::code::code;
use crate::digest::letter::wording;
use crate::i18n::Texts;
use crate::record::{Change, Record};
use crate::search::Labels;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::api::opportunities::visible;
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "web/record.html")]
struct RecordPage<'a> {
    frame: Frame<'a>,
    card: Card,
    facts: Vec<(String, Foreign)>,
    /// Whether a calendar of it would have anything in it.
    has_dates: bool,
    stages: Vec<Stage>,
    axes: Vec<Axis>,
    topics: Vec<(String, String)>,
    evidence: Vec<Evidence>,
    files: Vec<File>,
    history: Vec<Line>,
    sightings: Vec<Sighting>,
    series: Option<Yearly>,
}

struct Stage {
    when: String,
    label: Option<String>,
    over: bool,
}

/// One of the three questions of "may we apply?".
struct Axis {
    name: String,
    verdict: String,
    code: String,
}

/// Why we say so.
struct Evidence {
    field: String,
    quote: String,
    rule: String,
    /// Where the words stand, if not on the page itself.
    file: Option<String>,
}

/// A file that was read with it.
struct File {
    name: String,
    link: Option<String>,
}

struct Line {
    when: String,
    field: String,
    before: String,
    after: String,
}

/// The editions of a yearly call.
struct Yearly {
    rhythm: String,
    next: Option<String>,
    others: Vec<(String, String, Foreign)>,
}

struct Sighting {
    name: String,
    link: Option<String>,
    when: String,
}

/// A call that is told under another id now is shown there: letters link to the one that it had. Staff may part the two again, so the
/// way there is not for ever.
async fn elsewhere(state: &WebState, viewer: &Viewer, id: &str, problem: Problem) -> Result<Response, Problem> {
    let other = state.store.gone_record(id).await?.and_then(|gone| gone.joined);
    match other {
        Some(other) if visible(state, viewer, &other).await.is_ok() => {
            Ok(Redirect::temporary(&format!("/o/{}", segment(&other))).into_response())
        }
        _ => Err(problem),
    }
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let record = match visible(&state, &viewer, &id).await {
        Err(problem) if problem.status == StatusCode::GONE => return elsewhere(&state, &viewer, &id, problem).await,
        record => record?,
    };
    let ui = Ui::of(raw.as_deref());
    let path = format!("/o/{}", segment(&record.id));
    let frame = Frame::of(&state, ui, &viewer, &path, &[]);
    let (texts, labels, now) = (frame.texts, state.finder.labels.as_ref(), state.clock.now());
    let told = &record.opportunity;
    let language = texts.language();
    let today = now.with_timezone(&HOME).date_naive();
    let page = RecordPage {
        card: Card::new(&record.id, told, &record.sources, record.review, &[], texts, labels, now),
        facts: facts(told, texts, labels),
        has_dates: !told.deadline.stages.is_empty(),
        stages: told
            .deadline
            .stages
            .iter()
            .map(|stage| Stage {
                when: wording::deadline_of(stage, texts),
                label: stage.label.as_deref().map(clean::line).filter(|label| !label.is_empty()),
                over: stage.date < today,
            })
            .collect(),
        axes: axes(told, texts),
        topics: told
            .topics
            .iter()
            .map(|slug| {
                let query = crate::search::query::SearchQuery { topic: vec![slug.clone()], ..Default::default() };
                (labels.topic(slug, language), format!("/{}", query.href(ui.pairs())))
            })
            .collect(),
        evidence: evidence(told, texts),
        files: record
            .attachments
            .iter()
            .map(|file| File { name: clean::line(&file.name), link: file.url.as_deref().and_then(clean::link) })
            .collect(),
        history: record.history.iter().rev().map(|change| line(change, texts, labels)).collect(),
        sightings: record
            .sources
            .iter()
            .map(|seen| Sighting {
                name: labels.source(&seen.slug, language),
                link: clean::link(&seen.url),
                when: texts.t("web.seen", &[("first", &day_of(seen.first_seen)), ("last", &day_of(seen.last_seen))]),
            })
            .collect(),
        series: yearly(&state, &record, frame.keep, texts, today).await?,
        frame,
    };
    Ok(Html(page.render().map_err(anyhow::Error::from)?).into_response())
}

/// When earlier editions opened, and when the next one should.
async fn yearly(
    state: &WebState,
    record: &Record,
    keep: &str,
    texts: &Texts,
    today: NaiveDate,
) -> anyhow::Result<Option<Yearly>> {
    let Some(found) = series(state.store.editions(&record.id).await?, today) else { return Ok(None) };
    let month = |number: u32| named(texts, "month", &number.to_string());
    let years = found.editions.len().to_string();
    let others = found.editions.iter().filter(|edition| edition.id != record.id);
    Ok(Some(Yearly {
        rhythm: match found.month {
            Some(number) => texts.t("web.series_month", &[("month", &month(number)), ("years", &years)]),
            None => texts.t("web.series_yearly", &[("years", &years)]),
        },
        next: found.expected_opening.map(|day| {
            let month = month(day.month());
            texts.t("web.series_next", &[("month", &month), ("year", &day.year().to_string())])
        }),
        others: others
            .map(|edition| {
                let path = format!("/o/{}{keep}", segment(&edition.id));
                (path, wording::day(edition.opened), Foreign::of(&edition.title, record.opportunity.lang.as_deref()))
            })
            .collect(),
    }))
}

/// The plain facts, those that are known.
fn facts(told: &Opportunity, texts: &Texts, labels: &Labels) -> Vec<(String, Foreign)> {
    let own = |text: String| Foreign::of(&text, Some(texts.language().code()));
    let foreign = |text: &str| Foreign::of(text, told.lang.as_deref());
    let day = |day: NaiveDate| own(wording::day(day));
    let mut facts: Vec<(&str, Option<Foreign>)> = vec![
        ("organiser", told.organiser.as_deref().map(foreign)),
        ("programme", told.programme.as_deref().map(|programme| Foreign::of(programme, None))),
        ("opens", told.opens.map(day)),
        ("published", told.published.map(day)),
        ("event", wording::event(&told.event, texts).map(own)),
    ];
    let countries: Vec<String> = told.countries.iter().map(|country| labels.country(country, texts.language())).collect();
    facts.push(("countries", (!countries.is_empty()).then(|| own(countries.join(", ")))));
    facts.push(("language", told.lang.as_deref().map(|lang| own(named(texts, "language_name", lang)))));
    facts
        .into_iter()
        .filter_map(|(key, value)| Some((texts.t(&format!("web.{key}"), &[]), value.filter(|value| !value.text.is_empty())?)))
        .collect()
}

fn axes(told: &Opportunity, texts: &Texts) -> Vec<Axis> {
    let said = wording::eligibility(&told.eligibility, texts);
    let answers = [("country", &told.eligibility.country), ("body", &told.eligibility.body), ("place", &told.eligibility.place)];
    said.into_iter()
        .zip(answers)
        .map(|(said, (axis, answer))| Axis {
            name: named(texts, "axis", axis),
            verdict: said.verdict,
            code: code(answer.verdict),
        })
        .collect()
}

/// The words that each field was derived from: of the stages, the three answers, and the fields that carry no quote of their own.
fn evidence(told: &Opportunity, texts: &Texts) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = Vec::new();
    let mut add = |field: String, quote: Option<&str>, rule: &str, file: Option<&str>| {
        let quote = quote.map(clean::line).unwrap_or_default();
        if !quote.is_empty() && !all.iter().any(|known| known.quote == quote && known.field == field) {
            let file = file.map(clean::line);
            all.push(Evidence { field, quote, rule: clean::line(rule), file });
        }
    };
    for stage in &told.deadline.stages {
        let known = told.evidence.get("deadline");
        let rule = known.map(|evidence| evidence.rule.as_str()).unwrap_or_default();
        let file = known.and_then(|evidence| evidence.file.as_deref());
        add(named(texts, "field", "deadline"), stage.quote.as_deref(), rule, file);
    }
    for (axis, answer) in
        [("country", &told.eligibility.country), ("body", &told.eligibility.body), ("place", &told.eligibility.place)]
    {
        let rule = answer.rule.as_deref().unwrap_or_default();
        add(named(texts, "axis", axis), answer.quote.as_deref(), rule, answer.file.as_deref());
    }
    for (field, evidence) in &told.evidence {
        add(named(texts, "field", field), Some(&evidence.quote), &evidence.rule, evidence.file.as_deref());
    }
    all
}

fn line(change: &Change, texts: &Texts, labels: &Labels) -> Line {
    let by = named(texts, "by", &change.by);
    Line {
        when: texts.t("web.history_by", &[("at", &moment(change.at)), ("by", &by)]),
        field: named(texts, "field", &change.field),
        before: shown(&change.field, &change.old, texts, labels),
        after: shown(&change.field, &change.new, texts, labels),
    }
}
