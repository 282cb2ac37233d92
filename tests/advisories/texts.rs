//! Texts and dates that are not what they seem, and sources that forget themselves (T27 to T29).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Crawl, FEED, LIST, feed};
use crate::support::text;
use crate::web::{html, reply};

/// The Trojan Source papers, and every second mailbox: a title that reorders what stands beside it.
#[test]
fn t27_no_title_carries_what_reorders_or_hides_its_neighbours() {
    let titles = ["Call \u{202e}fdp.exe\u{202c}", "\u{2066}Call\u{2069} two", "Call \u{7}three\u{1b}[31m", "\u{feff}Call four"];
    let rows = titles
        .iter()
        .enumerate()
        .map(|(number, title)| format!("<li><a href=\"/{number}\">{title}</a>"))
        .collect::<Vec<_>>()
        .concat();
    let crawl = Crawl::of(LIST, move |_, _| html(&rows));
    crawl.visit();
    let records = crawl.stage.export();
    assert_eq!(records.len(), titles.len());
    for record in records {
        let title = record["title"].as_str().expect("a title");
        let dropped = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        assert!(title.contains("Call") && !title.chars().any(dropped), "{title:?}");
    }
}

/// Header against page against bytes, bytes that are no text, and no word about it.
#[test]
fn t27_a_wrong_a_missing_and_a_broken_charset_are_read() {
    let hebrew = "קול קורא לרשויות המקומיות להגשת הצעות לשנת הפעילות הבאה";
    let (in_1255, ..) = encoding_rs::WINDOWS_1255.encode(hebrew);
    let page = |before: &str, title: &[u8]| [format!("{before}<ul><li><a href=/1>").as_bytes(), title, b"</a></ul>"].concat();
    for (kind, body) in [
        ("text/html; charset=windows-1255", page("<meta charset=utf-8>", &in_1255)),
        ("text/html", page("<meta charset=windows-1255>", &in_1255)),
        ("text/html", page("", &in_1255)),
        ("text/html; charset=no-such", page("<meta charset=utf-8>", hebrew.as_bytes())),
        ("text/html; charset=windows-1255", page("\u{feff}", hebrew.as_bytes())),
    ] {
        let crawl = Crawl::of(LIST, move |_, _| reply(200, &[&format!("Content-Type: {kind}")], &body));
        crawl.visit();
        assert_eq!(crawl.stage.export()[0]["title"], hebrew, "{kind}");
    }
    let crawl = Crawl::of(LIST, |_, _| {
        reply(200, &["Content-Type: text/html; charset=utf-8"], b"<li><a href=/1>Call \xc3\x28 \xff\xfe\0 for towns</a>")
    });
    crawl.visit();
    let title = crawl.stage.export()[0]["title"].as_str().expect("a title").to_owned();
    assert!(title.starts_with("Call ") && title.ends_with("for towns") && !title.contains('\0'), "{title:?}");
}

/// Years beyond every calendar, days that no month has, numbers beyond every clock.
#[test]
fn t28_ten_thousand_impossible_dates_are_read_without_an_accident() {
    let years = ["0000", "-1", "0", "1", "9999", "10000", "275760", "99999999999999999999", "2027"];
    let months = ["00", "02", "13", "99", "Zzz"];
    let days = ["00", "29", "30", "31", "32", "9e18", "٣١", "-5"];
    let forms: [fn(&str, &str, &str) -> String; 4] = [
        |year, month, day| format!("{year}-{month}-{day}"),
        |year, month, day| format!("{day}.{month}.{year}"),
        |year, month, day| format!("{day}/{month}/{year} 25:61:61 +9999"),
        |year, month, day| format!("{year}-{month}-{day}T02:30:00+99:99"),
    ];
    let mut dates = vec![
        "9000000000000000000".to_owned(),
        "29 February 2027".to_owned(),
        "31 April 2027".to_owned(),
        "28 March 2027 02:30 Europe/Brussels".to_owned(),
    ];
    for year in years {
        for month in months {
            for day in days {
                dates.extend(forms.iter().map(|form| form(year, month, day)));
            }
        }
    }
    // Seven places for each of 1,444 dates: in a feed's own fields and in what it tells.
    for chunk in dates.chunks(500) {
        let items = chunk
            .iter()
            .enumerate()
            .map(|(number, date)| {
                format!(
                    "<item><title>Call {date}</title><link>https://towns.example/{number}</link><pubDate>{date}</pubDate>\
                     <description>Deadline: {date}. The conference takes place from {date} to {date}. המועד האחרון: {date}</description></item>"
                )
            })
            .collect::<Vec<_>>().concat();
        let crawl = Crawl::of(FEED, move |_, _| feed(&items));
        crawl.visit();
        for record in crawl.stage.export() {
            for stage in record["deadline"]["stages"].as_array().into_iter().flatten() {
                let date = stage["date"].as_str().expect("a day");
                assert!(date.parse::<chrono::NaiveDate>().is_ok() && date.len() == 10, "{record:#}");
            }
        }
    }
}

/// A page that is suddenly empty closed everything, and a page that flickers was told every week.
#[test]
fn t29_a_page_that_empties_or_flickers_closes_nothing_and_writes_nothing_new() {
    let whole = Arc::new(AtomicBool::new(true));
    let shown = Arc::clone(&whole);
    let crawl = Crawl::of(LIST, move |_, _| {
        let count = if shown.load(Ordering::SeqCst) { 10 } else { 1 };
        let rows = (0..count).map(|n| format!("<li><a href=\"/{n}\">Call {n} for towns</a>")).collect::<Vec<_>>().concat();
        html(&format!("<p>{}</p><ul>{rows}</ul>", "Served in this many ms."))
    });
    crawl.visit();
    let before = crawl.stage.run(&["export"]).stdout;
    for page_is_whole in [false, false, false, true, false, true] {
        whole.store(page_is_whole, Ordering::SeqCst);
        let visits = crawl.visit();
        assert_eq!(visits[0]["counts"]["written"], 0, "{visits:#?}");
    }
    let states = |bytes: &[u8]| -> Vec<String> {
        let lines = text(bytes);
        let records = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a record"));
        records.map(|record| format!("{} {} {}", record["id"], record["status"], record["change"])).collect()
    };
    assert_eq!(states(&crawl.stage.run(&["export"]).stdout), states(&before));
}
