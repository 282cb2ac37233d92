//! Days by which others did something, or by which one votes.

use super::assert_decides;

#[test]
fn the_last_day_to_vote_is_none_to_enter() {
    assert_decides(
        None,
        &[
            ("Until 3 May 2027 you can vote for your favourite entry.", "unknown"),
            ("Voting is open until 3 May 2027.", "unknown"),
            ("Towns can answer the survey until 3 May 2027.", "unknown"),
            ("Jusqu'au 3 mai 2027, votez pour votre commune préférée.", "unknown"),
            ("Bis 3. Mai 2027 können Sie abstimmen.", "unknown"),
            ("Vota antes del 3 de mayo de 2027.", "unknown"),
            ("ההצבעה פתוחה עד 3.5.2027.", "unknown"),
            ("باب التصويت مفتوح حتى 3 مايو 2027", "unknown"),
            // The day to enter stays.
            ("Submit photos until 3 March 2027. The public votes until 3 May 2027.", "2027-03-03"),
            ("Fotos bis 3. März 2027 einreichen, abgestimmt wird bis 3. Mai 2027.", "2027-03-03"),
            ("Envoyez vos photos avant le 3 mars 2027. Votez ensuite jusqu'au 3 mai 2027.", "2027-03-03"),
            ("Towns send their application by 3 March 2027; the council votes in June.", "2027-03-03"),
        ],
    );
}

#[test]
fn those_who_have_applied_met_their_own_deadline() {
    assert_decides(
        None,
        &[
            ("Five cities met the deadline of 3 May 2027 and submitted their files.", "unknown"),
            ("Ten cities submitted their bids before the deadline of 3 May 2027.", "unknown"),
            ("Fünf Städte haben ihre Bewerbung bis zum Stichtag 3. Mai 2027 eingereicht.", "unknown"),
            ("Alle haben die Frist am 3. Mai 2027 eingehalten.", "unknown"),
            ("Deux villes ont déposé leur dossier avant la date limite du 3 mai 2027.", "unknown"),
            ("El ayuntamiento presentó su candidatura antes del 3 de mayo de 2027.", "unknown"),
            ("הערים הגישו את מועמדותן עד המועד האחרון, 3.5.2027.", "unknown"),
            // Whoever has not may still.
            ("Towns that submitted their report last year may apply again until 3 May 2027.", "2027-05-03"),
            ("Towns submit their bid books by 3 May 2027.", "2027-05-03"),
            ("Towns must have submitted their application by 3 May 2027.", "2027-05-03"),
            ("Die Veranstalter haben die Frist bis 3. Mai 2027 verlängert.", "2027-05-03"),
        ],
    );
}

