//! What is read of each hit beside its score, opened once for each segment. A segment never changes, so that its columns serve every
//! question until it is merged into another.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::columnar::{Column, StrColumn};
use tantivy::index::SegmentId;
use tantivy::{DocId, Searcher, SegmentReader, TantivyError};

use crate::fields::column;
use crate::moment::Deadlines;
use crate::period::DAY;
use crate::query::Facet;
use crate::states::{States, Verdicts};

/// The columns of one segment.
pub(crate) struct Columns {
    pub(crate) ids: Option<StrColumn>,
    pub(crate) opens: Column<i64>,
    pub(crate) deadlines: Column<i64>,
    /// The own date of each deadline, at its place.
    days: Column<i64>,
    pub(crate) change: Column<u64>,
    pub(crate) amount: Column<f64>,
    pub(crate) first_seen: Column<i64>,
    pub(crate) verdicts: Verdicts,
    pub(crate) states: States,
    /// By the name of their facet; a segment in which no record has such a code has no column.
    codes: BTreeMap<&'static str, Arc<Codes>>,
    /// The moments at which any record opens or closes, in order.
    turns: Vec<i64>,
}

/// Codes of one kind.
pub(crate) struct Codes {
    column: StrColumn,
    /// By their numbers in the segment.
    pub(crate) names: Vec<String>,
}

impl Columns {
    fn open(segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        let mut codes = BTreeMap::new();
        for facet in Facet::ALL.into_iter().filter(|facet| !matches!(facet, Facet::Status | Facet::Deadline)) {
            if let Some(column) = columns.str(facet.name())? {
                let names = names(&column)?;
                codes.insert(facet.name(), Arc::new(Codes { column, names }));
            }
        }
        let (opens, deadlines) = (columns.i64(column::OPENS)?, columns.i64(column::DEADLINE)?);
        let mut turns: Vec<i64> = opens.values.iter().chain(deadlines.values.iter()).collect();
        turns.sort_unstable();
        turns.dedup();
        turns.shrink_to_fit();
        Ok(Self {
            ids: columns.str(column::ID)?,
            opens,
            deadlines,
            days: or_none(columns.i64(column::DEADLINE_DAY), segment)?,
            change: columns.u64(column::CHANGE)?,
            amount: columns.f64(column::AMOUNT)?,
            first_seen: columns.i64(column::FIRST_SEEN)?,
            verdicts: Verdicts::open(segment)?,
            states: States::open(segment)?,
            codes,
            turns,
        })
    }

    /// How often the state of any record has changed by the clock until this moment.
    pub(crate) fn turns_until(&self, now: i64) -> usize {
        self.turns.partition_point(|turn| *turn <= now)
    }

    /// The own date of the nearest deadline.
    #[inline]
    pub(crate) fn nearest_day(&self, doc: DocId, deadlines: Deadlines) -> Option<i64> {
        let over = deadlines.nearest()?;
        // An index that was made before dates were kept answers until it is built anew.
        Some(self.days.values_for_doc(doc).nth(deadlines.place_of_nearest()).unwrap_or((over - 1).div_euclid(DAY)))
    }

    pub(crate) fn codes(&self, facet: Facet) -> Option<Arc<Codes>> {
        self.codes.get(facet.name()).cloned()
    }
}

impl Codes {
    /// The numbers of a record's codes.
    #[inline]
    pub(crate) fn of(&self, doc: DocId) -> impl Iterator<Item = u64> {
        self.column.term_ords(doc)
    }
}

/// A column that a segment of an earlier version has not: no record has a value.
fn or_none(column: tantivy::Result<Column<i64>>, segment: &SegmentReader) -> tantivy::Result<Column<i64>> {
    match column {
        Err(TantivyError::SchemaError(_)) => Ok(Column::build_empty_column(segment.max_doc())),
        other => other,
    }
}

/// All values of a column, by number.
pub(crate) fn names(column: &StrColumn) -> std::io::Result<Vec<String>> {
    let mut names = Vec::with_capacity(column.num_terms());
    for number in 0..column.num_terms() {
        let mut name = String::new();
        column.ord_to_str(number as u64, &mut name)?;
        names.push(name);
    }
    Ok(names)
}

/// The columns of all segments that answer.
#[derive(Default)]
pub(crate) struct Opened(RwLock<HashMap<SegmentId, Arc<Columns>>>);

impl Opened {
    /// Those of the searcher's segments, in its order.
    pub(crate) fn of(&self, searcher: &Searcher) -> tantivy::Result<Vec<Arc<Columns>>> {
        let segments = searcher.segment_readers();
        let opened = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let all: Option<Vec<_>> = segments.iter().map(|segment| opened.get(&segment.segment_id()).cloned()).collect();
        drop(opened);
        if let Some(all) = all {
            return Ok(all);
        }
        let mut opened = self.0.write().unwrap_or_else(PoisonError::into_inner);
        opened.retain(|id, _| segments.iter().any(|segment| segment.segment_id() == *id));
        let mut all = Vec::with_capacity(segments.len());
        for segment in segments {
            let columns = match opened.get(&segment.segment_id()) {
                Some(columns) => Arc::clone(columns),
                None => Arc::new(Columns::open(segment)?),
            };
            opened.insert(segment.segment_id(), Arc::clone(&columns));
            all.push(columns);
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use tantivy::TantivyDocument;
    use tantivy::schema::Schema;
    use tantivy::tokenizer::TextAnalyzer;

    use super::*;
    use crate::analyser::{ANALYSER, Analyser};
    use crate::fields::Fields;

    #[test]
    fn a_segment_of_an_earlier_version_is_read_without_what_came_since() {
        let serde_json::Value::Array(mut fields) = serde_json::to_value(Fields::schema().0).unwrap() else {
            unreachable!("a schema is a list of fields")
        };
        fields.retain(|field| field["name"] != column::DEADLINE_DAY);
        let schema: Schema = serde_json::from_value(fields.into()).unwrap();
        let index = tantivy::Index::create_in_ram(schema);
        index.tokenizers().register(ANALYSER, TextAnalyzer::from(Analyser::default()));
        let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
        writer.add_document(TantivyDocument::default()).unwrap();
        writer.commit().unwrap();
        let searcher = index.reader().unwrap().searcher();
        let columns = Columns::open(searcher.segment_reader(0)).unwrap();
        assert_eq!(columns.days.values_for_doc(0).count(), 0);
    }
}
