//! What the letter's template shows, ready to be shown: cleaned, in words, with language and direction beside each foreign run.

use super::subject::{self, of_occasion};
use super::title::{Title, lang};
use super::{Item, Letter, Occasion, changes, ended, planned, wording};
use crate::act::Purpose;
use crate::clean;
use crate::i18n::Texts;
use askama::Template;

/// So many sources that were not reached are named. Where more are missing nobody reads the list; staff are told by their own mail.
const MOST_NAMED: usize = 6;

/// One line of a summary on a telephone is about 45 characters; so many are three lines, and end with a sentence where one ends.
const LONGEST_SUMMARY: usize = 160;

/// Places of the sections in their order.
const UPDATES: usize = 1;
const CLOSING: usize = 2;
const EVERYONE: usize = 3;

/// Places that are kept for each section, whatever is new: of seven, three are left for what is new at the least.
const KEPT: [usize; 4] = [0, 2, 1, 1];

/// The whole letter.
#[derive(Template)]
#[template(path = "letter/letter.html")]
pub(super) struct LetterView {
    pub(super) lang: &'static str,
    pub(super) dir: &'static str,
    /// The side on which lines begin, for clients that do not know `start`.
    pub(super) start: &'static str,
    pub(super) subject: String,
    pub(super) preheader: String,
    pub(super) greeting: String,
    /// What the office says first.
    pub(super) opening: Vec<String>,
    /// The sentence of an empty week.
    pub(super) empty: Option<String>,
    pub(super) sections: Vec<SectionView>,
    pub(super) rest_heading: String,
    /// What did not fit in full.
    pub(super) rest: Vec<Briefly>,
    pub(super) late_heading: String,
    /// What is too late to begin with.
    pub(super) late: Vec<Briefly>,
    pub(super) asked_heading: String,
    /// Calls that were wanted, with what can be said of them now.
    pub(super) asked: Vec<QuestionView>,
    pub(super) sources: String,
    pub(super) list_label: String,
    pub(super) list_link: Option<String>,
    pub(super) copy: Option<Link>,
    pub(super) profile: Option<Link>,
    pub(super) unsubscribe: Option<Link>,
    pub(super) footer: String,
    pub(super) label_deadline: String,
    pub(super) label_further: String,
    pub(super) label_event: String,
    pub(super) label_amount: String,
    pub(super) label_eligibility: String,
    pub(super) label_quote: String,
    pub(super) label_why: String,
    pub(super) label_read: String,
    pub(super) label_page: String,
    pub(super) label_changed: String,
    pub(super) label_plan: String,
    /// The same beside a title that stands alone.
    pub(super) label_answer: String,
    /// What stands before the one address by which the text part is answered.
    pub(super) label_respond: String,
}

/// Words that lead somewhere of ours.
pub(super) struct Link {
    pub(super) label: String,
    pub(super) address: String,
}

pub(super) struct SectionView {
    pub(super) heading: String,
    pub(super) items: Vec<ItemView>,
    pub(super) ended: Vec<EndedView>,
}

/// What can no longer be had: its title and how it ended.
pub(super) struct EndedView {
    pub(super) title: Title,
    pub(super) said: String,
    pub(super) link: Option<String>,
}

/// An item that is not told in full: its title, what decides whether one reads on, and our page about it.
pub(super) struct Briefly {
    pub(super) title: Title,
    pub(super) until: String,
    /// May we apply?
    pub(super) verdict: String,
    pub(super) reason: String,
    pub(super) link: Option<String>,
    /// One address by which it is answered; the page behind it offers the other answers.
    pub(super) respond: Option<String>,
}

/// A call that was wanted, and the answers to what became of it.
pub(super) struct QuestionView {
    pub(super) title: Title,
    pub(super) answers: Vec<Link>,
}

pub(super) struct ItemView {
    pub(super) title: Title,
    /// The original.
    pub(super) link: Option<String>,
    /// Our own page about it.
    pub(super) page: Option<String>,
    /// Language and direction of what the record says in its own words.
    pub(super) lang: Option<String>,
    pub(super) dir: &'static str,
    /// What it is, and who publishes it.
    pub(super) kind: String,
    pub(super) summary: Option<String>,
    pub(super) deadline: Plainly,
    pub(super) days_left: Option<String>,
    /// The cut-offs or the step after it.
    pub(super) further: Option<Plainly>,
    /// When and where it takes place.
    pub(super) event: Option<Plainly>,
    pub(super) amount: Option<Plainly>,
    pub(super) eligibility: Vec<wording::Saying>,
    pub(super) reason: String,
    /// What changed since it was told.
    pub(super) changes: Vec<String>,
    pub(super) plan: Option<Plainly>,
    pub(super) clash: Option<Plainly>,
    pub(super) acts: Vec<Link>,
    /// The page that goes to the mayor, one of the acts.
    pub(super) mayor: Option<Link>,
}

