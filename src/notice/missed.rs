//! The mail that tells staff of a week whose letters did not leave on their day.

use super::compose::{Entry, Section, View};
use super::dispatch::freeze;
use super::{Composed, Office, Wanted};
use crate::app::App;
use crate::digest::week::Week;
use crate::store::NewDelivery;

/// The page on which letters that are held are decided on.
const PAGE: &str = "/staff";

/// One mail for each of the staff's mailboxes, once a week however often it is looked for.
pub(crate) fn missed(app: &App, week: Week, held: u64) -> anyhow::Result<Vec<NewDelivery>> {
    let office = Office::of(app);
    freeze(&office, &compose(&office, week, held)?, app.clock.now())
}

fn compose(office: &Office<'_>, week: Week, held: u64) -> anyhow::Result<Composed> {
    let view = View::of(office.texts(), &office.settings.public_url, PAGE, Wanted::Letters);
    let days = week.days();
    let (state, remedy) = if held == 0 {
        (view.t("state_missed", &[]), view.t("remedy.missed", &[]))
    } else {
        (office.texts().n("notice.state_held", held, &[]), view.t("remedy.held", &[]))
    };
    let lines = vec![view.line("remedy", remedy)];
    let entry = Entry { name: view.t("week", &[("days", &days)]), state, lines, link: view.page().to_owned() };
    let subject = view.t("subject_missed", &[("days", &days)]);
    view.compose(format!("missed-{week}"), subject, None, vec![Section { heading: String::new(), entries: vec![entry] }])
}
