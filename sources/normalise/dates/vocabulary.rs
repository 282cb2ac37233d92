//! The words of the calendar: months, weekdays, ordinals, joining words, relative days.
//! Grammar of the languages, not judgement: that is why they stand here and not among the editable lists.

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::lex::fold;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// Month names and abbreviations, January first, in English, Hebrew, French, German, Spanish, Italian, Portuguese,
/// Dutch, Polish, Russian and Arabic (both naming traditions). No word stands for two months.
const MONTHS: [&str; 12] = [
    "january jan ינואר janvier janv januar jänner jän jaenner enero ene gennaio gen janeiro januari styczeń stycznia sty январь января янв يناير جانفي",
    "february feb febr פברואר février fevrier févr fév februar feber febrero febbraio fevereiro fev februari luty lutego lut февраль февраля фев февр فبراير فيفري شباط",
    "march mar מרץ מרס מארס mars märz maerz mär mrz marzo março maart mrt marzec marca март марта мар مارس آذار",
    "april apr אפריל avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр أبريل أفريل نيسان",
    "may מאי mai mayo maggio mag maio mei maj maja май мая مايو ماي أيار",
    "june jun יוני juin juni junio giugno giu junho czerwiec czerwca cze июнь июня июн يونيو يونيه جوان حزيران",
    "july jul יולי juillet juil juli julio luglio lug julho lipiec lipca lip июль июля июл يوليو يوليه يوليوز جويلية تموز",
    "august aug אוגוסט août aout agosto ago augustus sierpień sierpnia sie август августа авг أغسطس غشت أوت آب",
    "september sept sep ספטמבר septembre septiembre setiembre settembre set setembro wrzesień września wrz сентябрь сентября сент сен سبتمبر شتنبر أيلول",
    "october oct אוקטובר octobre oktober okt octubre ottobre ott outubro out październik października paź октябрь октября окт أكتوبر",
    "november nov נובמבר novembre noviembre novembro listopad listopada lis ноябрь ноября ноя نوفمبر نوڤمبر نونبر",
    "december dec דצמבר décembre déc decembre dezember dez diciembre dic dicembre dezembro grudzień grudnia gru декабрь декабря дек ديسمبر دجنبر",
];

/// The same as pages often misspell them: a letter left out, doubled or changed for its neighbour. None is a word of its own.
const MISSPELT: [&str; 12] = [
    "janurary januray janaury ינאור ינור janiver janvie",
    "febuary feburary februrary febrary febuar feburar פבואר פבראור פברור fevier févier fébrier febero",
    "marhc מרצ",
    "aprill apirl אפרל arvil",
    "",
    "",
    "juilet juillett",
    "agust augst augsut אוגסט אוגוסת agusto",
    "septmber setpember septemer septemeber sepember ספטמר ספטבמר ספמטבר septembe setpembre septiembe",
    "ocotber octobar octber אוקטבר אוקובר oktoer octobe octube",
    "novemeber novmber novemer נובמר נובבמר novmebre noviembe",
    "decemeber decmber decemer דצבמר דצמר dezmber dezemer decmbre diciembe",
];

/// Hebrew abbreviations, always with a geresh: without one `הינו` ("is") would be the January in `הינו'`.
const HEBREW_ABBREVIATIONS: [(&str, u32); 8] =
    [("ינו'", 1), ("פבר'", 2), ("אפר'", 4), ("אוג'", 8), ("ספט'", 9), ("אוק'", 10), ("נוב'", 11), ("דצמ'", 12)];

/// Weekday names and abbreviations, Monday first.
const WEEKDAYS: [&str; 7] = [
    "monday mon lundi lun montag lunes lunedì segunda maandag poniedziałek понедельник الاثنين الإثنين",
    "tuesday tue tues mardi dienstag martes martedì terça dinsdag wtorek вторник الثلاثاء",
    "wednesday wed weds mercredi mer merc mittwoch miércoles miérc mié mercoledì quarta woensdag środa среда الأربعاء",
    "thursday thu thur thurs jeudi jeu donnerstag jueves giovedì quinta donderdag czwartek четверг الخميس",
    "friday fri vendredi ven freitag viernes vier vie venerdì sexta vrijdag piątek пятница الجمعة",
    "saturday sat samedi sam samstag sonnabend sábado sabato sobota zaterdag суббота السبت",
    "sunday sun dimanche dim sonntag domingo domenica niedziela zondag воскресенье الأحد",
];

