#!/usr/bin/env python3
"""Time from the write of one article to the first HTTP response that has the new text.

The article is polled on loopback each half millisecond, with a new connection each time. The corpus is on a memory file system.
All servers run at once and are saved to in turn, one at a time: what disturbs the machine disturbs them alike.
"""
import argparse
import contextlib
import os
import shlex
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import corpus
import programs

POLL = 0.0005
HUGO = "server --port {port} --bind 127.0.0.1 --quiet"
ZOLA = "serve --port {port} --interface 127.0.0.1 --output-dir out-serve --force"
WAYS = {"her2gen": ("her2gen", "serve --site . --port {port}"),
        "hugo": ("hugo", HUGO),
        "hugo-full": ("hugo", HUGO + " --disableFastRender"),
        "zola": ("zola", ZOLA),
        "zola-debounce1": ("zola", ZOLA + " --debounce 1"),
        "zola-fast": ("zola", ZOLA + " --fast --debounce 1"),
        "eleventy": ("eleventy", "--serve --quiet --port={port}"),
        "eleventy-incremental": ("eleventy", "--serve --quiet --port={port} --incremental")}


def article_of(name, i):
    """The source of article i, and the path of its page."""
    if name == "her2gen":
        return corpus.her2gen_path(i), f"/{corpus.slug(i)}.html" if i else "/"
    return f"{'src' if name == 'eleventy' else 'content'}/{corpus.slug(i)}.md", f"/{corpus.slug(i)}/"


def get(port, path):
    """One whole response; servers that keep the connection open are cut at their Content-Length."""
    with socket.create_connection(("127.0.0.1", port), 10) as s:
        s.settimeout(30)
        s.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        answer, end = b"", None
        while end is None or len(answer) < end:
            part = s.recv(1 << 20)
            if not part:
                break
            answer += part
            head, blank, _ = answer.partition(b"\r\n\r\n")
            for line in head.lower().split(b"\r\n") if blank and end is None else []:
                if line.startswith(b"content-length:"):
                    end = len(head) + 4 + int(line.split(b":")[1])
        return answer


def has(port, path, text):
    try:
        return text in get(port, path)
    except OSError:
        return False


def wait_until_up(server, port, path):
    deadline = time.time() + 300
    while not (has(port, path, b"</html>") and has(port, "/", b" 200 ")):
        if server.poll() is not None or time.time() > deadline:
            raise SystemExit("the server did not come up")
        time.sleep(0.05)


def save_to_response(port, path, source, text, token):
    """Milliseconds from the save to the response that has the token."""
    start = time.perf_counter()
    with open(source, "wb") as f:
        f.write(text)
    while True:
        asked = time.perf_counter()
        if has(port, path, token):
            return (time.perf_counter() - start) * 1e3
        if asked - start > 120:
            raise SystemExit("the saved text never came")
        time.sleep(max(0, POLL - (time.perf_counter() - asked)))


@contextlib.contextmanager
def serving(command, folder, source, port, path):
    """Runs a preview server on FOLDER while the block lasts, and gives a function that saves the article for the k-th time and measures."""
    with open(source, encoding="utf-8") as f:
        text = f.read()
    at = text.index("\n\n## ")
    server = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, start_new_session=True)

    def save(k):
        token = f"zqtoken{k}x"
        get(port, "/")
        get(port, path)
        return save_to_response(port, path, source, f"{text[:at]} {token}.{text[at:]}".encode(), token.encode())

    try:
        wait_until_up(server, port, path)
        yield save
    finally:
        # The session was made above, so the group holds this server and its children only.
        try:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(10)
        except ProcessLookupError:
            server.wait()
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("n", type=int, help="number of articles")
    parser.add_argument("ways", nargs="*", default=list(WAYS), help="of " + " ".join(WAYS) + " (all)")
    parser.add_argument("--runs", type=int, default=20, help="saves that count (%(default)s)")
    parser.add_argument("--gap", type=float, default=1.6, help="seconds after each save (%(default)s)")
    programs.add_options(parser)
    options = parser.parse_args(arguments)
    if unknown := set(options.ways) - set(WAYS):
        parser.error(f"no way is called {' '.join(sorted(unknown))}")

    found = programs.find(options, ("hugo", "zola", "eleventy"))
    i = min(42, options.n - 1)
    with contextlib.ExitStack() as stack:
        saves = {}
        for way in options.ways:
            name, serve = WAYS[way]
            if name not in found:
                continue
            scratch = stack.enter_context(tempfile.TemporaryDirectory(prefix="peers-", dir=options.scratch))
            corpus.write_corpus(scratch, options.n, [name])
            folder, port = f"{scratch}/{name}", free_port()
            source, path = article_of(name, i)
            command = [found[name], *shlex.split(serve.format(port=port))]
            saves[way] = stack.enter_context(serving(command, folder, f"{folder}/{source}", port, path))
        time.sleep(2)
        taken = {way: [] for way in saves}
        for k in range(options.runs + 2):
            for way, save in saves.items():
                taken[way].append(save(k))
                time.sleep(options.gap)

    print(f"| save to response, N = {options.n} | median ms | 95th percentile | min–max |\n| --- | ---: | ---: | ---: |")
    for way, times in taken.items():
        counted = sorted(times[2:])
        high = counted[-(-len(counted) * 95 // 100) - 1]
        print(f"| {way} | {statistics.median(counted):.1f} | {high:.1f} | {counted[0]:.1f}–{counted[-1]:.1f} |")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
