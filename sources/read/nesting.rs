//! Keeps hostile markup from costing more than its length: one linear pass over the tags, before any tree is built.
//! Drops the tags (never the text) that nest deeper than browsers do, and tags with an absurd number of attributes.
//! It must err only to the deep side: what it thinks shallower than the parser does would get through.

mod elements;
mod ending;
mod model;

use std::borrow::Cow;

use elements::is_raw_text;
pub(crate) use ending::breaks_off;
use model::Depth;

/// Browsers stop nesting here; html5ever is quadratic in depth, and 512 KB of `<ul><li>` took 47 s (servo/html5ever#788).
const MAX_NESTING: usize = 512;

/// html5ever compares each attribute of a tag with all before it. No real tag comes near this.
const MAX_ATTRIBUTES: usize = 256;

/// The same markup, with nothing in it that nests deeper than [`MAX_NESTING`].
pub(crate) fn flatten(html: &str) -> Cow<'_, str> {
    flatten_to(html, MAX_NESTING)
}

/// The same markup, with nothing in it that nests deeper than `max`.
pub(super) fn flatten_to(html: &str, max: usize) -> Cow<'_, str> {
    let mut pass = Pass { html, kept_to: 0, out: None, depth: Depth::new(max) };
    let mut at = 0;
    while let Some(place) = html[at..].find('<') {
        at = pass.markup(at + place);
    }
    match pass.out {
        None => Cow::Borrowed(html),
        Some(mut out) => {
            out.push_str(&html[pass.kept_to..]);
            Cow::Owned(out)
        }
    }
}

struct Pass<'a> {
    html: &'a str,
    /// Everything before this stands in `out`, once there is one.
    kept_to: usize,
    out: Option<String>,
    depth: Depth,
}

impl Pass<'_> {
    /// Looks at what begins with the `<` at `start`; returns where to go on.
    fn markup(&mut self, start: usize) -> usize {
        let rest = &self.html[start..];
        if rest.starts_with("<!--") {
            return past(self.html, start + 2, "-->");
        }
        let name_start = if rest.starts_with("</") { 2 } else { 1 };
        if !rest[name_start..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            // `<!doctype …>`, `<?…>` or a lone `<`.
            return if rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</") {
                past(self.html, start + 1, ">")
            } else {
                start + 1
            };
        }
        let Some(tag) = Tag::read(rest, name_start) else {
            // Never closed: the parser drops it too, and with it the rest.
            return self.html.len();
        };
        let end = start + tag.length;
        let keep = if name_start == 2 {
            self.depth.close(&tag.name)
        } else {
            tag.attributes <= MAX_ATTRIBUTES && self.depth.open(&tag.name, tag.self_closing, &rest[..tag.length])
        };
        // Text inside these holds no tags, outside of SVG and MathML. It goes with its tag.
        let holds_text = name_start == 1 && is_raw_text(&tag.name) && !(keep && self.depth.in_foreign());
        let end = if holds_text { raw_text_end(self.html, end, &tag.name) } else { end };
        if !keep {
            self.drop_span(start, end);
        }
        end
    }

    fn drop_span(&mut self, start: usize, end: usize) {
        let out = self.out.get_or_insert_with(String::new);
        out.push_str(&self.html[self.kept_to..start]);
        // What the tag parted must not grow together into a new tag.
        out.push(' ');
        self.kept_to = end;
    }
}

struct Tag {
    name: String,
    attributes: usize,
    self_closing: bool,
    length: usize,
}

impl Tag {
    /// A tag from its `<`; none when it never ends.
    fn read(text: &str, name_start: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut at = name_start;
        while !matches!(bytes.get(at)?, b'\t' | b'\n' | 0xc | b'\r' | b' ' | b'/' | b'>') {
            at += 1;
        }
        let name = text[name_start..at].to_ascii_lowercase();
        let (mut attributes, mut in_name, mut after_equals, mut slash) = (0, false, false, false);
        loop {
            let byte = *bytes.get(at)?;
            match byte {
                b'>' => return Some(Self { name, attributes, self_closing: slash, length: at + 1 }),
                b'"' | b'\'' if after_equals => {
                    at += 1 + bytes[at + 1..].iter().position(|&other| other == byte)?;
                    (in_name, after_equals) = (false, false);
                }
                b'\t' | b'\n' | 0xc | b'\r' | b' ' => in_name = after_equals && in_name,
                b'/' if !after_equals => in_name = false,
                b'=' if in_name || attributes > 0 => {
                    after_equals = true;
                    in_name = true;
                    at += 1;
                    continue;
                }
                _ if after_equals => {
                    // An unquoted value runs to the next space or `>`.
                    while !matches!(bytes.get(at)?, b'\t' | b'\n' | 0xc | b'\r' | b' ' | b'>') {
                        at += 1;
                    }
                    (in_name, after_equals, slash) = (false, false, false);
                    continue;
                }
                _ if !in_name => {
                    attributes += 1;
                    in_name = true;
                }
                _ => {}
            }
            slash = byte == b'/';
            at += 1;
        }
    }
}

