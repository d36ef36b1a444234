# SPDX-License-Identifier: Apache-2.0
"""Judges files of imports with other software: what offices write is read, what we write is what they see.

    imports_judge.py make FOLDER      writes the files of offices and what must be said of each (expected.json)
    imports_judge.py check FOLDER     looks at the templates and returned files with openpyxl
"""
import json
import pathlib
import subprocess
import sys

import openpyxl
from openpyxl.styles import PatternFill

WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


def number(sequence, born="19800307"):
    """A right number of somebody made up: region 990000, which no province has."""
    body = f"990000{born}{sequence:03d}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS)) % 11]


HEAD = ["镇（街道）", "村（社区）", "户号", "姓名", "身份证号", "手机号码", "失业日期"]
expected = {}


def row(sequence, name="王秀兰", village="沙岭村", **cells):
    values = ["杨镇", village, "1", name, number(sequence), "13800000001", "2025.3.1"]
    for place, value in cells.items():
        values[int(place[1:])] = value
    return values


def save(folder, name, book, added=0, faults=()):
    """`faults`: row and words that the sentence must hold."""
    book.save(folder / name)
    expected[name] = {"added": added, "faults": [list(fault) for fault in faults]}


def book(rows, sheet="Sheet1"):
    made = openpyxl.Workbook()
    made.active.title = sheet
    for values in rows:
        made.active.append(values)
    return made


def make(folder):
    save(folder, "plain.xlsx", book([HEAD, row(1), row(2)]), added=2)

    blank_first = book([])
    data = blank_first.create_sheet("名单")
    for values in [HEAD, row(1)]:
        data.append(values)
    save(folder, "blank-first.xlsx", blank_first, added=1)

    phantom = book([HEAD, row(1)])
    for at in range(3, 53):
        for column in range(1, 8):
            phantom.active.cell(at, column).fill = PatternFill("solid", fgColor="FFFFEE")
    save(folder, "phantom-rows.xlsx", phantom, added=1)

    merged = book([["所在地", None, "户号", "姓名", "身份证号", "手机号码", "失业日期"], row(1)])
    merged.active.merge_cells("A1:B1")
    save(folder, "merged-header.xlsx", merged, faults=[(1, "合并单元格"), (1, "缺少“村（社区）”")])

    damaged = book([HEAD, row(1, _4=int(number(1)[:17]) * 10)])
    save(folder, "number-id.xlsx", damaged, faults=[(2, "被表格软件改坏")])

    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    save(folder, "full-width.xlsx", book([HEAD, row(1, _4=number(1).translate(wide))]), added=1)

    save(
        folder, "many-faults.xlsx",
        book([HEAD, row(1), row(1), row(2, village="沙玲村"), row(3, _4="990000198002300011"), row(4, _6="去年")]),
        faults=[(3, "第2行"), (4, "沙岭村"), (5, "这一天"), (6, "日期")])

    formula = book([HEAD, row(1, _3="=1/0")])
    save(folder, "formula.xlsx", formula, faults=[(2, "公式")])

    titled = book([["沙岭村劳动力花名册"], ["填报单位：沙岭村"], HEAD, row(1)])
    titled.active.merge_cells("A1:G1")
    save(folder, "titled.xlsx", titled, added=1)

    (folder / "gbk.csv").write_bytes("\r\n".join(",".join(r) for r in [HEAD, row(1)]).encode("gb18030"))
    expected["gbk.csv"] = {"added": 1, "faults": []}
    (folder / "bom.csv").write_bytes("\n".join(",".join(r) for r in [HEAD, row(1)]).encode("utf-8-sig"))
    expected["bom.csv"] = {"added": 1, "faults": []}

    office = subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
         str(folder / "office"), str(folder / "plain.xlsx")], capture_output=True) if has_office() else None
    if office is not None and office.returncode == 0:
        (folder / "office" / "plain.xlsx").rename(folder / "office.xlsx")
        expected["office.xlsx"] = {"added": 2, "faults": []}
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1))


def has_office():
    try:
        return subprocess.run(["soffice", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def check(folder):
    problems = []
    for path in sorted(folder.glob("template-*.xlsx")):
        made = openpyxl.load_workbook(path)
        if made.sheetnames[:2] != ["数据", "填写说明"]:
            problems.append(f"{path.name}: sheets are {made.sheetnames}")
    roll = openpyxl.load_workbook(folder / "template-roll.xlsx")["数据"]
    titles = [cell.value for cell in roll[1]]
    column = roll.column_dimensions[roll.cell(1, titles.index("身份证号") + 1).column_letter]
    if column.number_format != "@":
        problems.append(f"template-roll.xlsx: ID numbers are not text but {column.number_format}")
    lists = {str(rule.sqref).split(":")[0].rstrip("0123456789") for rule in roll.data_validations.dataValidation}
    for title in ["文化程度", "健康状况", "户籍性质及人员类别", "民族", "证件与户口簿一致"]:
        letter = roll.cell(1, titles.index(title) + 1).column_letter
        if letter not in lists:
            problems.append(f"template-roll.xlsx: {title} has no drop-down list")
    problems += check_returned(folder)
    print("\n".join(problems) or "imports: other software sees what was meant")
    sys.exit(1 if problems else 0)


def check_returned(folder):
    sheet = openpyxl.load_workbook(folder / "returned.xlsx")["数据"]
    titles = [cell.value for cell in sheet[1]]
    if titles != HEAD + ["错误原因"]:
        return [f"returned.xlsx: header is {titles}"]
    problems = []
    for at, column in [(3, 5), (4, 2), (5, 5), (6, 7)]:
        if sheet.cell(at, column).fill.fgColor.rgb != "FFFFC7CE":
            problems.append(f"returned.xlsx: row {at} column {column} is not red")
        if not sheet.cell(at, 8).value:
            problems.append(f"returned.xlsx: row {at} has no reason")
    if sheet.cell(2, 8).value or sheet.cell(2, 5).fill.fgColor.rgb == "FFFFC7CE":
        problems.append("returned.xlsx: a good row is marked")
    return problems


if __name__ == "__main__":
    command, place = sys.argv[1], pathlib.Path(sys.argv[2])
    place.mkdir(parents=True, exist_ok=True)
    make(place) if command == "make" else check(place)
