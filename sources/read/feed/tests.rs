use super::*;
use crate::read::tests::{page, source, today};
use crate::read::{first_requests, read};

const ENTRY: &str = r#"
    slug = "towns"
    name = { he = "ערים", en = "Towns" }
    network = "world"
    language = ["en"]
    [source.feed]
    url = "https://towns.example/feed/"
    follow = true
"#;

fn parsed(body: &str) -> FeedRead {
    parse(body.as_bytes(), None, &Url::parse("https://towns.example/feed/").unwrap()).unwrap()
}

fn at(when: &str) -> DateTime<Utc> {
    when.parse().unwrap()
}

#[test]
fn rss_is_read_in_all_its_ages() {
    let item = "<item><title>Twin &amp;amp; town</title><link>/c/7</link><description>&lt;p&gt;Up to &lt;a href='f'&gt;20&lt;/a&gt;&lt;/p&gt;</description></item>";
    for feed in [
        format!("<rss version='2.0'><channel><title>Calls</title><link>/</link><language>en-GB</language>{item}</channel></rss>"),
        format!(
            "<rss version='0.91'><channel><title>Calls</title><link>/</link><language>en-GB</language>{item}</channel></rss>"
        ),
        format!("<!DOCTYPE rss SYSTEM 'x'>\n<rss><channel><title>Calls</title><link>/</link><language>en-GB</language>{item}"),
        format!("<channel><title>Calls</title><link>/</link><language>en-GB</language>{item}</channel>"),
        format!(
            "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel><title>Calls</title><link>/</link><dc:language>en-gb</dc:language></channel>{item}</rdf:RDF>"
        ),
    ] {
        let read = parsed(&feed);
        assert_eq!(read.title.as_deref(), Some("Calls"), "{feed}");
        assert_eq!(read.language.as_deref().map(str::to_lowercase).as_deref(), Some("en-gb"), "{feed}");
        let [entry] = read.entries.as_slice() else { panic!("{feed}") };
        assert_eq!(entry.title.as_deref(), Some("Twin & town"), "{feed}");
        assert_eq!(entry.link.as_ref().map(Url::as_str), Some("https://towns.example/c/7"), "{feed}");
        assert_eq!(entry.summary.as_deref(), Some("<p>Up to <a href=\"https://towns.example/feed/f\">20</a></p>"), "{feed}");
    }
}

#[test]
fn spip_gives_its_dates_as_dublin_core() {
    let read = parsed(
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Ambassade</title>
        <item xml:lang='fr'><title>Appel</title><link>https://amb.example/Appel</link><guid isPermaLink='true'>https://amb.example/Appel</guid>
        <dc:date>2026-11-02T10:15:00Z</dc:date><dc:creator>Ambassade</dc:creator><dc:subject>Coopération</dc:subject></item></channel></rss>",
    );
    let entry = &read.entries[0];
    assert_eq!((entry.published, entry.author.as_deref()), (Some(at("2026-11-02T10:15:00Z")), Some("Ambassade")));
    assert_eq!(entry.categories, ["Coopération"]);
}

#[test]
fn atom_is_read_old_and_new() {
    for feed in [
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Calls</title><entry><id>tag:7</id><title type='html'>A &amp;lt; B</title>
         <link rel='alternate' href='https://towns.example/7'/><link rel='enclosure' href='https://towns.example/7.pdf'/>
         <published>2026-11-02T08:00:00Z</published><content type='html'>&lt;p&gt;x&lt;/p&gt;</content></entry></feed>",
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Calls</title><entry><id>tag:7</id><title mode='escaped' type='text/html'>A &amp;lt; B</title>
         <link rel='alternate' type='text/html' href='https://towns.example/7'/><issued>2026-11-02T08:00:00Z</issued>
         <content type='text/html' mode='escaped'>&lt;p&gt;x&lt;/p&gt;</content></entry></feed>",
    ] {
        let read = parsed(feed);
        let [entry] = read.entries.as_slice() else { panic!("{feed}") };
        assert_eq!((entry.id.as_deref(), entry.title.as_deref()), (Some("tag:7"), Some("A < B")), "{feed}");
        assert_eq!(entry.link.as_ref().map(Url::as_str), Some("https://towns.example/7"));
        assert_eq!((entry.published, entry.content.as_deref()), (Some(at("2026-11-02T08:00:00Z")), Some("<p>x</p>")), "{feed}");
    }
}

