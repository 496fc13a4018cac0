"""Prints lines of printed_modules.jsonl: whole models of PyTorch as print(model) shows them, with the number of their
parameters and the same model as a query.

The models are those of ./models.csv and ./reference.csv. What holds their layers, and what these are called, changes
from model to model. Every model is made on the device that allocates nothing.
"""

import ast
import csv
import json
import random
import re
from urllib.parse import unquote_plus

import torch
from torch import nn

DICE = random.Random(2028)
RECURRENT = {"LSTM": nn.LSTM, "GRU": nn.GRU, "RNN": nn.RNN, "SimpleRNN": nn.RNN}
# Another name of the same module.
ALIASES = {"Dense": "Linear", "BatchNormalization": "BatchNorm1d", "LayerNormalization": "LayerNorm"}
LABELS = ["rnn", "encoder", "fc", "out", "embed", "lstm", "head", "decoder", "act", "norm"]


def calls(layers):
    """The layers as (name, arguments, named arguments)."""
    text = re.sub(r"\btrue\b", "True", re.sub(r"\bfalse\b", "False", layers))
    value = lambda node: node.id if isinstance(node, ast.Name) else ast.literal_eval(node)
    for call in ast.parse(f"[{text}]", mode="eval").body.elts:
        yield call.func.id, [value(one) for one in call.args], {one.arg: value(one.value) for one in call.keywords}


def made(name, sizes, options, width):
    """The module, and what reads it as a query; None where PyTorch has none of it or its print does not say it."""
    name = ALIASES.get(name, name)
    options = {key: value for key, value in options.items() if key not in ("trainable", "requires_grad")}
    if "tied" in options:
        return None
    if name in RECURRENT:
        if len(sizes) < 2:
            sizes = [width, *sizes]
        return RECURRENT[name](*sizes, **options)
    if name == "Linear":
        if "in_features" in options:
            return nn.Linear(options.pop("in_features"), *sizes, **options)
        return nn.Linear(*(sizes if len(sizes) > 1 else [width, *sizes]), **options)
    if name in ("BatchNorm1d", "LayerNorm", "InstanceNorm1d"):
        return getattr(nn, name)(*(sizes or [width]), **options)
    if name == "GroupNorm":
        groups = options.pop("num_groups", None) or sizes[0]
        return nn.GroupNorm(groups, sizes[1] if len(sizes) > 1 else width, **options)
    if name in ("Conv1d", "ConvTranspose1d"):
        kernel = options.pop("kernel_size", None)
        if kernel is not None:
            sizes = [*(sizes if len(sizes) > 1 else [width, *sizes]), kernel]
        return getattr(nn, name)(*sizes, **options) if len(sizes) == 3 else None
    if name == "MultiheadAttention":
        heads = options.pop("num_heads", None) or sizes[1]
        return None if options.get("add_bias_kv") else nn.MultiheadAttention(width, heads, **options)
    if name == "Embedding":
        return nn.Embedding(*sizes, **options) if len(sizes) == 2 else None
    return getattr(nn, name)(*sizes, **options) if hasattr(nn, name) else None


def number(value):
    """A size, or those of several dimensions."""
    return str(value[0] if isinstance(value, tuple) and len(value) == 1 else value)


def flag(module, name, preset):
    value = bool(getattr(module, name))
    return [] if value == preset else [f"{name}={str(value).lower()}"]


def as_query(module):
    """The module in the words of the query language, with all that its print says of what it stores."""
    name = type(module).__name__
    if isinstance(module, nn.RNNBase):
        options = [f"num_layers={module.num_layers}"] * (module.num_layers > 1)
        options += flag(module, "bias", True) + flag(module, "bidirectional", False)
        options += [f"proj_size={module.proj_size}"] * (module.proj_size > 0)
        return f"{name}({', '.join([str(module.input_size), str(module.hidden_size), *options])})"
    if isinstance(module, nn.Linear):
        bias = [] if module.bias is not None else ["bias=false"]
        return f"Linear({', '.join([str(module.in_features), str(module.out_features), *bias])})"
    if isinstance(module, nn.Embedding):
        return f"Embedding({module.num_embeddings}, {module.embedding_dim})"
    if isinstance(module, nn.modules.batchnorm._NormBase):
        affine = flag(module, "affine", "BatchNorm" in name)
        return f"{name}({', '.join([str(module.num_features), *affine])})"
    if isinstance(module, nn.LayerNorm):
        affine = flag(module, "elementwise_affine", True)
        return f"LayerNorm({', '.join([number(module.normalized_shape), *affine])})"
    if isinstance(module, nn.GroupNorm):
        affine = flag(module, "affine", True)
        return f"GroupNorm({', '.join([str(module.num_groups), str(module.num_channels), *affine])})"
    if isinstance(module, nn.modules.conv._ConvNd):
        options = [f"groups={module.groups}"] * (module.groups > 1)
        options += [] if module.bias is not None else ["bias=false"]
        sizes = [module.in_channels, module.out_channels, number(module.kernel_size)]
        return f"{name}({', '.join([*map(str, sizes), *options])})"
    if isinstance(module, nn.MultiheadAttention):
        options = [] if module.in_proj_bias is not None else ["bias=false"]
        return f"MultiheadAttention({', '.join([str(module.embed_dim), '1', *options])})"
    if isinstance(module, nn.PReLU):
        return f"PReLU(num_parameters={module.num_parameters})"
    return name


