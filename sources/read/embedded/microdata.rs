//! Microdata (`itemscope`, `itemprop`) as the same kind of objects that JSON-LD gives, so that one reader serves both.
//! Knows HTML's rules of what a property's value is, and nothing of schema.org.

use scraper::{ElementRef, Html, Selector};
use serde_json::{Map, Value};

use super::MAX_OBJECTS;
use crate::read::plain;
use crate::read::text::one_line;

/// An event holds a place, which holds an address; deeper is nothing that we ask for.
const MAX_DEPTH: usize = 4;

/// Properties of one object.
const MAX_PROPERTIES: usize = 100;

/// The objects that stand in no other.
pub(super) fn objects(document: &Html) -> Vec<Value> {
    let scopes = Selector::parse("[itemscope]:not([itemprop])").expect("a constant selector parses");
    document.select(&scopes).take(MAX_OBJECTS).map(|scope| object(scope, 0)).collect()
}

fn object(scope: ElementRef<'_>, depth: usize) -> Value {
    let mut members = Map::new();
    // `https://schema.org/Event` and the like; of several types each counts.
    let types: Vec<Value> = scope
        .attr("itemtype")
        .unwrap_or_default()
        .split_whitespace()
        .map(|kind| Value::from(kind.rsplit(['/', '#']).next().unwrap_or_default()))
        .collect();
    members.insert("@type".to_owned(), Value::Array(types));
    for (names, element) in properties(scope) {
        let value = match element.attr("itemscope") {
            Some(_) if depth < MAX_DEPTH => object(element, depth + 1),
            Some(_) => continue,
            None => Value::from(value(element)),
        };
        for name in names.split_whitespace() {
            match members.get_mut(name) {
                None => drop(members.insert(name.to_owned(), value.clone())),
                Some(Value::Array(known)) if value.is_object() => known.push(value.clone()),
                Some(known) if known.is_object() && value.is_object() => *known = Value::Array(vec![known.take(), value.clone()]),
                // Of several texts the first is meant.
                Some(_) => {}
            }
        }
    }
    Value::Object(members)
}

/// The elements with a property of this object, and of none within it.
fn properties(scope: ElementRef<'_>) -> Vec<(&str, ElementRef<'_>)> {
    let mut found = Vec::new();
    let mut open: Vec<ElementRef<'_>> = scope.child_elements().collect();
    open.reverse();
    while let Some(element) = open.pop() {
        if found.len() == MAX_PROPERTIES {
            break;
        }
        if let Some(names) = element.attr("itemprop") {
            found.push((names, element));
        }
        if element.attr("itemscope").is_none() {
            let from = open.len();
            open.extend(element.child_elements());
            open[from..].reverse();
        }
    }
    found
}

/// A property's value: what a machine is to read where there is such a thing, else the text.
fn value(element: ElementRef<'_>) -> String {
    let attribute = match element.value().name() {
        "a" | "area" | "link" => element.attr("href"),
        "img" | "iframe" | "source" | "video" | "audio" => element.attr("src"),
        "data" | "meter" => element.attr("value"),
        "time" => element.attr("datetime"),
        // `meta`, and what writes it beside its text.
        _ => element.attr("content"),
    };
    attribute.map_or_else(|| one_line(&plain::text_of(*element)), one_line)
}
