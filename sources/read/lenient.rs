//! Feeds as they come, made into feeds as they should be: one linear pass from text to well-formed XML of a dialect that a
//! strict reader takes (RSS 2.0, RDF, Atom 1.0).
//!
//! Drops what stands before the root, document types, comments and control characters; closes what was left open; resolves
//! HTML's entities and leaves unknown ones as text; takes markup that stands unescaped in a text field as that field's text.
//! Declares nothing, loads nothing, expands nothing of its own: an entity that a document type defines stays unresolved.

mod dialect;
pub(super) mod token;

use dialect::Dialect;
use token::{Token, Tokens};

/// Real feeds nest to eight or so, with XHTML inside to twenty. Deeper tags are left out, their text stays.
const MAX_NESTING: usize = 200;

/// A feed as it should be.
pub(super) struct Mended {
    /// Well-formed XML.
    pub(super) xml: String,
    /// Where the text ends before the feed does.
    pub(super) cut: Option<Cut>,
    /// Texts that were left out for their type: of which item, counted from 1, and the type.
    pub(super) left_out: Vec<(usize, String)>,
}

/// Where a feed breaks off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// After an item: those that are there are whole.
    BetweenItems,
    /// In the middle of its last item.
    WithinItem,
}

/// The feed as well-formed XML, with its first `most_items` items; none when there is no feed in the text.
pub(super) fn to_xml(text: &str, most_items: usize) -> Option<Mended> {
    let mut tokens = Tokens::new(text);
    let dialect = loop {
        if let Token::Start { name, .. } = tokens.next()? {
            // A shell page may well have a feed's words in it, but it is a page.
            if name.eq_ignore_ascii_case("html") || name.eq_ignore_ascii_case("body") {
                return None;
            }
            if let Some(dialect) = Dialect::of_root(name) {
                break dialect;
            }
        }
    };
    let mut writer = Writer::new(dialect, text.len());
    let mut token = Some(tokens.last_again());
    while let Some(next) = token {
        writer.items += usize::from(matches!(&next, Token::Start { name, .. } if is_item(name)));
        if writer.items > most_items {
            return Some(writer.finish(None));
        }
        writer.write(next);
        token = tokens.next();
    }
    let cut = writer.cut();
    Some(writer.finish(cut))
}

fn is_item(name: &str) -> bool {
    let local = name.rsplit(':').next().unwrap_or(name);
    local.eq_ignore_ascii_case("item") || local.eq_ignore_ascii_case("entry")
}

struct Writer {
    dialect: Dialect,
    out: String,
    /// Open elements, by the names that were written out.
    open: Vec<String>,
    /// Start tags left out because of their depth, and not yet closed.
    over: usize,
    /// Inside this text field, markup is text.
    field: Option<String>,
    /// Inside this one, everything is left out.
    skipped: Option<String>,
    /// Items so far.
    items: usize,
    left_out: Vec<(usize, String)>,
}

impl Writer {
    fn new(dialect: Dialect, length: usize) -> Self {
        let out = String::with_capacity(length + 512);
        Self { dialect, out, open: Vec::new(), over: 0, field: None, skipped: None, items: 0, left_out: Vec::new() }
    }

    fn write(&mut self, token: Token<'_>) {
        if self.is_skipped(&token) {
            return;
        }
        match token {
            Token::Text(text) if !self.open.is_empty() => escape_text(&mut self.out, text),
            Token::Verbatim(text) if !self.open.is_empty() => escape(&mut self.out, text),
            Token::Start { name, attributes, empty, written } => self.start(name, attributes, empty, written),
            Token::End { name, written } => self.end(name, written),
            Token::Text(_) | Token::Verbatim(_) => {}
        }
    }

    /// Whether a token belongs to what is left out: that goes as far as its own end, or the end of what it is in.
    fn is_skipped(&mut self, token: &Token<'_>) -> bool {
        let Some(skipped) = &self.skipped else { return false };
        let (ends, belongs) = match token {
            Token::End { name, .. } => {
                let name = self.dialect.element(name);
                (name == *skipped || self.open.contains(&name), name == *skipped)
            }
            Token::Start { name, .. } => (self.dialect.is_item(name), false),
            Token::Text(_) | Token::Verbatim(_) => (false, true),
        };
        if ends {
            self.skipped = None;
        }
        belongs || !ends
    }

