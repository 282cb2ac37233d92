//! Visits over a small web on loopback: what one visit leaves for the next.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};

use super::health::{Health, Known, VISITS, judge};
use super::*;
use crate::config::Config;
use crate::store::{Outcome, Reviews};

mod absence;

mod lists;
mod moves;
mod own_pages;
mod patience;
mod planning;
mod watched;
mod years;

/// What a test has set, and what was asked for.
#[derive(Default)]
struct Web {
    pages: BTreeMap<String, (u16, String)>,
    asked: Vec<String>,
}

type Pages = Arc<Mutex<Web>>;

/// A web whose pages a test sets, and a kolkore in front of it.
struct Stage {
    folder: tempfile::TempDir,
    pages: Pages,
    gateway: String,
    roadmap: String,
    min_delay_ms: u64,
}

/// Pages under `/tagged` have an `ETag`, and are not sent to who has them.
async fn answer(State(pages): State<Pages>, uri: Uri, headers: HeaderMap) -> Response {
    let asked = uri.path_and_query().map_or("", |asked| asked.as_str()).trim_start_matches("/https/").to_owned();
    let page = {
        let mut web = pages.lock().unwrap();
        web.asked.push(asked.clone());
        web.pages.get(&asked).cloned()
    };
    match page {
        Some((status @ (429 | 503), body)) => {
            let patience = if body.is_empty() { "7200".to_owned() } else { body };
            (StatusCode::from_u16(status).unwrap(), [(header::RETRY_AFTER, patience)]).into_response()
        }
        Some((status @ (301 | 302), to)) => (StatusCode::from_u16(status).unwrap(), [(header::LOCATION, to)]).into_response(),
        Some((200, body)) if asked.contains("/tagged") => {
            let tag = format!("\"{}\"", sources::page::bytes_hash(body.as_bytes()));
            if headers.get(header::IF_NONE_MATCH).is_some_and(|known| *known == tag) {
                return StatusCode::NOT_MODIFIED.into_response();
            }
            ([(header::CONTENT_TYPE, "text/html".to_owned()), (header::ETAG, tag)], body).into_response()
        }
        Some((status, body)) => {
            (StatusCode::from_u16(status).unwrap(), [(header::CONTENT_TYPE, "text/html")], body).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Stage {
    async fn new(shape: &str) -> Self {
        let pages = Pages::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let gateway = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(answer).with_state(Arc::clone(&pages));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let roadmap = format!(
            "[[source]]\nslug = \"towns\"\nname = {{ he = \"ערים\", en = \"Towns\" }}\nnetwork = \"world\"\nlanguage = [\"en\"]\n\
             active = true\nfloor = 1\ndefaults = {{ only_opportunities = true }}\n{shape}"
        );
        Self { folder: tempfile::tempdir().unwrap(), pages, gateway, roadmap, min_delay_ms: 0 }
    }

    fn set(&self, address: &str, status: u16, body: &str) {
        self.pages.lock().unwrap().pages.insert(address.to_owned(), (status, body.to_owned()));
    }

    /// Which pages were asked for since this was last called, without the host.
    fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut self.pages.lock().unwrap().asked);
        asked.retain(|address| !address.ends_with("/tdmrep.json"));
        asked.iter().map(|address| address.trim_start_matches("towns.example").to_owned()).collect()
    }

    /// A new process over the same data.
    async fn app(&self, today: &str) -> Arc<App> {
        let roadmap = self.folder.path().join("roadmap");
        std::fs::create_dir_all(&roadmap).unwrap();
        std::fs::write(roadmap.join("test.toml"), &self.roadmap).unwrap();
        let config = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/config"));
        let mut config = Config::load_with_roadmap(config, &roadmap).unwrap();
        config.settings.fetch.gateway.clone_from(&self.gateway);
        config.settings.fetch.min_delay_ms = self.min_delay_ms;
        config.settings.today = today.to_owned();
        Arc::new(App::with_config(config, &self.folder.path().join("data")).await.unwrap())
    }
}

async fn crawl(app: &Arc<App>) -> CrawlRun {
    let sources = app.sources.iter().cloned().collect();
    visit_all(app, sources, |_| {}).await.remove(0).1.unwrap()
}

async fn state(app: &Arc<App>) -> Health {
    let visits = app.store.runs("towns", VISITS).await.unwrap();
    let last_new = app.store.last_new("towns").await.unwrap();
    let known = Known { visits: &visits, last_new, reviews: Reviews::default() };
    judge(&app.sources[0], known, app.clock.now()).state
}

const LIST: &str = "[source.list]\nurl = \"https://towns.example/calls-{year}\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\n";

fn items(count: usize, class: &str) -> String {
    let row = |n| format!("<{class}><a href='/c/{n}'>Call for proposals {n}: apply by 1 March 2027</a></{class}>");
    let rows: Vec<String> = (1..=count).map(row).collect();
    format!("<!doctype html><title>Calls</title><h1>Calls</h1><ul>{}</ul>", rows.concat())
}

#[tokio::test]
async fn next_years_page_may_not_be_there_yet_but_one_has_to_be() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    let app = stage.app("2026-11-22T08:00:00").await;
    let run = crawl(&app).await;
    assert_eq!((run.outcome, run.counts.kept.items, run.complaints.as_slice()), (Outcome::Done, 3, [].as_slice()));
    stage.set("towns.example/calls-2026", 404, "");
    let run = crawl(&app).await;
    assert_eq!(run.outcome, Outcome::Failed);
    assert!(run.complaints[0].detail.contains("calls-2026"), "{:?}", run.complaints);
}