class Net(nn.Module):
    def __init__(self, layers):
        super().__init__()
        for label, layer in layers:
            self.add_module(label, layer)


class LSTM(Net):
    """A model is often called so."""


class GRUModel(Net):
    pass


def labelled(layers):
    seen = {}
    for layer in layers:
        label = DICE.choice(LABELS)
        seen[label] = seen.get(label, 0) + 1
        yield (label if seen[label] == 1 else f"{label}{seen[label]}"), layer


def held(layers):
    """The layers in one module."""
    form = DICE.randrange(6)
    if form == 0:
        return nn.Sequential(*layers)
    if form == 1:
        return Net([("layers", nn.ModuleList(layers))])
    if form == 2 and len(layers) > 2:
        cut = DICE.randint(1, len(layers) - 1)
        return Net([("body", nn.Sequential(*layers[:cut])), ("head", nn.Sequential(*layers[cut:]))])
    if form == 3:
        inner = nn.ModuleDict(labelled(layers))
        return nn.DataParallel(Net([("parts", inner)]))
    return DICE.choice([Net, LSTM, GRUModel])(list(labelled(layers)))


def fields(query):
    return {key: unquote_plus(value) for key, value in (part.split("=", 1) for part in query.split("&"))}


def modules_of(row):
    """The modules of a row; [] where one of them is none of PyTorch's."""
    asked = fields(row["query"])
    width = int(asked.get("input", 0))
    handed = [one.split(":")[2] for one in row["layers"].split(";")] if "layers" in row else []
    out = []
    try:
        for place, (name, sizes, options) in enumerate(calls(asked["layers"])):
            module = made(name, sizes, options, width)
            if module is None:
                return []
            out.append(module)
            if handed and handed[place]:
                width = int(handed[place])
            elif isinstance(module, nn.RNNBase):
                width = (module.proj_size or module.hidden_size) * (1 + module.bidirectional)
            elif isinstance(module, nn.Linear):
                width = module.out_features
            elif isinstance(module, nn.Embedding):
                width = module.embedding_dim
    except (TypeError, ValueError, AttributeError, KeyError, AssertionError):
        return []
    return out


def print_row(name, model):
    leaves = [one for one in model.modules() if is_layer(model, one)]
    print(
        json.dumps(
            {
                "id": name,
                "text": f"{model}\n",
                "total": str(sum(one.numel() for one in model.parameters())),
                "query": f"framework=pytorch&layers={', '.join(map(as_query, leaves))}",
            }
        )
    )


def is_layer(model, module):
    """Whether it holds no other module; an attention's is its own."""
    inside = {id(one) for attention in model.modules() if isinstance(attention, nn.MultiheadAttention)
              for one in attention.children()}
    return id(module) not in inside and (isinstance(module, nn.MultiheadAttention) or not list(module.children()))


def rows_of(file, most):
    with open(file, newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["query"].startswith("framework=pytorch&")]
    DICE.shuffle(rows)
    found = 0
    for row in rows:
        modules = modules_of(row)
        if not modules or sum(any(True for _ in one.parameters()) for one in modules) == 0:
            continue
        yield f"{file.removesuffix('.csv')}-{found:03}", modules
        found += 1
        if found == most:
            return


def blocks():
    yield nn.TransformerEncoderLayer(64, 4, 128)
    yield nn.TransformerEncoder(nn.TransformerEncoderLayer(32, 2, 64), 3)
    yield nn.TransformerDecoderLayer(48, 4, 96)
    yield nn.Transformer(16, 2, 2, 2, 32)
    yield Net([("cell", nn.LSTMCell(28, 64)), ("second", nn.GRUCell(64, 32)), ("out", nn.RNNCell(32, 8, bias=False))])


def cell_query(module):
    cells = {nn.LSTMCell: "LSTM", nn.GRUCell: "GRU", nn.RNNCell: "RNN"}
    if type(module) not in cells:
        return None
    options = [] if module.bias else ["bias=false"]
    return f"{cells[type(module)]}({', '.join([str(module.input_size), str(module.hidden_size), *options])})"


plain = as_query


def as_query(module):  # noqa: F811
    return cell_query(module) or plain(module)


class Meta:
    """Makes modules on the device that allocates nothing."""

    def __enter__(self):
        self.empty = torch.empty
        torch.empty = lambda *sizes, **more: self.empty(*sizes, **{**more, "device": "meta"})

    def __exit__(self, *_):
        torch.empty = self.empty


if __name__ == "__main__":
    with Meta():
        for name, layers in [*rows_of("models.csv", 95), *rows_of("reference.csv", 50)]:
            print_row(name, held(layers))
        for place, model in enumerate(blocks()):
            print_row(f"blocks-{place:03}", model)
