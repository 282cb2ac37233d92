//! Adding a source is one entry in a file, and no code: each kind is added to an empty roadmap, crawled by the program from a
//! web on loopback, and found in search.

use crate::support::Stage;
use crate::web::{Reply, Web, html, reply};

const HEAD: &str = "name = { he = \"רשת הערים\", en = \"Network of towns\" }\nnetwork = \"world\"\nlanguage = [\"en\"]\nactive = true\ndefaults = { only_opportunities = true }\n";

const FEED: &str = r#"
[[source]]
slug = "new-feed"
HEAD
[source.feed]
url = "https://feed.example/calls.xml"
"#;

const LIST: &str = r#"
[[source]]
slug = "new-list"
HEAD
[source.list]
url = "https://list.example/calls"
item = "article.call"
title = "h2"
link = "a"
fields = { deadline = "time@datetime" }
detail = { body = "main" }
"#;

const JSON: &str = r#"
[[source]]
slug = "new-json"
HEAD
[source.json]
url = "https://json.example/api/calls?page={page}"
items = "$.results[*]"
key = "$.id"
title = "$.name"
link = "$.href"
text = "$.about"
fields = { deadline = "$.closes", organiser = "$.office" }
paging = { first = 1, size = 2 }
"#;

const SITEMAP: &str = r#"
[[source]]
slug = "new-sitemap"
HEAD
[source.sitemap]
url = "https://map.example/sitemap.xml"
include = ["/calls/"]
detail = { body = "main" }
"#;

const PAGE: &str = r#"
[[source]]
slug = "new-page"
HEAD
[source.page]
url = "https://page.example/award"
detail = { body = "main" }
"#;

/// The five sites.
fn site(url: &str) -> Reply {
    let json = |body: &str| reply(200, &["Content-Type: application/json"], body);
    let xml = |body: &str| reply(200, &["Content-Type: application/xml"], body);
    match url {
        "https://feed.example/calls.xml" => xml(
            "<rss version=\"2.0\"><channel><title>Calls</title><item><title>Call for proposals: river banks</title><link>https://feed.example/river</link>\
             <description>Towns may apply for works on river banks. Deadline: 15 April 2027.</description></item></channel></rss>",
        ),
        "https://list.example/calls" => html(
            "<article class=call><h2>Grant for school gardens</h2><a href=\"/calls/7\">more</a><time datetime=\"2027-03-01\"></time></article>\
             <article class=news><h2>Our new logo</h2><a href=\"/news/1\">more</a></article>",
        ),
        "https://list.example/calls/7" => html("<nav>Home</nav><main><p>Every municipality may ask for a greenhouse.</p></main>"),
        "https://json.example/api/calls?page=1" => json(
            r#"{"results":[{"id":"a1","name":"Call for night buses","href":"/c/a1","about":"Lines after midnight.","closes":"2027-02-01","office":"Transport fund"},
                {"id":"a2","name":"Call for cycle lanes","href":"/c/a2","about":"Paint and kerbs.","closes":"2027-02-02","office":"Transport fund"}]}"#,
        ),
        "https://json.example/api/calls?page=2" => json(
            r#"{"results":[{"id":"a3","name":"Call for ferries","href":"/c/a3","about":"Small harbours.","closes":"2027-02-03","office":"Transport fund"}]}"#,
        ),
        "https://map.example/sitemap.xml" => xml(
            "<urlset><url><loc>https://map.example/calls/lamps</loc></url><url><loc>https://map.example/about</loc></url></urlset>",
        ),
        "https://map.example/calls/lamps" => html(
            "<title>Call for street lamps | Map</title><h1>Call for street lamps</h1><main><p>Deadline: 1 May 2027. Lamps that save current.</p></main>",
        ),
        "https://page.example/award" => {
            html("<h1>Award for market halls</h1><main><p>Hand in by 30 June 2027. Jury and prize as every year.</p></main>")
        }
        _ => reply(404, &[], ""),
    }
}

/// A web of them, and the program with this roadmap.
fn stage(entries: &str) -> (tokio::runtime::Runtime, Web, Stage) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let web = runtime.block_on(Web::of(|url, _| site(url)));
    let stage = Stage::over(web.gateway().as_str(), &entries.replace("HEAD\n", HEAD));
    (runtime, web, stage)
}

/// The titles that a question finds, by source.
fn found(stage: &Stage, question: &str, source: &str) -> Vec<String> {
    let hits = stage.lines(&["search", "--json", "--status", "any", "--source", source, question]);
    let items =
        hits.iter().flat_map(|page| page["items"].as_array().into_iter().flatten().chain(page.get("title").map(|_| page)));
    items.filter_map(|item| item["title"].as_str()).map(str::to_owned).collect()
}

