use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;

use super::*;
use crate::complaint::{Complaint, Kind};
use crate::config::Config;
use crate::mail::Mailer;
use crate::store::{Arrival, Outcome};

/// A house with so many list sources, whose visits a test writes down as they would have gone.
struct House {
    folder: tempfile::TempDir,
}

impl House {
    fn with(sources: usize, more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let roadmap = folder.path().join("roadmap");
        std::fs::create_dir(&roadmap).unwrap();
        let list = |n| {
            format!(
                "[[source]]\nslug = \"towns-{n}\"\nname = {{ he = \"ערים {n}\", en = \"Towns {n}\" }}\nnetwork = \"world\"\n\
                 language = [\"en\"]\nactive = true\nfloor = 1\n[source.list]\nurl = \"https://towns-{n}.example/calls\"\nitem = \"li\"\n\
                 title = \"a\"\nlink = \"a\"\n"
            )
        };
        let lists: String = (1..=sources).map(list).collect();
        std::fs::write(roadmap.join("all.toml"), format!("{lists}{more}")).unwrap();
        Self { folder }
    }

    /// All sources are visited by this schedule, and have something new every three days.
    fn scheduled(&mut self, schedule: &str) {
        let roadmap = self.folder.path().join("roadmap/all.toml");
        let text = std::fs::read_to_string(&roadmap).unwrap();
        let more = format!("active = true\nschedule = \"{schedule}\"\ncadence_days = 3\n");
        std::fs::write(roadmap, text.replace("active = true\n", &more)).unwrap();
    }

    /// A new process over the same data.
    async fn open(&self, today: &str) -> Arc<App> {
        let config = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/config"));
        let mut config = Config::load_with_roadmap(config, &self.folder.path().join("roadmap")).unwrap();
        config.settings.today = today.to_owned();
        config.settings.staff.mail_to = "sources@example.org".to_owned();
        config.settings.public_url = "https://calls.example.org".to_owned();
        Arc::new(App::with_config(config, &self.folder.path().join("data")).await.unwrap())
    }
}

async fn close(app: Arc<App>) {
    app.close().await;
}

/// A visit of source `n` that ended so.
async fn visited(app: &App, n: usize, outcome: Outcome) {
    let now = app.clock.now();
    let mut run = app.store.open_run(&format!("towns-{n}"), now).await.unwrap();
    run.outcome = outcome;
    if outcome == Outcome::Done {
        run.counts.kept.items = 5;
    } else {
        run.complaints.push(Complaint::new(Kind::NoConnection, "https://towns.example/calls: no connection could be made"));
    }
    app.store.close_run(run, now).await.unwrap();
}

/// Looks at the sources and tells what there is to tell; the subjects of the mails that left.
async fn told(app: &App) -> Vec<String> {
    let mailer = Mailer::memory();
    take_stock(&Office::of(app), app.clock.now()).await.unwrap();
    let before: Vec<String> = app.store.deliveries(None).await.unwrap().into_iter().map(|row| row.id).collect();
    let tally = send_changes(app, &mailer).await.unwrap();
    let new: Vec<String> = app
        .store
        .deliveries(None)
        .await
        .unwrap()
        .into_iter()
        .filter(|row| !before.contains(&row.id))
        .map(|row| row.subject)
        .collect();
    assert_eq!(tally.sent as usize, new.len());
    new
}

#[tokio::test]
async fn each_change_is_one_mail_and_none_is_told_twice_even_by_another_process() {
    let house = House::with(2, "");
    let app = house.open("2026-11-22T08:00:00").await;
    for n in [1, 2] {
        visited(&app, n, Outcome::Done).await;
    }
    assert!(told(&app).await.is_empty(), "a first look that finds all well is no news");
    visited(&app, 1, Outcome::Failed).await;
    assert_eq!(told(&app).await, ["ערים 1: דורש בדיקה"]);
    visited(&app, 1, Outcome::Failed).await;
    assert!(told(&app).await.is_empty(), "still degraded");
    close(app).await;

    let app = house.open("2026-11-23T08:00:00").await;
    assert!(told(&app).await.is_empty(), "a new process knows what was told");
    visited(&app, 1, Outcome::Failed).await;
    assert_eq!(told(&app).await, ["ערים 1: תקול"]);
    visited(&app, 1, Outcome::Done).await;
    assert_eq!(told(&app).await, ["ערים 1: תקין"]);
    close(app).await;
}

