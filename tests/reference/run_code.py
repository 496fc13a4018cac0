"""What the programs that run the project's code share."""

import json
import sys


def run(result_of):
    """Reads lines of JSON, {"code": "…", "total": "123", …}, from standard input, and says which of them do not give their total.

    result_of: what the code of such a line printed, or how it failed. The exit code is 1 if any of them differs.
    """
    ran = 0
    different = 0
    for line in sys.stdin:
        if not line.strip():
            continue
        case = json.loads(line)
        ran += 1
        printed = result_of(case)
        if printed != case["total"]:
            different += 1
            print(f"expected {case['total']}, printed {printed!r} by\n{case['code']}\n")
    print(f"{ran} ran, {different} different")
    # Nothing to run is no success: something before this program must have failed.
    sys.exit(1 if different or ran == 0 else 0)