/// Hebrew weekdays follow the word יום; Monday first.
const HEBREW_WEEKDAYS: [&str; 7] = ["שני ב'", "שלישי ג'", "רביעי ד'", "חמישי ה'", "שישי ו'", "שבת ש'", "ראשון א'"];

/// What may stand between a day and its month, or a month and its year.
const JOINING: &str = "of de del di do da den van من ب ל את";

/// What may stand before a month's name or number ("31 לחודש אוקטובר", "31 del mes de octubre", "31 du mois d'octobre").
const MONTH_WORDS: &str = "חודש החודש לחודש בחודש שלחודש month monat monats mois mes mese maand miesiąca miesiac شهر";

/// What may stand before a year ("באוקטובר שנת 2027", "de octubre del año 2027").
const YEAR_WORDS: &str = "שנת בשנת לשנת של year jahr jahres année an año anno ano jaar roku l عام لعام العام سنة لسنة السنة";

/// What joins the two ends of a range or the members of a list.
const RANGING: &str =
    "to until till through and und et y e à a au al bis bis zum og en do i t до и إلى الى حتى لغاية ولغاية وحتى و וב עד ועד ו ל";

/// What may stand before a date in a range ("bis zum 5.", "au vendredi 6", "al día 7").
const ARTICLES: &str = "the le la les el los il den dem der zum día días dia ה ל ב on du";

/// Days from today.
const RELATIVE: [(&str, i64); 6] = [
    ("today aujourd'hui heute hoy oggi hoje dziś vandaag", 0),
    ("tomorrow demain mañana domani amanhã jutro מחר غدا", 1),
    ("morgen", 1),
    ("überübermorgen", 3),
    ("übermorgen pasadomañana dopodomani overmorgen pojutrze מחרתיים", 2),
    ("yesterday hier gestern ayer ieri ontem wczoraj gisteren אתמול", -1),
];

static MONTH_OF: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    let mut months = numbered(&MISSPELT);
    months.extend(numbered(&MONTHS));
    months
});
static WEEKDAY_OF: LazyLock<HashMap<String, u32>> = LazyLock::new(|| numbered(&WEEKDAYS));
static HEBREW_WEEKDAY_OF: LazyLock<HashMap<String, u32>> = LazyLock::new(|| numbered(&HEBREW_WEEKDAYS));
static JOINS: LazyLock<Vec<String>> = LazyLock::new(|| words(JOINING));
static MONTH_WORD: LazyLock<Vec<String>> = LazyLock::new(|| words(MONTH_WORDS));
static YEAR_WORD: LazyLock<Vec<String>> = LazyLock::new(|| words(YEAR_WORDS));
static RANGES: LazyLock<Vec<String>> = LazyLock::new(|| words(RANGING));
static ARTICLE: LazyLock<Vec<String>> = LazyLock::new(|| words(ARTICLES));
static RELATIVES: LazyLock<HashMap<String, i64>> =
    LazyLock::new(|| RELATIVE.iter().flat_map(|(list, days)| words(list).into_iter().map(|word| (word, *days))).collect());

fn words(list: &str) -> Vec<String> {
    list.split_whitespace().map(fold).collect()
}

fn numbered(lists: &[&str]) -> HashMap<String, u32> {
    lists.iter().zip(1..).flat_map(|(list, number)| words(list).into_iter().map(move |word| (word, number))).collect()
}

/// The month (1 to 12) that a folded word names; Hebrew may carry up to two prefix letters (`למרץ`, `ובמאי`).
pub(super) fn month(word: &str) -> Option<u32> {
    if word.is_empty() {
        return None;
    }
    let known = |name: &str| {
        let short = || HEBREW_ABBREVIATIONS.iter().find(|(short, _)| *short == name).map(|(_, month)| *month);
        MONTH_OF.get(name).copied().or_else(short)
    };
    known(word).or_else(|| if word.is_ascii() { None } else { without_prefixes(word).find_map(known) })
}

