#!/usr/bin/env bash
# Holds our sheets against other software: files made by openpyxl, XlsxWriter and LibreOffice are read by the Swift
# tests, and files that those write are read back.
set -uo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
status=0
for judge in sheets imports; do
    .venv/bin/python "Tests/judges/${judge}_judge.py" make "$folder/$judge" || status=1
done
YUANZHU_JUDGE_FILES="$folder/sheets" YUANZHU_JUDGE_IMPORTS="$folder/imports" \
    swift test --skip-build -j 2 --filter JudgeTests || status=1
for judge in sheets imports; do
    .venv/bin/python "Tests/judges/${judge}_judge.py" check "$folder/$judge" || status=1
done
exit $status
