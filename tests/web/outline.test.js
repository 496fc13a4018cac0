// Tests of web/telling/outline.js: what is told of a model, for all who tell it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { formats } from "../../web/export/formats.js";
import { languages } from "../../web/messages/languages.js";
import { box } from "../../web/messages/numbers.js";
import { exampleOf } from "../../web/page/worked_examples.js";
import { blanksOf } from "../../web/telling/blanks.js";
import { fullLayer } from "../../web/telling/facts.js";
import { endsInValue, outlineOf } from "../../web/telling/outline.js";
import { wordsOf } from "../../web/telling/words.js";
import { english as m } from "./words.js";

/** @typedef {import("../../web/telling/outline.js").Outline} Outline */
/** @typedef {import("../../web/telling/outline.js").Lines} Lines */
/** @typedef {import("../../web/telling/outline.js").OutlineStep} OutlineStep */
/** @typedef {import("../../web/engine.js").Answer} Answer */

const engine = await load();
const catalog = engine.catalog();
const all = Number.POSITIVE_INFINITY;

const reference = readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .flatMap((row) => /^(?:"([^"]*)"|([^",]+)),/.exec(row)?.slice(1).find(Boolean) ?? []);
const stacks = [
  "input=64&layers=LSTM(32, num_layers=12)",
  "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))",
  "input=64&layers=LSTM(32),Dropout(0.1),LSTM(32),Dropout(0.2),LSTM(32),GRU(3),LSTM(32),Dense(1)",
  "input=3&layers=LSTM(1),LSTM(2),LSTM(3),LSTM(4),LSTM(5)",
  `input=7&layers=${Array.from({ length: 30 }, (_, index) => `GRU(${index + 1})`)}`,
];
const unfinished = [
  "input=&layers=LSTM(32)",
  "input=7&layers=LSTM(32), LSTM(7, hiden=3), LSTM(7, hiden=3), LSTM(7, hiden=3), LSTM(7, hiden=3)",
  "input=64&layers=LTSM(32), GRU(3)",
  "input=64&layers=",
  "framework=nobody&input=64&layers=LSTM(32)",
];

/** @param {string} query @param {number} [count] @param {Map<string, string>} [typed] */
const outline = (query, count = 0, typed = new Map()) => {
  const answer = engine.explain(query);
  return outlineOf(answer, catalog, m, blanksOf(answer, { count, typed, checked: [...typed.keys()] }));
};

/** @param {Outline} told */
const stepsOf = (told) => told.parts.flatMap(({ steps }) => steps);

/** What a path leads to in an answer. @param {Answer} answer @param {string} path */
function at({ layers, steps }, path) {
  const [, layer, step] = /^(?:layers\.(\d+)(?:\.|$))?(?:steps(?:\.(\d+))?)?$/.exec(path) ?? [];
  assert.ok(layer !== undefined || path.startsWith("steps"), path);
  const list = layer === undefined ? steps : fullLayer(layers, Number(layer)).steps;
  return step === undefined ? list : list[Number(step)];
}

for (const language of languages) {
  test(`what a layer behind an unknown width reads is a box in its title, as in its steps (${language.id})`, async () => {
    const words = await wordsOf(language);
    for (const layers of ["Foo(3), LSTM(32)", "LSTM(7), Foo(3), LSTM(32)", "LSTM(7), LSTM(), Dense(32)"]) {
      const { parts } = outlineOf(engine.explain(`input=64&layers=${layers}`), catalog, words);
      const [last] = parts.filter(({ kind }) => kind === "layer").slice(-1);
      assert.ok(last.title.endsWith(`${box} → 32`), last.title);
    }
    const [first] = outlineOf(engine.explain("input=64&layers=Foo(3), LSTM(32)"), catalog, words).parts;
    assert.ok(first.title.endsWith(`64 → ${box}`), first.title);
  });
}

