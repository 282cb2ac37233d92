//! Sessions with a server that says what the test tells it to.

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, DuplexStream};

use super::*;

/// What the server answers to the command that begins so; `TAG` stands for the command's own tag.
type Script = &'static [(&'static str, &'static str)];

const EXAMINED: (&str, &str) = ("EXAMINE", "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\nTAG OK [READ-ONLY] done\r\n");

async fn serve(stream: DuplexStream, script: Script) {
    let (read, mut write) = tokio::io::split(stream);
    let mut lines = BufReader::new(read).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let (tag, command) = line.split_once(' ').unwrap_or_default();
        let answer = match script.iter().find(|(beginning, _)| command.starts_with(beginning)) {
            Some((_, answer)) => answer.replace("TAG", tag),
            None => format!("{tag} BAD not in the script\r\n"),
        };
        if write.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

async fn visit(script: Script, since: Option<ReadUpTo>) -> Result<Fetched, ImapError> {
    let (ours, theirs) = tokio::io::duplex(1 << 16);
    tokio::spawn(serve(theirs, script));
    let client = Client::new(Bounded::new(ours, MAX_LETTER + ROOM));
    let mut session = client.login("u", "p").await.map_err(|(error, _)| broken("mail.example", &error))?;
    read("mail.example", "INBOX", &mut session, since).await
}

const LOGIN: (&str, &str) = ("LOGIN", "TAG OK in\r\n");

#[tokio::test]
async fn letters_are_fetched_unread_and_the_last_number_is_remembered() {
    const SCRIPT: Script = &[
        LOGIN,
        EXAMINED,
        ("UID SEARCH UID 5:*", "* SEARCH 4 9 6\r\nTAG OK done\r\n"),
        ("UID FETCH 6 (UID RFC822.SIZE)", "* 1 FETCH (UID 6 RFC822.SIZE 12)\r\nTAG OK done\r\n"),
        ("UID FETCH 9 (UID RFC822.SIZE)", "* 2 FETCH (UID 9 RFC822.SIZE 99000000)\r\nTAG OK done\r\n"),
        ("UID FETCH 6 (UID BODY.PEEK[])", "* 1 FETCH (UID 6 BODY[] {12}\r\nSubject: x\r\n)\r\nTAG OK done\r\n"),
    ];
    let fetched = visit(SCRIPT, Some(ReadUpTo { validity: 7, last_uid: 4 })).await.unwrap();
    assert_eq!(fetched.letters, [b"Subject: x\r\n"]);
    assert_eq!(fetched.read_up_to, ReadUpTo { validity: 7, last_uid: 9 });
    assert!(fetched.complaints[0].contains("99000000 bytes"), "{:?}", fetched.complaints);
}

#[tokio::test]
async fn numbers_of_another_validity_are_forgotten() {
    const SCRIPT: Script = &[LOGIN, EXAMINED, ("UID SEARCH UID 1:*", "* SEARCH\r\nTAG OK done\r\n")];
    let fetched = visit(SCRIPT, Some(ReadUpTo { validity: 6, last_uid: 900 })).await.unwrap();
    assert_eq!((fetched.letters.len(), fetched.read_up_to), (0, ReadUpTo { validity: 7, last_uid: 0 }));
}

#[tokio::test]
async fn a_missing_mailbox_says_which() {
    const SCRIPT: Script = &[LOGIN, ("EXAMINE", "TAG NO no such mailbox\r\n")];
    let error = visit(SCRIPT, None).await.unwrap_err();
    assert!(matches!(&error, ImapError::NoMailbox { mailbox, .. } if mailbox == "INBOX"), "{error}");
}

#[tokio::test]
async fn a_wrong_literal_is_an_error_and_not_an_endless_wait() {
    const SHORT: Script = &[
        LOGIN,
        EXAMINED,
        ("UID SEARCH", "* SEARCH 6\r\nTAG OK done\r\n"),
        ("UID FETCH 6 (UID RFC822.SIZE)", "* 1 FETCH (UID 6 RFC822.SIZE 12)\r\nTAG OK done\r\n"),
        ("UID FETCH 6 (UID BODY.PEEK[])", "* 1 FETCH (UID 6 BODY[] {3}\r\nSubject: secret words\r\n)\r\nTAG OK done\r\n"),
    ];
    const LARGE: Script = &[
        LOGIN,
        EXAMINED,
        ("UID SEARCH", "* SEARCH 6\r\nTAG OK done\r\n"),
        ("UID FETCH 6 (UID RFC822.SIZE)", "* 1 FETCH (UID 6 RFC822.SIZE 12)\r\nTAG OK done\r\n"),
        ("UID FETCH 6 (UID BODY.PEEK[])", "* 1 FETCH (UID 6 BODY[] {500000000}\r\nSubject"),
    ];
    let error = visit(LARGE, None).await.unwrap_err().to_string();
    assert!(error.contains("a literal of 500000000 bytes"), "{error}");
    let error = visit(SHORT, None).await.unwrap_err().to_string();
    assert!(!error.contains("secret"), "a letter's words have no place in a complaint: {error}");
}

#[tokio::test]
async fn an_endless_line_is_cut_off() {
    let (ours, mut theirs) = tokio::io::duplex(1 << 16);
    tokio::spawn(async move { while theirs.write_all(&[b'x'; 4096]).await.is_ok() {} });
    let client = Client::new(Bounded::new(ours, ROOM));
    let (error, _) = client.login("u", "p").await.map(|_| ()).unwrap_err();
    assert!(broken("mail.example", &error).to_string().contains("a line of more than"), "{error:?}");
}

#[tokio::test]
async fn a_private_host_is_asked_only_where_the_roadmap_says_so() {
    let imap: Imap = toml::from_str("url = \"imaps://127.0.0.1/INBOX\"\nuser = \"u\"\npassword_env = \"PATH\"").unwrap();
    let error = fetch(&imap, None).await.unwrap_err().to_string();
    assert!(error.contains("private_host = true"), "{error}");
}

#[tokio::test]
async fn a_password_that_is_not_there_says_where_it_was_looked_for() {
    let imap: Imap =
        toml::from_str("url = \"imaps://mail.example.org/INBOX\"\nuser = \"u\"\npassword_file = \"/nowhere/at/all\"").unwrap();
    assert!(fetch(&imap, None).await.unwrap_err().to_string().contains("/nowhere/at/all"));
}
