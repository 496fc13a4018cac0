"""Rows for what frameworks that are not at hand have around the recurrent layers: the shapes that their source gives, written down once more
here, in a table that knows nothing of the project's own. d: what a layer reads, f: its filters, k: its window, g: its groups."""

import random

from rows import count, print_row, query, tensors_text

VERSIONS = {
    "mxnet": "1.9.1",
    "equinox": "0.13.8",
    "mlx": "0.32.1",
    "tinygrad": "0.13.0",
    "candle": "0.11.0",
    "burn": "0.21.0",
    "haiku": "0.0.16",
    "sonnet": "2.0.2",
    "flax_linen": "0.12.7",
    "flax_nnx": "0.12.7",
    "flux": "0.16.11",
    "lux": "1.31.4",
    "onnx": "1.22.0",
    "tf1": "1.15",
    "tfa": "0.23.0",
    "chainer": "7.8.1",
    "lasagne": "0.2.dev1",
    "paddle": "3",
    "keras": "3.16.0",
    "keras2": "2.15.0",
}

CONV = {
    "mxnet": "mxnet/gluon/nn/conv_layers.py",
    "equinox": "equinox/nn/_conv.py",
    "mlx": "mlx/nn/layers/convolution.py and convolution_transpose.py",
    "tinygrad": "tinygrad/nn/__init__.py",
    "candle": "candle-nn/src/conv.rs",
    "burn": "burn-nn's modules/conv",
    "haiku": "haiku/_src/conv.py",
    "sonnet": "sonnet/src/conv.py and conv_transpose.py",
    "flax_linen": "flax/linen/linear.py",
    "flax_nnx": "flax/nnx/nn/linear.py",
    "flux": "Flux.jl's src/layers/conv.jl",
    "lux": "Lux.jl's src/layers/conv.jl",
    "onnx": "ONNX's docs/Operators.md",
    "tf1": "tensorflow/python/layers/convolutional.py",
    "chainer": "chainer/links/connection/convolution_nd.py and deconvolution_nd.py",
    "lasagne": "lasagne/layers/conv.py",
    "paddle": "paddle/nn/layer/conv.py",
}
NORM = {
    "chainer": "chainer/links/normalization/group_normalization.py",
    "paddle": "paddle/nn/layer/norm.py",
    "mxnet": "mxnet/gluon/nn/basic_layers.py",
    "equinox": "equinox/nn/_normalisation.py",
    "mlx": "mlx/nn/layers/normalization.py",
    "tinygrad": "tinygrad/nn/__init__.py",
    "candle": "candle-nn/src/group_norm.rs",
    "burn": "burn-nn's modules/norm",
    "haiku": "haiku/_src/group_norm.py and rms_norm.py",
    "flax_linen": "flax/linen/normalization.py",
    "flax_nnx": "flax/nnx/nn/normalization.py",
    "flux": "Flux.jl's src/layers/normalise.jl",
    "onnx": "ONNX's docs/Operators.md",
}


