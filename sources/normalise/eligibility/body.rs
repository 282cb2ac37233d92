//! May a local authority apply? Told from the sentences that say who applies, comes, or is looked for.

use super::super::deadline::words_in;
use super::super::evidence::{Found, found};
use super::super::reading::Reading;
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::{Hit, Lexicon, Role};
use crate::opportunity::{Answer, Kind, Verdict};

/// "Municipalities are not eligible": so many words at most lie between.
const EXCLUSION_REACH: usize = 4;

/// "Employees of the environmental departments of our towns": so many words at most lie between.
const STAFF_REACH: usize = 7;

/// With nobody else named between.
const EXCLUSION_FAR: usize = 8;

/// "Only registered charities may apply": so many words at most lie between.
const ONLY_REACH: usize = 3;

/// "Other authorities", "רשויות אחרות": side by side, with an article at most.
const OTHER_REACH: usize = 2;

/// "Public bodies, universities and non-profit associations are not eligible": a part of such a list is a noun with an adjective or
/// two, and what is longer says something by itself.
const WORDS_OF_A_PART: usize = 3;

/// In a text no longer than this all is about the call: where no verb says who applies, it is those whom it names. In a longer one
/// they may be anybody of whom it tells.
const SENTENCES_OF_A_NOTICE: usize = 15;

/// The answer of the text, if it gives one.
///
/// Authorities named without condition are a `yes`, but one condition anywhere makes it `conditional`: to doubt costs a look,
/// a false `yes` costs an application.
pub(super) fn answer(reading: &Reading, known: &Known<'_>, lexicon: &Lexicon) -> Option<Answer> {
    // Whoever is named at a conference, a fair, an exchange or a partner search is who comes, verb or no verb.
    let gathering = matches!(known.kind, Kind::Conference | Kind::Exhibition | Kind::Exchange | Kind::Partnership);
    // Whom a course is for, those take it.
    let taught = |sentence: &Sentence<'_>| {
        known.kind == Kind::Training
            && (sentence.is_for_applicants() || sentence.has(Role::Official) || staff(sentence).is_some())
    };
    let mut seen = Seen { kind: Some(known.kind), ..Seen::default() };
    let mut named = (reading.sentences.len() <= SENTENCES_OF_A_NOTICE).then(|| seen.clone());
    let mut labelled = false;
    for sentence in Sentence::all(reading, lexicon) {
        if labelled || sentence.about_applying() || sentence.in_title || gathering || taught(&sentence) {
            seen.read(&sentence);
        }
        seen.read_limit(&sentence);
        if let Some(named) = &mut named {
            named.read(&sentence);
            named.read_limit(&sentence);
        }
        labelled = sentence.is_label() && !sentence.in_title;
    }
    seen.answer().or_else(|| named?.answer())
}

/// The answer of a field that names the applicants.
pub(super) fn of_field(field: &Reading, lexicon: &Lexicon) -> Option<Answer> {
    let mut seen = Seen::default();
    for sentence in Sentence::all(field, lexicon) {
        seen.read(&sentence);
    }
    seen.answer()
}

#[derive(Clone, Default)]
struct Seen {
    kind: Option<Kind>,
    authority: Option<Found>,
    /// Named in the title alone: "Youth Cities Lab" may be for anybody.
    titled: Option<Found>,
    conditional: Option<Found>,
    limited: Option<Found>,
    official: Option<Found>,
    partner: Option<Found>,
    excluded: Option<Found>,
    /// Others alone may apply, or people for themselves.
    exclusive: Option<Found>,
    /// An authority with the word of applying right behind it: "municipalities may apply".
    applies: bool,
    other: Option<Found>,
    /// Others are named as those who apply, and not only in passing.
    other_applies: bool,
}

