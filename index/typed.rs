//! What a person typed, understood as far as it can be. Nothing is an error here: what makes no sense as syntax is text.

use std::sync::LazyLock;

use crate::analysis::Analysis;
use crate::elision::is_elided;
use crate::period::{Periods, period};
use crate::pieces::{CodeField, Named, Piece, Reader, field_names, unknown_field};
use crate::query::Notice;
use crate::unit::{Unit, Word};

/// More words than anybody types; a pasted page is searched by its beginning.
const MAX_WORDS: usize = 64;

/// A shorter beginning would match a tenth of all words; it is taken as a word.
const MIN_PREFIX_LETTERS: usize = 2;

/// A notice shows where in a question something is, not the whole question.
const MOST_LETTERS_TOLD: usize = 40;

/// What may follow `status:`.
pub(crate) const STATUSES: [&str; 5] = ["forthcoming", "open", "closed", "unlisted", "withdrawn"];

static ANALYSIS: LazyLock<Analysis> = LazyLock::new(Analysis::of_query);

/// A query, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    /// Each of these should be there; of each, one of the alternatives.
    pub(crate) wanted: Vec<Vec<Unit>>,
    /// None of these may be there.
    pub(crate) unwanted: Vec<Unit>,
    /// When the deadline should be.
    pub(crate) deadline: Periods,
    /// In what state; none named: in any that the filters allow.
    pub(crate) statuses: Vec<String>,
    /// In what states not.
    pub(crate) unwanted_statuses: Vec<String>,
    pub(crate) notices: Vec<Notice>,
}

/// What a piece asks of a record: OR joins what is of one sort, for the others are looked at apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Words,
    Deadline,
    Status,
}

impl Asked {
    fn by(field: Option<Named>) -> Self {
        match field {
            Some(Named::Deadline) => Self::Deadline,
            Some(Named::Status) => Self::Status,
            Some(Named::Title | Named::Code(_)) | None => Self::Words,
        }
    }
}

impl Typed {
    /// Adds what will do one instead of the other: all of them to what is not wanted, or to the last of what is.
    fn add(&mut self, alternatives: Vec<Unit>, negated: bool, joins_the_last: bool) {
        match self.wanted.last_mut() {
            _ if negated => self.unwanted.extend(alternatives),
            Some(last) if joins_the_last => last.extend(alternatives),
            _ if alternatives.is_empty() => {}
            _ => self.wanted.push(alternatives),
        }
    }

    fn add_periods<'b>(&mut self, values: impl Iterator<Item = &'b str>, today: i64, negated: bool, joins_the_last: bool) {
        let mut periods = Vec::new();
        for value in values {
            match period(value, today) {
                Some(period) => periods.push(period),
                None => self.notices.push(Notice { code: "no_period".to_owned(), detail: value.to_owned() }),
            }
        }
        match self.deadline.wanted.last_mut() {
            _ if negated => self.deadline.unwanted.extend(periods),
            Some(last) if joins_the_last => last.extend(periods),
            _ if periods.is_empty() => {}
            _ => self.deadline.wanted.push(periods),
        }
    }

    fn add_statuses<'b>(&mut self, values: impl Iterator<Item = &'b str>, negated: bool) {
        for value in values {
            let status = value.to_lowercase();
            match STATUSES.contains(&status.as_str()) {
                false => self.notices.push(Notice { code: "no_status".to_owned(), detail: value.to_owned() }),
                true if negated => self.unwanted_statuses.push(status),
                true => self.statuses.push(status),
            }
        }
    }

    /// May a record have a part of what is wanted: one of several things, or one word of a name?
    pub(crate) fn is_divisible(&self) -> bool {
        let of_parts = |unit: &Unit| matches!(unit, Unit::Meaning { typed, .. } if typed.len() > 1);
        self.wanted.len() > 1 || self.wanted.iter().flatten().any(of_parts)
    }
}

