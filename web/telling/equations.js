/**
 * A recurrent cell's own equations, as the chosen framework's documentation writes them; where it writes none, in a general form. They
 * are rows of signs; a weight knows its gate and its column, and with them its place in the picture. No words, no numbers.
 */

/** @typedef {import("../engine.js").Layer} Layer */
/** @typedef {import("../engine.js").FrameworkFacts} Framework */
/** @typedef {{ gate: string, column: string }} At of a weight: which gate's, and which column of the block ("" for a peephole) */
/** @typedef {{ base: string, sub: string, at?: At, plain?: boolean, raised?: boolean }} Sign `raised`: its index stands above; `plain`: upright, as names of functions are */
/** @typedef {(Sign | string)[]} Row signs, and operators or brackets between them */
/** @typedef {{ left: Row, right: Row }} Equation */
/** @typedef {"before" | "after"} Resets whether a GRU's reset gate is multiplied in before the product with the matrix, or after it */
/**
 * @typedef {{
 *   published: boolean, concat: boolean, before: string, now: string, step: string, cellBefore: string, cellNow: string,
 *   input: (gate: string) => [string, string], recurrent: (gate: string, layer: Layer) => [string, string],
 *   bias: (gate: string, layer: Layer) => [string, string], second: (gate: string) => [string, string],
 *   peephole: (gate: string) => [string, string], projection: [string, string],
 *   letter?: Partial<Record<string, string>>, fresh?: Partial<Record<string, string>>, activation: string, times: string, biasesLast: boolean,
 *   raised?: boolean, state: string, read: string, cell: string, single: { input: [string, string], recurrent: [string, string], bias: [string, string], second: [string, string] },
 * }} Notation `single`: where there is one matrix of each kind; `letter`: of a gate, by its role, or by its cell and role, where another one than the gate's own id is written; `fresh`: the
 * candidate's own sign, by the cell, where it is another one than its weights'; `before`, `now`: the index of the state, one step earlier and now; `step`: of the gates and of
 * the input
 */

/** @typedef {Notation["single"]} Single */

/** @type {Omit<Notation, "published" | "bias">} */
const torch = {
  concat: false,
  ...{ before: "t−1", now: "t", step: "t", cellBefore: "t−1", cellNow: "t" },
  input: (gate) => ["W", `i${gate}`],
  recurrent: (gate) => ["W", `h${gate}`],
  second: (gate) => ["b", `h${gate}`],
  peephole: (gate) => ["p", gate],
  projection: ["W", "hr"],
  activation: "tanh",
  times: "⊙",
  biasesLast: false,
  ...{ state: "h", read: "x", cell: "c" },
  single: { input: ["W", "ih"], recurrent: ["W", "hh"], bias: ["b", "ih"], second: ["b", "hh"] },
};

/** @type {Single} */
const bare = { input: ["W", ""], recurrent: ["U", ""], bias: ["b", ""], second: ["b′", ""] };

/** @type {Notation} */
const general = {
  ...torch,
  published: false,
  input: (gate) => ["W", gate],
  recurrent: (gate) => ["U", gate],
  bias: (gate) => ["b", gate],
  second: (gate) => ["b′", gate],
  letter: { forget: "f", input: "i", output: "o", update: "z", reset: "r" },
  activation: "f",
  biasesLast: true,
  single: bare,
};

/** https://docs.pytorch.org/docs/stable/generated/torch.nn.GRU.html, and torch.nn.LSTM and RNN beside it. @type {Notation} */
const pytorch = { ...torch, published: true, bias: (gate) => ["b", `i${gate}`] };

/**
 * python/mxnet/gluon/rnn/rnn_layer.py and rnn_cell.py at 1.9.1: a GRU's update gate is written i there, its candidate n, whatever the
 * tensors' order is called.
 * @type {Notation}
 */
const mxnet = {
  ...pytorch,
  letter: { "LSTM candidate": "g", "GRU update": "i", "GRU candidate": "n" },
  recurrent: (gate) => ["W", gate === "g" ? "hc" : `h${gate}`],
  times: "∗",
  single: { ...pytorch.single, input: ["w", "ih"], recurrent: ["w", "hh"] },
};

/** https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/nn/GRU_en.html, and LSTM and SimpleRNN beside it. @type {Notation} */
const paddle = {
  ...pytorch,
  fresh: { LSTM: "c̃", GRU: "h̃" },
  projection: ["W", "proj_size"],
  activation: "act",
  times: "∗",
};

