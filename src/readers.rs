//! Everyone who gets letters, as a table: a line for each contact, with the municipality's facts and wishes beside it. Read from CSV and
//! from an office's workbook, in English or Hebrew headings; written as CSV. Pure: cells in, municipalities out. Knows no store.
//!
//! What a table has no column for, and contacts that it does not name, stay as they are.

mod cells;
mod columns;
mod export;
mod mistake;
mod sheet;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use sources::lexicon::Lexicon;

pub use columns::Column;
pub use export::export;
pub(crate) use mistake::KEYS;
pub use mistake::{Mistake, What};
pub use sheet::Sheet;

use crate::store::Municipality;

/// Mistakes shown at once: who has more has taken the wrong column.
const MOST_MISTAKES: usize = 30;

/// The municipalities that a table changes or adds, whole; or every mistake in it, and then none.
pub fn import(
    sheet: &Sheet,
    known: &[Municipality],
    lexicon: &Lexicon,
    now: DateTime<Utc>,
) -> Result<Vec<Municipality>, Vec<Mistake>> {
    let headings = columns::headings(&sheet.headings)?;
    let mut mistakes = Vec::new();
    let mut changed: BTreeMap<String, Municipality> = BTreeMap::new();
    for (row, cells) in &sheet.rows {
        let line = Line { row: *row, headings: &headings, names: &sheet.headings, cells };
        if line.is_empty() {
            continue;
        }
        match line.municipality(known, &changed) {
            Ok(mut one) => {
                if let Err(mistake) = line.lay_over(&mut one, lexicon, now) {
                    mistakes.push(mistake);
                }
                changed.insert(one.slug.clone(), one);
            }
            Err(mistake) => mistakes.push(mistake),
        }
        if mistakes.len() == MOST_MISTAKES {
            break;
        }
    }
    if mistakes.is_empty() { Ok(changed.into_values().collect()) } else { Err(mistakes) }
}

/// One line of a table.
struct Line<'a> {
    row: usize,
    headings: &'a BTreeMap<Column, usize>,
    names: &'a [String],
    cells: &'a [String],
}