#[test]
fn a_vote_before_what_is_handed_in_is_no_public_one() {
    assert_decides(
        None,
        &[
            ("After a vote of the assembly, towns send their application by 3 May 2027.", "2027-05-03"),
            ("Towns attach the vote of the assembly and apply by 3 May 2027.", "2027-05-03"),
            ("Members with voting rights may apply by 3 May 2027.", "2027-05-03"),
            ("Towns have until 3 May 2027 to vote and apply.", "2027-05-03"),
            ("Après le vote du conseil, les villes déposent leur dossier avant le 3 mai 2027.", "2027-05-03"),
            ("Les villes ont jusqu'au 3 mai 2027 pour voter une délibération et candidater.", "2027-05-03"),
            ("In Abstimmung mit dem Kreis reichen die Städte ihre Anträge bis 3. Mai 2027 ein.", "2027-05-03"),
            ("Nach Abstimmung mit dem Land ist der Antrag bis 3. Mai 2027 zu stellen.", "2027-05-03"),
            ("Bis 3. Mai 2027 können Städte in Abstimmung mit dem Kreis einen Antrag stellen.", "2027-05-03"),
            ("Bitte stimmen Sie sich mit dem Kreis ab und reichen Sie den Antrag bis 3. Mai 2027 ein.", "2027-05-03"),
            ("Tras la votación del pleno, los municipios presentarán su solicitud hasta el 3 de mayo de 2027.", "2027-05-03"),
            (
                "Se adjuntará el acta de la votación del pleno y la solicitud se presenta hasta el 3 de mayo de 2027.",
                "2027-05-03",
            ),
            ("לאחר הצבעה במליאה יגישו הרשויות את הבקשה עד 3.5.2027.", "2027-05-03"),
            ("بعد تصويت المجلس ترسل البلديات طلباتها حتى 3 مايو 2027", "2027-05-03"),
            // Who fills in a questionnaire or a survey may apply by it.
            ("Pour candidater, il faut répondre au questionnaire avant le 3 mai 2027.", "2027-05-03"),
            ("Para participar hay que responder al cuestionario antes del 3 de mayo de 2027.", "2027-05-03"),
            ("Towns interested in the network take part in the survey by 3 May 2027.", "2027-05-03"),
            // The public's vote stays one.
            ("Vote for the best application until 3 May 2027.", "unknown"),
            ("The public vote is open until 3 May 2027.", "unknown"),
            ("Votación popular hasta el 3 de mayo de 2027.", "unknown"),
            ("Le vote du public est ouvert jusqu'au 3 mai 2027.", "unknown"),
            ("Online-Abstimmung bis 3. Mai 2027.", "unknown"),
            ("The vote is open until 3 May 2027.", "unknown"),
            ("Residents take part in the survey until 3 May 2027.", "unknown"),
            ("Die Abstimmung ist bis 3. Mai 2027 offen.", "unknown"),
            ("Le vote se poursuit jusqu'au 3 mai 2027.", "unknown"),
            ("ניתן להצביע עד 3.5.2027.", "unknown"),
        ],
    );
}

#[test]
fn whoever_has_handed_in_by_then_or_has_to_is_asked_for_it() {
    assert_decides(
        None,
        &[
            ("Städte haben ihre Bewerbung bis zum 3. Mai 2027 einzureichen.", "2027-05-03"),
            ("Jede Stadt hat ihren Antrag schriftlich bis zum 3. Mai 2027 beim Amt abzugeben.", "2027-05-03"),
            ("Die Träger haben ihre Anträge bis 3. Mai 2027 beim Land zu stellen.", "2027-05-03"),
            ("Die Partnerstadt hat den Antrag bis 3. Mai 2027 mit zu unterzeichnen und einzusenden.", "2027-05-03"),
            ("Only towns that have submitted their form by 3 May 2027 are considered.", "2027-05-03"),
            ("Every town must have handed in its form by 3 May 2027.", "2027-05-03"),
            ("A town is registered when it has submitted its form by 3 May 2027.", "2027-05-03"),
            ("Applicants who met the deadline of 3 May 2027 will hear from us in June.", "2027-05-03"),
            ("Each town must ensure that it has submitted its application by 3 May 2027.", "2027-05-03"),
            (
                "Applicants who have submitted their concept note by 3 March 2027 will be invited to send a full proposal by 3 May 2027.",
                "2027-03-03>2027-05-03",
            ),
            ("Towns which have submitted their pre-registration can upload the application until 3 May 2027.", "2027-05-03"),
            ("Seules les villes qui ont déposé leur dossier avant le 3 mai 2027 seront examinées.", "2027-05-03"),
            ("Solo se valorarán los municipios que han presentado su candidatura antes del 3 de mayo de 2027.", "2027-05-03"),
            ("תנאי סף: רשויות אשר הגישו את בקשתן עד 3.5.2027", "2027-05-03"),
            ("רק רשויות שהגישו את בקשתן עד 3.5.2027 ייבחנו.", "2027-05-03"),
            // Told of those who did it, they did.
            ("Ten towns have submitted their bids before the deadline of 3 May 2027.", "unknown"),
            ("Zehn Städte haben ihre Anträge bis zum Stichtag 3. Mai 2027 eingereicht.", "unknown"),
            ("Dix villes ont remis leur dossier avant la date limite du 3 mai 2027.", "unknown"),
        ],
    );
}
