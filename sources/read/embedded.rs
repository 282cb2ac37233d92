//! What a page says of itself to machines: schema.org in JSON-LD and in microdata, and Open Graph.
//! Only fills what the source's own selectors left open. Knows no source.

mod microdata;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::html;
use super::plain;
use super::text::{media_type, one_line};
use crate::finding::{Finding, field};

/// Larger blocks hold a shop's whole catalogue.
const MAX_BLOCK: usize = 200_000;

/// Blocks and objects looked at.
const MAX_OBJECTS: usize = 200;

/// What is declared to be one: `Grant`, and whatever is a kind of it, such as `MonetaryGrant`.
const GRANT: &str = "Grant";

/// Where one takes part from afar, alone or beside a hall.
const FROM_AFAR: [&str; 2] = ["OnlineEventAttendanceMode", "MixedEventAttendanceMode"];

/// What schema.org calls events, and a word for each. A plain `Event` may be anything that has a date.
const KINDS: &[(&str, &str)] = &[
    ("Hackathon", "competition"),
    ("ExhibitionEvent", "exhibition"),
    ("EducationEvent", "training"),
    ("CourseInstance", "training"),
    ("ConferenceEvent", "conference"),
    ("BusinessEvent", "conference"),
    ("Event", "event"),
];

/// Completes a finding by what its page carries.
pub(super) fn complete(finding: &mut Finding, document: &Html) {
    // Many pages say the same in both ways: the one is read first, and the other fills what it left open.
    of_objects(finding, &objects(document));
    of_objects(finding, &microdata::objects(document));
    put(finding, field::PUBLISHED, meta(document, "article:published_time"));
    put(finding, field::DESCRIPTION, meta(document, "og:description"));
    if finding.title.is_empty() {
        finding.title = meta(document, "og:title").unwrap_or_default();
    }
    if finding.lang.is_none() {
        finding.lang = meta(document, "og:locale").and_then(|locale| html::language_code(&locale));
    }
}

fn of_objects(finding: &mut Finding, objects: &[Value]) {
    let mut events = objects.iter().filter(|object| is_a(object, |name| name.ends_with("Event")));
    // A page with several events is a calendar, and says nothing of this item.
    if let (Some(event), None) = (events.next(), events.next()) {
        put(finding, field::EVENT_START, text(&event["startDate"]));
        put(finding, field::EVENT_END, text(&event["endDate"]));
        put(finding, field::PLACE, place(&event["location"]));
        put(finding, field::ONLINE, from_afar(event));
        put(finding, field::ORGANISER, name(&event["organizer"]));
        put(finding, field::STATUS, cancelled(&event["eventStatus"]));
        // An event without a description leaves that of its page, which may be any.
        put(finding, field::DECLARED, text(&event["description"]).map(|_| "event".to_owned()));
        of_any(finding, event);
    }
    let mut grants = objects.iter().filter(|object| is_a(object, |name| name.ends_with(GRANT)));
    if let (Some(grant), None) = (grants.next(), grants.next()) {
        // It says more than that there is an event too.
        finding.fields.insert(field::DECLARED.to_owned(), vec!["grant".to_owned()]);
        put(finding, field::KIND, Some("grant".to_owned()));
        put(finding, field::ORGANISER, name(&grant["funder"]).or_else(|| name(&grant["sponsor"])));
        let amount = first(&grant["amount"]);
        put(finding, field::AMOUNT_MAX, text(&amount["maxValue"]).or_else(|| text(&amount["value"])));
        put(finding, field::AMOUNT_MIN, text(&amount["minValue"]));
        put(finding, field::CURRENCY, text(&amount["currency"]));
        of_any(finding, grant);
    }
}

/// What an event and a grant have alike: what it is, its name, and what it is about.
fn of_any(finding: &mut Finding, object: &Value) {
    let kind = KINDS.iter().find(|(kind, _)| is_a(object, |name| name == *kind));
    put(finding, field::KIND, kind.map(|(_, word)| (*word).to_owned()));
    put(finding, field::DESCRIPTION, text(&object["description"]));
    if finding.title.is_empty() {
        finding.title = name(&object["name"]).unwrap_or_default();
    }
}

