//! The municipalities and their profiles. Seeded once from a CSV file, then the store's own.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::{Store, Write};

/// One municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Municipality {
    /// Short name, unique.
    pub slug: String,
    /// The Central Bureau of Statistics' code.
    pub code: String,
    /// Hebrew name.
    pub name_he: String,
    /// English name.
    pub name_en: String,
    /// Arabic name; empty where letters in Arabic call it by its Hebrew one.
    #[serde(default)]
    pub name_ar: String,
    /// `city`, `local_council` or `regional_council`.
    #[serde(rename = "type")]
    pub kind: String,
    /// District, in Hebrew.
    pub district: String,
    /// Residents.
    pub population: u64,
    /// What it is interested in; `null` until somebody filled it.
    #[serde(default)]
    pub profile: Value,
}

impl Municipality {
    /// A member of the association: cities and local councils, and whom staff have added or taken out (`member` of the profile; the column
    /// "רשות חברה" of a table). Regional councils have an association of their own; the other readers of letters are promised nothing.
    pub fn is_member(&self) -> bool {
        let by_type = matches!(self.kind.as_str(), "city" | "local_council");
        self.profile.get("member").and_then(Value::as_bool).unwrap_or(by_type)
    }
}

/// What one that is there gains from the register: the name that it had no place for before.
const COMPLETE: &str = "DO UPDATE SET name_ar = excluded.name_ar WHERE municipalities.name_ar = '' AND excluded.name_ar <> ''";

/// What a municipality that is there becomes: as it is given.
const OVERWRITE: &str = "DO UPDATE SET code = excluded.code, name_he = excluded.name_he, name_en = excluded.name_en, name_ar = excluded.name_ar, \
    type = excluded.type, district = excluded.district, population = excluded.population, profile = excluded.profile";

const ALL: &str =
    "SELECT slug, code, name_he, name_en, name_ar, type, district, population, profile FROM municipalities ORDER BY slug";

const ONE: &str =
    "SELECT slug, code, name_he, name_en, name_ar, type, district, population, profile FROM municipalities WHERE slug = $1";

impl Store {
    /// Adds those municipalities that are not there yet; what is there stays as staff left it, but for an Arabic name that it lacks.
    /// Returns how many were added or completed.
    pub async fn seed_municipalities(&self, all: &[Municipality], now: DateTime<Utc>) -> anyhow::Result<u64> {
        let mut write = self.write(now).await?;
        let mut added = 0;
        for one in all {
            added += write.put_municipality(one, COMPLETE).await?;
        }
        self.commit(write).await?;
        Ok(added)
    }

    /// Writes the municipalities that `change` makes of all as they stand, new ones too; all of them or none. Others who would change one wait,
    /// so that nothing of theirs is lost. Returns what else `change` says.
    pub async fn update_municipalities<T>(
        &self,
        change: impl FnOnce(&[Municipality]) -> (Vec<Municipality>, T),
        now: DateTime<Utc>,
    ) -> anyhow::Result<T> {
        let mut write = self.write(now).await?;
        let rows = sqlx::query(ALL).fetch_all(&mut *write.tx).await?;
        let known = rows.iter().map(municipality).collect::<anyhow::Result<Vec<_>>>()?;
        let (changed, said) = change(&known);
        for one in &changed {
            write.put_municipality(one, OVERWRITE).await?;
        }
        self.commit(write).await?;
        Ok(said)
    }

    /// Sets a municipality's profile to what `change` makes of it as it stands; where that is none, or an error, nothing is written. Others who
    /// would change it wait, so that of two forms at the same time neither is lost.
    pub async fn update_profile<E: From<anyhow::Error>>(
        &self,
        slug: &str,
        change: impl FnOnce(&Municipality) -> Result<Option<Value>, E>,
        now: DateTime<Utc>,
    ) -> Result<(), E> {
        let mut write = self.write(now).await?;
        let found = sqlx::query(ONE).bind(slug.to_owned()).fetch_optional(&mut *write.tx).await.map_err(anyhow::Error::from)?;
        let stored = found.as_ref().map(municipality).transpose()?.ok_or_else(|| unknown(slug))?;
        if let Some(profile) = change(&stored)? {
            write.put_profile(slug, &profile).await?;
            self.commit(write).await?;
        }
        Ok(())
    }

    /// Sets a municipality's profile, whatever it was.
    pub async fn set_profile(&self, slug: &str, profile: &Value, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        write.put_profile(slug, profile).await?;
        self.commit(write).await
    }

