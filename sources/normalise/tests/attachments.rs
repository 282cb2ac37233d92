//! What attached files may say, and when.

use super::{Context, LEXICON, finding, normalise, today};
use crate::finding::Attachment;
use crate::normalise::Normalised;
use crate::opportunity::Verdict;

fn with_file(title: &str, text: &str, file: &str) -> Normalised {
    let mut finding = finding(title, text);
    finding.attachments.push(Attachment { name: "call.pdf".into(), url: None, text: file.into() });
    normalise(&finding, &Context::neutral(), &LEXICON, today())
}

const FILE: &str =
    "Call for proposals\nApplications must be submitted by 15 April 2027.\nMunicipalities and their utilities may apply.";

#[test]
fn a_file_is_asked_where_the_page_says_nothing_and_is_named() {
    let told = with_file("Call for proposals: parks", "See the attached guidelines for all conditions.", FILE).opportunity;
    assert_eq!(told.deadline.stages[0].date.to_string(), "2027-04-15");
    assert_eq!(told.evidence["deadline"].file.as_deref(), Some("call.pdf"));
    assert_eq!((told.eligibility.body.verdict, told.eligibility.body.file.as_deref()), (Verdict::Yes, Some("call.pdf")));
}

#[test]
fn what_the_page_itself_says_beats_its_files() {
    let page = "Applications are due by 1 March 2027. Only universities may apply.";
    let told = with_file("Call for proposals: parks", page, FILE).opportunity;
    let without = normalise(&finding("Call for proposals: parks", page), &Context::neutral(), &LEXICON, today()).opportunity;
    assert_eq!((&told.deadline, &told.evidence), (&without.deadline, &without.evidence));
    assert_eq!(told.deadline.stages[0].date.to_string(), "2027-03-01");
    assert_eq!(told.eligibility.body.file.is_some(), without.eligibility.body.verdict == Verdict::Unknown);
}

#[test]
fn a_cover_note_is_a_call_if_its_file_is_one_and_a_report_is_none_because_of_its_annex() {
    let note = with_file("Please find enclosed", "Dear colleagues, the text is in the file.", FILE).verdict;
    assert!(note.yes && note.reasons.iter().all(|reason| reason.starts_with("call.pdf: ")), "{:?}", note.reasons);
    let report = "The union met in the autumn and looked back on the year. ".repeat(12);
    assert!(!with_file("Annual report", &report, FILE).verdict.yes);
}