test("every part and step has a path of its own, which leads to it in the answer", () => {
  for (const query of [...reference, ...stacks, ...unfinished]) {
    const answer = engine.explain(query);
    const told = outline(query);
    const paths = told.parts.flatMap(({ path, steps }) => [path, ...steps.map((step) => step.path)]);
    assert.equal(new Set(paths).size, paths.length, query);
    for (const path of paths) assert.ok(at(answer, path), `${query}: ${path}`);
    for (const step of stepsOf(told)) {
      const found = /** @type {import("../../web/engine.js").Step} */ (at(answer, step.path));
      assert.equal(found.kind, step.kind, query);
      assert.equal(step.lines.value.path, step.path);
    }
  }
});

test("every value of the answer is told once", () => {
  for (const query of [...reference, ...stacks, ...unfinished]) {
    const { layers, steps } = engine.explain(query);
    const known = layers.flatMap((layer, index) =>
      [...layer.steps].map((step, place) => ({ step, path: `layers.${index}.steps.${place}` })),
    );
    if (layers.length > 1) known.push({ step: steps[0], path: "steps.0" });
    const told = stepsOf(outline(query));
    assert.deepEqual(
      told.map(({ path }) => path),
      known.map(({ path }) => path),
      query,
    );
    known.forEach(({ step, path }, place) => {
      const { numbers, value } = told[place].lines;
      const ends = path === "steps.0" || endsInValue(step);
      assert.equal(value.text, ends ? step.value : "", `${query} ${path}`);
      if (!ends && step.value !== "") assert.equal(numbers.at(-1)?.text, step.value, `${query} ${path}`);
    });
  }
});

test("every number's origin is told itself", () => {
  for (const query of [...reference, ...stacks]) {
    const told = outline(query);
    const paths = stepsOf(told).map(({ path }) => path);
    const lines = [...stepsOf(told).map((step) => step.lines), ...(told.whole ? [told.whole] : [])];
    // How many time steps a layer hands on is no step's value.
    for (const { ref } of lines.flatMap(({ symbols, numbers }) =>
      [symbols, ...numbers].flatMap((one) => one?.tokens ?? []),
    ))
      if (/^layers\.[0-9]+\.steps\./.test(ref)) assert.ok(paths.includes(ref), `${query}: ${ref}`);
  }
});

test("the total and the whole formula", () => {
  const { headline, total, count, whole, line, parts } = outline("framework=keras&input=64&layers=LSTM(32)");
  assert.deepEqual([headline, total, count], ["LSTM, 64 → 32, as Keras counts", "12,416", "12,416 parameters"]);
  assert.equal(whole?.symbols?.text, "[(units + input_dim + 1) × units] × 4");
  assert.deepEqual(
    whole?.numbers.map(({ text }) => text),
    ["[(32 + 64 + 1) × 32] × 4"],
  );
  assert.deepEqual(whole?.value, { text: "12416", path: "layers.0.steps.3", blank: undefined });
  assert.deepEqual(line, { ...whole, symbols: undefined });
  assert.deepEqual([parts.length, parts[0].title], [1, ""]);
  const two = outline("input=10&layers=LSTM(7), LSTM(7)");
  assert.deepEqual(
    two.whole?.numbers.map(({ text }) => text),
    ["[(7 + 10 + 1) × 7] × 4 + [(7 + 7 + 1) × 7] × 4", "504 + 420"],
  );
  assert.deepEqual(two.whole?.value, { text: "924", path: "", blank: undefined });
  assert.deepEqual(
    two.line?.numbers.map(({ text }) => text),
    ["504 + 420"],
  );
  assert.equal(outline("input=3&layers=LSTM(1),LSTM(2),LSTM(3),LSTM(4)").whole?.numbers.length, 2);
  assert.equal(outline("input=3&layers=LSTM(1),LSTM(2),LSTM(3),LSTM(4),LSTM(5)").whole, undefined, "too long");
  assert.equal(outline("input=3&layers=Dropout(0.5)").whole, undefined, "nothing to say");
});

