//! Sessions with a server that says what the test tells it to.

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, DuplexStream};

use super::*;

/// What the server answers to the command that begins so; `TAG` stands for the command's own tag.
type Script = &'static [(&'static str, &'static str)];

/// An answer that never comes.
const HANGS_UP: &str = "";

const EXAMINED: (&str, &str) = ("EXAMINE", "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\nTAG OK [READ-ONLY] done\r\n");

async fn serve(stream: DuplexStream, script: Script) {
    let (read, mut write) = tokio::io::split(stream);
    let mut lines = BufReader::new(read).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let (tag, command) = line.split_once(' ').unwrap_or_default();
        if script.iter().any(|(beginning, answer)| *answer == HANGS_UP && command.starts_with(beginning)) {
            return;
        }
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
    match whole_visit(script, since).await? {
        Visit::Read(fetched) => Ok(fetched),
        Visit::Stuck(letter) => Err(letter.error),
    }
}

async fn whole_visit(script: Script, since: Option<ReadUpTo>) -> Result<Visit, ImapError> {
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

const SIZE_OF_6: (&str, &str) = ("UID FETCH 6 (UID RFC822.SIZE)", "* 1 FETCH (UID 6 RFC822.SIZE 12)\r\nTAG OK done\r\n");

const BODY_OF_6: (&str, &str) =
    ("UID FETCH 6 (UID BODY.PEEK[])", "* 1 FETCH (UID 6 BODY[] {12}\r\nSubject: x\r\n)\r\nTAG OK done\r\n");

const SEARCHED: (&str, &str) = ("UID SEARCH", "* SEARCH 6 9\r\nTAG OK done\r\n");

#[tokio::test]
async fn what_was_read_before_the_connection_broke_is_read_and_the_rest_is_asked_again() {
    const REFUSED: Script =
        &[LOGIN, EXAMINED, SEARCHED, SIZE_OF_6, BODY_OF_6, ("UID FETCH 9 (UID RFC822.SIZE)", "TAG NO not now\r\n")];
    const HUNG_UP: Script = &[LOGIN, EXAMINED, SEARCHED, SIZE_OF_6, BODY_OF_6, ("UID FETCH 9 (UID RFC822.SIZE)", HANGS_UP)];
    for (script, cause) in [(REFUSED, "refused a command"), (HUNG_UP, "hung up")] {
        let fetched = visit(script, None).await.unwrap();
        assert_eq!((fetched.letters.len(), fetched.read_up_to.last_uid), (1, 6), "{cause}");
        assert!(fetched.complaints[0].contains(cause), "{:?}", fetched.complaints);
    }
}

#[tokio::test]
async fn a_letter_that_cannot_be_had_is_left_out_only_where_one_behind_it_can() {
    const STUCK: Script = &[LOGIN, EXAMINED, SEARCHED, SIZE_OF_6, ("UID FETCH 6 (UID BODY.PEEK[])", "TAG NO it is damaged\r\n")];
    let stuck = async || match whole_visit(STUCK, None).await.unwrap() {
        Visit::Stuck(letter) => letter,
        Visit::Read(fetched) => panic!("{fetched:?}"),
    };
    let letter = stuck().await;
    assert_eq!(letter.behind, ReadUpTo { validity: 7, last_uid: 6 });
    let behind = |letters| Fetched { letters, complaints: Vec::new(), read_up_to: ReadUpTo { validity: 7, last_uid: 9 } };
    let fetched = beyond(vec![letter], behind(vec![b"Subject: y".to_vec()])).unwrap();
    assert_eq!((fetched.letters.len(), fetched.read_up_to.last_uid), (1, 9));
    assert!(fetched.complaints[0].starts_with("letter 6 is left out"), "{:?}", fetched.complaints);
    assert!(beyond(vec![stuck().await], behind(Vec::new())).is_err());
}

#[tokio::test]
async fn a_letter_that_was_deleted_in_the_meantime_is_passed_by() {
    const SCRIPT: Script = &[LOGIN, EXAMINED, ("UID SEARCH", "* SEARCH 6\r\nTAG OK done\r\n"), ("UID FETCH", "TAG OK done\r\n")];
    let fetched = visit(SCRIPT, None).await.unwrap();
    assert_eq!((fetched.letters.len(), fetched.complaints.len(), fetched.read_up_to.last_uid), (0, 0, 6));
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