impl Line<'_> {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// What stands in a column; none where the table has no such column.
    fn cell(&self, column: Column) -> Option<&str> {
        Some(self.cells.get(*self.headings.get(&column)?).map_or("", |cell| cell.trim()))
    }

    /// The same where something stands there.
    fn filled(&self, column: Column) -> Option<&str> {
        self.cell(column).filter(|cell| !cell.is_empty())
    }

    fn wrong(&self, column: Column, what: What) -> Mistake {
        let name = self.headings.get(&column).and_then(|at| self.names.get(*at));
        Mistake { row: self.row, column: name.cloned().unwrap_or_else(|| column.name().to_owned()), what }
    }

    /// Whom the line is about: by slug, else by code, else by name; a slug that nobody has is somebody new.
    fn municipality(&self, known: &[Municipality], changed: &BTreeMap<String, Municipality>) -> Result<Municipality, Mistake> {
        let found = |is_meant: &dyn Fn(&Municipality) -> bool| {
            changed.values().find(|one| is_meant(one)).or_else(|| known.iter().find(|one| is_meant(one))).cloned()
        };
        if let Some(slug) = self.filled(Column::Slug) {
            return match found(&|one| one.slug == slug) {
                Some(one) => Ok(one),
                None => self.newcomer(slug),
            };
        }
        if let Some(code) = self.filled(Column::Code) {
            let missing = || self.wrong(Column::Code, What::about("unknown_code", code));
            return found(&|one| one.code == code).ok_or_else(missing);
        }
        let Some(name) = self.filled(Column::NameHe).or_else(|| self.filled(Column::NameEn)) else {
            return Err(self.wrong(Column::Slug, What::of("nobody")));
        };
        let missing = || self.wrong(Column::NameHe, What::about("unknown_name", name));
        found(&|one| one.name_he == name || one.name_en.eq_ignore_ascii_case(name)).ok_or_else(missing)
    }

    fn newcomer(&self, slug: &str) -> Result<Municipality, Mistake> {
        let fits =
            slug.len() <= 60 && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !fits {
            return Err(self.wrong(Column::Slug, What::about("no_slug", slug)));
        }
        for column in [Column::NameHe, Column::Type] {
            if self.filled(column).is_none() {
                return Err(self.wrong(column, What::about("newcomer", slug)));
            }
        }
        Ok(Municipality {
            slug: slug.to_owned(),
            code: String::new(),
            name_he: String::new(),
            name_en: String::new(),
            kind: String::new(),
            district: String::new(),
            population: 0,
            profile: Value::Null,
        })
    }

    fn lay_over(&self, one: &mut Municipality, lexicon: &Lexicon, now: DateTime<Utc>) -> Result<(), Mistake> {
        for (column, field) in [
            (Column::Code, &mut one.code),
            (Column::NameHe, &mut one.name_he),
            (Column::NameEn, &mut one.name_en),
            (Column::District, &mut one.district),
        ] {
            if let Some(text) = self.filled(column) {
                text.clone_into(field);
            }
        }
        if let Some(text) = self.filled(Column::Type) {
            let kind = cells::kind_of_reader(text).map_err(|what| self.wrong(Column::Type, what))?;
            kind.clone_into(&mut one.kind);
        }
        if let Some(text) = self.filled(Column::Population) {
            one.population = cells::whole(text).map_err(|what| self.wrong(Column::Population, what))?;
        }
        let mut profile: Map<String, Value> = one.profile.as_object().cloned().unwrap_or_default();
        for (column, read) in columns::WISHES {
            // A line of another contact may leave the wishes empty; they were said once.
            if let Some(text) = self.filled(*column) {
                let value = read(text, lexicon).map_err(|what| self.wrong(*column, what))?;
                profile.insert(column.name().to_owned(), value);
            }
        }
        self.contact(&mut profile, lexicon, now)?;
        one.profile = if profile.is_empty() { Value::Null } else { Value::Object(profile) };
        Ok(())
    }

    fn contact(&self, profile: &mut Map<String, Value>, lexicon: &Lexicon, now: DateTime<Utc>) -> Result<(), Mistake> {
        let Some(email) = self.filled(Column::ContactEmail) else {
            return match self.filled(Column::ContactName) {
                Some(name) => Err(self.wrong(Column::ContactEmail, What::about("no_mailbox", name))),
                None => Ok(()),
            };
        };
        if email.parse::<lettre::Address>().is_err() {
            return Err(self.wrong(Column::ContactEmail, What::about("no_address", email)));
        }
        let mut contact = Map::new();
        contact.insert("email".into(), Value::from(email));
        for (column, member, read) in columns::CONTACT {
            if let Some(text) = self.filled(*column) {
                contact.insert((*member).to_owned(), read(text, lexicon).map_err(|what| self.wrong(*column, what))?);
            }
        }
        if let Some(who) = self.filled(Column::ConsentWho) {
            let at = match self.filled(Column::ConsentAt) {
                Some(text) => cells::moment(text).map_err(|what| self.wrong(Column::ConsentAt, what))?,
                None => now,
            };
            contact.insert(
                "consent".into(),
                json!({"who": who, "at": at, "how": self.filled(Column::ConsentHow).unwrap_or("import")}),
            );
        }
        let contacts = profile.entry("contacts").or_insert_with(|| json!([]));
        if let Value::Array(contacts) = contacts {
            let is_same = |one: &&mut Value| one["email"].as_str().is_some_and(|known| known.trim().eq_ignore_ascii_case(email));
            match contacts.iter_mut().find(is_same) {
                Some(Value::Object(known)) => known.extend(contact),
                _ => contacts.push(Value::Object(contact)),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
