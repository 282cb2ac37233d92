//! Is it an opportunity at all? News, results, obituaries, vacancies, tenders and explainers are not.
//! Every point for and against is a reason that staff can read.

mod uncalled;

use std::cell::LazyCell;
use std::collections::BTreeMap;

use self::uncalled::Uncalled;
use super::cues::{Cue, CueFound};
use super::kind::CRAFTSPEOPLE;
use super::reading::Reading;
use super::statement;
use crate::lexicon::{Hit, Lexicon, Says, Tag, VerdictCue};

/// What the verdict rests on besides the words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// A deadline with a date, or one that is rolling.
    pub(super) deadline: bool,
    /// It is taken all year round.
    pub(super) rolling: bool,
    /// The deadline is a day until which something is done, whatever it is.
    pub(super) until: bool,
    /// It is an exhibition, a fair or a market.
    pub(super) exhibition: bool,
    /// The words of this file are written in its language.
    pub(super) worded: bool,
    /// The source lists nothing but calls.
    pub(super) only_opportunities: bool,
    /// Its page says to machines that it is a grant.
    pub(super) declared: bool,
    /// The year in which it is read.
    pub(super) year: i32,
}

/// The verdict with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpportunityVerdict {
    /// It is one.
    pub yes: bool,
    /// Every cue with its words and its points, for and against.
    pub reasons: Vec<String>,
}

/// This many points make an opportunity: a call word in the title, or an action and something beside it.
const ENOUGH: f64 = 4.0;

/// A call in the title is more than one in the text.
const CALL_IN_TITLE: f64 = 1.5;

/// A negative word in the title counts double: it says what the whole text is.
const NO_IN_TITLE: f64 = 2.0;

/// A negative word in the text counts only if there are two.
const FEWEST_NEGATIVES: usize = 2;

/// Negative words of a long text: old winners and press offices are mentioned in calls too.
const MOST_AGAINST_IN_TEXT: f64 = 8.0;

/// Where the title says what else the text is and not that it calls (or only what call it explains), and no last day is named, all
/// words weigh no more than this: how often an explainer says "apply" proves nothing.
const MOST_FOR_UNDER_NO: f64 = 6.0;

/// From this weight on a word in the title calls by itself ("prize" alone may stand over winners).
const CALLS_BY_ITSELF: f64 = 2.0;

/// A page that calls itself a grant to machines does so as by a word of its text. It is not enough by itself: what has been given is
/// declared so as well.
const DECLARED: f64 = CALLS_BY_ITSELF;

/// A date to hand in by, found beside a cue.
const DATED: f64 = 3.0;

/// A day to hand in by, a word for it and not one against.
const UNDISPUTED: f64 = 1.0;

/// A source that lists nothing but calls: enough by itself, and only a plain title speaks against it.
const LISTED: f64 = 6.0;

/// With a day to hand in as well one unlucky word of a title ("new ways to …") is not enough against it.
const LISTED_AND_DATED: f64 = 7.0;

/// "Grants are available for municipalities", and nothing said of what has been: it is for the taking without another word.
const OFFERED: f64 = 4.0;

/// "Our town seeks a twin town": who looks for one calls by saying so, and who names the first day and the price of a course does.
const SOUGHT: f64 = 4.0;

/// "We invite towns to join … send us the form": a call by its two halves.
const INVITED: f64 = 2.0;

/// "The grants are given to the following towns", and nobody is asked for anything: whoever reads it comes too late.
const AWARDED: f64 = 8.0;

/// "First call for proposals: 41 projects approved", and nobody is asked for anything: all words for the call are of what has been.
const CHOSEN: f64 = 20.0;

/// "210 applications were received", and nobody is asked for more: the round that is told of is over.
const ROUND_OVER: f64 = 8.0;

/// "Registration usually takes place in April": so it is every year, and nothing is said of this one.
const EXPLAINED: f64 = 5.0;

/// "Vote for your favourite", and neither a day to hand in by nor a word that asks for it: whoever is voted for has entered before.
const VOTED: f64 = 3.0;