/// Understands what was typed.
pub(crate) fn understand(text: &str, today: i64) -> Typed {
    let mut typed = Typed::default();
    let mut reader = Reader::new(text);
    let analysis = &*ANALYSIS;
    let mut words_left = MAX_WORDS;
    let mut joined_by_or = false;
    let mut before: Option<Asked> = None;
    while let Some(piece) = reader.next() {
        let Piece::Term { negated, field, body, quoted, prefix } = piece else {
            joined_by_or = true;
            continue;
        };
        let asked = Asked::by(field);
        let is_alternative = joined_by_or && before == Some(asked);
        if joined_by_or && before.is_some_and(|before| before != asked) {
            typed.notices.push(Notice { code: "or_apart".to_owned(), detail: body.to_owned() });
        }
        (joined_by_or, before) = (false, Some(asked));
        match field {
            Some(Named::Deadline) => {
                typed.add_periods(values(body, quoted), today, negated, is_alternative);
                continue;
            }
            Some(Named::Status) => {
                typed.add_statuses(values(body, quoted), negated);
                continue;
            }
            Some(Named::Code(field)) => {
                typed.add(
                    values(body, quoted).map(|code| Unit::Code(field, written(field, code))).collect(),
                    negated,
                    is_alternative,
                );
                continue;
            }
            _ => {}
        }
        if let Some(name) = unknown_field(body).filter(|_| field.is_none() && !quoted) {
            typed.notices.push(Notice { code: "no_field".to_owned(), detail: format!("{name}: ({})", field_names()) });
        }
        let mut units = units(field, body, quoted, prefix, analysis, &mut words_left);
        if reader.is_at_end()
            && let Some(Unit::Words(words)) = units.last_mut()
            && let (Some(last), Some(token)) = (words.last_mut(), words::tokens(body).last())
            && last.typed == token.text
        {
            last.terms = analysis.terms_of_last(token);
        }
        for (i, unit) in units.into_iter().enumerate() {
            typed.add(vec![unit], negated, is_alternative && i == 0);
        }
        if words_left == 0 {
            let detail = format!("only the first {MAX_WORDS} words");
            typed.notices.push(Notice { code: "too_long".to_owned(), detail });
            break;
        }
    }
    if let Some(behind) = reader.unbalanced {
        typed.notices.push(Notice { code: "unbalanced_quote".to_owned(), detail: beginning(behind) });
    }
    let names_a_state = !typed.statuses.is_empty() || !typed.unwanted_statuses.is_empty();
    let is_empty = typed.wanted.is_empty() && typed.unwanted.is_empty() && typed.deadline.is_empty() && !names_a_state;
    let is_told = |notice: &Notice| matches!(notice.code.as_str(), "no_period" | "no_status");
    if is_empty && !typed.notices.iter().any(is_told) && !text.trim().is_empty() {
        typed.notices.push(Notice { code: "no_words".to_owned(), detail: beginning(text) });
    }
    typed
}

/// As much of what was typed as tells which part of it is meant.
fn beginning(text: &str) -> String {
    text.trim().chars().take(MOST_LETTERS_TOLD).collect()
}

/// What stands behind a field's colon: parted by commas, unless it is quoted.
fn values(body: &str, quoted: bool) -> impl Iterator<Item = &str> {
    body.split(move |c| c == ',' && !quoted).map(str::trim).filter(|value| !value.is_empty()).take(MAX_WORDS)
}

/// A code as the index has it, where it is one of the house's own.
fn written(field: CodeField, code: &str) -> String {
    if field == CodeField::Country { code.to_uppercase() } else { code.to_lowercase() }
}

