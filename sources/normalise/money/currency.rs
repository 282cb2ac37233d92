//! Names of money: signs, codes, words, to ISO 4217.
//! Knows where a name stands, not what it costs.

use crate::lexicon::grammar::{GRAMMAR, holds};
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
    ("euro euros eur יורו אירו يورو евро", "EUR"),
    ("dollar dollars usd דולר דולרים دولار دولارا دولارات dolar dolares dolares", "USD"),
    ("pound pounds sterling gbp livres ליש\"ט", "GBP"),
    ("shekel shekels schekel sheqel shekalim nis ils ש\"ח שח שקל שקלים שקל שקלים شيكل شيكلا شيقل شواقل شواكل", "ILS"),
    ("chf franken franc francs fr sfr פרנק פרנקים فرنك", "CHF"),
    ("zl zloty zlotys zlotych pln זלוטי זלוטים", "PLN"),
    ("kc czk", "CZK"),
    ("kr sek kronor", "SEK"),
    ("dkk", "DKK"),
    ("nok", "NOK"),
    ("ft huf forint forints", "HUF"),
    ("lei ron", "RON"),
    ("лв", "BGN"),
    ("руб рублеи р rub", "RUB"),
    ("грн uah", "UAH"),
    ("tl", "TRY"),
    ("yen yens yenes ין", "JPY"),
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
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD SSP SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

/// Whose money it is, folded, several words parted by `|` where one of them is two: an adjective tells one dollar, crown or franc
/// from the other, before its noun ("Japanese yen", "Schweizer Franken") or behind it ("francs suisses").
const NATIONAL: [(&str, &str); 28] = [
    (
        "us|american|amerikanische|amerikanischen|americain|americains|estadounidense|estadounidenses|americanos|אמריקאי|אמריקאיים|אמריקני|אמריקניים|امريكي|اميركي",
        "USD",
    ),
    ("canadian|kanadische|kanadischen|kanadischer|canadien|canadiens|canadiense|canadienses|קנדי|קנדיים|כנדי|כנדיים|كندي", "CAD"),
    (
        "australian|australische|australischen|australischer|australien|australiens|australiano|australianos|אוסטרלי|אוסטרליים|استرالي",
        "AUD",
    ),
    ("new zealand|neuseelandische|neuseelandischen|neozelandes|neozelandeses", "NZD"),
    ("singapore|singapur", "SGD"),
    ("hong kong", "HKD"),
    (
        "british|britische|britischen|britischer|britannique|britanniques|esterlina|esterlinas|sterling|שטרלינג|בריטי|בריטיות|استرليني",
        "GBP",
    ),
    ("japanese|japanische|japanischen|japanischer|japonais|japones|japoneses|יפני|יפניים|ياباني", "JPY"),
    ("swiss|schweizer|suisse|suisses|suizo|suizos|שוויצרי|שוויצריים|שווייצרי|שווייצריים|سويسري", "CHF"),
    ("swedish|schwedische|schwedischen|schwedischer|suedoise|suedoises|sueca|suecas|שוודי|שוודיים|שוודית|שוודיות|سويدية", "SEK"),
    ("norwegian|norwegische|norwegischen|norvegienne|norvegiennes|noruega|noruegas|נורווגי|נורווגיים|נורווגיות|نرويجية", "NOK"),
    ("danish|danische|danischen|danoise|danoises|danesa|danesas|דני|דניים|דניות|دنماركية", "DKK"),
    ("icelandic|islandische|islandischen|islandaise|islandaises|islandesa|islandesas", "ISK"),
    ("czech|tschechische|tschechischen|tcheque|tcheques|checa|checas|צ'כי|צ'כיים|צ'כיות|تشيكية", "CZK"),
    ("polish|polnische|polnischen|polonais|polaco|polacos|פולני|פולניים|بولندي", "PLN"),
    ("hungarian|ungarische|ungarischen|hongrois|hungaro|hungaros|הונגרי|הונגריים", "HUF"),
    ("romanian|rumanische|rumanischen|roumain|roumains|rumano|rumanos|רומני|רומניים", "RON"),
    ("turkish|turkische|turkischen|turque|turques|turca|turcas|טורקי|טורקיות|تركية", "TRY"),
    ("mexican|mexikanische|mexikanischen|mexicain|mexicains|mexicano|mexicanos|מקסיקני", "MXN"),
    ("brazilian|brasilianische|brasilianischen|bresilien|bresiliens|brasileno|brasilenos", "BRL"),
    ("indian|indische|indischen|indienne|indiennes|indias|הודי|הודיות|هندية", "INR"),
    ("chinese|chinesische|chinesischen|chinois|chinos|סיני|סיניים|صيني", "CNY"),
    ("korean|south korean|koreanische|koreanischen|coreen|coreens|coreanos|קוריאני", "KRW"),
    ("south african|sudafrikanische|sudafrikanischen|sudafricano|sudafricanos", "ZAR"),
    ("israeli|israelische|israelischen|israelien|israeliens|israelies|ישראלי|ישראליים", "ILS"),
    ("jordanian|jordanische|jordanischen|jordanien|jordaniens|ירדני|ירדניים|اردني", "JOD"),
    ("moroccan|marokkanische|marokkanischen|marocain|marocains|marroquies|مغربي", "MAD"),
    ("cfa", "XOF"),
];

