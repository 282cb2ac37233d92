//! Others who are called in a title or by an authority, those whom a course brings together, and foreign counterparts.

use super::eligibility::{bodies, body, countries, country};
use crate::opportunity::Verdict::{No, Partner, Unknown, Yes};

#[test]
fn a_title_that_calls_others_names_those_who_apply() {
    for title in [
        "קול קורא לעמותות",
        "קול קורא ליוצרים",
        "קול קורא - יוצרות",
        "קול קורא לארגונים חברתיים",
        "תחרות צילום לתלמידים",
        "קורס למורים",
        "פרס למשוררים",
        "תמיכה במקהלות",
        "הזמנה לאמניות",
        "دعوة للجمعيات",
        "Appel à artistes",
        "NGO grants",
        "Grants to civil society organisations",
        "NGOs invited",
        "Children's story contest",
        "Concurso infantil",
    ] {
        body(No, title, "01.05.2027");
    }
    body(No, "קול קורא ליוצרים", "רשויות מקומיות יציגו את התערוכה.");
    body(No, "Call for sculptors", "Towns host the works.");
    body(No, "קול קורא לחוקרות: השלטון המקומי בעת בצורת", "01.05.2027");
    body(No, "Call for researchers: towns without water", "By 1 May 2027.");
}

#[test]
fn beside_a_title_that_calls_others_authorities_may_apply_in_so_many_words() {
    body(Yes, "קול קורא ליוצרים", "רשויות מקומיות רשאיות להגיש בקשה.");
    body(Yes, "קול קורא לפעילות לצעירים", "רשויות מקומיות מוזמנות להגיש.");
    body(Yes, "קול קורא לעיריות ולעמותות", "01.05.2027");
    body(Yes, "Call for sculptors", "Municipalities may apply.");
}

#[test]
fn an_authority_that_asks_for_something_is_the_caller() {
    bodies(
        No,
        &[
            "המועצה האזורית מבקשת לעודד אמנים.",
            "המועצה האזורית מבקשת לקבל הצעות מציירים.",
            "המועצה האזורית מבקשת הצעות מתושבים.",
            "Die Stadt bittet Künstlerinnen um Vorschläge.",
        ],
    );
    bodies(Unknown, &["המועצה המקומית הקצתה תקציב לקישוט הכיכר."]);
    bodies(Yes, &["רשויות מקומיות מבקשות סיוע.", "רשות מקומית המבקשת סיוע תגיש טופס."]);
}

#[test]
fn authorities_that_give_money_to_others_do_not_apply() {
    body(No, "طلبات دعم مشاريع الجمعيات", "وفق القانون حول دعم الجمعيات من طرف الجماعات الترابية. تقدم الجمعيات طلباتها.");
    body(Yes, "طلب عروض", "يدعم الصندوق المشاريع المقدمة من طرف الجماعات الترابية.");
}

#[test]
fn writers_sculptors_and_children_are_no_authorities() {
    bodies(
        No,
        &[
            "Sculptors may apply.",
            "Gesucht werden Autorinnen.",
            "Übersetzer können sich bewerben.",
            "Kinder bis 12 Jahre können mitmachen.",
            "Les sculpteurs peuvent candidater.",
            "Ouvert aux enfants de 6 à 12 ans.",
            "Podrán presentarse escultoras.",
            "אומנים מוזמנים להגיש.",
            "CSOs can apply.",
        ],
    );
    body(No, "Workshop", "Workshop für (angehende) Doktoranden.");
    bodies(
        Yes,
        &["Les communes peuvent demander une aide pour les jeux des enfants.", "Towns may apply for a playground for children."],
    );
}

#[test]
fn whoever_is_brought_together_from_all_over_a_country_is_from_there() {
    for (title, text) in [
        ("Fellowship for the young", "The fellowship brings together young activists from all over Jordan."),
        ("Bourse", "Le programme réunit de jeunes militants de tout le Liban."),
        ("Stipendium", "Das Stipendium bringt junge Aktivisten aus ganz Jordanien zusammen."),
        ("Beca", "La beca reúne a jóvenes activistas de todo Marruecos."),
        ("מלגה", "המלגה מפגישה פעילים צעירים מכל רחבי ירדן."),
    ] {
        country(No, title, text);
        body(No, title, text);
    }
    country(Yes, "Fellowship for the young", "The fellowship brings together young activists from all over the world.");
}

#[test]
fn arab_authorities_and_their_foreign_counterparts() {
    countries(Partner, &["يدعم البرنامج البلديات ونظيراتها الأجنبية.", "يساعد البرنامج المدن والبلديات الأجنبية الشريكة."]);
    countries(No, &["تتقدم البلديات، ولا تقبل طلبات الجهات الأجنبية."]);
    countries(Yes, &["مفتوحة أمام المدن المحلية أو المدن الأجنبية."]);
}

#[test]
fn who_pays_for_all_of_it_does_not_say_what_it_is() {
    use crate::opportunity::Kind;
    for (kind, title, text) in [
        (Kind::Training, "Fully funded leadership programme for young mayors", "Ten days in Ash. Apply by 3 May 2027."),
        (Kind::Training, "برنامج القادة الشباب", "دورة مدتها 4 أسابيع. آخر موعد للتقديم 3 مايو 2027."),
        (Kind::Exchange, "Bewerbung für die Exkursion nach Ulm", "Die Reise ist im Juni 2027 geplant."),
        (Kind::Grant, "Beiträge 2027", "Bis 3. Mai 2027 kann ein Beitragsansuchen gestellt werden."),
    ] {
        let record = super::record(title, text);
        assert_eq!(record.kind, kind, "{title}: {:?}", record.evidence.get("kind"));
    }
}

#[test]
fn powers_that_are_handed_on_are_no_delegation() {
    let record = super::record(
        "Aides aux places",
        "Une commune, en l'absence de délégation de compétence, peut déposer un dossier d'aide.",
    );
    assert_ne!(record.kind, crate::opportunity::Kind::Exchange);
}
