// Tests of the languages: each says all that English says, in its own words, with the same numbers in them.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { languageOf, languages, wordsOf } from "../../web/messages/languages.js";
import {
  becauseWords,
  differencesOf,
  differenceWords,
  onFirstScreen,
  otherCellWords,
  refusalsOf,
  refusalWords,
} from "../../web/telling/comparisons.js";
import { factsOf, frameworkOf } from "../../web/telling/facts.js";
import {
  headlineWords,
  layersWords,
  layerTitle,
  repeatedWords,
  runsWords,
  shareWords,
  titleWords,
} from "../../web/telling/model.js";
import { fixWords, problemWords } from "../../web/telling/problems.js";
import {
  coincidenceOf,
  coincidenceWords,
  effectiveOf,
  effectiveWhyWords,
  effectiveWords,
  twiceOf,
  twiceWords,
} from "../../web/telling/remarks.js";
import { sharesOf } from "../../web/telling/shares.js";
import { stepWords } from "../../web/telling/steps.js";
import { totalsOf } from "../../web/telling/totals.js";
import { allWordsOf } from "./words.js";

/** @typedef {Awaited<ReturnType<typeof allWordsOf>>} Messages */

const engine = await load();
const catalog = engine.catalog();
const [english, hindi] = await Promise.all(languages.map(allWordsOf));

/** Counted models, and more that the tests of the core do not count. */
const rows = (await readFile(new URL("../reference/reference.csv", import.meta.url), "utf8")).split("\n").slice(1);
const counted = rows.map((row) => (/^"([^"]*)"/.exec(row) ?? /^([^,]*)/.exec(row))?.[1] ?? "").filter(Boolean);
const cells = [
  "LSTM(32)",
  "GRU(32)",
  "RNN(1)",
  "MGU(32)",
  "LayerNormalization()",
  "BatchNormalization()",
  "Dropout(0.5)",
];
const stacks = ["LSTM(7),LSTM(7)", "GRU(4,num_layers=30)", "Bidirectional(LSTM(7)),Bidirectional(LSTM(7)),Dense(1)"];
const options = [
  "peepholes=true",
  "coupled=true",
  "layer_norm=true",
  "proj_size=3",
  "bias=false",
  "bidirectional=true",
];
const models = [...cells, ...stacks, ...options.map((option) => `LSTM(32,${option})`), "GRU(3,reset_after=false)"];
const others = catalog.frameworks.flatMap(({ id }) =>
  models.map((layers) => encode({ framework: id, input: layers.startsWith("RNN") ? "1" : "7", layers })),
);
const rest = ["LSTM(4),GRU(4),RNN(4),LSTM(4),Dense(1)", "Embedding(1,1),LSTM(1)", "LSTM(32),Dropout(0.5),Dense(2)"];
const wrong = [
  ...["", "LSTM()", "LSTM(0)", "LSTM(-3)", "LSTM(1.5)", "LSTM(1e3)", "LSTM(abc)", "LTSM(32)", "LSTM(32, hiden_size=4)"],
  ...[
    "LSTM(32",
    "LSTM(32, hidden_size=64)",
    "LSTM(32), Embedding(10, 4)",
    "Embedding(10, 4)",
    "Dropout(2)",
    "Dropout()",
  ],
  ...["LSTM(32, bias=maybe)", "LSTM(10, 20)", "Dropout(0.1, 0.2)", "LSTM(32, num_layers=10001)", "LSTM(32) GRU(4)"],
  ...['LSTM("32)', "LSTM(32),", "LSTM(32))", "Bidirectional(Dense(4))", "LSTM(32, merge_mode=sum)", "LSTM(32,"],
  ...["Bidirectional(Bidirectional(LSTM(3)))", "Bidirectional()", "GRU(LSTM(3))", "LSTM(3, proj_size=0)", "Dense()"],
  ...["LSTM(9007199254740992)", "LSTM(12,416)", "LSTM(9007199254740991)", `LSTM(${"9".repeat(70_000)})`, "Embedding()"],
  ...["LSTM(3, proj_size=4)", "LSTM(3, num_layers=1.5)", `${"Bidirectional(".repeat(9)}LSTM(1)${")".repeat(9)}`],
  ...["LSTM(32, peepholes=true)", "Bidirectional(LSTM(3), merge_mode=sum)", "GRU(3, reset_after=false)", "GRU(3)"],
  "LSTM(3, layer_norm=true, peepholes=true)",
  ...["Dense(1, 'sigmoid')", "LSTM(3), LSTM(3, 20)", "LSTM(1,000)", "LSTM(32)(x)", "SRU(32)", "LSTMP(32)", "Flatten()"],
  ...["BiLSTM(3, bidirectional=false)", "CuDNNLSTM(32)", "BasicLSTMCell(32, peepholes=true)", "LSTM(3, a=(10, 64))"],
].flatMap((layers) =>
  ["", "pytorch", "tinygrad", "tf1"].map((framework) => encode({ framework, input: "64", layers })),
);
const damaged = [
  "input=64&layer=LSTM(3)",
  "input=10,64&layers=LSTM(3)",
  "input=&layers=LSTM(3)",
  "input=0&layers=LSTM(3)",
  "input=1.5&layers=LSTM(3)",
  "framework=kears",
];
const links = ["layers=LSTM(32)%zz", "layers=LSTM(32)&input=65", "layers=%ff"].map((query) => `input=64&${query}`);
const queries = new Set([...counted, ...others, ...rest.map((text) => `input=9&layers=${text}`), ...wrong, ...damaged]);

