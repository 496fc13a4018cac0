"""Appends the rows on standard input to reference.csv, except those whose query is in it already."""

import csv
import pathlib
import sys

path = pathlib.Path(__file__).resolve().parent / "reference.csv"
with path.open(newline="", encoding="utf-8") as file:
    known = {row[0] for row in csv.reader(file)}

added = 0
with path.open("a", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, lineterminator="\n")
    for row in csv.reader(sys.stdin):
        if row[0] in known:
            continue
        writer.writerow(row)
        known.add(row[0])
        added += 1

print(f"{added} rows added", file=sys.stderr)
