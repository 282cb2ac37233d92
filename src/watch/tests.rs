//! Watched searches over a store and an index of their own, with the clock moved from day to day.

use std::path::Path;
use std::sync::Arc;

use mail_parser::MessageParser;
use serde_json::{Value, json};

use super::letter::Writer;
use super::*;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::edition::testing::record;
use crate::i18n::Language;
use crate::mail::{Mailer, Message};
use crate::record::Record;
use crate::search::{Finder, Labels};
use crate::store::{HowOften, SavedSearch, Watch};

const DESK: &str = "desk@example.org";

struct House {
    app: App,
    finder: Finder,
    mailer: Mailer,
    _folder: tempfile::TempDir,
}

impl House {
    /// On a Sunday, with those records.
    async fn open(records: &[Record]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
        config.settings.today = "2026-11-22T09:00:00".to_owned();
        config.settings.staff.mail_to = format!("{DESK}, second@example.org");
        config.settings.public_url = "https://calls.example.org".to_owned();
        let app = App::with_config(config, folder.path()).await.unwrap();
        let labels = Arc::new(Labels::new(&app.sources, &app.lexicon));
        let finder = Finder { store: app.store.clone(), index: Arc::clone(&app.index), labels, stood_at: app.stood_at };
        let house = Self { app, finder, mailer: Mailer::memory(), _folder: folder };
        house.kept(records).await;
        house
    }

    async fn kept(&self, records: &[Record]) {
        self.app.store.import(records, self.app.clock.now()).await.unwrap();
        self.app.index_all().await.unwrap();
    }

    async fn watched(&self, owner: &str, query: &str, how_often: HowOften) -> SavedSearch {
        let now = self.app.clock.now();
        let search = SavedSearch::new(owner, "מים לערים", query, now);
        self.app.store.save_search(&search, now).await.unwrap();
        let begins = begin(&self.finder, query, now).await.unwrap().ok();
        let watch = Watch { how_often, contact: DESK.into(), language: "he".into(), begins };
        self.app.store.watch_search(owner, &search.id, &watch, now).await.unwrap();
        self.app.store.search(&search.id).await.unwrap().unwrap()
    }

    fn go_to(&mut self, moment: &str) {
        self.app.clock = Clock::starting_at(moment).unwrap();
    }

    /// Tells what is due; what left, as text.
    async fn tell(&self) -> Vec<String> {
        let before = self.letters().len();
        tell(&self.app, &self.finder, &self.mailer).await.unwrap();
        self.letters()[before..].iter().map(text).collect()
    }

    fn letters(&self) -> Vec<Message> {
        let Mailer::Memory(kept) = &self.mailer else { panic!("memory stays memory") };
        kept.lock().unwrap().clone()
    }
}

fn text(message: &Message) -> String {
    let parsed = MessageParser::default().parse(&message.bytes).unwrap();
    format!("{}\n{}", parsed.subject().unwrap(), parsed.body_text(0).unwrap())
}

fn water(id: &str, over: Value) -> Record {
    let mut all =
        json!({"title": format!("Water pipes grant {id}"), "deadline": {"kind": "fixed", "stages": [{"date": "2027-03-01"}]}});
    for (name, value) in over.as_object().unwrap() {
        all[name] = value.clone();
    }
    record(id, all)
}

fn until(date: &str) -> Value {
    json!({"deadline": {"kind": "fixed", "stages": [{"date": date}]}})
}

#[tokio::test]
async fn what_was_there_is_no_news_and_a_new_record_is_told_once() {
    let house = House::open(&[water("old", json!({}))]).await;
    house.watched("dana", "q=water", HowOften::AtOnce).await;
    assert!(house.tell().await.is_empty());
    house.kept(&[water("new", json!({})), record("other", json!({"title": "Youth exchange"}))]).await;
    let told = house.tell().await;
    assert_eq!(told.len(), 1);
    let text = &told[0];
    assert!(text.contains("תוצאה אחת חדשה") && text.contains("Water pipes grant new") && text.contains("1.3.2027"), "{text}");
    assert!(
        !text.contains("grant old") && !text.contains("Youth") && text.contains("https://calls.example.org/?q=water"),
        "{text}"
    );
    assert!(house.tell().await.is_empty(), "once");
}

