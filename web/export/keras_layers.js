/**
 * The layers of a chain as Keras builds them, before any language: Python writes them for Keras, JavaScript for TensorFlow.js, whose
 * layers and arguments are the same.
 */
import { fullLayer, kindOf } from "../telling/facts.js";
import { chainsOf, isEach, isFrozen, isOff, isOn, typed } from "./typed.js";
import { axesRead, isPlainPool, poolArguments, windowArguments, windowOf, windowOptions } from "./windows.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {Answer["layers"][number]} Layer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {{ name: string, value: string, plain: boolean }} Argument `value`: as Python writes it; `plain`: without its name, as it stands first */
/**
 * @typedef {{ layer: string, arguments: Argument[], merge: string | undefined, back: { layer: string, arguments: Argument[] } | undefined, axes: number, each: boolean, reads: "" | "twice" | "list" }} Call `merge`: how the
 * directions of a bidirectional layer are merged, undefined for one direction; `back`: the layer that reads backwards, where it is another one; `each`: it is wrapped in a TimeDistributed, and has no time steps of its own; `axes`: of what it reads, besides the features; `reads`: an attention reads what comes in as its queries
 * and as its values, as two arguments or as a list
 */
/** @typedef {{ shape: string[], calls: Call[] }} Chain `shape`: of what comes in, without the batch: a number or None */

/** Options that are written, or that change nothing here. */
export const kerasOptions = [
  ..."units vocabulary rate num_layers bidirectional bias reset_after merge_mode scale center input_dim timesteps trainable".split(
    " ",
  ),
  ...["return_sequences", "n", "axis", "shared_axes", "keepdims", ...windowOptions],
  ..."num_heads key_dim value_dim head_dim num_query_heads num_key_value_heads use_scale score_mode output_shape renorm use_gate mean variance".split(
    " ",
  ),
];

/** Layers without parameters that can do without arguments. */
const plainLayers = "ReLU LeakyReLU ELU Softmax Masking Flatten".split(" ");

/** Poolings, by the axes that they pool over. */
const poolings = /^(Global)?(?:Max|Average)Pooling([123])D$/;

/** What its convolutions call their options. */
const windowNames = {
  strides: "strides",
  padding: "padding",
  output_padding: "output_padding",
  dilation: "dilation_rate",
  groups: "groups",
  depth_multiplier: "depth_multiplier",
};

/** How an attention is given what it reads. @type {Record<string, Call["reads"]>} */
const readings = {
  MultiHeadAttention: "twice",
  GroupQueryAttention: "twice",
  Attention: "list",
  AdditiveAttention: "list",
};

/** @param {string} name @param {string} value @returns {Argument} */
const plain = (name, value) => ({ name, value, plain: true });
/** @param {string} name @param {string} value @returns {Argument} */
const named = (name, value) => ({ name, value, plain: false });

/** Its size first, as `name`. @param {string} name @param {import("./windows.js").Window} window */
const windowed = (name, { size, moves }) => [plain(name, size), ...moves.map((move) => named(move.name, move.value))];

/**
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {boolean} sequence it hands on all time steps
 * @param {Catalog} catalog
 * @returns {Argument[]}
 */
function argumentsOf(answer, layer, sequence, catalog) {
  const { units, input } = layer;
  const kind = kindOf(layer, catalog);
  const frozen = isFrozen(answer, layer) ? [named("trainable", "False")] : [];
  const off = (/** @type {string} */ option, name = option) =>
    isOff(answer, layer, option) ? [named(name, "False")] : [];
  const said = (/** @type {string} */ option) => {
    const text = typed(answer, layer, option);
    return text === "" ? [] : [named(option, text)];
  };
  const bias = off("bias", "use_bias");
  if (kind?.reads_words) return [plain("input_dim", input), plain("output_dim", units), ...frozen];
  if (kind?.does === "pools_all") return isOn(answer, layer, "keepdims") ? [named("keepdims", "True")] : [];
  if (kind?.does === "repeats") return [plain("n", typed(answer, layer, "n"))];
  if (kind?.does === "pools") return windowed("pool_size", poolArguments(answer, layer));
  if (kind?.does) {
    const rate = rateOf(answer, layer);
    return rate === "" ? [] : [plain("rate", rate)];
  }
  const sizes = units === "" ? [] : [plain(kind?.group === "convolution" ? "filters" : "units", units)];
  if (kind?.group === "convolution") {
    sizes.push(...windowed("kernel_size", windowArguments(answer, layer, windowNames)));
    if (!kind.recurrent) return [...sizes, ...bias, ...frozen];
  }
  if (layer.cell in readings) return [...attentionArguments(answer, layer), ...bias, ...frozen];
  if (kind?.cell === "PReLU") return [...said("shared_axes"), ...frozen];
  if (kind?.keeps_width) {
    const renorm = isOn(answer, layer, "renorm") ? [named("renorm", "True")] : [];
    const measured = ["mean", "variance"].flatMap(said);
    return [...said("groups"), ...said("axis"), ...measured, ...off("scale"), ...off("center"), ...renorm, ...frozen];
  }
  if (!kind?.recurrent) return [...sizes, ...bias, ...frozen];
  const all = sequence ? [named("return_sequences", "True")] : [];
  return [...sizes, ...all, ...bias, ...off("reset_after"), ...frozen];
}

