//! Stages that read what came back: `feed`, `page`.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use sources::read::{article, decode, feed};
use url::Url;

use super::case::{CaseError, bytes, header, optional_text, text};

/// Where a case names no address of its own.
const NOWHERE: &str = "https://nowhere.example/";

/// A feed, whatever its format.
pub fn feed(case: &Value) -> Result<Value, CaseError> {
    let body = bytes(text(case, "path")?)?;
    let url = address(case)?;
    let read = feed::parse(&body, header(case, "content-type"), &url).map_err(|error| CaseError::new("not_a_feed", error))?;
    let entries: Vec<Value> = read
        .entries
        .iter()
        .map(|entry| {
            json!({
                "title": entry.title, "link": entry.link, "id": entry.id, "summary": entry.summary, "content": entry.content,
                "author": entry.author, "published": entry.published.map(instant), "updated": entry.updated.map(instant),
                "categories": entry.categories,
            })
        })
        .collect();
    Ok(json!({ "feed": { "title": read.title, "link": read.link, "language": read.language }, "entries": entries }))
}

/// The main text of an article page.
pub fn page(case: &Value) -> Result<Value, CaseError> {
    let url = address(case)?;
    let (html, encoding) = if let Some(html) = optional_text(case, "html")? {
        (html.to_owned(), None)
    } else {
        let decoded = decode::html_bytes(&bytes(text(case, "path")?)?, header(case, "content-type"));
        (decoded.text, Some(decoded.encoding.name().to_ascii_lowercase()))
    };
    let article = article::article(&html, &url);
    Ok(json!({
        "title": article.title, "text": article.text, "lang": article.lang, "published": article.published, "encoding": encoding,
    }))
}

fn address(case: &Value) -> Result<Url, CaseError> {
    let written = optional_text(case, "url")?.unwrap_or(NOWHERE);
    Url::parse(written).map_err(|error| CaseError::new("invalid_url", format!("`{written}`: {error}")))
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
