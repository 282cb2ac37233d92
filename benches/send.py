#!/usr/bin/env python3
"""Picks, composing and sending: benches/send.py BINARY [RECORDS]

Imports RECORDS (100,000) invented records into a scratch folder and gives all 257 municipalities a mailbox. Then, in one run:
- the letters of a week, picked and composed (`digest`, which shows and sends nothing), beside the same over an empty store;
- the letters sent through a relay on loopback, told by the relay itself: from the first letter that it is handed to the last it answers;
- the relay's limit: the same letters by a bare loop over eight connections, the best of three;
both with a relay that answers at once, and with one that takes five milliseconds for each answer, as one in the same town does.
"""

import asyncio
import contextlib
import glob
import json
import multiprocessing
import os
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

BINARY = os.path.abspath(sys.argv[1])
RECORDS = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CONNECTIONS = 8
WEEKS = {0: ["2026-W48", "2026-W49", "2026-W50"], 0.005: ["2026-W51", "2026-W52"]}

TOPICS = ["youth", "education", "culture", "climate", "energy", "tourism", "welfare", "transport", "agriculture", "sport"]
KINDS = ["grant", "call_for_proposals", "competition", "conference", "exchange", "training"]


def record(number, dice):
    """A call as calls are: a third for cities, a tenth for authorities in Israel, some research, some long over."""
    topic, kind = dice.choice(TOPICS), dice.choice(KINDS)
    whom = dice.choices(
        ["Municipalities in Israel and elsewhere", "Cities and local authorities", "Universities and research consortia", "Companies"],
        [1, 3, 4, 2],
    )[0]
    month, day = dice.randint(1, 12), dice.randint(1, 28)
    year = dice.choice([2026, 2027, 2027, 2027])
    filler = " ".join(dice.choice(TOPICS) + " " + dice.choice(["plan", "budget", "partners", "report", "visit"]) for _ in range(60))
    date = f"{year}-{month:02}-{day:02}"
    return {
        "url": f"https://calls.example/{number}",
        "title": f"{kind.replace('_', ' ').capitalize()} {number}: {topic} for towns",
        "text": f"{whom} may apply for {topic} until {day}.{month}.{year}. {filler}",
        "lang": "en", "kind": kind, "topics": [topic], "countries": [], "review": "approved", "deadline": date,
    }


class Relay:
    """Plain SMTP in a process of its own; remembers when the first letter came and when the last was answered."""

    def __init__(self, pause):
        self.pause = pause
        self.first, self.last, self.taken = multiprocessing.Value("d", 0), multiprocessing.Value("d", 0), multiprocessing.Value("l", 0)
        ready, port = multiprocessing.Pipe()
        multiprocessing.Process(target=self.run, args=(port,), daemon=True).start()
        self.port = ready.recv()

    def run(self, port):
        async def main():
            server = await asyncio.start_server(self.serve, "127.0.0.1", 0, limit=1 << 20)
            port.send(server.sockets[0].getsockname()[1])
            await server.serve_forever()

        asyncio.run(main())

    async def serve(self, reader, writer):
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        writer.write(b"220 relay\r\n")
        try:
            while line := await reader.readline():
                command = line[:4].upper()
                if command == b"MAIL" and self.first.value == 0:
                    self.first.value = time.monotonic()
                if command == b"DATA":
                    await asyncio.sleep(self.pause)
                    writer.write(b"354 go on\r\n")
                    await reader.readuntil(b"\r\n.\r\n")
                    self.taken.value += 1
                    self.last.value = time.monotonic()
                await asyncio.sleep(self.pause)
                writer.write(b"221 bye\r\n" if command == b"QUIT" else b"250 ok\r\n")
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        writer.close()

    def rate(self):
        """Letters a second since the last time it was asked."""
        taken, seconds = self.taken.value, self.last.value - self.first.value
        self.first.value, self.taken.value = 0, 0
        return taken, taken / seconds


