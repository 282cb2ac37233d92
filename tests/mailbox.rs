//! A mailbox on a real mail server (Dovecot, on loopback): read over TLS, and left as it was.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use kolkore::act::handle;
use kolkore::store::Store;

use crate::servers::{free_port, make_certificate, output, program};
use crate::support::{Stage, text, wait_until};

const PASSWORD: &str = "correct-horse-battery";

/// Dovecot over one user's maildir, until dropped.
struct Server {
    folder: tempfile::TempDir,
    child: Child,
    imaps: u16,
    imap: u16,
}

impl Server {
    /// None, with a word, where the server is not installed.
    fn start() -> Option<Self> {
        let (Some(dovecot), Some(openssl)) = (program("dovecot"), program("openssl")) else {
            eprintln!("skipped: dovecot is not installed (Debian: dovecot-core, dovecot-imapd)");
            return None;
        };
        let folder = tempfile::tempdir().expect("a scratch folder");
        let at = |name: &str| folder.path().join(name).display().to_string();
        make_certificate(&openssl, folder.path());
        for name in ["mail", "mail/new", "mail/cur", "mail/tmp"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        let is_root = output("id", &["-u"]) == "0";
        // Dovecot reads no mail as root.
        let owner = if is_root { "nobody".to_owned() } else { output("id", &["-un"]) };
        let (uid, gid, group) = (output("id", &["-u", &owner]), output("id", &["-g", &owner]), output("id", &["-gn", &owner]));
        if is_root {
            let given = Command::new("chown").args(["-R", &owner, &at("mail")]).status().expect("chown starts");
            let open = Command::new("chmod").args(["755", &folder.path().display().to_string()]).status().expect("chmod starts");
            assert!(given.success() && open.success());
        }
        let (imap, imaps) = (free_port(), free_port());
        let config = format!(
            "protocols = imap\nlisten = 127.0.0.1\nbase_dir = {base}\nstate_dir = {base}\nlog_path = {log}\n\
             ssl = required\nssl_cert = <{cert}\nssl_key = <{key}\n\
             default_internal_user = {owner}\ndefault_internal_group = {group}\ndefault_login_user = {owner}\nfirst_valid_uid = 1\nfirst_valid_gid = 1\n\
             mail_location = maildir:{mail}\n\
             passdb {{\n driver = static\n args = password={{plain}}{PASSWORD}\n}}\n\
             userdb {{\n driver = static\n args = uid={uid} gid={gid} home={mail}\n}}\n\
             service imap-login {{\n chroot =\n inet_listener imap {{\n port = {imap}\n }}\n inet_listener imaps {{\n port = {imaps}\n ssl = yes\n }}\n}}\n\
             service anvil {{\n chroot =\n}}\n",
            base = at("run"),
            log = at("log"),
            cert = at("cert.pem"),
            key = at("key.pem"),
            mail = at("mail"),
        );
        std::fs::write(folder.path().join("dovecot.conf"), config).expect("written");
        let child = Command::new(dovecot).args(["-F", "-c", &at("dovecot.conf")]).spawn().expect("dovecot starts");
        let server = Self { folder, child, imaps, imap };
        wait_until("dovecot to listen", || std::net::TcpListener::bind(("127.0.0.1", imaps)).is_err());
        Some(server)
    }

    fn deliver(&self, name: &str, letter: &str) {
        let fresh = self.folder.path().join("mail/new").join(name);
        std::fs::write(&fresh, letter.replace('\n', "\r\n")).expect("written");
        // Dovecot's own user has to read it.
        Command::new("chmod").arg("644").arg(&fresh).status().expect("chmod starts");
    }

    /// The letters that somebody has opened or that are gone.
    fn touched(&self) -> Vec<String> {
        let names = |folder: &str| -> Vec<String> {
            let entries = std::fs::read_dir(self.folder.path().join("mail").join(folder)).expect("a folder");
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
        };
        names("cur").into_iter().filter(|name| name.rsplit_once(',').is_some_and(|(_, flags)| !flags.is_empty())).collect()
    }

    fn certificate(&self) -> PathBuf {
        self.folder.path().join("cert.pem")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its children end with it when it is asked to stop; a kill would leave them.
        Command::new("kill").arg(self.child.id().to_string()).status().expect("kill starts");
        self.child.wait().expect("dovecot ends");
    }
}

fn stage(url: &str, certificate: Option<&Path>) -> Stage {
    let stage = Stage::new();
    let roadmap = stage.path("config/roadmap");
    std::fs::remove_file(&roadmap).expect("a link");
    std::fs::create_dir(&roadmap).expect("a folder");
    let ca = certificate.map(|file| format!("ca = \"{}\"\n", file.display())).unwrap_or_default();
    let entry = format!(
        "[[source]]\nslug = \"intake\"\nname = {{ he = \"תיבת הקליטה\", en = \"Intake\" }}\nnetwork = \"il\"\nlanguage = [\"en\"]\n\
         evidence = \"test\"\nactive = true\n[source.mail.imap]\nurl = \"{url}\"\nuser = \"intake\"\npassword_env = \"INTAKE_PASSWORD\"\n\
         private_host = true\n{ca}"
    );
    std::fs::write(roadmap.join("mail.toml"), entry).expect("written");
    stage
}

fn crawl(stage: &Stage, password: &str) -> serde_json::Value {
    let output = stage
        .command(&["crawl", "--json"])
        .env("INTAKE_PASSWORD", password)
        .env("KOLKORE_LOG", "trace")
        .output()
        .expect("it starts");
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(!told.contains(password), "the password is told:\n{told}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {told}"))
}

