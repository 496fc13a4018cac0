"""Runs PyTorch code that the project wrote, and compares it with what the project counts.

Standard input: lines of JSON, {"code": "…", "total": "123", "input": 64, "words": false, "output": 32, "tensors":
["weight_ih_l0", …], "branches": false, "axes": 1, "places": 3, "same": true}. Each code runs in a namespace of its own: it has to print its total, its `model` has to have
those tensors within its modules, and to make (batch, time steps, output) of a batch, or as many axes, of any length where not "same", or (batch, output) where "flat", unless it consists of branches. The exit code is 1 if any
of them does not.
"""

import contextlib
import io
from unittest import mock

import torch
from run_code import run

# Modules with more numbers than this are made on the device that allocates nothing.
MOST_ALLOCATED = 20_000_000

plain_empty = torch.empty


def empty_without_memory(*sizes, device=None, **more):
    return plain_empty(*sizes, device=device or "meta", **more)


def result_of(case):
    """What the code printed, or how it or its model failed."""
    total = case["total"]
    large = total.isdigit() and int(total) > MOST_ALLOCATED
    light = mock.patch.object(torch, "empty", empty_without_memory) if large else contextlib.nullcontext()
    output = io.StringIO()
    names = {"__name__": "__main__"}
    try:
        with light, contextlib.redirect_stdout(output):
            exec(compile(case["code"], "<generated>", "exec"), names)
        fault = "" if large else fault_of(names["model"], case)
    except (Exception, SystemExit) as failure:
        return f"{type(failure).__name__}: {failure}"
    return fault or output.getvalue().strip()


def fault_of(model, case):
    """Where the model is another one than the project says; "" where it is not."""
    tensors = [name.split(".", 1)[1] for name, _ in model.named_parameters()]
    if tensors != case["tensors"]:
        return f"tensors {tensors}, not {case['tensors']}"
    if case.get("branches"):
        return ""
    places = (2,) + (case["places"],) * case["axes"]
    size = places if case["words"] else (*places, case["input"])
    x = torch.randint(0, case["input"], size) if case["words"] else torch.randn(*size)
    shape = tuple(model(x).shape)
    if case.get("flat"):
        return "" if shape == (2, case["output"]) else f"output {shape}"
    alike = shape[:-1] == places if case["same"] else len(shape) == len(places) + 1
    return "" if alike and shape[-1] == case["output"] else f"output {shape}"


run(result_of)
