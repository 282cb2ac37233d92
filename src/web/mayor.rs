//! The page that goes to the mayor: one opportunity for one municipality on one printed sheet, and a short text for a message.
//! Reached by a signed link of a letter, and by staff for any municipality. Changes nothing.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::response::{Html, IntoResponse as _, Response};
use chrono::NaiveDate;
use sources::Opportunity;
use sources::opportunity::{Kind, Stage};
use url::form_urlencoded;

use super::WebState;
use super::access::Viewer;
use super::act::private;
use super::act::target::Target;
use super::api::opportunities::visible;
use super::pages::card::Foreign;
use super::pages::wording::named;
use super::pages::{Frame, Ui};
use super::problem::Problem;
use crate::act::Purpose;
use crate::clean;
use crate::code::code;
use crate::digest::brief::{self, Level};
use crate::digest::letter::{planned, wording};
use crate::digest::pick::Desk;
use crate::digest::planning::{self, Plan};
use crate::digest::profile::Profile;
use crate::i18n::{Language, Texts};
use crate::readers::profile;
use crate::record::Record;
use crate::search::query::bad;
use crate::store::Municipality;

/// Every text of the page, for [`crate::i18n::I18n::require`].
pub(crate) const KEYS: &[&str] = &[
    "mayor.title",
    "mayor.for",
    "mayor.what",
    "mayor.who_pays",
    "mayor.how_much",
    "mayor.not_said",
    "mayor.at_once_short",
    "mayor.no_council",
    "mayor.own_share",
    "mayor.own_share_none",
    "mayor.own_share_percent",
    "mayor.own_share_sum",
    "mayor.may_we",
    "mayor.fit",
    "mayor.fit_none",
    "mayor.priorities",
    "mayor.effort",
    "mayor.weight.light",
    "mayor.weight.moderate",
    "mayor.weight.heavy",
    "mayor.burden.consortium",
    "mayor.burden.two_stage",
    "mayor.burden.large_sum",
    "mayor.burden.own_money",
    "mayor.burden.foreign_language",
    "mayor.burden.short_time",
    "mayor.partners",
    "mayor.partners_none",
    "mayor.decision",
    "mayor.ask.apply",
    "mayor.ask.compete",
    "mayor.ask.attend",
    "mayor.ask.host",
    "mayor.ask.partner",
    "mayor.by",
    "mayor.at_once",
    "mayor.dates",
    "mayor.date.decide",
    "mayor.date.council",
    "mayor.date.submit",
    "mayor.date.deadline",
    "mayor.date.event",
    "mayor.signature",
    "mayor.print",
    "mayor.message",
    "mayor.message_send",
    "mayor.message_text",
    "mayor.message_money",
];

#[derive(Template)]
#[template(path = "web/mayor.html")]
struct Page<'a> {
    frame: Frame<'a>,
    name: String,
    title: Foreign,
    kind: String,
    link: Option<String>,
    summary: Option<Foreign>,
    who_pays: Option<Foreign>,
    amount: Option<String>,
    own_share: Option<String>,
    eligibility: Vec<wording::Saying>,
    reason: Option<String>,
    priorities: Option<String>,
    effort: String,
    burdens: Vec<String>,
    partners: Vec<String>,
    decision: String,
    by: Option<String>,
    /// (what, when, it is past)
    dates: Vec<(String, String, bool)>,
    clash: Option<String>,
    message: String,
    message_link: String,
}

/// By a letter's link.
pub(super) async fn by_link(
    State(state): State<WebState>,
    Path(token): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let target = Target::of(&state, &token, |purpose| purpose == Purpose::Mayor).await?;
    let record = target.record.as_ref().ok_or_else(super::act::unknown)?;
    let path = format!("/mayor/{token}");
    let address = format!("{}{path}", state.settings.public_url.trim_end_matches('/'));
    let frame = Frame::of(&state, Ui::of_reader(raw.as_deref()), &Viewer::default(), &path, &[]);
    page(&state, frame, &target.municipality, record, Some(&address)).await
}

