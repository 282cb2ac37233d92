//! What a page says of itself to machines, beside what it says to people.

use chrono::NaiveDate;

use super::{Finding, LEXICON, field, finding, today};
use crate::normalise::{Context, normalise};
use crate::opportunity::Verdict;

#[test]
fn a_page_that_declares_itself_a_grant_does_so_as_by_a_word_and_what_the_grant_says_of_itself_is_read() {
    let page = |description: &str| {
        let mut finding = finding("Green towns", "The fund stands for cleaner air in our region.");
        for (name, value) in [(field::DECLARED, "grant"), (field::KIND, "grant"), (field::DESCRIPTION, description)] {
            finding.fields.insert(name.to_owned(), vec![value.to_owned()]);
        }
        finding
    };
    let judged = |finding: &Finding| normalise(finding, &Context::neutral(), &LEXICON, today());
    let call = judged(&page("Municipalities may apply for up to EUR 25,000. Deadline: 3 May 2027"));
    assert!(call.verdict.yes, "{:?}", call.verdict.reasons);
    let told = &call.opportunity;
    assert_eq!(told.deadline.stages[0].date, NaiveDate::from_ymd_opt(2027, 5, 3).unwrap());
    assert_eq!((told.amount.max, told.eligibility.body.verdict), (Some(25_000.0), Verdict::Yes));
    let bare = judged(&page("Grant for cleaner air in towns of the region."));
    assert!(!bare.verdict.yes, "what has been given is declared so as well: {:?}", bare.verdict.reasons);
    let mut undeclared = page("Municipalities may apply for up to EUR 25,000. Deadline: 3 May 2027");
    undeclared.fields.remove(field::DECLARED);
    assert!(!judged(&undeclared).verdict.yes, "the description of any page is its site's");
    let mut known = page("The fund stands for cleaner air…");
    known.fields.remove(field::DECLARED);
    let text = judged(&known).text;
    known.fields.insert(field::DECLARED.to_owned(), vec!["grant".to_owned()]);
    assert_eq!(judged(&known).text, text, "what the text says already is not said twice");
}

#[test]
fn what_a_declared_event_says_of_itself_is_read_and_that_it_is_one_is_no_word_for_a_call() {
    let page = |declared: Option<&str>, description: &str| {
        let mut finding = finding("Towns forum", "The forum is held in the old harbour.");
        let told = [(field::DECLARED, declared), (field::KIND, Some("event")), (field::DESCRIPTION, Some(description))];
        for (name, value) in told {
            finding.fields.extend(value.map(|value| (name.to_owned(), vec![value.to_owned()])));
        }
        normalise(&finding, &Context::neutral(), &LEXICON, today())
    };
    let call = "Call for participants: mayors and local authorities are invited. Apply by 1 February 2027.";
    let told = page(Some("event"), call);
    assert!(told.verdict.yes, "{:?}", told.verdict.reasons);
    assert_eq!(told.opportunity.deadline.stages[0].date, NaiveDate::from_ymd_opt(2027, 2, 1).unwrap());
    assert!(!page(None, call).verdict.yes, "the description of any page is its site's");
    let bare = page(Some("event"), "Music and food.").verdict;
    assert!(!bare.yes && bare.reasons.iter().all(|reason| !reason.contains("declared")), "{:?}", bare.reasons);
    let begun = page(Some("event"), "The forum is held in the old […]");
    assert_eq!(begun.text, page(None, "").text, "what the text says already is not said twice");
}
