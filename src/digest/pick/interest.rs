//! How much a municipality would want a record that it may have.

use sources::opportunity::{Kind, Verdict};

use super::candidate::Candidate;
use super::priorities::Priority;
use super::rules::{Class, Rules};
use super::topic_hits::{TWINS, TopicHit};
use super::wish::{Interest, Wish};
use crate::digest::profile::{Capacity, TwinCity};

/// What met what, strongest first; the reason is made of it.
#[derive(Debug, Default)]
pub(super) struct Meeting<'m> {
    pub(super) score: f64,
    /// Topics with the word that said so.
    pub(super) topics: Vec<(&'m str, &'m str)>,
    /// The twin whose own call this is.
    pub(super) twin: Option<&'m TwinCity>,
    /// The twin that could lead.
    pub(super) lead: Option<&'m TwinCity>,
    /// The twin without which it would not be open.
    pub(super) partner: Option<&'m TwinCity>,
    /// Wanted words as they stand in the record.
    pub(super) words: Vec<&'m str>,
    /// The mayor's words that name what it is about, of the priority that it fits best.
    pub(super) priority: Vec<&'m str>,
    /// The audience that it is meant for, by place in the rules.
    pub(super) audience: Option<usize>,
    /// It is named as one who may apply, or its residents are.
    pub(super) names_us: bool,
    /// It asks for a size that this municipality has.
    pub(super) sized_for_us: bool,
    /// Cities meet, and ours are asked.
    pub(super) mayors_asked: bool,
    /// Nobody has said that the topics are wanted.
    pub(super) topics_by_default: bool,
}

/// A topic met in the title is what the call is about; in the text it may be said by the way.
const IN_TITLE: f64 = 1.0;
/// One word in the text, and each further one.
const FIRST_IN_TEXT: f64 = 0.4;
/// In a notice of a few lines every word counts.
const FIRST_IN_SHORT_TEXT: f64 = 0.65;
const FURTHER_IN_TEXT: f64 = 0.15;
const MOST_IN_TEXT: f64 = 0.8;
/// Hinted at in the title, and said or hinted at again in the text.
const HINTED_IN_TITLE: f64 = 0.8;
/// In a research topic one word by the way says nothing at all: they name half the policies of the union.
const LEAST_IN_RESEARCH_TEXT: f64 = 2.0;
/// Several interests met are worth more than one, but not as much as their sum.
const RANK_WEIGHTS: [f64; 3] = [1.0, 0.5, 0.25];
/// What is left of an interest where the title speaks of other things only.
const BESIDE_THE_TITLE: f64 = 0.35;
/// A call for municipalities of this country is what the letter is for; one for cities anywhere comes next; a consortium last.
const FOR_OURS: f64 = 1.0;
const FOR_CITIES: f64 = 0.75;
const FOR_COMMUNITIES: f64 = 0.45;
const RESEARCH_ON_CITIES: f64 = 0.35;
const RESEARCH: f64 = 0.2;
const FOR_OTHERS: f64 = 0.25;
/// What an interest is worth before it is asked whom the call is for, and what that is worth by itself.
const INTEREST_ALONE: f64 = 0.3;
const DIRECTNESS_ALONE: f64 = 0.45;
/// A twin's own call outranks every topic; one that a twin could lead is a good chance.
const TWIN_CALLS: f64 = 1.5;
const TWIN_LEADS: f64 = 0.15;
const TWINNING_ITSELF: f64 = 0.25;
/// It or its residents called by name; its own name in the title, which may be a common word.
const NAMES_US: f64 = 1.5;
const IN_OUR_TITLE: f64 = 0.4;
/// Wanted words lift; more than two say nothing new.
const WANTED: f64 = 0.35;
const MOST_WANTED: f64 = 0.6;
/// Whoever wishes for a word, or writes down what matters, has an interest in what has it; less than in a topic that is a priority.
const WISHED_FOR: f64 = 0.5;
/// The mayor's words lift, less than a word that was asked for: a sentence says more than is meant.
const PRIORITY: f64 = 0.1;
const MOST_PRIORITY: f64 = 0.2;
/// One telling word of a sentence may be there by the way; two together are what it says.
const LEAST_OF_PRIORITY: usize = 2;
/// A partner country, or a twin's name by the way.
const COUNTRY: f64 = 0.1;
const TWIN_BY_THE_WAY: f64 = 0.2;
/// A call for this people or region is for few others, one for this size for fewer still.
const AUDIENCE: f64 = 0.4;
const SIZED_FOR_US: f64 = 0.7;
/// A call for one of the small peoples is every such authority's business: so many of them there are at most (Druze, Circassian, Bedouin).
const A_FEW: usize = 25;
/// Of our 257 authorities 39 are larger, 85 are larger than the other: a lower least size, or a higher ceiling, singles nobody out.
const NARROW_LEAST: u32 = 50_000;
const NARROW_MOST: u32 = 25_000;
/// Their own call is as good as an interest, whatever it pays for.
const OUR_PEOPLE: f64 = 0.5;
/// Whether a municipality belongs to the network that asks members alone its profile does not say; most belong to none.
const MEMBERS_ALONE: f64 = 0.4;
/// The last part of the rules' names by which a call is for members only.
const MEMBERS_ONLY: &str = ".members_only";
/// What is left of a call on harbours for a town inland, or on villages for a city.
const OTHER_SETTING: f64 = 0.5;
/// A small authority leads no research consortium.
const SMALL_IN_RESEARCH: f64 = 0.5;
/// Research is worth telling only where the topic is an interest, not merely welcome.
const LEAST_WEIGHT_IN_RESEARCH: u8 = 2;
/// Mayors meeting mayors is every municipality's business: what such a call is worth to one that ticked nothing of it, as an interest.
const MAYORS_MEETING: f64 = 0.35;
/// From here on a topic that a delegation comes for is an interest, and not merely welcome.
const CARES_FOR_IT: f64 = 0.25;
/// The topic of such a call.
const AMONG_CITIES: &str = "city-diplomacy";

