//! One host's turn-taking: one request at a time, a pause after each, back-off when the host asks for patience.
//! Knows nothing of sources or of what is fetched.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Mutex;
use url::Url;

use crate::fetch::error::{FetchError, Wait};
use crate::fetch::memory::Hold;
use crate::fetch::moment::Moment;
use crate::fetch::pace::{Pace, with_jitter};
use crate::fetch::retry::{LONGEST_BACK_OFF, back_off};

/// The longest Crawl-delay that is heard; an earlier process's word is taken for no longer.
const LONGEST_BY_RULE: TimeDelta = TimeDelta::days(7);

/// Beyond so many hosts those that nothing is remembered of are forgotten: pages may link to any number of them.
const MANY_HOSTS: usize = 4_096;

/// The gates of all hosts.
#[derive(Debug)]
pub(super) struct Gates {
    pace: Pace,
    hosts: std::sync::Mutex<HashMap<String, Arc<Mutex<Gate>>>>,
}

/// What is remembered of one host. Whoever holds the lock has the host for itself.
#[derive(Debug)]
pub(super) struct Gate {
    pace: Pace,
    last_asked: Option<Asked>,
    /// As robots.txt says, once it has been read.
    crawl_delay: Option<f64>,
    held: Option<Held>,
    refusals: u32,
    /// Until when it is held, as somebody has it to keep.
    told: Option<DateTime<Utc>>,
    /// It has answered again since somebody was told how often it had not.
    is_forgiven: bool,
}

/// Until when a host is left alone, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    until: DateTime<Utc>,
    because: Wait,
}

/// The last request: when it ended, and how long it took.
#[derive(Debug, Clone, Copy)]
struct Asked {
    ended: Instant,
    took: Duration,
}

impl Gates {
    pub(super) fn new(min_delay: Duration) -> Self {
        Self { pace: Pace::new(min_delay), hosts: std::sync::Mutex::default() }
    }

    /// The gate of an address's host, whatever the scheme and port: they are one machine to its owner.
    pub(super) fn of(&self, host: &str) -> Arc<Mutex<Gate>> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= MANY_HOSTS {
            hosts.retain(|_, gate| Arc::strong_count(gate) > 1 || gate.try_lock().is_ok_and(|gate| gate.remembers()));
        }
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        Arc::clone(hosts.entry(host).or_insert_with(|| Arc::new(Mutex::new(Gate::new(self.pace)))))
    }

    /// The hosts to be left alone that nobody has been told of yet; one that is being asked comes another time.
    pub(super) fn news(&self, now: DateTime<Utc>) -> Vec<Hold> {
        let hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut news = Vec::new();
        for (host, gate) in hosts.iter() {
            let Ok(mut gate) = gate.try_lock() else { continue };
            let refusals = gate.refusals;
            let forgiven = std::mem::take(&mut gate.is_forgiven).then_some(Held { until: now, because: Wait::Busy });
            let Some(Held { until, because }) = gate.left_alone(now).or(forgiven) else { continue };
            // A pause is reckoned anew each time, and comes out a little otherwise.
            if forgiven.is_some() || gate.told.is_none_or(|told| until - told > TimeDelta::seconds(1)) {
                gate.told = Some(until);
                news.push(Hold { host: host.clone(), until, because, refusals });
            }
        }
        news
    }
}

impl Gate {
    fn new(pace: Pace) -> Self {
        Self { pace, last_asked: None, crawl_delay: None, held: None, refusals: 0, told: None, is_forgiven: false }
    }

    /// Waits until the host may be asked, or says when it may, if that is too long to sit through.
    pub(super) async fn wait_for_turn(&mut self, url: &Url, crawl_delay: Option<f64>, moment: Moment) -> Result<(), FetchError> {
        let later = |at, because| FetchError::Later { url: url.to_string(), answered: None, at, because };
        self.crawl_delay = crawl_delay.or(self.crawl_delay);
        if let Some(Held { until, because }) = self.left_alone(moment.now()) {
            return Err(later(until, because));
        }
        self.held = None;
        let Some(last) = self.last_asked else { return Ok(()) };
        let left = with_jitter(self.pace.pause(last.took, crawl_delay)).saturating_sub(last.ended.elapsed());
        if !left.is_zero() {
            tokio::time::sleep(left).await;
        }
        Ok(())
    }

    /// Until when it is to be left alone: for longer than a visit sits through.
    fn left_alone(&self, now: DateTime<Utc>) -> Option<Held> {
        let held = self.held.filter(|held| now < held.until);
        let paused = self.last_asked.and_then(|last| {
            let left = self.pace.pause(last.took, self.crawl_delay).saturating_sub(last.ended.elapsed());
            Pace::is_for_later(left).then(|| Held { until: now + left, because: Wait::Pause })
        });
        held.into_iter().chain(paused).max_by_key(|held| held.until)
    }

    /// A request is on its way; should its visit be broken off, the pause counts from here.
    pub(super) fn ask(&mut self) {
        self.last_asked = Some(Asked { ended: Instant::now(), took: Duration::ZERO });
    }

    /// It has been answered, or given up.
    pub(super) fn answered(&mut self, took: Duration) {
        self.last_asked = Some(Asked { ended: Instant::now(), took });
    }

    /// The host did not ask for patience: the next guess starts small again.
    pub(super) fn welcome(&mut self) {
        self.is_forgiven |= self.refusals > 0;
        self.refusals = 0;
    }

    /// The host answered so (429 or 503), which asks for patience.
    pub(super) fn back_off(&mut self, url: &Url, status: u16, retry_after: Option<&str>, now: DateTime<Utc>) -> FetchError {
        let (at, because) = back_off(retry_after, self.refusals, now);
        self.refusals = self.refusals.saturating_add(1);
        self.held = Some(Held { until: at, because: Wait::Held });
        FetchError::Later { url: url.to_string(), answered: Some(status), at, because }
    }