#[test]
fn an_unusual_type_costs_an_entry_no_more_than_its_text() {
    let entry = |n: usize, text: &str| {
        format!(
            "<entry><id>{n}</id><title>Call {n}</title><link href='/{n}'/>{text}<published>2026-11-02T08:00:00Z</published></entry>"
        )
    };
    for (text, expected, complaints) in [
        ("<content type='HTML'>&lt;p&gt;x&lt;/p&gt;</content>", Some("<p>x</p>"), 0),
        ("<content type='TEXT'>x</content>", Some("x"), 0),
        ("<summary type='Text/HTML; charset=utf-8'>&lt;p&gt;x&lt;/p&gt;</summary>", Some("<p>x</p>"), 0),
        ("<content type='text/markdown'>x</content>", Some("x"), 0),
        ("<content type='application/xml'><a xmlns=''>x</a></content>", Some("<a xmlns=\"\">x</a>"), 0),
        ("<content type='html' src='/c'/>", None, 0),
        ("<content type='application/pdf' src='/c.pdf'/>", None, 0),
        ("<summary type='foo'>x <b>y</b></summary>", None, 1),
        ("<content type='image/png'>iVBORw0KGgo=</content>", None, 1),
        ("<content type='image/png'/>", None, 1),
        ("<content type='image/png'>iVBORw0KGgo=", None, 1),
        ("<media:group><media:title type='FOO'>x</media:title></media:group>", None, 0),
    ] {
        let feed = [entry(1, "<summary>s</summary>"), entry(2, text), entry(3, "<summary>s</summary>")].concat();
        let feed = format!("<feed xmlns='http://www.w3.org/2005/Atom'><title type='foo'>T</title>{feed}</feed>");
        let reading = read_paged(ENTRY, &feed);
        let read: Vec<_> =
            reading.found.iter().map(|found| (found.finding.key.as_str(), found.finding.html.as_deref())).collect();
        assert_eq!(read, [("1", Some("s")), ("2", expected), ("3", Some("s"))], "{text}");
        let places: Vec<_> = reading.complaints.iter().map(|complaint| complaint.place.as_str()).collect();
        assert_eq!(places, vec!["item 2"; complaints], "{text}");
    }
}

#[test]
fn json_feed_is_read() {
    let read = parsed(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Calls", "items": [{"id": "7", "url": "https://towns.example/7", "title": "Grants", "content_html": "<p>x</p>"}]}"#,
    );
    assert_eq!((read.entries[0].id.as_deref(), read.entries[0].content.as_deref()), (Some("7"), Some("<p>x</p>")));
}

#[test]
fn an_id_that_is_a_number_is_its_text_and_an_item_of_no_sense_costs_only_itself() {
    let source = source(ENTRY);
    let request = first_requests(&source, today()).pop().unwrap();
    let body = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Calls", "items": [
        {"id": 2, "url": "https://towns.example/2", "title": "Grant", "content_text": "x"},
        {"id": "3", "url": "https://towns.example/3", "title": ["no", "text"]},
        "nothing",
        {"id": "5", "title": "Nowhere"},
        {"id": "6", "url": "https://towns.example/6", "title": "Prize", "content_text": "x"}]}"#;
    let reading = read(&source, &request, &page("https://towns.example/feed/", "application/feed+json", body));
    let keys: Vec<&str> = reading.found.iter().map(|found| found.finding.key.as_str()).collect();
    assert_eq!((keys, reading.unreadable), (vec!["2", "5", "6"], 2));
    let told: Vec<String> = reading.complaints.iter().map(ToString::to_string).collect();
    for (told, place) in told.iter().zip(["item 2", "item 3"]) {
        assert!(told.contains(place) && !told.contains("column"), "{told}");
    }
}

#[test]
fn a_feed_gives_findings_and_a_broken_item_costs_only_itself() {
    let source = source(ENTRY);
    let request = first_requests(&source, today()).pop().unwrap();
    let body = "<rss version='2.0'><channel><title>T</title><language>fr</language>
        <item><title>Grants\u{202e}x</title><link>https://towns.example/7?fbclid=1#a</link><description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded></item>
        <item><title>Trap</title><link>javascript:alert(1)</link></item>
        <item><link>https://towns.example/8</link></item>
        <item><guid isPermaLink='false'>17 at towns</guid><link>https://towns.example/9</link><description>&lt;p&gt;Only a text&lt;/p&gt;</description></item></channel></rss>";
    let reading = read(&source, &request, &page("https://towns.example/feed/", "text/html", body));
    let shown: Vec<(&str, &str)> =
        reading.found.iter().map(|found| (found.finding.key.as_str(), found.finding.title.as_str())).collect();
    assert_eq!(shown, [("https://towns.example/7", "Grantsx"), ("17 at towns", "Only a text")]);
    let first = &reading.found[0];
    assert_eq!(
        (first.finding.html.as_deref(), first.finding.field("summary"), first.finding.lang.as_deref()),
        (Some("<p>long</p>"), Some("short"), Some("fr"))
    );
    assert_eq!(first.detail.as_ref().unwrap().url.as_str(), "https://towns.example/7?fbclid=1#a");
    assert_eq!(reading.complaints.len(), 2);
}

