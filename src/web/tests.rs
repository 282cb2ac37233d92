//! The handlers over a small store and index of their own, without a socket.

mod access;
mod api;
mod calendar;
mod common_grants;
mod decisions;
mod feeds;
mod harvest;
mod hostile;
mod links;
mod openapi;
mod pages;
mod privacy;
mod reads;
mod searches;
mod staff;
mod suggest;
mod targets;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sources::source::Names;
use tempfile::TempDir;
use tokio::sync::{Mutex, mpsc};
use tower::ServiceExt as _;

use super::{Finder, Labels, WebState, hash_password, router};
use crate::clock::Clock;
use crate::i18n::I18n;
use crate::record::Record;
use crate::settings::Settings;
use crate::store::{Municipality, Role, Store, User};

const TODAY: &str = "2026-11-25T09:00:00";
const PASSWORD: &str = "a long and quiet password";

/// Made once: a hash takes its time on purpose.
static HASH: LazyLock<String> = LazyLock::new(|| hash_password(PASSWORD).unwrap());

const ROADMAP: &str = r#"
[[source]]
slug = "embassy-canada"
name = { he = "שגרירות קנדה", en = "Embassy of Canada" }
network = "embassy"
schedule = "0 6 * * sun"
active = true
language = ["en"]
zone = "Asia/Jerusalem"
[source.feed]
url = "https://embassy.example/feed"

[[source]]
slug = "city-network"
name = { he = "רשת הערים", en = "City network" }
network = "world"
language = ["de"]
zone = "Europe/Berlin"
active = false
[source.feed]
url = "https://cities.example/feed"
"#;

/// Compiled once for all tests.
static LEXICON: LazyLock<Arc<sources::lexicon::Lexicon>> =
    LazyLock::new(|| Arc::new(sources::lexicon::Lexicon::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap()));

/// A served store; the folder goes with it.
pub(super) struct Stage {
    pub(super) router: Router,
    pub(super) store: Store,
    pub(super) asked: mpsc::Receiver<String>,
    pub(super) state: WebState,
    writer: Arc<Mutex<index::Writer>>,
    _folder: TempDir,
}

impl Stage {
    /// With these records, one user (`dana`) and one municipality.
    pub(super) async fn with(records: &[Record]) -> Self {
        Self::with_settings(records, Settings::default()).await
    }

    /// The same under these settings.
    pub(super) async fn with_settings(records: &[Record], settings: Settings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let roadmap = folder.path().join("roadmap");
        std::fs::create_dir(&roadmap).unwrap();
        std::fs::write(roadmap.join("all.toml"), ROADMAP).unwrap();
        let sources = Arc::new(sources::roadmap::load(&roadmap).unwrap());
        let clock = Clock::starting_at(TODAY).unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        store.import(records, clock.now()).await.unwrap();
        let password = HASH.clone();
        store.put_user(&User { name: "dana".into(), role: Role::Editor, password }, clock.now()).await.unwrap();
        store.seed_municipalities(&[municipality()], clock.now()).await.unwrap();
        let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("config");
        let writer = index::Writer::open(&folder.path().join("index")).unwrap();
        let index = Arc::new(writer.index().with_names(crate::document::names(&LEXICON, &I18n::load(&config).unwrap())));
        let writer = Arc::new(Mutex::new(writer));
        crate::indexer::catch_up(&store, &sources, &writer, |_| ()).await.unwrap();
        let (crawl_now, asked) = mpsc::channel(4);
        let labels = Arc::new(Labels::of(&sources, topics(), BTreeMap::new()));
        let names = Arc::new(super::Names::of(&LEXICON, &sources, &I18n::load(&config).unwrap()));
        let state = WebState {
            rules: Arc::new(crate::digest::pick::Rules::load(&config).unwrap()),
            calendars: Arc::new(crate::digest::holidays::Calendars::load(&config).unwrap()),
            targets: Arc::new(crate::targets::Targets::load(&config).unwrap()),
            settings: Arc::new(settings),
            clock,
            store: store.clone(),
            finder: Finder { store: store.clone(), index, labels, stood_at: 0 },
            sources,
            lexicon: Arc::clone(&LEXICON),
            names,
            i18n: Arc::new(I18n::load(&config).unwrap()),
            crawl_now,
            attempts: Arc::default(),
        };
        Self { router: router(state.clone()), store, asked, state, writer, _folder: folder }
    }

    /// Lets the index catch up with what was written since.
    pub(super) async fn catch_up(&self) {
        crate::indexer::catch_up(&self.store, &self.state.sources, &self.writer, |_| ()).await.unwrap();
    }

    /// Keeps what a source tells of one item, as a visit does; returns the finding's id.
    pub(super) async fn told(&self, source: &str, key: &str, title: &str, text: &str) -> String {
        let finding = sources::Finding {
            source: source.into(),
            key: key.into(),
            url: format!("https://{source}.example/{key}"),
            title: title.into(),
            text: Some(text.into()),
            ..sources::Finding::default()
        };
        let of = self.state.sources.iter().find(|known| known.slug == source).unwrap();
        let candidate = crate::candidate::candidate(finding, of, &LEXICON, self.state.clock.today(), None);
        let now = self.state.clock.now();
        self.store.keep(std::slice::from_ref(&candidate), crate::record::Review::New, now).await.unwrap();
        candidate.finding.id()
    }

