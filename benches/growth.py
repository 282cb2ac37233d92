#!/usr/bin/env python3
"""How import and search grow with the records kept: benches/growth.py BINARY RECORDS QUERIES SIZE...

RECORDS is JSON Lines as `kolkore import` takes them, of which the first SIZE are imported into a fresh data folder each time; QUERIES as for
search.py. Prints for each size the records imported per second (kept, and searchable at the end), the folder's size, and search.py's line.
"""

import itertools
import pathlib
import subprocess
import sys
import tempfile
import time

import search


def main():
    binary, records, queries = sys.argv[1:4]
    for size in map(int, sys.argv[4:]):
        with tempfile.TemporaryDirectory() as folder:
            some, data = pathlib.Path(folder, "some.jsonl"), pathlib.Path(folder, "data")
            with open(records, "rb") as lines, open(some, "wb") as out:
                out.writelines(itertools.islice(lines, size))
            start = time.perf_counter()
            subprocess.run([binary, "import", some, "--data", data], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            wall = time.perf_counter() - start
            megabytes = sum(file.stat().st_size for file in data.rglob("*") if file.is_file()) // 1_000_000
            print(f"{size} records: {size / wall:.0f} imported a second, {megabytes} MB on disk; {search.measure(binary, data, queries)}", flush=True)


main()
