//! The plan of an item and its event's clashes, in words.

use chrono::NaiveDate;

use super::wording;
use crate::clean;
use crate::digest::planning::{Clash, Hour, Plan, Short, Step};
use crate::i18n::Texts;

/// One line: by when to decide, to sit and to hand in. Of a step that no longer fits no day is told, which nobody could keep, but that it
/// does not fit.
pub(super) fn line(plan: &Plan, texts: &Texts) -> String {
    let day = |day: NaiveDate| clean::isolate(&day.format("%-d.%-m").to_string());
    let mut submit = clean::isolate(&wording::day(plan.submit));
    if let Some(hour) = plan.time {
        let (text, time) = match hour {
            Hour::Here(time) => ("letter.plan.time", time),
            Hour::There(time) => ("letter.plan.time_there", time),
        };
        submit.push_str(&texts.t(text, &[("time", &time.format("%H:%M").to_string())]));
    }
    if plan.earlier {
        submit.push_str(&texts.t("letter.plan.earlier", &[]));
    }
    let mut said = match plan.short {
        None => {
            texts.t("letter.plan.whole", &[("decide", &day(plan.decide)), ("council", &day(plan.council)), ("submit", &submit)])
        }
        Some(short) => {
            let text = match short.step {
                Step::Council => "letter.plan.no_council",
                Step::Advice => "letter.plan.no_advice",
            };
            texts.t(text, &[("days", &days(short, texts)), ("submit", &submit)])
        }
    };
    if plan.august {
        said.push_str(&texts.t("letter.plan.august", &[]));
    }
    said
}

/// How many working days are needed, and how many are left.
fn days(short: Short, texts: &Texts) -> String {
    let needed = texts.n("letter.plan.needed", short.needed.into(), &[]);
    let left = match short.left {
        0 => texts.t("letter.plan.none_left", &[]),
        left => texts.n("letter.plan.left", left.into(), &[]),
    };
    texts.t("letter.plan.days", &[("needed", &needed), ("left", &left)])
}

/// A warning where an event falls on days of rest.
pub(crate) fn clash(clashes: &[Clash], texts: &Texts) -> Option<String> {
    let each = clashes.iter().map(|clash| {
        let name = texts.t(&format!("letter.holiday.{}", clash.key), &[]);
        format!("{name} ({})", clean::isolate(&wording::day(clash.day)))
    });
    let names: Vec<String> = each.collect();
    (!names.is_empty()).then(|| texts.t("letter.clash", &[("days", &names.join(", "))]))
}