    /// Leaves the host alone until then, as an earlier process was asked to.
    pub(super) fn hold(&mut self, Hold { until, because, refusals, .. }: Hold, now: DateTime<Utc>) {
        self.refusals = self.refusals.max(refusals);
        let longest = if because == Wait::Pause { LONGEST_BY_RULE } else { LONGEST_BACK_OFF };
        let until = until.min(now + longest);
        if self.held.is_none_or(|held| held.until < until) {
            self.held = Some(Held { until, because });
        }
        self.told = self.told.max(Some(until));
    }

    fn remembers(&self) -> bool {
        let recently = |asked: Asked| TimeDelta::from_std(asked.ended.elapsed()).is_ok_and(|ago| ago < TimeDelta::hours(1));
        self.held.is_some() || self.refusals > 0 || self.last_asked.is_some_and(recently)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cities() -> Url {
        "https://cities.example/".parse().unwrap()
    }

    #[tokio::test]
    async fn a_pause_too_long_to_sit_through_is_for_later() {
        let now: DateTime<Utc> = "2026-11-25T10:00:00Z".parse().unwrap();
        let mut gate = Gate::new(Pace::new(Duration::from_secs(5)));
        gate.answered(Duration::ZERO);
        let error = gate.wait_for_turn(&cities(), Some(3_600.0), Moment::given(now)).await.unwrap_err();
        assert!(matches!(error, FetchError::Later { because: Wait::Pause, at, .. } if at > now + TimeDelta::minutes(59)));
    }

    #[tokio::test]
    async fn a_held_host_is_not_asked_before_its_time() {
        let now: DateTime<Utc> = "2026-11-25T10:00:00Z".parse().unwrap();
        let mut gate = Gate::new(Pace::new(Duration::ZERO));
        let hold = |until, because| Hold { host: "cities.example".to_owned(), until, because, refusals: 0 };
        gate.hold(hold(now + TimeDelta::hours(1), Wait::Held), now);
        assert!(gate.wait_for_turn(&cities(), None, Moment::given(now)).await.is_err());
        assert_eq!(gate.wait_for_turn(&cities(), None, Moment::given(now + TimeDelta::hours(1))).await, Ok(()));
        for (because, longest) in [(Wait::Held, LONGEST_BACK_OFF), (Wait::Pause, LONGEST_BY_RULE)] {
            gate.hold(hold(now + TimeDelta::days(400), because), now);
            assert_eq!(gate.held, Some(Held { until: now + longest, because }));
        }
    }

    #[tokio::test]
    async fn what_a_host_is_left_alone_for_is_told_once_and_short_pauses_are_not() {
        let now: DateTime<Utc> = "2026-11-25T10:00:00Z".parse().unwrap();
        let gates = Gates::new(Duration::from_secs(5));
        let (slow, quick) = (gates.of("slow.example"), gates.of("quick.example"));
        for (gate, delay) in [(slow, 7_200.0), (quick, 10.0)] {
            let mut gate = gate.lock().await;
            gate.wait_for_turn(&cities(), Some(delay), Moment::given(now)).await.unwrap();
            gate.answered(Duration::ZERO);
        }
        let news = gates.news(now);
        let [Hold { host, until, because: Wait::Pause, refusals: 0 }] = news.as_slice() else { panic!("{news:?}") };
        let late = now + TimeDelta::hours(2) - *until;
        assert!(host == "slow.example" && late >= TimeDelta::zero() && late < TimeDelta::minutes(1), "{until}");
        assert!(gates.news(now).is_empty());
    }

    #[tokio::test]
    async fn a_guessed_wait_goes_on_doubling_in_the_next_process_until_the_host_answers() {
        let now: DateTime<Utc> = "2026-11-25T10:00:00Z".parse().unwrap();
        let before = Gates::new(Duration::ZERO);
        before.of("busy.example").lock().await.back_off(&cities(), 503, None, now);
        let [kept] = before.news(now).try_into().unwrap();
        let (after, later) = (Gates::new(Duration::ZERO), now + TimeDelta::minutes(20));
        let gate = after.of("busy.example");
        let mut gate = gate.lock().await;
        gate.hold(kept, later);
        assert_eq!(gate.wait_for_turn(&cities(), None, Moment::given(later)).await, Ok(()));
        let FetchError::Later { at, .. } = gate.back_off(&cities(), 503, None, later) else { panic!("later") };
        assert_eq!(at - later, TimeDelta::minutes(30));
        gate.welcome();
        drop(gate);
        let [forgiven] = after.news(later + TimeDelta::hours(1)).try_into().unwrap();
        assert_eq!(forgiven.refusals, 0);
        assert!(after.news(later + TimeDelta::hours(1)).is_empty());
    }

    #[test]
    fn a_host_is_one_whatever_its_spelling() {
        let gates = Gates::new(Duration::ZERO);
        assert!(Arc::ptr_eq(&gates.of("cities.example"), &gates.of("CITIES.example.")));
        assert!(!Arc::ptr_eq(&gates.of("cities.example"), &gates.of("www.cities.example")));
    }

    #[test]
    fn hosts_that_nothing_is_remembered_of_are_forgotten() {
        let gates = Gates::new(Duration::ZERO);
        let busy = gates.of("busy.example");
        for number in 0..2 * MANY_HOSTS {
            gates.of(&format!("{number}.example"));
        }
        assert!(Arc::ptr_eq(&busy, &gates.of("busy.example")));
        assert!(gates.hosts.lock().unwrap().len() <= MANY_HOSTS + 1);
    }
}