/** Of a dropout, by name or without. @param {Answer} answer @param {Layer} layer */
const rateOf = (answer, layer) =>
  /Dropout/.test(layer.cell) ? typed(answer, layer, "rate") || typed(answer, layer, "") : "";

/** The sizes of its heads, and how it scores. @param {Answer} answer @param {Layer} layer @returns {Argument[]} */
function attentionArguments(answer, layer) {
  const sizes = [
    "head_dim",
    "num_query_heads",
    "num_key_value_heads",
    "num_heads",
    "key_dim",
    "value_dim",
    "output_shape",
  ];
  const scale = typed(answer, layer, "use_scale").toLowerCase();
  const mode = typed(answer, layer, "score_mode").toLowerCase();
  return [
    ...sizes.flatMap((name) => {
      const text = typed(answer, layer, name);
      return text === "" ? [] : [named(name, text)];
    }),
    ...(scale === "" ? [] : [named("use_scale", /^(true|1)$/.test(scale) ? "True" : "False")]),
    ...(isOn(answer, layer, "use_gate") ? [named("use_gate", "True")] : []),
    ...(mode === "" ? [] : [named("score_mode", `"${mode}"`)]),
  ];
}

/** The shape of what a layer learns: of the slopes of a PReLU, one side for each axis that it reads. @param {Answer} answer @param {Layer} layer */
const sidesOf = ({ layers }, layer) => fullLayer(layers, layers.indexOf(layer)).weights[0]?.shape ?? [];

/**
 * How many axes a layer reads besides its features, time steps or places: none for one vector; undefined where it does not care. One that
 * is used at every time step reads these, too.
 * @param {Answer} answer
 * @param {Layer} layer
 * @param {Catalog} catalog
 */
function axesWanted(answer, layer, catalog) {
  const own = ownAxes(answer, layer, catalog);
  return own === undefined || !isEach(answer, layer) ? own : own + 1;
}

/** Without the time steps at each of which it is used. @param {Answer} answer @param {Layer} layer @param {Catalog} catalog */
function ownAxes(answer, layer, catalog) {
  const kind = kindOf(layer, catalog);
  const does = kind?.does;
  const pooled = poolings.exec(layer.cell)?.[2];
  if (pooled !== undefined) return Number(pooled);
  if (layer.cell in readings) return 1;
  if (kind?.reads_words) return isEach(answer, layer) ? 1 : undefined;
  if (does === "repeats") return 0;
  if (does === "flattens") return layer.hands_on.width === layer.input ? 0 : 1;
  if (layer.cell === "PReLU") return sidesOf(answer, layer).length - 1;
  const [axis] = /\d/.exec(typed(answer, layer, "axis")) ?? [];
  if (Number(axis) > 2) return Number(axis) - 1;
  // Axis 1 holds the features where there is no time.
  if (typed(answer, layer, "axis") === "1" && sidesOf(answer, layer).join() === layer.input) return 0;
  return axesRead(answer, layer, catalog);
}

/**
 * Whether it can be used at every time step: there have to be some, and it reads one thing, of which it makes as much at each.
 * @param {Layer} layer
 * @param {string} does
 * @param {number} axes
 */
const mayBeEach = ({ cell, hands_on }, does, axes) =>
  axes > 0 && !(cell in readings) && does !== "repeats" && (does !== "flattens" || hands_on.width !== "");

/**
 * What comes in: so many time steps, where that is known; places, where nothing depends on how many there are. Only convolutional
 * recurrent layers have to know those.
 * @param {number} axes
 * @param {string} steps
 * @param {boolean} recurrent a layer of several axes is recurrent
 * @param {boolean} each the first ones are time steps, at each of which there are places
 * @returns {string[]}
 */
function lengthsOf(axes, steps, recurrent, each) {
  if (axes === 1) return [steps || "None"];
  if (each) return [steps || "None", ...lengthsOf(axes - 1, "", recurrent, false)];
  const places = Array.from({ length: axes }, () => (recurrent ? "64" : "None"));
  return recurrent ? ["None", ...places.slice(1)] : places;
}

/**
 * The layers of a chain; undefined where Keras would count another model, or refuse it.
 * @param {Answer} answer
 * @param {Layer[]} chain
 * @param {string} steps how many time steps come in, "" where that is not known
 * @param {Catalog} catalog
 * @returns {Chain | undefined}
 */
