//! The demo's municipalities that get a letter: their invented interests, with the facts of `municipalities.csv`.

use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;
use sources::roadmap::ConfigError;
use toml::Spanned;

use crate::digest::profile::{AuthorityType, Profile};
use crate::store::Municipality;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    profile: Vec<Spanned<Profile>>,
}

/// Reads `demo/profiles.toml` of the configuration folder; names, type and size come from `municipalities`.
pub fn load(config: &Path, municipalities: &[Municipality]) -> anyhow::Result<Vec<Profile>> {
    let file = config.join("demo/profiles.toml");
    let text = std::fs::read_to_string(&file).with_context(|| format!("{}: cannot be read", file.display()))?;
    let parsed: File = toml::from_str(&text).map_err(|error| ConfigError::from_toml(&file, &text, &error))?;
    parsed
        .profile
        .into_iter()
        .map(|profile| {
            let at = profile.span().start;
            let profile = profile.into_inner();
            let slug = profile.slug.clone();
            let known = municipalities.iter().find(|one| one.slug == slug).ok_or_else(|| {
                ConfigError::at(
                    &file,
                    &text,
                    at,
                    format!("there is no municipality \"{slug}\"; its slug stands in municipalities.csv"),
                )
            })?;
            with_facts(profile, known).with_context(|| format!("municipalities.csv: \"{slug}\""))
        })
        .collect()
}

fn with_facts(profile: Profile, known: &Municipality) -> anyhow::Result<Profile> {
    Ok(Profile {
        name_he: known.name_he.clone(),
        name_en: known.name_en.clone(),
        name_ar: known.name_ar.clone(),
        kind: AuthorityType::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(&known.kind))?,
        population: u32::try_from(known.population)?,
        district: known.district.clone(),
        ..profile
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn config() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("config")
    }

    fn municipalities() -> Vec<Municipality> {
        csv::Reader::from_path(config().join("municipalities.csv")).unwrap().into_deserialize().map(Result::unwrap).collect()
    }

    #[test]
    fn at_least_twelve_municipalities_of_all_types_get_a_letter() {
        let profiles = load(&config(), &municipalities()).unwrap();
        assert!(profiles.len() >= 12);
        for kind in [AuthorityType::City, AuthorityType::LocalCouncil, AuthorityType::RegionalCouncil] {
            assert!(profiles.iter().filter(|profile| profile.kind == kind).count() >= 3, "{kind:?}");
        }
        let slugs: BTreeSet<_> = profiles.iter().map(|profile| &profile.slug).collect();
        assert_eq!(slugs.len(), profiles.len());
    }

    #[test]
    fn every_mailbox_is_invented_and_every_profile_has_wishes() {
        for profile in load(&config(), &municipalities()).unwrap() {
            assert!(
                !profile.contacts.is_empty() && !profile.topics.is_empty() && !profile.name_he.is_empty(),
                "{}",
                profile.slug
            );
            assert!(profile.contacts.iter().all(|contact| contact.email.ends_with("@example.org")), "{}", profile.slug);
            assert!(profile.topics.values().all(|weight| (1..=3).contains(weight)), "{}", profile.slug);
        }
    }

    #[test]
    fn a_profile_of_an_unknown_municipality_is_reported_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("demo")).unwrap();
        std::fs::write(folder.path().join("demo/profiles.toml"), "\n[[profile]]\nslug = \"atlantis\"\n").unwrap();
        let error = load(folder.path(), &municipalities()).unwrap_err().to_string();
        assert!(error.contains("profiles.toml:2: there is no municipality \"atlantis\""), "{error}");
    }

    #[test]
    fn the_257_local_authorities_have_names_in_both_languages_and_slugs_of_their_own() {
        let all = municipalities();
        let of = |kind: &str| all.iter().filter(|one| one.kind == kind).count();
        assert_eq!([of("city"), of("local_council"), of("regional_council")], [79, 124, 54]);
        let slugs: BTreeSet<_> = all.iter().map(|one| &one.slug).collect();
        let codes: BTreeSet<_> = all.iter().map(|one| &one.code).collect();
        assert_eq!((slugs.len(), codes.len()), (257, 257));
        for one in &all {
            assert!(!one.name_he.is_empty() && !one.name_en.is_empty(), "{}", one.slug);
            assert!(one.slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", one.slug);
        }
    }
}
