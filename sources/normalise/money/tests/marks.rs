//! Numbers that look like money on offer and are none: marks of rooms and journals, incomes, discounts, what somebody got before.

use super::{assert_offered, assert_reads};

#[test]
fn marks_of_rooms_and_journals_are_no_money() {
    assert_offered(&[
        ("Call under Decision 2027/18 (OJ L 118, 4.5.2027, p. 3).", ""),
        ("Regulation (OJ L118 of 4.5.2027)", ""),
        ("Verordnung (ABl. L 118 vom 4.5.2027), Raum R 214", ""),
        ("Règlement (JO L 118 du 4.5.2027)", ""),
        ("Reglamento (DO L 118 de 4.5.2027)", ""),
        ("הנחיות (OJ L 118), חדר R 214", ""),
        ("اللائحة (OJ L 118)", ""),
        ("Grants office, Rm 214, Town Hall", ""),
        ("Send grant forms to Rm. 418", ""),
        ("Fund for neighbours, Line BR 7, Highway R 58", ""),
        ("Block l 300, New Town-l l 0042", ""),
        ("Grant of up to 40 000 euro under the rules (OJ L 118).", "max 40000 EUR"),
        // Money all the same.
        ("Grants of R 40 000 for towns", "max 40000 ZAR"),
        ("Grants of R 400 for pupils", "max 400 ZAR"),
        ("Prize: R40,000", "max 40000 ZAR"),
        ("Up to L. 40,000 for each town", "max 40000 HNL"),
        ("Grants of up to RM 4,000", "max 4000 MYR"),
        ("Up to RM 400 for each town", "max 400 MYR"),
        ("A grant of R2 million", "max 2000000 ZAR"),
        ("Rs 40000 for each winner", "max 40000 INR"),
        ("The prize money is R7000.", "max 7000 ZAR"),
        ("The prize money: R 7000", "max 7000 ZAR"),
        ("The stipend is RM 700 per participant.", "max 700 MYR"),
        ("Each winning town is given Rs. 7000", "max 7000 INR"),
        ("The award carries Rs. 7,00,000 for the winning city", "max 700000 INR"),
        ("The scholarship is R$ 700 a month", "max 700 BRL"),
        ("The fellowship comes with 700 Rs per day", "max 700 INR"),
    ]);
    assert_reads(&[("RM 400", "400 MYR"), ("R 400", "400 ZAR"), ("Room R 400, second floor", "400")]);
}

#[test]
fn a_bar_of_income_or_of_other_money_is_no_gift() {
    assert_offered(&[
        ("סטודנטים שאינם מקבלים מימון ממקור אחר העולה על 7,000 ש\"ח. גובה המלגה: 3,000 ₪.", "max 3000 ILS"),
        ("לא זכאי מי שמקבל מלגה בסכום העולה על 7,000 ₪. המלגה: 3,000 ₪", "max 3000 ILS"),
        ("סטודנט שהכנסתו עד 4,500 ₪. מלגה של 3,000 ₪", "max 3000 ILS"),
        ("Those with no more than 7,000 euro from another source get a grant of 3,000 euro.", "max 3000 EUR"),
        ("Those with other funding exceeding 7,000 euro are not eligible.", ""),
        ("Applicants may earn no more than 40,000 euro a year.", ""),
        ("Das Familieneinkommen beträgt bis zu 40.000 Euro.", ""),
        ("Le revenu ne doit pas dépasser 30 000 euros.", ""),
        ("Ingresos de hasta 30.000 euros.", ""),
        ("لمن ليس لديه تمويل آخر يزيد عن 7000 شيكل", ""),
        ("The grant is up to 7,000 euro.", "max 7000 EUR"),
        ("La subvention, cumulable avec d'autres sources, est de 7 000 euros.", "max 7000 EUR"),
    ]);
}

#[test]
fn a_discount_is_no_gift() {
    assert_offered(&[
        ("Municipalities get a 40 euro discount.", ""),
        ("We grant a reduction of 80 euro on the fee.", ""),
        ("Nous accordons une réduction de 80 CHF.", ""),
        ("Mitglieder erhalten einen Rabatt von 80 Euro.", ""),
        ("חברי הרשת יקבלו הנחה של 80 ₪.", ""),
        ("يحصل الأعضاء على خصم قدره 80 شيكلا.", ""),
        ("Members get a 40 euro discount. The prize is 900 euro.", "max 900 EUR"),
    ]);
}

