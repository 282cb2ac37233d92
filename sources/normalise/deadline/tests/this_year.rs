//! The year that the text calls its own, and that of the event, where the last day is printed without one.

use super::assert_decides;

#[test]
fn the_current_year_is_the_texts_own() {
    assert_decides(
        None,
        &[
            ("Small grants\nFor this fiscal year (2027) towns apply by 9 June.", "2027-06-09"),
            ("Small grants\nThis is the fund of the current year 2027. Towns apply by 9 June.", "2027-06-09"),
            ("Aides\nPour l'année en cours (2027), les dossiers sont à envoyer avant le 9 juin.", "2027-06-09"),
            ("Aides\nPour le présent exercice 2027, envoi des dossiers jusqu'au 9 juin.", "2027-06-09"),
            ("Förderung\nIm laufenden Haushaltsjahr 2027 sind Anträge bis 9. Juni einzureichen.", "2027-06-09"),
            ("Förderung\nFür dieses Jahr (2027) sind Anträge bis 9. Juni einzureichen.", "2027-06-09"),
            ("Ayudas\nPara el año en curso 2027 las solicitudes se envían hasta el 9 de junio.", "2027-06-09"),
            ("Ayudas\nSon las ayudas del presente ejercicio de 2027. Solicitudes hasta el próximo 9 de junio.", "2027-06-09"),
            ("תמיכות\nלשנת התקציב הנוכחית 2027 יש להגיש בקשות עד 9 ביוני.", "2027-06-09"),
            ("תמיכות\nהשנה (2027) ניתן להגיש בקשות עד 9 ביוני.", "2027-06-09"),
            ("منح\nللعام الحالي 2027 تقدم الطلبات حتى 9 يونيو.", "2027-06-09"),
            ("منح\nهذه منح السنة المالية الجارية 2027. آخر موعد لتقديم الطلبات في التاسع من يونيو المقبل.", "2027-06-09"),
            ("In the current year 2027 towns apply by 10 June.", "2027-06-10"),
            ("For this financial year (2027) apply by 10 June.", "2027-06-10"),
            ("Für das laufende Jahr 2027 sind Anträge bis 10. Juni möglich.", "2027-06-10"),
            ("Para el presente ejercicio 2027 las solicitudes se presentan hasta el 10 de junio.", "2027-06-10"),
            ("לשנת הכספים הנוכחית 2027 יש להגיש בקשות עד 10 ביוני.", "2027-06-10"),
            ("للعام الجاري 2027 آخر موعد للتقديم 10 يونيو", "2027-06-10"),
            // A year of something, which may be called for in the year before, and years that are not told.
            ("The grants of 2027: apply by 10 June.", "unknown"),
            ("In the current year apply by 10 June.", "unknown"),
            ("This financial year ends on 31 March 2027.", "unknown"),
            ("Small grants 2027\nTowns apply by 9 June.", "unknown"),
            ("Small grants\nFor the year 2027 towns apply by 9 June.", "unknown"),
            ("Small grants\nThis is the fund for 2027. Towns apply by 9 June.", "unknown"),
            ("Ayudas\nEs un curso del año 2027. Solicitudes hasta el 9 de junio.", "unknown"),
            ("منح\nلعام 2027 تقدم الطلبات حتى 9 يونيو.", "unknown"),
            // Two years, and what has been.
            ("Small grants\nFor this financial year 2027/28 towns apply by 9 June.", "unknown"),
            ("Small grants\nThe current year 2026 is over soon, and this year (2027) is near. Towns apply by 9 June.", "unknown"),
            ("Small grants\nIn the current year 2026 ten towns were funded. Towns apply by 9 June.", "unknown"),
            // What is said of the time in which somebody speaks, and rounds to come.
            ("Small grants\nIn this year 2026 we are ten years old. Towns apply by 30 April.", "unknown"),
            ("Fund\nIn this year 2026 the fund is ten years old. For the coming round, towns apply by 30 April.", "unknown"),
            (
                "Ayudas\nEn este año 2026 se cumplen diez años. Para la próxima edición, solicitudes hasta el 30 de abril.",
                "unknown",
            ),
            ("תמיכות\nבשנה הנוכחית (2026) חולקו ארבעים מענקים. לסבב הבא יש להגיש בקשות עד 30 באפריל.", "unknown"),
            ("Small grants\nThe next deadline is 31 August (this year 2026).", "unknown"),
            (
                "Förderung\nDas laufende Haushaltsjahr 2026 endet. Für die nächste Runde sind Anträge bis 30. April möglich.",
                "unknown",
            ),
            // Told in its autumn, the next winter is another year's; in one sentence it is not.
            ("Small grants\nThis is the fund of the current year 2027. Towns apply by 9 January.", "unknown"),
            ("Small grants\nFor this fiscal year (2027) towns apply by 9 January.", "2027-01-09"),
        ],
    );
}

