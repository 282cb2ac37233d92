//! German compounds: the words that a long word is put together of.
//!
//! A reader who looks for `Förderung` means the `Klimaschutzförderung` too. Parts are taken from a list, not guessed: what a general
//! dictionary would find in the middle of words (`Ei`, `Rat`, `Art`) is mostly not there.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::normal::normal;

/// What compounds of funding and municipal life are made of. Words shorter than four letters stand in too many others.
const PARTS: &str = "abfall abgabe abkommen abwasser agentur akademie aktion alter analyse anlage anteil antrag arbeit archiv \
    armut asyl aufgabe aufruf auftrag ausbau ausbildung auskunft ausland ausschreibung ausstellung austausch auszeichnung \
    bahn barriere baum bäume bedarf begegnung behinderung behörde beihilfe beirat beitrag beratung bereich bericht beruf \
    beschäftigung bestand beteiligung betrieb bevölkerung bewerbung bezirk bibliothek bildung biodiversität boden brücke \
    budget bund bundes bürger bürgermeister büro chance daten demografie demokratie denkmal dialog dienst digital dorf dürre \
    effizienz ehrenamt eigen eigenanteil einhaltung einkommen einreichung einrichtung einwohner elektro eltern energie \
    energien entsorgung entwicklung erbe erhalt ernährung erwachsene europa experte export fach fachkräfte fahrrad fahrzeug \
    familie ferien fest festival feuerwehr film finanz finanzierung firma fläche flucht flüchtling fluss fonds förder \
    förderung forschung forst fortbildung forum frauen freiheit freiwillige fremden friede frieden frist führung garten \
    gebäude gebiet geburt gedenken gefahr gelder gemeinde generation gericht gesellschaft gesetz gesundheit gewalt gewerbe \
    gewinn gleichstellung gremium grenz grenze grün gründer gründung grünfläche gruppe hafen handel handwerk haus haushalt \
    heimat hilfe hitze hochschule immobilie industrie information infrastruktur initiative innen innovation institut \
    integration internet investition jahr jubiläum jugend kampagne kasse kinder kirche klima klinik kommission kommunal \
    kommune kommunen kompetenz konferenz kongress konzept kooperation kosten kraft kraftwerk kranken kredit kreis kreislauf \
    kriminalität krise kultur kunst künstler kurs küste lade länder landes landschaft leben lehrer leitung lern luft markt \
    maßnahme medien mensch messe miete migration minderheit ministerium mitglied mittel mobilität modell museum musik nachbar \
    nachhaltigkeit nachwuchs nation natur netz netzwerk notfall nutzung öffentlichkeit ökologie opfer ordnung organisation \
    park parlament partner partnerschaft pflanze pflege plan planung platz politik polizei praktikum prämie präsident preis \
    presse produkt programm projekt prozess prüfung publikum qualität quartier rathaus raum recht recycling reform regen \
    regierung region reinhaltung reise religion rente ressource rettung richtlinie ring risiko sammlung sanierung säule \
    schaden schiene schule schüler schulung schutz schwerpunkt schwimm seminar senioren sicherheit siedlung solar sozial \
    speicher spende spiel sport sprache staat stadt städte standort starkregen start statistik stelle stiftung stipendium \
    strategie straße straßen strom struktur studie studium subvention system tagung technik technologie teilhabe teilnahme \
    termin theater themen tier tourismus tradition träger training transport treffen treibhaus überwachung umbau umwelt \
    universität unterkunft unternehmen unterricht unterstützung verband verbund verein verfahren verkehr versammlung \
    versicherung versorgung verteilung vertrag verwaltung volk vorhaben vorsorge wahl wald wandel waren wärme wasser \
    wasserstoff wechsel welle welt werbung werkstatt wert wettbewerb wind wirtschaft wissen wissenschaft woche wohlfahrt \
    wohnen wohnung zentrum ziel zivil zukunft zusammenarbeit zusatz zuschuss zuwanderung zuwendung";

/// What municipal compounds begin with or end in beside [`PARTS`]. Those of three letters stand in too many words to be told by themselves:
/// they are parts only where all the rest is known.
const MUNICIPAL: &str = "anpassung ausgleich bad bäder bau beleuchtung betreuung brand breitband brunnen bus deich einsatz feuer fein fern fuß \
    fußgänger gas gewässer glas haupt heim heizung hoch hof insel kanal kanalisation katastrophe katastrophen kern kita klär lärm licht müll \
    nah not ort pendel pumpe rad rat rohr sanitär schul senkung siedlungs staub stau stätte stätten steuer tages tal teich tor trink trennung \
    tunnel turm ufer verbrauch vermeidung versiegelung weg wege wende wiese zone zug";

/// What stands between two parts, the longest first.
const LINKS: [&str; 6] = ["es", "en", "er", "s", "n", "e"];

/// What a compound may end in behind its last part.
const ENDINGS: [&str; 7] = ["", "en", "er", "es", "e", "n", "s"];

/// Shorter words are none, and no part is shorter than half of it.
const SHORTEST_COMPOUND: usize = 6;
const SHORTEST_PART: usize = 3;

/// Of a word that is not known as a whole only a longer part is told.
const SHORTEST_PART_ALONE: usize = 4;

/// So much must be left beside a part that is told alone.
const SHORTEST_REST_BEFORE: usize = 3;
const SHORTEST_REST_BEHIND: usize = 4;

/// More parts has no word that anybody wrote to be read; it bounds the search.
const MOST_PARTS: usize = 5;

/// What makes an adjective, and its endings of case and number.
const ADJECTIVAL: [&str; 8] = ["iv", "ig", "lich", "isch", "bar", "sam", "haft", "los"];
const INFLECTIONS: [&str; 5] = ["en", "em", "er", "es", "e"];