/// Adds one entry, crawls, and looks for a word.
fn one_entry_is_enough(entry: &str, slug: &str, word: &str, title: &str) -> (Web, Stage) {
    let (_runtime, web, stage) = stage(entry);
    let visits = stage.lines(&["crawl", "--json"]);
    assert_eq!((visits.len(), &visits[0]["source"], &visits[0]["outcome"]), (1, &slug.into(), &"done".into()), "{visits:#?}");
    assert_eq!(found(&stage, word, slug), [title]);
    (web, stage)
}

#[test]
fn a_feed_is_one_entry() {
    let (_, stage) = one_entry_is_enough(FEED, "new-feed", "banks", "Call for proposals: river banks");
    assert_eq!(stage.export()[0]["deadline"]["stages"][0]["date"], "2027-04-15");
}

#[test]
fn a_list_is_one_entry_and_its_items_pages_are_read() {
    let (web, stage) = one_entry_is_enough(LIST, "new-list", "greenhouse", "Grant for school gardens");
    assert_eq!(stage.export()[0]["deadline"]["stages"][0]["date"], "2027-03-01");
    assert_eq!(web.pages_asked(), ["https://list.example/calls", "https://list.example/calls/7"]);
}

#[test]
fn a_json_interface_is_one_entry_and_all_its_pages_are_read() {
    let (_, stage) = one_entry_is_enough(JSON, "new-json", "harbours", "Call for ferries");
    let records = stage.export();
    assert_eq!(records.len(), 3);
    assert!(records.iter().all(|record| record["organiser"] == "Transport fund"), "{records:#?}");
}

#[test]
fn a_site_map_is_one_entry() {
    one_entry_is_enough(SITEMAP, "new-sitemap", "lamps", "Call for street lamps");
}

#[test]
fn a_page_is_one_entry() {
    one_entry_is_enough(PAGE, "new-page", "halls", "Award for market halls");
}

#[test]
fn several_are_as_many_entries_in_one_file() {
    let (_runtime, _web, stage) = stage(&[FEED, LIST, JSON, SITEMAP, PAGE].concat());
    assert!(stage.run(&["check"]).status.success());
    let visits = stage.lines(&["crawl", "--json"]);
    assert!(visits.len() == 5 && visits.iter().all(|visit| visit["outcome"] == "done"), "{visits:#?}");
    assert_eq!(stage.export().len(), 7);
}

#[test]
fn a_mistake_in_an_entry_is_told_with_file_and_line_and_what_to_do() {
    for (right, wrong, line, says) in [
        ("item = \"article.call\"", "item = \"article > > a\"", 11, "selector `article > > a` does not parse"),
        ("title = \"h2\"", "titel = \"h2\"", 12, "unknown field `titel`"),
        ("link = \"a\"\n", "", 9, "missing field `link`"),
        ("https://list.example/calls", "list.example/calls", 10, "write it with https://"),
        ("https://list.example/calls", "ftp://list.example/calls", 10, "only http and https are fetched"),
        ("[source.list]", "[source.lists]", 9, "unknown field `lists`"),
        ("language = [\"en\"]", "language = []", 6, "language: name at least one"),
        ("slug = \"new-list\"", "slug = \"New List\"", 3, "lower-case letters, digits and hyphens"),
        ("active = true", "active = true\nschedule = \"0 6 * * 1\"", 8, "weekday"),
    ] {
        let entry = LIST.replace("HEAD\n", HEAD);
        assert!(entry.contains(right), "{right}");
        let (_runtime, web, stage) = stage(&entry.replace(right, wrong));
        let said = stage.failure(&["check"]);
        assert!(said.contains(&format!("newcomers.toml:{line}")), "{wrong}, line {line}: {said}");
        assert!(said.contains(says), "{wrong}: {said}");
        stage.failure(&["crawl"]);
        assert!(web.log().is_empty(), "nothing is asked before the roadmap is sound");
    }
    let (_runtime, _web, stage) = stage(&JSON.replace("$.results[*]", "$.results[*"));
    let said = stage.failure(&["check"]);
    assert!(said.contains("newcomers.toml:11") && said.contains("JSON path"), "{said}");
}

#[test]
fn a_name_given_twice_is_told() {
    let (_runtime, _web, stage) = stage(&[FEED, FEED].concat());
    let said = stage.failure(&["check"]);
    assert!(said.contains("newcomers.toml:13") && said.contains("already"), "{said}");
}
