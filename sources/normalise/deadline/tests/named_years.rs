//! The year in the name of a call, of the gazette that prints it, of the site of a gathering.

use super::{DeadlineContext, assert_decides, cues, day, deadline, shown};

#[test]
fn a_call_is_open_in_the_year_that_it_is_named_after() {
    assert_decides(
        None,
        &[
            ("Guidelines for the street awards\nThe 2027 call for entries is open from 6 to 24 March.", "2027-03-24"),
            ("Guidelines\nThe 2027 Call for Nominations is open April 3 - 20.", "2027-04-20"),
            ("Guidelines\nThe 2027 call for proposals closes on May 20.", "2027-05-20"),
            ("Guidelines\nOur 2027 call runs from 3 April to 20 May.", "2027-05-20"),
            ("Richtlinien\nDie Ausschreibung 2027 läuft bis 20. Mai.", "2027-05-20"),
            ("Règlement\nL'appel à candidatures 2027 est ouvert du 3 au 20 avril.", "2027-04-20"),
            ("תקנון\nהקול הקורא לשנת 2027 פתוח מ-3 עד 20 באפריל.", "2027-04-20"),
            ("Guidelines\nThe 2027 awards are open November 9 - 27.", "unknown"),
            ("Guidelines\nThe 2027 call for entries is open November 9 - 27.", "unknown"),
            ("Guidelines\nUnder the 2019 call ten towns won. Entries are accepted until March 27.", "unknown"),
            ("Guidelines\nThe 2027 call for entries follows that of 2026. Entries March 9 - 27.", "unknown"),
            ("Guidelines\nThe 2027 call for entries is open from 3 to 20 September.", "2027-09-20"),
            ("Guidelines\nThe 2027 call for proposals closes on 20 September.", "unknown"),
            ("Règlement\nAppel à projets 2027 : dossiers avant le 15 septembre.", "unknown"),
            ("Règlement\nL'appel à projets 2027 est ouvert jusqu'au 31 mars.", "2027-03-31"),
            ("Richtlinien\nDer Förderaufruf 2027 endet am 31. März.", "2027-03-31"),
            ("Guidelines\nThe call for the capital of culture 2031 closes on 31 March.", "unknown"),
            // What the call is for is in that year, or the call is of the year before.
            ("Guidelines\nThe Agenda 2030 call for projects closes on 5 May.", "unknown"),
            ("Guidelines\nThe Garden Show 2029 call for papers closes on 5 May.", "unknown"),
            ("Guidelines\nThe European Forest Capital 2031 call for bids closes on 5 May.", "unknown"),
            ("Richtlinien\nKlimaneutral 2040 Aufruf: Anträge bis zum 5. Mai.", "unknown"),
            ("Règlement\nL'appel à projets Ville 2050 est ouvert jusqu'au 31 mars.", "unknown"),
        ],
    );
}

#[test]
fn a_call_of_the_spring_for_the_year_to_come_is_open_in_no_known_year() {
    for (text, want) in [
        ("Guidelines\nThe 2027 call for applications is open until 10 July.", "unknown"),
        ("Guidelines\nThe 2027 call for entries closes on 30 September.", "unknown"),
        ("Richtlinien\nDie Ausschreibung 2027 läuft bis 15. Juli.", "unknown"),
        ("Règlement\nL'appel à projets 2027 est ouvert jusqu'au 15 juillet.", "unknown"),
        ("Bases\nLa convocatoria 2027 está abierta hasta el 15 de julio.", "unknown"),
        ("תקנון\nהקול הקורא לשנת 2027 פתוח עד 15 ביולי.", "unknown"),
        ("Guidelines\nThe 2026 call for applications is open until 10 July.", "2026-07-10"),
        ("Guidelines\nThe 2027 call for applications is open until 10 February.", "2027-02-10"),
    ] {
        let context = DeadlineContext { published: None, url: "https://cities.example/call", today: day(2026, 6, 1) };
        assert_eq!(shown(&deadline(text, None, &context, cues()).deadline), want, "{text:?}");
    }
}

