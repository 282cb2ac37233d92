//! `config/eligibility.toml`: facts on programmes, each with its source and its dates, and the words that say who may apply.

use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::file::{read, terms};
use super::{Compile, Tag, Tongue};
use crate::opportunity::Verdict;
use crate::roadmap::ConfigError;

/// Which of the three questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// Is Israel in?
    Country,
    /// May a local authority apply?
    Body,
    /// Does the territorial clause bear on it?
    Place,
}

/// A fact on a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its name in evidence.
    pub id: String,
    /// Which question it answers.
    pub axis: Axis,
    /// The answer.
    pub verdict: Verdict,
    /// Framework names, lower case.
    pub frameworks: Vec<String>,
    /// Patterns of programme identifiers; `*` stands for anything, and so does the end.
    pub programmes: Vec<String>,
    /// Where the fact is written down.
    pub source: String,
    /// Who keeps it true.
    pub owner: String,
    /// First day on which it holds.
    pub valid_from: Option<NaiveDate>,
    /// Last day on which it holds.
    pub valid_to: Option<NaiveDate>,
}

/// The part that a word plays in a sentence on who may apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// "municipalities"
    LocalAuthority,
    /// "mayors": people of a local authority.
    Official,
    /// "companies", "NGOs".
    OtherBody,
    /// "students", "artists".
    Person,
    /// "researchers": persons whom a conference asks for papers; no town is among them.
    Scholar,
    /// "can apply", "open to", "are invited".
    Apply,
    /// "applications from", "supports projects of": who stands behind hands in; a word of applying too.
    HandsIn,
    /// "as associates": those named join a lead of others.
    Joins,
    /// A restriction on those named: "rural", "members of".
    Condition,
    /// "inhabitants": a restriction on those named where a number stands beside it.
    Headcount,
    /// A restriction by size, which holds wherever the text says it: "with a population of".
    Limit,
    /// "Member cities", "signatories": a restriction on those named that says nothing of their size, and bears on the country too.
    Membership,
    /// "Embassy Tel Aviv": a body from abroad with its seat here, which mostly speaks to those here.
    SeatedHere,
    /// "staff", "employees": before a local authority they are its people, and it does not apply itself.
    Staff,
    /// "Countries": what is counted beside "more than".
    Counted,
    /// "Fewer than": a restriction on those named where a number stands behind it; without one it is none ("menores de Aragón").
    Comparison,
    /// "Aged", "in grades": people where a number stands beside it.
    Aged,
    /// "Workshop", "dinner": a part of what takes place; who alone may come to it says nothing of the whole.
    Session,
    /// "With": whoever stands behind goes along ("with a local partner").
    With,
    /// "Or": of those named on both sides one is meant.
    Either,
    /// "Carried out in": what stands behind is where the work is done.
    SitedIn,
    /// A name in which no word is what it looks like: "Sister Cities International", "EU institutions".
    Mute,
    /// "of", "from": what follows is where others come from.
    From,
    /// "for": what follows is whom something is offered to.
    For,
    /// "worldwide", "any country".
    Worldwide,
    /// "regardless of nationality": nobody is asked where he is from.
    AnyNationality,
    /// "or foreign".
    Foreign,
    /// "joint projects", "cooperation between": those named do it together, and one of them hands in.
    Joint,
    /// "partner city abroad".
    Partner,
    /// "based in", "residents of".
    Seat,
    /// A group of countries, Israel not among them: "EU member states only".
    ElsewhereOnly,
    /// "associated countries": states outside a programme that take part in it, among which Israel may be.
    Associated,
    /// An Israeli authority, fund or decision: whoever reads it is at home.
    IsraeliCaller,
    /// "רשויות מקומיות": whoever writes it mostly means those at home, but may mean others.
    HomeWord,
    /// "included", "eligible countries": what stands beside may take part.
    Included,
    /// "not eligible", "excluded": what stands beside may not.
    Excluded,
    /// "except": what stands behind is taken out of a whole that stays in.
    Except,
    /// "not", "no": beside a word of exclusion it takes that back ("not excluded").
    Not,
    /// "but": a new thought about those named before.
    But,
    /// "outside the union": where Israel is.
    Outside,
    /// "from abroad": where it is shut out, so is Israel; to open to Israel it says too little.
    Abroad,
    /// "Ohio", "bretonnes": a part of another country.
    Region,
    /// "provides the test site": what an authority does for an applicant.
    Helper,
    /// "sell to", "meet": who stands behind is a client or a guest.
    Client,
    /// "in cooperation with": who stands behind goes along with an applicant.
    Beside,
    /// "entries", "costs": what is handed in or asked for.
    Thing,
    /// "by": before those who do it.
    By,
    /// "may", "can": a bare modal verb.
    May,
    /// "as lead applicant": the part of the one who hands in.
    Lead,
    /// "members": those who belong to the caller.
    Member,
    /// "members or not": no membership is asked for.
    Waives,
    /// "only", "exclusively": beside a noun it shuts all others out.
    Only,
    /// "Other" beside a noun: those that are not named.
    Other,
    /// "of other countries": those where nobody named is at home.
    OtherCountries,
    /// People take part for themselves, and nobody for a body.
    Personal,
    /// "must lie in": the countries named are the only ones.
    MustLieIn,
    /// "from the following countries": so are these, where the sentence is about applying.
    ListedIn,
    /// "Eligible countries": heads a list of the countries whose people may apply.
    CountryHead,
    /// "lead partner", "at least one of them": a condition on one of several.
    OneOfSeveral,
    /// "the lines of 1967": the territorial clause of the European Union.
    Territory,
    /// "עיריית חיפה", "Municipality of Haifa": a town of ours, which is at home where it is the one who calls.
    HomeCity,
    /// "So can", "likewise": those named may do what the sentence before says of others.
    Likewise,
    /// "Haifa": a place of ours by its bare name; who is bound to it is at home.
    HomePlace,
    /// "Invites", "hands out": with this verb behind its name an authority calls others and does not apply.
    Calls,
    /// "Residents of": persons where a word of applying stands beside it, and whose grief or joy it is where none does.
    Resident,
    /// "Links", "brings together": what a network does with its cities, and no invitation to them.
    Unites,
    /// "Associations of municipalities": bodies whose members are local authorities.
    Union,
    /// "For a master's degree": a scholarship for it goes to persons.
    Degree,
    /// "Association", "league": whoever stands in the genitive behind it is part of a body's name.
    Organisation,
    /// "Cities" in "League of California Cities": nobody who applies, but it tells where the body is at home. No list has it.
    InName,
    /// "Sister cities": authorities where they act or get something, and a word in passing elsewhere.
    TwinTowns,
    /// "Municipality", "city": one authority, which applies where it is named as the applicant.
    OneAuthority,
    /// "Governments", "public body": a local authority where the local level is named beside it.
    PublicBody,
    /// "Charity", "school": one body that is no authority, which stands for its kind behind "any" and where it is named as the applicant.
    OneOther,
    /// "Are you a": who stands right behind is who may apply.
    Reader,
    /// "In favour of": whoever stands behind gets something out of it, and does not apply.
    Benefit,
    /// "Must be submitted by", "the applicant is": who stands behind applies.
    NamesApplicant,
    /// "People": those who live in a town, where a number stands before them.
    Souls,
    /// "Whose", "that have": behind those named a clause that lets in some of them.
    Restricts,
    /// "That have questions": a clause that restricts nobody.
    Willing,
    /// "Bring together", "lets citizens meet": what a call wants of people, and does not ask of them.
    Meets,
    /// "How", "whether": whoever stands behind is what a text is about.
    AsksHow,
    /// "Topics:": so is whoever stands behind its colon.
    Themes,
    /// "Non-governmental", "without profit": what a body is, whose "not" and "without" deny and ask nothing.
    NonProfit,
    /// "Small": beside "large" in one sentence every size is meant.
    Small,
    /// "Large".
    Large,
    /// "Jewish communities": those abroad.
    Diaspora,
    /// "Jüdische Gemeinden", "parishes": bodies that share a word with authorities and are none.
    Congregation,
    /// "Open to": the countries right behind it are let in, and no others.
    OpensTo,
    /// "EU Member States": where they are let in, others are not; elsewhere they are only spoken of.
    Bloc,
    /// "Africa": a part of the world where neither Israel nor its neighbours are.
    FarRegion,
    /// "Supports": whose deeds are supported, those apply; behind it a Hebrew "in the authorities" is whom something is for.
    Backs,
    /// "Write", "film": what persons do who take part.
    Makes,
    /// "Foreign civil servants": let in where something is for them.
    ForeignStaff,
    /// "The stay of": who stands behind is a guest, and somebody else applies.
    Hosts,
    /// "Call for papers": in the title it says that scholars come, and whoever else is named is what they speak about.
    Papers,
    /// "Honours", "rewards": what a prize does to deeds.
    Honours,
    /// "Practices", "projects": deeds that a prize honours.
    Deed,
    /// "Theses on", "the colloquium is about": whoever stands behind is what is written or spoken about.
    Writing,
    /// "Stands ready": what is at somebody's disposal does so.
    Stands,
    /// "Worked for": those for whom others worked are not who applies.
    Serves,
    /// "Jury", "speakers:": whoever stands behind judges or speaks, and does not apply.
    Panel,
    /// "Presented the call", "will help you": what officials do for a call without applying.
    Presents,
    /// "Funded", "founded": with a "by" behind it, before those who pay for a call or founded it.
    Funded,
    /// "Organised": so for those who hold it; behind the deeds of somebody it says that they are his.
    Held,
    /// "With the support of": whoever stands behind pays for a call, founded it or holds it.
    PaidBy,
    /// "Fund", "offer": what those do who pay, where what they give stands behind it.
    Pays,
    /// "Funders": with a colon or an "are" behind it, a list of those who pay.
    Payer,
    /// "The site", "the project area": what lies in the places that are named behind it.
    Area,
    /// "Trains": whoever stands behind learns.
    Trains,
    /// "Specialists": those who are trained for somebody.
    Expert,
    /// "Help", "give": what projects do for those who stand behind.
    Aims,
    /// "Represents": whoever stands behind has somebody to speak for him.
    Represents,
    /// "International": beside the people of one country it is those of all others.
    International,
    /// "Coming from": where those who apply come from, where it begins a note.
    Comes,
    /// "Organisation", "partner": those of whom a list tells where they are from, whatever kind of body they are.
    Participant,
    /// "Countries", "Programme area": with a colon behind it, and nothing before it, what heads a list of countries.
    CountryLabel,
    /// "Is closed", "will choose the winners": what the one does who runs a call.
    Runs,
    /// "Projects", "ideas", "experience": what anybody may have, so that to ask for it shuts nobody out.
    Common,
    /// "Categories", "lots": of one among several the rest of a call is free.
    Lots,
    /// "Special prize": one that some can win beside the others.
    OneLot,
    /// "Make easier", "enable": what an offer does for those whom it is for.
    Eases,
}

