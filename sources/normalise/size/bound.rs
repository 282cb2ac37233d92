//! The words around a count that make it the least or the most, in five languages.

use std::sync::LazyLock;

use regex::Regex;

use super::{PEOPLE, near_end, pattern};

/// Which end a count is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Least,
    Most,
}

impl Bound {
    pub(super) fn negated(self, negated: bool) -> Self {
        match (self, negated) {
            (Self::Least, true) => Self::Most,
            (Self::Most, true) => Self::Least,
            (bound, false) => bound,
        }
    }
}

/// What says that something is over a count.
const OVER: &str = r"(?:
    (?:more|larger|bigger|greater|higher|other)\s+than | over | above | exceed(?:s|ing|ed)? | in\s+excess\s+of | beyond | surpass(?:es|ing)? | upwards\s+of | reach(?:es|ing)?
    | (?:mehr|größer|höher)\s+als | über | überschreite[nt]? | übersteig(?:t|en) | oberhalb(?:\s+von)?
    | plus\s+d(?:e\b|['’]) | supérieure?s?\s+à | dépass(?:e|ent|ant|er) | exc[èé]d(?:e|ent|ant|er) | au[-\s]delà\s+de | au[-\s]dessus\s+de | atteign(?:ent|ant) | atteint
    | más\s+de | superior(?:es)?\s+a | mayor(?:es)?\s+(?:de|a|que) | supere?n? | supera[nr]? | exced[ae][nr]? | exceder | sobrepas[ae][nr]? | por\s+encima\s+de | rebas[ae][nr]? | lleg\w+\s+a
    | أكثر\s+من | فوق | [يت]زيد | [يت]تجاوز | [يت]فوق
    | יותר | מעל | למעלה | (?:עולה|עולים|עולות|יעלה|יעלו|תעלה|תעלינה)\s+על | עובר(?:ת|ים|ות)?\s+את | גדול(?:ה|ים|ות)? | חורג(?:ת|ים|ות)?
    )";

/// What says that something is under a count.
const UNDER: &str = r"(?:
    (?:fewer|less|smaller|lower)\s+than | under | below | beneath | short\s+of
    | (?:weniger|kleiner|geringer)\s+als | unter | unterhalb(?:\s+von)? | unterschreite[nt]?
    | moins\s+d(?:e\b|['’]) | inférieure?s?\s+à | (?:en|au)[-\s]dessous\s+de | en\s+deçà\s+de | sous
    | menos\s+de | inferior(?:es)?\s+a | menor(?:es)?\s+(?:de|a|que) | por\s+debajo\s+de
    | أقل\s+من | دون | تحت | [يت]قل
    | פחות | מתחת | קטנ(?:ה|ים|ות) | קטן | נמוכ(?:ה|ים|ות) | נמוך | [יתנ]פחת | יפחתו | נופל(?:ת|ים|ות)? | פוחת(?:ת|ים|ות)?
    )";

/// What says by itself that a count is the most, or the least.
const AT_MOST: &str = r"(?:
    up\s+to | at\s+(?:the\s+)?most | (?:a\s+)?maximum(?:\s+of)? | max\.? | no\s+larger | limited\s+to | capped\s+at
    | höchstens | maximal | bis\s+zu | bis | allenfalls
    | jusqu['’]à | au\s+plus | au\s+maximum(?:\s+de)? | maximum(?:\s+de)? | plafonnée?s?\s+à | tout\s+au\s+plus
    | hasta | como\s+máximo | (?:un\s+)?máximo(?:\s+de)? | a\s+lo\s+sumo | a\s+lo\s+más
    | حتى | بحد\s+أقصى
    | עד | לכל\s+היותר | מקסימום | מרבי
    )";
const AT_LEAST: &str = r"(?:
    at\s+(?:the\s+)?least | (?:a\s+)?minimum(?:\s+of)? | min\.? | from | starting\s+(?:at|from)
    | mindestens | wenigstens | zumindest | ab
    | au\s+moins | au\s+minimum(?:\s+de)? | minimum(?:\s+de)? | à\s+partir\s+de
    | al\s+menos | como\s+mínimo | (?:un\s+)?mínimo(?:\s+de)? | por\s+lo\s+menos | a\s+partir\s+de
    | بحد\s+أدنى | على\s+الأقل
    | לפחות | לכל\s+הפחות | מינימום | החל
    )";

/// "Not", with the words that may stand between it and what it denies ("must not have more than", "sin que superen").
const NOT: &str = r"(?:
    \b(?:no|not|never|cannot|without|neither|nor|nicht|kein|keine|keinen|keiner|keines|ohne|pas|sans|ne|non|sin|nunca|tampoco|لا|لم|لن|غير)\s+
    | n['’]t\s+ | \bn['’]
    | \b[שוהכ]{0,2}(?:לא|אינו|אינה|אינם|אינן|איננו|איננה|אין|בלי|מבלי|ללא)\s+
    )(?:[\p{L}'’]+\s+){0,2}?";

/// Small words between the cue and its count ("more than about 30,000", "no more than a total of 5,000", "מ-25,000").
const FILL: &str = r"(?:\s+(?:a|an|the|of|about|around|some|total|approximately|roughly|circa|ca|c|etwa|rund|zirka|insgesamt|environ|quelque|les|des|unos|unas|los|las|de|del|von|den|die|סך|של|כ-?|عن|على|عدد|سكانها|سكانه|حوالي|نحو)\.?){0,3}\s*(?:[\s,]+(?:מ|ל|כ|ה)?|\s(?:מ|ל|כ|ה|על)[-־–]?\s*|[-־–]\s*)?$";

static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?xi)(?:(?<not>{NOT})?\b(?:(?<over>{OVER})|(?<under>{UNDER}))(?<pas>\s+(?:pas|point))? | \b(?:(?<most>{AT_MOST})|(?<least>{AT_LEAST})) ){FILL}"
    ))
});

