//! What people call the codes that a question may hold as `field:value`: `kind:מענק` is `kind:grant`. A code that no record has is told.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::{Searcher, Term};

use crate::columns::Columns;
use crate::fields::Fields;
use crate::pieces::CodeField;
use crate::query::Notice;
use crate::typed::{Typed, Unit};

/// Codes by the names that people give them.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<(CodeField, String), String>);

impl Names {
    /// Of kinds and topics: `(name, code)`; the first of two with one name is meant.
    pub fn new<'n>(
        kinds: impl IntoIterator<Item = (&'n str, &'n str)>,
        topics: impl IntoIterator<Item = (&'n str, &'n str)>,
    ) -> Self {
        let mut names = Self::default();
        for (name, code) in kinds {
            names.0.entry((CodeField::Kind, key(name))).or_insert_with(|| code.to_owned());
        }
        for (name, code) in topics {
            names.0.entry((CodeField::Topic, key(name))).or_insert_with(|| code.to_owned());
        }
        names
    }

    /// Puts codes in the place of names.
    pub(crate) fn settle(&self, typed: &mut Typed) {
        for unit in typed.wanted.iter_mut().flatten().chain(&mut typed.unwanted) {
            if let Unit::Code(field, code) = unit
                && let Some(meant) = self.0.get(&(*field, key(code)))
            {
                meant.clone_into(code);
            }
        }
    }
}

/// Puts in the place of each code the ones that records have, in whatever case: nobody types `EU-Cascade` as it was imported.
pub(crate) fn as_kept(typed: &mut Typed, columns: &[Arc<Columns>]) {
    let kept = |unit: Unit| match unit {
        Unit::Code(field, code) => variants(field, code, columns),
        other => vec![other],
    };
    for alternatives in &mut typed.wanted {
        *alternatives = std::mem::take(alternatives).into_iter().flat_map(kept).collect();
    }
    typed.unwanted = std::mem::take(&mut typed.unwanted).into_iter().flat_map(kept).collect();
}

/// The code as records have it, in one case or several; itself where none has it.
fn variants(field: CodeField, code: String, columns: &[Arc<Columns>]) -> Vec<Unit> {
    let folded = code.to_lowercase();
    let mut found: Vec<Unit> = Vec::new();
    for codes in columns.iter().filter_map(|columns| columns.codes(field.facet())) {
        for name in codes.names.iter().filter(|name| name.to_lowercase() == folded) {
            let unit = Unit::Code(field, name.clone());
            if !found.contains(&unit) {
                found.push(unit);
            }
        }
    }
    if found.is_empty() { vec![Unit::Code(field, code)] } else { found }
}

/// The codes of a question that no record has.
pub(crate) fn unknown(typed: &Typed, searcher: &Searcher, fields: &Fields) -> tantivy::Result<Vec<Notice>> {
    let mut notices = Vec::new();
    for unit in typed.wanted.iter().flatten().chain(&typed.unwanted) {
        if let Unit::Code(field, code) = unit
            && searcher.doc_freq(&Term::from_field_text(fields.of_code(*field), code))? == 0
        {
            notices.push(Notice { code: "unknown_value".to_owned(), detail: format!("{}{code}", field.typed()) });
        }
    }
    Ok(notices)
}

fn key(name: &str) -> String {
    words::tokens(name).iter().map(|token| words::normal(token.text)).collect::<Vec<_>>().join(" ")
}