#[tokio::test]
async fn an_outage_of_everything_is_one_mail() {
    let house = House::with(8, "");
    let app = house.open("2026-11-22T08:00:00").await;
    for outcome in [Outcome::Done, Outcome::Failed] {
        for n in 1..=8 {
            visited(&app, n, outcome).await;
        }
        take_stock(&Office::of(&app), app.clock.now()).await.unwrap();
    }
    assert_eq!(told(&app).await, ["8 מקורות שינו מצב"]);
    close(app).await;
}

#[tokio::test]
async fn a_mail_waits_until_the_changes_have_settled_but_not_for_ever() {
    let house = House::with(1, "");
    let app = house.open("2026-11-22T08:00:00").await;
    visited(&app, 1, Outcome::Failed).await;
    let now = app.clock.now();
    let changes = take_stock(&Office::of(&app), now).await.unwrap();
    assert!(!changes.are_settled(now + TimeDelta::minutes(9)) && changes.are_settled(now + TimeDelta::minutes(11)));
    assert!(!Changes::default().are_settled(now));
    close(app).await;
}

#[tokio::test]
async fn a_source_that_moved_is_a_mail_of_its_own_with_both_addresses_once() {
    let house = House::with(1, "");
    let app = house.open("2026-11-22T08:00:00").await;
    let moved = |to: &str| Arrival::Moved { from: "https://towns-1.example/calls".into(), to: to.into() };
    for arrival in [moved("https://new.example/calls"), moved("https://new.example/calls"), moved("https://newer.example/")] {
        let mut run = app.store.open_run("towns-1", app.clock.now()).await.unwrap();
        run.outcome = Outcome::Done;
        run.counts.kept.items = 5;
        run.evidence.arrival = Some(arrival);
        app.store.close_run(run, app.clock.now()).await.unwrap();
        take_stock(&Office::of(&app), app.clock.now()).await.unwrap();
        send_changes(&app, &Mailer::memory()).await.unwrap();
    }
    let mails = app.store.deliveries(None).await.unwrap();
    assert_eq!(mails.len(), 2, "the same move is told once, another move is another mail");
    let standings = crate::crawl::standing::all(&app.store, &app.sources, app.clock.now()).await.unwrap();
    let moved = standings[0].moved.clone().unwrap();
    assert_eq!((moved.from.as_str(), moved.to.as_str()), ("https://towns-1.example/calls", "https://newer.example/"));
    assert_eq!(standings[0].source.shape.address(), Some("https://towns-1.example/calls"), "the roadmap is never rewritten");

    let mut run = app.store.open_run("towns-1", app.clock.now()).await.unwrap();
    run.outcome = Outcome::Done;
    run.counts.kept.items = 5;
    run.evidence.arrival = Some(Arrival::Stayed);
    app.store.close_run(run, app.clock.now()).await.unwrap();
    take_stock(&Office::of(&app), app.clock.now()).await.unwrap();
    assert!(app.store.moves().await.unwrap().is_empty(), "it answers where it used to");
    close(app).await;
}

#[tokio::test]
async fn the_weeks_mail_does_not_call_well_what_nobody_has_visited_nor_blame_it() {
    let mut house = House::with(3, "");
    house.scheduled("0 6 * * *");
    let app = house.open("2026-11-22T08:00:00").await;
    visited(&app, 1, Outcome::Done).await;
    close(app).await;
    for (now, waiting) in
        [("2026-11-23T08:00:00", vec!["towns-2", "towns-3"]), ("2026-12-01T08:00:00", vec!["towns-1", "towns-2", "towns-3"])]
    {
        let app = house.open(now).await;
        take_stock(&Office::of(&app), app.clock.now()).await.unwrap();
        let weekly = Office::of(&app).weekly(app.clock.now()).await.unwrap();
        assert!(!weekly.subject.contains("הכול תקין"), "{}", weekly.subject);
        let named: Vec<&str> =
            ["towns-1", "towns-2", "towns-3"].into_iter().filter(|slug| weekly.text.contains(&format!("#{slug}"))).collect();
        assert_eq!(named, waiting, "{}", weekly.text);
        assert!(weekly.text.contains("מקורות שאיש לא ביקר בהם") && !weekly.text.contains("cadence_days"), "{}", weekly.text);
        assert_eq!(weekly.text.contains("הסורק אינו פועל"), now.starts_with("2026-12"));
        close(app).await;
    }
}

