//! Members that the letters do not reach or that do not answer, and calls that several members want: what staff can do by telephone.

use std::collections::BTreeMap;

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use index::Facet;

use super::page;
use crate::act::Purpose;
use crate::address::segment;
use crate::clean;
use crate::code::code;
use crate::digest::letter::wording;
use crate::readers::profile;
use crate::record::is_live;
use crate::search::query::{Reader, SearchQuery};
use crate::store::Municipality;
use crate::targets::{Mail, Standing, gaps};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::card::Foreign;
use crate::web::pages::wording::{day_of, named, names_of};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "web/staff/gaps.html")]
struct Page<'a> {
    frame: Frame<'a>,
    weeks: u32,
    joint: Vec<Joint>,
    gaps: Vec<Row>,
    all: usize,
}

/// One call that several members want.
struct Joint {
    segment: String,
    title: Foreign,
    deadline: String,
    /// (slug, name, what it said)
    members: Vec<(String, String, String)>,
}

struct Row {
    name: String,
    slug: String,
    reasons: Vec<String>,
    last: Option<String>,
    offers: u64,
    widen: String,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, "/staff/gaps", &[]);
    let (texts, now) = (frame.texts, state.clock.now());
    let language = texts.language();
    let members: Vec<Municipality> = state.store.municipalities().await?.into_iter().filter(Municipality::is_member).collect();
    let names = names_of(&members, language);
    let name = |slug: &str| names.get(slug).cloned().unwrap_or_else(|| clean::line(slug));

    let profiles = members.iter().map(profile).collect::<anyhow::Result<Vec<_>>>()?;
    let reached = state.store.reached().await?;
    let standings: Vec<Standing<'_>> = profiles
        .iter()
        .map(|profile| Standing { profile, reached: reached.get(&profile.slug).copied().unwrap_or_default() })
        .collect();
    let weeks = state.targets.gap_weeks;
    let dead = state.store.dead_mailboxes().await?;
    let mut failing: Vec<String> = state.store.failing_mailboxes().await?.into_iter().map(|(mailbox, _)| mailbox).collect();
    // Who is suspended already stands there as such.
    failing.retain(|mailbox| !dead.contains(mailbox));
    let found = gaps(&standings, &Mail { dead, failing }, &live_topics(&state).await?, weeks, now);
    let gaps: Vec<Row> = found
        .iter()
        .map(|gap| Row {
            name: name(&gap.municipality),
            slug: segment(&gap.municipality),
            reasons: gap.reasons.iter().map(|reason| named(texts, "gap", &code(reason))).collect(),
            last: gap.last_offer.map(day_of),
            offers: gap.offers,
            widen: gap.widen.iter().map(|topic| state.finder.labels.topic(topic, language)).collect::<Vec<_>>().join(", "),
        })
        .collect();

    let mut joint = Vec::new();
    for (record, acts) in state.store.wanted_by_several().await? {
        let Some(record) = state.store.record(&record).await? else { continue };
        if !is_live(&record.opportunity, now) {
            continue;
        }
        let mut said: BTreeMap<&str, Vec<Purpose>> = BTreeMap::new();
        for act in &acts {
            let of_one = said.entry(&act.municipality).or_default();
            if !of_one.contains(&act.act) {
                of_one.push(act.act);
            }
        }
        let in_words = |acts: Vec<Purpose>| {
            acts.into_iter().map(|act| texts.t(&format!("letter.act.{}", act.code()), &[])).collect::<Vec<_>>().join(", ")
        };
        joint.push(Joint {
            segment: segment(&record.id),
            title: Foreign::of(&record.opportunity.title, record.opportunity.lang.as_deref()),
            deadline: wording::deadline(&record.opportunity, state.clock.today(), texts),
            members: said.into_iter().map(|(slug, acts)| (segment(slug), name(slug), in_words(acts))).collect(),
        });
    }
    page(&Page { weeks, joint, all: gaps.len(), gaps, frame })
}

/// How many open opportunities there are in each topic.
async fn live_topics(state: &WebState) -> Result<BTreeMap<String, u64>, Problem> {
    let query = SearchQuery { page_size: Some(1), facets: vec![Facet::Topic], ..SearchQuery::default() };
    let found = state.finder.find(&query, state.clock.now(), Reader::Public).await?;
    let topics = found.facets.get("topic").into_iter().flatten();
    Ok(topics.map(|count| (count.value.clone(), count.count)).collect())
}
