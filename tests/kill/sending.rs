//! `kill -9` while letters are handed to a relay that dies too: after the final dot (with the message, or having kept it) and after its 250.
//! No letter twice, none lost without a word: each is sent, or stands in the ledger as `unsure` for a person to look at.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;
use std::time::{Duration, Instant};

use kolkore::store::{DeliveryState, Store};

use super::{copy_of, rounds, some_time};
use crate::relay::{Death, Relay};
use crate::support::{Stage, text};

const SEND: [&str; 5] = ["digest", "--week", "2026-W48", "--send", "--yes"];

/// Municipalities with a mailbox: enough that a killed sending has some behind it and some before it.
const MUNICIPALITIES: usize = 40;

/// Runs after the kill until nothing waits: the relay may be busy in each of them.
const MOST_RUNS: u32 = 10;

/// How a message ends at the relay: mostly well.
fn fate() -> Death {
    match rand::random_range(0..20) {
        0 => Death::AfterDataTaken,
        1 => Death::AfterDataLost,
        2 => Death::AfterAnswer,
        3 => Death::Busy,
        _ => Death::None,
    }
}

/// What all rounds came to.
#[derive(Debug, Default)]
struct Tally {
    killed_under_way: u32,
    killed_while_sending: u32,
    letters: usize,
    sent: usize,
    /// In doubt, and the relay had kept it.
    unsure_taken: usize,
    /// In doubt, and the relay had not.
    unsure_lost: usize,
    relay_died: usize,
    duplicates: usize,
    silent_losses: usize,
}

#[test]
fn a_killed_sending_through_a_dying_relay_doubles_nothing_and_loses_nothing_without_a_word() {
    let ready = Stage::new();
    ready.lines(&["crawl", "--json"]);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    give_mailboxes(&runtime, &ready);

    let takes = {
        let (whole, relay) = (copy_of(&ready), Relay::start(|| Death::None));
        let start = Instant::now();
        let done = send(&whole, &relay).output().expect("it starts");
        assert!(done.status.success(), "{}", text(&done.stderr));
        assert_eq!(relay.seen().taken.len(), MUNICIPALITIES);
        start.elapsed()
    };

    let mut tally = Tally::default();
    for round in 0..rounds() {
        let (stage, relay) = (copy_of(&ready), Relay::start(fate));
        kill_at_random(&stage, &relay, takes, &mut tally);
        for run in 1.. {
            // It fails where letters are in doubt or wait: the ledger is asked.
            let said = send(&stage, &relay).output().expect("it starts");
            if !is_waiting(&runtime, &stage) {
                break;
            }
            assert!(run < MOST_RUNS, "round {round}: letters wait for ever, and it says: {}", text(&said.stderr));
        }
        account(&runtime, &stage, &relay, round, &mut tally);
    }
    println!("{} rounds: {tally:#?}", rounds());
    assert_eq!((tally.duplicates, tally.silent_losses), (0, 0));
}

/// Every other time at any moment of the run, else between two letters or within one.
fn kill_at_random(stage: &Stage, relay: &Relay, takes: Duration, tally: &mut Tally) {
    let mut child = send(stage, relay).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    if rand::random() {
        std::thread::sleep(some_time(takes));
    } else {
        let letters = rand::random_range(0..MUNICIPALITIES);
        while relay.seen().taken.len() < letters && child.try_wait().expect("its state").is_none() {
            std::thread::sleep(Duration::from_micros(200));
        }
        std::thread::sleep(some_time(Duration::from_millis(20)));
    }
    let under_way = child.try_wait().expect("its state").is_none();
    child.kill().expect("killed");
    child.wait().expect("ended");
    tally.killed_under_way += u32::from(under_way);
    let handed_over = relay.seen().taken.len();
    tally.killed_while_sending += u32::from(under_way && handed_over > 0 && handed_over < MUNICIPALITIES);
}

fn account(runtime: &tokio::runtime::Runtime, stage: &Stage, relay: &Relay, round: u32, tally: &mut Tally) {
    let store = runtime.block_on(Store::open(&stage.data(), None)).expect("the store opens");
    assert_eq!(runtime.block_on(store.integrity()).expect("checked"), "ok", "round {round}");
    let ledger = runtime.block_on(store.deliveries(Some("2026-W48"))).expect("the ledger");
    let held = runtime.block_on(store.held_deliveries(1000)).expect("the desk's list");
    runtime.block_on(store.close());

    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let seen = relay.seen();
    for id in &seen.taken {
        *taken.entry(id.clone()).or_default() += 1;
    }
    let doubled: Vec<_> = taken.iter().filter(|(_, times)| **times > 1).collect();
    assert!(doubled.is_empty(), "round {round}: {doubled:?}");
    assert_eq!(ledger.len(), MUNICIPALITIES, "round {round}: a letter was never frozen");
    let shown: BTreeSet<_> = held.iter().map(|row| row.id.as_str()).collect();
    for row in &ledger {
        let was_taken = taken.contains_key(&row.message_id);
        match row.state {
            DeliveryState::Sent => {
                tally.sent += 1;
                tally.silent_losses += usize::from(!was_taken);
                assert!(was_taken, "round {round}: {row:?} is told to be sent, and the relay has nothing");
            }
            DeliveryState::Unsure => {
                *(if was_taken { &mut tally.unsure_taken } else { &mut tally.unsure_lost }) += 1;
                assert!(shown.contains(row.id.as_str()) && !row.note.is_empty(), "round {round}: {row:?} is shown to nobody");
            }
            _ => panic!("round {round}: {row:?} is left as it is"),
        }
    }
    tally.letters += ledger.len();
    tally.relay_died += seen.deaths;
    tally.duplicates += doubled.len();
}

fn send(stage: &Stage, relay: &Relay) -> std::process::Command {
    let mut command = stage.command(&SEND);
    command.env("KOLKORE_MAIL_RELAY", &relay.url);
    command
}

fn is_waiting(runtime: &tokio::runtime::Runtime, stage: &Stage) -> bool {
    let store = runtime.block_on(Store::open(&stage.data(), None)).expect("the store opens");
    let ledger = runtime.block_on(store.deliveries(Some("2026-W48"))).expect("the ledger");
    runtime.block_on(store.close());
    ledger.len() < MUNICIPALITIES || ledger.iter().any(|row| matches!(row.state, DeliveryState::Queued | DeliveryState::Sending))
}

fn give_mailboxes(runtime: &tokio::runtime::Runtime, stage: &Stage) {
    runtime.block_on(async {
        let store = Store::open(&stage.data(), None).await.expect("the store opens");
        let now = "2026-11-25T06:00:00Z".parse().expect("a moment");
        for one in store.municipalities().await.expect("the register").into_iter().take(MUNICIPALITIES) {
            let profile = serde_json::json!({"contacts": [{"email": format!("desk@{}.example.org", one.slug), "name": ""}]});
            store.set_profile(&one.slug, &profile, now).await.expect("given");
        }
        store.close().await;
    });
}
