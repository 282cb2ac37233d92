//! The key of an item among those that share its address or guid: it keeps the one under which it was met, alone or not.

use sources::Finding;
use sources::read::Found;
use sources::read::apart::{is_same_title, key_apart};
use sources::source::Shape;

use super::Visit;

impl Visit<'_> {
    /// The key of an item that this visit meets for the first time; none of one that it has met. Items of two pages are told apart
    /// by their titles as those of one page are, unless they lead to one page of their own.
    pub(super) async fn new_key(&mut self, found: &Found) -> anyhow::Result<Option<String>> {
        let mut key = self.key_among(found).await?;
        let title = &found.finding.title;
        if let Some(met) = self.seen.get(&key) {
            let is_told_by_title = matches!(self.source.shape, Shape::List(_) | Shape::Json(_));
            if found.detail.is_some() || !is_told_by_title || is_same_title(met, title) {
                return Ok(None);
            }
            key = key_apart(&key, title);
        }
        let is_new = self.seen.insert(key.clone(), title.clone()).is_none();
        Ok(is_new.then_some(key))
    }

    /// The key by which an item is kept already, with others or without; else the one that it has now.
    pub(super) async fn key_among(&self, found: &Found) -> anyhow::Result<String> {
        let finding = &found.finding;
        let key = self.key_of(finding).await?;
        let id = |key: &str| Finding { source: finding.source.clone(), key: key.to_owned(), ..Finding::default() }.id();
        let Some(shared) = &found.shared_key else {
            // Those that had the same key may be gone by now.
            let apart = key_apart(&key, &finding.title);
            return Ok(if self.known.contains(&id(&apart)) { apart } else { key });
        };
        if self.known.contains(&id(&key)) {
            return Ok(key);
        }
        // It may have been there before the others came.
        let alone = self.key_of(&Finding { key: shared.clone(), ..finding.clone() }).await?;
        let kept = self.app.store.finding(&id(&alone)).await?;
        let was_alone = kept.is_some_and(|kept| is_same_title(&kept.finding.title, &finding.title));
        Ok(if was_alone { alone } else { key })
    }
}