impl Seen {
    fn read(&mut self, sentence: &Sentence<'_>) {
        let quoted = |hit: &Hit, rule: &str| found(sentence.quote(hit), rule);
        if sentence.has(Role::Personal) {
            self.exclusive.get_or_insert_with(|| found(sentence.text, "body.personal"));
        } else if others_alone(sentence) {
            self.exclusive.get_or_insert_with(|| found(sentence.text, "body.others_alone"));
        }
        // French looks for "des villes": whoever is named in a search for partners is looked for.
        let sought = || sentence.of(Role::LocalAuthority).next().filter(|_| self.kind == Some(Kind::Partnership));
        if let Some(authority) = sentence.subjects(Role::LocalAuthority).next().or_else(sought) {
            // A partner search tells the seeker's own size and seat: no condition on those who answer.
            let conditional = sentence.is_conditional() && self.kind != Some(Kind::Partnership);
            self.applies |=
                sentence.of(Role::Apply).any(|apply| authority.last < apply.first && near(apply, authority, ONLY_REACH));
            if sentence.of(Role::Excluded).any(|excluded| excludes(sentence, excluded, authority)) {
                if sentence.has(Role::OtherCountries) {
                    // Whose country is out says nothing of the body.
                } else if sentence.of(Role::Other).any(|other| near(other, authority, OTHER_REACH)) {
                    // "Other authorities may not apply": some are named, and they may.
                    self.conditional.get_or_insert_with(|| found(sentence.text, "body.others_excluded"));
                } else {
                    self.excluded.get_or_insert_with(|| found(sentence.text, "body.excluded"));
                }
            } else if sentence.has(Role::Joins) && self.kind != Some(Kind::Partnership) {
                // Where somebody looks for partners, to join is to apply.
                self.partner.get_or_insert_with(|| found(sentence.text, "body.joins"));
            } else if conditional {
                self.conditional.get_or_insert_with(|| found(sentence.text, "body.condition"));
            } else if person_leads(sentence, authority) {
                self.other.get_or_insert_with(|| found(sentence.text, "body.person"));
            } else {
                let named = if sentence.in_title { &mut self.titled } else { &mut self.authority };
                named.get_or_insert_with(|| quoted(authority, "body.local_authority"));
            }
        } else if let Some(official) = sentence.subjects(Role::Official).next().or_else(|| staff(sentence)) {
            let rule = if sentence.is_conditional() { "body.official_condition" } else { "body.official" };
            self.official.get_or_insert_with(|| quoted(official, rule));
        } else if let Some(other) = sentence.subjects(Role::OtherBody).next().or_else(|| sentence.subjects(Role::Person).next()) {
            // Those named at a fair or an exchange are who comes; the public of a conference is wider than those it names.
            // Whom a title names may be whom it is about ("taking in young people"), unless it is for them.
            let is_for = || sentence.comes_after(other, Role::For) || sentence.quote(other).starts_with('ל');
            let told = sentence.about_applying() && (!sentence.in_title || is_for());
            self.other_applies |=
                told && self.kind != Some(Kind::Conference) || matches!(self.kind, Some(Kind::Exhibition | Kind::Exchange));
            self.other.get_or_insert_with(|| quoted(other, "body.others"));
        }
    }

    /// A size or a membership that is asked for in another sentence than the one that names the authorities.
    fn read_limit(&mut self, sentence: &Sentence<'_>) {
        // To have a word of applying is to be about it.
        let speaks = sentence.has(Role::LocalAuthority) || sentence.has(Role::Apply) && !sentence.has_applicant();
        if speaks && sentence.is_limited() && self.kind != Some(Kind::Partnership) {
            self.limited.get_or_insert_with(|| found(sentence.text, "body.limit"));
        }
    }

