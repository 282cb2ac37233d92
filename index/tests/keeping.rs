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
    assert_eq!((reader.last_change().unwrap(), reader.len()), (2, 2));
    let mut writer = Writer::open(folder.path()).unwrap();
    assert_eq!(writer.last_change(), 2);
    writer.apply(&[record("a", "en", "Energy", "")], &["b".to_owned()], 4).unwrap();
    assert_eq!(reader.len(), 2);
    reader.reload().unwrap();
    writer.finish().unwrap();
    assert_eq!((reader.last_change().unwrap(), ids(reader.search(&query("")).unwrap())), (4, vec!["a".to_owned()]));
}

#[test]
fn a_second_writer_is_refused() {
    let shelf = Shelf::with(&[]);
    assert!(matches!(Writer::open(shelf.folder.path()), Err(Error::Busy { .. })));
}

#[test]
fn an_index_of_another_version_is_begun_anew_by_the_writer_and_refused_by_the_reader() {
    let Shelf { folder, writer } = Shelf::with(&[record("a", "en", "Water", "")]);
    drop(writer);
    let meta = folder.path().join("segments/meta.json");
    let stamped = std::fs::read_to_string(&meta).unwrap();
    std::fs::write(&meta, stamped.replace("{\\\"analysis\\\":", "{\\\"analysis\\\":9")).unwrap();
    let error = Index::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains("another version"), "{error}");
    let writer = Writer::open(folder.path()).unwrap();
    assert_eq!((writer.last_change(), writer.index().len()), (0, 0));
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
fn clearing_begins_at_change_nought() {
    let mut shelf = Shelf::with(&[record("a", "en", "Water", "")]);
    shelf.writer.clear().unwrap();
    assert_eq!((shelf.writer.last_change(), shelf.writer.index().is_empty()), (0, true));
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
