//! One line of an import: a whole record, or the short form filled up with its defaults.
//! Never judges, merges or renormalises; unknown sources, topics and countries are kept.

mod texts;

use std::io::{self, BufRead};

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use serde_json::{Map, Value};
use sources::finding::short_hash;
use sources::opportunity::{Amount, Deadline, DeadlineKind, Eligibility, Event, Kind, Stage, Status};
use sources::{Attachment, Opportunity};

use crate::clean;
use crate::record::{Change, Record, Review, Sighting, status_kept};

/// Letters of a refused address that are shown: enough to find it in its line.
const SHOWN: usize = 80;

/// The short form, and the members of the whole one: whatever is missing gets its default.
#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    url: Option<String>,
    source: Option<String>,
    lang: Option<String>,
    title: String,
    text: Option<String>,
    summary: Option<String>,
    kind: Option<Kind>,
    #[serde(default)]
    topics: Vec<String>,
    #[serde(default)]
    countries: Vec<String>,
    published: Option<NaiveDate>,
    opens: Option<NaiveDate>,
    #[serde(default)]
    deadline: Value,
    organiser: Option<String>,
    programme: Option<String>,
    status: Option<Status>,
    review: Option<Review>,
    #[serde(default)]
    event: Option<Event>,
    #[serde(default)]
    amount: Option<Amount>,
    #[serde(default)]
    eligibility: Option<Eligibility>,
    #[serde(default)]
    evidence: Map<String, Value>,
    #[serde(default)]
    sources: Option<Vec<Sighting>>,
    #[serde(default)]
    attachments: Vec<Attachment>,
    #[serde(default)]
    history: Vec<Change>,
    #[serde(default)]
    locked: Vec<String>,
}

/// What an import is, for whoever gives it something else.
const WANTED: &str = "an import is JSON Lines in UTF-8, one record in braces on each line, such as {\"title\": \"…\", \"text\": \"…\"}; see README.md";

/// What some editors write before a file in UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The records of a file, each with the number of its line, or what is wrong there. Empty lines are none.
pub fn records(input: impl BufRead, now: DateTime<Utc>) -> impl Iterator<Item = (usize, anyhow::Result<Record>)> {
    (1..).zip(input.lines()).filter_map(move |(n, line)| {
        let line = match line.map_err(unread) {
            Ok(line) => line,
            Err(error) => return Some((n, Err(error))),
        };
        let line = if n == 1 { line.trim_start_matches(BYTE_ORDER_MARK) } else { &line };
        (!line.trim().is_empty()).then(|| (n, read_line(line, now)))
    })
}

/// A line that could not even be had.
fn unread(error: io::Error) -> anyhow::Error {
    if error.kind() == io::ErrorKind::InvalidData {
        return anyhow::anyhow!("this is not UTF-8: save the file as UTF-8 (not as \"Unicode\", which is UTF-16); {WANTED}");
    }
    error.into()
}

/// Reads one line.
///
/// # Errors
/// What does not read, and what it should be.
pub fn read_line(line: &str, now: DateTime<Utc>) -> anyhow::Result<Record> {
    // UTF-16 without a mark is full of them, and JSON has none.
    anyhow::ensure!(!line.contains('\0'), "this line has NUL characters, as UTF-16 has them: save the file as UTF-8; {WANTED}");
    anyhow::ensure!(
        line.trim_start().starts_with('{'),
        "this line does not begin with {{: a table (CSV) or a list in brackets is not read; {WANTED}"
    );
    let line: Line =
        serde_json::from_str(line).context("this line is no record; only `title` and `text` are needed, see README.md")?;
    let url = line.url.unwrap_or_default();
    let seen_at = line.sources.iter().flatten().map(|seen| seen.url.as_str());
    let of_files = line.attachments.iter().filter_map(|file| file.url.as_deref());
    std::iter::once(url.as_str()).chain(seen_at).chain(of_files).try_for_each(only_of_the_web)?;
    let id = line
        .id
        .filter(|id| !id.trim().is_empty())
        .unwrap_or_else(|| short_hash(&[if url.is_empty() { &line.title } else { &url }]));
    let deadline = deadline(line.deadline)?;
    let sources = line.sources.unwrap_or_else(|| {
        line.source.map(|slug| Sighting { slug, url: url.clone(), first_seen: now, last_seen: now }).into_iter().collect()
    });
    let mut opportunity = Opportunity {
        title: line.title,
        summary: line.summary,
        lang: line.lang,
        url,
        kind: line.kind.unwrap_or(Kind::Other),
        status: line.status.unwrap_or(Status::Open),
        deadline,
        event: line.event.unwrap_or_default(),
        amount: line.amount.unwrap_or_default(),
        eligibility: line.eligibility.unwrap_or_default(),
        organiser: line.organiser,
        programme: line.programme,
        topics: line.topics,
        countries: line.countries,
        opens: line.opens,
        published: line.published,
        evidence: serde_json::from_value(Value::Object(line.evidence)).context("evidence")?,
    };
    opportunity.status = status_kept(&opportunity, now);
    let mut record = Record {
        id,
        opportunity,
        text: line.text.unwrap_or_default(),
        sources,
        review: line.review.unwrap_or(Review::Approved),
        attachments: line.attachments,
        history: line.history,
        locked: line.locked,
        changed: 0,
        automatic: false,
        created_at: now,
        changed_at: now,
        original_title: None,
    };
    texts::clean(&mut record);
    Ok(record)
}

/// What a call has for an address where only a mail tells of it: that mail's own id (RFC 2392), which an export brings back.
const OF_A_MAIL: &str = "mid:";