#[test]
fn the_days_under_a_label_lend_their_year_to_the_day_above() {
    assert_decides(
        None,
        &[
            ("Towns meet\nSign up by 28 August.\nDate: 4-6 October 2027\nVenue: Porto", "2027-08-28"),
            ("Towns meet\nSign up by 28 August.\nWhen:\n4-6 October 2027", "2027-08-28"),
            ("Towns meet\nSign up by 28 August.\nDate: Monday, 4 October 2027\nVenue: Porto", "2027-08-28"),
            ("Villes\nInscription jusqu'au 28 août.\nQuand : 4-6 octobre 2027\nOù : Porto", "2027-08-28"),
            ("Städte\nAnmeldung bis 28. August.\nTermin: 4.-6. Oktober 2027\nOrt: Porto", "2027-08-28"),
            ("Ciudades\nInscripción hasta el 28 de agosto.\nFecha: 4-6 de octubre de 2027\nLugar: Oporto", "2027-08-28"),
            ("ערים\nהרשמה עד 28 באוגוסט.\nתאריך: 4-6 באוקטובר 2027\nמקום: פורטו", "2027-08-28"),
            ("مدن\nالتسجيل حتى 28 أغسطس.\nالتاريخ: 4-6 أكتوبر 2027\nالمكان: بورتو", "2027-08-28"),
            // With its place, one day is enough.
            ("Inscripción hasta el 30 de agosto.\nFecha: 2 de octubre de 2027\nLugar: Soria", "2027-08-30"),
            ("הרשמה עד 30 באוגוסט.\nתאריך: 2.10.2027\nמקום: לוד", "2027-08-30"),
            ("הרשמה עד 30 באוגוסט.\nמועד: 2.10.2027\nמקום: לוד", "2027-08-30"),
            ("التسجيل حتى 28 أغسطس.\nالتاريخ: 4 أكتوبر 2027\nمكان الانعقاد: بورتو", "2027-08-28"),
            ("Lantern parade in Porto\nGroups register by 28 August. Lantern parade: 4-6 October 2027.", "2027-08-28"),
            ("Défilé des lanternes\nInscription jusqu'au 28 août. Défilé : 4-6 octobre 2027.", "2027-08-28"),
            ("Stadtlauf Porto\nAnmeldung bis 28. August. Stadtlauf: 4.-6. Oktober 2027.", "2027-08-28"),
            ("Mercado de flores\nSolicitudes hasta el 28 de agosto. Mercado: 4 y 5 de octubre de 2027.", "2027-08-28"),
            ("תהלוכה בפורטו\nהרשמה עד 28 באוגוסט. תהלוכה: 4-6 באוקטובר 2027.", "2027-08-28"),
            ("موكب المدينة\nالتسجيل حتى 28 أغسطس. موكب: 4-6 أكتوبر 2027.", "2027-08-28"),
            // When it was written, it may be.
            ("Lantern parade in Porto\nGroups register by 28 August. Lantern parade: 4 October 2027.", "unknown"),
            // The page's own day, other days' labels, and a year too far.
            ("Towns meet\nSign up by 28 August.\nDate: 4 October 2027", "unknown"),
            ("Register by 30 August.\nDate: 2 October 2027\nAuthor: the clerk", "unknown"),
            ("Towns meet\nSign up by 28 August.\nOffice hours: 4-6 October 2027", "unknown"),
            ("Towns meet\nSign up by 28 November.\nDate: 4-6 October 2027\nVenue: Porto", "unknown"),
        ],
    );
}