#[tokio::test]
async fn the_weeks_mail_says_what_is_wrong_since_when_what_to_do_and_whom_to_call() {
    let manual = "[[source]]\nslug = \"embassy\"\nname = { he = \"שגרירות\", en = \"Embassy\" }\nnetwork = \"embassy\"\nlanguage = [\"en\"]\n\
                  schedule = \"0 9 * * Mon\"\n[source.manual]\ncontact = \"press@embassy.example\"\n";
    let house = House::with(2, manual);
    let app = house.open("2026-11-22T08:00:00").await;
    visited(&app, 1, Outcome::Failed).await;
    visited(&app, 2, Outcome::Done).await;
    take_stock(&Office::of(&app), app.clock.now()).await.unwrap();
    let weekly = Office::of(&app).weekly(app.clock.now()).await.unwrap();
    insta::assert_snapshot!("weekly", weekly.text);
    assert!(weekly.html.contains("dir=\"rtl\"") && weekly.html.contains("press@embassy.example"), "{}", weekly.html);
    for _ in 0..2 {
        send_weekly(&app, &Mailer::memory()).await.unwrap();
    }
    let mails = app.store.deliveries(Some("2026-W48")).await.unwrap();
    assert_eq!(mails.iter().filter(|mail| mail.subject == weekly.subject).count(), 1, "one a week");
    close(app).await;
}

#[tokio::test]
async fn a_question_to_the_office_is_a_mail_to_staff_once_and_open_until_somebody_answers_it() {
    use crate::act::Purpose;
    let house = House::with(1, "");
    let app = house.open("2026-11-22T08:00:00").await;
    let now = app.clock.now();
    let asks = |act, note: &str| crate::store::Act {
        municipality: "netanya".into(),
        record: "r".into(),
        act,
        note: note.into(),
        delivery: "d".into(),
        contact: String::new(),
        number: 0,
        at: now,
        sum: None,
    };
    for act in [asks(Purpose::AskOffice, "האם אפשר להגיש באנגלית?"), asks(Purpose::Interested, "")] {
        app.store.act(&act, now).await.unwrap();
    }
    let mailer = Mailer::memory();
    assert_eq!(send_questions(&app, &mailer).await.unwrap().sent, 1);
    assert_eq!(send_questions(&app, &mailer).await.unwrap(), crate::edition::Tally::default(), "once");
    let mails = app.store.deliveries(None).await.unwrap();
    assert_eq!((mails.len(), mails[0].subject.as_str()), (1, "נתניה: הרשות שואלת את המינהל"));
    app.store.act(&asks(Purpose::AskOffice, "ובצרפתית?"), now).await.unwrap();
    assert_eq!(send_questions(&app, &mailer).await.unwrap().sent, 1, "something was added");
    assert!(app.store.answer_question("netanya", "r", (Purpose::AskOffice, 0), "dana", now).await.unwrap());
    assert!(app.store.answer_question("netanya", "r", (Purpose::AskOffice, 1), "dana", now).await.unwrap());
    assert!(app.store.open_questions().await.unwrap().is_empty());
    let of_another = crate::store::Act { contact: "b@example.org".into(), ..asks(Purpose::AskOffice, "ובצרפתית?") };
    app.store.act(&of_another, now).await.unwrap();
    assert_eq!(send_questions(&app, &mailer).await.unwrap().sent, 1, "another contact's in the same words");
    assert!(!app.store.answer_question("netanya", "r", (Purpose::AskOffice, 0), "dana", now).await.unwrap(), "it is answered");
    close(app).await;
}
