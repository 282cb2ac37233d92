use std::path::Path;

use kolkore_index::{Error, Index, Writer};
use proptest::prelude::*;

use crate::shelf::{Shelf, ids, query, record};

#[test]
fn where_nothing_was_built_the_reader_is_told_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let error = Index::open(&folder.path().join("index")).unwrap_err();
    assert!(matches!(error, Error::NotBuilt { .. }));
    assert!(error.to_string().contains("kolkore rebuild"), "{error}");
}

#[test]
fn the_last_change_and_the_records_survive_reopening() {
    let Shelf { folder, writer } = Shelf::with(&[record("a", "en", "Water", ""), record("b", "en", "Roads", "")]);
    drop(writer);
    let reader = Index::open(folder.path()).unwrap();
    assert_eq!((reader.last_change(), reader.len()), (2, 2));
    let mut writer = Writer::open(folder.path()).unwrap();
    assert_eq!(writer.last_change(), 2);
    writer.apply(&[record("a", "en", "Energy", "")], &["b".to_owned()], 4).unwrap();
    assert_eq!(reader.len(), 2);
    reader.reload().unwrap();
    writer.finish().unwrap();
    assert_eq!((reader.last_change(), ids(reader.search(&query("")).unwrap())), (4, vec!["a".to_owned()]));
}

#[test]
fn a_second_writer_is_refused() {
    let shelf = Shelf::with(&[]);
    assert!(matches!(Writer::open(shelf.folder.path()), Err(Error::Busy { .. })));
}

/// Makes the index that is there one of other rules.
fn age(folder: &Path) {
    change_meta(folder, |meta| meta.replace("{\\\"analysis\\\":", "{\\\"analysis\\\":9"));
}

fn change_meta(folder: &Path, change: impl Fn(String) -> String) {
    let meta = folder.join("segments/meta.json");
    let written = std::fs::read_to_string(&meta).expect("the first generation has a meta file");
    std::fs::write(&meta, change(written)).expect("it can be written");
}

/// How many generations there are.
fn generations(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    entries.filter_map(Result::ok).filter(|entry| entry.path().is_dir()).count()
}

#[test]
fn an_index_of_another_version_answers_until_the_new_one_is_whole() {
    let Shelf { folder, mut writer } = Shelf::with(&[record("a", "en", "Water", "")]);
    writer.complete().unwrap();
    drop(writer);
    age(folder.path());
    let asked = |index: &Index, text: &str| ids(index.search(&query(text)).unwrap());
    let mut writer = Writer::open(folder.path()).unwrap();
    let index = writer.index();
    assert_eq!((writer.last_change(), index.last_change(), generations(folder.path())), (0, 1, 2));
    writer.apply(&[record("b", "en", "Roads", "")], &[], 2).unwrap();
    assert_eq!((asked(&index, "water"), asked(&index, "roads")), (vec!["a".to_owned()], vec![]));
    // Killed here, it goes on where it was, and the old one still answers: whoever writes, and whoever only reads.
    drop(writer);
    let mut writer = Writer::open(folder.path()).unwrap();
    let index = writer.index();
    assert_eq!((writer.last_change(), asked(&index, "water")), (2, vec!["a".to_owned()]));
    assert_eq!(asked(&Index::open(folder.path()).unwrap(), "water"), ["a"]);
    writer.complete().unwrap();
    assert_eq!((asked(&index, "water"), asked(&index, "roads")), (vec![], vec!["b".to_owned()]));
    assert_eq!((index.last_change(), generations(folder.path())), (2, 1));
    assert_eq!(asked(&Index::open(folder.path()).unwrap(), "roads"), ["b"]);
}

#[test]
fn an_index_that_lacks_the_newest_fields_answers_too() {
    let Shelf { folder, mut writer } = Shelf::with(&[record("a", "en", "Water", "")]);
    writer.complete().unwrap();
    drop(writer);
    change_meta(folder.path(), |meta| {
        let mut meta: serde_json::Value = serde_json::from_str(&meta).unwrap();
        meta["schema"].as_array_mut().unwrap().pop();
        meta.to_string()
    });
    age(folder.path());
    assert!(matches!(Index::open(folder.path()), Err(Error::NotBuilt { .. })));
    let writer = Writer::open(folder.path()).unwrap();
    assert_eq!((writer.last_change(), ids(writer.index().search(&query("water")).unwrap())), (0, vec!["a".to_owned()]));
}

#[test]
fn an_index_with_other_fields_is_begun_anew_by_the_writer_and_refused_by_the_reader() {
    let Shelf { folder, mut writer } = Shelf::with(&[record("a", "en", "Water", "")]);
    writer.complete().unwrap();
    drop(writer);
    change_meta(folder.path(), |meta| meta.replace("\"title\"", "\"heading\""));
    let error = Index::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains("another version"), "{error}");
    let writer = Writer::open(folder.path()).unwrap();
    assert_eq!((writer.last_change(), writer.index().len(), generations(folder.path())), (0, 0, 1));
}

