//! Passwords: argon2id with the parameters that OWASP's Password Storage Cheat Sheet asks for (19 MiB, two passes, one lane).

use std::sync::LazyLock;

use anyhow::anyhow;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

/// Verifications at a time: each takes 19 MiB and some 30 ms of a core; further ones wait.
const AT_ONCE: usize = 2;

/// Longest password that is looked at; argon2 takes any length, and so would an attacker.
const MAX_PASSWORD: usize = 1_024;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// Checked when there is no such user, so that the time of the answer does not tell.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| hash_password("nobody has this password").ok());

fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("OWASP's parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The PHC string to keep in place of a password.
pub fn hash_password(password: &str) -> anyhow::Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    let hash =
        argon2().hash_password(password.as_bytes(), &salt).map_err(|error| anyhow!("the password cannot be hashed: {error}"))?;
    Ok(hash.to_string())
}

/// Whether `password` is the one of `kept`; without `kept` it is not, after as long a time.
pub(super) async fn is_right(password: String, kept: Option<String>) -> anyhow::Result<bool> {
    if password.len() > MAX_PASSWORD {
        return Ok(false);
    }
    let _turn = TURNS.acquire().await?;
    tokio::task::spawn_blocking(move || {
        let known = kept.is_some();
        let Some(kept) = kept.or_else(|| NOBODY.clone()) else { return Ok(false) };
        let kept = PasswordHash::new(&kept).map_err(|error| anyhow!("a password hash in the store does not read: {error}"))?;
        Ok(argon2().verify_password(password.as_bytes(), &kept).is_ok() && known)
    })
    .await?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_of_a_known_user_is_right() {
        let kept = hash_password("correct horse battery").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(is_right("correct horse battery".into(), Some(kept.clone())).await.unwrap());
        assert!(!is_right("correct horse".into(), Some(kept)).await.unwrap());
        assert!(!is_right("nobody has this password".into(), None).await.unwrap());
    }
}
