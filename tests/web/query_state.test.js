// Tests of web/border/query.js and web/form/digits.js: fields to links and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  almostKeys,
  decode,
  encode,
  languageIn,
  namesModel,
  pageKeys,
  sectionsOf,
  withLanguage,
  withModel,
  withSections,
} from "../../web/border/query.js";
import { viewKeys } from "../../web/element/attributes.js";
import { load } from "../../web/engine.js";
import { stepped, toAscii } from "../../web/form/digits.js";

const engine = await load();
const { keys } = engine.catalog();

test("the layers stay legible in a link", () => {
  const texts = {
    framework: "keras",
    input: "64",
    timesteps: "10",
    budget: "",
    layers: "LSTM(32), Bidirectional(GRU(16, reset_after=false))",
  };
  assert.equal(
    encode(texts),
    "framework=keras&input=64&timesteps=10&layers=LSTM(32),+Bidirectional(GRU(16,+reset_after=false))",
  );
  assert.deepEqual(decode(encode(texts), keys), texts);
});

test("every text comes back from its link, and the engine reads the same fields", () => {
  for (const text of ["", " ", "&layers=x", "a+b", "100%", "#", "?", "é", "🎉", '"3),("', "=", "a\nb", "\\", "'"]) {
    const texts = { framework: text, input: text, timesteps: text, layers: text, budget: "" };
    assert.deepEqual(decode(encode(texts), keys), texts);
    assert.deepEqual(engine.explain(encode(texts)).fields, texts);
  }
});

test("half a character does not stop a link", () => {
  assert.equal(decode(encode({ framework: "", input: "", layers: "\uD83C" }), keys).layers, "\uFFFD");
});

test("empty fields are left out, but a link to an empty form is no first visit", () => {
  assert.equal(encode({ framework: "", input: "64", layers: "" }), "input=64");
  assert.equal(encode({ framework: "", input: "", layers: "" }), "layers=");
  assert.equal(namesModel("?layers=", keys), true);
  assert.equal(namesModel("?lang=hi&theme=dark", keys), false);
  assert.equal(namesModel("", keys), false);
});

test("a key that is almost one of a model's names a model, too, and gives way to another one", () => {
  for (const key of ["layer", "layrs", "layres", "Layers", "frameworks", "imput", "input-dim"]) {
    assert.equal(namesModel(`?${key}=LSTM(32)`, keys), true, key);
    assert.equal(withModel(`?${key}=LSTM(32)&lang=hi`, "input=7", keys), "?input=7&lang=hi", key);
  }
  assert.ok(engine.explain("layer=LSTM(32)").problems.some(({ code }) => code === "unknown_key"));
  for (const key of ["lang", "open", "fade", "id", "theme", "view", "lay", "in", "inputsss", "x"])
    assert.equal(namesModel(`?${key}=1`, keys), false, key);
});

test("the page's own keys stay in the address", () => {
  assert.equal(
    withModel("?theme=dark&input=64&layers=LSTM(1)&lang=hi", "input=7", keys),
    "?input=7&theme=dark&lang=hi",
  );
  assert.equal(withModel("?input_dim=64&x=%zz", "input=7", keys), "?input=7&x=%zz");
  assert.equal(withModel("", "input=7", keys), "?input=7");
});

test("every spelling of a key is read, and gives way to another model", () => {
  for (const { name, spellings } of keys) {
    for (const spelling of spellings) {
      assert.equal(decode(`?${spelling}=7`, keys)[name], "7");
      assert.equal(withModel(`?${spelling}=7&lang=hi`, "input=64", keys), "?input=64&lang=hi");
    }
  }
});

test("the open sections stand behind the model", () => {
  assert.equal(withSections("?input=7", ["tensors", "code"]), "?input=7&open=tensors,code");
  assert.equal(withSections("?open=code&input=7&x=%zz", []), "?input=7&x=%zz");
  assert.equal(withSections("?open=code", []), "?");
  assert.deepEqual(sectionsOf("?input=7&open=tensors,code"), ["tensors", "code"]);
  assert.deepEqual(sectionsOf("?input=7"), []);
});

