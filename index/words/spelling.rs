//! Hebrew words that are written with or without the letters of their vowels. Works on normal forms without prefix letters.

use std::borrow::Cow;

/// How words begin in one spelling, and in the other: what no rule tells, because the short spelling of most words like them is another word
/// (`פתוח` is open, `פיתוח` development; a `מנהל` is no `מינהל`).
const SPELLINGS: [(&str, &str); 35] = [
    ("תכני", "תוכני"),
    ("ארוע", "אירוע"),
    ("כתה", "כיתה"),
    ("כתות", "כיתות"),
    ("איזור", "אזור"),
    ("מילג", "מלג"),
    ("תאטרונ", "תיאטרונ"),
    ("מוזאונ", "מוזיאונ"),
    ("מוסיק", "מוזיק"),
    ("שתופ", "שיתופ"),
    ("פעלה", "פעולה"),
    ("ישוב", "יישוב"),
    ("צורכי", "צרכי"),
    ("סולאר", "סולר"),
    ("דמנטי", "דמנצי"),
    ("כסא", "כיסא"),
    ("שיוויונ", "שוויונ"),
    ("שקומ", "שיקומ"),
    ("שפוצ", "שיפוצ"),
    ("נהול", "ניהול"),
    ("נקוז", "ניקוז"),
    ("עדוד", "עידוד"),
    ("חזוק", "חיזוק"),
    ("זהומ", "זיהומ"),
    ("גשור", "גישור"),
    ("טפול", "טיפול"),
    ("תקונ", "תיקונ"),
    ("מיכרז", "מכרז"),
    ("מיגזר", "מגזר"),
    ("מיקלט", "מקלט"),
    ("מיפגש", "מפגש"),
    ("מימשק", "ממשק"),
    ("מימשל", "ממשל"),
    ("מיבנ", "מבנ"),
    ("מיגדר", "מגדר"),
];

/// The word in one of its spellings, the same for both.
pub(crate) fn settled(base: &str) -> Cow<'_, str> {
    if let Some((one, other)) = SPELLINGS.iter().find(|(one, _)| base.starts_with(one)) {
        return Cow::Owned(format!("{other}{}", &base[one.len()..]));
    }
    without_first_yod(base).map_or(Cow::Borrowed(base), Cow::Owned)
}

/// Four consonants with a vav before the last are one word with a yod behind the first and without it: `ביטחון`, `תיקצוב`, `מיחזור`. Three are
/// mostly two words, and a tav at the end may be an ending: `אישיות` is a form of `אישי`.
fn without_first_yod(base: &str) -> Option<String> {
    let mut letters = base.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    let [yod, second, third, vav, last] = <[char; 5]>::try_from(rest.chars().take(5).collect::<Vec<_>>()).ok()?;
    let is_vowel = |letter: char| matches!(letter, 'ו' | 'א' | 'ה');
    let fits = yod == 'י' && vav == 'ו' && last != 'ת' && ![first, second, third, last].into_iter().any(is_vowel);
    fits.then(|| format!("{first}{}", &rest[yod.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::settled;
    use crate::normal::normal;

    fn one(word: &str) -> String {
        settled(&normal(word)).into_owned()
    }

    #[test]
    fn both_spellings_of_a_word_are_one() {
        for (full, short) in [
            ("ביטחון", "בטחון"),
            ("ביטחוני", "בטחוני"),
            ("ניסיונות", "נסיונות"),
            ("רישיון", "רשיון"),
            ("ניקיון", "נקיון"),
            ("חיסכון", "חסכון"),
            ("תיקצוב", "תקצוב"),
            ("מיחזור", "מחזור"),
            ("תיכנון", "תכנון"),
            ("שיקום", "שקום"),
            ("מיכרז", "מכרז"),
        ] {
            assert_eq!(one(full), one(short), "{full}");
        }
    }

    #[test]
    fn a_letter_that_makes_another_word_stays() {
        for (word, other) in [("פיתוח", "פתוח"), ("אישיות", "אשות"), ("מינהל", "מנהל"), ("תיאום", "תאום"), ("קידום", "קדום")]
        {
            assert_ne!(one(word), one(other), "{word}");
        }
        assert_eq!(one("אישיות"), normal("אישיות"));
    }
}
