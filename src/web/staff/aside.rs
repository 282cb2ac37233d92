//! What was judged to be no opportunity, with the reasons in words, and the way back.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::response::{Redirect, Response};

use super::page;
use crate::address::segment;
use crate::clean;
use crate::decisions::{self, Rules};
use crate::i18n::Texts;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::wording::named;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

const PATH: &str = "/staff/aside";

/// Findings on the page: the latest are those that somebody will miss.
const ROWS: usize = 100;

#[derive(Template)]
#[template(path = "web/staff/aside.html")]
struct Page<'a> {
    frame: Frame<'a>,
    findings: Vec<Finding>,
    all: u64,
}

struct Finding {
    segment: String,
    title: String,
    source: String,
    link: Option<String>,
    reasons: Vec<Reason>,
}

/// One point of the verdict.
#[derive(Debug, PartialEq, Eq)]
struct Reason {
    against: bool,
    what: String,
    quote: Option<String>,
}

/// `-3 verdict.winners “winners announced”` in words; a rule that nobody has named keeps its name.
fn reason(said: &str, texts: &Texts) -> Reason {
    let (points, rest) = said.split_once(' ').unwrap_or(("", said));
    let (rule, quote) = rest.split_once(' ').unwrap_or((rest, ""));
    let quote = clean::line(quote.trim_start_matches('“').trim_end_matches('”'));
    Reason {
        against: points.starts_with('-'),
        what: named(texts, "because", clean::line(rule.trim_start_matches("verdict.")).as_str()),
        quote: Some(quote).filter(|quote| !quote.is_empty()),
    }
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, PATH, &[]);
    let texts = frame.texts;
    let findings = state.store.set_aside(ROWS).await?;
    let findings = findings.into_iter().map(|finding| Finding {
        segment: segment(&finding.id),
        title: clean::line(&finding.title),
        source: state.finder.labels.source(&finding.source, texts.language()),
        link: clean::link(&finding.url),
        reasons: finding.reasons.iter().map(|said| reason(said, texts)).collect(),
    });
    page(&Page { findings: findings.collect(), all: state.store.waiting().await?.aside, frame })
}

/// It is an opportunity after all, for good.
pub(crate) async fn adopt(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Path(id): Path<String>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    let rules = Rules { sources: &state.sources, lexicon: &state.lexicon, now: state.clock.now() };
    if decisions::adopt(&state.store, &rules, &id, by).await? {
        Ok(Redirect::to(&format!("/o/{}{}", segment(&id), Ui::of(raw.as_deref()).suffix())))
    } else {
        Err(Problem::not_found("There is no such finding, or it is an opportunity already."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{I18n, Language};

    #[test]
    fn a_reason_is_told_in_words_with_what_it_rests_on() {
        let he = "[web.because]\nwinners = 'זוכים'\n";
        let i18n = I18n::parse(he, &he.replace("זוכים", "winners"), "").unwrap();
        let texts = i18n.of(Language::En);
        let told = reason("-4 verdict.winners “the winners are”", texts);
        assert_eq!(told, Reason { against: true, what: "winners".into(), quote: Some("the winners are".into()) });
        assert_eq!(reason("+3 verdict.new_rule", texts), Reason { against: false, what: "new_rule".into(), quote: None });
    }
}
