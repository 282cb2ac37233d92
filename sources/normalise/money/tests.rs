mod bounds;
mod lists;
mod marks;
mod nations;
mod parts;
mod periods;
mod pots;
mod shared;

use std::sync::LazyLock;

use proptest::prelude::*;

use super::{amount, money};
use crate::normalise::cues::Cues;
use crate::normalise::dates::lex::fold;

/// Compiled once: property tests ask for it hundreds of times.
static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::from_toml(include_str!("../../../config/cues.toml")).unwrap());

fn cues() -> &'static Cues {
    &CUES
}

/// `min..max CUR`, an open end left out; one number for both.
fn read(text: &str, hint: Option<&str>) -> String {
    let found = money(text, hint);
    let currency = found.currency.unwrap_or_default();
    let shown = |sum: Option<f64>| sum.map(|sum| sum.to_string()).unwrap_or_default();
    let (min, max) = (shown(found.min), shown(found.max));
    let sum = if min == max { min } else { format!("{min}..{max}") };
    format!("{sum} {currency}").trim().to_owned()
}

fn assert_reads(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, want)| (text, want, read(text, None)))
        .filter(|(_, want, got)| got != *want)
        .map(|(text, want, got)| format!("{text:?}: want {want}, got {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sums_are_read_in_every_spelling() {
    assert_reads(&[
        ("€ 1.000,50", "1000.5 EUR"),
        ("$1,000.50", "1000.5 USD"),
        ("1.500 millones de euros", "1500000000 EUR"),
        ("€1,500 million", "1500000000 EUR"),
        ("€1.234 million", "1234000 EUR"),
        ("1,234 Millionen Euro", "1234000 EUR"),
        ("12 500 €", "12500 EUR"),
        ("CHF 1'250'000", "1250000 CHF"),
        ("40.000 Euro", "40000 EUR"),
        ("USD20,000", "20000 USD"),
        ("15k€", "15000 EUR"),
        ("€2.5 million", "2500000 EUR"),
        ("1,75 Mio. Euro", "1750000 EUR"),
        ("3 millions d'euros", "3000000 EUR"),
        ("2 millones de euros", "2000000 EUR"),
        ("250 אלף ₪", "250000 ILS"),
        ("1.2 מיליון ש\"ח", "1200000 ILS"),
        ("₪ 35,000", "35000 ILS"),
        ("30,000 שקלים חדשים", "30000 ILS"),
        ("500 KD", "500 KWD"),
        ("1.250 Kč", "1250 CZK"),
        ("NZD $700", "700 NZD"),
        ("$20,000 Canadian Dollars", "20000 CAD"),
        (".75 €", "0.75 EUR"),
        ("000 Canadian Dollarsé", "0"),
        ("7500", "7500"),
        ("no sum here", ""),
        ("80 % of 9,000 EUR", "9000 EUR"),
    ]);
}

#[test]
fn bounds_and_ranges_leave_open_what_is_open() {
    assert_reads(&[
        ("between 5.000 and 20.000 €", "5000..20000 EUR"),
        ("up to €60,000", "..60000 EUR"),
        ("at least 1 000 EUR", "1000.. EUR"),
        ("from £5,000 upwards", "5000.. GBP"),
        ("$20,000 to $40,000 Canadian Dollars", "20000..40000 CAD"),
        ("עד 80 אלף ₪", "..80000 ILS"),
        ("bis zu 7.500 Euro", "..7500 EUR"),
        ("à hauteur de 90 k€", "..90000 EUR"),
        ("hasta 6.000 €", "..6000 EUR"),
        ("10.000 – 30.000 EUR", "10000..30000 EUR"),
        ("20,000-8,000 ₪ ליוזמה", "8000..20000 ILS"),
        ("תמיכה: 20,000-8,000 ₪ ליוזמה", "8000..20000 ILS"),
        ("בין 20,000 ל-8,000 ₪", "8000..20000 ILS"),
        ("20-8 אלף ₪", "8000..20000 ILS"),
        ("בין 8,000 ל-20,000 ₪", "8000..20000 ILS"),
        ("8-20 אלף ₪", "8000..20000 ILS"),
    ]);
}

#[test]
fn the_hint_names_the_currency_where_the_text_does_not() {
    assert_eq!(read("2800", Some("EUR")), "2800 EUR");
    assert_eq!(read("49.90", Some("Price in ₪")), "49.9 ILS");
    assert_eq!(read("£12", Some("USD")), "12 GBP");
}

/// `min..max of total CUR at rate%`, what is absent left out.
fn offered(text: &str, cues: &Cues) -> String {
    let (found, evidence) = amount(text, &cues.find(&words::tokens(text), None));
    for one in &evidence {
        assert!(!one.quote.is_empty() && text.contains(&one.quote), "{one:?} does not stand in {text:?}");
    }
    let part = |label: &str, value: Option<f64>| value.map(|value| format!("{label}{value}"));
    let parts = [
        part("min ", found.min),
        part("max ", found.max),
        part("total ", found.total),
        part("share ", found.cofunding_rate),
        found.currency,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_one_applicant_can_get_is_told_from_totals_minimums_and_fees() {
    assert_offered(&[
        ("Grants of up to EUR 50,000 each; the total budget is EUR 2 million.", "max 50000 total 2000000 EUR"),
        ("The fund backs projects from £3,000 upwards.", "min 3000 GBP"),
        ("Participation fee: €250. The winner receives €10,000.", "max 10000 EUR"),
        ("The fund co-finances up to 70 %; total network budget €900,000.", "total 900000 share 70 EUR"),
        ("המשרד מממן עד 50% מעלות המיזם ולא יותר מ-40,000 אירו.", "max 40000 share 50 EUR"),
        ("Cities with more than 100,000 residents compete for $1 million.", "max 1000000 USD"),
        ("The EU covers up to 80 % of eligible costs, at most €200,000.", "max 200000 share 80 EUR"),
        ("המימון מגיע ל-75% מעלות המיזם, מ-50 אלף ₪ ועד 150 אלף ₪.", "min 50000 max 150000 share 75 ILS"),
        ("תקציב כולל של 4 מיליון ש\"ח; מענק של עד 120,000 ש\"ח לכל רשות", "max 120000 total 4000000 ILS"),
        ("כל משתתף ישלם דמי רישום של 350 ₪", ""),
        ("פרס ראשון: 20,000 ₪, פרס שני: 10,000 ₪", "max 20000 ILS"),
        ("La subvention, à hauteur de 15 000 € par projet, couvre 70 % des dépenses.", "max 15000 share 70 EUR"),
        ("Enveloppe totale : 600 000 €.", "total 600000 EUR"),
        ("Frais d'inscription : 120 €", ""),
        ("Preisgeld in Höhe von 25.000 Euro je Preisträger", "max 25000 EUR"),
        ("Insgesamt stehen 1,5 Mio. Euro bereit, pro Projekt höchstens 100.000 Euro.", "max 100000 total 1500000 EUR"),
        ("Die Standgebühr beträgt 80 Euro.", ""),
        ("Text von höchstens 15.000 Zeichen", ""),
        ("Premio: 4.500 €", "max 4500 EUR"),
        ("El importe máximo por entidad es de 12.000 euros y la dotación total de 300.000 euros.", "max 12000 total 300000 EUR"),
        ("Cuota de inscripción: 90 €", ""),
        ("The average award is $15,000 to $30,000.", "min 15000 max 30000 USD"),
        ("הצעות בהיקף של 10,000 עד 75,000 דולר", "min 10000 max 75000 USD"),
        // Tax is said of prices, and of what is given.
        ("מענק בסך 30,000 ₪ (כולל מע\"מ) לכל להקה", "max 30000 ILS"),
        ("Une aide de 9 000 € TTC par artiste", "max 9000 EUR"),
        ("Una ayuda de 7.000 € (IVA incluido)", "max 7000 EUR"),
        ("Le stand : 412 € HT", ""),
        ("ביתן בגודל 9 מ\"ר: 4,000 ₪ לפני מע\"מ", ""),
        // What the applicant bears itself leaves the rest to the funder.
        ("Each pilot receives up to €60,000 and covers 20 % of the costs itself.", "max 60000 share 80 EUR"),
        ("מענק של עד 80,000 ש\"ח; העירייה נושאת ב-25% מהעלות ממקורותיה", "max 80000 share 75 ILS"),
        ("Die Kommune trägt 10 % der Kosten selbst.", "share 90"),
        ("Der Eigenanteil beträgt mindestens 15 Prozent.", "share 85"),
        ("75 % of the costs are covered, own share 25 %.", "share 75"),
        ("Own share 40 %, the fund covers up to 60 % of the costs.", "share 60"),
        ("L'apport en fonds propres représente au moins 30 % du budget.", "share 70"),
        ("La aportación propia será del 20 % del presupuesto.", "share 80"),
        ("נדרשת השתתפות עצמית של 10% לפחות", "share 90"),
        ("Tickets cost 20 % less for members.", ""),
    ]);
}

fn assert_offered(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, want)| (text, want, offered(text, cues())))
        .filter(|(_, want, got)| got != *want)
        .map(|(text, want, got)| format!("{text:?}: want {want}, got {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_word_on_money_is_written_as_it_is_looked_up() {
    let grammar: toml::Table = include_str!("../../../config/grammar.toml").parse().unwrap();
    let lists = grammar["money"].as_table().unwrap().iter().filter_map(|(name, list)| Some((name, list.as_array()?)));
    let words = lists.flat_map(|(name, list)| list.iter().filter_map(move |word| Some((name, word.as_str()?))));
    let wrong: Vec<_> = words.filter(|(_, word)| fold(word) != *word).collect();
    assert!(wrong.is_empty(), "{wrong:?} can never match: write them folded");
}

/// One clause as long as a text was folded anew for each of its sums.
#[test]
fn many_sums_of_one_clause_cost_no_more_than_its_length() {
    let cues = cues();
    for unit in ["programme 5000 euro ", "town 5000 euro "] {
        let text = unit.repeat(40_000 / unit.len());
        let found = cues.find(&words::tokens(&text), None);
        let started = std::time::Instant::now();
        amount(&text, &found);
        assert!(started.elapsed().as_secs() < 8, "{unit:?} took {:?}", started.elapsed());
    }
}

#[test]
fn hostile_text_costs_no_more_than_its_length() {
    let cues = cues();
    for unit in ["1", "1,", "1, 000 ", "€", "up to €5 ", "5% of the cost ", "no more than $5 Canada ", "9,000 pesos "] {
        let text = unit.repeat(20_000 / unit.len());
        let started = std::time::Instant::now();
        money(&text, Some(&text));
        amount(&text, &cues.find(&words::tokens(&text), None));
        assert!(started.elapsed().as_secs() < 8, "{unit:?} took {:?}", started.elapsed());
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_quotes_stand_in_it(pieces in prop::collection::vec(prop::sample::select(vec![
        "1", "000", ".", ",", " ", "€", "$", "US$", "k", "Mio.", "%", "up to ", "total budget ", "אלף", "₪", "'", "\u{a0}", "é", "-", "to ", "EUR", "Canadian Dollars", "d'", "\n", "|",
    ]), 0..24)) {
        let text = pieces.concat();
        let found = money(&text, None);
        prop_assert!(text.get(found.start..found.end).is_some());
        offered(&text, cues());
    }

    #[test]
    fn no_letter_is_too_odd(text in "\\PC{0,60}") {
        money(&text, Some(&text));
    }
}

#[test]
fn sums_in_words_are_read_in_every_language() {
    assert_reads(&[
        ("half a million euros", "500000 EUR"),
        ("a million dollars", "1000000 USD"),
        ("one and a half million pounds", "1500000 GBP"),
        ("two hundred and fifty thousand euros", "250000 EUR"),
        ("three quarters of a million euros", "750000 EUR"),
        ("un demi-million d'euros", "500000 EUR"),
        ("un million et demi d'euros", "1500000 EUR"),
        ("cent cinquante mille euros", "150000 EUR"),
        ("eine halbe Million Euro", "500000 EUR"),
        ("anderthalb Millionen Euro", "1500000 EUR"),
        ("zweihundertfünfzigtausend Euro", "250000 EUR"),
        ("medio millón de euros", "500000 EUR"),
        ("millón y medio de euros", "1500000 EUR"),
        ("ciento cincuenta mil euros", "150000 EUR"),
        ("חצי מיליון ש\"ח", "500000 ILS"),
        ("רבע מיליון שקלים", "250000 ILS"),
        ("שלושת רבעי מיליון ₪", "750000 ILS"),
        ("מאה וחמישים אלף שקל", "150000 ILS"),
        ("עשרת אלפים שקלים", "10000 ILS"),
        ("מיליון וחצי שקל", "1500000 ILS"),
        ("نصف مليون دولار", "500000 USD"),
        ("ثلاثة ملايين شيكل", "3000000 ILS"),
        ("مليوني يورو", "2000000 EUR"),
        ("٥٠٬٠٠٠ شيكل", "50000 ILS"),
        ("١٫٥ مليون دولار", "1500000 USD"),
        ("50,000 دينار", "50000 JOD"),
        ("18.000 KD", "18 KWD"),
    ]);
}

#[test]
fn words_that_only_look_like_numbers_are_no_sums() {
    for text in ["millions of euros", "several million euros", "the Million Trees programme in euros", "עשרות מיליון שקלים"]
    {
        assert_eq!(amount(text, cues().find(&words::tokens(text), None).as_slice()).0.max, None, "{text}");
    }
}

#[test]
fn a_list_of_prizes_shares_the_currency_of_its_last() {
    let text = "Prizes: 15,000, 10,000 and 5,000 euros; since 2019, 300 euros";
    assert_eq!(amount(text, cues().find(&words::tokens(text), None).as_slice()).0.max, Some(15_000.0));
}

#[test]
fn a_letter_is_a_factor_only_beside_money() {
    assert_reads(&[
        ("1.5M EUR", "1500000 EUR"),
        ("500K USD", "500000 USD"),
        ("2M euro", "2000000 EUR"),
        ("250 TEUR", "250000 EUR"),
        ("TEUR 250", "250000 EUR"),
        ("1.500 T€", "1500000 EUR"),
        ("80 kCHF", "80000 CHF"),
        ("3 מלש\"ח", "3000000 ILS"),
        ("300 אש״ח", "300000 ILS"),
        ("450 א' ש\"ח", "450000 ILS"),
        ("NIS 15K-40K", "15000..40000 ILS"),
        ("15K – 40K NIS", "15000..40000 ILS"),
        ("5 MALL", "5"),
    ]);
}

#[test]
fn beside_a_sum_for_each_the_pot_is_the_total() {
    let cues = cues();
    let cases = [
        ("Funding of €50,000 per town.", "max 50000 EUR"),
        ("Dotación: 9 millones de euros. Importe máximo por proyecto: 80.000 €.", "max 80000 total 9000000 EUR"),
        ("Grants of €0.5M, €1M or €1.5M", "max 1500000 EUR"),
        ("First prize: €50,000. Travel support of up to €500 per participant.", "max 50000 EUR"),
        ("A yearly contribution of €900 is payable.", ""),
    ];
    for (text, want) in cases {
        assert_eq!(offered(text, cues), want, "{text}");
    }
}

#[test]
fn a_nation_tells_one_crown_from_the_other() {
    assert_reads(&[
        ("10 million Japanese yen", "10000000 JPY"),
        ("20.000 Schweizer Franken", "20000 CHF"),
        ("20 000 francs suisses", "20000 CHF"),
        ("300.000 schwedische Kronen", "300000 SEK"),
        ("200.000 coronas noruegas", "200000 NOK"),
        ("30,000 British pounds", "30000 GBP"),
        ("50,000 פרנק שוויצרי", "50000 CHF"),
        ("40,000 Canadian dollars", "40000 CAD"),
        ("10 million Japanese visitors", "10000000"),
        ("8 000 dinars tunisiens", "8000 TND"),
        ("8 آلاف دينار تونسي", "8000 TND"),
        ("3 millones de pesos chilenos", "3000000 CLP"),
        ("40.000 pesos", "40000"),
        ("9 000 000 FCFA", "9000000 XOF"),
        ("2,5 M de FCFA", "2500000 XOF"),
        ("70 000 DH", "70000 MAD"),
        ("6 millones de colones", "6000000 CRC"),
        ("$CAN 40,000", "40000 CAD"),
        ("3 مليون ين", "3000000 JPY"),
    ]);
}

#[test]
fn prices_bounds_and_topics_are_told_apart() {
    let cues = cues();
    let cases = [
        ("Price: €450, members €380.", ""),
        ("A bursary of €380 for members; price: €450.", "max 380 EUR"),
        ("EUR 50,000 at most.", "max 50000 EUR"),
        ("Winner €80,000, two runners-up €15,000 each.", "max 80000 EUR"),
        ("Grants of €8,000 to €50,000. Budget of the topic: €4,000,000.", "min 8000 max 50000 total 4000000 EUR"),
    ];
    for (text, want) in cases {
        assert_eq!(offered(text, cues), want, "{text}");
    }
}

#[test]
fn what_several_share_is_no_ones_sum() {
    let cues = cues();
    let cases = [
        ("The four winners share €80,000.", "total 80000 EUR"),
        ("Les trois communes lauréates se partagent 80 000 €.", "total 80000 EUR"),
        ("La dotation globale du concours est de 80 000 €.", "total 80000 EUR"),
        ("Doté de 80 000 €, le concours a cinq catégories. Le premier prix est de 20 000 €.", "max 20000 total 80000 EUR"),
        ("Vier Städte teilen sich 80.000 Euro.", "total 80000 EUR"),
        ("Der Preis ist mit insgesamt 80.000 Euro dotiert.", "total 80000 EUR"),
        ("Los premios suman 80.000 euros.", "total 80000 EUR"),
        ("ארבע הערים הזוכות יתחלקו ב-80,000 ₪", "total 80000 ILS"),
        ("يتقاسم الفائزون 80,000 دولار", "total 80000 USD"),
        ("בקרן 7 מיליון ₪ שיחולקו לפי מבחני התמיכה", "total 7000000 ILS"),
        ("The fund holds €7 million, to be shared out by a jury.", "total 7000000 EUR"),
        ("Im Fonds sind 7 Millionen Euro.", "total 7000000 EUR"),
        ("En el fondo hay 7 millones de euros.", "total 7000000 EUR"),
        ("في الصندوق 7 ملايين دولار", "total 7000000 USD"),
        ("Associations with a turnover of up to €7 million", ""),
        ("Empresas con un volumen de negocio de hasta 7 millones de euros", ""),
    ];
    for (text, want) in cases {
        assert_eq!(offered(text, cues), want, "{text}");
    }
}

#[test]
fn a_grant_that_pays_a_fee_is_no_fee() {
    let cues = cues();
    let cases = [
        ("The bursary (worth €600) pays for the registration.", "max 600 EUR"),
        ("Bursaries of up to €600 pay the conference fee.", "max 600 EUR"),
        ("Each delegate pays €600 for the registration.", ""),
        ("Delegates with a bursary pay €200.", ""),
    ];
    for (text, want) in cases {
        assert_eq!(offered(text, cues), want, "{text}");
    }
}
