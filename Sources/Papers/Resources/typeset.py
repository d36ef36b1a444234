# SPDX-License-Identifier: Apache-2.0
"""Sets papers for yuanzhu: one order a line on standard input, one answer on standard output.

Called as `typeset.py <folder of templates> <family>...`. The first line that it writes says whether it can
work: {"ready": true} or what is missing. An order is a line of JSON: `main` (Typst source), `data` (JSON as
text, for sys.inputs), `standard` (PDF standard or null), `stamp` (seconds), `tags`. An answer is a line of
JSON, {"size": n} followed by n bytes of PDF, or {"faults": [...]}. Nothing is written to disk or to a log.
"""
import json
import os
import re
import sys

out = sys.stdout.buffer
PLACE = re.compile(r"([^\s│┌]+\.typ|<[a-z]+>):(\d+):(\d+)")


def say(answer, body=b""):
    out.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n" + body)
    out.flush()


def faults_of(error):
    """Where the template is at fault; never the data, which may be somebody's."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", getattr(error, "diagnostic", "") or "")
    places = [
        {"template": os.path.basename(name), "line": int(line), "column": int(column)}
        for name, line, column in PLACE.findall(text)
    ]
    place = places[0] if places else {"template": "", "line": 0, "column": 0}
    hints = " ".join(getattr(error, "hints", []) or [])
    return [{**place, "message": (getattr(error, "message", "") or type(error).__name__) + (hints and f" ({hints})")}]


def main():
    root, families = sys.argv[1], sys.argv[2:]
    try:
        import typst
    except ImportError:
        return say({"missing": "typst"})
    fonts = typst.Fonts(include_system_fonts=True)
    known = set(fonts.families())
    lacking = [family for family in families if family not in known]
    if lacking:
        return say({"missing": "fonts", "families": lacking})
    compiler = typst.Compiler(root=root, font_paths=fonts)
    say({"ready": True, "version": getattr(typst, "__version__", "")})
    for line in sys.stdin.buffer:
        order = json.loads(line)
        try:
            pdf = compiler.compile(
                input=order["main"].encode(), format="pdf", sys_inputs={"data": order["data"]},
                pdf_standards=[order["standard"]] if order.get("standard") else [],
                timestamp=order["stamp"], pdf_tags=order["tags"])
        except Exception as error:
            say({"faults": faults_of(error)})
        else:
            say({"size": len(pdf)}, pdf)


if __name__ == "__main__":
    main()
