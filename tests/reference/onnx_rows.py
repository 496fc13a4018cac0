"""Rows for ONNX: graphs that PyTorch exports, counted by the initialisers that their nodes read; and single
nodes with ONNX's own shapes, for what PyTorch does not export (peepholes, a GRU that resets before).

Names of tensors are those of the operators' inputs in onnx.defs.
"""

import io
import random
import re

import numpy
import onnx
import torch
from onnx.backend.test.case.node.lstm import LSTM_Helper
from torch import nn

from rows import count, layer, print_row, query, tensors_text

EXPORTED = "ONNX graphs exported by PyTorch"
EXPORTED_VERSION = ".".join(torch.__version__.split(".")[:2])
DEFINED = "shapes in onnx.defs.get_schema"
DEFINED_VERSION = ".".join(onnx.__version__.split(".")[:2])

RECURRENT = {"LSTM": nn.LSTM, "GRU": nn.GRU, "RNN": nn.RNN}
WEIGHTS = ("W", "R", "B", "P")  # the other inputs of a recurrent node are data, lengths and states


class Stack(nn.Module):
    """Runs (steps, batch, features) through its modules; Linear sees the last step only, so that it is a Gemm."""

    def __init__(self, modules):
        super().__init__()
        self.parts = nn.ModuleList(modules)

    def forward(self, values):
        for module in self.parts:
            if isinstance(module, tuple(RECURRENT.values())):
                values = module(values)[0]
            elif isinstance(module, nn.BatchNorm1d):
                values = module(values.permute(1, 2, 0)).permute(2, 0, 1)
            elif isinstance(module, nn.Linear):
                values = module(values[-1])
            else:
                values = module(values)
        return values


def exported_tensors(modules, width):
    """The weights of every node that has some, in the order of the graph; and whether a Gemm transposes its B.

    ONNX allows both (transB); the row of the project is the one that does not, PyTorch exports the other.
    """
    model = Stack(modules).eval()
    with torch.no_grad():  # the exporter stores equal tensors once
        for tensor in (*model.parameters(), *model.buffers()):
            if tensor.is_floating_point():
                tensor.uniform_(0.5, 1.5)
    file = io.BytesIO()
    torch.onnx.export(model, torch.zeros(4, 2, width), file, opset_version=17, do_constant_folding=True)
    graph = onnx.load_from_string(file.getvalue())
    onnx.checker.check_model(graph)
    stored = {tensor.name: tuple(tensor.dims) for tensor in graph.graph.initializer}

    tensors = []
    transposes = False
    for node in graph.graph.node:
        names = [entry.name for entry in onnx.defs.get_schema(node.op_type, 17).inputs]
        if node.op_type in RECURRENT:
            read = [(name, given) for name, given in zip(names, node.input) if name in WEIGHTS and given]
            # A weight that is no initialiser would be missed silently.
            assert all(given in stored for _, given in read), node
            if node.op_type == "GRU":
                assert [a.i for a in node.attribute if a.name == "linear_before_reset"] == [1], node
        elif node.op_type in ("Gemm", "BatchNormalization", "LayerNormalization"):
            read = list(zip(names, node.input))[1:]
            assert all(given in stored for _, given in read), node
        else:
            assert not any(given in stored for given in node.input), node
            read = []
        tensors += [(name, stored[given]) for name, given in read]
        transposes |= any(a.name == "transB" and a.i for a in node.attribute)
    return tensors, transposes


def exported_row(width, modules, layers):
    tensors, transposes = exported_tensors(modules, width)
    text = "" if transposes else tensors_text(tensors)
    print_row(query("onnx", width, layers), count(tensors), text, EXPORTED, EXPORTED_VERSION)


def recurrent(pick, width, name, most):
    units = pick.randint(1, most)
    wanted = {
        "num_layers": pick.choice((None, None, 2, 3)),
        "bidirectional": pick.choice((None, True)),
        "bias": pick.choice((None, None, False)),
    }
    given = {key: value for key, value in wanted.items() if value is not None}
    if name == "GRU":
        wanted["reset_after"] = True  # linear_before_reset=1
    return RECURRENT[name](width, units, **given), layer(name, units, **wanted), units * (1 + ("bidirectional" in given))


