"""Rows for frameworks that are not at hand: the shapes that their source gives to its tensors, written down
once more here, in a table that knows nothing of the project's own.

A shape is a function of d (what the layer reads), h (its units) and r (what it hands on: the projection's
size, or h again). Python multiplies and adds.
"""

import random

from rows import count, layer, print_row, query, tensors_text

VERSIONS = {
    "keras2": "2.15.0",
    "keras1": "2.3.1",
    "tf1": "1.15",
    "cudnn": "2.3.1",
    "flax_linen": "0.12.7",
    "flax_nnx": "0.12.7",
    "haiku": "0.0.16",
    "equinox": "0.13.8",
    "mlx": "0.32.1",
    "mxnet": "1.9.1",
    "paddle": "01fbd77",
    "matlab": "R2023b",
    "dl4j": "1.0.0-M1",
    "cntk": "2.7",
    "coreml": "9.0",
    "burn": "0.21.0",
    "tinygrad": "0.13.0",
    "pytorch": "2.14.0",
    "keras": "3.15.1",
    "candle": "0.11.0",
    "sonnet": "2.0.2",
    "ncnn": "20260526",
    "tfa": "0.23.0",
    "lux": "1.31.4",
    "openvino": "opset5",
    "wolfram": "14",
}

RECURRENT_PY = "shapes in keras/layers/recurrent.py"
CUDNN_PY = "shapes in keras/layers/cudnn_recurrent.py"
RNN_CELL_IMPL = "shapes in tensorflow/python/ops/rnn_cell_impl.py"
CONTRIB_RNN_CELL = "shapes in tensorflow/contrib/rnn/python/ops/rnn_cell.py"
LINEN = "shapes in flax/linen/recurrent.py"
NNX = "shapes in flax/nnx/nn/recurrent.py"
HAIKU = "shapes in haiku/_src/recurrent.py"
EQUINOX = "shapes in equinox/nn/_rnn.py"
MLX = "shapes in mlx/nn/layers/recurrent.py"
GLUON = "shapes in gluon/rnn/rnn_layer.py"
PADDLE = "shapes in paddle/nn/layer/rnn.py"
MATLAB = "sizes in MathWorks' help (create-bilstm-function) and Keras importer (TranslatorForGRULayer)"
DL4J = "shapes in DL4J's LSTMParamInitializer"
GRAVES = "shapes in DL4J's GravesLSTMParamInitializer"
DL4J_SIMPLE = "shapes in DL4J's SimpleRnnParamInitializer"
CNTK = "shapes in cntk/layers/blocks.py"
COREML = "shapes in NeuralNetwork.proto"
BURN = "shapes in burn's gate_controller.rs"

KERAS_2 = "shapes in keras/layers/rnn"
KERAS_3_NORM = "shapes in keras/src/layers/normalization"
KERAS_3_HEADS = "shapes in keras/src/layers/attention/multi_head_attention.py"
KERAS_2_HEADS = "shapes in keras/layers/attention/multi_head_attention.py"
KERAS_2_NORM = "shapes in keras/layers/normalization"
TORCH_NORM = "tensors in torch/nn/modules/normalization.py and batchnorm.py"
TF1_LAYERS = "shapes in tensorflow/python/layers and tensorflow/contrib/layers"
BURN_NORM = "shapes in burn's norm/batch.rs and norm/layer.rs"
TINYGRAD = "tensors in tinygrad/nn/__init__.py, counted as tinygrad/llm/cli.py does"
CNTK_LAYERS = "shapes in cntk/layers/layers.py"
DL4J_NORM = "shapes in DL4J's BatchNormalizationParamInitializer"
DL4J_EMBEDDING = "shapes in DL4J's EmbeddingLayerParamInitializer"
LINEN_NORM = "shapes in flax/linen/normalization.py"
HAIKU_NORM = "shapes in haiku/_src/batch_norm.py and layer_norm.py"
EQUINOX_NORM = "shapes in equinox/nn/_normalisation.py"
MLX_NORM = "shapes in mlx/nn/layers/normalization.py"
MATLAB_LAYERS = "sizes in MathWorks' help of the layer"

CANDLE = "shapes in candle-nn/src/rnn.rs"
CANDLE_LAYERS = "shapes in candle-nn/src/linear.rs, embedding.rs, batch_norm.rs and layer_norm.rs"
SONNET = "shapes in sonnet/src/recurrent.py"
SONNET_LAYERS = "shapes in sonnet/src/linear.py, embed.py, batch_norm.py and axis_norm.py"
NCNN = "shapes in ncnn's docs/developer-guide/operators.md and src/layer"
TFA_NORM = "shapes in tensorflow_addons/rnn/layer_norm_lstm_cell.py"
TFA_PEEPHOLES = "shapes in tensorflow_addons/rnn/peephole_lstm_cell.py"
LUX = "shapes in Lux.jl's src/layers/recurrent.jl"
LUX_LAYERS = "shapes in Lux.jl's src/layers/basic.jl, embedding.jl and normalize.jl"
OPENVINO = "shapes in OpenVINO's specifications of LSTMSequence-5, GRUSequence-5 and RNNSequence-5"
OPENVINO_LAYERS = "shapes in OpenVINO's specifications of MatMul-1, Gather-8 and BatchNormInference-5"
WOLFRAM = "sizes in the Wolfram Language's documentation of the layer"

