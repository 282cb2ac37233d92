//! Words that others beside them make void: "not excluded" is an offer, "members or not" no condition, and "more than 300 cities" a
//! count of those who come.

use super::super::money;
use super::running::runs;
use super::sentence::{Part, is_inside, is_noun, near, of};
use crate::lexicon::grammar::{GRAMMAR, ends, holds};
use crate::lexicon::{Hit, Role};

/// "Not excluded", "no están excluidos": so many words at most from the "not" to what it takes back.
const NOT_REACH: usize = 2;

/// "No municipality is excluded", at the head of its clause: so many words at most from the "no" to what it takes back.
const SUBJECT_REACH: usize = 5;

/// "Take part as lead applicant": side by side.
const LEAD_REACH: usize = 1;

/// "Members of the network or not": so many words at most from a condition to what waives it.
const WAIVER_REACH: usize = 4;

/// "More than 300 European cities": so many words at most from the comparison to those who are counted.
const COUNT_REACH: usize = 4;

/// "Less than", "al menos" and the number: so many bytes at most lie between.
const NUMBER_NEAR: usize = 24;

/// "At least 1,000 and at most 50,000 euros": the whole range is looked at, in bytes.
const SUM_NEAR: usize = 60;

/// "The workshops on Wednesday are for members only": so many words at most from the part to the condition.
const SESSION_REACH: usize = 10;

/// "The local council of Kfar Vradim invites": so many words at most from the council to the verb.
const CALLER_REACH: usize = 5;

/// "Also the groups and the members": so many words at most lie between.
const ALSO_REACH: usize = 7;

/// "With a local partner": so many words at most lie between.
const WITH_REACH: usize = 2;

/// Takes back what other words of the sentence make void; `titled` is whether a workshop or the like is what the text is about.
pub(super) fn take_back(parts: &mut Vec<Part<'_>>, text: &str, titled: bool) {
    let kinds: Vec<&Hit> = parts.iter().filter(|(role, ..)| *role == Role::NonProfit).map(|(_, hit, _)| *hit).collect();
    parts.retain(|(role, hit, _)| {
        !matches!(role, Role::Not | Role::Condition | Role::Limit | Role::Excluded)
            || !kinds.iter().any(|kind| is_inside(hit, kind))
    });
    // "Active for at least two years" is no condition on one of several.
    parts.retain(|(role, hit, _)| *role != Role::OneOfSeveral || !is_span(text, hit));
    for (role, hit, _) in parts.iter_mut().filter(|(role, ..)| *role == Role::Comparison) {
        if leads_to_number(text, hit) {
            *role = Role::Condition;
        }
    }
    // "Gobiernos locales miembros de la Red": right behind those who apply it is a membership that is asked for.
    let nouns: Vec<Part<'_>> = parts.iter().filter(|(role, ..)| *role == Role::LocalAuthority).copied().collect();
    for (role, hit, _) in parts.iter_mut().filter(|(role, ..)| *role == Role::Member) {
        if nouns.iter().any(|(_, noun, _)| noun.last + 1 == hit.first) {
            *role = Role::Membership;
        }
    }
    let all = parts.clone();
    let mut spared: Vec<&Hit> = Vec::new();
    for (role, hit, _) in parts.iter_mut() {
        if *role == Role::Excluded && is_spared(&all, hit, text) {
            *role = Role::Apply;
            spared.push(hit);
        }
    }
    // The "not" is used up.
    parts.retain(|(role, not, _)| {
        *role != Role::Not || !spared.iter().any(|hit| not.last < hit.first && near(not, hit, SUBJECT_REACH))
    });
    parts.retain(|(role, hit, _)| match role {
        Role::Comparison => false,
        Role::LocalAuthority => !calls(&all, hit, text) && !runs(&all, hit, text),
        // "מחלקות הנוער מפרסמות": nor are those in the name of the one who calls.
        Role::Person | Role::OtherBody => {
            !of(&all, Role::LocalAuthority).any(|caller| is_inside(hit, caller) && calls(&all, caller, text))
        }
        Role::Condition => {
            // "With at least one partner": so many join, whatever the size of those who apply.
            let counts_partners = of(&all, Role::OneOfSeveral).any(|several| is_inside(hit, several));
            // "Prepares it with members of the consortium": they go along.
            let along = of(&all, Role::With).any(|with| with.last + 1 == hit.first);
            let told = counts_authorities(&all, hit, text) || is_of_states(&all, hit) || counts_partners || along;
            !is_waived(&all, hit) && !told && !is_sum(text, hit) && !counts_works(text, hit)
        }
        Role::Limit => !is_waived(&all, hit) && !is_sum(text, hit) && !is_counted(&all, hit, text),
        Role::Membership | Role::Member => {
            let told = is_counted(&all, hit, text) || is_of_states(&all, hit);
            !is_waived(&all, hit) && !told && !is_let_in_too(&all, hit, text) && (titled || !is_of_a_session(&all, hit))
        }
        // "Take part as" says of what only with the next word.
        Role::Joins => {
            let leads =
                of(&all, Role::Lead).any(|lead| hit.first < lead.first && hit.last < lead.last && near(hit, lead, LEAD_REACH));
            // "Take part as well".
            let goes_on = of(&all, Role::Apply).any(|longer| is_inside(hit, longer) && !is_inside(longer, hit));
            // "Projects of towns with a local partner": whoever goes along with them joins, not they.
            let accompanies = of(&all, Role::With).any(|with| with.last < hit.first && near(with, hit, WITH_REACH));
            !leads && !goes_on && !accompanies
        }
        // "Sind ausgenommen" is no exception: the longer phrase shuts out whoever stands before it.
        Role::Except => !of(&all, Role::Excluded).any(|longer| is_inside(hit, longer)),
        _ => true,
    });
}

