//! What a sentence says besides who applies: ages, streets, second citizenships, those who lack something, how many join.

use super::eligibility::{body, country};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn citizens_of_two_countries_may_be_out_and_those_of_one_are_not() {
    let text = "על המועמדים להיות אזרחי ישראל. בעלי אזרחות כפולה אמריקנית-ישראלית אינם זכאים.";
    country(Yes, "מלגה", text);
    country(No, "Fellowship", "Citizens of Israel are not eligible.");
}

#[test]
fn an_age_in_a_competition_is_that_of_persons() {
    let prose = "The jury meets in June. ".repeat(16);
    body(No, "Drawing contest", &format!("{prose}Who:\n- Between the ages of 12 and 16 on the last day"));
    body(Yes, "Town contest", &format!("{prose}Towns may apply. There is a prize for those between the ages of 12 and 16."));
}

#[test]
fn the_street_of_a_town_is_not_in_it() {
    country(Unknown, "معرض رسم", "يقام المعرض في شارع حيفا. تقدم الطلبات حتى 1-5-2027.");
    country(Yes, "معرض رسم", "يقام المعرض في حيفا. تقدم الطلبات حتى 1-5-2027.");
}

#[test]
fn those_without_are_let_in_besides_the_others() {
    let all = "Municipalities may apply.";
    body(Yes, "Town links", &format!("{all} Municipalities without any contacts are also welcome to apply."));
    body(Conditional, "Town links", "Municipalities without any contacts may apply.");
}

#[test]
fn so_many_that_do_it_together_are_no_condition() {
    body(Yes, "Förderung von Netzen", "Mindestens vier Gemeinden müssen gemeinsam einen Antrag stellen.");
    body(Conditional, "Förderung von Netzen", "Gemeinden mit mindestens 4.000 Einwohnern können sich bewerben.");
}