def bare(port, letters):
    """One connection of the bare loop."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answers = connection.makefile("rb")

        def say(text):
            connection.sendall(text)
            return answers.readline()

        answers.readline()
        say(b"EHLO bench\r\n")
        for letter in letters:
            say(b"MAIL FROM:<a@example.org>\r\n")
            say(b"RCPT TO:<b@example.org>\r\n")
            say(b"DATA\r\n")
            assert say(letter + b"\r\n.\r\n").startswith(b"250")


def kolkore(data, *args, **settings):
    environment = {**os.environ, "KOLKORE_CONFIG": f"{ROOT}/config", "KOLKORE_DATA": data, "KOLKORE_TODAY": "2026-11-25T08:00:00", **settings}
    start = time.monotonic()
    done = subprocess.run([BINARY, *args], env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{args}: {done.stderr}")
    return time.monotonic() - start, done.stdout


def give_mailboxes(data):
    with contextlib.closing(sqlite3.connect(f"{data}/kolkore.sqlite")) as store, store:
        for (slug,) in store.execute("SELECT slug FROM municipalities").fetchall():
            profile = json.dumps({"contacts": [{"email": f"desk@{slug}.example.org", "name": ""}]})
            store.execute("UPDATE municipalities SET profile = ? WHERE slug = ?", (profile, slug))
        return store.execute("SELECT COUNT(*) FROM municipalities").fetchone()[0]


def main():
    with tempfile.TemporaryDirectory() as folder:
        empty, full = f"{folder}/empty", f"{folder}/full"
        kolkore(empty, "digest")
        took_empty, _ = kolkore(empty, "digest")
        dice = random.Random(6)
        with open(f"{folder}/records.jsonl", "w") as file:
            for number in range(RECORDS):
                file.write(json.dumps(record(number, dice)) + "\n")
        took, _ = kolkore(full, "import", f"{folder}/records.jsonl")
        print(f"import of {RECORDS} records: {took:.1f} s")
        municipalities = give_mailboxes(full)
        took, listed = kolkore(full, "digest", "--json")
        letters = [json.loads(line) for line in listed.splitlines()]
        picks = sum(letter["picks"] for letter in letters)
        print(f"picked and composed: {len(letters)} letters of {municipalities} municipalities, {picks} new picks, over {RECORDS} records: "
              f"{took:.1f} s in all ({took_empty:.1f} s over an empty store)")
        for pause, weeks in WEEKS.items():
            sending(full, f"{folder}/frozen-{pause}", municipalities, weeks, pause)


def sending(data, frozen, municipalities, weeks, pause):
    """Sends the letters of some weeks through a relay, then what was frozen of them by a bare loop."""
    relay, rates, limits = Relay(pause), [], []
    for week in weeks:
        kolkore(data, "digest", "--week", week, "--send", "--yes", KOLKORE_MAIL_RELAY=f"smtp://127.0.0.1:{relay.port}")
        taken, rate = relay.rate()
        assert taken == municipalities, taken
        rates.append(rate)
    print(f"a relay that takes {pause * 1000:.0f} ms for an answer; sent: {', '.join(f'{rate:.0f}' for rate in rates)} letters/s")
    os.makedirs(frozen)
    subprocess.run(["cp", f"{data}/kolkore.sqlite", frozen], check=True)
    with contextlib.closing(sqlite3.connect(f"{frozen}/kolkore.sqlite")) as store, store:
        store.execute("UPDATE deliveries SET state = 'queued', not_after = '2030-01-01T00:00:00.000Z'")
    kolkore(frozen, "digest", "--week", weeks[0], "--send", "--yes")
    letters = [open(path, "rb").read().replace(b"\r\n.", b"\r\n..") for path in glob.glob(f"{frozen}/outbox/*.eml")]
    for _ in range(3):
        shares = [letters[place::CONNECTIONS] for place in range(CONNECTIONS)]
        workers = [multiprocessing.Process(target=bare, args=(relay.port, share)) for share in shares]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        taken, rate = relay.rate()
        assert taken == len(letters), taken
        limits.append(rate)
    size = sum(map(len, letters)) / len(letters)
    print(f"the relay's limit: {', '.join(f'{rate:.0f}' for rate in limits)} letters/s of {size / 1000:.0f} kB by a bare loop over "
          f"{CONNECTIONS} connections; ratio {max(rates) / max(limits):.2f}")


if __name__ == "__main__":
    main()