/// Nouns that are money only beside such an adjective, folded.
const NATIONAL_NOUNS: &str = "crown crowns krone krones kroner kronen krona kronur couronne couronnes corona coronas כתר כתרים כתרי كرونة pound pounds pfund     livre livres libra libras לירה לירות lira liras lire ليرة peso pesos פזו rupee rupees rupie rupien roupie roupies rupia rupias רופי won rand real reais reales";

/// Does this currency have thousandths?
pub(super) fn has_thousandths(code: &str) -> bool {
    holds(&GRAMMAR.currency.thousandths, code)
}

/// The currency that starts at `text[0]`, and its length in bytes.
pub(super) fn at_start(text: &str) -> Option<(&'static str, usize)> {
    if let Some((sign, code)) = GRAMMAR.currency.signs.iter().find(|(sign, _)| text.starts_with(sign.as_str())) {
        return Some((code, sign.len()));
    }
    let word = word_at_start(text);
    // "Depuis 1986 l'Observatoire": an elided article is no lempira.
    if word.chars().count() == 1 && (word.starts_with(char::is_lowercase) || text[word.len()..].starts_with(['\'', '’'])) {
        return None;
    }
    let own = named(word);
    if own.is_some() || is_national_noun(word) {
        let behind = national_behind(&text[word.len()..]).map(|(code, length)| (code, word.len() + length));
        return behind.or(own.map(|code| (code, word.len())));
    }
    None
}

/// The adjective that `text` starts with: its currency and its length.
fn national(text: &str) -> Option<(&'static str, usize)> {
    let word = word_at_start(text);
    let second = text[word.len()..].strip_prefix(' ').map_or("", word_at_start);
    let one = fold(word);
    let two = if second.is_empty() { String::new() } else { format!("{one} {}", fold(second)) };
    GRAMMAR.currency.national.iter().find_map(|(adjectives, code)| {
        adjectives.split('|').find_map(|adjective| {
            let length = if adjective == one { word.len() } else { word.len() + 1 + second.len() };
            (!one.is_empty() && (adjective == one || adjective == two)).then_some((code.as_str(), length))
        })
    })
}

/// "dollars canadiens": the adjective and its length, the space before it included.
fn national_behind(rest: &str) -> Option<(&'static str, usize)> {
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let (code, length) = national(&rest[spaces..]).filter(|_| spaces > 0)?;
    Some((code, spaces + length))
}

/// "Canadian Dollars", "Swiss francs" after a sum, and its length in bytes.
pub(super) fn qualified(text: &str) -> Option<(&'static str, usize)> {
    let (code, length) = national(text)?;
    let rest = &text[length..];
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '-']).len();
    let noun = word_at_start(&rest[gap..]);
    let is_money = named(noun).is_some() || is_national_noun(noun);
    (gap > 0 && is_money).then_some((code, length + gap + noun.len()))
}

fn is_national_noun(word: &str) -> bool {
    !word.is_empty() && holds(&GRAMMAR.currency.national_nouns, &fold(word))
}

/// The currency that ends where `text` ends, and where it starts.
pub(super) fn at_end(text: &str) -> Option<(&'static str, usize)> {
    if let Some((sign, code)) = GRAMMAR.currency.signs.iter().find(|(sign, _)| text.ends_with(sign.as_str())) {
        let start = text.len() - sign.len();
        // "NZD $100": the code before the sign says which dollar.
        if sign == "$"
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
    for (sign, code) in &GRAMMAR.currency.signs {
        if let Some(at) = text.find(sign.as_str())
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
    if let Some(code) = GRAMMAR.currency.codes.iter().find(|code| code.as_str() == word) {
        return Some(code);
    }
    let folded = fold(word);
    GRAMMAR.currency.names.iter().find(|(names, _)| names.split(' ').any(|name| name == folded)).map(|(_, code)| code.as_str())
}
