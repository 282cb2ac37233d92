//! The page that asks before it acts, and the act. Also the one-click end of a list (RFC 8058), which is the same POST without the page.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::{Html, IntoResponse as _, Response};
use url::form_urlencoded;

use super::private;
use super::target::Target;
use crate::act::{Grant, Purpose};
use crate::clean;
use crate::store::Sum;
use crate::sum::written;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::wording::name_of;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

/// A question to the office is a few sentences; who has more to say writes a letter.
const LONGEST_NOTE: usize = 1_000;

/// In which a grant is won; the first is offered first.
const CURRENCIES: [&str; 4] = ["EUR", "ILS", "USD", "GBP"];

/// No municipality wins more at once: what is above is a slip of the finger.
const MOST_WON: f64 = 1e9;

#[derive(Template)]
#[template(path = "web/act.html")]
struct ActPage<'a> {
    frame: Frame<'a>,
    /// The question, or what was done.
    heading: String,
    done: bool,
    /// For whom.
    who: String,
    title: Option<Title<'a>>,
    /// It has been said: the button takes it back.
    stands: bool,
    takes_note: bool,
    /// One more question can be asked.
    asks_again: bool,
    /// Where a sum can be told too.
    currencies: &'static [&'static str],
    others: Vec<Other>,
}

/// What the page is about to say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// The question, with the button that acts.
    Asked,
    /// That it is done, with the button that takes it back.
    Done,
    /// That it was taken back.
    TakenBack,
}

struct Title<'a> {
    text: String,
    lang: Option<&'a str>,
}

/// Another answer to the same item.
struct Other {
    label: String,
    href: String,
}

/// Shows what the link would do. Changes nothing, however often it is asked: mail filters open every link.
pub(crate) async fn ask(
    State(state): State<WebState>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let target = Target::of_act(&state, &token).await?;
    let stands = target.stands(&state).await?;
    let (key, said) = if stands { ("done", Said::Done) } else { ("ask", Said::Asked) };
    page(&state, &target, &token, query.as_deref(), &format!("act.{key}.{}", what(&state, &target).await?), said).await
}

/// Does what the link is for, or takes it back (`undo`). Any other body acts: `List-Unsubscribe=One-Click` is what mail programs send.
pub(crate) async fn act(
    State(state): State<WebState>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response, Problem> {
    let target = Target::of_act(&state, &token).await?;
    let field = |name: &str| form_urlencoded::parse(&body).find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    if field("undo").is_some() {
        target.undo(&state).await?;
        return page(&state, &target, &token, query.as_deref(), "act.undone", Said::TakenBack).await;
    }
    let sum = match field("sum").filter(|sum| !sum.trim().is_empty()) {
        Some(sum) => match won(&sum, &field("currency").unwrap_or_default()) {
            Some(sum) => Some(sum),
            // Nothing is noted by half: the form comes back.
            None => return page(&state, &target, &token, query.as_deref(), "act.no_sum", Said::Asked).await,
        },
        None => None,
    };
    target.act(&state, field("note").map(|note| noted(&note)).unwrap_or_default(), sum).await?;
    page(&state, &target, &token, query.as_deref(), &format!("act.done.{}", what(&state, &target).await?), Said::Done).await
}

/// What is said, as the texts call it. A refusal of a call whose title tells too little to know its next edition by is one of this edition.
async fn what(state: &WebState, target: &Target) -> Result<String, Problem> {
    let Grant { purpose, record, .. } = &target.grant;
    let is_once = *purpose == Purpose::NotForUs && !state.store.has_series(record).await?;
    Ok(format!("{}{}", purpose.code(), if is_once { "_once" } else { "" }))
}

/// A sum as people write it (`50,000`, `50.000,50 €`), in one of the currencies that the form offers. What says more, or names another
/// currency than was chosen, is asked again.
fn won(sum: &str, currency: &str) -> Option<Sum> {
    let amount = written(sum, currency).filter(|amount| CURRENCIES.contains(&currency) && *amount <= MOST_WON)?;
    Some(Sum { amount, currency: currency.to_owned() })
}

/// The reader's words on one line, without what would reorder them on the staff's page.
fn noted(note: &str) -> String {
    let note: String = clean::inner(note).chars().take(LONGEST_NOTE).collect();
    note.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn page(
    state: &WebState,
    target: &Target,
    token: &str,
    query: Option<&str>,
    heading: &str,
    said: Said,
) -> Result<Response, Problem> {
    let ui = Ui::of_reader(query);
    let path = format!("/act/{token}");
    let frame = Frame::of(state, ui, &Viewer::default(), &path, &[]);
    let texts = state.i18n.of(ui.0);
    let municipality = &target.municipality;
    let name = name_of(municipality, ui.0);
    let title = target
        .record
        .as_ref()
        .map(|record| Title { text: clean::line(&record.opportunity.title), lang: record.opportunity.lang.as_deref() });
    let html = ActPage {
        heading: texts.t(heading, &[]),
        done: said != Said::Asked,
        // The end of the letters is that of the mailbox, whomever they are for.
        who: if target.grant.purpose == Purpose::Unsubscribe { String::new() } else { texts.t("act.for", &[("name", &name)]) },
        title,
        stands: said == Said::Done,
        takes_note: matches!(target.grant.purpose, Purpose::NeedPartner | Purpose::AskOffice)
            || Purpose::OUTCOMES.contains(&target.grant.purpose),
        asks_again: target.grant.purpose == Purpose::AskOffice,
        currencies: if target.grant.purpose == Purpose::Won { &CURRENCIES } else { &[] },
        others: others(state, target, frame.keep, texts).await?,
        frame,
    }
    .render()
    .map_err(anyhow::Error::from)?;
    Ok(private(Html(html).into_response()))
}

/// Whoever holds one link of an item got the others in the same letter.
async fn others(state: &WebState, target: &Target, keep: &str, texts: &crate::i18n::Texts) -> Result<Vec<Other>, Problem> {
    if target.record.is_none() {
        return Ok(Vec::new());
    }
    let keys = state.store.act_keys().await?;
    let others = Purpose::OF_ITEM
        .into_iter()
        .chain(Purpose::OUTCOMES)
        .filter(|purpose| *purpose != target.grant.purpose)
        .filter_map(|purpose| {
            let token = keys.sign(&Grant { purpose, ..target.grant.clone() })?;
            Some(Other { label: texts.t(&format!("letter.act.{}", purpose.code()), &[]), href: format!("/act/{token}{keep}") })
        });
    Ok(others.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_that_is_unclear_is_asked_again() {
        assert_eq!(won("50.000,50", "EUR").map(|sum| sum.amount), Some(50_000.5));
        for unclear in ["much", "1e99", "50 ₪", "90,000,000,000"] {
            assert!(won(unclear, "EUR").is_none(), "{unclear}");
        }
        assert!(won("5", "shells").is_none());
        assert!(won("5", "CHF").is_none(), "the form does not offer it");
    }
}
