//! What tells of a call that is over or of calls in general, and what calls though it looks like that.

use super::verdicts::{no, yes};

#[test]
fn who_got_it_is_announced_to_nobody_else() {
    no(
        "River trust announces recipients of its grants",
        "Of forty proposals nine were chosen. Clubs are eligible for up to €20,000.",
    );
    no("Ten towns in the shade scheme", "For grants of up to €10,000 the following towns have been selected: Ash, Birch, Cedar.");
    no(
        "Foundation names the recipients of its 2027 grants",
        "The following clubs were selected: A, B, C. Grants of up to €5,000 were available.",
    );
    no(
        "Empfänger der Förderung stehen fest",
        "Wir freuen uns, folgende Kommunen ausgewählt zu haben: A, B, C. Vorhaben können mit bis zu 20.000 Euro gefördert werden.",
    );
    no(
        "Les bénéficiaires du programme Rivières sont connus",
        "Nous avons le plaisir d'annoncer les communes retenues : A, B, C. Les projets peuvent recevoir jusqu'à 20 000 euros.",
    );
    no(
        "Anunciados los beneficiarios del programa Ríos",
        "Han sido seleccionados los siguientes municipios: A, B, C. Los proyectos pueden recibir hasta 20.000 euros.",
    );
    no("פורסמו הרשויות הזוכות במענקי הנחלים", "אנו שמחים להודיע כי נבחרו הרשויות הבאות: א, ב, ג. המענק הוא עד 20,000 ש\"ח.");
    yes("Grants announced for rivers", "We are pleased to announce grants of up to €20,000. Towns can apply until 3 May 2027.");
    yes(
        "Recipients of river grants and a new call",
        "The following towns were selected in 2026: A, B. A new call is open: apply by 3 May 2027.",
    );
    yes("Call for recipients of free trees", "Towns may apply by 3 May 2027.");
}

#[test]
fn a_story_of_success_tells_of_a_call_that_has_been() {
    no("Success story: footbridges", "Grants paid for ten bridges. In 2014 the call for proposals had been launched.");
    no("A success story: how the well fund helped", "The fund supported towns. A call for proposals was launched in 2015.");
    no(
        "Erfolgsgeschichte: Brückenzuschüsse",
        "Die Zuschüsse waren ein Kern des Projekts. Ein erster Aufruf zur Einreichung von Vorschlägen wurde im Mai 2014 veröffentlicht.",
    );
    no(
        "Une réussite : les bourses Rivières",
        "Les bourses étaient au cœur du projet. Un premier appel à propositions a été lancé en mai 2014.",
    );
    no(
        "Caso de éxito: las ayudas de puentes",
        "Las ayudas fueron el centro del proyecto. Una primera convocatoria se lanzó en mayo de 2014.",
    );
    no("סיפור הצלחה: מענקי הגשרים", "המענקים היו לב הפרויקט. קול קורא ראשון פורסם במאי 2014.");
    yes("Share your success story", "Towns are invited to send their success stories by 3 May 2027.");
    yes("Call for success stories: twinning", "Send us your story by 3 May 2027.");
    yes("Competition \"Success story of a town\"", "Submit entries until 3 May 2027.");
}

