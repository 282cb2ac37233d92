//! Atom (RFC 4287).

use atom_syndication::{Category, Entry, Feed, Link, Text};
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::Response;

use super::{answer, home, name, page, published, records, told};
use crate::clean;
use crate::clock::start_of;
use crate::record::Record;
use crate::search::query::Format;
use crate::web::WebState;
use crate::web::openapi::parameters::Question;
use crate::web::openapi::responses::{Always, WrongParameter};
use crate::web::problem::Problem;

/// Any question, to follow or to subscribe to.
#[utoipa::path(
    get,
    path = "/feed.atom",
    operation_id = "feed_atom",
    tag = "feeds",
    params(Question),
    responses(
        (status = 200, description = "Atom 1.0, an entry of each record; newest first unless another order is asked for.", content((String = "application/atom+xml")), headers(
            ("ETag" = String, description = "Weak: a hash of this answer."),
            ("Link" = String, description = "The first, previous, next and last page (RFC 8288)."))),
        Always, WrongParameter
    )
)]
pub(in crate::web) async fn serve(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let found = records(&state, raw.as_deref(), Format::Feed).await?;
    let home = home(&state, &found.query);
    let feed = Feed {
        title: Text::plain(name(&state, &found.query)),
        id: home.clone(),
        // An empty feed has to name a time too, and is the same all day.
        updated: found
            .records
            .iter()
            .map(|record| record.changed_at)
            .max()
            .unwrap_or_else(|| start_of(state.clock.today()))
            .fixed_offset(),
        links: vec![
            link("alternate", "text/html", home.clone()),
            link("self", "application/atom+xml", home.replacen("/?", "/feed.atom?", 1)),
        ],
        lang: Some("he".into()),
        authors: vec![atom_syndication::Person { name: state.settings.organisation.name_he.clone(), ..Default::default() }],
        entries: found.records.iter().map(|record| entry(&state, record)).collect(),
        ..Feed::default()
    };
    let headers = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
    Ok(answer(&found, "/feed.atom", headers, clean::without_controls(&feed.to_string())))
}

fn entry(state: &WebState, record: &Record) -> Entry {
    let opportunity = &record.opportunity;
    let mut links = vec![link("alternate", "text/html", page(state, record))];
    if opportunity.url.starts_with("http") {
        links.push(link("related", "text/html", opportunity.url.clone()));
    }
    Entry {
        title: Text { lang: opportunity.lang.clone(), ..Text::plain(opportunity.title.clone()) },
        id: page(state, record),
        updated: record.changed_at.fixed_offset(),
        published: Some(published(record).fixed_offset()),
        categories: opportunity.topics.iter().map(|topic| Category { term: topic.clone(), ..Category::default() }).collect(),
        links,
        summary: Some(Text::plain(told(opportunity, state.clock.today()))),
        ..Entry::default()
    }
}

fn link(rel: &str, kind: &str, href: String) -> Link {
    Link { href, rel: rel.into(), mime_type: Some(kind.into()), ..Link::default() }
}
