// Tests of web/telling/equations.js: a cell's equations, as the frameworks' documentation writes them; every weight stands in one of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { bothResets, equationsOf, equationText, notationOf } from "../../web/telling/equations.js";
import { fullLayer } from "../../web/telling/facts.js";
import { referenceQueries } from "./models.js";

const engine = await load();
const { frameworks } = engine.catalog();

/** @param {string} id */
const facts = (id) => frameworks.find((framework) => framework.id === id) ?? frameworks[0];

/** @param {string} query */
const layerOf = (query) => {
  const answer = engine.explain(query);
  assert.deepEqual(answer.problems, [], query);
  return { layer: fullLayer(answer.layers, 0), framework: answer.framework };
};

/** @param {string} framework @param {string} layers */
const written = (framework, layers) => {
  const { layer } = layerOf(`framework=${framework}&input=10&layers=${layers}`);
  return equationsOf(layer, facts(framework)).map(equationText);
};

test("the notes' own, with concat", () => {
  assert.deepEqual(written("notes", "LSTM(7)"), [
    "f^t = σ(W_f [a^(t−1), x^t] + b_f)",
    "i^t = σ(W_i [a^(t−1), x^t] + b_i)",
    "c̃^t = tanh(W_c [a^(t−1), x^t] + b_c)",
    "c^t = f^t ⊙ c^(t−1) + i^t ⊙ c̃^t",
    "o^t = σ(W_o [a^(t−1), x^t] + b_o)",
    "a^t = o^t ⊙ tanh(c^t)",
  ]);
});

// https://docs.pytorch.org/docs/stable/generated/torch.nn.LSTM.html, torch.nn.GRU.html, torch.nn.RNN.html
test("PyTorch's, as its documentation has them", () => {
  assert.deepEqual(written("pytorch", "LSTM(7)"), [
    "i_t = σ(W_ii x_t + b_ii + W_hi h_(t−1) + b_hi)",
    "f_t = σ(W_if x_t + b_if + W_hf h_(t−1) + b_hf)",
    "g_t = tanh(W_ig x_t + b_ig + W_hg h_(t−1) + b_hg)",
    "c_t = f_t ⊙ c_(t−1) + i_t ⊙ g_t",
    "o_t = σ(W_io x_t + b_io + W_ho h_(t−1) + b_ho)",
    "h_t = o_t ⊙ tanh(c_t)",
  ]);
  assert.deepEqual(written("pytorch", "GRU(7)"), [
    "r_t = σ(W_ir x_t + b_ir + W_hr h_(t−1) + b_hr)",
    "z_t = σ(W_iz x_t + b_iz + W_hz h_(t−1) + b_hz)",
    "n_t = tanh(W_in x_t + b_in + r_t ⊙ (W_hn h_(t−1) + b_hn))",
    "h_t = (1 − z_t) ⊙ n_t + z_t ⊙ h_(t−1)",
  ]);
  assert.deepEqual(written("pytorch", "RNN(7)"), ["h_t = tanh(W_ih x_t + b_ih + W_hh h_(t−1) + b_hh)"]);
  assert.equal(written("pytorch", "LSTM(7,proj_size=3)").at(-1), "h_t = W_hr (o_t ⊙ tanh(c_t))");
  assert.equal(written("pytorch", "LSTM(7,bias=false)")[0], "i_t = σ(W_ii x_t + W_hi h_(t−1))");
});

// flax/linen/recurrent.py, its docstrings
test("flax's, with primes, and each bias where its name says", () => {
  assert.deepEqual(written("flax_linen", "GRU(7)"), [
    "r = σ(W_ir x + b_ir + W_hr h)",
    "z = σ(W_iz x + b_iz + W_hz h)",
    "n = tanh(W_in x + b_in + r ∗ (W_hn h + b_hn))",
    "h′ = (1 − z) ∗ n + z ∗ h",
  ]);
  assert.equal(written("flax_nnx", "LSTM(7)")[0], "i = σ(W_ii x + W_hi h + b_hi)");
  assert.deepEqual(written("flax_linen", "RNN(7)"), ["h′ = tanh(W_i x + b_i + W_h h)"]);
});

// haiku/_src/recurrent.py, sonnet/src/recurrent.py, lasagne/layers/recurrent.py: what the update gate says is taken, not kept
test("those whose update gate takes", () => {
  assert.deepEqual(written("haiku", "GRU(7)").slice(2), [
    "a_t = tanh(W_ia x_t + W_ha (r_t ⊙ h_(t−1)) + b_a)",
    "h_t = z_t ⊙ a_t + (1 − z_t) ⊙ h_(t−1)",
  ]);
  assert.deepEqual(written("lasagne", "GRU(7)").slice(2), [
    "c_t = tanh(W_xc x_t + b_c + r_t ⊙ (W_hc h_(t−1)))",
    "h_t = u_t ⊙ c_t + (1 − u_t) ⊙ h_(t−1)",
  ]);
  assert.equal(written("lasagne", "LSTM(7)")[0], "i_t = σ(W_xi x_t + W_hi h_(t−1) + b_i + w_ci ⊙ c_(t−1))");
  assert.equal(written("haiku", "RNN(7)")[0], "h_t = ReLU(w_i x_t + b_i + w_h h_(t−1) + b_h)");
});

