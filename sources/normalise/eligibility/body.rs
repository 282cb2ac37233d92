//! May a local authority apply? Told from the sentences that say who applies, comes, or is looked for.

use super::super::evidence::found;
use super::super::reading::Reading;
use super::super::wording::bare;
use super::applying::{
    ASKED_REACH, CAN_REACH, ONLY_REACH, applies_itself, leads_or_joins, leads_to, names_all, others_alone, others_let_in,
    person_leads, persons_lead, scholars_alone, staff, staff_of_others, stands_behind_others,
};
use super::calling;
use super::clause::{self, Shut};
use super::elsewhere::unites_people;
use super::fellows;
use super::listing::{self, Listing};
use super::seen::{OTHERS, Seen};
use super::sentence::{Sentence, near};
use super::{Known, levels, lots, naming, official, partnering, refused, running, titling};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Lexicon, Role};
use crate::opportunity::{Answer, Kind};

/// In a text no longer than this all is about the call: where no verb says who applies, it is those whom it names. In a longer one
/// they may be anybody of whom it tells.
const SENTENCES_OF_A_NOTICE: usize = 15;

/// The answer of the text, if it gives one.
///
/// Authorities named without condition are a `yes`, but one condition anywhere makes it `conditional`: to doubt costs a look,
/// a false `yes` costs an application.
pub(super) fn answer(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    // Whoever is named at a conference, a fair, an exchange or a partner search is who comes, verb or no verb.
    let papers =
        known.kind == Kind::Conference && sentences.iter().any(|sentence| sentence.in_title && sentence.has(Role::Papers));
    let gathering = matches!(known.kind, Kind::Conference | Kind::Exhibition | Kind::Exchange | Kind::Partnership) && !papers;
    // Whom a course is for, those take it.
    let taught = |sentence: &Sentence<'_>| {
        known.kind == Kind::Training
            && (sentence.is_for_applicants() || sentence.has(Role::Official) || staff(sentence).is_some())
    };
    let named = |sentence: &Sentence<'_>| sentence.subjects(Role::Person).next().is_some() || is_given_to_residents(sentence);
    let people = sentences.iter().any(|sentence| !sentence.in_title && named(sentence));
    let one_lot = sentences.iter().any(|sentence| sentence.in_title && sentence.has(Role::OneLot));
    let mut seen = Seen { kind: Some(known.kind), people, one_lot, ..Seen::default() };
    let mut named = (sentences.len() <= SENTENCES_OF_A_NOTICE && !papers).then(|| seen.clone());
    let mut labelled = false;
    let mut listing = Listing::default();
    let mut led = false;
    for sentence in sentences {
        let is_lot = led && lots::is_one(sentence);
        led = is_lot || sentence.about_applying() && !sentence.in_title || led && lots::goes_on(sentence);
        let is_item = listing.takes(sentence);
        if is_item && listing.shuts() {
            seen.read_item_shut(sentence);
        } else if is_item {
            seen.read_item(sentence);
        } else if labelled
            || sentence.about_applying()
            || is_lot
            || sentence.in_title
            || gathering
            || taught(sentence)
            || persons_lead(sentence)
            || official::gathers(sentence)
            || partnering::tells_partners(sentence, known.kind)
            || sentence.is_aged() && (known.kind == Kind::Competition || sentence.asks_reader())
        {
            seen.listed = !is_item && listing.begins();
            seen.read(sentence);
            seen.listed = false;
        }
        // "Who can apply?\nSMEs and start-ups": the label says of what the list is.
        let residents = sentence.of(Role::Resident).find(|resident| labelled && sentence.words_before(resident) <= 1);
        let names_others =
            sentence.subjects(Role::OtherBody).chain(sentence.subjects(Role::Person)).chain(residents).next().is_some();
        let others_listed = labelled && names_others && sentence.subjects(Role::LocalAuthority).next().is_none();
        seen.other_applies |= others_listed && seen.authority.is_none();
        seen.labelled |= others_listed;
        if let Some(residents) = residents.filter(|_| others_listed) {
            seen.other.get_or_insert_with(|| found(sentence.quote(residents), OTHERS));
        }
        seen.read_limit(sentence);
        if let Some(named) = &mut named {
            named.read(sentence);
            named.read_limit(sentence);
        }
        labelled = sentence.is_label() && !sentence.has(Role::Excluded) && !sentence.in_title;
    }
    let can = named.as_ref().is_some_and(|named| named.can);
    // "Any town may stand; there is a scholarship for young people": whoever gets something besides is not the only one in.
    let answer = seen.answer().filter(|answer| !(can && answer.rule.as_deref() == Some(OTHERS)));
    answer.or_else(|| named?.answer())
}