    fn start(&mut self, name: &str, attributes: Vec<(&str, &str)>, empty: bool, written: &str) {
        let is_item = self.dialect.is_item(name);
        if self.field.is_some() {
            if !is_item {
                return escape(&mut self.out, written);
            }
            self.field = None;
        }
        if is_item && let Some(unclosed) = self.open.iter().rposition(|open| self.dialect.is_item(open)) {
            self.close_from(unclosed);
        }
        if self.open.len() >= MAX_NESTING {
            self.over += usize::from(!empty);
            return;
        }
        if self.dialect.is_wrapper(name) {
            return;
        }
        let is_root = self.open.is_empty();
        let wraps = is_root && self.dialect == Dialect::Channel;
        let name = if wraps { "rss".to_owned() } else { self.dialect.element(name) };
        if !is_root && let Some(unread) = self.dialect.unread_type(&name, &attributes) {
            if !attributes.iter().any(|(name, _)| *name == "src") {
                self.left_out.push((self.items, unread.to_owned()));
            }
            self.skipped = (!empty).then_some(name);
            return;
        }
        self.out.push('<');
        self.out.push_str(&name);
        let attributes = self.dialect.attributes(&name, attributes, is_root);
        for (place, (attribute, value)) in attributes.iter().enumerate() {
            if attributes[..place].iter().any(|(earlier, _)| earlier == attribute) {
                continue;
            }
            self.out.push(' ');
            self.out.push_str(attribute);
            self.out.push_str("=\"");
            escape_text(&mut self.out, value);
            self.out.push('"');
        }
        if empty && !is_root {
            return self.out.push_str("/>");
        }
        self.out.push('>');
        if wraps {
            self.out.push_str("<channel>");
            self.open.push(name);
            return self.open.push("channel".to_owned());
        }
        if self.dialect.is_text_field(&name, &attributes) {
            self.field = Some(name.clone());
        }
        self.open.push(name);
    }

    fn end(&mut self, name: &str, written: &str) {
        let name = self.dialect.element(name);
        if let Some(field) = &self.field {
            let ends_more = self.dialect.is_item(&name) || matches!(name.as_str(), "channel" | "rss" | "rdf:RDF" | "feed");
            if *field != name && !(ends_more && self.open.contains(&name)) {
                return escape(&mut self.out, written);
            }
            self.field = None;
        }
        if self.over > 0 {
            self.over -= 1;
        } else if let Some(place) = self.open.iter().rposition(|open| *open == name) {
            self.close_from(place);
        }
    }

