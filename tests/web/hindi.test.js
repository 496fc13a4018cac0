// Tests of the Hindi sentences, by the rules and the glossary at the head of their folder: over what is said of many models, and over
// every message with none, one and many, and with names of two words, with a digit at their end, and none at all.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { languages } from "../../web/messages/languages.js";
import { everyMessage, fillings } from "./every_message.js";
import { queries, saidOf } from "./said.js";
import { allWordsOf } from "./words.js";

const [english, hindi] = await Promise.all(languages.map(allWordsOf));
const site = await hindi.site();

/** @typedef {{ what: string, text: string, names: string[] }} Said `names`: those that are filled in */

/** @type {Map<string, Said>} */
const all = new Map();
for (const query of queries)
  for (const [what, text] of saidOf(hindi, query))
    all.set(text, { what: `${query.slice(0, 100)}, ${what}`, text, names: [] });
const everything = { ...hindi, diagnosis: await hindi.diagnosis() };
const spoken = fillings.map((filling) => everyMessage(everything, filling));
spoken.forEach((messages, place) => {
  const names = fillings[place].names.map((name) => name || "notes");
  messages.forEach(([what, text], index) => {
    const fixed = spoken.every((other) => other[index][1] === text);
    all.set(text, { what, text, names: fixed ? [] : names });
  });
});
for (const [what, text] of Object.entries(site)) all.set(text, { what: `site.${what}`, text, names: [] });

/**
 * No sentence has such a thing in it; what is found is told with its place.
 * @param {(said: Said) => string[]} find
 */
function assertNone(find) {
  const found = [...all.values()].flatMap((said) => find(said).map((one) => `"${one}" in ${said.what}: ${said.text}`));
  assert.deepEqual(found.slice(0, 5), []);
}

/** @param {RegExp} pattern global */
const matches = (pattern) => assertNone(({ text }) => [...text.matchAll(pattern)].map(([found]) => found));

/** Not within a longer word: of either script. @param {string} words */
const whole = (words) => `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`;

const postpositions = "का|की|के|को|में|से|पर|ने";

test("much is said", () => {
  assert.ok(all.size > 3000, `${all.size}`);
  assertNone(({ text }) => (/undefined|NaN|\[object/.test(text) ? [text] : []));
});

test("a plural before a postposition is oblique", () => {
  // Plurals in -एँ and -ें, but for में itself, as in उनमें से; and शब्द, which shows its case in the plural alone.
  matches(new RegExp(`${whole("[\\p{L}\\p{M}]*(?:एँ|(?<!म)ें)")} ${whole(postpositions)}`, "gu"));
  matches(new RegExp(`(?<![\\d,]|(?<![\\d,])1)(?<=\\d) शब्द ${whole(postpositions)}`, "gu"));
});

test("one is one, and many are many", () => {
  const nouns = {
    ...{ parameter: "parameters", layer: "layers", unit: "units", gate: "gates", weight: "weights", bias: "biases" },
    ...{
      ...{ feature: "features", filter: "filters", channel: "channels", kernel: "kernels" },
      row: "rows",
      vector: "vectors",
      matrix: "matrices",
      संख्या: "संख्याएँ|संख्याओं",
      चीज़: "चीज़ें|चीज़ों",
    },
  };
  const one = "(?<![\\d,.^_−× ] ?)(?<![a-z] )1";
  const many = "(?<![\\d,.])(?:0|[2-9]|[1-9][\\d,]*\\d)";
  for (const [single, plural] of Object.entries(nouns)) {
    const adjectives = "(?:और |weight |bias )?";
    matches(new RegExp(`${one} ${adjectives}${whole(plural)}`, "gu"));
    matches(new RegExp(`(?<!layer )${many} ${adjectives}${whole(single)}(?! vector| matri)`, "gu"));
    matches(new RegExp(`${one} ${single} ${whole("हैं")}`, "gu"));
    matches(new RegExp(`${many} (?:${plural}) ${whole("है")}`, "gu"));
  }
  // Each of one.
  matches(/(?<![\d,.])1 [a-z\u0900-\u097f]+(?: [a-z]+)?,? (?:में से )?हर एक/gu);
  assert.equal(hindi.moreLayers(1), "1 और layer नहीं बनाई गई.");
  assert.equal(hindi.moreLayers(2), "2 और layers नहीं बनाई गईं.");
});

test("a number does not stand right behind another one, nor behind a name that ends in one", () => {
  matches(/(?<![^\s(])\d(?:[\d,]*\d)? \d/gu);
});

test("nothing agrees with a name that is filled in", () => {
  const behind = new RegExp(`^(?: ${whole(`${postpositions}|और|या|नाम|layers|दूसरे frameworks`)}|[,.:;)=]|$)`, "u");
  const before = new RegExp(`${whole("का|की|दूसरा|दूसरी|अपना|अपनी|बड़ा|बड़ी|नया|नई|पिछला|पिछली")} $`, "u");
  assertNone(({ what, text, names }) =>
    names.flatMap((name) =>
      text.split(name).flatMap((piece, place, pieces) => {
        if (place === 0) return [];
        // "That is this layer's input_dim": the word for a size is the whole of what is said.
        const found = [];
        if (!behind.test(piece) && !what.endsWith("next_input")) found.push(`${name}${piece.slice(0, 20)}`);
        if (before.test(pieces[place - 1])) found.push(`${pieces[place - 1].slice(-20)}${name}`);
        return found;
      }),
    ),
  );
});

test("limits are sentences", () => {
  const [text, layers, nesting] = [
    hindi.problem.limit_text({ largest: "65536" }),
    hindi.problem.limit_layers({ largest: "1000" }),
    hindi.problem.limit_nesting({ largest: "4" }),
  ];
  assert.equal(text, "एक link में 65,536 से ज़्यादा characters नहीं आ सकते.");
  assert.equal(layers, "Model में 1,000 से ज़्यादा layers नहीं हो सकतीं.");
  assert.equal(nesting, "Brackets एक के अंदर एक, 4 से ज़्यादा नहीं हो सकते.");
});

test("a total is called total, and nothing else is", () => {
  for (const [place, filling] of fillings.entries()) {
    const texts = new Map(spoken[place]);
    everyMessage(english, filling).forEach(([what, text]) => {
      const translated = texts.get(what) ?? "";
      if (/\btotal\b/i.test(text)) assert.match(translated, /\btotal\b/i, `${what}: ${text}`);
    });
  }
});

test("titles of steps are no commands", () => {
  for (const filling of fillings)
    for (const [what, text] of everyMessage(hindi.step.titles, filling, "step.titles."))
      assert.doesNotMatch(text, /(?<!संख्या)(ें|एँ|इए|िए)$/u, what);
});

const glossary = (await readFile(new URL("../../web/messages/hi/README.md", import.meta.url), "utf8"))
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim()));
const refused = glossary.flatMap(([, , , not]) => not.split(", ").filter(Boolean));

test("the glossary's words are used, and not the others", () => {
  assert.ok(glossary.length > 25 && refused.length > 30, `${glossary.length}, ${refused.length}`);
  for (const words of refused) matches(new RegExp(whole(words), "gu"));
});
