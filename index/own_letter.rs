//! Hebrew words whose first letter is their own. Behind the article stands no preposition, and behind a preposition only in words that have grown
//! together (`מלפני`), so records that have `הכלכלה` or `בכלכלה` say that `כלכלה` is no `כ` + `לכלה`: asked for, it is no relative of `לכל`, and
//! `הדרכה` (`בהדרכה`) is no way (`דרך`).

use tantivy::Term;

use crate::analysis::STEM_MARK;
use crate::beginning::Beginning;
use crate::present::Present;
use crate::typed::Typed;
use crate::unit::{Unit, Word};

/// What never stands before a letter that is a prefix: before a preposition neither the article nor another one, before a conjunction no article.
/// Before the article `מ` may stand, and `ב` is one with it; `ל` before it is an infinitive's (`להרשות` says nothing of `הרשות`).
const NEVER_BEFORE: [(&str, &[char]); 3] = [("בכלמ", &['ה', 'ב', 'כ', 'ל', 'מ']), ("ה", &['ה', 'ב']), ("וש", &['ה'])];

/// In fewer than one record for so many that have the word as typed, what stands behind a preposition is another word: `הבעיר` is a verb, and
/// rare; `בעיר` is in every second call.
const RARE: u64 = 50;

/// Takes the prefix letters that words only seem to have for their own.
pub(crate) fn settle(typed: &mut Typed, present: &Present<'_>) -> tantivy::Result<()> {
    typed.wanted.iter_mut().flatten().chain(&mut typed.unwanted).try_for_each(|unit| settle_unit(unit, present))
}

fn settle_unit(unit: &mut Unit, present: &Present<'_>) -> tantivy::Result<()> {
    match unit {
        Unit::Words(words) => words.iter_mut().try_for_each(|word| settle_word(word, present)),
        Unit::Title(unit) => settle_unit(unit, present),
        // What a phrase is made of stands as it was typed; nothing has a meaning yet.
        Unit::Phrase(_) | Unit::Prefix(_) | Unit::Code(..) | Unit::Meaning { .. } => Ok(()),
    }
}

fn settle_word(word: &mut Word, present: &Present<'_>) -> tantivy::Result<()> {
    let exact = &word.terms.exact;
    let first = exact.chars().next().unwrap_or_default();
    let Some((_, before)) = NEVER_BEFORE.iter().find(|(prefixes, _)| prefixes.contains(first)) else { return Ok(()) };
    if word.bases().len() == 1 {
        return Ok(());
    }
    let own = words::hebrew_stems_of_base(exact);
    let behind = records_behind(before, &own, present)?;
    if behind == 0 || behind * RARE < records_with(exact, present)? {
        return Ok(());
    }
    word.terms.stems.retain(|stem| own.iter().any(|own| *own == stem.trim_start_matches(STEM_MARK)));
    word.is_base = true;
    Ok(())
}

/// How many records have a word of these stems behind one of the letters, those counted twice that have it in two places.
fn records_behind(letters: &[char], stems: &[String], present: &Present<'_>) -> tantivy::Result<u64> {
    let Some(likeliest) = stems.first() else { return Ok(0) };
    let is_own = |word: &str| words::hebrew_stems_of_base(word).iter().any(|stem| stems.contains(stem));
    let mut records = 0;
    for (field, letter) in present.fields.into_iter().flat_map(|field| letters.iter().map(move |letter| (field, letter))) {
        let words = Beginning { field, letters: format!("{letter}{likeliest}"), most: None }.records(present.searcher)?.0;
        let own = words.iter().filter(|(word, _)| word.strip_prefix(*letter).is_some_and(is_own));
        records += own.map(|(_, count)| u64::from(*count)).sum::<u64>();
    }
    Ok(records)
}

/// How many records have a word as it is, counted alike.
fn records_with(word: &str, present: &Present<'_>) -> tantivy::Result<u64> {
    let of_field = |field| present.searcher.doc_freq(&Term::from_field_text(field, word));
    present.fields.into_iter().try_fold(0, |sum, field| Ok(sum + of_field(field)?))
}
