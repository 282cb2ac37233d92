//! One source tried: what it would yield, nothing stored.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sources::fetch::tdm::{self, Reservation};
use sources::fetch::{FetchError, Fetched, Fetcher, RobotsWord, mailbox};
use sources::lexicon::Lexicon;
use sources::page::{Page, Request, Validators};
use sources::read::reservation::declared;
use sources::read::{File, FileAt, Reading, first_requests, linked_files, read, read_detail};
use sources::source::{Mail, Shape};
use sources::{Attachment, Finding, Opportunity, Source, normalise};
use url::Url;

use super::health::{Health, too_many_lost};
use super::{extract, lost_feed};

/// Pages on the way to the first items: a site map's index or an interface's configuration stands before them.
const STEPS: usize = 3;

/// Detail pages that a trial asks for: enough to see whether the selectors hold, and soon done at the default spacing.
const DETAILS: usize = 3;

/// Files that a trial asks for or opens: enough to see that they are found and can be read.
const FILES: usize = 3;

/// Letters that a trial reads, the newest.
const LETTERS: usize = 20;

/// What robots.txt says to a trial, the strictest last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Robots {
    /// Nothing was asked.
    #[default]
    Unknown,
    /// There is no such file, so all may be read.
    None,
    /// It lets the pages be read.
    Allowed,
    /// A rule forbids one of them.
    Forbidden,
    /// The file could not be had, which forbids all.
    Unreachable,
}

/// What a trial gave.
#[derive(Debug, Default, Serialize)]
pub struct Trial {
    /// The first page came back and was what it should be.
    pub reached: bool,
    /// What robots.txt says.
    pub robots: Robots,
    /// Seconds that it wants between two requests.
    pub crawl_delay: Option<f64>,
    /// The page says that there is nothing to be had at present.
    pub declared_empty: bool,
    /// The site refuses this crawler.
    pub blocked: bool,
    /// A page was not there.
    #[serde(skip)]
    gone: bool,
    /// What the first page, or its server, declares of text and data mining.
    pub reservation: Option<Reservation>,
    /// Items on it.
    pub items: usize,
    /// Items on it that could not be read at all.
    pub unreadable: usize,
    /// There are further pages, so that these items are not all.
    pub goes_on: bool,
    /// Files of items that were tried and read.
    pub files: usize,
    /// Items that would become records, of those whose detail page was read or that have none.
    pub opportunities: usize,
    /// Of these, with a dated deadline.
    pub with_deadline: usize,
    /// What went wrong.
    pub complaints: Vec<String>,
    /// What would be kept.
    pub records: Vec<Opportunity>,
}

/// What a trial needs beside the source.
pub struct Bench<'a> {
    /// Asks the net.
    pub fetcher: &'a Fetcher,
    /// Judges what comes back.
    pub lexicon: &'a Lexicon,
    /// Where relative folders of letters are.
    pub data: &'a Path,
    /// The day.
    pub today: NaiveDate,
    /// The moment.
    pub now: DateTime<Utc>,
}

/// Tries a source on the net, or its letters where they are.
pub async fn try_live(bench: &Bench<'_>, source: &Source) -> Trial {
    let Bench { fetcher, lexicon, today, now, .. } = *bench;
    if let Shape::Mail(mail) = &source.shape {
        return try_letters(bench, source, mail).await;
    }
    let mut trial = Trial::default();
    let starts = first_requests(source, today);
    if starts.is_empty() {
        trial.complaints.push(format!("nothing to fetch: the source's shape is {}", source.shape.name()));
    }
    let mut reading = Reading::default();
    let first = starts.first().map(|start| start.url.clone());
    // At the turn of the year the page of one of the two may be missing; what was said of it is then no complaint.
    for start in starts {
        let earlier = std::mem::take(&mut trial.complaints);
        let address = start.url.clone();
        let read = first_items(fetcher, source, start, now, &mut trial).await;
        trial.reached = read.as_ref().is_some_and(|reading| !reading.failed());
        reading = read.unwrap_or_default();
        if trial.reached {
            if trial.reservation.is_none() {
                trial.reservation = in_origins_file(fetcher, &address, now).await;
            }
            break;
        }
        trial.complaints.splice(0..0, earlier);
    }
    if let (Shape::Feed(_), Some(address), false, true) = (&source.shape, first, trial.reached, trial.gone) {
        trial.complaints.extend(lost_feed::look_for(fetcher, &address, now).await.map(|found| found.to_string()));
    }
    trial.items = reading.found.len();
    trial.unreadable = reading.unreadable;
    trial.goes_on = reading.next.is_some() || !reading.parts.is_empty();
    trial.declared_empty = reading.declared_empty;
    let context = normalise::Context::of(source);
    let (mut details, mut files_left) = (0, FILES);
    // What refuses an item's own page refuses that page; all of them, it is the source.
    let (blocked, mut refused) = (trial.blocked, 0);
    for found in reading.found {
        let mut files = found.files;
        let mut finding = match &found.detail {
            None => found.finding,
            Some(_) if details == DETAILS => continue,
            Some(detail) => {
                details += 1;
                trial.blocked = false;
                let page = get(fetcher, detail, now, &mut trial).await;
                refused += u64::from(trial.blocked);
                match page {
                    Some(page) => {
                        let (finding, complaints) = read_detail(source, found.finding, &page);
                        files.extend(linked_files(source, &finding, Some(&page)));
                        trial.complaints.extend(complaints.iter().map(ToString::to_string));
                        finding
                    }
                    None if found.complete => found.finding,
                    None => continue,
                }
            }
        };
        trial.open(fetcher, &mut finding, files, &mut files_left, now).await;
        trial.take(normalise::normalise(&finding, &context, lexicon, today));
    }
    trial.blocked = blocked || too_many_lost(refused, details as u64);
    trial
}

