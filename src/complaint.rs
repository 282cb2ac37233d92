//! What went wrong on a visit, as a kind with its figures: pages say it in the reader's language, logs and the command line in ours.
//! Knows no texts but the one for the log.

use serde::{Deserialize, Serialize};
use sources::fetch::{FetchError, NetworkFault, RobotsRefusal, Wait, without_passwords};

/// One thing that went wrong on a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(from = "Written")]
pub struct Complaint {
    /// What happened.
    #[serde(flatten)]
    pub kind: Kind,
    /// Place, cause and what to do, for the log; of several alike that of the first. Empty where it is for staff only.
    pub detail: String,
    /// How many of one visit are alike.
    pub times: u64,
    /// What those have in common that differ by the item or the page alone.
    #[serde(skip)]
    alike: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = ComplaintKind)]
pub enum Kind {
    /// The guard refused the address.
    Guarded,
    /// A rule of robots.txt forbids it.
    Forbidden,
    /// robots.txt could not be had.
    NoRobots,
    /// The site refuses the crawler.
    Refused,
    /// 404.
    NotFound,
    /// 410.
    Gone,
    /// Another status.
    Status { status: u16 },
    /// More bytes than are read.
    TooLarge,
    /// No whole answer in time.
    TooSlow { seconds: u64 },
    /// A redirect that is not followed.
    Redirect { to: String },
    /// The host's name is not known.
    NoName,
    /// No connection.
    NoConnection,
    /// The answer broke off.
    BrokenOff,
    /// The host asked for patience until then, or wants long pauses.
    Later { until: chrono::DateTime<chrono::Utc> },
    /// The host answered that it cannot now, and named no time: it is given some.
    Busy { status: u16, until: chrono::DateTime<chrono::Utc> },
    /// So it answered when its robots.txt was asked for, without which nothing is read.
    BusyRules { status: u16, until: chrono::DateTime<chrono::Utc> },
    /// It did one of these before, and the time is not over.
    LeftAlone { until: chrono::DateTime<chrono::Utc> },
    /// Outside of the host's visiting hours.
    VisitingHours { until: chrono::DateTime<chrono::Utc> },
    /// Our own settings.
    Setup,
    /// The page is not what it should be, or an item of it.
    Unread,
    /// A letter, or the folder of letters.
    Letter,
    /// Moved for good.
    Moved { to: String },
    /// A feed is gone, and the site names another one.
    FeedElsewhere { to: String },
    /// Fewer items than the roadmap's floor.
    BelowFloor { found: u64, floor: u64 },
    /// More pages than one visit asks for.
    PageLimit { pages: u64 },
    /// More bytes than one visit takes.
    ByteLimit,
    /// An address as traps for crawlers have it.
    Trap,
    /// A list that goes on without anything new.
    Endless,
    /// A file that belongs to an item.
    File,
    /// More items than one visit takes.
    ItemLimit { items: u64 },
    /// Fewer items than the list says it has.
    NotAll { found: u64, total: u64 },
    /// More items' own pages could not be had than a list's usual few.
    OwnPages { lost: u64, all: u64 },
    /// Too many records gone at once.
    GoneAtOnce { gone: u64, all: u64 },
    /// Of a visit that was kept before complaints had kinds.
    Other,
}

/// How a complaint stands in the store: whole, or, from earlier versions, its text alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Whole {
        #[serde(flatten)]
        kind: Kind,
        detail: String,
        #[serde(default = "once")]
        times: u64,
    },
    Text(String),
}

impl From<Written> for Complaint {
    fn from(written: Written) -> Self {
        match written {
            Written::Whole { kind, detail, times } => Self { kind, detail, times, alike: None },
            Written::Text(detail) => Self { kind: Kind::Other, detail, times: once(), alike: None },
        }
    }
}

fn once() -> u64 {
    1
}

impl Complaint {
    /// A complaint with its place, cause and what to do. It is kept, logged and shown, so that no password of an address stays in it.
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: without_passwords(&detail.into()).into_owned(), times: once(), alike: None }
    }

    /// Told with a place in front, where that matters more than how often it is so.
    #[must_use]
    pub fn at(self, place: &str) -> Self {
        Self { detail: format!("{place}: {}", self.detail), alike: None, ..self }
    }

    /// As it is told to whoever is not of the staff: the log's own words may name a mailbox, a letter, or where a password stands.
    #[must_use]
    pub fn without_detail(self) -> Self {
        Self { detail: String::new(), alike: None, ..self }
    }

    /// Adds a complaint to those of a visit; one that is like another only counts there.
    pub fn add_to(self, complaints: &mut Vec<Self>, most: usize) {
        let is_alike = |known: &Self| {
            known.kind == self.kind && (known.detail == self.detail || known.alike.is_some() && known.alike == self.alike)
        };
        if let Some(known) = complaints.iter_mut().find(|known| is_alike(known)) {
            known.times += self.times;
        } else if complaints.len() < most {
            complaints.push(self);
        }
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.detail)?;
        if self.times > 1 { write!(out, " ({} alike)", self.times) } else { Ok(()) }
    }
}

