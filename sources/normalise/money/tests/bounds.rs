//! Which sum is the most or the least that one can get, and which only bounds something beside it, in the languages of the house.

use super::assert_offered;

#[test]
fn a_denied_word_for_more_bounds_from_above() {
    assert_offered(&[
        ("Les demandes de plus de 4 000 € ne seront pas acceptées.", "max 4000 EUR"),
        ("No grant of more than £4,000 will be made.", "max 4000 GBP"),
        ("We cannot give over £4,000 to one club.", "max 4000 GBP"),
        ("Awards of more than £4,000 will not be granted.", "max 4000 GBP"),
        ("Requests for more than £4,000 will not be considered.", "max 4000 GBP"),
        ("Es wird kein Zuschuss über 4.000 Euro gezahlt.", "max 4000 EUR"),
        ("Zuwendungen über 4.000 Euro werden nicht bewilligt.", "max 4000 EUR"),
        ("Zuschüsse von mehr als 4.000 Euro sind nicht möglich.", "max 4000 EUR"),
        ("L'aide ne pourra être supérieure à 4 000 €.", "max 4000 EUR"),
        ("Aucune aide de plus de 4 000 € n'est versée.", "max 4000 EUR"),
        ("Ninguna ayuda podrá ser superior a 4.000 euros.", "max 4000 EUR"),
        ("No se concederán ayudas de más de 4.000 euros por entidad.", "max 4000 EUR"),
        ("לא תאושר תמיכה של יותר מ-4,000 ש\"ח", "max 4000 ILS"),
        ("לא יינתנו מענקים מעל 4,000 ש\"ח", "max 4000 ILS"),
        ("لا تمنح منحة أكثر من 4,000 دولار", "max 4000 USD"),
        // Something else is denied, or nothing.
        ("The grant is not less than €4,000.", "min 4000 EUR"),
        ("Those who have not received more than £4,000 from us may apply.", "min 4000 GBP"),
        ("No report is needed for grants over £4,000.", "min 4000 GBP"),
        ("Grants of more than £4,000 do not have to be repaid.", "min 4000 GBP"),
        ("Not only towns get more than €4,000.", "min 4000 EUR"),
        ("Anträge über 4.000 Euro müssen nicht begründet werden.", "min 4000 EUR"),
        ("Ne sont éligibles que les projets de plus de 4 000 €.", "min 4000 EUR"),
        ("Solo se admiten proyectos de más de 4.000 euros.", "min 4000 EUR"),
        ("Entidades que no tengan ingresos superiores a 90.000 euros.", ""),
        ("Vereine, die keine Einnahmen über 90.000 Euro haben.", ""),
        ("We fund no projects over £90,000. Grants are up to £4,000.", "max 4000 GBP"),
    ]);
}

#[test]
fn the_least_may_be_told_farther_off() {
    assert_offered(&[
        ("The minimum grant that a town can ask for is €6,000.", "min 6000 EUR"),
        ("The minimum amount that can be requested is €6,000 and the maximum is €25,000.", "min 6000 max 25000 EUR"),
        ("Le montant minimum de la subvention est de 6 000 €.", "min 6000 EUR"),
        ("Der Mindestbetrag der Förderung liegt bei 6.000 Euro.", "min 6000 EUR"),
        ("Die Mindestförderung je Vorhaben beträgt 6.000 Euro.", "min 6000 EUR"),
        ("La cuantía mínima de la ayuda será de 6.000 euros.", "min 6000 EUR"),
        ("סכום המענק המינימלי הוא 6,000 ש\"ח", "min 6000 ILS"),
        // Of something else.
        ("A minimum of three towns apply together. The grant is €60,000.", "max 60000 EUR"),
        ("A minimum stay of a week and a prize of €6,000.", "max 6000 EUR"),
        ("The minimum grant period is a year and the grant is €60,000.", "max 60000 EUR"),
        ("La durée minimum du projet est d'un an, l'aide est de 6 000 €.", "max 6000 EUR"),
        ("Der Mindestlohn gilt, der Zuschuss beträgt 6.000 Euro.", "max 6000 EUR"),
    ]);
}

