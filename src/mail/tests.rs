use mail_parser::{HeaderValue, MessageParser, MimeHeaders as _};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;

use super::*;

fn sender() -> Sender {
    Sender {
        name: "קול קורא".to_owned(),
        from: "digest@office.example.org".parse().unwrap(),
        reply_to: Some("desk@office.example.org".parse().unwrap()),
        returns: None,
        list_name: "Kol Kore digest".to_owned(),
        signed: false,
    }
}

/// As long as ours are.
const END: &str = "https://calls.example.org/act/WzEsInVuc3Vic2NyaWJlIiwiZGlnZXN0LjIwMjYtVzQ4Lm5ldGFueWEuMDAxMTIyMzM0NDU1NjY3NyIsIiJd.xW3n1Yw0v2m0m1Zy7uHq3a9rJkq2lJc5m1m2b3c4d5e";

fn draft(subject: &str) -> Draft<'_> {
    Draft {
        to_name: "לשכת ראש העיר",
        to_email: "mayor@netanya.example.org",
        subject,
        html: "<p dir=\"rtl\">שלום</p>",
        text: "שלום\n.\nסוף\n",
        calendar: Some("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        unsubscribe: Some(END),
        key: "digest.2026-W48.netanya.0011223344556677",
        date: "2026-11-22T06:00:00Z".parse().unwrap(),
    }
}

fn message(subject: &str) -> Message {
    Message::build(&draft(subject), &sender()).unwrap()
}

#[test]
fn the_parsed_message_has_exactly_the_headers_it_should_have() {
    let built = message("3 הזדמנויות עבור נתניה");
    assert!(built.bytes.is_ascii());
    let parsed = MessageParser::default().parse(&built.bytes).unwrap();
    let mut names: Vec<_> = parsed.root_part().headers.iter().map(|header| header.name().to_owned()).collect();
    names.sort();
    // As mail-parser spells them.
    let expected = [
        "Auto-Submitted",
        "Content-Type",
        "Date",
        "From",
        "List-ID",
        "List-Unsubscribe",
        "MIME-Version",
        "Message-ID",
        "Precedence",
        "Reply-To",
        "Subject",
        "To",
        "X-Auto-Response-Suppress",
    ];
    assert_eq!(names, expected);
    assert_eq!(parsed.subject(), Some("3 הזדמנויות עבור נתניה"));
    assert_eq!(parsed.message_id(), Some("digest.2026-W48.netanya.0011223344556677@office.example.org"));
    assert_eq!(parsed.to().unwrap().first().unwrap().name(), Some("לשכת ראש העיר"));
    assert_eq!(parsed.date().unwrap().to_rfc3339(), "2026-11-22T06:00:00Z");
    assert_eq!(parsed.from().unwrap().first().unwrap().name(), Some("קול קורא"));
    assert!(matches!(parsed.header("Auto-Submitted"), Some(HeaderValue::Text(value)) if value == "auto-generated"));
    assert_eq!(parsed.body_text(0).unwrap().replace("\r\n", "\n"), "שלום\n.\nסוף\n");
    assert_eq!(parsed.body_html(0).unwrap(), "<p dir=\"rtl\">שלום</p>");
}

