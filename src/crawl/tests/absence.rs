//! What a source does not list any more, and which visits may say so.

use super::*;

const DATED: &str = "[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\nfields = { deadline = \"time\" }\n";

/// Calls with a deadline of their own, or without that element.
fn calls(numbers: std::ops::RangeInclusive<usize>, deadline: Option<&str>) -> String {
    let time = deadline.map(|day| format!("<time>{day}</time>")).unwrap_or_default();
    let row = |n| format!("<li><a href='/c/{n}'>Call for proposals {n} for municipalities</a>{time}</li>");
    format!("<!doctype html><title>Calls</title><ul>{}</ul>", numbers.map(row).collect::<String>())
}

#[tokio::test]
async fn visits_with_something_wrong_do_not_say_what_is_gone() {
    let stage = Stage::new(DATED).await;
    stage.set("towns.example/calls", 200, &calls(1..=10, Some("2027-03-01")));
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    crawl(&app).await;
    stage.set("towns.example/calls", 200, &calls(1..=7, None));
    for _ in 0..3 {
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.items, run.counts.unlisted), (Outcome::Done, 7, 0));
        assert_ne!(state(&app).await, Health::Ok, "the deadline's selector matches nothing");
    }
    stage.set("towns.example/calls", 200, &calls(1..=7, Some("2027-03-01")));
    assert_eq!(crawl(&app).await.counts.unlisted, 0, "one healthy visit is not enough");
    assert_eq!(crawl(&app).await.counts.unlisted, 3);
}

const EMPTY: &str = "<title>Calls</title><p>There are no open calls at present.</p>";

#[tokio::test]
async fn a_page_that_says_that_there_is_nothing_is_believed_after_two_visits_without_an_alarm() {
    let stage = Stage::new(&format!("{DATED}empty = \"no open calls\"\n")).await;
    stage.set("towns.example/calls", 200, &calls(1..=10, Some("2027-03-01")));
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    stage.set("towns.example/calls", 200, EMPTY);
    for unlisted in [0, 10, 0, 0] {
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.unlisted, run.complaints.len()), (Outcome::Done, unlisted, 0));
        assert_eq!(state(&app).await, Health::Ok);
    }
}

#[tokio::test]
async fn a_list_that_has_really_become_shorter_is_right_once_staff_say_so() {
    let stage = Stage::new(DATED).await;
    stage.set("towns.example/calls", 200, &calls(1..=10, Some("2027-03-01")));
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    for (left, alarming) in [(5, 2), (2, 1)] {
        stage.set("towns.example/calls", 200, &calls(1..=left, Some("2027-03-01")));
        let mut run = crawl(&app).await;
        for _ in 1..alarming {
            run = crawl(&app).await;
        }
        assert_eq!((state(&app).await, run.counts.unlisted), (Health::Degraded, 0), "{left} left");
        assert_eq!(app.store.accept_run("towns", run.id - 1, "dana", app.clock.now()).await.unwrap(), None, "not the last visit");
        let gone = app.store.accept_run("towns", run.id, "dana", app.clock.now()).await.unwrap();
        assert_eq!((gone, state(&app).await), (Some(if left == 5 { 5 } else { 3 }), Health::Ok));
        let run = crawl(&app).await;
        assert_eq!((state(&app).await, run.counts.unlisted), (Health::Ok, 0), "it is what is usual now");
    }
    stage.set("towns.example/calls", 200, &calls(1..=10, Some("2027-03-01")));
    assert_eq!(crawl(&app).await.counts.kept.written, 8, "what is listed again returns");
}

#[tokio::test]
async fn a_document_that_breaks_off_is_told_is_asked_for_in_full_and_takes_nothing_for_gone() {
    let map = "[source.sitemap]\nurl = \"https://towns.example/tagged\"\ninclude = [\"/c/\"]\n";
    let entry = |n| format!("<url><loc>https://towns.example/c/{n}</loc></url>");
    let map_of = (1..=9).map(entry).collect::<String>();
    for (shape, whole, behind) in [
        (DATED.replace("/calls", "/tagged"), calls(1..=9, Some("2027-03-01")), "/c/8"),
        (map.to_owned(), format!("<urlset>{map_of}</urlset>"), "c/8"),
    ] {
        let stage = Stage::new(&shape).await;
        for n in 1..=9 {
            let own = format!("<title>Call</title><h1>Call for towns {n}</h1><p>Municipalities apply by 1 March 2027.</p>");
            stage.set(&format!("towns.example/c/{n}"), 200, &own);
        }
        let app = stage.app("2026-11-22T08:00:00").await;
        stage.set("towns.example/tagged", 200, &whole);
        assert_eq!(crawl(&app).await.counts.kept.items, 9);
        stage.set("towns.example/tagged", 200, &whole[..whole.find(behind).unwrap()]);
        for _ in 0..3 {
            let run = crawl(&app).await;
            assert_eq!((run.counts.kept.items, run.counts.unlisted, run.counts.not_modified), (7, 0, 0), "{shape}");
            assert!(run.complaints.iter().any(|complaint| complaint.detail.contains("breaks off")), "{:?}", run.complaints);
        }
    }
}
