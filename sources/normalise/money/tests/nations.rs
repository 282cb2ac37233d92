//! Money that is told by its nation, and numbers in the spellings of far countries.

use super::{assert_offered, assert_reads};

#[test]
fn a_letter_is_money_where_the_text_names_its_nation() {
    assert_offered(&[
        ("Bids of up to M300,000 for clubs in Lesotho.", "max 300000 LSL"),
        ("Grants of up to K60,000 for councils in Zambia.", "max 60000 ZMW"),
        ("Grants of P5,000 to P90,000 for choirs in Botswana.", "min 5000 max 90000 BWP"),
        // Another nation, none, a road.
        ("Grants of up to P90,000 for choirs in Spain.", ""),
        ("Printer M300,000. A grant is paid.", ""),
        ("Lesotho: a grant for the road M25", ""),
    ]);
}

#[test]
fn a_dollar_or_a_rupee_is_the_one_nations_that_is_named() {
    assert_offered(&[
        ("Grants of up to $6,000 for villages in Canada.", "max 6000 CAD"),
        ("Une aide de 6 000 $ pour les clubs du Québec.", "max 6000 CAD"),
        ("Grants of up to $6,000 for councils in Australia.", "max 6000 AUD"),
        ("A grant of Rs. 60,000 for panchayats in Nepal.", "max 60000 NPR"),
        // Of the United States, of two, with a sign or a code of its own.
        ("Grants of up to US$6,000 for villages in Canada.", "max 6000 USD"),
        ("Grants of up to $6,000 of the US Embassy for villages in Canada.", "max 6000 USD"),
        ("Grants of up to 6,000 US dollars for villages in Canada.", "max 6000 USD"),
        ("Grants of up to $6,000 for villages in Canada and Australia.", "max 6000 USD"),
        ("A grant of ₹60,000 for villages in Nepal", "max 60000 INR"),
    ]);
}

#[test]
fn pesos_are_the_one_nations_that_is_named() {
    assert_offered(&[
        ("Ayuda de hasta $9.000.000 (nueve millones de pesos) para municipios de Chile.", "max 9000000 CLP"),
        ("Hasta 90.000 pesos para municipios de Colombia.", "max 90000 COP"),
        ("Grants of up to $90,000 pesos for choirs in Mexico.", "max 90000 MXN"),
        ("Hasta 90.000 pesos para municipios de Colombia y Chile.", ""),
        ("Grants of up to $6,000. Write to us in Mexico.", "max 6000 USD"),
    ]);
}

#[test]
fn money_of_far_countries_is_known_by_its_names() {
    assert_reads(&[
        ("KSh 300,000", "300000 KES"),
        ("Ksh. 300,000", "300000 KES"),
        ("3 million naira", "3000000 NGN"),
        ("GH¢30,000", "30000 GHS"),
        ("3 000 000 F CFA", "3000000 XOF"),
        ("Rs 4 lakh", "400000 INR"),
        ("Rs. 1.5 crore", "15000000 INR"),
    ]);
}
