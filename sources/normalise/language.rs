//! Which language a text is in: by script where the script tells, else by its little words, its letters and its trigrams.
//! Knows nothing of what a source declares; who trusts whom is decided by the caller.

mod function_words;

use std::sync::LazyLock;

use hashbrown::HashMap;
use whatlang::{Detector, Lang};

use function_words::{FUNCTION_WORDS, LETTERS};

/// More text than this says nothing new about its language.
const MOST_BYTES: usize = 6_000;

/// A script counts as the text's own from this share of letters on: Hebrew with English names is Hebrew.
const OWN_SCRIPT: f64 = 0.3;

/// What the trigrams' guess is worth, in function words: it decides among short texts and loses against plain evidence.
const TRIGRAMS: f64 = 1.2;

/// … where the detector itself is sure.
const SURE_TRIGRAMS: f64 = 2.5;

/// A letter that only few languages have, in function words; each letter counts once in so many.
const TELLING_LETTER: f64 = 0.9;

/// Letters counted at most per language: one foreign name must not turn a text.
const MOST_LETTERS: f64 = 4.0;

/// Fewer words than this are never reliable in Latin letters: "Grants 2027" is Catalan to statistics.
const FEWEST_WORDS: usize = 6;

/// The best must be ahead of the next by this factor to be reliable.
const CLEAR_LEAD: f64 = 1.25;

/// The languages of Europe and its neighbours that the detector knows; others it would only guess at.
const LATIN: [Lang; 22] = [
    Lang::Eng,
    Lang::Fra,
    Lang::Deu,
    Lang::Spa,
    Lang::Ita,
    Lang::Por,
    Lang::Nld,
    Lang::Pol,
    Lang::Ces,
    Lang::Slk,
    Lang::Slv,
    Lang::Hrv,
    Lang::Ron,
    Lang::Hun,
    Lang::Fin,
    Lang::Est,
    Lang::Lav,
    Lang::Lit,
    Lang::Swe,
    Lang::Dan,
    Lang::Nob,
    Lang::Tur,
];

const CYRILLIC: [Lang; 5] = [Lang::Rus, Lang::Ukr, Lang::Bul, Lang::Srp, Lang::Mkd];

static LATIN_DETECTOR: LazyLock<Detector> = LazyLock::new(|| Detector::with_allowlist(LATIN.to_vec()));
static CYRILLIC_DETECTOR: LazyLock<Detector> = LazyLock::new(|| Detector::with_allowlist(CYRILLIC.to_vec()));

/// For each function word the languages that have it.
static WORDS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Vec<&str>> = HashMap::new();
    for (code, list) in FUNCTION_WORDS {
        for word in list.split(' ') {
            let codes = words.entry(word).or_default();
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    words
});

/// For each telling letter the languages that have it.
static CODES_OF_LETTER: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut codes: HashMap<char, Vec<&str>> = HashMap::new();
    for (code, letters) in LETTERS {
        for letter in letters.chars() {
            codes.entry(letter).or_default().push(code);
        }
    }
    codes
});

/// The best guess (ISO 639-1), and whether it may override a declared language.
pub fn language(text: &str) -> (Option<String>, bool) {
    let text = &text[..text.floor_char_boundary(MOST_BYTES)];
    let (code, reliable) = guess(text);
    (code.map(str::to_owned), reliable)
}

fn guess(text: &str) -> (Option<&'static str>, bool) {
    let counts = Scripts::count(text);
    let letters = counts.letters();
    if letters == 0.0 {
        return (None, false);
    }
    let own = |count: f64| count / letters >= OWN_SCRIPT;
    let long_enough = letters >= 3.0;
    if own(counts.hebrew) {
        (Some("he"), long_enough)
    } else if own(counts.arabic) {
        (Some("ar"), long_enough)
    } else if own(counts.greek) {
        (Some("el"), long_enough)
    } else if own(counts.cyrillic) {
        cyrillic(text)
    } else if own(counts.latin) {
        latin(text)
    } else {
        match whatlang::detect(text) {
            Some(info) => (iso_639_1(info.lang()), info.is_reliable()),
            None => (None, false),
        }
    }
}

#[derive(Default)]
struct Scripts {
    hebrew: f64,
    arabic: f64,
    greek: f64,
    cyrillic: f64,
    latin: f64,
    other: f64,
}

impl Scripts {
    fn count(text: &str) -> Self {
        let mut counts = Self::default();
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            let count = match c {
                '\u{5D0}'..='\u{5EA}' | '\u{FB1D}'..='\u{FB4F}' => &mut counts.hebrew,
                '\u{620}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => {
                    &mut counts.arabic
                }
                '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => &mut counts.greek,
                '\u{400}'..='\u{52F}' => &mut counts.cyrillic,
                'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => &mut counts.latin,
                _ => &mut counts.other,
            };
            *count += 1.0;
        }
        counts
    }

    fn letters(&self) -> f64 {
        self.hebrew + self.arabic + self.greek + self.cyrillic + self.latin + self.other
    }
}