#[test]
fn of_a_feed_that_breaks_off_only_whole_items_are_taken_and_it_is_a_fault() {
    let source = source(ENTRY);
    let request = first_requests(&source, today()).pop().unwrap();
    let item =
        |n| format!("<item><title>Grants {n}</title><link>/c/{n}</link><description>Apply by 1 March</description></item>");
    let whole = format!("<rss version='2.0'><channel><title>T</title>{}{}</channel></rss>", item(1), item(2));
    let taken = |body: &str| {
        let reading = read(&source, &request, &page("https://towns.example/feed/", "application/rss+xml", body));
        (reading.found.len(), reading.unreadable)
    };
    assert_eq!(taken(&whole), (2, 0));
    assert_eq!(taken(&whole[..whole.len() - 40]), (1, 1), "in the middle of the second");
    assert_eq!(taken(&whole[..whole.find("</channel>").unwrap()]), (2, 1));
    assert_eq!(taken(&whole[..50]), (0, 1));
}

#[test]
fn a_page_in_place_of_a_feed_is_a_failure() {
    let source = source(ENTRY);
    let request = first_requests(&source, today()).pop().unwrap();
    for body in ["<!doctype html><html><title>Not Found</title></html>", "", "{}", "{\"items\": 1}", "plain"] {
        assert!(read(&source, &request, &page("https://towns.example/feed/", "application/rss+xml", body)).failed(), "{body}");
    }
}

#[test]
fn an_entity_bomb_stays_small() {
    let entities: String = (1..=10)
        .fold("<!ENTITY e0 'lol'>".to_owned(), |all, n| format!("{all}<!ENTITY e{n} '{}'>", format!("&e{};", n - 1).repeat(10)));
    let read = parsed(&format!("<!DOCTYPE rss [{entities}]><rss version='2.0'><channel><title>&e10;</title></channel></rss>"));
    assert_eq!(read.title.as_deref(), Some("&e10;"));
}

/// Over a folder of real feeds: `KOLKORE_FEEDS=folder cargo test -p kolkore-sources feeds_of_a_folder`.
#[test]
fn feeds_of_a_folder_are_survived() {
    let Some(folder) = std::env::var_os("KOLKORE_FEEDS") else { return };
    let mut folders = vec![std::path::PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let start = std::time::Instant::now();
            let _survived = parse(&std::fs::read(&path).unwrap(), None, &Url::parse("https://towns.example/").unwrap());
            assert!(start.elapsed().as_secs() < 2, "{}", path.display());
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(128))]
    #[test]
    fn no_bytes_make_it_panic(body: Vec<u8>, parts in proptest::collection::vec("</?(rss|channel|item|title|link|guid|pubDate|description)>|<feed>|<entry>|<link href='[a-z:/]{0,8}'/>|&[a-z]{0,3};?|\\PC", 0..30)) {
        let url = Url::parse("https://towns.example/feed/").unwrap();
        let _any = parse(&body, None, &url);
        let _any = parse(format!("<rss><channel>{}", parts.concat()).as_bytes(), Some("text/xml"), &url);
    }
}

const PAGED: &str = r#"
slug = "towns"
name = { he = "ערים", en = "Towns" }
network = "world"
language = ["en"]
evidence = "test"
[source.feed]
url = "https://towns.example.org/feed/?paged={page}"
"#;

fn read_paged(entry: &str, body: &str) -> Reading {
    let source = source(entry);
    let request = first_requests(&source, today()).remove(0);
    read(&source, &request, &page(request.url.as_str(), "", body))
}

#[test]
fn an_item_without_a_link_stands_under_its_own_key_at_the_feeds_address() {
    let item = |guid: &str| format!("<item><title>Call</title>{guid}<description>Apply by 1 March 2027.</description></item>");
    let items = [item("<guid isPermaLink='false'>abc</guid>"), item("<guid>17 at towns</guid>"), item("")].concat();
    let paged = ENTRY.replace("/feed/\"", "/feed/?p={page}\"");
    for (entry, address) in [(ENTRY, "https://towns.example/feed/"), (paged.as_str(), "https://towns.example/feed/?p=1")] {
        let reading = read_paged(entry, &format!("<rss><channel>{items}</channel></rss>"));
        let read: Vec<_> = reading
            .found
            .iter()
            .map(|found| (found.finding.key.as_str(), found.finding.url.as_str(), found.detail.is_some()))
            .collect();
        assert_eq!((read, reading.unreadable), (vec![("abc", address, false), ("17 at towns", address, false)], 1));
    }
}