    pub(super) async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        Answer::of(self.send(Request::get(path).body(Body::empty()).unwrap()).await).await
    }

    /// The cookie of a session of `dana`.
    pub(super) async fn log_in(&self) -> String {
        let answer = Answer::of(self.send(login("dana", PASSWORD)).await).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        answer.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    pub(super) async fn get_as(&self, cookie: &str, path: &str) -> Answer {
        Answer::of(self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await).await
    }

    pub(super) async fn post_as(&self, cookie: &str, path: &str, body: impl Into<String>) -> Answer {
        let request = form(path, "").header(header::COOKIE, cookie).body(Body::from(body.into())).unwrap();
        Answer::of(self.send(request).await).await
    }
}

/// An answer, read to its end.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: axum::http::HeaderMap,
    pub(super) body: String,
}

impl Answer {
    pub(super) async fn of(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 10 << 20).await.unwrap();
        Self { status: parts.status, headers: parts.headers, body: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub(super) fn kind(&self) -> &str {
        self.headers[header::CONTENT_TYPE].to_str().unwrap()
    }
}

/// A form of our own page.
pub(super) fn form(path: &str, _body: &str) -> axum::http::request::Builder {
    Request::post(path)
        .header(header::HOST, "127.0.0.1:8080")
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

pub(super) fn login(name: &str, password: &str) -> Request<Body> {
    let body =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("name", name).append_pair("password", password).finish();
    form("/login", "").body(Body::from(body)).unwrap()
}

fn municipality() -> Municipality {
    Municipality {
        slug: "netanya".into(),
        code: "7400".into(),
        name_he: "נתניה".into(),
        name_en: "Netanya".into(),
        name_ar: String::new(),
        kind: "city".into(),
        district: "המרכז".into(),
        population: 224_066,
        profile: json!({"topics": {"youth": 3}}),
    }
}

fn topics() -> BTreeMap<String, Names> {
    [("youth", "נוער", "Youth"), ("climate", "אקלים", "Climate"), ("transport", "תחבורה", "Transport")]
        .into_iter()
        .map(|(slug, he, en)| (slug.to_owned(), Names { he: he.into(), en: en.into() }))
        .collect()
}

/// A record with `over` laid over an empty one.
pub(crate) fn record(id: &str, over: Value) -> Record {
    let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
    let mut whole = json!({
        "id": id, "title": "Title", "summary": null, "lang": "en", "url": format!("https://calls.example.org/{id}"), "kind": "grant",
        "status": "open", "deadline": {"kind": "unknown", "stages": []},
        "event": {"start": null, "end": null, "place": null, "online": null},
        "amount": {"min": null, "max": null, "total": null, "currency": null, "cofunding_rate": null},
        "eligibility": {"country": unknown, "body": unknown, "place": unknown}, "organiser": null, "programme": null,
        "topics": [], "countries": [], "published": null, "evidence": {}, "text": "", "review": "approved", "history": [], "changed": 1,
        "sources": [{"slug": "embassy-canada", "url": format!("https://embassy.example/{id}"),
            "first_seen": "2026-11-20T06:00:00Z", "last_seen": "2026-11-25T06:00:00Z"}]
    });
    for (name, value) in over.as_object().unwrap() {
        whole[name] = value.clone();
    }
    serde_json::from_value(whole).unwrap()
}

pub(super) fn until(day: &str) -> Value {
    json!({"kind": "fixed", "stages": [{"date": day, "time": null, "zone": null, "label": null, "quote": format!("by {day}")}]})
}

/// What most tests look at: a live Hebrew call, a live English one, a closed one, one that waits for review and one rejected.
pub(super) fn records() -> Vec<Record> {
    let yes = json!({"verdict": "yes", "quote": "municipalities in Israel", "rule": "country.named"});
    let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
    vec![
        record(
            "he-youth",
            json!({
                "title": "קול קורא לחילופי נוער עם ערים תאומות", "lang": "he", "kind": "exchange", "topics": ["youth"], "countries": ["DE"],
                "summary": "משלחות נוער של רשויות מקומיות מוזמנות להגיש בקשה.", "deadline": until("2026-12-01"),
                "amount": {"min": null, "max": 50000.0, "total": null, "currency": "ILS", "cofunding_rate": null},
                "eligibility": {"country": yes, "body": yes, "place": unknown},
                "evidence": {"kind": {"quote": "חילופי נוער", "rule": "kind.exchange"}},
                "history": [{"change": 1, "at": "2026-11-22T06:00:00Z", "field": "deadline", "old": until("2026-11-28"), "new": until("2026-12-01"), "by": "crawl"}]
            }),
        ),
        record(
            "en-climate",
            json!({
                "title": "Urban climate resilience fund", "summary": "Grants for cities that adapt to heat.", "topics": ["climate"],
                "deadline": until("2027-03-15"),
                "amount": {"min": null, "max": 250_000.0, "total": null, "currency": "EUR", "cofunding_rate": 80.0}
            }),
        ),
        record(
            "old",
            json!({"title": "A climate prize of last year", "kind": "competition", "deadline": until("2025-11-01"), "topics": ["climate"]}),
        ),
        record(
            "waiting",
            json!({"title": "Climate training nobody has looked at", "kind": "training", "review": "new", "topics": ["climate"]}),
        ),
        record("rejected", json!({"title": "Climate news that is no call", "review": "rejected", "topics": ["climate"]})),
    ]
}

pub(super) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