fn units(field: Option<Named>, body: &str, quoted: bool, prefix: bool, analysis: &Analysis, left: &mut usize) -> Vec<Unit> {
    let mut words: Vec<Word> = words::tokens(body)
        .iter()
        .filter(|token| quoted || !is_elided(token, body))
        .take(*left)
        .map(|token| Word { typed: token.text.to_owned(), terms: analysis.terms(token), is_base: false })
        .collect();
    *left -= words.len();
    if words.is_empty() {
        return Vec::new();
    }
    let placed = |unit| if matches!(field, Some(Named::Title)) { Unit::Title(Box::new(unit)) } else { unit };
    if quoted {
        return vec![placed(Unit::Phrase(words))];
    }
    let beginning = words.pop_if(|last| prefix && last.terms.exact.chars().count() >= MIN_PREFIX_LETTERS);
    let mut units = if words.is_empty() { Vec::new() } else { vec![placed(Unit::Words(words))] };
    units.extend(beginning.map(|word| placed(Unit::Prefix(word.terms.exact))));
    units
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::understand;
    use crate::pieces::CodeField;
    use crate::unit::Unit;

    /// A unit as a reader would write it down.
    fn told(unit: &Unit) -> String {
        let typed = || unit.typed_words().into_iter().map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ");
        match unit {
            Unit::Words(_) => typed(),
            Unit::Phrase(_) => format!("[{}]", typed()),
            Unit::Title(unit) => format!("title({})", told(unit)),
            Unit::Prefix(beginning) => format!("{beginning}*"),
            Unit::Code(field, code) => format!("{field:?}={code}"),
            Unit::Meaning { .. } => unreachable!("only widening makes meanings"),
        }
    }

    fn read(text: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
        let typed = understand(text, 0);
        let wanted =
            typed.wanted.iter().map(|alternatives| alternatives.iter().map(told).collect::<Vec<_>>().join(" / ")).collect();
        (wanted, typed.unwanted.iter().map(told).collect(), typed.notices.into_iter().map(|notice| notice.code).collect())
    }

    fn wanted(text: &str) -> Vec<String> {
        read(text).0
    }

    #[test]
    fn a_quote_inside_a_hebrew_word_is_a_letter() {
        assert_eq!(wanted("מענק ארה\"ב \"מנכ\"ל העירייה\" חו״ל"), ["מענק", "ארה\"ב", "[מנכ\"ל העירייה]", "חו״ל"]);
    }

    #[test]
    fn phrases_negations_alternatives_and_prefixes_are_understood() {
        assert_eq!(
            read("“twin towns” -sport youth OR elderly | “old age” municip*"),
            (vec!["[twin towns]".into(), "youth / elderly / [old age]".into(), "municip*".into()], vec!["sport".into()], vec![],)
        );
    }

    #[test]
    fn fields_are_understood_and_unknown_ones_are_text() {
        assert_eq!(
            wanted("Source:EU-cascade title:\"green city\" topic:water colour:red https://a.example"),
            ["Source=eu-cascade", "title([green city])", "Topic=water", "colour red", "https a example",]
        );
        assert!(matches!(&understand("kind:grant", 0).wanted[0][0], Unit::Code(CodeField::Kind, code) if code == "grant"));
        // With a blank behind the colon, and before anything stands behind it.
        assert_eq!(wanted("title: water kind:"), ["title(water)"]);
        assert_eq!(read("youth NOT canada NOT").1, ["canada"]);
        assert_eq!(wanted("title:munic* title:city"), ["title(munic*)", "title(city)"]);
    }

    #[test]
    fn what_stands_before_a_colon_and_is_no_field_is_told() {
        let notice =
            |text: &str| understand(text, 0).notices.into_iter().map(|notice| notice.detail).collect::<Vec<_>>().join("; ");
        assert!(notice("foo:bar").starts_with("foo: (deadline: title: source:"), "{}", notice("foo:bar"));
        assert!(notice("סוג:מענק").starts_with("סוג: ("));
        for text in ["https://a.example", "12:30", "שימו לב: מים", "\"foo:bar\"", "title:a:b", "kind:grant"] {
            assert_eq!(notice(text), "", "{text}");
        }
    }

    #[test]
    fn a_deadline_is_asked_for_beside_words_and_nonsense_is_told() {
        let typed = understand("water deadline:<7d", 10);
        assert_eq!((typed.wanted.len(), typed.deadline.wanted), (1, vec![vec![(Some(10), Some(18))]]));
        assert_eq!(read("deadline:soon"), (vec![], vec![], vec!["no_period".into()]));
    }

    #[test]
    fn what_is_odd_is_answered_and_told() {
        assert_eq!(read("\"green city"), (vec!["green".into(), "city".into()], vec![], vec!["unbalanced_quote".into()]));
        assert_eq!(read("?!… -- () *"), (vec![], vec![], vec!["no_words".into()]));
        assert_eq!(read("OR OR water OR"), (vec!["water".into()], vec![], vec![]));
        assert_eq!(read(&"מילה ".repeat(2000)).2, ["too_long"]);
        assert_eq!(read("   "), (vec![], vec![], vec![]));
    }

    #[test]
    fn values_of_a_field_are_parted_by_commas_and_or_joins_what_is_of_one_sort() {
        assert_eq!(wanted("kind:grant,prize water,fire"), ["Kind=grant / Kind=prize", "water", "fire"]);
        assert_eq!(wanted("kind:grant, water"), ["Kind=grant", "water"]);
        assert_eq!(wanted("kind:grant,prize OR topic:youth"), ["Kind=grant / Kind=prize / Topic=youth"]);
        assert_eq!(read("-kind:grant,prize").1, ["Kind=grant", "Kind=prize"]);
        let states = understand("status:open,closed OR status:withdrawn", 0);
        assert_eq!((states.statuses.join(" ").as_str(), states.notices.len()), ("open closed withdrawn", 0));
        assert_eq!(understand("deadline:2027-01,2027-03", 0).deadline.wanted[0].len(), 2);
        for text in ["green OR deadline:2027", "deadline:2027 OR green", "water deadline:2027 OR green", "green OR status:closed"]
        {
            let typed = understand(text, 0);
            assert!(typed.wanted.iter().all(|alternatives| alternatives.len() == 1), "{text}");
            assert_eq!(typed.notices.iter().map(|notice| notice.code.as_str()).collect::<Vec<_>>(), ["or_apart"], "{text}");
        }
        assert!(understand("green OR kind:grant status:open", 0).notices.is_empty());
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_too_odd(text in "(\\PC|[\"'*:|()-]|OR|title:|-\"|[א-ת] ?){0,60}") {
            let typed = understand(&text, 0);
            prop_assert!(typed.wanted.iter().all(|alternatives| !alternatives.is_empty()));
        }
    }
}