#[test]
fn a_feed_goes_on_by_its_number_or_by_its_own_link() {
    let item = "<item><title>A</title><link>https://towns.example.org/a</link></item>";
    let rss = |more: &str| format!("<rss version=\"2.0\"><channel><title>T</title>{more}</channel></rss>");
    let next = |reading: Reading| reading.next.map(|next| next.url.to_string());
    assert_eq!(next(read_paged(PAGED, &rss(item))).as_deref(), Some("https://towns.example.org/feed/?paged=2"));
    assert_eq!(next(read_paged(PAGED, &rss(""))), None, "an empty page is the last");
    let plain = PAGED.replace("?paged={page}", "");
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><link rel=\"next\" href=\"/feed/2\"/>\
                <entry><title>A</title><id>a</id><link href=\"/a\"/></entry></feed>";
    assert_eq!(next(read_paged(&plain, atom)).as_deref(), Some("https://towns.example.org/feed/2"));
    let elsewhere = atom.replace("/feed/2", "https://elsewhere.example.net/feed/2");
    assert_eq!(next(read_paged(&plain, &elsewhere)), None, "another host's pages are not this feed's");
}

#[test]
fn a_web_page_that_names_its_feed_leads_there_and_staff_are_told() {
    let page = "<!doctype html><html><head><link rel=alternate type=\"application/rss+xml\" href=\"/rss.xml\"></head><body><p>Hello</p></body></html>";
    let reading = read_paged(PAGED, page);
    assert_eq!(reading.next.unwrap().url.as_str(), "https://towns.example.org/rss.xml");
    assert!(reading.complaints[0].what.contains("put that address into the roadmap"));
    assert!(read_paged(PAGED, "<!doctype html><html><body><p>Hello</p></body></html>").failed());
}

#[test]
fn which_link_of_a_web_page_is_its_feed() {
    let leads = |links: &str| {
        let reading = read_paged(PAGED, &format!("<!doctype html><html><head>{links}</head><body><p>Hello</p></body></html>"));
        assert_eq!(reading.next.is_none(), reading.failed(), "{links}");
        reading.next.map(|next| next.url.to_string())
    };
    let atom = "<link rel='alternate nofollow' type='application/atom+xml' href='calls.atom'>";
    assert_eq!(leads(atom).as_deref(), Some("https://towns.example.org/feed/calls.atom"));
    let other = "<link rel=alternate hreflang=fr href='/fr'><link rel=stylesheet type='application/rss+xml' href='/no'>";
    assert_eq!(leads(other), None, "a translation or a stylesheet is no feed");
    assert_eq!(leads(&format!("{other}{atom}")).as_deref(), Some("https://towns.example.org/feed/calls.atom"));
    let based = format!("<base href='https://feeds.example.org/x/'>{atom}");
    assert_eq!(leads(&based).as_deref(), Some("https://feeds.example.org/x/calls.atom"));
    assert_eq!(leads("<link rel=alternate type='application/rss+xml' href='javascript:alert(1)'>"), None);
    let spelled = "<link rel=alternate type='APPLICATION/RSS+XML; charset=utf-8' href='/rss'>";
    assert_eq!(leads(spelled).as_deref(), Some("https://towns.example.org/rss"));
    let record = "<link rel=alternate type='application/json' href='/wp-json/pages/7'>";
    assert_eq!(leads(record), None, "a page's own record");
    let called = format!("{record}<link rel=alternate type='text/xml' title='RSS' href='/news.xml'>");
    assert_eq!(leads(&called).as_deref(), Some("https://towns.example.org/news.xml"));
    let itself = "<link rel=alternate type='application/rss+xml' href='?paged=1'>";
    assert_eq!(leads(itself), None, "a page that names itself would lead in a circle");
}

#[test]
fn documents_that_a_feed_encloses_are_noted_and_sounds_and_pictures_are_not() {
    let rss = parsed(
        "<rss version='2.0'><channel><title>T</title><item><title>Call</title><link>/c/7</link>\
         <enclosure url='https://towns.example/f/call.pdf' type='application/pdf' length='9'/></item>\
         <item><title>Podcast</title><link>/c/8</link><enclosure url='https://towns.example/f/8.mp3' type='audio/mpeg' length='9'/></item></channel></rss>",
    );
    let files = |entry: &FeedEntry| entry.files.iter().map(Url::to_string).collect::<Vec<_>>();
    assert_eq!(files(&rss.entries[0]), ["https://towns.example/f/call.pdf"]);
    assert_eq!(files(&rss.entries[1]), [""; 0]);
    let atom = parsed(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>x</id><title>Call</title><link href='/c/7'/>\
         <link rel='enclosure' href='/f/7' type='application/pdf'/></entry></feed>",
    );
    assert_eq!(files(&atom.entries[0]), ["https://towns.example/f/7"]);
}
