//! Who a municipality is to those who pick for it.

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::digest::profile::{EuPlace, Profile};
use crate::store::Municipality;

/// The profile of a municipality: what staff filled in, over the facts of the register.
pub fn profile(one: &Municipality) -> anyhow::Result<Profile> {
    let mut members = json!({
        "slug": one.slug, "name_he": one.name_he, "name_en": one.name_en, "name_ar": one.name_ar,
        "type": one.kind, "population": one.population, "district": one.district,
        "eu_place": EuPlace::by_place(&one.slug, &one.district),
    });
    if let (Value::Object(members), Value::Object(filled)) = (&mut members, &one.profile) {
        members.extend(filled.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    members["member"] = one.is_member().into();
    let profile: Profile = serde_json::from_value(members).with_context(|| format!("the profile of `{}`", one.slug))?;
    Ok(profile.with_default_interests())
}
