#!/usr/bin/env bash
# Walks the main job in a browser, at a desk's size and at a telephone's, and one case through all three levels,
# against a demo server of its own.
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

port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])') \
    || fail "no free port"
"$program" serve --demo --data "$folder/data" --port "$port" --people 300 --today 2026-03-10 \
    >"$folder/server.log" 2>&1 &
server=$!

for _ in $(seq 600); do
    kill -0 "$server" 2>/dev/null || fail "the server ended before it was ready"
    "$python" - "$port" 2>/dev/null <<'PY' && ready=1 && break
import sys, urllib.request
urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/health/ready", timeout=2)
PY
    sleep 0.2
done
[ -n "${ready:-}" ] || fail "the server was not ready in time"

"$python" Tests/judges/browser.py "http://127.0.0.1:$port" "$folder"
walked=$?
"$python" Tests/judges/levels.py "http://127.0.0.1:$port" "$folder" || walked=1
exit "$walked"
