// Tests of web/telling/reading.js: what is told of a pasted text, line by line.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load, loadQuestions } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import { nothingPrinted } from "../../web/telling/printed_rows.js";
import { choiceWords, footWords, headWords, linesOf, numberWords } from "../../web/telling/reading.js";
import { textProblemSaid, textProblemWords } from "../../web/telling/text_problems.js";
import { wordsOf } from "../../web/telling/words.js";
import { thinned } from "./models.js";

/** @typedef {import("../../web/engine.js").Reading} Reading */
/** @typedef {import("../../web/engine.js").Piece} Piece */

const engine = await load();
const catalog = engine.catalog();
const [english, hindi] = await Promise.all(
  languages.map(async (language) => {
    const words = await wordsOf(language);
    return { ...words, ...(await words.reading()) };
  }),
);

/** Pieces of a text by what stands in it, each looked for behind the one before. @param {string} text @param {[string, Piece["kind"], number, string?, Record<string, string>?][]} marks */
function piecesOf(text, marks) {
  let at = 0;
  return marks.map(([what, kind, layer, code = "", args = {}]) => {
    const start = text.indexOf(what, at);
    assert.ok(start >= 0, what);
    at = start + what.length;
    return { start, end: at, kind, layer, code, args };
  });
}

/** @param {Partial<Reading>} some @returns {Reading} */
const readingOf = (some) => ({
  ...{ format: "python", framework: "keras", query: "", problems: [], pieces: [], questions: [], choices: [] },
  ...{ more_choices: 0, printed: nothingPrinted },
  ...some,
});

/** @param {string} text @param {Reading} reading @param {typeof english} [m] */
const told = (text, reading, m = english) =>
  linesOf({ text, reading, answer: engine.explain(reading.query), most: 100 }, catalog, m);

const text = `import keras
model.add(LSTM(32, return_sequences=True, input_shape=(10, 64)))
model.add(MDN(5))
model.add(Dense(n, activation='sigmoid'))`;
const reading = readingOf({
  query: "framework=keras&input=64&timesteps=10&layers=LSTM(32),MDN(5),Dense(units=)",
  pieces: piecesOf(text, [
    ["import keras", "ignored", -1, "import"],
    ["model.add(", "ignored", -1, "prefix"],
    ["LSTM(", "layer", 0],
    ["32", "size", 0],
    [",", "ignored", -1, "punctuation"],
    ["return_sequences=True", "ignored", 0, "uncounted", { name: "return_sequences" }],
    ["input_shape=(10, 64)", "size", 0],
    ["))", "layer", 0],
    ["model.add(", "ignored", -1, "prefix"],
    ["MDN(5)", "layer", 1],
    [")", "ignored", -1, "punctuation"],
    ["model.add(", "ignored", -1, "prefix"],
    ["Dense(", "layer", 2],
    ["n", "size", 2],
    ["activation='sigmoid'", "ignored", 2, "uncounted", { name: "activation" }],
    ["))", "layer", 2],
  ]),
  questions: [{ name: "n", start: text.indexOf("(n,") + 1, end: text.indexOf("(n,") + 2 }],
});

test("each line with what became of it", () => {
  const { lines, more } = told(text, reading);
  assert.equal(more, 0);
  const notes = lines.map((line) => (line.kind === "line" ? line.notes.map(({ words }) => words) : []));
  assert.deepEqual(notes[0], ["import"]);
  assert.deepEqual(notes[1], ["layer 1: LSTM(32) · input 64 · 10 steps"]);
  assert.equal(notes[2][0].startsWith("layer 2: MDN"), true, notes[2].join());
  assert.match(notes[2].join(" "), /There is no layer called MDN here/);
  assert.deepEqual(
    lines.map((line) => line.kind === "line" && [line.quiet, line.questions.join(), line.layers.join()]),
    [
      [true, "", ""],
      [false, "", "0"],
      [false, "", "1"],
      [false, "n", "2"],
    ],
  );
  assert.doesNotMatch(notes[3].join(" "), /How many units/, "it is asked for by its name");
});

test("a line that makes no layer, without which the layers would be others, says so", () => {
  const code = "for i in range(2):\n  model.add(LSTM(32))";
  const pieces = piecesOf(code, [
    ["for i in range(2):", "layer", -1],
    ["LSTM(", "layer", 0],
    ["32", "size", 0],
    [")", "layer", 0],
  ]);
  const [loop, layer] = told(code, readingOf({ query: "framework=keras&input=64&layers=LSTM(32)", pieces })).lines;
  const wordsOf = (/** @type {typeof loop} */ line) =>
    line.kind === "line" ? line.notes.map(({ words }) => words) : [];
  assert.deepEqual(wordsOf(loop), ["the count depends on it"]);
  assert.deepEqual(wordsOf(layer), ["layer 1: LSTM(32) · input 64"]);
});

