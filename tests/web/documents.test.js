// Tests of web/export/: derivations as documents, for places where no script runs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import markdownIt from "markdown-it";
import { fileNames } from "../../web/command/file_names.js";
import { loadShared } from "../../web/engine.js";
import { documentOf, formats } from "../../web/export/formats.js";
import { mathml } from "../../web/export/html.js";
import { latexText, mathRows } from "../../web/export/latex.js";
import { languages } from "../../web/messages/languages.js";
import { blanksOf } from "../../web/telling/blanks.js";
import { examples } from "../../web/telling/examples.js";
import { wordsOf } from "../../web/telling/words.js";
import { found, pdflatex } from "../tools/programs.js";
import { thinned } from "./models.js";

/** @typedef {import("../../web/engine.js").Format} Format */

const documentFormats = formats.map(({ id }) => id);

const engine = await loadShared();
const catalog = engine.catalog();
const [english, hindi] = await Promise.all(languages.map(wordsOf));

/** The counted models, each with its total, but for the longest. */
const rows = thinned(
  readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8")
    .split("\n")
    .slice(1),
).flatMap((row) => {
  const [, quoted, plain, total] = /^(?:"([^"]*)"|([^",]*)),([0-9]+),/.exec(row) ?? [];
  const query = quoted ?? plain ?? "";
  return total && engine.explain(query).layers.length <= 60 ? [{ query, total }] : [];
});

/** Enough of them where each takes long. */
const sample = rows.filter((_, index) => index % 5 === 0);

/** @param {string} query @param {Format} format */
const inEnglish = (query, format) => documentOf(engine, query, format, english);

const lstm = "framework=keras&input=64&layers=LSTM(32)";

test("a derivation as text: headline, total, every step with its words and its lines", () => {
  const steps = [
    "LSTM, 64 → 32, as Keras counts\n12,416 parameters\n",
    "    [(units + input_dim + 1) × units] × 4\n    = [(32 + 64 + 1) × 32] × 4 = 12,416\n",
    "1. Four weight matrices\nAn LSTM has 3 gates (input i, forget f, output o) and 1 cell candidate c; their matrices are kept side by side in the order i, f, c, o.\n    gates + candidate\n    = 3 + 1 = 4\n",
    "2. What each unit reads\nAt every time step each unit reads the previous activations h_(t−1) (32 numbers), the input x_t (64 numbers), and a constant 1 for its bias: concat[h_(t−1), x_t], + 1.\n    units + input_dim + 1\n    = 32 + 64 + 1 = 97\n",
    "3. One matrix\nIt has 32 units, and each unit has 97 weights.\n    (units + input_dim + 1) × units\n    = (32 + 64 + 1) × 32\n    = 97 × 32 = 3,104\n",
    "4. All four\nThe four matrices have the same size.\n    [(units + input_dim + 1) × units] × 4\n    = [(32 + 64 + 1) × 32] × 4\n    = 3,104 × 4 = 12,416\n",
  ];
  assert.equal(inEnglish(lstm, "text"), `${steps.join("\n")}\n${lstm}\n`);
});

test("several layers have titles and a sum; what repeats an earlier layer is told once", () => {
  const text = inEnglish("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))", "text");
  for (const part of [
    "\n\nLayer 1: bidirectional LSTM, 10 → 7\n\n",
    "\n\nLayer 2: bidirectional LSTM, 14 → 7\n\n1. What layer 1 passes on\n",
    "\n    num_units + num_units\n    = 7 + 7 = 14\n",
    "\n2. Four weight matrices\nas in layer 1:\n    3 + 1 = 4\n\n",
    "\n    2 × [(7 + 10 + 1) × 7] × 4 + 2 × [(7 + 14 + 1) × 7] × 4\n    = 1,008 + 1,232 = 2,240\n\nLayer 1",
    "\n\nTogether\n\nAdd up the layers\nEvery layer has weights of its own, so the total is their sum.\n    layer 1 + layer 2\n    = 1,008 + 1,232 = 2,240\n",
  ]) {
    assert.ok(text.includes(part), part);
  }
  const folded = inEnglish("input=64&layers=LSTM(32, num_layers=12)", "text");
  assert.ok(folded.includes("\n\nLayers 3 to 12: as layer 2, 10 × 8,320 = 83,200\n\nTogether\n"));
  const source = "framework=notes&input=64&layers=LSTM(32,num_layers=12)";
  assert.ok(
    folded.endsWith(`layer 1 + layer 2 + layers 3 to 12\n    = 12,416 + 8,320 + 83,200 = 103,936\n\n${source}\n`),
  );
});

