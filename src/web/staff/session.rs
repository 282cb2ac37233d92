//! Who a request comes from: a session's token in a cookie, or as a bearer token. The store knows only its hash.

use axum::http::{HeaderMap, HeaderValue, header};
use chrono::TimeDelta;
use rand::TryRngCore as _;
use sha2::{Digest as _, Sha256};

use crate::store::User;
use crate::web::WebState;

/// A working day and its evening.
pub(super) const LASTS: TimeDelta = TimeDelta::hours(12);

const COOKIE: &str = "kolkore_session";

/// Bytes of a token: as many as its hash.
const TOKEN_BYTES: usize = 32;

/// A token that a request carries.
pub(crate) struct Credentials {
    token: String,
    /// A browser sends it by itself.
    pub(crate) by_cookie: bool,
}

/// The token of a request: `Authorization: Bearer …`, else the cookie.
pub(crate) fn credentials(headers: &HeaderMap) -> Option<Credentials> {
    let bearer =
        headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(|value| value.strip_prefix("Bearer "));
    if let Some(token) = bearer {
        return Some(Credentials { token: token.trim().to_owned(), by_cookie: false });
    }
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
        .map(|token| Credentials { token: token.to_owned(), by_cookie: true })
}

/// Whose session it is.
pub(crate) async fn user(state: &WebState, credentials: &Credentials) -> anyhow::Result<Option<User>> {
    if credentials.token.len() != 2 * TOKEN_BYTES {
        return Ok(None);
    }
    state.store.session(&hash(&credentials.token), state.clock.now()).await
}

/// Begins a session; returns the cookie.
pub(super) async fn open(state: &WebState, name: &str) -> anyhow::Result<HeaderValue> {
    let mut bytes = [0_u8; TOKEN_BYTES];
    rand::rngs::OsRng.try_fill_bytes(&mut bytes)?;
    let token = hex(&bytes);
    let now = state.clock.now();
    state.store.open_session(&hash(&token), name, now + LASTS, now).await?;
    cookie(state, &token, LASTS.num_seconds())
}

/// Ends the session; returns the cookie that takes the token away.
pub(super) async fn close(state: &WebState, headers: &HeaderMap) -> anyhow::Result<HeaderValue> {
    if let Some(credentials) = credentials(headers) {
        state.store.close_session(&hash(&credentials.token), state.clock.now()).await?;
    }
    cookie(state, "", 0)
}

fn cookie(state: &WebState, token: &str, seconds: i64) -> anyhow::Result<HeaderValue> {
    let secure = if state.settings.public_url.starts_with("https:") { "; Secure" } else { "" };
    Ok(HeaderValue::from_str(&format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}"))?)
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