#[test]
fn a_gazette_dates_the_call_that_it_prints() {
    assert_decides(
        None,
        &[
            (
                "Premios a mercados\nEl plazo para presentar candidaturas finaliza el 9 de julio. La convocatoria salió en el BOE de 4 de junio de 2027.",
                "2027-07-09",
            ),
            (
                "Premios a mercados\nEl plazo de presentación de solicitudes termina el 20 de abril. La convocatoria se publicó en el Boletín Oficial de la Provincia el 3 de marzo de 2027.",
                "2027-04-20",
            ),
            (
                "Prix des halles\nLes dossiers sont à déposer avant le 20 avril. L'appel a été publié au Journal officiel du 3 mars 2027.",
                "2027-04-20",
            ),
            (
                "Marktpreis\nAnträge sind bis 20. April einzureichen. Die Ausschreibung wurde im Amtsblatt vom 3. März 2027 veröffentlicht.",
                "2027-04-20",
            ),
            (
                "Premios a mercados\nEl plazo finaliza el 18 de julio. Según la Ley 38/2003, de 17 de noviembre de 2003 (BOE de 18 de noviembre de 2003).",
                "unknown",
            ),
            (
                "Premios a mercados\nEl plazo finaliza el 18 de julio. Las bases reguladoras se publicaron en el BOE de 3 de enero de 2019.",
                "unknown",
            ),
            ("Grants\nThe call was printed in the Official Gazette of 3 March 2027. Towns apply by 30 April.", "2027-04-30"),
            ("Premios\nLas bases se publicaron en el BOP de 4 de junio de 2024. Solicitudes hasta el 9 de julio.", "unknown"),
            ("Premios\nEl plazo finaliza el 9 de julio. Las bases están en el BOE de fecha 4 de junio de 2027.", "2027-07-09"),
            ("Grants\nThe rules were printed in the Official Gazette of 3 March 2024. Towns apply until 30 April.", "unknown"),
            ("Grants\nThe list of zones (Official Gazette of 10 May 2020) applies. Towns apply until 30 June.", "unknown"),
            ("Zuschüsse\nDas Programm wurde im Amtsblatt vom 3. März 2022 bekannt gemacht. Anträge bis 30. April.", "unknown"),
            ("Aides\nLe dispositif a été publié au Journal officiel du 3 mars 2022. Dossiers jusqu'au 30 avril.", "unknown"),
            ("תמיכות\nעמותות רשומות ביום 1.1.2026 יכולות להגיש בקשה. ניתן להגיש עד 15 במרץ.", "unknown"),
            ("תמיכות\nהקול הקורא פורסם ברשומות ביום 1.1.2026. ניתן להגיש עד 15 במרץ.", "2026-03-15"),
        ],
    );
}

#[test]
fn a_gathering_is_held_in_the_year_of_its_site() {
    for (url, text, want) in [
        (
            "https://molinos-2027.example.org/fechas",
            "Fechas clave\nColoquio de molinos\nEnvío de resúmenes: 12 de febrero\nRespuesta: 20 de marzo",
            "2027-02-12",
        ),
        (
            "https://mills2027.example.org/dates",
            "Key dates\nMill congress\nAbstract submission deadline: 28 February\nNotification: 31 March\nCongress: 3 - 5 June",
            "2027-02-28",
        ),
        (
            "https://mills2027.example.org/dates",
            "Key dates\nMill congress\nAbstract submission deadline: 28 November\nNotification: 31 January\nCongress: 3 - 5 June",
            "unknown",
        ),
        ("https://uploads.example.org/2027/x", "Key dates\nAbstract submission deadline: 28 February", "unknown"),
        ("https://agenda2030.example.org/x", "Steps\nSend your project by 15 February.", "unknown"),
        ("https://agenda2030.example.org/x", "Steps\nCongress on goals. Abstract deadline: 15 February.", "unknown"),
        ("https://goals2027.example.org/x", "Steps\nCongress on goals. Abstract deadline: 15 October.", "unknown"),
    ] {
        let context = DeadlineContext { published: None, url, today: day(2026, 11, 22) };
        assert_eq!(shown(&deadline(text, None, &context, cues()).deadline), want, "{url} {text:?}");
    }
}