BIASED, BARE = {}, {"bias": False}


def dense(gates, *biases):
    """Matrices per gate, and each bias as (name, how many vectors of h)."""

    def tensors(d, h, r):
        found = []
        for gate in gates:
            found += [(f"{gate} input", (d, h)), (f"{gate} hidden", (r, h))]
        return found + [(name, (vectors * h,)) for name, vectors in biases]

    return tensors


def fused(gates, *biases):
    """PyTorch's way: weight_ih and weight_hh, all gates one under another."""
    return lambda d, h, r: [
        ("weight_ih", (gates * h, d)),
        ("weight_hh", (gates * h, r)),
        *((name, (vectors * h,)) for name, vectors in biases),
    ]


def twice_biased(gates, projection=None):
    return lambda d, h, r: fused(gates, ("bias_ih", gates), ("bias_hh", gates))(d, h, r) + (
        [(projection, (r, h))] if r != h else []
    )


def begins(gates, names):
    """What comes before the first time step is trained, too."""
    return lambda d, h, r: twice_biased(gates)(d, h, r) + [(name, (h,)) for name in names.split()]


def tf1_lstm(d, h, r):
    return [("kernel", (d + r, 4 * h)), ("bias", (4 * h,))]


def tf1_peepholes(d, h, r):
    return [(f"w_{gate}_diag", (h,)) for gate in "fio"]


def tf1_projection(d, h, r):
    return [("projection/kernel", (h, r))]


def tf1_coupled(d, h, r):
    return [("W_0", (d + r, 3 * h)), ("B", (3 * h,))]


def tf1_coupled_peepholes(d, h, r):
    return [("W_F_diag", (h,)), ("W_O_diag", (h,))]


def tf1_coupled_projection(d, h, r):
    return [("W_P_0", (h, r))]


def tf1_layer_norm(d, h, r):
    norms = ("input", "transform", "forget", "output", "state")
    return [("kernel", (d + h, 4 * h))] + [(f"{norm}/{side}", (h,)) for norm in norms for side in ("gamma", "beta")]


def tf1_gru(d, h, r):
    return [
        ("gates/kernel", (d + h, 2 * h)),
        ("gates/bias", (2 * h,)),
        ("candidate/kernel", (d + h, h)),
        ("candidate/bias", (h,)),
    ]


def tf1_normalized_gru(d, h, r):
    norms = ("update_gate", "reset_gate", "candidate_linear_x", "candidate_linear_h")
    return [(f"{norm}/{side}", (h,)) for norm in norms for side in ("gamma", "beta")] + [
        ("update_gate/kernel", (d + h, h)),
        ("reset_gate/kernel", (d + h, h)),
        ("candidate_linear_x/kernel", (d, h)),
        ("candidate_linear_h/kernel", (h, h)),
    ]


def keras(gates, *bias):
    return lambda d, h, r: [
        ("kernel", (d, gates * h)),
        ("recurrent_kernel", (h, gates * h)),
        ("bias", (*bias[:-1], bias[-1] * h)),
    ]


def cntk(gates):
    return lambda d, h, r: [("b", (gates * h,)), ("W", (d, gates * h)), ("H", (r, gates * h))]


def cntk_gru(d, h, r):
    return [("b", (3 * h,)), ("W", (d, 3 * h)), ("H", (h, 2 * h)), ("H1", (h, h))]


def cntk_peepholes(d, h, r):
    return [(name, (h,)) for name in ("Ci", "Cf", "Co")]


def cntk_projection(d, h, r):
    return [("P", (h, r))]


def dl4j(gates, peepholes=0):
    return lambda d, h, r: [("W", (d, gates * h)), ("RW", (h, gates * h + peepholes)), ("b", (gates * h,))]


def together(*lists):
    return lambda d, h, r: [tensor for tensors in lists for tensor in tensors(d, h, r)]


LSTM_GATES, GRU_GATES = ("i", "f", "g", "o"), ("r", "z", "n")