#[test]
fn the_list_ends_at_its_address_and_with_one_click_only_where_the_relay_signs_and_the_address_is_safe() {
    let header = |sender: &Sender, address: &str, name: &str| {
        let built = Message::build(&Draft { unsubscribe: Some(address), ..draft("x") }, sender).unwrap();
        let raw = String::from_utf8(built.bytes).unwrap().replace("\r\n ", " ");
        raw.lines().find_map(|line| line.strip_prefix(&format!("{name}:")).map(|value| value.trim().to_owned()))
    };
    let signed = Sender { signed: true, ..sender() };
    assert_eq!(header(&sender(), END, "List-Unsubscribe"), Some(format!("<{END}>")));
    assert_eq!(header(&sender(), END, "List-Unsubscribe-Post"), None);
    assert_eq!(header(&signed, END, "List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
    assert_eq!(header(&signed, "http://calls.example.org/act/x", "List-Unsubscribe-Post"), None);
    assert_eq!(header(&signed, "https://x.example/\r\nBcc: x@example.org", "Bcc"), None);
    assert_eq!(header(&signed, "javascript:alert(1)", "List-Unsubscribe"), None);
}

#[test]
fn the_calendar_goes_with_the_letter_as_a_file() {
    let built = message("x");
    let parsed = MessageParser::default().parse(&built.bytes).unwrap();
    let file = parsed.attachment(0).unwrap();
    assert_eq!(
        (file.attachment_name(), file.contents()),
        (Some("deadlines.ics"), b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".as_slice())
    );
    let without = Message::build(&Draft { calendar: None, ..draft("x") }, &sender()).unwrap();
    assert_eq!(MessageParser::default().parse(&without.bytes).unwrap().attachment_count(), 0);
}

#[test]
fn line_breaks_in_subject_name_and_key_begin_no_header() {
    let evil = "a\r\nBcc: x@example.org\r\n\r\n<script>";
    let hostile = Draft { to_name: evil, key: evil, ..draft(evil) };
    let built = Message::build(&hostile, &sender()).unwrap();
    let parsed = MessageParser::default().parse(&built.bytes).unwrap();
    assert!(parsed.bcc().is_none());
    assert_eq!(parsed.subject(), Some("a Bcc: x@example.org <script>"));
    assert_eq!(built.recipients(), ["mayor@netanya.example.org"]);
    assert!(!built.name.contains(['/', '\r', '\n', ':', '<']), "{}", built.name);
}

#[test]
fn the_shipped_settings_name_a_sender() {
    let sender = Sender::of(&Settings::default());
    assert!(sender.is_ok(), "{sender:?}");
}

#[test]
fn an_address_that_is_none_is_refused() {
    for wrong in ["", "nobody", "a@b\r\nRCPT TO:<c@example.org>", "a@example.org, b@example.org"] {
        assert!(Message::build(&Draft { to_email: wrong, ..draft("x") }, &sender()).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_key_cannot_leave_the_outbox() {
    assert_eq!(Message::build(&Draft { key: "../../etc/passwd", ..draft("x") }, &sender()).unwrap().name, "etcpasswd.eml");
}

#[tokio::test]
async fn the_folder_holds_whole_messages_under_their_own_names_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path().join("outbox");
    let mailer = Mailer::folder(&outbox).unwrap();
    let message = message("x");
    assert_eq!(mailer.took(draft("x").key), Some(false));
    mailer.send(&message).await.unwrap();
    mailer.send(&message).await.unwrap();
    assert_eq!(mailer.took(draft("x").key), Some(true));
    let names: Vec<_> =
        std::fs::read_dir(&outbox).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names, ["digest.2026-W48.netanya.0011223344556677.eml"]);
    assert_eq!(std::fs::read(outbox.join(&names[0])).unwrap(), message.bytes);
}

#[tokio::test]
async fn an_outbox_that_is_gone_is_a_temporary_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path().join("outbox");
    let mailer = Mailer::folder(&outbox).unwrap();
    std::fs::remove_dir(&outbox).unwrap();
    let error = mailer.send(&message("x")).await.unwrap_err();
    assert_eq!(error.outcome, Outcome::Temporary);
    assert!(error.detail.contains("outbox"), "{error}");
}

#[tokio::test]
async fn memory_keeps_what_it_was_given() {
    let mailer = Mailer::memory();
    mailer.send(&message("x")).await.unwrap();
    let Mailer::Memory(kept) = mailer else { panic!("memory stays memory") };
    assert_eq!(kept.into_inner().unwrap().len(), 1);
}

/// What the relay of a test does with the message once it has it.
#[derive(Clone, Copy)]
pub(crate) enum Behaviour {
    Accept,
    Answer(&'static str),
    RefuseRecipient(&'static str),
    DieAtData,
    DieAfterData,
}

/// A relay for one connection.
pub(crate) async fn relay(behaviour: Behaviour) -> Mailer {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 relay.example.org\r\n").await.unwrap();
        let mut in_data = false;
        while let Ok(Some(line)) = lines.next_line().await {
            let answer = match (in_data, line.as_str()) {
                (true, ".") => {
                    in_data = false;
                    match behaviour {
                        Behaviour::Answer(answer) => answer,
                        Behaviour::DieAfterData => return,
                        _ => "250 2.0.0 queued as 4711",
                    }
                }
                (true, _) => continue,
                (false, line) if line.starts_with("EHLO") => "250 relay.example.org",
                (false, line) if line.starts_with("RCPT") => match behaviour {
                    Behaviour::RefuseRecipient(answer) => answer,
                    _ => "250 ok",
                },
                (false, "DATA") if matches!(behaviour, Behaviour::DieAtData) => return,
                (false, "DATA") => {
                    in_data = true;
                    "354 go on"
                }
                (false, _) => "250 ok",
            };
            if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                return;
            }
        }
    });
    Mailer::relay(&url, None).unwrap()
}

async fn outcome_of(behaviour: Behaviour) -> Result<Accepted, Outcome> {
    relay(behaviour).await.send(&message("x")).await.map_err(|error| error.outcome)
}

#[tokio::test]
async fn what_the_relay_accepted_is_accepted() {
    let accepted = outcome_of(Behaviour::Accept).await.unwrap();
    assert!(accepted.answer.contains("queued as 4711"), "{accepted:?}");
}

#[tokio::test]
async fn refusals_are_temporary_or_permanent_as_the_relay_says() {
    assert_eq!(outcome_of(Behaviour::Answer("451 try later")).await, Err(Outcome::Temporary));
    assert_eq!(outcome_of(Behaviour::Answer("554 no")).await, Err(Outcome::Permanent));
    assert_eq!(outcome_of(Behaviour::RefuseRecipient("550 unknown")).await, Err(Outcome::Permanent));
    // It speaks of us, not of the letter.
    assert_eq!(outcome_of(Behaviour::RefuseRecipient("530 5.7.0 log in first")).await, Err(Outcome::Temporary));
}

#[tokio::test]
async fn a_refusal_of_the_mailbox_is_told_apart_from_one_of_the_letter_or_of_us() {
    for (behaviour, code) in [
        (Behaviour::RefuseRecipient("550 5.1.1 no such user"), Some("5.1.1")),
        (Behaviour::RefuseRecipient("550 5.2.1 mailbox disabled"), Some("5.2.1")),
        (Behaviour::RefuseRecipient("550 unknown"), Some("550")),
        (Behaviour::RefuseRecipient("450 4.2.1 come again"), None),
        (Behaviour::RefuseRecipient("552 5.2.2 mailbox full"), None),
        (Behaviour::Answer("554 looks like spam"), None),
        (Behaviour::Answer("550 5.7.1 we do not like you"), None),
    ] {
        let error = relay(behaviour).await.send(&message("x")).await.unwrap_err();
        assert_eq!(error.no_mailbox.as_deref(), code, "{error}");
    }
}

#[tokio::test]
async fn a_relay_that_dies_after_the_message_leaves_it_unsure() {
    assert_eq!(outcome_of(Behaviour::DieAfterData).await, Err(Outcome::Unsure));
}

#[tokio::test]
async fn a_relay_that_dies_before_the_message_has_certainly_taken_nothing() {
    assert_eq!(outcome_of(Behaviour::DieAtData).await, Err(Outcome::Temporary));
}

#[tokio::test]
async fn a_relay_that_hangs_up_after_each_letter_gets_the_next_over_another_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let (read, mut write) = stream.into_split();
            let mut lines = BufReader::new(read).lines();
            write.write_all(b"220 relay.example.org\r\n").await.unwrap();
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = if line == "DATA" { "354 go on\r\n" } else { "250 ok\r\n" };
                write.write_all(answer.as_bytes()).await.unwrap();
                if line == "DATA" {
                    while lines.next_line().await.unwrap().is_some_and(|line| line != ".") {}
                    write.write_all(b"250 taken\r\n").await.unwrap();
                    break;
                }
            }
        }
    });
    let mailer = Mailer::relay(&url, None).unwrap();
    for _ in 0..3 {
        let accepted = mailer.send(&message("x")).await.unwrap();
        assert_eq!(accepted.answer, "taken");
    }
}

