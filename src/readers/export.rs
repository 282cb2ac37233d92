//! Readers as CSV: what [`super::import`] reads back without loss.

use std::io::Write;

use super::Column;
use super::consent;
use super::profile;
use crate::clock::HOME;
use crate::code::code;
use crate::digest::profile::{Contact, Profile};
use crate::store::Municipality;
use crate::table;

/// Writes a line for each contact; one without contacts has one all the same.
pub fn export(out: &mut impl Write, municipalities: &[Municipality]) -> anyhow::Result<()> {
    table::begin(out, Column::ALL.map(Column::name))?;
    for one in municipalities {
        let profile = profile(one)?;
        let nobody = [Contact::default()];
        let contacts = if profile.contacts.is_empty() { &nobody[..] } else { &profile.contacts };
        for contact in contacts {
            table::write(out, Column::ALL.map(|column| cell(column, one, &profile, contact)))?;
        }
    }
    Ok(())
}

fn cell(column: Column, one: &Municipality, profile: &Profile, contact: &Contact) -> String {
    let list = |entries: &[String]| entries.join("; ");
    // Only what somebody filled in: a default that was written out would never change again.
    let is_filled = |member: &str| one.profile.get(member).is_some_and(|value| !value.is_null() && value.as_str() != Some(""));
    match column {
        Column::Slug => one.slug.clone(),
        Column::Code => one.code.clone(),
        Column::NameHe => one.name_he.clone(),
        Column::NameEn => one.name_en.clone(),
        Column::NameAr => one.name_ar.clone(),
        Column::Type => one.kind.clone(),
        Column::District => one.district.clone(),
        Column::Population => one.population.to_string(),
        Column::ContactName => contact.name.clone(),
        Column::ContactEmail => contact.email.clone(),
        Column::ContactLanguage => contact.language.clone(),
        Column::ContactFrequency if contact.email.is_empty() => String::new(),
        Column::ContactFrequency => code(contact.frequency),
        Column::ContactTopics => list(&contact.topics),
        Column::ConsentWho => contact.consent.as_ref().map(|consent| consent::written(&consent.who)).unwrap_or_default(),
        Column::ConsentAt => {
            contact.consent.as_ref().map(|consent| consent.at.with_timezone(&HOME).to_rfc3339()).unwrap_or_default()
        }
        Column::ConsentHow => contact.consent.as_ref().map(|consent| consent.how.clone()).unwrap_or_default(),
        wish if !is_filled(wish.name()) => String::new(),
        Column::Language => profile.language.clone(),
        Column::Topics => profile.topics.iter().map(|(slug, weight)| format!("{slug}={weight}")).collect::<Vec<_>>().join("; "),
        Column::Kinds => profile.kinds.iter().map(code).collect::<Vec<_>>().join("; "),
        Column::Countries => list(&profile.countries),
        Column::TwinCities => {
            let twins = profile.twin_cities.iter().map(|twin| format!("{}, {}", twin.name, twin.country));
            twins.collect::<Vec<_>>().join("; ")
        }
        Column::WordsWanted => list(&profile.words_wanted),
        Column::WordsUnwanted => list(&profile.words_unwanted),
        Column::MinAmount => profile.min_amount.to_string(),
        Column::Priorities => profile.priorities_he.clone(),
        Column::LeadTimes => {
            let leads = profile.leads();
            format!("{}; {}; {}", leads.council, leads.legal, leads.treasurer)
        }
        Column::Calendars => list(&profile.calendars.iter().map(code).collect::<Vec<_>>()),
        Column::Capacity => code(profile.capacity()),
        Column::EuPlace => code(profile.eu_place),
        Column::Member => (if one.is_member() { "yes" } else { "no" }).to_owned(),
    }
}