#[tokio::test]
async fn over_the_turn_of_the_year_nothing_is_lost_and_no_alarm_is_raised() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    let calm = |run: &CrawlRun| (run.outcome, run.counts.kept.items, run.counts.unlisted, run.complaints.len());
    for (now, found) in
        [("2026-12-31T23:00:00", 3), ("2027-01-01T00:30:00", 3), ("2027-01-20T08:00:00", 6), ("2027-01-31T08:00:00", 3)]
    {
        // The new year's page begins late, and the old one is put away at the end of January.
        if now.starts_with("2027-01-20") {
            stage.set("towns.example/calls-2027", 200, &items(6, "li"));
        }
        if now.starts_with("2027-01-31") {
            stage.set("towns.example/calls-2026", 200, "<title>404 | Page not found</title><p>Gone.</p>");
            stage.set("towns.example/calls-2027", 200, &items(3, "li"));
        }
        let app = stage.app(now).await;
        assert_eq!(calm(&crawl(&app).await), (Outcome::Done, found, 0, 0), "{now}");
        app.close().await;
    }
    stage.set("towns.example/calls-2027", 404, "");
    let app = stage.app("2027-02-01T08:00:00").await;
    let run = crawl(&app).await;
    assert_eq!(run.outcome, Outcome::Failed, "in February this year's page has to be there");
    assert_eq!(app.store.count_records().await.unwrap(), 6, "nothing is closed for it");
}

#[tokio::test]
async fn a_redesign_degrades_then_breaks_and_closes_nothing() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    stage.set("towns.example/calls-2026", 200, &items(3, "section"));
    let mut states = Vec::new();
    for _ in 0..3 {
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.unlisted), (Outcome::Failed, 0));
        states.push(state(&app).await);
    }
    assert_eq!(states, [Health::Degraded, Health::Degraded, Health::Broken]);
    assert_eq!(app.store.count_records().await.unwrap(), 3);
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    crawl(&app).await;
    assert_eq!(state(&app).await, Health::Ok);
}

#[tokio::test]
async fn a_list_whose_items_match_nothing_is_degraded_at_once_even_without_a_floor() {
    let mut stage = Stage::new(&format!("{LIST}empty = \"nothing at present\"\n")).await;
    stage.roadmap = stage.roadmap.replace("floor = 1", "floor = 0");
    let app = stage.app("2026-11-22T08:00:00").await;
    let mut seen = Vec::new();
    for body in [items(3, "section"), "<h1>Calls</h1><p>There is nothing at present.</p>".to_owned(), items(3, "section")] {
        stage.set("towns.example/calls-2026", 200, &body);
        crawl(&app).await;
        seen.push(state(&app).await);
    }
    assert_eq!(seen, [Health::Degraded, Health::Ok, Health::Degraded]);
}

#[tokio::test]
async fn a_site_that_refuses_us_is_blocked() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 403, "");
    let app = stage.app("2026-11-22T08:00:00").await;
    assert!(crawl(&app).await.evidence.blocked);
    assert_eq!(state(&app).await, Health::Blocked);
}