/// What meets in profile and record; `None` where nothing does.
pub(super) fn meeting<'m>(wish: &'m Wish<'_>, candidate: &'m Candidate<'_>, rules: &Rules) -> Option<Meeting<'m>> {
    if candidate.research && !candidate.city && !candidate.authority {
        return None;
    }
    let mut topics: Vec<(f64, &Interest, &str)> =
        wish.topics.iter().filter_map(|interest| met(interest, wish, candidate)).collect();
    if wish.profile.topics_alone && topics.is_empty() {
        return None;
    }
    topics.sort_by(|a, b| b.0.total_cmp(&a.0));
    let purity = purity(wish, candidate);
    let interest = topics.iter().zip(RANK_WEIGHTS).map(|((strength, _, _), rank)| strength * rank).sum::<f64>() * purity;
    // A delegation says what it comes for: who ticked none of that is not asked.
    let mayors_asked = mayors_asked(candidate) && (interest >= CARES_FOR_IT || candidate.opportunity.kind != Kind::Exchange);
    let interest = if mayors_asked { interest.max(MAYORS_MEETING) } else { interest };

    let named = wish.twin_named(candidate);
    let twin = named.filter(|_| candidate.own_twins || candidate.topics.contains_key(TWINS));
    let lead = wish.lead(candidate, rules);
    let partner = wish.partner(candidate, rules);
    // A joint call that says on what is for those who care for that.
    let about_joining = partner.is_some() && !candidate.joint.is_empty() && candidate.matters.is_empty();
    let about_twinning = about_joining || lead.is_some() && candidate.leads.iter().any(|place| rules.lead[*place].any_topic);
    let names_us = wish.is_called(candidate);
    let ours = matches!(candidate.opportunity.eligibility.country.verdict, Verdict::Yes | Verdict::Partner);
    // Whose size nobody knows, and who has none, is not told that it fits.
    let is_sized = wish.profile.population > 0 && wish.profile.kind.is_authority();
    let is_narrow = candidate.size.least.is_some_and(|least| least >= NARROW_LEAST)
        || candidate.size.most.is_some_and(|most| most <= NARROW_MOST);
    let sized_for_us = is_sized && is_narrow && candidate.authority && ours && !candidate.research;
    // Of several audiences the people says more than the region, which holds many who are not meant.
    let audiences = candidate.audiences.intersection(&wish.audiences).copied();
    let audience = audiences.min_by_key(|place| (rules.audience[*place].class == Class::Region, *place));
    let is_for_few =
        candidate.authority && ours && audience.is_some_and(|place| (1..=A_FEW).contains(&rules.audience[place].members.len()));
    let interest = if is_for_few { interest.max(OUR_PEOPLE) } else { interest };
    // A prize for food cities of our size is for those who care for food.
    let is_for_our_size = sized_for_us && candidate.city_in_title && candidate.matters.is_empty();
    let is_asked = twin.is_some() || about_twinning || names_us || is_for_our_size || is_for_few;
    let words: Vec<&str> = wish.wanted.iter().filter_map(|word| candidate.words.get(word)).map(String::as_str).collect();
    let priority = priority(wish, candidate);
    let is_wished_for = !words.is_empty() || says_priority(wish, candidate);
    if interest == 0.0 && !is_asked && !is_wished_for {
        return None;
    }
    let interest = if is_wished_for { interest.max(WISHED_FOR) } else { interest };
    let country = wish.profile.countries.iter().any(|country| candidate.opportunity.countries.contains(country));

    let directness = directness(candidate);
    let mut score = interest * (INTEREST_ALONE + directness) + directness * DIRECTNESS_ALONE;
    score += (words.len() as f64 * WANTED).min(MOST_WANTED);
    score += (priority.len() as f64 * PRIORITY).min(MOST_PRIORITY);
    score += [
        (twin.is_some(), TWIN_CALLS),
        (lead.is_some() || partner.is_some(), TWIN_LEADS),
        (about_twinning, TWINNING_ITSELF),
        (named.is_some() && twin.is_none(), TWIN_BY_THE_WAY),
        (names_us, NAMES_US),
        (wish.in_title(candidate), IN_OUR_TITLE),
        (country, COUNTRY),
        (audience.is_some(), AUDIENCE),
        (sized_for_us, SIZED_FOR_US),
    ]
    .into_iter()
    .map(|(holds, worth)| if holds { worth } else { 0.0 })
    .sum::<f64>();
    if candidate.research && wish.profile.capacity() == Capacity::Small {
        score *= SMALL_IN_RESEARCH;
    }
    if is_for_members(candidate) {
        score *= MEMBERS_ALONE;
    }
    // Who wishes for the coast by name has one.
    if !candidate.settings.is_subset(&wish.settings) && words.is_empty() {
        score *= OTHER_SETTING;
    }
    Some(Meeting {
        score,
        topics: topics.into_iter().map(|(_, interest, word)| (interest.slug.as_str(), word)).collect(),
        twin,
        lead,
        partner,
        words,
        priority,
        audience,
        names_us,
        sized_for_us,
        mayors_asked,
        topics_by_default: wish.profile.topics_by_default,
    })
}