test("every counted model: its total, and nothing that is not there", () => {
  assert.ok(rows.length > 1500, `${rows.length} models`);
  rows.forEach(({ query, total }, index) => {
    for (const m of index % 10 === 0 ? [english, hindi] : [english]) {
      for (const format of index % 10 === 0 ? documentFormats : [documentFormats[index % documentFormats.length]]) {
        const text = documentOf(engine, query, format, m);
        assert.ok(text.includes(m.number(total)), `${query} ${format}`);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|□/, `${query} ${format}`);
      }
    }
  });
});

test("a number is written one way in a document, as its language groups digits", () => {
  for (const { query } of sample) {
    for (const m of [english, hindi]) {
      for (const format of documentFormats) {
        const written = documentOf(engine, query, format, m).replaceAll("{,}", ",");
        const plain = written.replace(/framework=\S+|`[^`]*`|W\\?_\w+|\([0-9]+(, [0-9]+)+\)/g, ""); // names; tuples, which are code
        for (const [digits] of plain.matchAll(/(?<![\w,.])[0-9]{4,}(?![\w,])/g))
          assert.fail(`${query} ${format}: ${digits} beside ${m.number(digits)}`);
      }
    }
  }
});

test("what is left blank is in no document, in either language, and the rest is", () => {
  let count = 0;
  for (const { query } of rows.filter((_, index) => index % 3 === 0)) {
    const answer = engine.explain(query);
    for (const asked of [1, 2, Number.POSITIVE_INFINITY].map((count) => ({ count, typed: new Map() }))) {
      const left = blanksOf(answer, asked);
      const blanks = [...left.values()].map(({ value }) => value);
      if (blanks.length === 0) continue;
      // A value of few digits may stand there for something else; so may one that was typed, or that an earlier step has, too.
      const told = answer.layers.flatMap(({ steps }, layer) =>
        steps.flatMap(({ value }, place) => (left.has(`layers.${layer}.steps.${place}`) ? [] : [value])),
      );
      const secrets = blanks.filter((value) => value.length > 3 && !query.includes(value) && !told.includes(value));
      for (const format of documentFormats) {
        const text = documentOf(engine, query, format, count % 10 === 0 ? hindi : english, asked);
        const plain = text.replace(/(?<=[0-9])\{?,\}?(?=[0-9])/g, "");
        for (const value of secrets)
          assert.doesNotMatch(plain, new RegExp(`(?<![0-9])${value}(?![0-9])`), `${query} ${format}`);
        const rooms = text.match(/______|\\boxed\{\\phantom\{000000\}\}/g) ?? [];
        assert.equal(rooms.length, blanks.length, `${query} ${format}`);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|—|\*\*\*\*|<b><\/b>/, `${query} ${format}`);
        count++;
      }
    }
  }
  assert.ok(count > 2000, `${count} documents`);
});

test("a worksheet: room for the values, and no total", () => {
  const asked = { count: 2, typed: new Map() };
  const text = documentOf(engine, lstm, "text", english, asked);
  for (const part of [
    "LSTM, 64 → 32, as Keras counts\n\n    [(units + input_dim + 1) × units] × 4\n    = [(32 + 64 + 1) × 32] × 4\n\n",
    "\n    = 97 × 32 = ______\n",
    "\n    = □ × 4 = ______\n",
  ])
    assert.ok(text.includes(part), text);
  const filled = documentOf(engine, lstm, "text", english, {
    ...asked,
    typed: new Map([["layers.0.steps.2", "3104"]]),
    checked: ["layers.0.steps.2"],
  });
  assert.ok(filled.includes("= 97 × 32 = 3,104\n") && filled.includes("= 3,104 × 4 = ______\n"), filled);
});

test("Hindi says it in Hindi", () => {
  const text = documentOf(engine, lstm, "text", hindi);
  assert.match(text, /^LSTM, 64 → 32, Keras की गिनती\n12,416 parameters\n/);
  assert.match(text, /हर time step/);
});

test("nothing for a query with problems", () => {
  for (const format of documentFormats) assert.equal(inEnglish("input=64&layers=LTSM_%(32)", format), "");
});

/** @param {string} query */
function formulasOf(query) {
  const { layers, steps } = engine.explain(query);
  return [...layers.flatMap((layer) => layer.steps), ...(layers.length > 1 ? steps : [])].flatMap((step) =>
    [step.symbols, step.numbers, step.reduced].flatMap((formula) => formula ?? []),
  );
}

/** A formula as plain text without blanks, out of LaTeX. @param {string[]} rows */
const outOfLatex = (rows) =>
  rows
    .join("")
    .replaceAll(" ", "")
    .replaceAll("\\times", "×")
    .replaceAll("{,}", "")
    .replace(/\\mathrm\{((?:\\.|[^\\}])*)\}/g, (_, name) => name.replace(/\\(.)/g, "$1"))
    .replaceAll("-", "−");

test("formulas in LaTeX and in MathML are those of the derivation", () => {
  const plain = (/** @type {string} */ text) => text;
  let count = 0;
  for (const { query } of rows) {
    for (const { tokens, text } of formulasOf(query)) {
      const expected = text.replaceAll(" ", "");
      assert.equal(outOfLatex(mathRows(tokens, english.number)), expected, query);
      assert.equal(mathml(tokens, plain).replace(/<[^>]*>| /g, ""), expected, query);
      count++;
    }
  }
  assert.ok(count > 5000, `${count} formulas`);
});

test("one row of signs in LaTeX and in MathML", () => {
  const sign = (/** @type {import("../../web/engine.js").Token["kind"]} */ kind, /** @type {string} */ text) => ({
    kind,
    text,
    sub: "",
    sup: "",
    ref: "",
  });
  const table = [
    {
      tokens: [
        ...[sign("bracket", "("), sign("number", "3"), sign("operator", "+"), sign("symbol", "num_units")],
        ...[sign("bracket", ")"), sign("operator", "×"), sign("number", "4")],
      ],
      latex: "(3 + \\mathrm{num\\_units}) \\times 4",
      html: '<mrow><mo stretchy="false">(</mo><mn>3</mn><mo>+</mo><mi mathvariant="normal">num_units</mi><mo stretchy="false">)</mo><mo>×</mo><mn>4</mn></mrow>',
    },
    {
      tokens: [sign("symbol", "layer 1"), sign("operator", "−"), sign("symbol", "a<b&")],
      latex: "\\mathrm{layer\\ 1} - \\mathrm{a\\textless{}b\\&}",
      html: '<mrow><mi mathvariant="normal">layer 1</mi><mo>−</mo><mi mathvariant="normal">a&lt;b&amp;</mi></mrow>',
    },
  ];
  for (const { tokens, latex, html } of table) {
    assert.deepEqual(mathRows(tokens, english.number), [latex]);
    assert.equal(
      mathml(tokens, (text) => text),
      html,
    );
  }
});

test("a formula that is too wide for a page goes on in a further row, at a + outside all brackets", () => {
  const { steps } = engine.explain("input=64&layers=LSTM(32),LSTM(16),LSTM(8),LSTM(4),LSTM(2)");
  const [first, ...others] = mathRows(steps[0].numbers.tokens, english.number);
  assert.equal(first, "[(32 + 64 + 1) \\times 32] \\times 4 + [(16 + 32 + 1) \\times 16] \\times 4");
  assert.ok(others.length > 0 && others.every((row) => row.startsWith("+ [")), others.join("\n"));
  const ways = engine
    .explain("framework=tf1&input=64&layers=Bidirectional(LSTM(32,peepholes=true,proj_size=16))")
    .layers[0].steps.at(-1);
  assert.deepEqual(mathRows(ways?.symbols.tokens ?? [], english.number), [
    "2 \\times ([(\\mathrm{input\\_depth} + \\mathrm{num\\_proj} + 1) \\times \\mathrm{num\\_units}] \\times 4",
    "+ 3 \\times \\mathrm{num\\_units} + \\mathrm{num\\_proj} \\times \\mathrm{num\\_units})",
  ]);
});

test("what anyone may write never means anything to LaTeX", () => {
  assert.equal(
    latexText("LTSM_% #1 & {a} ^ ~ \\x $5"),
    "LTSM\\_\\% \\#1 \\& \\{a\\} \\textasciicircum{} \\textasciitilde{} \\textbackslash{}x \\$5",
  );
});

test("pdfLaTeX typesets the English of every framework and kind of layer", async () => {
  const layers = [
    "LSTM(7)",
    "GRU(7)",
    "RNN(7)",
    "Bidirectional(LSTM(7)),Bidirectional(GRU(5)),Dense(2)",
    "LSTM(7, peepholes=true)",
    "LSTM(7, proj_size=3)",
    "LSTM(7, layer_norm=true)",
    "GRU(7, bias=false)",
    "Embedding(100, 7), LSTM(7), Dropout(0.5), BatchNormalization(), LayerNormalization(), Dense(1)",
    "LSTM(3),GRU(3),LSTM(4),GRU(4),LSTM(5),GRU(5),LSTM(6, num_layers=9)",
  ];
  const queries = catalog.frameworks.flatMap(({ id }) =>
    layers.map((text) => `framework=${id}&${text.startsWith("Emb") ? "" : "input=10&"}layers=${text}`),
  );
  const worksheets = queries.map((query) =>
    documentOf(engine, query, "latex", english, { count: 3, typed: new Map() }),
  );
  const pieces = [...queries.map((query) => inEnglish(query, "latex")), ...worksheets].filter(Boolean);
  assert.ok(pieces.length > 100, `${pieces.length} models`);
  const source = `\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}\n${pieces.join("\n")}\\end{document}\n`;
  const folder = await mkdtemp(join(tmpdir(), "rnn-params-latex-"));
  try {
    await writeFile(join(folder, "notes.tex"), source);
    const args = ["-interaction=nonstopmode", "-halt-on-error", "notes.tex"];
    const { status, stdout } = spawnSync(found(pdflatex(), "pdflatex"), args, { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stdout.slice(-2000));
    assert.doesNotMatch(stdout, /Missing character|LaTeX Warning|Overfull/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** @typedef {{ type: string, content: string, children: Token[] | null }} Token what markdown-it makes of a text */

/** All that Markdown makes of a text. @param {ReturnType<typeof markdownIt>} parser @param {string} text @returns {Token[]} */
const parsed = (parser, text) => parser.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);

for (const preset of /** @type {const} */ (["commonmark", "default"])) {
  test(`Markdown leaves formulas alone, and words too (${preset})`, () => {
    const parser = markdownIt(preset, { html: true });
    let count = 0;
    for (const { query } of sample) {
      const text = inEnglish(query, "markdown");
      const tokens = parsed(parser, text);
      const known = /^(paragraph|heading|strong)_(open|close)$|^(inline|text|softbreak|code_inline|html_inline)$/;
      for (const { type, content, children } of tokens) {
        assert.match(type, known, `${query}: ${type}`);
        if (type !== "inline" || !content.startsWith("$$")) continue;
        const after = children?.map((part) => (part.type === "softbreak" ? "\n" : part.content)).join("");
        assert.equal(after, content, query);
        assert.match(content, /^\$\$\n[0-9([][0-9{,}+\-=()[\] a-z\\]*\n\$\$$/, query);
        count++;
      }
      assert.equal(
        text.match(/\$\$/g)?.length,
        2 * tokens.filter(({ content }) => content.startsWith("$$\n")).length,
        query,
      );
    }
    assert.ok(count > 2000, `${count} formulas`);
  });
}

test("Markdown: names as code, numbers as a formula with blank lines around it", () => {
  const text = inEnglish(lstm, "markdown");
  for (const part of [
    "### LSTM, 64 → 32, as Keras counts\n\n**12,416** parameters\n",
    "\n\n**3. One matrix.** It has 32 units, and each unit has 97 weights.\n\n`(units + input_dim + 1) × units` =\n\n$$\n(32 + 64 + 1) \\times 32 = 97 \\times 32 = 3{,}104\n$$\n",
    "the previous activations <i>h</i><sub>(t−1)</sub> (32 numbers)",
  ]) {
    assert.ok(text.includes(part), part);
  }
  const names = inEnglish("input=64&layers=LSTM(32)", "markdown");
  assert.ok(names.includes("W\\_forget, W\\_input, W\\_output, W\\_cell"));
});

test("HTML: plain markup, every tag closed", () => {
  for (const { query } of sample) {
    const html = inEnglish(query, "html").replace(/\n<!-- framework=[^<>\s]* -->\n$/, "");
    assert.doesNotMatch(html, /<script|<style|style=| on\w+=| id=|http/);
    /** @type {string[]} */
    const open = [];
    for (const [, end, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (end) assert.equal(open.pop(), name, query);
      else if (name !== "br") open.push(name);
    }
    assert.deepEqual(open, [], query);
    assert.doesNotMatch(html.replace(/<\/?[a-z0-9]+( [a-z]+="[^"<>]*")*>/g, ""), /[<>]|&(?!\w+;|#39;)/, query);
  }
});

test("HTML: titles and sentences of the steps, formulas as MathML", () => {
  const html = inEnglish(lstm, "html");
  const words = html.replace(/<[^>]*>/g, "");
  assert.match(
    html,
    /^<section class="rnn-params" lang="en">\n<h3>LSTM, 64 → 32, as Keras counts<\/h3>\n<p><b>12,416<\/b> parameters<\/p>/,
  );
  assert.ok(
    words.includes(
      "One matrix. It has 32 units, and each unit has 97 weights.\n(units+input_dim+1)×units=(32+64+1)×32=97×32=3,104",
    ),
  );
  assert.ok(
    html.includes("<math><mo>=</mo><mrow><mn>97</mn><mo>×</mo><mn>32</mn></mrow><mo>=</mo><mn>3,104</mn></math>"),
  );
});

test("files are named after their models", () => {
  const queries = [
    ...examples.map(({ query }) => engine.explain(query).query),
    "framework=notes&layers=a",
    "framework=notes&layers=a",
  ];
  assert.deepEqual(fileNames(queries.slice(0, 1), "tex"), ["notes-64-lstm-32.tex"]);
  const names = fileNames(queries, "md");
  assert.equal(new Set(names).size, queries.length);
  assert.deepEqual(names.slice(-2), ["notes-a.md", "notes-a-2.md"]);
  for (const name of names) assert.match(name, /^[a-z0-9][a-z0-9.-]{0,90}\.md$/);
});
