//! Links from one page of a list to the others (RFC 8288), so that a harvester need not build addresses.

use axum::http::{HeaderMap, HeaderValue, header};

use super::query::{MAX_DEPTH, SearchQuery};

/// Adds `Link` for the list at `path` that has `total` items for `query`.
pub(super) fn link(headers: &mut HeaderMap, path: &str, query: &SearchQuery, total: usize) {
    let last = total.div_ceil(query.page_size).clamp(1, (MAX_DEPTH / query.page_size).max(1));
    let at = |page: usize| format!("{path}{}", SearchQuery { page, ..query.clone() }.href(&[]));
    put(headers, links(query.page, last, at));
}

/// Adds links that were made.
pub(super) fn put(headers: &mut HeaderMap, links: Option<HeaderValue>) {
    if let Some(links) = links {
        headers.insert(header::LINK, links);
    }
}

/// The relations of `page` among the pages 1 to `last`; `at` is the address of one.
pub(super) fn links(page: usize, last: usize, at: impl Fn(usize) -> String) -> Option<HeaderValue> {
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
