use super::*;

const TAG: &str = "00112233445566778899.1.aabbccddeeff00112233";

fn crlf(text: &str) -> Vec<u8> {
    text.replace('\n', "\r\n").into_bytes()
}

fn dsn(groups: &str) -> Vec<u8> {
    crlf(&format!(
        "Return-Path: <>\nTo: <bounces+{TAG}@office.example.org>\nFrom: Mail Delivery System <mailer-daemon@mx.example.org>\n\
         Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\n\
         It could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n{groups}\n\
         --b\nContent-Type: message/rfc822\n\nSubject: x\nTo: <bounces+other.1.other@office.example.org>\n\nx\n--b--\n"
    ))
}

fn group(action: &str, status: &str) -> String {
    format!(
        "Final-Recipient: rfc822; gone@example.org\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; {status} as the\n server says\n\n"
    )
}

fn bounce(groups: &str) -> Report {
    read(&dsn(groups), "bounces").unwrap().0
}

fn bounced(hard: bool, status: &str) -> Report {
    Report::Bounce { hard, status: status.into(), said: format!("smtp; {status} as the server says") }
}

#[test]
fn a_report_says_whether_it_is_for_good_and_is_assigned_by_the_mailbox_that_it_came_to_alone() {
    let (report, marks) = read(&dsn(&group("failed", "5.1.1")), "bounces").unwrap();
    assert_eq!(report, bounced(true, "5.1.1"));
    assert_eq!(marks, [Mark::Tag(TAG.into())], "what the letter within says is not believed");
    assert_eq!(bounce(&group("FAILED (expanded)", "5.2.1")), bounced(true, "5.2.1"));
}

#[test]
fn what_is_delayed_or_may_pass_is_soft() {
    assert_eq!(bounce(&group("delayed", "4.4.1")), bounced(false, "4.4.1"));
    assert_eq!(bounce(&group("failed", "4.2.2")), bounced(false, "4.2.2"));
    let without_code = bounce("Action: failed\nStatus: no such code\n\n");
    assert_eq!(without_code, Report::Bounce { hard: false, status: String::new(), said: String::new() });
}

#[test]
fn a_mailbox_is_alive_where_one_of_those_behind_it_got_the_letter() {
    let some = format!("{}{}", group("failed", "5.1.1"), group("delivered", "2.0.0"));
    assert_eq!(bounce(&some), bounced(false, "5.1.1"));
    assert_eq!(bounce(&group("relayed", "2.0.0")), Report::Delivered);
}

#[test]
fn an_answer_of_the_holiday_kind_is_no_bounce_whatever_it_says() {
    for header in ["Auto-Submitted: auto-replied (vacation)", "X-Autoreply: yes", "Precedence: auto_reply"] {
        let answer = format!(
            "To: <bounces+{TAG}@office.example.org>\n{header}\nSubject: Undeliverable: out of office\n\n550 5.1.1 no such user\n"
        );
        assert_eq!(read(&crlf(&answer), "bounces").unwrap().0, Report::AutoReply, "{header}");
    }
    let person = format!("To: <bounces+{TAG}@office.example.org>\nAuto-Submitted: no\nSubject: 550 5.1.1\n\nAction: failed\n");
    assert_eq!(read(&crlf(&person), "bounces").unwrap().0, Report::Other);
}

fn feedback(kind: &str) -> Vec<u8> {
    crlf(&format!(
        "From: <feedback@provider.example>\nTo: <abuse@office.example.org>\nSubject: FW: x\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nA complaint.\n\n\
         --b\nContent-Type: message/feedback-report\n\nFeedback-Type: {kind}\nUser-Agent: Some/1.0\nVersion: 1\n\
         Original-Mail-From: <bounces+{TAG}@office.example.org>\n\n--b\nContent-Type: text/rfc822-headers\n\n\
         Subject: x\nList-Unsubscribe: <https://calls.example.org/act/abc-_1.def?ui=en>\n\n--b--\n"
    ))
}

#[test]
fn a_complaint_is_assigned_by_what_we_signed_within() {
    let (report, marks) = read(&feedback("abuse"), "bounces").unwrap();
    assert_eq!(report, Report::Complaint { kind: "abuse".into() });
    assert_eq!(marks, [Mark::Tag(TAG.into()), Mark::Token("abc-_1.def".into())]);
    assert_eq!(read(&feedback("not-spam"), "bounces").unwrap().0, Report::Delivered);
}

#[test]
fn what_is_made_to_break_its_reader_costs_a_moment() {
    let endless = format!("To: {}\n\nx", format!("bounces+{TAG}@office.example.org, ").repeat(50_000));
    assert_eq!(read(&crlf(&endless), "bounces").unwrap().1, [Mark::Tag(TAG.into())]);
    let tags = (0..50_000).map(|n| format!("bounces+{n}@office.example.org, ")).collect::<Vec<_>>().concat();
    assert_eq!(read(&crlf(&format!("To: {tags}\n\nx")), "bounces").unwrap().1.len(), MOST_MARKS);
    assert_eq!(bounce(&group("failed", "5.1.1").repeat(20_000)), bounced(true, "5.1.1"));
    let nested =
        format!("{}{}", "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n".repeat(5_000), "x");
    assert_eq!(read(&crlf(&nested), "bounces").map(|(report, _)| report), Some(Report::Other));
    for nothing in [&b""[..], b"\0\xff\xfe", b"\r\n\r\n"] {
        assert!(read(nothing, "bounces").is_none_or(|(report, marks)| report == Report::Other && marks.is_empty()));
    }
}

proptest::proptest! {
    #[test]
    fn no_bytes_break_the_reader(mut bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..2000), at in 0..1000usize) {
        let mut report = dsn(&group("failed", "5.1.1"));
        let at = at.min(report.len());
        bytes.truncate(200);
        report.splice(at..(at + bytes.len()).min(report.len()), bytes.iter().copied());
        let _ = read(&report, "bounces");
        let _ = read(&bytes, "bounces");
    }
}
