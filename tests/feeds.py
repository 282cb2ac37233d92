"""Feeds and calendar of a served demo, read by other people's libraries: feeds.py BASE_URL. Prints `N passed, N failed`."""
import json
import sys
import urllib.parse
import urllib.request

import feedparser
import icalendar
import jsonschema

BASE = sys.argv[1]
QUESTIONS = ["", "status=any", "q=נוער", "q=climate&status=any", "q=nothing-has-this-word", "status=any&page_size=100", "kind=grant,exchange"]

# What https://www.jsonfeed.org/version/1.1/ demands, of the members that we give.
TEXT = {"type": "string", "minLength": 1}
URL = {"type": "string", "pattern": "^https?://[^ ]+$"}
STAMP = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": URL,
        "feed_url": URL,
        "language": TEXT,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "properties": {
                    "id": TEXT,
                    "url": URL,
                    "external_url": URL,
                    "title": TEXT,
                    "content_text": {"type": "string"},
                    "language": TEXT,
                    "date_published": STAMP,
                    "date_modified": STAMP,
                    "tags": {"type": "array", "items": TEXT},
                },
            },
        },
    },
}


# What a feed holds where the question does not say.
FEED_SIZE = 50


def get(path, question):
    address = f"{BASE}{path}?{urllib.parse.quote(question, safe='=&,-')}"
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read()


def total(question):
    # A feed holds what has all of the words, as a harvest does.
    found = json.loads(get("/api/v1/opportunities", f"{question}&changed_after=0"))
    return min(found["total"], found["page_size"] if "page_size=" in question else FEED_SIZE)


def atom(question):
    feed = feedparser.parse(get("/feed.atom", question))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10", feed.version
    for name in ("id", "title", "updated_parsed"):
        assert feed.feed.get(name), f"the feed has no {name}"
    assert len(feed.entries) == total(question), len(feed.entries)
    ids = [entry.id for entry in feed.entries]
    assert len(set(ids)) == len(ids), "an id is used twice"
    for entry in feed.entries:
        for name in ("id", "title", "updated_parsed", "link"):
            assert entry.get(name), f"{entry.get('id')} has no {name}"


def json_feed(question):
    feed = json.loads(get("/feed.json", question))
    jsonschema.validate(feed, JSON_FEED)
    assert len(feed["items"]) == total(question), len(feed["items"])
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids), "an id is used twice"


def calendar(question):
    raw = get("/calendar.ics", question)
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75, f"a line of {len(line)} bytes"
        line.decode("utf-8")
    read = icalendar.Calendar.from_ical(raw)
    assert not read.errors, read.errors
    assert read["VERSION"] == "2.0" and read["PRODID"]
    events = read.walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids), "a UID is used twice"
    for event in events:
        assert not event.errors, event.errors
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"):
            assert name in event, f"{event.get('UID')} has no {name}"
        # A moment has no end; a day ends with the next (RFC 5545, 3.8.2.2: later than it began).
        assert "DTEND" not in event or event.decoded("DTEND") > event.decoded("DTSTART"), event["UID"]
    # A calendar that this library writes again says the same.
    again = icalendar.Calendar.from_ical(read.to_ical())
    assert sorted(str(event["SUMMARY"]) for event in again.walk("VEVENT")) == sorted(str(event["SUMMARY"]) for event in events)


passed = failed = 0
for check in (atom, json_feed, calendar):
    for question in QUESTIONS:
        try:
            check(question)
            passed += 1
        except Exception as error:  # whatever goes wrong is a failed check, told with its place
            failed += 1
            print(f"FAIL {check.__name__} ?{question}: {type(error).__name__}: {str(error)[:400]}")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
