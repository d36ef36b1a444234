#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares our working days with the package chinesecalendar, day by day.

Reads lines "YYYY-MM-DD 1" (worked) or "YYYY-MM-DD 0" from standard input; every day of 2009 to 2026 must
be there exactly once. Prints "N passed, M failed" and names the first differences on standard error.
"""
import datetime
import sys

import chinese_calendar

FIRST = datetime.date(2009, 1, 1)
LAST = datetime.date(2026, 12, 31)


def read(lines):
    """The answers by day, and a complaint for every line that is none."""
    answers, faults = {}, []
    for number, line in enumerate(lines, 1):
        words = line.split()
        if not words:
            continue
        try:
            day = datetime.date.fromisoformat(words[0])
        except ValueError:
            faults.append(f"line {number}: no day: {line.strip()}")
            continue
        if len(words) != 2 or words[1] not in ("0", "1"):
            faults.append(f"line {number}: no answer 0 or 1: {line.strip()}")
        elif day in answers:
            faults.append(f"line {number}: {day} comes twice")
        else:
            answers[day] = words[1] == "1"
    return answers, faults


def main():
    answers, faults = read(sys.stdin)
    passed = 0
    for offset in range((LAST - FIRST).days + 1):
        day = FIRST + datetime.timedelta(days=offset)
        expected = chinese_calendar.is_workday(day)
        if day not in answers:
            faults.append(f"{day} is missing")
        elif answers[day] != expected:
            faults.append(f"{day}: {int(answers[day])} here, {int(expected)} there")
        else:
            passed += 1
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    print(f"{passed} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