fn letter(number: u32) -> String {
    format!(
        "From: Desk <desk@example.org>\nMessage-ID: <{number}@example.org>\nSubject: Call for proposals {number} for towns\n\
         Content-Type: text/plain\n\nTowns may apply until {number} March 2027 at https://towns.example/c/{number}.\n"
    )
}

#[test]
fn a_mailbox_is_read_from_where_the_last_visit_ended_and_nothing_in_it_is_touched() {
    let Some(server) = Server::start() else { return };
    server.deliver("1", &letter(1));
    server.deliver("2", &letter(2));
    let stage = stage(&format!("imaps://localhost:{}/INBOX", server.imaps), Some(&server.certificate()));
    let run = crawl(&stage, PASSWORD);
    assert_eq!((run["outcome"].as_str(), run["counts"]["new"].as_u64()), (Some("done"), Some(2)), "{run:#}");
    let run = crawl(&stage, PASSWORD);
    assert_eq!((run["outcome"].as_str(), run["counts"]["items"].as_u64()), (Some("done"), Some(0)), "{run:#}");
    server.deliver("3", &letter(3));
    let run = crawl(&stage, PASSWORD);
    assert_eq!(run["counts"]["new"].as_u64(), Some(1), "{run:#}");
    assert_eq!(stage.export().len(), 3);
    assert_eq!(server.touched(), [""; 0], "no letter is flagged");
}

#[test]
fn what_is_wrong_with_a_mailbox_is_said_with_what_to_do() {
    let Some(server) = Server::start() else { return };
    server.deliver("1", &letter(1));
    let tls = format!("imaps://localhost:{}/INBOX", server.imaps);
    let complaint = |url: &str, certificate: Option<&Path>, password: &str| {
        crawl(&stage(url, certificate), password)["complaints"].to_string()
    };
    let certificate = server.certificate();
    let refused = complaint(&tls, Some(&certificate), "wrong-battery");
    assert!(refused.contains("login was refused") && refused.contains("check user and password"), "{refused}");
    let untrusted = complaint(&tls, None, PASSWORD);
    assert!(untrusted.contains("TLS failed"), "{untrusted}");
    let missing = complaint(&tls.replace("INBOX", "Calls"), Some(&certificate), PASSWORD);
    assert!(missing.contains("no mailbox `Calls`"), "{missing}");
    let upgraded = crawl(&stage(&format!("imap://localhost:{}/INBOX", server.imap), Some(&certificate)), PASSWORD);
    assert_eq!(upgraded["counts"]["new"].as_u64(), Some(1), "STARTTLS: {upgraded:#}");
}

/// Sends the letter of a week; returns the mailbox that it left from, as its return path says.
fn sent(stage: &Stage, week: &str) -> String {
    let tally = &stage.lines(&["digest", "--municipality", "netanya", "--week", week, "--send", "--yes", "--json"])[0];
    assert_eq!(tally["sent"], 1, "{week}: {tally}");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&stage.data(), None).await.expect("the store opens");
        let letter = store.deliveries(Some(week)).await.expect("the ledger").remove(0);
        let tag = store.act_keys().await.expect("the keys").return_tag(&handle(&letter.id)).expect("a key");
        store.close().await;
        format!("bounces+{tag}@office.example.org")
    })
}

/// What a mail server says of a letter that it could not deliver (RFC 3464).
fn undelivered(return_path: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example.org\nTo: <{return_path}>\nSubject: Undelivered\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nSorry.\n\
         --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n\
         Final-Recipient: rfc822; desk@netanya.example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n\n\
         --b--\n"
    )
}

#[test]
fn what_came_back_is_read_from_the_mailbox_once_and_nothing_in_it_is_touched() {
    let Some(server) = Server::start() else { return };
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    let readers = stage.path("readers.csv");
    std::fs::write(&readers, "slug,contact_email\nnetanya,desk@netanya.example.org\n").expect("written");
    stage.lines(&["municipalities", "import", &readers.display().to_string(), "--json"]);
    let bounces = || -> serde_json::Value {
        let output = stage
            .command(&["bounces", "--json"])
            .env("KOLKORE_MAIL_BOUNCES_ADDRESS", "bounces@office.example.org")
            .env("KOLKORE_MAIL_BOUNCES_MAILBOX", format!("imaps://localhost:{}/INBOX", server.imaps))
            .env("KOLKORE_MAIL_BOUNCES_USER", "bounces")
            .env("KOLKORE_MAIL_BOUNCES_CA_FILE", server.certificate())
            .env("KOLKORE_MAIL_BOUNCES_PRIVATE_HOST", "true")
            .env("BOUNCES_PASSWORD", PASSWORD)
            .output()
            .expect("it starts");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)))
    };
    let counts = |tally: &serde_json::Value| ["letters", "hard", "suspended", "auto_replies"].map(|name| tally[name].as_u64());

    server.deliver("1", &undelivered(&sent(&stage, "2026-W48")));
    server.deliver(
        "2",
        "To: bounces@office.example.org\nAuto-Submitted: auto-replied\nSubject: Out of office\n\nBack on Sunday.\n",
    );
    assert_eq!(counts(&bounces()), [Some(2), Some(1), Some(0), Some(1)]);
    assert_eq!(counts(&bounces()), [Some(0); 4], "the next look begins behind what was read");
    server.deliver("3", &undelivered(&sent(&stage, "2026-W49")));
    assert_eq!(counts(&bounces()), [Some(1), Some(1), Some(1), Some(0)]);
    assert_eq!(server.touched(), [""; 0], "no letter is flagged");
}
