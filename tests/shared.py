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

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Suite, measure (the first figure of its line, or NAME=…), floor. The floors lie a little under what was last measured, so that a
# fall is noticed and a new case is not.
SUITES = [
    ("robots-google", None, 0.965),
    ("robots-google", "rfc", 1.0),
    ("ssrf", None, 1.0),
    ("whatwg-url", None, 0.95),
    ("html-encoding", None, 0.96),
    ("xml-bombs", None, 1.0),
    ("feedparser", None, 0.89),
    ("price-parser", None, 0.95),
    ("dateparser", "core", 0.93),
]
GOLDEN = [("opp_f1", 0.97), ("deadline", 0.97), ("kind", 0.95), ("amount", 0.95), ("lang", 1.0), ("country", 0.9), ("body", 0.9)]
DAY = "2026-05-06"

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
    for suite in dict.fromkeys(name for name, _, _ in SUITES):
        line = output(SHARED / "suites/score.py", suite, "--bin", binary).strip().splitlines()
        for name, measure, floor in SUITES:
            if name == suite:
                judge(f"{suite} {measure or ''}".strip(), figure(line[-1], measure) if line else None, floor)


def golden(binary):
    lines = output(SHARED / "golden/score.py", "--bin", binary).splitlines()
    whole = next((line for line in lines if line.startswith("golden-all")), "")
    for measure, floor in GOLDEN:
        judge(f"golden {measure}", figure(whole, measure), floor)
    wrong = figure(whole, "false_yes")
    judge("golden without a false yes", None if wrong is None else 1 - wrong, 1)


def portal(binary):
    """The EU portal's real records, behind a replica whose pages disagree: all kept, each once, with their days."""
    replica = [sys.executable, SHARED / "replica/replica.py", "--date", DAY, "--today", DAY, "--flap"]
    truth = subprocess.run(replica + ["--truth"], capture_output=True, text=True).stdout
    server = subprocess.Popen(replica + ["--port", "19200"], stderr=subprocess.DEVNULL)
    try:
        with tempfile.TemporaryDirectory() as folder:
            time.sleep(2)
            environment = os.environ | {"KOLKORE_FETCH_GATEWAY": "http://127.0.0.1:19200", "KOLKORE_FETCH_MIN_DELAY_MS": "0", "KOLKORE_TODAY": f"{DAY}T08:00:00"}
            run = [binary, "--data", f"{folder}/data"]
            sources = ["eu-funding-portal", "eu-cascade", "eu-external-action"]
            subprocess.run(run + ["crawl"] + sources, env=environment, stdout=subprocess.DEVNULL)
            export = subprocess.run(run + ["export"], env=environment, capture_output=True, text=True).stdout
            pathlib.Path(f"{folder}/export.jsonl").write_text(export)
            pathlib.Path(f"{folder}/truth.json").write_text(truth)
            again = subprocess.run(run + ["crawl", "--json"] + sources, env=environment, capture_output=True, text=True).stdout
            line = output(SHARED / "replica/score.py", f"{folder}/export.jsonl", f"{folder}/truth.json", "--host", "api.tech.ec.europa.eu")
    finally:
        server.terminate()
    rate = lambda name: (lambda found: float(found[1]) if found else None)(re.search(rf"{name} ([\d.]+) \(", line))
    judge("EU portal recall", rate("recall"), 1.0)
    judge("EU portal precision", rate("precision"), 1.0)
    judge("EU portal deadline", rate("deadline"), 1.0)
    counts = [json.loads(one)["counts"] for one in again.splitlines()]
    moved = sum(count["new"] + count["changed"] + count["written"] for count in counts)
    judge("EU portal, a second crawl changes nothing", 1.0 if counts and moved == 0 else 0.0, 1)


def main():
    if not SHARED.is_dir():
        print("the folder of shared suites is not beside the project: none of them was run\n1 passed, 0 failed")
        return 0
    binary = pathlib.Path(sys.argv[1]).resolve()
    suites(binary)
    golden(binary)
    portal(binary)
    print(f"{tally[True]} passed, {tally[False]} failed")
    return 1 if tally[False] else 0


if __name__ == "__main__":
    sys.exit(main())
