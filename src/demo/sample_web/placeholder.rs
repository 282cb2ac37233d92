//! Dates that stay alive: `{{+40 en}}` in a content file is the day in forty days, written as English writes it.
//! Knows nothing of sites or pages.

use chrono::{Datelike, Days, NaiveDate};

/// A placeholder ends this soon after it begins: `{{-1234 he-num}}` is the longest that makes sense.
const LONGEST: usize = 20;

/// The text with every placeholder replaced by its day; a mistake comes with the byte at which it stands.
pub(super) fn fill(text: &str, today: NaiveDate) -> Result<String, (usize, String)> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let at = text.len() - after.len() - "{{".len();
        let (inside, tail) = after
            .split_once("}}")
            .filter(|(inside, _)| inside.len() <= LONGEST)
            .ok_or_else(|| (at, "a placeholder is not closed; write {{+40 en}}".to_owned()))?;
        filled.push_str(&day_of(inside, today).map_err(|what| (at, what))?);
        rest = tail;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// The day so many days from today; counts back when `offset` is negative.
pub(super) fn day(today: NaiveDate, offset: i64) -> Option<NaiveDate> {
    let days = Days::new(offset.unsigned_abs());
    if offset < 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) }
}

fn day_of(inside: &str, today: NaiveDate) -> Result<String, String> {
    let (offset, form) =
        inside.trim().split_once(' ').ok_or_else(|| format!("`{{{{{inside}}}}}` names no form; write {{{{+40 en}}}}"))?;
    let offset = offset.parse().map_err(|_| format!("`{offset}` is no number of days; write +40 or -3"))?;
    let day = day(today, offset).ok_or_else(|| format!("`{offset}` days from {today} is out of the calendar"))?;
    written(day, form.trim())
        .ok_or_else(|| format!("form `{form}` is unknown; take he, he-num, en, en-day, us, fr, de, es, iso, num, slash or year"))
}

/// The day as `form` writes it: a language (`he en fr de es`, `us`), or one of the forms in figures.
pub(super) fn written(day: NaiveDate, form: &str) -> Option<String> {
    let (d, y) = (day.day(), day.year());
    let month = |names: &[&'static str; 12]| names[day.month0() as usize];
    Some(match form {
        "he" => format!("{d} ב{} {y}", month(&HEBREW)),
        "he-num" => day.format("%-d.%-m.%Y").to_string(),
        "en" => day.format("%-d %B %Y").to_string(),
        "en-day" => day.format("%A, %-d %B %Y").to_string(),
        "us" => day.format("%B %-d, %Y").to_string(),
        "fr" if d == 1 => format!("1er {} {y}", month(&FRENCH)),
        "fr" => format!("{d} {} {y}", month(&FRENCH)),
        "de" => format!("{d}. {} {y}", month(&GERMAN)),
        "es" => format!("{d} de {} de {y}", month(&SPANISH)),
        "iso" => day.format("%Y-%m-%d").to_string(),
        "num" => day.format("%d.%m.%Y").to_string(),
        "slash" => day.format("%d/%m/%Y").to_string(),
        "year" => y.to_string(),
        _ => return None,
    })
}

const HEBREW: [&str; 12] =
    ["ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"];
const FRENCH: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const GERMAN: [&str; 12] =
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const SPANISH: [&str; 12] =
    ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

#[cfg(test)]
mod tests {
    use super::*;

    fn on_22_november(text: &str) -> Result<String, (usize, String)> {
        fill(text, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
    }

    #[test]
    fn a_day_is_written_as_each_language_writes_it() {
        let text = "{{+113 he}} | {{+113 he-num}} | {{+113 en}} | {{+113 us}} | {{+113 fr}} | {{+113 de}} | {{+113 es}}";
        assert_eq!(
            on_22_november(text).unwrap(),
            "15 במרץ 2027 | 15.3.2027 | 15 March 2027 | March 15, 2027 | 15 mars 2027 | 15. März 2027 | 15 de marzo de 2027"
        );
    }

    #[test]
    fn a_day_is_written_in_figures_too() {
        assert_eq!(
            on_22_november("{{+40 iso}} {{+40 num}} {{+40 slash}} {{+40 year}}").unwrap(),
            "2027-01-01 01.01.2027 01/01/2027 2027"
        );
        assert_eq!(on_22_november("{{-22 en-day}}").unwrap(), "Saturday, 31 October 2026");
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french() {
        assert_eq!(on_22_november("jusqu'au {{+40 fr}}").unwrap(), "jusqu'au 1er janvier 2027");
    }

    #[test]
    fn a_mistake_tells_its_place() {
        assert_eq!(on_22_november("ab {{+4 xx}}").unwrap_err().0, 3);
        assert_eq!(on_22_november("{{+4 en").unwrap_err().0, 0);
        assert_eq!(on_22_november("é {{soon en}}").unwrap_err().0, 3);
    }
}
