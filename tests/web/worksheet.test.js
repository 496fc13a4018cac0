// Tests of worksheets and their keys: what is asked, that no answer stands in a worksheet, and that every one stands in its key.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import markdownIt from "markdown-it";
import { loadQuestions, loadShared } from "../../web/engine.js";
import { pagesOf, sheetFormats, sheetsText, worksheetsOf, worksheetWords } from "../../web/export/worksheets.js";
import { languages } from "../../web/messages/languages.js";
import { mostAtOnce, mostVersions, seedsOf, versionsFrom } from "../../web/telling/versions.js";
import { wordsOf } from "../../web/telling/words.js";
import { exerciseKinds } from "../../web/telling/worksheet.js";
import { devanagari, found, pdflatex, xelatex } from "../tools/programs.js";
import { thinned } from "./models.js";

/** @typedef {import("../../web/telling/worksheet.js").Sheet} Sheet */
/** @typedef {import("../../web/telling/worksheet.js").Words} Words */
/** @typedef {import("../../web/engine.js").ExerciseKind} ExerciseKind */

const engine = await loadShared();
const questions = await loadQuestions();
const catalog = engine.catalog();
const [english, hindi] = await Promise.all(languages.map(async (one) => worksheetWords(await wordsOf(one))));
const formats = sheetFormats.map(({ id }) => id);

const notes = "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))";

/** @type {Map<string, ReturnType<typeof worksheetsOf>>} */
const known = new Map();

/** @param {string} query @param {ExerciseKind} kind @param {Words} [words] @param {string[]} [seeds] */
function made(query, kind, words = english, seeds = [""]) {
  const name = JSON.stringify([query, kind, words.language, seeds]);
  const all = known.get(name) ?? worksheetsOf(engine, questions, query, { seeds, kind, part: "both" }, words);
  known.set(name, all);
  return all;
}

/** @param {readonly Sheet[]} sheets @param {Words} [words] */
const text = (sheets, words = english) => sheetsText(sheets, "text", words);

const recurrent = catalog.layers.filter(({ recurrent }) => recurrent).map(({ cell }) => cell);

/** One, two and both-directions layers of every recurrent kind in every framework; no size of them is a value that comes out. */
const models = thinned(catalog.frameworks).flatMap(({ id }) =>
  recurrent.flatMap((cell) => {
    const size = /^Conv/.test(cell) ? "(37, 3)" : "(37)";
    return [
      `${cell}${size}`,
      `${cell}${size},${cell}${size.replace("37", "23")},Dense(29)`,
      `Bidirectional(${cell}${size}),Bidirectional(${cell}${size})`,
    ].flatMap((layers) => {
      const query = `framework=${id}&input=101&layers=${layers}`;
      return engine.explain(query).problems.length === 0 ? [query] : [];
    });
  }),
);

/** Around them. */
const others = [
  ...[
    "framework=keras&layers=Embedding(1009, 53),LSTM(37),Dropout(0.5),BatchNormalization(),Dense(29)",
    "framework=pytorch&input=101&layers=LSTM(37,num_layers=4,bidirectional=true,proj_size=31),Linear(29)",
    "framework=tf1&input=101&layers=LSTM(37,peepholes=true),LSTM(23,proj_size=19)",
    "framework=keras&input=101&timesteps=41&layers=Conv1D(37, 3),GRU(23),Flatten(),Dense(29)",
    "framework=keras&input=101&layers=LSTM(37),MultiHeadAttention(2, 31),LayerNormalization(),Dense(29)",
    "framework=keras&input=101&layers=LSTM(37, trainable=false),Dense(29)",
    "framework=keras&layers=Embedding(1009, 53),LSTM(53),Dense(1009, tied=true)",
    "framework=keras&input=101&layers=Bidirectional(LSTM(37),backward_layer=GRU(23)),Dense(29)",
    "framework=keras&input=101&layers=LSTM(37),Custom(29, parameters=4001),GRU(23)",
  ],
  `input=101&layers=${Array.from({ length: 26 }, (_, place) => `LSTM(${31 + 2 * place})`).join(",")}`,
];

/** What of a document is told: without what it is set up with. @param {string} written */
const told = (written) => written.replace(/^.*\\begin\{document\}|<style>.*<\/style>/s, "");

/** The numbers of a text, without the signs between their digits. @param {string} written */
const numbersIn = (written) =>
  new Set(
    told(written)
      .replaceAll("{,}", ",")
      .replace(/(?<=\d),(?=\d)/g, "")
      .match(/\d+/g),
  );

