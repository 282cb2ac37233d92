//! From what was understood to what the engine is asked.

use std::sync::Arc;

use tantivy::Score;
use tantivy::query::{AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query, TermQuery, TermSetQuery};
use tantivy::schema::{Field, IndexRecordOption};

use crate::analysis::{STEM_MARK, WordTerms};
use crate::any_of::{AnyOf, Way};
use crate::beginning::Beginning;
use crate::elsewhere::Elsewhere;
use crate::excluded::Excluded;
use crate::fields::Fields;
use crate::memory::{Memory, Part};
use crate::moment::may_become;
use crate::query::Filters;
use crate::ranking;
use crate::thesaurus::Term;
use crate::typed::Typed;
use crate::unit::{Unit, Word};

/// How much of what is wanted a record must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Need {
    /// Everything but stop words.
    All,
    /// At least half of it: a record with one of five words is not what was looked for.
    Half,
    /// Something.
    Any,
}

/// What a question is asked of.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'g> {
    pub(crate) fields: Fields,
    pub(crate) memory: &'g Arc<Memory>,
    /// The languages that its texts are in, as far as another language's names are to be kept out of them.
    pub(crate) languages: &'g [&'static str],
}

/// The engine's query for what was typed, narrowed by the filters.
pub(crate) fn query(typed: &Typed, filters: &Filters, need: Need, ground: Ground<'_>) -> Box<dyn Query> {
    let Ground { fields, memory, .. } = ground;
    let remembered = |alternatives: &[Unit], need| {
        let part = Part { alternatives, need, with_attachments: fields.attachment != fields.text };
        memory.of(&part, alternatives_query(alternatives, need, ground))
    };
    let mut clauses: Vec<(Occur, Box<dyn Query>)> =
        narrowings(filters, &fields).into_iter().map(|query| (Occur::Must, silent(query))).collect();
    let mut hopes = Vec::new();
    let only_dispensable = typed.wanted.iter().flatten().all(Unit::is_dispensable);
    let says_little = |alternatives: &[Unit]| alternatives.iter().all(|unit| unit.is_common() || unit.is_dispensable());
    let only_common = typed.wanted.iter().all(|alternatives| says_little(alternatives));
    for alternatives in &typed.wanted {
        let wanted = remembered(alternatives, need);
        let is_code = alternatives.iter().all(|unit| matches!(unit, Unit::Code(..)));
        let may_miss = !only_dispensable && alternatives.iter().all(Unit::is_dispensable);
        match need {
            _ if is_code => clauses.push((Occur::Must, wanted)),
            Need::All if !may_miss => clauses.push((Occur::Must, wanted)),
            Need::All => clauses.push((Occur::Should, wanted)),
            Need::Half | Need::Any if may_miss || (!only_common && says_little(alternatives)) => {
                clauses.push((Occur::Should, boosted(wanted, ranking::COMMON)));
            }
            Need::Half | Need::Any => hopes.push(wanted),
        }
    }
    if !hopes.is_empty() {
        let all = typed.wanted.iter().filter(|alternatives| !alternatives.iter().all(Unit::is_dispensable));
        let all = all.map(|alternatives| remembered(alternatives, Need::All)).collect();
        clauses.push((Occur::Should, Box::new(ConstScoreQuery::new(all_of(all), ranking::ALL_WORDS))));
        let least = if need == Need::Half { hopes.len().div_ceil(2) } else { 1 };
        clauses.push((Occur::Must, Box::new(BooleanQuery::union_with_minimum_required_clauses(hopes, least))));
    }
    clauses.extend(
        typed
            .unwanted
            .iter()
            .map(|unit| (Occur::MustNot, Box::new(Excluded(unit_query(unit, Need::All, ground))) as Box<dyn Query>)),
    );
    if !clauses.iter().any(|(occur, _)| *occur == Occur::Must) {
        clauses.push((Occur::Must, silent(Box::new(AllQuery))));
    }
    Box::new(BooleanQuery::new(clauses))
}

