//! Everyone who gets letters, as a table: a line for each contact, with the municipality's facts and wishes beside it. Read from CSV and
//! from an office's workbook, in English or Hebrew headings; written as CSV. Pure: cells in, municipalities out. Knows no store.
//!
//! What a table has no column for, and contacts that it does not name, stay as they are.

mod cells;
mod columns;
mod consent;
pub(crate) mod contact;
pub(crate) mod entered;
mod export;
mod mistake;
mod names;
mod profile;
mod sheet;
mod topics;

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use sources::lexicon::Lexicon;

pub use columns::Column;
pub use export::export;
pub(crate) use mistake::KEYS;
pub use mistake::{Mistake, What};
pub use profile::profile;
pub use sheet::Sheet;

use crate::clean;
use crate::i18n::Texts;
use crate::mail::{address_of, mailbox_key};
use crate::store::Municipality;
use columns::Headings;
use consent::{Cell, Said};
use names::Meant;

/// Mistakes shown at once: who has more has taken the wrong column.
const MOST_MISTAKES: usize = 30;

/// Types of readers that no register lists: one that is not known is new.
const NOT_ON_THE_LIST: [&str; 2] = ["professional_association", "forum_member"];

/// Who corrected what a table corrects, and how a consent came that it does not say the way of.
const BY_IMPORT: &str = "import";

/// What a table says.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The municipalities that it changes or adds, whole.
    pub municipalities: Vec<Municipality>,
    /// Contacts whose address it corrects.
    pub corrected: usize,
    /// Its headings that are not ours: what stands under them was not read.
    pub skipped: Vec<String>,
    /// Topics that nobody knows, and contacts of such alone: all else of the table was read.
    pub left: Vec<Mistake>,
}

impl Imported {
    /// What is worth knowing of it, in the language of `texts`: how many addresses it corrects, and which columns were not read.
    pub fn in_words(&self, texts: &Texts) -> Option<String> {
        let corrected = (self.corrected > 0).then(|| texts.n("readers.corrected", self.corrected as u64, &[]));
        let headings: Vec<String> = self.skipped.iter().map(|heading| clean::isolate(&clean::line(heading))).collect();
        let skipped = (!headings.is_empty()).then(|| texts.t("readers.skipped", &[("headings", &headings.join(", "))]));
        let left =
            self.left.iter().take(MOST_MISTAKES).map(|mistake| texts.t("readers.left", &[("what", &mistake.in_words(texts))]));
        let said: Vec<String> = corrected.into_iter().chain(skipped).chain(left).collect();
        (!said.is_empty()).then(|| said.join("\n"))
    }
}

/// What a table says; or every mistake in it, and then nothing.
pub fn import(sheet: &Sheet, known: &[Municipality], lexicon: &Lexicon, now: DateTime<Utc>) -> Result<Imported, Vec<Mistake>> {
    let headings = columns::headings(sheet)?;
    let (mut mistakes, mut left) = (Vec::new(), Vec::new());
    let mut changed: BTreeMap<String, Municipality> = BTreeMap::new();
    let rows = || sheet.rows.iter().skip(headings.rows);
    let mailboxes = rows().filter_map(|(_, cells)| cells.get(*headings.at.get(&Column::ContactEmail)?));
    let mailboxes: HashSet<String> = mailboxes.map(|mailbox| mailbox_key(mailbox)).collect();
    for (row, cells) in rows() {
        let line = Line { row: *row, headings: &headings, cells, mailboxes: &mailboxes };
        if line.is_empty() {
            continue;
        }
        match line.municipality(known, &changed) {
            Ok(mut one) => {
                mistakes.extend(line.lay_over(&mut one, lexicon, now, &mut left));
                changed.insert(one.slug.clone(), one);
            }
            Err(mistake) => mistakes.push(mistake),
        }
        if mistakes.len() >= MOST_MISTAKES {
            break;
        }
    }
    if mistakes.is_empty() {
        let before: usize =
            known.iter().filter(|one| changed.contains_key(&one.slug)).map(|one| contact::corrections(&one.profile)).sum();
        let after: usize = changed.values().map(|one| contact::corrections(&one.profile)).sum();
        Ok(Imported {
            municipalities: changed.into_values().collect(),
            corrected: after - before,
            skipped: headings.skipped,
            left,
        })
    } else {
        // Whoever has to send the table again mends all of it.
        mistakes.extend(left);
        mistakes.sort_by_key(|mistake| mistake.row);
        Err(mistakes)
    }
}