# Framework, layer, its options in the order of the canonical form ("proj_size": True draws a size), tensors, where the
# shapes stand, whether the tensors' names and order are the framework's own (then some rows have them).
TABLE = [
    ("keras1", "GRU", {"reset_after": True}, keras(3, 2, 3), RECURRENT_PY, True),
    ("cudnn", "LSTM", {}, keras(4, 8), CUDNN_PY, True),
    ("cudnn", "GRU", {}, keras(3, 6), CUDNN_PY, True),
    ("tf1", "LSTM", {}, tf1_lstm, RNN_CELL_IMPL, True),
    ("tf1", "LSTM", {"peepholes": True}, together(tf1_lstm, tf1_peepholes), RNN_CELL_IMPL, True),
    ("tf1", "LSTM", {"proj_size": True}, together(tf1_lstm, tf1_projection), RNN_CELL_IMPL, True),
    (
        "tf1",
        "LSTM",
        {"proj_size": True, "peepholes": True},
        together(tf1_lstm, tf1_peepholes, tf1_projection),
        RNN_CELL_IMPL,
        True,
    ),
    ("tf1", "LSTM", {"coupled": True}, tf1_coupled, CONTRIB_RNN_CELL, True),
    (
        "tf1",
        "LSTM",
        {"peepholes": True, "coupled": True},
        together(tf1_coupled, tf1_coupled_peepholes),
        CONTRIB_RNN_CELL,
        True,
    ),
    (
        "tf1",
        "LSTM",
        {"proj_size": True, "peepholes": True, "coupled": True},
        together(tf1_coupled, tf1_coupled_peepholes, tf1_coupled_projection),
        CONTRIB_RNN_CELL,
        True,
    ),
    ("tf1", "LSTM", {"layer_norm": True}, tf1_layer_norm, CONTRIB_RNN_CELL, False),
    ("tf1", "GRU", {}, tf1_gru, RNN_CELL_IMPL, True),
    ("tf1", "RNN", {}, lambda d, h, r: [("kernel", (d + h, h)), ("bias", (h,))], RNN_CELL_IMPL, True),
    # One bias where both sides meet; the GRU's candidate keeps one of its own beside it.
    ("flax_linen", "LSTM", {}, dense(LSTM_GATES, ("hidden", 4)), LINEN, False),
    ("flax_linen", "GRU", {}, dense(GRU_GATES, ("input", 3), ("hn", 1)), LINEN, False),
    ("flax_linen", "RNN", {}, dense(("i",), ("input", 1)), LINEN, False),
    ("flax_linen", "MGU", {}, dense(("f", "n"), ("input", 2), ("hn", 1)), LINEN, False),
    ("flax_nnx", "LSTM", {}, dense(LSTM_GATES, ("dense_h", 4)), NNX, False),
    ("flax_nnx", "GRU", {}, dense(GRU_GATES, ("dense_i", 3)), NNX, False),
    ("flax_nnx", "RNN", {}, dense(("i",), ("dense_i", 1)), NNX, False),
    ("haiku", "LSTM", {}, lambda d, h, r: [("w", (d + h, 4 * h)), ("b", (4 * h,))], HAIKU, False),
    ("haiku", "GRU", {}, lambda d, h, r: [("w_i", (d, 3 * h)), ("w_h", (h, 3 * h)), ("b", (3 * h,))], HAIKU, False),
    ("haiku", "RNN", {}, dense(("h",), ("input", 1), ("hidden", 1)), HAIKU, False),
    ("equinox", "LSTM", BIASED, fused(4, ("bias", 4)), EQUINOX, True),
    ("equinox", "LSTM", BARE, fused(4), EQUINOX, True),
    ("equinox", "GRU", BIASED, fused(3, ("bias", 3), ("bias_n", 1)), EQUINOX, True),
    ("equinox", "GRU", BARE, fused(3), EQUINOX, True),
    ("mlx", "LSTM", BIASED, lambda d, h, r: [("Wx", (4 * h, d)), ("Wh", (4 * h, h)), ("bias", (4 * h,))], MLX, True),
    ("mlx", "LSTM", BARE, lambda d, h, r: [("Wx", (4 * h, d)), ("Wh", (4 * h, h))], MLX, True),
    (
        "mlx",
        "GRU",
        BIASED,
        lambda d, h, r: [("Wx", (3 * h, d)), ("Wh", (3 * h, h)), ("b", (3 * h,)), ("bhn", (h,))],
        MLX,
        True,
    ),
    ("mlx", "GRU", BARE, lambda d, h, r: [("Wx", (3 * h, d)), ("Wh", (3 * h, h))], MLX, True),
    ("mlx", "RNN", BIASED, lambda d, h, r: [("Wxh", (h, d)), ("Whh", (h, h)), ("bias", (h,))], MLX, True),
    ("mlx", "RNN", BARE, lambda d, h, r: [("Wxh", (h, d)), ("Whh", (h, h))], MLX, True),
    ("mxnet", "LSTM", {}, twice_biased(4), GLUON, False),
    ("mxnet", "LSTM", {"proj_size": True}, twice_biased(4, "h2r_weight"), GLUON, False),
    ("mxnet", "GRU", {}, twice_biased(3), GLUON, False),
    ("mxnet", "RNN", {}, twice_biased(1), GLUON, False),
    ("paddle", "LSTM", {}, twice_biased(4), PADDLE, False),
    ("paddle", "LSTM", {"proj_size": True}, twice_biased(4, "weight_ho"), PADDLE, False),
    ("paddle", "GRU", {}, twice_biased(3), PADDLE, False),
    ("paddle", "RNN", {}, twice_biased(1), PADDLE, False),
    ("matlab", "LSTM", {}, fused(4, ("Bias", 4)), MATLAB, False),
    ("matlab", "GRU", {}, fused(3, ("Bias", 3)), MATLAB, False),
    ("matlab", "GRU", {"reset_after": True}, fused(3, ("Bias", 6)), MATLAB, False),
    ("dl4j", "LSTM", {}, dl4j(4), DL4J, True),
    ("dl4j", "LSTM", {"peepholes": True}, dl4j(4, 3), GRAVES, True),
    ("dl4j", "RNN", {}, dl4j(1), DL4J_SIMPLE, True),
    ("cntk", "LSTM", {}, cntk(4), CNTK, True),
    ("cntk", "LSTM", {"peepholes": True}, together(cntk(4), cntk_peepholes), CNTK, True),
    ("cntk", "LSTM", {"proj_size": True}, together(cntk(4), cntk_projection), CNTK, True),
    (
        "cntk",
        "LSTM",
        {"proj_size": True, "peepholes": True},
        together(cntk(4), cntk_peepholes, cntk_projection),
        CNTK,
        True,
    ),
    ("cntk", "GRU", {}, cntk_gru, CNTK, True),
    ("cntk", "RNN", {}, cntk(1), CNTK, True),
    ("coreml", "LSTM", BIASED, dense(LSTM_GATES, ("bias", 4)), COREML, False),
    ("coreml", "LSTM", BARE, dense(LSTM_GATES), COREML, False),
    ("coreml", "LSTM", {"peepholes": True}, dense(LSTM_GATES, ("bias", 4), ("peephole", 3)), COREML, False),
    ("coreml", "GRU", BIASED, dense(GRU_GATES, ("bias", 3)), COREML, False),
    ("coreml", "GRU", BARE, dense(GRU_GATES), COREML, False),
    ("coreml", "RNN", BIASED, dense(("h",), ("bias", 1)), COREML, False),
    ("burn", "LSTM", BIASED, dense(LSTM_GATES, ("input", 4), ("hidden", 4)), BURN, False),
    ("burn", "LSTM", BARE, dense(LSTM_GATES), BURN, False),
    ("burn", "GRU", BIASED, dense(GRU_GATES, ("input", 3), ("hidden", 3)), BURN, False),
    ("burn", "GRU", {"reset_after": False}, dense(GRU_GATES, ("input", 3), ("hidden", 3)), BURN, False),
    ("burn", "GRU", BARE, dense(GRU_GATES), BURN, False),
    ("burn", "RNN", BIASED, dense(("h",), ("input", 1), ("hidden", 1)), BURN, False),
]

