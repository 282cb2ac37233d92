//! From (name, value) pairs to a [`SearchQuery`], or to the parameter that is wrong and what would be right.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use sources::opportunity::{Kind, Status, Verdict};

use super::{
    BadParameter, FACETS, FORMATS, Format, MAX_DEPTH, MAX_PAGE_SIZE, MAX_QUESTION, MAX_VALUES, SORTS, SearchQuery, StatusFilter,
};
use crate::address::UI;

/// Longest slug of a municipality, and longest value of a topic, source or network.
const MAX_SLUG: usize = 100;

/// Faults that are told at once; who has more has pasted something.
const MAX_FAULTS: usize = 20;

const NAMES: &str = "q, kind, status, topic, source, network, country, eligible, deadline_from, deadline_to, amount_min, lang, \
                     municipality, sort, page, page_size, facets, changed_after, format";

impl SearchQuery {
    /// Reads a raw query string (`q=…&kind=grant,competition`).
    pub fn from_query_string(raw: &str) -> Result<Self, BadParameter> {
        Self::parse(url::form_urlencoded::parse(raw.as_bytes()))
    }

    /// Reads pairs. Lists may be repeated or parted by commas; empty values are as good as absent ones (an HTML form sends them).
    pub fn parse<N: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (N, V)>) -> Result<Self, BadParameter> {
        let mut query = Self::default();
        let mut seen: Vec<String> = Vec::new();
        let mut wrong: Vec<BadParameter> = Vec::new();
        for (name, value) in pairs {
            let (name, value) = (name.as_ref(), value.as_ref().trim());
            let mut twice = false;
            if is_single(name) && !value.is_empty() {
                twice = seen.iter().any(|known| known == name);
                seen.push(name.to_owned());
            }
            let done = if twice { Err(bad(name, "it is given twice; give it once")) } else { query.set(name, value) };
            wrong.extend(done.err().filter(|_| wrong.len() < MAX_FAULTS));
        }
        // What is wrong by itself need not be wrong with others.
        if wrong.is_empty() {
            query.check()?;
            return Ok(query);
        }
        let first = wrong.remove(0);
        Err(BadParameter { others: wrong, ..first })
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), BadParameter> {
        match name {
            "q" => self.q = question(value),
            "kind" => extend(&mut self.kind, name, value, code::<Kind>)?,
            "status" => self.add_status(value)?,
            "topic" => extend(&mut self.topic, name, value, kept)?,
            "source" => extend(&mut self.source, name, value, kept)?,
            "network" => extend(&mut self.network, name, value, kept)?,
            "country" => extend(&mut self.country, name, value, country)?,
            "eligible" => extend(&mut self.eligible, name, value, code::<Verdict>)?,
            "lang" => extend(&mut self.lang, name, value, language)?,
            "facets" => extend(&mut self.facets, name, value, |name, value| named(name, value, &FACETS))?,
            _ if value.is_empty() && is_single(name) => {}
            // The page's own language, in whose address a question is copied: it asks nothing of the records.
            UI => {}
            "deadline_from" => self.deadline_from = Some(day(name, value)?),
            "deadline_to" => self.deadline_to = Some(day(name, value)?),
            "amount_min" => self.amount_min = Some(amount(name, value)?),
            "municipality" => self.municipality = Some(slug(name, value)?),
            "sort" => self.sort = named(name, value, &SORTS)?,
            "page" => self.page = number(name, value, 1, MAX_DEPTH)?,
            "page_size" => self.page_size = Some(number(name, value, 1, MAX_PAGE_SIZE)?),
            "changed_after" => {
                // The store counts in 63 bits.
                let number = value.parse::<i64>().ok().and_then(|number| u64::try_from(number).ok());
                let wrong = || bad(name, format!("`{value}` is no change number; write e.g. 0 or 1024"));
                self.changed_after = Some(number.ok_or_else(wrong)?);
            }
            "format" => self.format = named(name, value, &FORMATS)?,
            _ => return Err(bad(name, format!("there is no such parameter; there are {NAMES}"))),
        }
        Ok(())
    }

    fn add_status(&mut self, value: &str) -> Result<(), BadParameter> {
        bounded("status", value.split(',').count())?;
        for one in value.split(',').map(str::trim).filter(|one| !one.is_empty()) {
            if one == "any" {
                self.status = StatusFilter::Any;
                continue;
            }
            let wanted =
                code::<Status>("status", one).map_err(|bad| BadParameter { detail: format!("{}, or any", bad.detail), ..bad })?;
            match &mut self.status {
                StatusFilter::Any => {}
                StatusFilter::Of(codes) if codes.contains(&wanted) => {}
                StatusFilter::Of(codes) => codes.push(wanted),
                StatusFilter::Live => self.status = StatusFilter::Of(vec![wanted]),
            }
        }
        Ok(())
    }

    /// The same question, to be answered in this form.
    pub fn in_form(self, format: Format) -> Result<Self, BadParameter> {
        let query = Self { format, ..self };
        query.check()?;
        Ok(query)
    }

    fn check(&self) -> Result<(), BadParameter> {
        if self.page.saturating_mul(self.size()) > MAX_DEPTH {
            return Err(bad(
                "page",
                format!("paging ends at hit {MAX_DEPTH}; narrow the question, or harvest with changed_after"),
            ));
        }
        if let (Some(from), Some(to)) = (self.deadline_from, self.deadline_to)
            && from > to
        {
            return Err(bad("deadline_to", format!("{to} is before deadline_from, {from}")));
        }
        Ok(())
    }
}

