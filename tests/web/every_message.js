// Every message of a language, filled in with none, one and many, and with names of all sorts: also what no model says today.

/** @typedef {{ count: string, names: string[] }} Filling `names`: frameworks, "" for the notes; the first one also stands for every other name */

/** @type {Filling[]} */
export const fillings = ["0", "1", "2", "12416"].flatMap((count) =>
  [["TensorFlow 1"], ["CuDNN layers"], [""], ["", "TensorFlow 1"], ["TensorFlow 1", "CuDNN layers", ""]].map(
    (names) => ({ count, names }),
  ),
);

const counts =
  "count total difference units matrices value twice numbers input width height place like each sum first second last axes states percent largest smallest words features reads step index times read stepsIn steps handed wanted says comes counted number";

/**
 * What arguments of these names are filled in with.
 * @param {Filling} filling
 * @returns {Record<string, unknown>}
 */
function usual({ count, names }) {
  const [name] = names;
  return {
    ...Object.fromEntries(counts.split(" ").map((key) => [key, count])),
    ...{ names, name, here: name, framework: name || "Keras", layer: name || "LSTM", cell: "MGU" },
    ...{ option: name || "units", word: name || "input_dim", field: name || "input_dim", more: true, printed: true },
    ...{
      gates: [
        { role: "forget", name: "f" },
        { role: "", name: "g" },
      ],
      order: ["i", "f"],
      shape: [count, count],
      roles: ["scale", "shift"],
      owner: "feature",
    },
    ...{ candidate: { kind: "plain", name: "", letter: "" }, parts: [count, count], choices: ["sum", "mul"] },
    ...{ gateCount: count, gate: { role: "forget", name: "f" }, biases: count === "0" ? "0" : "2", peephole: true },
    ...{ cells: ["LSTM", "RNN"], plain: false },
    ...{ things: count === "0" ? "matrices" : "kernels", channels: count, grouped: count === "2", bias: count !== "0" },
    window: count === "1" || count === "2" ? [count] : [count, count],
    ...{
      columns: [{ name: "bias", width: count, only: ["n"] }],
      kind: "unused",
      reason: "one_bias",
      why: "",
      mode: "sum",
    },
    ...{
      text: "x",
      given: "z",
      suggestion: "y",
      tensor: "bias",
      file: "a.md",
      path: "64 → 32",
      version: "2.0",
      before: "Lambda",
      reasons: ["comment"],
      address: "x.y",
    },
  };
}

/** @param {Filling} filling */
const readsOf = ({ count }) => [
  { kind: "previous", name: "a", count },
  { kind: "current", name: "x", count },
];