#[test]
fn how_many_applied_is_a_report() {
    no("Record demand for lake money", "The fund received 412 applications from 60 towns. A jury is now reading them.");
    no(
        "Over 300 towns applied to the playground call",
        "The ministry says that 310 requests came in, worth €40 million. Decisions follow in June.",
    );
    no("Rekord beim Seenprogramm", "412 Anträge sind beim Ministerium eingegangen. Die Jury prüft sie jetzt.");
    no("Forte demande pour le fonds des lacs", "412 candidatures ont été reçues. Le jury les examine.");
    no("Gran demanda del fondo de lagos", "Se han recibido 412 solicitudes de 60 municipios.");
    no("ביקוש שיא לקרן האגמים", "התקבלו 412 בקשות מ-60 רשויות. הוועדה בוחנת אותן.");
    no("Annual report of the grants office", "In 2026 the office handled 412 applications. 60 grants were paid.");
    no("Jahresbericht der Förderstelle", "2026 wurden 412 Anträge bearbeitet und 60 bewilligt.");
    no("Rapport annuel du guichet", "En 2026, 412 demandes ont été traitées.");
    no("Memoria anual de la oficina", "En 2026 se tramitaron 412 solicitudes de subvención.");
    no("דוח שנתי של אגף המענקים", "בשנת 2026 טופלו 412 בקשות לתמיכה.");
    yes("Lake fund: apply now", "Last year 412 applications were received. Apply by 3 May 2027.");
    yes("Call for towns", "We have received many questions. Proposals can be submitted until 3 May 2027.");
    no(
        "500 projets déposés pour le fonds des lacs",
        "Les communes ont répondu en nombre à l'appel à projets : 500 dossiers ont été déposés.",
    );
    no("500 Bewerbungen für den Seenpreis", "Noch nie haben sich so viele Gemeinden beworben. 500 Bewerbungen sind eingegangen.");
    no("500 solicitudes para el fondo de lagos", "La convocatoria ha recibido 500 solicitudes de ayuntamientos.");
    no("500 בקשות הוגשו לקרן האגמים", "הרשויות הגישו 500 בקשות לקול הקורא.");
    no("Grants office in figures", "500 applications, 60 grants, €2 million: this was 2025.");
    no("Rekordzahl: Aufruf mit 500 Anträgen", "Auf den Aufruf gingen 500 Anträge ein.");
    no("Number of applications doubles", "Twice as many towns applied for the grant as last year.");
    no("How the council decides on grants", "Every application is read by two officers. The council then votes.");
    no("Why we give grants", "Our foundation believes in towns. Grants help them to try new things.");
    no("Wie Fördermittel vergeben werden", "Jeder Antrag wird von zwei Fachleuten gelesen. Dann entscheidet der Rat.");
    no("Comment sont attribuées les subventions", "Chaque dossier est lu par deux agents. Le conseil vote ensuite.");
    no("Cómo se conceden las subvenciones", "Cada solicitud es leída por dos técnicos. Luego decide el pleno.");
    no("כך מחלקים מענקים", "כל בקשה נקראת על ידי שני עובדים. אחר כך מחליטה המועצה.");
    yes("Lake grants", "Towns can apply at any time. Every application is read by two officers.");
    yes("Call for proposals: lakes", "Every proposal is read by two officers. Submit by 3 May 2027.");
    yes("Open call for towns", "Last year 500 applications were received. Applications are open until 3 May 2027.");
    yes("How to apply for lake grants", "Towns send the form by 3 May 2027.");
    yes("Rules of the fair", "Stands are confirmed once both sides have signed the contract. Register by 3 May 2027.");
}

#[test]
fn how_it_works_is_no_call() {
    no(
        "What is a call for proposals?",
        "A call for proposals invites organisations to present projects. Applicants fill in a form and submit it before the deadline.",
    );
    no(
        "Was ist ein Förderaufruf?",
        "Ein Förderaufruf lädt Kommunen ein, Anträge zu stellen. Die Unterlagen werden online eingereicht.",
    );
    no(
        "Qu'est-ce qu'un appel à projets ?",
        "Un appel à projets invite les communes à déposer un dossier. Les candidatures sont étudiées par un jury.",
    );
    no("¿Qué es una convocatoria de subvenciones?", "Una convocatoria invita a los municipios a presentar solicitudes.");
    no("מהו קול קורא?", "קול קורא הוא הזמנה לרשויות להגיש בקשות למענקים.");
    no("Glossary: grants", "Call for proposals: an invitation to submit projects. Applicant: who applies.");
}

