//! Two notices that staff have found to be one call, the later of which says that its day was moved: what that one tells is the call's from then on.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, Value};
use sources::normalise::Likeness;
use sqlx::Row as _;

use super::pending::{DEADLINE, days};
use super::{Write, diff};

/// The reason of such a question, as the table of proposals has it.
const EXTENDED: &str = "extended";

/// What a later notice may set right, where it tells it.
const RETOLD: &[&str] = &[DEADLINE, "amount", "event", "opens"];

/// What a later notice adds where the earlier one was silent.
const ADDED: &[&str] = &["summary", "organiser", "programme", "published"];

/// Which of two notices moved the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    /// The finding that is joined.
    ByFinding,
    /// The record that it is joined to.
    ByRecord,
}

/// A notice, by what tells which of two is the later.
struct Notice {
    says_so: bool,
    published: Option<NaiveDate>,
    first_seen: DateTime<Utc>,
}

impl Notice {
    fn is_later_than(&self, other: &Self) -> bool {
        let published = self.published.zip(other.published).filter(|(mine, theirs)| mine != theirs);
        published.map_or(self.first_seen > other.first_seen, |(mine, theirs)| mine > theirs)
    }
}

impl Write {
    /// Which of the two moved the day, where that is why staff were asked; none where neither says that it did.
    pub(super) async fn moved(&mut self, finding: &str, record: &str) -> anyhow::Result<Option<Moved>> {
        let asked = sqlx::query("SELECT 1 FROM proposals WHERE finding = $1 AND record = $2 AND reason = $3")
            .bind(finding.to_owned())
            .bind(record.to_owned())
            .bind(EXTENDED)
            .fetch_optional(&mut *self.tx)
            .await?;
        if asked.is_none() {
            return Ok(None);
        }
        let (Some(one), Some(other)) = (self.notice(finding).await?, self.notice(record).await?) else { return Ok(None) };
        Ok(match (one.says_so, other.says_so) {
            (true, true) if one.is_later_than(&other) => Some(Moved::ByFinding),
            (true | false, true) => Some(Moved::ByRecord),
            (true, false) => Some(Moved::ByFinding),
            (false, false) => None,
        })
    }

    async fn notice(&mut self, finding: &str) -> anyhow::Result<Option<Notice>> {
        let row = sqlx::query(
            "SELECT l.body, s.first_seen, r.opportunity FROM likenesses l JOIN sightings s ON s.finding = l.finding
             JOIN records r ON r.id = l.finding WHERE l.finding = $1",
        )
        .bind(finding.to_owned())
        .fetch_optional(&mut *self.tx)
        .await?;
        row.map(|row| {
            let likeness: Likeness = serde_json::from_str(row.get(0))?;
            let told: Map<String, Value> = serde_json::from_str(row.get(2))?;
            let published = told.get("published").and_then(Value::as_str).and_then(|day| day.parse().ok());
            Ok(Notice { says_so: likeness.is_extended, published, first_seen: super::moment(row.get(1))? })
        })
        .transpose()
    }

    /// Writes what the later notice tells into the record. It is staff's from then on: no visit to the earlier notice undoes it.
    pub(super) async fn take_over(&mut self, record: &str, later: &Map<String, Value>, by: &str) -> anyhow::Result<()> {
        let row = sqlx::query("SELECT opportunity, locked FROM records WHERE id = $1")
            .bind(record.to_owned())
            .fetch_one(&mut *self.tx)
            .await?;
        let old: Map<String, Value> = serde_json::from_str(row.get(0))?;
        let mut locked: Vec<String> = serde_json::from_str(row.get(1))?;
        let mut new = merged(&old, later, &locked);
        diff::keep_open(&old, &mut new, self.now)?;
        self.update_record(record, &old, &new, None, by).await?;
        self.settle_disputes(record, &new).await?;
        for field in RETOLD.iter().chain(ADDED).chain(&["eligibility"]) {
            if old.get(*field) != new.get(*field) && !locked.iter().any(|name| name == field) {
                locked.push((*field).to_owned());
            }
        }
        self.lock(record, &locked, by).await
    }

