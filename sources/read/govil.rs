//! The collectors of gov.il. Their address and the client id that they want stand in `client-config.js`, which is asked first:
//! both have moved before. Knows that interface only.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;
use url::Url;

use super::address::canonical;
use super::reading::{Found, Reading, beginning};
use super::text::one_line;
use crate::finding::{Finding, field};
use crate::page::{Page, Request};
use crate::source::{Bespoke, Source};

/// Results asked for at once, as the site itself does.
const LIMIT: u64 = 30;

/// The header that the collectors want.
const CLIENT: &str = "x-client-id";

/// Where links of results lead.
const SITE: &str = "https://www.gov.il/";

static COLLECTOR: LazyLock<Regex> = LazyLock::new(|| member("dataCollectorWebApi"));
static CLIENT_ID: LazyLock<Regex> = LazyLock::new(|| member("clientId"));

/// A member of the configuration, which is a script and not quite JSON.
fn member(name: &str) -> Regex {
    Regex::new(&format!(r#"["']?\b{name}["']?\s*:\s*["']([^"']{{1,300}})["']"#)).expect("it compiles, a test uses it")
}

pub(super) fn first_request(bespoke: &Bespoke) -> Option<Request> {
    Url::parse(&bespoke.url).ok().map(Request::get)
}

pub(super) fn read(source: &Source, bespoke: &Bespoke, request: &Request, page: &Page) -> Reading {
    let client = request.headers.iter().find(|(name, _)| name == CLIENT);
    match client {
        None => configuration(bespoke, page),
        Some((_, client)) => results(source, bespoke, request, client, page),
    }
}

/// The script that says where to ask.
fn configuration(bespoke: &Bespoke, page: &Page) -> Reading {
    let script = String::from_utf8_lossy(&page.body);
    let first = |pattern: &Regex| pattern.captures(&script).map(|found| found[1].to_owned());
    let (Some(base), Some(client)) = (first(&COLLECTOR), first(&CLIENT_ID)) else {
        return Reading::failure(
            "client-config",
            format!("names no collector and client id; it begins `{}`", beginning(&script)),
        );
    };
    let Some(base) = Url::parse(&base).ok().filter(is_of_government) else {
        return Reading::failure("dataCollectorWebApi", format!("is `{}`, no https address under gov.il", one_line(&base)));
    };
    Reading { next: ask(&base, bespoke, &client, 0), ..Reading::default() }
}

/// Whoever could change the script could send us anywhere: only to the government's own hosts.
fn is_of_government(url: &Url) -> bool {
    url.scheme() == "https" && url.host_str().is_some_and(|host| host.ends_with(".gov.il"))
}

fn ask(base: &Url, bespoke: &Bespoke, client: &str, skip: u64) -> Option<Request> {
    let base = base.as_str().trim_end_matches('/');
    let url = Url::parse(&format!("{base}/api/DataCollector/GetResults?{}&limit={LIMIT}&skip={skip}", bespoke.query)).ok()?;
    Some(Request { url, body: None, headers: vec![(CLIENT.to_owned(), client.to_owned())] })
}

fn results(source: &Source, bespoke: &Bespoke, request: &Request, client: &str, page: &Page) -> Reading {
    let answer: Value = match serde_json::from_slice(&page.body) {
        Ok(answer) => answer,
        Err(error) => {
            let begins = beginning(&String::from_utf8_lossy(&page.body));
            return Reading::failure("page", format!("is no JSON ({error}); it begins `{begins}`"));
        }
    };
    let (Some(total), Some(rows)) = (answer["total"].as_u64(), answer["results"].as_array()) else {
        return Reading::failure("total, results", "are missing");
    };
    let mut reading = Reading { declared_empty: total == 0, ..Reading::default() };
    for (number, row) in rows.iter().enumerate() {
        match found(source, bespoke, row) {
            Ok(found) => reading.found.push(found),
            Err(what) => reading.unreadable(format!("result {}", number + 1), what),
        }
    }
    let skip: u64 =
        request.url.query_pairs().find(|(name, _)| name == "skip").and_then(|(_, skip)| skip.parse().ok()).unwrap_or(0);
    let had = skip + rows.len() as u64;
    if !rows.is_empty() && had < total {
        let base = request.url.as_str().split("/api/DataCollector").next().and_then(|base| Url::parse(base).ok());
        reading.next = base.and_then(|base| ask(&base, bespoke, client, had));
    }
    reading
}

fn found(source: &Source, bespoke: &Bespoke, row: &Value) -> Result<Found, String> {
    let title = row["title"].as_str().map(one_line).filter(|title| !title.is_empty()).ok_or("has no title")?;
    let link = row["url"].as_str().ok_or("has no address")?;
    let url = Url::parse(SITE).and_then(|site| site.join(link)).map_err(|error| format!("its address is none ({error})"))?;
    let mut finding = Finding { source: source.slug.clone(), key: canonical(&url), title, ..Finding::default() };
    finding.text = row["description"].as_str().map(one_line).filter(|text| !text.is_empty());
    for (name, tags, tag) in [
        (field::PUBLISHED, "metaData", "תאריך פרסום"),
        (field::DEADLINE, "promotedMetaData", "תאריך אחרון להגשה"),
        (field::PROGRAMME, "promotedMetaData", "מספר"),
    ] {
        if let Some(value) = row["tags"][tags][tag][0]["title"].as_str().map(one_line).filter(|value| !value.is_empty()) {
            finding.fields.insert(name.to_owned(), vec![value]);
        }
    }
    finding.url = url.to_string();
    let detail = bespoke.detail.as_ref().map(|_| Request::get(url));
    Ok(Found { finding, detail, ..Found::default() })
}

#[cfg(test)]
mod tests;
