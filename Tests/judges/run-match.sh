#!/usr/bin/env bash
# Our best plans against OR-tools' on several sizes.
set -o pipefail
cd "$(dirname "$0")/../.."
.venv/bin/python Tests/judges/match.py .build/debug/yuanzhu
