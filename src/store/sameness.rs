//! Finds the records of other sources that a finding is like, while it is being kept.
//! What "like" means is `sources::normalise::sameness`'s business.

use std::collections::BTreeMap;

use anyhow::Context as _;
use sources::normalise::sameness::{By, Likeness, Sameness, may_extend, sameness};
use sources::normalise::series::series_key;
use sqlx::{AssertSqlSafe, Row as _};

use super::{Candidate, Write};

/// Most that are compared: those of one day. The register of the EU closes a few hundred calls on one day.
const MOST_COMPARED: i64 = 1_000;

const UNREADABLE: &str = "a kept likeness does not read; run `kolkore renormalise --apply`";

/// What a finding is like.
#[derive(Debug, Default)]
pub(super) struct Like {
    /// The record that it certainly belongs to.
    pub(super) certain: Option<String>,
    /// Records that it belongs to as certainly, which nothing tells from that one: through the finding all are known to be one call.
    pub(super) also: Vec<String>,
    /// Records that staff should compare it with, with the reason.
    pub(super) ask: Vec<(String, Sameness)>,
}

/// A record of another source, by its findings.
struct Alike {
    record: String,
    findings: Vec<(String, Likeness)>,
    best: Sameness,
}

impl Alike {
    /// Whether nothing that two records' findings say tells them apart. One source's two records it told apart itself.
    fn agrees_with(&self, other: &Self) -> bool {
        self.findings.iter().all(|(source, mine)| {
            other.findings.iter().all(|(theirs, likeness)| {
                source != theirs && sameness(mine, likeness).is_some_and(|same| same.by != By::Extended)
            })
        })
    }
}

impl Write {
    /// The records of other sources that a finding is like. Two that are as certain as each other, and not one, are none: staff are asked.
    pub(super) async fn like(&mut self, candidate: &Candidate, id: &str) -> anyhow::Result<Like> {
        let own = &candidate.likeness;
        let mut by_record: BTreeMap<String, Vec<(String, Likeness)>> = BTreeMap::new();
        for (record, source, other) in self.alike(candidate, id, own).await? {
            by_record.entry(record).or_default().push((source, other));
        }
        // One finding of a record that contradicts outweighs those that agree.
        let mut found: Vec<Alike> = by_record
            .into_iter()
            .filter_map(|(record, findings)| {
                let every: Option<Vec<Sameness>> = findings.iter().map(|(_, other)| sameness(own, other)).collect();
                let every = every?;
                // Of another day it is asked, whatever else agrees.
                let other_day = every.iter().copied().find(|same| same.by == By::Extended);
                Some(Alike { best: other_day.or_else(|| every.into_iter().max())?, record, findings })
            })
            .collect();
        found.sort_by_key(|alike| std::cmp::Reverse(alike.best));
        let (sure, unsure): (Vec<Alike>, Vec<Alike>) = found.into_iter().partition(|alike| alike.best.certain);
        let ask = |of: &[Alike]| of.iter().map(|alike| (alike.record.clone(), alike.best)).collect::<Vec<_>>();
        let Some((first, others)) = sure.split_first() else { return Ok(Like { ask: ask(&unsure), ..Like::default() }) };
        let also: Vec<&Alike> = others.iter().filter(|other| first.agrees_with(other)).collect();
        let rival = others.iter().any(|other| other.best == first.best && !first.agrees_with(other));
        if rival {
            return Ok(Like { ask: ask(&sure), ..Like::default() });
        }
        let also = also.into_iter().map(|alike| alike.record.clone()).collect();
        Ok(Like { certain: Some(first.record.clone()), also, ask: Vec::new() })
    }

    /// The records of its own source that a finding under another key may have put off: staff are asked.
    pub(super) async fn extended(&mut self, candidate: &Candidate, id: &str) -> anyhow::Result<Vec<(String, Sameness)>> {
        let own = &candidate.likeness;
        if !own.is_extended || own.address.is_empty() {
            return Ok(Vec::new());
        }
        let rows = sqlx::query(
            "SELECT s.record, l.body FROM likenesses l JOIN sightings s ON s.finding = l.finding
             WHERE l.address = $1 AND l.source = $2 AND l.finding <> $3 AND s.record IS NOT NULL
             ORDER BY s.first_seen DESC, l.finding LIMIT $4",
        )
        .bind(own.address.clone())
        .bind(candidate.finding.source.clone())
        .bind(id.to_owned())
        .bind(MOST_COMPARED)
        .fetch_all(&mut *self.tx)
        .await?;
        let mut ask: Vec<(String, Sameness)> = Vec::new();
        for row in &rows {
            let earlier: Likeness = serde_json::from_str(row.get(1)).context(UNREADABLE)?;
            let record: String = row.get(0);
            if may_extend(own, &earlier) && !ask.iter().any(|(asked, _)| *asked == record) {
                ask.push((record, Sameness { certain: false, by: By::Extended }));
            }
        }
        Ok(ask)
    }

