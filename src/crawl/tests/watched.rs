//! One page that is watched: what it says anew.

use super::*;
use crate::crawl::standing;

#[tokio::test]
async fn what_a_watched_page_says_anew_is_new_for_its_cadence() {
    let stage = Stage::new("cadence_days = 14\n[source.page]\nurl = \"https://towns.example/fund\"\n").await;
    let page = |day: &str| {
        format!(
            "<title>Fund for towns</title><main><h1>Fund for towns</h1><p>Municipalities may apply by {day}. Grants for parks.</p></main>"
        )
    };
    let mut states = Vec::new();
    for (now, day) in [
        ("2026-11-01T08:00:00", "1 March 2027"),
        ("2026-11-20T08:00:00", "1 March 2027"),
        ("2026-11-21T08:00:00", "1 April 2027"),
        ("2026-12-03T08:00:00", "1 April 2027"),
        ("2026-12-20T08:00:00", "1 April 2027"),
    ] {
        stage.set("towns.example/fund", 200, &page(day));
        let app = stage.app(now).await;
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.items), (Outcome::Done, 1), "{:?}", run.complaints);
        states.push(standing::all(&app.store, &app.sources, app.clock.now()).await.unwrap().remove(0).judgement.state);
        app.close().await;
    }
    assert_eq!(states, [Health::Ok, Health::Quiet, Health::Ok, Health::Ok, Health::Quiet]);
}