def exported_rows():
    pick = random.Random(20260119)
    for name, kind in RECURRENT.items():
        reset = True if name == "GRU" else None
        for width, units in ((1, 1), (64, 32), (10, 7), (32, 128)):
            exported_row(width, [kind(width, units)], [layer(name, units, reset_after=reset)])
    for _ in range(18):
        for name in RECURRENT:
            width = pick.randint(1, 90)
            module, text, _ = recurrent(pick, width, name, 80)
            exported_row(width, [module], [text])
    for _ in range(36):
        start = width = pick.randint(1, 60)
        modules, layers = [], []
        for _ in range(pick.choice((1, 2))):
            module, text, width = recurrent(pick, width, pick.choice(tuple(RECURRENT)), 40)
            modules.append(module)
            layers.append(text)
        extra = pick.choice(("", "BatchNormalization", "LayerNormalization"))
        if extra:
            modules.append(nn.BatchNorm1d(width) if extra == "BatchNormalization" else nn.LayerNorm(width))
            layers.append(f"{extra}()")
        if pick.random() < 0.7:
            units = pick.randint(1, 50)
            modules.append(nn.Linear(width, units))
            layers.append(layer("Dense", units))
        exported_row(start, modules, layers)


def defined_shapes(name):
    """By input, the sides that the operator's documentation gives it, as text: ["num_directions", …]."""
    shapes = {}
    for entry in onnx.defs.get_schema(name).inputs:
        if entry.name in WEIGHTS:
            (sides,) = re.findall(r"shape `\[(.*?)\]`", entry.description)
            # The documentation of P has a slip of the pen.
            shapes[entry.name] = [side.strip().replace("hidde_size", "hidden_size") for side in sides.split(",")]
    return shapes


def defined_tensors(name, width, units, bidirectional, left_out):
    sizes = {"num_directions": 1 + bidirectional, "hidden_size": units, "input_size": width}

    def number(side):
        factor, _, known = side.rpartition("*")
        return int(factor or 1) * sizes[known]

    return [
        (key, tuple(number(side) for side in sides))
        for key, sides in defined_shapes(name).items()
        if key not in left_out
    ]


def run_with_peepholes(tensors, width):
    """ONNX's own example of an LSTM, which runs one direction, accepts these shapes and no other P."""
    (w, r, b, p) = (numpy.full(shape, 0.1, dtype=numpy.float32) for _, shape in tensors)
    x = numpy.ones((3, 2, width), dtype=numpy.float32)
    LSTM_Helper(X=x, W=w, R=r, B=b, P=p).step()


def defined_rows():
    pick = random.Random(20260120)
    options = (
        ("LSTM", {"peepholes": True}),
        ("LSTM", {"peepholes": True, "bidirectional": True}),
        ("LSTM", {"bias": False, "peepholes": True}),
        ("LSTM", {"coupled": True}),  # input_forget=1 leaves every shape alone
        ("GRU", {"reset_after": False}),
        ("GRU", {"reset_after": False, "bidirectional": True}),
        ("GRU", {"reset_after": False, "bias": False}),
        ("RNN", {"bidirectional": True}),
    )
    for name, wanted in options:
        left_out = {key for key, given in (("P", wanted.get("peepholes")), ("B", wanted.get("bias", True))) if not given}
        for width, units in [(64, 32), (10, 7)] + [(pick.randint(1, 300), pick.randint(2, 300)) for _ in range(4)]:
            tensors = defined_tensors(name, width, units, wanted.get("bidirectional", False), left_out)
            if wanted == {"peepholes": True}:
                run_with_peepholes(tensors, width)
            ordered = {key: wanted.get(key) for key in ("bidirectional", "bias", "peepholes", "coupled", "reset_after")}
            print_row(
                query("onnx", width, [layer(name, units, **ordered)]),
                count(tensors),
                tensors_text(tensors),
                DEFINED,
                DEFINED_VERSION,
            )


exported_rows()
defined_rows()
