"""Rows that PyTorch prints: normalisations of a shape, and what Flatten, pooling and GLU leave of a sequence, each run on a batch of one."""

import random

import torch
from torch import nn

from rows import print_row, tensors_text

SOURCE = "PyTorch named_parameters()"
VERSION = ".".join(torch.__version__.split(".")[:2])


def row(width, steps, layers):
    """Layers as (text, module, whether it wants the steps last)."""
    values, tensors = torch.zeros(1, steps, width), []
    for _, module, steps_last in layers:
        values = module(values.transpose(1, 2) if steps_last and values.dim() == 3 else values)
        values = values[0] if isinstance(values, tuple) else values
        values = values.transpose(1, 2) if steps_last and values.dim() == 3 else values
        tensors += [(name, tuple(one.shape)) for name, one in module.named_parameters()]
    total = sum(one.numel() for _, module, _ in layers for one in module.parameters())
    text = ", ".join(text for text, _, _ in layers)
    print_row(f"framework=pytorch&input={width}&timesteps={steps}&layers={text}", total, tensors_text(tensors), SOURCE, VERSION)


def norm_of_shape(pick):
    width, steps = pick.randint(1, 60), pick.randint(1, 60)
    affine = pick.random() < 0.8
    option = "" if affine else ", elementwise_affine=false"
    row(width, steps, [(f"LayerNorm(({steps}, {width}){option})", nn.LayerNorm((steps, width), elementwise_affine=affine), False)])
    row(width, steps, [(f"LayerNorm([{width}]{option})", nn.LayerNorm([width], elementwise_affine=affine), False)])


def what_is_left(pick):
    width, steps, units = pick.randint(2, 24), pick.randint(12, 80), pick.randint(1, 20)
    size, stride = pick.randint(2, 4), pick.randint(1, 4)
    pools = [
        (f"MaxPool1d({size})", nn.MaxPool1d(size), True),
        (f"AvgPool1d({size}, {stride})", nn.AvgPool1d(size, stride), True),
        (f"AdaptiveAvgPool1d({size})", nn.AdaptiveAvgPool1d(size), True),
        (f"AdaptiveMaxPool1d({size})", nn.AdaptiveMaxPool1d(size), True),
    ]
    for pool in pools:
        flat = nn.Flatten()(pool[1](torch.zeros(1, width, steps))).shape[1]
        row(width, steps, [pool, ("Flatten()", nn.Flatten(), False), (f"Linear({units})", nn.Linear(flat, units), False)])
    flat = width * steps
    row(width, steps, [("Flatten()", nn.Flatten(), False), (f"Linear({units})", nn.Linear(flat, units), False)])
    double = 2 * width
    row(double, steps, [("GLU()", nn.GLU(), False), (f"Linear({units})", nn.Linear(width, units), False)])
    row(double, steps, [(f"Conv1d({double}, {2 * units}, 1)", nn.Conv1d(double, 2 * units, 1), True), ("GLU()", nn.GLU(), False),
                        (f"LSTM({units}, 3)", nn.LSTM(units, 3, batch_first=True), False)])


def main():
    pick = random.Random(1313)
    for _ in range(10):
        norm_of_shape(pick)
        what_is_left(pick)


main()
