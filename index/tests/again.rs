use kolkore_index::{Answer, Document, Filters, Query, Sort};
use proptest::prelude::*;

use crate::shelf::{DAY, NOW, Shelf, ids, in_days, query, record};

const WORDS: [&str; 6] = ["water", "energy", "cities", "מים", "ערים", "grants"];

fn build(texts: &[Vec<usize>]) -> Shelf {
    let documents = texts.iter().enumerate().map(|(i, words)| {
        let text: Vec<&str> = words.iter().map(|word| WORDS[*word]).collect();
        let kind = if i % 3 == 0 { "competition" } else { "grant" };
        Document { kind: kind.to_owned(), ..record(&format!("r{i:03}"), "en", &text.join(" "), "") }
    });
    Shelf::with(&documents.collect::<Vec<_>>())
}

fn told(answer: Answer) -> (usize, Vec<String>) {
    (answer.total, ids(answer))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn asked_again_however_narrowed_and_ordered_it_finds_the_same(
        texts in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 1..4), 1..60),
        asked in prop::collection::vec((prop::collection::vec(0..WORDS.len(), 1..3), any::<bool>(), any::<bool>()), 1..5),
    ) {
        let (shelf, never_asked) = (build(&texts), |question: &Query| told(build(&texts).ask(question)));
        for (words, narrowed, by_deadline) in asked {
            let text: Vec<&str> = words.iter().map(|word| WORDS[*word]).collect();
            let kind = if narrowed { vec!["competition".to_owned()] } else { Vec::new() };
            let sort = if by_deadline { Sort::Deadline } else { Sort::Relevance };
            let question = Query { filters: Filters { kind, ..Filters::default() }, sort, ..query(&text.join(" ")) };
            let expected = never_asked(&question);
            // On the same day the answer is known, on the next ones its parts are.
            for days in [0, 0, 1, 2] {
                let again = Query { today: NOW / DAY + days, ..question.clone() };
                prop_assert_eq!(told(shelf.ask(&again)), expected.clone());
            }
        }
    }
}

#[test]
fn what_was_written_since_is_found_by_a_question_asked_before() {
    let mut shelf = build(&[vec![0], vec![1]]);
    for _ in 0..3 {
        assert_eq!(shelf.find("water"), ["r000"]);
    }
    shelf.writer.apply(&[record("r002", "en", "Water", "")], &["r000".to_owned()], 3).unwrap();
    for _ in 0..3 {
        assert_eq!(shelf.find("water"), ["r002"]);
    }
}

#[test]
fn what_closed_since_is_not_told_to_be_open() {
    let closing = Document { deadlines: vec![in_days(1)], ..record("r000", "en", "Water", "") };
    let shelf = Shelf::with(&[closing]);
    let states = |now: i64| {
        let answer = shelf.ask(&Query { now, ..query("water") });
        answer.hits.into_iter().map(|hit| hit.status).collect::<Vec<_>>()
    };
    for _ in 0..3 {
        assert_eq!((states(NOW), states(NOW + DAY)), (vec!["open".to_owned()], vec!["closed".to_owned()]));
    }
}

#[test]
fn each_filter_has_an_answer_of_its_own() {
    let shelf = build(&[vec![0], vec![0], vec![0]]);
    let narrowed = |filters: Filters| shelf.ask(&Query { filters, ..query("water") }).total;
    for _ in 0..3 {
        assert_eq!(narrowed(Filters::default()), 3);
        assert_eq!(narrowed(Filters { kind: vec!["grant".to_owned()], ..Filters::default() }), 2);
        assert_eq!(narrowed(Filters { topic: vec!["grant".to_owned()], ..Filters::default() }), 0);
        assert_eq!(narrowed(Filters { amount_min: Some(1.0), ..Filters::default() }), 0);
    }
}
