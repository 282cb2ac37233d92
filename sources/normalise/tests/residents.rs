//! What a page asks of those who live in a town or visit it, and what is asked of nobody any more: no calls, in the languages of the house.

use super::read;

fn none(cases: &[(&str, &str)]) {
    for (title, text) in cases {
        let out = read(title, text);
        assert!(!out.verdict.yes, "{title}: {text}: {:#?}", out.verdict.reasons);
    }
}

fn calls(cases: &[(&str, &str)]) {
    for (title, text) in cases {
        let out = read(title, text);
        assert!(out.verdict.yes, "{title}: {text}: {:#?}", out.verdict.reasons);
    }
}

#[test]
fn who_objects_or_comments_answers_no_call() {
    none(&[
        ("Small grants", "Complaints can be submitted to the clerk."),
        ("Tree plan of the town", "Residents can submit comments on the draft until 4 June 2027."),
        ("Small grants", "Appeals against a refusal must be submitted by 4 June 2027."),
        ("Rules of the youth fund", "Objections may be submitted within 20 days."),
        ("Call for evidence: river banks", "Send us your evidence by 4 June 2027."),
        ("Ayudas al comercio", "Podrán presentarse alegaciones hasta el 4 de junio de 2027."),
        ("Ayudas al comercio", "Contra el acuerdo podrá presentarse recurso de alzada."),
        ("Plan vélo", "Les riverains peuvent déposer leurs observations jusqu'au 4 juin 2027."),
        ("Subventions", "Un recours peut être déposé jusqu'au 4 juin 2027."),
        ("Zuschüsse", "Widerspruch kann bis 4. Juni 2027 eingereicht werden."),
        ("Radwegeplan", "Stellungnahmen können bis 4. Juni 2027 eingereicht werden."),
        ("מלגות", "ניתן להגיש ערר עד 4.6.2027."),
        ("תקציב העירייה", "ניתן להגיש השגות עד 4.6.2027."),
        ("מענקים", "ניתן להגיש תלונה למבקר."),
        ("منح", "يمكن تقديم شكوى حتى 4 يونيو 2027."),
        ("مخطط الحي", "يمكن تقديم الاعتراضات حتى 4 يونيو 2027."),
    ]);
    calls(&[
        ("Small grants", "Towns can apply until 4 June 2027. Complaints can be submitted to the clerk."),
        ("Small grants", "Applications and complaints can be submitted until 4 June 2027."),
        (
            "Ayudas al comercio",
            "Los municipios presentan solicitudes hasta el 4 de junio de 2027. Podrá presentarse recurso de alzada.",
        ),
        ("Zuschüsse für Kommunen", "Anträge bis 4. Juni 2027. Widerspruch kann eingereicht werden."),
        ("קול קורא לרשויות", "יש להגיש בקשות עד 4.6.2027. ניתן להגיש ערר."),
    ]);
}

#[test]
fn the_last_day_for_objections_is_no_deadline_of_a_call() {
    let out = read("Small grants", "Towns can apply until 4 June 2027. Appeals may be lodged until 9 July 2027.").opportunity;
    let days: Vec<String> = out.deadline.stages.iter().map(|stage| stage.date.to_string()).collect();
    assert_eq!(days, ["2027-06-04"]);
}

#[test]
fn an_exhibition_is_there_for_visitors_unless_something_is_asked() {
    none(&[
        ("Posters of the old harbour: exhibition", "Open daily until 4 June 2027."),
        ("Exhibition of town seals", "Visitors can see it until 4 June 2027. Registration for guided tours at the desk."),
        ("Christmas market", "Open daily until 22 December 2026."),
        ("Kunstausstellung", "Noch bis 4. Juni 2027 zu besichtigen. Für Führungen bitte anmelden."),
        ("Ausstellung", "Bis zum 4. Juni im Rathaus."),
        ("Adventsmarkt", "Täglich geöffnet bis 22. Dezember 2026."),
        ("Exposition", "L'exposition est ouverte jusqu'au 4 juin 2027."),
        ("Exposición de carteles", "Hasta el 4 de junio. Entrada libre."),
        ("תערוכה בבית העירייה", "פתוחה לקהל עד 4.6.2027."),
        ("معرض صور", "المعرض مفتوح للجمهور حتى 4 يونيو 2027."),
    ]);
    calls(&[
        ("Feria de invierno", "Hasta el 4 de junio de 2027 por carta a la casa consistorial."),
        ("Exhibition of town flags", "Towns send their flag until 4 June 2027."),
        ("Christmas market", "Vendors book their hut until 4 June 2027. Open daily until 22 December 2027."),
        ("Salon des villages", "Les exposants réservent leur stand avant le 4 juin 2027. Entrée libre."),
        ("Adventsmarkt", "Vereine der Partnerstädte melden sich bis 4. Juni 2027."),
        ("Exposición de carteles", "Los ayuntamientos reservan su panel hasta el 4 de junio de 2027."),
        ("תערוכת ערים", "ערים יזמינו לוח עד 4.6.2027."),
    ]);
}

