use super::*;
use crate::finding::field;
use crate::read::tests::{page, source, today};
use crate::read::{first_requests, read, read_detail};

const ENTRY: &str = r#"
    slug = "towns"
    name = { he = "ערים", en = "Towns" }
    network = "world"
    language = ["en"]
    floor = 1
    [source.list]
    url = "https://towns.example/news-{year}"
    item = "article"
    title = "h2"
    link = "h2 a"
    fields = { published = "time@datetime", state = "@data-state", picture = "img@src" }
    next = "a[rel=next]"
    empty = "No open calls"
    [source.list.detail]
    body = ".text"
    fields = { deadline = ".deadline time@datetime" }
"#;

const LIST: &str = r#"<html lang="en"><head><base href="/en/"></head><body>
    <article data-state="open"><h2><a href="./call-1?utm_source=list"> Twin &amp; town
      grants </a></h2><time datetime="2026-11-02">2 Nov</time><img src="/i.png"></article>
    <article><h2><a href="call-1#more">Again</a></h2></article>
    <article><h2><a href="javascript:steal()">Trap</a></h2></article>
    <article><a href="/x">no heading</a></article>
    <article><h2>No link</h2></article>
    <a rel="next" href="?page=2">Next</a>"#;

fn reading(body: &str) -> Reading {
    let source = source(ENTRY);
    let request = first_requests(&source, today()).swap_remove(0);
    read(&source, &request, &page("https://towns.example/news-2026", "text/html; charset=utf-8", body))
}

#[test]
fn a_list_gives_its_items_and_each_broken_one_costs_only_itself() {
    let reading = reading(LIST);
    let [found] = reading.found.as_slice() else { panic!("{:?}", reading.found) };
    let finding = &found.finding;
    assert_eq!(
        (finding.title.as_str(), finding.url.as_str()),
        ("Twin & town grants", "https://towns.example/en/call-1?utm_source=list")
    );
    assert_eq!(finding.key, "https://towns.example/en/call-1");
    assert_eq!(
        (finding.field(field::PUBLISHED), finding.field("state"), finding.field("picture")),
        (Some("2026-11-02"), Some("open"), Some("https://towns.example/i.png"))
    );
    assert_eq!(finding.lang.as_deref(), Some("en"));
    assert_eq!(found.detail.as_ref().unwrap().url.as_str(), finding.url);
    let places: Vec<&str> = reading.complaints.iter().map(|complaint| complaint.place.as_str()).collect();
    assert_eq!(places, ["item 3, link", "item 4, title", "item 5, link", "items"], "`Again` leads to the first one's page");
    assert_eq!(reading.next.unwrap().url.as_str(), "https://towns.example/en/?page=2");
}

#[test]
fn the_next_page_is_on_the_same_host_and_another_one() {
    for (href, goes_on) in
        [("https://elsewhere.example/", false), ("https://towns.example/news-2026/#top", false), ("/news-2026?page=2", true)]
    {
        let body = format!("<article><h2><a href=/1>One</a></h2></article><a rel=next href='{href}'>Next</a>");
        assert_eq!(reading(&body).next.is_some(), goes_on, "{href}");
    }
}

#[test]
fn an_empty_page_is_fine_only_when_it_says_so() {
    let declared = reading("<p>There are  no open CALLS at present.</p>");
    assert!(declared.declared_empty && !declared.failed());
    assert!(reading("<p>Welcome</p>").failed());
    assert!(reading("<title>404 – Not found</title><article><h2><a href=/1>Popular</a></h2></article>").failed());
}

#[test]
fn a_shell_that_says_not_found_with_status_200_is_no_list_in_whatever_language() {
    let list = |title: &str, more: &str| {
        reading(&format!("<title>{title}</title><article><h2><a href=/1>Popular</a></h2></article>{more}"))
    };
    for title in [
        "404",
        "Error 404 (Not Found)",
        " Page Not Found | Towns",
        "Page introuvable – Villes",
        "Seite nicht gefunden",
        "Página no encontrada",
        "הדף לא נמצא - עיריות",
        "העמוד לא נמצא",
    ] {
        let read = list(title, "");
        assert!(read.failed() && read.found.is_empty(), "{title}");
        assert!(read.complaints[0].to_string().contains("status 200"), "{title}: {:?}", read.complaints);
    }
    assert_eq!(list("Calls not found elsewhere", "").found.len(), 1, "only how a title begins counts");
    assert_eq!(list("404 towns have answered", &"<p>One of them tells how.</p>".repeat(80)).found.len(), 1, "a shell is short");
}

#[test]
fn items_on_one_page_are_told_apart_by_their_titles() {
    let body = "<article><h2><a href='#a'>A</a></h2></article><article><h2><a href='#b'>B</a></h2></article>";
    let body = format!("<base href=https://towns.example/news-2026>{body}");
    assert_eq!(reading(&body).found.len(), 2);
}