#[test]
fn what_somebody_got_before_is_no_offer() {
    assert_offered(&[
        ("This project has received £7000 from the State.", ""),
        ("The festival is supported by the ministry with 70,000 euro.", ""),
        ("The programme is funded by the Union with a grant of 70,000 euro.", ""),
        ("The council secured £70,000 from the arts fund.", ""),
        ("Le projet a reçu une subvention de 7 000 euros de l'État.", ""),
        ("Le festival est financé par l'Union européenne à hauteur de 70 000 euros.", ""),
        ("El proyecto ha recibido una subvención de 7.000 euros.", ""),
        ("El festival está financiado por la Unión con 70.000 euros.", ""),
        ("Das Projekt wurde mit 7.000 Euro vom Land gefördert.", ""),
        ("Das Festival wird von der Union mit 70.000 Euro gefördert.", ""),
        ("הפרויקט קיבל מענק של 70,000 ₪ ממשרד התרבות.", ""),
        ("הפרויקט ממומן על ידי האיחוד האירופי בסך 70,000 אירו", ""),
        ("حصل المشروع على منحة قدرها 70000 يورو", ""),
        ("يمول الاتحاد الأوروبي المشروع بمبلغ 70000 يورو", ""),
        ("Last year 30 towns received 70,000 euro.", ""),
        ("L'an dernier, 30 communes ont reçu 70 000 euros.", ""),
        ("Im letzten Jahr erhielten 30 Kommunen 70.000 Euro.", ""),
        ("El año pasado 30 municipios recibieron 70.000 euros.", ""),
        ("בשנה שעברה קיבלו 30 רשויות 70,000 ₪.", ""),
        ("في العام الماضي حصلت 30 بلدية على 70000 يورو", ""),
        ("Last year the best town received 7,000 euro; this year the prize is 9,000 euro.", "max 9000 EUR"),
        // What one who wins gets.
        ("The winner receives £7000.", "max 7000 GBP"),
        ("Le lauréat reçoit 7 000 euros.", "max 7000 EUR"),
        ("Each project is funded by the Union with up to 70,000 euro.", "max 70000 EUR"),
        ("Projects are funded with up to 70,000 euro per town.", "max 70000 EUR"),
        ("Ein Projekt wird mit 7.000 Euro gefördert.", "max 7000 EUR"),
        ("The programme supported by the foundation gives 7,000 euro.", "max 7000 EUR"),
        // What a programme that somebody pays for gives.
        ("A programme funded by the ministry offers towns with twin links a grant of €7,000.", "max 7000 EUR"),
        ("The scheme, backed by the region, comes with a grant of €7,000.", "max 7000 EUR"),
        ("Our network, supported by the ministry, awards towns with new twin links a grant of €7,000.", "max 7000 EUR"),
        ("La red, financiada por la Unión, colabora con municipios y concede una ayuda de 7.000 euros.", "max 7000 EUR"),
        ("El proyecto será financiado por la Diputación con una ayuda de 7.000 euros.", "max 7000 EUR"),
        ("Le réseau, financé par la Région avec les villes membres, accorde une aide de 7 000 euros.", "max 7000 EUR"),
        ("Le projet financé par le fonds, avec une aide de 7 000 euros, doit durer un an.", "max 7000 EUR"),
        ("התוכנית במימון משרד החוץ מעניקה לרשויות מענק בסך 70,000 ש\"ח", "max 70000 ILS"),
        ("המיזם במימון הקרן מציע לרשות מענק בסך 70,000 ש\"ח", "max 70000 ILS"),
        ("البرنامج بتمويل من الاتحاد يقدم للبلديات منحة بقيمة 70000 يورو", "max 70000 EUR"),
        // What was won was no money.
        ("Our festival has won international fame and gives a prize of €7,000.", "max 7000 EUR"),
        ("A municipality whose project has won national recognition is given a prize of €7,000.", "max 7000 EUR"),
        ("Le festival a reçu un accueil chaleureux et décerne un prix de 7 000 euros.", "max 7000 EUR"),
        ("El festival ha obtenido gran éxito y otorga un premio de 7.000 euros.", "max 7000 EUR"),
        ("הפסטיבל זכה להצלחה ומעניק פרס בסך 7,000 ש\"ח.", "max 7000 ILS"),
        ("يمول البرنامج مشاريع البلديات بمنحة قدرها 7000 يورو", "max 7000 EUR"),
        ("Das Projekt wird vom Land mit einem Zuschuss von 7.000 Euro gefördert.", "max 7000 EUR"),
        ("Ein Projekt hat eine Laufzeit von einem Jahr und wird mit 7.000 Euro gefördert.", "max 7000 EUR"),
        ("Das Festival hat 7.000 Euro vom Land erhalten.", ""),
    ]);
}

