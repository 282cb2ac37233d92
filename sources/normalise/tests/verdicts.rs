//! What is an opportunity and what only looks like one, in the languages of the house.

use super::read;

pub(super) fn yes(title: &str, text: &str) {
    let out = read(title, text);
    assert!(out.verdict.yes, "{title}: {:#?}", out.verdict.reasons);
}

pub(super) fn no(title: &str, text: &str) {
    let out = read(title, text);
    assert!(!out.verdict.yes, "{title}: {:#?}", out.verdict.reasons);
}

#[test]
fn calls_are_told_in_every_language() {
    yes("קול קורא לחיזוק גינות קהילתיות", "עיריות ומועצות יגישו בקשות למענק לא יאוחר מיום 4.3.2027.");
    yes("פרס ההתייעלות באנרגיה", "ניתן להציע מועמדים לפרס עד 12 במרץ 2027.");
    yes("Shade for schools: apply now", "Towns submit one idea each before 9 April 2027.");
    yes("Appel à candidatures : villes amies des abeilles", "Les communes déposent leur dossier au plus tard le 30 avril 2027.");
    yes("Wettbewerb „Leiser Verkehr“", "Gemeinden reichen ihre Beiträge ein, Einsendeschluss ist der 5. Juni 2027.");
    yes(
        "Convocatoria de ayudas a bibliotecas municipales",
        "Los ayuntamientos podrán presentar solicitudes hasta el 2 de mayo de 2027.",
    );
    yes("فتح باب التقديم لمنحة دعم البلديات", "آخر موعد لتقديم الطلبات 15 مارس 2027.");
}

#[test]
fn a_call_that_is_over_is_still_a_call() {
    yes("קול קורא לתכנון שבילי אופניים", "מכרז סגור. תאריך אחרון להגשה: 11.05.2022. רשויות מקומיות הוזמנו להגיש בקשות.");
}

#[test]
fn old_winners_in_a_call_do_not_turn_it() {
    yes("Green roofs award 2027", "The winners of 2025 came from three towns. Submit your roof by 1 March 2027.");
}

#[test]
fn results_are_none() {
    no(
        "Winners of the bicycle town award announced",
        "The jury chose three towns; each was honoured with €5,000 on 4 March 2026.",
    );
    no("הוכרזו הזוכים בפרס הרשות הירוקה", "טקס הענקת הפרסים נערך אמש בהשתתפות השרה.");
    no(
        "Les lauréats du concours des villages fleuris",
        "Le palmarès a été dévoilé : quatre communes remportent le premier prix.",
    );
    no("Preisträger des Umweltpreises stehen fest", "Der Preis geht an zwei Gemeinden im Norden.");
    no("Los ganadores del certamen de cuentos", "El jurado falló el premio y los galardonados recibieron su diploma.");
}

#[test]
fn obituaries_are_none() {
    no("In memory of our founding mayor", "She passed away on 3 May 2026; condolences may be sent to the town hall.");
    no("ראש המועצה לשעבר הלך לעולמו", "הלוויה תתקיים מחר. יהי זכרו ברוך.");
    no("Trauer um Altbürgermeister", "Er ist am 3. Mai 2026 gestorben, die Stadt trauert.");
}

#[test]
fn vacancies_and_tenders_are_none() {
    no("Vacancy: project officer, twin towns desk", "Apply with CV and letter by 4 January 2027.");
    no("דרושים: רכז/ת קשרי חוץ", "יש להגיש קורות חיים עד 3.1.2027. היקף משרה: מלאה.");
    no("Offre d'emploi : chargé de mission Europe", "Candidature à envoyer avant le 12 janvier 2027, CDD de deux ans.");
    no("מכרז פומבי לאספקת ריהוט", "הזמנה להציע הצעות לאספקת ריהוט לבתי ספר, עד 5.2.2027.");
}

#[test]
fn news_and_explainers_are_none() {
    no("Mayor visited the twin town", "The delegation met with the council and signed a declaration on 2 June 2026.");
    no("How to apply for grants: seven tips for small towns", "Our blog explains the deadline and the application form.");
    no("משלחת העירייה סיימו ביקור בעיר התאומה", "הביקור נערך בהשתתפות ראש העיר, ובסופו חתמו הצדדים על הסכם.");
    no(
        "Le maire en visite chez nos amis de Ulm",
        "La rencontre avec le conseil a eu lieu le 3 mai 2026 ; les élus ont signé une charte.",
    );
}