/// Only that it does not take place: a new date is in `startDate`, and all else is as it was.
fn cancelled(status: &Value) -> Option<String> {
    let status = text(status)?;
    status.ends_with("EventCancelled").then(|| "cancelled".to_owned())
}

fn put(finding: &mut Finding, name: &str, value: Option<String>) {
    if let Some(value) = value
        && finding.field(name).is_none()
    {
        finding.fields.insert(name.to_owned(), vec![value]);
    }
}

/// All objects at the top of the page's blocks and in their graphs.
fn objects(document: &Html) -> Vec<Value> {
    let scripts = Selector::parse("script[type]").expect("a constant selector parses");
    let is_block =
        |script: &ElementRef<'_>| script.attr("type").is_some_and(|written| media_type(written) == "application/ld+json");
    let mut open: Vec<Value> = Vec::new();
    for block in document.select(&scripts).filter(is_block).take(MAX_OBJECTS) {
        let written: String = block.text().collect();
        if written.len() <= MAX_BLOCK
            && let Ok(value) = serde_json::from_str(unwrapped(&written))
        {
            open.push(value);
        }
    }
    let mut objects = Vec::new();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values.into_iter().take(MAX_OBJECTS)),
            Value::Object(mut members) if objects.len() < MAX_OBJECTS => {
                open.extend(members.remove("@graph"));
                open.extend(members.remove("mainEntity"));
                objects.push(Value::Object(members));
            }
            _ => {}
        }
    }
    objects
}

/// The JSON of a block that is wrapped against readers of XML and very old browsers: `/*<![CDATA[*/ … /*]]>*/` and the like.
fn unwrapped(written: &str) -> &str {
    let mut json = written;
    loop {
        let before = json.len();
        json = json.trim();
        for mark in ["<!--", "-->", "//", ">", "/*", "<![CDATA[", "*/"] {
            json = json.strip_prefix(mark).unwrap_or(json);
        }
        for mark in ["-->", "//", "*/", "]]>", "<!", "/*", "<!--"] {
            json = json.strip_suffix(mark).unwrap_or(json);
        }
        if json.len() == before {
            return json;
        }
    }
}

fn is_a(object: &Value, fits: impl Fn(&str) -> bool) -> bool {
    // Some write the whole `https://schema.org/Event`.
    let fits = |name: &str| fits(name.rsplit(['/', '#']).next().unwrap_or_default());
    match &object["@type"] {
        Value::String(name) => fits(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(fits),
        _ => false,
    }
}

/// The first of its locations that one can go to.
fn place(locations: &Value) -> Option<String> {
    all(locations).iter().filter(|location| !is_virtual(location)).find_map(|location| {
        let address = first(&location["address"]);
        text(location).or_else(|| text(&address["addressLocality"])).or_else(|| text(&location["name"])).or_else(|| text(address))
    })
}

/// It has a location that is no place, or says how one takes part.
fn from_afar(event: &Value) -> Option<String> {
    let mode = text(&event["eventAttendanceMode"]).unwrap_or_default();
    let is_online = all(&event["location"]).iter().any(is_virtual) || FROM_AFAR.iter().any(|known| mode.ends_with(known));
    is_online.then(|| "yes".to_owned())
}

fn is_virtual(location: &Value) -> bool {
    is_a(location, |name| name == "VirtualLocation")
}

fn name(value: &Value) -> Option<String> {
    let value = first(value);
    text(value).or_else(|| text(&value["name"]))
}

/// One value or several, as schema.org has it wherever there is one.
fn all(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn first(value: &Value) -> &Value {
    all(value).first().unwrap_or(&Value::Null)
}

fn text(value: &Value) -> Option<String> {
    let written = match first(value) {
        Value::String(text) => plain::html_to_text(text),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(one_line(&written)).filter(|text| !text.is_empty())
}

fn meta(document: &Html, property: &str) -> Option<String> {
    let selector = Selector::parse(&format!("meta[property='{property}']")).expect("a constant selector parses");
    let content = document.select(&selector).find_map(|meta| meta.attr("content"))?;
    Some(one_line(content)).filter(|content| !content.is_empty())
}

#[cfg(test)]
mod tests;
