"""Rows that xLSTM prints: its sLSTMLayer, by named_parameters(), which is not run.

    /usr/bin/python3 -W ignore xlstm_rows.py FOLDER    # FOLDER holds the folder xlstm of a clone at v2.0.5
"""

import importlib.machinery
import random
import sys
import types

import torch

FOLDER = sys.argv[1]
# Its __init__ imports what these rows do not need.
for name in ("xlstm", "xlstm.blocks", "xlstm.blocks.slstm", "xlstm.components"):
    module = types.ModuleType(name)
    module.__path__ = [f"{FOLDER}/{name.replace('.', '/')}"]
    module.__spec__ = importlib.machinery.ModuleSpec(name, None, is_package=True)
    sys.modules[name] = module

from xlstm.blocks.slstm import cell  # noqa: E402
from xlstm.blocks.slstm.layer import sLSTMLayer, sLSTMLayerConfig  # noqa: E402
from xlstm.components.ln import LayerNorm  # noqa: E402

from rows import count, layer, print_row, query, tensors_text  # noqa: E402

SOURCE = "xLSTM named_parameters()"
VERSION = "2.0.5"
# The default backend compiles its kernels when a layer is made; its tensors are there without.
cell.sLSTMCellFuncGenerator = lambda training, config: None
sLSTMLayer.reset_parameters = lambda self: None
cell.sLSTMCellBase.reset_parameters = lambda self: None


def tensors_of(modules):
    return [(name, tuple(one.shape)) for module in modules for name, one in module.named_parameters()]


def row(width, modules, layers):
    tensors = tensors_of(modules)
    assert count(tensors) == sum(one.numel() for module in modules for one in module.parameters())
    print_row(query("xlstm", width, layers), count(tensors), tensors_text(tensors), SOURCE, VERSION)


def slstm(width, heads=4, window=4, gain=True):
    return sLSTMLayer(
        sLSTMLayerConfig(
            embedding_dim=width, num_heads=heads, conv1d_kernel_size=window, group_norm_weight=gain
        )
    )


pick = random.Random("xlstm")
PAIRS = [(64, 4), (8, 2), (1, 1), (12, 1), (12, 12)] + [
    (heads * pick.randint(2, 90), heads) for heads in (pick.randint(2, 16) for _ in range(4))
]
for width, heads in PAIRS:
    row(width, [slstm(width, heads)], [layer("sLSTM", heads)])
    row(width, [slstm(width, heads, 0)], [layer("sLSTM", heads, conv1d_kernel_size=0)])
    window = pick.randint(1, 9)
    made = slstm(width, heads, window, False)
    row(width, [made], [layer("sLSTM", heads, conv1d_kernel_size=window, scale=False)])
# As it is written there, with its defaults.
row(64, [slstm(64)], ["sLSTMLayer(embedding_dim=64)"])
row(128, [slstm(128, 8, 0)], ["sLSTMLayer(embedding_dim=128, num_heads=8, conv1d_kernel_size=0)"])
row(64, [slstm(64), slstm(64, 8)], ["sLSTM(4)", "sLSTM(8)"])
for width, words, units in ((64, 1000, 10), (24, 50, 50)):
    made = [torch.nn.Embedding(words, width), slstm(width), LayerNorm(width), torch.nn.Linear(width, units, bias=False)]
    text = [layer("Embedding", words, width), "sLSTM()", "LayerNorm()", layer("Linear", units, bias=False)]
    row(None, made, text)
row(16, [LayerNorm(16)], ["LayerNorm(16)"])
row(16, [LayerNorm(16, bias=True)], ["LayerNorm(16, bias=True)"])
row(16, [LayerNorm(16, weight=False)], ["LayerNorm(16, weight=False)"])