/// Is an exclusion taken back by a "not" that is not its own ("not excluded", "no city is excluded")?
fn is_spared(parts: &[Part<'_>], excluded: &Hit, text: &str) -> bool {
    if of(parts, Role::Not).any(|not| is_inside(not, excluded)) {
        return false;
    }
    let heads_subject = |not: &Hit| {
        near(not, excluded, SUBJECT_REACH)
            && text[..not.start].trim_end_matches(' ').chars().next_back().is_none_or(|c| !c.is_alphanumeric())
    };
    of(parts, Role::Not).any(|not| {
        not.last < excluded.first
            && (near(not, excluded, NOT_REACH) || heads_subject(not))
            && !text[not.end..excluded.start].contains([',', ';', '،'])
    })
}

/// "The regional council invites artists": the name of an authority, and behind it the verb of the one who calls.
fn calls(parts: &[Part<'_>], authority: &Hit, text: &str) -> bool {
    of(parts, Role::Calls).any(|verb| {
        let parted = || {
            let inside = |hit: &Hit| authority.last < hit.first && hit.last < verb.first;
            // "The departments of the municipality invite": one caller.
            let others = |role: Role| is_noun(role) && role != Role::LocalAuthority || role == Role::Apply;
            parts.iter().any(|(role, hit, _)| others(*role) && inside(hit))
        };
        // "A council that invites" is no caller: in Hebrew the "that" is a letter of the verb.
        let that = || GRAMMAR.clause.relative.iter().any(|that| text[authority.end..verb.start].contains(that.as_str()));
        let relative = || text[verb.start..verb.end].starts_with(&GRAMMAR.letters.that_or_the[..]) || that();
        // "רשויות מעוניינות": where several are asked who wish to apply, those who call are known ones ("מחלקות הנוער").
        let wishes = || {
            of(parts, Role::Apply).any(|wish| wish.first == verb.first)
                && text[verb.start..verb.end]
                    .split_whitespace()
                    .rev()
                    .skip(1)
                    .any(|word| ends(&GRAMMAR.letters.several_women, word))
        };
        let known = || {
            text[authority.start..authority.end].split_whitespace().skip(1).any(|word| word.starts_with(&GRAMMAR.letters.the[..]))
        };
        // "הקרן פונה לרשויות ומזמינה אותן": to whom the caller turns is no caller, whatever he does besides.
        let turned_to = || {
            let besides = text[verb.start..verb.end].starts_with(&GRAMMAR.letters.and_hebrew[..]);
            besides && text[authority.start..authority.end].starts_with(&GRAMMAR.letters.to_hebrew[..])
        };
        authority.last < verb.first
            && near(authority, verb, CALLER_REACH)
            && (!wishes() || known())
            && !turned_to()
            && !relative()
            && !text[authority.end..verb.start].contains([',', '.', ';', ':', '|', '\n'])
            && !parted()
    })
}

/// "The network has 246 member cities": they are counted, and nothing is asked of anybody.
fn is_counted(parts: &[Part<'_>], member: &Hit, text: &str) -> bool {
    let counted = |start: usize| {
        let before = text[..start].split_whitespace().next_back();
        before.is_some_and(|word| word.chars().next().is_some_and(char::is_numeric))
    };
    let asked = parts.iter().any(|(role, ..)| matches!(role, Role::Apply | Role::For | Role::Only));
    let beside = || of(parts, Role::LocalAuthority).any(|noun| noun.last + 1 == member.first && counted(noun.start));
    (counted(member.start) || beside()) && !asked
}

/// "États membres": states are members, and not those who apply.
fn is_of_states(parts: &[Part<'_>], member: &Hit) -> bool {
    of(parts, Role::Counted).any(|states| states.last + 1 == member.first || is_inside(states, member))
}

fn is_waived(parts: &[Part<'_>], condition: &Hit) -> bool {
    of(parts, Role::Waives).any(|waiver| near(waiver, condition, WAIVER_REACH))
}

fn leads_to_number(text: &str, comparison: &Hit) -> bool {
    text[comparison.end..].chars().take(NUMBER_NEAR).take_while(|c| !matches!(c, '.' | ';' | '\n')).any(char::is_numeric)
}

/// "More than 10,000 projects": how many there were, and no size of a town.
fn counts_works(text: &str, comparison: &Hit) -> bool {
    let end = text.floor_char_boundary(comparison.end.saturating_add(SUM_NEAR));
    let mut words = text[comparison.end..end].split_whitespace();
    let counted = words.next().is_some_and(|word| word.contains(char::is_numeric));
    counted && words.next().is_some_and(|word| holds(&GRAMMAR.clause.works, &word.to_lowercase()))
}

/// "A grant of at least 1,000 and at most 50,000 euros": the comparison is one of money and of no size.
fn is_sum(text: &str, comparison: &Hit) -> bool {
    let end = text.floor_char_boundary(comparison.end.saturating_add(SUM_NEAR));
    let start = comparison.start;
    text[comparison.start..end].contains(char::is_numeric)
        && money::first_is_money(text[start..end].split(['\n', ';']).next().unwrap_or(""))
}

/// "Also the groups and the members of the board may propose": an "also" that begins the sentence lets members in beside others.
fn is_let_in_too(parts: &[Part<'_>], member: &Hit, text: &str) -> bool {
    let begins = |also: &Hit| {
        text[..also.start].trim_end_matches(' ').chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != ',')
    };
    of(parts, Role::Likewise).any(|also| also.last < member.first && near(also, member, ALSO_REACH) && begins(also))
}

/// "The workshops on Wednesday are for members only".
fn is_of_a_session(parts: &[Part<'_>], member: &Hit) -> bool {
    // "The members-only reception".
    let behind = |part: &Hit| member.last + 1 == part.first;
    of(parts, Role::Session).any(|part| part.last < member.first && near(part, member, SESSION_REACH) || behind(part))
}

/// "More than 300 cities": a number behind the comparison, or in it, and then those who are counted.
fn counts_authorities(parts: &[Part<'_>], comparison: &Hit, text: &str) -> bool {
    let counted = |noun: &Hit| comparison.last < noun.first && near(comparison, noun, COUNT_REACH);
    if of(parts, Role::Counted).any(counted) {
        return true;
    }
    of(parts, Role::LocalAuthority).any(|noun| {
        // "More than 10,000 residents in towns" counts others.
        let others = || {
            let between = |hit: &Hit| comparison.last < hit.first && hit.last < noun.first;
            of(parts, Role::Headcount).chain(of(parts, Role::From)).any(between)
        };
        comparison.last < noun.first
            && near(comparison, noun, COUNT_REACH)
            && tells_count(&text[comparison.start..noun.start])
            && !others()
    })
}

/// "Mindestens vier", "at least 4".
fn tells_count(words: &str) -> bool {
    words.contains(char::is_numeric)
        || words.split_whitespace().any(|word| holds(&GRAMMAR.clause.cardinals, &word.to_lowercase()))
}

/// "At least two years", "mindestens einem Jahr": a time, and nobody.
fn is_span(text: &str, several: &Hit) -> bool {
    let next = text[several.end..].split_whitespace().next().unwrap_or_default();
    holds(&GRAMMAR.belonging.spans, &next.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase())
}
