// Tests of web/element/reading.js: what a reader does with a pasted text, as acts on a value, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, empty } from "../../web/border/query.js";
import { afterAct, isThere, modelRead, nothingPasted } from "../../web/element/reading.js";
import { load } from "../../web/engine.js";
import { nothingPrinted } from "../../web/telling/printed_rows.js";

/** @typedef {import("../../web/element/reading.js").Pasted} Pasted */
/** @typedef {import("../../web/element/reading.js").Act} Act */
/** @typedef {import("../../web/engine.js").Reading} Reading */

const engine = await load();
const { keys } = engine.catalog();

/** @param {Partial<Reading>} some @returns {Reading} */
const reading = (some) => ({
  ...{ format: "summary", framework: "keras", query: "", problems: [], pieces: [], questions: [], choices: [] },
  ...{ more_choices: 0, printed: nothingPrinted },
  ...some,
});

/** @param {Pasted} pasted @param {...Act} acts */
const done = (pasted, ...acts) => acts.reduce((before, act) => afterAct(Object.freeze(before), act), pasted);

const first = "framework=keras&input=10&layers=Bidirectional(LSTM(64)),LSTM(64),Dense(3)";
/** @type {import("../../web/engine.js").Choice[]} */
const choices = [
  { query: first.replace("input=10", "input=34").replace("(LSTM(64))", "(GRU(64))"), layer: 0, code: "cell", args: {} },
  { query: first.replace(",LSTM(64)", ",GRU(85)"), layer: 1, code: "cell", args: {} },
  { query: first.replace(",LSTM(64)", ",SimpleRNN(7)"), layer: 1, code: "cell", args: {} },
  { query: "framework=keras&input=5&layers=GRU(6)", layer: -1, code: "another_model", args: { name: "b", first: "a" } },
];
const typed = done(nothingPasted, { kind: "type", text: "x" });
const read = done(typed, { kind: "read", text: "x", reading: reading({ query: first, choices }) });
const query = (/** @type {Pasted} */ pasted) => modelRead(pasted, engine.explain, keys);
const lstm = { ...empty, input: "64", layers: "LSTM(32)" };

test("what was read of another text than the one that stands there is not taken", () => {
  assert.equal(read.open, true);
  assert.equal(query(read), first);
  assert.equal(done(typed, { kind: "read", text: "y", reading: reading({ query: first }) }), typed);
});

test("the text stays until it is cleared; nothing is left of what was read then", () => {
  const longer = done(read, { kind: "type", text: "x = 1" });
  assert.deepEqual([longer.text, longer.read, longer.reading], ["x = 1", "x", read.reading]);
  assert.deepEqual(done(longer, { kind: "type", text: "" }), nothingPasted);
  assert.equal(done(read, { kind: "type", text: "x" }), read);
  assert.equal(done(read, { kind: "close" }).text, "x");
});

test("each layer has its choice; several go together, with what comes in", () => {
  const gru = done(read, { kind: "choose", layer: 0, place: 0 });
  assert.equal(query(gru), choices[0].query);
  const both = done(gru, { kind: "choose", layer: 1, place: 2 });
  assert.equal(query(both), "framework=keras&input=34&layers=Bidirectional(GRU(64)),SimpleRNN(7),Dense(3)");
  assert.equal(query(done(both, { kind: "choose", layer: 0, place: -1 })), choices[2].query);
  assert.equal(query(done(both, { kind: "choose", layer: -1, place: 3 })), choices[3].query, "another model");
  const again = done(both, { kind: "choose", layer: -1, place: 3 }, { kind: "choose", layer: -1, place: -1 });
  assert.equal(query(again), first);
  const other = done(
    both,
    { kind: "type", text: "y" },
    { kind: "read", text: "y", reading: reading({ query: first }) },
  );
  assert.equal(query(other), first, "another text has choices of its own");
});

test("answers to questions stay while the text is changed", () => {
  const named = done(read, { kind: "name", name: "vocab_size", value: "20" }, { kind: "type", text: "xy" });
  assert.deepEqual(named.names, { vocab_size: "20" });
});

test("a repair is made in what was read", () => {
  const wrong = "framework=keras&input=64&layers=MDN(5),LSTM(32)";
  const pasted = done(typed, { kind: "read", text: "x", reading: reading({ query: wrong }) });
  const fix = engine.explain(wrong).problems[0].args.fixes?.find(({ kind }) => kind === "custom");
  assert.ok(fix);
  const mended = done(pasted, { kind: "mend", query: wrong, fix, keys });
  assert.match(query(mended), /layers=Custom\(5,\+parameters=/);
  assert.equal(query(done(mended, { kind: "read", text: "x", reading: reading({ query: first }) })), first);
});

test("the model before is the one before all that was read in a row", () => {
  const texts = decode(first, keys);
  const brought = done(read, { kind: "bring", before: lstm, texts });
  assert.equal(isThere(brought, texts), true);
  const further = { ...texts, input: "11" };
  const longer = done(brought, { kind: "bring", before: texts, texts: further });
  assert.deepEqual([longer.before, longer.after], [lstm, further]);
  const changed = { ...further, input: "12" };
  assert.equal(isThere(longer, changed), false);
  assert.deepEqual(done(longer, { kind: "bring", before: changed, texts }).before, changed, "a step of its own");
  const left = done(longer, { kind: "leave" });
  assert.deepEqual([left.before, left.after, left.open, left.text], [undefined, undefined, false, "x"]);
});

test("a file that is none is said, until something is typed", () => {
  const file = { name: "photo.jpg", problem: { code: "binary", args: {} }, notes: [] };
  const refused = done(read, { kind: "file", file });
  assert.deepEqual([refused.file, refused.text], [file, "x"]);
  assert.equal(done(refused, { kind: "type", text: "y" }).file, undefined);
});
