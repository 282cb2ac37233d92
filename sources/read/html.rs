//! HTML as a tree, safely: depth bounded before parsing, links absolute.
//! Knows nothing of sources. Nothing here recurses.

use std::borrow::Cow;

use ego_tree::iter::Edge;
use html5ever::QualName;
use html5ever::serialize::{Serialize, SerializeOpts, Serializer, TraversalScope, serialize};
use scraper::node::{Element, Node};
use scraper::{ElementRef, Html, Selector};
use url::Url;

use super::address::web_link;
use super::nesting::flatten;
use super::text::clean;

/// A whole page as a tree of bounded depth.
pub fn document(html: &str) -> Html {
    Html::parse_document(&flatten(html))
}

/// A piece of HTML as a tree of bounded depth.
pub fn fragment(html: &str) -> Html {
    Html::parse_fragment(&flatten(html))
}

/// The language that the page declares, as ISO 639-1.
pub fn declared_lang(document: &Html) -> Option<String> {
    let root = document.root_element();
    language_code(root.attr("lang").or_else(|| root.attr("xml:lang"))?)
}

/// `en` of `en-GB`, `he` of `iw`; none where it is no two-letter code.
pub fn language_code(tag: &str) -> Option<String> {
    let code = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    match code.as_str() {
        "iw" | "heb" => Some("he".to_owned()),
        _ if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()) => Some(code),
        _ => None,
    }
}

/// What the page's relative links are relative to: its first `<base href>`, else its address.
pub fn base_of(document: &Html, page: &Url) -> Url {
    let Ok(selector) = Selector::parse("base[href]") else { return page.clone() };
    document
        .select(&selector)
        .find_map(|base| web_link(page, base.attr("href").unwrap_or_default()))
        .unwrap_or_else(|| page.clone())
}

/// What an element holds, as HTML with its links absolute; links to elsewhere than the web (save `mailto:`) lose their address.
pub fn inner_html(element: ElementRef<'_>, base: &Url) -> String {
    let options = SerializeOpts { traversal_scope: TraversalScope::ChildrenOnly(None), ..SerializeOpts::default() };
    let mut written = Vec::new();
    serialize(&mut written, &Linked { element, base }, options).expect("memory takes all that is written to it");
    clean(&String::from_utf8_lossy(&written)).into_owned()
}

/// A piece of HTML with its links absolute, as [`inner_html`] has them.
pub fn absolute_links(html: &str, base: &Url) -> String {
    if html.contains('<') { inner_html(fragment(html).root_element(), base) } else { clean(html).into_owned() }
}

/// An element whose links are made absolute on the way out.
struct Linked<'a> {
    element: ElementRef<'a>,
    base: &'a Url,
}

impl Serialize for Linked<'_> {
    fn serialize<S: Serializer>(&self, out: &mut S, _scope: TraversalScope) -> std::io::Result<()> {
        for edge in self.element.traverse() {
            match edge {
                Edge::Open(node) if node == *self.element => {}
                Edge::Close(node) if node == *self.element => {}
                Edge::Open(node) => match node.value() {
                    Node::Text(text) => out.write_text(text)?,
                    Node::Comment(comment) => out.write_comment(comment)?,
                    Node::Element(element) => self.open(element, out)?,
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        out.end_elem(element.name.clone())?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl Linked<'_> {
    fn open<S: Serializer>(&self, element: &Element, out: &mut S) -> std::io::Result<()> {
        let attributes: Vec<(&QualName, Cow<'_, str>)> = element
            .attrs
            .iter()
            .filter_map(|(name, value)| {
                if !matches!(&*name.local, "href" | "src") || value.trim_start().starts_with("mailto:") {
                    return Some((name, Cow::Borrowed(&**value)));
                }
                web_link(self.base, value).map(|url| (name, Cow::Owned(url.into())))
            })
            .collect();
        out.start_elem(element.name.clone(), attributes.iter().map(|(name, value)| (*name, value.as_ref())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_absolute_and_hostile_ones_lose_their_address() {
        let base = Url::parse("https://cities.example/calls/").unwrap();
        assert_eq!(
            absolute_links("<p><a href='./7' title=x>a</a><a href=\"javascript:alert(1)\">b</a><img src=/i.png></p>", &base),
            "<p><a href=\"https://cities.example/calls/7\" title=\"x\">a</a><a>b</a><img src=\"https://cities.example/i.png\"></p>"
        );
    }

    #[test]
    fn the_base_element_and_the_language_are_read() {
        let page = document("<html lang=iw-IL><head><base href='https://www.cities.example/sub/'></head>");
        let base = base_of(&page, &Url::parse("https://cities.example/x/y").unwrap());
        assert_eq!(base.as_str(), "https://www.cities.example/sub/");
        assert_eq!(declared_lang(&page).as_deref(), Some("he"));
        assert_eq!(language_code("english"), None);
    }
}
