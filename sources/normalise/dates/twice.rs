//! A day that is printed twice, in the Hebrew and in the civil calendar (`ט' באייר תשפ"ז, 16.5.2027`), is one day.

use super::Mention;

/// A comma, a bracket and a blank or two may stand between, in bytes.
const LONGEST_GAP: usize = 4;

/// Makes one mention of each day that is printed twice.
pub(super) fn once(text: &str, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        match found.last_mut() {
            Some(before) if is_again(text, before, &mention) => {
                let bracketed = text[before.end..mention.start].contains('(') && text[mention.end..].starts_with(')');
                before.end = mention.end + usize::from(bracketed);
                before.weekday = before.weekday.or(mention.weekday);
                before.time = mention.time.or(before.time);
                before.zone = mention.zone.or(before.zone.take());
                before.joined = mention.joined;
            }
            _ => found.push(mention),
        }
    }
    found
}

fn is_again(text: &str, before: &Mention, mention: &Mention) -> bool {
    let whole = |one: &Mention| one.date.is_some() && !one.relative && !one.month_end;
    let gap = text.get(before.end..mention.start).unwrap_or("\n");
    let near = gap.len() <= LONGEST_GAP && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | ',' | '(' | '-' | '–' | '/'));
    whole(before) && whole(mention) && before.date == mention.date && near
}
