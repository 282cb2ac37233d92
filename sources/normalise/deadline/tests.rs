mod abstracts;
mod answered;
mod beside;
mod calendars;
mod contests;
mod given_up;
mod info_days;
mod late_entries;
mod later;
mod marked;
mod named_years;
mod neighbours;
mod printed;
mod rows;
mod steps;
mod subjects;
mod this_year;
mod told_of;
mod windows;

use std::sync::LazyLock;

use chrono::NaiveDate;
use chrono_tz::{America::New_York, Europe::Brussels};
use proptest::prelude::*;

use super::{Dated, DeadlineContext, DeadlineFound, EventDates, from_field};
use crate::normalise::cues::Cues;
use crate::opportunity::{Deadline, DeadlineKind};

fn deadline(text: &str, lang: Option<&str>, context: &DeadlineContext<'_>, cues: &Cues) -> DeadlineFound {
    Dated::read(text, lang, *context, &cues.find(&words::tokens(text), None)).deadline()
}

fn event_dates(text: &str, lang: Option<&str>, context: &DeadlineContext<'_>, cues: &Cues) -> Option<EventDates> {
    Dated::read(text, lang, *context, &cues.find(&words::tokens(text), None)).event(false)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Compiled once: property tests ask for it hundreds of times.
static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::from_toml(include_str!("../../../config/cues.toml")).unwrap());

fn cues() -> &'static Cues {
    &CUES
}

/// Fixed dates as they are, cut-offs joined by `+`, two stages by `>`, and the kinds without a date by name.
fn shown(deadline: &Deadline) -> String {
    let dates: Vec<String> = deadline.stages.iter().map(|stage| stage.date.to_string()).collect();
    match deadline.kind {
        DeadlineKind::Fixed => dates.concat(),
        DeadlineKind::MultipleCutoffs => dates.join("+"),
        DeadlineKind::TwoStage => dates.join(">"),
        DeadlineKind::Rolling => "rolling".to_owned(),
        DeadlineKind::UntilExhausted => "exhausted".to_owned(),
        DeadlineKind::Unknown => "unknown".to_owned(),
    }
}

