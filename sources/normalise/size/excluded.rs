//! Sizes that are left out: "except cities over 100,000", "towns under 5,000 are not eligible". What bounds those who are out bounds those
//! who are in from the other side.

use std::sync::LazyLock;

use regex::Regex;

use super::{near_end, pattern};

/// Words that leave out what stands behind them, up to the count.
static EXCEPT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi)(?:
            \b(?:except(?:ing)?(?:\ for)?|excluding|exclud(?:es|ed)|with\ the\ exception\ of|apart\ from|other\ than|not\ including|not\ open\ to)\b
            | \b(?:ausgenommen|außer|ausgeschlossen\ sind|mit\ Ausnahme)\b
            | \b(?:sauf|hormis|hors|à\ l['’]exception|à\ l['’]exclusion|excepté|exclusion\ des?)\b
            | \b(?:excepto|salvo|a\ excepción|con\ excepción|con\ exclusión|se\ excluyen|quedan\ excluid[oa]s)\b
            | למעט | לא\ כולל | \bמלבד | \bפרט\ ל | להוציא | לא\ מיועד | אינו\ מיועד
            | باستثناء | ما\ عدا
        )[^.;:\n]*$",
    )
});

/// Words that leave out what stands before them.
static ARE_OUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi)^[^.;:,\n]{0,60}?(?:
            \b(?:are|is)\ (?:not\ eligible|ineligible|excluded|not\ admitted) | \b(?:may|can)(?:not|\ not)\ (?:apply|take\ part|participate|enter)
            | \bsind\ (?:nicht\ (?:antragsberechtigt|förderberechtigt|teilnahmeberechtigt)|ausgeschlossen|ausgenommen) | \bkönnen\ (?:sich\ )?nicht\b
            | \bsont\ (?:exclu\w*|inéligibles) | \bne\ sont\ pas\ éligibles | \bne\ peuvent\ (?:pas|ni)\b
            | \b(?:quedan|están)\ excluid\w+ | \bno\ (?:pueden|podrán)\b
            | אינ[םן]\ (?:זכאי|רשאי|יכול)\w* | לא\ (?:יוכלו|רשאי\w*|זכאי\w*) | מוחרג\w*
        )",
    )
});

/// Are those whom the count between `before` and `after` bounds left out?
pub(super) fn is_excluded(before: &str, after: &str) -> bool {
    EXCEPT.is_match(near_end(before)) || ARE_OUT.is_match(after)
}