test("the notes' example asks for its ideas, and for what comes of them", () => {
  const { sheets, keys, query, problems } = made(notes, "ideas");
  assert.deepEqual([query, problems], [`framework=notes&${notes}`, []]);
  const sheet = text(sheets);
  for (const part of [
    "Worksheet\nName: ____________________  Date: ____________\n\nWrite one number into each numbered blank.",
    "    Counted as in: notes, textbook\n    input_dim: 10\n    Layer 1: Bidirectional(LSTM(7))\n    Layer 2: Bidirectional(LSTM(7))\n",
    "Layer 1: bidirectional LSTM\n\nHow many weight matrices does an LSTM have in each direction?\n    (1) ______\n",
    "What each unit reads\n    num_units + input_dim + biases\n    = (2) ______ + (3) ______ + (4) ______\n",
    "How many directions does the layer have?\n    (5) ______\n",
    "How many parameters does layer 1 have?\n    □ × [(□ + □ + □) × □] × □\n    = (6) ______\n",
    "Layer 2: bidirectional LSTM\n\nHow many numbers does layer 1 pass on?\n    (7) ______\n",
    "How many parameters does the whole model have?\n    layer 1 + layer 2\n    = □ + □\n    = (14) ______\n",
  ])
    assert.ok(sheet.includes(part), `${part}\n---\n${sheet}`);
  const key = text(keys);
  for (const part of [
    "Key to the worksheet\n\n    Counted as in",
    "    = (2) 7 + (3) 10 + (4) 1\n",
    "    2 × [(7 + 10 + 1) × 7] × 4\n    = (6) 1,008\n",
    "pass on?\n    (7) 14\n",
    "    2 × [(7 + 14 + 1) × 7] × 4\n    = (13) 1,232\n",
    "    = 1,008 + 1,232\n    = (14) 2,240\n",
    "\n(10) 14   Layer 2: What each unit reads (outputs of layer 1)\n",
    "\n(14) 2,240   How many parameters does the whole model have?",
  ])
    assert.ok(key.includes(part), `${part}\n---\n${key}`);
  // By hand: matrices, what a unit reads, directions, the layer; what is handed on, and the same again; the sum.
  assert.equal(keys[0].answers.map(({ value }) => value).join(" "), "4 7 10 1 2 1008 14 4 7 14 1 2 1232 2240");
});

test("values, and the total alone", () => {
  const values = made(notes, "values");
  const written = text(values.sheets);
  assert.ok(written.includes("    num_units + input_dim + 1\n    = 7 + 10 + 1\n    = (1) ______\n"), written);
  assert.ok(written.includes("    = (7 + 10 + 1) × 7\n    = □ × 7\n    = (2) ______\n"), written);
  assert.equal(values.keys[0].answers.map(({ value }) => value).join(" "), "18 126 504 1008 22 154 616 1232 2240");
  assert.ok(text(values.keys).includes("    = 18 × 7\n    = (2) 126\n"));

  const total = made(notes, "total");
  assert.equal(total.sheets[0].parts.flatMap(({ items }) => items).length, 1);
  assert.ok(text(total.sheets).endsWith("How many parameters does the whole model have?\n\n\n\n\n    (1) ______\n"));
  assert.ok(text(total.keys).includes("    = 1,008 + 1,232\n    = (1) 2,240\n"), text(total.keys));
});

test("each version has a number and sizes of its own, for ever the same", () => {
  const seeds = seedsOf("1..30").seeds;
  const { sheets, keys } = made(notes, "ideas", english, seeds);
  assert.deepEqual(
    sheets.map(({ title }) => title),
    seeds.map((seed) => `Worksheet ${seed}`),
  );
  assert.deepEqual(
    keys.map(({ title }) => title),
    seeds.map((seed) => `Key to worksheet ${seed}`),
  );
  const given = keys.map(({ given }) => given.map(({ text }) => text).join());
  assert.deepEqual(
    sheets.map(({ given }) => given.map(({ text }) => text).join()),
    given,
  );
  assert.ok(new Set(given).size > 25, `${new Set(given).size} different ones`);
  assert.deepEqual(made(notes, "ideas", english, ["7"]).sheets[0], sheets[6]);
});

