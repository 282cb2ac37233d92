#!/usr/bin/env python3
"""Questions with facets over HTTP: benches/search.py BINARY DATA QUERIES [CLIENTS] [ROUNDS]

DATA is a data folder that BINARY has imported records into; QUERIES a JSON list of {shape, terms, kind, country, dmin, dmax} (days since
1.1.2024; `ph` is a phrase). Each question asks for 20 hits and three facets, of whatever state. Prints the 50th, 95th and 99th percentile of
the time of answers to questions that nobody has asked before (one client); then of the rounds after that, which are answered from memory,
with questions per second, the sum of their totals, and the server's memory.
"""

import datetime
import http.client
import json
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

# What the bench's records call kinds that kolkore calls otherwise.
KINDS = {"call": "call_for_proposals", "award": "competition", "twinning": "partnership"}


def day(number):
    return (datetime.date(2024, 1, 1) + datetime.timedelta(days=number)).isoformat()


def path(query):
    words = " ".join(query["terms"])
    asked = {"q": f'"{words}"' if query["shape"] == "ph" else words, "status": "any", "page_size": 20, "facets": "kind,topic,country"}
    narrow = {name: query[name] for name in ("kind", "country") if query[name]}
    if "kind" in narrow:
        narrow["kind"] = KINDS.get(narrow["kind"], narrow["kind"])
    if narrow:
        narrow |= {"deadline_from": day(query["dmin"]), "deadline_to": day(query["dmax"])}
    return "/api/v1/opportunities?" + urllib.parse.urlencode(asked | narrow)


def ask(port, paths, times, totals):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for one in paths:
        start = time.perf_counter()
        connection.request("GET", one)
        answer = connection.getresponse()
        body = answer.read()
        times.append((time.perf_counter() - start) * 1000)
        if answer.status != 200:
            sys.exit(f"{answer.status} to {one}: {body[:300]!r}")
        totals.append(json.loads(body)["total"])


def wait_for(port, server):
    """Until the server answers."""
    while True:
        time.sleep(0.2)
        if server.poll() is not None:
            sys.exit(f"the server ended with {server.returncode}")
        try:
            return ask(port, ["/api/v1/opportunities?page_size=1"], [], [])
        except ConnectionRefusedError:
            pass


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def measure(binary, data, queries, clients=1, rounds=2):
    """Asks all questions once, then by so many clients so often; (a line of figures)."""
    with open(queries, encoding="utf-8") as file:
        paths = [path(query) for query in json.load(file)]
    port = free_port()
    server = subprocess.Popen([binary, "serve", "--data", data, "--listen", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    try:
        wait_for(port, server)
        first, times, totals = [], [], []
        ask(port, paths, first, [])
        threads = [threading.Thread(target=ask, args=(port, paths * rounds, times, totals)) for _ in range(clients)]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        wall = time.perf_counter() - start
        with open(f"/proc/{server.pid}/status", encoding="ascii") as status:
            resident = next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))
    finally:
        server.terminate()
        server.wait()
    rate, total = len(times) / wall, sum(totals) // (rounds * clients)
    return f"first asked {percentiles(first)}; {rate:.0f}/s with {clients} clients, {percentiles(times)}, {total} hits a round, {resident} MB"


def percentiles(times):
    times = sorted(times)
    p50, p95, p99 = (times[int(len(times) * share)] for share in (0.5, 0.95, 0.99))
    return f"p50 {p50:.1f}, p95 {p95:.1f}, p99 {p99:.1f} ms"


if __name__ == "__main__":
    print(measure(*sys.argv[1:4], *map(int, sys.argv[4:6])))