/// What the file of an address's origin declares of it.
async fn in_origins_file(fetcher: &Fetcher, address: &Url, now: DateTime<Utc>) -> Option<Reservation> {
    let file = Request::get(address.join(tdm::FILE).ok()?);
    match fetcher.get(&file, &Validators::default(), now).await {
        Ok(Fetched::Page(page)) => tdm::in_file(&page.body, address),
        _ => None,
    }
}

/// Opens the folder or the mailbox and reads the newest letters; nothing in it is touched.
async fn try_letters(bench: &Bench<'_>, source: &Source, mail: &Mail) -> Trial {
    let mut trial = Trial::default();
    let letters = match mail {
        Mail::Folder(folder) => {
            let (folder, now) = (bench.data.join(folder), bench.now);
            let opened = tokio::task::spawn_blocking(move || {
                mailbox::list(&folder).map_err(|error| error.to_string()).map(|files| {
                    let newest = files.len().saturating_sub(LETTERS);
                    files[newest..].iter().map(|file| mailbox::open(file, now).map_err(|error| error.to_string())).collect()
                })
            });
            opened.await.unwrap_or_else(|error| Err(error.to_string()))
        }
        Mail::Imap(imap) => mailbox::fetch(imap, None).await.map_err(|error| error.to_string()).map(|fetched| {
            trial.complaints.extend(fetched.complaints);
            let newest = fetched.letters.len().saturating_sub(LETTERS);
            fetched.letters.into_iter().skip(newest).map(|body| mailbox::page(body, bench.now)).collect::<Vec<_>>()
        }),
    };
    let letters = match letters {
        Ok(letters) => letters,
        Err(what) => {
            trial.complaints.push(what);
            return trial;
        }
    };
    trial.reached = true;
    trial.declared_empty = letters.is_empty();
    let context = normalise::Context::of(source);
    let mut files_left = FILES;
    for letter in letters {
        let (request, page) = match letter {
            Ok(letter) => letter,
            Err(what) => {
                trial.complaints.push(what);
                continue;
            }
        };
        let reading = read(source, &request, &page);
        trial.items += reading.found.len();
        trial.complaints.extend(reading.complaints.iter().map(ToString::to_string));
        for mut found in reading.found {
            trial.open(bench.fetcher, &mut found.finding, found.files, &mut files_left, bench.now).await;
            trial.take(normalise::normalise(&found.finding, &context, bench.lexicon, bench.today));
        }
    }
    trial
}

/// The first page with items, or what stands in its place; none if a page on the way there could not be had.
async fn first_items(
    fetcher: &Fetcher,
    source: &Source,
    mut request: Request,
    now: DateTime<Utc>,
    trial: &mut Trial,
) -> Option<Reading> {
    let mut reading = Reading::default();
    for _ in 0..STEPS {
        let page = get(fetcher, &request, now, trial).await;
        // The file was asked for before the page, so this is a look into memory; where it was not, the error says why. What it says of an
        // item's own page is that item's matter.
        match fetcher.robots_word(&request.url, now).await {
            Ok(word) => trial.note(word),
            // The site has no time for it, which forbids all for the while.
            Err(FetchError::Later { .. }) => trial.note(RobotsWord::Unreachable),
            Err(_) => {}
        }
        let page = page?;
        reading = read(source, &request, &page);
        trial.complaints.extend(reading.complaints.iter().map(ToString::to_string));
        match reading.parts.first().or(reading.next.as_ref()) {
            Some(further) if reading.found.is_empty() && !reading.failed() => request = further.clone(),
            _ => break,
        }
    }
    Some(reading)
}

