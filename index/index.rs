//! Searching. Needs no writer and keeps no lock.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::query::EnableScoring;
use tantivy::schema::{Field, Value};
use tantivy::{DocAddress, DocSet as _, Searcher, TantivyDocument};

use crate::answered::Answered;
use crate::collect::{Found, Gather, Gathered, Order};
use crate::columns::Columns;
use crate::compile::{self, Ground, Need};
use crate::enough::{Sight, shows_enough};
use crate::error::Error;
use crate::facets;
use crate::fields::Fields;
use crate::folder;
use crate::generation::Generation;
use crate::names::{self, Names};
use crate::own_letter;
use crate::present::Present;
use crate::query::{Answer, Filters, Hit, Notice, Query, Sort};
use crate::snippet::{Sought, snippet};
use crate::spelling::meant;
use crate::stopwords::is_stopword;
use crate::thesaurus::Thesaurus;
use crate::typed::{STATUSES, Typed, understand};
use crate::unit::{Unit, Word};
use crate::vocabulary::Vocabulary;
use crate::widen::widen;

/// An index, open for searching. Clones share it, and with it the generation that answers.
#[derive(Clone)]
pub struct Index {
    folder: PathBuf,
    shown: Arc<RwLock<Arc<Generation>>>,
    thesaurus: Arc<Thesaurus>,
    names: Arc<Names>,
    vocabulary: Arc<Vocabulary>,
    /// By this thesaurus and these names.
    answered: Arc<Answered>,
}

impl Index {
    /// Opens the index in `folder`; [`Error::NotBuilt`] where there is none that this version can read.
    ///
    /// It goes on showing what was committed at this moment until [`Index::reload`].
    pub fn open(folder: &Path) -> Result<Self, Error> {
        Ok(Self::over(folder, Arc::new(folder::readable(folder)?)))
    }

    pub(crate) fn over(folder: &Path, generation: Arc<Generation>) -> Self {
        Self {
            folder: folder.to_owned(),
            shown: Arc::new(RwLock::new(generation)),
            thesaurus: Arc::default(),
            names: Arc::default(),
            vocabulary: Arc::default(),
            answered: Arc::default(),
        }
    }

    /// The generation that answers.
    pub(crate) fn shown(&self) -> Arc<Generation> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets another generation answer, in all clones.
    pub(crate) fn show(&self, generation: Arc<Generation>) {
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = generation;
    }

    /// The same index, which widens what it is asked by this thesaurus.
    #[must_use]
    pub fn with_thesaurus(self, thesaurus: Thesaurus) -> Self {
        Self { thesaurus: Arc::new(thesaurus), answered: Arc::default(), ..self }
    }

    /// The same index, which understands these names of codes.
    #[must_use]
    pub fn with_names(self, names: Names) -> Self {
        Self { names: Arc::new(names), answered: Arc::default(), ..self }
    }

    /// Shows what has been committed since. (The writer's own [`crate::Writer::index`] does so by itself.)
    pub fn reload(&self) -> Result<(), Error> {
        self.shown().reload()
    }

    /// The change number up to which it answers: what is asked after this call is answered with all of it.
    pub fn last_change(&self) -> u64 {
        self.shown().reached()
    }

    /// Whether it has ever held everything; an index that is built for the first time answers with what it has so far.
    pub fn is_whole(&self) -> bool {
        self.shown().is_whole()
    }

