//! The little words by which a reader tells a language, and letters that few others have.

/// Function words of the languages written in Latin letters, as tokens in normal form (without accents).
pub(super) const FUNCTION_WORDS: [(&str, &str); 26] = [
    (
        "en",
        "the of and to in is for that with on are by this be as at from which or an have not it was will their they has its he she his you we who been would out into about after before during over our all can may how what when where until up now your only new no there said more other some two three",
    ),
    (
        "fr",
        "le la les des et en un une du pour que qui dans par sur est au avec plus pas ne ce sont aux leur cette ont il elle ete mais se nous vous meme d l",
    ),
    (
        "de",
        "der die und das den von zu mit fur ist im des auf ein eine dem nicht sich bei wird auch werden als an oder sind wie zum zur einer aus nach einen er sie hat war uber bis uhr anmeldung bewerbung",
    ),
    (
        "es",
        "el la los las de y en del que para por con un una se al es su como mas sus lo no este esta son o han ha pero fue ser sobre entre desde",
    ),
    (
        "it",
        "il la di e che in un per del della i le con da non una sono dei nel al alla si gli piu delle come anche ha questo ma lo era essere stato dal dalla sua hanno",
    ),
    (
        "pt",
        "o a de e que do da em um para com nao uma os no se na por mais as dos como mas foi ao ele das sao seu sua ou ser tem pela pelo entre foram tambem",
    ),
    (
        "nl",
        "de het een van en in is op te dat die voor met zijn aan niet er om ook als bij naar uit wordt door maar heeft worden werd hij ze deze was over dan nog",
    ),
    (
        "pl",
        "w i na z sie do nie jest to ze o jak za od po przez dla co oraz ktore ktory tym byl ale jego tego ich lub sa tak przy bylo ktorzy jako juz",
    ),
    (
        "cs",
        "a v se na je ze s z do o k i za ve by pro jako jsou ktery ktera ktere byl bylo po od jeho ale tak podle aby jeste pred uz jej byla nebo take",
    ),
    (
        "sk",
        "a v sa na je ze s z do o k aj za vo by pre ako su ktory ktora ktore bol bolo po od jeho ale tak podla aby este pred uz jej bola alebo tiez",
    ),
    (
        "sl",
        "in je v na za da se so ki s pa z o bi po tudi ne od kot iz pri bil bila bilo ali do ni sta njihov vec kako njegov zaradi med lahko",
    ),
    (
        "hr",
        "i je u na da se za su od s o ne koji koja koje bi ce iz kao ili do kako bio bila nije te ali sto po nakon tijekom vise takoder kojih njegov bez jer",
    ),
    (
        "ro",
        "de si in a la cu pe din sa un o care pentru nu ca este au fost mai ale lui prin sunt se al dar ce fi sau acest aceasta dupa cea cel ei",
    ),
    (
        "hu",
        "a az es hogy nem is egy ez volt meg de azt csak mint el mar kell ki ha vagy szerint aki lesz ezt pedig olyan amely sem minden mert utan ne",
    ),
    (
        "fi",
        "ja on ei se etta oli han ovat ole kun mutta myos joka tai niin kuin hanen voi mukaan ollut jos mita sen jotka olivat nyt jo vain siita tama hanta kanssa jalkeen",
    ),
    (
        "et",
        "ja on ei et see oli kui ta ka mis ning oma aga tema nad selle kes pole voi siis mida veel nii olid kuid seda parast ule juba poolt kas saab ole",
    ),
    (
        "lv",
        "un ir ka no par ar uz kas bija tas to ari vai pec bet vina nav tika kuri sava lai ja pie sis kura kad vel vairak gan tiek bijis savu ta",
    ),
    (
        "lt",
        "ir kad i is yra su buvo o kaip to jo bet tai po del dar apie tik jis ar jie nuo savo bus uz kurie jau ne taip iki turi sako viena",
    ),
    (
        "sv",
        "och att det i en som pa ar av for med den till inte har de om ett han men var sig fran vi sa kan nar efter hade under eller skulle ocksa blev",
    ),
    (
        "da",
        "og at det i en som pa er af for med den til ikke har de om et han men var sig fra vi sa kan nar efter havde under eller skulle ogsa blev af",
    ),
    (
        "nb",
        "og at det i en som pa er av for med den til ikke har de om et han men var seg fra vi sa kan nar etter hadde under eller skulle ogsa ble av",
    ),
    (
        "ga",
        "an na ar agus a i go is le do ag ta bhi ni sin se siad mar leis chun faoi ach nach ata seo bhfuil gur sa raibh aige acu air iad",
    ),
    (
        "mt",
        "u li ta tal il fil hu ma jew dan din biex minn mill fuq qal kien kienu huwa hija mal lil bil kif meta wara aktar ghal kellu kollha jista dwar hemm",
    ),
    (
        "sq",
        "te ne dhe e i per me nga se qe nje eshte ka u do si ky kjo jane po por kishte ishte mund tha shume pas tyre duke ose kur nuk",
    ),
    (
        "tr",
        "ve bir bu da de icin ile olarak daha cok ne gibi kadar sonra en ama olan var degil her oldugunu diye iki ki o ise buyuk olan yeni tarafindan",
    ),
    ("eu", "eta da ez du bat dira dute izan zuen hau dela ere baina egin zen den duten edo baino beste"),
];

/// Letters that tell a language at once, in lower case.
pub(super) const LETTERS: [(&str, &str); 17] = [
    ("mt", "ħġċż"),
    ("ro", "țșşţă"),
    ("pl", "łąęśźń"),
    ("hu", "őű"),
    ("cs", "ěřů"),
    ("sk", "ľĺŕô"),
    ("lv", "ķļņģāēī"),
    ("lt", "ėįųū"),
    ("et", "õ"),
    ("tr", "ğıİ"),
    ("de", "ß"),
    ("es", "ñ¿¡"),
    ("pt", "ãõ"),
    ("da", "æø"),
    ("nb", "æø"),
    ("sq", "ë"),
    ("fr", "œ"),
];
