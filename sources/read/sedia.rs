//! The search API of the EU Funding & Tenders Portal: POST, multipart JSON parts, a cursor by date.
//! Knows that interface and the portal's topic details, and nothing of the rest of the portal.

mod budget;
mod codes;
mod cursor;
mod details;
mod record;

use std::collections::BTreeSet;

use serde_json::Value;

use super::reading::{Complaint, Found, Reading, beginning};
use crate::finding::Finding;
use crate::page::{Page, Request};
use crate::source::{Bespoke, Source};
use cursor::Cursor;
use record::Record;

/// The interface shows no more than this of any answer; a filtered one has some 750. More means that it took no notice
/// of the query (unfiltered it reports four million), or of the language (each topic once per translation).
const WINDOW: u64 = 10_000;

pub(super) fn first_request(bespoke: &Bespoke) -> Option<Request> {
    Cursor::start().request(bespoke)
}

pub(super) fn read(source: &Source, bespoke: &Bespoke, request: &Request, page: &Page) -> Reading {
    let Some(cursor) = Cursor::of(request) else {
        return Reading::failure("request", "is none of this engine's: its parts hold no query");
    };
    let answer: Value = match serde_json::from_slice(&page.body) {
        Ok(answer) => answer,
        Err(error) => {
            let begins = beginning(&String::from_utf8_lossy(&page.body));
            return Reading::failure("page", format!("is no JSON ({error}); it begins `{begins}`"));
        }
    };
    let (Some(total), Some(rows)) = (answer["totalResults"].as_u64(), answer["results"].as_array()) else {
        let said = answer["message"].as_str().unwrap_or("nothing of results");
        return Reading::failure("totalResults, results", format!("are missing; it says: {}", beginning(said)));
    };
    if total > WINDOW {
        return Reading::failure("totalResults", format!("is {total}: the query was not heeded"));
    }
    if rows.is_empty() && total > 0 {
        return Reading::failure("results", format!("are none of {total}"));
    }

    let mut reading = Reading { declared_empty: total == 0 && cursor == Cursor::start(), ..Reading::default() };
    let records: Vec<Record> = rows.iter().map(Record::new).collect();
    let step = match cursor.step(&records, total) {
        Ok(step) => step,
        Err(what) => return Reading::failure("es_SortDate", what),
    };
    reading.next = step.next.and_then(|next| next.request(bespoke));

    let described: BTreeSet<&str> = records.iter().filter(|record| !record.is_stub()).filter_map(Record::identifier).collect();
    for (number, record) in records.iter().enumerate() {
        let is_shadow = record.is_stub() && record.identifier().is_some_and(|identifier| described.contains(identifier));
        if !step.whole.contains(&record.sort_date()) || is_shadow || !is_wanted(record, bespoke) {
            continue;
        }
        match record.finding(&source.slug) {
            Ok((finding, fault)) => {
                if let Some(what) = fault {
                    reading.complain(format!("result {}", number + 1), what);
                }
                let detail = details::request(bespoke, record, &finding);
                reading.found.push(Found { finding, detail, complete: true, ..Found::default() });
            }
            Err(what) => reading.unreadable(format!("result {}", number + 1), what),
        }
    }
    reading
}

pub(super) fn read_detail(finding: Finding, page: &Page) -> (Finding, Vec<Complaint>) {
    details::read(finding, page)
}

fn is_wanted(record: &Record, bespoke: &Bespoke) -> bool {
    bespoke.identifier_ends.is_empty()
        || record
            .identifier()
            .is_some_and(|identifier| bespoke.identifier_ends.iter().any(|end| identifier.ends_with(end.as_str())))
}

#[cfg(test)]
mod tests;
