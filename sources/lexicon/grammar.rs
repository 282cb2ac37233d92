//! Small words and names by which sentences, dates and sums are read (`config/grammar.toml`): a part of the program, for dates and
//! money are read without the other lists. What they mean together is for `normalise` to say.

mod applicant;
mod belonging;
mod chosen;
mod counterpart;
mod course;
mod currency;
mod deed;
mod denial;
mod later;
mod letters;
mod locality;
mod money;
mod received;
mod word_list;

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

pub(crate) use self::applicant::Applicant;
use self::belonging::Belonging;
pub(crate) use self::chosen::Chosen;
pub(crate) use self::counterpart::Counterpart;
use self::course::Course;
use self::currency::Currency;
pub(crate) use self::deed::Deed;
use self::denial::Denial;
use self::later::Later;
use self::letters::Letters;
pub(crate) use self::locality::Locality;
use self::money::Money;
use self::received::Received;
pub(crate) use self::word_list::{WordList, holds};

/// The words of grammar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Grammar {
    /// Makes of two joined days or sums the ends of a span.
    pub(crate) between: WordList,
    /// Before a month, its last day.
    pub(crate) month_end: WordList,
    /// How an hour of the United States is marked, as it is written.
    pub(crate) american_zones: WordList,
    /// Behind a number with a point these make no day of it.
    pub(crate) units: WordList,
    /// Before it these do.
    pub(crate) measures: WordList,
    /// Labels of days in a card, in normal form.
    #[serde(deserialize_with = "normal_lines")]
    pub(crate) labels: HashSet<String>,
    /// Headings of a timetable, in normal form.
    #[serde(deserialize_with = "normal_lines")]
    pub(crate) timetables: HashSet<String>,
    /// What stands last in a line before the day that the next one begins with ("the closing date is the").
    pub(crate) before_a_day: WordList,
    /// How the foot of a page ends that begins with its year ("2027 All rights reserved").
    pub(crate) reserved: WordList,
    /// The word for rights before it.
    pub(crate) rights: WordList,
    /// At the head of a text: which issue it stands in.
    pub(crate) issues: WordList,
    /// In a title: what is published on its day, and tells of many things.
    pub(crate) bulletins: WordList,
    /// Says that something is not.
    pub(crate) negation: WordList,
    /// Goes on to what is otherwise.
    pub(crate) contrast: WordList,
    /// Leads on to those for whom something is.
    pub(crate) addressing: WordList,
    pub(crate) later: Later,
    pub(crate) belonging: Belonging,
    pub(crate) current_year: CurrentYear,
    pub(crate) gazette: Gazette,
    pub(crate) meeting: Meeting,
    pub(crate) staying: Staying,
    pub(crate) told_projects: Chosen,
    pub(crate) counterpart: Counterpart,
    pub(crate) course: Course,
    pub(crate) deed: Deed,
    pub(crate) elsewhere: Elsewhere,
    /// Point back to what was named before.
    pub(crate) pronouns: WordList,
    /// Those who stand for election.
    pub(crate) chosen: WordList,
    pub(crate) fee: Fee,
    pub(crate) clause: Clause,
    pub(crate) compound: Compound,
    pub(crate) gendered: Gendered,
    pub(crate) currency: Currency,
    pub(crate) money: Money,
    pub(crate) denial: Denial,
    pub(crate) received: Received,
    pub(crate) world: World,
    pub(crate) paying: Paying,
    pub(crate) office: Office,
    pub(crate) panel: Panel,
    pub(crate) origin: Origin,
    pub(crate) locality: Locality,
    pub(crate) applicant: Applicant,
    pub(crate) letters: Letters,
}

/// Where calls and laws are printed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gazette {
    /// What it is called.
    pub(crate) names: WordList,
    /// The rules of a call, and that they can be read there.
    pub(crate) rules: WordList,
    pub(crate) read: WordList,
    /// What is printed there and holds for many years.
    pub(crate) laws: WordList,
}