/**
 * All that a language says of an answer, by what it speaks of.
 * @param {Messages} m
 * @param {string} query
 */
function said(m, query) {
  const answer = engine.explain(query);
  const comparisons = engine.compare(query);
  const framework = frameworkOf(answer, catalog);
  /** @type {[what: string, text: string][]} */
  const all = [];
  const say = (/** @type {string} */ what, /** @type {unknown} */ text) => all.push([what, String(text)]);
  for (const problem of answer.problems) {
    say(`problem ${problem.code} ${problem.args.what ?? ""}`, problemWords(problem, catalog, framework.words, m));
    for (const fix of problem.args.fixes ?? []) say(`fix ${fix.kind}`, fixWords(fix, catalog, m));
  }
  if (answer.layers.length > 0) say("names headline", headlineWords(answer, catalog, m));
  say("names documentTitle", titleWords(answer, catalog, m));
  say("names parameters", m.parameters(answer.total));
  for (const run of answer.runs) {
    if (run.like >= 0) say("repeated", repeatedWords(run, answer.layers[run.first].total, run.sum, m));
    say("names layers", layersWords(run.first + 1, run.last + 1, m));
  }
  say("names runs", runsWords(answer.runs, m));
  answer.layers.slice(0, 3).forEach((layer, index) => {
    const facts = factsOf(answer, index, catalog);
    say("names layerTitle", layerTitle(answer, index, catalog, m));
    for (const step of layer.steps) {
      const { title, sentence, why, ask = m.why } = stepWords(step, facts, m);
      for (const [part, text] of Object.entries({ title, sentence, why, ask })) say(`step ${step.kind} ${part}`, text);
    }
  });
  const twice = twiceOf(answer);
  say("twice", twice ? twiceWords(twice, m) : "");
  const found = coincidenceOf(answer);
  say("coincidence", found ? coincidenceWords(found, framework.words.input, answer.layers.length, m) : "");
  const effect = effectiveOf(answer);
  say("effective", effect ? effectiveWords(answer.total, effect, m) : "");
  say("effectiveWhy", effect ? effectiveWhyWords(effect, m) : "");
  for (const one of differencesOf(answer, comparisons, catalog)) say("difference", differenceWords(one, catalog, m));
  for (const one of refusalsOf(answer, comparisons)) say("noCount", refusalWords(one, catalog, framework.words, m));
  if (answer.total !== "") say("shares", m.shares(sharesOf(answer).map((share) => shareWords(share, m))));
  return all;
}

