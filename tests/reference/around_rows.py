"""Rows that PyTorch prints: single layers around recurrent ones, with their tensors."""

import itertools
import random

import torch
from torch import nn

from rows import layer, print_row, query, tensors_text

SOURCE = "PyTorch named_parameters()"
VERSION = ".".join(torch.__version__.split(".")[:2])


def written(options):
    return {key: "(" + ", ".join(map(str, value)) + ")" if isinstance(value, tuple) else value for key, value in options.items()}


def row(width, name, module, *sizes, **options):
    tensors = [(path, tuple(one.shape)) for path, one in module.named_parameters()]
    total = sum(one.numel() for one in module.parameters())
    print_row(query("pytorch", width, [layer(name, *sizes, **written(options))]), total, tensors_text(tensors), SOURCE, VERSION)


def divisors(number):
    return [one for one in range(1, number + 1) if number % one == 0]


def convolutions(pick):
    for axes, spread, _ in itertools.product((1, 2, 3), (False, True), range(12)):
        name = f"ConvTranspose{axes}d" if spread else f"Conv{axes}d"
        groups = pick.choice((1, 1, 2, 3))
        width, filters = groups * pick.randint(1, 40), groups * pick.randint(1, 40)
        window = tuple(pick.randint(1, 5) for _ in range(axes)) if pick.random() < 0.6 else pick.randint(1, 5)
        wanted = {"stride": pick.choice((None, 2)), "groups": groups if groups > 1 else None, "bias": pick.choice((None, None, False))}
        given = {key: value for key, value in wanted.items() if value is not None}
        module = getattr(nn, name)(width, filters, window, device="meta", **given)
        if pick.random() < 0.5:
            row(width, name, module, width, filters, kernel_size=window, **given)
        else:
            row(width, name, module, filters, kernel_size=window, **given)


def attention(pick):
    for _ in range(20):
        width = pick.randint(1, 96)
        heads = pick.choice(divisors(width))
        wanted = {"bias": pick.choice((None, None, False)), "add_bias_kv": pick.choice((None, True))}
        given = {key: value for key, value in wanted.items() if value is not None}
        module = nn.MultiheadAttention(width, heads, device="meta", **given)
        if pick.random() < 0.5:
            row(width, "MultiheadAttention", module, width, heads, **given)
        else:
            row(width, "MultiheadAttention", module, num_heads=heads, **given)


def attention_elsewhere(pick):
    """Keys and values of widths of their own; now and then as wide as the queries, and packed with them."""
    for _ in range(24):
        width = pick.randint(1, 96)
        heads = pick.choice(divisors(width))
        wanted = {
            "bias": pick.choice((None, None, False)),
            "add_bias_kv": pick.choice((None, True)),
            "kdim": pick.choice((None, width, pick.randint(1, 96))),
            "vdim": pick.choice((None, pick.randint(1, 96), pick.randint(1, 96))),
        }
        given = {key: value for key, value in wanted.items() if value is not None}
        row(width, "MultiheadAttention", nn.MultiheadAttention(width, heads, device="meta", **given), width, heads, **given)


def pairs(pick):
    for _ in range(12):
        first, second, units = (pick.randint(1, 40) for _ in range(3))
        given = pick.choice(({}, {}, {"bias": False}))
        module = nn.Bilinear(first, second, units, device="meta", **given)
        if pick.random() < 0.5:
            row(first, "Bilinear", module, first, second, units, **given)
        else:
            row(first, "Bilinear", module, in2_features=second, out_features=units, **given)


def normalisations(pick):
    for _ in range(10):
        width, affine = pick.randint(1, 300), pick.random() < 0.5
        groups = pick.choice(divisors(width))
        row(width, "GroupNorm", nn.GroupNorm(groups, width, affine=affine, device="meta"), groups, width, affine=affine)
        for axes in (1, 2, 3):
            name = f"InstanceNorm{axes}d"
            row(width, name, getattr(nn, name)(width, affine=affine, device="meta"), width, affine=affine)
        count = pick.choice((1, width))
        row(width, "PReLU", nn.PReLU(count, device="meta"), num_parameters=count)


def main():
    pick = random.Random(13)
    convolutions(pick)
    attention(pick)
    normalisations(pick)
    attention_elsewhere(pick)
    pairs(pick)


main()
