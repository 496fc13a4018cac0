// Tests of the languages: each says all that English says, in its own words, with the same numbers in them.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { load } from "../../web/engine.js";
import { languageOf, languages } from "../../web/messages/languages.js";
import { becauseWords, differencesOf, differenceWords, otherCellWords } from "../../web/telling/comparisons.js";
import { onFirstScreen } from "../../web/telling/facts.js";
import { totalsOf } from "../../web/telling/totals.js";
import { wordsOf } from "../../web/telling/words.js";
import { queries, saidOf } from "./said.js";
import { allWordsOf } from "./words.js";

/** @typedef {Awaited<ReturnType<typeof allWordsOf>>} Messages */

const engine = await load();
const catalog = engine.catalog();
const [english, hindi] = await Promise.all(languages.map(allWordsOf));

/** The numbers in a text, in order of size; what a formula is in words has its number, too. @param {string} text */
const numbersIn = (text) =>
  (
    text
      .replace("one minus", "1 −")
      .replace(/(?<=\d),(?=\d)/g, "")
      .match(/\d+/g) ?? []
  ).sort();

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
  for (const query of queries) {
    const texts = saidOf(english, query);
    const inHindi = saidOf(hindi, query);
    assert.equal(inHindi.length, texts.length, query);
    texts.forEach(([what, text], index) => {
      const [, translated] = inHindi[index];
      const where = `${query.slice(0, 100)}, ${what}: ${text} | ${translated}`;
      kinds.add(what);
      assert.equal(translated === "", text === "", where);
      assert.doesNotMatch(translated, /undefined|null|NaN|object/, where);
      const technical = what.startsWith("names") || translated === hindi.step.titles.only_matrix;
      if (!technical && text !== "") assert.ok(hasHindi(translated), where);
      assert.deepEqual(numbersIn(translated), numbersIn(text), where);
    });
  }
  const codes = [...kinds].filter((kind) => kind.startsWith("problem"));
  assert.ok(kinds.size > 60 && codes.length > 25, `only ${kinds.size} kinds of messages, ${codes.length} of problems`);
});

test("the plain texts are in Hindi, but for technical words", () => {
  const technical =
    /^(language|none|linkEnd|notes\.narrow|examples\..*|roles\..*|partNames\..*|site\.(tail|theme)|unitNames\..*|tensorHead\.1|layersField|embed\.kinds\..*|exercising\.sheets\.ways\.(latex|html|markdown)|embed\.options\.controls\.choices\.sizes|groups\..*|layerTable\.(layer|steps|parameters|total)|(solve|versus)\.(parameters|budget|total)|(worksheet|exercising)\.biases|ask\.fill\..*|pasted\.table\.total|pasted\.ignored\..*|pasted\.read\..*)$/;
  const words =
    /^(cell|options|copyMenu|pace|derivation|optionNames\.(layer_norm|center|renorm)|step\.titles\.only_matrix)$/;
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
  for (const why of totalsOf(view).flatMap(({ whys }) => whys)) {
    assert.ok(hasHindi(becauseWords(why, catalog, hindi)), becauseWords(why, catalog, hindi));
  }
});

test("the small messages with a number or a name in them", () => {
  const said = (/** @type {Messages} */ m) => [
    ...[1, 2, 30].flatMap((count) => [
      m.showBlocks(count),
      m.showRows(count),
      m.linkProblems(count),
      m.jump(count),
      m.moreProblems(String(count)),
    ]),
    ...[1, 2].flatMap((place) => [m.moveUp(place), m.moveDown(place), m.remove(place), m.asInLayer(String(place))]),
    ...Object.keys(english.failure).map((kind) => m.failure[/** @type {"missing"} */ (kind)]),
    ...[
      m.less("num_units"),
      m.more("num_units"),
      m.stacked("12"),
      m.unitsHint("a^(t−1)"),
      m.printed("https://x.y/?a=1"),
    ],
    ...[m.readAt("Keras", "3.1"), m.withOption("reset_after", "False")],
    m.postscript(catalog.frameworks[0], m.unitNames),
    otherCellWords({ cell: "RNN", matrices: "1", here: "4", first: true, alone: true }, m),
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
  const differences = differencesOf(
    engine.explain(query),
    engine.compare(query, { framework: onFirstScreen(catalog) }),
    catalog,
  );
  assert.deepEqual(
    differences.map((difference) => differenceWords(difference, catalog, hindi)),
    ["Keras में भी total यही है.", "PyTorch में total 12,544 है, 128 ज़्यादा: दूसरा bias, 32 units × 4 matrices."],
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
