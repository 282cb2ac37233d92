//! A few sentences taken from the text, those that say what is offered.

use super::dateline;
use super::reading::Reading;
use crate::lexicon::{Lexicon, Role, Says, Tag};

/// What a line of a list and a letter can hold.
const LONGEST: usize = 300;

const MOST_SENTENCES: usize = 3;

/// Shorter ones are labels.
const SHORTEST_SENTENCE: usize = 25;

/// Later sentences are detail; looking at more costs time and gives nothing.
const SENTENCES_READ: usize = 40;

/// The summary, verbatim sentences in the order of the text, without the line that says when the page was published; a first sentence that is
/// too long is cut between words.
pub(super) fn summary(reading: &Reading, lexicon: &Lexicon) -> Option<String> {
    let said = |place: usize| dateline::behind(reading, reading.sentences[place].clone());
    let first = usize::from(reading.title_end > 0);
    let first = (first..reading.sentences.len()).find(|place| !said(*place).is_empty()).unwrap_or(reading.sentences.len());
    let mut ranked: Vec<(f64, usize, &str)> = (first..reading.sentences.len())
        .take(SENTENCES_READ)
        .filter_map(|place| {
            let sentence = said(place);
            let readable = sentence.chars().count() >= SHORTEST_SENTENCE && sentence != reading.title();
            readable.then(|| (worth(reading, place, place - first, lexicon), place, sentence))
        })
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));

    let mut chosen: Vec<(usize, &str)> = Vec::new();
    let mut length = 0;
    for (worth, place, sentence) in &ranked {
        let longer = length + sentence.chars().count() + 1;
        if chosen.len() < MOST_SENTENCES && longer <= LONGEST && (chosen.is_empty() || *worth > 0.0) {
            chosen.push((*place, sentence));
            length = longer;
        }
    }
    if chosen.is_empty() {
        return ranked.first().map(|(_, _, sentence)| cut(sentence));
    }
    chosen.sort_unstable();
    let sentences: Vec<String> = chosen
        .into_iter()
        .map(|(_, sentence)| super::clean::line(sentence.trim_start_matches(['•', '-', '–', '|', ' '])))
        .collect();
    Some(sentences.join(" "))
}

fn worth(reading: &Reading, place: usize, order: usize, lexicon: &Lexicon) -> f64 {
    let mut worth = match order {
        0 => 2.0,
        1 => 1.0,
        _ => 0.0,
    };
    let mut seen: Vec<Tag> = Vec::new();
    for hit in reading.hits_in(place) {
        if seen.contains(&hit.tag) {
            continue;
        }
        seen.push(hit.tag);
        worth += match hit.tag {
            Tag::Kind(_) => 0.7,
            Tag::Topic { hint: false, .. } => 0.3,
            Tag::Verdict(cue) => match lexicon.verdicts[cue].says {
                Says::Call => 0.8,
                Says::Action => 0.7,
                Says::Deadline => 0.3,
                Says::No | Says::Explains => -1.5,
                _ => 0.0,
            },
            Tag::Role(cue) => match lexicon.roles[cue].role {
                Role::LocalAuthority | Role::Official => 0.8,
                _ => 0.0,
            },
            _ => 0.0,
        };
    }
    let sentence = &reading.text[reading.sentences[place].clone()];
    if sentence.contains(['€', '$', '£', '₪']) {
        worth += 1.0;
    }
    if sentence.contains('@') || sentence.contains("http") {
        worth -= 2.0;
    }
    worth
}

fn cut(sentence: &str) -> String {
    let sentence = super::clean::line(sentence);
    let mut out = String::new();
    for word in sentence.split(' ') {
        if out.chars().count() + word.chars().count() + 2 > LONGEST {
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