test("what repeats an earlier layer is told once", () => {
  const told = outline("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7)),Bidirectional(LSTM(7))");
  assert.deepEqual(
    told.parts.map(({ kind, title }) => [kind, title]),
    [
      ["layer", "Layer 1: bidirectional LSTM, 10 → 7"],
      ["layer", "Layer 2: bidirectional LSTM, 14 → 7"],
      ["repeated", "Layer 3: as layer 2, 1,232"],
      ["sum", "Together"],
    ],
  );
  const repeated = stepsOf(told).filter(({ repeats }) => repeats);
  assert.deepEqual(
    repeated.map(({ path, sentence, why, lines }) => [path, sentence, why, lines.symbols, lines.value.text]),
    [["layers.1.steps.1", "as in layer 1:", "", undefined, "4"]],
  );
  const [sum] = told.parts[3].steps;
  assert.deepEqual(
    [sum.lines.words, sum.lines.numbers[0].text, sum.lines.value.text],
    ["", "1008 + 1232 + 1232", "3472"],
  );
  const folded = outline("input=64&layers=LSTM(32, num_layers=12)");
  assert.equal(folded.parts[2].title, "Layers 3 to 12: as layer 2, 10 × 8,320 = 83,200");
  assert.equal(folded.parts[3].steps[0].lines.words, "layer 1 + layer 2 + layers 3 to 12");
  assert.equal(folded.parts[3].steps[0].lines.numbers[0].text, "12416 + 8320 + 83200");
});

test("what an earlier layer has said but for its numbers is the same, and what is new is not", () => {
  const kinds = (/** @type {string} */ query) =>
    outline(query).parts.map(({ steps }) =>
      steps.map(({ kind, same }) => (same ? kind : kind.toUpperCase())).join(" "),
    );
  assert.deepEqual(kinds("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))"), [
    "MATRICES READS MATRIX MATRICES_TOTAL DIRECTIONS",
    "HANDED_ON matrices reads matrix matrices_total directions",
    "SUM",
  ]);
  // One direction is told otherwise than two, and a layer of another kind otherwise than this.
  assert.deepEqual(kinds("framework=keras&input=10&layers=Bidirectional(LSTM(7)),LSTM(5),GRU(5),Dense(3),Dense(2)"), [
    "MATRICES READS MATRIX MATRICES_TOTAL DIRECTIONS",
    "HANDED_ON matrices READS matrix MATRICES_TOTAL",
    "HANDED_ON MATRICES READS MATRIX matrices_total",
    "handed_on READS MATRIX",
    "handed_on reads matrix",
    "SUM",
  ]);
});

