//! Lists of several pages, old items and empty ones: what a visit has to read of them.

use super::*;

fn page(rows: std::ops::RangeInclusive<usize>, day: &str, next: Option<&str>) -> String {
    let row = |n| format!("<li><a href='/c/{n}'>Call for proposals {n} for municipalities</a><time>{day}</time></li>");
    let next = next.map(|next| format!("<a rel=next href='{next}'>more</a>")).unwrap_or_default();
    format!("<title>Calls</title><ul>{}</ul>{next}", rows.map(row).collect::<String>())
}

const PAGED: &str = "[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\n\
                     next = \"a[rel=next]\"\nfields = { deadline = \"time\" }\n";

#[tokio::test]
async fn a_list_that_begins_with_its_oldest_calls_is_read_to_the_open_ones() {
    let stage = Stage::new(PAGED).await;
    stage.set("towns.example/calls", 200, &page(1..=5, "2026-01-20", Some("?page=2")));
    stage.set("towns.example/calls?page=2", 200, &page(6..=10, "2026-05-20", Some("?page=3")));
    stage.set("towns.example/calls?page=3", 200, &page(11..=15, "2027-03-01", None));
    let run = crawl(&stage.app("2026-11-22T08:00:00").await).await;
    assert_eq!((run.outcome, run.counts.kept.items, run.evidence.excerpt), (Outcome::Done, 15, false));
}

#[tokio::test]
async fn a_list_that_goes_back_in_time_is_left_where_it_is_over() {
    let stage = Stage::new(PAGED).await;
    stage.set("towns.example/calls", 200, &page(1..=5, "2027-03-01", Some("?page=2")));
    stage.set("towns.example/calls?page=2", 200, &page(6..=10, "2026-05-20", Some("?page=3")));
    stage.set("towns.example/calls?page=3", 200, &page(11..=15, "2026-01-20", None));
    let run = crawl(&stage.app("2026-11-22T08:00:00").await).await;
    assert_eq!((run.counts.kept.items, run.evidence.excerpt), (10, true));
}

const JSON: &str = "[source.json]\nurl = \"https://towns.example/api?page={page}\"\nitems = \"$.items[*]\"\ntitle = \"$.t\"\n\
                    link = \"$.l\"\ntotal = \"$.total\"\npaging = { first = 1, size = 20 }\n";

fn answer(rows: std::ops::RangeInclusive<usize>) -> String {
    let row = |n| format!("{{\"t\":\"Call {n}: apply by 1 March 2027\",\"l\":\"/c/{n}\"}}");
    format!("{{\"total\":30,\"items\":[{}]}}", rows.map(row).collect::<Vec<_>>().join(","))
}

#[tokio::test]
async fn a_server_that_caps_its_pages_is_read_to_its_total_or_the_visit_is_not_whole() {
    let stage = Stage::new(JSON).await;
    for (number, rows) in [(1, 1..=10), (2, 11..=20), (3, 21..=30)] {
        stage.set(&format!("towns.example/api?page={number}"), 200, &answer(rows));
    }
    let app = stage.app("2026-11-22T08:00:00").await;
    let run = crawl(&app).await;
    assert_eq!((run.outcome, run.counts.kept.items, run.counts.pages), (Outcome::Done, 30, 3), "{:?}", run.complaints);
    stage.set("towns.example/api?page=2", 200, "{\"total\":30,\"items\":[]}");
    let run = crawl(&app).await;
    assert_eq!((run.outcome, run.counts.unlisted), (Outcome::Partial, 0));
    assert!(run.complaints.iter().any(|complaint| complaint.kind == crate::complaint::Kind::NotAll { found: 10, total: 30 }));
}

#[tokio::test]
async fn a_call_that_a_site_map_still_lists_is_not_gone_for_being_old() {
    let stage =
        Stage::new("[source.sitemap]\nurl = \"https://towns.example/sitemap.xml\"\ninclude = [\"/c/\"]\nmax_age_days = 30\n")
            .await;
    let entry = |n| format!("<url><loc>https://towns.example/c/{n}</loc><lastmod>2026-11-01</lastmod></url>");
    let map = |rows: std::ops::RangeInclusive<usize>| format!("<urlset>{}</urlset>", rows.map(entry).collect::<String>());
    stage.set("towns.example/sitemap.xml", 200, &map(1..=6));
    for n in 1..=6 {
        stage.set(
            &format!("towns.example/c/{n}"),
            200,
            "<title>Call</title><h1>Call for towns</h1><p>Apply by 1 March 2027.</p>",
        );
    }
    for (day, rows, items, unlisted) in [
        ("2026-11-22", 1..=6, 6, 0),
        ("2026-12-10", 1..=6, 6, 0),
        ("2026-12-11", 1..=5, 5, 0),
        ("2026-12-12", 1..=5, 5, 1),
        ("2026-12-13", 1..=6, 6, 0),
    ] {
        stage.set("towns.example/sitemap.xml", 200, &map(rows));
        let app = stage.app(&format!("{day}T08:00:00")).await;
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.items, run.counts.unlisted), (Outcome::Done, items, unlisted), "{day}");
        assert_eq!(
            run.counts.kept.written > 0,
            ["2026-11-22", "2026-12-13"].contains(&day),
            "{day}: what is back is listed again"
        );
        app.close().await;
    }
}