#[test]
fn rules_with_a_day_to_register_by_are_a_call() {
    yes(
        "כללי ההשתתפות ביריד",
        "בעלי דוכנים נרשמים לא יאוחר מיום 20.5.2027. דוכן נשמר רק לאחר שהוועדה אישרה אותו ובעליו חתמו על חוזה.",
    );
    yes("תקנון תחרות צילום", "ניתן להגיש צילומים עד 20.5.2027.");
    yes("תקנון יריד אומנים", "מועד אחרון להרשמה: 20.5.2027. בעל דוכן ישלם דמי השתתפות.");
    yes(
        "Rules for stalls - summer fair 2027",
        "Registration for stalls is open until 20 May 2027. Whoever fills in the form accepts these rules.",
    );
    yes("Teilnahmebedingungen Straßenfest 2027", "Die Anmeldung für Stände ist bis 20. Mai 2027 möglich.");
    yes("Règlement du marché 2027", "Les inscriptions des exposants sont ouvertes jusqu'au 20 mai 2027.");
    yes("Reglamento de puestos - feria 2027", "La inscripción de puestos está abierta hasta el 20 de mayo de 2027.");
    no("תקנון הגנים העירוניים", "הכניסה לגן מותרת עד השעה 22:00. התקנון בתוקף עד 20.5.2027.");
    no("תקנון מבצע", "המבצע בתוקף עד 20.5.2027.");
}

#[test]
fn towns_in_a_list_look_for_a_twin() {
    yes(
        "Who would like a twin",
        "The following towns abroad seek a partnership: Lindenau, Port-Vieux. Contact us if yours is interested.",
    );
    yes(
        "Towns looking for twins",
        "The following towns abroad are seeking a twin town. Contact us if you are interested. Lindenau: 5,000 inhabitants.",
    );
    yes("Partnergesuche", "Folgende Städte suchen eine Partnerstadt: Lindenau (5.000 Einwohner). Bei Interesse melden Sie sich.");
    yes("Demandes de jumelage", "Les communes suivantes cherchent une ville jumelle. Contactez-nous.");
    yes(
        "Solicitudes de hermanamiento",
        "Los siguientes municipios buscan un municipio con el que hermanarse. Contacte con nosotros.",
    );
    yes("ערים המחפשות ערים תאומות", "הערים הבאות מחפשות עיר תאומה. לפרטים צרו קשר.");
    no("Our partnerships", "Our town has partnerships with three towns. They were founded in 1970.");
    no("How twinning works", "Many communities seek a partnership to learn from others.");
}

#[test]
fn projects_that_were_chosen_leave_nothing_to_apply_for() {
    no(
        "Second call for proposals: 12 projects funded on the Elbe",
        "The committee met on 12 March 2026. Its partners are towns.",
    );
    no("Call for projects on quiet streets: fourteen projects approved", "They share 2 million euros of grants.");
    no(
        "What are the new projects funded by the Water Fund?",
        "The fund helps towns. Among them: a call for proposals on rivers.",
    );
    no("The board met to award the grants of the spring round", "Ten projects of municipalities are in the call for proposals.");
    no("Appel à projets Quartiers verts : 18 projets retenus", "Les projets des communes portent sur l'eau.");
    no("Les nouveaux projets financés par le Fonds Rivières", "Neuf projets de villes. Appel à projets « Eau » : 300 000 €.");
    no("Le Bureau s'est réuni pour attribuer les aides", "Dix projets sont dans l'appel à projets « Ombre ».");
    no("Förderaufruf Stadtgrün: 23 Projekte bewilligt", "Die Kommunen setzen sie bis 2028 um. Das Programm fördert Städte.");
    no("Neue Projekte im Kommunalfonds ausgewählt", "Neun Gemeinden sind dabei. Das Programm bietet Zuschüsse für Städte.");
    no("Convocatoria Barrios: 31 proyectos aprobados", "El programa ofrece ayudas a municipios.");
    no("קול קורא לרחובות שקטים: 14 מיזמים שאושרו", "הוועדה אישרה מיזמים של רשויות מקומיות. התוכנית מציעה מענקים.");
    no("הוועדה התכנסה כדי לחלק את המענקים", "עשרה מיזמים של רשויות יקבלו מענק בקול קורא \"צל\".");
    yes("Call for proposals: 12 projects will be selected for funding", "Municipalities submit their proposals by 3 May 2027.");
    yes("Call for proposals: up to 12 projects funded", "Municipalities submit their proposals online.");
    yes("Appel à projets : 10 projets seront retenus", "Les communes déposent leur dossier en ligne.");
    yes("Aufruf: 10 Projekte werden ausgewählt", "Kommunen reichen ihre Projekte ein und erhalten Zuschüsse.");
    yes(
        "Call for proposals Urban Water",
        "In the first call 14 projects were approved. The second call is open: municipalities apply online.",
    );
    yes("קול קורא לרשויות: 10 מיזמים יקבלו מענק", "רשויות מקומיות מוזמנות להגיש בקשות למענק.");
    yes("Our board meets twice a year to award grants", "Municipalities apply online at any time.");
}