#[test]
fn a_day_to_come_under_the_title_is_the_events() {
    assert_decides(
        None,
        &[
            ("Lantern parade\nSunday 7 February 2027\nGroups register by 12 January", "2027-01-12"),
            ("Défilé des lanternes\nDimanche 7 février 2027\nInscription des groupes avant le 12 janvier", "2027-01-12"),
            ("Stadtlauf\nSonntag, 7. Februar 2027\nAnmeldung der Gruppen bis 12. Januar", "2027-01-12"),
            ("Desfile\nDomingo 7 de febrero de 2027\nInscripción de los grupos hasta el 12 de enero", "2027-01-12"),
            ("תהלוכה\nיום ראשון 7.2.2027\nהרשמת קבוצות עד 12 בינואר", "2027-01-12"),
            ("موكب\nالأحد 7 فبراير 2027\nتسجيل المجموعات حتى 12 يناير", "2027-01-12"),
            // The name of an age is nobody's age.
            ("Mercado de la Edad Media\n2 y 3 de octubre de 2027\n\nSolicitudes hasta el 28 de agosto", "2027-08-28"),
            // When it was published.
            ("Towns in bloom\nSunday 8 February 2026\nTowns register by 12 March", "2026-03-12"),
            // Yearly rounds are announced in the autumn before.
            ("Towns in bloom\nKassel, 20 November 2026\nTowns apply by 30 September.", "2027-09-30"),
            ("Preis\nKassel, 20. November 2026\nAnträge sind bis zum 30. September einzureichen.", "2027-09-30"),
            ("Prix\nNancy, le 16 novembre 2026\nLes dossiers sont à envoyer avant le 15 octobre.", "2027-10-15"),
            // Once it has been, the day does not make the next round's of a last day before it.
            ("Lantern parade\nSunday 8 February 2026\nGroups register by 12 January", "unknown"),
        ],
    );
}

#[test]
fn one_applies_before_the_projects_of_the_titles_year_begin() {
    assert_decides(
        None,
        &[
            (
                "Förderung 2027\nDurchführung: 1. Juni 2027 bis 31. August 2028\nAnträge können bis zum 1. März eingereicht werden.",
                "2027-03-01",
            ),
            ("Grants 2027\nProjects run from 1 June 2027 to 31 August 2028. Applications by 1 March.", "2027-03-01"),
            ("Grants\nProjects run from 1 June 2027 to 31 August 2028. Applications by 1 March.", "unknown"),
            ("Grants 2026\nProjects run from 1 June 2027 to 31 August 2028. Applications by 1 March.", "unknown"),
        ],
    );
}

#[test]
fn who_applies_all_the_time_until_a_day_has_a_last_one() {
    assert_decides(
        None,
        &[
            ("Fund\nAnträge können laufend noch bis zum 15. Oktober 2027 eingereicht werden.", "2027-10-15"),
            ("Fund\nRolling basis, until 15 October 2027.", "2027-10-15"),
            ("Fund\nThe fund is open all year until 15 October 2027.", "2027-10-15"),
            ("Fund\nApplications are taken on a rolling basis until 15 October 2027.", "2027-10-15"),
            ("Fonds\nLe guichet est ouvert en continu jusqu’au 15 octobre 2027.", "2027-10-15"),
            ("Fondo\nLa ventanilla está abierta de forma continua hasta el 15 de octubre de 2027.", "2027-10-15"),
            ("קרן\nהקרן פתוחה באופן שוטף עד 15 באוקטובר 2027.", "2027-10-15"),
            ("صندوق\nالصندوق مفتوح طوال العام حتى 15 أكتوبر 2027.", "2027-10-15"),
            ("Fund\nAnträge können laufend noch bis zum 15. Oktober eingereicht werden.", "unknown"),
            // What is done until then is something else.
            ("Fund\nApplications are accepted on a rolling basis. Projects end by 15 October 2027.", "rolling"),
            ("Fund\nApplications are accepted on a rolling basis; reports are due by 15 October 2027.", "rolling"),
            ("Fund\nYou can apply at any time. The office is closed until 7 January 2027.", "rolling"),
        ],
    );
}

