//! What a record is compared by with those of other sources: its address, its programme, the telling words of its title, its dates and sums.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use url::Url;

use super::super::cues::Cue;
use super::super::hebrew_calendar;
use super::super::programme::tells_programme;
use crate::lexicon::{Hit, Lexicon, Tag, Tongue};
use crate::opportunity::{DeadlineKind, Kind, Opportunity, Stage};

/// More words than this are a description, and comparing them costs time.
const MOST_WORDS: usize = 24;

/// The words of a title among which those are looked for; one of more is a text without a title.
const MOST_OF_TITLE: usize = 200;

/// Parameters that say where a reader came from, not what he reads.
const TRACKING: [&str; 5] = ["fbclid", "gclid", "ref", "source", "mc_cid"];

/// What one finding's record is compared by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// Host of its page, without `www.`.
    pub host: String,
    /// Canonical address without scheme; empty for a host's front page, which is the page of everything there.
    pub address: String,
    /// The programme's identifier, in capitals; empty if there is none, or only a number of the source's own.
    pub programme: String,
    /// The title in normal form.
    pub title: String,
    /// ISO 639-1.
    pub lang: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// How its days are meant.
    pub deadline: DeadlineKind,
    /// The days to hand in, in order.
    pub days: Vec<NaiveDate>,
    /// The moment of the last of them, where the source gives an hour that few others give.
    pub moment: Option<DateTime<Utc>>,
    /// The zone in which that hour is told.
    pub zone: Option<String>,
    /// The largest sum for one applicant.
    pub sum: Option<f64>,
    /// Its currency.
    pub currency: Option<String>,
    /// The funder's share.
    pub share: Option<f64>,
    /// Words of the title that tell it from others, in normal form.
    pub words: Vec<String>,
    /// Those of them that are written in capitals: names.
    pub names: Vec<String>,
    /// The title as it comes again each time: without small words, years and the number of the edition.
    #[serde(default)]
    pub every_time: String,
    /// It says that its last day was put off.
    #[serde(default)]
    pub is_extended: bool,
}

impl Likeness {
    /// Of a record.
    pub fn of(opportunity: &Opportunity, lexicon: &Lexicon) -> Self {
        let (host, address) = canonical(&opportunity.url).unwrap_or_default();
        let tokens = words::tokens(&opportunity.title);
        let of_title = &tokens[..tokens.len().min(MOST_OF_TITLE)];
        let (words, names) = telling(&opportunity.title, of_title, opportunity.lang.as_deref(), lexicon);
        let last = opportunity.deadline.stages.last();
        Self {
            host,
            address,
            programme: opportunity
                .programme
                .as_deref()
                .filter(|id| tells_programme(id))
                .unwrap_or_default()
                .trim()
                .to_uppercase(),
            title: tokens.iter().map(|token| token.norm.as_ref()).collect::<Vec<_>>().join(" "),
            lang: opportunity.lang.clone(),
            kind: opportunity.kind,
            deadline: opportunity.deadline.kind,
            days: opportunity.deadline.stages.iter().map(|stage| stage.date).collect(),
            moment: last.filter(|stage| stage.time.is_some_and(is_uncommon)).map(Stage::over_at),
            zone: last.and_then(|stage| stage.zone.clone()),
            sum: opportunity.amount.max,
            currency: opportunity.amount.currency.clone(),
            share: opportunity.amount.cofunding_rate,
            words,
            names,
            every_time: every_time(of_title, lexicon),
            is_extended: is_extended(opportunity, lexicon),
        }
    }
}

/// Midnight is everybody's hour, 17:00 in Brussels the Commission's.
fn is_uncommon(time: chrono::NaiveTime) -> bool {
    use chrono::Timelike as _;
    !matches!((time.hour(), time.minute()), (0 | 17, 0) | (16 | 23, 59))
}