fn assert_decides(published: Option<NaiveDate>, cases: &[(&str, &str)]) {
    let cues = cues();
    let context = DeadlineContext { published, url: "https://cities.example/call", today: day(2026, 11, 22) };
    let mut wrong = Vec::new();
    for (text, want) in cases {
        let found = deadline(text, None, &context, cues);
        for stage in &found.deadline.stages {
            let quote = stage.quote.as_deref().unwrap_or("");
            assert!(!quote.is_empty() && text.contains(quote), "{quote:?} does not stand in {text:?}");
        }
        let got = shown(&found.deadline);
        if got != *want {
            wrong.push(format!("{text:?}\n  want {want}\n  got  {got} ({}; {:?})", found.rule, found.quote));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn english_deadlines_are_told_from_decoys() {
    assert_decides(
        None,
        &[
            ("Early bird until 1 March 2027. Submissions close on 15 April 2027, 17:00 CET.", "2027-04-15"),
            ("The conference takes place in Haifa on 9-11 May 2027. Register by 20 April 2027.", "2027-04-20"),
            ("Proposals due: 4 June 2027. Winners will be announced on 1 July 2027.", "2027-06-04"),
            ("Questions may be sent until 10 January 2027. The closing date is 31 January 2027 at noon.", "2027-01-31"),
            ("Applicants must be born after 1 January 1995. Send your application no later than 12 February 2027.", "2027-02-12"),
            ("Projects start on 1 September 2027 and end on 31 August 2029. Apply before 18 March 2027.", "2027-03-18"),
            ("Posted on 3 November 2026. Entries have to reach us by midnight on Friday 29 January 2027.", "2027-01-29"),
            ("Deadline extended! New deadline: 28 February 2027 (was 31 January 2027).", "2027-02-28"),
            ("The application window runs from 1 February to 30 April 2027.", "2027-04-30"),
            (
                "Stage 1: concept notes by 5 March 2027. Stage 2: full proposals by 10 September 2027, by invitation only.",
                "2027-03-05>2027-09-10",
            ),
            ("Cut-off dates: 15 January, 15 April and 15 September 2027", "2027-01-15+2027-04-15+2027-09-15"),
            ("Applications are accepted on a rolling basis throughout the year.", "rolling"),
            ("Vouchers are granted until funds are exhausted.", "exhausted"),
            ("Apply by 31 December 2099.", "rolling"),
            ("The deadline for applications is 31 October.", "unknown"),
            ("Award ceremony: 7 June 2027 in Vienna.", "unknown"),
            ("17 May 2027 is the last day to nominate a mayor.", "2027-05-17"),
            ("Deadline\n| 30 June 2027 | 17:00 |\nStart\n| 1 January 2028 |", "2027-06-30"),
            ("A letter of intent is welcome by 1 April 2027; bids must be submitted before 3 May 2027.", "2027-05-03"),
            ("Please return the form to the secretariat by 22 January 2027. The jury meets on 3 February 2027.", "2027-01-22"),
            ("Nominations close Monday, 8 March 2027. Finalists are notified by 30 April 2027.", "2027-03-08"),
            (
                "An information session is held on 14 January 2027. Expressions of interest by 11 February 2027, please.",
                "2027-02-11",
            ),
            (
                "Abstract submission: 1 March 2027\nNotification of acceptance: 1 April 2027\nConference: 5-7 July 2027",
                "2027-03-01",
            ),
            ("Stand bookings for the fair (12-14 October 2027) are taken until 30 July 2027.", "2027-07-30"),
            ("Partner search for an EU call (deadline 7 September 2027). Interested towns reply by 5 May 2027.", "2027-05-05"),
        ],
    );
}

#[test]
fn what_was_moved_or_stands_beside_is_no_deadline() {
    assert_decides(
        Some(day(2026, 11, 9)),
        &[
            ("The first deadline was 16 January 2027. Entries are now accepted until 1 February 2027.", "2027-02-01"),
            ("Closing date 21 January 2027 was moved: towns may still apply up to and including 5 February 2027.", "2027-02-05"),
            ("Die ursprüngliche Frist (19.1.2027) wurde bis Samstag, 13. Februar 2027, verlängert.", "2027-02-13"),
            (
                "Die Bewerbung ist zu zwei Terminen möglich: bis zum 15. März 2027 und bis zum 15. Oktober 2027.",
                "2027-03-15+2027-10-15",
            ),
            ("שני מחזורים: 27.1.2027 ו-5.3.2027.", "2027-01-27+2027-03-05"),
            ("- מועד ראשון: 27.1.2027\n- מועד שני: 5.3.2027\n- מועד שלישי: 4.6.2027", "2027-01-27+2027-03-05+2027-06-04"),
            ("רשויות מעוניינות יפנו עד 3 בינואר 2027. ההצעה עצמה תוגש ב-21.02.2027.", "2027-01-03"),
            ("Host towns answer before 8 January 2027. Garden lab on 20 February 2027.", "2027-01-08"),
            ("Show what works. 11 January 2027, 15.00 CET is the last moment.", "2027-01-11"),
            ("Winter school: registration closes soon\nNovember 9, 2026\nPre-registration ends January 4, 2027.", "2027-01-04"),
            ("Garden awards open for entries\nNovember 9, 2026\nThe closing date is in the form.", "unknown"),
            ("Applications are assessed as they come in; there is no closing date.", "rolling"),
            ("Rolling assessment until the fund is exhausted.", "exhausted"),
            ("Towns exhibit at the Harbour Fair from 3 May 2027 to 5 May 2027.\n\nBook a stand by 30 March 2027.", "2027-03-30"),
            ("Send your motivation letter by 1 February 2027.", "2027-02-01"),
        ],
    );
}

#[test]
fn hebrew_deadlines_are_told_from_decoys() {
    assert_decides(
        None,
        &[
            ("תאריך פרסום: 01.02.2027. המועד האחרון להגשת הצעות: 15.03.2027 בשעה 14:00", "2027-03-15"),
            ("הרשמה מוקדמת עד 1.2.2027. ההרשמה תיסגר ביום 20.2.2027.", "2027-02-20"),
            ("ניתן להגיש בקשות עד ליום ה-9/12/2027", "2027-12-09"),
            ("בהתאם להחלטת ממשלה 550 מיום 24.10.2021, רשויות מוזמנות להגיש הצעות לא יאוחר מיום 30.6.2027.", "2027-06-30"),
            ("הכנס יתקיים בתאריך 5.5.2027 בבאר שבע. יש להירשם עד 28.4.2027.", "2027-04-28"),
            ("המועד להגשת מועמדות הוארך עד 11 באפריל 2027", "2027-04-11"),
            ("כנס הסברה ייערך ב-3.1.2027 בזום. מועד הגשה: 31.1.2027", "2027-01-31"),
            ("ההגשה פתוחה לאורך כל השנה, ללא מועד אחרון.", "rolling"),
            ("המענקים יחולקו עד לגמר התקציב, כל הקודם זוכה.", "exhausted"),
            ("שאלות הבהרה יישלחו עד 10.1.2027.\nההצעות יוגשו עד 25.1.2027 בשעה 12:00.", "2027-01-25"),
            ("שלב א': הגשת תקציר עד 1.3.2027\nשלב ב': הגשת תוכנית מלאה עד 1.6.2027", "2027-03-01>2027-06-01"),
            ("תאריך אחרון להגשה:\n17.2.2027", "2027-02-17"),
            ("התחרות מיועדת לילידי 2005. שולחים עבודות עד כ\"ג באדר ב' תשפ\"ז", "2027-04-01"),
            ("תוצאות יפורסמו עד 1.7.2027. הגשת מועמדויות לפרס: עד 2.5.2027", "2027-05-02"),
            ("טקס הענקת הפרס יתקיים ב-12.9.2027.", "unknown"),
            ("על המיזם להסתיים עד 31.12.2028. הגשה מקוונת בלבד עד יום חמישי, 4.3.2027", "2027-03-04"),
        ],
    );
}

#[test]
fn french_german_and_spanish_deadlines_are_told_from_decoys() {
    assert_decides(
        None,
        &[
            ("Publié le 2 février 2027. Les dossiers sont à déposer avant le 30 avril 2027 à 12 h.", "2027-04-30"),
            ("Les candidatures sont reçues du 1er mars au 15 mai 2027.", "2027-05-15"),
            ("Date limite prolongée au 11 juin 2027.", "2027-06-11"),
            ("Le colloque se tiendra les 4 et 5 octobre 2027 à Lyon. Inscriptions jusqu'au 20 septembre 2027.", "2027-09-20"),
            ("Date limite de dépôt : 3 mai 2027\nRésultats : 30 juin 2027\nDébut du projet : 1er septembre 2027", "2027-05-03"),
            (
                "Une réunion d'information aura lieu le 14 janvier 2027. Clôture de l'appel le 26 février 2027 à minuit.",
                "2027-02-26",
            ),
            ("Les demandes sont examinées au fil de l'eau, toute l'année.", "rolling"),
            ("Aides accordées jusqu'à épuisement des fonds.", "exhausted"),
            (
                "Première phase : note de deux pages au plus tard le 1er avril 2027. Deuxième phase : dossier complet pour le 15 juillet 2027.",
                "2027-04-01>2027-07-15",
            ),
            (
                "Tarif réduit pour les inscriptions anticipées avant le 1er juin 2027 ; fin des inscriptions le 10 septembre 2027.",
                "2027-09-10",
            ),
            ("Bewerbungsschluss ist der 31. Januar 2027. Die Preisverleihung findet am 8. Mai 2027 statt.", "2027-01-31"),
            ("Anträge können bis zum 15.04.2027 eingereicht werden.", "2027-04-15"),
            ("Die Tagung findet vom 3. bis 5. Juni 2027 in Kassel statt, Anmeldung bis 14. Mai 2027.", "2027-05-14"),
            ("Stand: 01.12.2026. Fristverlängerung: Einreichungen sind nun bis 28. Februar 2027 möglich.", "2027-02-28"),
            ("Frühbuchertarif bis 1.3.2027, Anmeldeschluss 1.5.2027.", "2027-05-01"),
            (
                "Wer mitmachen will, meldet sich unverbindlich bis 10. Januar 2027; Abgabetermin der Beiträge: 20. März 2027, 24 Uhr.",
                "2027-03-20",
            ),
            ("Anträge werden laufend entgegengenommen.", "rolling"),
            ("Stichtage: 31. März, 30. Juni und 30. September 2027", "2027-03-31+2027-06-30+2027-09-30"),
            ("Erste Stufe: Projektskizze bis 12.02.2027. Zweite Stufe: Vollantrag bis 30.06.2027.", "2027-02-12>2027-06-30"),
            ("Das Projekt muss bis 31. Dezember 2027 abgeschlossen sein. Einsendeschluss: 5. Februar 2027", "2027-02-05"),
            ("El plazo de presentación finaliza el 15 de marzo de 2027 a las 14:00 horas.", "2027-03-15"),
            ("Publicado el 1 de diciembre de 2026. Solicitudes hasta el 20 de enero de 2027.", "2027-01-20"),
            ("Se amplía el plazo: hasta el 30 de abril de 2027 podrán enviarse candidaturas.", "2027-04-30"),
            (
                "El congreso tendrá lugar del 6 al 8 de octubre de 2027; inscripciones antes del 1 de septiembre de 2027.",
                "2027-09-01",
            ),
            ("Fecha límite: 12/02/2027. Resolución: 30/04/2027.", "2027-02-12"),
            ("Desde el 10 de enero hasta el 10 de febrero de 2027 se presentarán los trabajos.", "2027-02-10"),
            ("Convocatoria abierta permanente.", "rolling"),
            ("Ayudas hasta agotar fondos.", "exhausted"),
            ("La entrega de premios será el 4 de junio de 2027.", "unknown"),
            (
                "Jornada informativa el 12 de enero de 2027. Las entidades locales presentarán su propuesta a más tardar el 3 de marzo de 2027.",
                "2027-03-03",
            ),
        ],
    );
}

#[test]
fn a_year_comes_from_the_date_of_publication_or_not_at_all() {
    assert_decides(
        Some(day(2026, 12, 20)),
        &[
            ("Apply through Jan. 15.", "2027-01-15"),
            ("Anmeldungen bitte bis 31.3. an die Stadt.", "2027-03-31"),
            ("Candidatures jusqu'au 5 janvier.", "2027-01-05"),
            ("הגשה עד ה-8 למרץ", "2027-03-08"),
            ("Entries are due Thursday, January 15.", "unknown"),
            ("Applications close tomorrow.", "2026-12-21"),
        ],
    );
    assert_decides(
        None,
        &[
            ("12.01.2027\nAnmeldeschluss: 1. Februar", "2027-02-01"),
            ("Mayors can apply through Dec. 20. In October 2027 the organisers select 25 winners.", "2026-12-20"),
            ("Hand in by 3 May. The deadline is 3 May 2027.", "2027-05-03"),
        ],
    );
}

#[test]
fn the_hour_in_the_prose_is_kept_with_the_date_in_the_label() {
    let context = DeadlineContext { published: None, url: "", today: day(2026, 11, 22) };
    let text = "Deadline: 4 March 2027\nProposals must be received by 4 March 2027, 17:00 (Brussels time).";
    let found = deadline(text, None, &context, cues()).deadline;
    let stage = found.decisive().unwrap();
    assert_eq!((stage.time.unwrap().to_string().as_str(), stage.zone.as_deref()), ("17:00:00", Some("Europe/Brussels")));
}

#[test]
fn american_hosts_write_the_month_first() {
    let context = DeadlineContext { published: None, url: "https://www.grants.gov/x", today: day(2026, 11, 22) };
    let found = deadline("Closing Date: 03/04/2027", Some("en"), &context, cues());
    assert_eq!(shown(&found.deadline), "2027-03-04");
}

#[test]
fn an_event_has_its_own_dates() {
    let context = DeadlineContext { published: None, url: "", today: day(2026, 11, 22) };
    let cases = [
        ("Register by 1 May 2027 for the summit, which takes place on 9-11 June 2027.", Some(("2027-06-09", "2027-06-11"))),
        ("הכנס ייערך בתאריכים 3-4.3.2027; הרשמה עד 20.2.2027", Some(("2027-03-03", "2027-03-04"))),
        ("Die Messe findet am 4. Mai 2027 statt.", Some(("2027-05-04", "2027-05-04"))),
        ("Deadline: 3 May 2027", None),
    ];
    for (text, want) in cases {
        let got = event_dates(text, None, &context, cues()).map(|e| (e.start.to_string(), e.end.to_string()));
        assert_eq!(got, want.map(|(start, end)| (start.to_owned(), end.to_owned())), "{text}");
    }
}

#[test]
fn date_fields_lose_their_fake_hours_and_keep_their_printed_day() {
    let today = day(2026, 11, 22);
    let read = |values: &[&str], model, zone: chrono_tz::Tz| {
        let deadline = from_field(values, model, zone, today);
        let times: Vec<String> = deadline.stages.iter().filter_map(|s| s.time).map(|t| t.to_string()).collect();
        format!("{} {}", shown(&deadline), times.join(" ")).trim().to_owned()
    };
    assert_eq!(read(&["2027-09-15T00:00:00.000+0000"], None, Brussels), "2027-09-15");
    assert_eq!(read(&["2027-04-06T12:00:00Z"], None, Brussels), "2027-04-06");
    assert_eq!(read(&["2027-04-06T03:59:00.000+0000"], None, Brussels), "2027-04-06 03:59:00");
    assert_eq!(read(&["10/08/2027"], None, New_York), "2027-10-08");
    assert_eq!(read(&["15.09.2027"], None, Brussels), "2027-09-15");
    assert_eq!(read(&["2028-12-31"], None, Brussels), "rolling");
    assert_eq!(read(&["2028-12-31", "2027-03-01"], None, Brussels), "2027-03-01+2028-12-31");
    assert_eq!(read(&["2027-03-01T00:00:00", "2027-09-01T00:00:00"], Some("two-stage"), Brussels), "2027-03-01>2027-09-01");
    assert_eq!(read(&["1806537600000"], None, Brussels), "2027-04-01");
    assert_eq!(read(&["soon", ""], None, Brussels), "unknown");
}

#[test]
fn hostile_text_costs_no_more_than_its_length() {
    let cues = cues();
    let context = DeadlineContext { published: None, url: "", today: day(2026, 11, 22) };
    let units = [
        "by 3 May 2027 ",
        "deadline ",
        "1",
        "(",
        "3 May ",
        "a. ",
        "|\n",
        "register and pay ",
        "register then pay ",
        "2027 ",
        "town 2027 grant ",
    ];
    for unit in units {
        // A cue without any date has nothing to do.
        let text = format!("{}by 3 May 2027", unit.repeat(20_000 / unit.len()));
        let started = std::time::Instant::now();
        deadline(&text, None, &context, cues);
        assert!(started.elapsed().as_secs() < 8, "{unit:?} took {:?}", started.elapsed());
    }
}

proptest! {
    #[test]
    fn every_quote_stands_in_the_text(pieces in prop::collection::vec(prop::sample::select(vec![
        "deadline ", "by ", "until ", "3 May 2027", "31.3.", "early bird ", "עד ", "הגשה ", "8 למרץ 2027", ". ", "\n", "|", "(", ")", ", ", "conference ", "5-7 June 2027 ", "jusqu'au ", "é", "Phase 2 ", "extended ",
    ]), 0..24)) {
        let text = pieces.concat();
        let context = DeadlineContext { published: Some(day(2026, 11, 1)), url: "", today: day(2026, 11, 22) };
        let found = deadline(&text, None, &context, cues());
        for stage in found.deadline.stages {
            prop_assert!(text.contains(&stage.quote.unwrap()));
        }
        event_dates(&text, None, &context, cues());
    }
}

#[test]
fn the_year_of_an_event_told_before_is_the_deadlines_too_unless_it_is_over_or_there_are_two() {
    assert_decides(
        None,
        &[
            ("The conference takes place on 5 October 2027. Register by 18 July.", "2027-07-18"),
            ("Conference\nGhent, 5-7 October 2027. Submit abstracts by 18 July.", "2027-07-18"),
            ("El curso será en octubre de 2027. Inscripción antes del 18 de julio.", "2027-07-18"),
            ("Die Konferenz findet am 5. Oktober 2027 statt. Anmeldung bis Sonntag, 18.7.", "2027-07-18"),
            ("Die Konferenz findet am 5. Oktober 2027 statt. Anmeldung bis Samstag, 18. Juli.", "unknown"),
            ("The conference was held on 5 October 2027. Register by 18 July.", "unknown"),
            ("Projects run 1 January 2027 - 31 December 2029. Apply by 18 July.", "unknown"),
            (
                "The fair takes place on 5 April 2027, the next fair takes place on 4 October 2028. Register by 2 February.",
                "unknown",
            ),
        ],
    );
}

#[test]
fn a_fee_that_is_due_with_something_else_takes_nothing_back() {
    assert_decides(
        None,
        &[
            ("Deadline for registration and payment: 29 April 2027", "2027-04-29"),
            ("Anmeldung und Zahlung bis 29. April 2027", "2027-04-29"),
            ("Dossier et paiement à envoyer avant le 29 avril 2027", "2027-04-29"),
            ("Inscription ainsi que paiement avant le 29 avril 2027", "2027-04-29"),
            ("Anmeldeschluss und Zahlung der Gebühr (500 Euro zzgl. MwSt.): 29. April 2027", "2027-04-29"),
            ("הרשמה ותשלום עד 29.4.2027", "2027-04-29"),
            ("The bid book and the candidature fee have to be in Brussels by 1 May 2027", "2027-05-01"),
            ("Deadline for payment of the registration fee: 29 April 2027", "unknown"),
            ("The registration fee is due by 29 April 2027", "unknown"),
            ("The fee is payable on registration and must be paid by 29 April 2027", "unknown"),
        ],
    );
}

#[test]
fn a_search_for_partners_is_answered_before_the_common_bid() {
    let reply = |text: &str| {
        let context = DeadlineContext { published: None, url: "https://cities.example/call", today: day(2026, 11, 22) };
        let found = Dated::read(text, None, context, &cues().find(&words::tokens(text), None)).reply();
        found.map(|found| shown(&found.deadline))
    };
    assert_eq!(reply("Reply by 10 February. The EU deadline is 27 March 2027.").as_deref(), Some("2027-02-10"));
    assert_eq!(reply("Reply by 15 December. The EU deadline is 27 March 2027.").as_deref(), Some("2026-12-15"));
    assert_eq!(reply("Reply by 10 February 2027. The EU deadline is 27 March.").as_deref(), Some("2027-02-10"));
    // The weekday belongs to another year, so that nothing fixes it.
    assert_eq!(reply("Reply by Friday 12 March. The EU deadline is 27 April 2027.").as_deref(), Some("2027-03-12"));
    assert_eq!(reply("Reply by Monday 12 March. The EU deadline is 27 April 2027.").as_deref(), Some("unknown"));
    assert_eq!(reply("The EU deadline is 27 March 2027."), None);
}

#[test]
fn a_timetable_is_read_in_the_order_in_which_it_stands() {
    assert_decides(
        None,
        &[
            ("5 January 2027\nCall opens\n9 April 2027\nCall closes\nJune 2027\nWinners named", "2027-04-09"),
            ("9 April 2027 | Last day for entries\n4 June 2027 | Winners notified", "2027-04-09"),
            ("Deadline for entries\n9 April 2027\nWinners notified\n4 June 2027\nTowns enter online.", "2027-04-09"),
            ("Entries\nDeadline | 9 April 2027\nJury | 4 June 2027", "2027-04-09"),
            ("A day for poets\n9 April 2027\nRegister by post", "unknown"),
            ("Deadlines:\nRound 1: 9 April 2027\nRound 2: 4 June 2027", "2027-04-09+2027-06-04"),
        ],
    );
}

#[test]
fn what_ends_is_not_always_the_call() {
    assert_decides(
        None,
        &[
            ("The call for bids ends on 31 March 2027.", "2027-03-31"),
            ("Bids for the financial year 2026, which ends on 31 March 2027, are due on 9 January 2027.", "2027-01-09"),
            ("Our fiscal year ends on 30 June 2027. Submit by 9 April 2027.", "2027-04-09"),
            ("The fair is open until 12 June 2027. Book a stand by 9 April 2027.", "2027-04-09"),
            ("The ceremony ends at 23:59 on 12 June 2027.", "unknown"),
            ("Registration for the fair closes on 9 April 2027.", "2027-04-09"),
        ],
    );
}

#[test]
fn a_day_that_is_counted_from_is_the_first_and_not_the_last() {
    assert_decides(
        None,
        &[
            ("Applications are due within 30 days of the publication of this notice (4 January 2027).", "unknown"),
            ("Applications are taken for 30 days after publication, i.e. until 3 February 2027.", "2027-02-03"),
            ("Applications close 30 days after publication: 3 February 2027.", "2027-02-03"),
        ],
    );
}
