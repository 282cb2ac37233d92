//! When and where something takes place: fields first, else a range of days in the title or the text, else one day beside a word
//! for the event. Days to hand in by are no event.

use chrono::NaiveDate;

use super::dates::{Mention, mentions};
use super::evidence::{Found, found};
use super::reading::Reading;
use crate::finding::{Finding, field};
use crate::lexicon::{Lexicon, Says, Tag};
use crate::opportunity::{Deadline, Event, Kind};

/// A longer range is a project or a season, not an event.
const LONGEST_DAYS: i64 = 60;

/// The event, and the words for its days.
pub(super) fn event(
    finding: &Finding,
    reading: &Reading,
    kind: Kind,
    deadline: &Deadline,
    lang: Option<&str>,
    lexicon: &Lexicon,
    today: NaiveDate,
) -> (Event, Option<Found>) {
    let mut event = Event { place: finding.field(field::PLACE).map(super::clean::line), online: online(reading, lexicon), ..Event::default() };
    let of_field = |name: &str| {
        let written = finding.field(name)?;
        super::dates::dates(written, lang, today).first().map(|day| (day.date, written))
    };
    if let Some((start, written)) = of_field(field::EVENT_START) {
        event.start = Some(start);
        event.end = Some(of_field(field::EVENT_END).map_or(start, |(end, _)| end).max(start));
        return (event, Some(found(written, "event.field")));
    }
    if !matches!(kind, Kind::Conference | Kind::Exhibition | Kind::Exchange | Kind::Training) {
        return (event, None);
    }
    let days = mentions(&reading.text, lang, today);
    let Some((start, end, quote, rule)) = range(&days, reading, deadline, lexicon).or_else(|| single(&days, reading, deadline, lexicon)) else {
        return (event, None);
    };
    (event.start, event.end) = (Some(start), Some(end));
    (event, Some(found(quote, rule)))
}

type Span<'a> = (NaiveDate, NaiveDate, &'a str, &'static str);

fn range<'a>(days: &[Mention], reading: &'a Reading, deadline: &Deadline, lexicon: &Lexicon) -> Option<Span<'a>> {
    days.windows(2).find_map(|pair| {
        let (first, second) = (&pair[0], &pair[1]);
        let (start, end) = (first.date?, second.date?);
        let fits = first.opens_range && start <= end && (end - start).num_days() <= LONGEST_DAYS;
        (fits && free(first, end, reading, deadline, lexicon))
            .then(|| (start, end, &reading.text[first.start..second.end], "event.range"))
    })
}

fn single<'a>(days: &[Mention], reading: &'a Reading, deadline: &Deadline, lexicon: &Lexicon) -> Option<Span<'a>> {
    days.iter().enumerate().find_map(|(place, day)| {
        let in_range = day.opens_range || place.checked_sub(1).is_some_and(|before| days[before].opens_range);
        let date = day.date.filter(|_| !in_range && !day.relative)?;
        let sentence = reading.sentence_at(day.start);
        let gathers = reading.hits_in(sentence).iter().any(|hit| gathering(hit.tag, lexicon));
        (gathers && free(day, date, reading, deadline, lexicon)).then(|| (date, date, &reading.text[day.start..day.end], "event.day"))
    })
}

/// Is it no day of the deadline, and in no sentence about one?
fn free(day: &Mention, end: NaiveDate, reading: &Reading, deadline: &Deadline, lexicon: &Lexicon) -> bool {
    let is_stage = deadline.stages.iter().any(|stage| stage.date == end || Some(stage.date) == day.date);
    let handing_in = reading.hits_in(reading.sentence_at(day.start)).iter().any(|hit| says(hit.tag, Says::Deadline, lexicon));
    !is_stage && !handing_in
}

fn gathering(tag: Tag, lexicon: &Lexicon) -> bool {
    let Tag::Kind(cue) = tag else { return false };
    matches!(lexicon.kinds[cue].kind, Kind::Conference | Kind::Exhibition | Kind::Exchange | Kind::Training)
}

fn says(tag: Tag, what: Says, lexicon: &Lexicon) -> bool {
    matches!(tag, Tag::Verdict(cue) if lexicon.verdicts[cue].says == what)
}

/// The concept `webinar` in the title says that one need not travel; a text that says nothing leaves it open.
fn online(reading: &Reading, lexicon: &Lexicon) -> Option<bool> {
    reading
        .hits
        .iter()
        .take_while(|hit| reading.in_title(hit))
        .any(|hit| matches!(hit.tag, Tag::Kind(cue) if lexicon.kinds[cue].id == "kind.online"))
        .then_some(true)
}
