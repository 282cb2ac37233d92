mod calendar;
mod steps;

use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::*;
use crate::digest::holidays::Faith;
use crate::digest::planning::{self, LeadTimes};

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

/// Of a municipality that is quick.
const LEADS: LeadTimes = LeadTimes { council: 5, legal: 1, treasurer: 1 };

/// As a municipality of middle size with the Jewish calendar gets it.
fn item<'a>(record: &'a Record, reason: &str) -> Item<'a> {
    let faiths = [Faith::Jewish];
    Item {
        record,
        reason: reason.to_owned(),
        changes: None,
        plan: planning::plan_of(&record.opportunity.deadline, day("2026-11-22"), LEADS, &faiths),
        clashes: planning::clashes(&record.opportunity.event, &faiths),
        page: Some(format!("https://calls.example.org/o/{}", record.id)),
        acts: Purpose::OF_ITEM
            .map(|purpose| (purpose, format!("https://calls.example.org/act/{}.{}", purpose.code(), record.id)))
            .to_vec(),
    }
}

/// No call's dates have changed.
static NUMBERED: LazyLock<HashMap<String, Vec<Appointment>>> = LazyLock::new(HashMap::new);

fn letter<'a>(language: Language, fresh: &'a [Record], closing: &'a [Record]) -> Letter<'a> {
    let items = |records: &'a [Record], reason: &str| records.iter().map(|record| item(record, reason)).collect::<Vec<_>>();
    let reason = match language {
        Language::He => "העיר התאומה שלכם דורטמונד מזמינה",
        Language::En => "Your twin city Dortmund invites",
        Language::Ar => "مدينتكم التوأم دورتموند تدعو",
    };
    Letter {
        addressee: Addressee {
            slug: "netanya",
            name: if language == Language::En { "Netanya" } else { "נתניה" },
            language,
            is_member: true,
            email: "mayor@netanya.example.org",
        },
        occasion: Occasion::Weekly,
        week: Week::of(day("2026-11-22")),
        now: "2026-11-22T06:03:07Z".parse().unwrap(),
        today: day("2026-11-22"),
        fresh: items(fresh, reason),
        closing: items(closing, reason),
        updates: Vec::new(),
        late: Vec::new(),
        ended: Vec::new(),
        everyone: Vec::new(),
        opening: String::new(),
        asked: Vec::new(),
        dates: &NUMBERED,
        sources_checked: 14,
        sources_missed: vec!["Cités Unies".to_owned()],
        full_items: FULL_ITEMS,
        public_url: "https://calls.example.org",
        copy: Some("https://calls.example.org/letter/copy".to_owned()),
        profile: Some("https://calls.example.org/profile/us".to_owned()),
        unsubscribe: Some("https://calls.example.org/act/end".to_owned()),
    }
}

fn compose(letter: &Letter<'_>) -> Composed {
    letter.compose(&i18n()).unwrap()
}