/// By which words a text calls a year its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CurrentYear {
    /// Says of a year that it is the current one.
    pub(crate) current: WordList,
    /// What is called so.
    pub(crate) years: WordList,
    /// Says that one can apply once more.
    pub(crate) again: WordList,
    /// May stand before its number.
    pub(crate) leads_on: WordList,
    /// Of a year of money.
    pub(crate) budget: WordList,
    /// Of a round that is another year's.
    pub(crate) coming: WordList,
    /// The year before it, in phrases.
    pub(crate) last_year: WordList,
}

/// What stands about the verbs of a stay.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Staying {
    /// Before one: it says only of whom or of what something else is said.
    pub(crate) subordinate: WordList,
    /// Behind one: there is time until that day.
    pub(crate) having: WordList,
}

/// Labels of an event.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Meeting {
    /// Of its days.
    pub(crate) when: WordList,
    /// Of its place.
    pub(crate) place: WordList,
}

/// Headings of what belongs to other pages, in normal form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Elsewhere {
    /// Other calls, and notices like this one: the call's own text ends above.
    #[serde(deserialize_with = "normal_lines")]
    pub(crate) calls: HashSet<String>,
    /// Articles and links beside this one.
    #[serde(deserialize_with = "normal_lines")]
    pub(crate) related: HashSet<String>,
    /// What the site published last or is read most.
    #[serde(deserialize_with = "normal_lines")]
    pub(crate) latest: HashSet<String>,
}

/// A fee that is handed in together with something else.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fee {
    pub(crate) joining: WordList,
    pub(crate) small: WordList,
    pub(crate) complement: WordList,
    pub(crate) being: WordList,
    pub(crate) waiving: WordList,
}

/// What parts and joins clauses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Clause {
    pub(crate) on_what: WordList,
    pub(crate) relative: WordList,
    pub(crate) of_a_plural: WordList,
    pub(crate) of_a_verb: Vec<(String, String)>,
    pub(crate) verb_last: WordList,
    pub(crate) helps: WordList,
    pub(crate) are: WordList,
    pub(crate) of_a_noun: WordList,
    pub(crate) people: WordList,
    pub(crate) includes: WordList,
    pub(crate) lacks: WordList,
    pub(crate) impersonal: WordList,
    pub(crate) conjunctions: WordList,
    pub(crate) each: WordList,
    pub(crate) articles: WordList,
    pub(crate) genitives: WordList,
    pub(crate) indefinite: WordList,
    pub(crate) given_to: WordList,
    pub(crate) attributive: WordList,
    pub(crate) behind_a_noun: WordList,
    pub(crate) sized_by: WordList,
    pub(crate) thousands: WordList,
    pub(crate) behind_a_comma: WordList,
    pub(crate) from_is_their_own: WordList,
    pub(crate) over: WordList,
    pub(crate) under: WordList,
    pub(crate) from_of_people: WordList,
    pub(crate) at_disposal: WordList,
    pub(crate) world: WordList,
    pub(crate) paid_last: WordList,
    pub(crate) becoming: WordList,
    pub(crate) inside: WordList,
    pub(crate) counts: WordList,
    pub(crate) covers: WordList,
    pub(crate) by_from: WordList,
    pub(crate) works: WordList,
    pub(crate) was: WordList,
    pub(crate) participles: WordList,
    pub(crate) plain_bodies: WordList,
    pub(crate) of_any_body: WordList,
    pub(crate) other_bodies: WordList,
    pub(crate) partitives: WordList,
    pub(crate) takes_some: WordList,
    pub(crate) by_last: WordList,
    /// A "to" that is one word with its article.
    pub(crate) fused_to: WordList,
    /// "Parishes" beside these are civil ones.
    pub(crate) civil_parishes: WordList,
    pub(crate) parishes: WordList,
    /// Behind a body: what it is there for.
    pub(crate) purposes: WordList,
    pub(crate) handed_in_last: WordList,
    pub(crate) cardinals: WordList,
    pub(crate) streets: WordList,
    pub(crate) two_citizenships: WordList,
}

/// German compounds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Compound {
    pub(crate) heads: WordList,
    pub(crate) prices: WordList,
}

/// How a word names women and men at once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gendered {
    pub(crate) marks: WordList,
    pub(crate) endings: WordList,
    pub(crate) weak_marks: WordList,
    pub(crate) weak_endings: WordList,
    pub(crate) plurals: Vec<(String, String)>,
    pub(crate) unchanged: WordList,
}

