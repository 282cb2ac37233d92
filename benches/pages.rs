//! Pages per second on one core, against `scraper` building its tree and nothing else: what a page costs from bytes to record.
//!
//! `cargo bench -p kolkore-sources --bench pages [FOLDER]`: the `.html` files of a folder, else pages that this program makes.
//! Each stage runs over all pages several times; the best run counts, since the machine may be shared. Only ratios mean anything.
#![expect(clippy::expect_used, reason = "a benchmark that cannot go on may stop")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use chrono::{DateTime, NaiveDate, Utc};
use kolkore_sources::finding::Finding;
use kolkore_sources::lexicon::Lexicon;
use kolkore_sources::normalise::{Context, normalise};
use kolkore_sources::page::{Page, Validators};
use kolkore_sources::read::{article, read_detail};
use kolkore_sources::{Source, roadmap};
use scraper::Html;
use url::Url;

/// Runs of each stage.
const ROUNDS: usize = 5;

/// Pages made when no folder is given.
const MADE: usize = 100;

/// Words of a made page; with its frame it is some forty kilobytes, as a page of a funder's site.
const WORDS: usize = 2_500;

const ROADMAP: &str = r#"
[[source]]
slug = "bench"
name = { he = "מדידה", en = "Benchmark" }
network = "bench"
language = ["en"]
active = true
[source.list]
url = "https://funding.example.org/calls"
item = "a.call"
title = "@href"
link = "@href"
[source.list.detail]
title = "h1"
body = "div.call-body"
"#;

/// The words that made pages are of: what calls are made of, in the order of a drawing that is the same each time.
const VOCABULARY: &str = "the of and to in for municipalities cities local authorities call proposals grant project climate energy \
    culture youth tourism partners budget may apply application deadline funding support public services network European \
    heritage water waste mobility housing health digital innovation partnership exchange training conference programme citizens \
    region council office team results objectives activities costs eligible consortium lead country evaluation criteria award";

fn made(number: usize) -> String {
    let words: Vec<&str> = VOCABULARY.split_whitespace().collect();
    let mut state = number as u64 + 1;
    let mut draw = |from: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % from
    };
    let mut page =
        String::from("<!doctype html><html lang=en><head><meta charset=utf-8><title>Call</title></head><body><nav><ul>");
    for link in 0..60 {
        let _ = write!(page, "<li class=c{link}><a href=\"/section/{link}?from=menu\">{}</a></li>", words[draw(words.len())]);
    }
    let _ =
        write!(page, "</ul></nav><main><h1>Call for proposals {number}: {}</h1><div class=call-body>", words[draw(words.len())]);
    for word in 0..WORDS {
        match word % 80 {
            0 => page.push_str("<p>"),
            40 => page.push_str(". "),
            79 => page.push_str(".</p>\n"),
            _ => {}
        }
        page.push_str(words[draw(words.len())]);
        page.push(' ');
    }
    let (day, month) = (1 + draw(28), 1 + draw(12));
    let _ = write!(
        page,
        "<p>Deadline for applications: {day}.{month}.2027, 17:00 Brussels time. Grants of up to EUR {}.</p>",
        1000 * (1 + draw(500))
    );
    page.push_str("</div></main><footer>Contact</footer></body></html>");
    page
}

fn pages(folder: Option<&str>) -> Vec<String> {
    let Some(folder) = folder else { return (0..MADE).map(made).collect() };
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "html"))
        .collect();
    files.sort();
    files.iter().take(3 * MADE).map(|file| std::fs::read_to_string(file).expect("a page is UTF-8")).collect()
}

/// Pages per second of the best round.
fn best(pages: &[String], mut stage: impl FnMut(&str)) -> f64 {
    let seconds = (0..ROUNDS).map(|_| {
        let started = Instant::now();
        for page in pages {
            stage(page);
        }
        started.elapsed().as_secs_f64()
    });
    pages.len() as f64 / seconds.fold(f64::INFINITY, f64::min)
}

fn source() -> Source {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("bench.toml"), ROADMAP).expect("a file");
    roadmap::load(folder.path()).expect("the roadmap is right").remove(0)
}

fn main() {
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let pages = pages(folder.as_deref());
    let bytes: usize = pages.iter().map(String::len).sum();
    println!("{} pages of {} kB", pages.len(), bytes / pages.len().max(1) / 1000);
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../config");
    let (lexicon, source) = (Lexicon::load(&config).expect("the word lists are right"), source());
    let today = NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day");
    let url = Url::parse("https://funding.example.org/calls/1").expect("an address");
    let page = |body: &str| Page {
        url: url.clone(),
        status: 200,
        content_type: Some("text/html; charset=utf-8".to_owned()),
        body: body.as_bytes().to_vec(),
        validators: Validators::default(),
        moved_to: None,
        reservation: None,
        fetched_at: DateTime::<Utc>::UNIX_EPOCH,
    };
    let item = || Finding {
        source: source.slug.clone(),
        key: "1".to_owned(),
        url: url.to_string(),
        title: String::new(),
        html: None,
        text: None,
        lang: None,
        fields: BTreeMap::new(),
        attachments: Vec::new(),
    };
    let read = |body: &str| read_detail(&source, item(), &page(body)).0;

    let parse = best(&pages, |page| drop(black_box(Html::parse_document(page))));
    let show = |name: &str, speed: f64| println!("{name:32} {speed:7.0} pages/s, {:.2} of scraper's tree alone", speed / parse);
    show("scraper: the tree alone", parse);
    show("read by selectors", best(&pages, |page| drop(black_box(read(page)))));
    show("main text by likeness", best(&pages, |page| drop(black_box(article::article(page, &url)))));
    let findings: Vec<Finding> = pages.iter().map(|page| read(page)).collect();
    let mut of_finding = findings.iter().cycle();
    let normalised = best(&pages, |_| {
        let finding = of_finding.next().expect("a cycle has no end");
        drop(black_box(normalise(finding, &Context::of(&source), &lexicon, today)));
    });
    show("normalise", normalised);
    let whole = best(&pages, |page| drop(black_box(normalise(&read(page), &Context::of(&source), &lexicon, today))));
    show("from bytes to record", whole);
}
