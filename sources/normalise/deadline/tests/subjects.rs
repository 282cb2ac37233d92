//! What it is that begins, runs or ends: a call's end is the last day, a course's or a project's is none.

use super::{DeadlineContext, assert_decides, cues, day, event_dates};

#[test]
fn the_end_of_what_is_attended_is_no_last_day() {
    assert_decides(
        None,
        &[
            ("Bewerbungen bis 5. März 2027. Der Lehrgang beginnt am 7. Juni 2027 und endet am 2. Juli 2027.", "2027-03-05"),
            (
                "Das Lager beginnt am 7. Juni 2027 mit einem Fest und endet am 9. Juni 2027. Anmeldeschluss: 5. März 2027",
                "2027-03-05",
            ),
            ("Die Laufzeit endet am 31. März 2029. Anträge bis 5. März 2027.", "2027-03-05"),
            ("The placement begins on 7 June 2027 in Graz and ends on 2 July 2027. Apply by 5 March 2027.", "2027-03-05"),
            (
                "The choir festival starts on 7 June 2027 with a parade and finishes on 9 June 2027. Sign up by 5 March 2027.",
                "2027-03-05",
            ),
            ("Deadline: 5 March 2027. The mandate of the council ends on 31 March 2029.", "2027-03-05"),
            (
                "La session commence le 7 juin 2027 et se termine le 2 juillet 2027. Candidatures jusqu'au 5 mars 2027.",
                "2027-03-05",
            ),
            (
                "Les travaux commencent le 7 juin 2027. L'opération se termine le 31 mars 2029. Dossiers avant le 5 mars 2027.",
                "2027-03-05",
            ),
            (
                "El taller empieza el 7 de junio de 2027 con un paseo y termina el 9 de junio de 2027. Solicitudes hasta el 5 de marzo de 2027.",
                "2027-03-05",
            ),
            ("ההשתלמות נפתחת ב-7.6.2027 ומסתיימת ב-2.7.2027. הרשמה עד 5.3.2027.", "2027-03-05"),
            ("تبدأ الندوة في 7 يونيو 2027 وتنتهي في 9 يونيو 2027. التسجيل حتى 5 مارس 2027.", "2027-03-05"),
            ("Apply by 5 March 2027. It starts on 7 June 2027 and ends on 2 July 2027.", "2027-03-05"),
            ("Anmeldung bis 5. März 2027. Beginn: 7. Juni 2027, Ende: 2. Juli 2027.", "2027-03-05"),
            ("Candidatures jusqu'au 5 mars 2027. Début : 7 juin 2027, fin : 2 juillet 2027.", "2027-03-05"),
            // Alone it is none either.
            ("Die Schulung beginnt am 7. Juni 2027 und endet am 2. Juli 2027. Kommunen können sich bewerben.", "unknown"),
            ("The exchange starts on 7 June 2027 and ends on 2 July 2027. Towns may apply.", "unknown"),
            ("El intercambio termina el 2 de julio de 2027. Los ayuntamientos pueden participar.", "unknown"),
        ],
    );
}

#[test]
fn the_end_of_a_call_or_of_the_time_for_it_is_the_last_day() {
    assert_decides(
        None,
        &[
            ("Die Antragsphase beginnt am 7. Januar 2027 und endet am 5. März 2027.", "2027-03-05"),
            ("Die Anmeldung zur Schulung endet am 5. März 2027.", "2027-03-05"),
            ("Die zweite Runde endet am 5. März 2027. Kommunen stellen Anträge.", "2027-03-05"),
            ("The window for projects opens on 7 January 2027 and closes on 5 March 2027.", "2027-03-05"),
            ("Enrolment in the course ends on 5 March 2027.", "2027-03-05"),
            ("L'appel à projets se termine le 5 mars 2027.", "2027-03-05"),
            ("La recepción de proyectos termina el 5 de marzo de 2027.", "2027-03-05"),
            ("הקול הקורא נפתח ב-7.1.2027 ומסתיים ב-5.3.2027.", "2027-03-05"),
            ("يبدأ التسجيل في الدورة في 7 يناير 2027 وينتهي في 5 مارس 2027", "2027-03-05"),
            ("Der Aufruf für Projekte läuft bis 5. März 2027.", "2027-03-05"),
            ("L'appel à projets se déroule jusqu'au 5 mars 2027.", "2027-03-05"),
            ("The call for projects runs until 5 March 2027. Towns apply.", "2027-03-05"),
            ("קול קורא לאמנים\nפתיחה: 7.1.2027\nסגירה: 5.3.2027", "2027-03-05"),
            ("The sale of tables at the fair closes on 5 March 2027.", "2027-03-05"),
            ("Der Verkauf der Tische auf der Messe endet am 5. März 2027.", "2027-03-05"),
            // Of what it is nothing is said.
            ("Towns may apply. Closes on 5 March 2027.", "2027-03-05"),
            ("Towns may apply to the fund. It ends on 5 March 2027.", "2027-03-05"),
            ("The fund for towns closes on 5 March 2027.", "2027-03-05"),
        ],
    );
}

