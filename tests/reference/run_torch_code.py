"""Runs PyTorch code that the project wrote, and compares what it prints with what the project counts.

Standard input: lines of JSON, {"code": "…", "total": "123"}. Each code runs in a namespace of its own. The exit
code is 1 if any of them fails or prints anything but its total.
"""

import contextlib
import io
import json
import sys
from unittest import mock

import torch

# Modules with more numbers than this are made on the device that allocates nothing.
MOST_ALLOCATED = 20_000_000

plain_empty = torch.empty


def empty_without_memory(*sizes, device=None, **more):
    return plain_empty(*sizes, device=device or "meta", **more)


def printed_by(code, total):
    """What the code printed, or how it failed."""
    large = total.isdigit() and int(total) > MOST_ALLOCATED
    light = mock.patch.object(torch, "empty", empty_without_memory) if large else contextlib.nullcontext()
    output = io.StringIO()
    try:
        with light, contextlib.redirect_stdout(output):
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
        printed = printed_by(case["code"], case["total"])
        if printed != case["total"]:
            different += 1
            print(f"expected {case['total']}, printed {printed!r} by\n{case['code']}\n")
    print(f"{ran} ran, {different} different")
    # Nothing to run is no success: something before this program must have failed.
    return 1 if different or ran == 0 else 0


sys.exit(main())