/**
 * flax/linen/recurrent.py and flax/nnx/nn/recurrent.py at v0.12.7. Where the bias stands, its name tells: beside the input's matrix, or in
 * an LSTM beside the other one.
 * @type {Notation}
 */
const flax = {
  ...pytorch,
  ...{ before: "", now: "′", step: "", cellBefore: "", cellNow: "′" },
  bias: (gate, { cell }) => ["b", `${cell === "LSTM" ? "h" : "i"}${gate}`],
  times: "∗",
  single: { input: ["W", "i"], recurrent: ["W", "h"], bias: ["b", "i"], second: ["b", "h"] },
};

/** haiku/_src/recurrent.py at v0.0.16; sonnet/src/recurrent.py at v2.0.2 writes but its RNN otherwise. @type {Notation} */
const haiku = {
  ...pytorch,
  bias: (gate) => ["b", gate],
  activation: "ReLU",
  biasesLast: true,
  single: { input: ["w", "i"], recurrent: ["w", "h"], bias: ["b", "i"], second: ["b", "h"] },
};

/** https://github.com/onnx/onnx/blob/v1.22.0/docs/Operators.md#GRU, and LSTM and RNN beside it. @type {Notation} */
const onnx = {
  ...torch,
  published: true,
  input: (gate) => ["W", gate],
  recurrent: (gate) => ["R", gate],
  bias: (gate) => ["Wb", gate],
  second: (gate) => ["Rb", gate],
  peephole: (gate) => ["P", gate],
  activation: "f",
  biasesLast: true,
  ...{ state: "H", read: "X", cell: "C" },
  single: { input: ["W", "i"], recurrent: ["R", "i"], bias: ["Wb", "i"], second: ["Rb", "i"] },
};

/**
 * The formulas of GRUCell-3, LSTMCell-4 and RNNCell-3, which the sequences refer to (https://docs.openvino.ai/2024/documentation/openvino-ir-format/operation-sets/operation-specs/sequence/gru-cell-3.html).
 * B holds the sum of two of their biases, but for those of a candidate that keeps them apart.
 * @type {Notation}
 */
const openvino = {
  ...onnx,
  bias: (gate, { weights }) =>
    weights.some(({ cells }) => cells.some((cell) => cell.column === "second bias" && cell.gate === gate))
      ? ["Wb", gate]
      : ["B", gate],
  single: { ...onnx.single, bias: ["B", "i"] },
};

/** @type {Notation} */
const crossed = { ...pytorch, input: (gate) => ["W", `x${gate}`], bias: (gate) => ["b", gate], biasesLast: true };

/** In Flux a GRU's reset gate r has the index i. @param {string} gate */
const fluxIndex = (gate) => (gate === "r" ? "i" : gate);

/** src/layers/recurrent.jl at v0.16.11; GRUv3's candidate as its forward pass has it. @type {Notation} */
const flux = {
  ...crossed,
  input: (gate) => ["W", `x${fluxIndex(gate)}`],
  recurrent: (gate, { name }) => ["W", gate === "h" && name === "GRUv3" ? "hh̃" : `h${fluxIndex(gate)}`],
  bias: (gate) => ["b", fluxIndex(gate)],
  single: { ...bare, input: ["W", "i"], recurrent: ["W", "h"] },
};

/** Written in the documentation of those, read there. @type {Partial<Record<string, Notation>>} */
const notations = {
  notes: {
    ...general,
    published: true,
    concat: true,
    projection: ["W", "p"],
    raised: true,
    state: "a",
    letter: { forget: "f", input: "i", output: "o", update: "u", reset: "r" },
  },
  pytorch,
  mxnet,
  paddle,
  flax_linen: flax,
  flax_nnx: flax,
  haiku,
  sonnet: { ...haiku, activation: "tanh", single: { ...haiku.single, bias: ["b", ""] } },
  onnx,
  openvino,
  // https://ml-explore.github.io/mlx/build/html/python/nn/_autosummary/mlx.nn.GRU.html, and mlx.nn.LSTM and RNN beside it.
  mlx: {
    ...crossed,
    ...{ before: "t", now: "t+1", step: "t", cellBefore: "t", cellNow: "t+1" },
    single: { ...bare, input: ["W", "ih"], recurrent: ["W", "hh"] },
  },
  flux,
  // lasagne/layers/recurrent.py.
  lasagne: {
    ...crossed,
    peephole: (gate) => ["w", `c${gate}`],
    letter: { ...general.letter, update: "u" },
    fresh: { GRU: "c" },
    activation: "σ",
    single: { ...bare, input: ["W", "x"], recurrent: ["W", "h"] },
  },
};

