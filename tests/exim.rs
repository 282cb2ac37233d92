//! A real mail server (Exim, on loopback): letters reach it over STARTTLS with a login, each once, as they should look; what it cannot
//! deliver comes back in its own words, and is counted.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Child, Command};

use kolkore::store::Store;
use mail_parser::{HeaderName, Message, MessageParser};

use crate::servers::{free_port, make_certificate, output, program};
use crate::support::{Stage, text, wait_until};

const PASSWORD: &str = "correct-horse-battery";

/// A mailbox of this name is nobody's.
const GONE: &str = "gone";

/// Exim over two maildirs, until dropped: `bounces` for what comes back, `inbox` for everything else.
struct Exim {
    folder: tempfile::TempDir,
    child: Child,
    port: u16,
    /// TLS from the first byte.
    secure_port: u16,
}

impl Exim {
    /// None, with a word, where the server is not installed.
    fn start() -> Option<Self> {
        let (Some(exim), Some(openssl)) = (program("exim4"), program("openssl")) else {
            eprintln!("skipped: exim is not installed (Debian: exim4-daemon-light)");
            return None;
        };
        let folder = tempfile::tempdir().expect("a scratch folder");
        let at = |name: &str| folder.path().join(name).display().to_string();
        make_certificate(&openssl, folder.path());
        let is_root = output("id", &["-u"]) == "0";
        // Exim delivers nothing as root.
        let owner = if is_root { "Debian-exim".to_owned() } else { output("id", &["-un"]) };
        let (group, port, secure_port) = (output("id", &["-gn", &owner]), free_port(), free_port());
        let config = format!(
            "primary_hostname = relay.example.org\nlocal_interfaces = 127.0.0.1\ndaemon_smtp_ports = {port} : {secure_port}\ntls_on_connect_ports = {secure_port}\n\
             exim_user = {owner}\nexim_group = {group}\nnever_users =\ndeliver_drop_privilege = true\nkeep_environment =\n\
             spool_directory = {spool}\nlog_file_path = {log}\npid_file_path = {pid}\n\
             tls_advertise_hosts = *\ntls_certificate = {cert}\ntls_privatekey = {key}\n\
             auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}\nacl_smtp_rcpt = rcpt\n\
             smtp_accept_max = 50\nsmtp_accept_queue = 0\nsmtp_accept_queue_per_connection = 0\n\
             begin acl\nrcpt:\n  deny message = log in first\n    !authenticated = *\n  accept\n\
             begin routers\n\
             gone:\n  driver = redirect\n  local_parts = {GONE}\n  allow_fail\n  data = :fail: no such mailbox here\n\
             bounces:\n  driver = accept\n  local_parts = bounces\n  local_part_suffix = +*\n  local_part_suffix_optional\n  transport = bounces\n\
             all:\n  driver = accept\n  transport = inbox\n\
             begin transports\n\
             inbox:\n  driver = appendfile\n  directory = {inbox}\n  maildir_format\n  user = {owner}\n  return_path_add\n  envelope_to_add\n\
             bounces:\n  driver = appendfile\n  directory = {bounces}\n  maildir_format\n  user = {owner}\n  return_path_add\n  envelope_to_add\n\
             begin authenticators\n\
             plain:\n  driver = plaintext\n  public_name = PLAIN\n  server_prompts = :\n  server_set_id = $auth2\n\
             \x20 server_condition = ${{if and{{{{eq{{$auth2}}{{desk}}}}{{eq{{$auth3}}{{{PASSWORD}}}}}}}}}\n",
            spool = at("spool"),
            log = at("log-%s"),
            pid = at("pid"),
            cert = at("cert.pem"),
            key = at("key.pem"),
            inbox = at("inbox"),
            bounces = at("bounces"),
        );
        std::fs::write(folder.path().join("exim.conf"), config).expect("written");
        std::fs::create_dir(folder.path().join("spool")).expect("a folder");
        if is_root {
            let path = folder.path().display().to_string();
            let given = Command::new("chown").args(["-R", &format!("{owner}:{group}"), &path]).status().expect("chown starts");
            // Exim trusts no configuration that another than root or itself could change.
            let kept = Command::new("chown").args(["root:root", &at("exim.conf")]).status().expect("chown starts");
            assert!(given.success() && kept.success());
        }
        let child = Command::new(exim).args(["-bdf", "-C", &at("exim.conf")]).spawn().expect("exim starts");
        let server = Self { folder, child, port, secure_port };
        wait_until("exim to listen", || std::net::TcpListener::bind(("127.0.0.1", port)).is_err());
        Some(server)
    }