/// What the filters ask of the posting lists; the rest of them is seen record by record in `collect`.
fn narrowings(filters: &Filters, fields: &Fields) -> Vec<Box<dyn Query>> {
    let statuses: Option<Vec<String>> =
        filters.status.as_ref().map(|wanted| wanted.iter().flat_map(|status| may_become(status)).map(str::to_owned).collect());
    let mut narrowings: Vec<Box<dyn Query>> = Vec::new();
    if let Some(statuses) = statuses {
        narrowings.push(one_of(fields.status, &statuses));
    }
    let lists = [
        (fields.review, &filters.review),
        (fields.kind, &filters.kind),
        (fields.topic, &filters.topic),
        (fields.source, &filters.source),
        (fields.network, &filters.network),
        (fields.country, &filters.country),
        (fields.eligible, &filters.eligible),
        (fields.lang, &filters.lang),
    ];
    narrowings.extend(lists.into_iter().filter(|(_, codes)| !codes.is_empty()).map(|(field, codes)| one_of(field, codes)));
    narrowings
}

fn one_of(field: Field, codes: &[String]) -> Box<dyn Query> {
    match codes {
        [code] => Box::new(code_query(field, code)),
        _ => Box::new(TermSetQuery::new(codes.iter().map(|code| tantivy::Term::from_field_text(field, code)))),
    }
}

fn code_query(field: Field, code: &str) -> TermQuery {
    TermQuery::new(tantivy::Term::from_field_text(field, code), IndexRecordOption::Basic)
}

/// Matches without a say in the ranking.
fn silent(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

fn any_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.len() {
        1 => queries.swap_remove(0),
        _ => Box::new(AnyOf::sum(queries.into_iter().map(|query| (1.0, query)).collect())),
    }
}

fn all_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    if queries.len() == 1 { queries.swap_remove(0) } else { Box::new(BooleanQuery::intersection(queries)) }
}

fn alternatives_query(alternatives: &[Unit], need: Need, ground: Ground<'_>) -> Box<dyn Query> {
    any_of(alternatives.iter().map(|unit| unit_query(unit, need, ground)).collect())
}

fn unit_query(unit: &Unit, need: Need, ground: Ground<'_>) -> Box<dyn Query> {
    unit_in(unit, &places_of(ground.fields), need, ground)
}

/// Where words stand, each with its weight.
fn places_of(fields: Fields) -> [(Field, f32); 4] {
    [
        (fields.title, ranking::TITLE),
        (fields.extra, ranking::EXTRA),
        (fields.text, ranking::TEXT),
        (fields.attachment, ranking::ATTACHMENT),
    ]
}

/// The unit in these places, each with its weight.
fn unit_in(unit: &Unit, places: &[(Field, f32)], need: Need, ground: Ground<'_>) -> Box<dyn Query> {
    let fields = ground.fields;
    match unit {
        Unit::Words(words) => {
            let found = |word: &Word| {
                let places: Vec<_> = places.iter().map(|(field, weight)| (*field, weight_of(word, *weight))).collect();
                anywhere(&places, &|field| terms_query(&word.terms, field))
            };
            all_of(words.iter().map(found).collect())
        }
        Unit::Title(unit) => unit_in(unit, &[(fields.title, ranking::TITLE)], need, ground),
        Unit::Phrase(words) => anywhere(places, &|field| phrase_query(words, field)),
        Unit::Prefix(letters) => anywhere(places, &|field| beginning_query(letters, field)),
        Unit::Meaning { typed, names } => meaning_query(typed, names, need, ground),
        Unit::Code(field, code) => silent(Box::new(code_query(fields.of_code(*field), code))),
    }
}

/// What is found in any of these places, each with its weight.
fn anywhere(places: &[(Field, f32)], query: &dyn Fn(Field) -> Box<dyn Query>) -> Box<dyn Query> {
    match places {
        [(field, weight)] => boosted(query(*field), *weight),
        _ => Box::new(AnyOf::sum(places.iter().map(|(field, weight)| (*weight, query(*field))).collect())),
    }
}

/// What a place counts for a word: which "2" a title means, the number alone does not tell.
fn weight_of(word: &Word, in_place: f32) -> f32 {
    let exact = &word.terms.exact;
    let is_small = exact.len() <= ranking::SMALL_NUMBER_DIGITS && exact.bytes().all(|byte| byte.is_ascii_digit());
    if is_small { in_place.min(ranking::TEXT) } else { in_place }
}

