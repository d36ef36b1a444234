#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares `yuanzhu match solve` with OR-tools' min-cost flow, level by level.

Usage: match.py [PATH OF yuanzhu] [PEOPLExVACANCIES ...]. Makes seeded markets, lets the program solve them in
both rounds, recounts its plan from the CSV alone, and solves the same market as one flow with OR-tools.
Prints "N passed, M failed"; names each difference on standard error. Without OR-tools it says so and
compares nothing.
"""
import csv
import json
import os
import random
import subprocess
import sys
import tempfile

try:
    import numpy
    from ortools.graph.python import min_cost_flow
except ImportError:
    min_cost_flow = None

SIZES = ["12x5", "60x20", "400x90", "1000x300", "3000x700"]
STEPS = {"place": [0], "recommend": [0, 60, 150]}


def market(people, vacancies, seed):
    """A market in which popular vacancies are scarce; people of the same town wish for the same ones."""
    dice = random.Random(seed)
    persons = [(dice.choices(range(4), (12, 23, 35, 30))[0], dice.choice((1, 1, 1, 2)), int(dice.random() < 0.2))
               for _ in range(people)]
    headcounts = [dice.choice((0, 1, 1, 1, 2, 2, 3, 5)) for _ in range(vacancies)]
    pull = [dice.randrange(400) for _ in range(vacancies)]
    pairs = []
    for person in range(people):
        for vacancy in dice.sample(range(vacancies), min(vacancies, dice.randrange(0, 40))):
            if dice.randrange(400) <= pull[vacancy]:
                pairs.append((person, vacancy, min(1000, pull[vacancy] + dice.randrange(601))))
    return persons, headcounts, pairs


def unit_levels(person, name):
    priority, need, due = person
    if name == "place":
        return [priority]
    return [unit * 8 + (0 if due else 4) + priority for unit in range(need)]


def value(plan, persons, headcounts, pairs, name):
    """Levels and score of a plan, counted from its pairs; raises when the plan breaks a limit."""
    scores = {(person, vacancy): score for person, vacancy, score in pairs}
    levels, got, load, score, crowding = [0] * (4 if name == "place" else 16), {}, {}, 0, 0
    if len(set(plan)) != len(plan):
        raise ValueError("a pair stands twice")
    for person, vacancy in plan:
        levels[unit_levels(persons[person], name)[got.get(person, 0)]] += 1
        got[person] = got.get(person, 0) + 1
        crowding += STEPS[name][load.get(vacancy, 0) // headcounts[vacancy]]
        load[vacancy] = load.get(vacancy, 0) + 1
        score += scores[person, vacancy]
    return levels, score, crowding


def best(persons, headcounts, pairs, name):
    """The optimum as one flow; the weight of a level is greater than all scores together."""
    people, vacancies = len(persons), len(headcounts)
    units = [(place, level) for place, person in enumerate(persons) for level in unit_levels(person, name)]
    step, levels = len(units) * 1150 + 1, 4 if name == "place" else 16
    source, sink = people + vacancies, people + vacancies + 1
    arcs = [(source, place, 1, -(levels - level) * step) for place, level in units]
    first = len(arcs)
    arcs += [(person, people + vacancy, 1, -score) for person, vacancy, score in pairs]
    arcs += [(people + place, sink, headcount, cost)
             for place, headcount in enumerate(headcounts) for cost in STEPS[name]]
    arcs.append((source, sink, len(units), 0))
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(*(numpy.array(row, dtype=numpy.int64) for row in zip(*arcs)))
    flow.set_node_supply(source, len(units))
    flow.set_node_supply(sink, -len(units))
    if flow.solve() != flow.OPTIMAL:
        raise ValueError("OR-tools found no optimum")
    return [pair[:2] for place, pair in enumerate(pairs) if flow.flow(first + place)]


def ours(program, folder, persons, headcounts, pairs, name):
    """The plan and the summary that the program gives."""
    tables = {
        "people": [("id", "priority", "need", "due_today")] + [
            (f"p{place}", *person) for place, person in enumerate(persons)],
        "vacancies": [("id", "headcount")] + [(f"v{place}", count) for place, count in enumerate(headcounts)],
        "candidates": [("person", "vacancy", "score")] + [(f"p{p}", f"v{v}", score) for p, v, score in pairs]}
    words = []
    for table, rows in tables.items():
        path = os.path.join(folder, table + ".csv")
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        words += ["--" + table, path]
    plan = os.path.join(folder, "plan.csv")
    done = subprocess.run([program, "match", "solve", "--round", name, "--json", "--out", plan, *words],
                          capture_output=True, text=True, check=True, timeout=600)
    with open(plan, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [(int(row["person"][1:]), int(row["vacancy"][1:])) for row in rows], json.loads(done.stdout)


def compare(program, size, name, seed):
    """What differs, nothing when both agree."""
    people, vacancies = (int(word) for word in size.split("x"))
    given = market(people, vacancies, seed)
    with tempfile.TemporaryDirectory() as folder:
        plan, summary = ours(program, folder, *given, name)
    levels, score, crowding = value(plan, *given, name)
    told = [summary[key] for key in ("levels", "score", "crowding", "units")]
    if told != [levels, score, crowding, len(plan)]:
        return f"the summary {told} is not that of the plan"
    theirs = value(best(*given, name), *given, name)
    if (levels, score - crowding) != (theirs[0], theirs[1] - theirs[2]):
        return f"{(levels, score, crowding)} here, {theirs} there"
    return None


def main():
    words = sys.argv[1:]
    program = os.path.abspath(words[0] if words else ".build/debug/yuanzhu")
    if min_cost_flow is None:
        print("OR-tools is not installed (pip install ortools): the plans were not judged", file=sys.stderr)
        print("0 passed, 0 failed")
        return 0
    passed = failed = 0
    for size in words[1:] or SIZES:
        for name in STEPS:
            for seed in range(1 if size == "3000x700" else 3):
                difference = compare(program, size, name, seed)
                if difference:
                    failed += 1
                    print(f"{size} {name} seed {seed}: {difference}", file=sys.stderr)
                else:
                    passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
