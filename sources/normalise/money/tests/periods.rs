//! Sums by the year, the month, the day or the kilometre, those of a project beside its grant, and what goes to a winner.

use super::assert_offered;

#[test]
fn the_sum_of_the_years_is_what_one_gets() {
    assert_offered(&[
        ("The scholarship is €2,000 a year and €6,000 in total for three years.", "max 6000 EUR"),
        ("Each fellow receives €1,500 per month, €18,000 in total.", "max 18000 EUR"),
        ("A grant of £4,000 per year, a total of £8,000 over two years.", "max 8000 GBP"),
        ("Das Stipendium beträgt 500 Euro im Monat, insgesamt 6.000 Euro.", "max 6000 EUR"),
        ("La bourse est de 2 000 euros par an, soit 6 000 euros au total.", "max 6000 EUR"),
        ("La beca es de 1.000 euros al año y de 3.000 euros en total.", "max 3000 EUR"),
        ("המלגה היא בסך 5,000 ש\"ח לשנה ובסך הכול 15,000 ש\"ח לשלוש שנים.", "max 15000 ILS"),
        ("מלגה של 1,000 ש\"ח לחודש, ובסך כולל של 12,000 ש\"ח.", "max 12000 ILS"),
        ("Each student gets €2,000 a year; a total of €300,000 is available.", "max 2000 total 300000 EUR"),
        ("Grants of up to €2,000 per year. In total €90,000 is available for three years.", "max 2000 total 90000 EUR"),
        ("Je Verein gibt es 500 Euro im Jahr. Insgesamt stehen 60.000 Euro bereit.", "max 500 total 60000 EUR"),
        ("כל סטודנט מקבל 5,000 ש\"ח לשנה. התקציב הכולל הוא 500,000 ש\"ח.", "max 5000 total 500000 ILS"),
    ]);
}

#[test]
fn what_the_call_has_is_no_sum_of_years() {
    assert_offered(&[
        ("Une aide de 2 000 € par an, budget total 40 000 €.", "max 2000 total 40000 EUR"),
        ("Jusqu'à 5 000 € par an, pour un budget total de 100 000 €.", "max 5000 total 100000 EUR"),
        ("L'aide est de 1 000 € par mois, soit une enveloppe totale de 48 000 €.", "max 1000 total 48000 EUR"),
        ("Une bourse de 500 € par mois, coût total du programme 30 000 €.", "max 500 total 30000 EUR"),
        ("Une aide de 5 000 € par an, total de l'appel 100 000 €.", "max 5000 total 100000 EUR"),
        ("עד 5,000 ש\"ח לשנה, תקציב כולל 100,000 ש\"ח.", "max 5000 total 100000 ILS"),
        ("המענק: 3,000 ש\"ח לחודש, סך הכול 90,000 ש\"ח לקול הקורא.", "max 3000 total 90000 ILS"),
        ("المنحة 1,000 يورو في الشهر، الميزانية الإجمالية 50,000 يورو.", "max 1000 total 50000 EUR"),
        ("La bourse est de 500 euros par mois, soit 6 000 euros au total.", "max 6000 EUR"),
    ]);
}

#[test]
fn a_rate_has_no_upper_end() {
    assert_offered(&[
        ("The county pays €12.50 per day and participant.", ""),
        ("We give £8 per person per night.", ""),
        ("A grant of €15 a day for each participant.", ""),
        ("The subsidy is 0.40 euros per kilometre.", ""),
        ("Der Zuschuss beträgt 9,50 Euro je Tag und Teilnehmer.", ""),
        ("Gefördert wird mit 15 Euro pro Person und Übernachtung.", ""),
        ("7 Euro pro Teilnehmertag, höchstens 2.000 Euro je Maßnahme.", "max 2000 EUR"),
        ("La subvention est de 11 euros par jour et par participant.", ""),
        ("L'aide est de 11 euros par jour et par jeune, plafonnée à 3 000 euros par séjour.", "max 3000 EUR"),
        ("La ayuda es de 14 euros por día y participante.", ""),
        ("המענק הוא 40 ש\"ח ליום למשתתף.", ""),
        ("Fellows get €1,800 per month.", "max 1800 EUR"),
        ("Up to €10,000 per project, plus €30 per day for meals.", "max 10000 EUR"),
        ("Each artist gets €300 per day.", "max 300 EUR"),
        ("Each participant gets €500.", "max 500 EUR"),
        ("A grant of up to €9,000 per night of lights.", ""),
        ("המענק הוא עד 20,000 ש\"ח ללילה לבן אחד.", "max 20000 ILS"),
        ("המענק הוא עד 30,000 ש\"ח ללילה של תרבות.", "max 30000 ILS"),
        ("L'aide est de 40 € par nuit.", ""),
    ]);
}

