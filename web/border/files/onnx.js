/**
 * .onnx: a graph whose weights mostly have no telling names. Its nodes say what they are; each is told as PyTorch would name its weights.
 */
import { plainLines } from "./lines.js";
import { modelIn } from "./onnx_messages.js";
import { FileProblem } from "./source.js";

/** @typedef {import("./lines.js").Tensor} Tensor */
/** @typedef {import("./source.js").Told} Told */
/** @typedef {import("./onnx_messages.js").Node} Node */
/** @typedef {import("./onnx_messages.js").Weight} Weight */
/** @typedef {{ nodes: Node[], weights: Map<string, Weight> }} Graph */

/**
 * @param {import("./source.js").Source} source
 * @returns {Promise<import("./file.js").Contents>}
 */
export async function readOnnx(source) {
  const { producer, version, ...graph } = await modelIn(source);
  const { tensors, told } = toldOf(graph);
  if (tensors.length === 0) throw new FileProblem("no_weights");
  const writer = producer === "" ? [] : [{ code: "written_by", args: { name: producer, version } }];
  return { kind: "onnx", texts: [{ id: "tensors", text: plainLines(tensors) }], notes: [...writer, ...told] };
}

/** Numbers that can be weights: float, float16, double, bfloat16, and what is quantised. */
const weightTypes = new Set([1, 2, 3, 10, 11, 16, 17, 18, 19, 20]);
const quantised = new Set([2, 3]);

/** What hands a weight on, as it is or turned. */
const carriers = new Set(["Identity", "Cast", "Transpose", "DequantizeLinear"]);
/** What puts weights together before a node reads them. */
const makers = new Set(["Slice", "Concat", "Unsqueeze", "Squeeze", "Reshape", "Split", ...carriers]);
const mostSources = 64;

/** How many gates. */
const gatesOf = /** @type {Record<string, number>} */ ({ LSTM: 4, GRU: 3, RNN: 1 });

const products = new Set(["Gemm", "MatMul", "MatMulInteger"]);

/** Inputs that are weights, by the node: in PyTorch's words. */
const plain = /** @type {Record<string, [word: string, names: string[]]>} */ ({
  Conv: ["conv", ["", "weight", "bias"]],
  BatchNormalization: ["bn", ["", "weight", "bias", "running_mean", "running_var"]],
  InstanceNormalization: ["norm", ["", "weight", "bias"]],
  LayerNormalization: ["norm", ["", "weight", "bias"]],
  PRelu: ["prelu", ["", "weight"]],
});

/**
 * What is known of a graph's weights: those that reach a node as they are or turned, and where they come from; those that others are put
 * together of; vectors that are added to what a node hands on.
 * @param {Graph} graph
 */
function waysOf({ nodes, weights }) {
  const known = new Map(weights);
  /** @type {Map<string, string>} */
  const origins = new Map();
  /** @type {Map<string, string[]>} */
  const sources = new Map();
  /** @type {Map<string, string>} */
  const added = new Map();
  const weightAt = (/** @type {string | undefined} */ name) => {
    const weight = name ? known.get(name) : undefined;
    return weight && weightTypes.has(weight.type) ? weight : undefined;
  };
  for (const { op, inputs, outputs, lists, tensor } of nodes) {
    const [input, output] = [inputs[0] ?? "", outputs[0] ?? ""];
    if (op === "Constant" && tensor) known.set(output, { ...tensor, name: output });
    const weight = carriers.has(op) ? known.get(input) : undefined;
    if (weight) {
      known.set(output, op === "Transpose" ? { ...weight, shape: turned(weight.shape, lists.perm) } : weight);
      origins.set(output, origins.get(input) ?? input);
    }
    if (makers.has(op)) {
      const parts = inputs.flatMap((name) => sources.get(name) ?? (weightAt(name) ? [name] : []));
      if (parts.length > 0) for (const made of outputs) sources.set(made, [...new Set(parts)].slice(0, mostSources));
    }
    if (op === "Add" && inputs.length === 2)
      for (const [sum, vector] of [inputs, [...inputs].reverse()])
        if (weightAt(vector)?.shape.length === 1) added.set(sum, vector);
  }
  return { known, origins, sources, added, weightAt };
}

/** @param {number[]} shape @param {number[] | undefined} order */
const turned = (shape, order) =>
  order?.length === shape.length ? order.map((place) => shape[place] ?? 0) : [...shape].reverse();

/**
 * The weights of the nodes, in the nodes' order, and then those that no node here explains.
 * @param {Graph} graph
 */
