//! What a municipality was offered, how far each offer came, and what was said of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::segment;
use crate::clean;
use crate::code::code;
use crate::digest::letter::wording;
use crate::i18n::Texts;
use crate::store::{Act, Offer};
use crate::targets::{Stage, stages};
use crate::web::pages::card::Foreign;
use crate::web::pages::wording::{day_of, named};
use crate::web::staff::titles::Titles;

/// One opportunity.
pub(super) struct Offered {
    pub(super) segment: String,
    pub(super) title: Foreign,
    pub(super) kind: String,
    /// Day and channel; none where something was said of what was never offered.
    pub(super) when: Option<(String, String)>,
    /// None where it was never offered and nothing came of it.
    pub(super) stage: Option<String>,
    /// Each answer with its day, sum and words.
    pub(super) said: Vec<String>,
}

/// The offers, latest first, then what was said of anything else.
pub(super) fn of(offers: &[Offer], acts: &[Act], titles: &Titles, texts: &Texts) -> Vec<Offered> {
    let come = stages(acts);
    let mut said: BTreeMap<&str, Vec<&Act>> = BTreeMap::new();
    for act in acts {
        said.entry(&act.record).or_default().push(act);
    }
    let in_words = |record: &str| said.get(record).into_iter().flatten().map(|act| answer(act, texts)).collect();
    let come_to = |municipality: &str, record: &str| come.get(&(municipality, record)).map(|(stage, _)| *stage);
    let stage = |stage: Stage| named(texts, "come_to", &code(stage));
    let mut all: Vec<Offered> = offers
        .iter()
        .map(|offer| Offered {
            segment: segment(&offer.record),
            title: titles.get(&offer.record),
            kind: named(texts, "kind", &code(offer.kind)),
            when: Some((day_of(offer.at), named(texts, "channel", &offer.channel))),
            stage: Some(stage(come_to(&offer.municipality, &offer.record).unwrap_or(Stage::Offered))),
            said: in_words(&offer.record),
        })
        .collect();
    let known: BTreeSet<&str> = offers.iter().map(|offer| offer.record.as_str()).collect();
    let mut others = BTreeSet::new();
    for act in acts.iter().filter(|act| !known.contains(act.record.as_str())) {
        if others.insert(act.record.as_str()) {
            all.push(Offered {
                segment: segment(&act.record),
                title: titles.get(&act.record),
                kind: String::new(),
                when: None,
                stage: come_to(&act.municipality, &act.record).map(stage),
                said: in_words(&act.record),
            });
        }
    }
    all
}

fn answer(act: &Act, texts: &Texts) -> String {
    let sum = act.sum.as_ref().map(|sum| clean::isolate(&wording::money(sum.amount, Some(&sum.currency))));
    let note = Some(clean::line(&act.note)).filter(|note| !note.is_empty()).map(|note| clean::isolate(&note));
    let what = texts.t(&format!("letter.act.{}", act.act.code()), &[]);
    [Some(what), Some(day_of(act.at)), sum, note].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
