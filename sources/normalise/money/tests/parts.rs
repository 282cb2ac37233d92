//! Whose a number, a currency or a sum is, by what stands around it, in the languages of the house.

use super::{assert_offered, assert_reads};

#[test]
fn a_number_before_a_dash_and_a_sign_is_no_sum() {
    assert_offered(&[
        ("Bridge grant 2028 - €7,500", "max 7500 EUR"),
        ("Rural grants 2027-2028 - $40,000", "max 40000 USD"),
        ("Grant for strand 4 -€9,000", "max 9000 EUR"),
        ("Grant under Agenda 2030 - £12,000", "max 12000 GBP"),
        ("Relief after COVID-19 - $8,000 grant", "max 8000 USD"),
        ("Grant by August 30 -- $6,500", "max 6500 USD"),
        ("Grant 2028 - EUR 7,500", "max 7500 EUR"),
        ("Grant 2028 €7,500", "max 7500 EUR"),
        ("Förderpreis 2028 - €7.500", "max 7500 EUR"),
        ("Prix 2028 - €7 500", "max 7500 EUR"),
        ("Premio 2028 - €7.500", "max 7500 EUR"),
        ("מענק 2028 - ₪7,500", "max 7500 ILS"),
        ("منحة 2028 - $7,500", "max 7500 USD"),
        ("Förderpreis 2028 - 7.500 Euro", "max 7500 EUR"),
        // Two ends of a range, and a name of money over a hyphen.
        ("Grants of 4,000 - $9,000", "min 4000 max 9000 USD"),
        ("Grants of 500 - $900", "min 500 max 900 USD"),
        ("Grants of 2.000 - 9.000 EUR", "min 2000 max 9000 EUR"),
        ("Zuschuss: 15-25 Euro", "min 15 max 25 EUR"),
        ("Ein 500-Euro-Zuschuss", "max 500 EUR"),
    ]);
}

#[test]
fn the_bound_of_a_total_is_no_ones_most() {
    assert_offered(&[
        ("The total amount is expected to be up to $90,000. Grants are up to $15,000.", "max 15000 total 90000 USD"),
        ("Total available: up to €90,000. Maximum award: €15,000", "max 15000 total 90000 EUR"),
        ("In total, up to €90,000 will be awarded.", "total 90000 EUR"),
        ("A total of up to £90,000 will be granted.", "total 90000 GBP"),
        ("סך כל התקציב: עד 90,000 ₪", "total 90000 ILS"),
        ("A grant of up to €15,000 per project", "max 15000 EUR"),
        ("A total grant of up to €15,000 per town", "max 15000 EUR"),
    ]);
}

#[test]
fn what_is_there_for_the_winner_is_the_winners() {
    assert_offered(&[
        ("Für jede Siegergemeinde stehen 6.000 Euro bereit.", "max 6000 EUR"),
        ("Dem Gewinner stehen 6.000 Euro zur Verfügung.", "max 6000 EUR"),
        ("Den vier Gewinnern stehen jeweils 6.000 Euro zur Verfügung.", "max 6000 EUR"),
        ("£6,000 is available to the winner.", "max 6000 GBP"),
        ("£6,000 is available to each village.", "max 6000 GBP"),
        ("6 000 € sont mis à la disposition de chaque lauréat.", "max 6000 EUR"),
        ("Se ponen 6.000 € a disposición de cada ganador.", "max 6000 EUR"),
        ("תקציב של 6,000 ₪ יועמד לרשות הזוכה", "max 6000 ILS"),
        ("Grants of £600 are available to village clubs.", "max 600 GBP"),
        ("Zuschüsse von 600 Euro stehen für Vereine bereit.", "max 600 EUR"),
        ("Funding of £60,000 is available to village clubs.", "total 60000 GBP"),
        ("£6,000 for the winner, £1,000 to each runner-up", "max 6000 GBP"),
        ("£60,000 in total, £6,000 for each village", "max 6000 total 60000 GBP"),
        ("Insgesamt stehen 60.000 Euro zur Verfügung.", "total 60000 EUR"),
        ("£60,000 is available each year.", "total 60000 GBP"),
        ("60,000 ₪ עומדים לרשות הקרן", "total 60000 ILS"),
        ("Jede Gemeinde kann sich um Mittel aus einem Gesamtbudget von 60.000 Euro bewerben.", "total 60000 EUR"),
        ("Chaque commune peut demander une part de l'enveloppe totale de 60 000 €.", "total 60000 EUR"),
        ("Cada municipio opta a un presupuesto total de 60.000 euros.", "total 60000 EUR"),
    ]);
}

