//! What many share and what one gets of it: sums handed out, strands, programmes, totals; and sums that only stand beside.

use super::assert_offered;

#[test]
fn a_sum_that_is_handed_out_is_shared() {
    assert_offered(&[
        ("The agency will distribute $4 million to municipalities for flood walls.", "total 4000000 USD"),
        ("The ministry distributes 2 million euros among rural councils.", "total 2000000 EUR"),
        ("€800,000 will be distributed to villages that repair their wells.", "total 800000 EUR"),
        ("We seek applications to share out £300,000 among community groups.", "total 300000 GBP"),
        ("La Région répartit 3 millions d'euros entre les communes.", "total 3000000 EUR"),
        ("Il s'agit de distribuer 900 000 euros aux collectivités.", "total 900000 EUR"),
        ("Das Land verteilt 2 Millionen Euro an Gemeinden.", "total 2000000 EUR"),
        ("Insgesamt werden 500.000 Euro auf die Kommunen verteilt.", "total 500000 EUR"),
        ("La Diputación repartirá 600.000 euros entre los ayuntamientos.", "total 600000 EUR"),
        ("Se distribuirán 1,5 millones de euros a los municipios.", "total 1500000 EUR"),
        ("המשרד יחלק 4 מיליון ש\"ח לרשויות המקומיות.", "total 4000000 ILS"),
        ("יחולקו 900,000 ש\"ח בין הרשויות.", "total 900000 ILS"),
        ("توزع الوزارة 2 مليون يورو على البلديات.", "total 2000000 EUR"),
        ("A prize of €5,000 is distributed to each winner.", "max 5000 EUR"),
        ("We give €2,000 to each garden.", "max 2000 EUR"),
        ("Der Preis von 5.000 Euro wird jedem Chor verliehen.", "max 5000 EUR"),
    ]);
}

#[test]
fn credits_are_what_there_is_in_all() {
    assert_offered(&[
        ("Le montant des crédits s'élève à 12 M€ pour la plaine et à 4 M€ pour la montagne.", "total 12000000 EUR"),
        ("Les crédits alloués à l'appel s'élèvent à 3 M€.", "total 3000000 EUR"),
        ("Crédits disponibles : 2,5 millions d'euros.", "total 2500000 EUR"),
        ("El crédito presupuestario asciende a 2 millones de euros.", "total 2000000 EUR"),
        ("El crédito destinado a la convocatoria es de 300.000 euros.", "total 300000 EUR"),
        ("Crédito máximo: 300.000 euros.", "total 300000 EUR"),
    ]);
}

#[test]
fn a_track_of_a_programme_holds_its_money_for_all() {
    assert_offered(&[
        ("The grant track, set up last year, includes 300 million shekels over four years.", "total 300000000 ILS"),
        ("The strand comprises €12 million.", "total 12000000 EUR"),
        ("Das Programm läuft weiter, die Förderlinie umfasst 20 Millionen Euro.", "total 20000000 EUR"),
        ("Le volet d'aide comprend 3 millions d'euros sur quatre ans.", "total 3000000 EUR"),
        ("La línea de ayudas incluye 5 millones de euros en cuatro años.", "total 5000000 EUR"),
        ("מסלול המענקים, שנפתח אשתקד, כולל 80 מיליון ש\"ח.", "total 80000000 ILS"),
        ("The call includes €150,000 for one town.", "max 150000 EUR"),
        ("The track record of the club includes a grant of €9,000.", "max 9000 EUR"),
    ]);
}

#[test]
fn the_bound_of_a_grant_is_no_total() {
    assert_offered(&[
        ("We are distributing grants of up to €8,000.", "max 8000 EUR"),
        ("Von den Projektkosten werden höchstens 9.000 Euro erstattet.", "max 9000 EUR"),
        ("Projektkosten werden mit bis zu 9.000 Euro bezuschusst.", "max 9000 EUR"),
        ("The total amount of the grants will not exceed €90,000.", "total 90000 EUR"),
    ]);
}

#[test]
fn the_total_of_several_grants_is_bounded_as_one_of_them_is() {
    assert_offered(&[
        (
            "La cuantía total no podrá exceder de 30.000 euros. Cada club recibirá 2.500 euros como máximo.",
            "max 2500 total 30000 EUR",
        ),
        ("La cuantía total de las subvenciones no podrá superar los 80.000 euros.", "total 80000 EUR"),
        (
            "El importe total de la convocatoria no excederá de 80.000 euros y cada club recibirá como máximo 3.000 euros.",
            "max 3000 total 80000 EUR",
        ),
        (
            "Le montant total de l'appel ne dépassera pas 60 000 euros. Le montant maximal par bénéficiaire n'excédera pas 5 000 euros.",
            "max 5000 total 60000 EUR",
        ),
        (
            "The total sum of the call shall not exceed €60,000. The maximum per beneficiary shall not exceed €5,000.",
            "max 5000 total 60000 EUR",
        ),
        (
            "Der Gesamtbetrag der Förderung darf 60.000 Euro nicht übersteigen. Der Höchstbetrag je Verein übersteigt 5.000 Euro nicht.",
            "max 5000 total 60000 EUR",
        ),
        (
            "הסכום הכולל של הקול הקורא לא יעלה על 60,000 ש\"ח. הסכום המרבי לכל עמותה לא יעלה על 5,000 ש\"ח.",
            "max 5000 total 60000 ILS",
        ),
        ("La cuantía total de la subvención por club no excederá de 3.000 euros.", "max 3000 EUR"),
    ]);
}

