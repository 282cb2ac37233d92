//! A source that is found elsewhere than the roadmap says: what it lists keeps the keys that it had, also once the roadmap is corrected.

use sources::Finding;
use sources::page::{Page, Request};
use sources::read::address::{canonical, origin_of, under_alias};

use super::Visit;
use crate::store::Alias;

impl Visit<'_> {
    /// Notes where a page of the source was found, if it has moved. A detour for the time being says so only of the host: its
    /// address may be another each time.
    pub(super) async fn note_alias(&mut self, request: &Request, page: &Page) -> anyhow::Result<()> {
        let (asked, got) = (canonical(&request.url), canonical(&page.url));
        let is_other_host = origin_of(&asked) != origin_of(&got);
        let alias: Alias = match &page.moved_to {
            Some(_) if asked != got => (asked, got),
            None if is_other_host => (origin_of(&asked).to_owned(), origin_of(&got).to_owned()),
            _ => return Ok(()),
        };
        if !self.aliases.contains(&alias) {
            self.app.store.note_alias(&self.source.slug, &alias, self.now()).await?;
            self.aliases.push(alias);
        }
        Ok(())
    }

    /// The key by which an item is kept already, under an earlier address of its source; else the one that it has now.
    pub(super) async fn key_of(&self, finding: &Finding) -> anyhow::Result<String> {
        let mut keys = vec![finding.key.clone()];
        let mut looked_at = 0;
        while let Some(key) = keys.get(looked_at).cloned() {
            let candidate = Finding { source: finding.source.clone(), key: key.clone(), ..Finding::default() };
            if self.aliases.is_empty() || self.app.store.is_known(&candidate.id()).await? {
                return Ok(key);
            }
            // It may have moved more than once, and have been met first at either place.
            for (one, other) in &self.aliases {
                for further in [under_alias(&key, one, other), under_alias(&key, other, one)].into_iter().flatten() {
                    if !keys.contains(&further) {
                        keys.push(further);
                    }
                }
            }
            looked_at += 1;
        }
        Ok(finding.key.clone())
    }
}
