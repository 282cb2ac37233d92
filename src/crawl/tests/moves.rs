//! Sources that are found elsewhere than the roadmap says: nothing is told twice, and nothing is taken for gone.

use super::*;
use crate::complaint::Kind;

fn list(host: &str) -> String {
    let row = |n| format!("<li><a href='https://{host}/c/{n}'>Call for proposals {n}: apply by 1 March 2027</a></li>");
    format!("<title>Calls</title><ul>{}</ul>", (1..=6).map(row).collect::<String>())
}

#[tokio::test]
async fn a_list_that_moves_to_another_host_keeps_its_records_also_once_the_roadmap_is_corrected() {
    let mut stage = Stage::new(&LIST.replace("calls-{year}", "calls")).await;
    stage.set("towns.example/calls", 200, &list("towns.example"));
    let app = stage.app("2026-11-22T08:00:00").await;
    assert_eq!(crawl(&app).await.counts.kept.new, 6);
    stage.set("towns.example/calls", 301, "https://new.example/en/calls");
    stage.set("new.example/en/calls", 200, &list("new.example"));
    for _ in 0..3 {
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.new, run.counts.unlisted), (Outcome::Done, 0, 0), "{:?}", run.complaints);
        assert!(matches!(&run.complaints[..], [moved] if matches!(moved.kind, Kind::Moved { .. })), "{:?}", run.complaints);
    }
    app.close().await;
    drop(app);
    stage.roadmap = stage.roadmap.replace("https://towns.example/calls", "https://new.example/en/calls");
    let app = stage.app("2026-11-25T08:00:00").await;
    let run = crawl(&app).await;
    assert_eq!((run.counts.kept.new, run.complaints.len(), app.store.count_records().await.unwrap()), (0, 0, 6));
}

#[tokio::test]
async fn a_watched_page_is_one_record_wherever_it_is_found() {
    let call = "<title>Award</title><main><h1>Town award</h1><p>Municipalities may apply until 3 March 2027.</p></main>";
    let stage = Stage::new("[source.page]\nurl = \"https://towns.example/apply\"\n").await;
    stage.set("towns.example/apply", 200, call);
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    for (status, to) in [(302, "/v/1/page"), (302, "/v/2/page"), (301, "/award"), (301, "https://new.example/award")] {
        stage.set("towns.example/apply", status, to);
        let found = to.strip_prefix("https://").map_or_else(|| format!("towns.example{to}"), str::to_owned);
        stage.set(&found, 200, call);
        let run = crawl(&app).await;
        assert_eq!((run.counts.kept.new, run.counts.unlisted), (0, 0), "{to}: {:?}", run.complaints);
    }
    stage.set("towns.example/apply", 302, "/");
    stage.set(
        "towns.example/",
        200,
        "<title>Towns</title><main><h1>Welcome</h1><p>Read all our news here, every day.</p></main>",
    );
    let run = crawl(&app).await;
    assert_eq!((run.outcome, app.store.count_records().await.unwrap()), (Outcome::Failed, 1), "the home page is another page");
    assert!(run.complaints[0].detail.contains("home page"), "{:?}", run.complaints);
}

#[tokio::test]
async fn a_feed_that_is_gone_is_looked_for_on_the_pages_above_it_and_proposed_never_followed() {
    let names =
        |feed: &str| format!("<title>Towns</title><link rel=alternate type='application/rss+xml' href='{feed}'><p>Home</p>");
    for (above, status) in [("towns.example/news/", 404), ("towns.example/", 410)] {
        let stage = Stage::new("[source.feed]\nurl = \"https://towns.example/news/old.xml\"\n").await;
        stage.set("towns.example/news/old.xml", status, "");
        stage.set(above, 200, &names("https://towns.example/news/new.xml"));
        let app = stage.app("2026-11-22T08:00:00").await;
        let run = crawl(&app).await;
        let proposed = Kind::FeedElsewhere { to: "https://towns.example/news/new.xml".to_owned() };
        assert_eq!((run.outcome, run.complaints.len(), &run.complaints[1].kind), (Outcome::Failed, 2, &proposed), "{above}");
        assert!(!stage.asked().iter().any(|asked| asked.contains("new.xml")), "{above}");
        let bench = Bench {
            fetcher: &app.fetcher,
            lexicon: &app.lexicon,
            data: &app.data,
            today: app.clock.today(),
            now: app.clock.now(),
        };
        let trial = try_live(&bench, &app.sources[0]).await;
        assert!(!trial.reached && trial.complaints.iter().any(|told| told.contains("new.xml")), "{:?}", trial.complaints);
    }
    let stage = Stage::new("[source.feed]\nurl = \"https://towns.example/news/old.xml\"\n").await;
    stage.set("towns.example/news/old.xml", 500, "");
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    assert!(!stage.asked().contains(&"/".to_owned()), "what is only broken may be there again tomorrow");
}
