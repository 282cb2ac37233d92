//! Reminders and urgent notices over a store of its own, with the clock moved from day to day.

use std::sync::Arc;

use serde_json::{Value, json};

use super::*;
use crate::act::Purpose;
use crate::clock::Clock;
use crate::config::Config;
use crate::edition::send_week;
use crate::edition::testing::record;
use crate::mail::Message;
use crate::record::Review;
use crate::store::{Act, Why};

struct House {
    app: Arc<App>,
    mailer: Arc<Mailer>,
    _folder: tempfile::TempDir,
}

impl House {
    /// With one municipality that wants youth calls, and those contacts.
    async fn open(contacts: &Value, records: &[Record]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
        config.settings.today = "2026-11-22T08:15:00".to_owned();
        let app = Arc::new(App::with_config(config, folder.path()).await.unwrap());
        app.store.import(records, app.clock.now()).await.unwrap();
        let profile = json!({"topics": {"youth": 3}, "contacts": contacts});
        app.store.set_profile("netanya", &profile, app.clock.now()).await.unwrap();
        Self { app, mailer: Arc::new(Mailer::memory()), _folder: folder }
    }

    /// Moves the clock, and sends what is due then; the subjects of what left.
    async fn on(&mut self, day: &str) -> Vec<String> {
        self.go_to(day);
        let before = self.letters().len();
        send_notices(&self.app, &self.mailer).await.unwrap();
        self.letters()[before..].iter().map(subject).collect()
    }

    fn go_to(&mut self, day: &str) {
        let app = Arc::get_mut(&mut self.app).expect("nothing else holds it");
        app.clock = Clock::starting_at(&format!("{day}T08:15:00")).unwrap();
    }

    fn letters(&self) -> Vec<Message> {
        let Mailer::Memory(kept) = self.mailer.as_ref() else { panic!("memory stays memory") };
        kept.lock().unwrap().clone()
    }

    async fn said(&self, record: &str, act: Purpose, at: &str) {
        let at = at.parse().unwrap();
        let act = Act {
            municipality: "netanya".into(),
            record: record.into(),
            act,
            note: String::new(),
            sum: None,
            delivery: "d".into(),
            contact: String::new(),
            number: 0,
            at,
        };
        self.app.store.act(&act, at).await.unwrap();
    }
}

