//! `config/kolkore.toml` and its environment variables, checked.

mod bounces;

use std::path::Path;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use sources::roadmap::ConfigError;

use crate::networks::Networks;

pub use bounces::{Bounces, Returns};

/// Every setting.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where pages and API are served.
    pub listen: String,
    /// The address under which people reach them.
    pub public_url: String,
    /// Empty: SQLite in the data folder.
    pub database_url: String,
    /// Starts the clock at this moment.
    pub today: String,
    /// What one client may ask of the public surface.
    pub web: Web,
    /// Who sends the letters.
    pub organisation: Organisation,
    /// How sources are asked.
    pub fetch: Fetch,
    /// How letters leave.
    pub mail: Mail,
    /// What letters hold, and when they leave.
    pub digest: Digest,
    /// Who looks after the sources, and how they are told.
    pub staff: Staff,
}

/// What one client may ask of the public surface.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Web {
    /// Requests that a client may go on making; 0: no limit.
    pub requests_per_minute: u32,
    /// Requests that it may make at once after a rest; 0: no limit.
    pub burst: u32,
    /// Clients that are never limited.
    pub unlimited: Networks,
    /// Proxies of ours, whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Networks,
}

/// Who sends the letters.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// Hebrew name.
    pub name_he: String,
    /// English name.
    pub name_en: String,
}

/// How sources are asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fetch {
    /// Page about the crawler.
    pub about: String,
    /// Mailbox that somebody reads.
    pub contact: String,
    /// Egress gateway; empty: none.
    pub gateway: String,
    /// Least time between two requests to one host, in milliseconds.
    pub min_delay_ms: u64,
    /// Sources visited at the same time.
    pub parallel: usize,
}

/// How letters leave.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// Empty: letters are written to the outbox folder.
    pub relay: String,
    /// PEM file of further certificates to trust; empty: the usual authorities.
    pub ca_file: String,
    /// Sender's mailbox.
    pub from: String,
    /// Where answers go.
    pub reply_to: String,
    /// The relay signs with DKIM.
    pub dkim: bool,
    /// The week's letters do not leave by themselves on Shabbat or a Jewish feast, but on the next day on which they may.
    pub keep_days_of_rest: bool,
    /// How letters are signed here, where the relay does not.
    pub sign: Sign,
    /// What comes back.
    pub bounces: Bounces,
}

/// How letters are signed here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sign {
    /// PEM file of the private key (RSA or Ed25519); empty: nothing is signed here.
    pub key_file: String,
    /// Under which name the public key stands in the DNS.
    pub selector: String,
}

/// What letters hold, and when they leave.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Digest {
    /// Five-field cron in Asia/Jerusalem; empty: only by hand.
    pub schedule: String,
    /// When reminders, and what cannot wait, are looked for; empty: never.
    pub notices: String,
    /// Items told in full.
    pub full_items: usize,
    /// Hours after which an unsent letter is held.
    pub hold_after_hours: u32,
}

/// Who looks after the sources, and how they are told.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Staff {
    /// Mailboxes, parted by commas; empty: nobody is told by mail.
    pub mail_to: String,
    /// Language of the mails: `he` or `en`.
    pub language: String,
    /// When the week's mail about the sources leaves: five-field cron in Asia/Jerusalem; empty: only by hand.
    pub health_schedule: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".into(),
            public_url: "http://127.0.0.1:8080".into(),
            database_url: String::new(),
            today: String::new(),
            web: Web::default(),
            organisation: Organisation::default(),
            fetch: Fetch::default(),
            mail: Mail::default(),
            digest: Digest::default(),
            staff: Staff::default(),
        }
    }
}

impl Default for Web {
    fn default() -> Self {
        let (unlimited, trusted_proxies) = (Networks::this_machine(), Networks::default());
        Self { requests_per_minute: 600, burst: 120, unlimited, trusted_proxies }
    }
}

impl Default for Organisation {
    fn default() -> Self {
        Self { name_he: "קול קורא".into(), name_en: "kolkore".into() }
    }
}

impl Default for Fetch {
    fn default() -> Self {
        Self { about: String::new(), contact: String::new(), gateway: String::new(), min_delay_ms: 5_000, parallel: 8 }
    }
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            relay: String::new(),
            ca_file: String::new(),
            from: "kolkore@localhost.example".into(),
            reply_to: String::new(),
            dkim: false,
            keep_days_of_rest: true,
            sign: Sign::default(),
            bounces: Bounces::default(),
        }
    }
}

impl Default for Digest {
    fn default() -> Self {
        Self { schedule: String::new(), notices: String::new(), full_items: 7, hold_after_hours: 48 }
    }
}

impl Default for Staff {
    fn default() -> Self {
        Self { mail_to: String::new(), language: "he".into(), health_schedule: String::new() }
    }
}

impl Mail {
    /// Further certificates to trust of the relay.
    pub fn ca(&self) -> Option<&Path> {
        (!self.ca_file.is_empty()).then(|| Path::new(&self.ca_file))
    }
}

impl Staff {
    /// The mailboxes, each once as it is written.
    pub fn mailboxes(&self) -> impl Iterator<Item = &str> {
        self.mail_to.split(',').map(str::trim).filter(|mailbox| !mailbox.is_empty())
    }
}