/// Tries a source on a saved body of its first page; detail pages are not asked for.
pub fn try_body(lexicon: &Lexicon, source: &Source, body: Vec<u8>, today: NaiveDate, now: DateTime<Utc>) -> Trial {
    let mut trial = Trial::default();
    let Some(request) = first_requests(source, today).into_iter().next() else {
        trial.complaints.push(format!("nothing to read: the source's shape is {}", source.shape.name()));
        return trial;
    };
    let page = Page {
        url: request.url.clone(),
        status: 200,
        content_type: None,
        body,
        validators: Validators::default(),
        moved_to: None,
        reservation: None,
        fetched_at: now,
    };
    let reading = read(source, &request, &page);
    trial.reached = !reading.failed();
    trial.items = reading.found.len();
    trial.declared_empty = reading.declared_empty;
    trial.complaints.extend(reading.complaints.iter().map(ToString::to_string));
    let context = normalise::Context::of(source);
    for found in reading.found {
        trial.take(normalise::normalise(&found.finding, &context, lexicon, today));
    }
    trial
}

async fn get(fetcher: &Fetcher, request: &Request, now: DateTime<Utc>, trial: &mut Trial) -> Option<Page> {
    let answer = fetcher.get(request, &Validators::default(), now).await;
    match answer {
        Ok(Fetched::Page(page)) => {
            if trial.reservation.is_none() {
                trial.reservation = declared(&page);
            }
            Some(page)
        }
        Ok(Fetched::NotModified) => {
            trial.complaints.push(format!("{}: answered \"not modified\" to an unconditional request", request.url));
            None
        }
        Err(error) => {
            trial.blocked |= matches!(error, FetchError::Blocked { .. });
            trial.gone |= matches!(error, FetchError::NotFound { .. } | FetchError::Gone { .. });
            trial.complaints.push(error.to_string());
            None
        }
    }
}

impl Trial {
    /// How a visit would stand by this trial alone.
    pub fn state(&self, source: &Source) -> Health {
        // Of what goes on only the beginning was seen; and an empty hand with something to complain of is no quiet source.
        let enough = self.goes_on || self.items >= source.floor as usize;
        let empty_handed = self.items == 0 && (self.unreadable > 0 || !self.complaints.is_empty());
        match (self.blocked, self.reached) {
            (true, _) => Health::Blocked,
            (false, true) if self.declared_empty || enough && !empty_handed => Health::Ok,
            (false, _) => Health::Degraded,
        }
    }

    /// Opens an item's files, as many as there are left to be tried, so that it is judged with what they say.
    async fn open(&mut self, fetcher: &Fetcher, finding: &mut Finding, files: Vec<File>, left: &mut usize, now: DateTime<Utc>) {
        for file in files.into_iter().take(*left) {
            *left -= 1;
            let (url, bytes) = match file.at {
                FileAt::Here(bytes) => (None, bytes.to_vec()),
                FileAt::Web(request) => match get(fetcher, &request, now, self).await {
                    Some(page) => (Some(request.url.to_string()), page.body),
                    None => continue,
                },
            };
            match extract::text_of(&bytes).await {
                Ok(text) => {
                    self.files += 1;
                    finding.attachments.push(Attachment { name: file.name, url, text });
                }
                Err(what) => self.complaints.push(format!("{}: the file `{}` {what}", finding.url, file.name)),
            }
        }
    }

    /// Takes in what robots.txt says of one more address; the strictest word stands.
    fn note(&mut self, word: RobotsWord) {
        let (robots, delay) = match word {
            RobotsWord::Absent => (Robots::None, None),
            RobotsWord::Allowed { crawl_delay } => (Robots::Allowed, crawl_delay),
            RobotsWord::Forbidden => (Robots::Forbidden, None),
            RobotsWord::Unreachable => (Robots::Unreachable, None),
        };
        self.robots = self.robots.max(robots);
        self.crawl_delay = self.crawl_delay.into_iter().chain(delay).reduce(f64::max);
    }

    fn take(&mut self, normalised: normalise::Normalised) {
        if normalised.verdict.yes {
            self.opportunities += 1;
            self.with_deadline += usize::from(!normalised.opportunity.deadline.stages.is_empty());
            self.records.push(normalised.opportunity);
        }
    }
}