/// "The title is given to residents", "מעניקה את התואר לתושבים".
fn is_given_to_residents(sentence: &Sentence<'_>) -> bool {
    let to = |resident: &Hit| {
        let given = |word: &str| [&GRAMMAR.clause.given_to, &GRAMMAR.clause.fused_to].into_iter().any(|list| holds(list, word));
        let before = sentence.before(resident).split_whitespace().next_back().map(bare);
        sentence.quote(resident).starts_with(&GRAMMAR.letters.to[..]) || before.is_some_and(|word| given(&word))
    };
    sentence.of(Role::Resident).any(to)
}

/// The answer of a field that names the applicants.
pub(super) fn of_field(field: &Reading, lexicon: &Lexicon) -> Option<Answer> {
    let mut seen = Seen::default();
    for sentence in Sentence::all(field, lexicon) {
        seen.read(&sentence);
    }
    seen.answer()
}

impl Seen {
    /// An item of a list whose head says that those in it may apply.
    fn read_item(&mut self, item: &Sentence<'_>) {
        let authorities = listing::authorities_of(item);
        if authorities.is_empty() && listing::tells_itself(item) {
            return self.read(item);
        }
        if let Some(official) = listing::officials_of(item).filter(|_| authorities.is_empty()) {
            self.official.get_or_insert_with(|| found(item.quote(official), "body.official"));
            return;
        }
        if authorities.is_empty() {
            let others = item.subjects(Role::OtherBody).chain(item.subjects(Role::Person));
            let other = others.chain(item.of(Role::OneOther)).next();
            self.other_applies |= other.is_some();
            if let Some(other) = other {
                self.other.get_or_insert_with(|| found(item.quote(other), OTHERS));
            }
            return;
        }
        self.applies = true;
        self.listed = true;
        self.read_authorities(item, &authorities);
        self.listed = false;
    }

    /// An item of a list whose head says that those in it may not apply.
    fn read_item_shut(&mut self, item: &Sentence<'_>) {
        if item.subjects(Role::LocalAuthority).next().is_none() {
            return;
        }
        let (shut, rule) = if item.is_conditional() {
            (&mut self.conditional, "body.part_excluded")
        } else {
            (&mut self.excluded, "body.excluded")
        };
        shut.get_or_insert_with(|| found(item.text, rule));
    }

