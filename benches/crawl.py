#!/usr/bin/env python3
"""How fast a site becomes stored and indexed records, against a bare reqwest + scraper loop and Scrapy in the same run.

    benches/crawl.py BINARY [ROUNDS]

Needs `../shared/bench` beside the project, nginx, cargo and python3; works in $KOLKORE_BENCH (default /tmp/bench), where it sets
up once what is missing. 100 list pages lead to 2,000 pages of 40 kB. The bare loop and Scrapy write six fields to a file; kolkore
keeps each page and finding, normalises it, and ends with all records searchable. Medians of the rounds are printed; only the
ratios mean anything, since the machine may be shared.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
KIT = ROOT.parent / "shared/bench"
BENCH = pathlib.Path(os.environ.get("KOLKORE_BENCH", "/tmp/bench"))
PORT = 8081  # the kit's own
DETAILS, PAGES = 2_000, 2_100
CONNECTIONS = "32"

NGINX = f"""worker_processes 1; daemon off; pid nginx.pid; error_log error.log;
events {{ worker_connections 1024; }}
http {{ types {{ text/html html; text/plain txt; }} access_log off; sendfile on; tcp_nodelay on; keepalive_requests 10000000;
  client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
  charset utf-8; charset_types text/html; etag off;
  server {{ listen 127.0.0.1:{PORT}; root {BENCH}/data/site; index index.html;
    location /https/funding.example/ {{ alias {BENCH}/data/site/; }} }} }}
"""
ROADMAP = f"""[[source]]
slug = "funding"
name = {{ he = "אתר מדידה", en = "Benchmark site" }}
network = "bench"
language = ["en"]
active = true
page_limit = {PAGES + 10}
defaults = {{ only_opportunities = true }}
window = {{ past_days = 3650, ahead_days = 3650 }}
[source.list]
url = "https://funding.example/listing/1.html"
item = "a.call-link"
title = "@href"
link = "@href"
next = "a.next"
[source.list.detail]
title = "h1.call-title"
body = "div.call-body"
fields = {{ deadline = "dd.deadline time@datetime", amount_total = "dd.budget", kind = "span.badge.kind", countries = "ul.countries li" }}
"""


def sh(*command, cwd=BENCH):
    subprocess.run([str(part) for part in command], cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def set_up():
    if not (BENCH / "gen.py").exists():
        shutil.copytree(KIT, BENCH, dirs_exist_ok=True)
    if not (BENCH / "data/site").exists():
        sh(sys.executable, "gen.py", "site")
    if not (BENCH / "target/release/crawl").exists():
        sh("cargo", "build", "--release", "--bin", "crawl", "--target-dir", BENCH / "target", cwd=BENCH / "rust")
    if not (BENCH / "venv/bin/scrapy").exists():
        sh(sys.executable, "-m", "venv", "venv")
        sh("venv/bin/pip", "install", "-q", "scrapy")


def run(command, environment=None):
    """Wall and CPU seconds, and megabytes at most."""
    started = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], cwd=BENCH, env=os.environ | (environment or {}), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]}: {said.decode()[-500:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def kolkore(binary, folder):
    config = folder / "config"
    (config / "roadmap").mkdir(parents=True)
    for one in (ROOT / "config").iterdir():
        if one.name != "roadmap":
            (config / one.name).symlink_to(one)
    (config / "roadmap/bench.toml").write_text(ROADMAP)
    environment = {"KOLKORE_FETCH_GATEWAY": f"http://127.0.0.1:{PORT}", "KOLKORE_FETCH_MIN_DELAY_MS": "0"}
    places = ["--config", config, "--data", folder / "data"]
    took = run([binary, *places, "crawl", "--json"], environment)
    export = subprocess.run([binary, *map(str, places), "export"], capture_output=True, text=True, check=True).stdout
    if len(export.splitlines()) != DETAILS:
        sys.exit(f"kolkore kept {len(export.splitlines())} records, not {DETAILS}")
    return took


def main():
    if not KIT.is_dir():
        print("the benchmark kit is not beside the project: nothing was measured")
        return
    binary, rounds = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 3
    set_up()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "nginx").mkdir()
        (folder / "nginx/nginx.conf").write_text(NGINX)
        server = subprocess.Popen(["nginx", "-p", folder / "nginx", "-c", "nginx.conf", "-g", "user root;" if os.geteuid() == 0 else ""], stderr=subprocess.DEVNULL)
        try:
            time.sleep(1)
            took = {"bare loop": [], "scrapy": [], "kolkore": []}
            for number in range(rounds):
                took["bare loop"].append(run(["target/release/crawl", "parse", CONNECTIONS, folder / "bare.jsonl"]))
                took["kolkore"].append(kolkore(binary, folder / f"k{number}"))
                took["scrapy"].append(run(["venv/bin/python", "crawl_scrapy.py", CONNECTIONS, folder / "scrapy.jsonl"]))
        finally:
            server.terminate()
            server.wait()
    speed = {}
    for name, rounds in took.items():
        wall, cpu, rss = (statistics.median(column) for column in zip(*rounds))
        speed[name] = PAGES / wall
        print(f"{name:10} {speed[name]:7.0f} pages/s, {cpu * 1000 / PAGES:6.2f} CPU s per 1,000 pages, {rss:5.0f} MB")
    print(f"kolkore / bare loop {speed['kolkore'] / speed['bare loop']:.3f}, kolkore / scrapy {speed['kolkore'] / speed['scrapy']:.2f} (load {os.getloadavg()[0]:.1f})")


if __name__ == "__main__":
    main()