    /// Likenesses that share a key with this one, of records that this source does not tell of, and that staff have not set apart.
    async fn alike(
        &mut self,
        candidate: &Candidate,
        id: &str,
        own: &Likeness,
    ) -> anyhow::Result<Vec<(String, String, Likeness)>> {
        let day = day(own);
        let keys = [("address", &own.address), ("programme", &own.programme), ("title", &own.title), ("day", &day)];
        let keys: Vec<_> = keys.into_iter().filter(|(_, key)| !key.is_empty()).collect();
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        // Before and after the source's own, and never through them: an index leads to either.
        let others = |(n, (column, _)): (usize, &(&str, &String))| {
            let key = n + 4;
            format!("(l.{column} = ${key} AND l.source < $1) OR (l.{column} = ${key} AND l.source > $1)")
        };
        let sql = format!(
            "SELECT s.record, s.source, l.body FROM likenesses l JOIN sightings s ON s.finding = l.finding
             WHERE s.record IS NOT NULL AND ({})
               AND NOT EXISTS (SELECT 1 FROM sightings o WHERE o.record = s.record AND o.source = $1)
               AND NOT EXISTS (SELECT 1 FROM proposals p WHERE p.finding = $2 AND p.record = s.record AND p.state = 'apart')
             ORDER BY s.first_seen, l.finding LIMIT $3",
            keys.iter().enumerate().map(others).collect::<Vec<_>>().join(" OR ")
        );
        let mut asked =
            sqlx::query(AssertSqlSafe(sql)).bind(candidate.finding.source.clone()).bind(id.to_owned()).bind(MOST_COMPARED);
        for (_, key) in &keys {
            asked = asked.bind((*key).clone());
        }
        let rows = asked.fetch_all(&mut *self.tx).await?;
        rows.iter()
            .map(|row| {
                let likeness = serde_json::from_str(row.get(2)).context(UNREADABLE)?;
                Ok((row.get(0), row.get(1), likeness))
            })
            .collect()
    }

    /// Remembers what a finding is compared by.
    pub(super) async fn put_likeness(&mut self, id: &str, candidate: &Candidate) -> anyhow::Result<()> {
        let likeness = &candidate.likeness;
        sqlx::query(
            "INSERT INTO likenesses (finding, address, programme, title, day, series, body, source)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (finding) DO UPDATE SET address = excluded.address, programme = excluded.programme,
                 title = excluded.title, day = excluded.day, series = excluded.series, body = excluded.body, source = excluded.source",
        )
        .bind(id.to_owned())
        .bind(likeness.address.clone())
        .bind(likeness.programme.clone())
        .bind(likeness.title.clone())
        .bind(day(likeness))
        .bind(series_key(likeness, &candidate.finding.source).unwrap_or_default())
        .bind(serde_json::to_string(likeness)?)
        .bind(candidate.finding.source.clone())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Asks staff whether a finding belongs to other records. What was decided stays decided.
    pub(super) async fn propose(&mut self, id: &str, ask: &[(String, Sameness)]) -> anyhow::Result<()> {
        for (record, reason) in ask.iter().filter(|(record, _)| record != id) {
            sqlx::query(
                "INSERT INTO proposals (finding, record, reason, state, decided_by, changed_at) VALUES ($1, $2, $3, 'open', '', $4)
                 ON CONFLICT (finding, record) DO NOTHING",
            )
            .bind(id.to_owned())
            .bind(record.clone())
            .bind(serde_json::to_value(reason.by)?.as_str().unwrap_or_default().to_owned())
            .bind(self.stamp())
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(())
    }
}

/// The last day to hand in, as a key.
fn day(likeness: &Likeness) -> String {
    likeness.days.last().map(ToString::to_string).unwrap_or_default()
}