/** The numbers in a text, in order of size. @param {string} text */
const numbersIn = (text) => (text.replace(/(?<=\d),(?=\d)/g, "").match(/\d+/g) ?? []).sort();

/** @param {string} text */
const hasHindi = (text) => /\p{Script=Devanagari}/u.test(text);

/**
 * Whether a message of one language is made as the other's is: keys, kinds, numbers of arguments.
 * @param {unknown} one
 * @param {unknown} other
 * @param {string} where
 */
function assertAlike(one, other, where) {
  assert.equal(typeof other, typeof one, where);
  if (typeof one === "function") {
    assert.equal(/** @type {Function} */ (other).length <= one.length, true, `${where}: as many arguments`);
  } else if (typeof one === "object" && one !== null) {
    const [a, b] = /** @type {Record<string, unknown>[]} */ ([one, other]);
    assert.deepEqual(Object.keys(b).sort(), Object.keys(a).sort(), where);
    for (const key of Object.keys(a)) assertAlike(a[key], b[key], `${where}.${key}`);
  }
}

test("every language has all messages, of the same kind", async () => {
  for (const language of languages) {
    const messages = await allWordsOf(language);
    assert.equal(messages.language, language.id, "and its own file");
    assertAlike(english, messages, language.id);
  }
});

test("a language's files know words and numbers, and no answer, no catalog, no state", async () => {
  for (const { id } of languages) {
    const folder = new URL(`../../web/messages/${id}/`, import.meta.url);
    for (const file of await readdir(folder)) {
      const text = await readFile(new URL(file, folder), "utf8");
      const imports = [...text.matchAll(/^(?:import|export) .* from "(.*)";$/gm)].map(([, from]) => from);
      for (const from of imports) assert.match(from, /^(\.\/[a-z]+|\.\.\/numbers)\.js$/, `${id}/${file}`);
    }
  }
});

test("tags of languages", () => {
  const known = { hi: "hi", "hi-IN": "hi", HI: "hi", en: "en", "en-GB": "en", fr: "en", hil: "en", "": "en" };
  for (const [tag, id] of Object.entries(known)) assert.equal(languageOf(tag).id, id, tag);
  assert.equal(languageOf(null).id, "en");
});

test("a language whose file can't be had is English", async () => {
  const load = () => Promise.reject(new Error("404"));
  assert.equal((await wordsOf({ id: "xx", name: "", load })).language, "en");
});

test("Hindi says of every model what English says, with the same numbers", () => {
  const kinds = new Set();
  for (const query of [...queries, ...links]) {
    const texts = said(english, query);
    const inHindi = said(hindi, query);
    assert.equal(inHindi.length, texts.length, query);
    texts.forEach(([what, text], index) => {
      const [, translated] = inHindi[index];
      const where = `${query.slice(0, 100)}, ${what}: ${text} | ${translated}`;
      kinds.add(what);
      assert.equal(translated === "", text === "", where);
      assert.doesNotMatch(translated, /undefined|null|NaN|object/, where);
      if (!what.startsWith("names") && text !== "") assert.ok(hasHindi(translated), where);
      assert.deepEqual(numbersIn(translated), numbersIn(text), where);
    });
  }
  const codes = [...kinds].filter((kind) => kind.startsWith("problem"));
  assert.ok(kinds.size > 60 && codes.length > 25, `only ${kinds.size} kinds of messages, ${codes.length} of problems`);
});