#[test]
fn what_a_town_hall_does_for_its_residents_is_no_call() {
    none(&[
        ("School enrolment", "Parents register their children until 4 June 2027."),
        ("Schulanmeldung", "Eltern melden ihre Kinder bis 4. Juni 2027 an."),
        ("Sperrmüll", "Anmeldung bis 4. Juni 2027."),
        ("Inscriptions scolaires", "Dépôt des dossiers jusqu'au 4 juin 2027."),
        ("Matrícula escolar", "Presentación de solicitudes hasta el 4 de junio de 2027."),
        ("רישום לגני ילדים", "ההרשמה נפתחה ותימשך עד 4.6.2027."),
        ("التسجيل في المدارس", "التسجيل مفتوح حتى 4 يونيو 2027."),
    ]);
    calls(&[
        ("Ideas for kindergartens", "Municipalities can apply until 4 June 2027."),
        ("Ferienprogramm mit der Partnerstadt", "Jugendliche aus den Partnerstädten melden sich bis 4. Juni 2027 an."),
        ("Centres de loisirs jumelés", "Les communes déposent leur dossier avant le 4 juin 2027."),
        ("Grants for school partnerships", "Towns apply by 4 June 2027."),
        ("קול קורא לרשויות: מעונות יום", "רשויות מקומיות רשאיות להגיש בקשות עד 4.6.2027."),
    ]);
}

#[test]
fn guides_and_thanks_ask_for_nothing() {
    none(&[
        ("So klappt der Förderantrag", "Tipps für Gemeinden."),
        ("Grants for towns: an overview", "There are 300 programmes. Who can apply? Municipalities."),
        ("Aides aux communes : vue d'ensemble", "Qui peut demander ? Les communes."),
        ("מענקים ליישובים: סקירה", "מי יכול להגיש? רשויות."),
        ("From the office", "We received 41 applications to our open call. The jury meets in July."),
        (
            "From the office",
            "Thank you very much for all the applications to our open call! The jury will decide whether or not they are invited.",
        ),
        ("Aus dem Amt", "Vielen Dank für die 41 Bewerbungen zur Ausschreibung! Die Jury tagt im Juli."),
        ("Noticias", "Hemos recibido 41 candidaturas a nuestra convocatoria."),
        ("Town life", "The mayors will take part in the conference on 4 June 2027."),
        ("Twin towns", "Two towns may propose a twinning agreement. Exchange visits follow."),
    ]);
    calls(&[
        ("Apply now", "Towns apply by 4 June 2027. Thank you for your applications!"),
        ("Open call for towns", "The towns that will take part get support. Towns apply by 4 June 2027."),
    ]);
}

#[test]
fn a_dialogue_is_an_interview_only_with_somebody() {
    none(&[("حوار مع رئيس المجلس", "تحدث عن المنح وعن الطلبات.")]);
    calls(&[
        ("منحة الحوار بين الأديان", "تدعو المؤسسة الجمعيات لتقديم طلباتها قبل 4 يونيو 2027."),
        ("برنامج حوار المدن", "البلديات مدعوة للتقديم حتى 4 يونيو 2027."),
        ("منحة", "يقدم الصندوق فرصة للمنظمات للحصول على دعم يصل إلى 15 ألف دولار."),
    ]);
}