test("Devanagari digits are read as ASCII ones and stay as typed", () => {
  assert.equal(toAscii("३२"), "32");
  assert.equal(
    engine.explain("framework=notes&input=६४&layers=LSTM(३२)").query,
    "framework=notes&input=64&layers=LSTM(32)",
  );
  const texts = { framework: "", input: "६४", timesteps: "", layers: "LSTM(३२)", budget: "" };
  const answer = engine.explain(encode(texts));
  assert.equal(answer.total, "12416");
  assert.deepEqual(answer.fields, texts);
  assert.deepEqual(decode(encode(texts), keys), texts);
});

test("a field's number goes up and down by one, in its own digits, never below one", () => {
  assert.equal(stepped("64", 1), "65");
  assert.equal(stepped("1", -1), "1");
  assert.equal(stepped("5", -10), "1");
  assert.equal(stepped("9007199254740991", 10), "9007199254741001");
  assert.equal(stepped("९", 1), "१०");
  for (const text of ["", "1.5", "abc", "-3", "1e3", "12,416"]) assert.equal(stepped(text, 1), text);
});

test("the language is a key of the page's own, at the end of the address", () => {
  assert.equal(languageIn("?input=64&lang=hi"), "hi");
  assert.equal(languageIn("?input=64"), "");
  assert.equal(
    withLanguage("?lang=en&layers=LSTM(32),+GRU(4)&open=code", "hi"),
    "?layers=LSTM(32),+GRU(4)&open=code&lang=hi",
  );
  assert.equal(withLanguage("?layers=LSTM(32)&lang=hi", ""), "?layers=LSTM(32)");
  assert.equal(withLanguage("?lang=hi", ""), "?");
});

/** @param {string} search */
const almost = (search) => almostKeys(search, keys).map(({ text, suggestion }) => [text, suggestion]);

/** A word with one slip of the pen, in every way and at every place. @param {string} word */
function slipsOf(word) {
  const letters = [...word].flatMap((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const swapped = `${before.slice(0, -1)}${letter}${before.slice(-1)}${after}`;
    return [before + after, `${before}x${after}`, before + letter + letter + after, swapped];
  });
  return [...new Set([`${word}s`, word.toUpperCase(), ...letters])].filter((slip) => slip !== word);
}

test("a key that is almost one of the page's is noticed, a known one is not", () => {
  for (const key of pageKeys) {
    assert.deepEqual(almost(`?${key}=1&input=64`), [], key);
    assert.ok(!namesModel(`${key}=1`, keys), `${key} is no key of the model`);
    if (key.length < 4) continue;
    for (const slip of slipsOf(key))
      if (!pageKeys.includes(slip)) assert.deepEqual(almost(`?${slip}=1`), [[slip, key]], slip);
  }
  assert.deepEqual(
    viewKeys.filter((key) => !pageKeys.includes(key)),
    [],
    "the element's",
  );
  for (const other of ["utm_source", "fbclid", "v", "x", "q", "page", "tab"])
    assert.deepEqual(almost(`?${other}=1`), []);
  assert.deepEqual(almost("?fad=1&fad=2&=&&%ff=1"), [["fad", "fade"]]);
});

test("a key that is almost one of the model's is told: by the core where the right one is missing, by the page beside it", () => {
  const fields = { framework: "pytorch", input: "64", timesteps: "10", layers: "LSTM(32)", budget: "" };
  const whole = encode(fields);
  // A budget means something beside a `?` alone: solve() says what is almost one.
  for (const { name, spellings } of keys.filter((key) => key.name !== "budget"))
    for (const spelling of spellings)
      for (const slip of slipsOf(spelling).filter((word) => !spellings.includes(word))) {
        const alone = `${slip}=${fields[name]}&${encode({ ...fields, [name]: "" })}`;
        const { problems, total } = engine.explain(alone);
        assert.deepEqual([problems.map(({ key, code }) => [key, code]), total], [[[name, "unknown_key"]], ""], alone);
        assert.deepEqual(almost(alone), [], alone);
        for (const beside of [`?${whole}&${slip}=7`, `?${slip}=7&${whole}`]) {
          const answer = engine.explain(beside.slice(1));
          assert.deepEqual([answer.problems, answer.total], [[], "12544"], beside);
          assert.equal(almost(beside).length, 1, beside);
          assert.ok(spellings.includes(String(almost(beside)[0][1])), beside);
        }
      }
  assert.deepEqual(almost("?framwork=pytorch&framework=+&input=64&layers=LSTM(32)"), [], "the core's");
  assert.deepEqual(almost("?input=64&layers=LSTM(32)&layer=GRU(3)"), [["layer", "layers"]]);
});
