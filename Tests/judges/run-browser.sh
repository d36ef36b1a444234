#!/usr/bin/env bash
# Walks the main job in a browser, at a desk's size and at a telephone's, one case through all three levels, and one
# from an opening to the hand-up, against demo servers of its own.
# YUANZHU: another executable; PYTHON: another interpreter; KEEP=1: leave the folder with log and screenshots.
set -uo pipefail
cd "$(dirname "$0")/../.."
program=${YUANZHU:-.build/debug/yuanzhu}
python=${PYTHON:-.venv/bin/python}
folder=$(mktemp -d)
server=

finish() {
    local status=$?
    if [ -n "$server" ]; then kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; fi
    if [ "$status" = 0 ] && [ -z "${KEEP:-}" ]; then rm -rf "$folder"; else echo "log and screenshots: $folder" >&2; fi
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

fail() {
    echo "$1" >&2
    cat "$folder/server.log" >&2
    echo "0 passed, 1 failed"
    exit 1
}

# Serves a fresh demo district that shows a day, until it answers.
serve() {
    port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])') \
        || fail "no free port"
    "$program" serve --demo --data "$folder/data-$1" --port "$port" --people 300 --today "$1" \
        >"$folder/server.log" 2>&1 &
    server=$!
    local ready=
    for _ in $(seq 600); do
        kill -0 "$server" 2>/dev/null || fail "the server ended before it was ready"
        "$python" - "$port" 2>/dev/null <<'PY' && ready=1 && break
import sys, urllib.request
urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/health/ready", timeout=2)
PY
        sleep 0.2
    done
    [ -n "$ready" ] || fail "the server was not ready in time"
}

serve 2026-03-10
"$python" Tests/judges/browser.py "http://127.0.0.1:$port" "$folder"
walked=$?
"$python" Tests/judges/levels.py "http://127.0.0.1:$port" "$folder" || walked=1
kill "$server" 2>/dev/null; wait "$server" 2>/dev/null

# From an opening to the hand-up: a later day, on which the district has somebody in the village's help.
serve 2026-03-30
"$python" Tests/judges/matching.py "http://127.0.0.1:$port" "$folder" || walked=1
exit "$walked"