function chainOf(answer, [first, ...others], steps, catalog) {
  const kind = kindOf(first, catalog);
  // What reads backwards is an argument of the layer before it.
  const layers = (kind?.does === "enters" ? others : [first, ...others]).filter(({ way }) => way !== "backward");
  const wanted = (/** @type {Layer[]} */ some) =>
    some.map((layer) => axesWanted(answer, layer, catalog)).find((one) => one !== undefined);
  let axes = Math.max(wanted(layers) ?? 1, 1);
  const recurrent = layers.some((layer) => kindOf(layer, catalog)?.recurrent && windowOf(answer, layer).length > 0);
  const each = isEach(answer, layers.find((layer) => axesWanted(answer, layer, catalog) !== undefined) ?? layers[0]);
  const shape = [...lengthsOf(axes, steps, recurrent, each), ...(kind?.reads_words ? [] : [first.input])];
  const calls = [];
  for (const [place, layer] of layers.entries()) {
    const here = kindOf(layer, catalog);
    const does = here?.does ?? "";
    if (!isWritten(layer, does) || !isPadded(answer, layer) || !isSpaced(answer, layer)) return undefined;
    if (does === "pools" && !isPlainPool(answer, layer)) return undefined;
    if (/Dropout/.test(layer.cell) && rateOf(answer, layer) === "") return undefined;
    const own = isEach(answer, layer) ? axes - 1 : axes;
    if (does === "flattens" && own > 0 && (own > 1 || steps === "")) return undefined;
    const asked = axesWanted(answer, layer, catalog);
    if (asked !== undefined && asked !== axes && does !== "flattens") return undefined;
    if (does === "flattens" && axes === 0 && asked !== 0) return undefined;
    if (isEach(answer, layer) && !mayBeEach(layer, does, axes)) return undefined;
    const all = axes;
    if (here?.recurrent && wanted(layers.slice(place + 1)) === axes - 1) axes--;
    const back = layer.way === "forward" ? answer.layers[answer.layers.indexOf(layer) + 1] : undefined;
    const both = layer.directions === "2" || back !== undefined;
    if (back && !isWritten(back, "")) return undefined;
    calls.push({
      layer: layer.name,
      arguments: argumentsOf(answer, layer, axes === all, catalog),
      merge: both ? (back ?? layer).merge_mode || "concat" : undefined,
      back: back && { layer: back.name, arguments: argumentsOf(answer, back, axes === all, catalog) },
      axes: all,
      each: isEach(answer, layer),
      reads: readings[layer.cell] ?? "",
    });
    const gone = does === "flattens" || (does === "pools_all" && !isOn(answer, layer, "keepdims"));
    if (gone) axes = isEach(answer, layer) ? 1 : 0;
    if (does === "repeats") axes = 1;
  }
  return { shape, calls };
}

/**
 * A chain, and what follows directions of different sizes as one of its own: a model that is built before it reads anything takes both for
 * as wide as the forward one (keras/src/layers/rnn/bidirectional.py, compute_output_shape).
 * @param {Answer} answer
 * @param {Layer[]} chain
 * @param {string} steps how many time steps come in
 * @returns {{ chain: Layer[], steps: string }[]}
 */
function apart(answer, chain, steps) {
  const { layers } = answer;
  const place = chain.findIndex((layer, index) => {
    const ahead = layers[layers.indexOf(layer) - 1];
    return layer.way === "backward" && index + 1 < chain.length && ahead.units !== layer.units;
  });
  if (place < 0) return [{ chain, steps }];
  const rest = apart(answer, chain.slice(place + 1), chain[place].hands_on.steps);
  return [{ chain: chain.slice(0, place + 1), steps }, ...rest];
}

/**
 * All chains of a model; undefined where one of them can't be written.
 * @param {Answer} answer
 * @param {string} steps how many time steps come in, "" where that is not known
 * @param {Catalog} catalog
 */
export function chainsAsCalls(answer, steps, catalog) {
  const all = chainsOf(answer, catalog).flatMap((chain, place) => apart(answer, chain, place === 0 ? steps : ""));
  const written = all.flatMap(({ chain, steps }) => chainOf(answer, chain, steps, catalog) ?? []);
  return written.length < all.length ? undefined : written;
}

/** @param {Layer} layer @param {string} does */
const isWritten = ({ name, cell, tied, merge_mode }, does) =>
  tied < 0 &&
  merge_mode !== "none" &&
  ((does === "" && !/InstanceNorm|Custom/.test(cell)) ||
    plainLayers.includes(name) ||
    poolings.test(cell) ||
    /^(Dropout|SpatialDropout1D|RepeatVector)$/.test(cell));

/** Whether Keras takes how its window moves: with strides it reads no places apart (base_conv.py). @param {Answer} answer @param {Layer} layer */
const isSpaced = (answer, layer) =>
  ["strides", "dilation"].some((option) => /^[01]?$/.test(typed(answer, layer, option))) || poolings.test(layer.cell);

/**
 * Whether Keras takes how it pads: a number is PyTorch's, "causal" is Conv1D's alone, and a transposed convolution adds fewer steps at the
 * end than its strides have (keras/src/ops/operation_utils.py).
 * @param {Answer} answer
 * @param {Layer} layer
 */
function isPadded(answer, layer) {
  const padding = typed(answer, layer, "padding");
  const [more, strides] = [typed(answer, layer, "output_padding") || "0", typed(answer, layer, "strides") || "1"];
  if (/\d/.test(padding) || (/^causal$/i.test(padding) && layer.cell !== "Conv1D")) return false;
  return more === "0" || (/^\d+$/.test(strides) && BigInt(more) < BigInt(strides));
}
