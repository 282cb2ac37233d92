//! What people call the codes that a question may hold as `field:value`: `kind:מענק` is `kind:grant`. A code that no record has is told.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::{Searcher, Term};

use crate::columns::Columns;
use crate::fields::Fields;
use crate::pieces::CodeField;
use crate::query::{Facet, Notice};
use crate::thesaurus::bases;
use crate::typed::Typed;
use crate::unit::Unit;

/// Codes by the names that people give them; several where one name is that of several.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<(CodeField, String), Vec<String>>);

impl Names {
    /// Of the values of these facets: `(facet, name, code)`.
    pub fn new<'n>(values: impl IntoIterator<Item = (Facet, &'n str, &'n str)>) -> Self {
        let mut names = Self::default();
        for (facet, name, code) in values {
            let Some(field) = CodeField::ALL.into_iter().find(|field| field.facet() == facet) else { continue };
            let codes = names.0.entry((field, key(name))).or_default();
            if !codes.iter().any(|known| known == code) {
                codes.push(code.to_owned());
            }
        }
        names
    }

    /// Puts codes in the place of names: of the whole name or, where no record has it for a code, of the only one that has these words.
    pub(crate) fn settle(&self, typed: &mut Typed, columns: &[Arc<Columns>]) {
        let settled = |unit: Unit| match unit {
            Unit::Code(field, code) => self.meant(field, code, columns).into_iter().map(|code| Unit::Code(field, code)).collect(),
            other => vec![other],
        };
        for alternatives in &mut typed.wanted {
            *alternatives = std::mem::take(alternatives).into_iter().flat_map(settled).collect();
        }
        typed.unwanted = std::mem::take(&mut typed.unwanted).into_iter().flat_map(settled).collect();
    }

    fn meant(&self, field: CodeField, code: String, columns: &[Arc<Columns>]) -> Vec<String> {
        let name = key(&code);
        let is_kept = |code: &str| !kept(field, code, columns).is_empty();
        let codes = match self.0.get(&(field, name.clone())) {
            Some(codes) => codes.clone(),
            None if is_kept(&code) => Vec::new(),
            None => self.with_words(field, &name),
        };
        match codes.as_slice() {
            [] => vec![code],
            [only] => vec![only.clone()],
            [first, ..] => {
                let of_records: Vec<String> = codes.iter().filter(|code| is_kept(code)).cloned().collect();
                if of_records.is_empty() { vec![first.clone()] } else { of_records }
            }
        }
    }

    /// The codes of the only thing whose names have all of these words.
    fn with_words(&self, field: CodeField, wanted: &str) -> Vec<String> {
        let stands_in = |wanted: &str, name: &str| name.split(' ').any(|word| bases(word).contains(&wanted));
        let fits = |name: &str| !wanted.is_empty() && wanted.split(' ').all(|wanted| stands_in(wanted, name));
        let mut found: Option<&Vec<String>> = None;
        for (_, codes) in self.0.iter().filter(|((of, name), _)| *of == field && fits(name)) {
            if found.is_some_and(|known| known != codes) {
                return Vec::new();
            }
            found = Some(codes);
        }
        found.cloned().unwrap_or_default()
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

/// The code as records have it; itself where none has it.
fn variants(field: CodeField, code: String, columns: &[Arc<Columns>]) -> Vec<Unit> {
    let found = kept(field, &code, columns);
    let found = if found.is_empty() { vec![code] } else { found };
    found.into_iter().map(|code| Unit::Code(field, code)).collect()
}

/// The code as records have it, in one case or several.
fn kept(field: CodeField, code: &str, columns: &[Arc<Columns>]) -> Vec<String> {
    let folded = code.to_lowercase();
    let mut found: Vec<String> = Vec::new();
    for codes in columns.iter().filter_map(|columns| columns.codes(field.facet())) {
        for name in codes.names.iter().filter(|name| name.to_lowercase() == folded) {
            if !found.contains(name) {
                found.push(name.clone());
            }
        }
    }
    found
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