#[test]
fn every_text_a_letter_needs_is_there_in_each_language() {
    i18n().require_for_readers(KEYS).unwrap();
    i18n().require_for_readers(crate::digest::holidays::KEYS).unwrap();
    i18n().require_for_readers(crate::web::act::KEYS).unwrap();
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
fn the_arabic_letter_reads_like_this() {
    let composed = compose(&letter(Language::Ar, &[twin_call()], &[hebrew_call()]));
    insta::assert_snapshot!("arabic_text", format!("{}\n\n{}", composed.subject, composed.text));
    assert!(
        composed.html.contains("<html lang=\"ar\" dir=\"rtl\">") && composed.html.contains("text-align:right"),
        "{}",
        composed.html
    );
    assert!(composed.html.contains("<bdi lang=\"he\" dir=\"rtl\">קול קורא לקליטת עלייה 2027</bdi>"), "{}", composed.html);
    assert_eq!(
        composed.html.matches("<td").count(),
        composed.html.matches("dir=\"rtl\" ").count(),
        "every cell has its direction"
    );
}

#[test]
fn a_hebrew_title_by_staff_stands_above_the_original_one_which_keeps_its_language() {
    let german = Record {
        original_title: Some("Jugendbegegnung in Dortmund".to_owned()),
        ..record(json!({"title": "חילופי נוער בדורטמונד", "lang": "de", "summary": "Jugendliche aus Partnerstädten."}))
    };
    let hebrew = compose(&letter(Language::He, std::slice::from_ref(&german), &[]));
    let text = hebrew.text.replace(['\u{2068}', '\u{2069}'], "");
    assert!(text.contains("* חילופי נוער בדורטמונד\n  Jugendbegegnung in Dortmund (בגרמנית)\n"), "{text}");
    assert!(hebrew.html.contains("<bdi lang=\"he\" dir=\"rtl\">חילופי נוער בדורטמונד</bdi>"), "{}", hebrew.html);
    assert!(hebrew.html.contains("<bdi lang=\"de\" dir=\"ltr\">Jugendbegegnung in Dortmund</bdi> (בגרמנית)"), "{}", hebrew.html);
    assert!(hebrew.html.contains("<bdi lang=\"de\" dir=\"ltr\">Jugendliche aus Partnerstädten.</bdi>"));
    let english = compose(&letter(Language::En, std::slice::from_ref(&german), &[]));
    assert!(english.text.contains("Jugendbegegnung") && !english.text.contains("חילופי"), "{}", english.text);
}

#[test]
fn an_empty_week_is_still_a_letter() {
    let composed = compose(&letter(Language::He, &[], &[]));
    assert!(composed.subject.starts_with("אין הזדמנויות חדשות השבוע"), "{}", composed.subject);
    assert!(composed.text.contains("נעדכן בשבוע הבא") && composed.html.contains("השבוע נבדקו 14 מתוך 15 מקורות"));
}

#[test]
fn how_many_sources_were_checked_is_said_and_which_were_not_reached() {
    let said = |language, missed: &[&str]| {
        let mut letter = letter(language, &[], &[]);
        letter.sources_missed = missed.iter().map(|name| (*name).to_owned()).collect();
        let text = compose(&letter).text.replace(['\u{2068}', '\u{2069}'], "");
        text.split("-----\n").nth(1).and_then(|rest| rest.lines().next()).unwrap_or_default().to_owned()
    };
    assert_eq!(
        said(Language::En, &["Eurocities", "SCI"]),
        "14 of 16 sources were checked this week; not reached: Eurocities, SCI"
    );
    assert_eq!(said(Language::He, &["ערים אחיות"]), "השבוע נבדקו 14 מתוך 15 מקורות; ללא מענה: ערים אחיות");
    let many = said(Language::He, &["א", "ב", "ג", "ד", "ה", "ו", "ז", "ח"]);
    assert_eq!(many, "השבוע נבדקו 14 מתוך 22 מקורות; ללא מענה: א, ב, ג, ד, ה, ו, ועוד שניים");
    assert_eq!(said(Language::En, &[]), "14 sources were checked this week.");
    assert_eq!(said(Language::He, &[]), "השבוע נבדקו 14 מקורות.");
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
fn a_call_for_authorities_is_no_yes_where_nobody_knows_whether_ours_may() {
    let text = |country: &str| {
        let said = |verdict: &str| json!({"verdict": verdict, "quote": null, "rule": null});
        let axes = json!({"country": said(country), "body": said("yes"), "place": said("unknown")});
        compose(&letter(Language::En, &[record(json!({"eligibility": axes}))], &[])).text
    };
    assert!(text("yes").contains("A local authority may apply"));
    for country in ["unknown", "partner", "no"] {
        let text = text(country);
        assert!(text.contains("The call is for local authorities") && !text.contains("A local authority may apply"), "{text}");
    }
}

#[test]
fn a_quote_that_only_says_the_title_again_is_left_out() {
    let said = |quote: &str| {
        let conditional = json!({"verdict": "conditional", "quote": quote, "rule": "x"});
        let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
        let call = record(
            json!({"title": "Award for member towns 2027", "eligibility": {"country": unknown, "body": conditional, "place": unknown}}),
        );
        compose(&letter(Language::En, &[call], &[])).text
    };
    assert!(!said("award for member towns").contains("in the notice"));
    assert!(said("towns that are members of the network").contains("towns that are members of the network"));
}

#[test]
fn a_sentence_that_proves_two_verdicts_stands_once_behind_both() {
    let quote = "towns of Israel and Jordan may apply";
    let yes = json!({"verdict": "yes", "quote": quote, "rule": "x"});
    let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
    let call = record(json!({"eligibility": {"country": yes, "body": yes, "place": unknown}}));
    let text = compose(&letter(Language::En, &[call], &[])).text;
    assert_eq!(text.matches(quote).count(), 1, "{text}");
    assert!(text.find("A local authority may apply").is_some_and(|verdict| Some(verdict) < text.find(quote)), "{text}");
}

#[test]
fn an_event_on_days_of_rest_is_flagged_and_a_plan_without_time_says_so() {
    let call = record(json!({
        "event": {"start": "2027-02-05", "end": "2027-02-07", "place": null, "online": null},
        "deadline": {"kind": "fixed", "stages": [{"date": "2026-11-24"}]}
    }));
    let text = compose(&letter(Language::He, &[call], &[])).text;
    assert!(text.contains("האירוע חל בשבת (\u{2068}6.2.2027\u{2069})"), "{text}");
    assert!(
        text.contains(
            "להחליט מיד ולהגיש עד \u{2068}24.11.2026\u{2069}; לא נותר זמן למליאה רגילה (נדרשים 5 ימי עבודה, לא נותר אף אחד)"
        ),
        "{text}"
    );
}

#[test]
fn updates_say_what_changed_and_what_is_too_late_is_a_title_that_counts_for_nothing() {
    let amount = |max: f64| json!({"min": null, "max": max, "total": null, "currency": "EUR", "cofunding_rate": null});
    let changed = record(json!({
        "amount": amount(50_000.0), "opens": "2026-11-20",
        "history": [
            {"change": 3, "at": "2026-11-18T06:00:00Z", "field": "amount", "old": amount(10_000.0), "new": amount(20_000.0), "by": "crawl"},
            {"change": 8, "at": "2026-11-20T06:00:00Z", "field": "amount", "old": amount(20_000.0), "new": amount(50_000.0), "by": "crawl"}
        ]
    }));
    let (changed, late) = ([changed], [record(json!({"title": "Closes tomorrow"}))]);
    let mut letter = letter(Language::En, &[], &[]);
    letter.updates =
        vec![Item { changes: Some(Since { told: None, changes: changed[0].history[1..].to_vec() }), ..item(&changed[0], "") }];
    letter.late = vec![item(&late[0], "")];
    let composed = compose(&letter);
    assert!(composed.subject.starts_with("One opportunity"), "{}", composed.subject);
    assert!(
        composed.text.contains("What changed: the amount was \u{2068}up to \u{2068}€20,000\u{2069}\u{2069} and is now"),
        "{}",
        composed.text
    );
    assert!(composed.text.split("too late to begin").nth(1).is_some_and(|late| late.contains("Closes tomorrow")));
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

#[test]
fn what_became_of_an_earlier_call_is_asked_with_its_answers() {
    let wanted = twin_call();
    let mut letter = letter(Language::He, &[], &[]);
    let answers =
        Purpose::OUTCOMES.map(|purpose| (purpose, format!("https://calls.example.org/act/{}", purpose.code()))).to_vec();
    letter.asked = vec![Question { record: &wanted, answers }];
    let composed = compose(&letter);
    let asked = composed.text.split("== מה יצא מהבקשות שהגשתם? ==").nth(1).unwrap_or_else(|| panic!("{}", composed.text));
    assert!(
        asked.contains("Youth orchestras meet in Dortmund") && asked.contains("זכינו: https://calls.example.org/act/won"),
        "{asked}"
    );
    assert!(composed.html.contains("https://calls.example.org/act/not_won"), "{}", composed.html);
}

#[test]
fn later_cut_offs_stand_in_letter_and_calendar() {
    let stages = ["2026-12-24", "2027-02-15", "2027-04-16"].map(|date| json!({"date": date}));
    let calls = [record(json!({"deadline": {"kind": "multiple_cutoffs", "stages": stages}}))];
    let composed = compose(&letter(Language::He, &calls, &[]));
    let text = composed.text.replace(['\u{2068}', '\u{2069}'], "");
    assert!(text.contains("מועד אחרון: 24.12.2026") && text.contains("מועדים נוספים: 15.2.2027, 16.4.2027"), "{text}");
    let calendar = composed.calendar.unwrap();
    for date in ["20261224", "20270215", "20270416"] {
        assert!(calendar.contains(&format!("DTSTART;VALUE=DATE:{date}")), "{calendar}");
    }
    assert_eq!(calendar.matches("UID:").collect::<Vec<_>>().len(), 3);
}

#[test]
fn when_and_where_an_event_is_stands_in_the_letter() {
    let event = json!({"start": "2027-04-21", "end": "2027-04-23", "place": "Dortmund", "online": null});
    let composed = compose(&letter(Language::He, &[record(json!({"kind": "conference", "event": event}))], &[]));
    assert!(
        composed.text.contains("האירוע: \u{2068}21.4.2027 – 23.4.2027\u{2069} · \u{2068}Dortmund\u{2069}"),
        "{}",
        composed.text
    );
    assert!(composed.html.contains("Dortmund"));
}