/// "Circular on delegations": the title says that the text is none, and no day is named.
const HEADED: f64 = 8.0;

/// A noun alone ("applications") asks for no more than this; a verb does.
const ASKED: f64 = 2.0;

/// A word against that is so light says nothing of the text whose title it is: a newsletter may bring a call.
const PASSING: f64 = 1.0;

/// "Municipalities can …", beside a word for what they do.
const PERMITTED: f64 = 1.0;

/// "There are currently no open calls", and no day to hand in by: whatever else is said is of another year.
const NOTHING_OPEN: f64 = 20.0;

/// "A call for proposals is an invitation", and no day to hand in by: whatever calls in the text is what it explains.
const DEFINED: f64 = 20.0;

/// "Between 2012 and 2018 the programme gave grants", and no day to hand in by: it tells of what has been.
const YEARS_GONE: f64 = 5.0;

/// The cues of those who were chosen, and of what is told.
const TOLD: [&str; 2] = ["verdict.winners", "verdict.news"];

/// The cue of the terms of a tender, and those of a grant: whoever gets one buys by tender, and is told so.
const TENDER_TERMS: &str = "verdict.tender_terms";
const APPLIED_FOR: [&str; 2] = ["verdict.apply", "verdict.money"];

/// The cues of what is bought by tender, and of requests for proposals, of those who buy and of those who fund.
const TENDER: &str = "verdict.tender";
const REQUEST: &str = "verdict.request_for_proposals";

/// The cues of what a town hall does for its residents, and of words for the dead.
const HOME_MATTERS: &str = "verdict.home_matters";
const OBITUARY: &str = "verdict.obituary";

/// The cue of entries that are in and are judged.
const JUDGED: &str = "verdict.judged";

