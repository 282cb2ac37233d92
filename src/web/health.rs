//! Whether the service lives, whether it can answer, and its figures for Prometheus.

use std::fmt::Write as _;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use super::WebState;
use super::api::sources::all;
use super::problem::Problem;
use crate::crawl::health::Health;

/// The process answers.
pub(super) async fn alive() -> &'static str {
    "ok\n"
}

/// Store and index answer, and the index is not being built from nothing: until then searches would find only a part.
pub(super) async fn ready(State(state): State<WebState>) -> Result<&'static str, Problem> {
    match last_changes(&state).await {
        Ok((stored, indexed)) if !state.finder.index.is_whole() => {
            Err(Problem::unavailable(&format!("The index is being built: change {indexed} of {stored} can be searched.")))
        }
        Ok(_) => Ok("ready\n"),
        Err(error) => {
            tracing::warn!("not ready: {error:#}");
            Err(Problem::unavailable("The store or the index does not answer yet."))
        }
    }
}

/// The last change number of the store and the one that the index has reached.
async fn last_changes(state: &WebState) -> anyhow::Result<(u64, u64)> {
    Ok((state.store.last_change().await?, state.finder.index.last_change()))
}

pub(super) async fn metrics(State(state): State<WebState>) -> Result<Response, Problem> {
    let (stored, indexed) = last_changes(&state).await?;
    let mut out = String::new();
    gauge(&mut out, "kolkore_records", "Records that staff have not rejected.", state.store.count_records().await?);
    gauge(&mut out, "kolkore_store_change", "Last number of the change sequence.", stored);
    gauge(&mut out, "kolkore_index_change", "Last change that can be searched.", indexed);
    let sources = all(&state).await?;
    head(&mut out, "kolkore_source_up", "1 where the last visit read something, by source.");
    for source in sources.iter().filter(|source| source.active) {
        let up = u8::from(matches!(source.state, Health::Ok | Health::Quiet | Health::Degraded));
        line(&mut out, format_args!("kolkore_source_up{{source=\"{}\"}} {up}", source.slug));
    }
    head(&mut out, "kolkore_source_last_success_timestamp_seconds", "When a visit last read something, by source.");
    for source in &sources {
        if let Some(at) = source.last_success {
            line(
                &mut out,
                format_args!("kolkore_source_last_success_timestamp_seconds{{source=\"{}\"}} {}", source.slug, at.timestamp()),
            );
        }
    }
    head(&mut out, "kolkore_deliveries", "Letters in the ledger, by state.");
    for (state, count) in state.store.count_deliveries().await? {
        line(&mut out, format_args!("kolkore_deliveries{{state=\"{state}\"}} {count}"));
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], out).into_response())
}

fn gauge(out: &mut String, name: &str, help: &str, value: u64) {
    head(out, name, help);
    line(out, format_args!("{name} {value}"));
}

fn head(out: &mut String, name: &str, help: &str) {
    line(out, format_args!("# HELP {name} {help}\n# TYPE {name} gauge"));
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(out, "{text}").expect("a String takes everything");
}