#[test]
fn a_fund_has_its_money_for_all_a_prize_for_its_winner() {
    assert_offered(&[
        ("Le fonds est doté de 3 M€. Chaque projet reçoit au plus 25 000 €.", "max 25000 total 3000000 EUR"),
        ("Le fonds aide les clubs. Il est doté de 3 millions d'euros.", "total 3000000 EUR"),
        ("Le dispositif, doté de 3 M€, finance des projets jusqu'à 25 000 €.", "max 25000 total 3000000 EUR"),
        ("La convocatoria está dotada con 400.000 euros.", "total 400000 EUR"),
        ("The scheme is endowed with €400,000.", "total 400000 EUR"),
        ("Der Klimafonds ist mit 400.000 Euro dotiert.", "total 400000 EUR"),
        ("Le prix est doté de 4 000 €.", "max 4000 EUR"),
        ("El certamen está dotado con 4.000 euros.", "max 4000 EUR"),
        ("Der Heimatpreis ist mit 4.000 Euro dotiert.", "max 4000 EUR"),
        ("The fund gives a prize endowed with €4,000.", "max 4000 EUR"),
    ]);
}

#[test]
fn a_sum_beside_the_number_of_those_it_supports_is_theirs_together() {
    assert_offered(&[
        ("We have about €90,000 available to support six villages. Grants are up to €15,000.", "max 15000 total 90000 EUR"),
        ("The trust will support six villages with £90,000.", "total 90000 GBP"),
        ("El fondo cuenta con 90.000 € para apoyar a seis pueblos.", "total 90000 EUR"),
        ("Nous avons 90 000 € pour soutenir six communes.", "total 90000 EUR"),
        ("לקרן 90,000 ₪ לתמיכה בשש עיריות. כל עירייה תקבל עד 15,000 ₪", "max 15000 total 90000 ILS"),
        (
            "Der Preis ist mit 90.000 Euro dotiert. Er gliedert sich in Preise von bis zu 30.000 Euro.",
            "max 30000 total 90000 EUR",
        ),
        ("A prize of €90,000. It is divided into prizes of up to €30,000.", "max 30000 total 90000 EUR"),
        ("A grant of €4,000 to support two workshops", "max 4000 EUR"),
        ("€4,000 award 2028", "max 4000 EUR"),
    ]);
}

#[test]
fn the_label_or_a_field_names_the_money() {
    assert_offered(&[
        ("Maximum grant (€): 45,000", "max 45000 EUR"),
        ("Maximum grant (in euros): 45,000", "max 45000 EUR"),
        ("Grant amount (USD): 4,000 - 45,000", "min 4000 max 45000 USD"),
        ("| Highest grant (EUR) | 45,000 |", "max 45000 EUR"),
        ("Maximum grant: 45,000 (EUR)", "max 45000 EUR"),
        ("Montant maximum en euros : 45 000", "max 45000 EUR"),
        ("Importe máximo (euros): 45.000", "max 45000 EUR"),
        ("Förderhöchstbetrag (in Euro): 45.000", "max 45000 EUR"),
        ("גובה המענק (בש\"ח): 45,000", "max 45000 ILS"),
        ("גובה המענק בש\"ח - 45,000", "max 45000 ILS"),
        ("قيمة المنحة (بالدولار): 45000", "max 45000 USD"),
        ("Currency: EUR\nMaximum grant: 4,500\nGrants: 12", "max 4500 EUR"),
        ("Award ceiling: 45000\nCurrency: USD", "max 45000 USD"),
        ("Moneda | EUROS |\nAyuda | Entre 400 y 900 | País", "min 400 max 900 EUR"),
        // A year, people, and two currencies.
        ("Budget (EUR) 2027", ""),
        ("Costs (EUR)\n45 towns", ""),
        ("Currency: EUR\nMembers: 4,500", ""),
        ("Currency: EUR\nCurrency: USD\nMaximum grant: 4,500", ""),
    ]);
}