#[test]
fn what_a_project_may_cost_is_no_grant() {
    assert_offered(&[
        ("Up to £3,000, for events costing no more than £15,000 a year.", "max 3000 GBP"),
        ("Grants of up to €3,000 for concerts costing at most €15,000.", "max 3000 EUR"),
        ("The grant is up to €30,000, project costs of at most €90,000.", "max 30000 total 90000 EUR"),
        ("Up to £3,000 towards works with a total cost of no more than £15,000.", "max 3000 total 15000 GBP"),
        ("Zuschuss bis zu 3.000 Euro bei Projektkosten von höchstens 15.000 Euro.", "max 3000 total 15000 EUR"),
        ("Aide de 3 000 €, le coût total du projet étant plafonné à 15 000 €.", "max 3000 total 15000 EUR"),
        ("Ayuda de hasta 3.000 euros para obras cuyo coste no supere los 15.000 euros.", "max 3000 EUR"),
        ("El proyecto no puede costar más de 50.000 euros. Ayuda: hasta 3.000 euros.", "max 3000 EUR"),
        ("The grant must not exceed 60 percent of the total project cost, which is €40,000.", "max 40000 EUR"),
        // What is borne of the costs.
        ("Projektkosten werden mit bis zu 8.000 Euro bezuschusst.", "max 8000 EUR"),
        ("Von den Projektkosten werden höchstens 8.000 Euro erstattet.", "max 8000 EUR"),
        ("Project costs are covered up to €8,000.", "max 8000 EUR"),
        ("We cover 80 % of project costs up to £8,000.", "max 8000 share 80 GBP"),
    ]);
}

#[test]
fn what_may_be_spent_on_one_thing_is_no_grant() {
    assert_offered(&[
        ("Less than 15 percent of the award, or up to $90,000, may be used for a car park.", ""),
        ("No more than €7,000 of the grant may be spent on tools.", ""),
        ("Höchstens 7.000 Euro der Förderung dürfen für Löhne verwendet werden.", ""),
        ("Jusqu'à 7 000 € de la subvention peuvent être consacrés aux salaires.", ""),
        ("Un máximo de 7.000 euros podrá destinarse a viajes.", ""),
        ("עד 7,000 ש\"ח מהמענק ניתן להקצות לציוד", ""),
        ("Grant: €20,000, of which €7,000 may be spent on staff.", "max 20000 EUR"),
        // The grant itself.
        ("Grants of up to €7,000 may be used for tools.", "max 7000 EUR"),
        ("Die Förderung von 7.000 Euro darf für Löhne verwendet werden.", "max 7000 EUR"),
        ("The winner gets €7,000, which may be used for a trip.", "max 7000 EUR"),
        ("€7,000 may be used by each winner as they like.", "max 7000 EUR"),
    ]);
}

#[test]
fn the_budget_that_is_asked_for_is_ones_own() {
    assert_offered(&[
        ("The requested budget must not exceed €40,000.", "max 40000 EUR"),
        ("Le budget demandé ne doit pas dépasser 40 000 €.", "max 40000 EUR"),
        ("El presupuesto solicitado no debe superar los 40.000 euros.", "max 40000 EUR"),
        ("Die Antragssumme darf 40.000 Euro nicht übersteigen.", "max 40000 EUR"),
        ("התקציב המבוקש לא יעלה על 40,000 ש\"ח", "max 40000 ILS"),
        ("The total budget, from which towns may request up to €40,000.", "max 40000 EUR"),
        // The call's, the project's, the applicant's, or nobody's.
        ("Budget should not exceed R2 000 000.00", "total 2000000 ZAR"),
        ("The total budget must not exceed €40,000.", "total 40000 EUR"),
        ("The budget of the call will not exceed €400,000.", "total 400000 EUR"),
        ("The project budget must not exceed €40,000; the grant is up to €9,000.", "max 9000 total 40000 EUR"),
        ("Associations with a budget not exceeding €40,000.", ""),
    ]);
}

#[test]
fn the_head_of_a_column_may_say_that_its_sums_are_the_most() {
    assert_offered(&[
        ("Kind of work | Maximum grant\nBuilding | €700,000\nPlanning | €90,000", "max 700000 EUR"),
        ("| Kind | Maximum grant |\n| Building | €700,000 |\n| Planning | €90,000 |", "max 700000 EUR"),
        ("Vorhaben | Höchstbetrag\nBau | 700.000 Euro\nPlanung | 90.000 Euro", "max 700000 EUR"),
        ("סוג העבודה | סכום מרבי\nבנייה | 7,000 אלפי ש\"ח\nתכנון | 900 אלפי ש\"ח", "max 7000000 ILS"),
        // What the project costs stands in another column.
        ("Project budget | Maximum grant\n€20,000 | €5,000\n€60,000 | €9,000", "max 9000 EUR"),
        ("| Projektbudget | Maximale Förderung |\n| 20.000 Euro | 5.000 Euro |", "max 5000 EUR"),
        // Of something else.
        ("Kind of stand | Maximum area\nCorner | €700\nRow | €400", ""),
        ("Group | Entry fee\nAdults | €70\nPupils | €40", ""),
    ]);
}