    /// How many records it holds.
    pub fn len(&self) -> usize {
        self.shown().reader.searcher().num_docs() as usize
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Answers a question. Whatever was typed is answered; an error means that the index itself failed.
    ///
    /// What was answered before is answered again as long as no record has changed its state; how much more what is news counts is
    /// reckoned anew each day.
    pub fn search(&self, query: &Query) -> Result<Answer, Error> {
        let generation = self.shown();
        let searcher = generation.reader.searcher();
        let columns = generation.columns.of(&searcher).map_err(Error::engine("opening columns"))?;
        let asked = self.answered.digest(query, &columns, generation.path(), searcher.generation().generation_id());
        if let Some(answer) = self.answered.get(&asked) {
            return Ok(answer);
        }
        let answer = self.answer(&generation, &searcher, &columns, query, true)?;
        self.answered.keep(asked, &answer);
        Ok(answer)
    }

    /// What is not remembered; `may_correct` a slip, once: what was corrected is answered as it is.
    fn answer(
        &self,
        generation: &Generation,
        searcher: &Searcher,
        columns: &[Arc<Columns>],
        query: &Query,
        may_correct: bool,
    ) -> Result<Answer, Error> {
        let fields = generation.fields;
        let present = Present { searcher, fields: fields.texts(), presence: &generation.presence };
        let mut typed = self.understood(&query.text, query.today, columns, &present)?;
        present.keep(&mut typed).map_err(Error::engine("looking for words"))?;
        let mut notices = std::mem::take(&mut typed.notices);
        notices.extend(names::unknown(&typed, searcher, &fields).map_err(Error::engine("looking for codes"))?);
        let skip = query.page.saturating_sub(1).saturating_mul(query.page_size);
        let keep = skip.saturating_add(query.page_size).min(searcher.num_docs() as usize);
        let mut gather = Gather {
            filters: narrowed(&query.filters, &typed),
            periods: typed.deadline.clone(),
            facets: query.facets.iter().copied().filter(|facet| query.filters.without(*facet).is_none()).collect(),
            order: order(query, &typed),
            need: Need::All,
            now: query.now,
            today: query.today,
            keep,
            columns: columns.to_vec(),
        };
        let languages = present.languages(fields.lang).map_err(Error::engine("looking for languages"))?;
        let ground = Ground { fields, memory: &generation.memory, languages: &languages };
        let sight = Sight { searcher, ground, columns, review: &query.filters.review, now: query.now, today: query.today };
        let mut gathered = Self::gather(searcher, ground, &typed, &gather)?;
        let with_all = gathered.total;
        if !is_literal(query) && !shows_enough(with_all, gathered.first.iter().map(|found| &found.status)) {
            gather.need = sight.need(&typed).map_err(Error::engine("looking whether there is enough"))?;
        }
        if gather.need != Need::All {
            gathered = Self::gather(searcher, ground, &typed, &gather)?;
            if gathered.total > with_all {
                let code = if with_all == 0 { "partial" } else { "also_partial" };
                notices.push(Notice { code: code.to_owned(), detail: wanted_words(&typed) });
            }
        }
        if may_correct
            && !is_literal(query)
            && let Some(better) = self.did_you_mean(&present, &typed, &query.text)?
            && self.leads_on(&sight, &present, &better)?
        {
            let is_answered = with_all > 0 || sight.has_all(&typed).map_err(Error::engine("judging what was typed"))?;
            if !is_answered && self.is_answered_unasked(&sight, &present, &better)? {
                let mut answer =
                    self.answer(generation, searcher, columns, &Query { text: better.text.clone(), ..query.clone() }, false)?;
                answer.notices.insert(0, Notice { code: "corrected".to_owned(), detail: better.text });
                return Ok(answer);
            }
            notices.push(Notice { code: "did_you_mean".to_owned(), detail: better.text });
        }
        let literal: Vec<String> = typed.wanted.iter().flatten().filter_map(Unit::meant_as_typed).collect();
        if gathered.total == 0 && !literal.is_empty() {
            notices.push(Notice { code: "literal".to_owned(), detail: literal.join("; ") });
        }
        let mut sought = query.snippets.then(|| Sought::new(&typed, &self.vocabulary));
        let page = gathered.first.into_iter().skip(skip);
        let mut hits: Vec<(DocAddress, Hit, bool)> =
            page.map(|found| Self::hit(searcher, &fields, found, sought.as_mut())).collect::<Result<_, _>>()?;
        if query.snippets && !typed.wanted.is_empty() && hits.iter().any(|(_, _, has_attachment)| *has_attachment) {
            Self::mark_attachments(searcher, ground, &typed, gather.need, &mut hits)
                .map_err(Error::engine("telling attachments apart"))?;
        }
        let hits = hits.into_iter().map(|(_, hit, _)| hit).collect();
        let mut counts: std::collections::BTreeMap<_, _> =
            query.facets.iter().map(|facet| (facet.name().to_owned(), Vec::new())).collect();
        for facet in &query.facets {
            if let Some(wider) = query.filters.without(*facet) {
                let counting = gather.counting(*facet, narrowed(&wider, &typed));
                gathered.counts.extend(Self::gather(searcher, ground, &typed, &counting)?.counts);
            }
        }
        for (facet, _) in gathered.counts.iter().filter(|(_, counts)| facets::is_cut(counts)) {
            notices.push(Notice { code: "facet_cut".to_owned(), detail: (*facet).to_owned() });
        }
        counts.extend(gathered.counts.into_iter().map(|(facet, counts)| (facet.to_owned(), facets::listed(counts))));
        Ok(Answer { total: gathered.total, hits, facets: counts, notices })
    }

    /// What was typed, as this house names it, with the names that it has elsewhere.
    fn understood(&self, text: &str, today: i64, columns: &[Arc<Columns>], present: &Present<'_>) -> Result<Typed, Error> {
        let mut typed = understand(text, today);
        own_letter::settle(&mut typed, present).map_err(Error::engine("looking for words behind prefix letters"))?;
        self.names.settle(&mut typed, columns);
        names::as_kept(&mut typed, columns);
        widen(&mut typed, &self.thesaurus);
        Ok(typed)
    }

    /// Whether a corrected question leads to what was meant, whatever narrows it: some record has all of it, for a word that nobody has may
    /// be a good one; or, where each such word has one nearby, some record has any of it.
    fn leads_on(&self, sight: &Sight<'_>, present: &Present<'_>, better: &Better) -> Result<bool, Error> {
        let mut typed = self.understood(&better.text, sight.today, sight.columns, present)?;
        present
            .keep(&mut typed)
            .and_then(|()| if better.is_whole { sight.has_any(&typed) } else { sight.has_all(&typed) })
            .map_err(Error::engine("judging a correction"))
    }

    /// Whether a corrected question is surely what was meant. In what language the records are does not matter: `אקלים` leads to many.
    fn is_answered_unasked(&self, sight: &Sight<'_>, present: &Present<'_>, better: &Better) -> Result<bool, Error> {
        let Some(words) = better.sure_if_frequent.as_ref().filter(|_| !better.is_sure) else { return Ok(better.is_sure) };
        for word in words {
            let mut typed = self.understood(word, sight.today, sight.columns, present)?;
            let leads_to_many = present.keep(&mut typed).and_then(|()| sight.has_many(&typed));
            if !leads_to_many.map_err(Error::engine("judging a correction"))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn gather(searcher: &Searcher, ground: Ground<'_>, typed: &Typed, gather: &Gather) -> Result<Gathered, Error> {
        let query = compile::query(typed, &gather.filters, gather.need, ground);
        let gathered = searcher.search(&query, gather).and_then(|mut gathered: Gathered| {
            gathered.settle(&gather.columns, gather.keep)?;
            Ok(gathered)
        });
        gathered.map_err(Error::engine("searching"))
    }

    /// Marks the hits that would be none without their attachments.
    fn mark_attachments(
        searcher: &Searcher,
        ground: Ground<'_>,
        typed: &Typed,
        need: Need,
        hits: &mut [(DocAddress, Hit, bool)],
    ) -> tantivy::Result<()> {
        let ground = Ground { fields: ground.fields.without_attachments(), ..ground };
        let query = compile::query(typed, &Filters::default(), need, ground);
        let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
        for (address, hit, _) in hits.iter_mut().filter(|(_, _, has_attachment)| *has_attachment) {
            let mut matching = weight.scorer(searcher.segment_reader(address.segment_ord), 1.0)?;
            hit.only_in_attachment = matching.doc() > address.doc_id || matching.seek(address.doc_id) != address.doc_id;
        }
        Ok(())
    }

    /// The question with each word that no record has exchanged for the one that was meant.
    fn did_you_mean(&self, present: &Present<'_>, typed: &Typed, text: &str) -> Result<Option<Better>, Error> {
        let unknown = typed.wanted.iter().flatten().flat_map(Unit::words_without_meaning);
        let unknown: Vec<&Word> = unknown.filter(|word| !is_stopword(&word.terms.exact)).collect();
        let better = || -> tantivy::Result<Better> {
            let mut better = Better { text: text.to_owned(), is_sure: true, sure_if_frequent: Some(Vec::new()), is_whole: true };
            // From the end, so that what is still to be exchanged stays where it is.
            for token in words::tokens(text).iter().rev() {
                let Some(word) = unknown.iter().find(|word| word.typed == token.text) else { continue };
                if present.has_any(&word.terms)? || self.thesaurus.has_word(&word.terms.exact) {
                    continue;
                }
                let Some(near) = meant(&word.terms.exact, present, &self.thesaurus)? else {
                    better.is_whole = false;
                    continue;
                };
                better.text.replace_range(token.start..token.end, &words::final_form(&near.word));
                better.is_sure &= near.is_sure;
                match &mut better.sure_if_frequent {
                    Some(words) if !near.is_sure && near.is_sure_if_frequent => words.push(near.word),
                    _ if near.is_sure => {}
                    unsure => *unsure = None,
                }
            }
            Ok(better)
        };
        let better = better().map_err(Error::engine("looking for a word nearby"))?;
        Ok((better.text != text).then_some(better))
    }

    /// A hit, with its place and whether it has attachments.
    fn hit(
        searcher: &Searcher,
        fields: &Fields,
        found: Found,
        sought: Option<&mut Sought<'_>>,
    ) -> Result<(DocAddress, Hit, bool), Error> {
        let row: TantivyDocument = searcher.doc(found.address).map_err(Error::engine("reading a hit"))?;
        let stored = |field: Field| row.get_first(field).and_then(|value| value.as_str()).unwrap_or_default();
        let texts = [stored(fields.shown_text), stored(fields.shown_attachment)];
        let snippet = sought.map(|sought| snippet(&texts, stored(fields.shown_lang), sought)).unwrap_or_default();
        let item = stored(fields.item).to_owned();
        Ok((
            found.address,
            Hit { id: found.id, item, status: found.status, snippet, only_in_attachment: false },
            !texts[1].is_empty(),
        ))
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// A question that may have been meant.
struct Better {
    text: String,
    /// It is answered without asking …
    is_sure: bool,
    /// … or where each of these words leads to many records; none where that is not enough.
    sure_if_frequent: Option<Vec<String>>,
    /// Nothing is left in it that nobody knows.
    is_whole: bool,
}

/// Whether it means only what has all of its words: who follows what is new, or the changes from answer to answer, would be told of what
/// merely resembles it as soon as little else is left.
fn is_literal(query: &Query) -> bool {
    query.only_whole || query.filters.changed_after.is_some()
}

/// The filters, with the states that were asked for in words in the place of theirs; what is not wanted is taken from either.
fn narrowed(filters: &Filters, typed: &Typed) -> Filters {
    let mut filters = filters.clone();
    if !typed.statuses.is_empty() {
        filters.status = Some(typed.statuses.clone());
    }
    if !typed.unwanted_statuses.is_empty() {
        let all = || STATUSES.map(str::to_owned).to_vec();
        filters.status.get_or_insert_with(all).retain(|status| !typed.unwanted_statuses.contains(status));
    }
    filters
}

/// Who asks what has changed since reads on from there, in the order of the changes. Without words there is nothing to be relevant
/// to; then what closes soonest matters most.
fn order(query: &Query, typed: &Typed) -> Order {
    let has_words = typed.wanted.iter().flatten().any(|unit| !matches!(unit, Unit::Code(..)));
    match query.sort {
        Sort::Relevance if query.filters.changed_after.is_some() => Order::Since,
        Sort::Relevance if has_words => Order::Score,
        Sort::Relevance | Sort::Deadline => Order::Deadline,
        Sort::Newest => Order::Change,
    }
}

fn wanted_words(typed: &Typed) -> String {
    let words = typed.wanted.iter().flatten().filter(|unit| !unit.is_dispensable()).flat_map(Unit::typed_words);
    words.map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ")
}