#[test]
fn a_bid_of_ones_own_that_was_won_calls_nobody() {
    no("Library wins £90,000", "Our application, submitted just before the closing date, has been approved.");
    no("Gemeinde erhält 200.000 Euro", "Der fristgerecht eingereichte Antrag war erfolgreich. Baubeginn ist am 3. Mai 2027.");
    yes("£90,000 for libraries", "Our bid was successful, and libraries can now apply for up to £5,000 by 3 May 2027.");
}

#[test]
fn years_gone_by_are_told_of_unless_a_day_is_open() {
    no("Rivers programme 2011–2017", "It supported 60 towns through four calls for proposals with grants of up to €40,000.");
    yes("Rivers programme 2011–2017", "It has an heir: towns submit proposals by 3 May 2027.");
    yes("Rivers programme 2024–2030: call for proposals", "Towns submit proposals at any time.");
}

#[test]
fn tips_explain_a_call_unless_they_name_its_day() {
    no("7 טעויות נפוצות בקול קורא", "הגשת בקשה למענק היא אמנות.");
    no("Cinq conseils pour répondre à un appel à projets", "Votre dossier de candidature doit convaincre.");
    yes("Five tips before you apply: fund for towns open", "The fund is open to councils until 3 March 2027.");
}

#[test]
fn a_course_recruits_without_a_vacancy() {
    yes("Cycle des cadres : recrutement", "Candidature à déposer jusqu’au 14 mars 2027.");
    no("Recrutement d’un chargé de mission", "La ville embauche (CDI). Candidature à déposer avant le 14 mars 2027.");
}

#[test]
fn a_source_that_lists_nothing_but_calls_needs_no_further_cue() {
    use super::{Context, LEXICON, finding, normalise, today};
    use crate::source::Defaults;
    let defaults = Defaults { only_opportunities: true, ..Defaults::default() };
    let context = Context { defaults: &defaults, ..Context::neutral() };
    let verdict = |title: &str| normalise(&finding(title, "Reference 24."), &context, &LEXICON, today()).verdict.yes;
    assert!(verdict("Integrated river management"));
    assert!(!verdict("Award notice: grants awarded under last year's round"));
}

#[test]
fn who_got_something_in_a_call_is_told_when_it_is_over() {
    no("21 רשויות זכו בקול קורא לשיפוץ ספריות", "המשרד מקצה 4 מיליון ₪. הספריות ישמשו את כל התושבים.");
    no("Ayudas para bibliotecas", "El instituto entregó becas a 40 bibliotecarios que postularon a la tercera convocatoria.");
    no(
        "Preise für Partnerschaften",
        "Krefeld und Hof erhalten die Ehrenplakette, die Ehrenfahne geht an Weiden. Den Wettbewerb gibt es seit 1955.",
    );
    no("Appel à projets : les villes retenues", "Douze communes remportent une aide pour leurs vergers.");
    no("Call for green schools: 14 towns", "Fourteen towns were selected in the call and receive grants for their yards.");
}

#[test]
fn a_page_that_says_that_nothing_is_open_calls_nobody() {
    no("Calls for projects", "There is no open call at present. Write to us if you are interested in applying later.");
    no("Grants", "At the moment we are not taking applications.");
    no("Funding for towns", "Proposals are not accepted right now.");
    no("קולות קוראים", "לעת עתה אין קולות קוראים.");
    no("מלגות ומענקים", "כעת לא ניתן להגיש מועמדות.");
    no("Appels à candidatures", "Aucun concours n’est ouvert pour l’instant.");
    no("Appels à projets", "Nous n’acceptons pas de candidatures à l’heure actuelle.");
    no("Convocatorias", "De momento no se admiten candidaturas.");
    no("Convocatorias de ayudas", "Hoy no hay concursos abiertos.");
    no("Ausschreibungen", "Gegenwärtig ist kein Wettbewerb geöffnet. Wer sich bewerben will, schaut später vorbei.");
    no("دعوات لتقديم المقترحات", "لا توجد مسابقات مفتوحة الآن.");
    no("Grants", "There are currently no open Green Valleys Trust grants.");
    yes("Call for projects: green yards", "The call is not open to companies. Towns submit one project each.");
    yes("Heritage call: submit your project", "No co-financing is available now.");
    yes("Grants for yards: apply now", "Grants are not available for companies. Towns submit one project each.");
    yes("Grants for libraries", "No call for museums is open now. Libraries can apply until 3 May 2027.");
    yes("Small grants", "No round is open today, but towns may submit ideas at any time.");
    yes("Call for projects", "There are no fees at this time. Towns submit projects by 3 May 2027.");
    yes("Call for projects: green yards", "Towns submit one project each. There are no other calls open at present.");
}

