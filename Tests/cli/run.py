#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the command line as scripts do and checks answers and exit statuses.

Usage: run.py [PATH OF yuanzhu]. Prints "N passed, N failed"; names each failure on standard error.
"""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else os.path.join(ROOT, ".build/debug/yuanzhu")
PACK = os.path.join(ROOT, "Policy/shunyi")

cases = []


def case(function):
    """Registers a check; its name is the sentence that it proves."""
    cases.append(function)
    return function


def run(*words, given="", **environment):
    """Exit status, standard output, standard error."""
    done = subprocess.run(
        [PROGRAM, *words], input=given, capture_output=True, text=True, timeout=300, cwd=ROOT,
        env={**os.environ, **environment})
    return done.returncode, done.stdout, done.stderr


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def expect(found, wanted):
    if found != wanted:
        raise AssertionError(f"found {found!r}, wanted {wanted!r}")


def holds(condition, what):
    if not condition:
        raise AssertionError(what)


def check_character(body):
    """ISO 7064 MOD 11-2, written down once more so that the program does not judge itself."""
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(body))
    return "10X98765432"[total % 11]


def number(birth, sequence="001", region="990000"):
    body = region + birth + sequence
    return body + check_character(body)


# --- usage ---

@case
def wrong_usage_is_2_and_help_is_chinese():
    for words in (["due"], ["due", "--start", "2026-02-30", "--period", "1", "--unit", "days"],
                  ["due", "--start", "2026-02-13", "--period", "-1", "--unit", "days"],
                  ["due", "--start", "2026-02-13", "--period", "1", "--unit", "hours"],
                  ["id"], ["nothing"], ["id", "--nothing", "1"], ["obligations", "--events", "x"],
                  ["survey", "check"], ["export", "nothing"], ["match", "solve", "--people", "x"]):
        status, out, err = run(*words)
        expect((words, status, out), (words, 2, ""))
        holds("用法" in err, err)
    for words in (["--help"], ["due", "--help"], ["survey", "check", "--help"], ["export", "--help"]):
        status, out, _ = run(*words)
        expect((words, status), (words, 0))
        holds("用法：" in out and "USAGE" not in out and "OPTIONS" not in out, out)


# --- match ---

def market(folder, **files):
    """Writes CSV files and gives the words that name them."""
    words = []
    for name, text in files.items():
        path = os.path.join(folder, f"{name}.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        words += [f"--{name}", path]
    return words


PEOPLE = "id,name,priority,need,due_today\nA,x,0,2,1\nB,x,3,1,0\n\"C,1\",x,1,1,0\n"
VACANCIES = "headcount,id\r\n1,v1\r\n1,v2\r\n"
CANDIDATES = 'person,vacancy,score\nA,v1,500\nA,v2,300\nB,v1,900\n"C,1",v2,10\n'


@case
def match_solve_serves_the_hardest_first():
    with tempfile.TemporaryDirectory() as folder:
        words = market(folder, people=PEOPLE, vacancies=VACANCIES, candidates=CANDIDATES)
        status, out, err = run("match", "solve", "--round", "place", *words)
        expect((status, out, err), (0, 'person,vacancy\nA,v1\n"C,1",v2\n', ""))
        plan = os.path.join(folder, "plan.csv")
        status, out, err = run("match", "solve", "--json", "--out", plan, *words)
        summary, = lines(out)
        holds(0 <= summary.pop("seconds") < 60, out)
        levels = [0] * 16
        for level in (0, 5, 7, 8):
            levels[level] = 1
        # Both vacancies are told to two people: 60 points off each.
        expect((status, err, summary), (0, "", {
            "served": 3, "units": 4, "levels": levels, "score": 1710, "crowding": 120, "arcs": 4}))
        with open(plan, encoding="utf-8") as file:
            expect(file.read(), 'person,vacancy\nA,v1\nA,v2\nB,v1\n"C,1",v2\n')


@case
def match_solve_of_nobody_is_an_empty_plan():
    with tempfile.TemporaryDirectory() as folder:
        words = market(folder, people="id,priority,need,due_today\n", vacancies="id,headcount\n",
                       candidates="person,vacancy,score\n")
        status, out, _ = run("match", "solve", *words)
        expect((status, out), (0, "person,vacancy\n"))


@case
def match_solve_names_every_fault_with_file_and_line():
    with tempfile.TemporaryDirectory() as folder:
        for files, wanted in (
                ({"people": PEOPLE + "A,x,4,3,2\n"}, ["people.csv:5:"] * 4),
                ({"vacancies": "id,headcount\nv1,-1\n,1\n"}, ["vacancies.csv:2:", "vacancies.csv:3:"]),
                ({"vacancies": "id\nv1\n"}, ["vacancies.csv:1:"]),
                ({"candidates": CANDIDATES + "A,v1,7\nZ,v9,1001\n"}, ["candidates.csv:6:"] + ["candidates.csv:7:"] * 3),
                ({"candidates": ""}, ["candidates.csv:"])):
            given = {"people": PEOPLE, "vacancies": VACANCIES, "candidates": CANDIDATES, **files}
            status, out, err = run("match", "solve", *market(folder, **given))
            expect((status, out), (1, ""))
            found = [os.path.basename(line.split(" ")[0]) for line in err.splitlines()]
            expect(found, wanted)
        status, out, err = run("match", "solve", "--people", os.path.join(folder, "none.csv"),
                               *market(folder, vacancies=VACANCIES, candidates=CANDIDATES))
        expect((status, out), (1, ""))
        holds("none.csv" in err, err)


# --- id ---

@case
def id_tells_region_birth_and_sex():
    status, out, _ = run("id", "--json", "11010519491231002X", number("19800229"), number("19800229", "002"))
    expect(status, 0)
    found = lines(out)
    expect([one["valid"] for one in found], [True, True, True])
    expect((found[0]["region"], found[0]["born"], found[0]["sex"]), ("110105", "1949-12-31", "female"))
    expect([one["sex"] for one in found[1:]], ["male", "female"])


@case
def id_names_each_fault_and_exits_1():
    right = number("19900101")
    wrong = right[:-1] + ("1" if right[-1] != "1" else "2")
    impossible = "99000019900230001"
    bad = [wrong, right[:-1], impossible + check_character(impossible), number("19900101", region="000000"),
           "110222700101001", "1.10222E+17", ""]
    status, out, _ = run("id", "--json", right, *bad)
    expect(status, 1)
    found = lines(out)
    expect([one["valid"] for one in found], [True] + [False] * len(bad))
    holds(all(one["reason"] for one in found[1:]), "a fault without a reason")
    expect([one.get("code") for one in found[1:]],
           ["check", "length", "date", "province", "fifteen-digits", "rounded", "empty"])


@case
def id_reads_standard_input():
    status, out, _ = run("id", "--json", "-", given=number("19900101") + "\n\n" + number("19910101") + "\n")
    expect((status, len(lines(out))), (0, 2))


# --- due ---

@case
def due_counts_as_the_calendar_of_2026_says():
    for start, period, unit, due in (
            ("2026-02-13", 3, "working-days", "2026-02-25"), ("2026-02-13", 0, "working-days", "2026-02-13"),
            ("2026-01-31", 1, "months", "2026-02-28"), ("2026-02-06", 7, "days", "2026-02-13"),
            ("2026-02-09", 7, "days", "2026-02-24"), ("2024-02-29", 1, "years", "2025-02-28"),
            ("2026-09-24", 1, "weeks", "2026-10-08"), ("2026-02-12", 1, "working-days", "2026-02-13"),
            ("2026-02-13", 1, "working-days", "2026-02-14")):
        status, out, _ = run("due", "--json", "--start", start, "--period", str(period), "--unit", unit)
        expect(status, 0)
        found = json.loads(out)
        expect((start, period, unit, found["due"]), (start, period, unit, due))
        expect(found["provisional"], False)
        holds(found["why"].endswith("。"), found["why"])


@case
def due_of_a_year_not_announced_is_provisional_until_its_file_comes():
    words = ["due", "--json", "--start", "2031-02-10", "--period", "3", "--unit", "working-days"]
    _, out, _ = run(*words)
    expect(json.loads(out)["provisional"], True)
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "days.csv")
        with open(table, "w", encoding="utf-8") as file:
            file.write("日期,类别,名称\n2030-01-01,放假,元旦\n2031-01-01,放假,元旦\n2031-02-11,放假,春节\n")
        status, out, _ = run(*words, "--calendar", table)
        expect(status, 0)
        expect((json.loads(out)["due"], json.loads(out)["provisional"]), ("2031-02-14", False))
        with open(table, "a", encoding="utf-8") as file:
            file.write("2031-02-99,放假,春节\n")
        status, out, err = run(*words, "--calendar", table)
        expect((status, out), (1, ""))
        holds(f"{table}:5:" in err, err)


# --- survey check ---

SHEET = {
    "id_number": number("19880615", "002"), "name": "王秀兰", "ethnicity": "汉", "mobile": "13800001234",
    "home_phone": "无", "education": "高中", "health": "健康", "new_labour": "否", "only_child": "否",
    "registration": "其他失业人员", "economy": "困难", "dibao": "是", "registered_at": ["杨镇", "沙岭村"],
    "lives_at": ["北京市", "顺义区", "杨镇", "沙岭村"], "top_trade": "无", "q1": "B", "q10": "B", "q11": "A",
    "q12": ["A", "E"], "q13": "A", "q14": ["A", "B", "C"], "q15": ["电工"], "q16_difficulties": "无",
    "q16_suggestions": "无", "interviewed": "2026-02-13",
}


def sheets(*changes):
    return "\n".join(json.dumps({**SHEET, **change}, ensure_ascii=False) for change in changes) + "\n"


@case
def survey_check_derives_categories_and_visit_class():
    status, out, _ = run("survey", "check", "--json", "-", given=sheets({}))
    found = lines(out)[0]
    expect((status, found["findings"]), (0, []))
    expect(found["path"], ["q1", "q10", "q11", "q12", "q13", "q14", "q15", "q16"])
    expect(found["derived"]["categories"], ["00.c01", "00.c03"])
    expect(found["derived"]["city_categories"], ["00.c01"])
    expect(found["derived"]["visit_class"], 4)
    expect(found["derived"]["training"], ["电工"])
    expect(found["derived"]["reasons"], ["A", "E"])


@case
def survey_check_takes_choices_as_text_or_list_and_numbers_as_either():
    worker = {"q1": ["A"], "q2": "C", "q3": "C", "q6": "3200", "q7": "A;B", "q14": "A；B；C", "q10": None,
              "q11": None, "q12": None, "registration": "在业人员", "economy": "一般", "dibao": "否"}
    status, out, _ = run("survey", "check", "--json", "-", given=sheets(worker, {**worker, "q6": 3200}))
    expect(status, 0)
    for found in lines(out):
        expect(found["findings"], [])
        expect(found["path"], ["q1", "q2", "q3", "q6", "q7", "q13", "q14", "q15", "q16"])


@case
def survey_check_names_line_item_and_other_item():
    given = sheets({"q4": "某公司"}) + "not json\n\n[]\n" + sheets({"name": "", "q14": ["A"], "extra": 1})
    status, out, _ = run("survey", "check", "--json", "-", given=given)
    expect(status, 1)
    found = lines(out)
    expect([one["line"] for one in found], [1, 2, 4, 5])
    off = found[0]["findings"][0]
    expect((off["code"], off["item"], off["other"]), ("Q-OFFPATH", "q4", "q1"))
    expect(found[0]["path"][0:2], ["q1", "q10"])
    expect([one["findings"][0]["code"] for one in found[1:3]], ["Q-JSON", "Q-JSON"])
    codes = {(one["code"], one["item"]) for one in found[3]["findings"]}
    expect(codes, {("Q-REQ", "name"), ("Q-COUNT", "q14"), ("Q-UNKNOWN", "extra")})


@case
def survey_check_lets_oddities_pass_and_wrong_numbers_only_with_a_reason():
    wrong = SHEET["id_number"][:-1] + ("1" if SHEET["id_number"][-1] != "1" else "2")
    odd = {"registration": "在业人员"}
    status, out, _ = run("survey", "check", "--json", "-", given=sheets(odd))
    expect((status, lines(out)[0]["findings"][0]["severity"]), (0, "warning"))
    status, out, _ = run("survey", "check", "--json", "-", given=sheets({"id_number": wrong}))
    code = lines(out)[0]["findings"][0]["code"]
    expect((status, code), (1, "Q-ID-check"))
    word = [{"code": code, "item": "id_number", "reason": "户口本如此"}]
    status, _, _ = run(
        "survey", "check", "--json", "-", given=sheets({"id_number": wrong, "confirmations": word}))
    expect(status, 0)


# --- obligations ---

def act(kind, day, **fields):
    owner = {} if "unit" in fields else {"case": "C1"}
    return {**owner, "kind": kind, "occurred": day, "recorded": day + "T10:00:00+08:00", **fields}


def obligations(acts, day, *words):
    given = "\n".join(json.dumps(one, ensure_ascii=False) for one in acts)
    return run("obligations", "--json", "--events", "-", "--as-of", day, *words, given=given)


@case
def obligations_follow_from_a_journal_alone():
    acts = [act("in-ledger", "2026-02-06", able="yes", willing="yes"), act("recognised", "2026-02-13"),
            act("vacancy-told", "2026-02-25")]
    status, out, _ = obligations(acts, "2026-02-25")
    expect(status, 0)
    found = {one["rule"]: one for one in lines(out)}
    escort, vacancy, aide = found["register.escort"], found["first.vacancy"], found["aide.contact"]
    expect((escort["due"], escort["state"], escort["clause"]), ("2026-02-13", "overdue", "01.r4"))
    expect((vacancy["due"], vacancy["state"], vacancy["met_on"], vacancy["anchor"]),
           ("2026-02-25", "met", "2026-02-25", 2))
    expect((aide["due"], aide["state"], aide["owed_by"]), ("2026-02-24", "overdue", "aide"))
    holds(all(one["why"] and one["case"] == "C1" for one in found.values()), "no why or no case")


@case
def obligations_as_of_an_earlier_day_know_nothing_of_later_acts():
    acts = [act("recognised", "2026-02-13"), act("vacancy-told", "2026-02-14"), act("handed-up", "2026-03-02",
            level="village", to="town", reason="x")]
    _, out, _ = obligations(acts, "2026-02-13")
    found = {one["rule"]: one["state"] for one in lines(out)}
    expect(found["first.vacancy"], "open")
    holds("town.plan" not in found, found)


@case
def obligations_tell_entered_late_and_grids():
    acts = [act("classified", "2026-02-02", **{"class": "4"}),
            {**act("visited", "2026-02-10"), "recorded": "2026-03-05T09:00:00+08:00"}]
    _, out, _ = obligations(acts, "2026-03-10")
    visits = [(one["period"], one["state"]) for one in lines(out) if one["rule"] == "visit.class4"]
    expect(visits, [("2026-02-H1", "entered_late"), ("2026-02-H2", "overdue"), ("2026-03-H1", "open")])


@case
def obligations_of_an_office_carry_its_name():
    status, out, _ = obligations([act("survey-opened", "2026-02-02", unit="沙岭村")], "2026-02-03")
    expect(status, 0)
    found = lines(out)
    expect([(one["rule"], one["unit"], one["due"]) for one in found],
           [("survey.round", "沙岭村", "2026-03-02")])


@case
def obligations_name_every_fault_with_its_line():
    bad = [act("recognized", "2026-02-13"), act("visited", "2026-02-30"), {"kind": "visited"},
           act("classified", "2026-02-13", **{"class": "9"}), act("visited", "2026-02-13", mood="good"),
           act("visited", "2026-02-13", withdraws=9)]
    status, out, err = obligations(bad, "2026-02-13")
    expect((status, out), (1, ""))
    for line in range(1, 7):
        holds(f"-:{line}: " in err, err)


@case
def an_outcome_without_reference_goes_to_the_oldest_open_recommendation():
    acts = [act("recommended", "2026-03-02", level="district"), act("recommended", "2026-03-03", level="district"),
            act("recommendation-ended", "2026-03-09", level="district", failure="yes", own="no")]
    _, out, _ = obligations(acts, "2026-03-10")
    states = {one["anchor"]: one["state"] for one in lines(out) if one["rule"] == "district.outcome"}
    expect(states, {1: "met", 2: "open"})


# --- policy and exports ---

@case
def the_shipped_pack_is_sound_and_a_broken_one_is_named_by_line():
    expect(run("policy", "check", PACK)[0], 0)
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "pack")
        subprocess.run(["cp", "-r", PACK, copy], check=True)
        path = os.path.join(copy, "units.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("110113002", "110113001"))
        status, out, _ = run("policy", "check", copy)
        line = text[:text.index("110113002")].count("\n") + 1
        expect(status, 1)
        holds(out.startswith(f"{path}:{line}: "), out)
        status, out, _ = run("policy", "check", copy, "--json")
        expect((status, lines(out)[0]["line"]), (1, line))


def changed_pack(folder, *changes):
    """A copy of the shipped pack with texts of its deadlines replaced, each first one after a rule's key."""
    copy = os.path.join(folder, "new")
    subprocess.run(["rm", "-rf", copy], check=True)
    subprocess.run(["cp", "-r", PACK, copy], check=True)
    path = os.path.join(copy, "deadlines.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for rule, old, new in changes:
        start = text.index(f"- rule: {rule}\n")
        place = text.index(old, start)
        text = text[:place] + new + text[place + len(old):]
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return copy


@case
def two_packs_are_compared_row_by_row_and_equal_ones_have_no_difference():
    with tempfile.TemporaryDirectory() as folder:
        status, out, _ = run("policy", "diff", PACK, changed_pack(folder))
        expect((status, "没有变化" in out), (0, True))
        expect(run("policy", "diff", PACK, PACK, "--json")[:2], (0, ""))
        copy = changed_pack(folder, ("register.escort", "{days: 7}", "{working-days: 3}"),
                            ("visit.class4", "owed-by: village", "owed-by: aide"))
        status, out, _ = run("policy", "diff", PACK, copy)
        expect(status, 0)
        holds("带领登记（register.escort）期限：7日内 → 3个工作日内" in out, out)
        holds("由谁办理：社区（村） → 就业援助员" in out, out)
        found = lines(run("policy", "diff", PACK, copy, "--json")[1])
        expect([(one["rule"], one["part"]) for one in found],
               [("register.escort", "length"), ("visit.class4", "owed-by")])
        expect((found[0]["old"], found[0]["new"]), ("7日内", "3个工作日内"))
        # Numbers and the calendar are compared too; a row added has nothing before it.
        with open(os.path.join(copy, "calendar/2026.yaml"), encoding="utf-8") as file:
            text = file.read()
        with open(os.path.join(copy, "calendar/2026.yaml"), "w", encoding="utf-8") as file:
            file.write(text.replace("2026-05-09", "2026-05-10"))
        with open(os.path.join(copy, "deadlines.yaml"), "a", encoding="utf-8") as file:
            file.write("- {rule: new.row, title: 新事项, clause: 01.r4, scope: case, starts: in-ledger, "
                       "within: {days: 9}, owed-by: village, met-by: waived, in-force: 2026-01-01, says: 试}\n")
        found = {one["rule"]: one for one in lines(run("policy", "diff", PACK, copy, "--json")[1])}
        expect((found["calendar/2026"]["part"], "2026-05-10" in found["calendar/2026"]["new"]), ("changed", True))
        expect((found["new.row"]["part"], found["new.row"]["old"]), ("added", None))


@case
def an_unsound_pack_is_not_compared_but_named_by_file_and_line():
    with tempfile.TemporaryDirectory() as folder:
        copy = changed_pack(folder, ("register.escort", "owed-by: village", "owed-by: nobody"))
        path = os.path.join(copy, "deadlines.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        line = text[:text.index("nobody")].count("\n") + 1
        for words in ([PACK, copy], [copy, PACK]):
            status, out, err = run("policy", "diff", *words)
            expect((status, out), (1, ""))
            holds(f"{path}:{line}: " in err, err)
        expect(run("policy", "diff", PACK)[0], 2)


@case
def a_change_of_the_pack_is_rehearsed_on_the_live_duties_of_a_store():
    with tempfile.TemporaryDirectory() as folder:
        expect(store(folder, "demo", "--people", "300", "--today", "2026-05-20")[0], 0)
        copy = changed_pack(folder, ("visit.class3", "each: month", "each: half-month"))
        words = ["policy", "diff", PACK, copy, "--as-of", "2026-05-20"]
        found = lines(store(folder, *words, "--json")[1])
        expect((found[0]["rule"], found[0]["part"]), ("visit.class3", "length"))
        groups = found[1:]
        holds(groups and all(one["rule"] == "visit.class3" and one["unit"] for one in groups), "no group")
        holds(sum(one["appears"] for one in groups) > 0 and sum(one["vanishes"] for one in groups) > 0, "no change")
        with sqlite3.connect(os.path.join(folder, "data", "yuanzhu.db")) as database:
            rule = "SELECT count(*) FROM duty WHERE rule = 'visit.class3'"
            before = database.execute(rule).fetchone()[0]
        holds(before > 0, "no duties")
        status, out, _ = store(folder, *words)
        expect((status, "合计" in out), (0, True))
        with sqlite3.connect(os.path.join(folder, "data", "yuanzhu.db")) as database:
            expect(database.execute(rule).fetchone()[0], before)
        reports = lines(store(folder, "daily", "--date", "2026-05-20", "--json")[1])
        expect({one["act"]: one["differences"] for one in reports}, {"age-out": 0, "raise-rechecks": 0, "rederive-duties": 0})
        status, out, err = run("policy", "diff", PACK, copy, "--data", os.path.join(folder, "none"))
        expect((status, "合计" in out, "没有数据" in err), (0, False, True))


@case
def the_pack_is_found_by_option_and_by_environment():
    words = ["due", "--start", "2026-02-13", "--period", "1", "--unit", "days"]
    expect(run(*words, "--policy", "/nowhere")[0], 1)
    expect(run(*words, YUANZHU_POLICY="/nowhere")[0], 1)
    expect(run(*words, "--policy", PACK, YUANZHU_POLICY="/nowhere")[0], 0)


@case
def every_clause_and_kind_of_act_is_exported_once():
    clauses = [one["id"] for one in lines(run("export", "clauses", "--json")[1])]
    expect(len(clauses), len(set(clauses)))
    holds({"00.levels", "01.r4", "19.r3", "11.c", "L.12"} <= set(clauses), "a clause is missing")
    acts = lines(run("export", "acts", "--json")[1])
    expect(len({one["kind"] for one in acts}), len(acts))
    holds(all(one["clause"] in clauses for one in acts), "an act of no clause")
    holds(all(one["name"] and not one["name"].isascii() for one in acts), "an act without a Chinese name")


@case
def workdays_are_told_day_by_day():
    rows = run("export", "workdays")[1].split("\n")[:-1]
    expect((rows[0][:4], rows[-1][:10]), ("2009", "2026-12-31"))
    table = dict(row.split() for row in rows)
    expect([table[day] for day in ("2026-02-14", "2026-02-16", "2026-02-24", "2020-01-31")],
           ["1", "0", "1", "0"])
    expect(sum(row.startswith("2026") and row.endswith("1") for row in rows), 248)


@case
def the_questionnaire_is_exported_item_by_item_with_closed_conditions():
    items = {one["item"]: one for one in lines(run("export", "questionnaire", "--json")[1])}
    expect([option["code"] for option in items["q3"]["options"]], ["A", "B", "C", "D"])
    expect(items["q9"]["when"].count("q1 = A"), 1)
    holds("q3 = D" in items["q9"]["when"], items["q9"]["when"])


@case
def an_export_goes_to_a_file_when_asked():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "acts.txt")
        status, out, _ = run("export", "acts", "--out", path)
        expect((status, out), (0, ""))
        with open(path, encoding="utf-8") as file:
            holds(len(file.read().splitlines()) > 100, "too few lines")
        expect(run("export", "acts", "--out", os.path.join(folder, "no/acts.txt"))[0], 1)


# --- the store ---

def store(folder, *words, **environment):
    return run(*words, "--data", os.path.join(folder, "data"), **environment)


@case
def a_calendar_of_duties_is_exported_for_an_account():
    with tempfile.TemporaryDirectory() as folder:
        words = ("user", "add", "quban", "--name", "许志远", "--role", "district-clerk")
        expect(store(folder, *words)[0], 0)
        status, out, _ = store(folder, "export", "ics", "--account", "quban")
        expect(status, 0)
        holds(out.startswith("BEGIN:VCALENDAR") and out.rstrip().endswith("END:VCALENDAR"), out[:200])
        path = os.path.join(folder, "w.ics")
        expect(store(folder, "export", "ics", "--account", "quban", "--out", path)[0], 0)
        with open(path, "rb") as file:
            text = file.read()
        holds(all(line.endswith(b"\r") and len(line) <= 76 for line in text.split(b"\n")[:-1]), "a line")
        # What a district owes from its founding stands in it.
        holds(b"SUMMARY:" in text, "no duty")
        expect(store(folder, "export", "ics", "--account", "nobody")[0], 1)
        expect(store(folder, "export", "ics")[0], 2)


@case
def match_run_proposes_for_the_district_and_tells_nobody():
    def acts(folder):
        with sqlite3.connect(os.path.join(folder, "data", "yuanzhu.db")) as database:
            return [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                    for table in ("journal", "match_run")]

    with tempfile.TemporaryDirectory() as folder:
        expect(store(folder, "match", "run")[:2], (1, ""))
        expect(store(folder, "demo", "--people", "300", "--today", "2026-03-30")[0], 0)
        before = acts(folder)
        status, out, err = store(folder, "match", "run", "--date", "2026-03-30", "--json")
        summary, = lines(out)
        expect((status, err), (0, ""))
        holds(0 < summary["seconds"] < 60 and summary["arcs"] > 0 and summary["vacancies"] > 0, out)
        holds(summary["served"] + sum(summary["unserved"].values()) >= summary["asked"], out)
        status, out, err = store(folder, "match", "run", "--date", "2026-03-30", "--round", "place")
        expect((status, err), (0, ""))
        holds(out.startswith(f"一人一岗：{summary['asked']}人参加"), out)
        expect(acts(folder), [before[0], 2])
        status, out, _ = store(folder, "match", "run", "--round", "all")
        expect((status, out), (2, ""))
        expect(store(folder, "verify")[0], 0)


@case
def accounts_are_opened_reset_and_disabled():
    with tempfile.TemporaryDirectory() as folder:
        status, out, _ = store(folder, "user", "add", "anquan", "--name", "王安", "--json",
                               "--role", "security-administrator")
        expect((status, json.loads(out)["login"]), (0, "anquan"))
        first = json.loads(out)["password"]
        status, _, err = store(folder, "user", "add", "anquan", "--name", "王安", "--role", "supervisor")
        expect(status, 1)
        holds("anquan" in err, err)
        expect(store(folder, "user", "add", "li", "--name", "李", "--role", "aide", "--unit", "杨镇")[0], 1)
        expect(store(folder, "user", "add", "li", "--name", "李", "--role", "boss")[0], 2)
        status, out, _ = store(folder, "user", "reset", "anquan", "--json")
        expect(status, 0)
        holds(json.loads(out)["password"] != first, "the password stayed")
        expect(store(folder, "user", "disable", "anquan", "--reason", "调离")[0], 0)
        rows = lines(store(folder, "user", "list", "--json")[1])
        expect([(row["login"], row["disabled"]) for row in rows], [("anquan", True)])
        expect(store(folder, "user", "reset", "nobody")[0], 1)


@case
def a_backup_opens_with_its_keys_alone_and_verifies():
    with tempfile.TemporaryDirectory() as folder:
        expect(store(folder, "user", "add", "anquan", "--name", "王安", "--role", "supervisor")[0], 0)
        expect(store(folder, "verify")[0], 0)
        copy, keys = os.path.join(folder, "copy"), os.path.join(folder, "data/keys/yuanzhu.keys")
        expect(store(folder, "backup", copy)[0], 0)
        holds(not os.path.exists(os.path.join(copy, "keys")), "the keys went with the backup")
        expect(store(folder, "backup", copy)[0], 1)
        expect(store(folder, "restore", copy, "--keys", keys)[0], 1)
        other = os.path.join(folder, "other")
        expect(run("restore", copy, "--keys", keys, "--data", other)[0], 0)
        rows = lines(run("user", "list", "--json", "--data", other)[1])
        expect([row["login"] for row in rows], ["anquan"])
        foreign = os.path.join(folder, "third")
        expect(run("user", "add", "x", "--name", "x", "--role", "supervisor", "--data", foreign)[0], 1)
        expect(run("user", "add", "xyz", "--name", "x", "--role", "supervisor", "--data", foreign)[0], 0)
        wrong = os.path.join(foreign, "keys/yuanzhu.keys")
        expect(run("restore", copy, "--keys", wrong, "--data", os.path.join(folder, "fourth"))[0], 1)


@case
def a_store_that_was_tampered_with_does_not_verify():
    with tempfile.TemporaryDirectory() as folder:
        expect(store(folder, "user", "add", "anquan", "--name", "王安", "--role", "supervisor")[0], 0)
        database = sqlite3.connect(os.path.join(folder, "data/yuanzhu.db"))
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("DELETE FROM journal WHERE seq = (SELECT MAX(seq) FROM journal)")
        database.commit()
        database.close()
        status, out, _ = store(folder, "verify", "--json")
        expect(status, 1)
        holds(lines(out), "no fault was named")


@case
def a_file_is_taken_in_once_and_a_faulty_one_not_at_all():
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "units.csv")

        def write(*rows):
            with open(table, "w", encoding="gb18030") as file:
                file.write("街道（镇）,社区（村）\n" + "".join(row + "\n" for row in rows))

        write("杨镇,沙岭村", "无此镇,某村")
        status, out, _ = store(folder, "import", "units", table, "--json")
        expect((status, lines(out)[-1]["outcome"]), (1, "refused"))
        expect((lines(out)[0]["row"], lines(out)[0]["severity"]), (3, "error"))
        marked = os.path.join(folder, "marked.csv")
        expect(store(folder, "import", "units", table, "--errors", marked)[0], 1)
        holds(os.path.getsize(marked) > 0, "no marked table")
        write("杨镇,沙岭村", "杨镇,田家营村")
        expect(lines(store(folder, "import", "units", table, "--json", "--dry-run")[1])[-1]["outcome"], "checked")
        status, out, _ = store(folder, "import", "units", table, "--json")
        expect((status, lines(out)[-1]["outcome"], lines(out)[-1]["added"]), (0, "imported", 2))
        status, out, _ = store(folder, "import", "units", table, "--json")
        expect((status, lines(out)[-1]["outcome"]), (0, "already-imported"))
        expect(store(folder, "import", "units", os.path.join(folder, "none.csv"))[0], 1)
        expect(store(folder, "import", "vacancies", table)[0], 1)
        expect(store(folder, "import", "fairs", table)[0], 2)
        expect(store(folder, "verify")[0], 0)


