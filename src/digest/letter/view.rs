//! What the letter's template shows, ready to be shown: cleaned, in words, with language and direction beside each foreign run.

use askama::Template;
use chrono::NaiveDate;

use super::{Item, Letter, Occasion, changes, clean, planned, wording};
use crate::act::Purpose;
use crate::i18n::Texts;
use crate::record::Record;

/// So many sources that were not reached are named. Where more are missing nobody reads the list; staff are told by their own mail.
const MOST_NAMED: usize = 6;

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
    pub(super) opening: Option<String>,
    /// The sentence of an empty week.
    pub(super) empty: Option<String>,
    pub(super) sections: Vec<SectionView>,
    pub(super) rest_heading: String,
    /// What did not fit in full.
    pub(super) rest: Vec<Title>,
    pub(super) late_heading: String,
    /// What is too late to begin with.
    pub(super) late: Vec<Title>,
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
    pub(super) label_amount: String,
    pub(super) label_eligibility: String,
    pub(super) label_why: String,
    pub(super) label_read: String,
    pub(super) label_changed: String,
    pub(super) label_plan: String,
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
}

/// A title in its own language.
pub(super) struct Title {
    pub(super) text: String,
    pub(super) lang: Option<String>,
    pub(super) dir: &'static str,
    /// Name of the language where it is not the letter's.
    pub(super) mark: Option<String>,
    pub(super) link: Option<String>,
    /// The deadline, for a title that stands alone.
    pub(super) until: String,
}

/// A call that was wanted, and the answers to what became of it.
pub(super) struct QuestionView {
    pub(super) title: Title,
    pub(super) answers: Vec<Link>,
}

pub(super) struct ItemView {
    pub(super) title: Title,
    pub(super) summary: Option<String>,
    pub(super) deadline: Plainly,
    pub(super) days_left: Option<String>,
    pub(super) amount: Option<Plainly>,
    pub(super) eligibility: Vec<wording::Saying>,
    pub(super) reason: String,
    /// What changed since it was told.
    pub(super) changes: Vec<String>,
    pub(super) plan: Option<Plainly>,
    pub(super) clash: Option<Plainly>,
    pub(super) acts: Vec<Link>,
}

/// A line with isolated runs, for the text part and for HTML (where browsers and mail programs honour the same isolates).
pub(super) type Plainly = String;

impl LetterView {
    pub(super) fn of(letter: &Letter<'_>, texts: &Texts) -> Self {
        let count = letter.items().count();
        let name = clean::line(letter.addressee.name);
        let mut room = letter.full_items;
        let mut sections = Vec::new();
        let mut rest = Vec::new();
        let fresh = if letter.occasion == Occasion::Urgent { "urgent" } else { "fresh" };
        for (key, items) in
            [(fresh, &letter.fresh), ("updates", &letter.updates), ("closing", &letter.closing), ("everyone", &letter.everyone)]
        {
            let (full, titles) = items.split_at(room.min(items.len()));
            room -= full.len();
            rest.extend(titles.iter().map(|item| Title::of(item, letter, texts)));
            if !full.is_empty() {
                let items = full.iter().map(|item| ItemView::of(item, letter, texts)).collect();
                sections.push(SectionView { heading: texts.t(&format!("letter.section.{key}"), &[]), items });
            }
        }
        let days = clean::isolate(&letter.week.days());
        let base = letter.public_url.trim_end_matches('/');
        Self {
            lang: texts.language().code(),
            dir: texts.language().dir(),
            start: if texts.language().dir() == "rtl" { "right" } else { "left" },
            subject: subject(letter, &name, texts),
            preheader: texts.t(&of_occasion("preheader", letter), &[("days", &days)]),
            greeting: texts.t(&of_occasion("greeting", letter), &[("name", &clean::isolate(&name)), ("days", &days)]),
            opening: Some(clean::inner(&letter.opening)).filter(|words| !words.trim().is_empty()),
            empty: (count == 0).then(|| texts.t("letter.empty", &[])),
            sections,
            rest_heading: texts.t("letter.section.rest", &[]),
            rest,
            late_heading: texts.t("letter.section.late", &[]),
            late: letter.late.iter().map(|item| Title::of(item, letter, texts)).collect(),
            asked_heading: texts.t("letter.section.asked", &[]),
            asked: letter
                .asked
                .iter()
                .map(|question| QuestionView {
                    title: Title::of_record(question.record, letter.today, texts),
                    answers: answers(&question.answers, texts),
                })
                .collect(),
            sources: sources(letter, texts),
            list_label: texts.t("letter.list", &[]),
            list_link: clean::link(&format!("{base}/?municipality={}", letter.addressee.slug)),
            copy: Link::of("letter.copy", letter.copy.as_deref(), texts),
            profile: Link::of("letter.profile", letter.profile.as_deref(), texts),
            unsubscribe: Link::of("letter.unsubscribe", letter.unsubscribe.as_deref(), texts),
            footer: texts.t(&of_occasion("footer", letter), &[]),
            label_deadline: texts.t("letter.label.deadline", &[]),
            label_amount: texts.t("letter.label.amount", &[]),
            label_eligibility: texts.t("letter.label.eligibility", &[]),
            label_why: texts.t("letter.why", &[]),
            label_read: texts.t("letter.read", &[]),
            label_changed: texts.t("letter.label.changed", &[]),
            label_plan: texts.t("letter.label.plan", &[]),
            label_respond: texts.t("letter.respond", &[]),
        }
    }
}

