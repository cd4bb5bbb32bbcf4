"""The programs that are compared: where each is, and how each is asked to build."""
import os
import shutil
import subprocess

import corpus

BUILD = {"her2gen": lambda program, site, output: [program, "build", "--site", site, "--output", output],
         "hugo": lambda program, site, output: [program, "--quiet", "--source", site, "--destination", output],
         "zola": lambda program, site, output: [program, "--root", site, "build", "--output-dir", output]}
VERSION = {"her2gen": "--version", "hugo": "version", "zola": "--version"}


def add_options(parser):
    root = os.path.abspath(f"{corpus.HERE}/../../..")
    parser.add_argument("--her2gen", metavar="PATH", default=f"{root}/artifacts/publish/Her2Gen/release/her2gen",
                        help="the native binary; without one there, the peers alone are measured")
    parser.add_argument("--peers", metavar="FOLDER", default="", help="the folder of setup-peers.sh; else the path is searched")
    parser.add_argument("--scratch", metavar="FOLDER", default="/dev/shm", help="a memory file system (%(default)s)")


def find(options, peers=("hugo", "zola")):
    """Full paths by name, ours first; what is not found is said and left out."""
    places = {"her2gen": shutil.which(os.path.abspath(options.her2gen))}
    for peer in peers:
        places[peer] = shutil.which(peer, path=options.peers or None) or shutil.which(peer)
    for name, place in places.items():
        if not place:
            print(f"{name}: not found, skipped\n")
    return {name: os.path.abspath(place) for name, place in places.items() if place}


def version(name, program):
    said = subprocess.run([program, VERSION[name]], capture_output=True, text=True).stdout.strip()
    return said.splitlines()[0] if said else "?"