#[tokio::test]
async fn a_relay_that_wants_no_dealings_with_us_says_nothing_of_the_letter() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"554 no service for you\r\n").await.unwrap();
    });
    let error = Mailer::relay(&url, None).unwrap().send(&message("x")).await.unwrap_err();
    assert_eq!((error.outcome, error.no_mailbox.as_deref()), (Outcome::Temporary, None), "{error}");
    assert!(error.detail.contains("554"), "{error}");
}

#[tokio::test]
async fn a_relay_that_is_not_there_has_certainly_taken_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = Mailer::relay(&url, None).unwrap().send(&message("x")).await.unwrap_err();
    assert_eq!(error.outcome, Outcome::Temporary, "{error}");
}

#[tokio::test]
async fn a_relay_address_that_is_none_says_how_to_write_one_and_keeps_the_password_to_itself() {
    for wrong in ["localhost:25", "http://relay.example.org", "smtp:"] {
        assert!(Mailer::relay(wrong, None).unwrap_err().to_string().contains("smtp://host:port"), "{wrong}");
    }
    let mailer = Mailer::relay("smtps://desk:secret@relay.example.org:465", None).unwrap();
    assert_eq!(format!("{mailer:?}"), "Relay(Relay(relay.example.org:465))");
}

#[test]
fn a_password_is_never_sent_in_the_clear_unless_the_address_says_so() {
    let of = |url: &str| match access::Access::of(url, None).unwrap() {
        access::Access { port, security: access::Security::Plain, .. } => (port, "plain"),
        access::Access { port, security: access::Security::Offered(_), .. } => (port, "offered"),
        access::Access { port, security: access::Security::Required(_), .. } => (port, "required"),
        access::Access { port, security: access::Security::Immediate(..), .. } => (port, "immediate"),
    };
    assert_eq!(of("smtp://desk:secret@relay.example.org:2525"), (2525, "required"));
    assert_eq!(of("smtp://desk:secret@relay.example.org?tls=opportunistic"), (587, "offered"));
    assert_eq!(of("smtp://relay.example.org?tls=required"), (587, "required"));
    assert_eq!(of("smtp://relay.example.org"), (25, "plain"));
    assert_eq!(of("smtps://desk:secret@relay.example.org"), (465, "immediate"));
    assert!(access::Access::of("smtp://relay.example.org?tls=perhaps", None).is_err());
}

