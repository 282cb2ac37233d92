//! A source's visits as a small chart: bars for what each gave, a cross where nothing could be read, and all of it in words as well.

use crate::i18n::Texts;

/// Height of the chart's field, in its own units.
const HEIGHT: u64 = 32;

/// Width of a bar with the gap after it.
const STEP: u64 = 12;

/// Width of a bar.
const BAR: u64 = 9;

/// The least height of a bar, so that a visit without items is seen.
const LEAST: u64 = 3;

/// A chart, ready to be drawn.
pub(super) struct Chart {
    pub(super) width: u64,
    pub(super) height: u64,
    /// What it shows, in a sentence.
    pub(super) said: String,
    pub(super) bars: Vec<Bar>,
}

/// One visit.
pub(super) struct Bar {
    pub(super) x: u64,
    pub(super) y: u64,
    pub(super) width: u64,
    pub(super) height: u64,
    /// The outcome's code: its colour, and whether it is crossed out.
    pub(super) outcome: String,
    pub(super) said: String,
}

impl Chart {
    /// Of visits, oldest first: outcome, items, and what to say of each; none of no visits.
    pub(super) fn of(visits: impl Iterator<Item = (String, u64, String)>, texts: &Texts) -> Option<Self> {
        let visits: Vec<_> = visits.collect();
        let most = visits.iter().map(|(_, items, _)| *items).max()?;
        let count = |wanted: &str| visits.iter().filter(|(outcome, _, _)| outcome == wanted).count().to_string();
        let said = texts.t(
            "web.source_chart",
            &[
                ("visits", &texts.n("web.source_chart_visits", visits.len() as u64, &[])),
                ("done", &count("done")),
                ("partial", &count("partial")),
                ("failed", &count("failed")),
                ("most", &texts.n("web.source_chart_most", most, &[])),
            ],
        );
        let bars: Vec<Bar> = visits
            .into_iter()
            .zip(0..)
            .map(|((outcome, items, said), place)| {
                let height = (items * HEIGHT / most.max(1)).clamp(LEAST, HEIGHT);
                Bar { x: place * STEP, y: HEIGHT - height, width: BAR, height, outcome, said }
            })
            .collect();
        Some(Self { width: bars.len() as u64 * STEP, height: HEIGHT, said, bars })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::i18n::{I18n, Language};

    #[test]
    fn one_visit_and_one_item_are_said_as_people_say_them() {
        let i18n = I18n::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/config"))).unwrap();
        let said = |items: &[u64], language| {
            let visits = items.iter().map(|items| ("done".to_owned(), *items, String::new()));
            Chart::of(visits, i18n.of(language)).unwrap().said
        };
        let he = said(&[1], Language::He);
        assert!(he.starts_with("הביקור האחרון.") && he.ends_with("פריט אחד לכל היותר."), "{he}");
        let he = said(&[2, 1], Language::He);
        assert!(he.starts_with("שני הביקורים האחרונים.") && he.ends_with("שני פריטים לכל היותר."), "{he}");
        let en = said(&[1, 0, 0], Language::En);
        assert_eq!(en, "The last 3 visits. Read in full: 3, in part: 0, not: 0. At most one item.");
    }
}