#[test]
fn what_is_paid_by_the_guest_has_no_upper_end() {
    assert_offered(&[
        ("We pay a subsidy of €100 per participant.", ""),
        ("The grant is €80 per head.", ""),
        ("Die Stiftung zahlt einen Zuschuss von 100 € je Teilnehmenden.", ""),
        ("Dazu kommt ein Zuschuss von 60€ pro Teilnehmer.", ""),
        ("L'aide est de 30 € par jeune.", ""),
        ("La subvention s'élève à 25 euros par participant.", ""),
        ("La ayuda es de 30 euros por participante.", ""),
        ("המענק הוא 300 ש\"ח לכל משתתף.", ""),
        ("התמיכה היא 250 ש\"ח למשתתף.", ""),
        ("قيمة المنحة 70 يورو لكل مشارك.", ""),
        // A bound beside it is what one gets, and what a person applies for himself is his.
        ("A grant of €100 per participant, at most €2,000 per project.", "max 2000 EUR"),
        ("Zuschuss: 60 Euro pro Teilnehmer, höchstens 1.500 Euro je Antrag.", "max 1500 EUR"),
        ("The scholarship is €500 per participant.", "max 500 EUR"),
        ("Das Reisestipendium beträgt 400 Euro je Teilnehmer.", "max 400 EUR"),
        ("La beca es de 300 euros por participante.", "max 300 EUR"),
        ("המלגה היא 900 ש\"ח למשתתף.", "max 900 ILS"),
        ("A grant of up to €2,000 per person.", "max 2000 EUR"),
        ("Up to €5,000 per school.", "max 5000 EUR"),
        ("Jusqu'à 4 000 € par commune.", "max 4000 EUR"),
        ("עד 40,000 ש\"ח לרשות.", "max 40000 ILS"),
    ]);
}

#[test]
fn what_the_project_costs_is_not_the_grant() {
    assert_offered(&[
        ("Grant: €10,000, project value: €40,000.", "max 10000 total 40000 EUR"),
        ("Grant: €10,000\nValue of the project: €40,000", "max 10000 total 40000 EUR"),
        ("Project value: €40,000. Grant: €10,000.", "max 10000 total 40000 EUR"),
        ("Zuschuss: 10.000 Euro, Projektwert: 40.000 Euro.", "max 10000 total 40000 EUR"),
        ("Subvention : 10 000 €, valeur du projet : 40 000 €.", "max 10000 total 40000 EUR"),
        ("Subvention : 10 000 €, coût du projet : 40 000 €.", "max 10000 total 40000 EUR"),
        ("Subvención: 10.000 euros, valor del proyecto: 40.000 euros.", "max 10000 total 40000 EUR"),
        ("מענק: 10,000 ש\"ח, שווי הפרויקט: 40,000 ש\"ח.", "max 10000 total 40000 ILS"),
        ("מענק: 10,000 ש\"ח, עלות הפרויקט: 40,000 ש\"ח.", "max 10000 total 40000 ILS"),
        ("Prize value: €4,000.", "max 4000 EUR"),
        ("Value of the prize: €4,000.", "max 4000 EUR"),
        ("L'aide couvre 80 % du coût du projet, jusqu'à 20 000 euros.", "max 20000 share 80 EUR"),
        ("L'aide couvre 80 % du coût du projet et ne dépasse pas 20 000 euros.", "max 20000 share 80 EUR"),
        ("Gefördert werden 80 % der Projektkosten, höchstens 10.000 Euro.", "max 10000 EUR"),
        ("La ayuda cubre el 80 % del coste del proyecto, con un máximo de 10.000 euros.", "max 10000 share 80 EUR"),
        ("הסיוע הוא עד 80% מעלות הפרויקט ולא יותר מ-30,000 ש\"ח.", "max 30000 share 80 ILS"),
        ("The grant covers 75 % of the project value up to €9,000.", "max 9000 share 75 EUR"),
        ("Youth groups get €8 per head and day, at most €900 per camp.", "max 900 EUR"),
        ("We pay €0.30 per km.", ""),
        ("מענק של 5,000 ש\"ח ליום הגיבוש.", "max 5000 ILS"),
        ("מענק של 90 ש\"ח ליום למשתתף.", ""),
        ("Ein Zuschuss von 5.000 Euro am Tag der Nachbarn.", "max 5000 EUR"),
    ]);
}

#[test]
fn what_goes_to_the_winner_is_the_prize() {
    assert_offered(&[
        ("A match funding of £8,000 goes to the winner.", "max 8000 GBP"),
        ("Co-funding of €8,000 will go to the winner.", "max 8000 EUR"),
        ("Eine Kofinanzierung von 8.000 Euro geht an das Siegerprojekt.", "max 8000 EUR"),
        ("The entry fee of £80 goes to the winning project's charity.", ""),
        ("The winner must bring match funding of £8,000.", ""),
        ("Applicants need match funding of £8,000.", ""),
    ]);
}
