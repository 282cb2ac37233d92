//! The texts of an imported record as a visit would have kept them: nothing that cannot be seen or reorders its neighbours, and a title
//! is one line. Changes no word.

use std::borrow::Cow;

use serde_json::Value;
use sources::normalise::clean;
use sources::read::text;

use crate::record::Record;

/// Cleans every text of a record that people may be shown.
pub(super) fn clean(record: &mut Record) {
    let told = &mut record.opportunity;
    told.title = clean::line(&told.title);
    for one_line in [&mut told.organiser, &mut told.programme, &mut told.event.place, &mut told.amount.currency] {
        *one_line = one_line.take().map(|written| clean::line(&written));
    }
    for name in told.topics.iter_mut().chain(&mut told.countries) {
        *name = clean::line(name);
    }
    let stages = told.deadline.stages.iter_mut().flat_map(|stage| [&mut stage.label, &mut stage.quote]);
    let eligibility = &mut told.eligibility;
    let answers = [&mut eligibility.country, &mut eligibility.body, &mut eligibility.place];
    let of_answers = answers.into_iter().flat_map(|answer| [&mut answer.quote, &mut answer.file]);
    stages.chain(of_answers).chain([&mut told.summary]).flatten().for_each(keep_lines);
    for evidence in told.evidence.values_mut() {
        keep_lines(&mut evidence.quote);
        evidence.file.iter_mut().for_each(keep_lines);
    }
    keep_lines(&mut record.text);
    for file in &mut record.attachments {
        file.name = clean::line(&file.name);
        keep_lines(&mut file.text);
    }
    for change in &mut record.history {
        keep_lines(&mut change.by);
        in_value(&mut change.old);
        in_value(&mut change.new);
    }
}

fn keep_lines(written: &mut String) {
    if let Cow::Owned(cleaned) = text::clean(written) {
        *written = cleaned;
    }
}

fn in_value(value: &mut Value) {
    match value {
        Value::String(written) => keep_lines(written),
        Value::Array(values) => values.iter_mut().for_each(in_value),
        Value::Object(members) => members.values_mut().for_each(in_value),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::import::read_line;

    #[test]
    fn nothing_unseen_and_nothing_that_reorders_comes_in_and_a_title_is_one_line() {
        let line = r#"{"title":"Call \u202eevil\u202c \u0007 bell\nline","text":"one\u2066\ntwo\u0000","summary":"s\u202e",
            "organiser":"O\u202eX\n","event":{"start":null,"end":null,"place":"P\u0007","online":null},
            "deadline":{"kind":"fixed","stages":[{"date":"2027-03-01","time":null,"zone":null,"label":"l\u202e","quote":"q\u0007"}]},
            "evidence":{"kind":{"quote":"k\u202e","rule":"r"}},"attachments":[{"name":"a\n.pdf","text":"t\u202e"}],
            "history":[{"change":1,"at":"2026-11-25T10:00:00Z","field":"title","old":"a\u202e","new":["b\u0007"],"by":"crawl"}]}"#;
        let record = read_line(line, "2026-11-25T10:00:00Z".parse().expect("a moment")).expect("reads");
        let told = &record.opportunity;
        assert_eq!((told.title.as_str(), record.text.as_str()), ("Call evil bell line", "one\ntwo"));
        assert_eq!((told.organiser.as_deref(), told.event.place.as_deref()), (Some("OX"), Some("P")));
        let written = serde_json::to_string(&record).expect("serialises");
        for unseen in ["\u{202e}", "\u{2066}", "\\u0007", "\\u0000"] {
            assert!(!written.contains(unseen), "{unseen:?} in {written}");
        }
    }
}