fn cyrillic(text: &str) -> (Option<&'static str>, bool) {
    // Letters that only one of them has.
    let has = |letters: &str| text.chars().any(|c| letters.contains(c));
    if has("їєґ") {
        return (Some("uk"), true);
    }
    if has("ђћ") {
        return (Some("sr"), true);
    }
    match CYRILLIC_DETECTOR.detect(text) {
        Some(info) => {
            // Serbian and Macedonian have ј; Russian alone has ы, э, ё; Bulgarian uses ъ as a vowel.
            let code = if has("ј") {
                if has("ѓќѕ") { "mk" } else { "sr" }
            } else if has("ыэё") {
                "ru"
            } else if has("і") {
                "uk"
            } else {
                iso_639_1(info.lang()).unwrap_or("ru")
            };
            (Some(code), info.is_reliable() || text.split_whitespace().count() >= FEWEST_WORDS)
        }
        None => (None, false),
    }
}

fn latin(text: &str) -> (Option<&'static str>, bool) {
    let mut scores: HashMap<&'static str, f64> = HashMap::new();
    let tokens = words::tokens(text);
    for token in &tokens {
        if let Some((word, codes)) = WORDS.get_key_value(token.norm.as_ref()) {
            // A word that many share tells little; a single letter tells less.
            let worth = if word.len() == 1 { 0.4 } else { 1.0 } / (codes.len() as f64).sqrt();
            for code in codes {
                *scores.entry(code).or_default() += worth;
            }
        }
    }
    let mut letters: HashMap<&'static str, f64> = HashMap::new();
    for c in text.chars().filter(|c| !c.is_ascii()).flat_map(char::to_lowercase) {
        for code in CODES_OF_LETTER.get(&c).into_iter().flatten() {
            *letters.entry(code).or_default() += TELLING_LETTER;
        }
    }
    for (code, found) in letters {
        *scores.entry(code).or_default() += found.min(MOST_LETTERS);
    }
    // The trigrams cost more than all the rest: they are asked only where they could change the answer.
    let ((_, score), next) = best_and_next(&scores).unwrap_or_default();
    if score < (next + SURE_TRIGRAMS) * CLEAR_LEAD
        && let Some(info) = LATIN_DETECTOR.detect(text)
        && let Some(code) = iso_639_1(info.lang())
    {
        *scores.entry(code).or_default() += if info.is_reliable() { SURE_TRIGRAMS } else { TRIGRAMS };
    }
    let Some(((best, score), next)) = best_and_next(&scores) else { return (None, false) };
    (Some(best), tokens.len() >= FEWEST_WORDS && score >= next * CLEAR_LEAD)
}

/// The language with the highest score, and the next one's score.
fn best_and_next(scores: &HashMap<&'static str, f64>) -> Option<((&'static str, f64), f64)> {
    let mut ranked: Vec<(&str, f64)> =
        scores.iter().map(|(code, score)| (*code, *score)).filter(|(_, score)| *score > 0.0).collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
    let best = ranked.first()?;
    Some((*best, ranked.get(1).map_or(0.0, |(_, score)| *score)))
}

fn iso_639_1(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        Lang::Fin => "fi",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Tur => "tr",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Heb => "he",
        Lang::Ara => "ar",
        Lang::Ell => "el",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Hin => "hi",
        Lang::Tha => "th",
        Lang::Hye => "hy",
        Lang::Kat => "ka",
        Lang::Amh => "am",
        Lang::Yid => "yi",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::language;

    fn code(text: &str) -> String {
        language(text).0.unwrap_or_default()
    }

    #[test]
    fn each_house_language_is_told() {
        assert_eq!(code("קול קורא להגשת הצעות לשנת 2027 במסגרת Horizon Europe"), "he");
        assert_eq!(code("Les communes peuvent déposer leur dossier jusqu'au 3 mai."), "fr");
        assert_eq!(code("Die Kommunen können sich bis zum 3. Mai bewerben."), "de");
        assert_eq!(code("Los ayuntamientos pueden presentar su solicitud hasta el 3 de mayo."), "es");
        assert_eq!(code("تفتح البلدية باب التسجيل للدورة الجديدة"), "ar");
        assert_eq!(code("Municipalities may apply for the grant until 3 May."), "en");
        // Headings have no little words but these.
        assert_eq!(code("Smart City Kongress 2027\nAnmeldung bis 15. Juni"), "de");
    }

    #[test]
    fn two_words_never_override_what_is_declared() {
        assert!(!language("Grants 2027").1);
        assert!(!language("").1);
    }

    #[test]
    fn neighbours_are_told_apart() {
        assert_eq!(code("Kommunerne kan søge om støtte, og ansøgningen skal sendes af borgmesteren."), "da");
        assert_eq!(code("Is féidir leis na húdaráis áitiúla iarratas a dhéanamh agus tá an deontas ar fáil."), "ga");
        assert_eq!(code("Il-kunsilli lokali jistgħu japplikaw għall-għotja sa Mejju."), "mt");
    }
}