#[test]
fn grants_of_a_sum_are_shared_where_another_is_for_each() {
    assert_offered(&[
        ("Grants of 80,000 euro for municipalities. The maximum per project is 5,000 euro.", "max 5000 total 80000 EUR"),
        ("Grants of 80,000 euro for towns. Maximum 5,000 euro per town.", "max 5000 total 80000 EUR"),
        ("80,000 euro grants for twin towns. Maximum 5,000 euro per project.", "max 5000 total 80000 EUR"),
        ("Convoca subvenciones por 80.000 euros. Máximo 5.000 euros por ayuntamiento.", "max 5000 total 80000 EUR"),
        ("Das Land vergibt Zuschüsse von 80.000 Euro. Höchstens 5.000 Euro je Kommune.", "max 5000 total 80000 EUR"),
        ("Subventions de 80 000 euros. Plafond de 5 000 euros par commune.", "max 5000 total 80000 EUR"),
        ("מענקים בסך 80,000 ש\"ח לרשויות. עד 5,000 ש\"ח לכל רשות.", "max 5000 total 80000 ILS"),
        ("منح بقيمة 80000 يورو للبلديات. بحد أقصى 5000 يورو لكل بلدية.", "max 5000 total 80000 EUR"),
        (
            "Las ayudas tendrán un importe máximo de 80.000 euros. El máximo por proyecto es de 5.000 euros.",
            "max 5000 total 80000 EUR",
        ),
        (
            "Las subvenciones tendrán una cuantía máxima de 80.000 euros. La dotación máxima por proyecto es de 5.000 euros.",
            "max 5000 total 80000 EUR",
        ),
        ("Maximum grant 70,000 euro for networks; 7,000 per project for single towns.", "max 70000 EUR"),
        ("Grants of up to 70,000 euro for networks, 5,000 euro per small project.", "max 70000 EUR"),
        ("Grants of 600 euro for clubs.", "max 600 EUR"),
        // A small sum for each guest is no share of it.
        ("We offer grants of €30,000 for twinning. Each participant receives €60 for meals.", "max 30000 EUR"),
        ("Grants of €30,000 are given to ten cities. Each city also receives €900 for a film.", "max 30000 EUR"),
        ("Les aides de 30 000 euros sont versées aux communes. Chaque habitant engagé reçoit 60 euros.", "max 30000 EUR"),
        ("Zuschüsse von 30.000 Euro erhalten die Kommunen. Je Teilnehmer werden 60 Euro gezahlt.", "max 30000 EUR"),
        ("Se conceden ayudas de 30.000 euros. Cada voluntario recibe 60 euros al mes.", "max 30000 EUR"),
    ]);
}

#[test]
fn what_one_funder_puts_in_is_a_share_of_the_budget() {
    assert_offered(&[
        ("A £4,000 contribution from the fund has been matched by the town, giving a total budget of £9,000.", "total 9000 GBP"),
        ("Une contribution de 4 000 euros porte le budget total à 9 000 euros.", "total 9000 EUR"),
        ("A grant of £4,000 per town from a total budget of £90,000.", "max 4000 total 90000 GBP"),
        (
            "Grants of £4,000 for towns, giving priority to small ones that never got one, from a total budget of £90,000.",
            "max 4000 total 90000 GBP",
        ),
        ("The prize is £4,000. The total budget is £90,000.", "max 4000 total 90000 GBP"),
        ("Each project receives up to £4,000, giving a total budget of £90,000.", "max 4000 total 90000 GBP"),
        ("La commune reçoit 4 000 euros, ce qui porte le budget total à 90 000 euros.", "max 4000 total 90000 EUR"),
        ("Cada municipio recibe 4.000 euros y el total se eleva a 90.000 euros.", "max 4000 total 90000 EUR"),
        ("Je Kommune stehen 4.000 Euro bereit, das Gesamtbudget beträgt 9.000 Euro.", "max 4000 total 9000 EUR"),
        ("Die Förderung beträgt 4.000 Euro, Gesamtbudget 9.000 Euro.", "max 4000 total 9000 EUR"),
    ]);
}

#[test]
fn digits_in_brackets_say_again_what_stands_in_words() {
    assert_offered(&[
        ("A prize of six thousand (6,000) euros. Another of six hundred (600) euros.", "max 6000 EUR"),
        ("El premio es de seis mil (6000) euros.", "max 6000 EUR"),
        ("Un prix de six mille (6 000) euros.", "max 6000 EUR"),
        ("Ein Preis von sechstausend (6.000) Euro.", "max 6000 EUR"),
        ("פרס של ששת אלפים (6,000) ש\"ח", "max 6000 ILS"),
        // A price, and a bracket of its own.
        ("Entry fee: thirty (30) euros", ""),
        ("Prize: thirty (30) books and 600 euros.", "max 600 EUR"),
        ("The towns that applied (2028) get 600 euros each.", "max 600 EUR"),
    ]);
}

#[test]
fn a_blank_may_stand_before_the_noughts_and_within_a_sign() {
    assert_reads(&[
        ("6, 000 $", "6000 USD"),
        ("60. 000 Euro", "60000 EUR"),
        ("In 2028, 000 euros", "0 EUR"),
        ("6, 000250 euros", "250 EUR"),
        ("US $60,000", "60000 USD"),
    ]);
    assert_offered(&[
        ("Grants between US $60,000 – US $90,000.", "min 60000 max 90000 USD"),
        ("From U.S. $6,000 to U.S. $9,000 for each grant", "min 6000 max 9000 USD"),
    ]);
}

#[test]
fn a_label_may_say_that_its_numbers_are_thousands() {
    assert_offered(&[
        ("Max. grant (k€): 700", "max 700000 EUR"),
        ("Max. grant (k€): 40–70", "min 40000 max 70000 EUR"),
        ("Maximum grant (in thousands of euros): 700", "max 700000 EUR"),
        ("Höchstförderung (in TEUR): 700", "max 700000 EUR"),
        ("סכום מרבי (באלפי ש\"ח): 700", "max 700000 ILS"),
        ("Maximum grant (€): 700", "max 700 EUR"),
    ]);
}
