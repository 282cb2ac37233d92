//! One opportunity in a list: what an officer needs in order to decide whether to read on.

use chrono::{DateTime, Utc};
use sources::Opportunity;
use sources::opportunity::{Eligibility, Status, Verdict};

use super::wording::named;
use crate::address::segment;
use crate::clean;
use crate::clock::HOME;
use crate::code::code;
use crate::digest::letter::wording;
use crate::i18n::Texts;
use crate::record::{Review, Sighting};
use crate::search::Labels;
use crate::web::answer::Item;

/// From here on a deadline is near: the least that a small authority needs to get council, legal adviser and treasurer to sign.
const NEAR_DAYS: i64 = 21;
/// From here on it is now or never.
const URGENT_DAYS: i64 = 7;

/// Topics shown on a card; the rest are on the record's page.
const TOPICS: usize = 3;

/// A text in its own language and direction.
pub(crate) struct Foreign {
    pub(crate) text: String,
    pub(crate) lang: String,
    pub(crate) dir: &'static str,
}

/// A piece of a snippet.
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) found: bool,
}

pub(crate) struct Card {
    /// The record's id, for an address.
    pub(crate) segment: String,
    pub(crate) id: String,
    pub(crate) title: Foreign,
    pub(crate) summary: Option<Foreign>,
    pub(crate) snippet: Vec<Piece>,
    /// What was asked for stands in an attached file alone.
    pub(crate) only_in_attachment: bool,
    pub(crate) kind: String,
    /// Name of the state where it is not simply open.
    pub(crate) status: Option<String>,
    pub(crate) status_code: String,
    pub(crate) waits_for_review: bool,
    pub(crate) deadline: String,
    pub(crate) days_left: Option<String>,
    /// `urgent`, `near`, `far`, `none`, `over`.
    pub(crate) urgency: &'static str,
    pub(crate) amount: Option<String>,
    pub(crate) verdict: String,
    /// Code of the verdict, for its colour and sign.
    pub(crate) verdict_code: String,
    pub(crate) source: String,
    pub(crate) language: Option<String>,
    pub(crate) topics: Vec<String>,
    /// The original, if its address is one of the web.
    pub(crate) link: Option<String>,
}

impl Foreign {
    pub(crate) fn of(text: &str, lang: Option<&str>) -> Self {
        let dir = clean::direction(lang);
        Self { text: clean::line(text), lang: lang.unwrap_or_default().to_owned(), dir }
    }
}

impl Card {
    /// Of one item of an answer, with the pieces of text around what was found.
    pub(crate) fn of(item: &Item, snippet: &[(String, bool)], texts: &Texts, labels: &Labels, now: DateTime<Utc>) -> Self {
        let card = Self::new(&item.id, &item.opportunity, &item.sources, item.review, snippet, texts, labels, now);
        Self { only_in_attachment: item.only_in_attachment, ..card }
    }

    #[expect(clippy::too_many_arguments, reason = "a record and an item share these parts and no type")]
    pub(crate) fn new(
        id: &str,
        told: &Opportunity,
        sources: &[Sighting],
        review: Review,
        snippet: &[(String, bool)],
        texts: &Texts,
        labels: &Labels,
        now: DateTime<Utc>,
    ) -> Self {
        let language = texts.language();
        let today = now.with_timezone(&HOME).date_naive();
        let status = code(told.status);
        let lang = told.lang.as_deref();
        let verdict = code(overall(&told.eligibility));
        let left = wording::stage(told, today).map(|stage| (stage.date - today).num_days());
        // However near its day is, nothing about it is urgent.
        let urgency = if wording::is_off(told.status) { "over" } else { urgency(left) };
        let summary = told.summary.as_deref().filter(|summary| !summary.trim().is_empty());
        let source = sources.first().map(|seen| labels.source(&seen.slug, language));
        Self {
            segment: segment(id),
            id: id.to_owned(),
            title: Foreign::of(&told.title, lang),
            summary: summary.map(|summary| Foreign::of(summary, lang)),
            snippet: snippet.iter().map(|(text, found)| Piece { text: clean::inner(text), found: *found }).collect(),
            only_in_attachment: false,
            kind: named(texts, "kind", &code(told.kind)),
            status: (told.status != Status::Open).then(|| named(texts, "status", &status)),
            status_code: status,
            waits_for_review: review == Review::New,
            deadline: wording::deadline(told, today, texts),
            days_left: wording::days_left(told, today, today, texts),
            urgency,
            amount: wording::amount(&told.amount, texts),
            verdict: named(texts, "verdict", &verdict),
            verdict_code: verdict,
            source: source.or_else(|| told.organiser.as_deref().map(clean::line)).unwrap_or_default(),
            language: lang.filter(|lang| *lang != language.code()).map(|lang| named(texts, "language_name", lang)),
            topics: told.topics.iter().take(TOPICS).map(|slug| labels.topic(slug, language)).collect(),
            link: clean::link(&told.url),
        }
    }
}

/// One answer out of three: the worst of them, where an unknown is worse than a condition and never reads as a yes.
pub(crate) fn overall(eligibility: &Eligibility) -> Verdict {
    let badness = |verdict: Verdict| match verdict {
        Verdict::Yes => 0,
        Verdict::Partner => 1,
        Verdict::Conditional => 2,
        Verdict::Unknown => 3,
        Verdict::No => 4,
    };
    let place = match eligibility.place.verdict {
        // The territorial clause bears on few authorities and few programmes: silence about it is no doubt.
        Verdict::Unknown | Verdict::Yes | Verdict::Partner => Verdict::Yes,
        verdict => verdict,
    };
    [eligibility.country.verdict, eligibility.body.verdict, place]
        .into_iter()
        .max_by_key(|verdict| badness(*verdict))
        .unwrap_or_default()
}

fn urgency(days_left: Option<i64>) -> &'static str {
    match days_left {
        None => "none",
        Some(..0) => "over",
        Some(0..=URGENT_DAYS) => "urgent",
        Some(..=NEAR_DAYS) => "near",
        Some(_) => "far",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sources::opportunity::Answer;

    fn verdicts(country: Verdict, body: Verdict, place: Verdict) -> Eligibility {
        let said = |verdict| Answer { verdict, ..Answer::default() };
        Eligibility { country: said(country), body: said(body), place: said(place) }
    }

    #[test]
    fn an_unknown_never_reads_as_a_yes() {
        assert_eq!(overall(&verdicts(Verdict::Yes, Verdict::Unknown, Verdict::Unknown)), Verdict::Unknown);
        assert_eq!(overall(&verdicts(Verdict::Unknown, Verdict::Yes, Verdict::Yes)), Verdict::Unknown);
        assert_eq!(overall(&verdicts(Verdict::Yes, Verdict::Yes, Verdict::Unknown)), Verdict::Yes);
    }

    #[test]
    fn a_no_on_any_axis_is_a_no() {
        assert_eq!(overall(&verdicts(Verdict::Yes, Verdict::No, Verdict::Unknown)), Verdict::No);
        assert_eq!(overall(&verdicts(Verdict::Yes, Verdict::Yes, Verdict::No)), Verdict::No);
        assert_eq!(overall(&verdicts(Verdict::Partner, Verdict::Yes, Verdict::Conditional)), Verdict::Conditional);
    }
}