test("no answer stands in a worksheet, and all of them in its key", () => {
  let count = 0;
  const numerals = /\b(two|three|four|five|six|both)\b|(?<!\p{L})(दो|तीन|चार|पाँच|छह|दोनों|तीनों|चारों)(?![\p{L}\p{M}])/iu;
  for (const [place, query] of [...models, ...others].entries()) {
    const words = place % 3 === 0 ? hindi : english;
    for (const kind of exerciseKinds) {
      const where = `${query} ${kind} ${words.language}`;
      const {
        sheets: [sheet],
        keys: [key],
      } = made(query, kind, words);
      const { blanks } = questions.exercise(query, { kind });
      count++;

      // The sheet itself has none, so that nothing that writes it can show one.
      assert.deepEqual([sheet.answers, sheet.notes, sheet.told], [[], [], false], where);
      const signs = sheet.parts.flatMap(({ items }) =>
        items.flatMap(({ named, sides }) => [...named, ...sides.flat()]),
      );
      const places = signs.filter(({ kind }) => kind === "blank").map(({ place }) => place);
      assert.deepEqual(
        places,
        key.answers.map(({ place }) => place),
        where,
      );
      assert.ok(
        signs.every(({ kind, text }) => !/blank|missing/.test(kind) || text === ""),
        where,
      );

      // What is asked for stands in the key, in its order.
      let next = 0;
      for (const { value } of key.answers) if (value === blanks[next]?.value) next++;
      assert.equal(next, blanks.length, `${where}: ${JSON.stringify(key.answers)}`);
      const { total } = engine.explain(query);
      assert.equal(key.answers.at(-1)?.value, total, where);
      const boxed = key.parts.flatMap(({ items }) => items.flatMap(({ sides }) => sides.flat()));
      assert.deepEqual(
        boxed.filter(({ kind }) => kind === "blank").map(({ text }) => text),
        key.answers.map(({ value }) => value),
        where,
      );

      if (kind === "ideas") {
        // Where it is asked, no number stands, in digits or in words, but those of layers, and how many layers repeat one.
        for (const { title, items } of sheet.parts)
          for (const said of [title, ...items.flatMap(({ title, sentence, words }) => [title, sentence, words])]) {
            const others = said.replace(/layers? \d+( (to|से) \d+)?|Conv\w*[123]D\w*|\d+ × □/gi, "");
            assert.doesNotMatch(others, /\d/, where);
            assert.doesNotMatch(others, numerals, where);
          }
        assert.ok(
          signs.every(({ kind }) => kind !== "number"),
          where,
        );
      }
      const document = place % 7 === 0 || place >= models.length;
      for (const format of document ? formats : ["text"]) {
        const written = numbersIn(sheetsText([sheet], format, words));
        const answered = numbersIn(sheetsText([key], format, words));
        for (const { value } of key.answers) {
          // Sizes of the model, and small numbers that also stand for other things, are told elsewhere.
          const given = value.length < 3 || query.includes(value);
          if (!given) assert.ok(!written.has(value), `${where} ${format}: ${value}`);
          assert.ok(answered.has(value), `${where} ${format}: ${value} is not in the key`);
        }
      }
    }
  }
  assert.ok(count > 500, `${count} worksheets`);
});

test("Hindi worksheets are in Hindi, with the same numbers", () => {
  for (const query of [notes, ...others])
    for (const kind of exerciseKinds) {
      const [one, other] = [english, hindi].map((words) => made(query, kind, words).keys[0]);
      assert.deepEqual(
        other.answers.map(({ place, value }) => [place, value]),
        one.answers.map(({ place, value }) => [place, value]),
      );
      for (const said of [other.title, ...other.answers.map(({ asked }) => asked)])
        if (!/^(Layer \d+: )?(Weight matrix|Kernels?|Peepholes|Filters)/.test(said))
          assert.match(said, /\p{Script=Devanagari}/u, `${query}: ${said}`);
    }
});

test("the answers of all versions, at a glance: a row for each, before their keys", () => {
  const thirty = made(notes, "ideas", english, seedsOf("1..30").seeds);
  const [{ title, tables }] = thirty.overview;
  assert.equal(title, "All answers");
  thirty.keys.forEach(({ seed, answers }, place) => {
    const rows = tables.map((rows) => rows[place + 1]);
    assert.deepEqual(new Set(rows.map(([version]) => version)), new Set([seed]));
    const values = rows.flatMap(([, ...values]) => values);
    assert.deepEqual(
      values,
      answers.map(({ value }) => english.number(value)),
    );
  });
  const heads = tables.flatMap(([head]) => head).filter((head) => head !== "Worksheet");
  assert.equal(heads.join(" "), thirty.keys[0].answers.map(({ place }) => `(${place})`).join(" "));
  for (const rows of tables) for (const row of rows) assert.ok(row.join("   ").length <= 120, row.join());
  assert.deepEqual(
    pagesOf([thirty, thirty]).map((page) => ("tables" in page ? "table" : page.told ? "key" : "sheet")),
    [...Array(60).fill("sheet"), ...["table", "table"].flatMap((table) => [table, ...Array(30).fill("key")])],
  );
  for (const format of formats) {
    const plain = told(sheetsText(thirty.overview, format, english))
      .replace(/<[^>]*>|[&|\s\\]+/g, " ")
      .replace(/ +/g, " ");
    const expected = tables[0][30].join(" ");
    assert.ok(plain.includes(expected), `${format}: ${expected} | ${plain}`);
  }
  assert.deepEqual(made(notes, "ideas").overview, [], "of a single one its key says all");
});

