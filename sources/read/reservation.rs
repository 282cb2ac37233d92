//! What a page says of text and data mining: in its own head, or else by the header that it came with.

use scraper::Selector;

use super::{decode, html};
use crate::fetch::tdm::{Declared, Reservation};
use crate::page::Page;

/// So much of a page is looked through: a head is shorter, and the rest says nothing of this.
const HEAD: usize = 64 * 1024;

/// The declaration that counts for this page alone; none where it says nothing.
pub fn declared(page: &Page) -> Option<Reservation> {
    in_head(page).or_else(|| page.reservation.clone())
}

fn in_head(page: &Page) -> Option<Reservation> {
    let head = &page.body[..page.body.len().min(HEAD)];
    // Most pages never mention it: they are not parsed for it.
    if !head.windows(RESERVATION.len()).any(|part| part.eq_ignore_ascii_case(RESERVATION.as_bytes())) {
        return None;
    }
    let text = decode::html_bytes(head, page.content_type.as_deref()).text;
    let document = html::document(&text);
    let selector = Selector::parse("meta[name][content]").expect("the selector is ours");
    let content = |name: &str| {
        document
            .select(&selector)
            .find(|meta| meta.attr("name").is_some_and(|written| written.trim().eq_ignore_ascii_case(name)))
            .and_then(|meta| meta.attr("content"))
    };
    Reservation::read(content(RESERVATION)?, content("tdm-policy"), Declared::Meta)
}

const RESERVATION: &str = "tdm-reservation";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Validators;

    fn page(body: &str, header: Option<Reservation>) -> Page {
        Page {
            url: "https://towns.example/calls".parse().unwrap(),
            status: 200,
            content_type: Some("text/html".to_owned()),
            body: body.as_bytes().to_vec(),
            validators: Validators::default(),
            moved_to: None,
            reservation: header,
            fetched_at: "2026-11-25T10:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn what_the_page_says_of_itself_goes_before_its_header() {
        let header = Reservation::read("0", None, Declared::Header);
        let head =
            "<meta name=\"TDM-Reservation\" content=\"1\"><meta name=\"tdm-policy\" content=\"https://towns.example/terms\">";
        let own = declared(&page(head, header.clone())).unwrap();
        assert_eq!((own.reserved, own.by, own.policy.as_deref()), (true, Declared::Meta, Some("https://towns.example/terms")));
        assert_eq!(declared(&page("<p>calls</p>", header.clone())), header);
        assert_eq!(declared(&page("<p>tdm-reservation: 1</p>", None)), None);
    }
}
