//! For each active source of the roadmap that a general shape reads: an answer in the form that the source gives (the texts are ours),
//! and what its entry finds in it. A source without one may not be active.

use super::{page, real_roadmap, today};
use crate::finding::Finding;
use crate::page::Page;
use crate::read::{first_requests, read, read_detail};
use crate::source::Shape;

/// An answer of one source.
struct Answer {
    slugs: &'static [&'static str],
    media: &'static str,
    body: &'static str,
    title: &'static str,
    link: &'static str,
    /// A field of the item, and what it holds.
    field: (&'static str, &'static str),
    /// The item's own page, and words that its body has.
    detail: Option<(&'static str, &'static str)>,
}

/// `WordPress`: the text of an item, or its beginning, as `content:encoded`.
const WORDPRESS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><link>https://site.example/</link>
<item><title>Call for host towns of the youth assembly</title><link>https://site.example/host-towns/</link>
<pubDate>Mon, 16 Nov 2026 09:00:00 +0000</pubDate><guid isPermaLink="false">https://site.example/?p=101</guid>
<description><![CDATA[Towns may apply until 15 January 2027.]]></description>
<content:encoded><![CDATA[<p>Towns may apply until 15 January 2027.</p>]]></content:encoded></item></channel></rss>"#;

const ANSWERS: [Answer; 12] = [
    Answer {
        slugs: &["us-embassy-site", "eurocities", "uclg", "cemr", "usmayors", "iclei"],
        media: "application/rss+xml",
        body: WORDPRESS,
        title: "Call for host towns of the youth assembly",
        link: "https://site.example/host-towns/",
        field: ("published", "2026-11-16"),
        detail: None,
    },
    Answer {
        slugs: &["icma"],
        media: "application/rss+xml",
        body: r#"<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xml:base="https://icma.org/"><channel><title>ICMA</title><link>https://icma.org/</link>
<item><title>Local government awards: nominations open</title><link>https://icma.org/articles/awards-open</link>
<description>Nominations close 12 March 2027.</description><pubDate>Tue, 17 Nov 2026 14:00:00 +0000</pubDate><guid isPermaLink="false">4711 at https://icma.org</guid></item></channel></rss>"#,
        title: "Local government awards: nominations open",
        link: "https://icma.org/articles/awards-open",
        field: ("published", "2026-11-17"),
        detail: Some((
            "<article><div class='field field--name-body'><p>Any town may nominate a programme.</p></div></article>",
            "nominate a programme",
        )),
    },
    // SPIP tells the day as `dc:date`, and not everywhere that it is XML.
    Answer {
        slugs: &["fr-embassy"],
        media: "text/html; charset=utf-8",
        body: r#"<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>La France en Israël</title><link>https://il.ambafrance.org/</link>
<item><title>Appel à projets : échanges de jeunes</title><link>https://il.ambafrance.org/Appel-a-projets-echanges</link><guid isPermaLink="true">https://il.ambafrance.org/Appel-a-projets-echanges</guid>
<dc:date>2026-11-18T10:30:00Z</dc:date><dc:language>fr</dc:language><description>Les communes peuvent candidater.</description></item></channel></rss>"#,
        title: "Appel à projets : échanges de jeunes",
        link: "https://il.ambafrance.org/Appel-a-projets-echanges",
        field: ("published", "2026-11-18"),
        detail: Some(("<div class='texte'><p>Date limite : 31 janvier 2027.</p></div>", "31 janvier 2027")),
    },
    Answer {
        slugs: &["de-embassy"],
        media: "text/html",
        body: r#"<ul><li class="c-teaser"><a class="c-teaser__link" href="/il-de/aktuelles/jugend-2700"><h3>Jugendbegegnung: Städte gesucht</h3></a><span class="c-teaser__date">16.11.2026</span></li></ul>"#,
        title: "Jugendbegegnung: Städte gesucht",
        link: "https://tel-aviv.diplo.de/il-de/aktuelles/jugend-2700",
        field: ("published", "16.11.2026"),
        detail: Some(("<div class='c-rte'><p>Bewerbung bis 10.02.2027.</p></div>", "10.02.2027")),
    },
    Answer {
        slugs: &["es-embassy"],
        media: "text/html",
        body: r#"<div class="single__detail"><a class="single__title" href="/Embajadas/telaviv/es/Comunicacion/Noticias/Paginas/Beca.aspx">Ayudas para hermanamientos</a><span class="date">17/11/2026</span></div>"#,
        title: "Ayudas para hermanamientos",
        link: "https://www.exteriores.gob.es/Embajadas/telaviv/es/Comunicacion/Noticias/Paginas/Beca.aspx",
        field: ("published", "17/11/2026"),
        detail: Some(("<div class='single__text'><p>Plazo: 1 de marzo de 2027.</p></div>", "1 de marzo de 2027")),
    },
    Answer {
        slugs: &["eeas-israel"],
        media: "text/html",
        body: r#"<div class="view view-display-id-search_results"><div class="card"><h5 class="card-title"><a href="/delegations/israel/civil-society-2027_en?s=200">Civil society in Israel 2027</a></h5>
<div class="field--name-field-deadline"><time datetime="2027-02-11T12:00:00Z">11.02.2027</time></div></div></div>"#,
        title: "Civil society in Israel 2027",
        link: "https://www.eeas.europa.eu/delegations/israel/civil-society-2027_en?s=200",
        field: ("deadline", "2027-02-11T12:00:00Z"),
        detail: Some((
            "<div class='field--name-field-text'><p>Local authorities may be co-applicants.</p></div>",
            "co-applicants",
        )),
    },
    Answer {
        slugs: &["cor-news"],
        media: "text/html",
        body: r#"<article class="c-card"><h3 class="c-card__title"><a href="/en/news/award-young-local">Award for young local politicians</a></h3>
<div class="c-card__date"><time datetime="2026-11-19T12:00:00Z">19 November 2026</time></div><p class="c-card__text">Apply by 30 January 2027.</p></article>"#,
        title: "Award for young local politicians",
        link: "https://www.cor.europa.eu/en/news/award-young-local",
        field: ("published", "2026-11-19T12:00:00Z"),
        detail: Some(("<div class='c-text'><p>Deadline: 30 January 2027.</p></div>", "30 January 2027")),
    },
    Answer {
        slugs: &["coe-congress"],
        media: "text/html",
        body: r#"<div class="portlet-body"><div class="element"><div class="title"><a href="https://www.coe.int/en/web/congress/-/apply-capital-of-democracy">Apply to become a capital of democracy</a></div>
<div class="location">18 november 2026 Strasbourg, France</div><p>Cities may apply.</p></div></div>"#,
        title: "Apply to become a capital of democracy",
        link: "https://www.coe.int/en/web/congress/-/apply-capital-of-democracy",
        field: ("published", "18 november 2026 Strasbourg, France"),
        detail: None,
    },
    Answer {
        slugs: &["urbact"],
        media: "text/html",
        body: r#"<section><h2>Call for transfer networks</h2><p>The call is open until 31 March 2027 at 15:00 CEST!</p><a href="https://urbact.eu/call-transfer-networks-2027">Read more</a></section>"#,
        title: "Call for transfer networks",
        link: "https://urbact.eu/call-transfer-networks-2027",
        field: ("", ""),
        detail: Some(("<div class='field--body'><p>Partners from seven countries.</p></div>", "seven countries")),
    },
    Answer {
        slugs: &["eui"],
        media: "text/html",
        body: r#"<div class="catalogue-item"><h2>Peer reviews: cities under review</h2><span class="status">Open</span><p>Deadline date : 31/12/2028</p><a href="https://www.urban-initiative.eu/calls/peer-reviews">Find out more</a></div>"#,
        title: "Peer reviews: cities under review",
        link: "https://www.urban-initiative.eu/calls/peer-reviews",
        field: ("deadline", "Deadline date : 31/12/2028"),
        detail: None,
    },
    Answer {
        slugs: &["masham-bids"],
        media: "text/html",
        body: r#"<html dir="rtl"><head><base href="https://www.masham.org.il/"></head><body><ul><li class="bid-item"><a href="./bids/?id=42"><span class="title">קול קורא: קבוצת עבודה לשינוי אקלים</span></a><span class="date">17/11/2026</span></li></ul></body></html>"#,
        title: "קול קורא: קבוצת עבודה לשינוי אקלים",
        link: "https://www.masham.org.il/bids/?id=42",
        field: ("published", "17/11/2026"),
        detail: Some(("<div class='rich-content'><p>הגשה עד 3.1.2027.</p></div>", "3.1.2027")),
    },
    Answer {
        slugs: &["education-pob"],
        media: "application/json",
        body: r#"[{"id": 5123, "name": "תוכניות קיץ לבני נוער", "linkCriteria": "https://pob.education.gov.il/kolkore/5123", "summary": "תמיכה בתוכניות של רשויות מקומיות.", "taarichPirsum": "2026-11-15T00:00:00", "taarichLast": "2027-01-20T00:00:00", "gufim": "רשויות מקומיות", "yechida": "מינהל חברה ונוער"}]"#,
        title: "תוכניות קיץ לבני נוער",
        link: "https://pob.education.gov.il/kolkore/5123",
        field: ("deadline", "2027-01-20T00:00:00"),
        detail: None,
    },
];

