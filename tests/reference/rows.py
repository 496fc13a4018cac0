"""What the scripts beside it share: one row of ../reference.csv."""

import csv
import sys

LONGEST_TENSORS = 1500

_writer = csv.writer(sys.stdout, lineterminator="\n")
_printed = set()


def tensors_text(tensors):
    """[("bias", (128,)), …] as "bias:128;…"; "" where that is too long for the file."""
    text = ";".join(f"{name}:{'x'.join(map(str, shape))}" for name, shape in tensors)
    return text if len(text) < LONGEST_TENSORS else ""


def count(tensors):
    """The numbers in `tensors`, counted with Python's own integers."""
    total = 0
    for _, shape in tensors:
        product = 1
        for side in shape:
            product *= side
        total += product
    return total


def layer(name, *positional, **named):
    """A layer as the query language writes it; arguments that are None are left out."""
    items = [str(value) for value in positional]
    items += [f"{key}={str(value).lower()}" for key, value in named.items() if value is not None]
    return f"{name}({', '.join(items)})"


def query(framework, width, layers):
    """`width` is None where an Embedding comes first."""
    given = "" if width is None else f"input={width}&"
    return f"framework={framework}&{given}layers={', '.join(layers)}"


def print_row(asked, total, tensors, source, version):
    if asked not in _printed:
        _writer.writerow([asked, total, tensors, source, version])
        _printed.add(asked)
