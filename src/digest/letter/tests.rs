use std::path::Path;

use serde_json::{Value, json};

use super::*;

fn i18n() -> I18n {
    I18n::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A record with `over` laid over an empty one.
fn record(over: Value) -> Record {
    let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
    let mut whole = json!({
        "id": "r1", "title": "Title", "summary": null, "lang": "en", "url": "https://calls.example.org/1", "kind": "grant", "status": "open",
        "deadline": {"kind": "unknown", "stages": []}, "event": {"start": null, "end": null, "place": null, "online": null},
        "amount": {"min": null, "max": null, "total": null, "currency": null, "cofunding_rate": null},
        "eligibility": {"country": unknown, "body": unknown, "place": unknown}, "organiser": null, "programme": null, "topics": [], "countries": [],
        "published": null, "evidence": {}, "text": "", "sources": [], "review": "approved", "history": [], "changed": 1
    });
    for (name, value) in over.as_object().unwrap() {
        whole[name] = value.clone();
    }
    serde_json::from_value(whole).unwrap()
}

fn twin_call() -> Record {
    record(json!({
        "title": "Youth orchestras meet in Dortmund", "summary": "Conservatories of twin towns are invited for a week of music.",
        "deadline": {"kind": "fixed", "stages": [{"date": "2026-12-04", "time": "17:00", "zone": "Europe/Brussels", "label": null, "quote": null}]},
        "amount": {"min": null, "max": 50000.0, "total": null, "currency": "EUR", "cofunding_rate": 80.0},
        "eligibility": {
            "country": {"verdict": "yes", "quote": "open to towns in Israel", "rule": "x"},
            "body": {"verdict": "unknown", "quote": "towns", "rule": null},
            "place": {"verdict": "unknown", "quote": null, "rule": null}
        }
    }))
}

fn hebrew_call() -> Record {
    record(json!({
        "id": "r2", "title": "קול קורא לקליטת עלייה 2027", "lang": "he", "url": "https://calls.example.org/2",
        "deadline": {"kind": "fixed", "stages": [{"date": "2026-11-24", "time": null, "zone": null, "label": null, "quote": null}]},
        "amount": {"min": 5000.0, "max": 80000.0, "total": null, "currency": "ILS", "cofunding_rate": null}
    }))
}

fn letter<'a>(language: Language, fresh: &'a [Record], closing: &'a [Record]) -> Letter<'a> {
    let items = |records: &'a [Record], reason: &str| {
        records.iter().map(|record| Item { record, reason: reason.to_owned() }).collect::<Vec<_>>()
    };
    let reason = match language {
        Language::He => "העיר התאומה שלכם דורטמונד מזמינה",
        Language::En => "Your twin city Dortmund invites",
    };
    Letter {
        addressee: Addressee {
            slug: "netanya",
            name: if language == Language::He { "נתניה" } else { "Netanya" },
            language,
            email: "mayor@netanya.example.org",
        },
        week: Week::of(day("2026-11-22")),
        today: day("2026-11-22"),
        fresh: items(fresh, reason),
        closing: items(closing, reason),
        everyone: Vec::new(),
        sources_checked: 14,
        sources_missed: vec!["Cités Unies".to_owned()],
        full_items: FULL_ITEMS,
        public_url: "https://calls.example.org",
    }
}

fn compose(letter: &Letter<'_>) -> Composed {
    letter.compose(&i18n()).unwrap()
}

#[test]
fn every_text_a_letter_needs_is_there_in_both_languages() {
    i18n().require(KEYS).unwrap();
}

#[test]
fn the_hebrew_letter_reads_like_this() {
    let composed = compose(&letter(Language::He, &[twin_call()], &[hebrew_call()]));
    insta::assert_snapshot!("hebrew_text", format!("{}\n\n{}", composed.subject, composed.text));
    insta::assert_snapshot!("hebrew_html", composed.html);
}

#[test]
fn the_english_letter_reads_like_this() {
    let composed = compose(&letter(Language::En, &[twin_call()], &[hebrew_call()]));
    insta::assert_snapshot!("english_text", format!("{}\n\n{}", composed.subject, composed.text));
    insta::assert_snapshot!("english_html", composed.html);
}

#[test]
fn an_empty_week_is_still_a_letter() {
    let composed = compose(&letter(Language::He, &[], &[]));
    assert!(composed.subject.starts_with("אין הזדמנויות חדשות השבוע"), "{}", composed.subject);
    assert!(composed.text.contains("המקורות נבדקו כרגיל") && composed.html.contains("השבוע נבדקו 14 מקורות"));
}

