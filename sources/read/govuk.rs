//! GOV.UK: hits of its search, each completed by its content item. Knows that interface only.

use serde_json::Value;
use url::Url;

use super::html;
use super::reading::{Complaint, Found, Reading, beginning};
use super::text::one_line;
use crate::finding::{Finding, field};
use crate::page::{Page, Request};
use crate::source::{Bespoke, Source};

/// Hits asked for at once.
const COUNT: u64 = 100;

pub(super) fn first_request(bespoke: &Bespoke) -> Option<Request> {
    search(bespoke, 0)
}

/// An unknown parameter is answered with 422: none is added but these two.
fn search(bespoke: &Bespoke, start: u64) -> Option<Request> {
    let mut url = Url::parse(&bespoke.url).ok()?;
    url.query_pairs_mut().append_pair("count", &COUNT.to_string()).append_pair("start", &start.to_string());
    Some(Request::get(url))
}

pub(super) fn read(source: &Source, bespoke: &Bespoke, page: &Page) -> Reading {
    let answer = match json(page) {
        Ok(answer) => answer,
        Err(what) => return Reading::failure("page", what),
    };
    let (Some(total), Some(hits)) = (answer["total"].as_u64(), answer["results"].as_array()) else {
        return Reading::failure("total, results", "are missing");
    };
    let start = answer["start"].as_u64().unwrap_or(0);
    let mut reading = Reading { declared_empty: total == 0, ..Reading::default() };
    for (number, hit) in hits.iter().enumerate() {
        match found(source, page, hit) {
            Ok(found) => reading.found.push(found),
            Err(what) => reading.unreadable(format!("result {}", number + 1), what),
        }
    }
    let had = start + hits.len() as u64;
    if !hits.is_empty() && had < total {
        reading.next = search(bespoke, had);
    }
    reading
}

fn found(source: &Source, page: &Page, hit: &Value) -> Result<Found, String> {
    let link = hit["link"].as_str().filter(|link| link.starts_with('/')).ok_or("has no path")?;
    let title = hit["title"].as_str().map(one_line).filter(|title| !title.is_empty()).ok_or("has no title")?;
    let own = page.url.join(link).map_err(|error| format!("its path is none ({error})"))?;
    let mut content = own.clone();
    content.set_path(&format!("/api/content{}", own.path()));
    let mut finding = Finding { source: source.slug.clone(), key: link.to_owned(), url: own.into(), title, ..Finding::default() };
    finding.text = hit["description"].as_str().map(one_line);
    put(&mut finding, field::PUBLISHED, hit["public_timestamp"].as_str());
    put(&mut finding, field::KIND, hit["content_store_document_type"].as_str());
    put(&mut finding, field::ORGANISER, hit["organisations"][0]["title"].as_str());
    Ok(Found { finding, detail: Some(Request::get(content)), ..Found::default() })
}

pub(super) fn read_detail(mut finding: Finding, page: &Page) -> (Finding, Vec<Complaint>) {
    let content = match json(page) {
        Ok(content) => content,
        Err(what) => {
            let place = format!("content of {}", finding.key);
            return (finding, vec![Complaint::fatal(place, what)]);
        }
    };
    let details = &content["details"];
    if let Some(body) = details["body"].as_str().filter(|body| !body.trim().is_empty())
        && let Ok(base) = Url::parse(&finding.url)
    {
        finding.html = Some(html::absolute_links(body, &base));
        finding.text = None;
    }
    finding.lang = content["locale"].as_str().and_then(html::language_code);
    put(&mut finding, field::DEADLINE, details["closing_date"].as_str());
    put(&mut finding, field::OPENS, details["opening_date"].as_str());
    put(&mut finding, field::KIND, content["document_type"].as_str());
    put(&mut finding, field::PUBLISHED, content["first_published_at"].as_str());
    let links = &content["links"];
    put(&mut finding, field::ORGANISER, links["worldwide_organisations"][0]["title"].as_str());
    if content["withdrawn_notice"]["withdrawn_at"].is_string() {
        put(&mut finding, field::STATUS, Some("withdrawn"));
    }
    (finding, Vec::new())
}

fn put(finding: &mut Finding, name: &str, value: Option<&str>) {
    if let Some(value) = value.map(one_line).filter(|value| !value.is_empty()) {
        finding.fields.insert(name.to_owned(), vec![value]);
    }
}

fn json(page: &Page) -> Result<Value, String> {
    serde_json::from_slice(&page.body)
        .map_err(|error| format!("is no JSON ({error}); it begins `{}`", beginning(&String::from_utf8_lossy(&page.body))))
}

#[cfg(test)]
mod tests;