/// The words of the mayor's sentence of which the record is about most.
fn priority<'m>(wish: &'m Wish<'_>, candidate: &Candidate<'_>) -> Vec<&'m str> {
    let met = |priority: &'m Priority| -> Vec<&'m str> {
        let met = priority.iter().filter(|(concept, _)| candidate.concepts.contains_key(concept));
        met.map(|(_, words)| words.as_str()).collect()
    };
    let sentences = wish.priorities.iter().map(met);
    sentences.reduce(|best, next| if next.len() > best.len() { next } else { best }).unwrap_or_default()
}

/// Is it about what a sentence of the mayor's says? The title has to say one of the two: a long text names much.
fn says_priority(wish: &Wish<'_>, candidate: &Candidate<'_>) -> bool {
    wish.priorities.iter().any(|priority| {
        let met: Vec<bool> = priority.iter().filter_map(|(concept, _)| candidate.concepts.get(concept)).copied().collect();
        met.len() >= LEAST_OF_PRIORITY && met.contains(&true)
    })
}

/// Members alone, and nothing that says that ours are among them.
fn is_for_members(candidate: &Candidate<'_>) -> bool {
    let eligibility = &candidate.opportunity.eligibility;
    let asks = |rule: &Option<String>| rule.as_deref().is_some_and(|rule| rule.ends_with(MEMBERS_ONLY));
    eligibility.country.verdict != Verdict::Yes && (asks(&eligibility.country.rule) || asks(&eligibility.body.rule))
}