/// Judges a finding.
pub(super) fn verdict(reading: &Reading, known: Known, lexicon: &Lexicon) -> OpportunityVerdict {
    let mut strongest: BTreeMap<(usize, bool), (f64, &str)> = BTreeMap::new();
    let (mut no_in_title, mut call_in_title, mut called, mut explained) = (false, false, false, false);
    let mut asked_in_text = false;
    let mut negatives_in_text: Vec<&str> = Vec::new();
    let mut negative_until = 0;
    let pardons: Vec<&Hit> =
        reading.tagged(cue_of).filter(|(_, place)| lexicon.verdicts[*place].says == Says::Pardons).map(|(hit, _)| hit).collect();
    let of_cue = |id: &'static str| reading.tagged(cue_of).filter(move |(_, place)| lexicon.verdicts[*place].id == id);
    let tenders: Vec<&Hit> = of_cue(TENDER).map(|(hit, _)| hit).filter(|hit| reading.in_title(hit)).collect();
    let uncalled = Uncalled::of(reading, lexicon);
    let visited = is_visited(reading, known, &pardons, lexicon);
    let known = Known { deadline: known.deadline && !(visited && known.until), ..known };
    let reopened = known.deadline && !known.rolling && statement::reopens(reading.title());
    let asks_towns = LazyCell::new(|| statement::asks_towns(reading, lexicon));
    let named = |id: &str| reading.tagged(cue_of).any(|(_, place)| lexicon.verdicts[place].id == id);
    let requests: Vec<&Hit> = of_cue(REQUEST).map(|(hit, _)| hit).filter(|_| named(APPLIED_FOR[1])).collect();
    let funds = LazyCell::new(|| APPLIED_FOR.iter().all(|id| named(id)));
    // "Ausschreibung: Beratung", and the terms of a tender below: whoever buys calls no town.
    let bought = LazyCell::new(|| named(TENDER_TERMS) && !*funds);
    let asks_for = LazyCell::new(|| named(APPLIED_FOR[0]));
    // "Concluido el plazo de presentación de solicitudes": the words that call are parts of those by which it is over.
    let judged: Vec<&Hit> = of_cue(JUDGED).map(|(hit, _)| hit).collect();
    for (hit, place) in reading.tagged(cue_of) {
        let cue = &lexicon.verdicts[place];
        let weight = f64::from(cue.weight);
        let titled = reading.in_title(hit);
        // "Partners wanted" pardons "wanted" and calls by itself.
        let itself = |pardon: &Hit| pardon.first == hit.first && pardon.last == hit.last && cue.says == Says::Call;
        // "Complaints can be submitted until …": nobody applies there. A word such as "grants" tells what the page is about.
        let asks = matches!(cue.says, Says::Action | Says::Deadline) || cue.says == Says::Call && weight >= CALLS_BY_ITSELF;
        // "Öffentliche Ausschreibung": the word that calls is a part of the one against it.
        let within = |no: &&Hit| no.first <= hit.first && hit.last <= no.last && no.last - no.first > hit.last - hit.first;
        if pardons.iter().any(|pardon| pardon.first <= hit.first && hit.last <= pardon.last && !itself(pardon))
            || cue.says == Says::Call && (titled && tenders.iter().any(within) || *bought)
            || cue.says == Says::Action && statement::is_reported(reading, hit, lexicon)
            || cue.says == Says::No && titled && weight <= PASSING
            || cue.says == Says::No && !titled && known.deadline && statement::is_condition(reading, hit)
            || asks && uncalled.holds(reading.sentence_at(hit.start))
            || cue.says == Says::Deadline
                && (visited && statement::is_until(reading, hit) || uncalled.stays(reading.sentence_at(hit.start)))
            || TOLD.contains(&cue.id.as_str()) && !titled && statement::is_relative(reading.quote(hit))
            || cue.says == Says::No && requests.iter().any(|request| request.first <= hit.first && hit.last <= request.last)
            || cue.id == TENDER_TERMS && *funds
            || cue.id == HOME_MATTERS && *asks_towns
            || cue.id == OBITUARY && (known.deadline || *asks_for) && statement::names_prize(reading, hit, lexicon)
            || judged.iter().any(within)
        {
            continue;
        }
        let points = match cue.says {
            Says::Call if titled => weight * CALL_IN_TITLE,
            Says::Call | Says::Action | Says::Deadline => weight,
            // "Five tips before you apply: fund open until 3 May": the day says that one can. "All year round" may be said of anybody.
            Says::Explains if titled && known.deadline && !known.rolling => -weight,
            // "Recipients announced, second round opens", with a day and a word that asks: they are those of the round before.
            Says::No if titled && reopened && TOLD.contains(&cue.id.as_str()) => -weight,
            Says::No | Says::Explains if titled => -weight * NO_IN_TITLE,
            Says::No | Says::Explains => -weight,
            // A state is no point, nor is a part of a statement.
            _ => continue,
        };
        let against_in_text = points < 0.0 && !titled;
        asked_in_text |= cue.says == Says::Action && !titled && points > ASKED && !statement::is_chosen(reading, hit);
        no_in_title |= titled && points < 0.0;
        explained |= titled && cue.says == Says::Explains;
        call_in_title |= titled && points > 0.0 && weight >= CALLS_BY_ITSELF;
        called |= titled && cue.says == Says::Call && weight >= CALLS_BY_ITSELF;
        if against_in_text {
            // "Our bid was successful" is one statement, though it holds two cues.
            if hit.start >= negative_until {
                negatives_in_text.push(reading.quote(hit));
            }
            negative_until = negative_until.max(hit.end);
        }
        let entry = strongest.entry((place, against_in_text)).or_insert((0.0, reading.quote(hit)));
        if points.abs() > entry.0.abs() {
            *entry = (points, reading.quote(hit));
        }
    }
    let undisputed = !strongest.is_empty() && strongest.values().all(|(points, _)| *points > 0.0);
    negatives_in_text.sort_unstable();
    negatives_in_text.dedup();
    // "Twelve cities have been selected" is what a text begins with, and nobody is asked for anything: one such word is enough.
    let told_first = of_cue(TOLD[0]).any(|(hit, _)| reading.sentence_at(hit.start) == 1);
    let calls_nobody = told_first && !known.deadline && !asked_in_text && !call_in_title;
    let fewest = if calls_nobody { 1 } else { FEWEST_NEGATIVES };
    let text_counts = negatives_in_text.len() >= fewest && !known.only_opportunities;

    let (mut score, mut in_favour, mut action, mut against_in_text) = (0.0, 0.0, 0.0, 0.0);
    let most = if no_in_title && (!call_in_title || explained) && !known.deadline { MOST_FOR_UNDER_NO } else { f64::INFINITY };
    let mut reasons = Vec::new();
    for ((place, in_text_against), (points, quote)) in strongest {
        if in_text_against {
            if !text_counts {
                continue;
            }
            against_in_text += points;
        } else if lexicon.verdicts[place].says == Says::Action {
            // "Apply" and "applications" say one thing.
            action = f64::max(action, points);
        } else if points > 0.0 {
            in_favour += points;
        } else {
            score += points;
        }
        reasons.push(format!("{points:+} {} “{quote}”", lexicon.verdicts[place].id));
    }
    if known.declared {
        in_favour += DECLARED;
        reasons.push(format!("{DECLARED:+} verdict.declared"));
    }
    score += f64::min(in_favour + action, most) + against_in_text.max(-MOST_AGAINST_IN_TEXT);
    let asked = action > ASKED;
    for (points, id, quote) in
        stated(reading, known, Told { against: no_in_title || text_counts, asked, asked_in_text, called }, lexicon)
    {
        score += points;
        reasons.push(format!("{points:+} {id} “{quote}”"));
    }
    if !known.deadline
        && !known.only_opportunities
        && let Some(span) = statement::years_gone(reading, known.year)
    {
        score -= YEARS_GONE;
        reasons.push(format!("{:+} verdict.years_gone “{span}”", -YEARS_GONE));
    }
    if known.deadline {
        score += DATED;
        reasons.push(format!("{DATED:+} verdict.dated"));
        if undisputed {
            score += UNDISPUTED;
            reasons.push(format!("{UNDISPUTED:+} verdict.undisputed"));
        }
    }
    // Italian, Portuguese, Dutch, Polish: the cues of dates alone know a word for handing in.
    let handing = || reading.cues.iter().find(|cue| cue.cue == Cue::Submit);
    if known.deadline
        && !known.worded
        && let Some(cue) = handing()
    {
        score += DATED;
        reasons.push(format!("{DATED:+} verdict.handing_in “{}”", &reading.text[cue.start..cue.end]));
    }
    if known.only_opportunities {
        let listed = if known.deadline { LISTED_AND_DATED } else { LISTED };
        score += listed;
        reasons.push(format!("{listed:+} verdict.source_lists_calls"));
    }
    OpportunityVerdict { yes: score >= ENOUGH, reasons }
}

