//! Items' own pages that cannot be had or read: what they cost the item, and what the source.

use super::*;

const WITH_PAGES: &str = "[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\n\
                          [source.list.detail]\n";

const CALL: &str = "<html lang=en><title>Call</title><main><h1>Call for towns</h1><p>Municipalities may apply for grants of up to EUR \
                    20,000 until 3 March 2027.</p></main>";

/// A list of ten, each with a page of its own.
async fn ten() -> Stage {
    let stage = Stage::new(WITH_PAGES).await;
    let row = |n| format!("<li><a href='/c/{n}'>Call for proposals {n}</a></li>");
    stage.set("towns.example/calls", 200, &format!("<title>Calls</title><ul>{}</ul>", (1..=10).map(row).collect::<String>()));
    for n in 1..=10 {
        stage.set(&format!("towns.example/c/{n}"), 200, CALL);
    }
    stage
}

/// What is dated of all that is kept.
async fn dated(app: &Arc<App>) -> usize {
    let all = app.store.page_of_records("", 100).await.unwrap();
    all.iter().filter(|record| !record.opportunity.deadline.stages.is_empty()).count()
}

#[tokio::test]
async fn a_page_that_cannot_be_read_leaves_its_record_as_it_was_and_costs_a_complaint() {
    let stage = ten().await;
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    assert_eq!(dated(&app).await, 10);
    for (status, body) in [
        (404, ""),
        (410, ""),
        (403, ""),
        (500, ""),
        (200, ""),
        (200, "<title>Town network | Page not found</title><h1>Page not found</h1>"),
        (200, "<title>Call</title><div id=app></div><script>boot()</script>"),
        (200, "<title>Call</title><meta name=description content='The network of towns'><div id=app></div>"),
        (200, &format!("<main>{}</main>", "<p>x</p>".repeat(300_000))),
    ] {
        stage.set("towns.example/c/3", status, body);
        let run = crawl(&app).await;
        assert_eq!(
            (run.outcome, run.counts.kept.written, dated(&app).await),
            (Outcome::Done, 0, 10),
            "{status}: {:?}",
            run.complaints
        );
        assert!(run.complaints.iter().any(|complaint| complaint.detail.contains("/c/3")), "{status}: {:?}", run.complaints);
        assert_eq!(state(&app).await, Health::Ok, "{status}: one dead link is no fault of the source");
    }
}

#[tokio::test]
async fn a_dead_link_does_not_hide_what_is_gone() {
    let stage = ten().await;
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    stage.set("towns.example/c/3", 404, "");
    let row = |n| format!("<li><a href='/c/{n}'>Call for proposals {n}</a></li>");
    stage.set("towns.example/calls", 200, &format!("<title>Calls</title><ul>{}</ul>", (1..=9).map(row).collect::<String>()));
    let unlisted = [crawl(&app).await.counts.unlisted, crawl(&app).await.counts.unlisted, crawl(&app).await.counts.unlisted];
    assert_eq!((unlisted, state(&app).await), ([0, 1, 0], Health::Ok));
}

#[tokio::test]
async fn where_many_pages_fail_it_is_the_sources_fault_and_nothing_is_emptied() {
    let stage = ten().await;
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    for n in 1..=4 {
        stage.set(&format!("towns.example/c/{n}"), 500, "");
    }
    let run = crawl(&app).await;
    assert_eq!((run.outcome, state(&app).await, dated(&app).await), (Outcome::Partial, Health::Degraded, 10));
    assert!(run.complaints.iter().any(|complaint| complaint.kind == crate::complaint::Kind::OwnPages { lost: 4, all: 10 }));
}

#[tokio::test]
async fn a_site_that_refuses_the_pages_of_its_items_is_blocked() {
    let stage = ten().await;
    for n in 1..=10 {
        stage.set(&format!("towns.example/c/{n}"), 403, "");
    }
    let app = stage.app("2026-11-22T08:00:00").await;
    assert!(crawl(&app).await.evidence.blocked);
    assert_eq!(state(&app).await, Health::Blocked);
}

#[tokio::test]
async fn a_page_that_robots_txt_forbids_later_leaves_its_item_listed() {
    let stage = ten().await;
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    app.close().await;
    drop(app);
    stage.set("towns.example/robots.txt", 200, "User-agent: *\nDisallow: /c/3\n");
    let app = stage.app("2026-11-24T08:00:00").await;
    for _ in 0..3 {
        let run = crawl(&app).await;
        assert_eq!((run.counts.unlisted, run.counts.kept.items, dated(&app).await), (0, 10, 10), "{:?}", run.complaints);
    }
}

#[tokio::test]
async fn a_page_that_says_that_it_is_none_does_not_take_the_place_of_the_call_that_it_was() {
    let stage = Stage::new("[source.page]\nurl = \"https://towns.example/apply\"\n").await;
    stage.set("towns.example/apply", 200, CALL);
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    for title in ["Town network | Page not found", "Service unavailable", "שגיאה 404", "Oops! That page can't be found."] {
        stage.set("towns.example/apply", 200, &format!("<title>{title}</title><h1>{title}</h1><p>Go home.</p>"));
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.written, dated(&app).await), (Outcome::Failed, 0, 1), "{title}");
        assert!(!run.complaints.is_empty(), "{title}");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_complained_of_once() {
    let mut stage = Stage::new(
        "[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\n[source.list.detail]\nbody = \"main\"\n",
    )
    .await;
    stage.roadmap = stage.roadmap.replace("floor = 1\n", "floor = 1\nattachments = 1\n");
    stage.set("towns.example/calls", 200, &items(1, "li"));
    stage.set(
        "towns.example/c/1",
        200,
        "<h1>Call</h1><main>Apply by 1 March 2027: <a href='/form.pdf'>the form (PDF)</a></main>",
    );
    stage.set("towns.example/form.pdf", 200, "%PDF-1.4 broken");
    let app = stage.app("2026-11-22T08:00:00").await;
    let run = crawl(&app).await;
    let [complaint] = run.complaints.as_slice() else { panic!("{:?}", run.complaints) };
    assert_eq!((&complaint.kind, complaint.times), (&crate::complaint::Kind::File, 1), "{complaint}");
}