#[tokio::test]
async fn a_page_that_was_touched_and_says_the_same_is_asked_for_once() {
    let stage =
        Stage::new("[source.sitemap]\nurl = \"https://towns.example/sitemap.xml\"\ninclude = [\"/c/\", \"/tagged/\"]\n").await;
    let paths = ["/c/1", "/tagged/2"];
    for path in paths {
        let page = format!("<title>Call</title><h1>Call for towns {path}</h1><p>Apply by 1 March 2027.</p>");
        stage.set(&format!("towns.example{path}"), 200, &page);
    }
    for (day, touched, is_asked) in [
        ("2026-11-22", "2026-11-01", true),
        ("2026-11-23", "2026-11-01", false),
        ("2026-11-26", "2026-11-25", true),
        ("2026-11-27", "2026-11-25", false),
    ] {
        let entry = |path: &str| format!("<url><loc>https://towns.example{path}</loc><lastmod>{touched}</lastmod></url>");
        stage.set("towns.example/sitemap.xml", 200, &format!("<urlset>{}</urlset>", paths.map(entry).concat()));
        let app = stage.app(&format!("{day}T08:00:00")).await;
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.items), (Outcome::Done, 2), "{day}: {:?}", run.complaints);
        let asked = stage.asked();
        assert!(paths.iter().all(|path| asked.iter().any(|asked| asked == path) == is_asked), "{day}: {asked:?}");
        app.close().await;
    }
}

#[tokio::test]
async fn that_there_is_nothing_is_believed_only_where_people_read_it() {
    let stage = Stage::new(&format!("{PAGED}empty = \"no open calls\"\n")).await;
    for (body, is_believed) in [
        ("<main><p>There are no open calls at present.</p></main>", true),
        ("<main>Welcome</main><div hidden>There are no open calls</div>", false),
        ("<main>Welcome</main><div style='display: none'>There are no open calls</div>", false),
        ("<main>Welcome</main><aside><h4>Tenders</h4><p>There are no open calls for tender</p></aside>", false),
        ("<main>Welcome</main><template><p>There are no open calls</p></template>", false),
        ("<main>Welcome</main><noscript>There are no open calls</noscript>", false),
    ] {
        stage.set("towns.example/calls", 200, &format!("<title>Calls</title>{body}"));
        let run = crawl(&stage.app("2026-11-22T08:00:00").await).await;
        assert_eq!(run.evidence.declared_empty, is_believed, "{body}");
    }
}

#[tokio::test]
async fn a_visit_takes_so_many_items_and_what_it_left_is_not_gone() {
    let stage = Stage::new(&JSON.replace("size = 20", "size = 1500")).await;
    for number in 1..=4 {
        let row = |n| format!("{{\"t\":\"Item {n}\",\"l\":\"/c/{n}\"}}");
        let rows: Vec<String> = ((number - 1) * 1500..number * 1500).map(row).collect();
        stage.set(
            &format!("towns.example/api?page={number}"),
            200,
            &format!("{{\"total\":6000,\"items\":[{}]}}", rows.join(",")),
        );
    }
    let run = crawl(&stage.app("2026-11-22T08:00:00").await).await;
    assert_eq!((run.counts.kept.items, run.counts.pages, run.evidence.excerpt), (3000, 2, true));
    assert!(
        run.complaints.iter().any(|complaint| matches!(complaint.kind, crate::complaint::Kind::ItemLimit { .. })),
        "{:?}",
        run.complaints
    );
}

#[tokio::test]
async fn calls_that_share_a_link_keep_their_keys_whoever_comes_and_goes() {
    let shape = "[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\ntitle = \"b\"\nlink = \"a\"\nfields = { deadline = \"time\" }\n";
    let stage = Stage::new(shape).await;
    let app = stage.app("2026-11-22T08:00:00").await;
    for (names, new) in [
        (vec!["Culture"], 1),
        (vec!["Sport", "Culture"], 1),
        (vec!["Youth", "Sport", "Culture"], 1),
        (vec!["Sport"], 0),
        (vec!["Culture", "Culture", "Sport", "Youth"], 0),
    ] {
        let row = |name: &&str| {
            format!(
                "<li><b>Call for proposals for municipalities: {name}</b><a href='/apply'>apply</a><time>2027-03-01</time></li>"
            )
        };
        let rows: String = names.iter().map(row).collect();
        stage.set("towns.example/calls", 200, &format!("<!doctype html><title>Calls</title><ul>{rows}</ul>"));
        let run = crawl(&app).await;
        let kept = run.counts.kept;
        let distinct = names.iter().collect::<std::collections::BTreeSet<_>>().len() as u64;
        assert_eq!((kept.items, kept.new, kept.changed), (distinct, new, 0), "{names:?}: {:?}", run.complaints);
    }
}
