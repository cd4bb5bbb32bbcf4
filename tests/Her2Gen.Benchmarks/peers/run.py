"""Runs one command, its output thrown away, and prints: wall seconds, CPU seconds, peak resident KiB, exit code.

Linux counts the memory of the process that starts a command in the command's own peak. So this is started anew with
`python3 -I -S` for each measurement, and imports next to nothing: peaks below its own (some 8 MiB) cannot be seen.
"""
import os
import sys
import time

quiet = [(os.POSIX_SPAWN_OPEN, descriptor, "/dev/null", os.O_WRONLY, 0) for descriptor in (1, 2)]
start = time.perf_counter()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - start
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