    fn read(&mut self, sentence: &Sentence<'_>) {
        let quoted = |hit: &Hit, rule: &str| found(sentence.quote(hit), rule);
        if sentence.has(Role::Personal) {
            self.exclusive.get_or_insert_with(|| found(sentence.text, "body.personal"));
        } else if others_alone(sentence) {
            self.exclusive.get_or_insert_with(|| found(sentence.text, "body.others_alone"));
        }
        self.closed |= names_all(sentence);
        self.closed_to_persons |= names_all(sentence) && !sentence.has(Role::OtherBody);
        let others = sentence.has(Role::OtherBody) && !sentence.has(Role::LocalAuthority);
        if let Some(member) = sentence.members_only().filter(|_| !others && self.kind != Some(Kind::Partnership)) {
            self.conditional.get_or_insert_with(|| quoted(member, "body.members_only"));
        }
        // French looks for "des villes": whoever is named in a search for partners is looked for.
        let one = || sentence.of(Role::OneAuthority).find(|one| partnering::is_sought(sentence, one));
        let sought = || sentence.of(Role::LocalAuthority).next().or_else(one).filter(|_| self.kind == Some(Kind::Partnership));
        let mut authorities: Vec<&Hit> = sentence.subjects(Role::LocalAuthority).collect();
        authorities.extend(sought().filter(|_| authorities.is_empty()));
        if sentence.in_title && authorities.iter().all(|authority| titling::is_theme(sentence, authority, self.kind)) {
            authorities.clear();
        }
        // "The fellowship brings together young activists": whom a course unites, those take it.
        let takes_them = || self.kind == Some(Kind::Training) && unites_people(sentence);
        let gathered = || sentence.subjects(Role::Person).next().filter(|_| takes_them());
        let excepted = sentence.of(Role::LocalAuthority).any(|authority| clause::is_exception(sentence, authority));
        if let Some(union) = fellows::union(sentence, &authorities) {
            self.fellows.get_or_insert_with(|| quoted(union, "body.union"));
        } else if authorities.is_empty() && excepted {
            self.excluded.get_or_insert_with(|| found(sentence.text, "body.excepted"));
        } else if let Some(other) = calling::in_title_before(sentence, &authorities) {
            self.asked = true;
            self.other_applies = true;
            self.other.get_or_insert_with(|| quoted(other, OTHERS));
        } else if !authorities.is_empty() {
            self.read_authorities(sentence, &authorities);
        } else if let Some(official) = self.official_in(sentence) {
            let rule = if sentence.is_conditional() { "body.official_condition" } else { "body.official" };
            self.official.get_or_insert_with(|| quoted(official, rule));
        } else if let Some(other) = others_let_in(sentence).next().or_else(gathered).or_else(|| staff_of_others(sentence))
            && !levels::leaves_open(sentence)
        {
            if let Some(along) = partnering::goes_with_others(sentence).filter(|_| !sentence.in_title) {
                self.fellows.get_or_insert_with(|| quoted(along, "body.joins"));
            }
            // Those named at a fair or an exchange are who comes; the public of a conference is wider than those it names.
            // Whom a title names may be whom it is about ("taking in young people"), unless it is for them.
            let is_for = || sentence.comes_after(other, Role::For) || sentence.quote(other).starts_with(&GRAMMAR.letters.to[..]);
            let called = calling::in_title(sentence, other) || calling::by_an_authority(sentence, other) || gathered().is_some();
            let told = called
                || sentence.about_applying() && (!sentence.in_title || is_for())
                || !sentence.in_title && persons_lead(sentence);
            // "Clubs and bands sign up" names those who are asked; among persons there may be ours, but for scholars.
            let others = || sentence.subjects(Role::OtherBody).chain(sentence.subjects(Role::Person));
            let asks = |apply: &Hit| others().any(|other| near(apply, other, ASKED_REACH));
            let asked = sentence.verbs().any(|apply| asks(apply) || leads_to(sentence, apply));
            let sought = || sentence.subjects(Role::Person).any(|person| partnering::is_sought_person(sentence, person));
            self.asked |= asked && !sentence.in_title || calling::names_called(sentence, other);
            self.asked |= self.kind == Some(Kind::Exchange) && sought() || !sentence.in_title && persons_lead(sentence);
            // "A workshop for doctoral students".
            let for_scholars = scholars_alone(sentence) && is_for();
            let body = sentence.has(Role::OtherBody) || calling::by_an_authority(sentence, other);
            let asked_body = (asked || called) && (body || scholars_alone(sentence)) || for_scholars;
            self.other_applies |= told && (self.kind != Some(Kind::Conference) || asked_body)
                || matches!(self.kind, Some(Kind::Exhibition | Kind::Exchange));
            let fellow = self.kind == Some(Kind::Training) && !sentence.in_title && is_for();
            self.other_applies |= fellow;
            self.other.get_or_insert_with(|| quoted(other, OTHERS));
        }
        // "Do you sell software to local authorities?": at a fair those have the stands who sell.
        let sells = self.kind == Some(Kind::Exhibition) && sentence.has(Role::Client);
        if sells && sentence.subjects(Role::LocalAuthority).chain(sentence.subjects(Role::Official)).next().is_none() {
            self.other.get_or_insert_with(|| found(sentence.text, "body.sellers"));
            self.other_applies = true;
        }
        // "מלגה לתואר שני": a scholarship that names no persons goes to persons all the same.
        let scholarship = self.kind == Some(Kind::Training) || self.kind == Some(Kind::Grant) && sentence.in_title;
        let studied = sentence.first(Role::Degree).filter(|_| scholarship);
        if let Some(degree) = studied.filter(|_| !sentence.has(Role::LocalAuthority) && !sentence.has(Role::Official)) {
            self.other.get_or_insert_with(|| quoted(degree, "body.degree"));
            self.other_applies = true;
        }
        // "Students in grades 1 through 8: show us …", "תושבי העיר בני 14 ומעלה מוזמנים": people, and no body.
        let told = sentence.about_applying() || sentence.has(Role::Makes) || self.kind == Some(Kind::Competition);
        let asks = told || sentence.asks_reader();
        if asks && !sentence.in_title && sentence.is_aged() && sentence.subjects(Role::LocalAuthority).next().is_none() {
            self.other.get_or_insert_with(|| found(sentence.text, "body.aged"));
            self.other_applies = true;
            self.asked |= sentence.verbs().next().is_some();
        }
    }

