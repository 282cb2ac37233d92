//! A topic's details: what the portal's own page of it shows, as JSON. Asked for only where the search gives no text, since the
//! search has everything else and seven hundred further requests a day would be rude.

use serde_json::Value;
use url::Url;

use super::record::Record;
use crate::finding::{Finding, field};
use crate::page::{Page, Request};
use crate::read::html::absolute_links;
use crate::read::plain::html_to_text;
use crate::read::reading::{Complaint, beginning};
use crate::source::Bespoke;

/// The parts of a topic's page, in the order in which people read them.
const PARTS: [&str; 3] = ["description", "conditions", "supportInfo"];

/// Where the details of a record stand, if it has any to be asked for.
pub(super) fn request(bespoke: &Bespoke, record: &Record, finding: &Finding) -> Option<Request> {
    if bespoke.topic_details.is_empty() || finding.html.is_some() {
        return None;
    }
    // Upper case is not found.
    let name = format!("{}.json", record.identifier().filter(|_| record.is_topic())?.to_lowercase());
    let mut url = Url::parse(&bespoke.topic_details).ok()?;
    url.path_segments_mut().ok()?.pop_if_empty().push(&name);
    Some(Request { url, body: None, headers: Vec::new() })
}

/// The finding with the text of its details.
pub(super) fn read(mut finding: Finding, page: &Page) -> (Finding, Vec<Complaint>) {
    let failed = |finding: Finding, what: String| {
        let place = format!("topic details of {}", finding.key);
        (finding, vec![Complaint::fatal(place, what)])
    };
    let answer: Value = match serde_json::from_slice(&page.body) {
        Ok(answer) => answer,
        Err(error) => {
            let begins = beginning(&String::from_utf8_lossy(&page.body));
            return failed(finding, format!("are no JSON ({error}); they begin `{begins}`"));
        }
    };
    let details = &answer["TopicDetails"];
    if !details.is_object() {
        return failed(finding, "have no TopicDetails".to_owned());
    }
    let Ok(base) = Url::parse(&finding.url) else { return (finding, Vec::new()) };
    let parts: Vec<String> = PARTS
        .iter()
        .filter_map(|name| details[*name].as_str())
        .filter(|written| !html_to_text(written).is_empty())
        .map(|written| format!("<div>{}</div>", absolute_links(written, &base)))
        .collect();
    if !parts.is_empty() {
        finding.html = Some(parts.concat());
    }
    if let Some(destination) = details["destinationDetails"].as_str().map(html_to_text).filter(|text| !text.is_empty()) {
        finding.fields.entry("destination".to_owned()).or_insert_with(|| vec![destination]);
    }
    let days = details["actions"].as_array().into_iter().flatten();
    let days: Vec<String> = days
        .flat_map(|action| action["deadlineDates"].as_array().into_iter().flatten())
        .filter_map(|day| day.as_str().map(str::to_owned))
        .collect();
    if !days.is_empty() {
        finding.fields.entry(field::DEADLINE.to_owned()).or_insert(days);
    }
    (finding, Vec::new())
}