#[tokio::test]
async fn a_file_of_certificates_that_is_none_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ca.pem");
    let refused = |file: &Path| Mailer::relay("smtps://relay.example.org", Some(file)).unwrap_err().to_string();
    assert!(refused(&file).contains("mail.ca_file") && refused(&file).contains("ca.pem"));
    std::fs::write(&file, "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n").unwrap();
    assert!(refused(&file).contains("write a PEM file"), "{}", refused(&file));
}

#[test]
fn a_frozen_message_leaves_as_it_was_built() {
    let (built, draft, sender) = (message("x"), draft("x"), sender());
    let frozen = Message::frozen(draft.key, &built.id, draft.to_email, sender.return_path(None), built.bytes.clone()).unwrap();
    assert_eq!((frozen.name, frozen.bytes, frozen.envelope), (built.name, built.bytes, built.envelope));
}

#[test]
fn the_return_path_names_its_letter_and_nobody_else_sees_it() {
    let returns = Sender { returns: Some("bounces@office.example.org".parse().unwrap()), ..sender() };
    assert_eq!(returns.return_path(Some("0a.1.2b")).to_string(), "bounces+0a.1.2b@office.example.org");
    assert_eq!(returns.return_path(Some("a b\r\nRCPT")).to_string(), "bounces@office.example.org");
    assert_eq!(sender().return_path(Some("0a.1.2b")).to_string(), "digest@office.example.org");
    let message = Message::frozen("k", "<k@x>", "a@example.org", returns.return_path(Some("0a.1.2b")), Vec::new()).unwrap();
    assert_eq!(message.return_path(), "bounces+0a.1.2b@office.example.org");
}