// https://onnx.ai/onnx/operators/onnx__LSTM.html and onnx__GRU.html (linear_before_reset = 0), without its transposes
test("ONNX's letters, with the bias of each matrix", () => {
  assert.equal(written("onnx", "LSTM(7)")[0], "i_t = σ(W_i X_t + R_i H_(t−1) + Wb_i + Rb_i)");
  assert.equal(written("onnx", "LSTM(7)").at(-1), "H_t = o_t ⊙ tanh(C_t)");
  assert.equal(written("onnx", "GRU(7)")[2], "h_t = tanh(W_h X_t + R_h (r_t ⊙ H_(t−1)) + Wb_h + Rb_h)");
});

test("ONNX's peepholes", () => {
  assert.equal(
    written("onnx", "LSTM(7,peepholes=true)").at(-2),
    "o_t = σ(W_o X_t + R_o H_(t−1) + Wb_o + Rb_o + P_o ⊙ C_t)",
  );
});

// https://docs.openvino.ai/2024/documentation/openvino-ir-format/operation-sets/operation-specs/sequence/gru-cell-3.html: B holds
// the sums, and of linear_before_reset both biases of h
test("OpenVINO's, with the sums that it keeps", () => {
  assert.equal(written("openvino", "LSTM(7)")[0], "f_t = σ(W_f X_t + R_f H_(t−1) + B_f)");
  assert.deepEqual(written("openvino", "GRU(7,linear_before_reset=true)").slice(0, 3), [
    "z_t = σ(W_z X_t + R_z H_(t−1) + B_z)",
    "r_t = σ(W_r X_t + R_r H_(t−1) + B_r)",
    "h_t = tanh(W_h X_t + Wb_h + r_t ⊙ (R_h H_(t−1) + Rb_h))",
  ]);
});

// python/mxnet/gluon/rnn/rnn_layer.py at 1.9.1, its docstrings
test("MXNet's, whose update gate is i", () => {
  assert.deepEqual(written("mxnet", "GRU(7)"), [
    "r_t = σ(W_ir x_t + b_ir + W_hr h_(t−1) + b_hr)",
    "i_t = σ(W_ii x_t + b_ii + W_hi h_(t−1) + b_hi)",
    "n_t = tanh(W_in x_t + b_in + r_t ∗ (W_hn h_(t−1) + b_hn))",
    "h_t = (1 − i_t) ∗ n_t + i_t ∗ h_(t−1)",
  ]);
  assert.equal(written("mxnet", "LSTM(7)")[2], "g_t = tanh(W_ig x_t + b_ig + W_hc h_(t−1) + b_hg)");
  assert.deepEqual(written("mxnet", "RNN(7)"), ["h_t = tanh(w_ih x_t + b_ih + w_hh h_(t−1) + b_hh)"]);
});

// https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/nn/GRU_en.html, LSTMCell_en.html, SimpleRNNCell_cn.html
test("PaddlePaddle's, whose candidates wear a tilde", () => {
  assert.deepEqual(written("paddle", "GRU(7)").slice(2), [
    "h̃_t = tanh(W_ic x_t + b_ic + r_t ∗ (W_hc h_(t−1) + b_hc))",
    "h_t = (1 − z_t) ∗ h̃_t + z_t ∗ h_(t−1)",
  ]);
  assert.deepEqual(written("paddle", "LSTM(7)").slice(2, 4), [
    "c̃_t = tanh(W_ig x_t + b_ig + W_hg h_(t−1) + b_hg)",
    "c_t = f_t ∗ c_(t−1) + i_t ∗ c̃_t",
  ]);
  assert.deepEqual(written("paddle", "RNN(7)"), ["h_t = act(W_ih x_t + b_ih + W_hh h_(t−1) + b_hh)"]);
});