/// For staff: `?municipality=&record=`, the municipality by slug or name.
pub(super) async fn by_staff(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let field = |name: &str| {
        let mut pairs = form_urlencoded::parse(raw.as_deref().unwrap_or_default().as_bytes());
        pairs.find(|(key, _)| key == name).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let (who, id) = (field("municipality"), field("record"));
    let record = visible(&state, &viewer, &id).await?;
    let all = state.store.municipalities().await?;
    let is_meant = |one: &&Municipality| one.slug == who || one.name_he == who || one.name_en.eq_ignore_ascii_case(&who);
    let unknown = || bad("municipality", format!("there is no municipality `{}`; write its name or its slug", clean::line(&who)));
    let municipality = all.iter().find(is_meant).ok_or_else(unknown)?;
    let pairs = [("municipality", municipality.slug.clone()), ("record", id)];
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, "/staff/mayor", &pairs);
    page(&state, frame, municipality, &record, None).await
}

async fn page(
    state: &WebState,
    frame: Frame<'_>,
    municipality: &Municipality,
    record: &Record,
    address: Option<&str>,
) -> Result<Response, Problem> {
    let (texts, today) = (frame.texts, state.clock.today());
    let profile = profile(municipality)?;
    let opportunity = &record.opportunity;
    let faiths = profile.faiths(&state.calendars);
    let deadline = Some(&opportunity.deadline).filter(|_| profile.kind.is_authority());
    let plan = deadline.and_then(|deadline| planning::plan_of(deadline, today, profile.leads(), &faiths));
    let next = wording::stage(opportunity, planning::told_from(plan.as_ref(), today));
    let is_short = plan.is_some_and(|plan| plan.decide <= today);
    let (level, burdens) = brief::effort(opportunity, plan.as_ref(), is_short, &state.rules);
    let name = clean::line(profile.name(texts.language()));
    let title = Foreign::of(&opportunity.title, opportunity.lang.as_deref());
    let amount = wording::amount(&opportunity.amount, texts);
    let payer = opportunity.organiser.as_deref().or(opportunity.programme.as_deref()).map(|who| Foreign::of(who, None));
    let source = record.sources.first().map(|seen| Foreign::of(&state.finder.labels.source(&seen.slug, texts.language()), None));
    let decision = texts.t(&format!("mayor.ask.{}", decision(opportunity.kind)), &[]);
    let by = plan.as_ref().map(|plan| by_when(plan, today, texts));
    let until = next.map_or_else(|| texts.t("mayor.not_said", &[]), |stage| until(stage, opportunity, texts));
    let message =
        message(&name, &title.text, amount.as_deref(), &until, by.as_deref(), address.or(Some(&opportunity.url)), texts);
    let page = Page {
        kind: named(texts, "kind", &code(opportunity.kind)),
        link: clean::link(&opportunity.url),
        summary: opportunity.summary.as_deref().map(|text| Foreign::of(text, opportunity.lang.as_deref())),
        who_pays: payer.or(source),
        own_share: brief::own_share(&opportunity.amount)
            .map(|share| own_share(share, opportunity.amount.currency.as_deref(), texts)),
        eligibility: wording::eligibility(&opportunity.eligibility, texts),
        reason: reason(state, &profile, record, today, texts.language()).await?,
        priorities: Some(clean::inner(&profile.priorities_he)).filter(|words| !words.trim().is_empty()),
        effort: texts.t(&format!("mayor.weight.{}", level_code(level)), &[]),
        burdens: burdens.iter().map(|code| texts.t(&format!("mayor.burden.{code}"), &[])).collect(),
        partners: brief::partners(opportunity, &profile).iter().map(|twin| clean::line(&twin.name)).collect(),
        dates: dates(record, plan.as_ref(), today, texts),
        clash: planned::clash(&planning::clashes(&opportunity.event, &faiths), texts),
        message_link: format!(
            "https://wa.me/?{}",
            form_urlencoded::Serializer::new(String::new()).append_pair("text", &message).finish()
        ),
        name,
        title,
        amount,
        decision,
        by,
        message,
        frame,
    };
    Ok(private(Html(page.render().map_err(anyhow::Error::from)?).into_response()))
}

/// Why it fits, as the picks say it; none where nothing in particular meets.
async fn reason(
    state: &WebState,
    profile: &Profile,
    record: &Record,
    today: NaiveDate,
    language: Language,
) -> anyhow::Result<Option<String>> {
    let names: Vec<[String; 2]> = state.store.municipalities().await?.into_iter().map(|one| [one.name_he, one.name_en]).collect();
    let desk = Desk::new(&state.lexicon, &state.rules, &state.i18n, std::slice::from_ref(profile), &names);
    let candidate = desk.candidate(&record.id, &record.opportunity, &record.text);
    let pick = desk.pick_known(0, &[candidate], today, |_| true).into_iter().next();
    Ok(pick.map(|pick| pick.reason.in_language(language).to_owned()))
}