fn starts_with_name(tag: &str, name: &str) -> bool {
    tag.len() > name.len()
        && tag.is_char_boundary(name.len())
        && tag[..name.len()].eq_ignore_ascii_case(name)
        && matches!(tag.as_bytes()[name.len()], b'\t' | b'\n' | 0xc | b'\r' | b' ' | b'/' | b'>')
}

fn past(html: &str, from: usize, what: &str) -> usize {
    html.get(from..).and_then(|rest| rest.find(what)).map_or(html.len(), |place| from + place + what.len())
}

/// Where the end tag of a raw text element begins, else the end of the text.
fn raw_text_end(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(place) = html[at..].find("</") {
        at += place;
        if starts_with_name(&html[at + 2..], name) {
            return at;
        }
        at += 2;
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_markup_is_left_alone() {
        let page = "<!doctype html><p>a<p>b<ul><li>1<li>2</ul><script>if (a<b) '</div>'</script><svg><path d='x'/></svg><br>";
        let many = page.repeat(600);
        assert!(matches!(flatten(&many), Cow::Borrowed(_)));
        let unclosed = "<tr><td>cell<td>cell".repeat(2000);
        assert!(matches!(flatten(&unclosed), Cow::Borrowed(_)));
    }

    #[test]
    fn what_nests_too_deep_loses_its_tags_and_keeps_its_words() {
        let flat = flatten(&"<div>word ".repeat(2000)).into_owned();
        assert_eq!(flat.matches("<div>").count(), MAX_NESTING);
        assert_eq!(flat.matches("word").count(), 2000);
    }

    #[test]
    fn dropping_a_tag_joins_nothing_into_a_new_one() {
        let many = " a".repeat(300);
        let flat = flatten(&format!("<scr<b{many}>ipt>")).into_owned();
        assert!(!flat.contains("<script"), "{flat}");
    }

    /// The depth of the tree that the parser makes of it.
    fn depth_of(html: &str) -> usize {
        let document = scraper::Html::parse_document(&flatten(html));
        let mut deepest = 0;
        let mut depths = std::collections::HashMap::new();
        for node in document.tree.root().descendants() {
            let depth = node.parent().and_then(|parent| depths.get(&parent.id()).copied()).unwrap_or(0) + 1;
            depths.insert(node.id(), depth);
            deepest = deepest.max(depth);
        }
        deepest
    }

    /// A table's cell brings its row and its section with it, so that one tag of ours may be four levels of theirs.
    const TOLERANCE: usize = 4;

    #[test]
    fn tricks_that_hide_depth_from_a_mere_counter_do_not_work() {
        for trick in [
            "<span><div></span>",
            "<div><table><td></div>",
            "<body><div></body>",
            "<form><div></form>",
            "<td><div></td>",
            "<b><div></b>",
            "<div><b id=X></div>",
            "<svg><desc><path/>",
            "<svg><title><p></title>",
            "<div/>",
            "<svg><style><div>",
            "<div><noscript></div></noscript>",
            "<noscript><div></noscript>",
            "<div><!--></div>-->",
            "<div a='>'></div b='",
            "<a><table>",
            "<div><script></div></script>",
            "<div><title></div></title>",
            "<ruby><rt><ruby>",
            "<div><select></div>",
            "<div a=b'></div c='>",
            "<math><mi><x/>",
            "<div><textarea></div></textarea>",
            "<object><div></object><div>",
            "<button><div></p></button><i>",
            "<template><div></template><div>",
            "<div><plaintext></div>",
            "<dl><dd><dl>",
            "<font color=X>",
            "<div x></div =\"",
            "</p><b X>",
        ] {
            let soup: String = (0..2000).map(|n| trick.replace('X', &n.to_string())).collect();
            let depth = depth_of(&soup);
            assert!(depth <= TOLERANCE * MAX_NESTING, "{trick}: {depth}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(24))]
        #[test]
        fn no_repeated_soup_gets_deeper_than_it_may(parts in proptest::collection::vec(
            "</?(div|b|p|svg|desc|a|li|ul|table|td|tr|select|option|span|form|button|math|mi|title|template|object|noscript|h1|em|body|caption)( x=['\"]?y)?/?>|<!--|-->|x", 1..7)) {
            let depth = depth_of(&parts.concat().repeat(800));
            proptest::prop_assert!(depth <= TOLERANCE * MAX_NESTING, "{depth}");
        }

        #[test]
        fn no_text_makes_it_panic(html: String) {
            flatten(&html);
        }

        #[test]
        fn no_tag_soup_makes_it_panic(parts in proptest::collection::vec("</?(div|b|p|svg|desc|a|li)( x=['\"]?y)?/?>?|<!--|-->|שלום", 0..60)) {
            flatten(&parts.concat());
        }
    }
}
