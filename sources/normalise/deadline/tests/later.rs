use super::{DeadlineContext, assert_decides, cues, day, deadline, shown};

#[test]
fn what_those_accepted_do_comes_later() {
    assert_decides(
        None,
        &[
            (
                "The call for papers is open from 4 March 2027 until 12 April 2027. Once accepted, speakers have to register before 3 June 2027. If they are unable, a colleague has to register before 20 May 2027.",
                "2027-04-12",
            ),
            (
                "Los resúmenes se presentan del 4 de marzo de 2027 al 12 de abril de 2027. Una vez aceptado el resumen, hay que inscribirse antes del 3 de junio de 2027.",
                "2027-04-12",
            ),
            (
                "Die Frist für Abstracts läuft vom 4. März 2027 bis zum 12. April 2027. Nach der Annahme melden sich die Vortragenden bis zum 3. Juni 2027 an.",
                "2027-04-12",
            ),
            (
                "Les résumés sont à envoyer du 4 mars 2027 au 12 avril 2027. Après acceptation, il faut s'inscrire avant le 3 juin 2027.",
                "2027-04-12",
            ),
            ("הגשת תקצירים עד 12.4.2027. לאחר קבלת התקציר יש להירשם עד 3.6.2027.", "2027-04-12"),
            ("تقديم الملخصات حتى 12 أبريل 2027. بعد قبول الملخص يجب التسجيل قبل 3 يونيو 2027.", "2027-04-12"),
            (
                "Towns send the form by 12 April 2027. Each town hears whether the jury has accepted its project not later than 3 June 2027.",
                "2027-04-12",
            ),
            // Nothing else is told: it is the last day.
            ("Once accepted by their council, towns register before 3 June 2027.", "2027-06-03"),
            (
                "Towns send the form by 12 April 2027. After the first round, applications can be sent until 3 June 2027.",
                "2027-04-12+2027-06-03",
            ),
        ],
    );
}

#[test]
fn a_fee_is_due_after_the_papers() {
    assert_decides(
        None,
        &[
            (
                "Calendrier\n· 4 mars 2027 : date limite pour les résumés\n· 2 juin 2027 : date limite de versement des frais\n· 5-7 juin 2027 : congrès",
                "2027-03-04",
            ),
            ("Congress\n4 March 2027: deadline for abstracts\n2 June 2027: deadline for the payment of the fee", "2027-03-04"),
            (
                "Congress\n4. März 2027: Einreichfrist für Beiträge\n2. Juni 2027: Frist für die Zahlung der Tagungsgebühr",
                "2027-03-04",
            ),
            (
                "Congress\n4 de marzo de 2027: fecha límite de envío de ponencias\n2 de junio de 2027: fecha límite de pago de la cuota",
                "2027-03-04",
            ),
            ("Congress\n4.3.2027: מועד אחרון להגשת תקצירים\n2.6.2027: מועד אחרון לתשלום דמי ההרשמה", "2027-03-04"),
            ("Congress\n4 مارس 2027: آخر موعد لتقديم الملخصات\n2 يونيو 2027: آخر موعد لدفع الرسوم", "2027-03-04"),
            (
                "Deadline for abstracts: 04/03/27\n\nResults of the review: 11/04/27\n\nLast day to pay the fee: 14/05/27\n\nCongress: 29/06-02/07/27\n\nLast day for the chapters: 08/08/27",
                "2027-03-04",
            ),
            (
                "Deadline for abstracts and seminar proposals: 4 March 2027\nCongress: 29-30 June 2027\nLast day for the chapters: 8 August 2027",
                "2027-03-04",
            ),
            // Both are due on the day.
            ("2 June 2027: deadline for registration and payment of the fee", "2027-06-02"),
        ],
    );
}

#[test]
fn a_round_holds_its_last_day_in_brackets() {
    assert_decides(
        None,
        &[
            (
                "The board sits twice a year:\n30.03.2027 (entries close: 02.03.2027)\n11.07.2027 (entries close: 13.06.2027)",
                "2027-03-02+2027-06-13",
            ),
            ("The board meets on 30 March 2027 (deadline: 2 March 2027).", "2027-03-02"),
            (
                "Sitzungen des Beirats:\n30.03.2027 (Antragsfrist: 02.03.2027)\n11.07.2027 (Antragsfrist: 13.06.2027)",
                "2027-03-02+2027-06-13",
            ),
            (
                "Comités :\n30 mars 2027 (date limite de dépôt : 2 mars 2027)\n11 juillet 2027 (date limite de dépôt : 13 juin 2027)",
                "2027-03-02+2027-06-13",
            ),
            (
                "Sesiones:\n30 de marzo de 2027 (fecha límite: 2 de marzo de 2027)\n11 de julio de 2027 (fecha límite: 13 de junio de 2027)",
                "2027-03-02+2027-06-13",
            ),
            (
                "ישיבות הוועדה:\n30.3.2027 (מועד אחרון להגשה: 2.3.2027)\n11.7.2027 (מועד אחרון להגשה: 13.6.2027)",
                "2027-03-02+2027-06-13",
            ),
            (
                "اجتماعات اللجنة:\n30 مارس 2027 (آخر موعد للتقديم: 2 مارس 2027)\n11 يوليو 2027 (آخر موعد للتقديم: 13 يونيو 2027)",
                "2027-03-02+2027-06-13",
            ),
            // A bracket aside of the deadline itself.
            ("Applications by 30 March 2027 (early entries: 2 March 2027).", "2027-03-30"),
            ("Deadline: 30 March 2027 (deadline for questions: 2 March 2027)", "2027-03-30"),
        ],
    );
}