/// A text has a form of its own for each occasion.
fn of_occasion(text: &str, letter: &Letter<'_>) -> String {
    match letter.occasion {
        Occasion::Weekly => format!("letter.{text}"),
        Occasion::Urgent => format!("letter.urgent.{text}"),
        Occasion::Reminder => format!("letter.reminder.{text}"),
    }
}

/// How many sources were checked, and which were not reached.
fn sources(letter: &Letter<'_>, texts: &Texts) -> String {
    if letter.occasion != Occasion::Weekly {
        return String::new();
    }
    let missed = &letter.sources_missed;
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

/// The count first, then the nearest deadline: what is seen of a letter before it is opened. Of a letter about one call, the days left and
/// its title.
fn subject(letter: &Letter<'_>, name: &str, texts: &Texts) -> String {
    if letter.occasion != Occasion::Weekly
        && let Some(item) = letter.items().next()
    {
        let opportunity = &item.record.opportunity;
        let left = wording::days_left(opportunity, letter.today, texts).unwrap_or_default();
        let title = clean::isolate(&clean::line(&opportunity.title));
        return texts.t(&of_occasion("subject", letter), &[("left", &left), ("title", &title)]);
    }
    let name = clean::isolate(name);
    let days = clean::isolate(&letter.week.days());
    let count = letter.items().count() as u64;
    if count == 0 {
        return texts.t("letter.subject_empty", &[("name", &name), ("days", &days)]);
    }
    let counted = texts.n("letter.count", count, &[]);
    let nearest =
        letter.items().filter_map(|item| wording::stage(&item.record.opportunity, letter.today)).map(|stage| stage.date);
    let nearest = nearest.filter(|date| *date >= letter.today).min();
    let nearest = nearest.map(|date| texts.t("letter.subject_deadline", &[("date", &clean::isolate(&wording::day(date)))]));
    texts.t("letter.subject", &[("count", &counted), ("name", &name), ("deadline", nearest.as_deref().unwrap_or_default())])
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

impl Title {
    fn of(item: &Item<'_>, letter: &Letter<'_>, texts: &Texts) -> Self {
        Self::of_record(item.record, letter.today, texts)
    }

    fn of_record(record: &Record, today: NaiveDate, texts: &Texts) -> Self {
        let opportunity = &record.opportunity;
        let lang = opportunity
            .lang
            .as_deref()
            .map(str::to_ascii_lowercase)
            .filter(|lang| lang.chars().all(|c| c.is_ascii_alphabetic() || c == '-'));
        let foreign = lang.as_deref().filter(|lang| *lang != texts.language().code());
        let mark = foreign.map(|lang| texts.find(&format!("letter.language.{lang}")).unwrap_or(lang).to_owned());
        Self {
            text: clean::line(&opportunity.title),
            dir: clean::direction(lang.as_deref()),
            mark,
            lang,
            link: clean::link(&opportunity.url),
            until: wording::deadline(opportunity, today, texts),
        }
    }
}

impl ItemView {
    fn of(item: &Item<'_>, letter: &Letter<'_>, texts: &Texts) -> Self {
        let opportunity = &item.record.opportunity;
        let title = Title::of(item, letter, texts);
        let said = wording::eligibility(&opportunity.eligibility, texts);
        let eligibility = said.into_iter().map(|saying| saying.beside_title(&title.text)).collect();
        Self {
            title,
            summary: opportunity.summary.as_deref().map(clean::line).filter(|line| !line.is_empty()),
            deadline: wording::deadline(opportunity, letter.today, texts),
            days_left: wording::days_left(opportunity, letter.today, texts),
            amount: wording::amount(&opportunity.amount, texts),
            eligibility,
            reason: item.reason.trim().to_owned(),
            changes: item.changes.iter().flat_map(|since| changes::sentences(opportunity, since, letter.today, texts)).collect(),
            plan: item.plan.as_ref().map(|plan| planned::line(plan, letter.today, texts)),
            clash: planned::clash(&item.clashes, texts),
            acts: answers(&item.acts, texts),
        }
    }
}