    /// The record has the moved day already: who was told the day of the earlier notice finds in its history what it was.
    pub(super) async fn note_moved(&mut self, record: &str, earlier: &Value, by: &str) -> anyhow::Result<()> {
        let is = self.members(record).await?.and_then(|mut members| members.remove(DEADLINE)).unwrap_or_default();
        if days(earlier).is_empty() || days(earlier) == days(&is) {
            return Ok(());
        }
        self.note(record, DEADLINE, earlier.clone(), is, by).await
    }
}

/// The record with what the later notice tells laid over it; what staff have set stays, but for the day, which they were asked about.
fn merged(old: &Map<String, Value>, later: &Map<String, Value>, locked: &[String]) -> Map<String, Value> {
    let mut new = old.clone();
    let is_open = |field: &str| field == DEADLINE || !locked.iter().any(|name| name == field);
    let mut taken: Vec<&str> = Vec::new();
    for field in RETOLD.iter().filter(|field| is_open(field)) {
        let (Some(was), Some(told)) = (old.get(*field), later.get(*field)) else { continue };
        let laid = if *field == DEADLINE && days(told).is_empty() { was.clone() } else { laid_over(was, told) };
        if laid != *was {
            taken.push(field);
            new.insert((*field).to_owned(), laid);
        }
    }
    for field in ADDED.iter().filter(|field| is_open(field)) {
        if old.get(*field).is_none_or(Value::is_null) && later.get(*field).is_some_and(|told| !told.is_null()) {
            taken.push(field);
            new.insert((*field).to_owned(), later[*field].clone());
        }
    }
    if is_open("eligibility") {
        for axis in ["country", "body", "place"] {
            let told = &later["eligibility"][axis];
            if new["eligibility"][axis]["verdict"] == "unknown" && told["verdict"] != "unknown" && !told.is_null() {
                new["eligibility"][axis] = told.clone();
            }
        }
    }
    // Each field can show its words: those of the notice that told it.
    if let (Some(Value::Object(words)), Some(theirs)) = (new.get_mut("evidence"), later.get("evidence")) {
        for field in taken {
            words.remove(field);
            if let Some(word) = theirs.get(field) {
                words.insert(field.to_owned(), word.clone());
            }
        }
    }
    new
}

/// What is told stands; of what it is silent about, what stood before. A sum in another currency leaves none of the former one.
fn laid_over(was: &Value, told: &Value) -> Value {
    let (Value::Object(before), Value::Object(after)) = (was, told) else {
        return if told.is_null() { was.clone() } else { told.clone() };
    };
    if before.contains_key("stages") {
        return told.clone();
    }
    let other_currency = [before, after].iter().all(|sum| sum.get("currency").is_some_and(|code| !code.is_null()))
        && before["currency"] != after["currency"];
    // An event on other days has no last day of before.
    let other_days = after.get("start").is_some_and(|day| !day.is_null() && before.get("start") != Some(day));
    let is_kept = |name: &str| !(other_currency || other_days && name == "end");
    let lay = |(name, told): (&String, &Value)| {
        let stays = told.is_null() && is_kept(name);
        (name.clone(), if stays { before.get(name).cloned().unwrap_or_default() } else { told.clone() })
    };
    Value::Object(after.iter().map(lay).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_told_stands_and_what_it_is_silent_about_stays() {
        let sum = |max: Option<u32>, share: Option<f64>, currency: Option<&str>| json!({"max": max, "cofunding_rate": share, "currency": currency});
        let was = sum(Some(20_000), Some(0.8), Some("EUR"));
        assert_eq!(laid_over(&was, &sum(Some(30_000), None, Some("EUR"))), sum(Some(30_000), Some(0.8), Some("EUR")));
        assert_eq!(laid_over(&was, &sum(None, None, None)), was);
        assert_eq!(laid_over(&was, &sum(Some(9), None, Some("ILS"))), sum(Some(9), None, Some("ILS")));
        assert_eq!(laid_over(&json!("2027-01-01"), &Value::Null), json!("2027-01-01"));
        let days = |start: &str, end: Option<&str>| json!({"start": start, "end": end, "place": "Ghent"});
        assert_eq!(laid_over(&days("2027-05-01", Some("2027-05-03")), &days("2027-06-01", None)), days("2027-06-01", None));
    }
}