/// One line of a table.
struct Line<'a> {
    row: usize,
    headings: &'a Headings<'a>,
    cells: &'a [String],
    /// Every mailbox of the table, by [`mailbox_key`].
    mailboxes: &'a HashSet<String>,
}

impl Line<'_> {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// What stands in a column; none where the table has no such column.
    fn cell(&self, column: Column) -> Option<&str> {
        Some(self.cells.get(*self.headings.at.get(&column)?).map_or("", |cell| cell.trim()))
    }

    /// The same where something stands there.
    fn filled(&self, column: Column) -> Option<&str> {
        self.cell(column).filter(|cell| !cell.is_empty())
    }

    /// What the contact is called: the name, the role behind it, or whichever of them is there.
    fn contact_name(&self) -> Option<String> {
        let role = self.headings.role.and_then(|at| self.cells.get(at)).map(|cell| cell.trim());
        let parts = [self.filled(Column::ContactName), role.filter(|role| !role.is_empty())];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    fn wrong(&self, column: Column, what: What) -> Mistake {
        let name = self.headings.at.get(&column).and_then(|at| self.headings.written.get(*at));
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
        // Whom an earlier line changed is the same one.
        let all = known.iter().filter(|one| !changed.contains_key(&one.slug)).chain(changed.values());
        match names::meant(name, all) {
            Meant::One(one) => Ok(one.clone()),
            Meant::Many => Err(self.wrong(Column::NameHe, What::about("many_names", name))),
            // An authority is on the list; of others the table has to say by what name they are known.
            Meant::Nobody => {
                let kind = self.filled(Column::Type).and_then(|kind| cells::kind_of_reader(kind).ok());
                let is_new = kind.is_some_and(|kind| NOT_ON_THE_LIST.contains(&kind));
                Err(self.wrong(Column::NameHe, What::about(if is_new { "newcomer_without_slug" } else { "unknown_name" }, name)))
            }
        }
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
            name_ar: String::new(),
            kind: String::new(),
            district: String::new(),
            population: 0,
            profile: Value::Null,
        })
    }

    /// Lays the line over a municipality; every cell that cannot be followed. What costs only itself goes to `left`.
    fn lay_over(&self, one: &mut Municipality, lexicon: &Lexicon, now: DateTime<Utc>, left: &mut Vec<Mistake>) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        // Of a new one all there is; of a known one its own spelling stays.
        let is_new = one.name_he.is_empty();
        for (column, field) in [
            (Column::Code, &mut one.code),
            (Column::NameHe, &mut one.name_he),
            (Column::NameEn, &mut one.name_en),
            (Column::NameAr, &mut one.name_ar),
            (Column::District, &mut one.district),
        ] {
            let is_name = matches!(column, Column::NameHe | Column::NameEn | Column::NameAr);
            if let Some(text) = self.filled(column).filter(|_| is_new || !is_name || self.filled(Column::Slug).is_some()) {
                *field = clean::line(text);
            }
        }
        if let Some(text) = self.filled(Column::Type) {
            match cells::kind_of_reader(text) {
                Ok(kind) => kind.clone_into(&mut one.kind),
                Err(what) => mistakes.push(self.wrong(Column::Type, what)),
            }
        }
        if let Some(text) = self.filled(Column::Population) {
            match cells::whole(text) {
                Ok(population) => one.population = population,
                Err(what) => mistakes.push(self.wrong(Column::Population, what)),
            }
        }
        let mut profile: Map<String, Value> = one.profile.as_object().cloned().unwrap_or_default();
        for (column, read) in columns::WISHES {
            // A line of another contact may leave the wishes empty; they were said once.
            let Some(text) = self.filled(*column) else { continue };
            match read(text, lexicon) {
                Ok(value) => drop(profile.insert(column.name().to_owned(), value)),
                Err(what) => mistakes.push(self.wrong(*column, what)),
            }
        }
        if let Some(text) = self.filled(Column::Topics) {
            match topics::weighed(text, lexicon) {
                Ok(said) => {
                    left.extend(said.unknown.into_iter().map(|what| self.wrong(Column::Topics, what)));
                    profile.extend(said.known.map(|topics| (Column::Topics.name().to_owned(), topics)));
                }
                Err(what) => mistakes.push(self.wrong(Column::Topics, what)),
            }
        }
        mistakes.extend(self.contact(&mut profile, lexicon, now, left));
        one.profile = if profile.is_empty() { Value::Null } else { Value::Object(profile) };
        mistakes
    }

    fn contact(
        &self,
        profile: &mut Map<String, Value>,
        lexicon: &Lexicon,
        now: DateTime<Utc>,
        left: &mut Vec<Mistake>,
    ) -> Vec<Mistake> {
        let Some(email) = self.filled(Column::ContactEmail) else {
            let nameless = self.contact_name().map(|name| What::about("no_mailbox", &name));
            return nameless.map(|what| self.wrong(Column::ContactEmail, what)).into_iter().collect();
        };
        let mut mistakes = Vec::new();
        let email = match address_of(email) {
            Ok(address) => address.to_string(),
            Err(bad) => {
                mistakes.push(self.wrong(Column::ContactEmail, What::about(bad.code(), email)));
                String::new()
            }
        };
        let mut contact = Map::new();
        contact.insert("email".into(), Value::from(email.as_str()));
        let name = self.contact_name();
        for (column, member, read) in columns::CONTACT {
            let text = if *column == Column::ContactName { name.as_deref() } else { self.filled(*column) };
            let Some(text) = text else { continue };
            match read(text, lexicon) {
                Ok(value) => drop(contact.insert((*member).to_owned(), value)),
                Err(what) => mistakes.push(self.wrong(*column, what)),
            }
        }
        if let Some(text) = self.filled(Column::ContactTopics) {
            match topics::of_contact(text, lexicon) {
                Ok(said) => {
                    let is_left = said.known.is_none() && !said.unknown.is_empty();
                    left.extend(said.unknown.into_iter().map(|what| self.wrong(Column::ContactTopics, what)));
                    // Without any topic this desk would read the whole authority's letter: it waits for the office.
                    if is_left {
                        return mistakes;
                    }
                    contact.extend(said.known.map(|topics| ("topics".to_owned(), topics)));
                }
                Err(what) => mistakes.push(self.wrong(Column::ContactTopics, what)),
            }
        }
        let consent = self.consent().unwrap_or_else(|mistake| {
            mistakes.push(mistake);
            Said::Nothing
        });
        let contacts = profile.entry("contacts").or_insert_with(|| json!([]));
        if let Value::Array(contacts) = contacts {
            let by_mailbox = contacts.iter().position(|one| contact::has_mailbox(one, &email));
            let place = by_mailbox.or_else(|| self.by_name(contacts));
            if let Some(Value::Object(known)) = place.and_then(|place| contacts.get_mut(place)) {
                if by_mailbox.is_none() {
                    contact::readdress(known, &email, BY_IMPORT, now);
                }
                known.extend(contact);
                consent.lay_over(known, self.filled(Column::ContactName), now);
            } else {
                consent.lay_over(&mut contact, self.filled(Column::ContactName), now);
                contacts.push(Value::Object(contact));
            }
        }
        mistakes
    }

    /// Whose address the line corrects: the one contact of this name, where the table does not name its present address as well.
    fn by_name(&self, contacts: &[Value]) -> Option<usize> {
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        // With the role or without: an earlier table may not have had that column.
        let names = [self.filled(Column::ContactName).map(plain), self.contact_name().map(|name| plain(&name))];
        let is_meant = |one: &Value| {
            let is_named = one["name"].as_str().is_some_and(|known| names.contains(&Some(plain(known))));
            is_named && one["email"].as_str().is_some_and(|known| !self.mailboxes.contains(&mailbox_key(known)))
        };
        let mut meant = contacts.iter().enumerate().filter(|(_, one)| is_meant(one)).map(|(place, _)| place);
        meant.next().filter(|_| meant.next().is_none())
    }

    /// That the contact wants the letters; whoever is named as the contact said so where nobody else is.
    fn consent(&self) -> Result<Said, Mistake> {
        let (at, how) = (self.filled(Column::ConsentAt), self.filled(Column::ConsentHow));
        let is_written = at.is_some() || how.is_some();
        let contact = || self.filled(Column::ContactName).filter(|_| is_written).map(Cell::Name);
        let who = match self.filled(Column::ConsentWho).map(Cell::of).or_else(contact) {
            Some(Cell::No) => return Ok(Said::Refused),
            Some(Cell::Yes) => None,
            Some(Cell::Name(name)) => Some(clean::line(name)),
            None if is_written => {
                let column = if at.is_some() { Column::ConsentAt } else { Column::ConsentHow };
                return Err(self.wrong(column, What::of("no_consent")));
            }
            None => return Ok(Said::Nothing),
        };
        let at = at.map(|text| cells::moment(text).map_err(|what| self.wrong(Column::ConsentAt, what))).transpose()?;
        Ok(Said::Agreed { who, at, how: how.map(clean::line) })
    }
}

#[cfg(test)]
mod tests;