/// Israeli local authorities are asked to meet cities from abroad: a conference, a delegation, a partnership.
/// Where the title says what they meet on, it is for those who care for that.
fn mayors_asked(candidate: &Candidate<'_>) -> bool {
    if !candidate.matters.is_empty() {
        return false;
    }
    let among_cities = candidate
        .topics
        .get(AMONG_CITIES)
        .is_some_and(|hit| hit.title >= 1.0 || (candidate.short && hit.title + hit.text >= 1.0));
    let meets = matches!(candidate.opportunity.kind, Kind::Conference | Kind::Exchange | Kind::Partnership);
    among_cities && meets && candidate.authority && candidate.israel && !candidate.own_twins && candidate.leads.is_empty()
}

/// How much of what the title is about is of interest: a call on passenger hubs that names the climate is one on transport.
fn purity(wish: &Wish<'_>, candidate: &Candidate<'_>) -> f64 {
    if candidate.matters.is_empty() {
        return 1.0;
    }
    let ours = candidate.matters.iter().filter(|slug| wish.topics.iter().any(|interest| interest.slug == **slug)).count();
    BESIDE_THE_TITLE + (1.0 - BESIDE_THE_TITLE) * ours as f64 / candidate.matters.len() as f64
}

/// How strongly a topic of the profile is met, times its weight.
fn met<'m>(interest: &'m Interest, wish: &Wish<'_>, candidate: &'m Candidate<'_>) -> Option<(f64, &'m Interest, &'m str)> {
    let (strength, word) = if let Some(word) = interest.word {
        (if candidate.title_words.contains(&word) { IN_TITLE } else { FIRST_IN_TEXT }, candidate.words.get(&word)?)
    } else {
        let hit = candidate.topics.get(&interest.slug)?;
        // What the title hints at is no aside where the title is about surroundings like ours.
        let is_hinted_for_us = hit.title > 0.0 && !candidate.settings.is_disjoint(&wish.settings);
        let said_by_the_way = hit.title < 1.0 && hit.text < LEAST_IN_RESEARCH_TEXT && !is_hinted_for_us;
        if candidate.research && (said_by_the_way || interest.weight < LEAST_WEIGHT_IN_RESEARCH) {
            return None;
        }
        // Hints in the text beside a title on something else: where it takes place, and not what it is about.
        if hit.is_hinted && hit.title == 0.0 && !candidate.matters.is_empty() {
            return None;
        }
        (strength(hit, candidate.short), &hit.word)
    };
    (strength > 0.0).then(|| (strength * f64::from(interest.weight) / 3.0, interest, word.as_str()))
}

/// A hint by itself says nothing.
fn strength(hit: &TopicHit, short: bool) -> f64 {
    let first = if short { FIRST_IN_SHORT_TEXT } else { FIRST_IN_TEXT };
    let text = if hit.text >= 1.0 { (first + (hit.text - 1.0) * FURTHER_IN_TEXT).min(MOST_IN_TEXT) } else { 0.0 };
    if hit.title >= 1.0 {
        IN_TITLE + text / 4.0
    } else if hit.title > 0.0 && hit.title + hit.text >= 1.0 {
        text.max(HINTED_IN_TITLE)
    } else if hit.text >= 1.0 {
        text.max(FIRST_IN_TEXT)
    } else {
        0.0
    }
}

/// How plainly a record speaks to municipalities like ours.
fn directness(candidate: &Candidate<'_>) -> f64 {
    let body = candidate.opportunity.eligibility.body.verdict;
    let authority = candidate.authority || matches!(body, Verdict::Yes | Verdict::Partner);
    match (candidate.research, authority, candidate.israel) {
        (true, _, _) if candidate.authority || candidate.city_in_title => RESEARCH_ON_CITIES,
        (true, _, _) => RESEARCH,
        (false, true, true) => FOR_OURS,
        (false, true, false) => FOR_CITIES,
        (false, false, _) if candidate.city => FOR_COMMUNITIES,
        (false, false, _) => FOR_OTHERS,
    }
}
