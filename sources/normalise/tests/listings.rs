//! Lists of those who may apply: what the head says is said of each item, wherever in the list the authorities stand.

use super::eligibility::{bodies, body, countries};
use super::record;
use crate::opportunity::Verdict::{Conditional, No, Partner, Unknown, Yes};

#[test]
fn authorities_anywhere_in_a_list_of_applicants_are_in() {
    bodies(
        Yes,
        &[
            "Open to:\n- sports clubs and associations\n- local authorities\nClosing day: 4 May 2027.",
            "Who can apply?\n• universities\n• companies\n• municipalities\nClosing day: 4 May 2027.",
            "Eligible applicants\n1. NGOs;\n2. schools;\n3. towns and regions.",
            "The following may apply:\nfoundations\nmunicipalities",
            "Peuvent déposer un dossier :\n- les associations,\n- les communes et leurs groupements",
            "Qui peut candidater ?\na) Entreprises\nb) Collectivités territoriales",
            "¿Quién puede participar?\n– Fundaciones\n– Ayuntamientos y mancomunidades",
            "Antragsberechtigt sind:\n* Vereine\n* Städte und Gemeinden",
            "מי רשאי להגיש?\nא. עמותות\nב. חברות\nג. רשויות מקומיות",
            "הקול הקורא מיועד ל:\n- עמותות\n- עיריות ומועצות",
            "الجهات المؤهلة:\n- الجمعيات\n- البلديات",
        ],
    );
}

#[test]
fn the_items_of_one_line_are_a_list_too() {
    bodies(
        Yes,
        &[
            "Eligible: foundations; municipalities; museums.",
            "Eligible: foundations / municipalities / museums",
            "Open to: - foundations - municipalities",
            "Eligible applicants | foundations | municipalities | museums",
            "Beneficiarios: asociaciones; ayuntamientos.",
            "רשאים להגיש: עמותות; רשויות מקומיות; אוניברסיטאות",
        ],
    );
    bodies(No, &["Eligible: NGOs | Partners: municipalities | Seat: Graz"]);
}

#[test]
fn a_short_sentence_says_that_authorities_may_as_well() {
    bodies(
        Yes,
        &[
            "Foundations can apply. So can municipalities.",
            "Les fondations peuvent candidater. Les communes également.",
            "Pueden presentarse las fundaciones. También los ayuntamientos.",
            "Stiftungen können sich bewerben. Ebenso Kommunen.",
            "קרנות רשאיות להגיש. כך גם רשויות מקומיות.",
        ],
    );
}

#[test]
fn what_a_list_says_of_authorities_holds() {
    bodies(Conditional, &["Who can apply?\n- foundations\n- municipalities with fewer than 8,000 inhabitants"]);
    bodies(Partner, &["Who can apply?\n- foundations\n- municipalities as partners only"]);
    bodies(No, &["Who can apply?\n- foundations\n- municipalities are not eligible"]);
}

#[test]
fn a_list_ends_and_authorities_in_it_may_be_whom_others_serve() {
    bodies(
        No,
        &[
            "Eligible:\n- museums\n- schools\nThe municipality of Graz gives the prize.",
            "Who can apply?\n- museums\n- schools that work with municipalities",
            "Who can apply?\n- museums\n- schools\n- The project must benefit local authorities.",
            "Who can apply?\n- museums\n- schools\nNot eligible:\n- municipalities\n- companies",
            "Museums may apply. Eligible costs:\n- travel of schools\n- rent of municipalities",
            "Qui peut candidater ?\n- musées\n- associations\nLes communes sont informées.",
            "Only museums may apply. The municipalities benefit as well.",
            "Only museums may apply. Towns pay too.",
            "Vereine können sich bewerben. Die Gemeinden profitieren auch.",
        ],
    );
}

#[test]
fn authorities_that_have_their_own_verb_are_in_though_others_were_invited_first() {
    bodies(
        Yes,
        &[
            "We invite museums and NGOs to apply. Municipalities and other public bodies are eligible.",
            "אנו מזמינים ארגונים להגיש בקשה. עיריות ומועצות יכולות לגשת.",
            "Vereine können Geld beantragen. Kommunen können sich gemeinsam mit einem Verein bewerben.",
        ],
    );
    body(No, "Fund for neighbours", "Municipalities can tell schools of the region that schools may apply. Schools apply.");
}

#[test]
fn a_phrase_that_a_line_breaks_ends_no_sentence_in_its_middle() {
    for text in ["The fund is targeted\nat towns: they apply.", "It is aimed\nat: NGOs", "Open\nto: towns | NGOs"] {
        let answer = record("Fund for neighbours", text).eligibility.body;
        assert!(answer.quote.is_none_or(|quote| text.contains(&quote)), "{text}");
    }
}

#[test]
fn a_list_of_countries_names_them_and_says_nothing_else() {
    countries(
        Yes,
        &[
            "Eligible countries:\n• Cyprus (whole island)\n• Israel (whole country)",
            "Förderfähige Länder: Zypern, Israel, Jordanien.",
            "Territoires éligibles :\n• Chypre\n• Israël",
        ],
    );
    countries(No, &["Eligible countries:\n• Cyprus\n• Jordan"]);
    countries(Unknown, &["Eligible countries: see the guide.\nThe office has branches in France and Spain."]);
    let answer =
        record("Fund for neighbours", "Participating countries\nFrance\nSpain\nIsrael is not among them.").eligibility.country;
    assert_ne!(answer.verdict, Yes, "{answer:?}");
}

#[test]
fn a_page_of_one_word_costs_no_more_than_its_length() {
    for unit in ["תושבות ", "inhabitants ", "Likewise ", "France "] {
        let text = unit.repeat(60_000 / unit.len());
        let started = std::time::Instant::now();
        record("Fund for neighbours", &text);
        assert!(started.elapsed().as_secs() < 8, "{unit:?} took {:?}", started.elapsed());
    }
}

#[test]
fn whoever_is_in_a_list_of_those_who_may_not_is_out() {
    bodies(
        No,
        &[
            "Who cannot apply?\n- political parties\n- municipalities",
            "Not eligible:\n- foundations\n- municipalities",
            "Nicht antragsberechtigt sind:\n- Parteien\n- Kommunen",
            "לא רשאים להגיש:\n- מפלגות\n- רשויות מקומיות",
            "Ne peuvent pas candidater :\n- les partis\n- les communes",
        ],
    );
    bodies(Conditional, &["Not eligible:\n- foundations\n- municipalities with fewer than 8,000 inhabitants"]);
    bodies(Unknown, &["Not eligible:\n- foundations\n- companies", "Not eligible: foundations."]);
}

#[test]
fn a_noun_that_heads_a_list_names_nobody() {
    bodies(
        Yes,
        &[
            "Folgende Einrichtungen sind antragsberechtigt: Kommunen, Landkreise.",
            "הגופים הרשאים להגיש בקשות הם רשויות מקומיות.",
            "הגופים הזכאים להגיש הינם עיריות ומועצות מקומיות.",
            "Submissions are accepted from member and other councils.",
        ],
    );
    bodies(
        No,
        &[
            "Folgende Einrichtungen sind antragsberechtigt: Vereine, Stiftungen.",
            "הגופים הרשאים להגיש הם עמותות המסייעות לרשויות מקומיות.",
            "Who can apply?\nResidents of the lake\nBy 3 May 2027.",
            "מי רשאי להגיש?\nתושבי האזור",
        ],
    );
    bodies(Conditional, &["Submissions will be accepted from member councils only."]);
}
