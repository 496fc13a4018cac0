// Tests of web/telling/remarks.js and web/telling/shares.js: what is said of a total beside its derivation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../../web/border/query.js";
import { remembering } from "../../web/element/memory.js";
import { load } from "../../web/engine.js";
import { shareWords } from "../../web/telling/model.js";
import {
  coincidenceOf,
  coincidenceWords,
  effectiveOf,
  effectiveWords,
  otherInput,
  otherPath,
  twiceOf,
  twiceWords,
} from "../../web/telling/remarks.js";
import { sharesOf } from "../../web/telling/shares.js";
import { english as messages } from "./words.js";

const engine = await load();

/** @param {string} query */
function effective(query) {
  const answer = engine.explain(query);
  const found = effectiveOf(answer);
  return found && [effectiveWords(answer.total, found, messages), found.numbers.text];
}

test("what is stored, and what of it has an effect of its own", () => {
  assert.deepEqual(effective("framework=pytorch&input=10&layers=LSTM(7)"), [
    "28 of the 532 parameters add nothing new: two biases that are only added to each other act as one.",
    "532 − 7 × 4",
  ]);
  assert.deepEqual(effective("framework=keras&input=10&layers=GRU(7)"), [
    "14 of the 399 parameters add nothing new: in z and r the two biases are simply added.",
    "399 − 2 × 7",
  ]);
  assert.match(String(effective("framework=pytorch&input=10&layers=GRU(7),LSTM(7)")), /two biases that are only added/);
  for (const query of ["input=10&layers=LSTM(7)", "framework=pytorch&input=10&layers=LSTM(7,bias=false)", "layers="])
    assert.equal(effective(query), undefined, query);
});

/** @param {string} query */
function twice(query) {
  const found = twiceOf(engine.explain(query));
  return found && twiceWords(found, messages);
}

test("a second layer that reads more, or fewer, than the first", () => {
  assert.equal(
    twice("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))"),
    "Twice layer 1 would be 2,016. Layer 2 reads 4 numbers more than layer 1, hence 224 more.",
  );
  assert.equal(
    twice("input=64&layers=LSTM(32,num_layers=2)"),
    "Twice layer 1 would be 24,832. Layer 2 reads 32 numbers fewer than layer 1, hence 4,096 fewer.",
  );
  assert.match(String(twice("input=8&layers=LSTM(7),LSTM(7)")), /reads 1 number fewer/);
  for (const layers of ["LSTM(7)", "LSTM(7),GRU(7)", "LSTM(7),LSTM(8)", "LSTM(10),LSTM(10)", "LSTM(7),LSTM(7),LSTM(7)"])
    assert.equal(twice(`input=10&layers=${layers}`), undefined, layers);
});

test("a coincidence is one where the first two layers read as much as each other", () => {
  const found = (/** @type {string} */ query) => coincidenceOf(engine.explain(query));
  assert.deepEqual(found("input=64&layers=Bidirectional(LSTM(32)),Bidirectional(LSTM(32))"), {
    word: "input_dim",
    input: "64",
    width: "32 + 32",
  });
  assert.equal(found("input=10&layers=LSTM(7),LSTM(7)"), undefined);
  assert.equal(
    coincidenceWords({ word: "input_dim", input: "64", width: "32 + 32" }, 3, messages).startsWith(
      "Layers 1 and 2 have",
    ),
    true,
  );
});

test("the model without the coincidence is the reader's own, but for what comes in", () => {
  const catalog = engine.catalog();
  const other = (/** @type {string} */ query) => {
    const answer = engine.explain(query);
    const texts = otherInput(answer, catalog);
    assert.ok(texts, query);
    assert.equal(coincidenceOf(engine.explain(encode(texts))), undefined, query);
    return [texts.input, texts.layers, otherPath(answer, texts.input, catalog, messages)];
  };
  assert.deepEqual(other("input=32&layers=LSTM(32),LSTM(32),Dense(1)"), [
    "10",
    "LSTM(32),LSTM(32),Dense(1)",
    "10 → 32 → 32 → 1",
  ]);
  // What the first layer says that it reads comes in.
  assert.deepEqual(other("framework=pytorch&layers=LSTM(10, 5, num_layers=2, bidirectional=True)"), [
    "20",
    "LSTM(5,num_layers=2,bidirectional=true)",
    "20 → 5 + 5 → 5 + 5",
  ]);
  assert.equal(otherInput(engine.explain("input=32&layers=LSTM(32),LSTM(32),Dense()"), catalog), undefined);
});

/** @param {import("../../web/telling/shares.js").Share} share */
const said = (share) => shareWords(share, messages);

/** @param {string} query */
const shares = (query) => sharesOf(engine.explain(query));

test("the bar's shares fill it, without layers that count nothing", () => {
  assert.deepEqual(shares("input=64&layers=LSTM(32),Dropout(0.5),LSTM(32)").map(said), [
    "layer 1: 12,416 (60 %)",
    "layer 3: 8,320 (40 %)",
  ]);
  assert.deepEqual(shares("input=64&layers=LSTM(32)"), []);
  assert.deepEqual(shares("input=64&layers=LSTM(32),LSTM()"), []);
  const some = shares("input=9007199254740991&layers=RNN(1),Dense(1),Dense(100)");
  assert.deepEqual([some[0].from, some[some.length - 1].to], [0, 1]);
  assert.match(said(some[0]), /more than 99 %/);
  assert.match(said(some[1]), /less than 1 %/);
});

test("many layers are few parts", () => {
  assert.deepEqual(shares("input=64&layers=LSTM(32,num_layers=1000)").map(said), [
    "layer 1: 12,416 (less than 1 %)",
    "layer 2: 8,320 (less than 1 %)",
    "layers 3 to 1,000: 8,303,360 (more than 99 %)",
  ]);
  const different = Array.from({ length: 30 }, (_, index) => `LSTM(${index + 1})`).join();
  const parts = shares(`input=64&layers=${different}`);
  assert.equal(parts.length, 20);
  assert.deepEqual([parts[19].first, parts[19].last, parts[19].to], [20, 30, 1]);
});

test("an answer is kept as long as few others were asked for", () => {
  let asked = 0;
  const ask = remembering((text) => `${text} ${++asked}`, 2);
  assert.deepEqual(["a", "b", "a", "c", "a", "b"].map(ask), ["a 1", "b 2", "a 1", "c 3", "a 1", "b 4"]);
});
