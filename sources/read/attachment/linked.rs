//! Which files an item leads to: those that a feed encloses, and the PDF and Word documents that its page links to.

use scraper::{ElementRef, Html, Selector};
use url::Url;

use super::FileKind;
use crate::finding::{Finding, field};
use crate::page::{Page, Request};
use crate::read::address::web_link;
use crate::read::reading::{File, FileAt};
use crate::read::text::one_line;
use crate::read::{detail, html};

/// Names are shown; a longer one is an address gone wrong.
const LONGEST_NAME: usize = 120;

/// What surrounds every page of a site: its forms and policies are no part of the item.
const FRAME: [&str; 4] = ["header", "footer", "nav", "aside"];

/// The files of an item, at most `most`: of its feed entry, of its HTML, else of its page's main part.
pub(in crate::read) fn linked_files(finding: &Finding, page: Option<&Page>, most: usize) -> Vec<File> {
    let mut links: Vec<Url> = finding.values(field::ENCLOSURE).filter_map(|written| Url::parse(written).ok()).collect();
    let own = Url::parse(&finding.url).ok();
    match (&finding.html, page) {
        (Some(written), _) => {
            if let Some(base) = page.map(|page| &page.url).or(own.as_ref()) {
                links.extend(files_in(&html::fragment(written), base));
            }
        }
        (None, Some(page)) => {
            if let Ok(written) = detail::own_text(page) {
                let document = html::document(&written);
                links.extend(files_in(&document, &html::base_of(&document, &page.url)));
            }
        }
        (None, None) => {}
    }
    let mut files: Vec<File> = Vec::new();
    for link in links {
        let request = Request::get(link);
        let is_known = files.iter().any(|file| matches!(&file.at, FileAt::Web(known) if *known == request));
        if files.len() < most && !is_known {
            files.push(File { name: file_name(&request.url), at: FileAt::Web(request) });
        }
    }
    files
}

fn files_in(document: &Html, base: &Url) -> Vec<Url> {
    let anchors = Selector::parse("a[href]").expect("a constant selector parses");
    document
        .select(&anchors)
        .filter(|link| !is_in_frame(*link))
        .filter_map(|link| Some((web_link(base, link.attr("href").unwrap_or_default())?, link)))
        .filter(|(address, link)| FileKind::promised(address.path(), None).is_some() || is_called_a_file(*link))
        .map(|(address, _)| address)
        .collect()
}

/// Whether a link whose address does not tell says otherwise that a file is behind it: by its type, its name for saving, or its words.
fn is_called_a_file(link: ElementRef<'_>) -> bool {
    let names_a_file = |name: &str| FileKind::promised(name, None).is_some();
    FileKind::promised("", link.attr("type")).is_some()
        || link.attr("download").is_some_and(names_a_file)
        || link
            .text()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
            .any(|word| matches!(word, "PDF" | "pdf" | "DOCX" | "docx"))
}

fn is_in_frame(link: ElementRef<'_>) -> bool {
    link.ancestors().filter_map(ElementRef::wrap).any(|around| FRAME.contains(&around.value().name()))
}

/// The last part of an address, as a person would call the file.
pub fn file_name(url: &Url) -> String {
    let last = url.path_segments().and_then(|mut parts| parts.next_back()).unwrap_or_default();
    // Form decoding would read `+` as a space, which in names of files it mostly means.
    let decoded: String = url::form_urlencoded::parse(last.replace('=', "%3D").replace('&', "%26").as_bytes())
        .map(|(name, _)| name.into_owned())
        .collect();
    shown_name(&decoded)
}

/// A file's name as it may be shown.
pub(in crate::read) fn shown_name(name: &str) -> String {
    one_line(name.rsplit(['/', '\\']).next().unwrap_or_default()).chars().take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::tests::page;

    fn names(finding: &Finding, page: Option<&Page>) -> Vec<String> {
        linked_files(finding, page, 3).into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn the_files_of_the_pages_main_part_are_taken_once_and_those_of_its_frame_are_not() {
        let body = "<nav><a href='/terms.pdf'>Terms</a></nav><main><a href='/c/Call%20text.pdf?v=2'>Call</a>\
            <a href='/c/Call%20text.pdf?v=2'>here</a><a href='/c/form.DOCX'>Form</a><a href='/c/map.jpg'>Map</a></main>";
        let page = page("https://towns.example/c/1", "text/html", body);
        assert_eq!(names(&Finding::default(), Some(&page)), ["Call text.pdf", "form.DOCX"]);
    }

    #[test]
    fn a_file_behind_an_address_that_does_not_tell_is_known_by_what_its_link_says() {
        let body = "<main><a href='/dl?id=7'>Text of the call (PDF, 2 MB)</a><a href='/dl?id=8' type='application/pdf'>Form</a>\
            <a href='/dl?id=9' download='form.docx'>Form</a><a href='/dl?id=10'>Pictures</a></main>";
        let page = page("https://towns.example/c/1", "text/html", body);
        let files = linked_files(&Finding::default(), Some(&page), 9);
        assert_eq!(files.len(), 3);
    }

    #[test]
    fn a_page_that_is_too_long_to_be_one_of_a_call_is_not_looked_through_for_files_either() {
        let link = "<a href='/c/1.pdf'>1</a>";
        let long = format!("<main>{link}</main>{}", " ".repeat(2_000_000));
        for (body, files) in [(link, 1), (long.as_str(), 0)] {
            assert_eq!(names(&Finding::default(), Some(&page("https://towns.example/c/1", "text/html", body))).len(), files);
        }
    }

    #[test]
    fn what_a_feed_encloses_comes_first_and_the_item_has_its_most() {
        let mut finding = Finding { url: "https://towns.example/c/1".into(), ..Finding::default() };
        finding.fields.insert(field::ENCLOSURE.into(), vec!["https://towns.example/e.pdf".into()]);
        finding.html = Some("<a href='1.pdf'>1</a><a href='2.pdf'>2</a><a href='3.pdf'>3</a>".into());
        assert_eq!(names(&finding, None), ["e.pdf", "1.pdf", "2.pdf"]);
    }

    #[test]
    fn a_hebrew_name_reads_as_written() {
        let url = Url::parse("https://towns.example/%D7%A7%D7%95%D7%9C+%D7%A7%D7%95%D7%A8%D7%90.pdf").unwrap();
        assert_eq!(file_name(&url), "קול קורא.pdf");
    }
}
