//! `[source.mail.imap]`: where a mailbox is, and where its password is. The password itself never stands in the roadmap.

use std::path::PathBuf;

use serde::Deserialize;
use url::Url;

/// Ports of RFC 8314 and RFC 9051.
const TLS_PORT: u16 = 993;
const STARTTLS_PORT: u16 = 143;

/// A mailbox on a server, checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Imap {
    url: Url,
    mailbox: String,
    /// Who logs in.
    pub user: String,
    /// Where the password is.
    pub password: Secret,
    /// The server may stand in a private network, on this machine even.
    pub private_host: bool,
    /// PEM file of further certificates to trust, for a server with one of its own making.
    pub ca: Option<PathBuf>,
}

/// Where a password is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Secret {
    /// The environment variable of this name.
    Env(String),
    /// This file's first and only line.
    File(PathBuf),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// `imaps://host/mailbox` (TLS), or `imap://host/mailbox` (STARTTLS, never without).
    url: String,
    user: String,
    password_env: Option<String>,
    password_file: Option<PathBuf>,
    #[serde(default)]
    private_host: bool,
    ca: Option<PathBuf>,
}

impl Imap {
    /// The server's name; an IPv6 address in brackets.
    pub fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.url.port().unwrap_or(if self.is_tls() { TLS_PORT } else { STARTTLS_PORT })
    }

    /// TLS from the start; else STARTTLS.
    pub fn is_tls(&self) -> bool {
        self.url.scheme() == "imaps"
    }

    /// The mailbox's name.
    pub fn mailbox(&self) -> &str {
        &self.mailbox
    }

    /// What tells this mailbox from any other.
    pub fn address(&self) -> String {
        format!("{}@{}", self.user, self.url)
    }
}

impl TryFrom<Written> for Imap {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let example = "write e.g. imaps://mail.example.org/INBOX";
        let url = Url::parse(&written.url).map_err(|error| format!("url `{}`: {error}; {example}", written.url))?;
        if !matches!(url.scheme(), "imaps" | "imap") || url.host_str().is_none_or(str::is_empty) {
            return Err(format!("url `{}`: no mail server; {example}", written.url));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("url: the user stands in `user`, and the password in no file of the configuration".into());
        }
        let path = url.path().trim_matches('/').replace('+', "%2B");
        let mailbox: String = url::form_urlencoded::parse(path.as_bytes()).map(|(name, _)| name.into_owned()).collect();
        let mailbox = if mailbox.is_empty() { "INBOX".to_owned() } else { mailbox };
        let password = match (written.password_env, written.password_file) {
            (Some(name), None) => Secret::Env(name),
            (None, Some(file)) => Secret::File(file),
            _ => return Err("give exactly one of password_env (a variable's name) and password_file (a path)".into()),
        };
        if written.user.is_empty() {
            return Err("user: who logs in".into());
        }
        let Written { user, private_host, ca, .. } = written;
        Ok(Self { url, mailbox, user, password, private_host, ca })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(entry: &str) -> Result<Imap, String> {
        toml::from_str(entry).map_err(|error| error.to_string())
    }

    #[test]
    fn a_mailbox_has_its_usual_ports_and_name() {
        let imap = read("url = \"imaps://mail.example.org\"\nuser = \"u\"\npassword_env = \"P\"").unwrap();
        assert_eq!((imap.host(), imap.port(), imap.mailbox(), imap.is_tls()), ("mail.example.org", 993, "INBOX", true));
        let imap = read("url = \"imap://mail.example.org:1143/Calls%20in\"\nuser = \"u\"\npassword_file = \"p\"").unwrap();
        assert_eq!((imap.port(), imap.mailbox(), imap.is_tls()), (1143, "Calls in", false));
    }

    #[test]
    fn a_password_in_the_roadmap_or_none_at_all_is_refused_with_what_to_do() {
        let with = |url: &str, rest: &str| read(&format!("url = \"{url}\"\nuser = \"u\"\n{rest}")).unwrap_err();
        assert!(with("imaps://u:secret@mail.example.org/", "password_env = \"P\"").contains("no file of the configuration"));
        assert!(with("imaps://mail.example.org/", "").contains("exactly one of password_env"));
        assert!(with("https://mail.example.org/", "password_env = \"P\"").contains("imaps://"));
    }
}
