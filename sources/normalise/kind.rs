//! What it is, by weighted words: the title counts most, the first sentences more than the rest.

mod called;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::cues::Cue;
use super::dates::lex::fold;
use super::evidence::{Found, found};
use super::reading::Reading;
use super::statement;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, KindCue, Lexicon, Tag};
use crate::opportunity::Kind;
use crate::source::Defaults;

const IN_TITLE: f64 = 3.0;
const IN_LEAD: f64 = 1.5;
const IN_REST: f64 = 0.7;

/// Sentences after the title that say what a text is about before it goes into detail.
const LEAD_SENTENCES: usize = 2;

/// The same cue in the text counts so often: a long text does not say it more strongly than a short one.
const MOST_REPEATS: usize = 2;

/// A title has a dozen such words; one of more is a text without a title, and each of them would be held against each.
const MOST_IN_TITLE: usize = 60;

/// A source's own word for the kind weighs as much as a loud title.
const FIELD: f64 = 5.0;

/// The roadmap's default weighs more than the text, less than a clear title.
const DEFAULT: f64 = 8.0;

/// A title with both a call and money is a call for money.
const MONEY_BEFORE_CALL: f64 = 0.1;

/// "City Award 2027: call for applications": a call for a prize is the prize.
const PRIZE_BEFORE_CALL: f64 = 0.1;

/// "First place 500 euros, second place 300": what somebody comes second in is a contest, whatever calls for entries.
const PLACES_BEFORE_CALL: f64 = 0.1;

/// The cue of the first and the second place.
const PLACES: &str = "kind.places";

/// "Call to craftspeople", and the text tells of a fair: the call is the fair's.
const FAIR_BEFORE_CALL: f64 = 0.1;

/// Less than this is a passing word, and the kind is other.
const ENOUGH: f64 = 2.0;

/// The weight of phrases in which no word is what it looks like.
const MUTE: u8 = 0;

/// The weight of words that say little by themselves.
const PASSING: u8 = 1;

/// The cue of words for a call.
const CALL: &str = "kind.call";

/// The cue of words that are a prize and a sum to apply for, such as "award".
const AWARD: &str = "kind.award";

/// The rules by which somebody who looks for partners is known.
pub(super) const SEEKS_PARTNERS: [&str; 4] = ["kind.partner_search", PARTNER_LABEL, PARTNER_WISH, "kind.sought"];

/// The cue of labels under which a form names the partners that are sought.
const PARTNER_LABEL: &str = "kind.partner_label";

/// The cue of such labels as stand in calls for money too.
const PARTNER_WISH: &str = "kind.partner_wish";

/// The cue of a strand of money for twin towns.
const TWINNING: &str = "kind.town_twinning";

/// Who seeks a twin town in so many words seeks a partner.
const SOUGHT: f64 = 4.0;

/// The cue of words that tell how large a grant is.
const SIZE_OF_GRANT: &str = "kind.size_of_grant";

/// The cue of contests of which the prize is a grant: other words inside it say nothing of their own.
const GRANT_CONTEST: &str = "kind.grant_contest";

/// The cues of talks and of papers, of a contest, of a journal, of whom is paid for a work and of the money that trains one.
const ABSTRACTS: &str = "kind.abstracts";
const COMPETITION: &str = "kind.competition";
const JOURNAL: &str = "kind.journal";
/// The cue of those who show and sell what they make.
pub(super) const CRAFTSPEOPLE: &str = "kind.craftspeople";

const ARTIST: &str = "kind.artist";
const SCHOLARSHIP: &str = "kind.scholarship";

/// What the kind rests on besides the words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// The source's own.
    pub(super) defaults: &'a Defaults,
    /// Who calls: "Congress" in the name of the caller announces no congress.
    pub(super) organiser: Option<&'a str>,
}