#[test]
fn what_stands_ready_for_towns_is_an_opportunity_without_a_day() {
    yes("Micro-grants", "The consulate offers micro-grants to local associations.");
    yes("Heritage fund", "The fund finances repairs of town walls in small towns with up to €4,000.");
    yes("Prize for quiet streets", "The prize is open to towns below 5,000 inhabitants.");
    yes("Fonds des bibliothèques", "Le fonds accorde aux communes une subvention de 3 000 €.");
    yes("Premio de huertos", "El premio está abierto a ayuntamientos de menos de 5.000 habitantes.");
    yes("Baumfonds", "Der Fonds unterstützt Gemeinden mit einem Zuschuss von 3.000 Euro.");
    yes("קרן הספריות", "הקרן מסייעת לרשויות מקומיות במענק של עד 4,000 ₪.");
    yes("منح صغيرة", "يمنح الصندوق الجمعيات منحة صغيرة.");
    yes("Finanzierungsmöglichkeit für Museen", "Näheres steht im Merkblatt.");
    yes("Oportunidad de financiación para museos", "Más información en la guía.");
    no("Micro-grants", "The consulate has supported 14 local associations with micro-grants, the mayor said last week.");
    no("Council news", "The council funds villages with €20,000 a year.");
    no("City hall", "The city hall is open to visitors from all towns.");
}

#[test]
fn who_looks_for_a_twin_town_or_host_families_calls() {
    yes("Summer camp", "For June we are still looking for two or three host families.");
    yes("Camp d’été", "Nous cherchons encore des familles d’accueil.");
    yes("Sommerlager", "Der Verein sucht noch Gastfamilien.");
    yes("Campamento de verano", "Buscamos familias de acogida.");
    yes("מחנה קיץ", "אנו מחפשים עוד משפחות מארחות.");
    yes("مخيم صيفي", "نبحث عن أسر مضيفة.");
    yes("Friendship", "A village on the Danube is searching for a partner municipality.");
    yes("Freundschaft", "Ein Dorf an der Donau sucht eine Partnerkommune.");
}

#[test]
fn towns_that_may_do_what_the_text_asks_for_are_called() {
    yes("Programm", "Gemeinden können Interessensbekundungen abgeben.");
    yes("Programme", "Councils may send an expression of interest.");
    yes("Programme", "Les villes peuvent envoyer une manifestation d’intérêt.");
    yes("תוכנית", "מועצות רשאיות להביע עניין.");
    yes("Jugendforum: noch bis Ende Oktober anmelden!", "Das Forum tagt im Frühling.");
}

#[test]
fn what_towns_may_do_otherwise_calls_nobody() {
    no("Directory", "Municipalities can register their address in the directory.");
    no("Traffic", "Cities can apply the new rules to their buses.");
    no("Préfecture", "Les communes peuvent demander conseil à la préfecture.");
    no("Partnerschaft", "Die Stadt sucht keine Partnerstadt.");
    no("Partnership", "Our town is not seeking a sister city.");
}

#[test]
fn a_guide_to_projects_follows_the_calls_of_others() {
    no("Five things to know about European projects", "Follow their calls for projects on the portal.");
    no("Cinq choses à savoir sur les projets européens", "Suivez leurs appels à candidatures et participez à un projet.");
    no(
        "Cosas que conviene saber de los proyectos europeos",
        "Sigue sus convocatorias. Un municipio puede participar como socio.",
    );
    no("Fünf Dinge, die man über EU-Projekte wissen sollte", "Verfolgen Sie deren Ausschreibungen; Kommunen können teilnehmen.");
    no("Our exchange: a look back", "Towns can apply what they learned.");
    no("Celebrating 20 years of the exchange", "Host towns can share a guest.");
}