    /// One municipality.
    pub async fn municipality(&self, slug: &str) -> anyhow::Result<Option<Municipality>> {
        let row = sqlx::query(ONE).bind(slug.to_owned()).fetch_optional(&self.pool).await?;
        row.as_ref().map(municipality).transpose()
    }

    /// All municipalities, by slug.
    pub async fn municipalities(&self) -> anyhow::Result<Vec<Municipality>> {
        let rows = sqlx::query(ALL).fetch_all(&self.pool).await?;
        rows.iter().map(municipality).collect()
    }
}

impl Write {
    /// Writes a municipality; where there is one with its slug already, does what `known` says. Returns how many rows that made.
    async fn put_municipality(&mut self, one: &Municipality, known: &'static str) -> anyhow::Result<u64> {
        let sql = format!(
            "INSERT INTO municipalities (slug, code, name_he, name_en, name_ar, type, district, population, profile)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (slug) {known}"
        );
        let done = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(one.slug.clone())
            .bind(one.code.clone())
            .bind(one.name_he.clone())
            .bind(one.name_en.clone())
            .bind(one.name_ar.clone())
            .bind(one.kind.clone())
            .bind(one.district.clone())
            .bind(one.population as i64)
            .bind(one.profile.to_string())
            .execute(&mut *self.tx)
            .await?;
        Ok(done.rows_affected())
    }

    async fn put_profile(&mut self, slug: &str, profile: &Value) -> anyhow::Result<()> {
        let done = sqlx::query("UPDATE municipalities SET profile = $1 WHERE slug = $2")
            .bind(profile.to_string())
            .bind(slug.to_owned())
            .execute(&mut *self.tx)
            .await?
            .rows_affected();
        if done == 1 { Ok(()) } else { Err(unknown(slug)) }
    }
}

fn unknown(slug: &str) -> anyhow::Error {
    anyhow::anyhow!("there is no municipality `{slug}`; its slug stands in config/municipalities.csv")
}

fn municipality(row: &AnyRow) -> anyhow::Result<Municipality> {
    let slug: String = row.get(0);
    Ok(Municipality {
        code: row.get(1),
        name_he: row.get(2),
        name_en: row.get(3),
        name_ar: row.get(4),
        kind: row.get(5),
        district: row.get(6),
        population: row.get::<i64, _>(7) as u64,
        profile: serde_json::from_str(row.get(8))
            .with_context(|| format!("the profile of `{slug}` in the store does not read"))?,
        slug,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lod() -> Municipality {
        Municipality {
            slug: "lod".into(),
            code: "7000".into(),
            name_he: "לוד".into(),
            name_en: "Lod".into(),
            name_ar: "اللد".into(),
            kind: "city".into(),
            district: "המרכז".into(),
            population: 85_000,
            profile: Value::Null,
        }
    }

    #[tokio::test]
    async fn the_register_gives_a_known_one_its_arabic_name_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        let earlier = Municipality { name_ar: String::new(), population: 90_000, ..lod() };
        store.seed_municipalities(&[earlier], now).await.unwrap();
        assert_eq!(store.seed_municipalities(&[lod()], now).await.unwrap(), 1);
        let known = store.municipality("lod").await.unwrap().unwrap();
        assert_eq!((known.name_ar.as_str(), known.population), ("اللد", 90_000));
        let other = Municipality { name_ar: "لود".into(), ..lod() };
        assert_eq!(store.seed_municipalities(&[other], now).await.unwrap(), 0, "what staff wrote stays");
    }

    #[tokio::test]
    async fn of_two_who_fill_in_a_profile_at_the_same_time_neither_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        store.seed_municipalities(&[lod()], now).await.unwrap();
        let with = |name: &'static str| {
            move |one: &Municipality| {
                let mut profile = one.profile.as_object().cloned().unwrap_or_default();
                profile.insert(name.to_owned(), json!(true));
                anyhow::Ok(Some(Value::Object(profile)))
            }
        };
        let table = store.update_municipalities(
            |known| (known.iter().map(|one| Municipality { population: 90_000, ..one.clone() }).collect(), known.len()),
            now,
        );
        let (one, other, known) =
            tokio::join!(store.update_profile("lod", with("youth"), now), store.update_profile("lod", with("water"), now), table);
        one.unwrap();
        other.unwrap();
        assert_eq!(known.unwrap(), 1);
        let lod = store.municipality("lod").await.unwrap().unwrap();
        assert_eq!((lod.profile, lod.population), (json!({"youth": true, "water": true}), 90_000));
        let nowhere = store.update_profile("nowhere", with("youth"), now).await.unwrap_err().to_string();
        assert!(nowhere.contains("`nowhere`"), "{nowhere}");
    }
}
