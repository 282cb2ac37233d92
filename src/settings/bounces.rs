//! `[mail.bounces]`: where letters come back to, and how that mailbox is read.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use sources::source::Imap;
use toml::{Table, Value};

/// Octets left of the `+` of a return path: RFC 5321 allows 64 in all, and the tag takes up to 47.
const LONGEST_LOCAL: usize = 16;

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bounces {
    /// The mailbox of return paths; empty: letters come back to the sender's.
    pub address: String,
    /// `imaps://host/mailbox`; empty: the folder.
    pub mailbox: String,
    /// Folder of `.eml` files; a relative one is inside the data folder.
    pub folder: String,
    /// Who logs in.
    pub user: String,
    /// Environment variable of the password.
    pub password_env: String,
    /// PEM file of further certificates to trust.
    pub ca_file: String,
    /// The server may stand in a private network.
    pub private_host: bool,
}

/// Where what came back is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Returns {
    /// A folder of `.eml` files.
    Folder(PathBuf),
    /// A mailbox on a server.
    Imap(Box<Imap>),
}

impl Default for Bounces {
    fn default() -> Self {
        Self {
            address: String::new(),
            mailbox: String::new(),
            folder: String::new(),
            user: String::new(),
            password_env: "BOUNCES_PASSWORD".into(),
            ca_file: String::new(),
            private_host: false,
        }
    }
}

impl Bounces {
    /// Where to read; none where nothing is to be read.
    ///
    /// # Errors
    /// What is wrong with the mailbox, and how to write it.
    pub fn returns(&self) -> anyhow::Result<Option<Returns>> {
        if self.address.is_empty() {
            return Ok(None);
        }
        if self.mailbox.is_empty() {
            return Ok((!self.folder.is_empty()).then(|| Returns::Folder(self.folder.clone().into())));
        }
        let text = |text: &str| Value::String(text.to_owned());
        let mut written = Table::new();
        written.insert("url".into(), text(&self.mailbox));
        written.insert("user".into(), text(&self.user));
        written.insert("password_env".into(), text(&self.password_env));
        written.insert("private_host".into(), Value::Boolean(self.private_host));
        if !self.ca_file.is_empty() {
            written.insert("ca".into(), text(&self.ca_file));
        }
        let imap: Imap = written.try_into().map_err(|error: toml::de::Error| anyhow::anyhow!("{}", error.message()))?;
        Ok(Some(Returns::Imap(Box::new(imap))))
    }

    /// What stands left of the `@`.
    pub fn local_part(&self) -> &str {
        self.address.split('@').next().unwrap_or_default()
    }

    pub(super) fn check(&self) -> Result<(), String> {
        if self.address.is_empty() {
            return Ok(());
        }
        if self.address.parse::<lettre::Address>().is_err() {
            return Err(format!("address: `{}` is no e-mail address; write bounces@office.example", self.address));
        }
        let local = self.local_part();
        if local.len() > LONGEST_LOCAL || local.contains('+') {
            return Err(format!("address: `{local}` has to leave room for a tag: at most {LONGEST_LOCAL} characters, no `+`"));
        }
        if !self.mailbox.is_empty() && !self.folder.is_empty() {
            return Err("give either mailbox or folder".into());
        }
        self.returns().map(drop).map_err(|error| format!("mailbox: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounces(address: &str, mailbox: &str, folder: &str) -> Bounces {
        let (address, mailbox, folder) = (address.into(), mailbox.into(), folder.into());
        Bounces { address, mailbox, folder, user: "bounces".into(), ..Bounces::default() }
    }

    #[test]
    fn a_mailbox_is_a_folder_or_a_server_and_a_wrong_one_is_named() {
        assert_eq!(Bounces::default().returns().unwrap(), None);
        let folder = bounces("bounces@office.example", "", "returned").returns().unwrap();
        assert_eq!(folder, Some(Returns::Folder("returned".into())));
        let imap = bounces("bounces@office.example", "imaps://mail.office.example/INBOX", "").returns().unwrap();
        assert!(matches!(imap, Some(Returns::Imap(imap)) if imap.host() == "mail.office.example"));
        for (wrong, what) in [
            (bounces("bounces", "", "x"), "is no e-mail address"),
            (bounces("a-very-long-name-indeed@office.example", "", "x"), "room for a tag"),
            (bounces("b@office.example", "imaps://mail.office.example", "x"), "either mailbox or folder"),
            (bounces("b@office.example", "https://mail.office.example", ""), "no mail server"),
        ] {
            let said = wrong.check().unwrap_err();
            assert!(said.contains(what), "{said}");
        }
    }
}
