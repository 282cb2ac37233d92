//! What an office can set about fetching. Everything that is not set is as a polite guest would have it.

use std::time::Duration;

use url::Url;

use crate::fetch::error::FetchError;

/// The product token, as robots.txt files name it.
pub(super) const PRODUCT: &str = "kolkore";

/// Between two requests to one host. The national libraries' crawler keeps three seconds by default; we are in no hurry.
pub const DEFAULT_MIN_DELAY: Duration = Duration::from_secs(5);

/// No page, feed or search answer that a call was ever published in comes near it.
const DEFAULT_MAX_BODY: usize = 16 * 1024 * 1024;

/// Headers and body together: what takes longer is broken or hostile, and the next visit will tell which. A visit that meets
/// nothing else is then over within half a minute, its start and end included; the slowest interface we know takes ten seconds.
const DEFAULT_TOTAL_TIMEOUT: Duration = Duration::from_secs(25);

/// A host that is up says so within a second anywhere in the world; five leave room for two lost packets.
const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How to fetch. [`FetchSettings::new`] gives the defaults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchSettings {
    /// The version that the User-Agent shows.
    pub user_agent_version: String,
    /// The page that tells a site's owner what this crawler is.
    pub about_page: Url,
    /// The role mailbox to which an owner can write.
    pub contact: String,
    /// Where every request is sent instead: `https://host/path` is asked there as `/https/host/path`.
    pub gateway: Option<Url>,
    /// The least pause between two requests to one host; all other pauses scale with it. Below the default only with a gateway.
    pub min_delay: Duration,
    /// The largest body, decompressed, in bytes.
    pub max_body: usize,
    /// How long one visit to an address may take, headers and bodies of all its redirects together, waiting apart.
    pub total_timeout: Duration,
    /// How long a connection may take to be made.
    pub connect_timeout: Duration,
    /// Ports that may be asked beside 80 and 443.
    pub further_ports: Vec<u16>,
}

impl FetchSettings {
    /// The defaults, for a crawler that says who it is.
    pub fn new(version: impl Into<String>, about_page: Url, contact: impl Into<String>) -> Self {
        Self {
            user_agent_version: version.into(),
            about_page,
            contact: contact.into(),
            gateway: None,
            min_delay: DEFAULT_MIN_DELAY,
            max_body: DEFAULT_MAX_BODY,
            total_timeout: DEFAULT_TOTAL_TIMEOUT,
            connect_timeout: DEFAULT_CONNECT_TIMEOUT,
            further_ports: Vec::new(),
        }
    }

    /// `kolkore/<version> (+<page about the crawler>; <role mailbox>)`, and never a browser's.
    pub fn user_agent(&self) -> String {
        format!("{PRODUCT}/{} (+{}; {})", self.user_agent_version, self.about_page, self.contact)
    }

    pub(super) fn check(&self) -> Result<(), FetchError> {
        let wrong = |text: String| Err(FetchError::Settings(text));
        if self.gateway.is_none() && self.min_delay < DEFAULT_MIN_DELAY {
            let (asked, least) = (self.min_delay.as_millis(), DEFAULT_MIN_DELAY.as_millis());
            return wrong(format!(
                "a pause of {asked} ms between requests is ruder than the {least} ms kept on the open web; raise it, or fetch through a gateway"
            ));
        }
        if let Some(gateway) = &self.gateway
            && (!matches!(gateway.scheme(), "http" | "https")
                || !gateway.has_host()
                || gateway.query().is_some()
                || gateway.fragment().is_some())
        {
            return wrong(format!("the gateway `{gateway}` has to be a plain http(s) address such as http://127.0.0.1:9000"));
        }
        let contact_is_mailbox =
            matches!(self.contact.split_once('@'), Some((name, host)) if !name.is_empty() && host.contains('.'));
        if !contact_is_mailbox || self.contact.contains([' ', '(', ')', ';']) {
            return wrong(format!(
                "the contact `{}` has to be one mailbox to which a site's owner can write, such as crawler@example.org",
                self.contact
            ));
        }
        if self.max_body == 0 || self.total_timeout.is_zero() || self.connect_timeout.is_zero() {
            return wrong("the largest body and both timeouts have to be more than zero".to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> FetchSettings {
        FetchSettings::new("1.2.3", "https://association.example/crawler".parse().unwrap(), "crawler@example.org")
    }

    #[test]
    fn the_user_agent_says_who_comes_and_whom_to_write_to() {
        assert_eq!(settings().user_agent(), "kolkore/1.2.3 (+https://association.example/crawler; crawler@example.org)");
        assert!(settings().check().is_ok());
    }

    #[test]
    fn a_shorter_pause_needs_a_gateway() {
        let rude = FetchSettings { min_delay: Duration::from_millis(100), ..settings() };
        assert!(rude.check().unwrap_err().to_string().contains("100 ms"));
        let gateway = Some("http://127.0.0.1:9000".parse().unwrap());
        assert!(FetchSettings { gateway, min_delay: Duration::ZERO, ..settings() }.check().is_ok());
    }

    #[test]
    fn a_gateway_and_a_contact_have_to_be_what_they_are_called() {
        for gateway in ["ftp://127.0.0.1/", "http://127.0.0.1/?q", "mailto:a@example.org"] {
            assert!(FetchSettings { gateway: Some(gateway.parse().unwrap()), ..settings() }.check().is_err(), "{gateway}");
        }
        for contact in ["", "office", "a@b", "x@example.org) Mozilla/5.0 (", "a@example.org b@example.org"] {
            assert!(FetchSettings { contact: contact.to_owned(), ..settings() }.check().is_err(), "{contact}");
        }
    }
}
