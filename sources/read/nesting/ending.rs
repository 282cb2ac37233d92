//! Whether markup ends before its end: in the middle of a tag, or within something that nobody may leave open.

use super::elements::{Closing, closing, is_raw_text};
use super::{MAX_NESTING, Tag, past, raw_text_end};

/// Whether a page breaks off. One that ends its body is whole, however much it left open before: browsers close that too. So is one
/// that forgot the ends that HTML lets people leave out, and those of words in bold.
pub(crate) fn breaks_off(html: &str) -> bool {
    let mut open: Vec<String> = Vec::new();
    // Start tags beyond what browsers nest, and not yet closed.
    let mut over = 0_usize;
    let mut at = 0;
    while let Some(place) = html[at..].find('<') {
        let start = at + place;
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = past(html, start + 2, "-->");
            continue;
        }
        let name_start = if rest.starts_with("</") { 2 } else { 1 };
        if !rest[name_start..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = start + 1;
            continue;
        }
        let Some(tag) = Tag::read(rest, name_start) else { return true };
        at = start + tag.length;
        if name_start == 2 {
            if matches!(tag.name.as_str(), "body" | "html") {
                return false;
            }
            if over > 0 && has_to_end(&tag.name) {
                over -= 1;
            } else if let Some(place) = open.iter().rposition(|name| *name == tag.name) {
                open.truncate(place);
            }
        } else if is_raw_text(&tag.name) {
            at = raw_text_end(html, at, &tag.name);
            if at == html.len() {
                return true;
            }
        } else if has_to_end(&tag.name) {
            if open.len() < MAX_NESTING { open.push(tag.name) } else { over += 1 }
        }
    }
    over > 0 || !open.is_empty()
}

/// Whether an element is one of the page's parts, with an end that may not be left out.
fn has_to_end(name: &str) -> bool {
    name == "table" || closing(name) == Closing::Block && !matches!(name, "p" | "li" | "dt" | "dd" | "center")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_breaks_off_is_told_from_one_whose_writer_left_out_what_may_be() {
        for whole in [
            "<html><body><div><ul><li>a<li>b</body></html>",
            "<html><body><div>a</BODY >\n<!-- 3 ms",
            "<!doctype html><title>x</title><p>a<p>b<ul><li>c</ul>",
            "<html><body><article><h2>a</h2></article><br><img src=x>",
            "<table><tr><td>a<td>b<tr></table>",
            "<div><b>a</div><a href=x>b",
            "<div><p>a</span></div>",
            "words < and > words",
            "",
        ] {
            assert!(!breaks_off(whole), "{whole}");
        }
        for cut in [
            "<html><body><ul><li>a</li>",
            "<ul><li><a href='/c/4",
            "<article><h3>Call for prop",
            "<table><tr><td>a",
            "<p>a<script>var x = '</b>'",
            "<p>a</di",
        ] {
            assert!(breaks_off(cut), "{cut}");
        }
        let deep = format!("{}{}", "<div>".repeat(2000), "</div>".repeat(2000));
        assert!(!breaks_off(&deep) && breaks_off(&deep[..deep.len() - 6]));
    }

    #[test]
    fn many_tags_cost_no_more_than_their_length() {
        for hostile in ["<div></p", "<div></ul>", "<!--", "<script>", "</a", "<div a='", "<", "<!"] {
            breaks_off(&hostile.repeat(60_000));
        }
    }
}
