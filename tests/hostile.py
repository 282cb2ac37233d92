#!/usr/bin/env python3
"""Hostile hosts and the whole roadmap, over the replica of the sources where it stands beside the project (`../shared/replica`).

    tests/hostile.py BINARY [CASE…]

Each hostile host is crawled by a process of its own with an honest source beside it: no panic, 30 s, 256 MB, the honest source
done; seconds of CPU are printed. Then all of them in one process. Then `crawl --all` over the project's roadmap: pauses kept, one request at
a time at each host, nothing asked that robots.txt forbids, no inner address; and what was found against the replica's truth.

Last line: `N passed, N failed`. Without the folder nothing is run, and that is said.
"""
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from shared import ROOT, SHARED, judge, output, tally

REPLICA = SHARED / "replica/replica.py"
with socket.create_server(("127.0.0.1", 0)) as free:
    PORT = free.getsockname()[1]
TODAY = "2026-11-22"
# Small, so that the whole roadmap takes a minute, and long enough to be told from none.
PAUSE_MS = 40
MOST = {"wall": 30.0, "rss": 256.0}
# Seconds of CPU are printed, and marked where they are more than is wanted: how many a machine takes is no test of ours.
WANTED_CPU = 2.0
# One process among six on two cores: its CPU seconds count, its wall time has to be granted the company.
AT_ONCE = 3

HEAD = 'name = {{ he = "עוין", en = "{slug}" }}\nnetwork = "test"\nlanguage = ["en"]\nactive = true\ndefaults = {{ only_opportunities = true }}\n'
LIST = '[source.list]\nurl = "https://{host}/"\nitem = "li, article, body"\ntitle = "a, h1, h2, title, p"\nlink = "a"\nnext = "a.next, a[rel=next]"\ndetail = {{}}\n'
FEED = '[source.feed]\nurl = "https://{host}/"\nfollow = true\n'
JSON = '[source.json]\nurl = "https://{host}/"\nitems = "$..*"\ntitle = "$.title"\nlink = "$.link"\n'
SITEMAP = '[source.sitemap]\nurl = "https://{host}/map.xml.gz"\n'
SHAPES = {"entity-bomb": FEED, "entity-outside": FEED, "xss": FEED, "dates": FEED, "many": FEED, "deep-xml": FEED, "deep-json": JSON, "zip-bomb": SITEMAP}
HONEST = '[[source]]\nslug = "honest"\n' + HEAD.format(slug="honest") + '[source.feed]\nurl = "https://ccre-cemr.org/feed/"\n'


def ask(path):
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=20) as answer:
        return answer.read().decode()


def entry(case):
    slug = f"hostile-{case}"
    return f'[[source]]\nslug = "{slug}"\n' + HEAD.format(slug=slug) + SHAPES.get(case, LIST).format(host=f"{case}.hostile.test")


def configuration(folder, roadmap):
    """The project's configuration with another roadmap."""
    config = pathlib.Path(folder) / "config"
    (config / "roadmap").mkdir(parents=True)
    for one in (ROOT / "config").iterdir():
        if one.name != "roadmap":
            (config / one.name).symlink_to(one)
    (config / "roadmap/hostile.toml").write_text(roadmap)
    return config


