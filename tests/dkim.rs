//! Letters signed here, held against a verifier of another house (Debian's python3-dkim).

use std::path::Path;
use std::process::Command;

use crate::digest::give_profiles;
use crate::servers::program;
use crate::support::{Stage, repo, text};

/// The system's own interpreter: another one does not see Debian's modules.
const PYTHON: &str = "/usr/bin/python3";

fn verifier_is_there() -> bool {
    Command::new(PYTHON).args(["-c", "import dkim, nacl"]).output().is_ok_and(|output| output.status.success())
}

/// Makes a key pair; the private key's file, and the TXT record of the public one.
fn make_key(openssl: &Path, folder: &Path, kind: &[&str], tag: &str, prefix: usize) -> (String, String) {
    let file = folder.join(format!("{tag}.pem")).display().to_string();
    let made = Command::new(openssl).arg("genpkey").args(kind).args(["-out", &file]).output().expect("openssl starts");
    assert!(made.status.success(), "{}", text(&made.stderr));
    let der = Command::new(openssl).args(["pkey", "-in", &file, "-pubout", "-outform", "DER"]).output().expect("openssl starts");
    let key = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &der.stdout[prefix..]);
    (file, format!("v=DKIM1; k={tag}; p={key}"))
}

#[test]
fn letters_that_we_sign_are_good_to_another_verifier_and_no_longer_when_something_in_them_changes() {
    let Some(openssl) = program("openssl").filter(|_| verifier_is_there()) else {
        eprintln!("skipped: there is no verifier (Debian: python3-dkim, python3-nacl, openssl)");
        return;
    };
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    give_profiles(&stage);
    // Of an Ed25519 key the DNS has the bare 32 bytes, without the 12 that say so.
    let kinds: [(&[&str], &str, usize); 2] =
        [(&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], "rsa", 0), (&["-algorithm", "ed25519"], "ed25519", 12)];
    for ((kind, tag, prefix), week) in kinds.into_iter().zip(["2026-W48", "2026-W49"]) {
        let (key, record) = make_key(&openssl, &stage.path(""), kind, tag, prefix);
        let sent = stage
            .command(&["digest", "--week", week, "--send", "--yes"])
            .env("KOLKORE_MAIL_SIGN_KEY_FILE", key)
            .env("KOLKORE_MAIL_SIGN_SELECTOR", "letters2026")
            .env("KOLKORE_PUBLIC_URL", "https://calls.example.org")
            .output()
            .expect("it starts");
        assert!(sent.status.success(), "{}", text(&sent.stderr));
        let letters: Vec<_> = std::fs::read_dir(stage.data().join("outbox"))
            .expect("the outbox")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.to_string_lossy().contains(week))
            .collect();
        assert!(letters.len() >= 12);
        let judged = Command::new(PYTHON)
            .arg(repo().join("tests/dkim_verify.py"))
            .args(["letters2026._domainkey.kolkore.example.", &record])
            .args(&letters)
            .output()
            .expect("python starts");
        assert!(judged.status.success(), "{tag}: {}{}", text(&judged.stdout), text(&judged.stderr));
        assert_eq!(text(&judged.stdout).trim(), format!("{} good", letters.len()));
    }
}