    /// The letters of a maildir.
    fn letters(&self, maildir: &str) -> Vec<Vec<u8>> {
        let Ok(entries) = std::fs::read_dir(self.folder.path().join(maildir).join("new")) else { return Vec::new() };
        entries.map(|entry| std::fs::read(entry.expect("an entry").path()).expect("a letter")).collect()
    }

    /// The program, set up to send through this server.
    fn command(&self, stage: &Stage, args: &[&str], password: &str) -> Command {
        let mut command = stage.command(args);
        command
            .env("KOLKORE_MAIL_RELAY", format!("smtp://desk:{password}@localhost:{}", self.port))
            .env("KOLKORE_MAIL_CA_FILE", self.certificate())
            .env("KOLKORE_MAIL_DKIM", "true")
            .env("KOLKORE_PUBLIC_URL", "https://calls.example.org")
            .env("KOLKORE_STAFF_MAIL_TO", "desk@office.example.org")
            .env("KOLKORE_MAIL_BOUNCES_ADDRESS", "bounces@office.example.org")
            .env("KOLKORE_MAIL_BOUNCES_FOLDER", "returned");
        command
    }

    fn send(&self, stage: &Stage, week: &str) -> serde_json::Value {
        let output =
            self.command(stage, &["digest", "--week", week, "--send", "--yes", "--json"], PASSWORD).output().expect("it starts");
        assert!(output.status.success(), "{}{}\n{}", text(&output.stdout), text(&output.stderr), self.log());
        serde_json::from_slice(&output.stdout).expect("a tally")
    }

    /// What the server says of it.
    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log-main")).unwrap_or_default()
    }

    fn certificate(&self) -> PathBuf {
        self.folder.path().join("cert.pem")
    }
}

impl Drop for Exim {
    fn drop(&mut self) {
        // Its children end with it when it is asked to stop.
        Command::new("kill").arg(self.child.id().to_string()).status().expect("kill starts");
        self.child.wait().expect("exim ends");
    }
}

/// Gives each municipality a mailbox of the given name, every third one English letters; returns how many there are.
fn give_mailboxes(stage: &Stage, most: usize, name: &str) -> usize {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&stage.data(), None).await.expect("the store opens");
        let now = "2026-11-25T06:00:00Z".parse().expect("a moment");
        let all: Vec<_> = store.municipalities().await.expect("the register").into_iter().take(most).collect();
        for (place, one) in all.iter().enumerate() {
            let language = if place % 3 == 0 { "en" } else { "he" };
            let contact = serde_json::json!({"email": format!("{name}@{}.example.org", one.slug), "name": "לשכת המנכ\"ל", "language": language});
            store.set_profile(&one.slug, &serde_json::json!({"contacts": [contact]}), now).await.expect("given");
        }
        store.close().await;
        all.len()
    })
}

/// Headers that a letter leaves with, in order of their names.
const HEADERS: [&str; 14] = [
    "auto-submitted",
    "content-type",
    "date",
    "from",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "message-id",
    "mime-version",
    "precedence",
    "reply-to",
    "subject",
    "to",
    "x-auto-response-suppress",
];

/// What the server puts before them.
const TRACE: [&str; 3] = ["return-path", "envelope-to", "received"];

fn header<'m>(letter: &'m Message<'_>, name: &'static str) -> &'m str {
    letter.header_raw(HeaderName::from(name)).map(str::trim).unwrap_or_default()
}