#[test]
fn by_when_a_project_has_to_begin_or_end_is_no_last_day() {
    assert_decides(
        None,
        &[
            ("The activities have to run before 30 June 2028. Towns may apply.", "unknown"),
            ("Les chantiers sont des projets qui devront démarrer avant le 30 juin 2028.", "unknown"),
            ("Los proyectos tendrán que ejecutarse antes del 30 de junio de 2028.", "unknown"),
            ("Solicitudes hasta el 5 de marzo de 2027. La obra debe empezar antes del 30 de junio de 2027.", "2027-03-05"),
            ("Die Vorhaben müssen vor dem 30. Juni 2028 beginnen.", "unknown"),
            ("Maßnahmen sind bis 30. Juni 2028 durchzuführen.", "unknown"),
            ("על המיזם להתחיל עד 30.6.2028", "unknown"),
            ("يجب أن تنتهي الأنشطة قبل 30 يونيو 2028", "unknown"),
            // Projects are handed in as well.
            ("Los proyectos deben entregarse antes del 5 de marzo de 2027.", "2027-03-05"),
            ("Les porteurs déposent leurs projets avant le 5 mars 2027.", "2027-03-05"),
            ("Vorhaben, die im Herbst beginnen, sind bis 5. März 2027 einzureichen.", "2027-03-05"),
            ("Wer ein Vorhaben starten will, hat bis 5. März 2027 Zeit.", "2027-03-05"),
            ("Towns whose activities run until 2029 apply by 5 March 2027.", "2027-03-05"),
            ("יש להגיש את המיזם עד 5.3.2027", "2027-03-05"),
            ("ترسل المشاريع قبل 5 مارس 2027", "2027-03-05"),
        ],
    );
}

#[test]
fn an_event_that_begins_and_ends_has_both_days() {
    let context = DeadlineContext { published: None, url: "https://cities.example/call", today: day(2026, 11, 22) };
    let of = |text: &str| event_dates(text, None, &context, cues()).map(|event| (event.start, event.end));
    let both = Some((day(2027, 6, 7), day(2027, 6, 9)));
    assert_eq!(of("The congress opens on 7 June 2027 with a reading and closes on 9 June 2027."), both);
    assert_eq!(of("Der Workshop beginnt am 7. Juni 2027 mit einem Essen und endet am 9. Juni 2027."), both);
    assert_eq!(of("Le séminaire commence le 7 juin 2027 par un repas et se termine le 9 juin 2027."), both);
    // The time to sign up is none of its own.
    assert_eq!(of("Enrolment for the symposium: 11 January 2027 - 5 March 2027"), None);
}

#[test]
fn a_verb_that_asks_for_money_is_an_applicants_too() {
    assert_decides(
        None,
        &[
            ("Towns can apply for the fair until 5 March 2027.", "2027-03-05"),
            ("Towns may apply for support of their exhibition until 5 March 2027.", "2027-03-05"),
            ("La commune peut demander une aide pour son festival jusqu'au 5 mars 2027.", "2027-03-05"),
            ("Zuschüsse für die Messe können beantragt werden bis 5. März 2027.", "2027-03-05"),
            ("Los municipios pueden solicitar la ayuda para la feria hasta el 5 de marzo de 2027.", "2027-03-05"),
            ("The fair is held until 5 March 2027.", "unknown"),
        ],
    );
}

