//! "All over the world", said of partners, guests, journeys and those who are helped: nobody there is asked.

use super::eligibility::countries;
use super::record;
use crate::opportunity::Verdict::{Conditional, No, Partner, Unknown, Yes};

#[test]
fn partners_and_journeys_all_over_the_world_open_nothing_to_the_world() {
    for text in [
        "German municipalities can apply for projects with partners around the world. Apply by 9 May 2027.",
        "Deutsche Kommunen können Projekte mit Partnern in aller Welt beantragen.",
        "Les communes françaises peuvent présenter des projets avec des partenaires du monde entier.",
        "Los ayuntamientos españoles pueden presentar proyectos con socios de todo el mundo.",
        "רשויות מקומיות בגרמניה יכולות להגיש פרויקטים עם שותפים מכל העולם.",
        "تقدم البلديات المغربية مشاريع مع شركاء من جميع أنحاء العالم.",
        "French towns may apply for grants for projects with towns anywhere in the world.",
        "Gemeinden in Bayern werden für Projekte weltweit gefördert.",
        "Polish students can apply to study anywhere in the world.",
    ] {
        let verdict = record("Fund for neighbours", text).eligibility.country;
        assert!(matches!(verdict.verdict, No | Partner), "{text}: {verdict:?}");
    }
}

#[test]
fn guests_all_over_the_world_are_not_asked() {
    countries(
        Unknown,
        &[
            "Families can apply to host pupils from all over the world.",
            "Familien, die Jugendliche aus aller Welt aufnehmen, können sich melden.",
            "Host families wanted: families host young people from all over the world.",
            "Buscamos familias que acojan a jóvenes de todo el mundo. Inscripción hasta el 9 de mayo de 2027.",
            "דרושות משפחות לארח צעירים מכל העולם. הרשמה עד 9.5.2027.",
            "نبحث عن عائلات تستضيف شبابا من جميع أنحاء العالم. التسجيل حتى 9 مايو 2027.",
            "Les villes accueillent des délégations du monde entier. Candidatures avant le 9 mai 2027.",
            "Le lauréat peut partir deux mois partout dans le monde. Candidatures avant le 9 mai 2027.",
            "Polish students can study anywhere in the world.",
            "Teachers in Bavaria can visit schools worldwide. Apply by 9 May 2027.",
            "The winner can travel anywhere in the world. Apply by 9 May 2027.",
            "Des chorales du monde entier se produisent. Les bénévoles s'inscrivent avant le 9 mai 2027.",
            "Last year choirs from all over the world took part. Apply by 9 May 2027.",
            "L'an dernier, des chorales du monde entier ont chanté. Candidatures avant le 9 mai 2027.",
            "The foundation has helped villages all over the world. Apply by 9 May 2027.",
            "We fund projects that help children all over the world. Towns can apply.",
            "Gefördert werden Projekte, die Kindern in aller Welt helfen.",
            "Choirs from all over the world perform. Volunteers can register until 9 May 2027.",
        ],
    );
}

#[test]
fn applicants_all_over_the_world_are_asked() {
    countries(
        Yes,
        &[
            "Cities around the world can apply.",
            "Open to applicants worldwide.",
            "Artists from all over the world are invited to apply.",
            "Ouvert aux villes du monde entier.",
            "Städte aus aller Welt können sich bewerben.",
            "Pueden participar ciudades de todo el mundo.",
            "ערים מכל העולם יכולות להגיש מועמדות.",
            "German towns and towns from all over the world can apply.",
            "Travel grants for artists from all over the world.",
            "Students from all over the world can travel to Graz.",
            "Study grants for officials worldwide. Officials can apply.",
            "The house hosts artists from all over the world.",
            "Towns with 50,000 residents around the world can apply.",
            "The residency hosts artists from all over the world; artists can apply until 9 May 2027.",
            // A forum is open to those who come.
            "Mayors from all over the world come together in Ghent. Registration by 9 May 2027.",
            "Cities from around the world come together; register by 9 May 2027.",
            "Künstler aus aller Welt kommen für drei Monate nach Kassel. Bewerbungen bis 9. Mai 2027.",
            "Alcaldes de todo el mundo acuden al congreso. Inscripción hasta el 9 de mayo de 2027.",
            // Of last year something else is told.
            "Open to municipalities from all over the world that joined the network last year.",
            "Last year 30 towns took part, and this year municipalities from all over the world may apply.",
        ],
    );
}

#[test]
fn members_around_the_world_are_members() {
    countries(
        Conditional,
        &[
            "The network offers young people from its member cities around the world a stay. Apply by 4 June 2027.",
            "Das Netzwerk lädt Jugendliche aus seinen Mitgliedsstädten in aller Welt ein. Bewerbung bis 4. Juni 2027.",
            "Les villes membres du monde entier peuvent se porter candidates avant le 4 juin 2027.",
        ],
    );
    countries(
        Yes,
        &[
            "Member cities and cities around the world can apply by 4 June 2027.",
            "Cities around the world can apply by 4 June 2027. Member cities pay no fee.",
        ],
    );
}