#[test]
fn where_one_can_apply_again_in_a_year_it_is_the_texts_own() {
    assert_decides(
        None,
        &[
            ("Fonds\nAuch im Jahr 2027 können Kommunen wieder Geld beantragen. Anträge bis zum 15. Oktober.", "2027-10-15"),
            ("Fonds\nAuch 2027 können Vereine Zuschüsse beantragen. Anträge laufend noch bis zum 15. Oktober.", "2027-10-15"),
            ("Fund\nIn 2027 towns can again apply for money. It was set up in 2016. Applications by 15 October.", "2027-10-15"),
            ("Fonds\nEn 2027, les communes peuvent de nouveau déposer un dossier. Dossiers jusqu'au 15 octobre.", "2027-10-15"),
            (
                "Fondo\nEn 2027 los municipios pueden volver a presentar solicitudes. Solicitudes hasta el 15 de octubre.",
                "2027-10-15",
            ),
            ("תמיכות\nגם בשנת 2027 יכולות רשויות להגיש בקשות. בקשות יוגשו עד 15 באוקטובר.", "2027-10-15"),
            // What is applied for may be of that year and the last day of the one before.
            ("Fund\nTowns can again apply for the grants of 2027. Applications by 15 October.", "unknown"),
            ("Fonds\nFür 2027 können wieder Anträge gestellt werden. Anträge bis zum 15. Oktober.", "unknown"),
            ("Fund\nIn 2027 the fund will again be ten years old. Applications by 15 October.", "unknown"),
            ("Fund\nIn 2026 ten towns applied again. Applications by 15 October.", "unknown"),
            // Told in its autumn, the next winter is another year's.
            ("Fund\nIn 2027 towns can again apply for money. The round ends. Applications by 15 January.", "unknown"),
        ],
    );
}

#[test]
fn a_day_below_short_lines_or_in_the_name_of_an_issue_dates_the_text() {
    assert_decides(
        None,
        &[
            ("Garden contest\nGarden contest\nNews\n08/09/2026\nTowns can enter until 31 October next.", "2026-10-31"),
            ("Garden contest\nTown of Ash\nPress office\n8 September 2026\nEntries are taken until 31 October.", "2026-10-31"),
            ("Concours des jardins\nÉdition du 28 mai 2026\nInscriptions jusqu'au 10 juin.", "2026-06-10"),
            ("Garden contest\nIssue of 28 May 2026\nRegistration closes on 10 June.", "2026-06-10"),
            ("Gartenpreis\nAusgabe vom 28. Mai 2026\nBewerbungen bis 10. Juni.", "2026-06-10"),
            // Below a paragraph it may be any day.
            (
                "Garden contest\nThe town of Ash has gardens on every roof.\nThey are open each day.\n8 September 2026\nEntries are taken until 31 October.",
                "unknown",
            ),
        ],
    );
}

#[test]
fn the_name_of_a_paper_over_its_day_is_no_label() {
    assert_decides(
        None,
        &[
            (
                "Hosting the day of benches\nExpression of Interest\n18 December 2026\n1. Introduction\nThe office invites towns.",
                "unknown",
            ),
            ("Hosting the day of benches\nExpression of interest: 18 December 2026\nThe office invites towns.", "2026-12-18"),
            (
                "Hosting the day of benches\nExpression of interest\n18 December 2026\nFull application\n5 March 2027",
                "2026-12-18>2027-03-05",
            ),
        ],
    );
}

#[test]
fn the_year_of_the_foot_of_a_page_is_no_day_of_a_call() {
    assert_decides(
        None,
        &[
            ("Call for projects\nProjects are taken until closing time at 12:00 on March 31.\n2026 © The Ash Times", "unknown"),
            ("Appel à projets\nDossiers jusqu'au 15 mai\n2026 Tous droits réservés", "unknown"),
            ("Call for projects\nApply by 15 May\n2027 All rights reserved", "unknown"),
            ("Call for projects\nApply by 15 May\n2027", "2027-05-15"),
        ],
    );
}
