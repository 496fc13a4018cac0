// Tests of web/telling/problems.js: which sentence is said of which problem, without a language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { fixSaid, fixWords, problemSaid, problemWords } from "../../web/telling/problems.js";
import { english } from "./words.js";

const engine = await load();
const catalog = engine.catalog();

const withFlatten = /** @type {typeof catalog} */ ({
  ...catalog,
  layers: [...catalog.layers, { ...catalog.layers[0], cell: "Flatten", names: ["Flatten"], does: "flattens" }],
});

/** What is said of a model's problems. @param {string} query */
const said = (query) => engine.explain(query).problems.map((problem) => problemSaid(problem, catalog));

/** @param {string} layers @param {string} [framework] @param {string} [input] */
const ofLayers = (layers, framework = "", input = "64") => said(encode({ framework, input, layers }));

/** Layers, what is said of a problem of theirs, and of which framework. @type {[layers: string, ids: string[], framework?: string, input?: string][]} */
const rows = [
  ["LSTM(32)", ["missing_input"], "", ""],
  ["LSTM()", ["missing_units"]],
  ["Embedding(units=4)", ["missing_vocabulary"], "", ""],
  ["Dropout()", ["missing_rate"]],
  ["", ["missing_layers"]],
  ["LSTM(-3)", ["negative", "typed"]],
  ["LSTM(0)", ["too_small_units", "typed"]],
  ["LSTM(3)", ["too_small_input", "typed"], "", "0"],
  ["LSTM(3, num_layers=0)", ["too_small", "typed"]],
  ["LSTM(1.5)", ["not_whole_units", "typed"]],
  ["LSTM(3)", ["not_whole_input", "typed"], "", "1.5"],
  ["LSTM(3, num_layers=1.5)", ["not_whole", "typed"]],
  ["LSTM(3)", ["separators"], "", "12,416"],
  ["LSTM(1e3)", ["not_plain"]],
  ["LSTM(abc)", ["not_a_number"]],
  ["LSTM(?)", ["unknown_size"]],
  ["LSTM(9007199254740992)", ["too_big"]],
  ["LSTM(3, proj_size=4)", ["too_big_here"], "pytorch"],
  ["LSTM(32), LSTM(9007199254740991)", ["too_large"], "", "9007199254740991"],
  ["Bidirectional(LSTM(3), merge_mode=max)", ["not_a_choice", "typed"], "keras"],
  ["Dropout(2)", ["not_a_rate", "typed"]],
  ["LTSM(32)", ["unknown_layer", "meant"]],
  ["Wombat(32)", ["unknown_layer"]],
  ["LSTM(32, hiden_size=4)", ["unknown_option", "meant"]],
  ["LSTM(32)", ["unknown_framework", "meant"], "kears"],
  ["LSTM(units=32, hidden_size=64)", ["twice"]],
  ["Bidirectional(LSTM(3), merge_mode=sum)", ["concatenates", "others_merge"], "pytorch"],
  ["GRU(3)", ["lacks_cell", "others_have_cell"], "tinygrad"],
  ["ConvLSTM2D(3, 3)", ["cell_unknown", "others_have_cell"], "mxnet"],
  ["LSTM(32, peepholes=true)", ["lacks_option", "others_have_option"]],
  ["GRU(32, reset_after=true)", ["resets_before", "others_choose"]],
  ["GRU(32, reset_after=0)", ["resets_after", "others_choose"], "pytorch"],
  ["LSTM(10, 20)", ["conflict_field"], "keras"],
  ["RepeatVector(5, 7)", ["too_many_numbers"], "keras"],
  ["LSTM(3)", ["several_numbers"], "", "10,64"],
  ["SRU(32)", ["not_counted"]],
  ["LSTMP(32)", ["projected_by_name"]],
  ["LSTM(32)(x)", ["unread"]],
  ["BiLSTM(32, bidirectional=false)", ["conflict_name"]],
  ["BasicLSTMCell(32, peepholes=true)", ["conflict_named_cell"], "tf1"],
  ["LSTM(32", ["unclosed"]],
  ['LSTM("32)', ["quote"]],
  ["LSTM(32),,", ["empty"]],
  ["LSTM(32) GRU(4)", ["comma"]],
  ["LSTM(32))", ["unopened"]],
  ["LSTM(32,=4)", ["unexpected"]],
  ["Embedding(10, 4)", ["conflict_embedding"]],
  ["Bidirectional(Bidirectional(LSTM(3)))", ["conflict_wrapped"]],
  ["Bidirectional(LSTM(3), backward_layer=GRU(4), merge_mode=sum)", ["conflict_ways"], "keras"],
  ["LSTM(32, merge_mode=sum)", ["conflict_directions"], "keras"],
  ["Bidirectional(Dense(4))", ["conflict_not_recurrent"]],
  ["Bidirectional()", ["conflict_wraps_one"]],
  ["GRU(LSTM(3))", ["conflict_not_a_wrapper"]],
  [`LSTM(${"9".repeat(70_000)})`, ["limit_text"]],
  ["LSTM(32, num_layers=1001)", ["limit_layers"]],
  [`${"Bidirectional(".repeat(9)}LSTM(1)${")".repeat(9)}`, ["limit_nesting"]],
];

