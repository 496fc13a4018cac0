"""Runs Keras code that the project wrote, and compares it with what the project counts.

Standard input: lines of JSON, {"code": "…", "total": "123"}. Each code runs in a namespace of its own.
"""

import contextlib
import io

from run_code import run


def result_of(case):
    """What the code printed, or how it failed."""
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            exec(compile(case["code"], "<generated>", "exec"), {"__name__": "__main__"})
    except (Exception, SystemExit) as failure:
        return f"{type(failure).__name__}: {failure}"
    return output.getvalue().strip()


run(result_of)