#[test]
fn a_stay_or_a_service_until_a_day_is_no_calls() {
    assert_decides(
        None,
        &[
            ("They will do their year of service until 6 August 2027. Anybody can take part.", "unknown"),
            ("The pupils are guests of the families until 6 August 2027. Schools can apply.", "unknown"),
            ("The officials work in the hall of the twin town until 6 August 2027. Towns can apply.", "unknown"),
            ("Ils effectueront leur service jusqu'au 6 août 2027. Tout le monde peut participer.", "unknown"),
            ("Les artistes travaillent dans l'atelier jusqu'au 6 août 2027.", "unknown"),
            ("Le séjour dure jusqu'au 6 août 2027. Les villes peuvent présenter leur candidature.", "unknown"),
            ("Die Gäste bleiben bis zum 6. August 2027. Alle Familien können teilnehmen.", "unknown"),
            ("Sie leisten ihren Freiwilligendienst bis zum 6. August 2027.", "unknown"),
            ("Harán su servicio hasta el 6 de agosto de 2027. Puede participar cualquier joven.", "unknown"),
            ("La estancia durará hasta el 6 de agosto de 2027. Los artistas pueden presentar su candidatura.", "unknown"),
            ("העובדים ישהו בעיר התאומה עד 6.8.2027. ניתן להגיש מועמדות.", "unknown"),
            ("השירות נמשך עד 6.8.2027. ניתן להגיש מועמדות.", "unknown"),
            ("سيواصلون عملهم في المدينة حتى 6 أغسطس 2027. يمكن لأي شاب المشاركة.", "unknown"),
            ("تستمر المهمة حتى 6 أغسطس 2027. يمكن تقديم الطلبات.", "unknown"),
            ("They will do their voluntary service until 3 May 2027.", "unknown"),
            ("The fellow works in the town hall until 3 May 2027.", "unknown"),
            ("The residency lasts until 3 May 2027.", "unknown"),
            ("Les élèves resteront en ville jusqu'au 3 mai 2027.", "unknown"),
            ("Ils feront ici leur service civique jusqu'au 3 mai 2027.", "unknown"),
            ("La résidence dure jusqu'au 3 mai 2027.", "unknown"),
            ("Sie leisten ihren Dienst bis zum 3. Mai 2027.", "unknown"),
            ("Der Aufenthalt dauert bis zum 3. Mai 2027.", "unknown"),
            ("Harán su voluntariado hasta el próximo 3 de mayo de 2027.", "unknown"),
            ("La residencia durará hasta el 3 de mayo de 2027.", "unknown"),
            ("El servicio dura hasta el 3 de mayo de 2027.", "unknown"),
            ("הרזידנסי נמשך עד 3.5.2027.", "unknown"),
            ("The pupils stay with the families until 6 August 2027. Towns apply by 5 March 2027.", "2027-03-05"),
            ("El alumnado permanecerá en Francia hasta el 6 de agosto de 2027.", "unknown"),
            // Places stay, and a service for towns runs.
            ("Die Plätze bleiben bis zum 5. März 2027 für Partnerstädte reserviert.", "2027-03-05"),
            ("Les places restent réservées aux villes jumelées jusqu'au 5 mars 2027.", "2027-03-05"),
            ("Las plazas permanecen disponibles hasta el 5 de marzo de 2027.", "2027-03-05"),
            ("Towns wishing to work with a foreign partner contact us until 5 March 2027.", "2027-03-05"),
            ("The service runs until 5 March 2027.", "2027-03-05"),
            // Something is handed in, or stays open.
            ("Towns that work with schools can apply until 5 March 2027.", "2027-03-05"),
            ("Draw how you live in your town until 5 March 2027 and win a prize.", "2027-03-05"),
            ("Towns that serve refugees have until 5 March 2027.", "2027-03-05"),
            ("Familien, die bei uns wohnen, haben bis zum 5. März 2027 Zeit.", "2027-03-05"),
            ("Raconte comment les gens vivent dans ta ville jusqu'au 5 mars 2027.", "2027-03-05"),
            ("Muestra cómo trabajan en tu ciudad hasta el 5 de marzo de 2027.", "2027-03-05"),
            ("ספרו איך הם ישהו בעיר עד 5.3.2027.", "2027-03-05"),
            ("اكتبوا كيف يعملون في المدينة حتى 5 مارس 2027.", "2027-03-05"),
            ("Mayors can work on their application until 5 March 2027.", "2027-03-05"),
            ("The call remains open until 5 March 2027. Towns can apply.", "2027-03-05"),
            ("The call will stay open until 3 May 2027.", "2027-05-03"),
            ("Applications to work in our town until 3 May 2027.", "2027-05-03"),
            ("Bewerbungen für den Freiwilligendienst bis 3. Mai 2027.", "2027-05-03"),
            ("Die Anmeldung für den Aufenthalt läuft bis zum 3. Mai 2027.", "2027-05-03"),
            ("Las inscripciones permanecerán abiertas hasta el 3 de mayo de 2027.", "2027-05-03"),
            ("L'appel reste ouvert jusqu'au 5 mars 2027.", "2027-03-05"),
            ("Les inscriptions restent ouvertes jusqu'au 5 mars 2027.", "2027-03-05"),
            ("Bewerbungen bleiben bis zum 5. März 2027 möglich.", "2027-03-05"),
            ("Die Portale bleiben bis zum 5. März 2027 für Anträge geöffnet.", "2027-03-05"),
            ("El plazo durará hasta el 5 de marzo de 2027. Los municipios pueden participar.", "2027-03-05"),
            ("Los municipios harán su inscripción hasta el 5 de marzo de 2027.", "2027-03-05"),
            ("La convocatoria permanecerá abierta hasta el 5 de marzo de 2027.", "2027-03-05"),
            ("ההרשמה נמשכת עד 5.3.2027.", "2027-03-05"),
            ("يستمر تقديم المشاريع حتى 5 مارس 2027.", "2027-03-05"),
        ],
    );
}