#[test]
fn of_nations_with_money_of_one_name_the_text_tells_which() {
    assert_offered(&[
        ("Au Maroc, une subvention de 70 000 dirhams", "max 70000 MAD"),
        ("في تونس: منحة بقيمة 9 آلاف دينار", "max 9000 TND"),
        ("En Argelia, una ayuda de 9.000 dinares", ""),
        ("Une subvention de 9 000 dinars en Algérie", "max 9000 DZD"),
        ("A grant of 9,000 dinars", "max 9000 JOD"),
        ("A grant of 9,000 dinars for towns in Jordan and Tunisia", "max 9000 JOD"),
        ("Morocco: a grant of AED 9,000", "max 9000 AED"),
    ]);
}

#[test]
fn a_sum_said_again_in_other_money_comes_second() {
    assert_offered(&[
        ("Bis zu 9.000 Franken (rund 9.600 Euro) je Verein", "max 9000 CHF"),
        ("Une aide de 9 000 000 Ariary, soit environ 1 800 euros", "max 9000000 MGA"),
        ("Prize of £9,000 (SAR 45,000)", "max 9000 GBP"),
        ("מענק של עד 9,000 דולר (כ-33,000 ש\"ח)", "max 9000 USD"),
        ("جائزة بقيمة 9 آلاف دولار (33 ألف ريال سعودي). 33 ألف ريال للفائز", "max 9000 USD"),
        ("Ayuda de 9.000 dólares (unos 8.300 euros)", "max 9000 USD"),
        ("First prize £9,000, second prize €5,000", "max 9000 GBP"),
    ]);
}

#[test]
fn the_most_may_follow_an_average() {
    assert_offered(&[
        ("The average grant is €4,000 to €6,000. €30,000 is the maximum.", "min 4000 max 30000 EUR"),
        ("L'aide moyenne est de 4 000 à 6 000 €. 30 000 € est le maximum.", "min 4000 max 30000 EUR"),
        ("Im Schnitt sind es 4.000 bis 6.000 Euro Zuschuss. 30.000 Euro sind der Höchstbetrag.", "min 4000 max 30000 EUR"),
        ("منحة تبلغ في المتوسط 4,000 دولار، و30,000 دولار هو الحد الأقصى", "max 30000 USD"),
    ]);
}

#[test]
fn a_fee_goes_on_behind_a_date_and_later() {
    assert_offered(&[
        ("Fee until 30 June -- €40", ""),
        ("Gebühr bis 30. Juni -- 40 Euro", ""),
        ("Die Fahrt kostet 300 Euro, danach 380 Euro pro Person.", ""),
        ("The trip costs €300, afterwards €380 per person.", ""),
        ("Le voyage : tarif 300 €, ensuite 380 € par personne", ""),
        ("Entry fee: €40 until 30 June, €60 until 31 August", ""),
        ("The fee is €40. Grants in 2027: up to €900.", "max 900 EUR"),
    ]);
}

#[test]
fn a_bound_in_words_is_no_currency() {
    assert_reads(&[("Euro 2028", "2028 EUR"), ("12 € 50", "12 EUR"), ("1250€60", "1250.6 EUR")]);
}

#[test]
fn what_is_left_is_for_all_who_still_come() {
    assert_offered(&[
        (
            "Vereine können 300 Euro beantragen. Derzeit sind noch etwa 20.000 Euro für Zuwendungen verfügbar.",
            "max 300 total 20000 EUR",
        ),
        ("Clubs can apply for up to €300. About €20,000 remain for direct grants.", "max 300 total 20000 EUR"),
        ("€20,000 remain in the pot. Grants up to €3,000.", "max 3000 total 20000 EUR"),
        ("Il reste environ 20 000 € pour les subventions.", "total 20000 EUR"),
        ("Quedan unos 20.000 euros para ayudas.", "total 20000 EUR"),
        ("Aún quedan 20.000 euros. Las ayudas son de hasta 300 euros.", "max 300 total 20000 EUR"),
        ("נותרו עוד 20,000 ₪ למענקים", "total 20000 ILS"),
        ("יתרת התקציב: 20,000 ₪", "total 20000 ILS"),
        // Each one's own.
        ("Je Verein sind 300 Euro verfügbar.", "max 300 EUR"),
        ("Grants of £500 remain available", "max 500 GBP"),
    ]);
}