test("the key says which mistake also gives the right value; the worksheet, that there is one", () => {
  // d = 2 h: a second layer that reads what the first one reads is no mistake to be seen.
  const { sheets, keys } = made(notes.replace("10", "14"), "ideas");
  assert.deepEqual(
    keys[0].notes[0],
    "Blank 7: 14 also comes out by a mistake (every layer like the first), so a right answer does not rule that out.",
  );
  for (const format of formats) {
    assert.ok(sheetsText(keys, format, english).includes("every layer like the first"), format);
    const sheet = sheetsText(sheets, format, english);
    assert.ok(!sheet.includes("every layer like"), format);
    assert.match(
      sheet,
      /a mistake can give the right answer by chance, in blanks 7 and 10: say there why it is right, too\./,
    );
    assert.doesNotMatch(sheetsText(made(notes, "ideas").sheets, format, english), /by chance/);
  }
  assert.deepEqual(made(notes, "ideas").keys[0].notes, []);
});

test("nothing for a model with problems, and none where there is nothing to find", () => {
  const wrong = made("input=10&layers=LSTMM(7)", "ideas");
  assert.deepEqual([wrong.sheets, wrong.keys, wrong.problems.length], [[], [], 1]);
  for (const kind of /** @type {const} */ (["ideas", "values"])) {
    const { problems, sheets, keys } = made("framework=keras&input=10&layers=Dropout(0.5)", kind);
    assert.deepEqual([problems, sheets, keys], [[], [], []], kind);
  }
  assert.equal(sheetsText([], "latex", english), "");
  assert.equal(sheetsText(made(notes, "ideas").sheets, "docx", english), "");
});

test("a model without recurrent layers is asked for, too", () => {
  const { keys } = made("framework=keras&input=10&layers=Dense(5)", "ideas");
  assert.equal(keys[0].answers.map(({ value }) => value).join(" "), "10 1 55");
  const table = made("framework=keras&layers=Embedding(1009, 53)", "ideas").keys[0];
  assert.equal(table.answers.map(({ value }) => value).join(" "), "1009 53 53477", "a table is asked for once");
});

test("seeds, as people write them", () => {
  assert.deepEqual(seedsOf("7"), { seeds: ["7"], wrong: "" });
  assert.deepEqual(seedsOf(" 2..4 "), { seeds: ["2", "3", "4"], wrong: "" });
  assert.deepEqual(seedsOf("०१..३").seeds, ["1", "2", "3"]);
  assert.equal(seedsOf(`1..${mostVersions}`).seeds.length, mostVersions);
  for (const text of ["", "x..y", "1..", "..3", "1...3", "1-3", "-1", "1.5", "1..3..5", "1e3", "12345678901"])
    assert.deepEqual(seedsOf(text), { seeds: [], wrong: "unread" }, text);
  assert.equal(seedsOf("30..1").wrong, "backwards");
  for (const text of ["1..100000", `0..${mostVersions}`, "0..999999999"])
    assert.equal(seedsOf(text).wrong, "many", text);
});

