//! The text of HTML as people read it: blocks parted by a newline, cells by a bar, what is hidden left out.
//! Knows nothing of sources. Nothing here recurses.

use std::cell::RefCell;

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use scraper::node::Node;

use super::html::fragment;
use super::nesting::flatten;
use super::text::clean;

/// The text of a piece of HTML: paragraphs and other blocks parted by a newline, cells by ` | `, white space made single,
/// scripts and styles left out.
///
/// Goes by the tags alone, which costs a third of a tree. Where something hidden is never closed only the tree tells where it ends.
pub fn html_to_text(html: &str) -> String {
    let tokenizer = Tokenizer::new(Flow::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(flatten(html).as_ref()));
    // The sink never stops for a script, so that one call reads it all.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let Reached { text, hidden } = tokenizer.sink.0.into_inner();
    if hidden > 0 { text_of(*fragment(html).root_element()) } else { text.finish() }
}

/// The text as far as the tags have been read.
#[derive(Default)]
struct Reached {
    text: Lines,
    /// Elements with what they hold left out: how many of them are open.
    hidden: usize,
}

#[derive(Default)]
struct Flow(RefCell<Reached>);

impl TokenSink for Flow {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reached = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(written) if reached.hidden == 0 => reached.text.words(&written),
            Token::TagToken(tag) => return reached.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reached {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        let opens = tag.kind == TagKind::StartTag;
        match kind(name) {
            // Within a piece of HTML there is no head to be in.
            Kind::Hidden if name == "head" => {}
            Kind::Hidden if opens && !(tag.self_closing && matches!(name, "svg" | "math")) => self.hidden += 1,
            Kind::Hidden if !opens => self.hidden = self.hidden.saturating_sub(1),
            Kind::Block if self.hidden == 0 => self.text.break_line(),
            Kind::Cell if opens && self.hidden == 0 => self.text.cell(),
            _ => {}
        }
        match name {
            "script" if opens => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" if opens => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" if opens => TokenSinkResult::RawData(RawKind::Rcdata),
            "plaintext" if opens => TokenSinkResult::Plaintext,
            _ => TokenSinkResult::Continue,
        }
    }
}

/// [`html_to_text`] of a part of a tree.
pub fn text_of(node: NodeRef<'_, Node>) -> String {
    beginning(node, &[], usize::MAX)
}

/// The beginning of [`text_of`], with these elements left out too: nothing is read once there are `enough` bytes.
pub(super) fn beginning(node: NodeRef<'_, Node>, left_out: &[&str], enough: usize) -> String {
    let kind = |name: &str| if left_out.contains(&name) { Kind::Hidden } else { kind(name) };
    let mut text = Lines::default();
    // Elements with what they hold left out: how many of them are open.
    let mut hidden = 0_usize;
    for edge in node.traverse() {
        if text.text.len() >= enough {
            break;
        }
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
    fn the_tags_alone_tell_what_the_tree_would() {
        for html in [
            "<select><option>a<option>b</select>Apply<svg><path/></svg> now <svg/>by <math><mi>x</mi></math>3 May",
            "<p>one<select><option>never closed</p><p>two",
            "<table><td>a<td>b<tr><td>c<th>d</table>",
            "<title>A &lt;title&gt;</title><textarea>hidden <p></textarea>seen<xmp><b></xmp>",
            "<!doctype html><html><head><meta charset=utf-8></head><body>body</body></html>",
            "a<b>c</p>d<li>e<!-- <p> -->f<dd>g&nbsp;&rlm;h",
        ] {
            assert_eq!(html_to_text(html), text_of(*fragment(html).root_element()), "{html}");
        }
    }

    proptest::proptest! {
        #[test]
        fn well_formed_markup_reads_as_its_tree(parts in proptest::collection::vec("<p>[a-zא-ת ]{0,8}</p>|<div>x</div>|<b>y</b> |<table><tr><td>[a-z]{1,3}</td><td>z</td></tr></table>|<script>x<y</script>|&amp;|<br>", 0..20)) {
            let html = parts.concat();
            proptest::prop_assert_eq!(html_to_text(&html), text_of(*fragment(&html).root_element()));
        }

        #[test]
        fn no_text_makes_it_panic(html: String) {
            html_to_text(&html);
        }
    }
}