/// What was typed or, a little less, what it is called elsewhere; whichever scores higher, for both are one thing.
fn meaning_query(typed: &[Vec<Unit>], names: &[Term], need: Need, ground: Ground<'_>) -> Box<dyn Query> {
    let fields = ground.fields;
    let group = |alternatives: &Vec<Unit>| alternatives_query(alternatives, need, ground);
    let whole = || all_of(typed.iter().map(group).collect());
    // Where not all has to be there, a stop word is no part, nor is what every call has: "protection of children" is not found by its
    // "of", "green city" not by its city.
    let tells = |unit: &Unit| !unit.is_dispensable() && !unit.is_common();
    let telling: Vec<&Vec<Unit>> = typed.iter().filter(|alternatives| alternatives.iter().any(tells)).collect();
    let any_part = || any_of(telling.iter().map(|alternatives| group(alternatives)).collect());
    // A name is one thing: half of "organic waste" is any farming, and better than nothing. Of what is no name each word counts.
    let as_typed = match need {
        Need::Half | Need::Any if names.is_empty() && !telling.is_empty() => any_part(),
        Need::Any if typed.len() > 1 && !telling.is_empty() => boosted(any_part(), ranking::PART_OF_A_NAME),
        Need::All | Need::Half | Need::Any => whole(),
    };
    if names.is_empty() {
        return as_typed;
    }
    let words = typed.iter().flatten().flat_map(Unit::typed_words).map(|word| word.terms.clone()).collect::<Vec<_>>();
    let elsewhere = |field| Elsewhere {
        field,
        lang: fields.lang,
        names: names.to_vec(),
        typed: words.clone(),
        languages: ground.languages.to_vec(),
    };
    let mut ways: Vec<Way> = vec![(1.0, as_typed)];
    ways.extend(
        places_of(fields).map(|(field, weight)| (weight * ranking::WIDENED, Box::new(elsewhere(field)) as Box<dyn Query>)),
    );
    Box::new(AnyOf::best(ways, ranking::OTHER_WAYS))
}

/// The word itself or a relative, whichever scores higher: a word with many stems is still one word.
fn terms_query(terms: &WordTerms, field: Field) -> Box<dyn Query> {
    Box::new(AnyOf::best(forms(terms).into_iter().map(|(weight, term)| (weight, term_query(field, term))).collect(), 0.0))
}

/// The word itself and its relatives, each with its weight.
pub(crate) fn forms(terms: &WordTerms) -> Vec<(Score, &str)> {
    let mut weight = ranking::STEM;
    let mut forms = vec![(1.0, terms.exact.as_str())];
    // Of the stems that one language gives a word the first is the likeliest; of those of several each stands in its own texts.
    let is_of_several = words::Script::of_word(&terms.exact) == words::Script::Other;
    for stem in &terms.stems {
        forms.push((weight, stem));
        weight *= if is_of_several { 1.0 } else { ranking::NEXT_STEM };
    }
    forms
}

/// Any word that begins so; in Hebrew and Arabic behind prefix letters too, which its stems have lost.
fn beginning_query(letters: &str, field: Field) -> Box<dyn Query> {
    let as_typed = Beginning { field, letters: letters.to_owned(), most: None }.alike();
    if words::Script::of_word(letters) == words::Script::Other {
        return as_typed;
    }
    let behind_prefixes = Beginning { field, letters: format!("{STEM_MARK}{letters}"), most: None }.alike();
    Box::new(AnyOf::best(vec![(1.0, as_typed), (ranking::STEM, behind_prefixes)], 0.0))
}

/// The words as typed, or (in Hebrew, where prefix letters would hide them) each without its prefix letters and endings.
fn phrase_query(words: &[Word], field: Field) -> Box<dyn Query> {
    let exact: Vec<&str> = words.iter().map(|word| word.terms.exact.as_str()).collect();
    let as_typed = (ranking::PHRASE, together(&exact, field));
    let is_hebrew = words.iter().any(|word| words::Script::of_word(&word.terms.exact) == words::Script::Hebrew);
    let mut ways = vec![as_typed];
    if is_hebrew {
        let bare: Vec<&str> = words.iter().map(|word| barest(&word.terms)).collect();
        ways.push((ranking::STEM, together(&bare, field)));
    }
    Box::new(AnyOf::sum(ways))
}

/// The stem that all forms of a word have.
pub(crate) fn barest(terms: &WordTerms) -> &str {
    terms.stems.last().unwrap_or(&terms.exact)
}

pub(crate) fn together(terms: &[&str], field: Field) -> Box<dyn Query> {
    match terms {
        [term] => term_query(field, term),
        _ => Box::new(PhraseQuery::new(terms.iter().map(|term| tantivy::Term::from_field_text(field, term)).collect())),
    }
}

pub(crate) fn term_query(field: Field, term: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(tantivy::Term::from_field_text(field, term), IndexRecordOption::WithFreqs))
}

fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}
