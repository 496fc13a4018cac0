"""Rows that tinygrad prints: its LSTMCell and Linear, counted by get_state_dict.

    python3 tinygrad_rows.py FOLDER    # FOLDER holds the package tinygrad (a clone of its repository will do)
"""

import pathlib
import random
import sys

folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(folder))

from tinygrad.nn import Embedding, LSTMCell, Linear  # noqa: E402
from tinygrad.nn.state import get_state_dict  # noqa: E402

from rows import count, layer, print_row, query, tensors_text  # noqa: E402

SOURCE = "tinygrad get_state_dict()"
VERSION = "0.13"


def row(width, modules, layers):
    tensors = [(name, tensor.shape) for module in modules for name, tensor in get_state_dict(module).items()]
    print_row(query("tinygrad", width, layers), count(tensors), tensors_text(tensors), SOURCE, VERSION)


pick = random.Random(20260119)
for width, units in [(64, 32), (10, 7), (1, 1)] + [(pick.randint(1, 600), pick.randint(1, 600)) for _ in range(9)]:
    for bias in (None, False):
        row(width, [LSTMCell(width, units, bias is None)], [layer("LSTM", units, bias=bias)])
for _ in range(8):
    vocabulary, features, units, outputs = (pick.randint(1, most) for most in (5000, 200, 300, 50))
    row(
        None,
        [Embedding(vocabulary, features), LSTMCell(features, units), LSTMCell(units, units), Linear(units, outputs)],
        [layer("Embedding", vocabulary, features), layer("LSTM", units), layer("LSTM", units), layer("Linear", outputs)],
    )