/** The same for messages that mean something else by a name. @type {[path: RegExp, meant: (filling: Filling) => Record<string, unknown>][]} */
const others = [
  [
    /(pasted|command\.reading)\.(without|models|choices)/,
    ({ count, names }) => ({ names: ["activation"], more: count, layer: names[0] || "Layer 1" }),
  ],
  [/command\.reading\.(asks|line)/, () => ({ names: ["vocab_size"] })],
  [/pasted\.became\.(layer|used)/, () => ({ layers: ["layer 1"], name: "LSTM(32)" })],
  [
    /pasted\.file\./,
    ({ count }) => ({
      what: "gzip",
      member: "a.json",
      left: count === "0" ? "" : "b",
      names: "a, b",
      more: count === "0" ? "" : count,
    }),
  ],
  [
    /pasted\.table\.optimizer/,
    ({ count }) => ({ printed: count, optimizer: count, whole: count, adam: count === "1" }),
  ],
  [/pasted\.textProblem\.one_more_word/, ({ count }) => ({ words: count, rows: count })],
  [
    /pasted\.textProblem\.rows?_/,
    ({ count }) => ({ row: "lstm_1", layer: "LSTM", printed: count, counted: count === "1" ? "" : count, sum: count }),
  ],
  [/pasted\.answer\./, ({ count }) => ({ text: count })],
  [/sentences\.reads_|whys\.one_vector/, (filling) => ({ reads: readsOf(filling) })],
  [/sentences\.(filter|pointwise)/, ({ count }) => ({ input: count, previous: "a", current: "x" })],
  [/sentences\.score_scales/, ({ count }) => ({ names: count === "1" ? ["scale"] : ["scale", "concat"] })],
  [/memory\.sentence/, ({ count }) => ({ float32: `${count} KiB`, float16: count, int8: count, training: count })],
  [/memory\.why/, ({ count }) => ({ unit: "KiB", bytes: count, printed: count === "1" ? "" : `${count}.50 KB` })],
  [/whys\.everywhere/, ({ count }) => ({ steps: count === "1" })],
  [/sentences\.reads_two/, (filling) => ({ reads: readsOf(filling), names: ["i", "f"] })],
  [/whys\.coupled/, () => ({ gate: "input", other: "forget" })],
  [/sentences\.reads_of_head/, ({ count }) => ({ heads: count, head: count, previous: "a", current: "x" })],
  [/sentences\.own_direction/, ({ count }) => ({ previous: count })],
  [/sentences\.gates/, () => ({ names: ["i", "f"] })],
  [/sentences\.next_input/, ({ names: [name] }) => ({ input: name || "input_dim" })],
  [/^exercise\.done/, ({ count }) => ({ count: Number(count), given: Math.min(Number(count), 1) })],
  [
    /^exercising\./,
    ({ count, names: [name] }) => ({
      ...{ model: "LSTM(32)", size: count, places: count === "1" ? ["layer 1"] : ["layer 1", "layer 2"] },
      ...{ blank: "layer 1", layer: count === "0" ? "" : count, code: "LSTM(32)", like: count, formula: "7 + □" },
      ...{ name: name || "Keras", step: "biases", place: 1, of: count === "1" ? 1 : 3 },
      ...{ seed: count, first: "1", last: count, said: "It is 7." },
    }),
  ],
  [
    /^exercising\.done/,
    ({ count }) => ({ count: Number(count), right: Number(count) - (count === "2" ? 1 : 0), hints: Number(count) }),
  ],
  [/^exercise\.notYet/, ({ count }) => ({ steps: count === "2" ? [1, 3] : [2], ends: [{ layer: 1, step: 4 }] })],
  [
    /^gate\.sentences\./,
    () => ({ equation: "σ(W [a^(t−1), x^t] + b)", told: ["the forget gate decides", "the input gate decides"] }),
  ],
  [/^effective\./, () => ({ gates: ["r", "z"] })],
  [/^model\./, () => ({ names: "LSTM" })],
  [/^picture\.first/, ({ count, names: [name] }) => ({ name, units: count })],
  [/^picture\.empty/, ({ count }) => ({ names: ["forget", "cell"], more: count === "2" })],
  [/^picture\.comes/, ({ count }) => ({ place: 1, parts: count === "1" ? ["1"] : [count, count] })],
  [/^picture\.mirrored/, () => ({ words: "One." })],
  [/^picture\.matrices/, ({ count }) => ({ matrices: count === "12416" ? count : "2" })],
  [/^problem\.(too_large|no_such_layer)/, ({ count }) => ({ layer: count })],
  [
    /^diagnosis\.(made|right)\./,
    ({ count, names }) => ({
      ...{ place: count === "0" ? 0 : 2, name: names[0] || "LSTM", single: count === "1", both: count === "2" },
      ...{ more: count === "2", units: count, reads: count, previous: count, wrong: count, gates: count },
      ...{ candidates: "1", matrices: count, vectors: count === "0" ? "" : count, difference: count, steps: count },
      ...{ cells: ["LSTM", "RNN"], k: count, o: count, size: count },
    }),
  ],
  [
    /^diagnosis\.comes\./,
    ({ count }) => ({
      made: count === "2" ? ["with one direction", "without a bias"] : ["with one direction"],
      value: count,
    }),
  ],
  [
    /^diagnosis\.alone\./,
    ({ count }) => ({ k: count, trainable: count, least: count, most: count, sign: count === "1" ? "more" : "fewer" }),
  ],
  [
    /^worksheet\./,
    ({ count, names }) => ({
      ...{ seed: count, place: 2, value: count, cell: names[0] || "LSTM", both: count === "2" },
      slips: count === "2" ? ["one direction", "without a bias"] : ["one direction"],
      places: count === "2" ? [3, 5] : [3],
    }),
  ],
  [/^solve\.ending\./, ({ count }) => ({ size: count, largest: count, total: count })],
  [
    /^solve\.(answer|next|curve|point|problem)/,
    ({ count }) => ({ name: "units", names: ["units"], size: count, left: count }),
  ],
  [
    /^versus\./,
    ({ count, names }) => ({
      ...{
        names: ["LSTM, 64 → 32", "GRU, 64 → 32"],
        totals: [count, "12416"],
        more: count === "1" ? `-${count}` : count,
      },
      ...{
        places: count === "0" ? [] : count === "1" ? [count] : [`${count}–99`, count],
        matrices: [count, "4"],
        name: "units",
      },
      ...{
        vectors: count === "0" ? [] : ["4", count],
        value: count,
        from: names[0],
        to: "GRU",
        why: count === "0" ? "" : "more biases",
      },
    }),
  ],
  [
    /^diagnosis\.alone\.factors/,
    ({ count }) => ({
      factors: [
        { name: "matrices", size: count },
        { name: "units", size: "32" },
      ],
      place: count === "0" ? 0 : 2,
    }),
  ],
  [/^diagnosis\.alone\.nearest/, ({ count }) => ({ names: count === "0" ? [] : ["one direction"], sign: "more" })],
];

