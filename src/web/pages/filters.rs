//! The filters beside the results: choices of the form, counts as links, and what is chosen as chips that can be taken off.

use chrono::{Days, NaiveDate};
use index::{Answer, Facet};

use super::{Ui, wording::named};
use crate::digest::letter::wording;
use crate::i18n::{Language, Texts};
use crate::kinds;
use crate::search::Labels;
use crate::search::query::{SearchQuery, StatusFilter};

/// What the page counts, in the order in which it is shown.
pub(crate) const COUNTED: [Facet; 8] =
    [Facet::Topic, Facet::Kind, Facet::Deadline, Facet::Eligible, Facet::Network, Facet::Source, Facet::Country, Facet::Lang];

const SHOWN: [&str; 8] = ["topic", "kind", "deadline", "eligible", "network", "source", "country", "lang"];

/// Values of one facet that are shown; the rest are a longer list than anyone reads.
const MOST: usize = 10;

/// The deadline choices, in days.
const BUCKETS: [u64; 5] = [7, 30, 60, 90, 120];

pub(crate) struct Group {
    pub(crate) heading: String,
    pub(crate) links: Vec<Link>,
}

pub(crate) struct Link {
    pub(crate) name: String,
    pub(crate) count: u64,
    pub(crate) href: String,
    pub(crate) chosen: bool,
}

/// A choice of a form's list.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
}

/// Something chosen, and the question without it.
pub(crate) struct Chip {
    pub(crate) field: String,
    pub(crate) name: String,
    pub(crate) href: String,
}

/// Everything needed to name values and to link to questions.
pub(crate) struct Filters<'a> {
    pub(crate) query: &'a SearchQuery,
    pub(crate) texts: &'a Texts,
    pub(crate) labels: &'a Labels,
    pub(crate) ui: Ui,
    pub(crate) today: NaiveDate,
}

