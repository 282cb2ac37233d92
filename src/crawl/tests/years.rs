//! Lists that a site begins anew each year.

use super::*;

fn of_year(year: u32, count: usize) -> String {
    let row = |n| format!("<li><a href='/{year}/{n}'>Call for proposals {year}/{n}: apply by 15 June 2027</a></li>");
    format!("<!doctype html><title>Calls</title><h1>Calls</h1><ul>{}</ul>", (1..=count).map(row).collect::<String>())
}

#[tokio::test]
async fn a_list_that_begins_anew_with_the_year_is_held_against_itself_alone() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 200, &of_year(2026, 10));
    for (now, this_year) in [
        ("2026-11-30T08:00:00", 0),
        ("2026-12-14T08:00:00", 0),
        ("2027-01-05T08:00:00", 1),
        ("2027-01-20T08:00:00", 2),
        ("2027-02-02T08:00:00", 3),
        ("2027-02-16T08:00:00", 4),
        ("2027-03-02T08:00:00", 5),
        ("2027-03-16T08:00:00", 6),
    ] {
        if this_year > 0 {
            stage.set("towns.example/calls-2027", 200, &of_year(2027, this_year));
        }
        let app = stage.app(now).await;
        let run = crawl(&app).await;
        assert_eq!(
            (run.outcome, run.counts.unlisted, run.complaints.len()),
            (Outcome::Done, 0, 0),
            "{now}: {:?}",
            run.complaints
        );
        assert_eq!(state(&app).await, Health::Ok, "{now}");
        app.close().await;
    }
    stage.set("towns.example/calls-2027", 200, &of_year(2027, 1));
    let app = stage.app("2027-04-02T08:00:00").await;
    crawl(&app).await;
    assert_eq!(state(&app).await, Health::Degraded, "this year's page has lost most of what it had");
    app.close().await;
    drop(app);
    // What this year's page had and lists no more is told as ever.
    stage.set("towns.example/calls-2027", 200, &of_year(2027, 5));
    let mut unlisted = 0;
    for now in ["2027-04-03T08:00:00", "2027-04-04T08:00:00"] {
        let app = stage.app(now).await;
        unlisted += crawl(&app).await.counts.unlisted;
        app.close().await;
    }
    assert_eq!(unlisted, 1);
}