#[tokio::test]
async fn a_change_that_matters_is_told_again_and_another_is_not() {
    let house = House::open(&[water("a", json!({}))]).await;
    house.watched("dana", "q=water", HowOften::AtOnce).await;
    house.kept(&[water("a", json!({"summary": "Now with a longer summary."}))]).await;
    assert!(house.tell().await.is_empty(), "a summary is no date");
    house.kept(&[water("a", until("2027-05-02"))]).await;
    let told = house.tell().await;
    assert!(told[0].contains("השתנה מאז שהודענו") && told[0].contains("2.5.2027"), "{told:?}");
    assert!(house.tell().await.is_empty());
}

#[tokio::test]
async fn a_call_that_is_off_is_told_as_off_and_one_that_moved_from_when_to_when() {
    let moved = |at: &str| {
        let history = json!([{"change": 1, "at": at, "field": "deadline", "old": until("2027-03-01")["deadline"],
            "new": until("2027-05-02")["deadline"], "by": "crawl"}]);
        json!({"deadline": until("2027-05-02")["deadline"], "history": history, "sources": []})
    };
    for (language, off, date) in [
        ("he", ["בוטל", "המפרסם הודיע על ביטול"], "המועד האחרון היה"),
        ("en", ["Withdrawn", "it has been called off by its publisher"], "the deadline was"),
    ] {
        let house = House::open(&[water("off", json!({})), water("moved", json!({}))]).await;
        let search = house.watched("dana", "q=water&status=any", HowOften::AtOnce).await;
        let now = house.app.clock.now();
        let begins = begin(&house.finder, "q=water&status=any", now).await.unwrap().ok();
        let watch = Watch { how_often: HowOften::AtOnce, contact: DESK.into(), language: language.into(), begins };
        house.app.store.watch_search("dana", &search.id, &watch, now).await.unwrap();
        house.kept(&[water("off", json!({"status": "withdrawn", "sources": []}))]).await;
        let text = house.tell().await.remove(0).replace(['\u{2068}', '\u{2069}'], "");
        assert!(off.iter().all(|said| text.contains(said)) && !text.contains("נותרו") && !text.contains("days left"), "{text}");
        let is_empty = |line: &str| line.trim_end().ends_with(':') && !line.contains("://");
        let source = house.app.i18n.of(Language::for_staff(language)).t("notice.label_source", &[]);
        assert!(!text.lines().any(|line| is_empty(line) && line.contains(&source)), "{text}");
        house.kept(&[water("moved", moved("2026-12-01T06:00:00Z"))]).await;
        let text = house.tell().await.remove(0).replace(['\u{2068}', '\u{2069}'], "");
        assert!(text.contains(date) && text.contains("1.3.2027") && text.contains("2.5.2027"), "{text}");
    }
}

#[tokio::test]
async fn what_leaves_the_search_before_its_day_is_told_once() {
    let mut house =
        House::open(&[water("off", json!({})), water("later", until("2026-12-10")), water("over", until("2026-11-24"))]).await;
    house.watched("dana", "q=water", HowOften::AtOnce).await;
    house.watched("amir", "q=water+deadline%3A%3C30d", HowOften::AtOnce).await;
    house.kept(&[water("off", json!({"status": "withdrawn"}))]).await;
    let told = house.tell().await;
    assert!(told.len() == 1 && told[0].contains("grant off") && told[0].contains("השתנה מאז שהודענו"), "{told:?}");
    assert!(house.tell().await.is_empty(), "once");
    house.kept(&[water("off", json!({"status": "withdrawn", "amount": {"max": 5000.0, "currency": "EUR"}}))]).await;
    assert!(house.tell().await.is_empty(), "it has nothing to do with the search any more");
    house.kept(&[water("later", until("2027-06-01"))]).await;
    let told = house.tell().await;
    assert!(
        told.len() == 2 && told.iter().all(|text| text.contains("1.6.2027")),
        "the one that still has it, and the one it left: {told:?}"
    );
    house.go_to("2026-11-26T09:00:00");
    house
        .kept(&[water(
            "over",
            json!({"deadline": until("2026-11-24")["deadline"], "summary": "Thank you for all applications."}),
        )])
        .await;
    assert!(house.tell().await.is_empty(), "it ended by its own deadline");
    house.go_to("2027-05-10T09:00:00");
    assert!(house.tell().await.iter().any(|text| text.contains("grant later")), "it is back in the search");
}