#[test]
fn the_folder_of_a_page_is_of_the_year_of_its_spring() {
    for (url, text, want) in [
        (
            "https://fair.example/2027/en/apply/steps.html",
            "Steps\nApplication deadline\nMay 31\n-\nPay the fee\nJune 30",
            "2027-05-31",
        ),
        ("https://x.example/news/2027/call-for-towns", "Call for towns\nTowns apply by 31 May.", "2027-05-31"),
        ("https://x.example/2027/de/bewerbung", "Städtepreis\nBewerbungen sind bis 31. Mai möglich.", "2027-05-31"),
        ("https://x.example/fr/2027/salon", "Salon des villes\nLes inscriptions se font jusqu'au 31 mai.", "2027-05-31"),
        ("https://x.example/2027/es/premio", "Premio\nLas solicitudes se presentan hasta el 31 de mayo.", "2027-05-31"),
        ("https://x.example/he/2027/kol-kore", "קול קורא\nיש להגיש בקשות עד 31 במאי.", "2027-05-31"),
        // A programme that opens each year has the folder of its first.
        ("https://x.example/programmes/2019/call", "Call for towns\nTowns apply by 31 May.", "unknown"),
        // The autumn before and the winter behind may be another year's.
        ("https://x.example/calls/2026/spring", "Call for towns\nTowns apply by 31 January.", "unknown"),
        ("https://x.example/2027/fair", "Fair\nStands are booked by 15 October.", "unknown"),
        ("https://x.example/2027/fair", "Fair\nBook your stand by 15 May. The fair is held from 3 to 5 March.", "unknown"),
        // Another year in the text, in the address or in the title, uploads, archives and longer numbers.
        ("https://x.example/2026/prize", "Prize\nThe prize of 2025 went to Ash. Towns apply by 31 May.", "unknown"),
        ("https://x.example/2027/apply", "Call for towns 2028\nTowns apply by 31 May.", "unknown"),
        ("https://x.example/2019/2027/prize", "Prize\nTowns apply by 31 May.", "unknown"),
        ("https://x.example/wp-content/uploads/2026/call", "Call\nTowns apply by 31 May.", "unknown"),
        ("https://x.example/archive/2019/prize", "Prize\nTowns apply by 31 May.", "unknown"),
        ("https://x.example/20271/apply", "Call\nTowns apply by 31 May.", "unknown"),
        ("https://x.example/agenda-2030/2030/apply", "Call\nTowns apply by 31 May.", "unknown"),
        ("https://x.example/call-2027", "Call\nTowns apply by 31 May.", "unknown"),
    ] {
        let context = DeadlineContext { published: None, url, today: day(2026, 11, 22) };
        assert_eq!(shown(&deadline(text, None, &context, cues()).deadline), want, "{url} {text:?}");
    }
}

#[test]
fn a_contest_is_entered_in_the_first_half_of_the_year_that_its_title_names() {
    assert_decides(
        None,
        &[
            ("2027 Town Square Challenge: apply by 21 March\nTowns apply online by 21 March.", "2027-03-21"),
            ("Prix des villes 2027 : participez !\nCandidature jusqu'au 8 juillet.", "2027-07-08"),
            ("Städtepreis 2027\nEinsendeschluss ist der 15. März.", "2027-03-15"),
            ("Premio de plazas 2027\nSolicitudes hasta el 30 de abril.", "2027-04-30"),
            ("פרס הכיכרות 2027\nניתן להגיש מועמדות עד 15 במרץ.", "2027-03-15"),
            ("Call for projects 2027\nTowns submit projects by 15 March.", "2027-03-15"),
            // In the second half the next round may be meant, and so it may where another year is named.
            ("Städtepreis 2027\nEinsendeschluss ist der 15. Oktober.", "unknown"),
            ("Städtepreis 2027\nDer Preis von 2026 ging an Ulm. Einsendeschluss ist der 15. März.", "unknown"),
            ("City prize 2029\nTowns apply by 15 March.", "unknown"),
            ("City prize 2026/2027\nTowns apply by 15 March.", "unknown"),
            // What is named so is no call.
            ("European Capital of Benches 2027\nTowns apply by 15 March.", "unknown"),
            ("Strategy 2027\nTowns apply by 15 March.", "unknown"),
        ],
    );
}
