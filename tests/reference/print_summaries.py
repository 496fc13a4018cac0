"""Prints lines of printed_summaries.jsonl: models of PyTorch as torchinfo, torchsummary and pytorch_model_summary
show them, with the number of their parameters and the same model as a query.

Sizes are random but always the same. What the tools are called with changes from model to model.
"""

import json
import random
import sys

# Where the tools are, unless they are installed.
sys.path[:0] = sys.argv[1:]

import torch
import torchinfo
from torch import nn

try:
    import pytorch_model_summary
    import torchsummary
except ImportError:
    pytorch_model_summary = torchsummary = None

DICE = random.Random(2029)
RECURRENT = ["LSTM", "GRU", "RNN"]
LABELS = ["rnn", "encoder", "fc", "out", "embed", "head", "decoder", "norm", "block"]


class Net(nn.Module):
    def __init__(self, layers):
        super().__init__()
        for place, layer in enumerate(layers):
            self.add_module(f"{DICE.choice(LABELS)}{place}", layer)

    def forward(self, x):
        for layer in self.children():
            if isinstance(layer, (nn.Conv1d, nn.BatchNorm1d)):
                x = layer(x.transpose(1, 2)).transpose(1, 2)
            elif isinstance(layer, nn.MultiheadAttention):
                x = layer(x, x, x)[0]
            else:
                x = layer(x)
            x = x[0] if isinstance(x, tuple) else x
        return x


class LSTM(Net):
    """A model is often called so."""


def flag(value, name):
    return [f"{name}=true"] if value else []


def recurrent(width, plain):
    kind = DICE.choice(RECURRENT)
    units = DICE.choice([8, 16, 20, 32, 50, 64, 100, 128])
    layers = 1 if plain else DICE.choice([1, 1, 1, 2, 2, 3])
    both = False if plain else DICE.random() < 0.35
    bias = plain or DICE.random() < 0.85
    proj = units // 4 if kind == "LSTM" and not plain and DICE.random() < 0.12 else 0
    module = getattr(nn, kind)(
        width, units, layers, bias=bias, bidirectional=both, batch_first=True, **({"proj_size": proj} if proj else {})
    )
    options = [f"num_layers={layers}"] * (layers > 1) + ["bias=false"] * (not bias) + flag(both, "bidirectional")
    options += [f"proj_size={proj}"] * (proj > 0)
    text = f"{kind}({', '.join([str(width), str(units), *options])})"
    return module, text, (proj or units) * (1 + both)


def dense(width, units, bias=True):
    text = f"Linear({width}, {units}{'' if bias else ', bias=false'})"
    return nn.Linear(width, units, bias=bias), text, units


