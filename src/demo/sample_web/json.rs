//! The manners `json` (GET) and `json-post`: a site's items as an interface tells them, a page at a time.

use askama::Template as _;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::body::{Body, teaser};
use super::content::{Item, Site};
use super::published_at;

/// What a POST asks for; members that the interface does not know are ignored, as such interfaces do.
#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(rename = "From")]
    from: usize,
}

/// `?start=…`: titles carry character references, as many such interfaces do; texts are beginnings.
pub(super) fn get(site: &Site, start: usize, today: NaiveDate) -> Answer {
    let results: Vec<Value> = part(site, start)
        .map(|item| {
            let mut result = json!({
                "id": item.slug,
                "title": with_references(&item.title),
                "link": site.item_path(item),
                "description": teaser(&item.body),
                "public_timestamp": published_at(item, today).to_rfc3339(),
            });
            add(&mut result, item);
            result
        })
        .collect();
    Answer::json(StatusCode::OK, &json!({ "total": site.items.len(), "start": start, "results": results }))
}

/// `{"From": …}` in the body: whole texts as HTML.
pub(super) fn post(site: &Site, body: &[u8], today: NaiveDate) -> Answer {
    let asked: Asked = match serde_json::from_slice(body) {
        Ok(asked) => asked,
        Err(error) => return Answer::json(StatusCode::BAD_REQUEST, &json!({ "Message": error.to_string() })),
    };
    let mut results = Vec::new();
    for item in part(site, asked.from) {
        let body = match Body::parse(&item.body).render() {
            Ok(body) => body,
            Err(error) => return Answer::broken(&error),
        };
        let published = published_at(item, today).format("%d.%m.%Y").to_string();
        let mut data = json!({ "Title": item.title, "PublishDate": published, "Content": body });
        add(&mut data, item);
        results.push(json!({ "UrlName": item.slug, "Data": data }));
    }
    Answer::json(StatusCode::OK, &json!({ "TotalResults": site.items.len(), "Results": results }))
}

fn part(site: &Site, start: usize) -> impl Iterator<Item = &Item> {
    site.items.iter().skip(start).take(site.page_size)
}

fn add(result: &mut Value, item: &Item) {
    if let Some(members) = result.as_object_mut() {
        members.extend(item.fields.iter().map(|(name, value)| (name.clone(), json!(value))).collect::<Map<_, _>>());
    }
}

/// As a content system that stores HTML gives its titles away: ampersands, quotes and dashes by name.
fn with_references(title: &str) -> String {
    title.replace('&', "&amp;").replace('"', "&quot;").replace('’', "&rsquo;").replace('–', "&ndash;")
}