for (const [layers, ids, framework, input] of rows) {
  test(`${ids.join(", ")}: ${[framework, input, layers.slice(0, 60)].filter(Boolean).join(" ")}`, () => {
    const all = ofLayers(layers, framework, input).map((sentences) => sentences.map(({ id }) => id));
    assert.deepEqual(all.find(([id]) => id === ids[0]) ?? all, ids);
  });
}

/** What the core says of layers that are not alone, and what is said then. @type {[code: string, args: import("../../web/engine.js").ProblemArgs, said: object][]} */
const others = [
  [
    "missing",
    { option: "timesteps", layer: "nn.Flatten" },
    { id: "missing_timesteps_in_one_row", layer: "nn.Flatten" },
  ],
  ["missing", { option: "timesteps", layer: "Permute" }, { id: "missing_timesteps", layer: "Permute" }],
  ["missing", { option: "timesteps", layer: "PReLU" }, { id: "missing_timesteps_kept", layer: "PReLU" }],
  [
    "missing",
    { option: "input", layer: "Dense", text: "Lambda" },
    { id: "missing_reads", layer: "Dense", before: "Lambda", option: "in_features" },
  ],
  [
    "conflict",
    { what: "input", text: "64", first: "10" },
    { id: "conflict_field", count: "64", field: "in_features", given: "10" },
  ],
  [
    "conflict",
    { what: "timesteps", text: "64", first: "10" },
    { id: "conflict_field", count: "64", field: "timesteps", given: "10" },
  ],
  ["conflict", { what: "tied_none" }, { id: "conflict_tied_none" }],
  [
    "conflict",
    { what: "tied_units", text: "3", largest: "1000" },
    { id: "conflict_tied_units", count: "3", wanted: "1000" },
  ],
  ["conflict", { what: "tied_width", text: "3", largest: "8" }, { id: "conflict_tied_width", count: "3", wanted: "8" }],
  [
    "conflict",
    { what: "reshape", text: "(3, 3)", number: "10" },
    { id: "conflict_reshape", text: "(3, 3)", count: "10" },
  ],
  [
    "conflict",
    { what: "groups", layer: "Conv1D", text: "2", number: "9" },
    { id: "conflict_groups", text: "2", count: "9" },
  ],
  [
    "conflict",
    { what: "heads", layer: "MultiheadAttention", text: "4", number: "30" },
    { id: "conflict_heads", text: "4", count: "30" },
  ],
  [
    "conflict",
    { what: "kv_heads", layer: "GroupQueryAttention", text: "4", number: "6" },
    { id: "conflict_kv_heads", text: "4", count: "6" },
  ],
  ["conflict", { what: "backward", layer: "LSTM" }, { id: "conflict_backward" }],
  ["conflict", { what: "mean", layer: "Normalization" }, { id: "conflict_mean" }],
  ["conflict", { what: "apart", layer: "LSTM" }, { id: "conflict_apart" }],
  ["conflict", { what: "halves", layer: "GLU", number: "7" }, { id: "conflict_halves", layer: "GLU" }],
  ["conflict", { what: "axes", layer: "PReLU" }, { id: "conflict_axes", layer: "PReLU" }],
  [
    "conflict",
    { what: "implementation", layer: "LocallyConnected1D" },
    { id: "conflict_implementation", layer: "LocallyConnected1D" },
  ],
  ["missing", { option: "parameters" }, { id: "missing_parameters" }],
  ["too_short", { layer: "MaxPooling1D", number: "2" }, { id: "too_short", layer: "MaxPooling1D", count: "2" }],
  ["not_a_shape", { option: "target_shape", text: "x" }, { id: "not_a_shape", option: "target_shape", axes: "" }],
  [
    "not_a_shape",
    { option: "kernel_size", text: "x", largest: "2" },
    { id: "not_a_shape_kernel_size", option: "kernel_size", axes: "2" },
  ],
  [
    "not_a_shape",
    { option: "shared_axes", text: "x" },
    { id: "not_a_shape_shared_axes", option: "shared_axes", axes: "" },
  ],
  ["not_counted", { layer: "Conv1D", text: "Conv1D", what: "layer" }, { id: "not_counted_layer", name: "Conv1D" }],
];

for (const [code, args, expected] of others) {
  test(`${code}: ${JSON.stringify(args)}`, () => {
    const problem = { key: /** @type {const} */ ("layers"), start: 0, end: 0, message: "", args };
    const words = { units: "out_features", input: "in_features", previous: "h_(t−1)", current: "x_t" };
    const flat = catalog.layers.some(({ cell }) => cell === "Flatten") ? catalog : withFlatten;
    const [first] = problemSaid({ ...problem, code: /** @type {any} */ (code) }, flat, words);
    assert.deepEqual(first, expected);
    assert.doesNotMatch(
      problemWords({ ...problem, code: /** @type {any} */ (code) }, flat, words, english),
      /undefined/,
    );
  });
}