#[test]
fn the_items_own_page_adds_its_text_and_fields() {
    let source = source(ENTRY);
    let finding = reading(LIST).found.swap_remove(0).finding;
    let body = "<p class=deadline><time datetime=2027-03-02>2 March</time></p><div class=text><p>See <a href=/form>the form</a>.</p></div>";
    let (read, complaints) = read_detail(&source, finding.clone(), &page("https://towns.example/en/call-1", "text/html", body));
    assert_eq!(complaints, vec![]);
    assert_eq!(read.html.as_deref(), Some("<p>See <a href=\"https://towns.example/form\">the form</a>.</p>"));
    assert_eq!(read.field(field::DEADLINE), Some("2027-03-02"));

    let (by_likeness, complaints) = read_detail(
        &source,
        finding.clone(),
        &page("https://towns.example/en/call-1", "text/html", "<main><p>Apply by 2 March 2027.</p></main>"),
    );
    assert_eq!((by_likeness.text.as_deref(), complaints.len()), (Some("Apply by 2 March 2027."), 1));

    for (kind, body) in
        [("application/pdf", "%PDF-1.7"), ("text/html", "<title>Page not found</title>"), ("text/html", "<div id=app></div>")]
    {
        let (untouched, complaints) = read_detail(&source, finding.clone(), &page("https://towns.example/en/call-1", kind, body));
        assert_eq!((&untouched.text, &untouched.html), (&None, &None), "{body}");
        assert!(!complaints.is_empty(), "{body}");
    }
}

#[test]
fn items_inside_items_do_not_cost_their_square() {
    let nested = "<article><h2><a href=/1>x</a></h2>".repeat(400) + &"word ".repeat(30_000);
    let source = source(&ENTRY.replace("state = \"@data-state\"", "state = \"h2\""));
    let request = first_requests(&source, today()).swap_remove(0);
    assert!(!read(&source, &request, &page("https://towns.example/news-2026", "text/html", nested)).found.is_empty());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn no_page_makes_it_panic(body: Vec<u8>, parts in proptest::collection::vec("</?article>|<h2>|<a href=['\"]?[a-z:/#]{0,9}>|<base href=x>|\\PC", 0..30)) {
        let source = source(ENTRY);
        let request = first_requests(&source, today()).swap_remove(0);
        read(&source, &request, &page("https://towns.example/news-2026", "", body));
        read(&source, &request, &page("https://towns.example/news-2026", "text/html", parts.concat()));
    }
}

#[test]
fn a_token_that_changes_with_every_visit_is_no_part_of_a_key() {
    let keys = |token: &str, links: [&str; 2]| {
        let rows = links.map(|link| format!("<article><h2><a href='{link}token={token}'>Call {link}</a></h2></article>"));
        reading(&rows.concat()).found.into_iter().map(|found| found.finding.key).collect::<Vec<_>>()
    };
    let [one, other] = ["8f3a9c01d7b24e55aa", "0b1c2d3e4f5061728394a"];
    assert_eq!(keys(one, ["/c/1?", "/c?id=2&"]), ["https://towns.example/c/1", "https://towns.example/c?id=2"]);
    assert_eq!(keys(one, ["/c/1?", "/c?id=2&"]), keys(other, ["/c/1?", "/c?id=2&"]));
    let rows = [one, other].map(|token| format!("<article><h2><a href='/c?token={token}'>{token}</a></h2></article>"));
    let named_by_token = reading(&rows.concat());
    assert_eq!(named_by_token.found.len(), 2);
    assert!(named_by_token.found[0].finding.key.contains(one), "here it names the thing itself");
}

#[test]
fn the_day_of_what_a_page_announces_is_not_the_day_of_its_publication() {
    let detail = |day: &str| {
        let finding = Finding { url: "https://towns.example/c/1".into(), title: "Forum".into(), ..Finding::default() };
        let body = format!(
            "<title>Forum</title><article><time datetime='{day}'>then</time><p>Towns meet in the city hall.</p></article>"
        );
        let (read, _) = read_detail(&source(ENTRY), finding, &page("https://towns.example/c/1", "text/html", body));
        read.field(field::PUBLISHED).map(str::to_owned)
    };
    assert_eq!(detail("2026-11-02").as_deref(), Some("2026-11-02"));
    assert_eq!(detail("2027-05-02"), None);
}

#[test]
fn of_a_page_that_breaks_off_the_items_that_are_whole_are_taken_and_it_says_nothing_of_the_rest() {
    let row = |n| format!("<article><h2><a href='/c/{n}'>Call for towns {n}</a></h2><p>Apply</p></article>");
    let whole = format!("<html><body>{}<footer>Towns</footer></body></html>", [row(1), row(2), row(3)].concat());
    for (ends_before, items) in
        [("</html>", 3), ("</body>", 3), ("</footer>", 3), ("</article><footer>", 2), ("towns 3", 2), ("/c/2", 1)]
    {
        let reading = reading(&whole[..whole.find(ends_before).unwrap()]);
        let is_cut = !["</html>", "</body>"].contains(&ends_before);
        assert_eq!((reading.found.len(), reading.broken_off, reading.excerpt), (items, is_cut, is_cut), "{ends_before}");
        assert_eq!(reading.complaints.len(), usize::from(is_cut), "{:?}", reading.complaints);
    }
}