impl From<&FetchError> for Complaint {
    fn from(error: &FetchError) -> Self {
        let kind = match error {
            FetchError::Guard { .. } => Kind::Guarded,
            FetchError::Robots { refusal: RobotsRefusal::Rule, .. } => Kind::Forbidden,
            FetchError::Robots { .. } => Kind::NoRobots,
            FetchError::Blocked { .. } => Kind::Refused,
            FetchError::NotFound { .. } => Kind::NotFound,
            FetchError::Gone { .. } => Kind::Gone,
            FetchError::Status { status, .. } => Kind::Status { status: *status },
            FetchError::TooLarge { .. } => Kind::TooLarge,
            FetchError::Timeout { limit, .. } => Kind::TooSlow { seconds: limit.as_secs() },
            FetchError::Redirects { to, .. } => Kind::Redirect { to: to.clone() },
            FetchError::Network { fault: NetworkFault::Name, .. } => Kind::NoName,
            FetchError::Network { fault: NetworkFault::Connect, .. } => Kind::NoConnection,
            FetchError::Network { fault: NetworkFault::Broken, .. } => Kind::BrokenOff,
            FetchError::Later { at, because: Wait::VisitTime, .. } => Kind::VisitingHours { until: *at },
            FetchError::Later { url, answered: Some(status), at, because: Wait::Busy } => {
                let (status, until) = (*status, *at);
                if url.ends_with("/robots.txt") { Kind::BusyRules { status, until } } else { Kind::Busy { status, until } }
            }
            FetchError::Later { at, because: Wait::Busy | Wait::Held, .. } => Kind::LeftAlone { until: *at },
            FetchError::Later { at, because: Wait::Asked | Wait::Pause, .. } => Kind::Later { until: *at },
            FetchError::Settings(_) => Kind::Setup,
        };
        Self::new(kind, error.to_string())
    }
}

impl From<&sources::read::Complaint> for Complaint {
    fn from(complaint: &sources::read::Complaint) -> Self {
        // `page of …, body` or `item 3`: which field it is, and not of which item.
        let field = complaint.place.rsplit_once(", ").map_or("", |(_, field)| field);
        Self { alike: Some(format!("{field}: {}", complaint.what)), ..Self::new(Kind::Unread, complaint.to_string()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_that_differ_by_the_item_alone_are_told_once_with_their_number() {
        let of = |place: &str, what: &str| {
            let (place, what) = (place.to_owned(), what.to_owned());
            Complaint::from(&sources::read::Complaint { place, what, fatal: false })
        };
        let likeness = "`main` matches nothing; found by likeness";
        let mut all = Vec::new();
        for complaint in [
            of("page of a, body", likeness),
            of("page of b, body", likeness),
            of("page of b, title", likeness),
            of("item 3", "has no title"),
            of("item 7", "has no title"),
            of("letter", "is none").at("a.eml"),
            of("letter", "is none").at("b.eml"),
            Complaint::new(Kind::File, "x: the file `a.pdf` is broken"),
        ] {
            complaint.add_to(&mut all, 9);
        }
        let told: Vec<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "page of a, body: `main` matches nothing; found by likeness (2 alike)",
                "page of b, title: `main` matches nothing; found by likeness",
                "item 3: has no title (2 alike)",
                "a.eml: letter: is none",
                "b.eml: letter: is none",
                "x: the file `a.pdf` is broken",
            ]
        );
        Complaint::new(Kind::Trap, "a").add_to(&mut all, 6);
        assert_eq!(all.len(), 6, "no more than so many");
    }

    #[test]
    fn a_complaint_reads_back_as_it_was_and_so_does_one_of_an_earlier_version() {
        let whole = Complaint::new(Kind::BelowFloor { found: 1, floor: 5 }, "1 items, fewer than the floor of 5");
        let json = serde_json::to_value(&whole).unwrap();
        assert_eq!(
            json,
            serde_json::json!({ "kind": "below_floor", "found": 1, "floor": 5, "detail": whole.detail, "times": 1 })
        );
        assert_eq!(serde_json::from_value::<Complaint>(json).unwrap(), whole);
        assert_eq!(
            Complaint::new(Kind::Trap, "https://u:p@ok.test/a/a/a: not asked").detail,
            "https://…@ok.test/a/a/a: not asked"
        );
        let earlier: Complaint = serde_json::from_str("\"item 3: no title\"").unwrap();
        assert_eq!(earlier, Complaint::new(Kind::Other, "item 3: no title"));
    }
}