# With more options than its layer normalisation the cell is LayerNormLSTMCell, which keeps a bias besides.
NORMALIZED_MORE = together(tf1_lstm, lambda d, h, r: tf1_layer_norm(d, h, r)[1:])
TABLE += [
    ("keras2", "LSTM", {}, keras(4, 4), KERAS_2, True),
    ("keras2", "GRU", {}, keras(3, 2, 3), KERAS_2, True),
    ("keras2", "GRU", {"reset_after": False}, keras(3, 3), KERAS_2, True),
    ("keras2", "SimpleRNN", {}, keras(1, 1), KERAS_2, True),
    (
        "tf1",
        "LSTM",
        {"peepholes": True, "layer_norm": True},
        together(NORMALIZED_MORE, tf1_peepholes),
        CONTRIB_RNN_CELL,
        False,
    ),
    (
        "tf1",
        "LSTM",
        {"proj_size": True, "layer_norm": True},
        together(NORMALIZED_MORE, tf1_projection),
        CONTRIB_RNN_CELL,
        False,
    ),
    ("tf1", "GRU", {"layer_norm": True}, tf1_normalized_gru, CONTRIB_RNN_CELL, False),
    ("haiku", "RNN", {"double_bias": False}, dense(("h",), ("input", 1)), HAIKU, False),
    ("flax_linen", "MGU", {"reset_gate": False}, dense(("f", "n"), ("input", 2)), LINEN, False),
]

# A bidirectional layer of these frameworks is not one of their own.
ONE_DIRECTION = {("matlab", "GRU")}