def torch_way(d, f, k, g):
    return [("weight", (f, d // g, *k)), ("bias", (f,))]


def torch_back(d, f, k, g):
    return [("weight", (d, f // g, *k)), ("bias", (f,))]


def equinox_way(d, f, k, g):
    return [("weight", (f, d // g, *k)), ("bias", (f, *(1 for _ in k)))]


def mlx_way(d, f, k, g):
    return [("weight", (f, *k, d // g)), ("bias", (f,))]


def last_is_filters(weight, bias, biased_first=False):
    def tensors(d, f, k, g):
        found = [(weight, (*k, d // g, f)), (bias, (f,))]
        return found[::-1] if biased_first else found

    return tensors


def filters_before_input(weight, bias, biased_first=False):
    def tensors(d, f, k, g):
        found = [(weight, (*k, f // g, d)), (bias, (f,))]
        return found[::-1] if biased_first else found

    return tensors


def onnx(back):
    return lambda d, f, k, g: [("W", (d, f // g, *k) if back else (f, d // g, *k)), ("B", (f,))]


# Framework, its name of a convolution, the axes of its window, its tensors, whether it has groups.
CONVOLUTIONS = []
for framework, way, back, axes, grouped, grouped_back in (
    ("mxnet", torch_way, torch_back, (1, 2, 3), (1, 2, 3), (1, 2, 3)),
    ("equinox", equinox_way, equinox_way, (1, 2, 3), (1, 2, 3), (1, 2, 3)),
    ("mlx", mlx_way, mlx_way, (1, 2, 3), (1, 2), ()),
    ("tinygrad", torch_way, torch_back, (1, 2), (1, 2), (1, 2)),
    ("candle", torch_way, torch_back, (1, 2), (1, 2), (1,)),
    ("burn", torch_way, torch_back, (1, 2, 3), (1, 2, 3), (1, 2, 3)),
    ("haiku", last_is_filters("w", "b"), filters_before_input("w", "b"), (1, 2, 3), (1, 2, 3), ()),
    ("sonnet", last_is_filters("w", "b", True), filters_before_input("w", "b", True), (1, 2, 3), (), ()),
    ("flax_linen", last_is_filters("kernel", "bias"), last_is_filters("kernel", "bias"), (1,), (1,), ()),
    ("flax_nnx", last_is_filters("kernel", "bias", True), last_is_filters("kernel", "bias", True), (1,), (1,), ()),
    ("flux", last_is_filters("weight", "bias"), filters_before_input("weight", "bias"), (1,), (1,), (1,)),
    ("lux", last_is_filters("weight", "bias"), filters_before_input("weight", "bias"), (1,), (1,), (1,)),
    ("onnx", onnx(False), onnx(True), (1,), (1,), (1,)),
):
    for number in axes:
        CONVOLUTIONS.append((framework, f"Conv{number}D", number, way, number in grouped))
        CONVOLUTIONS.append((framework, f"Conv{number}DTranspose", number, back, number in grouped_back))


def convolutions(pick, of=None):
    for framework, name, axes, shapes, has_groups in of or CONVOLUTIONS:
        for biased in (True, False, True):
            g = pick.choice((1, 2, 3)) if has_groups else 1
            d, f = g * pick.randint(1, 30), g * pick.randint(1, 30)
            k = tuple(pick.randint(1, 5) for _ in range(axes))
            found = shapes(d, f, k, g)
            if not biased:
                found = [one for one in found if one[0] not in ("bias", "b", "B")]
            window = k[0] if axes == 1 else "(" + ", ".join(map(str, k)) + ")"
            text = f"{name}({f}, kernel_size={window}" + (f", groups={g}" if g > 1 else "") + ("" if biased else ", bias=false") + ")"
            text = text.replace(f"({f},", f"(filters={f},", 1)
            print_row(query(framework, d, [text]), count(found), tensors_text(found), f"shapes in {CONV[framework]}", VERSIONS[framework])


def from_torch(weight, bias, back=False):
    def tensors(d, f, k, g):
        return [(weight, (d, f // g, *k) if back else (f, d // g, *k)), (bias, (f,))]

    return tensors


# The same, of several axes where one class has them all, and of frameworks that were read later.
FURTHER = []
for framework, way, back, axes, axes_back, grouped, grouped_back in (
    ("flax_linen", last_is_filters("kernel", "bias"), last_is_filters("kernel", "bias"), (2, 3), (2, 3), True, False),
    ("flax_nnx", last_is_filters("kernel", "bias", True), last_is_filters("kernel", "bias", True), (2, 3), (2, 3), True, False),
    ("flux", last_is_filters("weight", "bias"), filters_before_input("weight", "bias"), (2, 3), (2, 3), True, True),
    ("lux", last_is_filters("weight", "bias"), filters_before_input("weight", "bias"), (2, 3), (2, 3), True, True),
    ("onnx", onnx(False), onnx(True), (2, 3), (2, 3), True, True),
    ("tf1", last_is_filters("kernel", "bias"), filters_before_input("kernel", "bias"), (1, 2, 3), (2, 3), False, False),
    ("chainer", from_torch("W", "b"), from_torch("W", "b", True), (1, 2, 3), (1, 2, 3), True, True),
    ("lasagne", from_torch("W", "b"), None, (1, 2), (), False, False),
    ("paddle", torch_way, torch_back, (1, 2, 3), (1, 2, 3), True, True),
):
    FURTHER += [(framework, f"Conv{number}D", number, way, grouped) for number in axes]
    FURTHER += [(framework, f"Conv{number}DTranspose", number, back, grouped_back) for number in axes_back]


def depthwise(pick):
    """So many filters of each channel."""
    for framework, axes, source in (("haiku", 1, "haiku/_src"), ("haiku", 2, "haiku/_src"), ("sonnet", 2, "sonnet/src")):
        for biased in (True, False, True):
            d, m = pick.randint(1, 30), pick.randint(1, 5)
            k = tuple(pick.randint(1, 5) for _ in range(axes))
            window = k[0] if axes == 1 else "(" + ", ".join(map(str, k)) + ")"
            found = [("w", (*k, 1, d * m) if framework == "haiku" else (*k, d, m))]
            if biased:
                found.insert(1 if framework == "haiku" else 0, ("b", (d * m,)))
            text = f"DepthwiseConv{axes}D(kernel_shape={window}, channel_multiplier={m}" + ("" if biased else ", with_bias=false") + ")"
            print_row(query(framework, d, [text]), count(found), tensors_text(found), f"shapes in {source}/depthwise_conv.py", VERSIONS[framework])


def flax_heads(pick):
    """Heads that share out what comes in."""
    for framework in ("flax_linen", "flax_nnx"):
        for biased in (True, False, True):
            n, w = pick.randint(1, 8), pick.randint(1, 16)
            d = n * w
            dot = "/" if framework == "flax_linen" else "."
            found = []
            for name in "query key value out".split() if framework == "flax_linen" else "key out query value".split():
                both = [(f"{name}{dot}kernel", (n, w, d) if name == "out" else (d, n, w))]
                if biased:
                    both.insert(1 if framework == "flax_linen" else 0, (f"{name}{dot}bias", (d,) if name == "out" else (n, w)))
                found += both
            text = f"MultiHeadAttention(num_heads={n}" + ("" if biased else ", use_bias=false") + ")"
            source = "flax/linen/attention.py" if framework == "flax_linen" else "flax/nnx/nn/attention.py"
            print_row(query(framework, d, [text]), count(found), tensors_text(found), f"shapes in {source}", VERSIONS[framework])


def searched_cells(pick):
    """NASCell: two matrices of eight parts, their biases and a projection where these are asked for."""
    for framework, source, projects, biases in (
        ("tfa", "tensorflow_addons/rnn/nas_cell.py", "projection", "use_bias"),
        ("tf1", "tensorflow/contrib/rnn/python/ops/rnn_cell.py", "num_proj", "use_biases"),
    ):
        for projected in (False, True):
            for biased in (False, True):
                for _ in range(2):
                    d, h, p = pick.randint(1, 64), pick.randint(2, 64), pick.randint(1, 64)
                    r = p if projected else h
                    found = [("recurrent_kernel", (r, 8 * h)), ("kernel", (d, 8 * h))]
                    if biased:
                        found.append(("bias", (8 * h,)))
                    if projected:
                        found.append(("projection_weights", (h, p)))
                    text = f"NASCell({h}" + (f", {projects}={p}" if projected else "") + (f", {biases}=True" if biased else "") + ")"
                    print_row(query(framework, d, [text]), count(found), tensors_text(found), f"shapes in {source}", VERSIONS[framework])


def cells(pick):
    """Convolutional LSTMs: one bias beside two convolutions without."""
    for axes in (1, 2, 3):
        for _ in range(3):
            d, f = pick.randint(1, 30), pick.randint(1, 30)
            k = tuple(pick.randint(1, 5) for _ in range(axes))
            window = k[0] if axes == 1 else "(" + ", ".join(map(str, k)) + ")"
            text = f"ConvLSTM{axes}D({f}, {window})"
            reads, steps = ("input_to_hidden", (*k, d, 4 * f)), ("hidden_to_hidden", (*k, f, 4 * f))
            one = [("b", (4 * f,)), *((f"{side}/w", shape) for side, shape in (steps, reads))]
            print_row(query("sonnet", d, [text]), count(one), tensors_text(one), "shapes in sonnet/src/recurrent.py", VERSIONS["sonnet"])


# Framework, layer, the names of its vectors as wide as what it reads.
VECTORS = [
    ("equinox", "GroupNorm(groups=1)", "weight bias"),
    ("equinox", "GroupNorm(groups=1, channelwise_affine=false)", ""),
    ("equinox", "RMSNorm()", "weight bias"),
    ("equinox", "RMSNorm(use_bias=false)", "weight"),
    ("equinox", "RMSNorm(use_weight=false)", "bias"),
    ("mlx", "GroupNorm(num_groups=1)", "bias weight"),
    ("mlx", "GroupNorm(num_groups=1, affine=false)", ""),
    ("mlx", "RMSNorm()", "weight"),
    ("mlx", "InstanceNorm()", ""),
    ("mlx", "InstanceNorm(affine=true)", "weight bias"),
    ("tinygrad", "GroupNorm(num_groups=1)", "weight bias"),
    ("tinygrad", "RMSNorm()", "weight"),
    ("tinygrad", "InstanceNorm()", "weight bias"),
    ("tinygrad", "InstanceNorm(affine=false)", ""),
    ("candle", "GroupNorm(num_groups=1)", "weight bias"),
    ("burn", "GroupNorm(num_groups=1)", "gamma beta"),
    ("burn", "RmsNorm()", "gamma"),
    ("burn", "InstanceNorm()", "gamma beta"),
    ("burn", "InstanceNorm(affine=false)", ""),
    ("haiku", "GroupNorm(groups=1)", "scale offset"),
    ("haiku", "GroupNorm(groups=1, create_offset=false)", "scale"),
    ("haiku", "RMSNorm()", "scale"),
    ("haiku", "RMSNorm(create_scale=false)", ""),
    ("mxnet", "InstanceNorm()", "gamma beta"),
    ("flax_linen", "GroupNorm(num_groups=1)", "scale bias"),
    ("flax_linen", "GroupNorm(num_groups=1, use_bias=false)", "scale"),
    ("flax_linen", "RMSNorm()", "scale"),
    ("flax_nnx", "GroupNorm(num_groups=1)", "bias scale"),
    ("flax_nnx", "RMSNorm()", "scale"),
    ("flux", "GroupNorm(groups=1)", "β γ"),
    ("onnx", "GroupNormalization(num_groups=1)", "scale bias"),
    ("onnx", "InstanceNormalization()", "scale B"),
]
# The same, read later.
FURTHER_VECTORS = [
    ("chainer", "GroupNormalization(groups=1)", "beta gamma"),
    ("paddle", "GroupNorm(num_groups=1)", "weight bias"),
    ("paddle", "GroupNorm(num_groups=1, weight_attr=False)", "weight bias"),
    ("paddle", "GroupNorm(num_groups=1, bias_attr=False)", "weight bias"),
    ("paddle", "InstanceNorm1D()", "scale bias"),
]
FURTHER_SLOPES = [
    ("chainer", "PReLU()", "W", (), "chainer/links/activation/prelu.py"),
    ("paddle", "PReLU()", "_weight", (1,), "paddle/nn/layer/activation.py"),
    ("paddle", "PReLU(num_parameters=6)", "_weight", (6,), "paddle/nn/layer/activation.py"),
]
# Framework, layer, its one tensor, whether that is a number without a side, where it stands.
SLOPES = [
    ("mxnet", "PReLU()", "alpha", (1,), "mxnet/gluon/nn/activations.py"),
    ("equinox", "PReLU()", "negative_slope", (), "equinox/nn/_activations.py"),
    ("mlx", "PReLU()", "weight", (1,), "mlx/nn/layers/activations.py"),
    ("mlx", "PReLU(num_parameters=6)", "weight", (6,), "mlx/nn/layers/activations.py"),
    ("candle", "PReLU()", "weight", (1,), "candle-nn/src/activation.rs"),
    ("burn", "PRelu()", "alpha", (1,), "burn-nn's activation/prelu.rs"),
    ("burn", "PRelu(num_parameters=6)", "alpha", (6,), "burn-nn's activation/prelu.rs"),
    ("flax_linen", "PReLU()", "negative_slope", (), "flax/linen/activation.py"),
    ("flax_nnx", "PReLU()", "negative_slope", (), "flax/nnx/nn/activations.py"),
]


def vectors(pick, vectors, slopes):
    for framework, text, names in vectors:
        for width in (8, pick.randint(2, 500)):
            found = [(name, (width,)) for name in names.split()]
            print_row(query(framework, width, [text]), count(found), tensors_text(found), f"shapes in {NORM[framework]}", VERSIONS[framework])
    for framework, text, name, shape, source in slopes:
        found = [(name, shape)]
        tensors = tensors_text(found).removesuffix(":")  # a number has no sides
        print_row(query(framework, 6, [text]), count(found), tensors, f"shapes in {source}", VERSIONS[framework])


# Framework, the four matrices of its attention, whether each has a bias.
HEADS = [
    ("equinox", "query_proj key_proj value_proj output_proj", None, "equinox/nn/_attention.py"),
    ("mlx", "query_proj key_proj value_proj out_proj", False, "mlx/nn/layers/transformer.py"),
    ("flux", "q_proj k_proj v_proj out_proj", False, "Flux.jl's src/layers/attention.jl"),
    ("burn", "query key value output", True, "burn-nn's modules/attention/mha.rs"),
]


def attention(pick):
    for framework, names, biased, source in HEADS:
        for more in ((), (True,), (False,), ()):
            if more and biased is not False:
                continue
            heads = pick.randint(1, 8)
            width = heads * pick.randint(1, 16)
            has = more[0] if more else bool(biased)
            found = []
            for name in names.split():
                found.append((f"{name}.weight", (width, width)))
                if has:
                    found.append((f"{name}.bias", (width,)))
            text = f"MultiHeadAttention(num_heads={heads}" + (f", bias={str(has).lower()}" if more else "") + ")"
            print_row(query(framework, width, [text]), count(found), tensors_text(found), f"shapes in {source}", VERSIONS[framework])


def equinox_heads(pick):
    """With a width of their own for each projection, and a switch for each bias."""
    for sizes in ((), (), (), (), ("key",), ("value",), ("output",), ("qk",), ("vo",), ("key", "value", "output", "qk", "vo")) * 2:
        heads = pick.randint(1, 8)
        query = heads * pick.randint(1, 16)
        size = {name: pick.randint(1, 60) for name in sizes}
        qk, vo = size.get("qk", query // heads), size.get("vo", query // heads)
        biased = {name: pick.choice((True, False)) for name in ("query", "key", "value", "output")}
        shapes = {
            "query": (heads * qk, query),
            "key": (heads * qk, size.get("key", query)),
            "value": (heads * vo, size.get("value", query)),
            "output": (size.get("output", query), heads * vo),
        }
        found = []
        for name, shape in shapes.items():
            found.append((f"{name}_proj.weight", shape))
            if biased[name]:
                found.append((f"{name}_proj.bias", shape[:1]))
        text = f"MultiheadAttention(num_heads={heads}, query_size={query}"
        text += "".join(f", {name}_size={side}" for name, side in size.items())
        text += "".join(f", use_{name}_bias=True" for name, has in biased.items() if has) + ")"
        print_row(query_of("equinox", query, text), count(found), tensors_text(found), "shapes in equinox/nn/_attention.py", VERSIONS["equinox"])
    found = [("query_proj.weight", (40, 30)), ("query_proj.bias", (40,)), ("key_proj.weight", (40, 7)), ("value_proj.weight", (24, 9)), ("output_proj.weight", (11, 24))]
    text = "eqx.nn.MultiheadAttention(8, 30, 7, 9, 11, 5, 3, True)"
    print_row(query_of("equinox", 30, text), count(found), tensors_text(found), "shapes in equinox/nn/_attention.py", VERSIONS["equinox"])
    for cell, gates, units, width in (("LSTMCell", 4, 8, 64), ("GRUCell", 3, 5, 9), ("LSTMCell", 4, 31, 2), ("GRUCell", 3, 17, 40)):
        found = [("weight_ih", (gates * units, width)), ("weight_hh", (gates * units, units))]
        text = f"eqx.nn.{cell}({width}, {units}, use_bias=False)"
        print_row(query_of("equinox", width, text), count(found), tensors_text(found), "shapes in equinox/nn/_rnn.py", VERSIONS["equinox"])


def paddle_heads(pick):
    for said in ((), ("kdim",), ("vdim",), ("kdim", "vdim")) * 2:
        heads = pick.randint(1, 8)
        d = heads * pick.randint(1, 12)
        widths = {name: pick.randint(1, 60) for name in said}
        biased = pick.choice((True, False))
        found = []
        for name, into in (("q", d), ("k", widths.get("kdim", d)), ("v", widths.get("vdim", d)), ("out", d)):
            found.append((f"{name}_proj.weight", (into, d)))
            if biased:
                found.append((f"{name}_proj.bias", (d,)))
        text = f"nn.MultiHeadAttention({d}, {heads}" + "".join(f", {name}={side}" for name, side in widths.items())
        text += ")" if biased else ", bias_attr=False)"
        print_row(query_of("paddle", d, text), count(found), tensors_text(found), "shapes in paddle/nn/layer/transformer.py", VERSIONS["paddle"])


def query_of(framework, width, text):
    return query(framework, width, [text])


def haiku_heads(pick):
    """Its output is as wide as all keys, where nothing else is said; another layer reads that."""
    for said in ((), ("value",), ("model",), ("value", "model")) * 2:
        for biased in (True, False):
            d, heads, key = pick.randint(1, 60), pick.randint(1, 8), pick.randint(1, 20)
            value = pick.randint(1, 20) if "value" in said else key
            model = pick.randint(1, 60) if "model" in said else heads * key
            found = []
            for name, shape in (("query", (d, heads * key)), ("key", (d, heads * key)), ("value", (d, heads * value)), ("linear", (heads * value, model))):
                found.append((f"{name}/w", shape))
                if biased:
                    found.append((f"{name}/b", shape[1:]))
            text = f"MultiHeadAttention(num_heads={heads}, key_size={key}"
            text += f", value_size={value}" if "value" in said else ""
            text += f", model_size={model}" if "model" in said else ""
            text += "" if biased else ", with_bias=False"
            units = pick.randint(1, 9)
            found += [("w", (model, units)), ("b", (units,))]
            asked = query("haiku", d, [text + ")", f"Linear({units})"])
            print_row(asked, count(found), tensors_text(found), "shapes in haiku/_src/attention.py", VERSIONS["haiku"])


def flax_features(pick):
    """What all heads share out, and how wide the output is, where that is said."""
    for framework in ("flax_linen", "flax_nnx"):
        for said in (("qkv",), ("out",), ("qkv", "out")) * 2:
            heads = pick.randint(1, 8)
            d = pick.randint(1, 60) if "qkv" in said else heads * pick.randint(1, 9)
            qkv = heads * pick.randint(1, 12) if "qkv" in said else d
            out = pick.randint(1, 60) if "out" in said else d
            biased = pick.choice((True, False))
            found = []
            for name in ("query", "key", "value", "out"):
                into = (heads, qkv // heads)
                found.append((f"{name}/kernel", (*into, out) if name == "out" else (d, *into)))
                if biased:
                    found.append((f"{name}/bias", (out,) if name == "out" else into))
            name = "MultiHeadDotProductAttention"
            text = f"(num_heads={heads}"
            if framework == "flax_nnx":
                found = sorted((name.replace("/", "."), shape) for name, shape in found)
                name = "MultiHeadAttention"
                text += f", in_features={d}"
            text += f", qkv_features={qkv}" if "qkv" in said else ""
            text += f", out_features={out}" if "out" in said else ""
            text += ")" if biased else ", use_bias=False)"
            source = "flax/linen/attention.py" if framework == "flax_linen" else "flax/nnx/nn/attention.py"
            print_row(query(framework, d, [name + text]), count(found), tensors_text(found), f"shapes in {source}", VERSIONS[framework])


def keras_heads(pick):
    """Of each head, and of the gate that its use_gate adds; one of a group shares keys and values."""
    for shared in (False, True):
        for biased in (True, False, True):
            for gated in (True, False):
                d, n, k, v = pick.randint(1, 40), pick.randint(1, 8), pick.randint(1, 16), pick.randint(1, 16)
                m = n
                if shared:
                    n, v = m * pick.randint(1, 4), k
                sizes = {"query": (n, k), "key": (m, k), "gate": (n, v), "value": (m, v), "attention_output": (d,)}
                found = []
                for name, sides in sizes.items():
                    if name == "gate" and not gated:
                        continue
                    found.append((f"{name}/kernel", (n, v, d) if name == "attention_output" else (d, *sides)))
                    if biased:
                        found.append((f"{name}/bias", sides))
                text = f"GroupQueryAttention({k}, {n}, {m}" if shared else f"MultiHeadAttention({n}, {k}, value_dim={v}"
                text += ("" if biased else ", use_bias=false") + (", use_gate=true" if gated else "") + ")"
                source = "grouped_query_attention.py" if shared else "multi_head_attention.py"
                print_row(query("keras", d, [text]), count(found), tensors_text(found), f"shapes in keras/src/layers/attention/{source}", VERSIONS["keras"])


def keras_normalizations(pick):
    """Of all numbers together, and of mean and variance that are given; batch normalisation of several axes."""
    for framework, source in (("keras", "keras/src/layers/preprocessing/normalization.py"), ("keras2", "keras/layers/preprocessing/normalization.py")):
        for _ in range(3):
            d, steps = pick.randint(1, 40), pick.randint(2, 40)
            asked = f"framework={framework}&input={d}&timesteps={steps}&layers="
            print_row(asked + "Normalization(axis=None)", 3, "mean;variance;count", f"shapes in {source}", VERSIONS[framework])
            print_row(asked + f"Normalization(mean={pick.randint(0, 9)}.5, variance={pick.randint(1, 9)})", 0, "", f"shapes in {source}", VERSIONS[framework])
    for more, names in (("", "gamma beta moving_mean moving_variance"), (", scale=false", "beta moving_mean moving_variance")):
        for _ in range(3):
            d, steps = pick.randint(1, 40), pick.randint(2, 40)
            found = [(name, (1, steps, d)) for name in names.split()]
            asked = f"framework=keras2&input={d}&timesteps={steps}&layers=BatchNormalization(axis=[1, 2]{more})"
            print_row(asked, count(found), tensors_text(found), "shapes in keras/layers/normalization/batch_normalization.py", VERSIONS["keras2"])


def main():
    pick = random.Random(20261128)
    convolutions(pick)
    cells(pick)
    vectors(pick, VECTORS, SLOPES)
    attention(pick)
    keras_heads(pick)
    keras_normalizations(pick)
    later = random.Random(20261129)
    convolutions(later, FURTHER)
    depthwise(later)
    flax_heads(later)
    searched_cells(later)
    last = random.Random(20261130)
    equinox_heads(last)
    haiku_heads(last)
    flax_features(last)
    vectors(last, FURTHER_VECTORS, FURTHER_SLOPES)
    paddle_heads(last)


main()
