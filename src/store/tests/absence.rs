use super::*;
use crate::crawl::complaint::Kind;
use crate::store::CrawlRun;

impl Shelf {
    /// A healthy visit that lists just these items.
    async fn listed(&mut self, keys: &[String], text: &str) -> CrawlRun {
        self.now += Duration::hours(1);
        let run = self.store.open_run("towns", self.now).await.unwrap();
        let items: Vec<_> =
            keys.iter().map(|key| self.candidate("towns", key, &format!("Grants for {key}"), text)).collect();
        self.store.keep(&items, Review::Approved, self.now).await.unwrap();
        self.store.close_whole_run(run, self.now).await.unwrap()
    }
}

fn keys(numbers: std::ops::RangeInclusive<u32>) -> Vec<String> {
    numbers.map(|number| format!("harbour {number}")).collect()
}

#[tokio::test]
async fn what_is_over_does_not_count_among_what_could_be_gone() {
    let mut shelf = Shelf::new().await;
    shelf.listed(&keys(1..=20), "Municipalities can apply until 1 December 2026 for a grant of up to EUR 20,000.").await;
    shelf.now = "2026-12-10T06:00:00Z".parse().unwrap();
    for _ in 0..2 {
        let run = shelf.listed(&keys(21..=30), MARCH).await;
        assert_eq!((run.counts.unlisted, run.complaints.len()), (0, 0), "twenty are over, and nobody misses them");
    }
    shelf.listed(&keys(21..=25), MARCH).await;
    let run = shelf.listed(&keys(21..=25), MARCH).await;
    assert_eq!((run.counts.unlisted, run.complaints.len()), (0, 1));
    assert_eq!(run.complaints[0].kind, Kind::GoneAtOnce { gone: 5, all: 10 });
}