/// "All over the world", said of guests and of those who are helped.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct World {
    /// Who takes guests in.
    pub(crate) hosts: WordList,
    /// The German verb of it, which stands last.
    pub(crate) hosted_last: WordList,
    pub(crate) helping: WordList,
    pub(crate) helped: WordList,
    /// What the guests of a feast do.
    pub(crate) performing: WordList,
    /// Those who judge.
    pub(crate) judges: WordList,
    pub(crate) performing_first: WordList,
    pub(crate) which: WordList,
    /// Words for a journey, and what says that somebody comes from there.
    pub(crate) going: WordList,
    /// What takes place somewhere.
    pub(crate) events: WordList,
    /// Before the place to which one goes.
    pub(crate) towards: WordList,
    pub(crate) from: WordList,
    /// What honours some and shows others what they did, and what others read.
    pub(crate) honours: WordList,
    /// Where one goes, or what takes place there.
    pub(crate) stays: WordList,
    /// Whoever may do so is the one who applies.
    pub(crate) inviting: WordList,
    /// Behind guests, and before the verb.
    pub(crate) whom: WordList,
    pub(crate) infinitive: WordList,
    /// Before those who send what is asked for.
    pub(crate) sent: WordList,
    /// With whom one meets, or has ties.
    pub(crate) meeting: WordList,
    /// Before what one writes or speaks of.
    pub(crate) topics: WordList,
}

/// Who pays for those who come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paying {
    pub(crate) bears: WordList,
    /// The Arabic verb, which leads.
    pub(crate) bears_first: WordList,
    pub(crate) borne: WordList,
    pub(crate) gets: WordList,
    /// Before what somebody pays for himself.
    pub(crate) own: WordList,
}

/// The office where one hands in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Office {
    pub(crate) sends: WordList,
    pub(crate) rooms: WordList,
    pub(crate) at: WordList,
    /// How one authority is written with the letter for "to" or "in".
    pub(crate) one: WordList,
    /// What one does with the reader's own official, and whose he is.
    pub(crate) writes: WordList,
    pub(crate) yours: WordList,
}

/// Those who judge.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Panel {
    /// What its members do.
    pub(crate) sits: WordList,
}

/// Labels that tell where somebody may come from, and their values, all of them whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Origin {
    pub(crate) labels: WordList,
    pub(crate) restrictions: WordList,
    /// Of towns that are abroad, since one of ours calls them so.
    pub(crate) twins: WordList,
    pub(crate) everywhere: WordList,
    pub(crate) crossing: WordList,
    pub(crate) along: WordList,
    pub(crate) subject_endings: WordList,
    pub(crate) not_places: WordList,
    pub(crate) none: WordList,
    pub(crate) free: WordList,
}

/// Read once. The file is a part of the build, so that a broken one fails every test, and never a service.
pub(crate) static GRAMMAR: LazyLock<Grammar> =
    LazyLock::new(|| read().expect("config/grammar.toml is built in, and read in every test run"));

fn read() -> Result<Grammar, toml::de::Error> {
    toml::from_str(include_str!("../../config/grammar.toml"))
}

fn normal_lines<'de, D: Deserializer<'de>>(lines: D) -> Result<HashSet<String>, D::Error> {
    Ok(Vec::<String>::deserialize(lines)?.iter().map(|line| words::normal_text(line)).collect())
}

/// Does a word end with one of these?
pub(crate) fn ends(endings: &WordList, word: &str) -> bool {
    endings.iter().any(|ending| word.ends_with(ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_words_of_grammar_are_read_and_small() {
        let grammar = read().unwrap();
        let fee = &grammar.fee;
        for word in [&grammar.between, &grammar.month_end, &fee.joining, &fee.small, &fee.complement, &fee.being]
            .into_iter()
            .flat_map(|list| list.iter())
        {
            assert_eq!(&word.to_lowercase(), word);
        }
        assert!(grammar.currency.codes.iter().all(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())));
        assert!(grammar.currency.names.iter().all(|(names, _)| !names.is_empty()));
    }
}