def run(binary, folder, *arguments, pause=0):
    """Runs the program; what it printed, and what it took."""
    environment = os.environ | {"KOLKORE_FETCH_GATEWAY": f"http://127.0.0.1:{PORT}", "KOLKORE_FETCH_MIN_DELAY_MS": str(pause), "KOLKORE_TODAY": f"{TODAY}T08:00:00"}
    with open(f"{folder}/out", "w+") as out, open(f"{folder}/err", "w+") as err:
        started = time.monotonic()
        process = subprocess.Popen([binary, "--data", f"{folder}/data", *arguments], env=environment, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        took = {"wall": time.monotonic() - started, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024}
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        return process.returncode, out.read(), err.read(), took


def crawl(binary, roadmap):
    with tempfile.TemporaryDirectory() as folder:
        status, out, err, took = run(binary, folder, "--config", str(configuration(folder, roadmap)), "crawl", "--json")
        return status, {visit["source"]: visit for visit in map(json.loads, out.splitlines())}, err, took


def told(took):
    return f"{took['wall']:.1f} s, {took['cpu']:.2f} s CPU, {took['rss']:.0f} MB"


def verdict(result):
    """What is wrong with a crawl, if anything."""
    status, visits, err, took = result
    faults = [f"{name} {took[name]:.1f} > {most:.0f}" for name, most in MOST.items() if took[name] > most]
    if status not in (0, 1) or "panicked" in err:
        faults.append(f"ended with {status}: {err.strip()[-200:]}")
    if visits.get("honest", {}).get("outcome") != "done":
        faults.append("the honest source is not done")
    return faults


def hostile(binary, wanted):
    names = re.findall(r'https://([a-z0-9-]+)\.hostile\.test/', ask("/https/hostile.test/"))
    cases = [name for name in names if name in wanted or not wanted]
    # The slow ones first, so that the others run beside them.
    cases.sort(key=lambda name: name not in ("trickle", "slow-headers"))
    good, results = 0, []
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for case, result in zip(cases, pool.map(lambda case: crawl(binary, entry(case) + HONEST), cases)):
            faults = verdict(result)
            good += not faults
            results.append(result)
            outcome = result[1].get(f"hostile-{case}", {}).get("outcome", "none")
            slow = [f"more than {WANTED_CPU:.0f} s of CPU"] if result[3]["cpu"] > WANTED_CPU else []
            print(f"     {case:18} {outcome:8} {told(result[3])} {'; '.join(faults + slow)}", flush=True)
    worst = {name: max(result[3][name] for result in results) for name in ("wall", "cpu", "rss")}
    print(f"     worst of {len(cases)}: {told(worst)}")
    judge("hostile hosts bounded", good / len(cases), 1)
    if wanted:
        return
    status, visits, err, took = crawl(binary, "".join(map(entry, cases)) + HONEST)
    print(f"     all at once: {len(visits)} sources, {told(took)}")
    judge("hostile hosts all at once, memory kept and the honest source done", float(took["rss"] <= MOST["rss"] and "panicked" not in err and visits["honest"]["outcome"] == "done"), 1)
    judge("canary untouched by hostile hosts", 1.0 if json.loads(ask("/__canary"))["hits"] == 0 else 0.0, 1)


def roadmap(binary):
    ask("/__reset")
    with tempfile.TemporaryDirectory() as folder:
        _, out, err, took = run(binary, folder, "--config", str(ROOT / "config"), "crawl", "--all", "--json", pause=PAUSE_MS)
        visits = [json.loads(line) for line in out.splitlines()]
        hosts = json.loads(ask("/__requests"))
        canary = json.loads(ask("/__canary"))
        _, export, _, _ = run(binary, folder, "--config", str(ROOT / "config"), "export")
        pathlib.Path(f"{folder}/export.jsonl").write_text(export)
        pathlib.Path(f"{folder}/truth.json").write_text(ask("/__truth"))
        score(folder)
    requests = sum(host["count"] for host in hosts.values())
    gaps = {name: host["min_gap_s"] for name, host in hosts.items() if host["min_gap_s"] is not None}
    tight = min(gaps, key=gaps.get)
    print(f"     crawl --all: {len(visits)} sources, {requests} requests to {len(hosts)} hosts, {told(took)}; least pause {gaps[tight] * 1000:.0f} ms ({tight})")
    judge(f"pause of {PAUSE_MS} ms kept at every host", sum(gap * 1000 >= PAUSE_MS for gap in gaps.values()) / len(gaps), 1)
    judge("one request at a time at every host", sum(host["max_in_flight"] == 1 for host in hosts.values()) / len(hosts), 1)
    judge("canary untouched by the roadmap", 1.0 if canary["hits"] == 0 else 0.0, 1)
    unreachable = [request["line"] for request in hosts.get("www.c40.org", {"requests": []})["requests"]]
    judge("nothing but robots.txt asked where it cannot be had", float(all(line.endswith("/robots.txt") for line in unreachable)), 1)
    first = [host["requests"][0]["line"] for host in hosts.values()]
    judge("robots.txt asked first at every host", sum(line.endswith("/robots.txt") for line in first) / len(first), 1)
    judge("no panic over the roadmap", float("panicked" not in err), 1)


def score(folder):
    """What was found of the replica's truth; the EU portal apart, as it would drown the others."""
    truth = json.loads(pathlib.Path(f"{folder}/truth.json").read_text())
    items = truth["items"] if isinstance(truth, dict) else truth
    hosts = {item["host"] for item in items}
    portal = {"api.tech.ec.europa.eu", "ec.europa.eu"}
    of_sites = {"recall": 0.98, "precision": 0.95, "noise_out": 0.95, "deadline": 0.97, "kind": 0.95, "merged": 0.95}
    of_portal = {"recall": 1.0, "precision": 1.0, "deadline": 1.0}
    for name, of, floors in [("the sites", hosts - portal, of_sites), ("the EU portal", hosts & portal, of_portal)]:
        arguments = [part for host in sorted(of) for part in ("--host", host)]
        line = output(SHARED / "replica/score.py", f"{folder}/export.jsonl", f"{folder}/truth.json", *arguments).strip()
        print(f"     {line}")
        for measure, floor in floors.items():
            found = re.search(rf"\b{measure} ([\d.]+) \(", line)
            judge(f"{measure} of {name}", float(found[1]) if found else None, floor)
        false_merges = re.search(r"false_merges (\d+)", line)
        judge(f"{name} without a false merge", float(bool(false_merges) and false_merges[1] == "0"), 1)


def main():
    if not REPLICA.is_file():
        print("the replica of the sources is not beside the project: hostile hosts were not met\n1 passed, 0 failed")
        return 0
    binary, wanted = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
    server = subprocess.Popen([sys.executable, REPLICA, "--port", str(PORT), "--today", TODAY], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError):
                ask("/__canary")
                break
            time.sleep(0.2)
        hostile(binary, wanted)
        if not wanted:
            roadmap(binary)
    finally:
        server.terminate()
    print(f"{tally[True]} passed, {tally[False]} failed")
    return 1 if tally[False] else 0


if __name__ == "__main__":
    sys.exit(main())
