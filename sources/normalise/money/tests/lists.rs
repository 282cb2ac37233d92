//! Several sums after one word, and lists of sums without one, in the languages of the house.

use super::assert_offered;

#[test]
fn a_word_before_the_first_sum_speaks_of_those_that_go_on_from_it() {
    assert_offered(&[
        ("Up to €7,000 for small and €30,000 for large projects.", "max 30000 EUR"),
        ("At most EUR 7 000 for projects of 12 months and EUR 30 000 for 24 months.", "max 30000 EUR"),
        ("Maximum grant: €7,000 (persons), €30,000 (towns).", "max 30000 EUR"),
        ("Bis zu 7.000 Euro, bei Kooperationen 30.000 Euro.", "max 30000 EUR"),
        ("Höchstförderung 7.000 Euro (Vereine) bzw. 30.000 Euro (Städte).", "max 30000 EUR"),
        ("Plafond de 7 000 € pour une association et de 30 000 € pour une commune", "max 30000 EUR"),
        ("Hasta 7.000 euros para asociaciones y 30.000 euros para municipios.", "max 30000 EUR"),
        ("حتى 7,000 يورو للجمعيات و30,000 يورو للبلديات", "max 30000 EUR"),
        ("עד 7,000 ש\"ח לעמותה ו-30,000 ש\"ח לרשות", "max 30000 ILS"),
        ("Monthly stipend (student: €700 / teacher: €1,400)", "max 1400 EUR"),
        ("Zuschuss: 7.000 € für kleine und 30.000 € für große Städte", "max 30000 EUR"),
        ("Bourse de 700 € pour les étudiants et 1 400 € pour les enseignants", "max 1400 EUR"),
        // What has a word of its own, or begins anew.
        ("Up to €7,000 per project, €300,000 in total.", "max 7000 total 300000 EUR"),
        ("Up to €7,000 for projects that cost at least €30,000.", "max 7000 EUR"),
        ("Up to €7,000, and in 2024 the fund gave €300,000 to towns.", "max 7000 EUR"),
        ("Grants of up to €7,000, €3 million fund.", "max 7000 EUR"),
        ("Jusqu'à 7 000 €, 3 millions d'euros distribués.", "max 7000 EUR"),
        ("Up to €7,000 for towns with a budget under €300,000.", "max 7000 total 300000 EUR"),
    ]);
}

#[test]
fn of_a_list_under_a_word_for_a_grant_the_largest_counts() {
    assert_offered(&[
        ("Grant\nVillages: €7,000\nTowns: €30,000", "max 30000 EUR"),
        ("Grant\n| Villages | €7,000 |\n| Towns | €30,000 |", "max 30000 EUR"),
        ("Grant amounts: villages: €7,000; towns: €30,000", "max 30000 EUR"),
        ("Förderung\nDörfer: 7.000 €\nStädte: 30.000 €", "max 30000 EUR"),
        ("Subvention\nVillages : 7 000 €\nVilles : 30 000 €", "max 30000 EUR"),
        ("Ayudas\nPueblos: 7.000 €\nCiudades: 30.000 €", "max 30000 EUR"),
        ("מענק\nכפרים: 7,000 ש\"ח\nערים: 30,000 ש\"ח", "max 30000 ILS"),
        ("منحة\nالقرى: 7,000 دولار\nالمدن: 30,000 دولار", "max 30000 USD"),
        // Prices, small change, and sums that lie about.
        ("Grant\nStand rent\nSmall: €7,000\nLarge: €30,000", ""),
        ("Grant\nMembers: €70\nGuests: €300", ""),
        ("Turnover\nVillages: €7,000\nTowns: €30,000", ""),
    ]);
}

#[test]
fn a_number_and_its_currency_may_have_a_line_each() {
    assert_offered(&[
        ("First prize\n7,000\nEUR", "max 7000 EUR"),
        ("Maximum grant\n7,000\n\nUSD\nDeadline", "max 7000 USD"),
        ("1. Preis\n7.000\nEuro", "max 7000 EUR"),
        ("Montant maximum\n7 000\nEUR", "max 7000 EUR"),
        ("المركز الأول\n7000\nريال سعودي", "max 7000 SAR"),
        ("First prize 7,000\nEuro city network", ""),
    ]);
}

#[test]
fn old_money_of_german_speakers_is_money() {
    assert_offered(&[
        ("Der Preis ist mit 7.000 DM dotiert.", "max 7000 DEM"),
        ("Preisgeld: 7.000 D-Mark", "max 7000 DEM"),
        ("1. Preis: 70.000 Schilling", "max 70000 ATS"),
    ]);
}

#[test]
fn sums_alone_in_their_lines_are_a_list() {
    assert_offered(&[
        ("Grants are given as lump sums:\n€20,000\n€35,000\n€50,000", "max 50000 EUR"),
        ("Lump sum grants:\n• €20,000\n• €35,000\n• €50,000", "max 50000 EUR"),
        ("Grant amounts:\n- €20,000\n- €35,000\n- €50,000", "max 50000 EUR"),
        ("Aides forfaitaires :\n• 2 000 €\n• 3 500 €", "max 3500 EUR"),
        ("Folgende Preise werden vergeben:\n1. Platz: 190.- €\n2. Platz: 90.- €", "max 190 EUR"),
        ("Tickets\n- €20\n- €35", ""),
    ]);
}

#[test]
fn a_dash_for_no_cents_does_not_part_a_number_from_its_currency() {
    assert_offered(&[
        ("Der Preis ist mit 7.000.- € dotiert.", "max 7000 EUR"),
        ("Preisgeld: 7.000,-- Euro", "max 7000 EUR"),
        ("Preisgeld: 7.000,00.- EUR", "max 7000 EUR"),
        ("Der Preis wurde 7.000.- Mal geteilt. €", ""),
    ]);
}

#[test]
fn a_price_ends_with_its_sentence() {
    assert_offered(&[("Le dossier coûte 290 € HT. 32 trophées seront remis.", "")]);
}