#[test]
fn a_title_that_opens_the_next_round_calls_beside_the_recipients_of_the_last() {
    yes(
        "Recipients announced for round one, round two open",
        "Municipalities may apply for round two. Deadline: 15 January 2027.",
    );
    yes("Fund names recipients and calls again", "Municipalities may apply by letter. Deadline: 15 January 2027.");
    yes(
        "20 projects approved, apply now for the next ones",
        "Municipalities can apply until 3 May 2027 for grants of up to €20,000.",
    );
    yes("Gewinner stehen fest, zweite Runde startet", "Kommunen können sich bis 3. Mai 2027 bewerben.");
    yes("הוכרזו הזוכים, סבב שני יוצא לדרך", "רשויות מוזמנות להגיש בקשות. מועד אחרון: 3.5.2027.");
    no("Recipients announced for round one", "The fund names those who applied until 15 January 2026.");
}

#[test]
fn what_a_call_is_says_no_call() {
    no(
        "Help centre",
        "A call for proposals is an invitation to hand in plans. Everyone who is interested can submit a proposal.",
    );
    no("Calls for proposals", "Each call for proposals has its own rules. Towns submit their proposals online.");
    no("Appels à projets", "Qu'est-ce qu'un appel à projets ? Les communes déposent un dossier et demandent une subvention.");
    no("Förderaufrufe", "Ein Förderaufruf ist eine Einladung. Kommunen können Anträge auf Förderung einreichen.");
    no("Convocatorias", "¿Qué es una convocatoria? Los municipios pueden presentar solicitudes de subvención.");
    no("קול קורא לרשויות", "תקציר: מהו קול קורא. רשויות יכולות להגיש בקשות למענק.");
    yes("Call for proposals", "This call for proposals is a chance for towns. Apply by 3 May 2027.");
    yes("Call for proposals", "The call for proposals is open to towns. They submit their plans online.");
    // Asked among other questions, or of one call.
    yes("Call for projects", "Towns are invited to submit projects for funding. FAQ: what is a call for projects?");
    yes("Fördercall", "Städte können Förderung beantragen. Häufige Fragen: Was ist eine Ausschreibung?");
    yes("קול קורא לרשויות: מענקים", "מהו קול קורא זה? הזמנה לרשויות מקומיות להגיש בקשות למענק של עד 100,000 ש\"ח.");
    yes("Calls for proposals", "What is a call for proposals? You find it below. Towns submit their plans by 3 May 2027.");
}

