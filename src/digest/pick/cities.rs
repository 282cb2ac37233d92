//! `config/cities.csv`: one city by all the names that it is written with, so that דורטמונד is Dortmund and Köln is Cologne.
//! Knows no profile: it is asked with a name and a country.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use words::tokens;

/// What parts the names of one cell.
const BETWEEN_NAMES: char = ';';

/// Languages of these countries write ä, ö and ü as ae, oe and ue where a keyboard has none.
const SPELL_OUT: [&str; 3] = ["DE", "AT", "CH"];

/// The cities of the list.
#[derive(Debug, Clone, Default)]
pub(in crate::digest) struct Cities {
    cities: Vec<Vec<Name>>,
    /// Country and plain name → place of the city.
    places: BTreeMap<(String, String), usize>,
}

#[derive(Debug, Clone)]
struct Name {
    written: String,
    /// Stands in brackets: a common word too, which names no city where a notice has it.
    is_common_word: bool,
}

impl Cities {
    /// Reads `cities.csv` of the configuration folder.
    pub(super) fn load(config: &Path) -> anyhow::Result<Self> {
        let path = config.join("cities.csv");
        let text = std::fs::read_to_string(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        let mut cities = Self::default();
        for row in reader.deserialize() {
            let (country, hebrew, others): (String, String, String) =
                row.context("a line is the code of a country, Hebrew names, other names; names are parted by semicolons")?;
            let place = cities.cities.len();
            let names: Vec<Name> = hebrew.split(BETWEEN_NAMES).chain(others.split(BETWEEN_NAMES)).filter_map(Name::of).collect();
            for name in &names {
                let other = cities.places.insert((country.clone(), plain(&name.written)), place);
                anyhow::ensure!(
                    other.is_none_or(|other| other == place),
                    "\"{}\" is two cities of {country}: leave it to one",
                    name.written
                );
            }
            cities.cities.push(names);
        }
        Ok(cities)
    }

    /// Every way to write the city that a profile calls `name`: as it is written there, in other languages where the list knows it, without
    /// a tail such as "am Main", and with umlauts spelt out or not.
    pub(super) fn names(&self, name: &str, country: &str, tails: &[String]) -> BTreeSet<String> {
        let mut names: BTreeSet<String> = [name.trim().to_owned()].into();
        names.extend(without_tail(name, tails));
        if SPELL_OUT.contains(&country) {
            let short: Vec<String> = names.iter().map(|name| taken_back(name)).collect();
            names.extend(short);
        }
        let known = names.iter().find_map(|name| self.places.get(&(country.to_owned(), plain(name))));
        let others = known.into_iter().flat_map(|place| &self.cities[*place]).filter(|other| !other.is_common_word);
        names.extend(others.map(|other| other.written.clone()).collect::<Vec<_>>());
        let spelt: Vec<String> = names.iter().map(|name| spelt_out(name)).collect();
        names.extend(spelt);
        names.retain(|name| !name.is_empty());
        names
    }
}

impl Name {
    fn of(written: &str) -> Option<Self> {
        let written = written.trim();
        let bare = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let name = bare.unwrap_or(written).trim();
        (!name.is_empty()).then(|| Self { written: name.to_owned(), is_common_word: bare.is_some() })
    }
}

/// A name without case, marks and hyphens.
fn plain(name: &str) -> String {
    tokens(name).iter().map(|token| &*token.norm).collect::<Vec<_>>().join(" ")
}

/// "Frankfurt am Main" is called Frankfurt.
fn without_tail(name: &str, tails: &[String]) -> Option<String> {
    let all = tokens(name);
    let tail = tails.iter().map(|tail| tokens(tail)).find(|tail| {
        let last = all.len().checked_sub(tail.len()).map(|from| &all[from..]);
        all.len() > tail.len() && last.is_some_and(|last| last.iter().zip(tail).all(|(a, b)| a.norm == b.norm))
    })?;
    Some(name[..all[all.len() - tail.len() - 1].end].trim().to_owned())
}

/// Köln as Koeln; the marks by themselves are taken away wherever words are compared.
fn spelt_out(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'ä' => out.push_str("ae"),
            'ö' | 'ø' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'å' => out.push_str("aa"),
            'Ä' => out.push_str("Ae"),
            'Ö' | 'Ø' => out.push_str("Oe"),
            'Ü' => out.push_str("Ue"),
            'Å' => out.push_str("Aa"),
            other => out.push(other),
        }
    }
    out
}

/// Koeln as Köln, whose marks are taken away wherever words are compared.
fn taken_back(name: &str) -> String {
    [("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("Ae", "Ä"), ("Oe", "Ö"), ("Ue", "Ü")]
        .iter()
        .fold(name.to_owned(), |name, (two, one)| name.replace(two, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: &str, country: &str) -> BTreeSet<String> {
        let list = "country,hebrew,names\nDE,(אולם),Ulm\nDE,קלן,Köln; Cologne\nDE,פרנקפורט,Frankfurt\n";
        Cities::parse(list).unwrap().names(name, country, &["am Main".to_owned()])
    }

    #[test]
    fn a_city_is_known_by_each_of_its_names() {
        let all: BTreeSet<String> = ["Cologne", "Köln", "Koeln", "קלן"].map(str::to_owned).into();
        assert_eq!(names("קלן", "DE"), all);
        assert!(names("Koeln", "DE").is_superset(&all));
        assert!(names("cologne", "DE").is_superset(&all));
        assert!(names("Frankfurt am Main", "DE").contains("פרנקפורט"));
    }

    #[test]
    fn what_is_a_common_word_too_is_understood_and_not_looked_for() {
        assert!(names("אולם", "DE").contains("Ulm"));
        assert!(!names("Ulm", "DE").contains("אולם"));
    }

    #[test]
    fn a_city_that_nobody_listed_is_looked_for_as_it_is_written() {
        assert_eq!(names("Göppingen", "DE"), ["Göppingen", "Goeppingen"].map(str::to_owned).into());
        assert_eq!(names("Cologne", "US"), ["Cologne".to_owned()].into());
    }

    #[test]
    fn a_name_of_two_cities_of_one_country_is_a_mistake() {
        assert!(Cities::parse("country,hebrew,names\nFR,קאן,Caen\nFR,קאן,Cannes\n").is_err());
    }
}
