//! A cautious model of the HTML parser's stack of open elements: how deep would this tag stand?
//! Where it is unsure it thinks the stack deeper than it is.

use std::collections::BTreeMap;

use super::elements::{
    Closing, closing, ends_before, is_formatting, is_special, is_table_part, is_void, leaves_foreign, scope_ends,
};

/// How often the parser re-opens the same formatting element (HTML 13.2.4.3, "Noah's Ark clause").
const NOAHS_ARK: u8 = 3;

struct Open {
    name: String,
    /// A formatting element's whole start tag: by it the parser tells them apart.
    written: Option<String>,
}

#[derive(Default)]
pub(super) struct Depth {
    max: usize,
    open: Vec<Open>,
    /// Formatting elements whose surroundings ended before they did, by start tag: the parser opens them again, and again.
    reopened: BTreeMap<String, (String, u8)>,
    reopened_count: usize,
    /// Start tags dropped and not yet closed.
    over: usize,
    /// Where in `open` an `<svg>` or `<math>` stands whose rules hold.
    foreign: Option<usize>,
}

impl Depth {
    pub(super) fn new(max: usize) -> Self {
        Self { max, ..Self::default() }
    }

    /// Whether the rules of SVG or `MathML` hold.
    pub(super) fn in_foreign(&self) -> bool {
        self.foreign.is_some()
    }

    /// Whether the start tag may stay.
    pub(super) fn open(&mut self, name: &str, self_closing: bool, written: &str) -> bool {
        if self.foreign.is_some() {
            if leaves_foreign(name) {
                self.foreign = None;
            } else if self_closing {
                return true;
            }
        }
        if is_void(name) || (is_table_part(name) && !self.open.iter().any(|open| open.name == "table")) {
            return true;
        }
        while self.open.last().is_some_and(|last| ends_before(&last.name, name)) {
            self.open.pop();
        }
        if name == "a" && self.over == 0 {
            // A link inside a link ends the first one.
            self.end("a");
        }
        if self.over > 0 || self.open.len() + self.reopened_count >= self.max {
            self.over += 1;
            return false;
        }
        if matches!(name, "svg" | "math") && self.foreign.is_none() {
            self.foreign = Some(self.open.len());
        }
        let written = is_formatting(name).then(|| written.to_owned());
        self.open.push(Open { name: name.to_owned(), written });
        true
    }

    /// Whether the end tag may stay.
    pub(super) fn close(&mut self, name: &str) -> bool {
        if self.over > 0 {
            self.over -= 1;
            return false;
        }
        self.end(name);
        true
    }

    fn end(&mut self, name: &str) {
        let how = closing(name);
        if how == Closing::Nothing {
            return;
        }
        let Some(place) = self.find(name, how) else {
            if how == Closing::Formatting {
                self.forget_reopened(name);
            }
            return;
        };
        if matches!(how, Closing::Formatting | Closing::Form) {
            // The parser takes out this one and leaves what is inside open.
            self.open.remove(place);
        } else {
            for ended in self.open.split_off(place) {
                if let Some(written) = ended.written {
                    let (_, times) = self.reopened.entry(written).or_insert((ended.name, 0));
                    if *times < NOAHS_ARK {
                        *times += 1;
                        self.reopened_count += 1;
                    }
                }
            }
        }
        if self.foreign.is_some_and(|place| self.open.len() <= place) {
            self.foreign = None;
        }
    }

    /// The open element that an end tag ends, as far up as the parser looks for it.
    fn find(&self, name: &str, how: Closing) -> Option<usize> {
        for (place, open) in self.open.iter().enumerate().rev() {
            if open.name == name {
                return Some(place);
            }
            let stops = match how {
                Closing::Table => matches!(open.name.as_str(), "table" | "template"),
                Closing::Block | Closing::Formatting | Closing::Form => scope_ends(&open.name),
                Closing::Other | Closing::Nothing => is_special(&open.name),
            };
            let stops =
                stops || (name == "li" && matches!(open.name.as_str(), "ul" | "ol")) || (name == "p" && open.name == "button");
            if stops {
                return None;
            }
        }
        None
    }

    fn forget_reopened(&mut self, name: &str) {
        let Some(written) = self.reopened.iter().find(|(_, (known, _))| known == name).map(|(written, _)| written.clone()) else {
            return;
        };
        if let Some((_, times)) = self.reopened.get_mut(&written) {
            *times -= 1;
            self.reopened_count -= 1;
            if *times == 0 {
                self.reopened.remove(&written);
            }
        }
    }
}
