"""Rows that PyTorch prints: models of torch.nn, counted by their own parameters()."""

import random

import torch
from torch import nn

from rows import layer, print_row, query, tensors_text

SOURCE = "PyTorch named_parameters()"
VERSION = ".".join(torch.__version__.split(".")[:2])  # as in the rows that were there first

RECURRENT = {"LSTM": nn.LSTM, "GRU": nn.GRU, "RNN": nn.RNN}
USUAL_SIZES = (1, 2, 3, 8, 16, 32, 50, 64, 100, 128, 200, 256, 300, 512)


def size(pick, most):
    usual = [number for number in USUAL_SIZES if number <= most]
    return pick.choice(usual) if pick.random() < 0.4 else pick.randint(1, most)


def recurrent(pick, width, name, most, device, depth):
    """A module and its text."""
    units = size(pick, most)
    wanted = {
        "num_layers": pick.choice((None, None, *range(2, depth + 1))),
        "bidirectional": pick.choice((None, None, True)),
        "bias": pick.choice((None, None, None, False)),
    }
    if name == "LSTM" and units > 1 and pick.random() < 0.3:
        wanted["proj_size"] = pick.randint(1, units - 1)
    given = {key: value for key, value in wanted.items() if value is not None}
    module = RECURRENT[name](width, units, device=device, **given)
    if pick.random() < 0.1:
        wanted["batch_first"] = True  # changes no parameter
    return module, layer(name, units, **wanted)


def after(module, values):
    """What `module` really hands on: (batch, steps, features)."""
    if isinstance(module, (nn.LSTM, nn.GRU, nn.RNN)):
        return module(values)[0]
    if isinstance(module, nn.BatchNorm1d):
        return module(values.transpose(1, 2)).transpose(1, 2)
    return module(values)


def row(width, modules, layers):
    asked = query("pytorch", width, layers)
    total = sum(p.numel() for module in modules for p in module.parameters())
    tensors = [(name, tuple(p.shape)) for module in modules for name, p in module.named_parameters()]
    print_row(asked, total, tensors_text(tensors), SOURCE, VERSION)


def single(pick, name, most):
    """One module, on the device that allocates nothing."""
    width = size(pick, most)
    module, text = recurrent(pick, width, name, most, "meta", 4)
    row(width, [module], [text])


def stack(pick):
    """Modules one after the other. Each is as wide as what the one before it returned when it ran."""
    width = None
    modules, layers = [], []
    with torch.no_grad():
        if pick.random() < 0.5:
            vocabulary, features = pick.randint(2, 30000), size(pick, 128)
            modules.append(nn.Embedding(vocabulary, features))
            layers.append(layer("Embedding", vocabulary, features))
            values = modules[0](torch.zeros(2, 3, dtype=torch.long))
        else:
            width = size(pick, 128)
            values = torch.zeros(2, 3, width)

        def add(module, text):
            nonlocal values
            values = after(module, values)
            modules.append(module)
            layers.append(text)

        for _ in range(pick.choice((1, 1, 2, 2, 3))):
            add(*recurrent(pick, values.shape[-1], pick.choice(tuple(RECURRENT)), 160, "cpu", 3))
            extra = pick.randrange(5)
            if extra == 0:
                rate = pick.choice((0.1, 0.25, 0.5))
                add(nn.Dropout(rate), layer("Dropout", rate))
            elif extra == 1:
                add(nn.BatchNorm1d(values.shape[-1]), "BatchNorm1d()")
            elif extra == 2:
                add(nn.LayerNorm(values.shape[-1]), "LayerNorm()")
        for _ in range(pick.choice((0, 1, 1, 2))):
            units, bias = size(pick, 300), pick.choice((None, None, False))
            add(nn.Linear(values.shape[-1], units, bias=bias is None), layer("Linear", units, bias=bias))
    row(width, modules, layers)


def lessons():
    """Models that people ask about: a sentiment tutorial's and the ends of the range."""
    row(
        None,
        [nn.Embedding(25002, 100), nn.LSTM(100, 256, num_layers=2, bidirectional=True), nn.Linear(512, 1)],
        ["Embedding(25002, 100)", "LSTM(256, num_layers=2, bidirectional=true)", "Linear(1)"],
    )
    for name, kind in RECURRENT.items():
        for width, units in ((1, 1), (1, 4096), (4096, 1), (100000, 20000)):
            row(width, [kind(width, units, device="meta")], [layer(name, units)])


lessons()
pick = random.Random(20260119)
for _ in range(60):
    for name in RECURRENT:
        single(pick, name, 700)
for _ in range(12):
    for name in RECURRENT:
        single(pick, name, 9000)
for _ in range(150):
    stack(pick)