static NORMAL: LazyLock<HashSet<String>> = LazyLock::new(|| {
    PARTS.split_whitespace().chain(MUNICIPAL.split_whitespace()).map(|part| normal(part).into_owned()).collect()
});

/// The known words that a German word in normal form is put together of, in order: all of its parts, and each two neighbours, which
/// are often a word of their own (`Klimaschutz|förderung`); or only what it begins with and what it ends in, where the rest is unknown
/// (`Dortmundpreis`, `Wärmekataster`). None where it is no compound.
pub fn compound_parts(norm: &str) -> Vec<&str> {
    if norm.len() < SHORTEST_COMPOUND || !norm.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    if !split(norm, 0, &mut parts) {
        return first(norm).into_iter().chain(last(norm)).collect();
    }
    match parts.as_slice() {
        [_] => Vec::new(),
        [one, other] => vec![&norm[one.clone()], &norm[other.clone()]],
        many => {
            let pairs = many.windows(2).map(|pair| &norm[pair[0].start..pair[1].end]);
            many.iter().map(|part| &norm[part.clone()]).chain(pairs).collect()
        }
    }
}

/// Splits a word from `from` on into known parts; long parts are tried before short ones.
fn split(word: &str, from: usize, parts: &mut Vec<Range<usize>>) -> bool {
    if parts.len() == MOST_PARTS {
        return false;
    }
    for end in (from + SHORTEST_PART..=word.len()).rev() {
        if !NORMAL.contains(&word[from..end]) {
            continue;
        }
        parts.push(from..end);
        let after = &word[end..];
        if ENDINGS.contains(&after)
            || split(word, end, parts)
            || LINKS.iter().any(|link| after.starts_with(link) && split(word, end + link.len(), parts))
        {
            return true;
        }
        parts.pop();
    }
    false
}

/// The longest known part that a noun begins with. An adjective says how something else is: `klimaaktive` towns are towns.
fn first(norm: &str) -> Option<&str> {
    if is_adjective(norm) {
        return None;
    }
    let longest = norm.len().checked_sub(SHORTEST_REST_BEHIND)?;
    (SHORTEST_PART_ALONE..=longest).rev().map(|end| &norm[..end]).find(|part| NORMAL.contains(*part))
}

/// Whether a word ends as adjectives do, in whatever case and number.
fn is_adjective(norm: &str) -> bool {
    let bare = INFLECTIONS.iter().find_map(|ending| norm.strip_suffix(ending)).unwrap_or(norm);
    ADJECTIVAL.iter().any(|ending| bare.ends_with(ending))
}

/// The longest known part that the word ends in.
fn last(norm: &str) -> Option<&str> {
    let latest = norm.len().checked_sub(SHORTEST_PART_ALONE)?;
    (SHORTEST_REST_BEFORE..=latest).find_map(|at| {
        let rest = &norm[at..];
        let is_told = |part: &&str| part.len() >= SHORTEST_PART_ALONE && NORMAL.contains(*part);
        ENDINGS.iter().find_map(|ending| rest.strip_suffix(ending).filter(is_told))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::compound_parts;
    use crate::normal::normal;

    fn parts(word: &str) -> Vec<String> {
        compound_parts(&normal(word)).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_compound_is_all_of_its_parts_with_or_without_what_links_them() {
        assert_eq!(parts("Klimaschutzförderung"), ["klima", "schutz", "forderung", "klimaschutz", "schutzforderung"]);
        assert_eq!(parts("Förderprogramme"), ["forder", "programm"]);
        assert_eq!(parts("Städtepartnerschaften"), ["stadte", "partnerschaft"]);
        assert_eq!(
            parts("Bürgerbeteiligungsverfahren"),
            ["burger", "beteiligung", "verfahren", "burgerbeteiligung", "beteiligungsverfahren"]
        );
        assert_eq!(parts("Jugendaustauschs"), ["jugend", "austausch"]);
    }

    #[test]
    fn of_an_unknown_beginning_the_known_end_is_told() {
        assert_eq!(parts("Dortmundpreis"), ["preis"]);
        assert_eq!(parts("Ruhrgebiet"), ["gebiet"]);
    }

    #[test]
    fn the_words_of_a_town_are_told_by_their_parts() {
        for (word, part) in [
            ("Straßenbeleuchtung", "strassen"),
            ("Kindertagesstätte", "kinder"),
            ("Klimaanpassung", "klima"),
            ("Energiewende", "energie"),
            ("Wärmepumpe", "warme"),
            ("Hochwasserschutz", "wasser"),
            ("Breitbandausbau", "breitband"),
            ("Wohnungsbau", "wohnung"),
            ("Städtebauförderung", "stadtebau"),
            ("Elektrobus", "elektro"),
            ("Mülltrennung", "mull"),
            ("Radweg", "rad"),
            ("Wärmekataster", "warme"),
            ("Quartierskoordinator", "quartier"),
        ] {
            assert!(parts(word).contains(&part.to_owned()), "{word}: {:?}", parts(word));
        }
        for word in ["klimaaktive", "wasserlöslichen", "energetischer"] {
            assert_eq!(parts(word), [""; 0], "{word}");
        }
    }

    #[test]
    fn what_is_no_compound_has_no_parts() {
        for word in ["Förderung", "Städte", "municipality", "Verwaltungen", "Gemeinden", "Partnerschaften", "2027"] {
            assert_eq!(parts(word), [""; 0], "{word}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_too_odd_and_parts_stand_in_the_word(word in "(stadt|klima|e|n|s|[a-z]{1,3}|ö){0,40}") {
            let norm = normal(&word);
            for part in compound_parts(&norm) {
                prop_assert!(norm.contains(part));
            }
        }
    }
}
