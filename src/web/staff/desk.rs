//! The staff's desk: letters that wait for a decision, records to approve, sources to visit.

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::page;
use crate::address::segment;
use crate::clean;
use crate::code::code;
use crate::i18n::Texts;
use crate::store::{Delivery, DeliveryState};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::card::Card;
use crate::web::pages::wording::{moment, named};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

/// Rows of each list: what is decided on in one sitting.
const ROWS: usize = 50;

#[derive(Template)]
#[template(path = "web/staff.html")]
struct Desk<'a> {
    frame: Frame<'a>,
    /// Since when no mail leaves; none where it does.
    held: Option<String>,
    letters: Vec<Letter>,
    /// What tries to leave and was not taken yet, the oldest first.
    queued: Vec<Letter>,
    /// How many that are in all.
    queued_count: Option<String>,
    /// One of them did not leave because it was late.
    late: bool,
    records: Vec<Card>,
    /// (slug, name)
    sources: Vec<(String, String)>,
    /// (address, name, how many)
    waiting: [(&'static str, String, u64); 5],
    /// (address, name) of what is looked at now and then.
    reports: [(&'static str, String); 5],
}

struct Letter {
    segment: String,
    subject: String,
    municipality: String,
    state: String,
    note: String,
    when: String,
}

impl Letter {
    fn of(letter: Delivery, texts: &Texts) -> Self {
        Self {
            note: note(&letter, texts),
            subject: clean::line(&letter.subject),
            municipality: letter.municipality,
            state: named(texts, "delivery", &code(letter.state)),
            when: moment(letter.changed_at),
            segment: segment(&letter.id),
        }
    }
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, "/staff", &[]);
    let (texts, now) = (frame.texts, state.clock.now());
    let letters = state.store.held_deliveries(ROWS).await?;
    let queued = state.store.queued_deliveries(ROWS).await?;
    let all_queued = state.store.count_deliveries().await?.into_iter().find(|(state, _)| state == "queued");
    let records = state.store.new_records(ROWS).await?;
    let waiting = state.store.waiting().await?;
    let desk = Desk {
        waiting: [
            ("/staff/questions", frame.t("staff_questions"), waiting.questions),
            ("/staff/changes", frame.t("staff_changes"), waiting.changes),
            ("/staff/aside", frame.t("staff_aside"), waiting.aside),
            ("/staff/said", frame.t("staff_said"), waiting.acts),
            ("/staff/mailboxes", frame.t("staff_mailboxes"), waiting.mailboxes),
        ],
        reports: [
            ("/staff/searches", frame.t("searches_title")),
            ("/staff/targets", frame.t1("targets_title", "year", &state.clock.today().format("%Y").to_string())),
            ("/staff/gaps", frame.t("gaps_title")),
            ("/staff/edition", frame.t("edition_title")),
            ("/staff/municipalities", frame.t("municipalities_title")),
        ],
        held: state.store.hold().await?.map(|hold| moment(hold.at)),
        late: letters.iter().any(|letter| letter.state == DeliveryState::Held),
        letters: letters.into_iter().map(|letter| Letter::of(letter, texts)).collect(),
        queued: queued.into_iter().map(|letter| Letter::of(letter, texts)).collect(),
        queued_count: all_queued.map(|(_, count)| texts.n("web.staff_queued_count", count, &[])),
        records: records
            .iter()
            .map(|record| {
                Card::new(&record.id, &record.opportunity, &record.sources, record.review, &[], texts, &state.finder.labels, now)
            })
            .collect(),
        sources: state
            .sources
            .iter()
            .map(|source| (source.slug.clone(), texts.language().name_of(&source.name).to_owned()))
            .collect(),
        frame,
    };
    page(&desk)
}

/// Why it waits: in the page's language what we say, as it came what the relay said. What is held says so by its state.
fn note(letter: &Delivery, texts: &Texts) -> String {
    match (letter.state, letter.note.as_str()) {
        (DeliveryState::Held, _) => String::new(),
        (_, Delivery::RESTORED) => texts.t("web.staff_note_restored", &[]),
        (_, Delivery::ENDED) => texts.t("web.staff_note_ended", &[]),
        (_, said) => clean::line(said),
    }
}
