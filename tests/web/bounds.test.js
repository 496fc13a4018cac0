// Tests of how much is told of a text, and how much of it is quoted: 64 KiB of nonsense is no more than a page can bear.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { reportOf } from "../../web/command/report.js";
import { load } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import { fixWords, moreWords, problemCount, problemWords } from "../../web/telling/problems.js";
import { wordsOf } from "../../web/telling/words.js";
import create from "../../web/wasm/core.js";

const engine = await load();
const catalog = engine.catalog();
const wasmBinary = await readFile(new URL("../../web/wasm/core.wasm", import.meta.url));

/**
 * A text that is long in one place, and has a part in another again and again; half of it each.
 * @typedef {{ name: string, start: string, single?: string, middle?: string, part: string, end?: string }} Kind
 */

/** @param {Kind} kind @param {number} length */
function textOf({ start, single = "", middle = "", part, end = "" }, length) {
  const before = start + single.repeat(single === "" ? 0 : Math.floor(length / 2 / single.length)) + middle;
  return before + part.repeat(Math.floor((length - before.length - end.length) / part.length)) + end;
}

/** @type {Kind[]} */
const kinds = [
  { name: "words", start: "input=1&layers=", single: "x.", middle: "LSTM(1,", part: "a,", end: ")" },
  { name: "options", start: "input=1&layers=", single: "x.", middle: "LSTM(1", part: ",a=", end: ")" },
  { name: "fields", start: "layers=LSTM(1)&input=", single: "7", part: "&input" },
  { name: "names", start: "input=1&layers=LSTM(1,name=", single: "b", part: ",name=", end: ")" },
  { name: "embeddings", start: "layers=", single: "c", part: ",Embedding" },
  { name: "numbers", start: "input=1&layers=LSTM(1", part: ",1", end: ")" },
  { name: "a wrapper's words", start: "input=1&layers=Bidirectional(LSTM(1)", part: ",a", end: ")" },
  { name: "comments", start: "input=1&layers=LSTM(1)#", single: "e", part: "\n#" },
  { name: "control characters", start: "input=1&layers=LSTM(\x01", single: "\x01", part: ",\x01", end: ")" },
  { name: "letters of two halves", start: "input=1&layers=", single: "🎉", middle: "(", part: "🎉,", end: ")" },
];

test("64 KiB of nonsense have answers of 3 MB at most", async () => {
  const core = await create({ wasmBinary });
  for (const kind of kinds) {
    const query = textOf(kind, 60_000);
    const answers = [core.explain(query), core.compare(query, ""), core.edit(query, "set", "", "units", "7")];
    const bytes = answers.reduce((sum, json) => sum + Buffer.byteLength(json), 0);
    assert.ok(bytes < 3_000_000, `${kind.name}: ${bytes} bytes`);
  }
});

test("an answer is read back whole, however much it is", () => {
  for (const kind of kinds) {
    const { problems, more_problems, written, fields } = engine.explain(textOf(kind, 60_000));
    assert.ok(problems.length <= 20 && /^\d+$/.test(more_problems), kind.name);
    for (const { args } of written)
      for (const { start, end, value } of args)
        assert.ok(start <= value.start && value.end <= end && end <= fields.layers.length, kind.name);
  }
});

for (const language of languages) {
  test(`what is quoted is short, and shows where it was cut (${language.id})`, async () => {
    const m = await wordsOf(language);
    for (const kind of kinds) {
      const answer = engine.explain(textOf(kind, 8_000));
      for (const problem of answer.problems) {
        const words = problemWords(problem, catalog, undefined, m);
        assert.ok(words.length < 400, `${kind.name}: ${words}`);
        const { fixes = [], choices, frameworks, ...args } = problem.args;
        const quoted = Object.values(args).filter((text) => text.length > 100);
        for (const text of quoted) {
          assert.ok(text.length <= 200, kind.name);
          if (words.includes(text.slice(0, 20))) assert.ok(words.includes("…"), `${kind.name}: ${words}`);
        }
        for (const fix of fixes) {
          const button = fixWords(fix, catalog, m);
          assert.ok(button.length < 60, `${kind.name}: ${button}`);
          assert.equal(button.includes("…"), fix.text.length > 40, `${kind.name}: ${button}`);
          for (const { text } of fix.edits) assert.ok(text.length <= 210, `${kind.name}: ${text.length}`);
        }
      }
    }
  });

  test(`how many more there are is said, too (${language.id})`, async () => {
    const m = await wordsOf(language);
    // The first is the input's, then the units and the number of layers: every other one is one too many.
    const answer = engine.explain(`input=1&layers=LSTM(1${",1".repeat(32_740)})`);
    assert.deepEqual([answer.problems.length, answer.more_problems], [20, "32718"]);
    assert.equal(problemCount(answer), 32_738);
    assert.match(moreWords(answer, m), language.id === "en" ? /and 32,718 more/ : /32,718 और/);
    const report = reportOf(answer, "queries.txt:3", catalog, m);
    assert.ok(report.length < 10_000, `${report.length} signs`);
    assert.ok(report.endsWith(`\nqueries.txt:3: ${moreWords(answer, m)}\n`), report.slice(-100));
    assert.equal(moreWords(engine.explain("input=1&layers=LSTM(1,1)"), m), "");
  });
}

test("a change that can't be made tells no more than an answer does", () => {
  const { problems, more_problems, edits } = engine.edit(`layers=LSTM(1)${"(x)".repeat(500)}`, { kind: "add" });
  assert.deepEqual([problems.length, more_problems, edits], [20, "480", []]);
});

test("a comparison tells what a framework adds to what is wrong anyway", () => {
  const query = "framework=keras&input=64&layers=LSTM(32, hiden_size=4, peepholes=true)";
  const added = engine.compare(query).map(({ framework, total, problems, more_problems }) => {
    assert.deepEqual([total, more_problems], ["", "0"]);
    return [framework, problems.map(({ code, args }) => `${code} ${args.framework}`)];
  });
  const problems = Object.fromEntries(added);
  assert.deepEqual([problems.keras, problems.tf1, problems.pytorch], [[], [], ["unsupported pytorch"]]);
});
