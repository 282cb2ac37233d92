//! What fuzzing found worth keeping, tried again: `fuzz/properties.rs` says what must hold.

use std::path::Path;

use crate::properties;

/// Tries every file of a target's corpus.
fn replay(target: &str, property: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let files: Vec<_> = std::fs::read_dir(&folder).expect("the corpus").map(|entry| entry.expect("a file").path()).collect();
    assert!(files.len() >= 8, "{} holds only {} files", folder.display(), files.len());
    for file in files {
        let bytes = std::fs::read(&file).expect("a file of the corpus");
        let holds = std::panic::catch_unwind(|| property(&bytes)).is_ok();
        assert!(holds, "{} breaks what holds of {target}: see above", file.display());
    }
}

#[test]
fn dates_stand_in_order_and_quote_the_text_whatever_it_is() {
    replay("dates", properties::dates);
}

#[test]
fn sums_are_finite_and_ordered_whatever_the_text() {
    replay("money", properties::money);
}

#[test]
fn a_page_is_read_and_cleaned_whatever_its_bytes() {
    replay("page", properties::page);
}

#[test]
fn a_feed_is_read_or_refused_with_words_whatever_its_bytes() {
    replay("feed", properties::feed);
}