test("an unknown layer can be counted as one of one's own", () => {
  const fix = { kind: /** @type {const} */ ("custom"), text: "Custom(75, parameters=…)", edits: [] };
  assert.deepEqual(fixSaid(fix, catalog), { id: "custom", text: fix.text });
  assert.equal(fixWords(fix, catalog, english), "Count it as Custom(75, parameters=…)");
});

test("what comes from a link, and from a core without memory", () => {
  assert.equal(said("input=64&layers=LSTM(32)%zz")[0][0].id, "percent");
  assert.equal(said("input=64&layers=%ff")[0][0].id, "utf8");
  assert.deepEqual(
    said("input=64&layer=LSTM(32)")[0].map(({ id }) => id),
    ["unknown_key", "meant"],
  );
  const problem = { key: /** @type {const} */ ("layers"), start: 0, end: 0, message: "" };
  assert.equal(problemSaid({ ...problem, code: "limit", args: { what: "memory" } }, catalog)[0].id, "too_much");
  assert.equal(problemSaid({ ...problem, code: "missing", args: { option: "new" } }, catalog)[0].id, "missing");
  assert.equal(problemSaid({ ...problem, code: "conflict", args: { what: "new" } }, catalog)[0].id, "conflict");
  assert.equal(problemSaid({ ...problem, code: /** @type {any} */ ("new"), args: {} }, catalog)[0].id, "other");
  assert.equal(problemSaid({ ...problem, code: "syntax", args: { what: "unexpected" } }, catalog)[0].id, "unfinished");
  assert.deepEqual(problemSaid({ ...problem, code: "no_such_layer", args: { number: "2" } }, catalog), [
    { id: "no_such_layer", layer: "2" },
  ]);
});

test("there are no words that nothing says", () => {
  const elsewhere = [
    "missing",
    "percent",
    "utf8",
    "too_much",
    "conflict",
    "no_such_layer",
    "other",
    "unfinished",
    "unknown_key",
  ];
  const made = others.map(([, , said]) => /** @type {{ id: string }} */ (said).id);
  const all = [...rows.flatMap(([, ids]) => ids), ...made, ...elsewhere];
  assert.deepEqual([...new Set(all)].sort(), Object.keys(english.problem).sort());
});

test("sizes are called as the framework calls them, and a framework is named, the notes by nothing", () => {
  const words = catalog.frameworks.find(({ id }) => id === "pytorch")?.words;
  const [problem] = engine.explain("framework=pytorch&input=64&layers=Embedding(10,4)").problems;
  assert.deepEqual(problemSaid(problem, catalog, words), [
    { id: "conflict_embedding", width: "4", field: "input_size" },
  ]);
  assert.deepEqual(ofLayers("GRU(3, reset_after=false)", "pytorch")[0], [
    { id: "resets_after", name: "PyTorch", layer: "GRU" },
    { id: "others_choose", names: ["Keras", "Keras 2.4–2.15"], more: true },
  ]);
  assert.deepEqual(ofLayers("LSTM(3, use_bias=False)", "cudnn")[0], [
    { id: "lacks_option", name: "CuDNN layers", layer: "CuDNNLSTM", option: "use_bias=false" },
    { id: "others_have_option", names: ["", "Keras"], more: true },
  ]);
});

test("a long text is shortened, also within what is said of an option", () => {
  for (const layers of ["x".repeat(300), `LSTM(3, ${"x".repeat(300)}=4)`, `LSTM(${"x".repeat(300)})`])
    for (const one of ofLayers(layers).flat())
      for (const text of Object.values(one)) assert.ok(String(text).length <= 40, String(text));
});

test("the repairs", () => {
  const fix = (/** @type {import("../../web/engine.js").Fix["kind"]} */ kind, text = "") =>
    fixSaid({ kind, text, edits: [] }, catalog);
  assert.deepEqual(fix("use", "3"), { id: "use", text: "3" });
  assert.deepEqual(fix("add", "LSTM(32)"), { id: "add", text: "LSTM(32)" });
  assert.deepEqual(fix("add", ")"), { id: "add_it" });
  assert.deepEqual(fix("count_as", "notes"), { id: "count_as", name: "" });
  assert.deepEqual(fix("count_as", "keras"), { id: "count_as", name: "Keras" });
  for (const kind of /** @type {const} */ (["clear", "remove"])) assert.deepEqual(fix(kind), { id: kind });
  assert.deepEqual(fix("remove", "false"), { id: "remove" });
  // What goes with a number in it stands on the button.
  assert.deepEqual(fix("remove", "Embedding(10, 4)"), { id: "remove_text", text: "Embedding(10, 4)" });
  assert.deepEqual(fix("clear", "64"), { id: "remove_text", text: "64" });
});
