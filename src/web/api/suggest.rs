//! `/api/v1/suggest`: what a half-typed question may become. Names of concepts, topics and countries out of the house's lists,
//! organisers and titles out of the live records.

use axum::Json;
use axum::extract::{RawQuery, State};
use serde::Serialize;
use url::form_urlencoded;
use utoipa::ToSchema;

use crate::clean;
use crate::search::query::{BadParameter, Reader, SearchQuery, bad};
use crate::web::WebState;
use crate::web::answer::{self, SuggestionKind};
use crate::web::openapi::responses::{Always, WrongParameter};
use crate::web::problem::Problem;
use crate::web::suggest::{completes, is_of_a_field, title_beginning, words_beginning_with};

/// Longer ones are no beginnings.
const MAX_TYPED: usize = 100;

/// A list that is taken in at a glance: so many names, organisers and titles.
const NAMES: usize = 5;
const ORGANISERS: usize = 2;
const TITLES: usize = 3;

/// Names that are tried, for of those behind other words some lead nowhere; each of these costs a question.
const NAMES_TRIED: usize = 15;

/// Records looked at for organisers and titles.
const HITS: usize = 20;

#[derive(Serialize, ToSchema)]
pub(crate) struct Suggestions {
    /// The likeliest first.
    suggestions: Vec<Suggestion>,
}

#[derive(Serialize, ToSchema)]
struct Suggestion {
    /// The whole question, completed.
    text: String,
    kind: SuggestionKind,
}

/// What a half-typed question may become.
#[utoipa::path(
    get,
    path = "/api/v1/suggest",
    operation_id = "suggest",
    tag = "opportunities",
    params(("q" = String, Query, description = "What was typed so far, at most 100 characters.", max_length = 100)),
    responses((status = 200, description = "At most ten; none for fewer than two letters.", body = Suggestions), Always, WrongParameter)
)]
pub(crate) async fn serve(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Json<Suggestions>, Problem> {
    let typed = typed(raw.as_deref().unwrap_or_default())?;
    let mut suggestions: Vec<Suggestion> = Vec::new();
    let mut add = |text: String, kind, most: &mut usize| {
        if *most > 0 && !text.is_empty() && !suggestions.iter().any(|known| known.text == text) {
            suggestions.push(Suggestion { text, kind });
            *most -= 1;
        }
    };
    let mut names_left = NAMES;
    for completion in state.names.completions(&typed, NAMES_TRIED) {
        if names_left == 0 {
            break;
        }
        if !completion.is_combined || finds_something(&state, &completion.text).await? {
            add(completion.text, completion.kind, &mut names_left);
        }
    }
    let words: Vec<&str> = words::tokens(&typed).into_iter().map(|token| token.text).collect();
    if let Some((before, beginning)) = title_beginning(&typed) {
        let mut titles = NAMES;
        for item in items(&state, &format!("{before}{beginning}*")).await? {
            for word in words_beginning_with(&item.opportunity.title, beginning) {
                add(format!("{before}{}", clean::line(&word)), SuggestionKind::Title, &mut titles);
            }
        }
    } else if !words.is_empty() && !is_of_a_field(&typed) {
        let items = items(&state, &format!("{}*", words.join(" "))).await?;
        let (mut organisers, mut titles) = (ORGANISERS, TITLES);
        for organiser in items.iter().filter_map(|item| item.opportunity.organiser.as_deref()) {
            if completes(organiser, &typed) {
                add(clean::line(organiser), SuggestionKind::Organiser, &mut organisers);
            }
        }
        for title in items.iter().map(|item| item.opportunity.title.as_str()) {
            if completes(title, &typed) {
                add(clean::line(title), SuggestionKind::Title, &mut titles);
            }
        }
    }
    if suggestions.is_empty() {
        for completion in state.names.near_completions(&typed, NAMES_TRIED) {
            if suggestions.len() >= NAMES {
                break;
            }
            if finds_something(&state, &completion.text).await? {
                suggestions.push(Suggestion { text: completion.text, kind: completion.kind });
            }
        }
    }
    Ok(Json(Suggestions { suggestions }))
}

/// Live records that have all of it.
async fn items(state: &WebState, text: &str) -> Result<Vec<answer::Item>, Problem> {
    let query = SearchQuery { q: text.to_owned(), ..SearchQuery::default() };
    let found = state.finder.find_whole(&query, state.clock.now(), Reader::Public, HITS).await?;
    Ok(answer::items(&found)?)
}

/// Whether any live record has all of it: several words that are each a name need not lead anywhere together.
async fn finds_something(state: &WebState, text: &str) -> Result<bool, Problem> {
    let query = SearchQuery { q: text.to_owned(), ..SearchQuery::default() };
    Ok(state.finder.find_whole(&query, state.clock.now(), Reader::Public, 1).await?.total > 0)
}

fn typed(raw: &str) -> Result<String, BadParameter> {
    let mut typed = None;
    for (name, value) in form_urlencoded::parse(raw.as_bytes()) {
        match &*name {
            "q" if typed.is_some() => return Err(bad("q", "it is given twice; give it once")),
            "q" if value.chars().count() > MAX_TYPED => {
                return Err(bad("q", format!("more than a beginning; at most {MAX_TYPED} characters")));
            }
            "q" => typed = Some(value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()),
            other => return Err(bad(other, "there is no such parameter; there is q")),
        }
    }
    typed.ok_or_else(|| bad("q", "it is missing; write what was typed"))
}