#[test]
fn by_when_one_could_apply_asks_nobody() {
    no(
        "Wettbewerb der Plätze",
        "Bis zum 3. Juni 2026 konnten Städte ihre Bewerbung einreichen. Sieger der Runde sind Ulm und Köln, die Jury würdigte sie.",
    );
    no("Concours des places", "Les communes pouvaient déposer leur candidature jusqu'au 3 juin. Les lauréats sont connus.");
    no(
        "Premio de plazas",
        "Hasta el 3 de junio los municipios pudieron presentar su solicitud. Los ganadores son Ávila y Soria.",
    );
    yes("Wettbewerb der Plätze", "2025 konnten zehn Städte teilnehmen. Bewerbungen sind bis 3. Mai 2027 möglich.");
}

#[test]
fn a_scheme_that_is_no_more_calls_nobody() {
    no(
        "Suppression de l'appel à projets Places",
        "Le bureau a décidé de mettre fin à l'appel à projets. Les clubs peuvent s'inscrire ailleurs.",
    );
    no("Förderprogramm wird eingestellt", "Anträge können nicht mehr gestellt werden. Das Programm half 40 Städten.");
    no("Bench fund: scheme has been discontinued", "Grants of up to £500 were given. Applications went to the council.");
    yes("Bench fund", "Towns can apply for a grant until 3 May 2027.");
}

#[test]
fn the_terms_of_a_tender_outweigh_a_day() {
    no(
        "Ash - Leistungen von Planungsbüros",
        "Dokumententyp: Ausschreibung\nAngebotsabgabe bis: 3.5.2027\nZuschlagskriterien: wirtschaftlichstes Angebot\nÖffentlicher Auftraggeber: Gemeinde Ash",
    );
    no(
        "Études de la place",
        "Avis de marché. Pouvoir adjudicateur : commune de Frêne. Date limite de remise des offres : 3 mai 2027.",
    );
}

#[test]
fn a_call_is_none_the_less_for_its_form_its_guide_or_whose_name_it_bears() {
    yes(
        "Grants for local groups",
        "The closing date for applications is 3 May 2027. Download our application form and our guide to grants.",
    );
    yes("פרס הכפר ע\"ש דן אלון ז\"ל", "המועצה מעניקה את פרס הכפר ע\"ש דן אלון ז\"ל. נא להגיש המלצות עד 3.5.2027.");
    yes("The Ash Prize in memory of Ann Elm", "Towns submit their entries by 3 May 2027.");
    yes("קול קורא לתמיכה בפעילות", "פעולות שמחדשות את הקשר לעיר. מצורף קובץ שאלות נפוצות.");
    no("In memory of our mayor", "She died on 3 May 2027. The council mourns. Condolences can be sent until 7 May 2027.");
}

#[test]
fn an_offer_may_be_told_by_its_headings_or_in_a_polite_word() {
    yes("Klimaaktionen", "Wer wird gefördert?\nGemeinden und Vereine\nWas wird gefördert?\nAktionen zum Sparen von Energie");
    yes(
        "Demande de soutien",
        "Les demandes viennent d'associations. Les dossiers sont examinés trois fois par an. Le financement est annuel.",
    );
    yes("SAVE THE DATE: annual conference of town clerks", "The conference takes place in Ash from 7 to 9 June 2027.");
    yes("Concours photo", "Tout le monde peut participer. Les participants envoient trois photos.");
    no("Save the date: summer party", "The residents of Elm Road meet on 7 June 2027.");
    no("Tagung der Klimastädte", "Die Tagung fand im Mai statt. Gefördert wurde sie vom Land.");
}

#[test]
fn a_call_may_say_further_down_what_a_call_is() {
    yes(
        "Die neuen Förderaufrufe sind da!",
        "Städte und Gemeinden können ab sofort Zuschüsse für Stadtgrün beantragen. Die Bewerbung ist online möglich.",
    );
    no(
        "What is a call for proposals?",
        "A call for proposals is an invitation to hand in projects. Ministries usually publish them.",
    );
    yes("Städtepreis", "Städte, die bisher keinen Antrag stellen konnten, reichen ihn bis 3. Mai 2027 ein.");
}
