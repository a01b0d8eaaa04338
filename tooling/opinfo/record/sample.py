"""Draws a small sample of records, to be committed: python sample.py OUT.jsonl.gz RECORDS.jsonl.gz … [--bytes 2000000] [--keep SAMPLE.jsonl.gz]

Of every kind of call (op, variant, dtype, form, layout, and whether it raises) one is drawn, the small before the large,
then a second, and so on for as long as there is room. The first line tells what the records were made with. Of a sample to keep all calls stay,
and of its ops none are drawn.
"""

import argparse
import gzip
import json
import random
import zlib


def kind_of(record):
    told = ("op", "variant", "dtype", "kind", "form", "strided")
    return tuple(record[key] for key in told) + ("raises" in record, "gradients" in record)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("records", nargs="+")
    parser.add_argument("--bytes", type=int, default=2_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="a sample to which others are added")
    options = parser.parse_args()
    drawer = random.Random(options.seed)
    made_with, kinds, kept = [], {}, []
    if options.keep is not None:
        with gzip.open(options.keep, "rt", encoding="utf-8") as file:
            made_with += json.loads(next(file))["records"]
            kept = list(file)
    keeps = {json.loads(line)["op"] for line in kept}
    for path in options.records:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            made_with.append(json.loads(next(file)))
            for line in file:
                record = json.loads(line)
                if record["op"] not in keeps:
                    kinds.setdefault((path, *kind_of(record)), []).append(line)
    # Of the smaller half of a kind, so that the sample is wide rather than heavy.
    rounds = []
    for kind in sorted(kinds, key=str):
        lines = sorted(kinds[kind], key=lambda line: (len(line), line))
        half = lines[: (len(lines) + 1) // 2]
        drawer.shuffle(half)
        rounds += [(at, line) for at, line in enumerate(half)]
    rounds.sort(key=lambda one: one[0])
    chosen, size = [], 0
    for _, line in rounds:
        # Compressed alone a line is larger than among its like.
        size += len(zlib.compress(line.encode())) * 0.8
        if size > options.bytes:
            break
        chosen.append(line)
    with gzip.GzipFile(options.out, "wb", mtime=0) as file:
        file.write((json.dumps({"records": made_with, "sampleSeed": options.seed}) + "\n").encode())
        for line in sorted(kept + chosen, key=lambda line: json.loads(line)["id"]):
            file.write(line.encode())
    print(f"{len(kept)} kept, {len(chosen)} of {sum(map(len, kinds.values()))} calls, {len(kinds)} kinds")


if __name__ == "__main__":
    main()
