//! Links from one page of a list to the others (RFC 8288), so that a harvester need not build addresses.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::search::query::{MAX_DEPTH, SearchQuery};

/// Which part of a list an answer is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Items on all pages.
    pub(super) total: usize,
    /// For who follows the changes: the number after which there is more.
    pub(super) next: Option<u64>,
}

impl Part {
    /// Of an answer whose last item has this change number.
    pub(super) fn of(query: &SearchQuery, total: usize, reached: Option<u64>) -> Self {
        Self { total, next: reached.filter(|_| total > query.page.saturating_mul(query.size())) }
    }

    /// How many pages can be asked for.
    pub(super) fn pages(self, query: &SearchQuery) -> usize {
        self.total.div_ceil(query.size()).clamp(1, (MAX_DEPTH / query.size()).max(1))
    }
}

/// Adds `Link` for this part of the list that answers `query`; `at` is the address of a question.
///
/// Who follows the changes goes on after the last number that this page has, not by counting pages: what changes between two of
/// his questions moves to the end, and everything behind it would move up by one, past him.
pub(super) fn link(headers: &mut HeaderMap, query: &SearchQuery, part: Part, at: impl Fn(&SearchQuery) -> String) {
    let links = if query.follows_changes() {
        let next = part.next.map(|reached| SearchQuery { page: 1, changed_after: Some(reached), ..query.clone() });
        next.and_then(|next| HeaderValue::try_from(format!("<{}>; rel=\"next\"", at(&next))).ok())
    } else {
        links(query.page, part.pages(query), |page| at(&SearchQuery { page, ..query.clone() }))
    };
    if let Some(links) = links {
        headers.insert(header::LINK, links);
    }
}

/// The relations of `page` among the pages 1 to `last`; `at` is the address of one.
fn links(page: usize, last: usize, at: impl Fn(usize) -> String) -> Option<HeaderValue> {
    let relations = [
        ("first", Some(1)),
        ("prev", (page > 1).then(|| (page - 1).min(last))),
        ("next", (page < last).then(|| page + 1)),
        ("last", Some(last)),
    ];
    let links: Vec<String> =
        relations.iter().filter_map(|(rel, page)| page.map(|page| format!("<{}>; rel=\"{rel}\"", at(page)))).collect();
    HeaderValue::try_from(links.join(", ")).ok()
}

#[cfg(test)]
mod tests {
    use super::links;

    fn of(page: usize, last: usize) -> String {
        links(page, last, |page| format!("/l?page={page}")).unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn each_page_names_its_neighbours_and_both_ends() {
        assert_eq!(
            of(2, 3),
            "</l?page=1>; rel=\"first\", </l?page=1>; rel=\"prev\", </l?page=3>; rel=\"next\", </l?page=3>; rel=\"last\""
        );
        assert_eq!(of(1, 1), "</l?page=1>; rel=\"first\", </l?page=1>; rel=\"last\"");
    }

    #[test]
    fn a_page_beyond_the_last_leads_back() {
        assert_eq!(of(9, 3), "</l?page=1>; rel=\"first\", </l?page=3>; rel=\"prev\", </l?page=3>; rel=\"last\"");
    }
}