/// A line with isolated runs, for the text part and for HTML (where browsers and mail programs honour the same isolates).
pub(super) type Plainly = String;

impl LetterView {
    /// What stands as titles, each list under its heading.
    pub(super) fn titles(&self) -> [(&str, &[Briefly]); 2] {
        [(&self.rest_heading, &self.rest), (&self.late_heading, &self.late)]
    }

    pub(super) fn of(letter: &Letter<'_>, texts: &Texts) -> Self {
        let count = letter.items().count();
        let name = clean::line(letter.addressee.name);
        let mut sections = Vec::new();
        let mut rest = Vec::new();
        let fresh = if letter.occasion == Occasion::Urgent { "urgent" } else { "fresh" };
        let of =
            [(fresh, &letter.fresh), ("updates", &letter.updates), ("closing", &letter.closing), ("everyone", &letter.everyone)];
        let places = places(of.map(|(_, items)| items.len()), letter.full_items);
        for ((key, items), places) in of.into_iter().zip(places) {
            let (full, titles) = items.split_at(places);
            rest.extend(titles.iter().map(|item| Briefly::of(item, letter, texts)));
            let ended = if key == "updates" { EndedView::all(letter, texts) } else { Vec::new() };
            if !full.is_empty() || !ended.is_empty() {
                let items = full.iter().map(|item| ItemView::of(item, letter, texts)).collect();
                sections.push(SectionView { heading: texts.t(&format!("letter.section.{key}"), &[]), items, ended });
            }
        }
        // A line does not break inside the range.
        let days = clean::isolate(&letter.week.days().replace('–', "\u{2060}–\u{2060}"));
        let base = letter.public_url.trim_end_matches('/');
        Self {
            lang: texts.language().code(),
            dir: texts.language().dir(),
            start: if texts.language().dir() == "rtl" { "right" } else { "left" },
            subject: subject::of(letter, &name, texts),
            preheader: texts.t(&of_occasion("preheader", letter), &[("days", &days)]),
            greeting: texts.t(&of_occasion("greeting", letter), &[("name", &clean::isolate(&name)), ("days", &days)]),
            opening: clean::lines(&letter.opening),
            empty: (count == 0).then(|| texts.t("letter.empty", &[])),
            sections,
            rest_heading: texts.t("letter.section.rest", &[]),
            rest,
            late_heading: texts.t("letter.section.late", &[]),
            late: letter.late.iter().map(|item| Briefly::of(item, letter, texts)).collect(),
            asked_heading: texts.t("letter.section.asked", &[]),
            asked: letter
                .asked
                .iter()
                .map(|question| QuestionView {
                    title: Title::of(question.record, texts),
                    answers: answers(&question.answers, texts),
                })
                .collect(),
            sources: sources(letter, texts),
            list_label: texts.t("letter.list", &[]),
            list_link: clean::link(&format!("{base}/?municipality={}", letter.addressee.slug)),
            copy: Link::of("letter.copy", letter.copy.as_deref(), texts),
            profile: Link::of("letter.profile", letter.profile.as_deref(), texts),
            unsubscribe: Link::of("letter.unsubscribe", letter.unsubscribe.as_deref(), texts),
            footer: footer(letter, texts),
            label_deadline: texts.t("letter.label.deadline", &[]),
            label_further: texts.t("letter.label.further", &[]),
            label_event: texts.t("letter.label.event", &[]),
            label_amount: texts.t("letter.label.amount", &[]),
            label_eligibility: texts.t("letter.label.eligibility", &[]),
            label_quote: texts.t("letter.label.quote", &[]),
            label_why: texts.t("letter.why", &[]),
            label_read: texts.t("letter.read", &[]),
            label_page: texts.t("letter.page", &[]),
            label_changed: texts.t("letter.label.changed", &[]),
            label_plan: texts.t("letter.label.plan", &[]),
            label_answer: texts.t("letter.answer", &[]),
            label_respond: texts.t("letter.respond", &[]),
        }
    }
}

/// How many items of each section are told in full: what is new does not push out what the office shows everyone, what changed and what
/// closes; what those do not need goes to the others, in the order in which they are read.
fn places(items: [usize; 4], room: usize) -> [usize; 4] {
    let mut places = [0; 4];
    let mut left = room;
    for at in [EVERYONE, UPDATES, CLOSING] {
        places[at] = items[at].min(KEPT[at]).min(left);
        left -= places[at];
    }
    for at in 0..items.len() {
        let more = (items[at] - places[at]).min(left);
        places[at] += more;
        left -= more;
    }
    places
}

