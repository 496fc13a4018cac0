"""Rows that Chainer prints: its links, by namedparams() and count_params().

    /usr/bin/python3 -W ignore chainer_rows.py FOLDER    # FOLDER holds chainer and chainerx (a clone at v7.8.1 will do)
"""

import random
import sys
import types

import older_pythons  # noqa: F401

sys.path.insert(0, sys.argv[1])
# The first is written when it is built, which counts no parameters; the second locks downloads.
sys.modules["chainerx._build_info"] = types.SimpleNamespace(build_chainerx=False)
sys.modules["filelock"] = types.SimpleNamespace(FileLock=None)

from chainer import links  # noqa: E402

from rows import count, layer, print_row, query, tensors_text  # noqa: E402

SOURCE = "Chainer count_params()"
VERSION = "7.8.1"
N_STEPS = {"LSTM": links.NStepLSTM, "GRU": links.NStepGRU, "RNN": links.NStepRNNTanh}
BOTH_WAYS = {"LSTM": links.NStepBiLSTM, "GRU": links.NStepBiGRU, "RNN": links.NStepBiRNNTanh}
ASKED = {"LSTM": {"double_bias": True}, "GRU": {"reset_after": True}, "RNN": {}}
CELLS = {"LSTM": links.LSTM, "GRU": links.GRU, "MGU": links.StatefulMGU}


def row(width, made, layers):
    tensors = [(name.lstrip("/"), one.shape) for link in made for name, one in link.namedparams()]
    assert count(tensors) == sum(link.count_params() for link in made)
    print_row(query("chainer", width, layers), count(tensors), tensors_text(tensors), SOURCE, VERSION)


pick = random.Random("chainer")
PAIRS = [(64, 32), (10, 7), (1, 2)] + [(pick.randint(2, 500), pick.randint(2, 400)) for _ in range(2)]
for name, cell in CELLS.items():
    for width, units in PAIRS:
        row(width, [cell(width, units)], [layer(name, units)])
    width, units, more = (pick.randint(2, 300) for _ in range(3))
    row(width, [cell(width, units), cell(units, more)], [layer(name, units), layer(name, more)])
for name, link in N_STEPS.items():
    for width, units in PAIRS:
        row(width, [link(1, width, units, 0.0)], [layer(name, units, **ASKED[name])])
        row(width, [BOTH_WAYS[name](1, width, units, 0.0)], [layer(name, units, bidirectional=True, **ASKED[name])])
    for layers in (2, 3):
        width, units = pick.randint(2, 300), pick.randint(2, 300)
        asked = {"num_layers": layers, **ASKED[name]}
        row(width, [link(layers, width, units, 0.0)], [layer(name, units, **asked)])
        row(width, [BOTH_WAYS[name](layers, width, units, 0.0)], [layer(name, units, bidirectional=True, **asked)])
# As they are written there.
row(64, [links.NStepLSTM(2, 64, 32, 0.1)], ["NStepLSTM(2, 64, 32, 0.1)"])
row(10, [links.NStepBiGRU(2, 10, 7, 0.0)], ["NStepBiGRU(2, 10, 7, 0.0)"])
row(10, [links.NStepBiRNNTanh(1, 10, 7, 0.0)], ["NStepBiRNNTanh(1, 10, 7, 0.0)"])
row(5, [links.LSTM(5, 3)], ["L.LSTM(5, 3)"])
row(5, [links.GRU(5, 3), links.Linear(3, 2)], ["L.GRU(5, 3)", "L.Linear(3, 2)"])
for width, outputs in PAIRS[:2]:
    row(width, [links.Linear(width, outputs)], [layer("Linear", outputs)])
    row(width, [links.Linear(width, outputs, nobias=True)], [layer("Linear", outputs, bias=False)])
    row(width, [links.BatchNormalization(width)], ["BatchNormalization()"])
    row(width, [links.BatchNormalization(width, use_gamma=False)], ["BatchNormalization(use_gamma=false)"])
    row(width, [links.BatchNormalization(width, use_beta=False)], ["BatchNormalization(use_beta=false)"])
    row(width, [links.LayerNormalization(width)], ["LayerNormalization()"])
for _ in range(4):
    vocabulary, features, units, outputs = (pick.randint(2, most) for most in (5000, 200, 300, 50))
    row(
        None,
        [links.EmbedID(vocabulary, features), links.LSTM(features, units), links.Linear(units, outputs)],
        [layer("EmbedID", vocabulary, features), layer("LSTM", units), layer("Linear", outputs)],
    )
