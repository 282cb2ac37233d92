//! The weekly letters of the sample municipalities.

use kolkore::store::Store;
use mail_parser::MessageParser;

use crate::support::{Stage, repo, text};

/// Gives the sample municipalities their profiles, as the demo does.
pub(crate) fn give_profiles(stage: &Stage) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let store = runtime.block_on(Store::open(&stage.data(), None)).expect("the store opens");
    let now = "2026-11-25T06:00:00Z".parse().expect("a moment");
    let given = runtime.block_on(kolkore::demo::give_profiles(&store, &repo().join("config"), now)).expect("profiles");
    runtime.block_on(store.close());
    assert!(given >= 12, "{given} profiles");
}

#[test]
fn letters_leave_once_and_read_as_letters() {
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    give_profiles(&stage);
    let preview = stage.run(&["digest", "--week", "2026-W48"]);
    assert!(preview.status.success(), "{}", text(&preview.stderr));
    assert!(!stage.data().join("outbox").exists(), "a preview sends nothing");

    let ahead = stage.command(&["digest", "--week", "2027-W20", "--send", "--yes"]).output().expect("it starts");
    assert!(!ahead.status.success() && String::from_utf8_lossy(&ahead.stderr).contains("2027-W20 is far ahead"), "{ahead:?}");
    let send = ["digest", "--week", "2026-W48", "--send", "--yes", "--json"];
    let first = stage.lines(&send);
    assert!(first[0]["sent"].as_u64() >= Some(12), "{first:?}");
    let second = stage.lines(&send);
    assert_eq!(second[0]["sent"], 0, "{second:?}");

    let outbox: Vec<_> = std::fs::read_dir(stage.data().join("outbox"))
        .expect("the outbox")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    assert_eq!(outbox.len() as u64, first[0]["sent"].as_u64().expect("a number"));
    let mut hebrew = 0;
    for file in outbox {
        let bytes = std::fs::read(&file).expect("a letter");
        let message = MessageParser::default().parse(&bytes).expect("a message");
        assert!(message.message_id().is_some_and(|id| id.starts_with("digest.2026-W48.")), "{file:?}");
        let html = message.body_html(0).expect("an HTML part");
        let plain = message.body_text(0).expect("a text part");
        assert!(!plain.trim().is_empty() && html.contains("</html>"));
        hebrew += usize::from(html.contains("dir=\"rtl\""));
    }
    assert!(hebrew >= 10, "{hebrew} Hebrew letters");
}
