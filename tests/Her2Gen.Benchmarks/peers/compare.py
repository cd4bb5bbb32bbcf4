#!/usr/bin/env python3
"""Times whole, cold builds of the same corpus by her2gen, Hugo and Zola, side by side, and prints Markdown tables.

Runs are paired (A B C A B C …) after a warm-up. Corpus and output are on a memory file system. The output folder is
removed before each run, outside the timed command.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import corpus
import programs

MEASURES = {"wall": ("ms", 1e3), "cpu": ("ms", 1e3), "memory": ("MiB", 1 / 1024)}

# "Never worse than" of the project's targets.
LIMITS = ["1:hugo:0.4", "1:zola:1.0", "1000:hugo:0.6", "1000:zola:0.9", "10000:hugo:0.6", "10000:zola:0.9"]


def measure(command):
    """Wall seconds, CPU seconds and peak KiB of one run, by measure."""
    run = [sys.executable, "-I", "-S", f"{corpus.HERE}/run.py", *command]
    wall, cpu, memory, code = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    if code != "0":
        raise SystemExit(f"exit code {code}: {' '.join(command)}")
    return {"wall": float(wall), "cpu": float(cpu), "memory": int(memory)}


def rounds(commands, pairs, before=lambda: None):
    """Measurements by program; the k-th of each were taken one after the other."""
    taken = {name: [] for name in commands}
    for _ in range(pairs):
        for name, command in commands.items():
            before()
            taken[name].append(measure(command))
    return taken


def warm_up(name, command, output, n):
    """Builds once and gives the number and the size of the files written; a build that lacks pages is refused."""
    shutil.rmtree(output, ignore_errors=True)
    built = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if built.returncode:
        raise SystemExit(f"{built.stdout[-4000:]}\n{name}: exit code {built.returncode} at {n} articles")
    files = [os.path.join(folder, f) for folder, _, names in os.walk(output) for f in names]
    pages = sum(f.endswith(".html") for f in files)
    if pages < n:
        raise SystemExit(f"{name}: {pages} HTML files for {n} articles")
    return len(files), sum(map(os.path.getsize, files))


def spread(values, form):
    return f"{statistics.median(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def ratios(taken, ours, peer, what):
    return [a[what] / b[what] for a, b in zip(taken[ours], taken[peer])]


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def header(*cells):
    row(*cells)
    row(*["---"] + ["---:"] * (len(cells) - 1))


def parse_limit(text):
    """N:PEER:RATIO or N:PEER:RATIO:MEASURE."""
    n, peer, ratio, what = (text.split(":") + ["wall"])[:4]
    if peer not in programs.BUILD or what not in MEASURES:
        raise ValueError(text)
    return int(n), peer, float(ratio), what


def options_of(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("n", nargs="*", type=int, default=[1, 100, 1000], help="numbers of articles (1 100 1000)")
    parser.add_argument("--pairs", type=int, default=7, help="runs of each after the warm-up (%(default)s)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a median ratio of ours exceeds its limit")
    parser.add_argument("--limit", action="append", type=parse_limit, metavar="N:PEER:RATIO[:MEASURE]",
                        help="of wall, cpu or memory; wall unless told. Without one, --check takes, at the sizes measured: " + " ".join(LIMITS))
    programs.add_options(parser)
    return parser.parse_args(arguments)


def main(arguments):
    options = options_of(arguments)
    found = programs.find(options)
    if options.check and "her2gen" not in found:
        print("nothing to check without her2gen")
        return 2
    if not found:
        return 2
    ours, *peers = found
    print(f"{options.pairs} pairs, {os.cpu_count()} cores, output removed before the timed command")
    for name, program in found.items():
        print(f"- {name}: {programs.version(name, program)}")

    print("\nMedian (min–max)\n")
    header("start", "wall ms")
    started = rounds({name: [program, programs.VERSION[name]] for name, program in found.items()}, 3 * options.pairs)
    for name, taken in started.items():
        row(name, spread([t["wall"] * 1e3 for t in taken], ".1f"))

    results = {}
    print()
    header("N", "program", *[f"{what} {unit}" for what, (unit, _) in MEASURES.items()], "files", "MB written")
    with tempfile.TemporaryDirectory(prefix="peers-", dir=options.scratch) as scratch:
        output = f"{scratch}/output"
        for n in options.n:
            corpus.write_corpus(f"{scratch}/corpus", n, found)
            commands = {name: programs.BUILD[name](program, f"{scratch}/corpus/{name}", output) for name, program in found.items()}
            written = {name: warm_up(name, command, output, n) for name, command in commands.items()}
            results[n] = rounds(commands, options.pairs, lambda: shutil.rmtree(output, ignore_errors=True))
            for name, taken in results[n].items():
                cells = [spread([t[what] * scale for t in taken], ".1f") for what, (_, scale) in MEASURES.items()]
                files, size = written[name]
                row(n, name, *cells, files, f"{size / 1e6:.2f}")

    print("\nMedian of the paired ratios (min–max)\n")
    header("N", "ratio", *MEASURES)
    for n, taken in results.items():
        for peer in peers:
            row(n, f"{ours} / {peer}", *[spread(ratios(taken, ours, peer, what), ".2f") for what in MEASURES])
    limits = options.limit or [limit for limit in map(parse_limit, LIMITS) if limit[0] in results]
    return gate(limits, results) if options.check else 0


def gate(limits, results):
    """0 when every limit is kept, 1 when one is exceeded, else 2: there was no limit, or nothing to hold one against."""
    broken = unseen = False
    print()
    for n, peer, limit, what in limits:
        if peer not in results.get(n, {}):
            print(f"NOT MEASURED: {peer} at {n}")
            unseen = True
            continue
        ratio = statistics.median(ratios(results[n], "her2gen", peer, what))
        print(f"{'ok' if ratio <= limit else 'EXCEEDED'}: {what} of her2gen / {peer} at {n} is {ratio:.2f}, limit {limit}")
        broken |= ratio > limit
    return 1 if broken else 2 if unseen or not limits else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