/// The kind and the words that spoke for it most.
pub(super) fn kind(
    reading: &Reading,
    language: Option<&str>,
    field: Option<&str>,
    known: Known<'_>,
    lexicon: &Lexicon,
) -> (Kind, Option<Found>) {
    let Known { defaults, organiser } = known;
    let default = defaults.kind;
    if let Some(funder) = default.filter(|kind| defaults.only_opportunities && is_money(*kind)) {
        return of_funder(funder, field, lexicon);
    }
    let mut scores: HashMap<Kind, f64> = HashMap::new();
    let mut best: HashMap<Kind, (f64, Found)> = HashMap::new();
    let mut repeats: HashMap<usize, usize> = HashMap::new();
    let mut add = |kind: Kind, points: f64, quote: &str, rule: &str| {
        *scores.entry(kind).or_default() += points;
        if best.get(&kind).is_none_or(|(most, _)| points > *most) {
            best.insert(kind, (points, found(quote, rule)));
        }
    };

    if let Some(field) = field {
        let hits = lexicon.hits(&words::tokens(field), None);
        for cue in hits.iter().filter_map(|hit| cue_of(hit.tag)) {
            let cue = &lexicon.kinds[cue];
            add(cue.kind, f64::from(cue.weight) * FIELD, field, "kind.field");
        }
    }
    let callers_name: HashSet<String> =
        organiser.map(|name| words::tokens(name).into_iter().map(|token| token.norm.into_owned()).collect()).unwrap_or_default();
    let named_after_caller =
        |hit: &Hit| words::tokens(reading.quote(hit)).iter().all(|token| callers_name.contains(token.norm.as_ref()));
    let id = |place: usize| lexicon.kinds[place].id.as_str();
    let awards: Vec<&Hit> = reading.tagged(cue_of).filter(|(_, place)| id(*place) == AWARD).map(|(hit, _)| hit).collect();
    let sized = reading.tagged(cue_of).any(|(_, place)| id(place) == SIZE_OF_GRANT);
    // An award of which the size is told is money to apply for, no prize.
    let is_award = |hit: &Hit| awards.iter().any(|award| (award.start, award.end) == (hit.start, hit.end));
    let misread = |hit: &Hit, place: usize| if sized { is_award(hit) && id(place) != AWARD } else { id(place) == AWARD };
    // "The partner search tool": what a portal offers is not what the call is.
    let mute: Vec<&Hit> = reading
        .tagged(cue_of)
        .filter(|(_, place)| lexicon.kinds[*place].weight == MUTE && id(*place) != CRAFTSPEOPLE)
        .map(|(hit, _)| hit)
        .collect();
    let contests: Vec<&Hit> =
        reading.tagged(cue_of).filter(|(_, place)| id(*place) == GRANT_CONTEST).map(|(hit, _)| hit).collect();
    let covers = |outer: &Hit, hit: &Hit| outer.first <= hit.first && hit.last <= outer.last;
    let muted = |hit: &Hit| {
        mute.iter().any(|mute| covers(mute, hit)) || contests.iter().any(|contest| covers(contest, hit) && !covers(hit, contest))
    };
    let named = |wanted: &str| reading.tagged(cue_of).any(|(_, place)| id(place) == wanted);
    let in_title = |is: &dyn Fn(usize) -> bool| reading.tagged(cue_of).any(|(hit, place)| reading.in_title(hit) && is(place));
    // "Each artist gets a stipend of $2,500": who is paid for a work is not trained, unless the title says so.
    let pays_artists = named(ARTIST) && !in_title(&|place| lexicon.kinds[place].kind == Kind::Training);
    // "Call for papers" of a contest or a journal, where what the text begins with names no gathering.
    let leads = |is: &dyn Fn(usize) -> bool| {
        reading.tagged(cue_of).any(|(hit, place)| reading.sentence_at(hit.start) <= LEAD_SENTENCES && is(place))
    };
    let gathers = leads(&|place| lexicon.kinds[place].kind == Kind::Conference && id(place) != ABSTRACTS);
    let written = !gathers && (leads(&|place| id(place) == COMPETITION) || named(JOURNAL));
    let unsaid = |place: usize| written && id(place) == ABSTRACTS || pays_artists && id(place) == SCHOLARSHIP;
    let hits: Vec<(&Hit, usize)> = reading
        .tagged(cue_of)
        .filter(|(hit, _)| !muted(hit))
        .filter(|(hit, place)| {
            !named_after_caller(hit)
                && !misread(hit, *place)
                && !unsaid(*place)
                && !is_contribution(reading, hit, lexicon.kinds[*place].kind)
        })
        .collect();
    let calls = called::Calls::new(reading, language, &hits, lexicon);
    let titled: Vec<(&Hit, usize)> = hits.iter().filter(|(hit, _)| reading.in_title(hit)).take(MOST_IN_TITLE).copied().collect();
    // What only describes another word in the title ("support for delegations") describes it in the text.
    let modifiers: HashSet<usize> = titled
        .iter()
        .filter(|(hit, place)| {
            let kind = lexicon.kinds[*place].kind;
            if calls.names_object(hit, *place) {
                return true;
            }
            if calls.is_object(hit, *place) {
                return false;
            }
            // A bare "call to" is no thing that another word could describe: "call to exhibitors" is about exhibiting.
            let is_head = |other: usize| lexicon.kinds[other].kind != kind && lexicon.kinds[other].weight > PASSING;
            !lexicon.kinds[*place].governs && is_modifier(reading, hit, &titled, language, is_head)
                || is_governed(reading, hit, &titled, kind, lexicon)
        })
        .map(|(_, place)| *place)
        .collect();
    // "Municipalities need a partner city", "required partners", in a call for money: they bring one.
    let pays_by = |cue: &KindCue| cue.weight > PASSING && (is_money(cue.kind) || cue.kind == Kind::Competition);
    let pays = hits.iter().any(|(_, place)| pays_by(&lexicon.kinds[*place]));
    let is_brought = |cue: &str| pays && cue == PARTNER_WISH;
    // "Partnerships for clean rivers", and grants are paid for them: what is paid for.
    let is_theme = |place: usize| {
        let cue = &lexicon.kinds[place];
        pays && cue.kind == Kind::Partnership && cue.weight <= PASSING
    };
    let unsaid = |place: usize| modifiers.contains(&place) || is_brought(id(place)) || is_theme(place);
    // Host families are sought as well: who takes guests in takes part in an exchange.
    let hosts = |span: &Range<usize>| {
        hits.iter().any(|(hit, place)| lexicon.kinds[*place].kind == Kind::Exchange && span.contains(&hit.start))
    };
    // "Looking for a sister city ambassador": English puts what is sought last.
    let describes = |span: &Range<usize>| {
        let rest = reading.text.get(span.end..).unwrap_or("");
        let next = rest.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next()).unwrap_or("");
        language == Some("en") && !next.is_empty() && !holds(&GRAMMAR.clause.behind_a_noun, &fold(next))
    };
    let search = || statement::search(reading, lexicon).or_else(|| statement::partners(reading, lexicon));
    // "Town twinning", and a town for a joint project is looked for: no strand of money, but what the partner is wanted for.
    let twins_only = || hits.iter().all(|(_, place)| id(*place) == TWINNING || !pays_by(&lexicon.kinds[*place]));
    let counterpart = || statement::counterpart(reading, lexicon).filter(|_| twins_only());
    let sought = (!pays).then(search).flatten().or_else(counterpart);
    let unsaid = |place: usize| unsaid(place) || sought.is_some() && id(place) == TWINNING;
    for &(hit, place) in hits.iter().filter(|(_, place)| !unsaid(*place)) {
        let cue = &lexicon.kinds[place];
        let position = if reading.in_title(hit) {
            if calls.is_bare(hit, place, &hits) && calls.are_named_by_lead(&hits) { IN_REST } else { IN_TITLE }
        } else {
            let seen = repeats.entry(place).or_default();
            *seen += 1;
            if *seen > MOST_REPEATS {
                continue;
            }
            // A label of a form speaks of all of it.
            let leads =
                reading.sentence_at(hit.start) <= LEAD_SENTENCES || matches!(cue.id.as_str(), PARTNER_LABEL | PARTNER_WISH);
            if leads { IN_LEAD } else { IN_REST }
        };
        add(cue.kind, f64::from(cue.weight) * position, reading.quote(hit), &cue.id);
    }
    if let Some(span) = sought.filter(|span| !hosts(span) && !describes(span)) {
        add(Kind::Partnership, SOUGHT * IN_LEAD, &reading.text[span], "kind.sought");
    }
    if let Some(kind) = default {
        *scores.entry(kind).or_default() += DEFAULT;
    }

    if let Some(grant) = scores.get_mut(&Kind::Grant) {
        *grant += MONEY_BEFORE_CALL;
    }
    // "קול קורא" is what every Hebrew announcement calls itself; beside money it announces a grant.
    if language == Some("he")
        && let (Some(call), Some(grant)) = (scores.get(&Kind::CallForProposals).copied(), scores.get_mut(&Kind::Grant))
        && *grant >= ENOUGH
    {
        *grant = grant.max(call + MONEY_BEFORE_CALL);
    }

    let is_titled = |kind: Kind| {
        hits.iter().any(|(hit, place)| {
            let cue = &lexicon.kinds[*place];
            cue.kind == kind && cue.weight > PASSING && reading.in_title(hit) && !modifiers.contains(place)
        })
    };
    if is_titled(Kind::Competition)
        && !is_titled(Kind::Grant)
        && let (Some(call), Some(prize)) = (scores.get(&Kind::CallForProposals).copied(), scores.get_mut(&Kind::Competition))
    {
        *prize = prize.max(call + PRIZE_BEFORE_CALL);
    }

    // "Standard grants", and the text names youth exchanges and conferences: what the title offers money for.
    let untitled =
        [Kind::Exchange, Kind::Conference, Kind::Training, Kind::Exhibition].into_iter().filter(|kind| !is_titled(*kind));
    let paid_for = untitled.filter_map(|kind| scores.get(&kind).copied()).reduce(f64::max);
    if is_titled(Kind::Grant)
        && let (Some(paid_for), Some(grant)) = (paid_for, scores.get_mut(&Kind::Grant))
    {
        *grant = grant.max(paid_for + MONEY_BEFORE_CALL);
    }

    let places = hits.iter().filter(|(_, place)| id(*place) == PLACES).count();
    if places > 1
        && !is_titled(Kind::Grant)
        && let (Some(call), Some(prize)) = (scores.get(&Kind::CallForProposals).copied(), scores.get_mut(&Kind::Competition))
    {
        *prize = prize.max(call + PLACES_BEFORE_CALL);
    }

    let is_told =
        |kind: Kind| hits.iter().any(|(_, place)| lexicon.kinds[*place].kind == kind && lexicon.kinds[*place].weight > PASSING);
    if in_title(&|place| id(place) == CRAFTSPEOPLE)
        && !is_told(Kind::Competition)
        && !is_told(Kind::Grant)
        && let (Some(call), Some(fair)) = (scores.get(&Kind::CallForProposals).copied(), scores.get_mut(&Kind::Exhibition))
        && *fair >= ENOUGH
    {
        *fair = fair.max(call + FAIR_BEFORE_CALL);
    }

    let winner = scores
        .into_iter()
        .filter(|(_, score)| *score >= ENOUGH)
        .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
    match winner {
        Some((kind, _)) => (kind, best.remove(&kind).map(|(_, found)| found)),
        // "Towns are invited to join a partnership … send the form": passing words are all that it says.
        None => match best.remove(&Kind::Partnership).filter(|_| statement::invitation(reading, lexicon).is_some()) {
            Some((_, words)) => (Kind::Partnership, Some(words)),
            None => (Kind::Other, None),
        },
    }
}