fn said<'f>(finding: &'f Finding, field: &str) -> Option<&'f str> {
    finding.fields.get(field).and_then(|values| values.first()).map(String::as_str)
}

#[test]
fn every_active_source_reads_an_answer_in_the_form_that_it_gives() {
    for source in real_roadmap().iter().filter(|source| source.active) {
        // Engines of their own have their tests beside them.
        if matches!(source.shape, Shape::Bespoke(_) | Shape::Manual(_)) {
            continue;
        }
        let slug = source.slug.as_str();
        let answer = ANSWERS.iter().find(|answer| answer.slugs.contains(&slug));
        let answer = answer.unwrap_or_else(|| panic!("{slug} is active, and no answer of it is read here"));
        let request = &first_requests(source, today())[0];
        let reading = read(source, request, &page(request.url.as_str(), answer.media, answer.body));
        assert!(!reading.failed() && reading.complaints.is_empty() && reading.found.len() == 1, "{slug}: {reading:?}");
        let found = reading.found.into_iter().next().expect("there is one");
        assert_eq!((found.finding.title.as_str(), found.finding.url.as_str()), (answer.title, answer.link), "{slug}");
        let (field, value) = answer.field;
        if !field.is_empty() {
            let told = said(&found.finding, field).unwrap_or_default();
            assert!(told.starts_with(value), "{slug}: {field} is {told:?}");
        }
        if let Some((detail, words)) = answer.detail {
            assert!(found.detail.is_some(), "{slug}: its own page is not asked for");
            let own: Page =
                page(answer.link, "text/html", format!("<html><body><h1>{}</h1>{detail}</body></html>", answer.title));
            let (finding, complaints) = read_detail(source, found.finding, &own);
            let body = format!("{:?} {:?}", finding.html, finding.text);
            assert!(body.contains(words) && complaints.is_empty(), "{slug}: {finding:?} {complaints:?}");
        }
    }
}