fn decision(kind: Kind) -> &'static str {
    match kind {
        Kind::Competition => "compete",
        Kind::Conference | Kind::Exhibition | Kind::Training => "attend",
        Kind::Exchange => "host",
        Kind::Partnership => "partner",
        _ => "apply",
    }
}

fn level_code(level: Level) -> &'static str {
    match level {
        Level::Light => "light",
        Level::Moderate => "moderate",
        Level::Heavy => "heavy",
    }
}

fn own_share(share: brief::OwnShare, currency: Option<&str>, texts: &Texts) -> String {
    if share.percent <= 0.0 {
        return texts.t("mayor.own_share_none", &[]);
    }
    let percent = clean::isolate(&format!("{:.0}%", share.percent));
    let sum = share.at_most.map(|sum| clean::isolate(&wording::money(sum, currency)));
    let sum = sum.map(|sum| texts.t("mayor.own_share_sum", &[("sum", &sum)])).unwrap_or_default();
    texts.t("mayor.own_share_percent", &[("percent", &percent), ("sum", &sum)])
}

fn by_when(plan: &Plan, today: NaiveDate, texts: &Texts) -> String {
    if plan.decide <= today {
        texts.t("mayor.at_once", &[])
    } else {
        texts.t("mayor.by", &[("date", &clean::isolate(&wording::day(plan.decide)))])
    }
}

fn dates(record: &Record, plan: Option<&Plan>, today: NaiveDate, texts: &Texts) -> Vec<(String, String, bool)> {
    let named = |what: &str| texts.t(&format!("mayor.date.{what}"), &[]);
    let day = |day: NaiveDate| clean::isolate(&wording::day(day));
    let mut dates = Vec::new();
    if let Some(plan) = plan {
        // As in the letter, nobody is asked for what lies in the past, nor for a sitting whose papers would not be ready.
        for (what, date, passed) in [
            ("decide", plan.decide, Some("mayor.at_once_short")),
            ("council", plan.council, Some("mayor.no_council")),
            ("submit", plan.submit, None),
        ] {
            let is_out = date < today || what == "council" && plan.short.is_some();
            let said = passed.filter(|_| is_out).map_or_else(|| day(date), |passed| texts.t(passed, &[]));
            dates.push((named(what), said, is_out));
        }
    }
    let opportunity = &record.opportunity;
    let from = planning::told_from(plan, today);
    let stage = wording::stage(opportunity, from);
    let missed = wording::missed(opportunity, from, today, texts).map(|missed| format!(" · {missed}")).unwrap_or_default();
    let said = format!("{}{missed}", wording::deadline(opportunity, from, texts));
    dates.push((named("deadline"), said, stage.is_some_and(|stage| stage.date < today)));
    if let Some(further) = wording::further_deadlines(opportunity, from, texts) {
        dates.push((texts.t("letter.label.further", &[]), further, false));
    }
    let event = &record.opportunity.event;
    if let Some(start) = event.start {
        let until = event.end.filter(|end| *end != start).map(|end| format!(" – {}", day(end))).unwrap_or_default();
        let place = event.place.as_deref().map(|place| format!(", {}", clean::isolate(&clean::line(place)))).unwrap_or_default();
        dates.push((named("event"), format!("{}{until}{place}", day(start)), start < today));
    }
    dates
}

/// By which day, and which step that is.
fn until(stage: &Stage, opportunity: &Opportunity, texts: &Texts) -> String {
    let day = clean::isolate(&wording::day(stage.date));
    match wording::step(stage, opportunity, texts) {
        Some(step) => format!("{day} ({step})"),
        None => day,
    }
}

/// A text that fits a message: what, how much, by when, where.
fn message(
    name: &str,
    title: &str,
    amount: Option<&str>,
    until: &str,
    by: Option<&str>,
    address: Option<&str>,
    texts: &Texts,
) -> String {
    let mut lines = vec![texts.t("mayor.message_text", &[("name", name), ("title", &clean::isolate(title)), ("until", until)])];
    lines.extend(amount.map(|amount| texts.t("mayor.message_money", &[("amount", amount)])));
    lines.extend(by.map(str::to_owned));
    lines.extend(address.and_then(clean::link));
    lines.join("\n")
}