/// Does a word for another kind stand right beside in the title, as the one that counts? English and German put it last ("congress prize"),
/// the others first ("prix du congrès", "פרס הכנס").
fn is_modifier(
    reading: &Reading,
    hit: &Hit,
    hits: &[(&Hit, usize)],
    language: Option<&str>,
    is_other_kind: impl Fn(usize) -> bool,
) -> bool {
    let last_counts = matches!(language, None | Some("en" | "de" | "nl"));
    hits.iter().any(|&(other, place)| {
        let (before, after) = if last_counts { (hit, other) } else { (other, hit) };
        let gap = reading.text.get(before.end..after.start).unwrap_or("\n");
        let adjacent =
            before.last + 1 == after.first && gap.chars().all(|c| matches!(c, ' ' | '-' | '־')) && !gap.contains(" - ");
        // "City Awards 2027 – call open": what stands behind a mark of its own is no head of the word before it.
        let parted = reading.quote(after).contains([':', '–', '—']);
        adjacent && !parted && is_other_kind(place)
    })
}

/// "Support for youth meetings and conferences": what stands behind a governing word in the same part of the title is what it is for.
fn is_governed(reading: &Reading, hit: &Hit, hits: &[(&Hit, usize)], kind: Kind, lexicon: &Lexicon) -> bool {
    hits.iter().any(|&(head, place)| {
        let cue = &lexicon.kinds[place];
        // "מענקי תרגום לתערוכות": the Hebrew letter for "for" says what the money is for.
        let pays_for = || cue.kind == Kind::Grant && cue.weight > PASSING && reading.quote(hit).starts_with('ל');
        let governs = (cue.governs || pays_for()) && cue.kind != kind && head.end <= hit.start;
        let parted = || {
            let gap = reading.text.get(head.end..hit.start).unwrap_or("");
            gap.contains([':', ';', '.', '!', '?', '|', '(', '–', '—', '\n']) || gap.contains(" - ")
        };
        governs && !parted()
    })
}

