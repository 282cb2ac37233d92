//! Sums beside a grant: what the project costs, what goes to the winner.

use super::assert_offered;

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