#[test]
fn a_decision_that_awards_comes_too_late() {
    no("Resolución de la convocatoria de ayudas 2026", "Se conceden las ayudas a los municipios siguientes.");
    no(
        "Subvenciones a bibliotecas",
        "Las subvenciones de la convocatoria se otorgan a los ayuntamientos siguientes: Ávila y Soria.",
    );
    no("Decision on the call for green towns 2026", "The grants are given to the following towns: Akko and Lod.");
    no("Award decision: call for proposals on shade", "Forty proposals were read.");
    no("Attribution des aides 2026", "Les aides de l'appel à projets sont attribuées aux communes suivantes.");
    no("Förderaufruf Grün 2026", "Die Zuschüsse gehen an folgende Gemeinden: Aue und Plau.");
    no("החלטה בדבר קול קורא לגינות", "המענקים יינתנו למועצות הבאות: גזר ומגידו");
    no("دعوة الحدائق 2026", "تمنح المنح للبلديات التالية: عكا واللد");
    // Whoever is asked for something, or has a day to do it by, is in time.
    yes("Funding decisions for culture 2027", "Towns apply by 3 May 2027.");
    yes(
        "Orden por la que se conceden ayudas a municipios",
        "Los ayuntamientos presentan la solicitud hasta el 3 de mayo de 2027.",
    );
    yes("Prize for green towns", "Prizes are awarded in the following categories: parks, roofs. Nominate your town.");
    yes("Call for green towns", "Grants are given to the following bodies: towns and villages. Apply by 3 May 2027.");
    yes("Convocatoria de ayudas", "Se conceden ayudas a los municipios siguientes. Pueden presentar su proyecto en línea.");
    yes("Appel à projets : attribution de subventions aux communes", "Les dossiers sont à déposer avant le 3 mai 2027.");
    yes("קול קורא לגינות", "המענקים יינתנו לרשויות הבאות: רשויות בגליל. הגשה עד 3.5.2027");
    yes(
        "Appel à projets 2027",
        "Critères d'attribution des aides : voir le règlement. Les communes déposent leur dossier avant le 3 mai 2027.",
    );
}

#[test]
fn whoever_is_on_the_short_list_has_applied() {
    no("The ten shortlisted cities of the Harbour Award", "Ninety cities submitted applications. The jury chose ten.");
    no("Las ciudades preseleccionadas del premio", "Noventa ciudades presentaron su candidatura.");
    yes("Harbour Award 2027", "Cities apply by 3 May 2027. Shortlisted cities are told in June.");
}

#[test]
fn whoever_stands_for_a_council_is_elected() {
    no("בחירות לרשויות המקומיות 2027", "רשימות מועמדים יוגשו עד 4.5.2027.");
    no("انتخابات المجالس البلدية 2027", "تقديم طلبات الترشح حتى 4 مايو 2027");
    no("Municipal elections 2027", "Candidates register with the clerk until 4 May 2027.");
    no("Élections municipales 2027", "Les candidatures sont déposées en mairie jusqu'au 4 mai 2027.");
    no("Elecciones municipales 2027", "Las candidaturas se presentan hasta el 4 de mayo de 2027.");
    no("Bürgermeisterwahl 2027", "Bewerbungen für das Amt bis zum 4. Mai 2027.");
    yes("Mayor of the year", "The jury elects the mayor of the year. Nominate yours by 4 May 2027.");
    yes("Call for proposals: young voters in local elections", "Towns apply by 4 May 2027.");
}

#[test]
fn what_others_were_urged_to_nobody_is_asked() {
    no("Mayors gather", "The mayors met in Boston. A foundation pressed mayors to take part in its coming programs.");
    no("Bürgermeister tagen", "Eine Stiftung forderte die Bürgermeister auf, an ihren Programmen teilzunehmen.");
    yes("Green towns challenge", "The foundation urges mayors to apply by 4 May 2027.");
}

#[test]
fn a_newsletter_may_bring_a_call() {
    yes("Newsletter", "Our village is looking for a twin town. Write to the clerk.");
    yes("Lettre d'information", "Notre village cherche une commune partenaire. Écrivez à la mairie.");
    no("Newsletter", "The mayor opened the new library. The next issue comes in May.");
}

#[test]
fn an_invitation_with_a_form_to_send_is_a_call() {
    yes("TownLinks", "We invite towns and counties to join a partnership. Download the application and e-mail it to us.");
    yes("Partenariats", "Nous invitons les communes à participer à un partenariat. Téléchargez le formulaire.");
    yes("Partenariado", "Invitamos a los municipios a participar en un partenariado. Descargue el formulario.");
    no("Town hall", "Download the form for a parking permit.");
}

