//! The one door to the wall time: everybody else is handed it.

use std::time::Instant;

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Asia::Jerusalem;
use chrono_tz::Tz;

/// The zone that the house lives in: schedules, weeks and the days of its letters.
pub const HOME: Tz = Jerusalem;

/// The wall time, real or started at a moment of our choice (`KOLKORE_TODAY`), from where it runs.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's own.
    System,
    /// Started at `at` when the machine's monotonic clock showed `since`.
    Started {
        /// The moment at which it was started.
        at: DateTime<Utc>,
        /// When that was.
        since: Instant,
    },
}

impl Clock {
    /// A clock that shows `today` (`2026-05-06` or `2026-05-06T08:00:00`, Asia/Jerusalem) now, and runs.
    pub fn starting_at(today: &str) -> anyhow::Result<Self> {
        let local = today
            .parse::<NaiveDateTime>()
            .or_else(|_| today.parse::<NaiveDate>().map(|day| day.and_time(chrono::NaiveTime::MIN)))
            .with_context(|| format!("KOLKORE_TODAY=`{today}` is no moment; write 2026-05-06T08:00:00"))?;
        let at = HOME
            .from_local_datetime(&local)
            .earliest()
            .with_context(|| format!("KOLKORE_TODAY=`{today}` does not exist in {HOME} (clock change)"))?;
        Ok(Self::Started { at: at.to_utc(), since: Instant::now() })
    }

    /// The present moment.
    #[expect(clippy::disallowed_methods, reason = "this is the door to the wall time")]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Started { at, since } => *at + since.elapsed(),
        }
    }

    /// The present day in [`HOME`].
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&HOME).date_naive()
    }
}

/// Days since 1970: a date as the index counts it.
pub fn day_number(day: NaiveDate) -> i64 {
    day.signed_duration_since(NaiveDate::default()).num_days()
}

/// The moment at which a day begins in [`HOME`].
pub fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    HOME.from_local_datetime(&midnight).earliest().map_or_else(|| midnight.and_utc(), |at| at.to_utc())
}
