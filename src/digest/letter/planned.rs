//! The plan of an item and its event's clashes, in words.

use chrono::NaiveDate;

use super::wording;
use crate::clean;
use crate::digest::planning::{Clash, Hour, Plan};
use crate::i18n::Texts;

/// One line: by when to decide, to sit and to hand in. What lies in the past already is not asked for.
pub(super) fn line(plan: &Plan, today: NaiveDate, texts: &Texts) -> String {
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
    let mut said = if plan.decide >= today {
        texts.t("letter.plan.whole", &[("decide", &day(plan.decide)), ("council", &day(plan.council)), ("submit", &submit)])
    } else if plan.council >= today {
        texts.t("letter.plan.at_once", &[("council", &day(plan.council)), ("submit", &submit)])
    } else {
        texts.t("letter.plan.no_council", &[("submit", &submit)])
    };
    if plan.august {
        said.push_str(&texts.t("letter.plan.august", &[]));
    }
    said
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