test("Markdown leaves formulas alone, and every sheet has a heading of its own", () => {
  const parser = markdownIt("default", { html: true });
  let count = 0;
  for (const query of [...others, ...models.filter((_, place) => place % 5 === 0)])
    for (const kind of exerciseKinds) {
      const { sheets, keys } = made(query, kind);
      const tokens = parser.parse(sheetsText([...sheets, ...keys], "markdown", english), {});
      assert.equal(tokens.filter(({ type, tag }) => type === "heading_open" && tag === "h1").length, 2);
      for (const { type, content, children } of tokens) {
        if (type !== "inline" || !content.startsWith("$$")) continue;
        count++;
        assert.equal(
          children?.map((part) => (part.type === "softbreak" ? "\n" : part.content)).join(""),
          content,
          query,
        );
        assert.match(content, /^\$\$\n[0-9([\\][0-9{,}+\-=()[\] a-z\\]*\n\$\$$/, query);
      }
      const rows = tokens.filter(({ type }) => type === "tr_open").length;
      assert.equal(rows, 1 + keys[0].answers.length, query);
    }
  assert.ok(count > 500, `${count} formulas`);
});

test("HTML is a whole page with MathML, every tag closed, without script and network", () => {
  for (const query of others)
    for (const words of [english, hindi]) {
      const { sheets, keys } = made(query, "ideas", words);
      const html = sheetsText([...sheets, ...keys], "html", words);
      assert.match(
        html,
        new RegExp(`^<!doctype html>\\n<html lang="${words.language}">\\n<head>\\n<meta charset="utf-8">`),
      );
      assert.doesNotMatch(html, /<script|style=| on\w+=|http|url\(/);
      /** @type {string[]} */
      const open = [];
      for (const [, end, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
        if (end) assert.equal(open.pop(), name, query);
        else if (!/^(br|meta)$/.test(name)) open.push(name);
      }
      assert.deepEqual(open, [], query);
    }
});

/**
 * @param {string} source
 * @param {string} program
 */
async function typeset(source, program) {
  const folder = await mkdtemp(join(tmpdir(), "rnn-params-sheets-"));
  try {
    await writeFile(join(folder, "sheets.tex"), source);
    const args = ["-interaction=nonstopmode", "-halt-on-error", "sheets.tex"];
    const { status, stdout } = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stdout.slice(-2000));
    assert.doesNotMatch(stdout, /Missing character|LaTeX (Font )?Warning|Overfull/);
    return Number(/\((\d+) pages?/.exec(stdout)?.[1]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Worksheets and keys of many models, as one document. @param {string[]} queries @param {Words} words */
function documentOf(queries, words) {
  const all = queries.flatMap((query) => exerciseKinds.map((kind) => made(query, kind, words)));
  return sheetsText([...all.flatMap(({ sheets }) => sheets), ...all.flatMap(({ keys }) => keys)], "latex", words);
}

test("versions begin with the numbers on screen, where a seed gave them", () => {
  assert.deepEqual(versionsFrom("", "1"), [""]);
  assert.deepEqual(versionsFrom("7", "1"), ["7"]);
  assert.deepEqual(versionsFrom("ours", "1"), ["ours"]);
  assert.deepEqual(versionsFrom("", "3"), ["1", "2", "3"]);
  assert.deepEqual(versionsFrom("7", "3"), ["7", "8", "9"]);
  assert.deepEqual(versionsFrom("ours", "2"), ["1", "2"], "what cannot be counted up from");
  assert.deepEqual(versionsFrom("1000000000", "2"), ["1", "2"]);
  assert.equal(versionsFrom("", "30").length, mostAtOnce);
  assert.deepEqual(versionsFrom("7", "1..30"), seedsOf("1..30").seeds, "as the command is asked for them");
  assert.deepEqual(versionsFrom("7", " ३..५ "), ["3", "4", "5"]);
  assert.deepEqual(versionsFrom("7", "9..9"), ["9"]);
  for (const none of ["1..31", "5..1", "1..", "..3", "1...3"]) assert.deepEqual(versionsFrom("7", none), [], none);
  for (const count of ["", "0", "31", "1.5", "-1", "1e1", "x", " "])
    assert.deepEqual(versionsFrom("7", count), [], count);
});

test("pdfLaTeX typesets the English of every framework and kind of layer", async () => {
  const pages = await typeset(documentOf([...models, ...others], english), found(pdflatex(), "pdflatex"));
  assert.ok(pages > 6 * models.length, `${pages} pages: each sheet begins one`);
});

test("thirty versions are one document, and each begins a page", async () => {
  const { sheets, overview } = made("input=10&layers=LSTM(7)", "ideas", english, seedsOf("1..30").seeds);
  const source = sheetsText([...sheets, ...overview], "latex", english);
  assert.equal(await typeset(source, found(pdflatex(), "pdflatex")), 31);
});

test("XeLaTeX typesets the Hindi", {
  skip: xelatex() && devanagari() ? false : "XeLaTeX or its font is missing",
}, async () => {
  const some = models.filter((_, place) => place % 4 === 0);
  const pages = await typeset(documentOf([...some, ...others], hindi), found(xelatex(), "xelatex"));
  assert.ok(pages > 6 * some.length, `${pages} pages`);
});
