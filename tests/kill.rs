//! `kill -9` at random moments. `KOLKORE_KILL_ROUNDS=200 cargo test --test tests kill` for the full tally; twice each otherwise.

mod sending;

use std::collections::BTreeSet;
use std::process::Child;
use std::time::{Duration, Instant};

use kolkore::store::{DeliveryState, Store};

use crate::support::{Stage, text};

fn rounds() -> u32 {
    std::env::var("KOLKORE_KILL_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(2)
}

/// A moment within `longest`, different each time.
fn some_time(longest: Duration) -> Duration {
    longest.mul_f64(rand::random())
}

fn kill_after(mut child: Child, wait: Duration) -> bool {
    std::thread::sleep(wait);
    let ended = child.try_wait().expect("its state").is_some();
    child.kill().expect("killed");
    child.wait().expect("ended");
    !ended
}

#[test]
fn a_killed_crawl_loses_nothing_that_was_kept() {
    let whole = Stage::new();
    let start = Instant::now();
    whole.lines(&["crawl", "--json"]);
    let takes = start.elapsed();
    let all: BTreeSet<String> = ids(&whole);

    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut under_way = 0;
    for round in 0..rounds() {
        let stage = Stage::new();
        under_way += u32::from(kill_after(stage.start(&["crawl"]), some_time(takes)));
        if stage.data().join("kolkore.sqlite").exists() {
            let store = runtime.block_on(Store::open(&stage.data(), None)).expect("the store opens");
            assert_eq!(runtime.block_on(store.integrity()).expect("checked"), "ok", "round {round}");
            let held = runtime.block_on(store.count_records()).expect("counted");
            runtime.block_on(store.close());
            // Whatever opens the folder to write brings the index up to the store.
            let rebuilt = stage.run(&["crawl", "--json"]);
            assert!(rebuilt.status.success(), "round {round}: {}", text(&rebuilt.stderr));
            assert!(ids(&stage).len() as u64 >= held, "round {round}");
        } else {
            stage.lines(&["crawl", "--json"]);
        }
        assert_eq!(ids(&stage), all, "round {round}");
        let found = stage.lines(&["search", "--json", "--status", "any", "--", ""]);
        assert_eq!(found[0]["total"], all.len(), "round {round}: the index misses records");
    }
    println!("killed {} crawls, {under_way} of them under way: every record in store and index", rounds());
}

#[test]
fn a_killed_digest_run_sends_nothing_twice() {
    let ready = Stage::new();
    ready.lines(&["crawl", "--json"]);
    crate::digest::give_profiles(&ready);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let send = ["digest", "--week", "2026-W48", "--send", "--yes"];

    let whole = copy_of(&ready);
    let start = Instant::now();
    let done = whole.run(&send);
    assert!(done.status.success(), "{}", text(&done.stderr));
    let takes = start.elapsed();
    let expected = letters(&whole);
    assert!(expected.len() >= 12, "{expected:?}");

    for round in 0..rounds() {
        let stage = copy_of(&ready);
        kill_after(stage.start(&send), some_time(takes));
        let killed_with = letters(&stage);
        let again = stage.run(&send);
        assert!(again.status.success(), "round {round}: {}", text(&again.stderr));
        let store = runtime.block_on(Store::open(&stage.data(), None)).expect("the store opens");
        assert_eq!(runtime.block_on(store.integrity()).expect("checked"), "ok");
        let ledger = runtime.block_on(store.deliveries(Some("2026-W48"))).expect("the ledger");
        runtime.block_on(store.close());
        assert_eq!(ledger.len(), expected.len(), "round {round}");
        for row in &ledger {
            assert!(matches!(row.state, DeliveryState::Sent | DeliveryState::Unsure), "round {round}: {row:?}");
        }
        let delivered = letters(&stage);
        assert!(killed_with.is_subset(&delivered) && delivered.is_subset(&expected), "round {round}");
        // The outbox knows what it took: there is no doubt left, so nothing is lost either.
        assert_eq!(delivered, expected, "round {round}");
    }
}

/// A stage of its own with the same data.
fn copy_of(stage: &Stage) -> Stage {
    let copy = Stage::new();
    std::fs::create_dir(copy.data()).expect("a folder");
    for entry in std::fs::read_dir(stage.data()).expect("the data") {
        let path = entry.expect("an entry").path();
        // The index is built anew from the store.
        if path.is_file() {
            std::fs::copy(&path, copy.data().join(path.file_name().expect("a name"))).expect("copied");
        }
    }
    copy
}

fn ids(stage: &Stage) -> BTreeSet<String> {
    stage.export().iter().filter_map(|record| record["id"].as_str().map(str::to_owned)).collect()
}

/// Names of the letters in the outbox; a letter that is there twice would have two names.
fn letters(stage: &Stage) -> BTreeSet<String> {
    let Ok(entries) = std::fs::read_dir(stage.data().join("outbox")) else { return BTreeSet::new() };
    entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.'))
        .collect()
}