/** @param {Framework} framework */
export const notationOf = ({ id }) => notations[id] ?? general;

/**
 * How the layer resets, "" where that is not told: a second bias of the candidate's own only makes a difference where it is reset with
 * its product.
 * @param {Layer} layer
 * @param {Framework} framework
 * @returns {Resets | ""}
 */
function resets({ rule, weights }, { gru }) {
  const cells = weights.flatMap(({ cells }) => cells);
  const second = new Set(cells.flatMap(({ column, gate }) => (column === "second bias" ? [gate] : [])));
  // Whose candidate has a matrix of its own for what is reset, resets before that one.
  const apart = cells.some(({ topic }) => topic === "unused");
  if (second.size === 0) return cells.some(({ column }) => column === "bias") ? (apart ? "before" : gru.resets) : "";
  return rule.bias === "2" && rule.spare === rule.matrices ? "before" : "after";
}

/** @param {string} base @param {string} [sub] @param {At} [at] @returns {Sign} */
const sign = (base, sub = "", at) => ({ base, sub, at });

/** @param {Row[]} rows what is added */
const sum = (rows) => rows.flatMap((row, place) => (place > 0 ? ["+", ...row] : row));

/** @param {string} name @param {Row} inner @returns {Row} */
const call = (name, inner) => [{ base: name, sub: "", plain: name.length > 1 }, "(", ...inner, ")"];

/**
 * What the rows of a layer are made of.
 * @param {Layer} layer
 * @param {Notation} notation
 */
function writing(layer, notation) {
  const { before, now, step } = notation;
  const cells = layer.weights.flatMap((weight) => (weight.direction === "backward" ? [] : weight.cells));
  const has = (/** @type {string} */ gate, /** @type {string} */ column) =>
    cells.some((cell) => cell.gate === gate && cell.column === column);
  const letterOf = (/** @type {string} */ id) => {
    const { role = "" } = layer.gates.find((gate) => gate.id === id) ?? {};
    const { letter } = notation;
    return letter?.[`${layer.cell} ${role}`] ?? letter?.[role] ?? (id.length === 1 ? id : "c");
  };
  const letters = new Map(layer.gates.map(({ id }) => [id, letterOf(id)]));
  const of = (/** @type {string} */ id) => letters.get(id) ?? id;
  const primed = now === "′";
  const { raised = false } = notation;
  const at = (/** @type {string} */ base, /** @type {string} */ index) =>
    primed ? sign(index === "′" ? `${base}′` : base) : { ...sign(base, index), raised };
  const { state, read: input } = notation;
  const read = { h: at(state, before), x: at(input, step) };
  /** @param {(gate: string, layer: Layer) => [string, string]} name @param {string} gate @param {string} column */
  const weight = (name, gate, column) => sign(...name(of(gate), layer), { gate, column });
  const bias = (/** @type {string} */ gate) =>
    has(gate, "bias") ? [[sign(...notation.bias(of(gate), layer), { gate, column: "bias" })]] : [];
  const second = (/** @type {string} */ gate) =>
    has(gate, "second bias") ? [[weight(notation.second, gate, "second bias")]] : [];
  const peephole = (/** @type {string} */ gate, /** @type {string} */ index) =>
    has(gate, "")
      ? [[sign(...notation.peephole(of(gate)), { gate, column: "" }), notation.times, at(notation.cell, index)]]
      : [];
  return { of, at, read, weight, bias, second, peephole };
}

/**
 * What goes into a gate: its products and its biases.
 * @param {string} gate
 * @param {ReturnType<typeof writing>} write
 * @param {Notation} notation
 * @param {{ state?: Row, cell?: string }} [others] `state`: in place of what came out one step earlier; `cell`: the step of the cell state that its peephole reads
 * @returns {Row}
 */