def between(width):
    """A layer that may stand anywhere."""
    form = DICE.randrange(9)
    if form == 0:
        return nn.Dropout(0.5), "Dropout(0.5)", width
    if form == 1:
        return nn.LayerNorm(width), f"LayerNorm({width})", width
    if form == 2:
        return nn.ReLU(), "ReLU", width
    if form == 3:
        return nn.BatchNorm1d(width), f"BatchNorm1d({width})", width
    if form == 4:
        filters, kernel, bias = DICE.choice([16, 24, 64]), DICE.choice([1, 3, 5]), DICE.random() < 0.7
        module = nn.Conv1d(width, filters, kernel, padding=kernel // 2, bias=bias)
        return module, f"Conv1d({width}, {filters}, {kernel}{'' if bias else ', bias=false'})", filters
    if form == 5 and width % 4 == 0:
        return nn.MultiheadAttention(width, 4, batch_first=True), f"MultiheadAttention({width}, 1)", width
    if form == 6:
        return nn.PReLU(), "PReLU(num_parameters=1)", width
    return dense(width, DICE.choice([10, 16, 32, 64]), DICE.random() < 0.8)


def model(plain=False):
    """Modules, their text, the width of what comes in, and whether that are words."""
    words = DICE.random() < 0.4
    width = DICE.choice([1, 3, 4, 6, 8, 10, 28, 40, 64])
    modules, texts, start = [], [], width
    if words:
        vocabulary = DICE.choice([100, 1200, 5001, 10000])
        modules.append(nn.Embedding(vocabulary, width))
        texts.append(f"Embedding({vocabulary}, {width})")
    for _ in range(DICE.choice([1, 1, 2])):
        module, text, width = recurrent(width, plain)
        modules.append(module)
        texts.append(text)
        for _ in range(0 if plain else DICE.choice([0, 0, 1, 2])):
            module, text, width = between(width)
            modules.append(module)
            texts.append(text)
    for units in DICE.choice([[1], [2], [10], [32, 1], [64, 5]]):
        module, text, width = dense(width, units)
        modules.append(module)
        texts.append(text)
    if not plain and DICE.random() < 0.2:
        part = DICE.choice(modules)
        for one in part.parameters():
            one.requires_grad = False
        if any(True for _ in part.parameters()):
            at = modules.index(part)
            texts[at] = texts[at][:-1] + ", requires_grad=false)"
    return modules, texts, start, words


def held(modules):
    form = DICE.randrange(4)
    if form == 0 and len(modules) > 2:
        cut = DICE.randint(1, len(modules) - 1)
        return Net([Net(modules[:cut]), Net(modules[cut:])])
    if form == 1:
        return LSTM(modules)
    if form == 2 and isinstance(modules[-1], nn.Linear):
        return Net([*modules[:-1], nn.Sequential(modules[-1])])
    return Net(modules)


def row(name, tool, net, text, texts):
    print(
        json.dumps(
            {
                "id": name,
                "tool": tool,
                "text": f"{text}\n",
                "total": str(sum(one.numel() for one in net.parameters())),
                "query": f"framework=pytorch&layers={', '.join(texts)}",
            },
            ensure_ascii=False,
        )
    )


COLUMNS = [
    ("output_size", "num_params"),
    ("output_size", "num_params"),
    ("input_size", "output_size", "num_params", "trainable"),
    ("input_size", "output_size", "num_params", "params_percent", "kernel_size", "mult_adds", "trainable"),
    ("output_size", "num_params", "mult_adds"),
    ("kernel_size", "output_size", "num_params", "mult_adds"),
]
ROWS = [("depth",), ("depth",), ("depth", "var_names"), ("var_names",), ("ascii_only", "depth")]


def comes_in(width, words):
    batch, steps = DICE.choice([1, 2, 32]), DICE.choice([7, 60])
    if words:
        return torch.zeros(batch, steps, dtype=torch.long)
    return torch.zeros(batch, steps, width)


if __name__ == "__main__":
    for place in range(70):
        modules, texts, width, words = model()
        net = held(modules).eval()
        columns = COLUMNS[0] if place < 12 else DICE.choice(COLUMNS)
        shown = torchinfo.summary(
            net,
            input_data=comes_in(width, words),
            verbose=0,
            depth=5,
            col_names=columns,
            row_settings=DICE.choice(ROWS),
        )
        if place % 10 == 9:
            shown.formatting.verbose = 2
        row(f"torchinfo-{place:02}", "torchinfo", net, shown, texts)
    for place in range(20):
        modules, texts, width, words = model(plain=True)
        net = held(modules)
        row(f"alone-{place:02}", "torchinfo without shapes", net, torchinfo.summary(net, verbose=0, depth=5), texts)
    # torchsummary cannot show an LSTM at all, and sees no weights of a GRU or an RNN.
    for place in range(15 if torchsummary else 0):
        widths = [DICE.choice([3, 8, 28, 64, 100]) for _ in range(DICE.randint(2, 4))]
        modules, texts = [], []
        for width, units in zip(widths, widths[1:]):
            module, text, _ = dense(width, units, DICE.random() < 0.8)
            modules += [module, DICE.choice([nn.ReLU(), nn.Tanh()])]
            texts += [text, type(modules[-1]).__name__]
        net = DICE.choice([Net, lambda layers: nn.Sequential(*layers)])(modules)
        shown, _ = torchsummary.torchsummary.summary_string(net, (7, widths[0]), device=torch.device("cpu"))
        row(f"torchsummary-{place:02}", "torchsummary", net, shown, texts)
    for place in range(6 if torchsummary else 0):
        kind, both, units = DICE.choice(["GRU", "RNN"]), DICE.random() < 0.5, DICE.choice([16, 50])
        net = Net([getattr(nn, kind)(12, units, batch_first=True, bidirectional=both), nn.Linear(units * (1 + both), 3)])
        shown, _ = torchsummary.torchsummary.summary_string(net, (7, 12), device=torch.device("cpu"))
        texts = [f"{kind}(12, {units}{', bidirectional=true' if both else ''})", f"Linear({units * (1 + both)}, 3)"]
        row(f"uncounted-{place:02}", "torchsummary", net, shown, texts)
    if pytorch_model_summary:
        for place in range(20):
            modules, texts, width, words = model()
            # An attention is not shown.
            while any(isinstance(one, nn.MultiheadAttention) for one in modules):
                modules, texts, width, words = model()
            net = held(modules)
            shown = pytorch_model_summary.summary(
                net, comes_in(width, words), max_depth=None, show_parent_layers=place % 3 == 0
            )
            row(f"model-summary-{place:02}", "pytorch_model_summary", net, shown, texts)
