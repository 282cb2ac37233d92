//! What HTML says of elements by name (HTML 13.2): which end which, and how far an end tag reaches.

/// How the parser treats an end tag.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    /// Ends everything inside it, within its scope.
    Block,
    /// Ends everything inside it, within its table.
    Table,
    /// Is taken out of the stack; what it contains stays open.
    Formatting,
    /// Likewise, and never re-opened.
    Form,
    /// Ends nothing.
    Nothing,
    /// Ends everything inside it, unless a special element lies between.
    Other,
}

pub(super) fn closing(name: &str) -> Closing {
    match name {
        "html" | "head" | "body" => Closing::Nothing,
        "form" => Closing::Form,
        "table" | "template" => Closing::Table,
        _ if is_table_part(name) => Closing::Table,
        _ if is_formatting(name) => Closing::Formatting,
        "address" | "applet" | "article" | "aside" | "blockquote" | "button" | "center" | "dd" | "details" | "dialog" | "dir"
        | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "header" | "hgroup" | "li" | "listing" | "main" | "marquee" | "menu" | "nav" | "object" | "ol" | "p" | "pre"
        | "search" | "section" | "select" | "summary" | "ul" => Closing::Block,
        _ => Closing::Other,
    }
}

pub(super) fn is_formatting(name: &str) -> bool {
    matches!(name, "a" | "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike" | "strong" | "tt" | "u")
}

/// Elements that hold nothing, or (the last three) that exist once whatever is written.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "html"
            | "head"
            | "body"
    )
}

/// Outside of a table the parser ignores these.
pub(super) fn is_table_part(name: &str) -> bool {
    matches!(name, "caption" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr")
}

/// What is inside holds no tags. (`noscript` is such when scripts are on, as our parsers have it.)
pub(super) fn is_raw_text(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "title" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript")
}

/// Elements that an end tag does not reach through.
pub(super) fn scope_ends(name: &str) -> bool {
    matches!(
        name,
        "applet"
            | "caption"
            | "table"
            | "td"
            | "th"
            | "marquee"
            | "object"
            | "select"
            | "template"
            | "svg"
            | "math"
            | "foreignobject"
            | "desc"
            | "title"
            | "annotation-xml"
            | "mi"
            | "mo"
            | "mn"
            | "ms"
            | "mtext"
    )
}

pub(super) fn is_special(name: &str) -> bool {
    scope_ends(name)
        || is_table_part(name)
        || matches!(closing(name), Closing::Block | Closing::Form)
        || matches!(name, "iframe" | "noembed" | "noframes" | "noscript" | "plaintext" | "script" | "style" | "textarea" | "xmp")
}

/// Elements whose end tag may be left out: does `next` end the open element `last`?
pub(super) fn ends_before(last: &str, next: &str) -> bool {
    match last {
        "p" => {
            is_table_part(next)
                || next == "table"
                || next == "form"
                || (closing(next) == Closing::Block && !matches!(next, "applet" | "button" | "marquee" | "object" | "select"))
        }
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "tfoot" | "thead"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot" | "thead"),
        "tbody" | "tfoot" | "thead" => matches!(next, "tbody" | "tfoot" | "thead"),
        "option" => matches!(next, "option" | "optgroup"),
        _ => false,
    }
}

/// Start tags that end the rules of SVG and `MathML`, or suspend them.
pub(super) fn leaves_foreign(name: &str) -> bool {
    matches!(
        name,
        "b" | "big"
            | "blockquote"
            | "body"
            | "br"
            | "center"
            | "code"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "em"
            | "embed"
            | "font"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "hr"
            | "i"
            | "img"
            | "li"
            | "listing"
            | "menu"
            | "meta"
            | "nobr"
            | "ol"
            | "p"
            | "pre"
            | "ruby"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "strike"
            | "sub"
            | "sup"
            | "table"
            | "tt"
            | "u"
            | "ul"
            | "var"
            | "foreignobject"
            | "desc"
            | "title"
            | "annotation-xml"
            | "mi"
            | "mo"
            | "mn"
            | "ms"
            | "mtext"
    )
}
