//! Names of money: signs, codes, words, to ISO 4217.
//! Knows where a name stands, not what it costs.

use crate::normalise::dates::lex::fold;

/// Signs, the longer first: `NZ$` before `$`.
const SIGNS: [(&str, &str); 34] = [
    ("US$", "USD"),
    ("CAD$", "CAD"),
    ("CA$", "CAD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("R$", "BRL"),
    ("S$", "SGD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₪", "ILS"),
    ("¥", "JPY"),
    ("円", "JPY"),
    ("元", "CNY"),
    ("원", "KRW"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₹", "INR"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("₱", "PHP"),
    ("₼", "AZN"),
    ("₸", "KZT"),
    ("₤", "GBP"),
    ("₦", "NGN"),
    ("บาท", "THB"),
    ("ر.س", "SAR"),
    ("so'm", "UZS"),
    ("so‘m", "UZS"),
];

/// Words and abbreviations, folded.
const NAMES: [(&str, &str); 46] = [
    ("euro euros eur eu יורו אירו يورو евро", "EUR"),
    ("dollar dollars usd דולר דולרים دولار دولارا دولارات dolar dolares dolares", "USD"),
    ("pound pounds sterling gbp livres ליש\"ט", "GBP"),
    ("shekel shekels shekalim nis ils ש\"ח שח שקל שקלים שקל שקלים شيكل شيكلا شيقل شواقل شواكل", "ILS"),
    ("chf franken fr sfr", "CHF"),
    ("zl zloty zlotych pln", "PLN"),
    ("kc czk", "CZK"),
    ("kr sek kronor", "SEK"),
    ("dkk", "DKK"),
    ("nok", "NOK"),
    ("ft huf forint", "HUF"),
    ("lei ron", "RON"),
    ("лв", "BGN"),
    ("руб рублеи р rub", "RUB"),
    ("грн uah", "UAH"),
    ("tl", "TRY"),
    ("yen", "JPY"),
    ("yuan rmb", "CNY"),
    ("rp", "IDR"),
    ("rm", "MYR"),
    ("r", "ZAR"),
    ("rs", "INR"),
    ("đ", "VND"),
    ("kd", "KWD"),
    ("dinara din", "RSD"),
    ("ريال ريالا ريالات riyal riyals", "SAR"),
    ("درهم درهما دراهم dirham dirhams", "AED"),
    // Which dinar or dirham only its adjective would tell: the nearest neighbour's is taken.
    ("دينار دينارا دنانير dinar dinars דינר דינרים", "JOD"),
    ("جنيه", "EGP"),
    ("php", "PHP"),
    ("br", "BYN"),
    ("l", "HNL"),
    ("تومان", "IRR"),
    ("kn", "HRK"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("nzd", "NZD"),
    ("jpy", "JPY"),
    ("cny", "CNY"),
    ("inr", "INR"),
    ("mxn", "MXN"),
    ("brl", "BRL"),
    ("zar", "ZAR"),
    ("sgd", "SGD"),
    ("hkd", "HKD"),
    ("omr", "OMR"),
];

/// Codes that are read in capitals only.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

/// Adjectives of a dollar or pound that is not the first one thought of.
const QUALIFIED: [(&str, &str); 5] =
    [("canadian", "CAD"), ("australian", "AUD"), ("new zealand", "NZD"), ("singapore", "SGD"), ("us", "USD")];

/// Those that stand behind their noun, folded.
const ADJECTIVES_BEHIND: [(&str, &str); 3] = [
    ("canadien canadiens canadiense canadienses קנדי קנדיים כנדי כנדיים كندي", "CAD"),
    ("australien australiens australiano australianos אוסטרלי אוסטרליים أسترالي", "AUD"),
    ("neozelandes neozelandeses ניו-זילנדי", "NZD"),
];

/// Does this currency have thousandths?
pub(super) fn has_thousandths(code: &str) -> bool {
    matches!(code, "KWD" | "BHD" | "OMR" | "JOD" | "TND" | "IQD" | "LYD")
}

/// The currency that starts at `text[0]`, and its length in bytes.
pub(super) fn at_start(text: &str) -> Option<(&'static str, usize)> {
    if let Some((sign, code)) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
        return Some((code, sign.len()));
    }
    let word = word_at_start(text);
    let code = named(word)?;
    if code == "USD"
        && let Some((other, length)) = qualified_behind(&text[word.len()..])
    {
        return Some((other, word.len() + length));
    }
    Some((code, word.len()))
}

/// "dollars canadiens": the adjective and its length, the space before it included.
fn qualified_behind(rest: &str) -> Option<(&'static str, usize)> {
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let word = word_at_start(&rest[spaces..]);
    let folded = fold(word);
    let (_, code) = ADJECTIVES_BEHIND.iter().find(|(adjectives, _)| adjectives.split(' ').any(|one| one == folded))?;
    (spaces > 0).then_some((*code, spaces + word.len()))
}

/// "Canadian Dollars" after a sum in plain dollars, and its length in bytes.
pub(super) fn qualified(text: &str) -> Option<(&'static str, usize)> {
    QUALIFIED.iter().find_map(|(adjective, code)| {
        let head = text.get(..adjective.len()).filter(|head| head.eq_ignore_ascii_case(adjective))?;
        let rest = &text[head.len()..];
        let noun_at = rest.len() - rest.trim_start().len();
        let noun = rest[noun_at..].split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let known = matches!(noun.to_lowercase().as_str(), "dollar" | "dollars" | "pound" | "pounds");
        (known && noun_at > 0).then_some((*code, head.len() + noun_at + noun.len()))
    })
}

/// The currency that ends where `text` ends, and where it starts.
pub(super) fn at_end(text: &str) -> Option<(&'static str, usize)> {
    if let Some((sign, code)) = SIGNS.iter().find(|(sign, _)| text.ends_with(sign)) {
        let start = text.len() - sign.len();
        // "NZD $100": the code before the sign says which dollar.
        if *sign == "$"
            && let Some((other, from)) =
                at_end(text[..start].trim_end_matches([' ', '\u{a0}'])).filter(|(code, _)| code.ends_with('D'))
        {
            return Some((other, from));
        }
        return Some((code, start));
    }
    let cut = text.trim_end_matches(['.', ':']);
    let start = cut.rfind(|c: char| !is_word_char(c)).map_or(0, |at| at + cut[at..].chars().next().map_or(1, char::len_utf8));
    let word = &cut[start..];
    named(word).map(|code| (code, start))
}

/// The first currency that a text names anywhere.
pub(super) fn anywhere(text: &str) -> Option<&'static str> {
    let mut best: Option<(usize, &'static str)> = None;
    for (sign, code) in SIGNS {
        if let Some(at) = text.find(sign)
            && best.is_none_or(|(first, _)| at < first)
        {
            best = Some((at, code));
        }
    }
    if best.is_some() {
        return best.map(|(_, code)| code);
    }
    // One letter alone names no money, unless it is all there is.
    let lonely = text.trim().chars().count() <= 2;
    text.split(|c: char| !is_word_char(c)).filter(|word| word.chars().count() > 1 || lonely).find_map(named)
}

fn is_word_char(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '"' | '״' | '”' | '\u{591}'..='\u{5c7}')
}

fn word_at_start(text: &str) -> &str {
    let end = text.find(|c: char| !is_word_char(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(['"', '”'])
}

fn named(word: &str) -> Option<&'static str> {
    if word.is_empty() || word.len() > 24 {
        return None;
    }
    if word.len() == 3
        && word.bytes().all(|b| b.is_ascii_uppercase())
        && let Some(at) = CODES.find(word).filter(|at| at % 4 == 0)
    {
        return CODES.get(at..at + 3);
    }
    let folded = fold(word);
    NAMES.iter().find(|(names, _)| names.split(' ').any(|name| name == folded)).map(|(_, code)| *code)
}