@case
def templates_are_workbooks():
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("roll", "units", "survey", "calendar", "employers", "vacancies"):
            path = os.path.join(folder, kind + ".xlsx")
            expect(run("template", kind, "--out", path)[0], 0)
            with open(path, "rb") as file:
                expect(file.read(2), b"PK")
        expect(run("template", "nothing")[0], 2)


@case
def a_demonstration_fills_an_empty_folder_only_and_daily_acts_find_nothing_amiss():
    with tempfile.TemporaryDirectory() as folder:
        words = ["demo", "--people", "60", "--today", "2026-05-20"]
        status, out, _ = store(folder, *words)
        expect(status, 0)
        holds("quban" in out, out)
        expect(store(folder, *words)[0], 1)
        expect(store(folder, "verify")[0], 0)
        reports = lines(store(folder, "daily", "--date", "2026-05-20", "--json")[1])
        expect({one["act"]: one["differences"] for one in reports}, {"age-out": 0, "raise-rechecks": 0, "rederive-duties": 0})
        book, text = os.path.join(folder, "ledger.xlsx"), os.path.join(folder, "ledger.csv")
        expect(store(folder, "export", "ledger", "statistics", "--out", book)[0], 0)
        expect(store(folder, "export", "ledger", "statistics", "--out", text)[0], 0)
        with open(text, encoding="utf-8-sig") as file:
            rows = file.read().splitlines()
        holds(len(rows) > 1 and "身份证号" in rows[0], "an empty ledger")
        holds(all("****" in row for row in rows[1:]), "a number is not masked")
        expect(store(folder, "export", "ledger", "nothing", "--out", text)[0], 2)
        copy = os.path.join(folder, "copy")
        expect(store(folder, "backup", copy)[0], 0)
        holds(os.path.exists(os.path.join(copy, "DEMO")), "a copy of a demonstration is not marked as one")


def main():
    failed = 0
    for one in cases:
        try:
            one()
        except Exception as fault:  # a crash of a check is a failure of it, not the end of the run
            failed += 1
            print(f"{one.__name__}: {type(fault).__name__}: {fault}", file=sys.stderr)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
