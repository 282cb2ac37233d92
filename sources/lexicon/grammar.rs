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

/// The words of grammar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Grammar {
    /// Makes of two joined days or sums the ends of a span.
    pub(crate) between: Vec<String>,
    /// Before a month, its last day.
    pub(crate) month_end: Vec<String>,
    /// How an hour of the United States is marked, as it is written.
    pub(crate) american_zones: Vec<String>,
    /// Behind a number with a point these make no day of it.
    pub(crate) units: Vec<String>,
    /// Before it these do.
    pub(crate) measures: Vec<String>,
    /// Labels of days in a card, in normal form.
    #[serde(deserialize_with = "normal_lines")]
    pub(crate) labels: HashSet<String>,
    /// Headings of a timetable, in normal form.
    #[serde(deserialize_with = "normal_lines")]
    pub(crate) timetables: HashSet<String>,
    /// What stands last in a line before the day that the next one begins with ("the closing date is the").
    pub(crate) before_a_day: Vec<String>,
    /// How the foot of a page ends that begins with its year ("2027 All rights reserved").
    pub(crate) reserved: Vec<String>,
    /// The word for rights before it.
    pub(crate) rights: Vec<String>,
    /// At the head of a text: which issue it stands in.
    pub(crate) issues: Vec<String>,
    /// In a title: what is published on its day, and tells of many things.
    pub(crate) bulletins: Vec<String>,
    /// Says that something is not.
    pub(crate) negation: Vec<String>,
    /// Goes on to what is otherwise.
    pub(crate) contrast: Vec<String>,
    /// Leads on to those for whom something is.
    pub(crate) addressing: Vec<String>,
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
    pub(crate) pronouns: Vec<String>,
    /// Those who stand for election.
    pub(crate) chosen: Vec<String>,
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
    pub(crate) names: Vec<String>,
    /// The rules of a call, and that they can be read there.
    pub(crate) rules: Vec<String>,
    pub(crate) read: Vec<String>,
    /// What is printed there and holds for many years.
    pub(crate) laws: Vec<String>,
}

/// By which words a text calls a year its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CurrentYear {
    /// Says of a year that it is the current one.
    pub(crate) current: Vec<String>,
    /// What is called so.
    pub(crate) years: Vec<String>,
    /// Says that one can apply once more.
    pub(crate) again: Vec<String>,
    /// May stand before its number.
    pub(crate) leads_on: Vec<String>,
    /// Of a year of money.
    pub(crate) budget: Vec<String>,
    /// Of a round that is another year's.
    pub(crate) coming: Vec<String>,
    /// The year before it, in phrases.
    pub(crate) last_year: Vec<String>,
}

/// What stands about the verbs of a stay.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Staying {
    /// Before one: it says only of whom or of what something else is said.
    pub(crate) subordinate: Vec<String>,
    /// Behind one: there is time until that day.
    pub(crate) having: Vec<String>,
}

/// Labels of an event.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Meeting {
    /// Of its days.
    pub(crate) when: Vec<String>,
    /// Of its place.
    pub(crate) place: Vec<String>,
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
    pub(crate) joining: Vec<String>,
    pub(crate) small: Vec<String>,
    pub(crate) complement: Vec<String>,
    pub(crate) being: Vec<String>,
    pub(crate) waiving: Vec<String>,
}

/// What parts and joins clauses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Clause {
    pub(crate) on_what: Vec<String>,
    pub(crate) relative: Vec<String>,
    pub(crate) of_a_plural: Vec<String>,
    pub(crate) of_a_verb: Vec<(String, String)>,
    pub(crate) verb_last: Vec<String>,
    pub(crate) helps: Vec<String>,
    pub(crate) are: Vec<String>,
    pub(crate) of_a_noun: Vec<String>,
    pub(crate) people: Vec<String>,
    pub(crate) includes: Vec<String>,
    pub(crate) lacks: Vec<String>,
    pub(crate) impersonal: Vec<String>,
    pub(crate) conjunctions: Vec<String>,
    pub(crate) each: Vec<String>,
    pub(crate) articles: Vec<String>,
    pub(crate) genitives: Vec<String>,
    pub(crate) indefinite: Vec<String>,
    pub(crate) given_to: Vec<String>,
    pub(crate) attributive: Vec<String>,
    pub(crate) behind_a_noun: Vec<String>,
    pub(crate) sized_by: Vec<String>,
    pub(crate) thousands: Vec<String>,
    pub(crate) behind_a_comma: Vec<String>,
    pub(crate) from_is_their_own: Vec<String>,
    pub(crate) over: Vec<String>,
    pub(crate) under: Vec<String>,
    pub(crate) from_of_people: Vec<String>,
    pub(crate) at_disposal: Vec<String>,
    pub(crate) world: Vec<String>,
    pub(crate) paid_last: Vec<String>,
    pub(crate) becoming: Vec<String>,
    pub(crate) inside: Vec<String>,
    pub(crate) counts: Vec<String>,
    pub(crate) covers: Vec<String>,
    pub(crate) by_from: Vec<String>,
    pub(crate) works: Vec<String>,
    pub(crate) was: Vec<String>,
    pub(crate) participles: Vec<String>,
    pub(crate) plain_bodies: Vec<String>,
    pub(crate) of_any_body: Vec<String>,
    pub(crate) other_bodies: Vec<String>,
    pub(crate) partitives: Vec<String>,
    pub(crate) takes_some: Vec<String>,
    pub(crate) by_last: Vec<String>,
    /// A "to" that is one word with its article.
    pub(crate) fused_to: Vec<String>,
    /// "Parishes" beside these are civil ones.
    pub(crate) civil_parishes: Vec<String>,
    pub(crate) parishes: Vec<String>,
    /// Behind a body: what it is there for.
    pub(crate) purposes: Vec<String>,
    pub(crate) handed_in_last: Vec<String>,
    pub(crate) cardinals: Vec<String>,
    pub(crate) streets: Vec<String>,
    pub(crate) two_citizenships: Vec<String>,
}