test("what is the same was told before: its sentence, with other numbers", () => {
  const shape = (/** @type {string} */ text) =>
    text.replace(/[\d,]+|\b(two|three|four|five)\b/g, "0").replace(/numbers/g, "number");
  let same = 0;
  // One of a thing is told in other words than many.
  const many = [...reference, ...stacks].filter((query) => !/[(=,]1\b/.test(query));
  for (const query of many) {
    const told = /** @type {Map<string, string[]>} */ (new Map());
    for (const step of stepsOf(outline(query))) {
      const before = told.get(step.kind) ?? [];
      if (step.same && !step.repeats) {
        same++;
        assert.ok(before.includes(shape(step.sentence)), `${query}: ${step.sentence} is not in ${before}`);
      }
      told.set(step.kind, [...before, shape(step.sentence)]);
    }
  }
  assert.ok(same > 20, `${same}`);
});

test("a blank is nowhere told, and only what was asked is one", () => {
  for (const query of [...reference.filter((_, index) => index % 4 === 0), ...stacks]) {
    const whole = outline(query);
    const told = outline(query, all);
    const blanks = stepsOf(told).filter(({ lines }) => lines.value.blank);
    const paths = blanks.map(({ path }) => path);
    if (blanks.length === 0) continue;
    assert.ok(told.open && told.total === "" && told.line?.value.text === "" && told.line.value.path === "", query);
    for (const { path, lines } of blanks)
      assert.equal(lines.value.blank?.value, stepsOf(whole).find((step) => step.path === path)?.lines.value.text);
    const lines = [...stepsOf(told).map((step) => step.lines), ...(told.whole ? [told.whole] : [])];
    for (const { kind, text, ref } of lines.flatMap(({ numbers }) => numbers.flatMap(({ tokens }) => tokens)))
      if (paths.includes(ref)) assert.deepEqual([kind, text], ["missing", ""], `${query}: ${ref}`);
    const last = outline(query, 2);
    assert.deepEqual(
      stepsOf(last).flatMap(({ path, lines }) => (lines.value.blank ? [path] : [])),
      paths.slice(-2),
      query,
    );
  }
  for (const query of unfinished) assert.equal(outline(query, all).open, false);
});

for (const [count, title] of /** @type {const} */ ([
  [3, `Layer 3: as layer 2, ${box}`],
  [12, `Layers 3 to 12: as layer 2, 10 × ${box} = ${box}`],
])) {
  test(`neither a repeated layer nor the sum over ${count} tells the blank of another`, () => {
    const query = `input=64&layers=LSTM(32, num_layers=${count})`;
    const { parts, whole } = outline(query, 2);
    const text = JSON.stringify([
      parts.map(({ title }) => title),
      whole,
      parts.at(-1)?.steps[0].lines.numbers,
      parts.at(-1)?.steps[0].lines.words,
    ]);
    assert.doesNotMatch(text, /8,?320|83,?200/);
    assert.equal(parts[2].title, title);
    const filled = new Map([
      ["layers.1.steps.4", "8320"],
      ["steps.0", count === 3 ? "29056" : "103936"],
    ]);
    assert.equal(outline(query, 2, filled).open, false);
  });
}

test("a sentence does not tell the blank of its step", () => {
  const [, reads, matrix] = outline("input=64&layers=LSTM(32)", all).parts[0].steps;
  assert.doesNotMatch(`${reads.why} ${matrix.sentence} ${matrix.why}`, /97/);
  assert.match(outline("input=64&layers=LSTM(32)").parts[0].steps[2].sentence, /97 weights/);
});

test("an unfinished model is told as far as it goes", () => {
  const [missing, some, unknown, empty, nobody] = unfinished.map((query) => outline(query));
  assert.deepEqual([missing.total, missing.whole?.value.text], ["", ""]);
  assert.ok(missing.parts[0].steps[1].lines.numbers[0].tokens.some(({ kind }) => kind === "missing"));
  assert.equal(some.parts.at(-1)?.steps[0].lines.numbers[0].text, "5120 + — + — + —");
  assert.deepEqual(unknown.parts[0].steps, []);
  for (const none of [empty, nobody])
    assert.deepEqual([none.headline, none.parts, none.whole, none.line], ["", [], undefined, undefined]);
});

/**
 * What can be read, whatever marks it: letters of names and digits.
 * @param {string} text
 */
const letters = (text) =>
  text
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#39;", "'")
    .replace(/\\(times|to|dots|text\w*|allowbreak|sloppy|noindent|par|medskip)(?![a-z])/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

test("every document, and the page without JavaScript, says the titles and the sentences in the outline's order", () => {
  const writers = [...formats.map(({ write }) => write), exampleOf];
  // The page says once what an earlier layer has said but for its numbers.
  const again = (/** @type {OutlineStep} */ { same, repeats }) => same && !repeats;
  for (const query of [...reference.filter((_, index) => index % 25 === 0), ...stacks]) {
    const told = outline(query);
    for (const write of writers) {
      const said = told.parts.flatMap(({ title, steps }) => [
        title,
        ...steps.flatMap((step) => (write === exampleOf && again(step) ? [step.title] : [step.title, step.sentence])),
      ]);
      const text = letters(write(told));
      let from = 0;
      for (const one of said.map(letters)) {
        const found = text.indexOf(one, from);
        assert.ok(found >= 0, `${query}: ${one} in ${text.slice(from)}`);
        from = found + one.length;
      }
    }
  }
});
