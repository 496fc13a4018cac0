// Tests of web/element/attributes.js: the one table, what is read from it, and that the README tells the same.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  attributes,
  choices,
  descriptions,
  modelKeys,
  modeOf,
  propertyNames,
  themeOf,
  viewKeys,
} from "../../web/element/attributes.js";
import { languages } from "../../web/messages/languages.js";
import { attributeTypes, manifest } from "../../web/tools/declarations.js";

/** @typedef {import("../../web/tools/declarations.js").Attribute} Attribute */

const file = (/** @type {string} */ name) => readFile(new URL(`../../${name}`, import.meta.url), "utf8");

test("each attribute is of the model or of the view, once", () => {
  assert.deepEqual(modelKeys, ["framework", "input", "timesteps", "layers", "budget"]);
  assert.deepEqual(viewKeys, [
    "controls",
    "steps",
    "compare",
    "fade",
    "exercise",
    "seed",
    "got",
    "vs",
    "ask",
    "picture",
    "present",
    "theme",
    "lang",
  ]);
  const all = [...modelKeys, ...viewKeys];
  assert.deepEqual(
    propertyNames,
    all.filter((name) => name !== "lang"), // HTMLElement has that
  );
});

test("what is not known is the default", () => {
  assert.deepEqual(modeOf({ controls: "", steps: "", compare: "", ask: "", picture: "", exercise: "" }), {
    controls: "sizes",
    steps: "all",
    compare: "all",
    ask: "none",
    picture: "none",
    exercise: "none",
  });
  for (const text of ["everything", "NONE", " none", "__proto__", "constructor", "0"])
    assert.deepEqual(
      modeOf({ controls: text, steps: text, compare: text, ask: text, picture: text, exercise: text }),
      modeOf({ controls: "", steps: "", compare: "", ask: "", picture: "", exercise: "" }),
    );
  for (const controls of ["sizes", "none", "all"])
    assert.equal(
      modeOf({ controls, steps: "line", compare: "none", ask: "all", picture: "", exercise: "" }).controls,
      controls,
    );
  assert.deepEqual(["light", "dark", "auto", "pink", "", null].map(themeOf), [
    "light",
    "dark",
    "auto",
    "auto",
    "auto",
    "auto",
  ]);
});

test("every language has a word for what the embed dialog offers", async () => {
  assert.deepEqual(Object.keys(choices), [
    "controls",
    "steps",
    "compare",
    "fade",
    "exercise",
    "ask",
    "picture",
    "present",
  ]);
  for (const { load } of languages) {
    const { embed } = await (await load()).supplements();
    const options = /** @type {Record<string, { label: string, choices: Record<string, string> }>} */ (embed.options);
    assert.deepEqual(Object.keys(options).sort(), Object.keys(choices).sort());
    for (const [name, values] of Object.entries(choices)) {
      const unsaid = values.filter((value) => !options[name].choices[value] && !/^[1-9]/.test(value));
      assert.deepEqual([name, options[name].label !== "", unsaid], [name, true, []]);
    }
  }
});

test("the README's table tells of each attribute and of each value", async () => {
  const [, table] = /\| attribute \|.*?\n\|.*?\n(.*?)\n\n/s.exec(await file("README.md")) ?? [];
  const told = [...(table ?? "").matchAll(/^\| (.*?) \|/gm)].flatMap(([, names]) =>
    [...names.matchAll(/`([a-z]+)(?:="\w+")?`/g)].map(([, name]) => name),
  );
  assert.deepEqual(told.sort(), attributes.map(({ name }) => name).sort());
  const usual = ["auto", "compare=all"];
  for (const row of attributes) {
    for (const value of "values" in row ? row.values : [])
      assert.ok(
        usual.includes(value) ||
          usual.includes(`${row.name}=${value}`) ||
          new RegExp(`[\`"]${value}[\`"]`).test(table ?? ""),
        `${row.name}: ${value}`,
      );
  }
});

test("a row more is an attribute more, in the manifest and in the declarations", async () => {
  /** @type {Attribute} */
  const hint = { name: "hint", of: "telling", values: ["all", "none"], description: "Whether it hints" };
  const told = attributes.map((row) => ({ ...row, description: descriptions[row.name] }));
  const table = [...told, hint];
  assert.ok(attributeTypes(table).includes('  /** Whether it hints ("all", "none") */\n  hint: string;\n}'));
  assert.ok(!attributeTypes(table).includes("lang"), "HTMLElement has that");
  const types = await file("web/types/element.d.ts");
  const declarationOf = (/** @type {readonly Attribute[]} */ rows) => manifest(rows, types).modules[0].declarations[0];
  const [before, after] = [declarationOf(told), declarationOf(table)];
  assert.deepEqual(after.attributes, [
    ...before.attributes,
    {
      name: "hint",
      type: { text: '"all" | "none"' },
      description: "Whether it hints",
      default: '"all"',
      fieldName: "hint",
    },
  ]);
  assert.equal(after.members.length, before.members.length + 1);
});

test("the manifest has the members and the events that the declarations have, each with its comment", async () => {
  const types = await file("web/types/element.d.ts");
  const { members, events } = manifest([], types).modules[0].declarations[0];
  assert.deepEqual(
    members.map(({ kind, name }) => `${kind} ${name}`),
    [
      "field query",
      "field total",
      "field answer",
      "field label",
      ...["toLatex", "toMarkdown", "toMathML", "toText", "written", "toSvg"].map((name) => `method ${name}`),
    ],
  );
  assert.deepEqual(
    events.map(({ name }) => name),
    ["rnn-params-ready", "rnn-params-change", "rnn-params-exercise", "rnn-params-error"],
  );
  assert.deepEqual(
    members.find(({ name }) => name === "query"),
    {
      kind: "field",
      name: "query",
      type: { text: "string" },
      description: "The model as the text of a link; setting it shows what a link says, mistakes included",
    },
  );
  for (const { description } of [...members, ...events]) assert.match(description, /^[A-Z][^@*]{10,}$/);
});