/// Is it an exhibition to which nobody is asked to bring anything? Then it is there for visitors until its last day.
fn is_visited(reading: &Reading, known: Known, pardons: &[&Hit], lexicon: &Lexicon) -> bool {
    let pardoned = |hit: &Hit| pardons.iter().any(|pardon| pardon.first <= hit.first && hit.last <= pardon.last);
    // "By letter", "the communes reserve a hut": towns or associations do something there, whichever verb says so.
    let asks = |(hit, place): (&Hit, usize)| match &lexicon.verdicts[place] {
        VerdictCue { says: Says::Action, .. } => !pardoned(hit),
        VerdictCue { says: Says::Call, weight, .. } => f64::from(*weight) >= CALLS_BY_ITSELF && !pardoned(hit),
        VerdictCue { says: Says::Whom | Says::Form, .. } => true,
        _ => false,
    };
    let handed_in = || {
        let covered = |cue: &CueFound| pardons.iter().any(|pardon| pardon.start <= cue.start && cue.end <= pardon.end);
        let hands_in = |cue: &CueFound| matches!(cue.cue, Cue::Submit | Cue::Applying | Cue::Entering);
        reading.cues.iter().any(|cue| hands_in(cue) && !covered(cue))
    };
    // Who shows something there asks for a place before.
    let exhibitors = || {
        let named = |tag: Tag| matches!(tag, Tag::Kind(place) if lexicon.kinds[place].id == CRAFTSPEOPLE);
        reading.hits.iter().any(|hit| named(hit.tag))
    };
    known.worded && known.exhibition && !handed_in() && !exhibitors() && !reading.tagged(cue_of).any(asks)
}