// https://ml-explore.github.io/mlx/build/html/python/nn/_autosummary/mlx.nn.GRU.html, mlx.nn.LSTM.html, mlx.nn.RNN.html
test("MLX's, whose state is a step ahead", () => {
  assert.deepEqual(written("mlx", "GRU(7)").slice(2), [
    "n_t = tanh(W_xn x_t + b_n + r_t ⊙ (W_hn h_t + b_hn))",
    "h_(t+1) = (1 − z_t) ⊙ n_t + z_t ⊙ h_t",
  ]);
  assert.deepEqual(written("mlx", "LSTM(7)").slice(3), [
    "c_(t+1) = f_t ⊙ c_t + i_t ⊙ g_t",
    "o_t = σ(W_xo x_t + W_ho h_t + b_o)",
    "h_(t+1) = o_t ⊙ tanh(c_(t+1))",
  ]);
  assert.deepEqual(written("mlx", "RNN(7)"), ["h_(t+1) = tanh(W_ih x_t + W_hh h_t + b)"]);
});

// src/layers/recurrent.jl at v0.16.11
test("Flux's, whose reset gate r has the index i", () => {
  assert.deepEqual(written("flux", "GRU(7)").slice(0, 1), ["r_t = σ(W_xi x_t + W_hi h_(t−1) + b_i)"]);
  // Its forward pass: Wh_h̃ * (r .* h).
  assert.equal(written("flux", "GRU(7,reset_after=false)")[2], "h̃_t = tanh(W_xh x_t + W_hh̃ (r_t ⊙ h_(t−1)) + b_h)");
  assert.deepEqual(written("flux", "RNN(7)"), ["h_t = tanh(W_i x_t + W_h h_(t−1) + b)"]);
});

test("what a sentence calls what is read is called so in the equations", () => {
  for (const id of [
    "onnx",
    "openvino",
    "mlx",
    "flax_linen",
    "flax_nnx",
    "pytorch",
    "mxnet",
    "paddle",
    "flux",
    "notes",
  ]) {
    const { previous, current } = facts(id).words;
    const all = written(id, "LSTM(7)").join(" ");
    assert.ok(all.includes(previous) && all.includes(current), `${id}: ${previous}, ${current}`);
  }
});

// keras/src/layers/rnn/gru.py: reset_after "False is 'before', True is 'after'"
test("Keras's GRU resets after the product, or before it", () => {
  assert.equal(written("keras", "GRU(7)")[2], "h̃_t = tanh(W_h x_t + b_h + r_t ⊙ (U_h h_(t−1) + b′_h))");
  assert.equal(written("keras", "GRU(7,reset_after=false)")[2], "h̃_t = tanh(W_h x_t + U_h (r_t ⊙ h_(t−1)) + b_h)");
  assert.equal(notationOf(facts("keras")).published, false);
});

test("both forms of the reset, where there are two biases, and only there", () => {
  const both = bothResets(layerOf("framework=pytorch&input=10&layers=GRU(7)").layer, facts("pytorch"));
  assert.equal(both && equationText(both.before), "n_t = tanh(W_in x_t + b_in + W_hn (r_t ⊙ h_(t−1)))");
  assert.equal(both && equationText(both.after), "n_t = tanh(W_in x_t + b_in + r_t ⊙ (W_hn h_(t−1) + b_hn))");
  for (const query of ["input=10&layers=GRU(7)", "framework=pytorch&input=10&layers=LSTM(7)"])
    assert.equal(bothResets(layerOf(query).layer, facts("pytorch")), undefined, query);
});

test("nothing is told of cells that are built otherwise", () => {
  for (const query of [
    "framework=keras&input=10&layers=Dense(7)",
    "framework=tf1&input=10&layers=LSTM(7,layer_norm=true)",
    "framework=flax_linen&input=10&layers=MGU(7)",
    "framework=coreml&input=10&layers=GRU(7)",
    "framework=keras&input=10&layers=ConvLSTM2D(7,3)",
  ]) {
    const { layer, framework } = layerOf(query);
    assert.deepEqual(equationsOf(layer, facts(framework)), [], query);
  }
});

test("every weight of a gate stands in one equation, once, in every model of the reference", () => {
  let seen = 0;
  for (const query of referenceQueries()) {
    const answer = engine.explain(query);
    for (const layer of answer.layers) {
      if (!layer.rule) continue;
      const equations = equationsOf(layer, facts(answer.framework));
      if (equations.length === 0) continue;
      const signs = equations.flatMap(({ right }) =>
        right.flatMap((one) => (typeof one === "object" && one.at ? [one.at] : [])),
      );
      const concat = notationOf(facts(answer.framework)).concat;
      const own = signs.map(({ gate, column }) => `${gate} ${column}`).sort();
      const kept = layer.weights
        .filter(({ direction }) => direction !== "backward")
        .flatMap(({ cells }) => cells.filter(({ gate }) => gate !== ""))
        .map(({ gate, column }) => `${gate} ${concat && /input|recurrent/.test(column) ? "" : column}`);
      assert.deepEqual(own, [...new Set(kept)].sort(), query);
      seen++;
    }
  }
  assert.ok(seen > 500, String(seen));
});
