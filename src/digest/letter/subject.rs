//! What is seen of a letter before it is opened.

use super::title::Title;
use super::{Item, Letter, Occasion, wording};
use crate::clean;
use crate::i18n::Texts;

/// A text has a form of its own for each occasion.
pub(super) fn of_occasion(text: &str, letter: &Letter<'_>) -> String {
    match letter.occasion {
        Occasion::Weekly => format!("letter.{text}"),
        Occasion::Urgent => format!("letter.urgent.{text}"),
        Occasion::Reminder => format!("letter.reminder.{text}"),
    }
}

/// By when something has to be done: the day of the decision where a council has to sit, which comes long before the deadline.
fn when(item: &Item<'_>, letter: &Letter<'_>, texts: &Texts) -> String {
    let said = |key: &str, day| texts.t(key, &[("date", &clean::isolate(&wording::day(day)))]);
    let opportunity = &item.record.opportunity;
    match (&item.plan, wording::stage(opportunity, item.told_from(letter.today))) {
        (Some(plan), _) if plan.decide > letter.today => said("letter.when.decide", plan.decide),
        (Some(plan), Some(stage)) if plan.council >= letter.today => said("letter.when.at_once", stage.date),
        (_, Some(stage)) => said("letter.when.submit", stage.date),
        (_, None) => wording::deadline(opportunity, letter.today, texts),
    }
}

/// The count first, then the nearest deadline: what is seen of a letter before it is opened. Of a letter about one call, by when something
/// has to be done and its title.
pub(super) fn of(letter: &Letter<'_>, name: &str, texts: &Texts) -> String {
    if letter.occasion != Occasion::Weekly
        && let Some(item) = letter.items().next()
    {
        let opportunity = &item.record.opportunity;
        let left = match letter.occasion {
            Occasion::Reminder => {
                wording::days_left(opportunity, item.told_from(letter.today), letter.today, texts).unwrap_or_default()
            }
            Occasion::Weekly | Occasion::Urgent => when(item, letter, texts),
        };
        let title = clean::isolate(&Title::of(item.record, texts).text);
        return texts.t(&of_occasion("subject", letter), &[("left", &left), ("title", &title)]);
    }
    let name = clean::isolate(name);
    let days = clean::isolate(&letter.week.days());
    let count = letter.items().count() as u64;
    if count == 0 {
        return texts.t("letter.subject_empty", &[("name", &name), ("days", &days)]);
    }
    let counted = texts.n("letter.count", count, &[]);
    // Of what is out of reach nobody has to be told by when.
    let told = |item: &Item<'_>| wording::stage(&item.record.opportunity, item.told_from(letter.today)).map(|stage| stage.date);
    let nearest = letter.items().filter_map(told);
    let nearest = nearest.filter(|date| *date >= letter.today).min();
    let nearest = nearest.map(|date| texts.t("letter.subject_deadline", &[("date", &clean::isolate(&wording::day(date)))]));
    texts.t("letter.subject", &[("count", &counted), ("name", &name), ("deadline", nearest.as_deref().unwrap_or_default())])
}