/// Host and address as they are compared: no scheme, no `www.`, no tracking, no slash at the end.
fn canonical(address: &str) -> Option<(String, String)> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").to_owned();
    let path = url.path().trim_end_matches('/');
    let mut query: Vec<String> = url
        .query_pairs()
        .filter(|(name, _)| !name.starts_with("utm_") && !TRACKING.contains(&name.as_ref()))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    query.sort_unstable();
    if path.is_empty() && query.is_empty() {
        return Some((host, String::new()));
    }
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    let whole = format!("{host}{path}{query}");
    Some((host, whole))
}

/// In the title, in the summary, or beside a day.
fn is_extended(opportunity: &Opportunity, lexicon: &Lexicon) -> bool {
    let quotes = opportunity.deadline.stages.iter().filter_map(|stage| stage.quote.as_deref());
    let mut said = [opportunity.title.as_str()].into_iter().chain(opportunity.summary.as_deref()).chain(quotes);
    said.any(|text| {
        let tokens = words::tokens(text);
        let of_text = &tokens[..tokens.len().min(MOST_OF_TITLE)];
        lexicon.cues.find(of_text, opportunity.lang.as_deref()).iter().any(|found| found.cue == Cue::Extended)
    })
}

fn every_time(tokens: &[words::Token<'_>], lexicon: &Lexicon) -> String {
    let stays = |token: &&words::Token<'_>| !lexicon.plain.contains(token.norm.as_ref()) && !tells_edition(token);
    tokens.iter().filter(stays).map(|token| token.norm.as_ref()).collect::<Vec<_>>().join(" ")
}

/// A year, or a number: "2027", "3rd", "IV", `תשפ"ז`. Ordinals in words are plain words.
fn tells_edition(token: &words::Token<'_>) -> bool {
    /// A single "I" is a person.
    const SHORTEST_ROMAN: usize = 2;
    let is_roman = token.text.len() >= SHORTEST_ROMAN && token.text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let quoted = || token.text.replace(['״', '“', '”'], "\"").replace("''", "\"");
    is_roman || token.norm.chars().any(|c| c.is_ascii_digit()) || hebrew_calendar::year(&quoted()).is_some()
}

/// The telling words of a title, and those that are names: not the words for kinds and for applying, no small words, no numbers.
fn telling(title: &str, tokens: &[words::Token<'_>], lang: Option<&str>, lexicon: &Lexicon) -> (Vec<String>, Vec<String>) {
    /// "EU" and "UK" are in half of the titles.
    const SHORTEST_NAME: usize = 4;
    /// Words for kinds have one or two words, or a small word between them.
    const SHORTEST_NAMED_PHRASE: usize = 3;
    let hits = lexicon.hits(tokens, lang.and_then(Tongue::of));
    // "Call for proposals" is said of every call; "Young Elected Politicians", which also stands for a kind, is a name.
    let is_name = |hit: &Hit| {
        hit.last - hit.first + 1 >= SHORTEST_NAMED_PHRASE
            && (hit.first..=hit.last).all(|place| !lexicon.plain.contains(tokens[place].norm.as_ref()))
    };
    let of_every_call = |place: usize| {
        let covers = |hit: &Hit| (hit.first..=hit.last).contains(&place);
        let named = hits.iter().any(|hit| covers(hit) && is_name(hit));
        !named && hits.iter().any(|hit| matches!(hit.tag, Tag::Kind(_) | Tag::Verdict(_)) && covers(hit))
    };
    let shouted = !title.chars().any(char::is_lowercase);
    let (mut words, mut names): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for (place, token) in tokens.iter().enumerate() {
        let plain = lexicon.plain.contains(token.norm.as_ref()) || tells_edition(token);
        let small = token.norm.chars().count() < 2;
        if plain || small || of_every_call(place) || words.iter().any(|word| *word == token.norm) || words.len() == MOST_WORDS {
            continue;
        }
        let capitals = token.text.chars().all(|c| c.is_ascii_uppercase()) && token.text.len() >= SHORTEST_NAME;
        if capitals && !shouted {
            names.push(token.norm.clone().into_owned());
        }
        words.push(token.norm.clone().into_owned());
    }
    (words, names)
}
