#!/usr/bin/env python3
"""Other people's cases, where their folder stands beside the project (`../shared`): each measure against its floor.

    tests/shared.py BINARY

Last line: `N passed, N failed`. Without the folder nothing is run, and that is said.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Suite, measure (the first figure of its line, or NAME=…), floor. The floors lie a little under what was last measured, so that a
# fall is noticed and a new case is not.
SUITES = [
    ("robots-google", None, 0.965),
    ("robots-google", "rfc", 1.0),
    ("ssrf", None, 1.0),
    ("whatwg-url", None, 0.95),
    ("html-encoding", None, 0.963),
    ("xml-bombs", None, 1.0),
    ("feedparser", None, 0.90),
    ("feedparser", "survived", 1.0),
    ("feedvalidator", "valid", 0.98),
    ("price-parser", None, 0.95),
    ("dateparser", "core", 0.93),
    ("article-extraction-benchmark", "f1", 0.90),
]
# What must never happen there: the suite, how its line counts it.
NEVER = [("dompurify", "unsafe"), ("xss-payloads", "unsafe"), ("feedvalidator", "crash"), ("feedparser", "crash")]
GOLDEN = [("opp_f1", 0.97), ("deadline", 0.97), ("kind", 0.95), ("amount", 0.95), ("lang", 1.0), ("country", 0.9), ("body", 0.9)]
DAY = "2026-05-06"
PORTAL = "api.tech.ec.europa.eu"

tally = {True: 0, False: 0}


def judge(name, value, floor):
    good = value is not None and value >= floor
    tally[good] += 1
    print(f"{'ok  ' if good else 'FAIL'} {name}: {value if value is None else round(value, 4)} (floor {floor})", flush=True)


def figure(line, name):
    """The rate of `NAME=a/b(rate)` or `NAME=rate`, or the line's own first rate."""
    if name is None:
        found = re.match(r"\S+ \d+/\d+ ([\d.]+)", line)
    else:
        found = re.search(rf"\b{name}=(?:\d+/\d+\()?([\d.]+)", line)
    return float(found[1]) if found else None


def output(*command):
    return subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True, timeout=1200).stdout


def suites(binary):
    for suite in dict.fromkeys(name for name, *_ in SUITES + NEVER):
        line = (output(SHARED / "suites/score.py", suite, "--bin", binary).strip().splitlines() or [""])[-1]
        for name, measure, floor in SUITES:
            if name == suite:
                judge(f"{suite} {measure or ''}".strip(), figure(line, measure), floor)
        for name, what in NEVER:
            if name == suite:
                found = re.search(rf"\b{what}=(\d+)", line)
                judge(f"{suite} without {what}", 0.0 if not line or found and int(found[1]) else 1.0, 1)


def golden(binary):
    lines = output(SHARED / "golden/score.py", "--bin", binary).splitlines()
    whole = next((line for line in lines if line.startswith("golden-all")), "")
    for measure, floor in GOLDEN:
        judge(f"golden {measure}", figure(whole, measure), floor)
    wrong = figure(whole, "false_yes")
    judge("golden without a false yes", None if wrong is None else 1 - wrong, 1)