#[test]
fn what_may_be_asked_for_is_no_part_of_it() {
    assert_offered(&[
        ("Bis zu 5.000 Euro können für Spielgeräte beantragt werden.", "max 5000 EUR"),
        ("Up to £5,000 can be spent by a village on its hall.", "max 5000 GBP"),
        ("Call for applications for €10,000 grants for towns.", "max 10000 EUR"),
        ("The total amount granted to one town is €5,000.", "max 5000 EUR"),
        (
            "Kind of works | Project cost | Maximum grant\nRoads | €600,000 | €300,000\nParks | €400,000 | €200,000",
            "max 300000 EUR",
        ),
        // Who may not apply.
        ("לא תוכל להגיש עמותה שמחזורה מעל 500,000 ש\"ח.", ""),
    ]);
}

#[test]
fn a_heading_that_names_the_most_speaks_of_each_line_below() {
    assert_offered(&[
        ("Maximum grant:\nWorks 600,000 €\nPlans 90,000 €", "max 600000 EUR"),
        ("Höchstbetrag der Förderung\nBau 600.000 Euro\nPlanung 90.000 Euro", "max 600000 EUR"),
        ("תקרת המענק\nעבודות 600,000 ש\"ח\nתכנון 90,000 ש\"ח", "max 600000 ILS"),
        // A sentence above is no heading, and a line that goes on is none of figures.
        ("Towns may ask for a grant once a year at most.\nBau 600.000 Euro kostete\nPlanung 90.000 Euro kostete", ""),
    ]);
}

#[test]
fn a_year_parts_no_sum_from_its_words() {
    assert_offered(&[
        ("הקרן תחלק בשנת 2027 סך של עד 700,000 ש\"ח, ועד 90,000 ש\"ח לכל יישוב.", "max 90000 total 700000 ILS"),
        // Another sum stands before.
        ("Up to €9,000, and in 2023 the fund gave €700,000 to towns.", "max 9000 EUR"),
    ]);
}

#[test]
fn a_pot_is_told_by_its_end() {
    assert_offered(&[
        ("A grant is from 6,000 to 9,000 USD, until the budget of 120,000 USD is used up.", "min 6000 max 9000 total 120000 USD"),
        ("Zuschüsse bis 9.000 Euro, bis die 120.000 Euro aufgebraucht sind.", "max 9000 total 120000 EUR"),
        ("Ayudas de hasta 9.000 euros hasta agotar los 120.000 euros.", "max 9000 total 120000 EUR"),
        ("מענק של עד 9,000 ש\"ח, עד לניצול תקציב של 120,000 ש\"ח.", "max 9000 total 120000 ILS"),
    ]);
}

#[test]
fn fees_of_every_name_are_no_grant() {
    assert_offered(&[
        ("Applications received after this date are subject to a $25 late fee.", ""),
        ("Applicants receive a stall for a $35 registration fee.", ""),
        ("Exhibitors get a table; there is a €40 booth fee.", ""),
        ("המענק יהיה בין 6,000 ₪ לבין 9,000 ₪ כולל מע\"מ.", "min 6000 max 9000 ILS"),
        ("Winners receive $500; the registration fee is waived.", "max 500 USD"),
    ]);
}

#[test]
fn grants_of_up_to_a_sum_are_as_large_each() {
    assert_offered(&[
        ("Grants of up to €9,000 are available.", "max 9000 EUR"),
        ("A total of €700,000 will be awarded in grants of up to €9,000.", "max 9000 total 700000 EUR"),
        ("הקרן תתמוך במיזמים בהיקף של עד 9,000 ש\"ח.", "max 9000 ILS"),
        // Without a bound they share it.
        ("€9,000 is available.", "total 9000 EUR"),
        ("Participants are asked to contribute €150.", ""),
    ]);
}

#[test]
fn sums_that_are_only_near_the_truth_are_sums() {
    assert_offered(&[
        ("Bids between c£100k and c£300k are invited.", "min 100000 max 300000 GBP"),
        ("Bids between about €10,000 and around €30,000 are invited.", "min 10000 max 30000 EUR"),
        ("Grant: €6,001 and more (€2,200,000 annual budget).", "min 6001 total 2200000 EUR"),
    ]);
}
