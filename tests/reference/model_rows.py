"""Prints rows of models.csv: whole models of PyTorch, run on a batch of one to see what each layer hands on.

With the word "around": models with convolutions, attention and more normalisations in them.
"""

import csv
import random
import sys

import torch
from torch import nn

AROUND = sys.argv[1:] == ["around"]
DICE = random.Random(2027 if AROUND else 2026)


def text(name, sizes=(), **options):
    named = [f"{key}={str(value).lower()}" for key, value in options.items()]
    return f"{name}({', '.join([str(size) for size in sizes] + named)})"


def pool(steps):
    kind = DICE.choice(["MaxPool1d", "AvgPool1d"])
    size = DICE.randint(1, 6)
    options = {}
    if DICE.random() < 0.6:
        options["stride"] = DICE.randint(1, 5)
    if DICE.random() < 0.5:
        options["padding"] = DICE.randint(0, size // 2)
    if DICE.random() < 0.5:
        options["ceil_mode"] = DICE.random() < 0.7
    if kind == "MaxPool1d" and DICE.random() < 0.3:
        options["dilation"] = DICE.randint(1, 3)
    return text(kind, (size,), **options), getattr(nn, kind)(size, **options)


def divisors(number):
    return [one for one in range(1, number + 1) if number % one == 0]


def convolution(width):
    spread = DICE.random() < 0.3
    name = "ConvTranspose1d" if spread else "Conv1d"
    groups = DICE.choice(divisors(width)) if DICE.random() < 0.4 else 1
    units, size = groups * DICE.randint(1, 6), DICE.randint(1, 5)
    options = {}
    if DICE.random() < 0.5:
        options["stride"] = DICE.randint(1, 4)
    if DICE.random() < 0.4:
        options["padding"] = DICE.randint(0, 3)
    if DICE.random() < 0.3:
        options["dilation"] = DICE.randint(1, 3)
    if spread and options.get("stride", 1) > 1 and DICE.random() < 0.5:
        options["output_padding"] = 1
    if groups > 1:
        options["groups"] = groups
    if DICE.random() < 0.2:
        options["bias"] = False
    return text(name, (width, units, size), **options), getattr(nn, name)(width, units, size, **options), True


class SelfAttention(nn.MultiheadAttention):
    def forward(self, values):
        return super().forward(values, values, values)


def around(width):
    kind = DICE.choice(["convolution", "convolution", "prelu", "group", "instance", "batch", "attention"])
    if kind == "convolution":
        return convolution(width)
    if kind == "prelu":
        count = DICE.choice([1, width])
        return text("PReLU", (), num_parameters=count), nn.PReLU(count), True
    affine = DICE.random() < 0.6
    if kind == "group":
        groups = DICE.choice(divisors(width))
        return text("GroupNorm", (groups, width), affine=affine), nn.GroupNorm(groups, width, affine=affine), True
    if kind == "instance":
        return text("InstanceNorm1d", (width,), affine=affine), nn.InstanceNorm1d(width, affine=affine), True
    if kind == "batch":
        return text("BatchNorm1d", (width,), affine=affine), nn.BatchNorm1d(width, affine=affine), True
    heads = DICE.choice(divisors(width))
    options = {"bias": False} if DICE.random() < 0.3 else {}
    if DICE.random() < 0.3:
        options["add_bias_kv"] = True
    return text("MultiheadAttention", (width, heads), **options), SelfAttention(width, heads, batch_first=True, **options), False


def layer(width, steps):
    """The text of a layer, the layer, and whether it wants the steps last."""
    if AROUND and DICE.random() < 0.6:
        return around(width)
    kind = DICE.choice(["pool", "pool", "recurrent", "linear", "glu", "pad", "adaptive", "keeps", "norm"])
    if kind == "pool":
        return (*pool(steps), True)
    if kind == "recurrent":
        name = DICE.choice(["LSTM", "GRU", "RNN"])
        units = DICE.randint(1, 20)
        options = {"bidirectional": True} if DICE.random() < 0.4 else {}
        return text(name, (width, units), **options), getattr(nn, name)(width, units, batch_first=True, **options), False
    if kind == "linear":
        units = DICE.randint(1, 20)
        return text("Linear", (width, units)), nn.Linear(width, units), False
    if kind == "glu" and width % 2 == 0:
        return "GLU()", nn.GLU(), False
    if kind == "pad":
        name = DICE.choice(["ConstantPad1d", "ReplicationPad1d"])
        left, right = DICE.randint(0, 3), DICE.randint(0, 3)
        values = ((left, right), 0.0) if name == "ConstantPad1d" else ((left, right),)
        return text(name, values), getattr(nn, name)(*values), True
    if kind == "adaptive":
        count = DICE.randint(1, 9)
        return text("AdaptiveAvgPool1d", (count,)), nn.AdaptiveAvgPool1d(count), True
    if kind == "norm":
        return text("LayerNorm", (width,)), nn.LayerNorm(width), False
    return DICE.choice([("ReLU()", nn.ReLU(), False), ("Dropout1d(0.2)", nn.Identity(), False), ("Identity(54, x=1)", nn.Identity(), False)])


def run(module, values, steps_last):
    out = module(values.transpose(1, 2) if steps_last else values)
    out = out[0] if isinstance(out, tuple) else out
    return out.transpose(1, 2) if steps_last else out


def model():
    width, steps = DICE.randint(1, 12), DICE.randint(1, 60)
    values = torch.zeros(1, steps, width)
    query = f"framework=pytorch&input={width}&timesteps={steps}&layers="
    layers, facts = [], []
    total = trained = 0
    for _ in range(DICE.randint(1, 5)):
        name, module, steps_last = layer(values.shape[2], values.shape[1])
        values = run(module, values, steps_last)
        frozen = DICE.random() < 0.2 and any(True for _ in module.parameters())
        if frozen:
            name = name[:-1] + ", requires_grad=False)"
        count = sum(parameter.numel() for parameter in module.parameters())
        layers.append(name)
        facts.append(f"{count}:{0 if frozen else count}:{values.shape[2]}:{values.shape[1]}")
        total += count
        trained += 0 if frozen else count
    units = DICE.randint(1, 9)
    flat = nn.Flatten()(values)
    last = nn.Linear(flat.shape[1], units)
    count = sum(parameter.numel() for parameter in last.parameters())
    layers += ["Flatten()", text("Linear", (units,))]
    facts += [f"0:0:{flat.shape[1]}:", f"{count}:{count}:{units}:"]
    return [query + ", ".join(layers), total + count, trained + count, ";".join(facts)]


def main():
    writer = csv.writer(sys.stdout, lineterminator="\n")
    rows = 0
    while rows < (250 if AROUND else 150):
        try:
            row = model()
        except (RuntimeError, ValueError):  # no step is left, or the padding is too wide
            continue
        writer.writerow([*row, "PyTorch, run", torch.__version__])
        rows += 1


main()
