//! A year of letters with the clock moved from day to day, over both clock changes of Israel: each letter on its day, at its hour, and no item
//! told as news twice.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, Timelike as _, Weekday};
use mail_parser::MessageParser;
use serde_json::json;

use crate::app::App;
use crate::clock::{Clock, HOME};
use crate::config::Config;
use crate::edition::schedule::send_if_due;
use crate::edition::testing::record;
use crate::record::Record;

/// The clocks go forward on 26 March 2027 and back on 31 October, a Sunday.
const FIRST_DAY: (i32, u32, u32) = (2026, 11, 20);

/// The second day of Rosh Hashana is a Sunday: that week's letter leaves on Monday.
const MOVED: ((i32, u32, u32), (i32, u32, u32)) = ((2027, 10, 3), (2027, 10, 4));

const DAYS: u64 = 365;

/// A call that came on `day` and is open for two months.
fn call(number: u64, day: NaiveDate) -> Record {
    let deadline = (day + Days::new(60)).to_string();
    record(
        &format!("call-{number}"),
        json!({
            "title": format!("Grants for youth work of municipalities in Israel, round {number}."), "topics": ["youth"],
            "summary": "Local authorities in Israel may apply for youth clubs.", "url": format!("https://calls.example.org/{number}"),
            "organiser": format!("Foundation {number}"),
            "deadline": {"kind": "fixed", "stages": [{"date": deadline, "time": null, "zone": null, "label": null, "quote": deadline}]},
            "sources": [{"slug": format!("source-{number}"), "url": "https://one.example/",
                "first_seen": format!("{day}T03:00:00Z"), "last_seen": format!("{day}T03:00:00Z")}]
        }),
    )
}

async fn open(folder: &Path) -> App {
    let mut config = Config::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
    let slugs = ["netanya", "haifa"];
    config.municipalities.retain(|one| slugs.contains(&one.slug.as_str()));
    config.settings.today = "2026-11-19T08:00:00".to_owned();
    config.settings.digest.schedule = "0 8 * * Sun".to_owned();
    config.settings.digest.notices = String::new();
    let app = App::with_config(config, folder).await.unwrap();
    for slug in slugs {
        let profile = json!({"topics": {"youth": 3}, "contacts": [{"email": format!("desk@{slug}.example.org")}]});
        app.store.set_profile(slug, &profile, app.clock.now()).await.unwrap();
    }
    app
}

/// One letter.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Sent {
    /// In Israel.
    at: NaiveDateTime,
    /// What it told as news.
    news: Vec<String>,
    /// What it told as closing soon.
    closing: Vec<String>,
    /// What it told in any way.
    told: Vec<String>,
}

/// The letters in the outbox, of each mailbox.
fn outbox(folder: &Path) -> BTreeMap<String, Vec<Sent>> {
    let mut letters: BTreeMap<String, Vec<Sent>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder.join("outbox")).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_file() {
            continue;
        }
        let bytes = std::fs::read(path).unwrap();
        let letter = MessageParser::default().parse(&bytes).unwrap();
        let to = letter.to().unwrap().first().unwrap().address().unwrap().to_owned();
        let at = DateTime::from_timestamp(letter.date().unwrap().to_timestamp(), 0).unwrap().with_timezone(&HOME).naive_local();
        let text = letter.body_text(0).unwrap().into_owned();
        let rounds = |text: &str| -> Vec<String> {
            text.split("round ").skip(1).filter_map(|rest| rest.split('.').next()).map(str::to_owned).collect()
        };
        let section = |heading: &str| text.split("== ").find(|section| section.starts_with(heading)).unwrap_or_default();
        let (news, closing) = (rounds(section("חדש בשבילכם")), rounds(section("נסגר בקרוב")));
        letters.entry(to).or_default().push(Sent { at, news, closing, told: rounds(&text) });
    }
    letters
}

#[tokio::test]
async fn for_a_year_each_letter_leaves_on_sunday_at_eight_unless_that_is_a_feast_and_no_item_is_news_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Arc::new(open(folder.path()).await);
    let first = NaiveDate::from_ymd_opt(FIRST_DAY.0, FIRST_DAY.1, FIRST_DAY.2).unwrap();
    let (mut sundays, mut calls) = (Vec::new(), 0);
    for number in 0..DAYS {
        let day = first + Days::new(number);
        if number % 5 == 0 {
            app.store.import(&[call(number, day)], app.clock.now()).await.unwrap();
            calls += 1;
        }
        if day.weekday() == Weekday::Sun {
            let is_moved = NaiveDate::from_ymd_opt(MOVED.0.0, MOVED.0.1, MOVED.0.2) == Some(day);
            let monday = NaiveDate::from_ymd_opt(MOVED.1.0, MOVED.1.1, MOVED.1.2).unwrap();
            sundays.push(if is_moved { monday } else { day });
        }
        for time in ["07:59:00", "08:00:05", "20:00:00"] {
            Arc::get_mut(&mut app).expect("nothing else holds it").clock = Clock::starting_at(&format!("{day}T{time}")).unwrap();
            send_if_due(&app).await.unwrap();
        }
    }
    let letters = outbox(folder.path());
    assert_eq!(letters.len(), 2);
    for (to, mut letters) in letters {
        letters.sort();
        let days: Vec<NaiveDate> = letters.iter().map(|letter| letter.at.date()).collect();
        assert_eq!(days, sundays, "{to}");
        assert!(letters.iter().all(|letter| (letter.at.hour(), letter.at.minute()) == (8, 0)), "{to}: {letters:?}");
        let mut told: Vec<&String> = letters.iter().flat_map(|letter| &letter.news).collect();
        let all = told.len();
        told.sort();
        told.dedup();
        assert_eq!(told.len(), all, "{to}: something was news twice");
        // Once as news and once as closing soon, and in no third letter.
        let twice = |told: Vec<&String>| {
            let mut times: BTreeMap<&String, u32> = BTreeMap::new();
            for round in told {
                *times.entry(round).or_default() += 1;
            }
            times.into_values().max().unwrap_or_default()
        };
        assert_eq!(twice(letters.iter().flat_map(|letter| &letter.closing).collect()), 1, "{to}: closing soon is said once");
        assert!(twice(letters.iter().flat_map(|letter| &letter.told).collect()) <= 2, "{to}");
        // What came after the last Sunday was not told yet.
        assert!(calls - all <= 2, "{to}: {all} of {calls} calls were told");
    }
    app.close().await;
}
