//! The families of feeds, and how their old and careless members are spelt in the one that a strict reader takes.

/// Prefixes that feeds use without declaring them.
const PREFIXES: [(&str, &str); 9] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("atom", "http://www.w3.org/2005/Atom"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("wfw", "http://wellformedweb.org/CommentAPI/"),
    ("podcast", "https://podcastindex.org/namespace/1.0"),
    ("xhtml", "http://www.w3.org/1999/xhtml"),
];

const ATOM: &str = "http://www.w3.org/2005/Atom";
const ATOM_03: &str = "http://purl.org/atom/ns#";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `<rss>`, any version or none.
    Rss,
    /// `<channel>` without `<rss>` around it.
    Channel,
    /// `<rdf:RDF>`: RSS 0.90 and 1.0.
    Rdf,
    /// `<feed>`: Atom 0.3 and 1.0.
    Atom,
}

impl Dialect {
    pub(super) fn of_root(name: &str) -> Option<Self> {
        match local(name).to_ascii_lowercase().as_str() {
            "rss" => Some(Self::Rss),
            "channel" => Some(Self::Channel),
            "rdf" => Some(Self::Rdf),
            "feed" => Some(Self::Atom),
            _ => None,
        }
    }

    pub(super) fn is_item(self, name: &str) -> bool {
        match self {
            Self::Atom => matches!(name, "entry" | "atom:entry"),
            _ => name.eq_ignore_ascii_case("item") || name == "rss:item",
        }
    }

    /// Elements that RSS 1.1 puts around its items, and RSS 2.0 does not know.
    pub(super) fn is_wrapper(self, name: &str) -> bool {
        self == Self::Channel && name.eq_ignore_ascii_case("items")
    }

    /// The name to write for an element.
    pub(super) fn element(self, name: &str) -> String {
        if self == Self::Atom {
            return match name {
                "issued" | "created" => "published",
                "modified" => "updated",
                "tagline" => "subtitle",
                "copyright" => "rights",
                "atom:feed" => "feed",
                other => other,
            }
            .to_owned();
        }
        let lower = name.to_ascii_lowercase();
        let known = match lower.as_str() {
            "rdf:rdf" | "rdf" => "rdf:RDF",
            "channel" if self == Self::Channel => "channel",
            "pubdate" => "pubDate",
            "lastbuilddate" => "lastBuildDate",
            "managingeditor" => "managingEditor",
            "webmaster" => "webMaster",
            "dc:subject" if self != Self::Rdf => "category",
            "dc:title" if self != Self::Rdf => "title",
            "dc:author" => "dc:creator",
            "dcterms:issued" | "dcterms:created" => "dc:date",
            "dcterms:modified" => "updated",
            "body" | "xhtml:body" | "fullitem" if self != Self::Rdf => "content:encoded",
            "rss" | "channel" | "item" | "title" | "link" | "description" | "author" | "category" | "guid" | "language"
            | "items" => {
                return lower;
            }
            _ => return name.to_owned(),
        };
        known.to_owned()
    }

    /// The attributes to write for an element.
    pub(super) fn attributes<'a>(self, element: &str, given: Vec<(&'a str, &'a str)>, is_root: bool) -> Vec<(&'a str, &'a str)> {
        let mut attributes: Vec<(&str, &str)> = Vec::with_capacity(given.len());
        let escaped = given.contains(&("mode", "escaped"));
        for (name, value) in given {
            match (name, value) {
                // The reader's own idea of the root's namespace fits every version; the one given may be a forgotten one.
                ("xmlns" | "version", _) if is_root => {}
                (_, ATOM_03) => attributes.push((name, ATOM)),
                ("type", value) if self == Self::Atom && is_text_construct(element) => {
                    let text_type = if escaped { "html" } else { text_type(value).unwrap_or("text") };
                    attributes.push(("type", text_type));
                }
                // What is elsewhere is not read, and its type is one of files.
                ("src", _) if self == Self::Atom && element == "content" => {}
                ("type", value) if matches!(element, "media:title" | "media:description") => {
                    attributes.push(("type", if text_type(value) == Some("html") { "html" } else { "plain" }));
                }
                ("mode", _) if self == Self::Atom => {}
                other => attributes.push(other),
            }
        }
        if self == Self::Atom && escaped && !attributes.iter().any(|(name, _)| *name == "type") {
            attributes.push(("type", "html"));
        }
        if is_root {
            if matches!(self, Self::Rss | Self::Channel) {
                attributes.insert(0, ("version", "2.0"));
            }
            for (prefix, address) in PREFIXES {
                let declared = attributes.iter().any(|(name, _)| name.strip_prefix("xmlns:") == Some(prefix));
                if !declared {
                    attributes.push((declaration_of(prefix), address));
                }
            }
        }
        attributes
    }

    /// The type of an item's text, where it is none that is read (a picture, say): the rest of the item is as good as ever.
    pub(super) fn unread_type<'a>(self, element: &str, given: &[(&str, &'a str)]) -> Option<&'a str> {
        if self != Self::Atom || !matches!(element, "summary" | "content") || given.contains(&("mode", "escaped")) {
            return None;
        }
        given.iter().find(|(name, _)| *name == "type").map(|&(_, written)| written).filter(|written| text_type(written).is_none())
    }

    /// Fields whose markup, when it stands there unescaped, is their text.
    pub(super) fn is_text_field(self, element: &str, attributes: &[(&str, &str)]) -> bool {
        if self == Self::Atom {
            return is_text_construct(element) && attributes.iter().any(|&(name, value)| name == "type" && value == "html");
        }
        matches!(element, "title" | "description" | "content:encoded" | "link" | "guid" | "pubDate" | "author" | "category")
    }
}

fn declaration_of(prefix: &str) -> &'static str {
    match prefix {
        "dc" => "xmlns:dc",
        "content" => "xmlns:content",
        "atom" => "xmlns:atom",
        "media" => "xmlns:media",
        "itunes" => "xmlns:itunes",
        "rdf" => "xmlns:rdf",
        "wfw" => "xmlns:wfw",
        "podcast" => "xmlns:podcast",
        _ => "xmlns:xhtml",
    }
}

fn is_text_construct(element: &str) -> bool {
    matches!(element, "title" | "summary" | "content" | "subtitle" | "rights")
}

/// Atom 1.0's word for a text's type, of that word in any case or of a media type; none where it is no text.
fn text_type(written: &str) -> Option<&'static str> {
    let media = written.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match media.as_str() {
        "html" | "text/html" => Some("html"),
        "xhtml" | "application/xhtml+xml" => Some("xhtml"),
        // Its words stand between tags of its own (RFC 4287, 4.1.3.3).
        xml if xml.ends_with("/xml") || xml.ends_with("+xml") => Some("html"),
        "text" | "plain" | "" => Some("text"),
        text if text.starts_with("text/") => Some("text"),
        _ => None,
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