#[test]
fn a_late_day_for_special_cases_leaves_the_ordinary_one() {
    assert_decides(
        None,
        &[
            (
                "Deadline for applications: 5 March 2027. A late application is refused unless the board finds special reasons, and in any case no later than 19 March 2027.",
                "2027-03-05",
            ),
            (
                "Bewerbungsfrist: 5. März 2027. Verspätete Anträge werden abgelehnt, außer bei besonderen Umständen, und in keinem Fall später als am 19. März 2027, jedenfalls spätestens am 19. März 2027.",
                "2027-03-05",
            ),
            (
                "Date limite : 5 mars 2027. Toute demande tardive est rejetée, sauf circonstances exceptionnelles, et en tout cas au plus tard le 19 mars 2027.",
                "2027-03-05",
            ),
            (
                "Fecha límite: 5 de marzo de 2027. Las solicitudes fuera de plazo se rechazan salvo causa justificada y, en todo caso, no más tarde del 19 de marzo de 2027.",
                "2027-03-05",
            ),
            (
                "מועד אחרון להגשה: 5.3.2027. טופס שיישלח באיחור לא ייבדק, אלא אם יש סיבה מוצדקת, וגם אז לא יאוחר מיום 19.3.2027.",
                "2027-03-05",
            ),
            (
                "آخر موعد للتقديم: 5 مارس 2027. يرفض الطلب المتأخر إلا في ظروف خاصة، وفي كل الأحوال في موعد أقصاه 19 مارس 2027.",
                "2027-03-05",
            ),
            (
                "Sports until 4 March 2027.\nArts until 5 March 2027.\nA late application is refused, unless the board finds special reasons, and then the last day is 19 March 2027.",
                "2027-03-04+2027-03-05",
            ),
            (
                "ספורט עד 4.3.2027.\nאמנות עד 5.3.2027.\nטופס שיישלח באיחור לא ייבדק, אלא אם יש סיבה מוצדקת, וגם אז לא יאוחר מיום 19.3.2027.",
                "2027-03-04+2027-03-05",
            ),
            // The ordinary day said firmly.
            ("Applications are sent by post, in any case no later than 19 March 2027.", "2027-03-19"),
            ("Towns apply soon, in any case no later than 19 March 2027. Late entries are refused.", "2027-03-19"),
        ],
    );
}

#[test]
fn the_sentence_before_gives_the_year() {
    assert_decides(
        None,
        &[
            ("Partner towns\nIn 2027 there are two calls for towns. Applications are possible until 16 April.", "2027-04-16"),
            ("Gemeinden\n2027 kommen zwei Aufrufe. Anträge sind bis 16. April einzureichen.", "2027-04-16"),
            (
                "Villes\nEn 2027, deux appels à projets sont ouverts. Les candidatures sont possibles jusqu'au 16 avril.",
                "2027-04-16",
            ),
            ("Ciudades\nEn 2027 hay dos convocatorias. Las solicitudes pueden presentarse hasta el 16 de abril.", "2027-04-16"),
            ("רשויות\nבשנת 2027 יש שני קולות קוראים. ניתן להגיש בקשות עד 16 באפריל.", "2027-04-16"),
            ("بلديات\nفي عام 2027 هناك دعوتان لتقديم المقترحات. يمكن تقديم الطلبات حتى 16 أبريل.", "2027-04-16"),
            // A year of something else, a span of years, or another day's.
            ("Partner towns\nIn 2027 the festival returns. Applications are possible until 16 April.", "unknown"),
            (
                "Partner towns\nIn 2027 and 2028 there are two calls for towns. Applications are possible until 16 April.",
                "unknown",
            ),
            (
                "Partner towns\nThe calls of 2027 are over. In all there were two. Applications are possible until 16 April.",
                "unknown",
            ),
            ("Partner towns\nSince 2027 there have been two calls. Applications are possible until 16 April.", "unknown"),
        ],
    );
}

#[test]
fn title_and_address_agree_on_the_year() {
    let cues = cues();
    let read = |url: &str, text: &str| {
        let context = DeadlineContext { published: None, url, today: day(2026, 11, 22) };
        shown(&deadline(text, None, &context, cues).deadline)
    };
    let page = "https://town.example/youth-exchange-2027/";
    let texts = [
        "Youth exchange Haifa 2027\nRegistration: from 19 January to 20 February at the centre. The meeting takes place on 29 June.",
        "Intercambio Haifa 2027\nPreinscripción: del 19 de enero al 20 de febrero. El encuentro se celebra el 29 de junio.",
        "Échange Haïfa 2027\nInscriptions : du 19 janvier au 20 février. La rencontre aura lieu le 29 juin.",
        "Jugendaustausch 2027\nAnmeldung: vom 19. Januar bis 20. Februar. Das Treffen findet am 29. Juni statt.",
        "חילופי נוער 2027\nהרשמה: מ-19 בינואר עד 20 בפברואר. המפגש יתקיים ב-29 ביוני.",
        "تبادل الشباب 2027\nالتسجيل: من 19 يناير حتى 20 فبراير. يقام اللقاء يوم 29 يونيو.",
    ];
    for text in texts {
        assert_eq!(read(page, text), "2027-02-20", "{text}");
    }
    // One of them alone, a meeting before it, or another year beside.
    assert_eq!(read("https://town.example/youth/", texts[0]), "unknown");
    assert_eq!(read(page, &texts[0].replace(" 2027", "")), "unknown");
    assert_eq!(read(page, &texts[0].replace("20 February", "20 October")), "unknown");
    assert_eq!(read(page, &format!("{} The first was on 3 May 2025.", texts[0])), "unknown");
}