/// How many sources were checked, and which were not reached.
fn sources(letter: &Letter<'_>, texts: &Texts) -> String {
    if letter.occasion != Occasion::Weekly {
        return String::new();
    }
    let missed = &letter.sources_missed;
    if missed.is_empty() && letter.sources_checked == 0 {
        return texts.t("letter.sources_none", &[]);
    }
    if missed.is_empty() {
        return texts.n("letter.sources", letter.sources_checked, &[]);
    }
    let mut names: Vec<String> = missed.iter().take(MOST_NAMED).map(|name| clean::isolate(&clean::line(name))).collect();
    if missed.len() > MOST_NAMED {
        names.push(texts.n("letter.sources_more", (missed.len() - MOST_NAMED) as u64, &[]));
    }
    let (checked, all) = (letter.sources_checked.to_string(), (letter.sources_checked + missed.len() as u64).to_string());
    texts.t("letter.sources_missed", &[("checked", &checked), ("all", &all), ("names", &names.join(", "))])
}

/// Why it came and how to change it; that it goes to the members is said to members alone.
fn footer(letter: &Letter<'_>, texts: &Texts) -> String {
    if letter.occasion == Occasion::Weekly && letter.addressee.is_member {
        return texts.t("letter.footer_member", &[]);
    }
    texts.t(&of_occasion("footer", letter), &[])
}

impl Link {
    fn of(key: &str, address: Option<&str>, texts: &Texts) -> Option<Self> {
        Some(Self { label: texts.t(key, &[]), address: clean::link(address?)? })
    }
}

/// What can be said, with the address that says it.
fn answers(acts: &[(Purpose, String)], texts: &Texts) -> Vec<Link> {
    let named =
        |(purpose, address): &(Purpose, String)| Link::of(&format!("letter.act.{}", purpose.code()), Some(address), texts);
    acts.iter().filter_map(named).collect()
}

impl EndedView {
    fn all(letter: &Letter<'_>, texts: &Texts) -> Vec<Self> {
        let told = letter.ended.iter().map(|ended| Self {
            title: Title::of(ended.record, texts),
            said: ended::sentence(ended.end, &ended.record.opportunity, letter.today, texts),
            link: ended.page.as_deref().and_then(clean::link),
        });
        told.collect()
    }
}

impl Briefly {
    fn of(item: &Item<'_>, letter: &Letter<'_>, texts: &Texts) -> Self {
        let opportunity = &item.record.opportunity;
        Self {
            title: Title::of(item.record, texts),
            until: wording::deadline(opportunity, item.told_from(letter.today), texts),
            verdict: wording::verdict(&opportunity.eligibility, texts),
            reason: item.reason.trim().to_owned(),
            link: item.page.as_deref().and_then(clean::link),
            respond: item.acts.first().and_then(|(_, address)| clean::link(address)),
        }
    }
}

impl ItemView {
    fn of(item: &Item<'_>, letter: &Letter<'_>, texts: &Texts) -> Self {
        let opportunity = &item.record.opportunity;
        let said = wording::eligibility(&opportunity.eligibility, texts);
        let eligibility = said.into_iter().map(|saying| saying.beside_title(&clean::line(&opportunity.title))).collect();
        let lang = lang(item.record);
        let from = item.told_from(letter.today);
        let left = wording::days_left(opportunity, from, letter.today, texts);
        let left: Vec<String> = left.into_iter().chain(wording::missed(opportunity, from, letter.today, texts)).collect();
        Self {
            title: Title::of(item.record, texts),
            link: clean::link(&opportunity.url),
            dir: clean::direction(lang.as_deref()),
            lang,
            kind: wording::kind(opportunity, texts),
            summary: opportunity
                .summary
                .as_deref()
                .map(|text| clean::cut(&clean::line(text), LONGEST_SUMMARY))
                .filter(|line| !line.is_empty()),
            deadline: wording::deadline(opportunity, from, texts),
            further: wording::further_deadlines(opportunity, from, texts),
            event: wording::event(&opportunity.event, texts),
            days_left: Some(left.join(" · ")).filter(|left| !left.is_empty()),
            amount: wording::amount(&opportunity.amount, texts),
            eligibility,
            reason: item.reason.trim().to_owned(),
            changes: item.changes.iter().flat_map(|since| changes::sentences(opportunity, since, letter.today, texts)).collect(),
            plan: item.plan.as_ref().map(|plan| planned::line(plan, texts)),
            clash: planned::clash(&item.clashes, texts),
            page: item.page.as_deref().and_then(clean::link),
            acts: answers(&item.acts, texts),
            mayor: item
                .acts
                .iter()
                .find(|(purpose, _)| *purpose == Purpose::Mayor)
                .and_then(|(purpose, address)| Link::of(&format!("letter.act.{}", purpose.code()), Some(address), texts)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn what_is_new_pushes_out_neither_what_changed_nor_what_closes_nor_what_the_office_shows() {
        assert_eq!(places([7, 2, 3, 1], 7), [3, 2, 1, 1]);
        assert_eq!(places([7, 0, 0, 1], 7), [6, 0, 0, 1]);
        assert_eq!(places([1, 4, 4, 0], 7), [1, 4, 2, 0]);
        assert_eq!(places([0, 0, 1, 0], 1), [0, 0, 1, 0]);
        assert_eq!(places([9, 9, 9, 9], 2), [0, 1, 0, 1]);
    }
}