test("a line that says a size tells the layers that it is for", () => {
  const code = "units = 32\nmodel.add(LSTM(units))";
  const pieces = piecesOf(code, [
    ["units =", "ignored", -1, "container"],
    ["32", "size", 0],
    ["LSTM(", "layer", 0],
    ["units", "size", 0],
    [")", "layer", 0],
  ]);
  const [size] = told(code, readingOf({ query: "framework=keras&input=64&layers=LSTM(32)", pieces })).lines;
  assert.ok(size.kind === "line");
  assert.deepEqual(
    size.notes.map(({ words }) => words),
    ["for layer 1"],
  );
});

test("of a line that is not long everything is shown", () => {
  const code = `x = "${"a".repeat(100)}"`;
  const [line] = told(code, readingOf({ pieces: piecesOf(code, [[code, "ignored", -1, "no_layer"]]) })).lines;
  assert.ok(line.kind === "line");
  assert.equal(line.parts.map(({ text: part }) => part).join(""), code);
});

test("a line's parts are its text, marked", () => {
  const [, line] = told(text, reading).lines;
  assert.ok(line.kind === "line");
  assert.equal(line.parts.map((part) => part.text).join(""), text.split("\n")[1]);
  assert.deepEqual(
    line.parts.filter(({ kind }) => kind === "size").map((part) => part.text),
    ["32", "input_shape=(10, 64)"],
  );
});

test("signs that turn or hide text are shown as signs", () => {
  const odd = "x = '\u202Eabc\u2066\u200B\u0007'";
  const reading = readingOf({
    pieces: [{ start: 0, end: odd.length, kind: "unknown", layer: -1, code: "x", args: {} }],
  });
  const [line] = linesOf({ text: odd, reading, answer: undefined, most: 9 }, catalog, english).lines;
  assert.ok(line.kind === "line");
  assert.equal(line.parts[0].text, "x = '\uFFFDabc\uFFFD\uFFFD\uFFFD'");
  assert.equal(line.notes[0].words, "x = '\uFFFDabc\uFFFD\uFFFD\uFFFD' was not understood: it may change the count.");
});

test("of a long text the lines around what was read; a long line begins anew with each layer", () => {
  const log = "epoch 1\n".repeat(50_000);
  const long = `${log}model.add(LSTM(7))\n${log}`;
  const start = log.length;
  const pieces = [
    { start: 0, end: start - 1, kind: /** @type {const} */ ("ignored"), layer: -1, code: "log", args: {} },
    { start, end: start + 18, kind: /** @type {const} */ ("layer"), layer: 0, code: "", args: {} },
    {
      start: start + 19,
      end: long.length - 1,
      kind: /** @type {const} */ ("ignored"),
      layer: -1,
      code: "log",
      args: {},
    },
  ];
  const query = "framework=keras&input=10&layers=LSTM(7)";
  const { lines } = told(long, readingOf({ query, pieces }));
  assert.deepEqual(
    lines.map((line) => (line.kind === "fold" ? line.count : line.notes[0].words)),
    [50_000, "layer 1: LSTM(7) · input 10", 50_001],
  );
  for (const line of lines) assert.ok(line.kind === "line" || !line.unread, "nothing in them was left unread");
  const json = `{${'"a": 1, '.repeat(100)}"LSTM": 7, ${'"b": 2, '.repeat(100)}"GRU": 3}`;
  const parts = piecesOf(json, [
    [json.slice(0, json.indexOf('"LSTM"')), "ignored", -1, "config"],
    ['"LSTM": 7', "layer", 0],
    ['"GRU": 3', "layer", 1],
  ]);
  const one = told(json, readingOf({ query: "framework=keras&input=10&layers=LSTM(7),GRU(3)", pieces: parts }));
  assert.equal(one.lines.length, 2);
  for (const line of one.lines)
    assert.ok(line.kind === "line" && line.parts.map((part) => part.text).join("").length < 300);
});

test("no more lines than are asked for", () => {
  const many = "LSTM(7)\n".repeat(500).trim();
  const pieces = Array.from({ length: 500 }, (_, layer) => ({
    ...{ start: layer * 8, end: layer * 8 + 7, kind: /** @type {const} */ ("layer"), layer, code: "", args: {} },
  }));
  const query = `framework=keras&input=10&layers=${many.replaceAll("\n", ",")}`;
  const { lines, more } = told(many, readingOf({ query, pieces }));
  assert.deepEqual([lines.length, more], [100, 400]);
});

test("the last line: how many, and what has no effect", () => {
  const right = { ...reading, query: "framework=keras&input=64&layers=LSTM(32),Dense(1)" };
  const foot = (/** @type {Reading} */ reading, hidden = false) =>
    footWords({ reading, answer: engine.explain(reading.query), hidden }, english);
  assert.equal(foot(right), "12,449 parameters. Without effect on the count: return_sequences, activation.");
  assert.doesNotMatch(foot(right, true), /12,449/, "an exercise gives nothing away");
  assert.match(foot(reading), /^The other layers: 12,416 \+ \?/);
  const printed = (/** @type {string} */ total) => ({ ...right, printed: { ...right.printed, total, own: total } });
  assert.match(foot(printed("12449")), /^12,449 parameters, as the text itself says\./);
  assert.match(foot(printed("12450")), /The text itself says 12,450, and what was read of it has 12,449\./);
});