#[test]
fn all_year_round_may_be_said_of_anybody() {
    no("Where to find grants", "Some funders accept applications on a rolling basis.");
    no("מדריך למענקים", "קרנות רבות מקבלות בקשות לאורך כל השנה.");
    yes("Village grants", "We accept applications on a rolling basis.");
}

#[test]
fn what_came_of_a_round_is_no_round() {
    no("Money for beaches", "The ministry shares out 90 million. 48 grant applications were received, 31 met the conditions.");
    no("Geld für Strände", "48 Anträge auf Zuschüsse sind eingegangen. Die Anträge wurden geprüft.");
    no("De l'argent pour les plages", "48 demandes de subvention ont été reçues et ont été examinées.");
    no("Dinero para playas", "El ministerio reparte 90 millones en ayudas. Se recibieron 48 solicitudes.");
    no("48 propuestas llegaron al fondo", "Llegaron 48 propuestas a la convocatoria de ayudas y pronto habrá fallo.");
    no("כסף לחופים", "המשרד מקצה לרשויות 90 מיליון ש\"ח. התקבלו 48 בקשות לתמיכה, 31 עמדו בתנאי הסף.");
    no("כסף לחופים", "במסגרת נוהל התמיכה הגישו 48 רשויות בקשות. הבקשות נבחנו בוועדה.");
    no("مال للشواطئ", "تخصص الوزارة 90 مليون شيكل للبلديات. وردت 48 طلبات لمنح.");
    no("Fund for choirs", "216 proposals have been submitted to the call and now go to the jury.");
    no("Fonds des chœurs", "L'appel à projets a reçu 216 dossiers.");
    no("Fonds des chœurs", "216 communes ont répondu à l'appel à projets.");
    no("Fondo de coros", "La convocatoria cerró con 216 solicitudes.");
    no("Chorfonds", "Auf die Ausschreibung gingen 216 Bewerbungen ein.");
    no("קרן המקהלות", "לקול הקורא הוגשו 216 הצעות.");
    // A call may tell of the round before it.
    yes("Beach fund", "In all 90 projects have been submitted. The fund supports municipalities with grants of up to €5,000.");
    yes("Beach grants", "Last year 48 applications were received. Municipalities can apply for a grant until 4 May 2027.");
    yes("Ayudas a playas", "El año pasado se recibieron 48 solicitudes. Los municipios pueden solicitar la ayuda.");
    yes("קול קורא לחופים", "בשנה שעברה התקבלו 48 בקשות. רשויות מקומיות מוזמנות להגיש בקשות לתמיכה.");
    yes("دعوة لتقديم طلبات للشواطئ", "وردت 48 طلبات العام الماضي. يمكن للبلديات تقديم الطلبات.");
}

#[test]
fn whoever_takes_nothing_unasked_calls_nobody() {
    no("Questions", "The foundation does not accept unsolicited proposals. Once you are invited to apply, you get our form.");
    no("Die Stiftung", "Sie nimmt keine unaufgeforderten Anträge an und lädt selbst ein, Anträge einzureichen.");
    no("La fondation", "Elle n'accepte pas de demandes non sollicitées ; les structures invitées déposent un dossier.");
    no("הקרן", "הקרן אינה מקבלת פניות יזומות. ארגונים שיוזמנו יגישו בקשה.");
    // Beside a last day it is said of what comes outside of the call.
    yes("Grants for towns", "We do not accept unsolicited proposals. Towns apply to this call by 3 May 2027.");
}

#[test]
fn a_road_that_shuts_is_no_call_that_does() {
    no("רחוב הגפן ייסגר לתנועה", "הרחוב ייסגר ביום 4.5.2027.");
    no("Works in Mill Lane", "The road will be closed on 4 May 2027.");
    no("Mühlgasse", "Die Straße wird für den Verkehr gesperrt bis 4. Mai 2027.");
    yes("קול קורא לרשויות", "הקול הקורא ייסגר ביום 4.5.2027. רשויות יגישו בקשות.");
}

#[test]
fn a_public_tender_calls_no_town() {
    no("Öffentliche Ausschreibung: Sanierung der Turnhalle", "Angebote sind bis 4. Mai 2027 einzureichen.");
    yes("Ausschreibung: Preis für grüne Schulhöfe", "Gemeinden reichen ihre Beiträge bis 4. Mai 2027 ein.");
}

