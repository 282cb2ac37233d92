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
