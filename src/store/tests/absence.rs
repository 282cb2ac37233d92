use sources::opportunity::Status;

use super::*;
use crate::complaint::Kind;
use crate::store::CrawlRun;

const WINTER: &str = "Municipalities can apply until 1 December 2026 for a grant of up to EUR 20,000.";
const SPRING: &str = "Municipalities can apply until 11 March 2027 for a grant of up to EUR 20,000.";

impl Shelf {
    /// A healthy visit that lists just these items.
    async fn listed(&mut self, keys: &[String], text: &str) -> CrawlRun {
        self.now += Duration::hours(1);
        let run = self.store.open_run("towns", self.now).await.unwrap();
        let item = |key: &String| {
            let candidate = self.candidate("towns", key, &format!("Grants for {key}"), text);
            Candidate { page: Some("hash of a page".to_owned()), ..candidate }
        };
        let items: Vec<_> = keys.iter().map(item).collect();
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
    shelf.listed(&keys(1..=20), WINTER).await;
    shelf.now = "2026-12-10T06:00:00Z".parse().unwrap();
    for _ in 0..2 {
        let run = shelf.listed(&keys(21..=30), SPRING).await;
        assert_eq!((run.counts.unlisted, run.complaints.len()), (0, 0), "twenty are over, and nobody misses them");
    }
    shelf.listed(&keys(21..=25), SPRING).await;
    let run = shelf.listed(&keys(21..=25), SPRING).await;
    assert_eq!((run.counts.unlisted, run.complaints.len()), (0, 1));
    assert_eq!(run.complaints[0].kind, Kind::GoneAtOnce { gone: 5, all: 10 });
}

#[tokio::test]
async fn what_a_person_entered_is_not_gone_because_no_page_lists_it() {
    let mut shelf = Shelf::new().await;
    let (entered, _) = shelf.told("towns", "by telephone", "Told by telephone", SPRING, Review::Approved).await;
    shelf.listed(&keys(1..=4), SPRING).await;
    for _ in 0..3 {
        assert_eq!(shelf.listed(&keys(2..=4), SPRING).await.complaints, []);
    }
    let gone = shelf.candidate("towns", "harbour 1", "", "").finding.id();
    assert_ne!(shelf.record(&entered).await.opportunity.status, Status::Unlisted);
    assert_eq!(shelf.record(&gone).await.opportunity.status, Status::Unlisted);
}