test("what the text was read as", () => {
  assert.equal(headWords(reading, catalog, english), "Read as Keras code");
  assert.equal(headWords(readingOf({ format: "" }), catalog, english), "Not recognised");
  assert.equal(headWords(readingOf({ format: "python" }), catalog, english), "Not recognised", "nothing in it");
  assert.equal(headWords({ ...reading, framework: "notes" }, catalog, english), "Read as code");
  assert.equal(headWords(reading, catalog, hindi), "Keras का code");
});

test("of a number alone nothing is said beside how it comes about, but where that cannot be told", () => {
  const said = (/** @type {string} */ query, hidden = false) =>
    numberWords({ answer: engine.explain(query), hidden }, english);
  assert.equal(said("input=64&layers=LSTM(32)"), "");
  assert.match(said("input=64&layers=LSTM(32)", true), /not told yet/);
  assert.match(said("layers=LSTM(32)"), /no count yet/);
});

test("choices are told by what the layer is in each of them", () => {
  const first = "framework=keras&input=10&layers=Bidirectional(LSTM(64)),Dense(3)";
  const second = "framework=keras&input=34&layers=Bidirectional(GRU(64)),Dense(3)";
  const choices = [first, second, second].map((query) => ({ query, args: {} }));
  assert.deepEqual(choiceWords(0, choices, engine.explain, catalog, english), [
    "bidirectional LSTM(64) · input 10",
    "bidirectional GRU(64) · input 34",
    "bidirectional GRU(64) · input 34 (3)",
  ]);
  const without = "framework=keras&input=11&layers=Bidirectional(LSTM(64,bias=false),merge_mode=sum),Dense(3)";
  const two = [first, without].map((query) => ({ query, args: {} }));
  assert.equal(
    choiceWords(0, two, engine.explain, catalog, english)[1],
    "bidirectional LSTM(64) · input 11 · bias=false · merge_mode=sum",
  );
  const models = [
    { query: first, args: { name: "Encoder" } },
    { query: second, args: { name: "" } },
  ];
  assert.deepEqual(choiceWords(-1, models, engine.explain, catalog, english), ["Encoder", "model 2"]);
});

test("a problem of a code that is not known has a sentence all the same", () => {
  for (const code of ["something_new", "__proto__", "constructor"])
    assert.equal(textProblemWords({ code, args: {} }, english), "Something here needs a look.");
});

/** The texts that the tests of the readers read, and those that frameworks printed. */
function pastedTexts() {
  const folder = new URL("../core/", import.meta.url);
  const tests = readdirSync(folder).filter((name) => /^read_.*_test\.cpp$/.test(name));
  const written = tests.flatMap((name) =>
    [...readFileSync(new URL(name, folder), "utf8").matchAll(/R"(\w*)\(([\s\S]*?)\)\1"/g)].map(
      ([, , pasted]) => pasted,
    ),
  );
  const printed = readdirSync(new URL("../reference/", import.meta.url)).filter((name) => name.endsWith(".jsonl"));
  const lines = printed.flatMap((name) =>
    readFileSync(new URL(`../reference/${name}`, import.meta.url), "utf8")
      .trim()
      .split("\n"),
  );
  return thinned([...written, ...lines.map((line) => JSON.parse(line).text ?? "")]);
}

test("whatever the readers say of a piece or of a text, there are words for it", async () => {
  const { read } = await loadQuestions();
  const without = new Set();
  for (const pasted of pastedTexts()) {
    const { pieces, problems, choices } = read(pasted);
    for (const { kind, code } of pieces) {
      if (kind === "ignored" && !(code in english.pasted.ignored)) without.add(`ignored ${code}`);
      if (kind === "unknown" && code !== "unread" && !(code in english.pasted.unread)) without.add(`unread ${code}`);
    }
    for (const problem of problems) if (textProblemSaid(problem).id === "other") without.add(`problem ${problem.code}`);
    for (const { code } of choices) if (code === "") without.add("a choice");
  }
  assert.deepEqual([...without], []);
});

test("each code with which a reader leaves text has words, in both languages", () => {
  const folder = new URL("../../core/read/", import.meta.url);
  const codes = new Set();
  for (const name of readdirSync(folder)) {
    const source = readFileSync(new URL(name, folder), "utf8");
    for (const [, code] of source.matchAll(
      /(?:\bleave|\bnote|\bblank|\bleft_?\.push_back)\([^;]*?"([a-z_]+)"(?:,[^";]*)?\);/g,
    ))
      codes.add(code);
    for (const [, code] of source.matchAll(/\b(?:structure|wiring|mark)_code = "([a-z_]+)"/g)) codes.add(code);
  }
  assert.ok(codes.size > 30, String(codes.size));
  for (const words of [english, hindi])
    assert.deepEqual(
      [...codes].filter((code) => !(code in words.pasted.ignored)),
      [],
    );
});
