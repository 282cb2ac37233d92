//! Signs letters (DKIM, RFC 6376 and RFC 8463), for offices whose relay does not. Bytes in, bytes out; knows no letter's meaning.
//!
//! On `ring`, which TLS brings along: the signers of the mail libraries stand on `rsa`, whose timing leak has no fix (RUSTSEC-2023-0071).

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use sha2::{Digest as _, Sha256};

use crate::settings::Sign;

/// What a letter says of itself; RFC 8058 wants both fields of the list's end among them.
const SIGNED: [&str; 13] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "mime-version",
    "content-type",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "auto-submitted",
    "precedence",
];

/// Characters of a line of the signature.
const LINE: usize = 72;

/// Signs in the name of one domain.
pub struct Signer {
    domain: String,
    selector: String,
    key: Key,
}

enum Key {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Signer({}._domainkey.{})", self.selector, self.domain)
    }
}

impl Signer {
    /// The signer that the settings name; none where they name no key. `domain` is that of the sender.
    pub fn of(sign: &Sign, domain: &str) -> anyhow::Result<Option<Self>> {
        if sign.key_file.is_empty() {
            return Ok(None);
        }
        let file = Path::new(&sign.key_file);
        let pem =
            std::fs::read_to_string(file).with_context(|| format!("mail.sign.key_file: {} cannot be read", file.display()))?;
        let key = Key::parse(&pem).with_context(|| {
            format!("mail.sign.key_file: {} holds no key; make one with `openssl genrsa -out FILE 2048`", file.display())
        })?;
        Ok(Some(Self { domain: domain.to_owned(), selector: sign.selector.clone(), key }))
    }

    /// The message with its signature before it. The same message has the same signature: a re-send is the same letter.
    pub(super) fn sign(&self, message: &[u8]) -> anyhow::Result<Vec<u8>> {
        let (head, body) = parts(message);
        let fields = fields(head);
        let (names, mut signed) = chosen(&fields);
        let body_hash = STANDARD.encode(Sha256::digest(relaxed_body(body)));
        let algorithm = match self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        let mut field = format!(
            "DKIM-Signature: v=1; a={algorithm}; c=relaxed/relaxed; d={}; s={};\r\n h={};\r\n bh={body_hash};\r\n b=",
            self.domain,
            self.selector,
            names.join(":\r\n "),
        );
        signed.push_str(relaxed_field(&field).trim_end());
        let signature = STANDARD.encode(self.key.sign(signed.as_bytes())?);
        for line in signature.as_bytes().chunks(LINE) {
            write!(field, "\r\n {}", String::from_utf8_lossy(line)).expect("a String takes everything");
        }
        field.push_str("\r\n");
        Ok([field.as_bytes(), message].concat())
    }
}

impl Key {
    fn parse(pem: &str) -> anyhow::Result<Self> {
        let begin = pem.lines().find(|line| line.starts_with("-----BEGIN")).context("no PEM file")?;
        let base64: String =
            pem.lines().skip_while(|line| *line != begin).skip(1).take_while(|line| !line.starts_with("-----END")).collect();
        let der = STANDARD.decode(base64).context("no base64")?;
        if let Ok(key) = Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der) {
            return Ok(Self::Ed25519(key));
        }
        // OpenSSL wrote the older form (PKCS #1) for long.
        let rsa = if begin.contains("RSA PRIVATE KEY") { RsaKeyPair::from_der(&der) } else { RsaKeyPair::from_pkcs8(&der) };
        let key = rsa.map_err(|error| anyhow::anyhow!("neither an RSA key of 2048 bits or more nor an Ed25519 key ({error})"))?;
        Ok(Self::Rsa(Box::new(key)))
    }

    fn sign(&self, text: &[u8]) -> anyhow::Result<Vec<u8>> {
        match self {
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature)
                    .map_err(|_| anyhow::anyhow!("the key of mail.sign does not sign"))?;
                Ok(signature)
            }
            // RFC 8463: what is signed is the hash.
            Self::Ed25519(key) => Ok(key.sign(&Sha256::digest(text)).as_ref().to_vec()),
        }
    }
}