test("the plain texts are in Hindi, but for technical words", () => {
  const technical =
    /^(language|none|linkEnd|notes\.narrow|examples\..*|roles\..*|partNames\..*|site\.(tail|theme)|unitNames\..*|tensorHead\.1|layersField|embed\.kinds\..*|embed\.options\.controls\.choices\.sizes)$/;
  const words = /^(cell|options|copyMenu|pace|optionNames\.layer_norm)$/;
  /** @param {object} messages @param {string} before */
  const walk = (messages, before) => {
    for (const [key, text] of Object.entries(messages)) {
      const where = before + key;
      if (typeof text === "object") walk(text, `${where}.`);
      else if (typeof text === "string" && text !== "" && !technical.test(where) && !words.test(where))
        assert.ok(hasHindi(text), `${where}: ${text}`);
    }
  };
  walk(hindi, "");
});

test("every framework says why it stores what it stores, and of which reason it is", () => {
  const reasons = catalog.frameworks.map(({ reason }) => [english.reason[reason], hindi.reason[reason]]);
  for (const [text, translated] of reasons) {
    assert.ok(hasHindi(translated), text);
    assert.deepEqual(numbersIn(translated), numbersIn(text), text);
  }
  assert.equal(new Set(reasons.map(([, translated]) => translated)).size, reasons.length);
});

test("the frameworks' totals", () => {
  const answer = engine.explain("input=64&layers=GRU(32)");
  const texts = { framework: "", input: "64", layers: "GRU(32)" };
  const view = /** @type {any} */ ({
    catalog,
    answer,
    comparisons: engine.compare(answer.query),
    texts,
    layers: { items: [] },
    engine,
  });
  for (const { why } of totalsOf(view)) {
    if (why && why.sign !== "same")
      assert.ok(hasHindi(becauseWords(why, catalog, hindi)), becauseWords(why, catalog, hindi));
  }
});

test("the small messages with a number or a name in them", () => {
  const said = (/** @type {Messages} */ m) => [
    ...[1, 2, 30].flatMap((count) => [m.showBlocks(count), m.showRows(count), m.linkProblems(count), m.jump(count)]),
    ...[1, 2].flatMap((place) => [m.moveUp(place), m.moveDown(place), m.remove(place), m.asInLayer(String(place))]),
    ...["missing", "refused", "other"].map((kind) => m.failure[/** @type {"missing"} */ (kind)]),
    ...[
      m.less("num_units"),
      m.more("num_units"),
      m.stacked("12"),
      m.unitsHint("a^(t−1)"),
      m.printed("https://x.y/?a=1"),
    ],
    ...[m.readAt("Keras", "3.1"), m.withOption("reset_after", "False")],
    m.postscript(catalog.frameworks[0], m.unitNames),
    otherCellWords({ cell: "RNN", matrices: "1", here: "4", first: true }, m),
  ];
  const translated = said(hindi);
  said(english).forEach((text, index) => {
    assert.ok(hasHindi(translated[index]), text);
    assert.deepEqual(numbersIn(translated[index]), numbersIn(text), text);
    assert.doesNotMatch(translated[index], /undefined|null|NaN/);
  });
});

test("the tone", () => {
  const query = "input=64&layers=LSTM(32)";
  const differences = differencesOf(engine.explain(query), onFirstScreen(engine.compare(query), catalog), catalog);
  assert.deepEqual(
    differences.map((difference) => differenceWords(difference, catalog, hindi)),
    ["Keras यही संख्या बताता है.", "PyTorch 12,544 बताता है, 128 ज़्यादा: दूसरा bias, 32 units × 4 matrices."],
  );
});

test("numbers are grouped as the language does, and exact", () => {
  assert.equal(english.number("7344128"), "7,344,128");
  assert.equal(hindi.number("7344128"), "73,44,128");
  assert.equal(hindi.number("12416"), "12,416");
  assert.equal(english.number("18446744073709551615"), "18,446,744,073,709,551,615");
  assert.equal(hindi.number("18446744073709551615"), "1,84,46,74,40,73,70,95,51,615");
  assert.equal(hindi.number("1.5"), "1.5");
});
