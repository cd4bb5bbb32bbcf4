#!/usr/bin/env python3
"""The CPU time that references cost the native program: `her2gen check` of one page with N references cited, beside the same page with none.

The references are those of the oracle's made-up list, repeated. The difference holds the reading of the library, its setting under the
default style, and the drawing and checking of the list; setting alone is the benchmark `CitationBenchmarks`. Paired runs; medians.
"""
import argparse
import json
import os
import shutil
import statistics
import tempfile

import corpus
import programs
from compare import measure

FRONT = """---
title: References
lang: en
date: 2025-01-03
first-published: 2025-01-03
evidence-date: 2025-01-03
summary: A page with references.
keywords: [references]
authors: [{collective: Nobody}]
licence: CC-BY-4.0
whats-new: none
funding: none
competing-interests: none
review-status: not-reviewed
data-availability: none
ai-use: none
disclaimer: none
---

## One {#one}

"""


def write_site(folder, count, records):
    os.makedirs(f"{folder}/content")
    with open(f"{folder}/content/site.yml", "w") as settings:
        settings.write("title: Test\nlang: en\npublisher: Nobody\nlicence: CC-BY-4.0\n")
    library = [{**{k: v for k, v in records[i % len(records)].items() if k not in ("DOI", "PMID", "URL")}, "id": f"item-{i}", "title": f"Work {i}"} for i in range(count)]
    with open(f"{folder}/content/references.json", "w") as file:
        json.dump(library, file)
    cited = "".join(f"Words [@item-{i}].\n\n" for i in range(count))
    with open(f"{folder}/content/article.md", "w") as article:
        article.write(FRONT + (cited or "Words.\n"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    programs.add_options(parser)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--pairs", type=int, default=21)
    options = parser.parse_args()
    with open(f"{corpus.HERE}/../../cases/csl/oracle/made-up.json") as file:
        records = json.load(file)
    scratch = tempfile.mkdtemp(dir=options.scratch)
    try:
        for count in (0, options.count):
            write_site(f"{scratch}/{count}", count, records)
        commands = [[os.path.abspath(options.her2gen), "check", "--site", f"{scratch}/{count}"] for count in (0, options.count)]
        for command in commands:
            measure(command)
        pairs = [[measure(command)["cpu"] for command in commands] for _ in range(options.pairs)]
    finally:
        shutil.rmtree(scratch)
    none, many = (statistics.median(column) * 1e3 for column in zip(*pairs))
    cost = statistics.median(many - none for none, many in pairs) * 1e3
    print(f"no references {none:.1f} ms, {options.count} references {many:.1f} ms, difference {cost:.1f} ms of CPU (median of {options.pairs} pairs)")


if __name__ == "__main__":
    main()