/// Names of the fields that are signed, and their relaxed form. `from` is named once more than it is there, so that none can be added.
fn chosen(fields: &[(String, String)]) -> (Vec<&'static str>, String) {
    let (mut names, mut signed) = (Vec::new(), String::new());
    for name in SIGNED {
        // Of several the last comes first (RFC 6376 5.4.2); ours are there once.
        for (_, field) in fields.iter().rev().filter(|(known, _)| known == name) {
            names.push(name);
            signed.push_str(&relaxed_field(field));
        }
    }
    names.push("from");
    (names, signed)
}

/// Head and body; the empty line belongs to neither.
fn parts(message: &[u8]) -> (&[u8], &[u8]) {
    match message.windows(4).position(|four| four == b"\r\n\r\n") {
        Some(end) => (&message[..end + 2], &message[end + 4..]),
        None => (message, b""),
    }
}

/// Each field with its name in small letters, as it stands.
fn fields(head: &[u8]) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in String::from_utf8_lossy(head).split_inclusive("\r\n") {
        match (line.starts_with([' ', '\t']), fields.last_mut(), line.split_once(':')) {
            (true, Some((_, field)), _) => field.push_str(line),
            (false, _, Some((name, _))) => fields.push((name.trim().to_ascii_lowercase(), line.to_owned())),
            _ => {}
        }
    }
    fields
}

/// RFC 6376 3.4.2.
fn relaxed_field(field: &str) -> String {
    let (name, value) = field.split_once(':').unwrap_or((field, ""));
    let value = value.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    format!("{}:{value}\r\n", name.trim_end().to_ascii_lowercase())
}

/// RFC 6376 3.4.4.
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut relaxed = Vec::with_capacity(body.len());
    let mut empty_lines = 0;
    let mut rest = body;
    while !rest.is_empty() {
        let end = rest.windows(2).position(|two| two == b"\r\n");
        let (line, after) = end.map_or((rest, &b""[..]), |end| (&rest[..end], &rest[end + 2..]));
        rest = after;
        let mut words = line.split(|byte| matches!(byte, b' ' | b'\t'));
        let mut text = words.next().unwrap_or_default().to_vec();
        for word in words.filter(|word| !word.is_empty()) {
            text.push(b' ');
            text.extend_from_slice(word);
        }
        if text.is_empty() {
            empty_lines += 1;
            continue;
        }
        relaxed.extend(std::iter::repeat_n(*b"\r\n", empty_lines).flatten());
        empty_lines = 0;
        relaxed.extend_from_slice(&text);
        relaxed.extend_from_slice(b"\r\n");
    }
    relaxed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard_come_out_as_it_says() {
        // RFC 6376 3.4.5.
        assert_eq!(relaxed_field("A: X\r\n"), "a:X\r\n");
        assert_eq!(relaxed_field("B : Y\t\r\n\tZ  \r\n"), "b:Y Z\r\n");
        assert_eq!(relaxed_body(b" C \r\nD \t E\r\n\r\n\r\n"), b" C\r\nD E\r\n");
        assert_eq!(relaxed_body(b"\r\n\r\n"), b"");
        assert_eq!(relaxed_body(b"a\r\n\r\nb"), b"a\r\n\r\nb\r\n");
    }

    #[test]
    fn the_fields_of_the_lists_end_are_signed_and_no_second_sender_can_be_added() {
        let fields = fields(b"From: a\r\nX: y\r\nList-Unsubscribe: <https://x>\r\nList-Unsubscribe-Post:\r\n One\r\n");
        let (names, signed) = chosen(&fields);
        assert_eq!(names, ["from", "list-unsubscribe", "list-unsubscribe-post", "from"]);
        assert_eq!(signed, "from:a\r\nlist-unsubscribe:<https://x>\r\nlist-unsubscribe-post:One\r\n");
    }

    #[test]
    fn a_file_that_holds_no_key_says_how_to_make_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key.pem");
        let of = |file: &Path| {
            let sign = Sign { key_file: file.display().to_string(), selector: "s".into() };
            Signer::of(&sign, "example.org")
        };
        assert!(of(&file).unwrap_err().to_string().contains("cannot be read"));
        for nothing in ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
            std::fs::write(&file, nothing).unwrap();
            assert!(of(&file).unwrap_err().to_string().contains("openssl genrsa"));
        }
        assert!(Signer::of(&Sign::default(), "example.org").unwrap().is_none());
    }
}
