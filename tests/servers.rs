//! What tests need that start a real mail server on loopback: its program, a port, a certificate.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where a program is installed; none where it is not.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).chain(["/usr/sbin".into()]).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port()
}

/// What a program prints.
pub(crate) fn output(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output().expect("it starts");
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

/// A certificate of the server's own making for `localhost`: `cert.pem` and `key.pem` in `folder`.
pub(crate) fn make_certificate(openssl: &Path, folder: &Path) {
    let at = |name: &str| folder.join(name).display().to_string();
    let made = Command::new(openssl)
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=localhost"])
        .args(["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=CA:FALSE"])
        .args(["-keyout", &at("key.pem"), "-out", &at("cert.pem")])
        .stderr(Stdio::null())
        .status()
        .expect("openssl starts");
    assert!(made.success(), "no certificate");
}
