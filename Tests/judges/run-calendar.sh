#!/usr/bin/env bash
# Our working days of 2009 to 2026 against chinesecalendar's.
set -o pipefail
cd "$(dirname "$0")/../.."
.build/debug/yuanzhu export workdays | .venv/bin/python Tests/judges/calendar_judge.py