#[test]
fn every_municipality_gets_its_letter_once_over_tls_with_exactly_the_headers_it_should_have() {
    let Some(server) = Exim::start() else { return };
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    let all = give_mailboxes(&stage, usize::MAX, "desk");
    assert_eq!(all, 257);
    let refused =
        server.command(&stage, &["digest", "--week", "2026-W48", "--municipality", "haifa", "--send", "--yes"], "wrong");
    let refused = { refused }.output().expect("it starts");
    assert!(!refused.status.success() && !text(&refused.stderr).contains("wrong@"), "{}", text(&refused.stderr));

    let first = server.send(&stage, "2026-W48");
    assert_eq!(first["sent"].as_u64().map(|sent| sent as usize), Some(all), "{first}");
    let second = server.send(&stage, "2026-W48");
    assert_eq!((second["sent"].as_u64(), second["queued"].as_u64()), (Some(0), Some(0)), "{second}");

    wait_until("exim to deliver", || server.letters("inbox").len() >= all);
    let letters = server.letters("inbox");
    let (mut ids, mut paths, mut to, mut hebrew) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), 0);
    for bytes in &letters {
        let letter = MessageParser::default().parse(bytes).expect("a message");
        let mut names: Vec<String> = letter.headers_raw().map(|(name, _)| name.to_ascii_lowercase()).collect();
        names.retain(|name| !TRACE.contains(&name.as_str()));
        names.sort();
        assert_eq!(names, HEADERS, "{}", header(&letter, "Message-ID"));
        assert!(
            header(&letter, "Received").contains("esmtpsa"),
            "neither in the open nor without a login: {}",
            header(&letter, "Received")
        );
        assert_eq!(header(&letter, "Auto-Submitted"), "auto-generated");
        assert_eq!(header(&letter, "Precedence"), "bulk");
        assert_eq!(header(&letter, "X-Auto-Response-Suppress"), "All");
        assert_eq!(header(&letter, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert!(header(&letter, "List-Unsubscribe").starts_with("<https://calls.example.org/act/"));
        assert!(header(&letter, "Return-path").starts_with("<bounces+"));
        let (subject, html) = (letter.subject().expect("a subject"), letter.body_html(0).expect("an HTML part"));
        let is_hebrew = html.contains("<html lang=\"he\"");
        let begins_hebrew = subject.chars().find(|c| c.is_alphabetic()).is_some_and(|c| ('א'..='ת').contains(&c));
        assert_eq!(is_hebrew, begins_hebrew, "{subject}");
        hebrew += usize::from(is_hebrew);
        assert!(letter.body_text(0).is_some_and(|text| !text.trim().is_empty()));
        ids.insert(letter.message_id().expect("an id").to_owned());
        paths.insert(header(&letter, "Return-path").to_owned());
        to.insert(header(&letter, "Envelope-to").to_owned());
    }
    let once = [letters.len(), ids.len(), paths.len(), to.len()];
    assert_eq!(once, [all; 4], "letters, ids, return paths, mailboxes");
    assert_eq!(hebrew, all - all.div_ceil(3));
}

#[test]
fn letters_leave_over_tls_from_the_first_byte_as_well() {
    let Some(server) = Exim::start() else { return };
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    let all = give_mailboxes(&stage, 12, "desk");
    let mut command = server.command(&stage, &["digest", "--week", "2026-W48", "--send", "--yes", "--json"], PASSWORD);
    command.env("KOLKORE_MAIL_RELAY", format!("smtps://desk:{PASSWORD}@localhost:{}", server.secure_port));
    let output = command.output().expect("it starts");
    let tally: serde_json::Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}{}", text(&output.stderr), server.log()));
    assert_eq!(tally["sent"].as_u64().map(|sent| sent as usize), Some(all), "{tally}");
    wait_until("exim to deliver", || server.letters("inbox").len() >= all);
    for bytes in server.letters("inbox") {
        let letter = MessageParser::default().parse(&bytes).expect("a message");
        assert!(header(&letter, "Received").contains("esmtpsa"), "{}", header(&letter, "Received"));
    }
}

#[test]
fn what_the_server_cannot_deliver_comes_back_and_the_second_letter_suspends_the_mailbox() {
    let Some(server) = Exim::start() else { return };
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    give_mailboxes(&stage, 1, GONE);
    let returned = stage.data().join("returned");
    std::fs::create_dir(&returned).expect("a folder");
    for (week, hard, suspended) in [("2026-W48", 1, 0), ("2026-W49", 1, 1)] {
        let before = server.letters("bounces").len();
        assert_eq!(server.send(&stage, week)["sent"], 1);
        wait_until("the letter to come back", || server.letters("bounces").len() > before);
        for (number, letter) in server.letters("bounces").iter().enumerate() {
            std::fs::write(returned.join(format!("{number}.eml")), letter).expect("written");
        }
        let output = server.command(&stage, &["bounces", "--json"], PASSWORD).output().expect("it starts");
        let tally: serde_json::Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)));
        assert_eq!((tally["hard"].as_u64(), tally["suspended"].as_u64()), (Some(hard), Some(suspended)), "{week}: {tally}");
    }
    assert_eq!(server.send(&stage, "2026-W50")["sent"], 0, "nobody is there");
    wait_until("staff to be told", || server.letters("inbox").len() == 1);
    let told = server.letters("inbox").remove(0);
    let told = MessageParser::default().parse(&told).expect("a message");
    assert!(told.subject().is_some_and(|subject| subject.contains("יש להתקשר")), "{:?}", told.subject());
}