/// What follows the count, with or without its people: "or more", "oder weniger", "ומעלה", "nicht überschreitet".
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?xi)^ [\s\u{{a0}},)]* (?:(?:\p{{L}}+\s+)?{PEOPLE})? [\s,(]*
        (?:
            (?:or|and|oder|und|ou|et|o|y|u|או)\s+(?:(?<more>more|over|above|larger|greater|up|upwards|mehr|darüber|größer|plus|davantage|más|superior|יותר|מעלה)|(?<fewer>less|fewer|under|below|smaller|weniger|darunter|kleiner|moins|menos|inferior|פחות|מטה))\b(?<than>\s+(?:than|als|de|que|d['’]|מ))?
            | (?<ve_more>ויותר|ומעלה|\+) | (?<ve_fewer>ופחות|ומטה)
            | (?<most>at\s+(?:the\s+)?most|maximum|max|höchstens|maximal|au\s+plus|au\s+maximum|como\s+máximo|a\s+lo\s+sumo|máximo|לכל\s+היותר|מקסימום)\b
            | (?<least>at\s+(?:the\s+)?least|minimum|mindestens|au\s+moins|au\s+minimum|al\s+menos|como\s+mínimo|mínimo|por\s+lo\s+menos|לפחות|לכל\s+הפחות)\b
            | (?<not>nicht\s+)?(?:(?<over>überschreite\w*|übersteig\w*|überschritten)|(?<under>unterschreite\w*|unterschritten))
        )"
    ))
});

/// Which end a count is, if the words around it say so.
pub(super) fn bound(before: &str, after: &str) -> Option<Bound> {
    let before = near_end(before);
    if let Some(found) = AFTER.captures(after) {
        let has = |name: &str| found.name(name).is_some();
        let told = if has("than") {
            None
        } else if has("more") || has("ve_more") || has("least") {
            Some(Bound::Least)
        } else if has("fewer") || has("ve_fewer") || has("most") {
            Some(Bound::Most)
        } else {
            let bound = if has("over") { Bound::Least } else { Bound::Most };
            // "Die Einwohnerzahl darf nicht 30.000 überschreiten" has its "not" before the count.
            Some(bound.negated(has("not") || NOT_BEFORE.is_match(before)))
        };
        if told.is_some() {
            return told;
        }
    }
    let found = BEFORE.captures(before)?;
    // French parts its "not" in two, around the verb: "n'excède pas".
    let negated = found.name("not").or(found.name("pas")).is_some();
    if found.name("over").is_some() {
        Some(Bound::Least.negated(negated))
    } else if found.name("under").is_some() {
        Some(Bound::Most.negated(negated))
    } else if found.name("most").is_some() {
        Some(Bound::Most)
    } else {
        Some(Bound::Least)
    }
}

static NOT_BEFORE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:nicht|kein\w*)\s+(?:mehr\s+als\s+)?$"));
