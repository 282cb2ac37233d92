//! Records with some of the words: when they are let in, and where they stand.

use kolkore_index::{Answer, Document, Facet, Filters, Query, Sort};

use crate::shelf::{Shelf, ids, in_days, query, record};

/// Eleven with both words, of three kinds and states; six with one, that close sooner and changed later.
fn ferries() -> Vec<Document> {
    let kinds = ["grant", "prize", "training"];
    let whole = (0..11).map(|n| Document {
        kind: kinds[n % 3].to_owned(),
        status: if n % 4 == 0 { "closed" } else { "open" }.to_owned(),
        topics: if n % 2 == 0 { vec!["sea".to_owned()] } else { Vec::new() },
        deadlines: vec![in_days(40 + n as i64)],
        change: n as u64 + 1,
        ..record(&format!("whole-{n:02}"), "en", "Harbour ferry", "")
    });
    let part = (0..6).map(|n| Document {
        kind: kinds[n % 3].to_owned(),
        topics: vec!["sea".to_owned()],
        deadlines: vec![in_days(5 + n as i64)],
        change: n as u64 + 12,
        ..record(&format!("part-{n:02}"), "en", "Harbour", "")
    });
    whole.chain(part).collect()
}

fn narrowed(facet: Facet, value: &str) -> Filters {
    let value = vec![value.to_owned()];
    match facet {
        Facet::Kind => Filters { kind: value, ..Filters::default() },
        Facet::Status => Filters { status: Some(value), ..Filters::default() },
        _ => Filters { topic: value, ..Filters::default() },
    }
}

#[test]
fn the_count_beside_a_value_is_what_one_finds_who_chooses_it() {
    let shelf = Shelf::with(&ferries());
    let counted = [Facet::Kind, Facet::Status, Facet::Topic];
    for text in ["harbour ferry", "harbour ferry -zeppelin", "harbour dirigible", "harbour ferry kind:grant"] {
        let answer = shelf.ask(&Query { facets: counted.to_vec(), ..query(text) });
        for facet in counted {
            for count in &answer.facets[facet.name()] {
                let chosen = shelf.ask(&Query { filters: narrowed(facet, &count.value), ..query(text) });
                assert_eq!(chosen.total as u64, count.count, "{text} {facet:?} {}", count.value);
            }
        }
    }
    assert_eq!(shelf.ask(&query("harbour ferry kind:grant")).total, 4);
}

#[test]
fn who_asks_for_what_is_open_is_not_left_with_nothing_because_the_archive_has_the_words() {
    let archive = |document: Document| {
        let is_whole = document.id.starts_with("whole");
        Document { status: if is_whole { "closed".to_owned() } else { document.status.clone() }, ..document }
    };
    let shelf = Shelf::with(&ferries().into_iter().map(archive).collect::<Vec<_>>());
    let open = shelf.ask(&Query { filters: narrowed(Facet::Status, "open"), ..query("harbour ferry") });
    assert_eq!((open.total, open.notices[0].code.as_str()), (6, "partial"));
    assert_eq!(shelf.ask(&query("harbour ferry")).total, 17);
}

#[test]
fn who_follows_the_changes_reads_the_same_in_one_page_as_in_many() {
    let shelf = Shelf::with(&ferries());
    let after = |change, page_size| -> Answer {
        let filters = Filters { changed_after: Some(change), ..Filters::default() };
        shelf.ask(&Query { filters, page_size, ..query("harbour ferry") })
    };
    let at_once = ids(after(0, 100));
    let mut read: Vec<String> = Vec::new();
    loop {
        let page = ids(after(read.len() as u64, 3));
        if page.is_empty() {
            break;
        }
        read.extend(page);
    }
    assert_eq!((at_once.len(), &at_once), (11, &read));
}

#[test]
fn in_any_order_what_has_all_words_comes_first() {
    let shelf = Shelf::with(&ferries());
    for sort in [Sort::Relevance, Sort::Deadline, Sort::Newest] {
        let found = ids(shelf.ask(&Query { sort, ..query("harbour ferry dirigible") }));
        assert_eq!(found.len(), 11, "{sort:?}");
        let few = Filters { kind: vec!["nothing".to_owned()], ..Filters::default() };
        assert_eq!(shelf.ask(&Query { sort, filters: few, ..query("harbour ferry") }).total, 0);
    }
    let shelf = Shelf::with(&ferries()[5..]);
    for (sort, whole, part) in [(Sort::Deadline, "whole-05", "part-00"), (Sort::Newest, "whole-10", "part-05")] {
        let found = ids(shelf.ask(&Query { sort, ..query("harbour ferry") }));
        assert_eq!((found.len(), found[0].as_str(), found[6].as_str()), (12, whole, part));
    }
}