/// German compounds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Compound {
    pub(crate) heads: Vec<String>,
    pub(crate) prices: Vec<String>,
}

/// How a word names women and men at once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gendered {
    pub(crate) marks: Vec<String>,
    pub(crate) endings: Vec<String>,
    pub(crate) weak_marks: Vec<String>,
    pub(crate) weak_endings: Vec<String>,
    pub(crate) plurals: Vec<(String, String)>,
    pub(crate) unchanged: Vec<String>,
}

/// "All over the world", said of guests and of those who are helped.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct World {
    /// Who takes guests in.
    pub(crate) hosts: Vec<String>,
    /// The German verb of it, which stands last.
    pub(crate) hosted_last: Vec<String>,
    pub(crate) helping: Vec<String>,
    pub(crate) helped: Vec<String>,
    /// What the guests of a feast do.
    pub(crate) performing: Vec<String>,
    pub(crate) performing_first: Vec<String>,
    pub(crate) which: Vec<String>,
    /// Words for a journey, and what says that somebody comes from there.
    pub(crate) going: Vec<String>,
    pub(crate) from: Vec<String>,
    /// What honours some and shows others what they did, and what others read.
    pub(crate) honours: Vec<String>,
    /// Where one goes, or what takes place there.
    pub(crate) stays: Vec<String>,
    /// Whoever may do so is the one who applies.
    pub(crate) inviting: Vec<String>,
    /// Behind guests, and before the verb.
    pub(crate) whom: Vec<String>,
    pub(crate) infinitive: Vec<String>,
    /// Before those who send what is asked for.
    pub(crate) sent: Vec<String>,
    /// With whom one meets, or has ties.
    pub(crate) meeting: Vec<String>,
    /// Before what one writes or speaks of.
    pub(crate) topics: Vec<String>,
}

/// Who pays for those who come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paying {
    pub(crate) bears: Vec<String>,
    /// The Arabic verb, which leads.
    pub(crate) bears_first: Vec<String>,
    pub(crate) borne: Vec<String>,
    pub(crate) gets: Vec<String>,
    /// Before what somebody pays for himself.
    pub(crate) own: Vec<String>,
}

/// The office where one hands in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Office {
    pub(crate) sends: Vec<String>,
    pub(crate) rooms: Vec<String>,
    /// How one authority is written with the letter for "to" or "in".
    pub(crate) one: Vec<String>,
    /// What one does with the reader's own official, and whose he is.
    pub(crate) writes: Vec<String>,
    pub(crate) yours: Vec<String>,
}

/// Those who judge.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Panel {
    /// What its members do.
    pub(crate) sits: Vec<String>,
}

/// Labels that tell where somebody may come from, and their values, all of them whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Origin {
    pub(crate) labels: Vec<String>,
    pub(crate) restrictions: Vec<String>,
    /// Of towns that are abroad, since one of ours calls them so.
    pub(crate) twins: Vec<String>,
    pub(crate) everywhere: Vec<String>,
    pub(crate) crossing: Vec<String>,
    pub(crate) along: Vec<String>,
    pub(crate) subject_endings: Vec<String>,
    pub(crate) not_places: Vec<String>,
    pub(crate) none: Vec<String>,
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

/// Does a list hold this word?
pub(crate) fn holds(list: &[String], word: &str) -> bool {
    list.iter().any(|one| one == word)
}

/// Does a word end with one of these?
pub(crate) fn ends(endings: &[String], word: &str) -> bool {
    endings.iter().any(|ending| word.ends_with(ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_words_of_grammar_are_read_and_small() {
        let grammar = read().unwrap();
        let fee = &grammar.fee;
        for word in
            [&grammar.between, &grammar.month_end, &fee.joining, &fee.small, &fee.complement, &fee.being].into_iter().flatten()
        {
            assert_eq!(&word.to_lowercase(), word);
        }
        assert!(grammar.currency.codes.iter().all(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())));
        assert!(grammar.currency.names.iter().all(|(names, _)| !names.is_empty()));
    }
}