    fn answer(self) -> Option<Answer> {
        if let Some(found) = self.excluded {
            return Some(say(Verdict::No, found));
        }
        if let Some(found) = self.exclusive.filter(|_| !self.applies) {
            return Some(say(Verdict::No, found));
        }
        if let Some(found) = self.conditional {
            return Some(say(Verdict::Conditional, found));
        }
        if let Some(found) = self.partner {
            return Some(say(Verdict::Partner, found));
        }
        // Where the text names others or people of an authority as those who apply, authorities in the title alone are not they.
        let titled = self.titled.filter(|_| !self.other_applies && self.official.is_none());
        let named = self.authority.or(titled);
        if let Some(found) = self.limited.filter(|_| named.is_some()) {
            return Some(say(Verdict::Conditional, found));
        }
        if let Some(found) = named {
            return Some(say(Verdict::Yes, found));
        }
        if let Some(found) = self.official {
            return Some(say(Verdict::Conditional, found));
        }
        self.other.filter(|_| self.other_applies).map(|found| say(Verdict::No, found))
    }
}

/// "Staff of youth departments in local authorities": people of an authority, which stands behind them in the sentence.
fn staff<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    let staff = sentence.first(Role::Staff)?;
    sentence
        .of(Role::LocalAuthority)
        .any(|authority| staff.last < authority.first && near(staff, authority, STAFF_REACH))
        .then_some(staff)
}

/// "Municipalities (…) are not eligible", "town councils may advertise the scheme but do not apply": others named between are those
/// who are excluded, unless they stand right beside.
fn excludes(sentence: &Sentence<'_>, excluded: &Hit, authority: &Hit) -> bool {
    let others_between = || sentence.nouns().any(|noun| authority.last < noun.first && noun.last < excluded.first);
    near(excluded, authority, EXCLUSION_REACH)
        || is_one_list(sentence, authority, excluded)
        || excluded.first > authority.last && near(excluded, authority, EXCLUSION_FAR) && !others_between()
}

/// "Municipalities, companies and universities are not eligible": a list with one word for all of it.
fn is_one_list(sentence: &Sentence<'_>, authority: &Hit, excluded: &Hit) -> bool {
    if excluded.first <= authority.last
        || sentence.of(Role::Apply).any(|apply| authority.last < apply.first && apply.last < excluded.first)
    {
        return false;
    }
    let between = sentence.between(authority, excluded);
    between.contains([',', '،']) && between.split([',', '،']).flat_map(parts).all(|part| words_in(part) <= WORDS_OF_A_PART)
}

fn parts(list: &str) -> Vec<&str> {
    let mut parts = vec![list];
    for word in CONJUNCTIONS {
        parts = parts.into_iter().flat_map(|part| part.split(word)).collect();
    }
    parts
}

/// "Only companies may apply": others, with "only" beside them, and no authority among them.
fn others_alone(sentence: &Sentence<'_>) -> bool {
    const ONE: [&str; 8] = ["one", "per", "pro", "je", "par", "por", "eine", "une"];
    if !sentence.has(Role::Apply)
        || sentence.has(Role::Joins)
        || sentence.has(Role::LocalAuthority)
        || sentence.has(Role::Official)
    {
        return false;
    }
    let others = || sentence.subjects(Role::OtherBody).chain(sentence.subjects(Role::Person));
    sentence.of(Role::Only).any(|only| {
        others().any(|other| {
            // "Only one application per association" restricts no kind of applicant.
            let between = if only.first < other.first { sentence.between(only, other) } else { "" };
            near(only, other, ONLY_REACH) && !between.split_whitespace().any(|word| ONE.contains(&word))
        })
    })
}

/// "Students from our cities": a person stands before the authority, and no comma or "and" makes a list of them.
fn person_leads(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let first = sentence.first(Role::Person);
    first.is_some_and(|person| {
        person.end < authority.start && authority.first - person.last > 1 && !lists(sentence, person, authority)
    })
}

const CONJUNCTIONS: [&str; 9] = [" and ", " or ", " et ", " ou ", " und ", " oder ", " y ", " o ", " ו"];

fn lists(sentence: &Sentence<'_>, person: &Hit, authority: &Hit) -> bool {
    let between = sentence.between(person, authority);
    between.contains(',') || CONJUNCTIONS.iter().any(|word| between.contains(word))
}
