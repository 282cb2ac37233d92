//! The yearly report: what was promised, offered, applied for and won, of all members and of each; as a page and as a table.

use std::collections::BTreeMap;

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use super::page;
use crate::address::segment;
use crate::clean;
use crate::code::code;
use crate::digest::letter::wording;
use crate::i18n::Texts;
use crate::table;
use crate::targets::{Funnel, Met, Stage, stages};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::api::targets::{Ask, Year};
use crate::web::pages::wording::{moment, named};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

const COLUMNS: [&str; 17] = [
    "municipality",
    "name_he",
    "name_en",
    "record",
    "title",
    "url",
    "kind",
    "kind_name",
    "target",
    "target_name",
    "channel",
    "channel_name",
    "offered_at",
    "stage",
    "stage_name",
    "won",
    "proof",
];

#[derive(Template)]
#[template(path = "web/staff/targets.html")]
struct Page<'a> {
    frame: Frame<'a>,
    year: i32,
    national: Row,
    /// (name, promised to each, offered, kept to how many, of how many)
    targets: Vec<(String, u32, u64, u64, u64)>,
    members: Vec<Row>,
}

pub(super) struct Row {
    slug: String,
    name: String,
    pub(super) funnel: Funnel,
    targets: Vec<Met>,
    pub(super) sums: String,
}

impl Row {
    pub(super) fn of(slug: &str, name: &str, funnel: &Funnel, targets: &[Met]) -> Self {
        let sums: Vec<String> =
            funnel.sums.iter().map(|(currency, sum)| clean::isolate(&wording::money(*sum, Some(currency)))).collect();
        let (slug, name) = (segment(slug), clean::line(name));
        Self { slug, name, funnel: funnel.clone(), targets: targets.to_vec(), sums: sums.join(" · ") }
    }
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let ask = Ask::of(raw.as_deref().unwrap_or_default(), state.clock.today())?;
    let Year { book, .. } = Year::of(&state, &ask).await?;
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, "/staff/targets", &[("year", ask.year.to_string())]);
    let language = frame.texts.language();
    let names = state.targets.target.iter().map(|target| clean::line(language.name_of(&target.name)));
    let targets = book.targets.iter().zip(names);
    let mut members: Vec<Row> = book
        .members
        .iter()
        .map(|member| {
            let name = language.either(&member.name_he, &member.name_en);
            Row::of(&member.municipality, name, &member.funnel, &member.targets)
        })
        .collect();
    members.sort_by(|a, b| a.name.cmp(&b.name));
    page(&Page {
        year: book.year,
        national: Row::of("", "", &book.national, &[]),
        targets: targets.map(|(total, name)| (name, total.per_member, total.offered, total.kept, total.members)).collect(),
        members,
        frame,
    })
}

/// Each offer of the year, with its proof, for a spreadsheet.
pub(crate) async fn table(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let ask = Ask::of(raw.as_deref().unwrap_or_default(), state.clock.today())?;
    let year = Year::of(&state, &ask).await?;
    let (from, until) = ask.span();
    let texts = state.i18n.of(Ui::of(raw.as_deref()).0);
    let out = rows(&state, &year, &state.store.offered(from, until).await?, texts)?;
    let name = format!("attachment; filename=\"targets-{}.csv\"", ask.year);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, out).into_response())
}

fn rows(state: &WebState, year: &Year, told: &BTreeMap<String, sources::Opportunity>, texts: &Texts) -> anyhow::Result<Vec<u8>> {
    let come = stages(&year.acts);
    let members: BTreeMap<&str, _> = year.book.members.iter().map(|member| (member.municipality.as_str(), member)).collect();
    let mut out = Vec::new();
    let headings = COLUMNS.map(|column| texts.t(&format!("web.targets_column.{column}"), &[]));
    table::begin(&mut out, headings.each_ref().map(String::as_str))?;
    for offer in &year.offers {
        let member = members.get(offer.municipality.as_str());
        let opportunity = told.get(&offer.record);
        let come = come.get(&(offer.municipality.as_str(), offer.record.as_str()));
        let sums = come.iter().flat_map(|(_, acts)| acts).filter_map(|act| act.sum.as_ref());
        let reached = code(come.map_or(Stage::Offered, |(stage, _)| *stage));
        let target = state.targets.of(offer.kind);
        let won: Vec<String> = sums.map(|sum| format!("{} {}", sum.amount, sum.currency)).collect();
        table::write(
            &mut out,
            [
                offer.municipality.clone(),
                member.map(|member| member.name_he.clone()).unwrap_or_default(),
                member.map(|member| member.name_en.clone()).unwrap_or_default(),
                offer.record.clone(),
                opportunity.map(|told| told.title.clone()).unwrap_or_default(),
                opportunity.map(|told| told.url.clone()).unwrap_or_default(),
                code(offer.kind),
                named(texts, "kind", &code(offer.kind)),
                target.map(|target| target.slug.clone()).unwrap_or_default(),
                target.map(|target| texts.language().name_of(&target.name).to_owned()).unwrap_or_default(),
                offer.channel.clone(),
                named(texts, "channel", &offer.channel),
                moment(offer.at),
                reached.clone(),
                named(texts, "stage_of_one", &reached),
                won.join("; "),
                offer.message_id.clone(),
            ],
        )?;
    }
    Ok(out)
}
