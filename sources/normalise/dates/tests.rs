use chrono::NaiveDate;
use proptest::prelude::*;

use super::{dates, day_mentions, resolve};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// `date[ time[ zone]]` of every date in the text.
fn read(text: &str, lang: &str) -> Vec<String> {
    let lang = (!lang.is_empty()).then_some(lang);
    let shown = |found: super::DateFound| {
        assert!(text.get(found.start..found.end).is_some(), "{found:?} is no part of {text:?}");
        let parts = [Some(found.date.to_string()), found.time.map(|t| t.format("%H:%M").to_string()), found.zone];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    dates(text, lang, today()).into_iter().map(shown).collect()
}

fn assert_reads(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(lang, text, want)| (text, want, read(text, lang).join("; ")))
        .filter(|(_, want, got)| *want != got)
        .map(|(text, want, got)| format!("{text:?}\n  want {want}\n  got  {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_broken_year_is_made_whole() {
    assert_reads(&[
        ("en", "Submission deadline 20.05.20 19", "2019-05-20"),
        ("en", "(deadline 20.05.20 19).", "2019-05-20"),
        ("en", "by 20 May 20 26.", "2026-05-20"),
        ("de", "Anmeldeschluss: 20.05.20 27, danach nicht mehr", "2027-05-20"),
        ("he", "מועד אחרון: 20/05/20 27", "2027-05-20"),
        // An hour or a count is none of the year.
        ("en", "20.05.20 19:00", "2020-05-20 19:00"),
        ("de", "20.05.20 19 Uhr", "2020-05-20 19:00"),
        ("en", "20.05.20 20 places", "2020-05-20"),
        ("en", "20.05.27 19", "2027-05-20"),
    ]);
}

#[test]
fn english_dates_are_read_with_time_and_zone() {
    assert_reads(&[
        ("en", "Deadline: 17 March 2027, 17:00 (Brussels time)", "2027-03-17 17:00 Europe/Brussels"),
        ("en", "by 5pm on the 31st of October, 2028", "2028-10-31 17:00"),
        ("en", "Closes at 23:59 CET on Friday, 9 April 2027.", "2027-04-09 23:59 Europe/Brussels"),
        ("en", "September 18, 2027 at 23:59 (GMT-4)", "2027-09-18 23:59 -04:00"),
        ("en", "until 6 May 2027, 18:00 (UTC+08:00) at the latest", "2027-05-06 18:00 +08:00"),
        ("en", "11 october 2028 - 15:00 CEST!", "2028-10-11 15:00 Europe/Brussels"),
        ("en", "12 noon, Tuesday 2 June 2027", "2027-06-02 12:00"),
        ("en", "no later than June 3rd 2027 at 11:59 p.m. ET", "2027-06-03 23:59 America/New_York"),
        ("en", "midnight (Brussels time) on 30 June 2027", "2027-06-30 23:59 Europe/Brussels"),
        ("en", "30-Jul-27 and 24-Mar-28", "2027-07-30; 2028-03-24"),
        ("en", "Submit by 2027-04-01T16:30:00Z", "2027-04-01 16:30 UTC"),
        ("en", "2027-09-15T00:00:00.000+0000", "2027-09-15 00:00 +00:00"),
        ("en", "2027-10-05+02:00", "2027-10-05 +02:00"),
        ("en", "3 May 2027 (AoE)", "2027-05-03 -12:00"),
        ("en", "Sept. 9, 2027, 17:00 CET/CEST sharp", "2027-09-09 17:00 Europe/Brussels"),
        ("en-US", "Applications: 10/08/2027", "2027-10-08"),
        ("en", "Applications: 10/08/2027", "2027-08-10"),
        ("en", "Applications: 08/25/2027", "2027-08-25"),
        ("en", "14 February '28 at 9.30 am", "2028-02-14 09:30"),
        ("en", "Call closes\n| 15 January 2027 |\n| 17:00 |", "2027-01-15 17:00"),
        ("en", "Come tomorrow or stay away", "2026-11-23"),
        ("en", "Opens 1 March 2027 until 17:00 on 5 May 2027", "2027-03-01; 2027-05-05 17:00"),
    ]);
}

#[test]
fn an_hour_cut_short_or_explained_leads_on_to_its_day() {
    assert_reads(&[
        ("es", "Recepción: 18:00 hrs. del 5 de marzo de 2027", "2027-03-05 18:00"),
        ("es", "hasta las 14:00 hs. (hora del norte del país) del día 5 de marzo de 2027", "2027-03-05 14:00"),
        ("es", "18 hrs. del 5 de marzo de 2027", "2027-03-05 18:00"),
        ("en", "until 6 p.m. (local time) on 5 March 2027", "2027-03-05 18:00"),
        ("fr", "avant 18 h. (heure locale) le 5 mars 2027", "2027-03-05 18:00"),
        ("en", "The meeting is at 18:00 hrs. Entries close on 5 March 2027", "2027-03-05"),
        ("en", "at 18:00 (see 4 pages) on 5 March 2027", "2027-03-05"),
    ]);
}

#[test]
fn a_year_with_a_point_and_three_cells_are_read() {
    assert_reads(&[
        ("en", "from January 11, 2027. to March 5, 2027.", "2027-01-11; 2027-03-05"),
        ("en", "open from January 11. 2027. to March 5. 2027.", "2027-01-11; 2027-03-05"),
        ("en", "| 5 | Mar. | 2027 | Talks |", "2027-03-05"),
        ("en", "| 5 | 3 | 2027 | Talks |", ""),
        ("en", "| 5 | Mar. |\n| 2027 | Talks |", ""),
    ]);
}

#[test]
fn ranges_and_lists_share_month_and_year() {
    assert_reads(&[
        ("en", "3-5 May 2027", "2027-05-03; 2027-05-05"),
        ("en", "28 April to 2 May 2027", "2027-04-28; 2027-05-02"),
        ("en", "28 December - 3 January 2028", "2027-12-28; 2028-01-03"),
        ("en", "June 7–9, 2027", "2027-06-07; 2027-06-09"),
        ("en", "June 1–July 14, 2027", "2027-06-01; 2027-07-14"),
        ("en", "Dec. 1-Feb. 14, 2027", "2026-12-01; 2027-02-14"),
        ("en", "Sent in May 15-Jun-2027", "2027-06-15"),
        ("en", "15 January, 15 April and 15 September 2027", "2027-01-15; 2027-04-15; 2027-09-15"),
        ("en", "on 3, 4 and 6 May 2027", "2027-05-03; 2027-05-04; 2027-05-06"),
        ("en", "June 30 to July 2, 2027", "2027-06-30; 2027-07-02"),
        ("de", "vom 25. bis zum 27. September 2027", "2027-09-25; 2027-09-27"),
        ("de", "(23. – 27.6.2027)", "2027-06-23; 2027-06-27"),
        ("de", "01.03. - 06.05.2028", "2028-03-01; 2028-05-06"),
        ("fr", "du 1er mars au 6 mai 2027", "2027-03-01; 2027-05-06"),
        ("fr", "les mercredi 20 et jeudi 21 octobre 2027", "2027-10-20; 2027-10-21"),
        ("es", "del 4 al 8 de octubre de 2027", "2027-10-04; 2027-10-08"),
        ("he", "3-6.12.27", "2027-12-03; 2027-12-06"),
        ("he", "בין 7 ל-9 ביוני 2027", "2027-06-07; 2027-06-09"),
        ("ar", "من 1 إلى 4 ديسمبر 2027", "2027-12-01; 2027-12-04"),
    ]);
}

#[test]
fn hebrew_dates_are_read_in_both_calendars() {
    assert_reads(&[
        ("he", "עד ליום ה-9/12/2027", "2027-12-09"),
        ("he", "עד ה- 8 למרץ 2027", "2027-03-08"),
        ("he", "המועד האחרון הינו 16.01.2028 בשעה 12:00", "2028-01-16 12:00"),
        ("he", "הגשה עד 30.5.27", "2027-05-30"),
        ("he", "יום ראשון, 14 בפברואר 2027, בשעה 16:00 לפי שעון ישראל", "2027-02-14 16:00 Asia/Jerusalem"),
        ("he", "כ\"ג באדר תשפ\"ח", "2028-03-21"),
        ("he", "א' בניסן ה'תשפ״ז", "2027-04-08"),
        ("he", "ט״ו בשבט תשפ״ז", "2027-01-23"),
        ("he", "ההרשמה נסגרת מחר", "2026-11-23"),
        ("he", "לא יאוחר מיום 22 באוגוסט 2027 בחצות", "2027-08-22 23:59"),
        ("he", "בשעה 10:30 ביום 4.7.2027", "2027-07-04 10:30"),
    ]);
}

#[test]
fn french_german_and_spanish_dates_are_read() {
    assert_reads(&[
        ("fr", "le vendredi 5 décembre 2027 à 17h30", "2027-12-05 17:30"),
        ("fr", "avant le 1er août 2027 à minuit (heure de Paris)", "2027-08-01 23:59 Europe/Paris"),
        ("fr", "à 12 heures le 15 février 2028", "2028-02-15 12:00"),
        ("fr", "clôture : 30 juin 2027 à midi", "2027-06-30 12:00"),
        ("de", "Freitag, 1. Oktober 2027, 12 Uhr", "2027-10-01 12:00"),
        ("de", "bis 24.00 Uhr am 28. Februar 2027", "2027-02-28 23:59"),
        ("de", "Stichtag 3. März 2028, 17:00 Uhr MEZ", "2028-03-03 17:00 Europe/Berlin"),
        ("de", "Bewerbungsfrist | 31. Jänner 2028 |", "2028-01-31"),
        ("es", "a las 12:00 horas del día 28 de marzo de 2027", "2027-03-28 12:00"),
        ("es", "a las 14 horas del próximo 28 de diciembre de 2027", "2027-12-28 14:00"),
        ("fr", "à 16 h, vendredi prochain 5 mai 2028", "2028-05-05 16:00"),
        ("es", "el 1.º de mayo del 2027 a las 23:59 (hora peninsular)", "2027-05-01 23:59 Europe/Madrid"),
        ("es", "Fecha de cierre: 22:04:2027", "2027-04-22"),
        ("es", "primero de junio de 2027", "2027-06-01"),
        ("es", "por la mañana del 5 de julio de 2027", "2027-07-05"),
    ]);
}

#[test]
fn plain_dates_of_other_languages_are_read() {
    assert_reads(&[
        ("it", "entro le ore 13:00 del 19 luglio 2027", "2027-07-19 13:00"),
        ("it", "giovedì 2 settembre 2027", "2027-09-02"),
        ("pt", "até 10 de junho de 2027 às 18:00", "2027-06-10 18:00"),
        ("nl", "uiterlijk maandag 22 maart 2027 om 9:00 uur", "2027-03-22 09:00"),
        ("pl", "do 7 października 2027", "2027-10-07"),
        ("pl", "29 września 2027 r. do godz. 16:00", "2027-09-29"),
        ("ar", "حتى السابع من يوليو 2027", "2027-07-07"),
        ("ar", "الخامس والعشرين من آذار 2028", "2028-03-25"),
        ("ar", "١٥ أبريل ٢٠٢٧", "2027-04-15"),
        ("ru", "до 13 янв. 2028", "2028-01-13"),
    ]);
}

#[test]
fn what_is_no_date_is_left_alone() {
    assert_reads(&[
        ("en", "31 October, no year", ""),
        ("en", "30 February 2027", ""),
        ("en", "year 0: 5 May 0000; far: 1 January 275760", ""),
        ("en", "call 02-12-34-56 or 1.2.3.4", ""),
        ("en", "568 cities, 14,288 delegates, room 3.2", ""),
        ("en", "the 2021/27 programme and 2021-2027", ""),
        ("en", "On 5 May 20 people came", ""),
        ("es", "stands de 3x2m", ""),
        ("de", "Es gelten §§ 3.1 und 4.2", ""),
        ("he", "החלטת ממשלה מספר 1319", ""),
    ]);
}

#[test]
fn the_extremes_of_the_calendar_do_not_panic() {
    let far = NaiveDate::MAX;
    assert!(dates("tomorrow, מחרתיים", None, far).is_empty());
    assert_eq!(dates("9999-12-31", None, far).len(), 1);
}

#[test]
fn a_day_without_year_is_dated_by_what_was_published_and_checked_by_its_weekday() {
    let published = NaiveDate::from_ymd_opt(2027, 3, 11).unwrap();
    let mentions = day_mentions("due Thursday, April 15, and again on Monday, Feb. 29", None, published);
    let got: Vec<_> = mentions.iter().map(|m| resolve((m.month, m.day), m.weekday, published)).collect();
    assert_eq!(got, [NaiveDate::from_ymd_opt(2027, 4, 15), None]);
    assert_eq!(resolve((2, 29), None, published), NaiveDate::from_ymd_opt(2028, 2, 29));
}

#[test]
fn hostile_text_costs_no_more_than_its_length() {
    for unit in ["1", "1.", "1-", "1 and ", "5 May ", "12:30 ", "(", "1/2/", "May 5-", "כ\"ג ב"] {
        let text = unit.repeat(60_000 / unit.len());
        let started = std::time::Instant::now();
        dates(&text, None, today());
        assert!(started.elapsed().as_secs() < 8, "{unit:?} took {:?}", started.elapsed());
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_quotes_stand_in_it(text in "\\PC{0,80}") {
        for found in dates(&text, None, today()) {
            prop_assert!(text.get(found.start..found.end).is_some());
        }
    }

    #[test]
    fn any_mix_of_date_pieces_is_read_in_order(pieces in prop::collection::vec(prop::sample::select(vec![
        "3", "31", "2027", "May", "-", "to", " ", ".", "/", ":", "17", "00", "CET", "(", ")", "ב", "מרץ", "כ\"ג", "and", ",", "27", "'", "+", "0200", "T", "\n", "st", "am", "é",
    ]), 0..30)) {
        let text = pieces.concat();
        let found = dates(&text, None, today());
        prop_assert!(found.windows(2).all(|pair| pair[0].start <= pair[1].start));
        prop_assert!(found.iter().all(|one| text.get(one.start..one.end).is_some()));
    }
}

#[test]
fn months_of_the_levant_are_read_in_pairs_and_beside_their_other_name() {
    assert_reads(&[
        ("ar", "31 كانون الثاني 2027", "2027-01-31"),
        ("ar", "٥ كانون الأول ٢٠٢٦", "2026-12-05"),
        ("ar", "من 12 إلى 14 تشرين الأول 2027", "2027-10-12; 2027-10-14"),
        ("ar", "30 تشرين الثاني/نوفمبر 2027", "2027-11-30"),
        ("ar", "15 آذار/مارس 2027 الساعة 4 عصرا", "2027-03-15 16:00"),
        ("ar", "5 نيسان (أبريل) 2027", "2027-04-05"),
        ("ar", "6 نوفمبر (تشرين الثاني) 2027", "2027-11-06"),
        ("ar", "7 نيسان أبريل 2027 و9 أيار - مايو 2027", "2027-04-07; 2027-05-09"),
    ]);
}

#[test]
fn months_of_the_maghreb_are_read_and_the_word_for_year() {
    assert_reads(&[
        ("ar", "15 غشت 2027", "2027-08-15"),
        ("ar", "3 يوليوز 2027 و4 شتنبر 2027", "2027-07-03; 2027-09-04"),
        ("ar", "30 نونبر 2027", "2027-11-30"),
        ("ar", "12 دجنبر 2027", "2027-12-12"),
        ("ar", "5 من شهر نوفمبر من العام 2027", "2027-11-05"),
    ]);
}

#[test]
fn an_ordinal_that_was_raised_on_the_page_stands_apart() {
    assert_reads(&[
        ("fr", "jusqu'au 1 er mars 2027", "2027-03-01"),
        ("fr", "avant le 1ᵉʳ mars 2027", "2027-03-01"),
        ("fr", "du 15 février au 1 er avril 2027", "2027-02-15; 2027-04-01"),
        ("en", "by 15 th March 2027", "2027-03-15"),
        ("en", "by March 15 th, 2027", "2027-03-15"),
        ("en", "by the 2 nd of April 2027", "2027-04-02"),
        ("es", "hasta el 1 º de marzo de 2027", "2027-03-01"),
        ("es", "hasta el 1ro de marzo de 2027", "2027-03-01"),
    ]);
}

#[test]
fn a_label_makes_a_bare_number_an_hour() {
    assert_reads(&[
        ("it", "entro le ore 12 del 15 marzo 2027", "2027-03-15 12:00"),
        ("he", "עד 3.2.2027 בשעה 12", "2027-02-03 12:00"),
        ("de", "bis 17 Uhr am Freitag, dem 12. März 2027", "2027-03-12 17:00"),
    ]);
}

#[test]
fn a_day_that_is_printed_in_two_calendars_is_one() {
    assert_reads(&[
        ("he", "יום חמישי, י\"ג באייר תשפ\"ז, 20.5.2027", "2027-05-20"),
        ("he", "י\"ג באייר תשפ\"ז (20.5.2027 בשעה 12:00)", "2027-05-20 12:00"),
        ("he", "מיום ט' באייר תשפ\"ז 16.5.27 ועד י\"ג באייר תשפ\"ז 20.5.27", "2027-05-16; 2027-05-20"),
        // Where the two do not agree, nobody knows which is meant.
        ("he", "ט' באייר תשפ\"ז 20.5.2027", "2027-05-16; 2027-05-20"),
        ("en", "3 May 2027, 4 May 2027", "2027-05-03; 2027-05-04"),
    ]);
}

#[test]
fn an_hour_below_a_day_is_not_that_of_the_day_on_the_line_behind() {
    assert_reads(&[
        ("en", "28 April 2027\nCloses at 23:59\n27 October 2027\nAwards", "2027-04-28; 2027-10-27"),
        ("en", "Event\nCloses at 23:59\n27 October 2027", "2027-10-27 23:59"),
    ]);
}

#[test]
fn the_number_of_a_point_in_a_list_is_no_day() {
    assert_reads(&[
        (
            "en",
            "1. 16 December 2026\nOpens\n2. 28 April 2027\nCloses at 23:59\n3. May - June 2027\nThe jury meets",
            "2026-12-16; 2027-04-28",
        ),
        ("de", "1) Eröffnung\n2) Jury\n3) Mai 2027 Preisverleihung\n4) 9. Juni 2027 Feier", "2027-06-09"),
        ("de", "1. Mai 2027: Beginn\n2. Juni 2027: Ende\n3. Juli 2027: Feier", "2027-05-01; 2027-06-02; 2027-07-03"),
        ("de", "Beginn:\n1. Mai 2027\nEnde:\n2. Juni 2027", "2027-05-01; 2027-06-02"),
    ]);
}