impl Filters<'_> {
    /// The counts as links. A facet with a single value that is not chosen narrows nothing and is left out.
    pub(crate) fn groups(&self, answer: &Answer) -> Vec<Group> {
        let mut groups = Vec::new();
        for field in SHOWN {
            let Some(mut counts) = answer.facets.get(field).cloned() else { continue };
            if field == "deadline" {
                counts.sort_by_key(|count| count.value.parse().unwrap_or(u64::MAX));
            }
            let links: Vec<Link> =
                counts.iter().take(MOST).filter_map(|count| self.link(field, &count.value, count.count)).collect();
            if links.len() > 1 || links.iter().any(|link| link.chosen) {
                groups.push(Group { heading: self.texts.t(&format!("web.filter_{field}"), &[]), links });
            }
        }
        groups
    }

    fn link(&self, field: &str, value: &str, count: u64) -> Option<Link> {
        let mut next = self.query.clone();
        next.page = 1;
        let chosen = if field == "deadline" {
            let day = self.today.checked_add_days(Days::new(value.parse().ok()?))?;
            let chosen = next.deadline_to == Some(day) && next.deadline_from.is_none_or(|from| from == self.today);
            // From today on: in the archive what ended ever before is no part of the coming days.
            (next.deadline_from, next.deadline_to) = if chosen { (None, None) } else { (Some(self.today), Some(day)) };
            chosen
        } else {
            toggle(list(&mut next, field)?, value)
        };
        Some(Link { name: self.name(field, value), count, href: self.href(&next), chosen })
    }

    /// The days that are asked for begin today, as the counts of the coming days do: one choice and no two.
    pub(crate) fn is_of_coming_days(&self) -> bool {
        self.query.deadline_from == Some(self.today) && self.query.deadline_to.is_some()
    }

    /// What is chosen, one chip each.
    pub(crate) fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        let mut chip = |field: &str, name: String, without: SearchQuery| {
            let field = self.texts.t(&format!("web.filter_{field}"), &[]);
            chips.push(Chip { field, name, href: self.href(&without) });
        };
        let base = SearchQuery { page: 1, ..self.query.clone() };
        for field in ["kind", "topic", "eligible", "network", "source", "country", "lang"] {
            let mut all = base.clone();
            let Some(values) = list(&mut all, field).cloned() else { continue };
            for value in values {
                let mut without = base.clone();
                if let Some(list) = list(&mut without, field) {
                    list.retain(|known| *known != value);
                }
                chip(field, self.name(field, &value), without);
            }
        }
        if base.status != StatusFilter::Live {
            chip("status", self.status_name(&base.status), SearchQuery { status: StatusFilter::Live, ..base.clone() });
        }
        let is_of_coming_days = self.is_of_coming_days();
        if let Some(day) = base.deadline_from.filter(|_| !is_of_coming_days) {
            chip("deadline_from", wording::day(day), SearchQuery { deadline_from: None, ..base.clone() });
        }
        if let Some(day) = base.deadline_to {
            let name = self.texts.t("web.until", &[("date", &wording::day(day))]);
            let from = base.deadline_from.filter(|_| !is_of_coming_days);
            chip("deadline", name, SearchQuery { deadline_from: from, deadline_to: None, ..base.clone() });
        }
        if let Some(sum) = base.amount_min {
            chip("amount_min", format!("€{sum}"), SearchQuery { amount_min: None, ..base.clone() });
        }
        if let Some(slug) = &base.municipality {
            chip("municipality", slug.clone(), SearchQuery { municipality: None, ..base.clone() });
        }
        if let Some(number) = base.changed_after {
            chip("changed_after", number.to_string(), SearchQuery { changed_after: None, ..base.clone() });
        }
        chips
    }

    /// The form's kinds.
    pub(crate) fn kinds(&self) -> Vec<Choice> {
        let kinds = [
            "call_for_proposals",
            "grant",
            "competition",
            "conference",
            "exhibition",
            "exchange",
            "training",
            "partnership",
            "other",
        ];
        self.choices("kind", "all_kinds", kinds.into_iter(), &self.query.kind)
    }

    /// The form's topics, by name.
    pub(crate) fn topics(&self) -> Vec<Choice> {
        let mut choices = self.choices("topic", "all_topics", self.labels.topics(), &self.query.topic);
        choices[1..].sort_by(|a, b| a.name.cmp(&b.name));
        choices
    }

    /// The form's verdicts.
    pub(crate) fn verdicts(&self) -> Vec<Choice> {
        self.choices(
            "eligible",
            "all_eligible",
            ["yes", "partner", "conditional", "unknown", "no"].into_iter(),
            &self.query.eligible,
        )
    }

    /// The form's states.
    pub(crate) fn statuses(&self) -> Vec<Choice> {
        let choice = |value: &str, status: StatusFilter| Choice {
            value: value.to_owned(),
            name: self.status_name(&status),
            chosen: self.query.status == status,
        };
        let one = |code: &str| StatusFilter::Of(vec![code.to_owned()]);
        let mut choices = vec![choice("", StatusFilter::Live), choice("any", StatusFilter::Any)];
        choices.extend(["open", "forthcoming", "closed", "unlisted", "withdrawn"].map(|code| choice(code, one(code))));
        if let StatusFilter::Of(codes) = &self.query.status
            && codes.len() > 1
        {
            choices.push(choice(&codes.join(","), self.query.status.clone()));
        }
        choices
    }

    /// The form's deadlines; a day that was asked for otherwise stays a choice.
    pub(crate) fn deadlines(&self) -> Vec<Choice> {
        let chosen = self.query.deadline_to;
        let mut choices =
            vec![Choice { value: String::new(), name: self.texts.t("web.all_deadlines", &[]), chosen: chosen.is_none() }];
        for days in BUCKETS {
            let Some(day) = self.today.checked_add_days(Days::new(days)) else { continue };
            let name = named(self.texts, "deadline_bucket", &days.to_string());
            choices.push(Choice { value: day.to_string(), name, chosen: chosen == Some(day) });
        }
        if let Some(day) = chosen
            && !choices.iter().any(|choice| choice.chosen)
        {
            choices.push(Choice {
                value: day.to_string(),
                name: self.texts.t("web.until", &[("date", &wording::day(day))]),
                chosen: true,
            });
        }
        choices
    }

    /// A value's name in the page's language.
    pub(crate) fn name(&self, field: &str, value: &str) -> String {
        let language: Language = self.texts.language();
        match field {
            "topic" => self.labels.topic(value, language),
            "source" => self.labels.source(value, language),
            "country" => self.labels.country(value, language),
            "lang" => named(self.texts, "language_name", value),
            "network" => named(self.texts, "network_name", value),
            "deadline" => named(self.texts, "deadline_bucket", value),
            _ => named(self.texts, field, value),
        }
    }

    /// What may stand behind this field's colon in a question, as people call it; sources by their slug, for their names are long.
    pub(crate) fn values(&self, field: &str) -> Vec<String> {
        let named = |table: &str| self.texts.under(&format!("web.{table}")).map(|(_, name)| name.to_owned()).collect();
        match field {
            "kind" => kinds::NAMES.iter().filter_map(|(_, names)| names.first()).map(|name| (*name).to_owned()).collect(),
            "source" => self.labels.values(field),
            "lang" => named("language_name"),
            "network" => named("network_name"),
            "eligible" => named(field),
            _ => self.labels.values(field).iter().map(|value| self.name(field, value)).collect(),
        }
    }

    /// The first choice is none of them; several at once stay together as one choice.
    fn choices<'v>(&self, field: &str, all: &str, values: impl Iterator<Item = &'v str>, chosen: &[String]) -> Vec<Choice> {
        let mut choices =
            vec![Choice { value: String::new(), name: self.texts.t(&format!("web.{all}"), &[]), chosen: chosen.is_empty() }];
        choices.extend(values.map(|value| Choice {
            value: value.to_owned(),
            name: self.name(field, value),
            chosen: matches!(chosen, [only] if only == value),
        }));
        if !choices.iter().any(|choice| choice.chosen) {
            let name = chosen.iter().map(|value| self.name(field, value)).collect::<Vec<_>>().join(", ");
            choices.push(Choice { value: chosen.join(","), name, chosen: true });
        }
        choices
    }

    fn status_name(&self, status: &StatusFilter) -> String {
        match status {
            StatusFilter::Live => self.texts.t("web.status_live", &[]),
            StatusFilter::Any => self.texts.t("web.status_any", &[]),
            StatusFilter::Of(codes) => codes.iter().map(|code| named(self.texts, "status", code)).collect::<Vec<_>>().join(", "),
        }
    }

    /// The page that answers `query`.
    pub(crate) fn href(&self, query: &SearchQuery) -> String {
        format!("/{}", query.href(self.ui.pairs()))
    }
}

fn list<'a>(query: &'a mut SearchQuery, field: &str) -> Option<&'a mut Vec<String>> {
    Some(match field {
        "kind" => &mut query.kind,
        "topic" => &mut query.topic,
        "eligible" => &mut query.eligible,
        "network" => &mut query.network,
        "source" => &mut query.source,
        "country" => &mut query.country,
        "lang" => &mut query.lang,
        _ => return None,
    })
}

/// Adds the value, or takes it off; true if it was there.
fn toggle(list: &mut Vec<String>, value: &str) -> bool {
    let before = list.len();
    list.retain(|known| known != value);
    let was_there = list.len() < before;
    if !was_there {
        list.push(value.to_owned());
    }
    was_there
}