    fn close_from(&mut self, place: usize) {
        self.over = 0;
        for name in self.open.split_off(place).iter().rev() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    /// What the end of the text leaves open. People forget `</rss>`, and nobody's item ends with it.
    fn cut(&self) -> Option<Cut> {
        match self.open.as_slice() {
            [] => None,
            [root] if root == "rss" => None,
            open if open.iter().any(|name| self.dialect.is_item(name)) => Some(Cut::WithinItem),
            _ => Some(Cut::BetweenItems),
        }
    }

    fn finish(mut self, cut: Option<Cut>) -> Mended {
        self.close_from(0);
        Mended { xml: self.out, cut, left_out: self.left_out }
    }
}

/// Text in which nothing stands for something else.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// Text with character references: those of HTML are resolved, others are taken as text.
fn escape_text(out: &mut String, text: &str) {
    /// The longest name of an HTML entity, with room for `&#x10ffff;`.
    const LONGEST: usize = 40;
    let mut rest = text;
    while let Some(place) = rest.find('&') {
        escape(out, &rest[..place]);
        rest = &rest[place..];
        let end = rest.bytes().take(LONGEST).position(|byte| byte == b';').map_or(1, |end| end + 1);
        escape(out, &html_escape::decode_html_entities(&rest[..end]));
        rest = &rest[end..];
    }
    escape(out, rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Option<String> {
        to_xml(text, usize::MAX).map(|mended| mended.xml)
    }

    #[test]
    fn a_feed_that_breaks_off_is_told_from_one_whose_writer_forgot_its_end() {
        let cut = |text: &str| to_xml(text, 2).unwrap().cut;
        assert_eq!(cut("<rss><channel><item><title>x</title></item></channel></rss>"), None);
        assert_eq!(cut("<rss><channel><item><title>x</item></channel>\n"), None);
        assert_eq!(cut("<channel><item><title>x</item></channel>"), None);
        assert_eq!(cut("<rss><channel><item><title>x</title></item>"), Some(Cut::BetweenItems));
        assert_eq!(cut("<rss><channel><item><title>x</title><desc"), Some(Cut::WithinItem));
        assert_eq!(cut("<feed><entry/><entry><title>x</title></entry>"), Some(Cut::BetweenItems));
        assert_eq!(cut("<feed><title>x"), Some(Cut::BetweenItems));
        assert_eq!(cut("<feed><entry/><entry/><entry><title>"), None, "the rest was not wanted");
    }

    #[test]
    fn sloppy_feeds_become_well_formed() {
        for (sloppy, neat) in [
            (
                "<rss><channel><title>A & B &eacute; &unknown;</title>",
                "<rss version=\"2.0\"><channel><title>A &amp; B é &amp;unknown;</title></channel></rss>",
            ),
            ("<rss><item><title>x<item>y</rss>", "<rss version=\"2.0\"><item><title>x</title></item><item>y</item></rss>"),
            (
                "<rss><description><p>a<br>b</p></description></rss>",
                "<rss version=\"2.0\"><description>&lt;p&gt;a&lt;br&gt;b&lt;/p&gt;</description></rss>",
            ),
            ("<rss><item a=1 a='2' b>x</item></rss>", "<rss version=\"2.0\"><item a=\"1\" b=\"\">x</item></rss>"),
            ("<rss><link>a</link></Item></rss>", "<rss version=\"2.0\"><link>a</link></rss>"),
        ] {
            let xml = whole(sloppy).unwrap();
            let bare = xml.split(" xmlns").next().unwrap().to_owned()
                + &xml[xml.rfind("xmlns").map_or(0, |at| at + xml[at..].find('>').unwrap())..];
            assert_eq!(bare, neat, "{sloppy}");
        }
    }

    #[test]
    fn no_more_items_are_written_than_are_wanted() {
        let many = format!("<rss><channel>{}</channel></rss>", "<item><title>x</title></item>".repeat(9));
        assert_eq!(to_xml(&many, 3).unwrap().xml.matches("<item>").count(), 3);
        assert_eq!(whole(&many).unwrap().matches("<item>").count(), 9);
    }

    #[test]
    fn junk_before_the_root_is_dropped_and_a_page_is_no_feed() {
        assert!(
            whole("Warning: x < y in <b>z.php</b>\n<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY e \"x\">]><rss></rss>").is_some()
        );
        assert_eq!(whole("<!doctype html><html><body><rss></rss>"), None);
        assert_eq!(whole("no markup"), None);
    }

    #[test]
    fn depth_and_length_cost_no_more_than_themselves() {
        /// Were one of these quadratic, it would take minutes.
        const TIMES: usize = 60_000;
        assert!(whole(&format!("<rss><channel>{}", "<b>".repeat(TIMES))).unwrap().len() < 10_000);
        for hostile in
            ["<!DOCTYPE [", "<!DOCTYPE [>", "<!--", "<![CDATA[", "&", "<a b=", "<a/b=", "<a b='", "<a b=\"<", "</a", "<?", "<a b"]
        {
            assert!(whole(&format!("<rss>{}", hostile.repeat(TIMES))).is_some(), "{hostile}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_soup_makes_it_panic(parts in proptest::collection::vec("</?(rss|feed|item|entry|title|content:encoded|b)( a=['\"]?b)?/?>?|<!\\[CDATA\\[|]]>|&(amp|#0|x);?|שלום|<!--|\\PC", 0..40)) {
            whole(&format!("<rss>{}", parts.concat()));
        }
    }
}
