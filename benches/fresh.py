#!/usr/bin/env python3
"""From kept to found: benches/fresh.py BINARY DATA SOURCE [TIMES]

Starts the server over DATA, logs in, and enters TIMES opportunities by the staff's form under SOURCE (one of shape `manual`), each with a
word that nothing else has. From the answer that says that it was kept the search is asked for the word until it finds it. Prints the 50th
and 95th percentile and the longest of these times, in milliseconds, each with the question that found it.
"""

import http.client
import json
import socket
import subprocess
import sys
import time
import urllib.parse

import search

NAME, PASSWORD = "bench", "a password for a bench"


def main():
    binary, data, source = sys.argv[1:4]
    times = int(sys.argv[4]) if len(sys.argv) > 4 else 40
    add = [binary, "--data", data, "user", "add", NAME, "--role", "editor"]
    subprocess.run(add, input=PASSWORD + "\n", text=True, check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [binary, "--data", data, "serve", "--listen", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        search.wait_for(port, server)
        took = sorted(waits(port, source, times))
        at = lambda share: took[min(int(len(took) * share), len(took) - 1)]
        print(f"{len(took)} records: found after p50 {at(0.5):.0f}, p95 {at(0.95):.0f}, at most {took[-1]:.0f} ms")
    finally:
        server.terminate()
        server.wait()


def waits(port, source, times):
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def post(path, form, cookie=""):
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{port}", "Cookie": cookie}
        connection.request("POST", path, urllib.parse.urlencode(form), headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 303:
            sys.exit(f"{answer.status} to {path}")
        return answer

    cookie = post("/login", {"name": NAME, "password": PASSWORD}).getheader("Set-Cookie").split(";")[0]
    stamp = int(time.time())
    for number in range(times):
        word = f"zq{stamp}x{number}"
        text = f"Municipalities can apply until 4 March 2030 for a grant for {word}."
        entry = {"source": source, "title": f"Grant {word}", "url": "", "deadline": "", "organiser": "Bench", "text": text, "lang": "en"}
        post("/staff/enter", entry, cookie)
        kept = time.perf_counter()
        while True:
            connection.request("GET", "/api/v1/opportunities?" + urllib.parse.urlencode({"q": f'"{word}"', "status": "any"}))
            if json.loads(connection.getresponse().read())["total"]:
                break
            if time.perf_counter() - kept > 30:
                sys.exit(f"{word} was not found within 30 s")
        yield (time.perf_counter() - kept) * 1000


main()
