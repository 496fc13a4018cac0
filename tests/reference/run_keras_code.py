"""Runs Keras code that the project wrote, and compares what it prints with what the project counts.

Standard input: lines of JSON, {"code": "…", "total": "123"}. Each code runs in a namespace of its own. The exit code is 1 if any of
them does not print its total.
"""

import contextlib
import io
import json
import sys


def printed(code):
    """What the code printed, or how it failed."""
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            exec(compile(code, "<generated>", "exec"), {"__name__": "__main__"})
    except (Exception, SystemExit) as failure:
        return f"{type(failure).__name__}: {failure}"
    return output.getvalue().strip()


def main():
    ran = 0
    different = 0
    for line in sys.stdin:
        if not line.strip():
            continue
        case = json.loads(line)
        ran += 1
        found = printed(case["code"])
        if found != case["total"]:
            different += 1
            print(f"expected {case['total']}, printed {found!r} by\n{case['code']}\n")
    print(f"{ran} ran, {different} different")
    # Nothing to run is no success: something before this program must have failed.
    return 1 if different or ran == 0 else 0


sys.exit(main())