#[test]
fn visits_to_a_town_are_no_state_visits() {
    yes("Visits to our twin town", "Students may apply. Applications open in September.");
    no("Minister visits Haifa", "He opened a school, and met students who apply to the programme.");
}

#[test]
fn what_was_approved_beside_the_call_tells_of_no_winners() {
    yes("קורס למנהלי מחלקות", "עובדי רשויות מוזמנים לקחת חלק בקורס, המוכר לצורך מכרזים, במוסדות שאושרו על ידי המשרד.");
    no("הבקשות שאושרו", "להלן הפרויקטים שאושרו השנה.");
}

#[test]
fn a_page_of_the_town_hall_calls_for_no_projects() {
    no("Public notices", "Notice is given of a public hearing on the grant application that the town submits.");
    no("Märkte veranstalten – Festsetzung beantragen", "Den Antrag reichen Sie spätestens sechs Wochen vorher ein.");
    no("Food stands: apply for a permit", "Submit your application no later than six weeks before.");
}

#[test]
fn whoever_funds_asks_for_proposals_as_whoever_buys() {
    yes("Request for proposals: community grants", "The foundation funds projects of towns. Proposals by 4 May 2027.");
    no("Request for proposals: cleaning of the town hall", "Bidders hand in their quotations by 4 May 2027.");
}

#[test]
fn how_it_works_explains() {
    no("Les appels à projets, comment ça marche ?", "Entre le dépôt d'un dossier et la réponse il peut se passer six mois.");
    yes("Fonds des quartiers : appel à projets", "Comment ça marche ? Les communes déposent un dossier avant le 4 mai 2027.");
}

#[test]
fn entries_that_are_judged_are_in() {
    no(
        "Trophées des rues : bientôt la fin du suspense",
        "Les candidats sont venus défendre la candidature de leur ville devant le jury.",
    );
    no("Green street award", "Eleven towns presented to the judges last week. Nominations closed in May.");
    no("الانتهاء من مراحل تقييم جائزة الشوارع", "أعلنت البلدية الانتهاء من المرحلة الثانية من تقييم الجائزة بعد قبول الترشيح.");
    yes("Green street award", "Towns apply by 3 May 2027. Finalists present their street to the judges in June.");
    yes("Trophées des rues", "Dossiers à déposer avant le 3 mai 2027. Délibérations du jury : 9 juin 2027.");
}

#[test]
fn whoever_says_who_can_be_a_partner_asks_for_one() {
    yes(
        "Still time to join a river network",
        "The networks are still looking for new partners. Who can be a partner? Cities and regions.",
    );
    yes(
        "Programa de pequeños proyectos",
        "La embajada apoya iniciativas locales, hasta un tope máximo de 9.000 euros. Se debe enviar la propuesta a principio de año.",
    );
}

#[test]
fn who_was_chosen_first_of_all_leaves_nothing_to_apply_for() {
    no(
        "Pilot towns",
        "The third group of pilot towns has been selected from ninety applications. The grant award depends on them.",
    );
    no("100 מיליון שקל ל-36 רשויות", "המשרד יעביר 100 מיליון שקל ל-36 רשויות שזכו בתמיכה במסגרת קול קורא.");
    no(
        "Ayudas por daños",
        "Se acuerda la asignación de las subvenciones. Concluido el plazo de presentación de solicitudes, se hicieron pagos.",
    );
    yes("Pilot towns", "Ten towns have been selected so far. Towns can apply for the next group by 3 May 2027.");
}

#[test]
fn a_register_of_programmes_names_who_may_apply() {
    yes("Sportstättenbau", "Förderart: Zuschuss. Förderberechtigte: Kommune, Verein. Fördergeber: Ministerium des Innern.");
    yes("Breitband", "Förderberechtigte: Kommune. In der 2. Stufe richten Sie Ihren Antrag zum 15.12. an das Ministerium.");
}

#[test]
fn a_prize_named_after_the_dead_is_a_prize() {
    yes(
        "פרס השכונה לשנת תשפ\"ז",
        "המועצה מזמינה להגיש מועמדות לפרס על שם משה כהן ז\"ל. השופטים רשאים לחלק כל פרס בין שני זוכים.",
    );
    no("משה כהן ז\"ל", "הודעה בצער על פטירתו של ראש המועצה לשעבר. יהי זכרו ברוך.");
}
