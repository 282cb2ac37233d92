//! The search page: the same query string as the API, answered for people.

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Html;

use super::card::Card;
use super::filters::{COUNTED, Chip, Choice, Filters, Group};
use super::{Frame, Ui, question_pairs, wording};
use crate::clock::HOME;
use crate::search::query::{Format, MAX_ROWS, SORTS, SearchQuery};
use crate::web::access::Viewer;
use crate::web::assets::SUGGEST_NAME;
use crate::web::problem::Problem;
use crate::web::{WebState, answer};

#[derive(Template)]
#[template(path = "web/search.html")]
struct SearchPage<'a> {
    frame: Frame<'a>,
    q: &'a str,
    total: String,
    cards: Vec<Card>,
    notices: Vec<Told>,
    /// What can be typed, with an example of each.
    help: Vec<(String, String)>,
    script: &'static str,
    /// What the field suggests before anything is typed, and where no script runs.
    suggestions: Vec<String>,
    groups: Vec<Group>,
    chips: Vec<Chip>,
    kinds: Vec<Choice>,
    topics: Vec<Choice>,
    verdicts: Vec<Choice>,
    deadlines: Vec<Choice>,
    statuses: Vec<Choice>,
    sorts: Vec<(String, String, bool)>,
    /// What the form keeps although it shows no field for it.
    hidden: Vec<(&'static str, String)>,
    clear_href: String,
    archive_href: String,
    csv_href: String,
    /// Where the table does not hold everything.
    csv_note: Option<String>,
    /// The question as feeds and calendar take it: `?…`, or nothing.
    follow: String,
    /// The question as staff may save it under a name.
    saved: String,
    previous_href: Option<String>,
    next_href: Option<String>,
    page_of: String,
}

/// What to know of how it was answered; with the question that may have been meant.
struct Told {
    text: String,
    better: Option<(String, String)>,
    /// Shown when asked for, so that the first hit is not pushed off a phone.
    more: Vec<String>,
}

/// What the question may hold, in the order in which it is explained.
const HELP: [&str; 9] = ["words", "phrase", "without", "either", "beginning", "in_title", "of_kind", "of_source", "due"];

/// Fields that the form shows itself; the page number starts anew.
const IN_FORM: [&str; 8] = ["q", "kind", "topic", "eligible", "deadline_to", "status", "page", "facets"];

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Html<String>, Problem> {
    let ui = Ui::of(raw.as_deref());
    let asked = SearchQuery::parse(question_pairs(raw.as_deref()))?;
    // The page counts and shows what it does, whatever the query string says about facets and form.
    let query = SearchQuery { facets: Vec::new(), format: Format::Json, ..asked };
    let counting = SearchQuery { facets: COUNTED.to_vec(), ..query.clone() };
    let now = state.clock.now();
    let found = state.finder.find(&counting, now, viewer.reader()).await?;

    let frame = Frame::of(&state, ui, &viewer, "/", &query.pairs());
    let (texts, labels) = (frame.texts, state.finder.labels.as_ref());
    let filters = Filters { query: &query, texts, labels, ui, today: now.with_timezone(&HOME).date_naive() };
    let items = answer::items(&found)?;
    let cards = items.iter().zip(&found.hits).map(|(item, hit)| Card::of(item, &hit.snippet, texts, labels, now)).collect();
    let pages = found.total.div_ceil(query.size()).max(1);
    let turned = |page: usize| filters.href(&SearchQuery { page, ..query.clone() });
    let name = |value: &str| {
        let topic = filters.name("topic", value);
        if topic == value { filters.name("kind", value) } else { topic }
    };
    let values = |field: &str| filters.values(field);
    let page = SearchPage {
        q: &query.q,
        total: texts.n("web.count", found.total as u64, &[]),
        cards,
        notices: found
            .notices
            .iter()
            .map(|notice| match notice.code.as_str() {
                code @ ("did_you_mean" | "corrected") => {
                    let q = notice.detail.clone();
                    let href = filters.href(&SearchQuery { q: q.clone(), page: 1, ..query.clone() });
                    Told {
                        text: texts.t(&format!("web.notice.{code}"), &[("detail", "")]),
                        better: Some((href, q)),
                        more: Vec::new(),
                    }
                }
                "widened" => Told {
                    text: texts.t("web.notice.widened", &[]),
                    better: None,
                    more: wording::widenings(texts, &notice.detail),
                },
                _ => Told { text: wording::notice(texts, notice, name, values), better: None, more: Vec::new() },
            })
            .collect(),
        help: HELP.map(|what| (frame.t(&format!("help.{what}_example")), frame.t(&format!("help.{what}")))).to_vec(),
        script: SUGGEST_NAME.as_str(),
        suggestions: labels.topics().map(|slug| labels.topic(slug, texts.language())).collect(),
        groups: filters.groups(&found),
        chips: filters.chips(),
        kinds: filters.kinds(),
        topics: filters.topics(),
        verdicts: filters.verdicts(),
        deadlines: filters.deadlines(),
        statuses: filters.statuses(),
        sorts: SORTS
            .iter()
            .map(|(code, sort)| {
                let href = filters.href(&SearchQuery { sort: *sort, page: 1, ..query.clone() });
                (wording::named(texts, "sort_by", code), href, query.sort == *sort)
            })
            .collect(),
        hidden: {
            // Today as the first of the coming days goes with them, where the form chooses others.
            let goes_with_days = |name: &str| name == "deadline_from" && filters.is_of_coming_days();
            query.pairs().into_iter().filter(|(name, _)| !IN_FORM.contains(name) && !goes_with_days(name)).collect()
        },
        clear_href: filters.href(&SearchQuery { q: query.q.clone(), ..SearchQuery::default() }),
        archive_href: filters.href(&SearchQuery { status: crate::search::query::StatusFilter::Any, page: 1, ..query.clone() }),
        follow: Some(query.saved())
            .filter(|question| !question.is_empty())
            .map_or_else(String::new, |question| format!("?{question}")),
        saved: query.saved(),
        csv_href: {
            let table = SearchQuery { page: 1, page_size: None, format: Format::Csv, ..query.clone() };
            format!("/api/v1/opportunities{}", table.href(&[]))
        },
        csv_note: (found.total > MAX_ROWS).then(|| texts.t("web.download_most", &[("most", &MAX_ROWS.to_string())])),
        previous_href: (query.page > 1).then(|| turned((query.page - 1).min(pages))),
        next_href: (query.page < pages).then(|| turned(query.page + 1)),
        page_of: texts.t("web.page_of", &[("page", &query.page.to_string()), ("pages", &pages.to_string())]),
        frame,
    };
    Ok(Html(page.render().map_err(anyhow::Error::from)?))
}