/// Whoever gets the record may follow its addresses: none may be a script, a file or the like.
fn only_of_the_web(address: &str) -> anyhow::Result<()> {
    let is_taken = address.is_empty() || address.starts_with(OF_A_MAIL) || clean::link(address).is_some();
    anyhow::ensure!(
        is_taken,
        "address `{}` is none of the web; write one that begins with https:// or http://, or leave it out",
        clean::cut(&clean::line(address), SHOWN)
    );
    Ok(())
}

/// A date, or the whole object.
fn deadline(value: Value) -> anyhow::Result<Deadline> {
    match value {
        Value::Null => Ok(Deadline::default()),
        Value::String(date) => {
            let date: NaiveDate = date.parse().with_context(|| format!("deadline `{date}` is no date; write 2027-03-15"))?;
            Ok(Deadline {
                kind: DeadlineKind::Fixed,
                stages: vec![Stage { date, time: None, zone: None, label: None, quote: None }],
            })
        }
        whole => serde_json::from_value(whole).context("deadline is neither a date nor {kind, stages}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::status_at;

    fn now() -> DateTime<Utc> {
        "2026-11-25T10:00:00Z".parse().expect("a moment")
    }

    #[test]
    fn title_and_text_are_enough() {
        let record = read_line(r#"{"title":"מענק לנוער","text":"להגיש בקשה"}"#, now()).expect("reads");
        assert_eq!(
            (record.review, record.opportunity.kind, record.opportunity.status),
            (Review::Approved, Kind::Other, Status::Open)
        );
        assert_eq!(record.id, read_line(r#"{"title":"מענק לנוער","text":"אחר"}"#, now()).expect("reads").id);
    }

    #[test]
    fn what_is_closed_by_its_day_alone_is_kept_as_open_and_told_as_closed() {
        let read = |line: &str| {
            let opportunity = read_line(line, now()).expect("reads").opportunity;
            (opportunity.status, status_at(&opportunity, now()))
        };
        let past = (Status::Open, Status::Closed);
        assert_eq!(read(r#"{"title":"t","text":"x","deadline":"2026-11-24"}"#), past);
        assert_eq!(read(r#"{"title":"t","text":"x","deadline":"2026-11-24","status":"closed"}"#), past);
        assert_eq!(read(r#"{"title":"t","text":"x","deadline":"2026-11-25"}"#), (Status::Open, Status::Open));
        let early = r#"{"title":"t","text":"x","deadline":"2026-12-24","status":"closed"}"#;
        assert_eq!(read(early), (Status::Closed, Status::Closed));
    }

    #[test]
    fn a_record_that_was_exported_reads_back_as_it_was() {
        let mut record = read_line(
            r#"{"id":"a","url":"https://x.example/1","source":"s","title":"t","text":"x","deadline":"2027-01-02","topics":["no-such-topic"],"countries":["XX"]}"#,
            now(),
        )
        .expect("reads");
        record.history.push(Change {
            change: 3,
            at: now(),
            field: "deadline".into(),
            old: Value::Null,
            new: Value::from(1),
            by: "crawl".into(),
        });
        let line = serde_json::to_string(&record).expect("serialises");
        assert_eq!(read_line(&line, now()).expect("reads"), record);
    }

    #[test]
    fn an_address_is_one_of_the_web_or_of_a_mail() {
        for refused in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "www.example.org"] {
            let lines = [
                serde_json::json!({"title": "t", "text": "x", "url": refused}),
                serde_json::json!({"title": "t", "text": "x", "attachments": [{"name": "a.pdf", "url": refused, "text": ""}]}),
            ];
            for line in lines {
                let error = format!("{:#}", read_line(&line.to_string(), now()).expect_err("refused"));
                assert!(error.contains(refused) && error.contains("https://"), "{error}");
            }
        }
        for taken in ["https://x.example/1", "HTTP://x.example", "mid:1%40x.example", ""] {
            let line = serde_json::json!({"title": "t", "text": "x", "url": taken});
            assert_eq!(read_line(&line.to_string(), now()).expect("reads").opportunity.url, taken);
        }
    }

    #[test]
    fn a_file_may_begin_with_a_mark_and_one_of_another_kind_is_told_what_is_wanted() {
        let line = r#"{"title":"שלום","text":"x"}"#;
        let marked = format!("\u{feff}\n{line}\r\n\n{line}\n");
        let read: Vec<_> =
            records(marked.as_bytes(), now()).map(|(n, record)| (n, record.expect("reads").opportunity.title)).collect();
        assert_eq!(read, [(2, "שלום".to_owned()), (4, "שלום".to_owned())]);
        assert!(records(format!("\u{feff}{line}").as_bytes(), now()).all(|(_, record)| record.is_ok()));
        let utf16 = |mark: &[u8]| {
            let wide: Vec<u8> = "{\"title\":\"a\"}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
            [mark, &wide].concat()
        };
        for (file, told) in [
            (utf16(&[0xff, 0xfe]), "UTF-16"),
            (utf16(&[]), "UTF-16"),
            ("Title,Text\nCall,Apply\n".as_bytes().to_vec(), "CSV"),
            (format!("[{line}]").into_bytes(), "brackets"),
        ] {
            let (n, first) = records(file.as_slice(), now()).next().expect("a line");
            let error = format!("{:#}", first.expect_err("refused"));
            assert!(n == 1 && error.contains(told) && error.contains("JSON Lines in UTF-8"), "{error}");
        }
    }

    #[test]
    fn what_does_not_read_is_named() {
        let error = format!("{:#}", read_line(r#"{"title":"t","text":"x","deadline":"soon"}"#, now()).expect_err("refused"));
        assert!(error.contains("soon"), "{error}");
        let error = format!("{:#}", read_line(r#"{"text":"x"}"#, now()).expect_err("refused"));
        assert!(error.contains("title"), "{error}");
    }
}
