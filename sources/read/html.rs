//! HTML as a tree, safely: depth bounded before parsing, links absolute, and its text as people read it.
//! Knows nothing of sources. Nothing here recurses.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::node::Node;
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

/// The text of a piece of HTML: paragraphs and other blocks parted by a newline, cells by ` | `, white space made single,
/// scripts and styles left out.
pub fn html_to_text(html: &str) -> String {
    text_of(*fragment(html).root_element())
}

/// [`html_to_text`] of a part of a tree.
pub fn text_of(node: NodeRef<'_, Node>) -> String {
    text_without(node, &[])
}

/// [`text_of`], with these elements left out too.
pub(super) fn text_without(node: NodeRef<'_, Node>, left_out: &[&str]) -> String {
    let kind = |name: &str| if left_out.contains(&name) { Kind::Hidden } else { kind(name) };
    let mut text = Lines::default();
    // Elements with what they hold left out: how many of them are open.
    let mut hidden = 0_usize;
    for edge in node.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(written) if hidden == 0 => text.words(written),
                Node::Element(element) => match kind(element.name()) {
                    Kind::Hidden => hidden += 1,
                    Kind::Block => text.break_line(),
                    Kind::Cell => text.cell(),
                    Kind::Inline => {}
                },
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    match kind(element.name()) {
                        Kind::Hidden => hidden = hidden.saturating_sub(1),
                        Kind::Block => text.break_line(),
                        Kind::Cell | Kind::Inline => {}
                    }
                }
            }
        }
    }
    text.finish()
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

/// What an element holds, as HTML with its links absolute; links to elsewhere than the web lose their address.
pub fn inner_html(element: ElementRef<'_>, base: &Url) -> String {
    absolute_links(&element.inner_html(), base)
}

/// A piece of HTML with its links absolute; links to elsewhere than the web (save `mailto:`) lose their address.
pub fn absolute_links(html: &str, base: &Url) -> String {
    if !html.contains('<') {
        return clean(html);
    }
    let mut fragment = fragment(html);
    let ids: Vec<_> = fragment.tree.nodes().filter(|node| node.value().is_element()).map(|node| node.id()).collect();
    for id in ids {
        let Some(mut node) = fragment.tree.get_mut(id) else { continue };
        let Node::Element(element) = node.value() else { continue };
        element.attrs.retain_mut(|(name, value)| {
            if !matches!(&*name.local, "href" | "src") || value.trim_start().starts_with("mailto:") {
                return true;
            }
            match web_link(base, value) {
                Some(url) => {
                    *value = url.as_str().into();
                    true
                }
                None => false,
            }
        });
    }
    clean(&fragment.root_element().inner_html())
}

/// What an element does to the flow of text.
pub(super) enum Kind {
    Hidden,
    Block,
    Cell,
    Inline,
}

pub(super) fn kind(name: &str) -> Kind {
    match name {
        "script" | "style" | "noscript" | "template" | "iframe" | "object" | "svg" | "math" | "head" | "select" | "textarea" => {
            Kind::Hidden
        }
        "td" | "th" => Kind::Cell,
        "address" | "article" | "aside" | "blockquote" | "body" | "br" | "caption" | "center" | "dd" | "details" | "dialog"
        | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5"
        | "h6" | "header" | "hgroup" | "hr" | "li" | "main" | "menu" | "nav" | "ol" | "p" | "pre" | "section" | "summary"
        | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" => Kind::Block,
        _ => Kind::Inline,
    }
}

/// Text under construction: no empty lines, no double spaces.
#[derive(Default)]
struct Lines {
    text: String,
    /// What stands between what is there and the next word.
    gap: Gap,
}

#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Cell,
    Line,
}

impl Lines {
    fn words(&mut self, written: &str) {
        let written = clean(written);
        let mut words = written.split_whitespace();
        let Some(first) = words.next() else {
            if !written.is_empty() {
                self.gap = self.gap.max(Gap::Space);
            }
            return;
        };
        if written.starts_with(char::is_whitespace) {
            self.gap = self.gap.max(Gap::Space);
        }
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Cell => " | ",
                Gap::Line => "\n",
            });
        }
        self.text.push_str(first);
        for word in words {
            self.text.push(' ');
            self.text.push_str(word);
        }
        self.gap = if written.ends_with(char::is_whitespace) { Gap::Space } else { Gap::None };
    }

    fn break_line(&mut self) {
        self.gap = Gap::Line;
    }

    /// Blocks inside a cell part its text too, so only the row's first cell begins a line.
    fn cell(&mut self) {
        if self.gap != Gap::Line {
            self.gap = Gap::Cell;
        }
    }

    fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_part_paragraphs_and_cells_are_parted_by_bars() {
        for (html, text) in [
            ("<p>Apply <b>by</b>\n 3&nbsp;May.</p><p>Grants</p>", "Apply by 3 May.\nGrants"),
            ("<table><tr><th>Deadline<td>3 May<tr><td>Budget<td>€5</table>", "Deadline | 3 May\nBudget | €5"),
            ("a<br>b<script>x<y</script><style>p{}</style><!-- c -->c", "a\nbc"),
            ("<ul><li>א<li>ב</ul>", "א\nב"),
            ("Fish &amp; chips &lt;b&gt;", "Fish & chips <b>"),
            ("<b>bo</b>ld <i> and </i> <i>slanted</i>", "bold and slanted"),
            ("", ""),
        ] {
            assert_eq!(html_to_text(html), text, "{html}");
        }
    }

    #[test]
    fn a_million_levels_are_read_in_a_moment() {
        for levels in [100, 10_000, 1_000_000] {
            let deep = "<ul><li>".repeat(levels) + "end";
            assert!(html_to_text(&deep).ends_with("end"), "{levels}");
        }
    }

    #[test]
    fn a_thousand_attributes_on_a_tag_cost_nothing() {
        let many = (0..200_000).fold(String::new(), |tag, n: u32| tag + " a" + &n.to_string());
        assert_eq!(html_to_text(&format!("<p{many}>text")), "text");
    }

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

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(html: String) {
            html_to_text(&html);
        }
    }
}