impl Settings {
    /// Reads `kolkore.toml` of the configuration folder and lays the environment over it.
    ///
    /// # Errors
    /// File, line, key and what to do.
    pub fn load(config: &Path, environment: impl Iterator<Item = (String, String)>) -> anyhow::Result<Self> {
        let file = config.join("kolkore.toml");
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read; name the configuration folder with --config DIR", file.display()))?;
        let from_file: Self = toml::from_str(&text).map_err(|error| ConfigError::from_toml(&file, &text, &error))?;
        let mut table = Table::try_from(&from_file)?;
        for (name, value) in environment {
            if let Some(key) = name.strip_prefix("KOLKORE_") {
                lay_over(&mut table, &key.to_ascii_lowercase(), &value)
                    .with_context(|| format!("environment variable {name}"))?;
            }
        }
        let settings: Self = table.try_into().context("the environment does not fit the settings")?;
        settings.check(&file)?;
        Ok(settings)
    }

    fn check(&self, file: &Path) -> anyhow::Result<()> {
        let wrong = |key: &str, what: String| Err(ConfigError::whole(file, format!("{key}: {what}")).into());
        if self.listen.parse::<std::net::SocketAddr>().is_err() {
            return wrong("listen", format!("`{}` is no address with a port; write e.g. 127.0.0.1:8080", self.listen));
        }
        if url::Url::parse(&self.public_url).is_err() {
            return wrong("public_url", format!("`{}` is no address; write e.g. https://kolkore.example", self.public_url));
        }
        if self.fetch.parallel == 0 {
            return wrong("fetch.parallel", "0 sources at a time never finish; write at least 1".into());
        }
        if self.digest.full_items == 0 {
            return wrong("digest.full_items", "a letter without items tells nothing; write at least 1".into());
        }
        let schedules = [
            ("digest.schedule", &self.digest.schedule),
            ("digest.notices", &self.digest.notices),
            ("staff.health_schedule", &self.staff.health_schedule),
        ];
        for (key, written) in schedules.into_iter().filter(|(_, written)| !written.is_empty()) {
            if let Err(what) = crate::schedule::Schedule::parse(written) {
                return wrong(key, what);
            }
        }
        let sign = &self.mail.sign;
        let is_label = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !sign.key_file.is_empty() && !sign.selector.split('.').all(is_label) {
            return wrong("mail.sign.selector", format!("`{}` is no name in the DNS; write e.g. letters2026", sign.selector));
        }
        if let Err(what) = self.mail.bounces.check() {
            return wrong("mail.bounces", what);
        }
        if !matches!(self.staff.language.as_str(), "he" | "en") {
            return wrong("staff.language", format!("`{}` is not spoken here; write he or en", self.staff.language));
        }
        for mailbox in self.staff.mailboxes() {
            if mailbox.parse::<lettre::Address>().is_err() {
                return wrong("staff.mail_to", format!("`{mailbox}` is no e-mail address; write desk@office.example"));
            }
        }
        Ok(())
    }
}

/// Sets `fetch_min_delay_ms` at `fetch.min_delay_ms`, as the type that stands there. Variables that are no setting
/// (`KOLKORE_CONFIG`, `KOLKORE_DATA` belong to the command line) are left alone.
fn lay_over(table: &mut Table, key: &str, value: &str) -> anyhow::Result<()> {
    if let Some(slot) = table.get_mut(key) {
        *slot = match slot {
            Value::String(_) => Value::String(value.to_owned()),
            Value::Integer(_) => Value::Integer(value.trim().parse().with_context(|| format!("`{value}` is no whole number"))?),
            Value::Boolean(_) => {
                Value::Boolean(value.trim().parse().with_context(|| format!("`{value}` is neither true nor false"))?)
            }
            _ => anyhow::bail!("`{key}` is a table; name one of its keys"),
        };
        return Ok(());
    }
    for (name, slot) in table.iter_mut() {
        if let (Value::Table(inner), Some(rest)) = (slot, key.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix('_')))
        {
            return lay_over(inner, rest, value);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str, environment: &[(&str, &str)]) -> anyhow::Result<Settings> {
        let folder = tempfile::tempdir().expect("a scratch folder");
        std::fs::write(folder.path().join("kolkore.toml"), text).expect("written");
        Settings::load(folder.path(), environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn an_environment_variable_beats_the_file_at_every_depth() {
        let settings = load(
            "listen = \"127.0.0.1:1\"\n[fetch]\nmin_delay_ms = 9000\n",
            &[("KOLKORE_LISTEN", "127.0.0.1:2"), ("KOLKORE_FETCH_MIN_DELAY_MS", "0"), ("KOLKORE_DATA", "elsewhere")],
        )
        .expect("loads");
        assert_eq!((settings.listen.as_str(), settings.fetch.min_delay_ms), ("127.0.0.1:2", 0));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let error = format!("{:#}", load("listen = \"127.0.0.1:1\"\n\n[fetch]\ndelay = 3\n", &[]).expect_err("refused"));
        assert!(error.contains("kolkore.toml:4") && error.contains("delay"), "{error}");
    }

    #[test]
    fn a_network_that_is_none_is_named_with_its_line() {
        let error = format!("{:#}", load("[web]\nunlimited = \"127.0.0.0/8, home\"\n", &[]).expect_err("refused"));
        assert!(error.contains("kolkore.toml:2") && error.contains("`home`"), "{error}");
    }

    #[test]
    fn a_variable_of_the_wrong_type_is_named() {
        let error = format!("{:#}", load("", &[("KOLKORE_FETCH_MIN_DELAY_MS", "soon")]).expect_err("refused"));
        assert!(error.contains("KOLKORE_FETCH_MIN_DELAY_MS") && error.contains("soon"), "{error}");
    }
}