#[tokio::test]
async fn what_only_resembles_the_question_is_not_told() {
    let house = House::open(&[]).await;
    house.watched("dana", "q=water+desalination", HowOften::AtOnce).await;
    house.kept(&[water("pipes", json!({}))]).await;
    assert!(house.tell().await.is_empty());
    house.kept(&[water("salt", json!({"title": "Water desalination prize"}))]).await;
    assert_eq!(house.tell().await.len(), 1);
}

#[tokio::test]
async fn a_relative_question_tells_what_comes_near_though_nobody_changed_it() {
    let mut house = House::open(&[water("far", until("2026-12-25"))]).await;
    house.watched("dana", "q=water+deadline%3A%3C30d", HowOften::AtOnce).await;
    assert!(house.tell().await.is_empty());
    house.go_to("2026-11-29T09:00:00");
    assert!(house.tell().await[0].contains("grant far"));
}

#[tokio::test]
async fn a_daily_search_is_not_told_before_the_next_day_and_a_weekly_one_not_before_its_week() {
    let mut house = House::open(&[]).await;
    house.watched("dana", "q=water", HowOften::Daily).await;
    house.watched("amir", "q=water&sort=newest", HowOften::Weekly).await;
    house.kept(&[water("new", json!({}))]).await;
    house.go_to("2026-11-22T15:00:00");
    assert!(house.tell().await.is_empty(), "the same day");
    house.go_to("2026-11-23T08:00:00");
    assert!(house.tell().await.is_empty(), "before its hour");
    house.go_to("2026-11-23T08:20:00");
    assert_eq!(house.tell().await.len(), 1, "the daily one");
    house.go_to("2026-11-28T20:00:00");
    assert!(house.tell().await.is_empty());
    house.go_to("2026-11-29T07:31:00");
    assert_eq!(house.tell().await.len(), 1, "the weekly one");
    house.go_to("2026-12-06T09:00:00");
    assert!(house.tell().await.is_empty(), "nothing new is no mail");
}

#[tokio::test]
async fn a_crash_between_the_queue_and_the_mark_doubles_nothing() {
    let house = House::open(&[]).await;
    let search = house.watched("dana", "q=water", HowOften::AtOnce).await;
    house.kept(&[water("new", json!({}))]).await;
    let now = house.app.clock.now();
    let Looked::Followed { news, .. } = look(&house.finder, &search, now).await.unwrap() else { panic!("it can be followed") };
    let keys = house.app.store.act_keys_to_sign(now).await.unwrap();
    let mail = Writer::new(&house.app, &search, &keys, now).news(&news).unwrap();
    house.app.store.queue(std::slice::from_ref(&mail), now).await.unwrap();
    assert_eq!(house.tell().await.len(), 1, "what was queued leaves");
    assert!(house.tell().await.is_empty());
    let again = Writer::new(&house.app, &search, &keys, now).news(&news).unwrap();
    assert_eq!((mail.id, mail.message_id), (again.id, again.message_id), "the same news has the same ids");
}

#[tokio::test]
async fn a_search_that_no_longer_reads_is_reported_once_and_stops_no_other() {
    let house = House::open(&[water("old", json!({}))]).await;
    let broken = house.watched("dana", "source=gone-source", HowOften::AtOnce).await;
    house.watched("amir", "q=water", HowOften::AtOnce).await;
    house.kept(&[water("new", json!({}))]).await;
    let told = house.tell().await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().any(|text| text.contains("המעקב נעצר") && text.contains("gone-source")), "{told:?}");
    house.kept(&[water("newer", json!({}))]).await;
    assert_eq!(house.tell().await.len(), 1, "the report is not repeated");
    let kept = house.app.store.search(&broken.id).await.unwrap().unwrap();
    assert!(kept.complaint.contains("gone-source"));
}

