//! What was typed, as it is called elsewhere, in one field: the names of a meaning, each in the texts where it is one.
//!
//! A name says no more than what was typed for it. Of a concept that a tenth of the records have in Hebrew one may have it in French, and
//! a rare word weighs more; but it is the same concept, and who typed Hebrew looks for the Hebrew first.

use std::collections::BTreeMap;

use tantivy::query::{BooleanQuery, EnableScoring, Occur, Query, TermQuery, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Searcher};

use crate::analysis::WordTerms;
use crate::any_of::{AnyOf, Way};
use crate::beginning::Beginning;
use crate::compile::{barest, forms, term_query, together};
use crate::languages;
use crate::rarity::Rarity;
use crate::thesaurus::Term;

/// All names of one meaning in one field.
#[derive(Debug, Clone)]
pub(crate) struct Elsewhere {
    pub(crate) field: Field,
    /// Where languages are told.
    pub(crate) lang: Field,
    pub(crate) names: Vec<Term>,
    /// The words in whose place the names stand.
    pub(crate) typed: Vec<WordTerms>,
    /// The languages that texts are in, as far as another language's names are to be kept out of them.
    pub(crate) languages: Vec<&'static str>,
}

impl Elsewhere {
    /// The names, whichever scores highest.
    fn query(&self, searcher: Option<&Searcher>) -> tantivy::Result<AnyOf> {
        let rarity = Rarity { field: self.field, searcher };
        let most = rarity.of_typed(&self.typed)?;
        let mut by_language: BTreeMap<&str, Vec<Way>> = BTreeMap::new();
        for name in &self.names {
            let most = most.filter(|_| !name.is(&self.typed));
            by_language.entry(&name.lang).or_default().push(name_query(name, &rarity, most)?);
        }
        let others = by_language.into_iter().map(|(lang, names)| (1.0, self.in_texts_of(lang, AnyOf::best(names, 0.0))));
        Ok(AnyOf::best(others.collect(), 0.0))
    }

    /// Leaves out the texts in whose language the same letters are another word: a French `stage` is no stage.
    fn in_texts_of(&self, lang: &str, names: AnyOf) -> Box<dyn Query> {
        let code = |code: &str| TermQuery::new(tantivy::Term::from_field_text(self.lang, code), IndexRecordOption::Basic);
        let others = self.languages.iter().filter(|other| !languages::may_stand_in(lang, other));
        let others = others.map(|other| (Occur::MustNot, Box::new(code(other)) as Box<dyn Query>));
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = others.collect();
        if clauses.is_empty() {
            return Box::new(names);
        }
        clauses.push((Occur::Must, Box::new(names)));
        Box::new(BooleanQuery::new(clauses))
    }
}

impl Query for Elsewhere {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let searcher = scoring.searcher().filter(|_| scoring.is_scoring_enabled());
        self.query(searcher)?.weight(scoring)
    }
}

/// A name as it stands in the thesaurus; in one of several words each may be a relative.
fn name_query(name: &Term, rarity: &Rarity<'_>, most: Option<Score>) -> tantivy::Result<Way> {
    let field = rarity.field;
    match name.words.as_slice() {
        [word] if word.is_beginning => Ok((1.0, Box::new(Beginning { field, letters: word.terms.exact.clone(), most }))),
        [word] => {
            let forms = forms(&word.terms).into_iter().map(|(weight, term)| Ok((weight * rarity.share(&[term], most)?, term)));
            let forms: Vec<(Score, &str)> = forms.collect::<tantivy::Result<_>>()?;
            Ok((
                1.0,
                Box::new(AnyOf::best(forms.into_iter().map(|(weight, term)| (weight, term_query(field, term))).collect(), 0.0)),
            ))
        }
        words => {
            let bare: Vec<&str> = words.iter().map(|word| barest(&word.terms)).collect();
            Ok((rarity.share(&bare, most)?, together(&bare, field)))
        }
    }
}
