//! Whatever a source or an officer writes into any field: what leaves is a letter with our headers, our markup and our directions.

use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::app::App;
use crate::config::Config;
use crate::digest::week::Week;
use crate::edition::prepare::prepare;
use crate::edition::testing::record;
use crate::record::Record;

/// Markup that runs, header breaks, and directions that would turn a letter's text around.
const PAYLOADS: [&str; 16] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</td></tr></table><iframe src=https://evil.example/>",
    "<a href=javascript:alert(1)>x</a>",
    "' style='background:url(https://evil.example/t.gif)' x='",
    "</title></head><body onload=alert(1)>",
    "--></style><style>*{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "x\r\nBcc: evil@example.org\r\n\r\n<b>x</b>",
    "x\nSubject: other\n",
    "x\u{2028}To: evil@example.org\u{85}x\u{0b}x\u{0}",
    "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:https://evil.example/",
    "\u{202e}gpj.exe\u{202d} \u{202b}\u{202a}",
    "\u{2067}\u{2066}\u{2068} never closed",
    "\u{2069}\u{2069}\u{2069}\u{200f}\u{200e}\u{61c} closed too often \u{202c}\u{202c}",
];

/// Headers that a letter may have.
const HEADERS: [&str; 13] = [
    "auto-submitted",
    "content-type",
    "date",
    "from",
    "list-id",
    "list-unsubscribe",
    "message-id",
    "mime-version",
    "precedence",
    "reply-to",
    "subject",
    "to",
    "x-auto-response-suppress",
];

/// A call whose every text is `evil`, and which fits all the same.
fn call(evil: &str) -> Record {
    let quoted = json!({"verdict": "yes", "quote": format!("local authorities {evil}"), "rule": evil});
    record(
        "call",
        json!({
            "title": format!("Grants for youth work of municipalities in Israel {evil}"),
            "summary": format!("Local authorities in Israel may apply. {evil}"), "lang": evil, "topics": ["youth", evil],
            "url": format!("https://calls.example.org/{evil}"), "organiser": evil, "programme": evil, "countries": ["IL", evil],
            "deadline": {"kind": "fixed", "stages": [{"date": "2027-02-01", "time": "17:00:00", "zone": evil, "label": evil, "quote": evil}]},
            "event": {"start": "2027-03-05", "end": "2027-03-07", "place": evil, "online": null},
            "amount": {"min": null, "max": 50000.0, "total": 900_000.0, "currency": evil, "cofunding_rate": 0.8},
            "eligibility": {"country": quoted, "body": quoted, "place": quoted},
            "text": format!("Local authorities in Israel may apply for youth work. {evil}"),
            "sources": [{"slug": evil, "url": evil, "first_seen": "2026-11-20T06:00:00Z", "last_seen": "2026-11-20T06:00:00Z"}]
        }),
    )
}

/// A profile whose every text is `evil`.
fn profile(evil: &str) -> Value {
    json!({
        "name_he": format!("נתניה {evil}"), "name_en": format!("Netanya {evil}"), "district": evil, "topics": {"youth": 3, evil: 2},
        "countries": [evil], "twin_cities": [{"name": format!("Dortmund {evil}"), "country": evil}], "words_wanted": [evil, "youth"],
        "words_unwanted": [], "priorities_he": evil,
        "contacts": [
            {"email": "he@example.org", "name": evil, "language": "he"},
            {"email": "en@example.org", "name": evil, "language": "en"},
            {"email": "other@example.org", "name": evil, "language": evil}
        ]
    })
}

