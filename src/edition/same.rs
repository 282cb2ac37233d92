//! One call told by two sources is told once. Nothing is merged here: both records stay; a letter shows the first.
//! Pure: records in, for each the place of the one that is shown for it.

use std::collections::HashMap;

use chrono::NaiveDate;
use sources::opportunity::Status;
use words::tokens;

use crate::record::{Record, Review};

/// A title of fewer words ("Call for proposals 2027") is anybody's.
const LEAST_WORDS: usize = 4;

/// For each record, the place of the record that is shown for it: its own, or an earlier one of other sources with the same deadline and
/// the same title or address. Inside one source nothing is taken for the same: there the source's own key decided already.
pub(super) fn shown_for(records: &[Record]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by(|a, b| records[*a].id.cmp(&records[*b].id));
    let mut first: HashMap<(String, Option<NaiveDate>), usize> = HashMap::new();
    let mut groups: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut shown: Vec<usize> = (0..records.len()).collect();
    for at in order {
        let keys = keys(&records[at]);
        let known = keys.iter().filter_map(|key| first.get(key).copied()).find(|shown| {
            let members = groups.get(shown).map(Vec::as_slice).unwrap_or_default();
            members.iter().all(|member| no_common_source(&records[*member], &records[at]))
        });
        let chosen = known.unwrap_or(at);
        shown[at] = chosen;
        groups.entry(chosen).or_default().push(at);
        for key in keys {
            first.entry(key).or_insert(chosen);
        }
    }
    shown
}

/// For each record that is no more whether another source's live one tells the same call. Where its own source has said nothing of an end, a
/// live one of that source counts as well: it was given another key, or staff rejected the second of two.
pub(super) fn live_elsewhere(gone: &[Record], live: &[Record]) -> Vec<bool> {
    let mut theirs: HashMap<(String, Option<NaiveDate>), Vec<usize>> = HashMap::new();
    for (at, record) in live.iter().enumerate() {
        for key in keys(record) {
            theirs.entry(key).or_default().push(at);
        }
    }
    let is_told = |record: &Record| {
        let is_said = record.review == Review::Approved && record.opportunity.status != Status::Unlisted;
        let twins = keys(record).into_iter().flat_map(|key| theirs.get(&key).cloned().unwrap_or_default());
        twins.into_iter().any(|at| !is_said || no_common_source(&live[at], record))
    };
    gone.iter().map(is_told).collect()
}

fn keys(record: &Record) -> Vec<(String, Option<NaiveDate>)> {
    let opportunity = &record.opportunity;
    let deadline = opportunity.deadline.decisive().map(|stage| stage.date);
    let words: Vec<String> = tokens(&opportunity.title).into_iter().map(|token| token.norm.into_owned()).collect();
    let title = (words.len() >= LEAST_WORDS).then(|| (format!("title {}", words.join(" ")), deadline));
    let address = address(&opportunity.url).map(|address| (format!("address {address}"), deadline));
    title.into_iter().chain(address).collect()
}

/// An address without what differs between two links to one page.
fn address(text: &str) -> Option<String> {
    let url = url::Url::parse(text.trim()).ok()?;
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let path = url.path().trim_end_matches('/');
    // The front page of a site is no call's own address.
    (!path.is_empty() || !query.is_empty()).then(|| format!("{host}{path}{query}"))
}

fn no_common_source(a: &Record, b: &Record) -> bool {
    !a.sources.iter().any(|one| b.sources.iter().any(|other| one.slug == other.slug))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::edition::testing::record;

    fn from(id: &str, source: &str, over: Value) -> Record {
        let mut record = record(id, over);
        record.sources[0].slug = source.to_owned();
        record
    }

    fn until(date: &str) -> Value {
        json!({"kind": "fixed", "stages": [{"date": date}]})
    }

    #[test]
    fn the_same_title_or_address_with_the_same_deadline_from_another_source_is_the_same_call() {
        let records = [
            from(
                "a",
                "one",
                json!({"title": "Green Towns Award for 2027", "url": "https://one.example/1", "deadline": until("2027-03-01")}),
            ),
            from(
                "b",
                "two",
                json!({"title": "Green towns award, for 2027!", "url": "https://two.example/x", "deadline": until("2027-03-01")}),
            ),
            from(
                "c",
                "three",
                json!({"title": "Prix des villes", "url": "http://www.one.example/1/#top", "deadline": until("2027-03-01")}),
            ),
            from(
                "d",
                "four",
                json!({"title": "Green Towns Award for 2027", "url": "https://four.example/", "deadline": until("2027-04-01")}),
            ),
        ];
        assert_eq!(shown_for(&records), [0, 0, 0, 3]);
    }

    #[test]
    fn inside_one_source_and_under_a_title_of_anybody_nothing_is_the_same() {
        let records = [
            from(
                "a",
                "one",
                json!({"title": "Living labs for green towns", "url": "https://one.example/topic", "deadline": until("2027-03-01")}),
            ),
            from(
                "b",
                "one",
                json!({"title": "Living labs for green towns", "url": "https://one.example/topic", "deadline": until("2027-03-01")}),
            ),
            from("c", "two", json!({"title": "Call 2027", "url": "https://two.example/", "deadline": until("2027-03-01")})),
            from("d", "three", json!({"title": "Call 2027", "url": "https://two.example", "deadline": until("2027-03-01")})),
        ];
        assert_eq!(shown_for(&records), [0, 1, 2, 3]);
    }
}