/// French "concours" is a competition and a contribution: with a bound or a share behind it, or a funder's adjective, it is money
/// ("le concours de l'État ne dépasse pas 50 %").
fn is_contribution(reading: &Reading, hit: &Hit, kind: Kind) -> bool {
    /// "Le concours de l'association internationale ne dépasse pas": so far behind stands the bound, in bytes.
    const BOUND_NEAR: usize = 80;
    if kind != Kind::Competition || reading.in_title(hit) || !reading.quote(hit).eq_ignore_ascii_case("concours") {
        return false;
    }
    let end = reading.sentences.get(reading.sentence_at(hit.start)).map_or(hit.end, |sentence| sentence.end);
    let rest = reading.text.get(hit.end..end).unwrap_or("");
    let bounded = reading.cues.iter().any(|cue| {
        matches!(cue.cue, Cue::SumMax | Cue::SumShare) && cue.start >= hit.end && cue.start < end.min(hit.end + BOUND_NEAR)
    });
    bounded || rest.trim_start().starts_with("financier")
}

/// A register of nothing but calls for money: its titles name what is paid for ("Access to market", "Postdoctoral fellowships"),
/// not what kind of call it is. Only a prize is another kind, and the register says so itself.
fn of_funder(default: Kind, field: Option<&str>, lexicon: &Lexicon) -> (Kind, Option<Found>) {
    let Some(field) = field else { return (default, None) };
    let says = |wanted: Kind| {
        let hits = lexicon.hits(&words::tokens(field), None);
        hits.iter().filter_map(|hit| cue_of(hit.tag)).any(|cue| lexicon.kinds[cue].kind == wanted)
    };
    let kind = [Kind::Competition, Kind::Grant].into_iter().find(|kind| says(*kind));
    (kind.unwrap_or(default), kind.map(|_| found(field, "kind.field")))
}

fn is_money(kind: Kind) -> bool {
    matches!(kind, Kind::CallForProposals | Kind::Grant)
}

fn cue_of(tag: Tag) -> Option<usize> {
    match tag {
        Tag::Kind(place) => Some(place),
        _ => None,
    }
}