#[test]
fn of_two_sums_one_gets_the_one_or_the_other() {
    assert_offered(&[
        ("Vereine können 200 Euro oder 500 Euro beantragen.", "max 500 EUR"),
        ("Les clubs demandent 200 euros ou 500 euros.", "max 500 EUR"),
        ("Los clubes piden 200 euros o 500 euros.", "max 500 EUR"),
        ("אפשר לבקש 200 ₪ או 500 ₪.", "max 500 ILS"),
        ("Eintritt 8 Euro oder 5 Euro", ""),
    ]);
}

#[test]
fn the_most_of_a_call_is_for_all() {
    assert_offered(&[
        ("The maximum amount of the call is €300,000, with at most €9,000 per town.", "max 9000 total 300000 EUR"),
        (
            "La cuantía máxima de la convocatoria asciende a 300.000 €, con un máximo de 9.000 € por pueblo.",
            "max 9000 total 300000 EUR",
        ),
        ("Le montant maximum de l'appel est de 300 000 €, avec 9 000 € au plus par commune.", "max 9000 total 300000 EUR"),
        ("Der Höchstbetrag des Aufrufs ist 300.000 Euro, je Gemeinde höchstens 9.000 Euro.", "max 9000 total 300000 EUR"),
        ("La convocatoria abre con una ayuda FEDER de 48 millones de euros.", "total 48000000 EUR"),
        ("The call has ERDF funding of €48 million.", "total 48000000 EUR"),
        ("ERDF support of up to €800,000 per project", "max 800000 EUR"),
        ("The maximum grant under this call is €9,000.", "max 9000 EUR"),
    ]);
}

#[test]
fn a_word_behind_the_sign_says_whose_money_it_is() {
    assert_offered(&[
        ("Hasta $7.000.000 de pesos colombianos por proyecto", "max 7000000 COP"),
        ("Monto máximo: $ 7.000.000 (pesos colombianos)", "max 7000000 COP"),
        ("Hasta $700.000 pesos chilenos", "max 700000 CLP"),
        ("Hasta $700.000 MXN", "max 700000 MXN"),
        // Whose pesos they are is not said.
        ("Hasta $7.000.000 de pesos por proyecto", ""),
        ("Hasta $700 dólares", "max 700 USD"),
        ("Grants of up to $7,000", "max 7000 USD"),
    ]);
    assert_reads(&[("$50 EUR 45", "50 USD")]);
}

#[test]
fn a_friday_is_no_franc() {
    assert_offered(&[
        ("Bewerbung bis Fr. 30. Juli 2027", ""),
        ("Frist: Fr. 30.07.2027", ""),
        ("Zuschuss. Büro Mo.-Fr. 9-12 Uhr", ""),
        ("Zuschuss. Mo. bis Fr. 8.00 bis 12.00 Uhr", ""),
        ("Zuschuss. Infoabend Fr. 10:00", ""),
        ("Zuschuss bis Fr. 5000.-", "max 5000 CHF"),
        ("Zuschuss von Fr. 5'000.-", "max 5000 CHF"),
        ("Zuschuss von Fr. 5.000", "max 5000 CHF"),
    ]);
}

#[test]
fn below_a_heading_of_prices_stand_prices() {
    assert_offered(&[
        ("PARTICIPATION FEE\n80 euros per singer, meals included", ""),
        ("Fees\nAdults: 90 euros per person\nPupils: 40 euros per person", ""),
        ("Entries close in May. FESTIVAL FEE\n1. For pupils 12 euros per person", ""),
        ("Teilnahmegebühr\n140 Euro pro Verein", ""),
        ("Frais de participation\nPour les adultes 30 euros par personne", ""),
        ("דמי השתתפות\n120 ש\"ח לאדם", ""),
        // A grant below it is one, and a heading of grants ends it.
        ("Fees and grants\nGrants of up to 900 euros for travel", "max 900 EUR"),
        ("Participation fee\n80 euros per singer\nGrants\n2,000 euros per choir", "max 2000 EUR"),
        ("Grants\n2,000 euros per choir", "max 2000 EUR"),
    ]);
}
