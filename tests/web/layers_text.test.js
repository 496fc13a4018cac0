// Tests of web/form/layers_text.js and web/form/edits.js: what the fields show is what was typed, and a change of one leaves all else alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { applied, edited } from "../../web/form/edits.js";
import { readsBothWays, takeApart, typedValue, withTyped } from "../../web/form/layers_text.js";

/** @typedef {import("../../web/engine.js").Change} Change */

const engine = await load();
const textsOf = (/** @type {string} */ layers) => ({
  framework: "keras",
  input: "64",
  timesteps: "",
  layers,
  budget: "",
});
const read = (/** @type {string} */ layers) => takeApart(layers, engine.explain(encode(textsOf(layers))).written);
const after = (/** @type {string} */ layers, /** @type {Change} */ change) =>
  edited(textsOf(layers), change, engine.edit).layers;
const set = (/** @type {string} */ layers, /** @type {string} */ argument, /** @type {string} */ value) =>
  after(layers, { kind: "set", layer: 0, argument, value });

test("what is frozen is shown as not trained, and changed as that", () => {
  assert.equal(typedValue(read("LSTM(32, freeze=True)").items[0], "trainable"), "false");
  assert.equal(typedValue(read("LSTM(32, freeze=0)").items[0], "trainable"), "true");
  assert.equal(typedValue(read("LSTM(32, requires_grad=False)").items[0], "trainable"), "False");
  assert.equal(set("LSTM(32, freeze=True)", "trainable", "true"), "LSTM(32, trainable=true)");
  assert.equal(set("LSTM(32, freeze=True)", "trainable", ""), "LSTM(32)");
});

test("fields show values as they were typed, without their quotes", () => {
  const { items } = read('LSTM( ३२ ,bias = "a\\"\\\\b"), nn.GRU(units=\'7 \', num_layers=), Dropout');
  assert.deepEqual(
    items.map(({ name, cell, args }) => [name, cell, ...args.map(({ name, text }) => `${name}=${text}`)]),
    [
      ["LSTM", "LSTM", "units=३२", 'bias=a"\\b'],
      ["nn.GRU", "GRU", "units=7 ", "num_layers="],
      ["Dropout", "Dropout"],
    ],
  );
  const same = 'LSTM(32=32), LSTM(2, name="2"), Bidirectional(GRU("ab\\", "), merge_mode=sum)';
  assert.deepEqual(typedValue(read("LSTM(name=2, units=२)").items[0], "units"), "२");
  assert.ok(read(same).items.length > 0);
});

test("a change of one layer leaves the others as they were typed, whatever their digits", () => {
  assert.equal(set("LSTM( ३२ ), GRU(४)", "units", "७"), "LSTM( ७ ), GRU(४)");
  assert.equal(after("🎉(३), GRU(४)", { kind: "set", layer: 1, argument: "units", value: "7" }), "🎉(३), GRU(7)");
  assert.equal(after("LSTM(३२, num_layers=२)", { kind: "add" }), "LSTM(३२, num_layers=२), LSTM(३२)");
  assert.equal(after("LSTM(३) , GRU(४४)", { kind: "move", layer: 0, value: "१" }), "GRU(४४) , LSTM(३)");
});

test("any text typed in a field is there again when the layers are read", () => {
  const hostile = [
    "3),(",
    "12,416",
    '"',
    "'",
    "\\",
    '\\"',
    "=",
    "a=b",
    " 7",
    "7 ",
    "🎉",
    "३२",
    "#&%+",
    "LSTM(1), LSTM(2",
    "\n",
    "-3",
    "\u00a07",
    "\uFFFD",
    "7\uD83C",
    '\uDF89"\uFFFD',
  ];
  for (const typed of hostile) {
    const text = set("LSTM(32), GRU(4)", "units", typed);
    const again = read(text);
    assert.equal(again.items.length, 2, text);
    assert.equal(typedValue(again.items[0], "units"), typed, text);
    assert.equal(text.slice(again.items[1].start), "GRU(4)");
  }
});

test("both directions are read from the wrapper and from the option", () => {
  for (const layers of ["Bidirectional(LSTM(32))", "LSTM(32, bidirectional=True)", "tf.bidirectional(GRU)"])
    assert.ok(readsBothWays(read(layers).items[0]), layers);
  for (const layers of [
    "LSTM(32)",
    "LSTM(32, bidirectional=False)",
    "LSTM(32, bidirectional=0)",
    "LSTM(32, bidirectional=)",
  ])
    assert.ok(!readsBothWays(read(layers).items[0]), layers);
});

test("while the new text can't be read, its field shows what was typed", () => {
  const value = "1".repeat(70_000);
  const change = /** @type {const} */ ({ kind: "set", layer: 1, argument: "units", value });
  const text = after("LSTM(32), GRU(bias=true)", change);
  assert.equal(read(text).items.length, 0);
  const { items } = withTyped(read("LSTM(32), GRU(bias=true)"), text, change);
  assert.deepEqual(
    items.map((item) => [typedValue(item, "units").length, typedValue(item, "bias")]),
    [
      [2, ""],
      [70_000, "true"],
    ],
  );
});

test("a repair changes the places that it names", () => {
  const repaired = (/** @type {string} */ layers, input = "64") => {
    const texts = { framework: "", input, timesteps: "", layers, budget: "" };
    const [problem] = engine.explain(encode(texts)).problems;
    return applied(texts, problem.args.fixes?.[0].edits ?? []);
  };
  assert.equal(repaired("GRU(4), LTSM(32)").layers, "GRU(4), LSTM(32)");
  assert.equal(repaired("LSTM(32").layers, "LSTM(32)");
  assert.equal(repaired("LSTM(1.5)").layers, "LSTM(1)");
  assert.deepEqual(repaired("LSTM(10, 20)", "64"), {
    framework: "",
    input: "10",
    timesteps: "",
    layers: "LSTM(10, 20)",
    budget: "",
  });
});

test("half a letter stays in its field until the other half comes", () => {
  const [item] = read("LSTM(32\uD83C)").items;
  assert.equal(item.args[0].text, "32\uD83C");
});