function into(gate, write, { input, recurrent, concat, biasesLast }, { state, cell } = {}) {
  const { read, weight, bias, second, peephole } = write;
  const peeped = cell === undefined ? [] : peephole(gate, cell);
  const before = state ?? [read.h];
  if (concat) {
    const all = { ...weight(input, gate, "input"), at: { gate, column: "" } };
    return sum([[all, "[", ...before, ",", read.x, "]"], ...bias(gate), ...peeped]);
  }
  const own = [
    [weight(input, gate, "input"), read.x],
    [weight(recurrent, gate, "recurrent"), ...before],
  ];
  const [first] = bias(gate)[0] ?? [];
  // A bias stands beside the matrix that it is named after.
  const late = biasesLast || (typeof first === "object" && first.sub.startsWith("h"));
  if (late) return sum([own[0], own[1], ...bias(gate), ...second(gate), ...peeped]);
  return sum([own[0], ...bias(gate), own[1], ...second(gate), ...peeped]);
}

/** The kinds of parts beside a block that the equations tell of. */
const told = [
  "matrix",
  "biases",
  "bias",
  "candidate_bias",
  "gate_biases",
  "peepholes",
  "projection",
  "initial_state",
  "unused",
];

/**
 * The equations of a recurrent layer; none where they are not told here.
 * @param {Layer} layer
 * @param {Framework} framework
 * @returns {Equation[]}
 */
export function equationsOf(layer, framework) {
  const { gates, cell, window, weights } = layer;
  const plain = window.length === 0 && weights.every(({ cells }) => cells.every(({ topic }) => told.includes(topic)));
  if (!plain || gates.some(({ unused }) => unused)) return [];
  const roles = gates
    .map(({ role }) => role)
    .sort()
    .join();
  const notation = notationOf(framework);
  if (roles === "candidate,forget,input,output") return lstm(layer, notation);
  if (roles === "candidate,reset,update") {
    const how = resets(layer, framework);
    const { keeps } = framework.gru;
    return how && keeps ? gru(layer, notation, how, keeps) : [];
  }
  return roles === "candidate" && /RNN/.test(cell) ? rnn(layer, notation) : [];
}

/** @param {Layer} layer @param {string} role */
const idOf = ({ gates }, role) => gates.find((gate) => gate.role === role)?.id ?? "";

/** @param {Layer} layer @param {Notation} notation @returns {Equation[]} */
function lstm(layer, notation) {
  const { times, now, step, cellBefore, cellNow, cell: memory } = notation;
  const write = writing(layer, notation);
  const [forget, input, output, candidate] = ["forget", "input", "output", "candidate"].map((role) =>
    idOf(layer, role),
  );
  const name = write.of(candidate);
  const fresh = write.at(notation.fresh?.LSTM ?? (name === "c" && memory === "c" ? "c̃" : name), step);
  const gate = (/** @type {string} */ id) => write.at(write.of(id), step);
  const of = (/** @type {string} */ id, /** @type {string} */ cell) => ({
    left: [gate(id)],
    right: call("σ", into(id, write, notation, { cell })),
  });
  const state = [gate(output), times, ...call("tanh", [write.at(memory, cellNow)])];
  const out = write.at(notation.state, now);
  const projected = layer.weights.some(({ cells }) => cells.some(({ topic }) => topic === "projection"));
  const order = layer.gates.filter(({ role }) => role !== "output").map(({ id }) => id);
  const first = order.map((id) =>
    id === candidate ? { left: [fresh], right: call("tanh", into(id, write, notation)) } : of(id, cellBefore),
  );
  return [
    ...first,
    {
      left: [write.at(memory, cellNow)],
      right: [gate(forget), times, write.at(memory, cellBefore), "+", gate(input), times, fresh],
    },
    of(output, cellNow),
    { left: [out], right: projected ? [sign(...notation.projection), "(", ...state, ")"] : state },
  ];
}

/**
 * @param {Layer} layer
 * @param {Notation} notation
 * @param {Resets} how
 * @param {"update" | "rest"} keeps
 * @returns {Equation[]}
 */