#[tokio::test]
async fn a_feeds_older_pages_are_read_while_they_bring_something_new_and_what_it_drops_stays() {
    let stage = Stage::new("[source.feed]\nurl = \"https://towns.example/feed?paged={page}\"\n").await;
    let feed = |from: usize| {
        let item =
            |n| format!("<item><title>Call {n}: apply by 1 March 2027</title><link>https://towns.example/c/{n}</link></item>");
        let rows = [item(from), item(from + 1)].concat();
        format!("<rss version=\"2.0\"><channel><title>T</title>{rows}</channel></rss>")
    };
    stage.set("towns.example/feed?paged=1", 200, &feed(3));
    stage.set("towns.example/feed?paged=2", 200, &feed(1));
    let app = stage.app("2026-11-22T08:00:00").await;
    let run = crawl(&app).await;
    assert_eq!((run.outcome, run.counts.kept.items, run.counts.pages), (Outcome::Done, 4, 2), "the third page is not there");
    for _ in 0..3 {
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.items, run.counts.unlisted), (Outcome::Done, 2, 0), "nothing new on the first");
    }
}

#[tokio::test]
async fn letters_in_the_folder_are_items_once() {
    let stage = Stage::new("[source.mail]\nfolder = \"intake\"\n").await;
    let app = stage.app("2026-11-22T08:00:00").await;
    let run = crawl(&app).await;
    assert!(run.complaints[0].detail.contains("create it"), "{:?}", run.complaints);
    let folder = stage.folder.path().join("data/intake");
    std::fs::create_dir(&folder).unwrap();
    let letter =
        "Message-ID: <1@example.org>\r\nSubject: Call for towns\r\n\r\nApply by 1 March 2027 at https://towns.example/apply.\r\n";
    std::fs::write(folder.join("1.eml"), letter).unwrap();
    let counts = crawl(&app).await.counts.kept;
    assert_eq!((counts.new, counts.opportunities), (1, 1));
    let counts = crawl(&app).await.counts.kept;
    assert_eq!((counts.new, counts.unchanged), (0, 1));
    std::fs::write(folder.join("junk.eml"), "\u{0}\u{1}").unwrap();
    for _ in 0..3 {
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.unchanged, state(&app).await), (Outcome::Done, 1, Health::Ok));
        assert!(run.complaints[0].detail.starts_with("junk.eml: "), "a broken letter costs itself: {:?}", run.complaints);
    }
    std::fs::remove_file(folder.join("1.eml")).unwrap();
    assert_eq!(crawl(&app).await.outcome, Outcome::Failed, "no letter could be read");
}

#[tokio::test]
async fn a_source_that_people_ask_is_never_visited_by_a_program() {
    let mut stage = Stage::new("[source.manual]\n").await;
    stage.roadmap = stage.roadmap.replace("floor = 1\n", "floor = 1\nschedule = \"* * * * *\"\n");
    let app = stage.app("2026-11-22T08:00:00").await;
    assert!(schedule::due(&app, None).await.is_empty() && schedule::due(&app, Some("towns")).await.is_empty());
}

#[tokio::test]
async fn a_visit_that_matched_nothing_has_not_read_its_source() {
    let mut stage = Stage::new(
        "[source.json]\nurl = \"https://towns.example/api\"\nitems = \"$.items[*]\"\ntitle = \"$.t\"\nlink = \"$.l\"\n",
    )
    .await;
    stage.roadmap = stage.roadmap.replace("floor = 1", "floor = 0");
    let app = stage.app("2026-11-22T08:00:00").await;
    let mut seen = Vec::new();
    for body in ["{\"items\":[{\"t\":\"Call\",\"l\":\"/c/1\"}]}", "{\"items\":[]}", "{\"results\":[]}"] {
        stage.set("towns.example/api", 200, body);
        let run = crawl(&app).await;
        seen.push((run.has_read(), state(&app).await));
    }
    assert_eq!(seen, [(true, Health::Ok), (true, Health::Ok), (false, Health::Degraded)]);
}

#[tokio::test]
async fn what_a_site_map_lists_and_nothing_of_it_fits_is_a_complaint_even_without_a_floor() {
    let mut stage = Stage::new("[source.sitemap]\nurl = \"https://towns.example/sitemap.xml\"\ninclude = [\"/c/\"]\n").await;
    stage.roadmap = stage.roadmap.replace("floor = 1", "floor = 0");
    stage.set("towns.example/sitemap.xml", 200, "<urlset><url><loc>https://towns.example/about</loc></url></urlset>");
    let app = stage.app("2026-11-22T08:00:00").await;
    let run = crawl(&app).await;
    assert_eq!((run.complaints.len(), state(&app).await), (1, Health::Degraded));
}

