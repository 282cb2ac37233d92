//! From a finding to what the store keeps: normalised by the rules of its source. The one place where the two meet.

use chrono::NaiveDate;
use sources::lexicon::Lexicon;
use sources::{Finding, Source, normalise};

use crate::store::Candidate;

/// Normalises a finding of a source as of a day; `page` is the hash of the page that it was read from.
pub fn candidate(finding: Finding, source: &Source, lexicon: &Lexicon, today: NaiveDate, page: Option<String>) -> Candidate {
    let normalised = normalise::normalise(&finding, &normalise::Context::of(source), lexicon, today);
    Candidate {
        opportunity: normalised.opportunity,
        text: normalised.text,
        is_opportunity: normalised.verdict.yes,
        reasons: normalised.verdict.reasons,
        likeness: normalised.likeness,
        page,
        finding,
    }
}