function toldOf(graph) {
  const { origins, sources, added, known, weightAt } = waysOf(graph);
  /** @type {Tensor[]} */
  const tensors = [];
  /** @type {Told[]} */
  const told = [];
  /** @type {Set<string>} */
  const used = new Set();
  /** @type {Map<string, number>} */
  const counts = new Map();

  /** Whether it is used for the first time. @param {string} name */
  const use = (name) => {
    const own = origins.get(name) ?? name;
    return !used.has(own) && Boolean(used.add(own));
  };
  const put = (/** @type {string} */ name, /** @type {number[]} */ shape) => tensors.push({ name, shape });
  const note = (/** @type {string} */ code, /** @type {string} */ about) =>
    told.push({ code, args: code === "used_twice" ? { names: about } : { name: about } });
  /** A name that no layer has yet. @param {string} word */
  const named = (word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count + 1);
    return count === 0 ? word : `${word}_${count}`;
  };

  /** @param {Node} node */
  const recurrent = (node) => {
    const [, W, R, B] = node.inputs;
    const [w, r] = [W, R].map(weightAt);
    const prefix = named(node.op.toLowerCase());
    if (w?.shape.length !== 3 || r?.shape.length !== 3) {
      const parts = [W, R, B].flatMap((name) => (name ? (sources.get(name) ?? (weightAt(name) ? [name] : [])) : []));
      const own = [...new Set(parts)].filter(use);
      if (own.length === 0) note("unknown_node", node.op);
      for (const name of own) put(name, known.get(name)?.shape ?? []);
      return;
    }
    if (!use(W)) {
      note("used_twice", W);
      return;
    }
    use(R);
    if (B) use(B);
    for (const { name, shape } of recurrentTensors(node, w.shape, r.shape, weightAt(B)?.shape))
      put(`${prefix}.${name}`, shape);
    const peepholes = weightAt(node.inputs[7]);
    if (!peepholes || !use(node.inputs[7])) return;
    told.push({ code: "peepholes", args: {} });
    put(`${prefix}.peepholes`, peepholes.shape);
  };

  /** @param {Node} node */
  const product = ({ op, inputs, outputs, numbers }) => {
    const weight = weightAt(inputs[1]);
    if (weight?.shape.length !== 2) return;
    if (!use(inputs[1])) {
      note("used_twice", inputs[1]);
      return;
    }
    const word = named("fc");
    put(`${word}.weight`, op === "Gemm" && numbers.transB === 1 ? weight.shape : [...weight.shape].reverse());
    const bias = op === "Gemm" ? inputs[2] : added.get(outputs[0] ?? "");
    const vector = weightAt(bias);
    if (bias && vector && use(bias)) put(`${word}.bias`, vector.shape);
  };

  /** @param {Node} node */
  const other = ({ op, inputs }) => {
    const [word, names] = plain[op];
    const own = inputs.flatMap((input, index) => {
      const weight = names[index] ? weightAt(input) : undefined;
      return weight && use(input)
        ? [{ name: names[index], shape: op === "PRelu" ? weight.shape.slice(0, 1) : weight.shape }]
        : [];
    });
    const prefix = own.length > 0 ? named(word) : "";
    for (const { name, shape } of own) put(`${prefix}.${name}`, shape);
  };

  for (const node of graph.nodes) {
    if (node.inner) note("unknown_node", node.op);
    if (node.domain !== "" && node.domain !== "ai.onnx") continue;
    const table = node.op === "Gather" ? weightAt(node.inputs[0]) : undefined;
    if (Object.hasOwn(gatesOf, node.op)) recurrent(node);
    else if (products.has(node.op)) product(node);
    else if (Object.hasOwn(plain, node.op)) other(node);
    else if (table?.shape.length === 2 && use(node.inputs[0])) put(`${named("embedding")}.weight`, table.shape);
  }
  for (const [name, { shape, type }] of graph.weights) {
    const large = quantised.has(type) ? shape.length > 1 : shape.some((size) => size > 1); // others are zero points
    if (!used.has(name) && weightTypes.has(type) && large) put(name, shape);
  }
  return { tensors, told };
}

/**
 * W, R and B of both directions, as PyTorch has them.
 * @param {Node} node
 * @param {number[]} w
 * @param {number[]} r
 * @param {number[] | undefined} b
 * @returns {Tensor[]}
 */
function recurrentTensors({ op, numbers, words }, [directions, rows, width], [others, sameRows, units], b) {
  const both = words.direction === "bidirectional" ? 2 : 1;
  const fits = directions === both && others === both && rows === gatesOf[op] * units && sameRows === rows;
  const said = (numbers.hidden_size || units) === units && (!b || (b[0] === both && b[1] === 2 * rows));
  if (!fits || !said) throw new FileProblem("damaged");
  return (both === 2 ? ["", "_reverse"] : [""]).flatMap((end) => [
    { name: `weight_ih_l0${end}`, shape: [rows, width] },
    { name: `weight_hh_l0${end}`, shape: [rows, units] },
    ...(b ? ["ih", "hh"].map((name) => ({ name: `bias_${name}_l0${end}`, shape: [rows] })) : []),
  ]);
}