#[test]
fn what_does_not_fit_in_full_is_a_title() {
    let records: Vec<_> = (0..9).map(|n| record(json!({"id": format!("r{n}"), "title": format!("Call number {n}")}))).collect();
    let composed = compose(&letter(Language::En, &records, &[]));
    assert!(composed.subject.starts_with("9 opportunities for"), "{}", composed.subject);
    assert_eq!(composed.html.matches("<h3").count(), 7);
    let (full, rest) = composed.text.split_once("More opportunities").unwrap();
    assert!(
        full.contains("Call number 6")
            && !full.contains("Call number 7")
            && rest.contains("Call number 7")
            && rest.contains("Call number 8")
    );
}

#[test]
fn the_days_left_are_said_as_a_hebrew_speaker_says_them() {
    let left = |date: &str| {
        let call = record(json!({"deadline": {"kind": "fixed", "stages": [{"date": date}]}}));
        compose(&letter(Language::He, &[call], &[])).text.lines().find(|line| line.contains("מועד אחרון")).unwrap().to_owned()
    };
    for (date, words) in [
        ("2026-11-22", "היום המועד האחרון"),
        ("2026-11-23", "נותר יום אחד"),
        ("2026-11-24", "נותרו יומיים"),
        ("2026-12-04", "נותרו 12 ימים"),
    ] {
        assert!(left(date).ends_with(words), "{}", left(date));
    }
}

#[test]
fn an_unknown_verdict_never_reads_as_yes() {
    let composed = compose(&letter(Language::En, &[record(json!({}))], &[]));
    assert!(
        composed.text.contains("Not said whether applicants from Israel may apply")
            && !composed.text.contains("\u{2068}may apply")
    );
    assert!(!composed.text.contains("Applicants from Israel may apply"));
}

#[test]
fn markup_in_any_field_is_shown_as_text() {
    let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let call = record(json!({
        "title": evil, "summary": evil, "lang": "en\"><script>", "url": "javascript:alert(3)",
        "deadline": {"kind": "fixed", "stages": [{"date": "2026-12-04", "time": "17:00", "zone": evil, "label": evil, "quote": evil}]},
        "amount": {"min": 1.0, "max": 2.0, "total": 3.0, "currency": evil, "cofunding_rate": 4.0},
        "eligibility": {
            "country": {"verdict": "yes", "quote": evil, "rule": evil}, "body": {"verdict": "partner", "quote": evil, "rule": evil},
            "place": {"verdict": "conditional", "quote": evil, "rule": evil}
        },
        "organiser": evil, "programme": evil
    }));
    let records = [call];
    let mut letter = letter(Language::He, &records, &[]);
    letter.fresh[0].reason = evil.to_owned();
    letter.addressee.name = evil;
    letter.sources_missed = vec![evil.to_owned()];
    let html = compose(&letter).html;
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("javascript:"), "{html}");
    assert!(html.contains("&#60;script&#62;") || html.contains("&lt;script&gt;"));
}

#[test]
fn line_breaks_and_overrides_in_a_title_or_name_stay_harmless() {
    let records = [record(json!({"title": "Call\r\nBcc: x@example.org\u{202E}txt.exe\u{2069}"}))];
    let mut letter = letter(Language::He, &records, &[]);
    letter.addressee.name = "נתניה\r\nX-Evil: 1\u{202E}";
    let composed = compose(&letter);
    for text in [&composed.subject, &composed.html, &composed.text] {
        assert!(!text.contains(['\r', '\u{202E}']));
        let (opened, closed) = (text.matches('\u{2068}').count(), text.matches('\u{2069}').count());
        assert_eq!(opened, closed, "isolates are balanced");
    }
    assert!(!composed.subject.contains('\n'));
}

#[test]
fn nothing_in_a_letter_is_fetched_from_elsewhere() {
    let html = compose(&letter(Language::He, &[twin_call()], &[hebrew_call()])).html;
    for remote in ["<img", "src=", "url(", "<link", "@import", "<script", "<iframe"] {
        assert!(!html.contains(remote), "{remote}");
    }
    assert_eq!(html.matches("<td").count(), html.matches("dir=\"rtl\" ").count(), "every cell has its direction");
}

#[test]
fn the_same_letter_has_the_same_key_and_no_address_in_it() {
    let key = compose(&letter(Language::He, &[], &[])).message_key;
    assert_eq!(key, compose(&letter(Language::En, &[twin_call()], &[])).message_key);
    assert!(key.starts_with("digest.2026-W48.netanya.") && !key.contains("mayor"), "{key}");
}
