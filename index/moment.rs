//! What a record is at a moment: its state and its next deadline. The stored status says what was known when it was read; time
//! goes on without anybody reading again.

/// The states that time changes and the ones it changes them to.
pub(crate) const FORTHCOMING: &str = "forthcoming";
pub(crate) const OPEN: &str = "open";
pub(crate) const CLOSED: &str = "closed";

/// The deadlines of one record, seen from a moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Deadlines {
    /// The first that is not over.
    pub(crate) next: Option<i64>,
    /// The last of all.
    pub(crate) last: Option<i64>,
    /// At which place the nearest stands.
    place: usize,
}

impl Deadlines {
    pub(crate) fn at(now: i64, all: impl Iterator<Item = i64>) -> Self {
        let mut seen = Self::default();
        let mut place_of_last = 0;
        for (place, deadline) in all.enumerate() {
            if seen.last < Some(deadline) {
                (seen.last, place_of_last) = (Some(deadline), place);
            }
            if deadline > now && seen.next.is_none_or(|next| deadline < next) {
                (seen.next, seen.place) = (Some(deadline), place);
            }
        }
        if seen.next.is_none() {
            seen.place = place_of_last;
        }
        seen
    }

    /// The next, or the last where all are over.
    pub(crate) fn nearest(self) -> Option<i64> {
        self.next.or(self.last)
    }

    /// At which place that stands.
    pub(crate) fn place_of_nearest(self) -> usize {
        self.place
    }

    pub(crate) fn are_over(self) -> bool {
        self.last.is_some() && self.next.is_none()
    }
}

/// Whether somebody may still hand in, or will.
pub(crate) fn is_live(status: &str) -> bool {
    matches!(status, OPEN | FORTHCOMING)
}

/// What becomes of a stored status: `None` where it stays.
pub(crate) fn changed(status: &str, opens: Option<i64>, deadlines: Deadlines, now: i64) -> Option<&'static str> {
    match status {
        OPEN | FORTHCOMING if deadlines.are_over() => Some(CLOSED),
        FORTHCOMING if opens.is_some_and(|opens| opens <= now) => Some(OPEN),
        _ => None,
    }
}

/// The stored statuses that may be `wanted` at some moment: what the posting lists can narrow before each record is looked at.
pub(crate) fn may_become(wanted: &str) -> Vec<&str> {
    match wanted {
        OPEN => vec![OPEN, FORTHCOMING],
        CLOSED => vec![CLOSED, OPEN, FORTHCOMING],
        other => vec![other],
    }
}

#[cfg(test)]
mod tests {
    use super::{CLOSED, Deadlines, OPEN, changed};

    #[test]
    fn a_forthcoming_record_opens_and_closes_by_itself() {
        let deadlines = |now| Deadlines::at(now, [200, 300].into_iter());
        assert_eq!(changed("forthcoming", Some(100), deadlines(99), 99), None);
        assert_eq!(changed("forthcoming", Some(100), deadlines(100), 100), Some(OPEN));
        assert_eq!(changed("forthcoming", Some(100), deadlines(300), 300), Some(CLOSED));
        assert_eq!(changed("open", None, deadlines(250), 250), None);
        assert_eq!(changed("withdrawn", Some(100), deadlines(300), 300), None);
        assert_eq!(changed("forthcoming", None, Deadlines::default(), 300), None);
    }

    #[test]
    fn the_nearest_deadline_is_the_next_or_else_the_last() {
        assert_eq!(Deadlines::at(100, [50, 150, 250].into_iter()).nearest(), Some(150));
        assert_eq!(Deadlines::at(300, [50, 150, 250].into_iter()).nearest(), Some(250));
        assert_eq!(Deadlines::at(100, [50, 150, 250].into_iter()).place_of_nearest(), 1);
        assert_eq!(Deadlines::at(300, [250, 50].into_iter()).place_of_nearest(), 0);
        assert_eq!(Deadlines::at(300, std::iter::empty()).nearest(), None);
    }
}
