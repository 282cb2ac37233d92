//! What hosts ask for, over several processes.

use super::*;

/// One process: what it asked for, and what its visit came to.
async fn process(stage: &Stage, at: &str) -> (Vec<String>, CrawlRun) {
    let app = stage.app(at).await;
    let run = crawl(&app).await;
    app.close().await;
    (stage.asked(), run)
}

#[tokio::test]
async fn a_hosts_wish_for_patience_outlives_every_process_until_its_time() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 429, "");
    let (asked, run) = process(&stage, "2026-11-22T08:00:00").await;
    assert_eq!((asked.last().map(String::as_str), run.outcome), (Some("/calls-2026"), Outcome::Failed));
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    for at in ["2026-11-22T08:30:00", "2026-11-22T09:00:00", "2026-11-22T09:59:00"] {
        let (asked, run) = process(&stage, at).await;
        assert_eq!((asked, run.counts.pages), (Vec::new(), 0), "{at}");
        let [complaint] = run.complaints.as_slice() else { panic!("{at}: {:?}", run.complaints) };
        assert!(matches!(complaint.kind, complaint::Kind::Later { .. }), "{at}: {complaint}");
    }
    let (asked, run) = process(&stage, "2026-11-22T10:00:30").await;
    assert_eq!((asked, run.outcome), (vec!["/calls-2026".to_owned()], Outcome::Done), "what robots.txt says is kept for a day");
}

#[tokio::test]
async fn robots_txt_is_asked_for_once_a_day_by_however_many_processes() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    let mut asked = Vec::new();
    for at in ["2026-11-22T08:00:00", "2026-11-22T20:00:00", "2026-11-23T09:00:00"] {
        asked.push(process(&stage, at).await.0.contains(&"/robots.txt".to_owned()));
    }
    assert_eq!(asked, [true, false, true]);
}
