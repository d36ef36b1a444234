#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Outside judge of the module Sheets: files of openpyxl, XlsxWriter and LibreOffice.

    sheets_judge.py make FOLDER     fills a folder with files and what each holds
    YUANZHU_JUDGE_FILES=FOLDER swift test --filter JudgeTests
    sheets_judge.py check FOLDER    reads what the tests wrote, prints "N passed, M failed"
"""
import csv
import datetime
import json
import os
import shutil
import subprocess
import sys
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import PatternFill

DATE = datetime.date(1970, 1, 1)


def tag(value):
    """A value in the notation that the tests use as well."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return ""
    if isinstance(value, bool):
        return f"b:{int(value)}"
    if isinstance(value, (int, float)):
        return f"n:{float(value)!r}"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return f"d:{value.year}-{value.month}-{value.day}"
    return "t:" + str(value)


def expect(path, rows=None, sheet=None, merged=None, fault=None):
    """Writes what a file holds beside it; rows are (number, values)."""
    content = {"fault": fault, "sheet": sheet, "merged": merged or []}
    if rows is not None:
        kept = []
        for number, values in rows:
            cells = [value if isinstance(value, str) and value[:2] in ("t:", "e:") else tag(value) for value in values]
            while cells and cells[-1] == "":
                cells.pop()
            if cells:
                kept.append({"number": number, "cells": cells})
        content["rows"] = kept
    with open(path + ".json", "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)


PEOPLE = [
    ["姓名", "身份证号", "出生日期", "电话", "补贴", "是否就业"],
    ["王秀兰", "990000197001010021", DATE, "13800138000", 1234.5, "是"],
    ["李建国", "990000196502282X", datetime.date(1965, 2, 28), 13900139000, -3, "√"],
    ["欧阳䶮𠮷", "='=", datetime.date(2000, 2, 29), "", 0, None],
]


def fill(sheet, rows, first=1):
    for offset, row in enumerate(rows):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(first + offset, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            if isinstance(value, datetime.date):
                cell.number_format = "yyyy-mm-dd"


def with_openpyxl(folder):
    def path(name):
        return os.path.join(folder, name + ".xlsx")

    book = openpyxl.Workbook()
    book.active.title = "名单"
    fill(book.active, PEOPLE)
    book.save(path("plain"))
    expect(path("plain"), enumerate(PEOPLE, 1), "名单")

    book = openpyxl.Workbook()
    book.active.title = "Sheet1"
    sheet = book.create_sheet("表")
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A2:A3")
    sheet["A1"] = "台账"
    sheet["A2"] = "姓名"
    sheet["B3"] = "电话"
    fill(sheet, PEOPLE[1:], first=4)
    book.save(path("blank-first-merged-header"))
    rows = [(1, ["台账"]), (2, ["姓名"]), (3, [None, "电话"])] + list(enumerate(PEOPLE[1:], 4))
    expect(path("blank-first-merged-header"), rows, "表", ["1,1,1,6", "2,1,3,1"])

    book = openpyxl.Workbook()
    book.active.title = "说明"
    book.active["A1"] = "请看数据表"
    sheet = book.create_sheet("数据")
    fill(sheet, PEOPLE)
    for row in range(5, 55):
        for column in range(1, 31):
            sheet.cell(row, column).fill = PatternFill("solid", fgColor="FFFF00")
        sheet.cell(row, 1).value = " " if row % 2 else None
    book.save(path("fifty-phantom-rows"))
    expect(path("fifty-phantom-rows"), enumerate(PEOPLE, 1), "数据")

    book = openpyxl.Workbook()
    sheet = book.active
    rows = [["身份证号"], [990000197001010021], [9.9e17], [990000197001012]]
    fill(sheet, rows)
    book.save(path("numbers-as-ids"))
    expect(path("numbers-as-ids"), enumerate(rows, 1), "Sheet")

    book = openpyxl.Workbook()
    sheet = book.active
    bold = InlineFont(b=True)
    sheet["A1"] = CellRichText("王", TextBlock(bold, "秀"), " 兰")
    sheet["B1"] = "a & b < c > \"d\" 'e'\n第二行"
    sheet["C1"] = "=A1"
    sheet["D1"] = True
    sheet["E1"] = "#N/A"
    sheet["E1"].data_type = "e"
    book.save(path("rich-text"))
    row = ["t:王秀 兰", "a & b < c > \"d\" 'e'\n第二行", "e:#UNCALCULATED", True, "e:#N/A"]
    expect(path("rich-text"), [(1, row)], "Sheet")

    formats = [
        ("yyyy-mm-dd", True), ("m/d/yy", True), ('yyyy"年"m"月"d"日"', True), ("[$-804]yyyy\\年m\\月", True),
        ("General", False), ("0.00", False), ("@", False), ("h:mm:ss", False), ("[Red]0", False),
        ('0"days"', False), ("mmm-yy", True), ("d-mmm", True), ("yyyy/m/d h:mm", True), ("#,##0;[Red]-#,##0", False),
    ]
    book = openpyxl.Workbook()
    sheet = book.active
    for row, (shown, _) in enumerate(formats, 1):
        sheet.cell(row, 1).value = 25569
        sheet.cell(row, 1).number_format = shown
    book.save(path("date-formats"))
    expect(path("date-formats"), [(r, [DATE if d else 25569]) for r, (_, d) in enumerate(formats, 1)], "Sheet")

    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    fill(book.active, [[DATE, datetime.date(2026, 3, 2)]])
    book.save(path("from-1904"))
    expect(path("from-1904"), [(1, [DATE, datetime.date(2026, 3, 2)])], "Sheet")

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("流")
    for row in PEOPLE:
        sheet.append([None if value == "='=" else value for value in row])
    book.save(path("write-only"))
    rows = [[None if value == "='=" else value for value in row] for row in PEOPLE]
    expect(path("write-only"), enumerate(rows, 1), "流")


def with_xlsxwriter(folder):
    for name, options in [("xw-shared", {}), ("xw-inline", {"constant_memory": True})]:
        path = os.path.join(folder, name + ".xlsx")
        book = xlsxwriter.Workbook(path, options)
        hidden = book.add_worksheet("藏")
        sheet = book.add_worksheet("名单")
        sheet.activate()
        sheet.set_first_sheet()
        hidden.write_string(0, 0, "看不见")
        hidden.hide()
        shown = book.add_format({"num_format": "yyyy年m月d日"})
        for r, row in enumerate(PEOPLE):
            for c, value in enumerate(row):
                if isinstance(value, datetime.date):
                    sheet.write_datetime(r, c, datetime.datetime(value.year, value.month, value.day), shown)
                elif isinstance(value, str):
                    sheet.write_string(r, c, value)
                elif value is not None:
                    sheet.write_number(r, c, value)
        sheet.write_formula(4, 0, "=1/0", None, "#DIV/0!")
        sheet.write_formula(4, 1, "=A1&B1", None, "合并后")
        sheet.write_formula(4, 2, "=1+1", None, 2)
        sheet.write_boolean(4, 3, False)
        book.close()
        last = (5, ["e:#DIV/0!", "合并后", 2, False])
        expect(path, list(enumerate(PEOPLE, 1)) + [last], "名单")


def convert(folder, source, kind, name):
    """Lets LibreOffice save a file as another kind."""
    out = os.path.join(folder, "office")
    os.makedirs(out, exist_ok=True)
    profile = "-env:UserInstallation=file://" + os.path.join(out, "profile")
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", out, source],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    suffix = kind.split(":")[0]
    made = os.path.join(out, os.path.splitext(os.path.basename(source))[0] + "." + suffix)
    target = os.path.join(folder, name)
    shutil.move(made, target)
    return target


def copied(folder, target, source):
    with open(os.path.join(folder, source + ".json"), encoding="utf-8") as file:
        content = json.load(file)
    with open(target + ".json", "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False)


def with_office(folder):
    for name in ["plain", "blank-first-merged-header", "fifty-phantom-rows", "from-1904", "date-formats", "xw-inline"]:
        source = os.path.join(folder, name + ".xlsx")
        target = convert(folder, source, "xlsx:Calc MS Excel 2007 XML", "office-" + name + ".xlsx")
        copied(folder, target, name + ".xlsx")
    plain = os.path.join(folder, "plain.xlsx")
    old = convert(folder, plain, "xls", "old-under-new-name.xlsx")
    expect(old, fault="sheet.old-workbook")
    ods = convert(folder, plain, "ods", "open-document.ods")
    expect(ods, fault="sheet.open-document")
    web = convert(folder, plain, "html", "web-page.xls")
    expect(web, fault="sheet.web-page")
    shutil.rmtree(os.path.join(folder, "office"))


def text_files(folder):
    rows = [["姓名", "备注", "身份证号"], ["王秀兰䶮", "他说\"好\",\n走了", "990000197001010021"], [], ["𠮷", "", "=1"]]
    expected = [(number, row) for number, row in enumerate(rows, 1)]
    for name, encoding, comma in [
        ("gb18030", "gb18030", ","), ("utf8", "utf-8", ","), ("utf8-mark", "utf-8-sig", ","),
        ("tabs", "gb18030", "\t"), ("unicode-text", "utf-16", "\t"),
    ]:
        path = os.path.join(folder, "text-" + name + ".csv")
        with open(path, "w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=comma).writerows(rows)
        expect(path, expected)
    path = os.path.join(folder, "text-under-wrong-name.xlsx")
    with open(path, "w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(rows)
    expect(path, expected)


def broken_files(folder):
    path = os.path.join(folder, "cut-off.xlsx")
    with open(os.path.join(folder, "plain.xlsx"), "rb") as file:
        content = file.read()
    with open(path, "wb") as file:
        file.write(content[: len(content) // 2])
    expect(path, fault="sheet.damaged")
    path = os.path.join(folder, "bomb.xlsx")
    with zipfile.ZipFile(os.path.join(folder, "plain.xlsx")) as plain, zipfile.ZipFile(
        path, "w", zipfile.ZIP_DEFLATED, compresslevel=9
    ) as bomb:
        for part in plain.namelist():
            content = plain.read(part)
            if part.endswith("sheet1.xml"):
                content = content.replace(b"</sheetData>", b" " * (64 << 20) + b"</sheetData>")
            bomb.writestr(part, content)
    expect(path, fault="sheet.packed-too-tightly")


def make(folder):
    os.makedirs(folder, exist_ok=True)
    with_openpyxl(folder)
    with_xlsxwriter(folder)
    with_office(folder)
    text_files(folder)
    broken_files(folder)
    files = [name for name in os.listdir(folder) if not name.endswith(".json")]
    print(f"{len(files)} files made")


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def same(self, what, found, wanted):
        if found == wanted:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}: found {found!r}, wanted {wanted!r}")


def check_written_back(folder, tally):
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".json"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            expected = json.load(file)
        if expected["fault"]:
            continue
        path = os.path.join(folder, "written", name[: -len(".json")] + ".xlsx")
        if not os.path.exists(path):
            tally.same(name, "not written", "written")
            continue
        sheet = openpyxl.load_workbook(path).active
        found = []
        for row in sheet.iter_rows(min_row=2):
            cells = [tag(cell.value) for cell in row]
            while cells and cells[-1] == "":
                cells.pop()
            if cells:
                found.append({"number": row[0].row - 1, "cells": cells})
        tally.same(name, found, [plain(row) for row in expected["rows"]])


def plain(row):
    """Errors and truth values are written as text."""
    words = {"b:1": "t:是", "b:0": "t:否"}
    cells = [words.get(cell, "t:" + cell[2:] if cell.startswith("e:") else cell) for cell in row["cells"]]
    return {"number": row["number"], "cells": cells}


def check_ledger(folder, tally):
    path = os.path.join(folder, "ledger-of-ours.xlsx")
    shutil.copy(path + ".out", path)
    book = openpyxl.load_workbook(path)
    sheet = book["台账"]
    tally.same("sheets", book.sheetnames, ["台账", "字典"])
    tally.same("hidden", book["字典"].sheet_state, "hidden")
    tally.same("properties", [book.properties.title, book.properties.creator or "", book.properties.lastModifiedBy or ""],
               ["就业援助台账", "", ""])
    tally.same("merged", sorted(str(r) for r in sheet.merged_cells.ranges), ["A1:G1", "A2:C2", "A7:G7", "D2:G2"])
    tally.same("title", [sheet["A1"].value, sheet["A1"].font.b], ["就业援助台账", True])
    tally.same("line", [sheet["A2"].value, sheet["D2"].value], ["填报单位：甲村", "2026年3月"])
    tally.same("header", [c.value for c in sheet[3]],
               ["姓名", "身份证号", "出生日期", "补贴", "是否就业", "工种", "错误原因"])
    tally.same("note", [sheet["B4"].value, sheet["B4"].font.i, sheet["B4"].font.color.rgb], ["18 位", True, "FF808080"])
    tally.same("row", [c.value for c in sheet[5]],
               ["王秀兰", "990000197001010021", datetime.datetime(1970, 1, 1), 1234.5, "是", "工种第3类", None])
    tally.same("formats", [c.number_format for c in sheet[5]][:4], ["@", "@", "yyyy-mm-dd", "#,##0.00"])
    tally.same("no formula", [sheet["A6"].value, sheet["A6"].data_type], ["=1+1", "s"])
    tally.same("bad cell", [sheet["B6"].fill.fgColor.rgb, sheet["A6"].fill.fill_type, sheet["G6"].value],
               ["FFFFC7CE", None, "身份证号位数不对"])
    tally.same("footer", sheet["A7"].value, "填表人：　　　　填表日期：")
    tally.same("frozen", sheet.freeze_panes, "B5")
    tally.same("width", round(sheet.column_dimensions["B"].width), 23)
    page = sheet.page_setup
    tally.same("page", [page.orientation, int(page.paperSize), int(page.fitToHeight)], ["landscape", 9, 0])
    tally.same("repeated", sheet.print_title_rows, "$3:$3")
    tally.same("page numbers", sheet.oddFooter.center.text, "第 &P 页　共 &N 页")
    rules = sorted((str(r.sqref), r.type, r.formula1) for r in sheet.data_validations.dataValidation)
    tally.same("choices", rules, [("E5:E104", "list", '"是,否"'), ("F5:F104", "list", "字典!$A$1:$A$80")])
    tally.same("dictionary", [book["字典"]["A1"].value, book["字典"]["A80"].value, book["字典"].max_row],
               ["工种第1类", "工种第80类", 80])
    office = convert(folder, path, "csv:Text - txt - csv (StarCalc):44,34,76", "ledger.csv.out")
    with open(office, encoding="utf-8") as file:
        lines = list(csv.reader(file))
    shutil.rmtree(os.path.join(folder, "office"))
    tally.same("LibreOffice", lines[4][:3], ["王秀兰", "990000197001010021", "1970-01-01"])
    os.remove(path)


def check_text(folder, tally):
    for name, encoding in [("UTF-8", "utf-8-sig"), ("GB18030", "gb18030")]:
        with open(os.path.join(folder, f"text-of-ours.{name}.out"), encoding=encoding, newline="") as file:
            rows = list(csv.reader(file))
        tally.same("text " + name, rows, [["姓名", "备注"], ["王秀兰䶮", "他说\"好\",\n走了"], ["'=1+1", "-5"]])


def check(folder):
    tally = Tally()
    check_written_back(folder, tally)
    check_ledger(folder, tally)
    check_text(folder, tally)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("make", "check"):
        sys.exit(__doc__)
    sys.exit(make(sys.argv[2]) if sys.argv[1] == "make" else check(sys.argv[2]))
