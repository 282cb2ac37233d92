//! The codes of the EU portal's index, as its facets name them.

pub(super) const FORTHCOMING: &str = "31094501";
pub(super) const OPEN: &str = "31094502";
const CLOSED: &str = "31094503";

/// Our word for a status code; an unknown one stays as it is.
pub(super) fn status(code: &str) -> &str {
    match code {
        FORTHCOMING => "forthcoming",
        OPEN => "open",
        CLOSED => "closed",
        other => other,
    }
}

/// The name of a framework programme.
pub(super) fn framework(code: &str) -> Option<&'static str> {
    Some(match code {
        "43108390" => "Horizon Europe",
        "43152860" => "Digital Europe",
        "43252405" => "LIFE",
        "43252476" => "Single Market Programme",
        "43251589" => "CERV",
        "43251814" => "Creative Europe",
        "43353764" => "Erasmus+",
        "43251567" => "Connecting Europe Facility",
        "44416173" => "Interregional Innovation Investments",
        "111111" => "EU External Action",
        "43637601" => "Pilot Projects and Preparatory Actions",
        "45532249" => "EU bodies and agencies",
        _ => return None,
    })
}
