//! The municipalities by all the names that they are written with: the register says Elat, the town Eilat, and both mean one place.

use std::collections::BTreeMap;

use crate::digest::profile::Profile;

/// How the register ends the English names of the regional councils; a text that lists them says it once.
const REGIONAL_COUNCIL: &str = " Regional Council";

/// All municipalities; a place in the list is what a name stands for.
#[derive(Debug)]
pub(super) struct Towns {
    names: Vec<Vec<String>>,
}

impl Towns {
    /// The register's names, other ways to write them, and those that the profiles give themselves.
    pub(super) fn new(register: &[[String; 2]], other: &BTreeMap<String, Vec<String>>, profiles: &[Profile]) -> Self {
        let mut towns = Self { names: register.iter().map(|names| names.to_vec()).collect() };
        for names in &mut towns.names {
            let others = names.first().and_then(|hebrew| other.get(hebrew)).into_iter().flatten();
            let short = names.iter().filter_map(|name| name.strip_suffix(REGIONAL_COUNCIL));
            let more: Vec<String> = others.cloned().chain(short.map(str::to_owned)).collect();
            names.extend(more);
        }
        for profile in profiles {
            let own = [&profile.name_he, &profile.name_en].map(Clone::clone);
            match towns.place(profile) {
                Some(place) => towns.names[place].extend(own),
                None => towns.names.push(own.to_vec()),
            }
        }
        for names in &mut towns.names {
            names.retain(|name| !name.trim().is_empty());
            names.sort_unstable();
            names.dedup();
        }
        towns
    }

    /// Where a profile's municipality stands.
    pub(super) fn place(&self, profile: &Profile) -> Option<usize> {
        let is_own = |name: &String| same_name(name, &profile.name_he) || same_name(name, &profile.name_en);
        self.names.iter().position(|names| names.iter().any(is_own))
    }

    /// Each municipality's names, by its place.
    pub(super) fn names(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.names.iter().map(Vec::as_slice).enumerate()
    }
}

/// Names are written with hyphens, maqaf and spaces in turn.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let plain = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    !a.is_empty() && plain(a) == plain(b)
}
