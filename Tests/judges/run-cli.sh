#!/usr/bin/env bash
# Runs the command line as scripts do.
exec python3 "$(dirname "$0")/../cli/run.py" "$(dirname "$0")/../../.build/debug/yuanzhu"
