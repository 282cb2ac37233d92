//! May an Israeli local authority apply? Three questions, each with verdict, quote and rule.
//! A sentence on the call's own page beats the dated facts on its programme; `unknown` is an answer, and a false `yes` the worst error.

mod address;
mod aims;
mod among;
mod applying;
mod body;
mod calling;
mod clause;
mod common;
mod country;
mod country_list;
mod country_name;
mod diaspora;
mod eased;
mod elsewhere;
mod event_name;
mod examples;
mod fellows;
mod graded;
mod handed_in;
mod here;
mod home;
mod honoured;
mod idiom;
mod labelled;
mod levels;
mod listing;
mod locality;
mod lots;
mod members;
mod naming;
mod nationality;
mod office;
mod official;
mod opening;
mod origin;
mod others_world;
mod ours;
mod panel;
mod part;
mod partnering;
mod paying;
mod place_name;
mod plain_body;
mod refused;
mod relative;
mod requisite;
mod residents;
mod restriction;
mod rules;
mod running;
mod seen;
mod sentence;
mod served;
mod site;
mod situated;
mod sizes;
mod superlative;
mod tied;
mod titling;
mod twins;
mod void;

use chrono::NaiveDate;

use self::sentence::Sentence;
use super::evidence::{Found, found};
use super::reading::Reading;
use crate::lexicon::{Axis, Lexicon, Role, Tag};
use crate::opportunity::{Answer, Eligibility, Kind, Verdict};

/// What is known besides the words of title and text.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) kind: Kind,
    pub(super) url: &'a str,
    pub(super) language: Option<&'a str>,
    pub(super) programme: Option<&'a str>,
    pub(super) framework: Option<&'a str>,
    /// Who may apply, in the source's own words.
    pub(super) eligible: Option<&'a str>,
    pub(super) today: NaiveDate,
}

pub(super) fn eligibility(reading: &Reading, known: &Known<'_>, lexicon: &Lexicon) -> Eligibility {
    let by_rule = |axis| rules::answer(axis, reading, known, lexicon);
    // What the source says of applicants in a field of its own is read first, as if it were a sentence "Applicants: …".
    let field = known.eligible.map(|words| Reading::new("", words, None, lexicon));
    let sentences: Vec<Sentence<'_>> = Sentence::all(reading, lexicon).collect();
    let country = field.as_ref().and_then(|field| country::of_field(field, known, lexicon));
    let country = country.or_else(|| country::answer(&sentences, known, lexicon));
    let body = field.as_ref().and_then(|field| body::of_field(field, lexicon));
    let body = body.or_else(|| body::answer(&sentences, known));
    // That somebody seems to be at home is less than what the text says, and than what is known of a programme from abroad.
    let presumed = || country::presumed(&sentences, known).filter(|_| country.is_none());
    let rule = by_rule(Axis::Country).or_else(presumed);
    Eligibility {
        country: weighed(country, rule),
        body: weighed(body, by_rule(Axis::Body)),
        place: territorial(reading, lexicon).or_else(|| by_rule(Axis::Place)).unwrap_or_default(),
    }
}

/// The call itself draws the line of 1967: then the place of the municipality decides.
fn territorial(reading: &Reading, lexicon: &Lexicon) -> Option<Answer> {
    let speaks = |tag| matches!(tag, Tag::Role(cue) if lexicon.roles[cue].role == Role::Territory).then_some(());
    let (hit, ()) = reading.tagged(speaks).next()?;
    Some(say(Verdict::Conditional, found(reading.quote(hit), "place.territorial_wording")))
}

/// The text beats the rule, except that a condition known of the programme stands although the page keeps silent about it.
fn weighed(text: Option<Answer>, rule: Option<Answer>) -> Answer {
    match (text, rule) {
        (Some(text), Some(rule)) if text.verdict == Verdict::Yes && rule.verdict == Verdict::Conditional => rule,
        (Some(text), _) => text,
        (None, rule) => rule.unwrap_or_default(),
    }
}

fn say(verdict: Verdict, found: Found) -> Answer {
    Answer { verdict, quote: Some(found.quote), rule: Some(found.rule), file: found.file }
}