/// What the single words of a text have told.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// Words against it count.
    against: bool,
    /// A verb asks the reader for something.
    asked: bool,
    /// It does so below the title.
    asked_in_text: bool,
    /// The title calls.
    called: bool,
}

/// What whole sentences say for and against, with the points and the words.
fn stated<'r>(
    reading: &'r Reading,
    known: Known,
    told: Told,
    lexicon: &'r Lexicon,
) -> impl Iterator<Item = (f64, &'static str, &'r str)> {
    let Told { against, asked, asked_in_text, called } = told;
    let nothing = (!known.deadline).then(|| statement::nothing_open(reading, lexicon)).flatten();
    let nothing = nothing.map(|quote| (-NOTHING_OPEN, "verdict.nothing_open", quote));
    let told = |quote: Option<&'r str>, points: f64, id: &'static str| quote.map(|quote| (points, id, quote));
    let defined = (!known.deadline).then(|| statement::defined(reading, lexicon)).flatten();
    let told_since = !known.deadline && !asked;
    let awarded = told_since.then(|| statement::awarded(reading, lexicon)).flatten();
    // A call or an offer may tell of the rounds before it.
    let stands = || statement::offer(reading, lexicon).is_some();
    // "Call draws record interest": such a title calls nobody.
    let over = (told_since && (!called || against) && !stands()).then(|| statement::round_over(reading, lexicon)).flatten();
    // "Five cities apply", and below it that they did.
    let deed = || statement::applied(reading).first().map(|at| reading.text[reading.sentences[*at].clone()].trim());
    let applied = (!known.deadline && !asked_in_text && !called && !stands()).then(deed).flatten();
    // Projects that were chosen for the call that the title names: nobody is asked any more.
    let chosen = (!known.deadline && !asked_in_text).then(|| statement::chosen(reading)).flatten();
    let usual = (!known.deadline && !called && !stands()).then(|| statement::usual(reading, lexicon)).flatten();
    let heading = (!known.deadline).then(|| statement::heading(reading, called, lexicon)).flatten();
    let vote = || statement::voted(reading).first().map(|at| reading.text[reading.sentences[*at].clone()].trim());
    let voted = (!known.deadline && !asked_in_text && !stands()).then(vote).flatten();
    let favourable = !against && nothing.is_none() && awarded.is_none() && over.is_none() && chosen.is_none();
    let offered = favourable.then(|| statement::offer(reading, lexicon)).flatten();
    let partners = || statement::partners(reading, lexicon).or_else(|| statement::counterpart(reading, lexicon));
    let search = || statement::search(reading, lexicon).or_else(partners);
    let sought = favourable.then(search).flatten().map(|span| &reading.text[span]);
    let invited = favourable.then(|| statement::invitation(reading, lexicon)).flatten();
    let course = favourable.then(|| statement::course(reading, lexicon)).flatten();
    let permitted = favourable.then(|| statement::permission(reading, lexicon)).flatten();
    let all = [
        nothing,
        told(defined, -DEFINED, "verdict.defined"),
        told(awarded, -AWARDED, "verdict.awarded"),
        told(chosen, -CHOSEN, "verdict.chosen"),
        told(over, -ROUND_OVER, "verdict.round_over"),
        told(applied, -ROUND_OVER, "verdict.applied"),
        told(usual, -EXPLAINED, "verdict.usual"),
        told(heading, -HEADED, "verdict.heading"),
        told(voted, -VOTED, "verdict.voted"),
        told(offered, OFFERED, "verdict.offered"),
        told(sought, SOUGHT, "verdict.sought"),
        told(course, SOUGHT, "verdict.course"),
        told(invited, INVITED, "verdict.invited"),
        told(permitted, PERMITTED, "verdict.permitted"),
    ];
    all.into_iter().flatten()
}

fn cue_of(tag: Tag) -> Option<usize> {
    match tag {
        Tag::Verdict(place) => Some(place),
        _ => None,
    }
}
