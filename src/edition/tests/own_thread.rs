//! Letters are made beside everything else.

use std::time::{Duration, Instant};

use super::*;

/// How often somebody asks.
const ASKED_EVERY: Duration = Duration::from_millis(2);

/// Of the time that the letters take: beside a busy machine nobody is answered at once, but nobody waits for most of them.
const LONGEST_PART: u32 = 2;

#[tokio::test]
async fn pages_are_answered_while_letters_are_made() {
    let words =
        "Local authorities in Israel and their twin towns send youth groups, with their schools and their teachers. ".repeat(60);
    let calls: Vec<Record> =
        (0..60).map(|n| Record { text: format!("Round {n}. {words}"), ..call(&format!("c{n}"), "2027-03-01") }).collect();
    let office = Office::open(&calls).await;
    let mut longest = Duration::ZERO;
    let began = Instant::now();
    // The one thread of this test is the one async worker.
    let letter = office.letter(0);
    let answers = async {
        loop {
            let asked = Instant::now();
            tokio::time::sleep(ASKED_EVERY).await;
            longest = longest.max(asked.elapsed());
        }
    };
    let letter = tokio::select! { letter = letter => letter, () = answers => String::new() };
    assert!(letter.contains("Youth exchange"), "{letter}");
    let whole = began.elapsed();
    assert!(longest < whole / LONGEST_PART, "{longest:?} of {whole:?}");
}
