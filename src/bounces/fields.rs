//! Header-like fields in the parts of a report (RFC 3464, RFC 5965): names and values, in groups parted by empty lines.
//! Knows nothing of what they mean, and reads no more than a report needs.

/// Bytes of a part that are looked at: a report of one letter has a few hundred.
const LONGEST_PART: usize = 64 * 1024;

/// Groups of one part: a letter to one mailbox may be spread to a list's members, not to a town's.
const MOST_GROUPS: usize = 100;

/// Fields of one group.
const MOST_FIELDS: usize = 100;

/// Characters of one value.
const LONGEST_VALUE: usize = 2000;

/// One group of fields.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The groups of a part.
    pub(super) fn groups(part: &[u8]) -> Vec<Self> {
        let text = String::from_utf8_lossy(&part[..part.len().min(LONGEST_PART)]);
        let (mut groups, mut group) = (Vec::new(), Self::default());
        for line in text.lines() {
            if line.trim().is_empty() {
                if !group.0.is_empty() {
                    groups.push(std::mem::take(&mut group));
                }
                if groups.len() == MOST_GROUPS {
                    return groups;
                }
            } else if line.starts_with([' ', '\t']) {
                // A value that goes on.
                if let Some((_, value)) = group.0.last_mut() {
                    put(value, line.trim());
                }
            } else if let Some((name, value)) = line.split_once(':')
                && group.0.len() < MOST_FIELDS
            {
                let mut kept = String::new();
                put(&mut kept, value.trim());
                group.0.push((name.trim().to_ascii_lowercase(), kept));
            }
        }
        if !group.0.is_empty() {
            groups.push(group);
        }
        groups
    }

    /// The value of a field, by its name in small letters.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

fn put(value: &mut String, more: &str) {
    let room = LONGEST_VALUE.saturating_sub(value.len());
    if !value.is_empty() && room > 0 {
        value.push(' ');
    }
    value.extend(more.chars().take(room));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_in_groups_and_values_go_on_over_lines() {
        let groups = Fields::groups(
            b"Reporting-MTA: dns; mx\r\n\r\n\r\nAction: failed\r\nDiagnostic-Code: smtp; 550\r\n  no such user\r\nnonsense\r\n",
        );
        assert_eq!(groups.len(), 2);
        assert_eq!(groups[1].get("diagnostic-code"), Some("smtp; 550 no such user"));
        assert_eq!(groups[1].get("reporting-mta"), None);
    }

    #[test]
    fn a_part_without_end_is_read_no_further_than_a_report_goes() {
        let endless = format!("a: {}\n", "x".repeat(1 << 20));
        assert!(Fields::groups(endless.as_bytes())[0].get("a").unwrap().len() <= LONGEST_VALUE);
        assert_eq!(Fields::groups("a: b\n\n".repeat(10_000).as_bytes()).len(), MOST_GROUPS);
        assert!(Fields::groups("a: b\n".repeat(10_000).as_bytes())[0].0.len() <= MOST_FIELDS);
        assert!(Fields::groups(b" begins with nothing\n\xff\xfe: \x80\n")[0].get("a").is_none());
    }
}
