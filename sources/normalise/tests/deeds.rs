//! Deeds that a prize honours, writings on authorities, and classes of size.

use super::eligibility::{bodies, body};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn whoever_did_what_is_honoured_applies() {
    bodies(
        Yes,
        &[
            "The award honours fine projects of towns.",
            "Le trophée distingue les meilleures initiatives des communes.",
            "El galardón reconoce las mejores iniciativas de los municipios.",
            "Die Auszeichnung würdigt gelungene Konzepte von Städten.",
            "האות מוקיר יוזמות יפות של עיריות.",
            "Le fonds vient soutenir l'engagement des communes.",
            "The fund supports the efforts of towns.",
        ],
    );
    bodies(Conditional, &["The award recognises good practices of towns with fewer than 30,000 inhabitants."]);
    bodies(No, &["The award honours projects of pupils from towns.", "The award honours projects of associations in towns."]);
}

#[test]
fn whoever_is_written_about_does_not_apply() {
    for (title, text) in [
        ("Thesis award", "The award honours theses on towns and regions."),
        ("Prix de la recherche", "Thèses sur les communes."),
        ("Premio de investigación", "Tesis sobre ayuntamientos."),
        ("Preis für Forschung", "Dissertationen über Gemeinden."),
        ("פרס מחקר", "עבודות על עיריות."),
        ("Conference", "Papers on towns are welcome from scholars."),
        ("Colloque", "Le colloque porte sur les villes."),
        ("Colloque", "Thème : les villes et la mer."),
        ("مؤتمر", "يتناول المؤتمر البلديات."),
    ] {
        let answer = super::record(title, text).eligibility.body;
        assert!(matches!(answer.verdict, No | Unknown), "{title}: {answer:?}");
    }
    bodies(Unknown, &["The fund supports studies of the policies of towns."]);
    let paper = "The colloquium compares reforms. In the north regions have grown, in the south cities. 11 April 2027.";
    body(Unknown, "Reform and place: call for papers", paper);
    body(
        Unknown,
        "Réforme et lieu. Appel à communications",
        "Le colloque compare des réformes. Au nord sont nées des « métropoles ».",
    );
    body(Yes, "Reform and place: call for papers", "The congress compares reforms. Municipalities may submit abstracts.");
    body(Yes, "Book prize", "Books on towns are read. Municipalities may apply.");
}

#[test]
fn classes_above_and_below_one_size_leave_nobody_out() {
    bodies(
        Yes,
        &[
            "Two classes: towns over 40,000 residents and towns under 40,000 residents.",
            "Zwei Klassen: Städte über 40.000 Einwohner und Städte unter 40.000 Einwohner.",
            "Deux classes : villes de plus de 40 000 habitants et villes de moins de 40 000 habitants.",
            "Dos clases: municipios de más de 40.000 habitantes y municipios de menos de 40.000 habitantes.",
            "שני מסלולים: רשויות מעל 40,000 תושבים ורשויות מתחת ל-40,000 תושבים.",
            "فئتان: البلديات التي يزيد عدد سكانها عن 40,000 نسمة والبلديات التي يقل عدد سكانها عن 40,000 نسمة.",
        ],
    );
    bodies(
        Conditional,
        &[
            "Towns over 40,000 and under 90,000 residents may apply.",
            "Towns under 10,000 residents and towns over 90,000 residents may apply.",
            "Rural municipalities over 40,000 residents and rural municipalities under 40,000 residents.",
        ],
    );
    body(Unknown, "Prize of neighbours", "Entries by post only.");
}