/// Words that play one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleCue {
    /// Name of the rule, e.g. `body.local_authority`.
    pub id: String,
    /// The part.
    pub role: Role,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Spanned<RuleEntry>>,
    word: Vec<WordEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    id: String,
    axis: Axis,
    verdict: Verdict,
    #[serde(default)]
    frameworks: Vec<String>,
    #[serde(default)]
    programmes: Vec<String>,
    source: String,
    owner: String,
    #[serde(default)]
    valid_from: Option<String>,
    #[serde(default)]
    valid_to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordEntry {
    id: String,
    role: Role,
    #[serde(default)]
    he: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    fr: Vec<String>,
    #[serde(default)]
    de: Vec<String>,
    #[serde(default)]
    es: Vec<String>,
    #[serde(default)]
    ar: Vec<String>,
}

pub(super) fn load(path: &Path, compile: &mut Compile, errors: &mut Vec<ConfigError>) -> (Vec<RoleCue>, Vec<Rule>) {
    let Some(file) = read::<File>(path, errors) else { return Default::default() };
    let mut rules = Vec::new();
    for entry in &file.value.rule {
        let (at, entry) = (entry.span().start, entry.get_ref());
        if entry.frameworks.is_empty() && entry.programmes.is_empty() {
            errors.push(
                file.mistake(at, format!("rule \"{}\" names neither frameworks nor programmes, so it never holds", entry.id)),
            );
        }
        let day = |written: &Option<String>, errors: &mut Vec<ConfigError>| {
            let written = written.as_deref()?;
            let day = written.parse::<NaiveDate>().ok();
            if day.is_none() {
                errors.push(file.mistake(at, format!("rule \"{}\": `{written}` is no day; write YYYY-MM-DD", entry.id)));
            }
            day
        };
        let (valid_from, valid_to) = (day(&entry.valid_from, errors), day(&entry.valid_to, errors));
        for framework in &entry.frameworks {
            compile.add(framework, Tongue::En, Tag::Rule(rules.len()));
        }
        rules.push(Rule {
            id: entry.id.clone(),
            axis: entry.axis,
            verdict: entry.verdict,
            frameworks: entry.frameworks.iter().map(|name| name.to_lowercase()).collect(),
            programmes: entry.programmes.clone(),
            source: entry.source.clone(),
            owner: entry.owner.clone(),
            valid_from,
            valid_to,
        });
    }
    let mut parts = Vec::new();
    for entry in &file.value.word {
        let lists = [
            (Tongue::He, entry.he.as_slice()),
            (Tongue::En, &entry.en),
            (Tongue::Fr, &entry.fr),
            (Tongue::De, &entry.de),
            (Tongue::Es, &entry.es),
            (Tongue::Ar, &entry.ar),
        ];
        compile.add_all(terms(lists), Tag::Role(parts.len()));
        parts.push(RoleCue { id: entry.id.clone(), role: entry.role });
    }
    (parts, rules)
}

impl Rule {
    /// Does the fact hold on this day?
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// Is it about this programme identifier?
    pub fn covers_programme(&self, programme: &str) -> bool {
        self.programmes.iter().any(|pattern| matches(pattern, programme))
    }

    /// Is it about this framework programme?
    pub fn covers_framework(&self, framework: &str) -> bool {
        let framework = framework.to_lowercase();
        self.frameworks.iter().any(|name| framework.contains(name.as_str()))
    }
}

/// `HORIZON-EIC-*-ACCELERATOR` style patterns, anchored at the start only.
fn matches(pattern: &str, programme: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|head| programme.strip_prefix(head)) else { return false };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_in_a_programme_pattern_stands_for_anything_between() {
        assert!(matches("HORIZON-EIC-*ACCELERATOR", "HORIZON-EIC-2027-ACCELERATOR-01"));
        assert!(!matches("HORIZON-EIC-*ACCELERATOR", "HORIZON-EIC-2027-PATHFINDER-01"));
        assert!(!matches("HORIZON-", "CERV-2027-HORIZON-1"));
    }
}
