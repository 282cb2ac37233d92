//! What has befallen programs of this kind: one test per public advisory or thread, named after its number in our list of
//! threats. T1 to T3, T5 to T11, T13, T21, T22 and T24 to T29 are here: what concerns fetching, parsing and configuration. The others stand
//! with their rooms: T4 with the resolver (`sources/fetch/tests/rebinding.rs`), T12, T14 to T20, T23 and T30 with pages,
//! letters, logins and the weekly run.
//!
//! Each goes through the real door: the fetcher, or the whole program crawling a web on loopback.

mod addresses;
mod bodies;
mod robots;
mod texts;
mod traps;

use std::time::Duration;

use sources::fetch::{FetchError, FetchSettings, Fetched, Fetcher};
use sources::page::{Page, Request, Validators};

use crate::support::{Stage, text};
use crate::web::{Reply, Web};

/// The largest body that these fetchers take.
const MAX_BODY: usize = 100_000;

/// A fetcher that is polite to nobody, so that tests are quick.
fn settings(web: &Web) -> FetchSettings {
    FetchSettings {
        gateway: Some(web.gateway().clone()),
        min_delay: Duration::ZERO,
        max_body: MAX_BODY,
        total_timeout: Duration::from_secs(20),
        ..FetchSettings::new("0.1.0", "https://association.example/crawler".parse().expect("an address"), "crawler@example.org")
    }
}

/// Fetches one address.
async fn fetch(settings: FetchSettings, url: &str) -> Result<Page, FetchError> {
    let request = Request::get(url.parse().expect("an address"));
    let now = "2026-11-25T12:00:00Z".parse().expect("a moment");
    match Fetcher::new(settings)?.get(&request, &Validators::default(), now).await? {
        Fetched::Page(page) => Ok(page),
        Fetched::NotModified => panic!("not modified, though no validators were sent"),
    }
}

/// The whole program in front of a web, with one source, `towns`, of the given shape.
struct Crawl {
    stage: Stage,
    web: Web,
    _runtime: tokio::runtime::Runtime,
}

impl Crawl {
    fn of(shape: &str, answer: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        Self::over(&entry("towns", shape), answer)
    }

    /// The same with a whole roadmap.
    fn over(roadmap: &str, answer: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
        let web = runtime.block_on(Web::of(answer));
        Self { stage: Stage::over(web.gateway().as_str(), roadmap), web, _runtime: runtime }
    }

    /// One visit to all sources, each told as JSON. The program has to come to an end by itself, whatever it met.
    fn visit(&self) -> Vec<serde_json::Value> {
        let output = self.stage.run(&["crawl", "--json"]);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}: {}", output.status, text(&output.stderr));
        assert!(!text(&output.stderr).contains("panicked"), "{}", text(&output.stderr));
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect()
    }
}

/// A source of the given shape that takes everything for a call.
fn entry(slug: &str, shape: &str) -> String {
    format!(
        "[[source]]\nslug = \"{slug}\"\nname = {{ he = \"ערים\", en = \"Towns\" }}\nnetwork = \"world\"\nlanguage = [\"en\"]\n\
         active = true\ndefaults = {{ only_opportunities = true }}\n{shape}\n"
    )
}

/// The shape of a list whose items are `<li>`, with a page each or without.
const LIST: &str =
    "[source.list]\nurl = \"https://towns.example/\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\nnext = \"a.next\"\n";
const FEED: &str = "[source.feed]\nurl = \"https://towns.example/feed\"\n";

/// A feed of these items, each an `<item>`'s inside.
fn feed(items: &str) -> Reply {
    let items = format!("<rss version=\"2.0\"><channel><title>Calls</title>{items}</channel></rss>");
    crate::web::reply(200, &["Content-Type: application/rss+xml; charset=utf-8"], items)
}
