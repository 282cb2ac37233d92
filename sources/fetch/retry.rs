//! What is worth asking again, and when: at once, once, within a visit; or later, when the host says so or we guess.

use chrono::{DateTime, TimeDelta, Utc};

use crate::fetch::error::{FetchError, NetworkFault, Wait};

/// Whatever a host asks for, it is tried again after two days: sources must not fall silent for good. So long after a wait is over the
/// refusals before it still count.
pub const LONGEST_BACK_OFF: TimeDelta = TimeDelta::hours(48);

/// The first guess when a busy host names no time; doubled with each further refusal in a row.
const FIRST_BACK_OFF: TimeDelta = TimeDelta::minutes(15);

/// Worth one more try within the visit: accidents of a moment. What is slow, refused or busy is not asked twice.
pub(super) fn is_worth_another_try(error: &FetchError) -> bool {
    match error {
        FetchError::Network { fault, .. } => matches!(fault, NetworkFault::Broken | NetworkFault::Connect),
        FetchError::Status { status, .. } => matches!(status, 500 | 502 | 504),
        _ => false,
    }
}

/// When a host that answered 429 or 503 is asked again: as its Retry-After says, in either form, or by doubling. One that asks for
/// patience and names a moment that is over contradicts itself, and has named none.
pub(super) fn back_off(retry_after: Option<&str>, refusals_before: u32, now: DateTime<Utc>) -> (DateTime<Utc>, Wait) {
    let asked = retry_after.and_then(|value| {
        let value = value.trim();
        if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
            let seconds = value.parse().unwrap_or(i64::MAX); // more digits than fit: very long
            return Some(TimeDelta::try_seconds(seconds).unwrap_or(LONGEST_BACK_OFF));
        }
        httpdate::parse_http_date(value).ok().map(|at| DateTime::<Utc>::from(at) - now)
    });
    let (wait, because) = match asked.filter(|asked| *asked > TimeDelta::zero()) {
        Some(asked) => (asked, Wait::Asked),
        None => (FIRST_BACK_OFF * 2_i32.pow(refusals_before.min(8)), Wait::Busy),
    };
    (now + wait.min(LONGEST_BACK_OFF), because)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(retry_after: Option<&str>, refusals: u32) -> i64 {
        let now = "2026-11-25T10:00:00Z".parse().unwrap();
        (back_off(retry_after, refusals, now).0 - now).num_seconds()
    }

    #[test]
    fn retry_after_is_read_in_both_forms() {
        assert_eq!(waits(Some("120"), 0), 120);
        assert_eq!(waits(Some("Wed, 25 Nov 2026 10:05:00 GMT"), 3), 300);
    }

    #[test]
    fn a_moment_that_is_over_is_none() {
        for over in ["0", "Wed, 25 Nov 2026 09:00:00 GMT"] {
            assert_eq!([waits(Some(over), 0), waits(Some(over), 1)], [900, 1800], "{over}");
        }
    }

    #[test]
    fn nobody_is_waited_for_longer_than_two_days() {
        for value in ["999999", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"] {
            assert_eq!(waits(Some(value), 0), 48 * 3600, "{value}");
        }
        assert_eq!(waits(None, 4_000_000_000), 48 * 3600);
    }

    #[test]
    fn without_a_readable_time_the_wait_doubles() {
        assert_eq!([waits(None, 0), waits(None, 1), waits(Some("soon"), 2), waits(Some(""), 3)], [900, 1800, 3600, 7200]);
    }

    #[test]
    fn only_a_host_that_names_a_time_to_come_has_asked_for_it() {
        let now = "2026-11-25T10:00:00Z".parse().unwrap();
        let because = |retry_after| back_off(retry_after, 0, now).1;
        assert_eq!([because(Some("120")), because(Some("Wed, 25 Nov 2026 10:05:00 GMT"))], [Wait::Asked; 2]);
        assert_eq!([because(None), because(Some("0")), because(Some("soon"))], [Wait::Busy; 3]);
    }

    #[test]
    fn only_accidents_are_tried_again() {
        let status = |status| is_worth_another_try(&FetchError::Status { url: String::new(), status });
        assert_eq!([status(500), status(502), status(504), status(501), status(400)], [true, true, true, false, false]);
        assert!(!is_worth_another_try(&FetchError::NotFound { url: String::new() }));
    }
}