#[tokio::test]
async fn whoever_ended_the_mails_gets_none_that_waits_and_a_mailbox_of_others_gets_none_at_all() {
    let mut house = House::open(&[]).await;
    let search = house.watched("dana", "q=water", HowOften::AtOnce).await;
    house.kept(&[water("new", json!({}))]).await;
    house.app.settings.staff.mail_to = "second@example.org".into();
    assert!(house.tell().await.is_empty(), "desk@ is no mailbox of the staff any more");
    house.app.settings.staff.mail_to = DESK.into();
    let now = house.app.clock.now();
    let Looked::Followed { news, .. } = look(&house.finder, &search, now).await.unwrap() else { panic!("it can be followed") };
    let keys = house.app.store.act_keys_to_sign(now).await.unwrap();
    let mail = Writer::new(&house.app, &search, &keys, now).news(&news).unwrap();
    house.app.store.queue(&[mail], now).await.unwrap();
    house.app.store.end_watch(&search.id, now).await.unwrap();
    assert!(house.tell().await.is_empty());
}

#[tokio::test]
async fn a_mail_is_hebrew_from_the_right_bounded_and_says_how_it_ends() {
    let house = House::open(&[]).await;
    house.watched("dana", "q=water", HowOften::AtOnce).await;
    let hostile = water("hostile", json!({"title": "Water <script>alert(1)</script>\u{202E}"}));
    let many: Vec<Record> = (0..11).map(|n| water(&format!("n{n}"), json!({}))).chain([hostile]).collect();
    house.kept(&many).await;
    house.tell().await;
    let letter = house.letters().remove(0);
    let parsed = MessageParser::default().parse(&letter.bytes).unwrap();
    let (html, text) = (parsed.body_html(0).unwrap().into_owned(), parsed.body_text(0).unwrap().into_owned());
    assert!(html.contains("dir=\"rtl\"") && html.contains("/unwatch/") && text.contains("/unwatch/"), "{html}");
    assert_eq!(text.matches("/o/").count(), house.app.settings.digest.full_items);
    assert!(text.contains("ועוד 5 תוצאות חדשות") && !html.contains("<script>") && !html.contains('\u{202E}'), "{text}");
    assert!(parsed.header("List-Unsubscribe").is_some());
    assert_eq!(letter.recipients(), [DESK]);
}

#[tokio::test]
async fn a_mail_speaks_the_language_that_was_chosen_to_its_last_word() {
    let house = House::open(&[water("old", json!({}))]).await;
    let search = house.watched("dana", "q=water", HowOften::AtOnce).await;
    let now = house.app.clock.now();
    let watch = Watch { how_often: HowOften::AtOnce, contact: DESK.into(), language: "en".into(), begins: None };
    house.app.store.watch_search("dana", &search.id, &watch, now).await.unwrap();
    let search = SavedSearch { language: "en".into(), name: "water".into(), ..search };
    house.kept(&[water("new", json!({})), water("old", until("2027-05-02"))]).await;
    let text = house.tell().await.remove(0);
    assert!(text.contains("2 new results") && text.contains("Changed since we told you") && text.contains("&ui=en"), "{text}");
    let keys = house.app.store.act_keys_to_sign(now).await.unwrap();
    let stopped = Writer::new(&house.app, &search, &keys, now).stopped("source: unknown value").unwrap();
    let parsed = MessageParser::default().parse(&stopped.message).unwrap();
    let stopped = format!("{} {}", parsed.subject().unwrap(), parsed.body_text(0).unwrap());
    for said in [&text, &stopped] {
        assert!(!said.contains("notice.") && !said.contains("web.") && !said.contains('{'), "{said}");
        let foreign = said.lines().filter(|line| line.chars().any(|c| ('א'..='ת').contains(&c)));
        assert!(foreign.eq(said.lines().filter(|line| line.contains("מים לערים"))), "{said}");
    }
}
