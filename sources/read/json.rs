//! A JSON interface, read with RFC 9535 paths.

use chrono::NaiveDate;
use serde_json::Value;
use serde_json_path::JsonPath;
use url::Url;

use super::address::{canonical, web_link};
use super::reading::{Found, MAX_ITEMS, Reading, beginning};
use super::text::{clean, one_line};
use super::{html, paging, plain, years};
use crate::finding::Finding;
use crate::page::{Page, Request};
use crate::source::{Json, Path, Source};

pub(super) fn first_requests(json: &Json, today: NaiveDate) -> Vec<Request> {
    let first = json.paging.map_or(0, |paging| paging.first);
    years::expand(&json.url, today).iter().filter_map(|address| paging::request(json, address, first)).collect()
}

pub(super) fn read(source: &Source, json: &Json, request: &Request, page: &Page) -> Reading {
    let body = page.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&page.body);
    let answer: Value = match serde_json::from_slice(body) {
        Ok(answer) => answer,
        Err(error) => {
            let begins = beginning(&String::from_utf8_lossy(body));
            return Reading::failure("page", format!("is no JSON ({error}); it begins `{begins}`"));
        }
    };
    let mut reading = Reading::default();
    let items = json.items.0.query(&answer).all();
    let total = json.total.as_ref().and_then(|path| strings(path, &answer).first()?.parse().ok());
    if items.is_empty() && request_is_first(json, request, page) {
        reading.declared_empty = total == Some(0);
        // An empty list is an answer; a path that leads nowhere is none.
        reading.unmatched = !reading.declared_empty && !is_empty_list(&json.items, &answer);
        if reading.unmatched || !reading.declared_empty && source.floor > 0 {
            let what = format!("the path finds nothing; the answer begins `{}`", beginning(&answer.to_string()));
            if source.floor > 0 { reading.fail("items", what) } else { reading.complain("items", what) }
        }
    }
    for (number, value) in items.iter().enumerate() {
        if number >= MAX_ITEMS {
            reading.left("items", "are too many; the rest was left");
            break;
        }
        match item(source, json, value) {
            Ok(finding) => {
                let detail = json.detail.as_ref().and_then(|_| Url::parse(&finding.url).ok()).map(Request::get);
                reading.found.push(Found { finding, detail, ..Found::default() });
            }
            Err((field, what)) => reading.unreadable(format!("item {}, {field}", number + 1), what),
        }
    }
    reading.total = total;
    reading.next = paging::next(json, request, items.len(), total, page.fetched_at.date_naive());
    reading
}

/// Whether what the path looks into is there, and holds nothing.
fn is_empty_list(items: &Path, answer: &Value) -> bool {
    let written = items.0.to_string();
    let Some(list) = written.strip_suffix("[*]").or_else(|| written.strip_suffix(".*")) else { return false };
    JsonPath::parse(list).is_ok_and(|list| list.query(answer).iter().any(|list| list.as_array().is_some_and(Vec::is_empty)))
}

fn request_is_first(json: &Json, request: &Request, page: &Page) -> bool {
    first_requests(json, page.fetched_at.date_naive()).contains(request)
}

fn item(source: &Source, json: &Json, value: &Value) -> Result<Finding, (&'static str, String)> {
    let title =
        strings(&json.title, value).iter().map(|title| one_line(&plain::html_to_text(title))).find(|title| !title.is_empty());
    let title = title.ok_or(("title", "is missing".to_owned()))?;
    let key = json.key.as_ref().and_then(|path| strings(path, value).into_iter().next()).map(|key| one_line(&key));
    let url = address(json, value, key.as_deref())?;
    let mut finding =
        Finding { source: source.slug.clone(), key: key.unwrap_or_else(|| canonical(&url)), title, ..Finding::default() };
    if let Some(body) = json.text.as_ref().map(|path| strings(path, value).join("\n")).filter(|body| !body.trim().is_empty()) {
        if body.contains('<') {
            finding.html = Some(html::absolute_links(&body, &url));
        } else {
            finding.text = Some(clean(&html_escape::decode_html_entities(&body)).into_owned());
        }
    }
    finding.url = url.into();
    for (name, path) in &json.fields {
        let values: Vec<String> = strings(path, value)
            .iter()
            .map(|value| one_line(&plain::html_to_text(value)))
            .filter(|value| !value.is_empty())
            .collect();
        if !values.is_empty() {
            finding.fields.insert(name.clone(), values);
        }
    }
    Ok(finding)
}

fn address(json: &Json, value: &Value, key: Option<&str>) -> Result<Url, (&'static str, String)> {
    let base = json.link_base.as_deref().unwrap_or(&json.url);
    let base = Url::parse(&base.replace("{year}", "1").replace("{page}", "1").replace("{offset}", "0"))
        .map_err(|error| ("link_base", error.to_string()))?;
    if let Some(written) = json.link.as_ref().and_then(|path| strings(path, value).into_iter().next()) {
        return web_link(&base, &written).ok_or_else(|| ("link", format!("`{}` is no web address", one_line(&written))));
    }
    match (&json.link_template, key) {
        (Some(template), Some(key)) => {
            let key: String = url::form_urlencoded::byte_serialize(key.as_bytes()).collect();
            web_link(&base, &template.replace("{key}", &key)).ok_or_else(|| ("link_template", "gives no web address".to_owned()))
        }
        _ => Err(("link", "is missing".to_owned())),
    }
}

/// What a path finds, as texts: numbers and truth values as written, lists one by one, objects as JSON; null is nothing.
fn strings(path: &Path, value: &Value) -> Vec<String> {
    let found = path.0.query(value).all();
    found
        .into_iter()
        .flat_map(|found| found.as_array().map_or(std::slice::from_ref(found), Vec::as_slice))
        .filter_map(text)
        .collect()
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
