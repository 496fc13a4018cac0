// Tests of web/state/layers_text.js and web/state/items.js: an edit of one layer keeps whatever was typed and leaves the other layers alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../web/engine.js";
import { applyFix } from "../web/state/edits.js";
import { freshItem, readsBothWays, withBothWays, withCell, withOption } from "../web/state/items.js";
import { addItem, removeItem, replaceItem, swapItems, takeApart, writeItem } from "../web/state/layers_text.js";
import { forEngine } from "../web/state/query.js";

const engine = await load();
const catalog = engine.catalog();
const factsOf = (/** @type {string} */ cell) => catalog.layers.find((layer) => layer.cell === cell);
const explained = (/** @type {string} */ layers) =>
  engine.explain(forEngine({ framework: "keras", input: "64", layers }));
const read = (/** @type {string} */ layers) => takeApart(layers, explained(layers).written);

/**
 * @param {string} layers
 * @param {number} index
 * @param {(item: import("../web/state/layers_text.js").Item) => import("../web/state/layers_text.js").Item} change
 */
function edited(layers, index, change) {
  const before = read(layers);
  const item = change(before.items[index]);
  return replaceItem(before, index, item, factsOf(item.cell));
}

const stack = "LSTM( 32 ), Bidirectional(GRU(16, reset_after=false), merge_mode=sum) ,Dense(1)";

test("an edit rewrites its own layer and no other", () => {
  const units = (/** @type {string} */ text) => (/** @type {import("../web/state/layers_text.js").Item} */ item) =>
    withOption(item, "units", text);
  assert.equal(
    edited(stack, 0, units("7")).text,
    "LSTM(7), Bidirectional(GRU(16, reset_after=false), merge_mode=sum) ,Dense(1)",
  );
  assert.equal(
    edited(stack, 1, units("7")).text,
    "LSTM( 32 ), Bidirectional(GRU(7, reset_after=false), merge_mode=sum) ,Dense(1)",
  );
  assert.equal(edited(stack, 2, units("7")).text, stack.replace("Dense(1)", "Dense(7)"));
});

test("after an edit every layer knows its new place", () => {
  const after = edited(stack, 0, (item) => withOption(item, "units", "1024"));
  assert.deepEqual(
    after.items.map(({ start, end }) => after.text.slice(start, end)),
    read(after.text).items.map(({ start, end }) => after.text.slice(start, end)),
  );
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
  ];
  for (const typed of hostile) {
    const after = edited("LSTM(32), GRU(4)", 0, (item) => withOption(item, "units", typed));
    const again = read(after.text);
    assert.equal(again.items.length, 2, after.text);
    assert.equal(again.items[0].args[0].text, typed, after.text);
    assert.equal(after.text.slice(again.items[1].start), "GRU(4)");
  }
});

test("an emptied field leaves its brackets, and what is typed then goes back into them", () => {
  const emptied = edited("LSTM(32, bias=false)", 0, (item) => withOption(item, "units", ""));
  assert.equal(emptied.text, "LSTM(bias=false)");
  assert.equal(edited(emptied.text, 0, (item) => withOption(item, "units", "7")).text, "LSTM(7, bias=false)");
  assert.equal(
    edited("Embedding(20000, 128)", 0, (item) => withOption(item, "vocabulary", "")).text,
    "Embedding(units=128)",
  );
});

test("both directions wrap a plain layer and are an option of a stacked one", () => {
  const both = (/** @type {string} */ layers) => edited(layers, 0, (item) => withBothWays(item, true)).text;
  assert.equal(both("LSTM(32)"), "Bidirectional(LSTM(32))");
  assert.equal(both("LSTM(32, num_layers=2)"), "LSTM(32, num_layers=2, bidirectional=true)");
  for (const layers of ["Bidirectional(LSTM(32))", "LSTM(32, bidirectional=True)"]) {
    assert.ok(readsBothWays(read(layers).items[0]), layers);
    assert.equal(edited(layers, 0, (item) => withBothWays(item, false)).text, "LSTM(32)");
  }
  assert.equal(
    edited("Bidirectional(LSTM(32))", 0, (item) => withOption(item, "num_layers", "2")).text,
    "LSTM(32, bidirectional=true, num_layers=2)",
  );
});

test("another cell keeps the units and the options", () => {
  const to = (/** @type {string} */ layers, /** @type {string} */ cell) =>
    edited(layers, 0, (item) => withCell(item, factsOf(item.cell), /** @type {never} */ (factsOf(cell)))).text;
  assert.equal(to("LSTM(7, bias=false)", "GRU"), "GRU(7, bias=false)");
  assert.equal(to("Bidirectional(LSTM(7))", "GRU"), "Bidirectional(GRU(7))");
  assert.equal(to("LSTM(7)", "Dropout"), "Dropout(0.5)");
  assert.equal(to("Dropout(0.2)", "LSTM"), "LSTM(32)");
  assert.equal(to("Bidirectional(LSTM(7), merge_mode=sum)", "Dense"), "Dense(7)");
});

test("layers are added, removed and moved by their places", () => {
  const before = read(stack);
  const fresh = freshItem(before.items, catalog.layers);
  assert.equal(writeItem(fresh, factsOf(fresh.cell)), "Bidirectional(GRU(16, reset_after=false), merge_mode=sum)");
  assert.equal(addItem(read(""), freshItem([], catalog.layers), factsOf("LSTM")).text, "LSTM(32)");
  assert.equal(addItem(read("LSTM(7) "), read("GRU(2)").items[0], factsOf("GRU")).text, "LSTM(7), GRU(2)");
  assert.equal(removeItem(before, 0).text, "Bidirectional(GRU(16, reset_after=false), merge_mode=sum) ,Dense(1)");
  assert.equal(removeItem(before, 2).text, "LSTM( 32 ), Bidirectional(GRU(16, reset_after=false), merge_mode=sum)");
  assert.equal(removeItem(read("LSTM(32)"), 0).text, "");
  assert.equal(
    swapItems(before, 1).text,
    "LSTM( 32 ), Dense(1) ,Bidirectional(GRU(16, reset_after=false), merge_mode=sum)",
  );
});

test("a repair changes the places that it names", () => {
  const repaired = (/** @type {string} */ layers) => {
    const texts = { framework: "", input: "64", layers };
    const [problem] = engine.explain(forEngine(texts)).problems;
    return applyFix(texts, /** @type {import("../web/engine.js").Fix[]} */ (problem.args.fixes)[0]);
  };
  assert.equal(repaired("GRU(4), LTSM(32)").layers, "GRU(4), LSTM(32)");
  assert.equal(repaired("LSTM(32").layers, "LSTM(32)");
  assert.equal(repaired("LSTM(1.5)").layers, "LSTM(1)");
  assert.deepEqual(repaired("LSTM(10, 20)"), { framework: "", input: "10", layers: "LSTM(20)" });
});

test("half a letter stays in its field until the other half comes", () => {
  const [item] = read("LSTM(32\uD83C)").items;
  assert.equal(item.args[0].text, "32\uD83C");
});
