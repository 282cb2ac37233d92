//! How much waits for staff, in numbers: the lists themselves are cut to what fits a page.

use sqlx::Row as _;

use super::Store;

/// What waits for a decision, and what has been said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Questions whether two records are one call.
    pub questions: u64,
    /// Changes of approved records.
    pub changes: u64,
    /// Findings that were judged to be no opportunity.
    pub aside: u64,
    /// What municipalities said.
    pub acts: u64,
    /// Mailboxes to which letters do not arrive, or that called one unwanted: somebody has to phone.
    pub mailboxes: u64,
}

impl Store {
    /// What waits now.
    pub async fn waiting(&self) -> anyhow::Result<Waiting> {
        let row = sqlx::query(
            "SELECT
               (SELECT COUNT(*) FROM proposals p JOIN sightings s ON s.finding = p.finding
                  JOIN records r ON r.id = p.record JOIN records o ON o.id = s.record
                WHERE p.state = 'open' AND s.record <> p.record AND r.review <> 'rejected' AND o.review <> 'rejected'),
               (SELECT COUNT(*) FROM pending p JOIN records r ON r.id = p.record),
               (SELECT COUNT(*) FROM sightings s JOIN findings f ON f.id = s.finding AND f.version = s.version
                WHERE s.record IS NULL),
               (SELECT COUNT(*) FROM acts),
               (SELECT COUNT(*) FROM suppressed WHERE reason <> 'unsubscribed')",
        )
        .fetch_one(&self.pool)
        .await?;
        let count = |column: usize| row.get::<i64, _>(column).unsigned_abs();
        Ok(Waiting { questions: count(0), changes: count(1), aside: count(2), acts: count(3), mailboxes: count(4) })
    }
}