fn subject(message: &Message) -> String {
    let parsed = mail_parser::MessageParser::default().parse(&message.bytes).unwrap();
    parsed.subject().unwrap().chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

fn call(id: &str, deadline: &str) -> Record {
    let stage = json!({"date": deadline, "time": null, "zone": null, "label": null, "quote": deadline});
    record(
        id,
        json!({
            "title": format!("Grants for youth work of municipalities in Israel, round {id}"),
            "summary": "Local authorities in Israel may apply for youth clubs.", "kind": "grant", "topics": ["youth"],
            "deadline": {"kind": "fixed", "stages": [stage]},
            "eligibility": {
                "country": {"verdict": "yes", "quote": "authorities in Israel", "rule": "country.named"},
                "body": {"verdict": "yes", "quote": "local authorities", "rule": "body.named"},
                "place": {"verdict": "unknown", "quote": null, "rule": null}
            }
        }),
    )
}

fn contact(frequency: &str) -> Value {
    json!({"email": format!("{frequency}@netanya.example.org"), "name": "מחלקת נוער", "frequency": frequency})
}

#[tokio::test]
async fn a_reminder_leaves_14_and_3_days_before_once_and_a_day_of_rest_is_reminded_of_before_it() {
    // 14 days before 2 January 2027 is Saturday 19 December, 3 days before is Wednesday.
    let mut house = House::open(&json!([contact("weekly")]), &[call("a", "2027-01-02")]).await;
    house.said("a", Purpose::Interested, "2026-11-25T10:00:00Z").await;
    let mut sent = Vec::new();
    for day in [
        "2026-12-16",
        "2026-12-17",
        "2026-12-17",
        "2026-12-18",
        "2026-12-19",
        "2026-12-20",
        "2026-12-29",
        "2026-12-30",
        "2026-12-31",
    ] {
        sent.extend(house.on(day).await.into_iter().map(|subject| format!("{day} {subject}")));
    }
    let title = "Grants for youth work of municipalities in Israel, round a";
    assert_eq!(
        sent,
        [format!("2026-12-17 תזכורת: נותרו 16 ימים · {title}"), format!("2026-12-30 תזכורת: נותרו 3 ימים · {title}")]
    );
}

#[tokio::test]
async fn who_has_applied_gave_it_up_ended_the_letters_or_said_it_only_now_is_not_reminded() {
    let records: Vec<Record> = ["a", "b", "c", "d"].into_iter().map(|id| call(id, "2026-12-27")).collect();
    let mut house = House::open(&json!([contact("weekly")]), &records).await;
    for id in ["a", "b", "d"] {
        house.said(id, Purpose::Interested, "2026-11-25T10:00:00Z").await;
    }
    house.said("a", Purpose::Applied, "2026-11-26T10:00:00Z").await;
    house.said("b", Purpose::NotForUs, "2026-11-26T10:00:00Z").await;
    house.said("c", Purpose::Interested, "2026-12-13T05:00:00Z").await;
    assert_eq!(house.on("2026-12-13").await.len(), 1, "d alone: 14 days before");
    let now = house.app.clock.now();
    house.app.store.suppress("netanya", "weekly@netanya.example.org", Why::Unsubscribed, now).await.unwrap();
    assert!(house.on("2026-12-24").await.is_empty());
}

#[tokio::test]
async fn what_cannot_wait_is_told_at_once_to_who_asked_for_it_and_not_again_by_the_weeks_letter() {
    let near = call("near", "2026-12-03");
    let far = call("far", "2027-04-01");
    let mut house = House::open(&json!([contact("weekly"), contact("urgent")]), &[near, far]).await;
    let saturday = house.on("2026-11-21").await;
    assert!(saturday.is_empty(), "nobody is written to on a day of rest: {saturday:?}");
    let told = house.on("2026-11-22").await;
    assert_eq!(told, ["דחוף: להחליט מיד, להגיש עד 3.12.2026 · Grants for youth work of municipalities in Israel, round near"]);
    assert!(house.on("2026-11-23").await.is_empty(), "once");

    let before = house.letters().len();
    send_week(&house.app, &house.mailer, Week::of(house.app.clock.today()), Some("netanya"), |_, _| {}).await.unwrap();
    let weekly: Vec<_> = house.letters()[before..]
        .iter()
        .map(|letter| {
            let parsed = mail_parser::MessageParser::default().parse(&letter.bytes).unwrap();
            let text = parsed.body_text(0).unwrap().into_owned();
            (letter.recipients()[0].clone(), text.contains("round near"), text.contains("round far"))
        })
        .collect();
    let of = |who: &str| weekly.iter().find(|(to, _, _)| to.starts_with(who)).map(|(_, near, far)| (*near, *far));
    assert_eq!((of("weekly"), of("urgent")), (Some((true, true)), Some((false, true))));
    let year = |day: &str| format!("{day}T00:00:00Z").parse().unwrap();
    let offers = house.app.store.offers(year("2026-01-01"), year("2027-01-01")).await.unwrap();
    assert!(offers.iter().any(|offer| offer.channel == "urgent"), "an urgent notice is an offer: {offers:?}");
}

#[tokio::test]
async fn a_desk_is_told_at_once_only_of_its_own_topics() {
    let desk = |topic: &str| json!({"email": format!("{topic}@netanya.example.org"), "frequency": "urgent", "topics": [topic]});
    let mut house = House::open(&json!([desk("youth"), desk("water")]), &[call("near", "2026-12-03")]).await;
    house.on("2026-11-22").await;
    let told: Vec<String> = house.letters().iter().map(|letter| letter.recipients()[0].clone()).collect();
    assert_eq!(told, ["youth@netanya.example.org"]);
}

#[tokio::test]
async fn a_notice_says_why_it_comes_and_has_the_same_links_as_every_letter() {
    let mut house = House::open(&json!([contact("urgent")]), &[call("near", "2026-12-03")]).await;
    house.on("2026-11-22").await;
    let letter = house.letters().remove(0);
    let parsed = mail_parser::MessageParser::default().parse(&letter.bytes).unwrap();
    let (text, html) = (parsed.body_text(0).unwrap().into_owned(), parsed.body_html(0).unwrap().into_owned());
    assert!(text.contains("הזדמנות דחופה") && text.contains("כפי שביקשתם") && text.contains("למה זה מתאים לכם"), "{text}");
    assert!(!text.contains("נבדק") && html.contains("/act/") && html.contains("/letter/"), "{text}");
    assert!(parsed.header("List-Unsubscribe").is_some());
}

#[tokio::test]
async fn a_reminder_tells_staffs_title_with_the_original_one_and_its_language() {
    let mut house = House::open(&json!([contact("weekly")]), &[call("a", "2027-01-02")]).await;
    let (app, now) = (&house.app, house.app.clock.now());
    let finding = sources::Finding {
        source: app.sources[0].slug.clone(),
        key: "harbours".into(),
        url: "https://calls.example.org/harbours".into(),
        title: "Quiet Harbours grants".into(),
        text: Some("Municipalities in Israel can apply until 2 January 2027 for a grant of up to EUR 20,000.".into()),
        ..sources::Finding::default()
    };
    let found = crate::candidate::candidate(finding, &app.sources[0], &app.lexicon, app.clock.today(), None);
    let id = found.finding.id();
    app.store.keep(std::slice::from_ref(&found), Review::Approved, now).await.unwrap();
    // An imported record has no finding that would know the original; that staff's title is no English is known all the same.
    for (id, title) in [(id.as_str(), "מענקים לנמלים"), ("a", "מענקים לנוער")] {
        app.store.edit(id, "title", json!(title), "dana", now).await.unwrap();
        house.said(id, Purpose::Interested, "2026-11-25T10:00:00Z").await;
    }
    let mut subjects = house.on("2026-12-17").await;
    subjects.sort();
    assert_eq!(subjects, ["תזכורת: נותרו 16 ימים · מענקים לנוער", "תזכורת: נותרו 16 ימים · מענקים לנמלים"]);
    let texts: Vec<String> = house
        .letters()
        .iter()
        .map(|letter| {
            let parsed = mail_parser::MessageParser::default().parse(&letter.bytes).unwrap();
            parsed.body_text(0).unwrap().replace(['\u{2068}', '\u{2069}', '\r'], "")
        })
        .collect();
    assert!(texts.iter().any(|text| text.contains("* מענקים לנמלים\n  Quiet Harbours grants (באנגלית)\n")), "{texts:?}");
    assert!(texts.iter().any(|text| text.contains("* מענקים לנוער\n") && !text.contains("(באנגלית)")), "{texts:?}");
}