def rows_of(pick, framework, name, options, shapes, source, own_names):
    sizes = [(64, 32), (10, 7), (1, 2)] + [(pick.randint(1, 600), pick.randint(2, 600)) for _ in range(5)]
    forms = [(1, False), (1, False), (1, False), (1, False), (2, False), (1, True), (2, True), "two layers"]
    for (width, units), form in zip(sizes, forms):
        second = pick.randint(2, 300)

        def text(number, **more):
            given = dict(options)
            if "proj_size" in given:
                given["proj_size"] = max(1, number // 3)
            return layer(name, number, **more, **given)

        def tensors(reads, number):
            return shapes(reads, number, hands_on(number))

        def hands_on(number):
            return max(1, number // 3) if "proj_size" in options else number

        if form == "two layers":
            layers = [text(units), text(second)]
            found = tensors(width, units) + tensors(hands_on(units), second)
        else:
            depth, both = form
            both = both and (framework, name) not in ONE_DIRECTION
            layers = [text(units, num_layers=depth if depth > 1 else None, bidirectional=True if both else None)]
            directions = 1 + both
            found = tensors(width, units) * directions
            if depth == 2:
                found += tensors(directions * hands_on(units), units) * directions
        plain = form == (1, False)
        asked = query(framework, width, layers)
        print_row(asked, count(found), tensors_text(found) if own_names and plain else "", source, VERSIONS[framework])


pick = random.Random(20260119)
for entry in TABLE:
    rows_of(pick, *entry)


def vectors(names, *others):
    """A vector for each of the names, and tensors that do not depend on the width."""
    return lambda d, h: [(name, (d,)) for name in names.split()] + list(others)


def heads(count, keys, values, out):
    """Keras's MultiHeadAttention on itself; `out` 0: as wide as what it reads."""
    return lambda d, h: [
        ("query/kernel", (d, count, keys)),
        ("query/bias", (count, keys)),
        ("key/kernel", (d, count, keys)),
        ("key/bias", (count, keys)),
        ("value/kernel", (d, count, values)),
        ("value/bias", (count, values)),
        ("attention_output/kernel", (count, values, out or d)),
        ("attention_output/bias", (out or d,)),
    ]


RENORM = "moving_mean moving_variance moving_stddev renorm_mean renorm_stddev"

# Layers that have no gates: framework, layer with its options, tensors by the width that it reads and its units,
# source, whether the order is the framework's own.
OTHERS = [
    ("keras2", "BatchNormalization()", vectors("gamma beta moving_mean moving_variance"), KERAS_2_NORM, True),
    ("keras2", "LayerNormalization()", vectors("gamma beta"), KERAS_2_NORM, True),
    ("keras", "BatchNormalization(scale=false)", vectors("beta moving_mean moving_variance"), KERAS_3_NORM, True),
    ("keras", "BatchNormalization(center=false)", vectors("gamma moving_mean moving_variance"), KERAS_3_NORM, True),
    (
        "keras",
        "BatchNormalization(scale=false, center=false)",
        vectors("moving_mean moving_variance"),
        KERAS_3_NORM,
        True,
    ),
    ("keras", "LayerNormalization(center=false)", vectors("gamma"), KERAS_3_NORM, True),
    ("keras", "LayerNormalization(scale=false)", vectors("beta"), KERAS_3_NORM, True),
    ("pytorch", "LayerNorm(bias=false)", vectors("weight"), TORCH_NORM, True),
    ("pytorch", "LayerNorm(elementwise_affine=false)", vectors(""), TORCH_NORM, True),
    ("pytorch", "BatchNorm1d(affine=false)", vectors(""), TORCH_NORM, True),
    (
        "tf1",
        "BatchNormalization(scale=false)",
        vectors("beta moving_mean moving_variance"),
        TF1_LAYERS,
        False,
    ),
    ("tf1", "LayerNormalization(center=false)", vectors("gamma"), TF1_LAYERS, False),
    ("flax_linen", "LayerNorm(use_bias=false)", vectors("scale"), LINEN_NORM, True),
    ("haiku", "LayerNorm(create_offset=false)", vectors("scale"), HAIKU_NORM, True),
    ("equinox", "LayerNorm(use_weight=false)", vectors("bias"), EQUINOX_NORM, True),
    ("mlx", "LayerNorm(bias=false)", vectors("weight"), MLX_NORM, True),
    ("mlx", "BatchNorm(affine=false)", vectors("running_mean running_var"), MLX_NORM, True),
    ("burn", "BatchNorm()", vectors("gamma beta running_mean running_var"), BURN_NORM, True),
    ("burn", "LayerNorm(bias=false)", vectors("gamma"), BURN_NORM, True),
    (
        "tinygrad",
        "BatchNorm()",
        lambda d, h: [
            ("weight", (d,)),
            ("bias", (d,)),
            ("num_batches_tracked", (1,)),
            ("running_mean", (d,)),
            ("running_var", (d,)),
        ],
        TINYGRAD,
        True,
    ),
    (
        "tinygrad",
        "BatchNorm(affine=false)",
        lambda d, h: [("num_batches_tracked", (1,)), ("running_mean", (d,)), ("running_var", (d,))],
        TINYGRAD,
        True,
    ),
    ("dl4j", "BatchNormalization()", vectors("gamma beta mean log10stdev"), DL4J_NORM, True),
    ("cntk", "BatchNormalization()", vectors("scale bias"), CNTK_LAYERS, True),
    ("cntk", "LayerNormalization()", vectors("scale bias"), CNTK_LAYERS, True),
    ("cntk", "Dense({})", lambda d, h: [("W", (d, h)), ("b", (h,))], CNTK_LAYERS, True),
    ("cntk", "Dense({}, bias=false)", lambda d, h: [("W", (d, h))], CNTK_LAYERS, True),
    ("matlab", "Dense({})", lambda d, h: [("Weights", (h, d)), ("Bias", (h,))], MATLAB_LAYERS, True),
    ("matlab", "BatchNormalization()", vectors("Offset Scale"), MATLAB_LAYERS, True),
    ("matlab", "LayerNormalization()", vectors("Offset Scale"), MATLAB_LAYERS, True),
    ("keras", "BatchNormalization(renorm=true)", vectors(f"gamma beta {RENORM}"), KERAS_3_NORM, True),
    ("keras", "BatchNormalization(renorm=true, scale=false)", vectors(f"beta {RENORM}"), KERAS_3_NORM, True),
    ("keras2", "BatchNormalization(renorm=true)", vectors(f"gamma beta {RENORM}"), KERAS_2_NORM, True),
    ("keras", "MultiHeadAttention(3, 5, output_shape=7)", heads(3, 5, 5, 7), KERAS_3_HEADS, True),
    ("keras", "MultiHeadAttention(2, 4, value_dim=6, output_shape=9)", heads(2, 4, 6, 9), KERAS_3_HEADS, True),
    ("keras2", "MultiHeadAttention(2, 4, value_dim=6)", heads(2, 4, 6, 0), KERAS_2_HEADS, True),
    ("keras2", "MultiHeadAttention(2, 4, output_shape=11)", heads(2, 4, 4, 11), KERAS_2_HEADS, True),
]

# Tables of embeddings, which read words.
TABLES = [
    ("cntk", "E", lambda words, h: (words, h), CNTK_LAYERS),
    ("dl4j", "W", lambda words, h: (words, h), DL4J_EMBEDDING),
    ("coreml", "weights", lambda words, h: (h, words), COREML),
]



def print_others(pick, entries):
    for framework, text, shapes, source, own_order in entries:
        for width in (64, 5):
            units = pick.randint(2, 300)
            found = shapes(width, units)
            asked = query(framework, width, [text.format(units)])
            print_row(asked, count(found), tensors_text(found) if own_order else "", source, VERSIONS[framework])


def print_tables(entries):
    for framework, name, shape, source in entries:
        for words, units in ((5000, 64), (7, 3)):
            found = [(name, shape(words, units))]
            asked = query(framework, None, [f"Embedding({words}, {units})"])
            print_row(asked, count(found), tensors_text(found), source, VERSIONS[framework])


print_others(pick, OTHERS)
print_tables(TABLES)


def numbered(gates, *biases):
    """PyTorch's names in a layer that is the only one of its kind."""
    return lambda d, h, r: [
        ("weight_ih_l0", (gates * h, d)),
        ("weight_hh_l0", (gates * h, h)),
        *((name, (gates * h,)) for name in biases),
    ]


def sonnet(gates):
    return lambda d, h, r: [("w_h", (r, gates * h)), ("w_i", (d, gates * h)), ("b", (gates * h,))]


def sonnet_projection(d, h, r):
    return [("projection", (h, r))]


def sonnet_rnn(d, h, r):
    return [("b", (h,)), ("hidden_to_hidden/w", (h, h)), ("input_to_hidden/w", (d, h))]


def ncnn(gates, biases):
    """Of one direction, which is the last side."""
    return lambda d, h, r: [
        ("weight_xc_data", (d, gates * h, 1)),
        ("bias_c_data", (h, biases, 1)),
        ("weight_hc_data", (r, gates * h, 1)),
    ]


def ncnn_projection(d, h, r):
    return [("weight_hr_data", (h, r, 1))]


def tfa_bare(d, h, r):
    return keras(4, 4)(d, h, r)[:2]


def tfa_norms(d, h, r):
    norms = (("kernel_norm", 4 * h), ("recurrent_norm", 4 * h), ("state_norm", h))
    return [(f"{norm}/{side}", (length,)) for norm, length in norms for side in ("gamma", "beta")]


def tfa_peepholes(d, h, r):
    return [(f"{gate}_gate_peephole_weights", (h,)) for gate in ("input", "forget", "output")]


def openvino(gates, biases):
    """Of one direction, which is the first side."""
    return lambda d, h, r: [("W", (1, gates * h, d)), ("R", (1, gates * h, h)), ("B", (1, biases * h))]


def wolfram(*names):
    return lambda d, h, r: [
        tensor
        for gate in names
        for tensor in ((f"{gate}InputWeights", (h, d)), (f"{gate}StateWeights", (h, h)), (f"{gate}Biases", (h,)))
    ]


# Frameworks that came later draw their own sizes, so that the rows before stay as they are: the same three tables.
LATER = [
    (
        [
            ("candle", "LSTM", BIASED, numbered(4, "bias_ih_l0", "bias_hh_l0"), CANDLE, True),
            ("candle", "LSTM", BARE, numbered(4), CANDLE, True),
            ("candle", "GRU", BIASED, numbered(3, "bias_ih_l0", "bias_hh_l0"), CANDLE, True),
            ("candle", "GRU", BARE, numbered(3), CANDLE, True),
        ],
        [
            ("candle", "Linear({})", lambda d, h: [("weight", (h, d)), ("bias", (h,))], CANDLE_LAYERS, True),
            ("candle", "Linear({}, bias=false)", lambda d, h: [("weight", (h, d))], CANDLE_LAYERS, True),
            ("candle", "BatchNorm()", vectors("weight bias"), CANDLE_LAYERS, True),
            ("candle", "BatchNorm(affine=false)", vectors(""), CANDLE_LAYERS, True),
            ("candle", "LayerNorm()", vectors("weight bias"), CANDLE_LAYERS, True),
            ("candle", "LayerNorm(bias=false)", vectors("weight"), CANDLE_LAYERS, True),
            ("candle", "RmsNorm()", vectors("weight"), CANDLE_LAYERS, True),
        ],
        [("candle", "weight", lambda words, h: (words, h), CANDLE_LAYERS)],
    ),
    (
        [
            ("sonnet", "LSTM", {}, sonnet(4), SONNET, True),
            ("sonnet", "LSTM", {"proj_size": True}, together(sonnet(4), sonnet_projection), SONNET, True),
            ("sonnet", "GRU", {}, sonnet(3), SONNET, True),
            ("sonnet", "RNN", {}, sonnet_rnn, SONNET, True),
        ],
        [
            ("sonnet", "Linear({})", lambda d, h: [("b", (h,)), ("w", (d, h))], SONNET_LAYERS, True),
            ("sonnet", "Linear({}, with_bias=false)", lambda d, h: [("w", (d, h))], SONNET_LAYERS, True),
            ("sonnet", "BatchNorm()", vectors("offset scale"), SONNET_LAYERS, True),
            ("sonnet", "BatchNorm(create_scale=false)", vectors("offset"), SONNET_LAYERS, True),
            ("sonnet", "LayerNorm()", vectors("offset scale"), SONNET_LAYERS, True),
            ("sonnet", "LayerNorm(create_offset=false)", vectors("scale"), SONNET_LAYERS, True),
        ],
        [("sonnet", "embeddings", lambda words, h: (words, h), SONNET_LAYERS)],
    ),
    (
        [
            ("ncnn", "LSTM", {}, ncnn(4, 4), NCNN, True),
            ("ncnn", "LSTM", {"proj_size": True}, together(ncnn(4, 4), ncnn_projection), NCNN, True),
            ("ncnn", "GRU", {}, ncnn(3, 4), NCNN, True),
            ("ncnn", "RNN", {}, ncnn(1, 1), NCNN, True),
        ],
        [
            ("ncnn", "Dense({})", lambda d, h: [("weight_data", (d, h)), ("bias_data", (h,))], NCNN, True),
            ("ncnn", "Dense({}, bias=false)", lambda d, h: [("weight_data", (d, h))], NCNN, True),
            ("ncnn", "BatchNorm()", vectors("slope_data mean_data var_data bias_data"), NCNN, True),
            ("ncnn", "LayerNorm()", vectors("gamma_data beta_data"), NCNN, True),
            ("ncnn", "LayerNorm(affine=false)", vectors(""), NCNN, True),
        ],
        [("ncnn", "weight_data", lambda words, h: (h, words), NCNN)],
    ),
    (
        [
            ("tfa", "LSTM", {"layer_norm": True}, together(keras(4, 4), tfa_norms), TFA_NORM, True),
            ("tfa", "LSTM", {"bias": False, "layer_norm": True}, together(tfa_bare, tfa_norms), TFA_NORM, True),
            ("tfa", "LSTM", {"peepholes": True}, together(keras(4, 4), tfa_peepholes), TFA_PEEPHOLES, True),
            ("tfa", "LSTM", {"bias": False, "peepholes": True}, together(tfa_bare, tfa_peepholes), TFA_PEEPHOLES, True),
        ],
        [],
        [],
    ),
    (
        [
            ("lux", "LSTM", BIASED, twice_biased(4), LUX, True),
            ("lux", "LSTM", BARE, fused(4), LUX, True),
            ("lux", "GRU", BIASED, twice_biased(3), LUX, True),
            ("lux", "GRU", BARE, fused(3), LUX, True),
            ("lux", "RNN", BIASED, twice_biased(1), LUX, True),
            ("lux", "RNN", BARE, fused(1), LUX, True),
        ],
        [
            ("lux", "Dense({})", lambda d, h: [("weight", (h, d)), ("bias", (h,))], LUX_LAYERS, True),
            ("lux", "Dense({}, use_bias=false)", lambda d, h: [("weight", (h, d))], LUX_LAYERS, True),
            ("lux", "BatchNorm()", vectors("scale bias"), LUX_LAYERS, True),
            ("lux", "BatchNorm(affine=false)", vectors(""), LUX_LAYERS, True),
            ("lux", "LayerNorm()", lambda d, h: [("bias", (d, 1)), ("scale", (d, 1))], LUX_LAYERS, True),
            ("lux", "LayerNorm(affine=false)", vectors(""), LUX_LAYERS, True),
        ],
        [("lux", "weight", lambda words, h: (h, words), LUX_LAYERS)],
    ),
    (
        [
            ("lux", "LSTM", {"train_state": True, "train_memory": True}, begins(4, "hidden_state memory"), LUX, True),
            ("lux", "LSTM", {"train_memory": True}, begins(4, "memory"), LUX, True),
            ("lux", "GRU", {"train_state": True}, begins(3, "hidden_state"), LUX, True),
            ("lux", "RNN", {"train_state": True}, begins(1, "hidden_state"), LUX, True),
        ],
        [],
        [],
    ),
    (
        [
            ("openvino", "LSTM", {}, openvino(4, 4), OPENVINO, True),
            ("openvino", "GRU", {}, openvino(3, 3), OPENVINO, True),
            ("openvino", "GRU", {"reset_after": True}, openvino(3, 4), OPENVINO, True),
            ("openvino", "RNN", {}, openvino(1, 1), OPENVINO, True),
        ],
        [
            ("openvino", "Dense({})", lambda d, h: [("MatMul", (d, h)), ("Add", (h,))], OPENVINO_LAYERS, True),
            ("openvino", "Dense({}, bias=false)", lambda d, h: [("MatMul", (d, h))], OPENVINO_LAYERS, True),
            ("openvino", "BatchNorm()", vectors("gamma beta mean variance"), OPENVINO_LAYERS, True),
        ],
        [("openvino", "data", lambda words, h: (words, h), OPENVINO_LAYERS)],
    ),
    (
        [
            ("wolfram", "LSTM", {}, wolfram("InputGate", "OutputGate", "ForgetGate", "MemoryGate"), WOLFRAM, True),
            ("wolfram", "GRU", {}, wolfram("InputGate", "ResetGate", "MemoryGate"), WOLFRAM, True),
            ("wolfram", "RNN", {}, wolfram(""), WOLFRAM, True),
        ],
        [
            ("wolfram", "Dense({})", lambda d, h: [("Biases", (h,)), ("Weights", (h, d))], WOLFRAM, True),
            ("wolfram", "Dense({}, bias=false)", lambda d, h: [("Weights", (h, d))], WOLFRAM, True),
            ("wolfram", "BatchNorm()", vectors("Biases MovingMean MovingVariance Scaling"), WOLFRAM, True),
            ("wolfram", "LayerNorm()", vectors("Biases Scaling"), WOLFRAM, True),
            ("wolfram", "LayerNorm(scale=false)", vectors("Biases"), WOLFRAM, True),
        ],
        [("wolfram", "Weights", lambda words, h: (words, h), WOLFRAM)],
    ),
]

for gated, others, tables in LATER:
    pick = random.Random(gated[0][0])
    for entry in gated:
        rows_of(pick, *entry)
    print_others(pick, others)
    print_tables(tables)

# Filters of their own at every place: width and time steps of what comes in, filters, kernel size, strides, bias. The places are those of
# keras/utils/conv_utils.py's conv_output_length with "valid" padding.
PLACES = [
    (32, 10, 64, 3, 1, True),
    (1, 28, 2, 7, 2, True),
    (64, 128, 16, 5, 1, False),
    (5, 3, 4, 3, 1, True),
    (7, 9, 1, 1, 3, True),
    (12, 100, 8, 11, 4, False),
]
for framework, folder in (("keras2", "keras/layers/locally_connected"), ("keras1", "keras/layers/local.py")):
    for width, steps, filters, kernel, strides, bias in PLACES:
        places = len(range(0, steps - kernel + 1, strides))
        found = [("kernel", (places, kernel * width, filters))] + ([("bias", (places, filters))] if bias else [])
        options = {"strides": strides if strides > 1 else None, "use_bias": None if bias else False}
        text = layer("LocallyConnected1D", filters, kernel, **options)
        asked = f"framework={framework}&input={width}&timesteps={steps}&layers={text}"
        print_row(asked, count(found), tensors_text(found), f"shapes in {folder}", VERSIONS[framework])
