//! Sources that no program can read: which of them a person should ask this week. Pure.

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use sources::Source;
use sources::source::Shape;

use crate::clock::HOME;
use crate::digest::week::Week;
use crate::schedule::Schedule;

/// Whether a person should ask this week: by the schedule of a manual source, or because a mailbox or a manual source without one has
/// brought nothing for longer than its cadence. Whoever has asked since the week began need not again; `asked` is the last time.
pub fn is_due(source: &Source, asked: Option<DateTime<Utc>>, last_new: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    let week = Week::of(now.with_timezone(&HOME).date_naive());
    let begins = week.first_day().and_hms_opt(0, 0, 0).and_then(|midnight| HOME.from_local_datetime(&midnight).earliest());
    let begins = begins.map_or(now, |begins| begins.to_utc());
    let silent = |since: Option<DateTime<Utc>>| {
        let patience = source.cadence_days.map(|days| TimeDelta::days(i64::from(days)));
        patience.is_some_and(|patience| since.is_none_or(|since| now - since > patience))
    };
    match &source.shape {
        Shape::Manual(_) if asked.is_some_and(|asked| asked >= begins) => false,
        Shape::Manual(_) => match source.schedule.as_deref().map(Schedule::parse) {
            Some(Ok(schedule)) => {
                let days = TimeDelta::days(7);
                schedule.next_after(begins - TimeDelta::seconds(1)).is_some_and(|due| due < begins + days)
            }
            _ => silent(asked.max(last_new)),
        },
        Shape::Mail(_) => source.active && silent(asked.max(last_new)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(more: &str) -> Source {
        let folder = tempfile::tempdir().unwrap();
        let text = format!(
            "[[source]]\nslug = \"embassy\"\nname = {{ he = \"שגרירות\", en = \"Embassy\" }}\nnetwork = \"embassy\"\nlanguage = [\"en\"]\n{more}\n"
        );
        std::fs::write(folder.path().join("a.toml"), text).unwrap();
        sources::roadmap::load(folder.path()).unwrap().remove(0)
    }

    fn at(moment: &str) -> DateTime<Utc> {
        moment.parse().unwrap()
    }

    #[test]
    fn a_manual_source_is_due_in_the_week_of_its_schedule_until_somebody_has_asked() {
        let monthly = source("schedule = \"0 9 1 * *\"\n[source.manual]\ncontact = \"the press office\"");
        assert!(is_due(&monthly, None, None, at("2026-11-30T08:00:00Z")), "the first of December is in this week");
        assert!(is_due(&monthly, Some(at("2026-11-20T08:00:00Z")), None, at("2026-12-04T08:00:00Z")));
        assert!(!is_due(&monthly, Some(at("2026-11-29T08:00:00Z")), None, at("2026-12-04T08:00:00Z")));
        assert!(!is_due(&monthly, None, None, at("2026-11-25T08:00:00Z")));
    }

    #[test]
    fn without_a_schedule_its_cadence_decides_and_so_it_does_for_a_mailbox() {
        let manual = source("cadence_days = 30\n[source.manual]");
        let mail = source("active = true\ncadence_days = 30\n[source.mail]\nfolder = \"intake\"");
        let now = at("2026-11-25T08:00:00Z");
        for last in [None, Some(at("2026-10-20T08:00:00Z"))] {
            assert!(is_due(&manual, None, last, now) && is_due(&mail, None, last, now));
        }
        assert!(!is_due(&manual, None, Some(at("2026-11-01T08:00:00Z")), now));
        assert!(!is_due(&mail, None, Some(at("2026-11-01T08:00:00Z")), now));
        assert!(!is_due(&mail, Some(at("2026-11-24T08:00:00Z")), None, now), "somebody asked yesterday");
        assert!(!is_due(&source("[source.manual]"), None, None, now), "nothing says how often");
    }
}
