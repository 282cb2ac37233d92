//! What there is in all, and what others got before, in the languages of the house.

use super::assert_offered;

#[test]
fn what_a_call_is_worth_is_for_all() {
    assert_offered(&[
        ("A call worth €3 million for small towns.", "total 3000000 EUR"),
        ("An open call for proposals of €3 million.", "total 3000000 EUR"),
        ("Un appel à projets à hauteur de 80 000 euros pour aider les clubs.", "total 80000 EUR"),
        ("Der Aufruf über 3 Mio. Euro richtet sich an Kommunen.", "total 3000000 EUR"),
        ("Una convocatoria de 80.000 euros para asociaciones.", "total 80000 EUR"),
        ("קול קורא בסך 3 מיליון ש\"ח לרשויות", "total 3000000 ILS"),
        // What it calls for.
        ("A call for grants of up to €8,000.", "max 8000 EUR"),
        ("A call for 10 grants of €8,000.", "max 8000 EUR"),
        ("Appel à projets : une aide à hauteur de 80 000 € par commune.", "max 80000 EUR"),
        ("Convocatoria de becas de 8.000 euros.", "max 8000 EUR"),
        ("The call offers €8,000 to one town.", "max 8000 EUR"),
    ]);
}

#[test]
fn a_word_for_how_much_it_is_says_nothing_of_whose_it_is() {
    assert_offered(&[
        ("La dotación presupuestaria asciende a 70.000 euros.", "total 70000 EUR"),
        (
            "El total destinado a las ayudas este año asciende a 70.000 euros, con un máximo de 9.000 euros por club.",
            "max 9000 total 70000 EUR",
        ),
        ("El crédito asignado asciende al importe de 70.000 €.", "total 70000 EUR"),
        ("L'enveloppe s'élève à un montant de 70 000 €.", "total 70000 EUR"),
        (
            "Le montant total accordé par la ville pour les fêtes et les clubs de tous les quartiers s'élève à 70 000 €.",
            "total 70000 EUR",
        ),
        ("The total amount awarded under this call is €70,000.", "total 70000 EUR"),
        ("The total for grants this year amounts to €70,000.", "total 70000 EUR"),
        // A grant's, and one that is told anew.
        ("The total fund supports towns with grants of up to €7,000.", "max 7000 EUR"),
        ("La ayuda asciende a 7.000 euros.", "max 7000 EUR"),
        ("El importe del premio asciende a 7.000 euros.", "max 7000 EUR"),
        ("Le montant de l'aide s'élève à 7 000 €.", "max 7000 EUR"),
        ("El presupuesto total es de 70.000 euros, con un importe máximo de 9.000 euros.", "max 9000 total 70000 EUR"),
    ]);
}

#[test]
fn what_is_available_without_a_bound_is_for_all() {
    assert_offered(&[
        ("Funding available:\nEUR 8 000 000", "total 8000000 EUR"),
        ("Amount available: £80,000", "total 80000 GBP"),
        ("Montant disponible : 8 M€", "total 8000000 EUR"),
        ("Verfügbare Mittel: 8 Mio. Euro", "total 8000000 EUR"),
        ("Importe disponible: 800.000 €", "total 800000 EUR"),
        ("The budget of this call is 80,000 euros.", "total 80000 EUR"),
        ("90 millions d'euros seront disponibles.", "total 90000000 EUR"),
        ("Estarán disponibles 3 millones de euros.", "total 3000000 EUR"),
        // One's own.
        ("Funding available: up to £8,000", "max 8000 GBP"),
        ("Grants available: £800 to £8,000", "min 800 max 8000 GBP"),
        ("Grants of £800 will be available to clubs.", "max 800 GBP"),
        ("Des aides de 800 € sont disponibles pour les clubs.", "max 800 EUR"),
        ("€3 million will be available for each region.", "max 3000000 EUR"),
    ]);
}

#[test]
fn each_for_a_total_is_each_ones_own() {
    assert_offered(&[
        ("Twelve gardens, each for a total of €9,000.", "max 9000 EUR"),
        ("Zwölf Gärten, jeder mit einem Gesamtbetrag von 9.000 Euro.", "max 9000 EUR"),
        ("Douze jardins, chacun pour un montant total de 9 000 €.", "max 9000 EUR"),
        ("Doce huertos, cada uno por un monto total de 9.000 euros.", "max 9000 EUR"),
        ("Three lots, each with a total budget of €9 million.", "total 9000000 EUR"),
        ("Each town may apply to a programme with a total budget of €9 million.", "total 9000000 EUR"),
        ("Each garden gets up to €9,000 for a total of €90,000.", "max 9000 total 90000 EUR"),
        ("Grants of €9,000 each, for a total of €90,000.", "max 9000 total 90000 EUR"),
    ]);
}

#[test]
fn what_several_got_before_is_no_offer() {
    assert_offered(&[
        ("In 2025 twelve choirs were chosen and received a total of 150,000 euros. Grants go up to €9,000.", "max 9000 EUR"),
        ("En 2025, douze chorales ont bénéficié d'une aide globale de 150 000 €.", ""),
        ("Im Vorjahr wurden 30 Chöre mit 150.000 Euro gefördert.", ""),
        ("2025 wurden 30 Chöre mit 150.000 Euro gefördert. Je Chor gibt es bis zu 9.000 Euro.", "max 9000 EUR"),
        ("In earlier years 30 choirs were supported with €150,000.", ""),
        ("El año pasado se financiaron 30 coros con 150.000 euros.", ""),
        ("בשנה שעברה חולקו 150,000 ש\"ח ל-30 מקהלות", ""),
        // What is to come, what each gets, and what is given besides.
        ("Twelve choirs will be chosen and receive €9,000 each.", "max 9000 EUR"),
        ("Zwölf Chöre werden mit je 9.000 Euro gefördert.", "max 9000 EUR"),
        ("Twelve choirs received the prize of £900 each.", "max 900 GBP"),
        ("The fund, which supported 30 choirs last year, offers grants of up to €9,000.", "max 9000 EUR"),
        ("The prize received 30 entries; the winner gets €9,000.", "max 9000 EUR"),
        ("Wir haben 30 Chöre gefördert. Der Zuschuss beträgt 900 Euro.", "max 900 EUR"),
    ]);
}

#[test]
fn what_is_left_to_pay_after_subsidies_is_a_price() {
    assert_offered(&[
        ("The trip costs about 1,500 euros per person; after subsidies between 800 and 900 euros.", ""),
        ("Die Kosten betragen 1.500 Euro, nach Abzug der Zuschüsse zwischen 800 und 900 €.", ""),
        ("El coste es de 1.500 euros y, descontadas las ayudas, de 900 euros.", ""),
    ]);
}