    /// Officials who come, apply, or are meant. At a meeting or on a course whoever is named comes.
    fn official_in<'a>(&self, sentence: &Sentence<'a>) -> Option<&'a Hit> {
        let comes = matches!(
            self.kind,
            None | Some(Kind::Conference | Kind::Exhibition | Kind::Exchange | Kind::Partnership | Kind::Training)
        );
        let is_out = |hit: &Hit| clause::denied(sentence, hit) || clause::doubt(sentence, hit).is_some();
        let mut officials = sentence.subjects(Role::Official).filter(|hit| !is_out(hit));
        officials.find(|hit| comes || official::is_asked(sentence, hit)).or_else(|| staff(sentence))
    }

    fn read_authorities(&mut self, sentence: &Sentence<'_>, authorities: &[&Hit]) {
        let whole = |rule: &str| found(sentence.text, rule);
        let authority = authorities[0];
        // A partner search tells the seeker's own size and seat: no condition on those who answer.
        let searched = self.kind == Some(Kind::Partnership) || partnering::is_sought(sentence, authority);
        let conditional = sentence.is_conditional() && !searched;
        let behind = |apply: &Hit, reach: usize| authority.last < apply.first && near(apply, authority, reach);
        let each = naming::is_each(sentence, authority);
        self.applies |= !each && sentence.of(Role::Apply).any(|apply| behind(apply, ONLY_REACH));
        self.can |= sentence.of(Role::May).any(|may| behind(may, CAN_REACH));
        // Where somebody looks for partners, to join is to apply.
        let joins = clause::joins(sentence, authority) && self.kind != Some(Kind::Partnership) && !leads_or_joins(sentence);
        match clause::shut(sentence, authorities) {
            Shut::Abroad | Shut::Out if clause::joins_instead(sentence) => {
                self.partner.get_or_insert_with(|| whole("body.joins"));
            }
            // Whose country is out says nothing of the body.
            Shut::Abroad => {}
            Shut::Out => {
                self.excluded.get_or_insert_with(|| whole("body.excluded"));
            }
            // "Other authorities may not apply": some are named, and they may.
            Shut::Others => {
                self.conditional.get_or_insert_with(|| whole("body.others_excluded"));
            }
            Shut::Part => {
                self.conditional.get_or_insert_with(|| whole("body.part_excluded"));
            }
            // "Municipalities may apply with other municipalities as partners": the others join those who apply.
            Shut::Open if joins && fellows::are_fellows(sentence, authorities) => {
                self.fellows.get_or_insert_with(|| whole("body.joins"));
                if fellows::apply_with_fellows(sentence, authority) {
                    self.authority.get_or_insert_with(|| found(sentence.quote(authority), "body.local_authority"));
                }
            }
            // Where others of their kind apply in another sentence, those who join say nothing of them.
            Shut::Open if self.kind.is_some_and(|kind| partnering::tells_partners(sentence, kind)) => {
                self.fellows.get_or_insert_with(|| whole("body.joins"));
            }
            Shut::Open if joins => {
                self.partner.get_or_insert_with(|| whole("body.joins"));
            }
            Shut::Open if conditional && self.is_of_one_lot(sentence) => {}
            Shut::Open if conditional => {
                self.conditional.get_or_insert_with(|| whole("body.condition"));
            }
            // "Municipalities are not among the beneficiaries": whoever says it, he lets nobody in.
            Shut::Open if let Some(not) = clause::doubt(sentence, authority) => {
                if refused::is_refused(sentence, not, authority) && refused::ends_with_list(sentence, authority) {
                    self.excluded.get_or_insert_with(|| whole("body.excluded"));
                }
                if clause::is_lack(sentence, not) && !clause::are_let_in_too(sentence, not) {
                    self.conditional.get_or_insert_with(|| whole("body.condition"));
                }
            }
            Shut::Open if stands_behind_others(sentence, authority) => {
                self.other_applies = true;
                self.other.get_or_insert_with(|| whole(OTHERS));
            }
            Shut::Open if person_leads(sentence, authority) => {
                self.other.get_or_insert_with(|| whole("body.person"));
            }
            Shut::Open => {
                let applies = self.listed
                    || !each
                        && authorities
                            .iter()
                            .any(|authority| applies_itself(sentence, authority) || lots::is_next(sentence, authority));
                if !applies && !sentence.in_title && running::is_particular(sentence, authority) {
                    return;
                }
                let named = if sentence.in_title {
                    &mut self.titled
                } else if sentence.says(&GRAMMAR.applicant.proposed) {
                    &mut self.proposes
                } else if sentence.has(Role::Helper) {
                    if applies { &mut self.aided } else { &mut self.helper }
                } else if applies {
                    &mut self.authority
                } else {
                    &mut self.mentioned
                };
                named.get_or_insert_with(|| found(sentence.quote(authority), "body.local_authority"));
            }
        }
    }

    /// A size or a membership that is asked for in another sentence than the one that names the authorities.
    fn read_limit(&mut self, sentence: &Sentence<'_>) {
        // Whoever looks for a partner tells his own size.
        let searched = || sentence.of(Role::LocalAuthority).any(|authority| partnering::is_sought(sentence, authority));
        if self.kind == Some(Kind::Partnership) || searched() {
            return;
        }
        if self.is_of_one_lot(sentence) {
            return;
        }
        if sentence.has(Role::Membership) && sentence.about_applying() && !sentence.has_applicant() {
            self.conditional.get_or_insert_with(|| found(sentence.text, "body.members_only"));
        }
        // To have a word of applying is to be about it; "Category A: population of 250,000 and above" is about nothing else.
        let category = || sentence.has(Role::Limit) && sentence.text.contains(char::is_numeric);
        let unnamed = || (sentence.has(Role::Apply) || category()) && !sentence.has_applicant();
        if (sentence.has(Role::LocalAuthority) || unnamed()) && sentence.is_limited() {
            self.limited.get_or_insert_with(|| found(sentence.text, "body.limit"));
        }
    }

    /// Is what this sentence asks for asked for by one lot alone? Where the call itself is for one, it is the whole.
    fn is_of_one_lot(&mut self, sentence: &Sentence<'_>) -> bool {
        let one = (!self.one_lot && lots::limits_one(sentence)).then(|| found(sentence.text, "body.lot"));
        let is_one = one.is_some();
        self.of_one_lot = self.of_one_lot.take().or(one);
        is_one
    }
}
