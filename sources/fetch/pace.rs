//! How long to leave a host alone between two requests. Pure arithmetic; the waiting is the gate's.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::time::Duration;

use crate::fetch::settings::DEFAULT_MIN_DELAY;

/// A host that takes long is working hard: it is left alone this many times as long as its last answer took.
const TIMES_THE_LAST_ANSWER: f64 = 5.0;

/// Up to this share of a pause is added at random, so that two crawlers never fall into step.
const JITTER: f64 = 0.1;

/// But no more than this: after a pause of hours nobody is in step with anybody.
const MOST_JITTER: Duration = Duration::from_secs(30);

/// A longer pause means "later", not a wait within the visit. Five times the longest answer (30 s) is still waited for.
const LONGEST_PAUSE: Duration = Duration::from_mins(3);

/// The pace of all hosts, from one setting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    min_delay: Duration,
    /// What every other rule is multiplied with: 1, or less behind a gateway.
    scale: f64,
}

impl Pace {
    pub(super) fn new(min_delay: Duration) -> Self {
        Self { min_delay, scale: (min_delay.as_secs_f64() / DEFAULT_MIN_DELAY.as_secs_f64()).min(1.0) }
    }

    /// max(least pause, 5 × last answer, Crawl-delay), the last two scaled.
    pub(super) fn pause(self, last_answer: Duration, crawl_delay: Option<f64>) -> Duration {
        let asked = (last_answer.as_secs_f64() * TIMES_THE_LAST_ANSWER).max(crawl_delay.unwrap_or(0.0));
        self.min_delay.max(Duration::from_secs_f64(asked * self.scale))
    }

    /// Whether a pause is too long to sit through.
    pub(super) fn is_for_later(pause: Duration) -> bool {
        pause > LONGEST_PAUSE
    }
}

/// The pause and a little more.
pub(super) fn with_jitter(pause: Duration) -> Duration {
    let random = RandomState::new().hash_one(pause) as f64 / u64::MAX as f64;
    pause + pause.mul_f64(JITTER * random).min(MOST_JITTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pause(min_delay: u64, last_answer: u64, crawl_delay: Option<f64>) -> u64 {
        let pace = Pace::new(Duration::from_millis(min_delay));
        pace.pause(Duration::from_millis(last_answer), crawl_delay).as_millis() as u64
    }

    #[test]
    fn the_longest_of_the_three_rules_holds() {
        assert_eq!(pause(5_000, 200, None), 5_000);
        assert_eq!(pause(5_000, 3_000, None), 15_000);
        assert_eq!(pause(5_000, 3_000, Some(20.0)), 20_000);
        assert_eq!(pause(8_000, 200, Some(2.0)), 8_000);
    }

    #[test]
    fn a_shorter_least_pause_scales_all_of_them() {
        assert_eq!(pause(50, 1_000, None), 50);
        assert_eq!(pause(50, 3_000, None), 150);
        assert_eq!(pause(50, 0, Some(20.0)), 200);
        assert_eq!(pause(0, 9_000, Some(604_800.0)), 0);
    }

    #[test]
    fn the_slowest_answer_never_makes_a_visit_fail() {
        assert!(!Pace::is_for_later(Pace::new(DEFAULT_MIN_DELAY).pause(Duration::from_secs(30), None)));
        assert!(Pace::is_for_later(Pace::new(DEFAULT_MIN_DELAY).pause(Duration::ZERO, Some(3_600.0))));
    }

    #[test]
    fn jitter_only_adds_and_adds_little() {
        let pause = Duration::from_secs(5);
        for _ in 0..100 {
            assert!((pause..=pause.mul_f64(1.1)).contains(&with_jitter(pause)));
        }
        assert_eq!(with_jitter(Duration::ZERO), Duration::ZERO);
    }
}
