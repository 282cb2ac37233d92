//! Names to addresses, each of them judged before anything connects: rebinding finds nothing to rebind,
//! since the connection goes to the very addresses that were judged.

use std::error::Error;
use std::fmt;
use std::io;
use std::net::SocketAddr;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::fetch::guard::judge_address;

/// What `reqwest` asks in the place of the system's resolver.
#[derive(Debug, Clone)]
pub(super) struct GuardedResolver {
    lookup: Lookup,
}

/// Where the answers come from.
#[derive(Debug, Clone)]
enum Lookup {
    System,
    #[cfg(test)]
    Fixed(Vec<SocketAddr>),
}

/// All addresses of a name are private, local or reserved.
#[derive(Debug)]
pub(super) struct OnlyForbidden;

impl fmt::Display for OnlyForbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name leads to no public address")
    }
}

impl Error for OnlyForbidden {}

/// The name has no address at all.
#[derive(Debug)]
pub(super) struct NoAddress(io::Error);

impl fmt::Display for NoAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for NoAddress {}

impl GuardedResolver {
    pub(super) fn system() -> Self {
        Self { lookup: Lookup::System }
    }

    #[cfg(test)]
    pub(super) fn fixed(answers: Vec<SocketAddr>) -> Self {
        Self { lookup: Lookup::Fixed(answers) }
    }

    async fn public_addresses(self, name: &str) -> Result<Vec<SocketAddr>, Box<dyn Error + Send + Sync>> {
        let answers: Vec<SocketAddr> = match self.lookup {
            Lookup::System => tokio::net::lookup_host((name, 0)).await.map_err(NoAddress)?.collect(),
            #[cfg(test)]
            Lookup::Fixed(answers) => answers,
        };
        if answers.is_empty() {
            return Err(NoAddress(io::ErrorKind::NotFound.into()).into());
        }
        let public: Vec<_> = answers.into_iter().filter(|answer| judge_address(answer.ip()).allowed()).collect();
        if public.is_empty() { Err(OnlyForbidden.into()) } else { Ok(public) }
    }
}

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let resolver = self.clone();
        Box::pin(async move { Ok(Box::new(resolver.public_addresses(name.as_str()).await?.into_iter()) as Addrs) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn kept(answers: &[&str]) -> Result<Vec<String>, String> {
        let answers = answers.iter().map(|answer| SocketAddr::new(answer.parse().unwrap(), 0)).collect();
        let kept = GuardedResolver::fixed(answers).public_addresses("cities.example").await;
        kept.map(|kept| kept.iter().map(|address| address.ip().to_string()).collect()).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn of_mixed_answers_only_the_public_ones_are_connected_to() {
        assert_eq!(
            kept(&["9.9.9.9", "127.0.0.1", "::1", "2620:fe::fe", "169.254.169.254"]).await.unwrap(),
            ["9.9.9.9", "2620:fe::fe"]
        );
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_refused() {
        assert_eq!(kept(&["127.0.0.1", "::ffff:10.0.0.1"]).await.unwrap_err(), "the name leads to no public address");
        assert!(kept(&[]).await.is_err());
    }
}