/** What stands around the layers and the answer takes its arguments one by one. @type {Record<string, string[]>} */
const oneByOne = {
  ...{
    readAt: ["name", "version"],
    withOption: ["option", "text"],
    frameworkTotal: ["name", "total"],
    less: ["option"],
    ofThese: ["names", "why"],
  },
  ...{ timestepsHint: ["cells"], split: ["total", "count"] },
  ...{ more: ["option"], download: ["file"], unitsHint: ["text"], printed: ["address"], bands: ["order"] },
  ...{
    equalBands: ["order", "each"],
    partialBias: ["order", "count"],
    handedOn: ["total", "place", "name"],
    shares: ["order"],
  },
};

/** @param {string} path @param {Function} message @param {Filling} filling */
function filledIn(path, message, filling) {
  const known = { ...usual(filling), ...others.findLast(([pattern]) => pattern.test(path))?.[1](filling) };
  if (path === "presenting.step") return message(Number(known.count), 12416);
  if (path === "presenting.within") return message(2, 3);
  if (path === "presenting.key") return message("n");
  if (path === "postscript") return message({ words: { units: "units" } }, ["hidden units"]);
  if (path.includes(".") && !path.startsWith("embed.")) return message(known);
  if (/^(show|more|move|remove|link|jump)[A-Z]?/.test(path) && !oneByOne[path]) return message(Number(known.count));
  return message(...(oneByOne[path.replace("embed.", "")] ?? ["count"]).map((name) => known[name]));
}

/**
 * @param {object} messages
 * @param {Filling} filling
 * @param {string} [before]
 * @returns {[path: string, text: string][]}
 */
export function everyMessage(messages, filling, before = "") {
  return Object.entries(messages).flatMap(([key, message]) => {
    const path = before + key;
    if (/^(site|rest|supplements|reading|solving|comparing|worksheets|number|short|language)$/.test(path)) return [];
    if (path === "diagnosis" && typeof message === "function") return []; // not there yet
    if (typeof message === "object") return everyMessage(message, filling, `${path}.`);
    return [[path, typeof message === "function" ? filledIn(path, message, filling) : message]];
  });
}
