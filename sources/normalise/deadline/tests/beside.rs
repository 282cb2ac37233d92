//! Days by which something else is asked for: to come to an evening about the call, to order furniture for the stand.

use super::assert_decides;

#[test]
fn who_registers_for_an_evening_about_the_call_does_not_apply() {
    assert_decides(
        None,
        &[
            (
                "Klimaprogramm\nGemeinden reichen ihre Anträge online ein. Eine Informationsveranstaltung gibt es am 9. November; dazu melden Sie sich an. Anmeldung bis 02.11.2027.",
                "unknown",
            ),
            (
                "Klimaprogramm\nGemeinden können ab sofort einreichen. Am 9. November 2027 findet ein Infoabend statt. Anmeldung dafür bis 2. November 2027.",
                "unknown",
            ),
            (
                "Grants for wells\nTowns can apply now. An information session takes place on 9 November 2027. Please register by 2 November 2027.",
                "unknown",
            ),
            (
                "Grants for wells\nTowns can apply now. We invite you to a webinar on 9 November 2027 where experts answer questions. Registration is requested by 2 November 2027.",
                "unknown",
            ),
            (
                "Aides aux puits\nLes communes peuvent candidater dès maintenant. Une réunion d'information aura lieu le 9 novembre 2027. Inscription avant le 2 novembre 2027.",
                "unknown",
            ),
            (
                "Ayudas a pozos\nLos municipios ya pueden presentar solicitudes. El 9 de noviembre de 2027 habrá una sesión informativa. Inscripción hasta el 2 de noviembre de 2027.",
                "unknown",
            ),
            (
                "מענקים לבארות\nרשויות יכולות להגיש בקשות כבר עכשיו. מפגש מידע יתקיים ביום 9.11.2027. יש להירשם עד 2.11.2027.",
                "unknown",
            ),
            (
                "Grants for wells\nAn information session takes place on 9 November 2027. Applications by 28 November 2027.",
                "2027-11-28",
            ),
            (
                "Grants for wells\nAn information session takes place on 9 November 2027. Please register by 2 November 2027. Applications are due on 28 November 2027.",
                "2027-11-28",
            ),
            (
                "Autumn conference\nThe conference takes place on 9 November 2027. Please register by 2 November 2027.",
                "2027-11-02",
            ),
            ("Webinar on wells\nThe webinar takes place on 9 November 2027. Please register by 2 November 2027.", "2027-11-02"),
            (
                "Infoabend für Gemeinden\nDer Infoabend findet am 9. November 2027 statt. Um Anmeldung bis 2. November 2027 wird gebeten.",
                "2027-11-02",
            ),
            (
                "Study visit to wells\nAn information session takes place on 5 August 2027. The study visit is in October. Please register for the visit by 2 November 2027.",
                "2027-11-02",
            ),
            (
                "Youth camp\nThere will be an online information evening on 2 March 2027. The camp is from 3 to 9 August 2027. Register by 28 April 2027.",
                "2027-04-28",
            ),
            (
                "Grants for wells\nTowns may apply. An information session is planned for those selected on 15 March 2027. The closing date is 31 January 2027.",
                "2027-01-31",
            ),
            (
                "Zuschüsse\nKommunen können sich bewerben. Die Informationsveranstaltung für die Ausgewählten ist am 10. März 2027. Frist: 31. Januar 2027.",
                "2027-01-31",
            ),
            (
                "Aides\nLes communes peuvent candidater. Un webinaire d'information est prévu le 10 mars 2027. Dépôt jusqu'au 31 janvier 2027.",
                "2027-01-31",
            ),
            (
                "Ayudas\nLos municipios pueden presentar solicitudes. Habrá una sesión informativa el 10 de marzo de 2027. Plazo: 31 de enero de 2027.",
                "2027-01-31",
            ),
            ("מענקים\nרשויות מוזמנות להגיש בקשה. מפגש מידע לזוכים יתקיים ב-10.3.2027. מועד אחרון: 31.1.2027.", "2027-01-31"),
            ("Info\nThe jury holds an info session on 5 May 2027. Teams register by 3 May 2027.", "2027-05-03"),
            (
                "Call for choirs\nChoirs may apply for the festival. An info session is held on 5 May 2027. Applications by 3 May 2027.",
                "2027-05-03",
            ),
            (
                "Call for choirs\nChoirs may apply at any time. A webinar is held on 5 May 2027. Register your choir for the webinar by 3 May 2027.",
                "rolling",
            ),
        ],
    );
}

#[test]
fn what_a_stand_is_furnished_with_is_ordered_later() {
    assert_decides(
        None,
        &[
            (
                "Termine für Aussteller\nBis 20. Februar 2027 | Anmeldeschluss für Standplätze |\nEnde Juni 2027 | Einsendeschluss der Bestellformulare |",
                "2027-02-20",
            ),
            (
                "Autumn fair: dates for exhibitors\nStand applications close on 20 February 2027. Deadline for order forms: 30 June 2027.",
                "2027-02-20",
            ),
            (
                "Autumn fair\nApplications by 20 February 2027. Deadline to order furniture and electricity: 20 August 2027.",
                "2027-02-20",
            ),
            ("Autumn fair\nClosing date for stands: 20 February 2027\nDeadline for technical orders: 30 June 2027", "2027-02-20"),
            ("Messe\nAnmeldeschluss: 20. Februar 2027. Bestellschluss für Standzubehör: 30. Juni 2027.", "2027-02-20"),
            (
                "Foire\nDate limite d'inscription : 20 février 2027. Date limite des bons de commande : 30 juin 2027.",
                "2027-02-20",
            ),
            (
                "Feria\nFecha límite de inscripción: 20 de febrero de 2027. Fecha límite de los formularios de pedido: 30 de junio de 2027.",
                "2027-02-20",
            ),
            ("יריד\nמועד אחרון להרשמה: 20.2.2027. מועד אחרון להזמנת ציוד לדוכן: 30.6.2027.", "2027-02-20"),
            ("Autumn fair\nDeadline to order a stand: 20 February 2027.", "2027-02-20"),
            ("Christmas market\nOrder your stall by 20 February 2027.", "2027-02-20"),
        ],
    );
}
