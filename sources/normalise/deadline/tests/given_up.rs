//! Days by which those who are in leave again, send their slides or ask for a room.

use super::assert_decides;

#[test]
fn who_is_in_may_leave_and_that_is_no_last_day() {
    assert_decides(
        None,
        &[
            ("Sign-up deadline: 5 March 2027\nCancellation deadline: 7 June 2027", "2027-03-05"),
            ("Register by 5 March 2027.\nRegistration cancellation: by 7 June 2027", "2027-03-05"),
            ("Register by 5 March 2027.\nLast day to withdraw your entry: 7 June 2027", "2027-03-05"),
            ("Register by 5 March 2027.\nRefund deadline: 7 June 2027", "2027-03-05"),
            ("Registration cancellation: by 7 June 2027", "unknown"),
            ("Anmeldung bis 5. März 2027.\nDie Anmeldung kann bis 7. Juni 2027 storniert werden.", "2027-03-05"),
            ("Bewerbung bis 5. März 2027.\nEin Rücktritt von der Bewerbung ist bis 7. Juni 2027 möglich.", "2027-03-05"),
            ("Inscription jusqu'au 5 mars 2027.\nDate limite d'annulation : 7 juin 2027", "2027-03-05"),
            (
                "Inscription jusqu'au 5 mars 2027.\nToute annulation d'inscription doit parvenir avant le 7 juin 2027.",
                "2027-03-05",
            ),
            (
                "Inscripción hasta el 5 de marzo de 2027.\nLa inscripción puede anularse hasta el 7 de junio de 2027.",
                "2027-03-05",
            ),
            ("Inscripción hasta el 5 de marzo de 2027.\nFecha límite de cancelación: 7 de junio de 2027", "2027-03-05"),
            ("הרשמה עד 5.3.2027\nניתן לבטל את ההרשמה עד 7.6.2027", "2027-03-05"),
            ("הרשמה עד 5.3.2027\nמועד אחרון לביטול הרשמה: 7.6.2027", "2027-03-05"),
            ("التسجيل حتى 5 مارس 2027\nيمكن إلغاء التسجيل حتى 7 يونيو 2027", "2027-03-05"),
            // Both, or the entry after all.
            ("Deadline for registration and cancellation: 5 March 2027", "2027-03-05"),
            ("Anmeldung oder Abmeldung bis 5. März 2027", "2027-03-05"),
            ("Cancelled last spring, the fair is back: register by 5 March 2027.", "2027-03-05"),
            ("Register by 5 March 2027, free cancellation until 7 June 2027.", "2027-03-05"),
            ("Register by 5 March 2027. Cancellation fees apply.", "2027-03-05"),
            ("Towns that had to cancel their concert can submit applications until 5 March 2027.", "2027-03-05"),
            ("עיריות שנאלצו לבטל את היריד יכולות להגיש בקשה עד 5.3.2027", "2027-03-05"),
            ("يمكن للبلديات التي اضطرت إلى إلغاء معرضها التقديم حتى 5 مارس 2027", "2027-03-05"),
        ],
    );
}

#[test]
fn what_those_accepted_send_comes_later() {
    assert_decides(
        None,
        &[
            ("Abstracts due: 5 March 2027\nPresentations due: 7 June 2027", "2027-03-05"),
            ("Abstract deadline: 5 March 2027\nDeadline for slides: 7 June 2027", "2027-03-05"),
            ("Abstract deadline: 5 March 2027\nPoster upload deadline: 7 June 2027", "2027-03-05"),
            (
                "Abstract deadline: 5 March 2027   12 March 2027\nReturn of corrections: by 7 June 2027   14 June 2027",
                "2027-03-12",
            ),
            ("Date limite d'envoi des résumés : 5 mars 2027\nDate limite d'envoi des présentations : 7 juin 2027", "2027-03-05"),
            ("Einreichung der Abstracts: 5. März 2027\nEinreichung der Präsentationen: 7. Juni 2027", "2027-03-05"),
            (
                "Envío de resúmenes: hasta el 5 de marzo de 2027\nEnvío de presentaciones: hasta el 7 de junio de 2027",
                "2027-03-05",
            ),
            ("הגשת תקצירים: 5.3.2027\nהגשת מצגות: 7.6.2027", "2027-03-05"),
            ("آخر موعد لاستلام الملخصات: 5 مارس 2027\nآخر موعد لاستلام العروض التقديمية: 7 يونيو 2027", "2027-03-05"),
            ("تواريخ\n5/3/2027\nآخر موعد لتسليم الملخصات\n7/6/2027\nآخر موعد لتسليم البحوث كاملة", "2027-03-05>2027-06-07"),
            (
                "تواريخ\nآخر موعد لتسليم الملخصات 5/3/2027\nآخر موعد لتسليم الأبحاث في صورتها النهائية 7/6/2027",
                "2027-03-05>2027-06-07",
            ),
            ("Inscription jusqu'au 5 mars 2027\nDemandes de visa avant le 7 juin 2027", "2027-03-05"),
            ("التسجيل حتى 5 مارس 2027\nآخر موعد لحجز الفندق 7 يونيو 2027", "2027-03-05"),
            ("Register by 5 March 2027\nRegister for the gala dinner until 7 June 2027", "2027-03-05"),
            (
                "- 5/3/2027 نهاية تقديم المساهمات\n- 7/6/2027 الموعد النهائي لتقديم المساهمات المقبولة بشكلها النهائي",
                "2027-03-05",
            ),
            ("5/3/2027 نهاية تقديم المساهمات", "2027-03-05"),
            (
                "- 5 March 2027: end of submissions\n- 7 June 2027: final deadline for the accepted contributions in their final form",
                "2027-03-05",
            ),
            ("Résumés : 5 mars 2027 au plus tard\nDate limite d'envoi des textes acceptés : 7 juin 2027", "2027-03-05"),
            ("Einreichung der Abstracts: 5. März 2027\nFrist für die angenommenen Beiträge: 7. Juni 2027", "2027-03-05"),
            (
                "Envío de resúmenes: hasta el 5 de marzo de 2027\nPlazo de las ponencias aceptadas: 7 de junio de 2027",
                "2027-03-05",
            ),
            // Alone it is the last.
            ("Presentations due: 7 June 2027", "2027-06-07"),
            ("Applications and a paper copy by 5 March 2027. The jury meets on 11 January 2027.", "2027-03-05"),
        ],
    );
}

#[test]
fn what_is_due_with_an_early_registration_is_due() {
    assert_decides(
        None,
        &[
            ("Early registration and abstracts: 5 March 2027", "2027-03-05"),
            ("Early registration and payment: 5 March 2027", "unknown"),
        ],
    );
}

#[test]
fn a_jury_sits_when_all_is_in() {
    assert_decides(
        None,
        &[
            ("استقبال المشاركات\n11 يناير - 5 مارس 2027\nتحكيم المشاركات\n8 مارس - 12 مارس 2027", "2027-03-05"),
            ("11 de enero - 5 de marzo de 2027\nRecepción de obras\n8 - 12 de marzo de 2027\nEvaluación", "2027-03-05"),
            ("11.1.2027 - 5.3.2027\nקבלת עבודות\n8.3.2027 - 12.3.2027\nשיפוט", "2027-03-05"),
        ],
    );
}
