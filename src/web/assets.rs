//! Style sheet, script and icon, part of the program: nothing is read from the working directory, and no path reaches a file system.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use sha2::{Digest as _, Sha256};

use super::problem::Problem;

const STYLE: &str = include_str!("assets/style.css");
const SUGGEST: &str = include_str!("assets/suggest.js");
const ICON: &str = include_str!("assets/icon.svg");

/// Name of the style sheet, with the hash of its content: it may be cached for ever, and a new one has a new name.
pub(super) static STYLE_NAME: LazyLock<String> = LazyLock::new(|| hashed("style", STYLE, "css"));

/// Name of the script that suggests, likewise.
pub(super) static SUGGEST_NAME: LazyLock<String> = LazyLock::new(|| hashed("suggest", SUGGEST, "js"));

fn hashed(stem: &str, content: &str, ending: &str) -> String {
    let hash = Sha256::digest(content.as_bytes());
    format!("{stem}.{:02x}{:02x}{:02x}{:02x}.{ending}", hash[0], hash[1], hash[2], hash[3])
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const FOR_A_DAY: &str = "public, max-age=86400";

pub(super) async fn serve(Path(name): Path<String>) -> Result<Response, Problem> {
    let (kind, body, keep) = match name.as_str() {
        "icon.svg" => ("image/svg+xml", ICON, FOR_A_DAY),
        name if name == STYLE_NAME.as_str() => ("text/css; charset=utf-8", STYLE, FOR_EVER),
        name if name == SUGGEST_NAME.as_str() => ("text/javascript; charset=utf-8", SUGGEST, FOR_EVER),
        _ => return Err(Problem::not_found("There is no such file.")),
    };
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], body).into_response())
}

/// Browsers ask for this whatever the page says.
pub(super) async fn favicon() -> Redirect {
    Redirect::permanent("/assets/icon.svg")
}
