//! Two steps named, what leads to our own pages, who is spoken to as a member, and words in lines.

use super::*;

fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn two_steps() -> Record {
    let stages = json!([{"date": "2027-03-01", "time": "17:00", "zone": "Europe/Brussels", "label": "Outline proposals"}, {"date": "2027-09-15"}]);
    record(json!({"title": "Bridges between towns", "deadline": {"kind": "two_stage", "stages": stages}}))
}

#[test]
fn each_of_two_steps_is_named_in_the_readers_language_in_letter_and_calendar() {
    let hebrew = compose(&letter(Language::He, &[two_steps()], &[]));
    let text = plain(&hebrew.text);
    assert!(
        text.contains("מועד אחרון: שלב א', 1.3.2027 בשעה 17:00") && text.contains("מועדים נוספים: שלב ב', 15.9.2027"),
        "{text}"
    );
    assert!(hebrew.html.contains("שלב א&#39;") && hebrew.html.contains("שלב ב&#39;"), "{}", hebrew.html);
    let calendar = plain(&hebrew.calendar.unwrap().replace("\r\n ", ""));
    assert!(calendar.contains("SUMMARY:מועד אחרון (שלב א'): Bridges between towns"), "{calendar}");
    assert!(calendar.contains("SUMMARY:מועד אחרון (שלב ב'): Bridges between towns"), "{calendar}");
    let english = plain(&compose(&letter(Language::En, &[two_steps()], &[])).text);
    assert!(english.contains("Deadline: first stage, 1.3.2027") && english.contains("second stage, 15.9.2027"), "{english}");
}

#[test]
fn the_second_step_is_named_as_such_when_the_first_is_over() {
    let mut letter = letter(Language::He, &[], &[]);
    let calls = [two_steps()];
    letter.today = day("2027-03-02");
    letter.fresh = vec![item(&calls[0], "")];
    let text = plain(&compose(&letter).text);
    assert!(text.contains("מועד אחרון: שלב ב', 15.9.2027") && !text.contains("שלב א'"), "{text}");
}

#[test]
fn an_item_in_full_leads_to_our_page_and_the_text_part_to_the_mayors() {
    let calls = [twin_call()];
    let mut letter = letter(Language::He, &calls, &[]);
    letter.fresh[0].acts.push((Purpose::Mayor, "https://calls.example.org/mayor/us".to_owned()));
    let composed = compose(&letter);
    assert!(composed.html.contains("href=\"https://calls.example.org/o/r1\""), "{}", composed.html);
    assert!(composed.text.contains("  לעמוד ההזדמנות אצלנו: https://calls.example.org/o/r1\n"), "{}", composed.text);
    assert!(composed.text.contains("  עמוד לראש הרשות: https://calls.example.org/mayor/us\n"), "{}", composed.text);
}

#[test]
fn the_lines_of_the_opening_words_stay_lines() {
    let mut letter = letter(Language::He, &[], &[]);
    letter.opening = "שלום לכולם,\r\n\r\nהכנס נדחה ל־<9.6>.\r\nבברכה, דנה".to_owned();
    let composed = compose(&letter);
    assert!(composed.text.contains("\nשלום לכולם,\n\nהכנס נדחה ל־<9.6>.\nבברכה, דנה\n"), "{}", composed.text);
    assert!(composed.html.contains("שלום לכולם,<br><br>הכנס נדחה ל־&#60;9.6&#62;.<br>בברכה, דנה"), "{}", composed.html);
}

#[test]
fn members_alone_are_called_members() {
    let mut letter = letter(Language::He, &[], &[]);
    assert!(compose(&letter).text.contains("לרשויות החברות"));
    letter.addressee.is_member = false;
    let text = compose(&letter).text;
    assert!(text.contains("המכתב נשלח פעם בשבוע.") && !text.contains("לרשויות החברות"), "{text}");
}

#[test]
fn an_urgent_subject_says_by_when_to_decide_and_where_no_council_sits_by_when_to_apply() {
    let calls = [record(json!({"title": "Prize", "deadline": {"kind": "fixed", "stages": [{"date": "2027-01-05"}]}}))];
    let mut letter = letter(Language::He, &calls, &[]);
    letter.occasion = Occasion::Urgent;
    assert_eq!(plain(&compose(&letter).subject), "דחוף: להחליט עד 27.12.2026 · Prize");
    letter.fresh[0].plan = None;
    assert_eq!(plain(&compose(&letter).subject), "דחוף: להגיש עד 5.1.2027 · Prize");
}

#[test]
fn an_hour_whose_zone_is_an_offset_is_told_by_the_clock_of_israel_too_and_is_a_moment() {
    let stage = |zone: Option<&str>| {
        let stages = json!([{"date": "2027-03-15", "time": "17:00", "zone": zone}]);
        compose(&letter(Language::He, &[record(json!({"deadline": {"kind": "fixed", "stages": stages}}))], &[]))
    };
    let offset = stage(Some("+09:00"));
    let text = plain(&offset.text);
    assert!(text.contains("17:00 (שעון UTC+09:00) = 10:00 בישראל") && !text.contains("17:00 (שעון ישראל)"), "{text}");
    assert!(offset.calendar.unwrap().contains("DTSTART:20270315T080000Z"));
    let unknown = plain(&stage(None).text);
    assert!(!unknown.contains("שעון ישראל"), "{unknown}");
}

#[test]
fn of_two_dates_the_one_that_is_planned_for_is_counted_down_to_and_the_other_is_said_to_be_out_of_reach() {
    let stages = json!([{"date": "2026-11-29"}, {"date": "2027-03-15"}]);
    let calls = [record(json!({"title": "Grants", "deadline": {"kind": "multiple_cutoffs", "stages": stages}}))];
    let composed = compose(&letter(Language::En, &calls, &[]));
    let text = plain(&composed.text);
    assert!(text.contains("Deadline: 15.3.2027 – 113 days left · can no longer be reached: 29.11.2026\n"), "{text}");
    assert!(text.contains("hand in by 15.3.2027") && !text.contains("Later deadlines"), "{text}");
    assert!(plain(&composed.subject).ends_with("nearest deadline 15.3.2027"), "{}", composed.subject);
}
