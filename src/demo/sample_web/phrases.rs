//! The words of a site's furniture, in its language.

use super::content::Lang;

/// What stands around the text on every page.
pub(super) struct Phrases {
    /// For `lang=`.
    pub(super) code: &'static str,
    /// For `dir=`.
    pub(super) dir: &'static str,
    /// The form in which dates are written.
    pub(super) form: &'static str,
    pub(super) home: &'static str,
    pub(super) all: &'static str,
    pub(super) about: &'static str,
    pub(super) search: &'static str,
    pub(super) published: &'static str,
    pub(super) related: &'static str,
    pub(super) next: &'static str,
    pub(super) previous: &'static str,
    pub(super) more: &'static str,
    pub(super) cookies: &'static str,
    pub(super) accept: &'static str,
    pub(super) until: &'static str,
    pub(super) title: &'static str,
}

pub(super) fn of(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::He => &HEBREW,
        Lang::En => &ENGLISH,
        Lang::Us => &AMERICAN,
        Lang::Fr => &FRENCH,
        Lang::De => &GERMAN,
        Lang::Es => &SPANISH,
    }
}

const HEBREW: Phrases = Phrases {
    code: "he",
    dir: "rtl",
    form: "he-num",
    home: "דף הבית",
    all: "כל הפרסומים",
    about: "אודות",
    search: "חיפוש באתר",
    published: "פורסם בתאריך",
    related: "אולי יעניין אתכם גם",
    next: "לעמוד הבא",
    previous: "לעמוד הקודם",
    more: "לפרטים נוספים",
    cookies: "אתר זה משתמש בעוגיות כדי לשפר את חוויית הגלישה.",
    accept: "הבנתי",
    until: "להגשה",
    title: "נושא",
};
const ENGLISH: Phrases = Phrases {
    code: "en",
    dir: "ltr",
    form: "en",
    home: "Home",
    all: "All news",
    about: "About us",
    search: "Search this site",
    published: "Published on",
    related: "You may also like",
    next: "Next page",
    previous: "Previous page",
    more: "Read more",
    cookies: "We use cookies to count our visitors. You can change your mind at any time.",
    accept: "Accept all",
    until: "Closing date",
    title: "Subject",
};
const AMERICAN: Phrases = Phrases { form: "us", ..ENGLISH };
const FRENCH: Phrases = Phrases {
    code: "fr",
    dir: "ltr",
    form: "fr",
    home: "Accueil",
    all: "Toutes les actualités",
    about: "Qui sommes-nous",
    search: "Rechercher",
    published: "Publié le",
    related: "À lire aussi",
    next: "Page suivante",
    previous: "Page précédente",
    more: "Lire la suite",
    cookies: "Ce site utilise des cookies de mesure d'audience.",
    accept: "Tout accepter",
    until: "Clôture",
    title: "Objet",
};
const GERMAN: Phrases = Phrases {
    code: "de",
    dir: "ltr",
    form: "num",
    home: "Startseite",
    all: "Alle Meldungen",
    about: "Über uns",
    search: "Suche",
    published: "Veröffentlicht am",
    related: "Das könnte Sie auch interessieren",
    next: "Nächste Seite",
    previous: "Vorige Seite",
    more: "Weiterlesen",
    cookies: "Diese Website verwendet Cookies, um Zugriffe zu zählen.",
    accept: "Einverstanden",
    until: "Frist",
    title: "Thema",
};
const SPANISH: Phrases = Phrases {
    code: "es",
    dir: "ltr",
    form: "es",
    home: "Inicio",
    all: "Toda la actualidad",
    about: "Quiénes somos",
    search: "Buscar",
    published: "Publicado el",
    related: "También te puede interesar",
    next: "Página siguiente",
    previous: "Página anterior",
    more: "Leer más",
    cookies: "Este sitio utiliza cookies para contar las visitas.",
    accept: "Aceptar",
    until: "Plazo",
    title: "Asunto",
};