#[tokio::test]
async fn what_a_site_reserves_is_not_taken_back_by_a_site_that_is_out_of_order() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    let file = "towns.example/.well-known/tdmrep.json";
    stage.set(file, 200, "[{\"location\":\"/\",\"tdm-reservation\":1}]");
    let mut reserved = Vec::new();
    for (day, status) in [("22", 200), ("24", 500), ("26", 404)] {
        if status != 200 {
            stage.set(file, status, "");
        }
        let app = stage.app(&format!("2026-11-{day}T08:00:00")).await;
        crawl(&app).await;
        reserved.push(app.store.reservation("towns").await.unwrap().is_some());
        app.close().await;
    }
    assert_eq!(reserved, [true, true, false]);
}

#[tokio::test]
async fn a_site_maps_page_is_asked_for_again_only_when_the_map_says_that_it_changed() {
    let stage = Stage::new("[source.sitemap]\nurl = \"https://towns.example/sitemap.xml\"\ninclude = [\"/c/\"]\n").await;
    let map = |day: &str| format!("<urlset><url><loc>https://towns.example/c/1</loc><lastmod>{day}</lastmod></url></urlset>");
    stage.set("towns.example/sitemap.xml", 200, &map("2026-11-20"));
    stage.set("towns.example/c/1", 200, "<title>Call</title><h1>Call for towns</h1><p>Apply by 1 March 2027.</p>");
    let app = stage.app("2026-11-22T08:00:00").await;
    assert_eq!(crawl(&app).await.counts.pages, 2);
    let again = crawl(&app).await.counts;
    assert_eq!((again.pages, again.kept.unchanged), (1, 1), "only the map");
    stage.set("towns.example/sitemap.xml", 200, &map("2026-11-23"));
    assert_eq!(crawl(&app).await.counts.pages, 2);
}

#[tokio::test]
async fn validators_are_kept_only_once_a_page_was_read() {
    let stage = Stage::new(&LIST.replace("calls-{year}", "tagged")).await;
    stage.set("towns.example/tagged", 200, &items(3, "section"));
    let app = stage.app("2026-11-22T08:00:00").await;
    for _ in 0..2 {
        let run = crawl(&app).await;
        assert_eq!((run.counts.pages, run.counts.not_modified), (1, 0), "what could not be read is asked for again in full");
    }
    stage.set("towns.example/tagged", 200, &items(3, "li"));
    assert_eq!(crawl(&app).await.counts.kept.new, 3);
    let run = crawl(&app).await;
    assert_eq!((run.counts.pages, run.counts.not_modified, run.counts.kept.unchanged), (0, 1, 3));
    stage.set("towns.example/tagged", 200, &items(4, "li"));
    assert_eq!(crawl(&app).await.counts.kept.new, 1, "the validators are those of the last answer");
}

#[tokio::test]
async fn what_a_visit_found_wrong_is_asked_for_in_full_even_if_it_has_not_changed() {
    let stage = Stage::new("[source.feed]\nurl = \"https://towns.example/tagged\"\n").await;
    let item = |n| {
        format!(
            "<item><title>Call for towns {n}</title><link>/c/{n}</link><description>Apply by 1 March 2027.</description></item>"
        )
    };
    let whole = format!("<rss version=\"2.0\"><channel><title>T</title>{}{}</channel></rss>", item(1), item(2));
    stage.set("towns.example/tagged", 200, &whole);
    let app = stage.app("2026-11-22T08:00:00").await;
    let seen = |run: CrawlRun| (run.counts.pages, run.counts.not_modified, run.counts.kept.items);
    assert_eq!(seen(crawl(&app).await), (1, 0, 2));
    assert_eq!(seen(crawl(&app).await), (0, 1, 2));
    // Broken off in the second item, and, worse, before the first.
    for (length, items) in [(whole.len() - 60, 1), (60, 0)] {
        stage.set("towns.example/tagged", 200, &whole[..length]);
        for _ in 0..2 {
            let run = crawl(&app).await;
            assert_eq!((run.counts.kept.changed, seen(run)), (0, (1, 0, items)));
            assert_eq!(state(&app).await, Health::Degraded);
        }
        if items == 1 {
            stage.set("towns.example/tagged", 200, &whole);
            crawl(&app).await;
            assert_eq!(state(&app).await, Health::Ok);
        }
    }
}
