#!/usr/bin/env python3
"""Verifies letters by dkimpy: tests/dkim_verify.py NAME TXT FILE…

NAME and TXT stand in for the DNS. Each letter has to be good as it is, to say that its list can be ended with one click under that
signature, and to be bad as soon as a field or the body changes or a second sender is added.
"""

import sys

import dkim

name, record = sys.argv[1].encode(), sys.argv[2].encode()


def lookup(asked, timeout=5):
    return record if asked == name else None


def is_good(letter):
    return dkim.verify(letter, dnsfunc=lookup)


def faults(letter):
    if not is_good(letter):
        yield "is not good"
    signed = dkim.DKIM(letter)
    signed.verify(dnsfunc=lookup)
    fields = {header[0].lower() for header in signed.signed_headers}
    for needed in (b"from", b"list-unsubscribe", b"list-unsubscribe-post", b"subject", b"to", b"date", b"message-id"):
        if needed not in fields:
            yield f"{needed.decode()} is not signed"
    changed = {
        "another subject": letter.replace(b"\r\nSubject: ", b"\r\nSubject: x", 1),
        "another list": letter.replace(b"\r\nList-Unsubscribe: <https://", b"\r\nList-Unsubscribe: <https://evil.", 1),
        "a second sender": b"From: evil@example.org\r\n" + letter,
        "another body": letter[:-40] + b"AAAA" + letter[-36:],
        "more body": letter + b"x\r\n",
    }
    for what, other in changed.items():
        if other == letter:
            yield f"{what}: nothing changed"
        elif is_good(other):
            yield f"{what} is good too"


bad = 0
for path in sys.argv[3:]:
    with open(path, "rb") as file:
        found = list(faults(file.read()))
    bad += bool(found)
    for fault in found:
        print(f"{path}: {fault}")
print(f"{len(sys.argv[3:]) - bad} good")
sys.exit(bool(bad))
