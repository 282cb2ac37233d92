//! JSON Feed 1.1 (jsonfeed.org).

use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::Response;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::{answer, home, name, page, published, records, told};
use crate::clean::web_address;
use crate::record::Record;
use crate::search::query::Format;
use crate::web::WebState;
use crate::web::openapi::parameters::Question;
use crate::web::openapi::responses::{Always, WrongParameter};
use crate::web::problem::Problem;

/// Any question, to follow or to subscribe to.
#[utoipa::path(
    get,
    path = "/feed.json",
    operation_id = "feed_json",
    tag = "feeds",
    params(Question),
    responses(
        (status = 200, description = "JSON Feed 1.1, an item of each record; newest first unless another order is asked for.", content((serde_json::Value = "application/feed+json")), headers(
            ("ETag" = String, description = "Weak: a hash of this answer."),
            ("Link" = String, description = "The first, previous, next and last page (RFC 8288)."))),
        Always, WrongParameter
    )
)]
pub(in crate::web) async fn serve(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let found = records(&state, raw.as_deref(), Format::Feed).await?;
    let home = home(&state, &found.query);
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": name(&state, &found.query),
        "home_page_url": home,
        "feed_url": home.replacen("/?", "/feed.json?", 1),
        "language": "he",
        "items": found.records.iter().map(|record| item(&state, record)).collect::<Vec<_>>(),
    });
    let headers = [(header::CONTENT_TYPE, "application/feed+json; charset=utf-8")];
    Ok(answer(&found, "/feed.json", headers, feed.to_string()))
}

fn item(state: &WebState, record: &Record) -> Value {
    let opportunity = &record.opportunity;
    let original = web_address(&opportunity.url);
    let mut item = json!({
        "id": page(state, record),
        "url": page(state, record),
        "title": opportunity.title,
        "content_text": told(opportunity, state.clock.today()),
        "language": opportunity.lang,
        "date_published": stamp(published(record)),
        "date_modified": stamp(record.changed_at),
        "tags": opportunity.topics,
    });
    if !original.is_empty() {
        item["external_url"] = Value::from(original);
    }
    item
}

fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
