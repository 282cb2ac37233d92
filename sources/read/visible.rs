//! What people see of a page's own words: nothing hidden, nothing of its frame, no scripts.

use ego_tree::iter::Edge;
use scraper::ElementRef;
use scraper::node::{Element, Node};

/// What frames a page, or is never shown.
const NOT_MAIN: [&str; 10] = ["aside", "nav", "header", "footer", "dialog", "template", "script", "style", "noscript", "select"];

/// Classes that the common frameworks hide with, or build sidebars with.
const NOT_MAIN_CLASSES: [&str; 6] = ["sidebar", "hidden", "d-none", "sr-only", "visually-hidden", "widget"];

/// The text of the main part of a page, as people see it; parts separated by spaces.
pub(super) fn main_text(root: ElementRef<'_>) -> String {
    let mut said = String::new();
    let mut left_out = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if left_out.is_none() => match node.value() {
                Node::Text(text) => {
                    said.push_str(text);
                    said.push(' ');
                }
                Node::Element(element) if is_left_out(element) => left_out = Some(node.id()),
                _ => {}
            },
            Edge::Close(node) if left_out == Some(node.id()) => left_out = None,
            _ => {}
        }
    }
    said
}

fn is_left_out(element: &Element) -> bool {
    let is_styled_away = |style: &str| {
        let style: String = style.to_ascii_lowercase().split_whitespace().collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    NOT_MAIN.contains(&element.name())
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || element.attr("style").is_some_and(is_styled_away)
        || element.classes().any(|class| NOT_MAIN_CLASSES.contains(&class))
}
