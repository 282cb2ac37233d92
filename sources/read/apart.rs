//! Different items under one key: four calls whose links lead to one application page, or a guid that was copied with its item.
//! Pure; knows nothing of what is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use url::Url;

use super::address::canonical;
use super::reading::{Found, Reading};

/// The key of an item that shares its own with others: their titles tell them apart, whatever their order.
pub fn key_apart(key: &str, title: &str) -> String {
    format!("{key}#{title}")
}

/// Whether two titles are one, be it that a page shortens it in one place.
pub fn is_same_title(one: &str, other: &str) -> bool {
    let shortened = |title: &str| {
        let cut = title.strip_suffix('…').or_else(|| title.strip_suffix("..."));
        cut.map(|cut| cut.trim_end().to_lowercase()).filter(|cut| !cut.is_empty())
    };
    let begins = |title: &str, cut: Option<String>| cut.is_some_and(|cut| title.to_lowercase().starts_with(&cut));
    one.to_lowercase() == other.to_lowercase() || begins(one, shortened(other)) || begins(other, shortened(one))
}

/// Leaves one of those that are the same, and gives different items keys of their own. What cannot be kept is told.
pub(super) fn tell_apart(reading: &mut Reading) {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, found) in reading.found.iter().enumerate() {
        groups.entry(&found.finding.key).or_default().push(place);
    }
    if groups.len() == reading.found.len() {
        return;
    }
    let labels = labels(&reading.found, &groups);
    // Which are taken, and whether others have their key.
    let mut taken: BTreeMap<usize, bool> = BTreeMap::new();
    let mut left_out = 0;
    for group in groups.values() {
        let telling: Vec<usize> =
            group.iter().copied().filter(|&place| !labels.contains(&title(&reading.found[place]))).collect();
        let telling = if telling.is_empty() { group } else { &telling };
        let mut apart: Vec<usize> = Vec::new();
        for &place in telling {
            let found = &reading.found[place];
            match apart.iter().map(|&place| &reading.found[place]).find(|other| is_same_title(title(found), title(other))) {
                Some(other) => left_out += usize::from(address(found) != address(other)),
                None => apart.push(place),
            }
        }
        let first = &reading.found[apart[0]];
        if first.detail.is_some() && apart.iter().all(|&place| own_page(&reading.found[place]) == own_page(first)) {
            // One page tells of one thing, whatever the links to it are called.
            left_out += apart.len() - 1;
            apart.truncate(1);
        }
        taken.extend(apart.iter().map(|&place| (place, apart.len() > 1)));
    }
    let mut place = 0;
    reading.found.retain_mut(|found| {
        let is_taken = taken.get(&place);
        place += 1;
        if is_taken == Some(&true) {
            let apart = key_apart(&found.finding.key, &found.finding.title);
            found.shared_key = Some(std::mem::replace(&mut found.finding.key, apart));
        }
        is_taken.is_some()
    });
    if left_out > 0 {
        let what = format!("{left_out} share address or key with another item and cannot be told from it; they were left out");
        reading.complain("items", what);
    }
}

fn title(found: &Found) -> &str {
    &found.finding.title
}

fn address(found: &Found) -> Option<String> {
    Url::parse(&found.finding.url).ok().map(|url| canonical(&url))
}

fn own_page(found: &Found) -> Option<String> {
    found.detail.as_ref().map(|request| if request.body.is_none() { canonical(&request.url) } else { request.key() })
}

/// Titles that stand beside another one wherever they do, at several addresses: "Read more" is the name of no item.
fn labels<'a>(found: &'a [Found], groups: &BTreeMap<&str, Vec<usize>>) -> BTreeSet<&'a str> {
    let mut beside: HashMap<&str, (usize, bool)> = HashMap::new();
    for group in groups.values() {
        let titles: BTreeSet<&str> = group.iter().map(|&place| title(&found[place])).collect();
        for &title in &titles {
            let (addresses, always) = beside.entry(title).or_insert((0, true));
            *addresses += 1;
            *always &= titles.len() > 1;
        }
    }
    beside.into_iter().filter(|(_, (addresses, always))| *addresses > 1 && *always).map(|(title, _)| title).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Finding;
    use crate::page::Request;

    /// Items by key, title and address, and whether each has a page of its own.
    fn told_apart(items: &[(&str, &str, &str)], follow: bool) -> (Vec<String>, Vec<String>) {
        let found = items.iter().map(|(key, title, path)| {
            let url: Url = format!("https://towns.example{path}").parse().unwrap();
            let finding =
                Finding { key: (*key).to_owned(), title: (*title).to_owned(), url: url.to_string(), ..Finding::default() };
            Found { finding, detail: follow.then(|| Request::get(url)), ..Found::default() }
        });
        let mut reading = Reading { found: found.collect(), ..Reading::default() };
        tell_apart(&mut reading);
        let keys = reading.found.into_iter().map(|found| found.finding.key).collect();
        (keys, reading.complaints.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn different_calls_with_one_link_are_kept_apart_and_one_call_listed_twice_is_one() {
        let (keys, complaints) = told_apart(
            &[
                ("k", "Culture", "/apply"),
                ("k", "Sport", "/apply"),
                ("k", "culture", "/apply"),
                ("k", "Cul…", "/apply"),
                ("l", "Youth", "/y"),
            ],
            false,
        );
        assert_eq!((keys, complaints), (vec!["k#Culture".to_owned(), "k#Sport".to_owned(), "l".to_owned()], Vec::new()));
    }

    #[test]
    fn a_guid_that_was_copied_does_not_hide_the_other_items() {
        let (keys, complaints) = told_apart(&[("0", "Culture", "/1"), ("0", "Sport", "/2"), ("0", "Sport", "/3")], true);
        assert_eq!(keys, ["0#Culture", "0#Sport"]);
        assert!(complaints[0].contains("1 share"), "the third has nothing of its own but its address: {complaints:?}");
    }

    #[test]
    fn one_page_tells_of_one_thing_and_read_more_is_no_item() {
        let (keys, complaints) = told_apart(&[("k", "Culture", "/a"), ("k", "Sport", "/a"), ("l", "Youth", "/y")], true);
        assert_eq!((keys.len(), complaints.len()), (2, 1), "{complaints:?}");
        let (keys, complaints) = told_apart(
            &[("k", "Culture", "/a"), ("k", "Read more", "/a"), ("l", "Read more", "/y"), ("l", "Youth", "/y")],
            false,
        );
        assert_eq!((keys, complaints), (vec!["k".to_owned(), "l".to_owned()], Vec::new()));
    }
}
