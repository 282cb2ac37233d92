//! Boxes that lead elsewhere ("Read also"): links to whatever the site published last. They change by themselves and say nothing of
//! the page that they stand on. Only what is nothing but links goes with such a heading.

use std::sync::LazyLock;

use scraper::{ElementRef, Selector};

use crate::lexicon::grammar::{Elsewhere, GRAMMAR};
use crate::read::html;

/// A page has one or two such boxes; a hostile one must not make us measure it over and over.
const MOST: usize = 20;

/// Above such a heading stands no sentence.
const LONGEST_HEADING: usize = 40;

static MAY_HEAD: LazyLock<Selector> = LazyLock::new(|| {
    Selector::parse("h1, h2, h3, h4, h5, h6, p, div, span, strong, b, summary, legend, dt, header")
        .expect("a constant selector parses")
});

static LINK: LazyLock<Selector> = LazyLock::new(|| Selector::parse("a").expect("a constant selector parses"));

/// A page without such boxes; none where it has none.
pub(super) fn without_boxes(written: &str) -> Option<String> {
    let mut document = html::document(written);
    let boxes: Vec<_> = document.select(&MAY_HEAD).filter(|element| heads(*element)).take(MOST).filter_map(links_below).collect();
    for id in &boxes {
        if let Some(mut node) = document.tree.get_mut(*id) {
            node.detach();
        }
    }
    (!boxes.is_empty()).then(|| document.html())
}

fn heads(element: ElementRef<'_>) -> bool {
    // The heading itself, not what stands around it.
    let mut written = element.text().take(LONGEST_HEADING);
    let mut said = String::new();
    while said.chars().count() <= LONGEST_HEADING {
        let Some(more) = written.next() else {
            let heading = words::normal_text(&said);
            let Elsewhere { calls, related, latest } = &GRAMMAR.elsewhere;
            return [calls, related, latest].iter().any(|headings| headings.contains(&heading));
        };
        said.push_str(more);
    }
    false
}

/// What belongs to a heading: the element around it, or the one behind it, if that holds nothing but links.
fn links_below(heading: ElementRef<'_>) -> Option<ego_tree::NodeId> {
    let around = heading.ancestors().filter_map(ElementRef::wrap).find(|around| length(*around) > length(heading))?;
    if is_links(around, length(heading)) {
        return Some(around.id());
    }
    let behind = std::iter::successors(Some(heading), |element| element.parent().and_then(ElementRef::wrap))
        .take_while(|element| element.id() != around.id())
        .find_map(|element| element.next_siblings().find_map(ElementRef::wrap))?;
    is_links(behind, 0).then(|| behind.id())
}

fn is_links(element: ElementRef<'_>, heading: usize) -> bool {
    let links: usize = element.select(&LINK).map(length).sum();
    links > 0 && links + heading >= length(element)
}

/// Letters and digits of its text: white space and bullets do not count.
fn length(element: ElementRef<'_>) -> usize {
    element.text().map(|text| text.chars().filter(|letter| letter.is_alphanumeric()).count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_of_links_under_such_a_heading_is_left_out_wherever_the_heading_stands() {
        let links = "<ul><li><a href=/1>Mayor opens a bridge</a></li><li><a href=/2>New buses</a></li></ul>";
        for boxed in [
            format!("<h3>Read also</h3>{links}"),
            format!("<div class=more><p><strong>Related articles:</strong></p>{links}</div>"),
            format!("<section><header><h2>קראו גם</h2></header>{links}</section>"),
            format!("<h4>À lire aussi</h4><div>{links}</div>"),
        ] {
            let page = format!("<title>Call</title><main><p>Apply by 3 May 2027.</p>{boxed}<p>Write to us.</p></main>");
            let text = without_boxes(&page).unwrap();
            assert!(!text.contains("bridge") && !text.contains("buses"), "{boxed}: {text}");
            assert!(text.contains("Apply by 3 May 2027.") && text.contains("Write to us."), "{boxed}: {text}");
        }
    }

    #[test]
    fn what_says_something_of_its_own_stays() {
        for kept in [
            "<h3>Read also</h3><p>The deadline is now 1 June, see <a href=/x>the rules</a>.</p>",
            "<h3>Documents</h3><ul><li><a href=/f>Call for proposals 2027</a></li></ul>",
            "<p>See also the deadline of 1 June.</p>",
            "<h3>Related</h3>",
        ] {
            assert_eq!(without_boxes(&format!("<main>{kept}<p>Write to us.</p></main>")), None, "{kept}");
        }
    }
}