#[test]
fn a_damaged_index_is_begun_anew() {
    for damage in ["meta.json", ".idx", ".store"] {
        let Shelf { folder, writer } = Shelf::with(&[record("a", "en", "Water", "")]);
        drop(writer);
        let segments = std::fs::read_dir(folder.path().join("segments")).unwrap().map(|entry| entry.unwrap().path());
        for path in segments.filter(|path| path.to_string_lossy().ends_with(damage)) {
            std::fs::write(path, "not this").unwrap();
        }
        assert!(matches!(Index::open(folder.path()), Err(Error::NotBuilt { .. })), "{damage}");
        let mut writer = Writer::open(folder.path()).unwrap();
        assert_eq!(writer.last_change(), 0, "{damage}");
        writer.apply(&[record("a", "en", "Water", "")], &[], 1).unwrap();
        assert_eq!(writer.index().len(), 1);
    }
}

#[test]
fn while_one_is_built_anew_the_one_before_answers() {
    let mut shelf = Shelf::with(&[record("a", "en", "Water", "")]);
    shelf.writer.complete().unwrap();
    let index = shelf.writer.index();
    for _ in 0..2 {
        shelf.writer.begin_anew().unwrap();
        assert_eq!((shelf.writer.last_change(), index.len(), shelf.find("water").len()), (0, 1, 1));
    }
    shelf.writer.apply(&[record("a", "en", "Water", ""), record("b", "en", "Water", "")], &[], 2).unwrap();
    assert_eq!(index.len(), 1);
    shelf.writer.complete().unwrap();
    assert_eq!((index.len(), shelf.find("water").len(), generations(shelf.folder.path())), (2, 2, 1));
    shelf.writer.apply(&[record("b", "en", "Wells", "")], &["a".to_owned()], 3).unwrap();
    assert_eq!((index.len(), shelf.find("water").len(), shelf.find("wells").len()), (1, 0, 1));
}

#[test]
fn what_changes_while_one_is_built_anew_is_there_once() {
    let mut shelf = Shelf::with(&[record("a", "en", "Water", "")]);
    shelf.writer.begin_anew().unwrap();
    shelf.writer.put(&[record("a", "en", "Water", ""), record("b", "en", "Water", "")], &[], 2).unwrap();
    shelf.writer.put(&[record("a", "en", "Wells", "")], &[], 3).unwrap();
    shelf.writer.complete().unwrap();
    assert_eq!((shelf.writer.index().len(), shelf.find("wells").len(), shelf.find("water").len()), (2, 1, 1));
}

#[test]
fn what_was_never_whole_does_not_answer_for_what_is_begun_anew() {
    let mut shelf = Shelf::with(&[record("a", "en", "Water", "")]);
    shelf.writer.begin_anew().unwrap();
    assert_eq!((shelf.writer.last_change(), shelf.writer.index().len(), generations(shelf.folder.path())), (0, 0, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn applying_the_same_batches_again_changes_nothing(batches in prop::collection::vec(prop::collection::vec((0_u8..6, any::<bool>()), 0..5), 1..5)) {
        let mut shelf = Shelf::with(&[]);
        let mut apply = |batch: &[(u8, bool)], change: u64| {
            let (kept, removed): (Vec<_>, Vec<_>) = batch.iter().copied().partition(|(_, kept)| *kept);
            let kept: Vec<_> = kept.iter().map(|(id, _)| record(&format!("r{id}"), "en", &format!("Change {change}"), "")).collect();
            let removed: Vec<_> = removed.iter().map(|(id, _)| format!("r{id}")).collect();
            shelf.writer.apply(&kept, &removed, change).unwrap();
            (shelf.writer.last_change(), ids(shelf.writer.index().search(&query("")).unwrap()))
        };
        let mut state = (0, Vec::new());
        for (change, batch) in (1..).zip(&batches) {
            state = apply(batch, change);
        }
        let last = batches.len() as u64;
        prop_assert_eq!(apply(&batches[batches.len() - 1], last), state.clone());
        prop_assert_eq!(state.0, last);
    }
}

#[test]
fn what_was_put_is_seen_with_the_commit_and_a_killed_writer_puts_it_again() {
    let mut shelf = Shelf::with(&[record("a", "en", "Water", "")]);
    shelf.writer.put(&[record("b", "en", "Water", "")], &[], 2).unwrap();
    assert_eq!((shelf.writer.last_put(), shelf.writer.last_change(), shelf.find("water").len()), (2, 1, 1));
    shelf.writer.put(&[record("c", "en", "Water", "")], &["a".to_owned()], 4).unwrap();
    let folder = shelf.folder;
    drop(shelf.writer);
    let mut again = Writer::open(folder.path()).unwrap();
    assert_eq!((again.last_put(), again.last_change()), (1, 1));
    again.put(&[record("b", "en", "Water", ""), record("c", "en", "Water", "")], &["a".to_owned()], 4).unwrap();
    again.commit().unwrap();
    assert_eq!((again.last_put(), again.last_change(), again.index().len()), (4, 4, 2));
}
