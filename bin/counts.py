#!/usr/bin/env python3
"""Adds up the closing lines of a test runner's output: prints `passed failed`."""
import re
import sys

passed = failed = 0
text = open(sys.argv[1], encoding="utf-8", errors="replace").read()
for line in text.splitlines():
    if m := re.search(r"Test run with (\d+) tests? in \d+ suites? (passed|failed)", line):
        total = int(m.group(1))
        bad = len(set(re.findall(r"^✘ Test (.+?) failed after", text, re.M)))
        if m.group(2) == "failed":
            bad = max(1, bad)
        else:
            bad = 0
        passed += total - bad
        failed += bad
    elif m := re.match(r"(?:\w+: )?(\d+) passed, (\d+) failed", line.strip()):
        passed += int(m.group(1))
        failed += int(m.group(2))
print(passed, failed)