/// What is wrong with a message, if anything is.
fn violations(message: &[u8]) -> Vec<String> {
    let mut wrong = Vec::new();
    let parsed = mail_parser::MessageParser::default().parse(message).unwrap();
    let mut names: Vec<String> = parsed.root_part().headers.iter().map(|header| header.name().to_ascii_lowercase()).collect();
    names.sort();
    if names != HEADERS {
        wrong.push(format!("headers {names:?}"));
    }
    if parsed.to().map(|to| to.iter().count()) != Some(1) || parsed.bcc().is_some() {
        wrong.push("other recipients".to_owned());
    }
    let (html, text) = (parsed.body_html(0).unwrap().into_owned(), parsed.body_text(0).unwrap().into_owned());
    let document = Html::parse_document(&html);
    let all = Selector::parse("*").unwrap();
    let allowed = [
        "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "h1", "h2", "h3", "p", "a", "bdi",
        "span", "strong", "q",
    ];
    for element in document.select(&all).map(|element| element.value()) {
        if !allowed.contains(&element.name()) {
            wrong.push(format!("<{}>", element.name()));
        }
        for (name, value) in element.attrs() {
            if name.starts_with("on")
                || (name == "href" && !value.starts_with("https://") && !value.starts_with("http://127.0.0.1"))
            {
                wrong.push(format!("{name}={value}"));
            }
            if name == "style" && value.contains("url(") {
                wrong.push(format!("style={value}"));
            }
        }
    }
    if document.select(&Selector::parse("style").unwrap()).count() != 1 {
        wrong.push("another style sheet".to_owned());
    }
    for (where_, text) in [("html", document.root_element().text().collect::<String>()), ("text", text)] {
        wrong.extend(text.lines().filter(|line| !is_directed_well(line)).map(|line| format!("{where_}: direction of {line:?}")));
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            wrong.push(format!("{where_}: control characters"));
        }
    }
    let subject = parsed.subject().unwrap_or_default();
    if !is_directed_well(subject) || subject.chars().any(char::is_control) {
        wrong.push(format!("subject {subject:?}"));
    }
    for calendar in parsed.attachments().map(|part| String::from_utf8_lossy(part.contents()).into_owned()) {
        for property in ["BEGIN:VALARM", "ATTACH", "ATTENDEE", "ORGANIZER"] {
            if calendar.lines().any(|line| line.starts_with(property)) {
                wrong.push(format!("calendar: {property}"));
            }
        }
        if calendar.matches("\nBEGIN:VEVENT").count() != calendar.matches("\nEND:VEVENT").count() {
            wrong.push("calendar: events".to_owned());
        }
    }
    wrong
}

/// No embedding or override, and every isolate is closed on its line, none more than was opened.
fn is_directed_well(line: &str) -> bool {
    let mut open = 0_i32;
    for c in line.chars() {
        match c {
            '\u{202a}'..='\u{202e}' => return false,
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        if open < 0 {
            return false;
        }
    }
    open == 0
}

#[tokio::test]
async fn no_field_of_a_record_or_a_profile_writes_headers_markup_or_directions_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
    config.municipalities.retain(|one| one.slug == "netanya");
    config.settings.today = "2026-11-22T08:00:00".to_owned();
    let app = App::with_config(config, folder.path()).await.unwrap();
    let now = app.clock.now();
    let (mut letters, mut wrong) = (0, Vec::new());
    for evil in PAYLOADS {
        app.store.import(&[call(evil)], now).await.unwrap();
        app.store.set_profile("netanya", &profile(evil), now).await.unwrap();
        for prepared in prepare(&app, Week::of(app.clock.today()), None, now).await.unwrap() {
            assert!(
                prepared.composed.text.contains("municipalities in Israel"),
                "{evil:?}: nothing was picked: {}",
                prepared.composed.text
            );
            let message = prepared.delivery.expect("it has a contact").message;
            wrong.extend(violations(&message).into_iter().map(|what| format!("{evil:?}: {what}")));
            letters += 1;
        }
    }
    assert_eq!(letters, 3 * PAYLOADS.len());
    assert!(wrong.is_empty(), "{} violations:\n{}", wrong.len(), wrong.join("\n"));
    app.close().await;
}

#[test]
fn the_judge_of_letters_sees_what_it_should_see() {
    let message = |html: &str| {
        format!("Subject: \u{202e}x\r\nTo: a@example.org\r\nX-Evil: 1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}")
    };
    let told = violations(message("<p onclick=x>\u{2067}<script>1</script><a href=javascript:1>x</a></p>").as_bytes()).join(" ");
    for what in ["headers", "<script>", "onclick=x", "href=javascript:1", "direction", "subject"] {
        assert!(told.contains(what), "{what}: {told}");
    }
}