/// The four months of the Levant that go by pairs: the first or second Kanun, the first or second Tishrin.
pub(super) fn month_of_two(name: &str, which: &str) -> Option<u32> {
    let name = name.strip_prefix('ل').unwrap_or(name);
    match (name, which) {
        ("كانون", "الثاني" | "ثاني") => Some(1),
        ("تشرين", "الاول" | "اول") => Some(10),
        ("تشرين", "الثاني" | "ثاني") => Some(11),
        ("كانون", "الاول" | "اول") => Some(12),
        _ => None,
    }
}

/// `word` without one and without two Hebrew prefix letters.
pub(super) fn without_prefixes(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(word);
    std::iter::from_fn(move || {
        let current = rest?;
        let first = current.chars().next().filter(|c| "ובלמהשכ".contains(*c))?;
        rest = current.get(first.len_utf8()..);
        rest
    })
    .take(2)
}

/// ISO weekday number (Monday is 1) of a folded word.
pub(super) fn weekday(word: &str) -> Option<u32> {
    WEEKDAY_OF.get(word).copied()
}

/// ISO weekday number of the Hebrew word after `יום`.
pub(super) fn hebrew_weekday(word: &str) -> Option<u32> {
    HEBREW_WEEKDAY_OF.get(word).copied()
}

/// Is it the Hebrew word "day", perhaps with a prefix?
pub(super) fn is_hebrew_day(word: &str) -> bool {
    matches!(word, "יום" | "ביום" | "ליום" | "מיום" | "היום" | "וביום")
}

/// May it stand between day and month or month and year?
pub(super) fn joins(word: &str) -> bool {
    !word.is_empty() && JOINS.iter().any(|known| known == word)
}

/// Is it the word "month" as it stands before one's name?
pub(super) fn is_month_word(word: &str) -> bool {
    !word.is_empty() && MONTH_WORD.iter().any(|known| known == word)
}

/// Is it the word "year" as it stands before its number?
pub(super) fn is_year_word(word: &str) -> bool {
    !word.is_empty() && YEAR_WORD.iter().any(|known| known == word)
}

/// Does it join the ends of a range?
pub(super) fn ranges(word: &str) -> bool {
    !word.is_empty() && RANGES.iter().any(|known| known == word)
}

/// Is it an article that may stand before a date?
pub(super) fn is_article(word: &str) -> bool {
    !word.is_empty() && ARTICLE.iter().any(|known| known == word)
}

/// Does the word say that two days joined by "and" are the ends of a span?
pub(super) fn is_between(word: &str) -> bool {
    holds(&GRAMMAR.between, word)
}

/// How many days from today a relative word is.
pub(super) fn relative(word: &str) -> Option<i64> {
    RELATIVES.get(word).copied()
}

/// An ending that makes a number an ordinal: `31st`, `1er`, `2e`, `1º`.
pub(super) fn is_ordinal_ending(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd" | "rd" | "th" | "er" | "ᵉʳ" | "ere" | "re" | "ro" | "e" | "eme" | "º" | "ª" | "o" | "ter" | "го" | "η"
    )
}

/// The same, where white space stands before it: none that is a word of its own or an hour's.
pub(super) fn is_raised_ending(word: &str, day: u32) -> bool {
    match word {
        "er" | "ᵉʳ" => day == 1,
        "st" | "nd" | "rd" | "th" | "º" | "ª" => true,
        _ => false,
    }
}

/// A day of the month written as a word, at the start of `words` (folded); how many words it takes.
pub(super) fn day_in_words(first: &str, second: &str) -> Option<(u32, usize)> {
    let first = first.strip_prefix("ال").unwrap_or(first);
    let unit = match first {
        "premier" | "primero" | "primo" | "primeiro" | "erster" | "ersten" | "اول" | "فاتح" | "حادي" => 1,
        "ثاني" => 2,
        "ثالث" => 3,
        "رابع" => 4,
        "خامس" => 5,
        "سادس" => 6,
        "سابع" => 7,
        "ثامن" => 8,
        "تاسع" => 9,
        "عاشر" => 10,
        "عشرين" | "عشرون" => 20,
        "ثلاثين" | "ثلاثون" => 30,
        _ => return None,
    };
    match second {
        "عشر" if unit < 10 => Some((unit + 10, 2)),
        "والعشرين" | "والعشرون" if unit < 10 => Some((unit + 20, 2)),
        "والثلاثين" | "والثلاثون" if unit == 1 => Some((31, 2)),
        _ => Some((unit, 1)),
    }
}