class Replica:
    """The sources without the sources, on a port of its own."""

    def __init__(self, port, *switches):
        self.port = port
        self.command = [sys.executable, SHARED / "replica/replica.py", *switches]

    def __enter__(self):
        self.server = subprocess.Popen([*self.command, "--port", str(self.port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                self.told("__canary")
                return self
            except OSError:
                time.sleep(0.2)
        sys.exit(f"the replica does not answer on port {self.port}")

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def told(self, page):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{page}", timeout=10) as answer:
            return json.load(answer)

    def truth(self):
        return subprocess.run([*map(str, self.command), "--truth"], capture_output=True, text=True, check=True).stdout

    def environment(self, today):
        return os.environ | {
            "KOLKORE_FETCH_GATEWAY": f"http://127.0.0.1:{self.port}",
            "KOLKORE_FETCH_MIN_DELAY_MS": "0",
            "KOLKORE_TODAY": f"{today}T08:00:00",
        }


def rate(line, name):
    """The figure of `NAME 0.99 (…)`."""
    found = re.search(rf"\b{name} ([\d.]+)", line)
    return float(found[1]) if found else None


def kolkore(binary, folder, environment, *arguments):
    command = [binary, "--data", f"{folder}/data", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=1800).stdout


def scored(binary, folder, environment, truth, *arguments):
    pathlib.Path(f"{folder}/export.jsonl").write_text(kolkore(binary, folder, environment, "export"))
    pathlib.Path(f"{folder}/truth.json").write_text(truth)
    return output(SHARED / "replica/score.py", f"{folder}/export.jsonl", f"{folder}/truth.json", *arguments)


def portal(binary):
    """The EU portal's real records, behind a replica whose pages disagree: all kept, each once, with their days."""
    sources = ["eu-funding-portal", "eu-cascade", "eu-external-action"]
    with Replica(19200, "--date", DAY, "--today", DAY, "--flap") as replica, tempfile.TemporaryDirectory() as folder:
        environment = replica.environment(DAY)
        kolkore(binary, folder, environment, "crawl", *sources)
        line = scored(binary, folder, environment, replica.truth(), "--host", PORTAL)
        again = kolkore(binary, folder, environment, "crawl", "--json", *sources)
    for name in ("recall", "precision", "deadline"):
        judge(f"EU portal {name}", rate(line, name), 1.0)
    counts = [json.loads(one)["counts"] for one in again.splitlines()]
    moved = sum(count["new"] + count["changed"] + count["written"] for count in counts)
    judge("EU portal, a second crawl changes nothing", 1.0 if counts and moved == 0 else 0.0, 1)


def drift(binary):
    """A site's redesign: the source is degraded on that run, broken after some more, and none of its calls is closed."""
    switches, source = ("--today", "2026-11-22"), "coe-congress"
    with tempfile.TemporaryDirectory() as folder:
        statuses = lambda environment: sorted(json.loads(line)["status"] for line in kolkore(binary, folder, environment, "export").splitlines())
        with Replica(19203, *switches) as replica:
            environment = replica.environment("2026-11-22")
            kolkore(binary, folder, environment, "crawl", source)
        before, states = statuses(environment), []
        with Replica(19203, *switches, "--drift", "www.coe.int:0"):
            for _ in range(4):
                kolkore(binary, folder, environment, "crawl", source)
                health = [json.loads(line) for line in kolkore(binary, folder, environment, "health", "--json").splitlines() if line]
                states += [one["state"] for one in health if one["source"] == source]
        after = statuses(environment)
    judge("a redesign is noticed at once", 1.0 if states and states[0] == "degraded" else 0.0, 1)
    judge("a redesign is broken in the end", 1.0 if states and states[-1] == "broken" else 0.0, 1)
    judge("a redesign closes nothing", 1.0 if before and before == after else 0.0, 1)


def roadmap():
    """Every body that the survey of the sources names has its row, under its name there; the lists of Israeli boards a row each."""
    text = (SHARED / "SOURCES.md").read_text()
    table = text[text.index("## 2. ") : text.index("## 3. ")]
    rows = [line.split("|")[1].strip() for line in table.splitlines() if re.match(r"\| [a-z]", line) and not line.startswith("| slug")]
    wanted = {name.strip() for row in rows for name in row.split(",")} - {"il-aggregators"}
    files = (ROOT / "config/roadmap").glob("*.toml")
    have = {source["slug"] for file in files for source in tomllib.loads(file.read_text())["source"]}
    if wanted - have:
        print("not in the roadmap:", ", ".join(sorted(wanted - have)))
    judge("the roadmap has every body of the survey", len(wanted & have) / len(wanted), 1)


def main():
    if not SHARED.is_dir():
        print("the folder of shared suites is not beside the project: none of them was run\n1 passed, 0 failed")
        return 0
    binary = pathlib.Path(sys.argv[1]).resolve()
    roadmap()
    suites(binary)
    golden(binary)
    portal(binary)
    drift(binary)
    print(f"{tally[True]} passed, {tally[False]} failed")
    return 1 if tally[False] else 0


if __name__ == "__main__":
    sys.exit(main())
