//! Taking stock: how each source stands now, held against what was noted last time.

use chrono::{DateTime, TimeDelta, Utc};

use super::Office;
use crate::crawl::health::Health;
use crate::crawl::standing::{self, Standing};
use crate::store::{Arrival, KnownState, Move};

/// An outage shows source by source: a mail waits until no further change has come for so long …
const SETTLED: TimeDelta = TimeDelta::minutes(10);

/// … but no longer than this after the first.
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(1);

/// What staff have not been told yet.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Sources in another state than staff know of, with what was noted.
    pub states: Vec<(Standing, KnownState)>,
    /// Sources that have moved.
    pub moved: Vec<(Standing, Move)>,
}

impl Changes {
    /// Nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.states.is_empty() && self.moved.is_empty()
    }

    /// Whether it is time to tell: the last change has settled, or the first has waited long enough.
    pub fn are_settled(&self, now: DateTime<Utc>) -> bool {
        let moments = self.states.iter().map(|(_, known)| known.since).chain(self.moved.iter().map(|(_, moved)| moved.since));
        let (first, last) = moments.fold((None::<DateTime<Utc>>, None), |(first, last), at| {
            (Some(first.map_or(at, |first| first.min(at))), last.max(Some(at)))
        });
        last.is_some_and(|last| now - last >= SETTLED) || first.is_some_and(|first| now - first >= LONGEST_WAIT)
    }
}

/// Looks at every source, notes what has changed since the last look, and returns what staff have not been told yet.
pub async fn take_stock(office: &Office<'_>, now: DateTime<Utc>) -> anyhow::Result<Changes> {
    let standings = standing::all(office.store, office.sources, now).await?;
    let known = office.store.known_states().await?;
    let states: Vec<KnownState> = standings
        .iter()
        .filter_map(|standing| noted(standing, known.iter().find(|known| known.source == standing.source.slug), now))
        .collect();
    let (mut moved, mut stayed) = (Vec::new(), Vec::new());
    for standing in &standings {
        match standing.runs.iter().find_map(|run| run.evidence.arrival.as_ref()) {
            Some(Arrival::Moved { from, to }) if standing.moved.as_ref().is_none_or(|known| known.to != *to) => {
                moved.extend(moved_now(standing, from, to, now));
            }
            Some(Arrival::Stayed) if standing.moved.is_some() => stayed.push(standing.source.slug.clone()),
            _ => {}
        }
    }
    office.store.note_standings(&states, &moved, &stayed, now).await?;
    pending(office, now).await
}

/// What staff have not been told yet, as it was noted.
pub async fn pending(office: &Office<'_>, now: DateTime<Utc>) -> anyhow::Result<Changes> {
    let known = office.store.known_states().await?;
    let mut changes = Changes::default();
    for standing in standing::all(office.store, office.sources, now).await? {
        if let Some(moved) = standing.moved.clone().filter(|moved| !moved.told) {
            changes.moved.push((standing.clone(), moved));
        }
        let known = known.iter().find(|known| known.source == standing.source.slug);
        // What has changed since it was noted is told once it is noted too.
        if let Some(known) = known.filter(|known| known.state != known.told && known.state == standing.judgement.state.code()) {
            changes.states.push((standing, known.clone()));
        }
    }
    Ok(changes)
}

/// What is to be noted of a source's state; none where it is as it was.
fn noted(standing: &Standing, known: Option<&KnownState>, now: DateTime<Utc>) -> Option<KnownState> {
    let (source, state) = (standing.source.slug.clone(), standing.judgement.state);
    match known {
        None => {
            // A first look that finds all well is no news.
            let told = if is_well(state) { state } else { Health::Waiting }.code().to_owned();
            Some(KnownState { source, state: state.code().to_owned(), since: now, number: 1, told })
        }
        Some(known) if known.state == state.code() => None,
        Some(known) => {
            let waited = known.told == Health::Waiting.code() || known.told == Health::Paused.code();
            // What staff have done themselves, and a first visit that went well, is no news either.
            let silent = matches!(state, Health::Paused | Health::Waiting) || (state == Health::Ok && waited);
            let told = if silent { state.code().to_owned() } else { known.told.clone() };
            Some(KnownState { source, state: state.code().to_owned(), since: now, number: known.number + 1, told })
        }
    }
}

fn is_well(state: Health) -> bool {
    matches!(state, Health::Ok | Health::Paused | Health::Waiting)
}

fn moved_now(standing: &Standing, from: &str, to: &str, now: DateTime<Utc>) -> Option<Move> {
    let address = standing.source.shape.address()?.to_owned();
    let source = standing.source.slug.clone();
    Some(Move { source, address, from: from.to_owned(), to: to.to_owned(), since: now, told: false })
}