function gru(layer, notation, how, keeps) {
  const { times, now, step } = notation;
  const write = writing(layer, notation);
  const [update, reset, candidate] = ["update", "reset", "candidate"].map((role) => idOf(layer, role));
  const gate = (/** @type {string} */ id) => write.at(write.of(id), step);
  const fresh = write.at(candidateSign(write.of(candidate), notation), step);
  const gates = layer.gates.filter(({ role }) => role !== "candidate");
  const [one, rest] = [[gate(update)], ["(", "1", "−", gate(update), ")"]];
  const [kept, taken] = keeps === "update" ? [one, rest] : [rest, one];
  const out = write.at(notation.state, now);
  return [
    ...gates.map(({ id }) => ({ left: [gate(id)], right: call("σ", into(id, write, notation)) })),
    { left: [fresh], right: call("tanh", candidateOf(candidate, gate(reset), write, notation, how)) },
    { left: [out], right: [...taken, times, fresh, "+", ...kept, times, write.read.h] },
  ];
}

/** A candidate that is named as the state, or as another gate, has a sign of its own. @param {string} name @param {Notation} notation */
const candidateSign = (name, { state, fresh }) =>
  fresh?.GRU
    ? fresh.GRU
    : name === state
      ? `${name}̃`
      : name === "h" && state === "H"
        ? name
        : /^[co]$/.test(name)
          ? "c̃"
          : name === "h"
            ? "h̃"
            : name;

/**
 * What goes into a GRU's candidate.
 * @param {string} id
 * @param {Sign} reset
 * @param {ReturnType<typeof writing>} write
 * @param {Notation} notation
 * @param {Resets} how
 * @returns {Row}
 */
function candidateOf(id, reset, write, notation, how) {
  const { times, input, recurrent } = notation;
  const { read, weight, bias, second } = write;
  if (how === "before") {
    const state = notation.concat ? [reset, times, read.h] : ["(", reset, times, read.h, ")"];
    return into(id, write, notation, { state });
  }
  const product = sum([[weight(recurrent, id, "recurrent"), read.h], ...second(id)]);
  return sum([[weight(input, id, "input"), read.x], ...bias(id), [reset, times, "(", ...product, ")"]]);
}

/** @param {Layer} layer @param {Notation} notation @returns {Equation[]} */
function rnn(layer, notation) {
  const { input, recurrent, bias, second } = notation.single;
  const biasesLast = notation.biasesLast && bias[1] !== "i";
  const single = {
    ...notation,
    biasesLast,
    input: () => input,
    recurrent: () => recurrent,
    bias: () => bias,
    second: () => second,
  };
  const write = writing(layer, single);
  const [{ id }] = layer.gates;
  return [
    { left: [write.at(notation.state, notation.now)], right: call(notation.activation, into(id, write, single)) },
  ];
}

/**
 * A GRU's candidate both ways, in the framework's letters: reset before its product, with one bias, and after it, with two.
 * @param {Layer} layer
 * @param {Framework} framework
 * @returns {Record<Resets, Equation> | undefined}
 */
export function bothResets(layer, framework) {
  const roles = layer.gates
    .map(({ role }) => role)
    .sort()
    .join();
  const cells = layer.weights.flatMap(({ cells }) => cells);
  if (roles !== "candidate,reset,update" || !cells.some(({ column }) => column === "second bias")) return undefined;
  const notation = notationOf(framework);
  const write = writing(layer, notation);
  const [reset, candidate] = ["reset", "candidate"].map((role) => idOf(layer, role));
  const { step } = notation;
  const left = [write.at(candidateSign(write.of(candidate), notation), step)];
  const gate = write.at(write.of(reset), step);
  const once = { ...write, second: () => [] };
  return {
    before: { left, right: call("tanh", candidateOf(candidate, gate, once, notation, "before")) },
    after: { left, right: call("tanh", candidateOf(candidate, gate, write, notation, "after")) },
  };
}

/** A sign on one line: "W_if". @param {Sign} sign */
export const signText = ({ base, sub, raised }) =>
  sub ? `${base}${raised ? "^" : "_"}${/[−+]/.test(sub) ? `(${sub})` : sub}` : base;

/** @param {Row} row */
const rowText = (row) =>
  row
    .map((one) => (typeof one === "string" ? one : signText(one)))
    .join(" ")
    .replace(/([[(]) /g, "$1")
    .replace(/ ([\]),])/g, "$1")
    .replace(/(σ|tanh|ReLU|act|f) \(/g, "$1(");

/** An equation on one line, as it can be read out. @param {Equation} equation */
export const equationText = ({ left, right }) => `${rowText(left)} = ${rowText(right)}`;