#[test]
fn a_sum_set_aside_for_several_grants_is_shared() {
    assert_offered(&[
        ("The council earmarks £90,000 for grants.", "total 90000 GBP"),
        ("The city has set aside €90,000 for subsidies to clubs.", "total 90000 EUR"),
        ("Die Stadt stellt 90.000 Euro für Zuschüsse bereit.", "total 90000 EUR"),
        ("La ville consacre 90 000 euros aux subventions.", "total 90000 EUR"),
        ("העירייה מקצה 90,000 ש\"ח למענקים.", "total 90000 ILS"),
        ("The city sets aside €9,000 for the prize.", "total 9000 EUR"),
    ]);
}

#[test]
fn what_a_programme_holds_is_for_all() {
    assert_offered(&[
        ("The programme includes 300 million shekels.", "total 300000000 ILS"),
        ("The scheme comprises €20 million.", "total 20000000 EUR"),
        ("The fund totals £4 million.", "total 4000000 GBP"),
        ("Das Programm umfasst 20 Millionen Euro.", "total 20000000 EUR"),
        ("Le programme comprend 20 millions d'euros.", "total 20000000 EUR"),
        ("El programa comprende 20 millones de euros.", "total 20000000 EUR"),
        ("התוכנית כוללת 300 מיליון ש\"ח.", "total 300000000 ILS"),
        ("קול קורא הכולל 300 מיליון ש\"ח לרשויות.", "total 300000000 ILS"),
        ("The prize includes €4,000 and a medal.", "max 4000 EUR"),
        ("The award includes £4,000.", "max 4000 GBP"),
        ("The programme includes grants of €2,000.", "max 2000 EUR"),
        ("The scholarship includes €2,000 for travel.", "max 2000 EUR"),
        ("הפרס כולל 4,000 ש\"ח.", "max 4000 ILS"),
    ]);
}

#[test]
fn the_most_that_can_be_asked_for_is_a_part_of_its_strand() {
    assert_offered(&[
        (
            "La convocatoria tiene un presupuesto de 800.000 euros. La línea A cuenta con una dotación de 300.000 euros; se pueden solicitar como máximo 25.000 euros.",
            "max 25000 total 800000 EUR",
        ),
        ("Strand 1 is endowed with €300,000 and the most that can be requested is €25,000.", "max 25000 total 300000 EUR"),
        ("Strand A has £300,000 and the maximum that may be applied for is £25,000; strand B has £100,000.", "max 25000 GBP"),
        ("Linie 1 ist mit 300.000 Euro dotiert, höchstens können 25.000 Euro beantragt werden.", "max 25000 total 300000 EUR"),
        (
            "Le volet 1 est doté de 300 000 euros et le montant maximal qui peut être demandé est de 25 000 euros.",
            "max 25000 total 300000 EUR",
        ),
        ("Der erste Preis ist mit 30.000 Euro dotiert, der zweite mit 5.000 Euro.", "max 30000 EUR"),
        ("The prize is endowed with €30,000; up to €5,000 can be requested for travel.", "max 30000 EUR"),
    ]);
}

#[test]
fn a_sum_above_which_others_decide_is_no_offer() {
    assert_offered(&[
        ("Requests above €50,000 go to the board.", "min 50000 EUR"),
        ("Applications over €20,000 are decided by the council.", "min 20000 EUR"),
        ("For amounts exceeding £60,000 an audit is required.", "min 60000 GBP"),
        ("Requests of more than $5,000 need two references.", "min 5000 USD"),
        ("Über Anträge ab 50.000 Euro entscheidet der Vorstand.", "min 50000 EUR"),
        ("Bei Anträgen über 50.000 Euro entscheidet der Rat.", "min 50000 EUR"),
        ("Les demandes supérieures à 50 000 euros sont soumises au conseil.", "min 50000 EUR"),
        ("Pour les demandes de plus de 50 000 euros, le conseil décide.", "min 50000 EUR"),
        ("Las solicitudes superiores a 50.000 euros las decide la junta.", "min 50000 EUR"),
        ("Las solicitudes de más de 50.000 euros pasan al pleno.", "min 50000 EUR"),
        ("בקשות מעל 50,000 ש\"ח יובאו לוועדה.", "min 50000 ILS"),
        ("בקשות בסכום העולה על 50,000 ש\"ח יועברו לדירקטוריון.", ""),
        ("Requests of up to €50,000 are possible.", "max 50000 EUR"),
        ("Requests below €5,000 are decided by the office, grants of up to €40,000 by the board.", "max 40000 EUR"),
    ]);
}

#[test]
fn what_stands_ready_for_all_is_the_total() {
    assert_offered(&[
        ("Up to $9 million is on hand for grants between $10,000 and $2,000,000.", "min 10000 max 2000000 total 9000000 USD"),
        ("סכום התמיכה הכוללת הוא עד 32 מיליון ₪ לשנים 2027 עד 2029.", "total 32000000 ILS"),
        ("סכום התמיכה הכולל לרשות הוא עד 400,000 ש\"ח.", "max 400000 ILS"),
        ("Hierfür sind 50 Mio. Euro im Bundeshaushalt eingestellt.", "total 50000000 EUR"),
        ("Im Landeshaushalt sind dafür 5 Mio. Euro vorgesehen.", "total 5000000 EUR"),
        ("Se convocan para 2027 ayudas por 900.000.000 de euros.", "total 900000000 EUR"),
        ("Se convocan ayudas por importe de 3.000 euros cada una.", "max 3000 EUR"),
    ]);
}
