//! Staff and their sessions.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::{Store, stamp};

/// What a member of staff may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything.
    Admin,
    /// Records, sources and letters, not other staff.
    Editor,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Login name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// argon2id, PHC string.
    pub password: String,
}

impl Store {
    /// Adds a member of staff, or sets role and password of a known one and ends their sessions.
    pub async fn put_user(&self, user: &User, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        let role = serde_json::to_value(user.role)?;
        sqlx::query(
            "INSERT INTO users (name, role, password) VALUES ($1, $2, $3)
             ON CONFLICT (name) DO UPDATE SET role = excluded.role, password = excluded.password",
        )
        .bind(user.name.clone())
        .bind(role.as_str().unwrap_or_default().to_owned())
        .bind(user.password.clone())
        .execute(&mut *write.tx)
        .await?;
        sqlx::query("DELETE FROM sessions WHERE name = $1").bind(user.name.clone()).execute(&mut *write.tx).await?;
        self.commit(write).await
    }

    /// Removes a member of staff and their sessions; false if there is none of this name.
    pub async fn remove_user(&self, name: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        sqlx::query("DELETE FROM sessions WHERE name = $1").bind(name.to_owned()).execute(&mut *write.tx).await?;
        let gone = sqlx::query("DELETE FROM users WHERE name = $1").bind(name.to_owned()).execute(&mut *write.tx).await?;
        self.commit(write).await?;
        Ok(gone.rows_affected() > 0)
    }

    /// All members of staff, by name.
    pub async fn users(&self) -> anyhow::Result<Vec<User>> {
        let rows = sqlx::query("SELECT name, role, password FROM users ORDER BY name").fetch_all(&self.pool).await?;
        rows.iter().map(user).collect()
    }

    /// A member of staff by name.
    pub async fn user(&self, name: &str) -> anyhow::Result<Option<User>> {
        let row = sqlx::query("SELECT name, role, password FROM users WHERE name = $1")
            .bind(name.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        row.as_ref().map(user).transpose()
    }

    /// Begins a session; only the hash of its token is kept.
    pub async fn open_session(
        &self,
        token_hash: &str,
        name: &str,
        expires_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query("DELETE FROM sessions WHERE expires_at < $1").bind(stamp(now)).execute(&mut *write.tx).await?;
        sqlx::query("INSERT INTO sessions (token, name, expires_at) VALUES ($1, $2, $3)")
            .bind(token_hash.to_owned())
            .bind(name.to_owned())
            .bind(stamp(expires_at))
            .execute(&mut *write.tx)
            .await?;
        self.commit(write).await
    }

    /// Ends a session.
    pub async fn close_session(&self, token_hash: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query("DELETE FROM sessions WHERE token = $1").bind(token_hash.to_owned()).execute(&mut *write.tx).await?;
        self.commit(write).await
    }

    /// Whose session a token opens, if it has not run out.
    pub async fn session(&self, token_hash: &str, now: DateTime<Utc>) -> anyhow::Result<Option<User>> {
        let row = sqlx::query("SELECT name FROM sessions WHERE token = $1 AND expires_at > $2")
            .bind(token_hash.to_owned())
            .bind(stamp(now))
            .fetch_optional(&self.pool)
            .await?;
        match row {
            Some(row) => self.user(row.get(0)).await,
            None => Ok(None),
        }
    }
}

fn user(row: &AnyRow) -> anyhow::Result<User> {
    let role = serde_json::from_value(Value::from(row.get::<&str, _>(1))).context("the store holds a role of another version")?;
    Ok(User { name: row.get(0), role, password: row.get(2) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_is_removed_is_logged_out_and_cannot_log_in() {
        let folder = tempfile::tempdir().unwrap();
        let (store, now) = (Store::open(folder.path(), None).await.unwrap(), Utc::now());
        let dana = User { name: "dana".into(), role: Role::Editor, password: "hash".into() };
        store.put_user(&dana, now).await.unwrap();
        store.open_session("token", "dana", now + chrono::TimeDelta::hours(1), now).await.unwrap();
        assert_eq!((store.users().await.unwrap(), store.session("token", now).await.unwrap()), (vec![dana.clone()], Some(dana)));
        assert!(store.remove_user("dana", now).await.unwrap() && !store.remove_user("dana", now).await.unwrap());
        assert_eq!((store.users().await.unwrap(), store.session("token", now).await.unwrap()), (vec![], None));
    }
}
