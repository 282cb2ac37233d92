//! An error as a page with a way out, in the reader's language.

use askama::Template;
use axum::http::header;
use axum::response::{Html, IntoResponse as _, Response};

use super::{Frame, Ui};
use crate::i18n::Texts;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "web/error.html")]
struct ErrorPage<'a> {
    frame: Frame<'a>,
    status: u16,
    title: String,
    text: String,
    /// What would do for a wrong parameter, in the reader's language.
    hint: Option<String>,
    /// What the API would say of it: English, and exact.
    detail: Option<&'a str>,
}

/// States that have texts of their own; others read as a mistake of ours.
const TOLD: [u16; 9] = [400, 401, 403, 404, 405, 409, 410, 429, 503];

/// What this parameter takes, if it is one of a question.
fn hint(texts: &Texts, parameter: &str) -> String {
    let of = [("parameter", parameter)];
    let key = format!("web.parameter.{parameter}");
    if texts.find(&key).is_some() { texts.t(&key, &of) } else { texts.t("web.parameter_unknown", &of) }
}

pub(crate) fn show(state: &WebState, problem: &Problem, path: &str, query: &str) -> Response {
    let frame = Frame::of(state, Ui::of(Some(query)), &Viewer::default(), path, &[]);
    let status = problem.status.as_u16();
    let told = if TOLD.contains(&status) { status } else { 500 };
    let page = ErrorPage {
        title: frame.t(&format!("error.{told}_title")),
        text: frame.t(&format!("error.{told}_text")),
        hint: problem.parameter.as_deref().map(|parameter| hint(frame.texts, parameter)),
        detail: problem.parameter.as_ref().map(|_| problem.detail.as_str()),
        status,
        frame,
    };
    let mut response = match page.render() {
        Ok(html) => (problem.status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!("the error page does not render: {error}");
            return problem.clone().into_response();
        }
    };
    if let Some(seconds) = problem.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}