pub(crate) fn bad(parameter: &str, detail: impl Into<String>) -> BadParameter {
    let parameter: String = parameter.chars().filter(|c| !c.is_control()).take(MAX_SLUG).collect();
    BadParameter { detail: format!("{parameter}: {}", detail.into()), parameter, others: Vec::new() }
}

fn is_single(name: &str) -> bool {
    matches!(
        name,
        "q" | "deadline_from"
            | "deadline_to"
            | "amount_min"
            | "municipality"
            | "sort"
            | "page"
            | "page_size"
            | "changed_after"
            | "format"
    )
}

/// Adds the values of a list, each once, in order.
fn extend<T: PartialEq>(
    list: &mut Vec<T>,
    name: &str,
    value: &str,
    read: impl Fn(&str, &str) -> Result<T, BadParameter>,
) -> Result<(), BadParameter> {
    for one in value.split(',').map(str::trim).filter(|one| !one.is_empty()) {
        let one = read(name, one)?;
        if !list.contains(&one) {
            list.push(one);
        }
    }
    bounded(name, list.len().max(value.split(',').count()))
}

fn bounded(name: &str, values: usize) -> Result<(), BadParameter> {
    if values > MAX_VALUES { Err(bad(name, format!("more than {MAX_VALUES} values; leave some out"))) } else { Ok(()) }
}

/// One character more than is looked for is kept, so that it can be told that the rest was not.
fn question(value: &str) -> String {
    value.chars().take(MAX_QUESTION + 1).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A code of one of the record's enumerations, checked by the very type that reads it from JSON.
fn code<T: DeserializeOwned>(name: &str, value: &str) -> Result<String, BadParameter> {
    match serde_json::from_value::<T>(serde_json::Value::from(value)) {
        Ok(_) => Ok(value.to_owned()),
        Err(error) => Err(bad(name, error.to_string())),
    }
}

fn named<T: Copy>(name: &str, value: &str, known: &[(&str, T)]) -> Result<T, BadParameter> {
    known.iter().find(|(known, _)| *known == value).map(|(_, meant)| *meant).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(known, _)| *known).collect();
        bad(name, format!("unknown value `{value}`, expected one of {}", names.join(", ")))
    })
}

/// Imports keep topics and sources that the configuration does not know, spaces and signs included: whether any record has such a one is
/// for the index to say.
fn kept(name: &str, value: &str) -> Result<String, BadParameter> {
    if value.len() <= MAX_SLUG && !value.chars().any(char::is_control) {
        Ok(value.to_owned())
    } else {
        Err(bad(name, format!("`{value}` is no value of a record; at most {MAX_SLUG} bytes of plain text")))
    }
}

/// A municipality's, as the house writes it.
fn slug(name: &str, value: &str) -> Result<String, BadParameter> {
    let fits = value.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
    if fits && value.len() <= MAX_SLUG {
        Ok(value.to_owned())
    } else {
        Err(bad(name, format!("`{value}` is no slug; letters, digits and hyphens, at most {MAX_SLUG}")))
    }
}

fn country(name: &str, value: &str) -> Result<String, BadParameter> {
    if value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Ok(value.to_ascii_uppercase())
    } else {
        Err(bad(name, format!("`{value}` is no country code; two letters of ISO 3166-1, e.g. FR")))
    }
}

fn language(name: &str, value: &str) -> Result<String, BadParameter> {
    if (2..=3).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Ok(value.to_ascii_lowercase())
    } else {
        Err(bad(name, format!("`{value}` is no language code; two letters of ISO 639-1, e.g. he")))
    }
}

fn day(name: &str, value: &str) -> Result<NaiveDate, BadParameter> {
    let shaped = value.len() == 10 && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    value
        .parse()
        .ok()
        .filter(|_| shaped)
        .ok_or_else(|| bad(name, format!("`{value}` is no day; write YYYY-MM-DD, e.g. 2027-03-15")))
}

fn amount(name: &str, value: &str) -> Result<f64, BadParameter> {
    value
        .parse()
        .ok()
        .filter(|amount: &f64| amount.is_finite() && *amount >= 0.0)
        .ok_or_else(|| bad(name, format!("`{value}` is no sum; write digits, e.g. 50000")))
}

fn number(name: &str, value: &str, least: usize, most: usize) -> Result<usize, BadParameter> {
    value
        .parse()
        .ok()
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| bad(name, format!("`{value}` is no whole number from {least} to {most}")))
}
