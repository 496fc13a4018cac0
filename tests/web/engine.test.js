// Tests of web/engine.js: loading, and answers that keep what engine.d.ts promises, whatever string is asked.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { load, loadWriters } from "../../web/engine.js";

/** @typedef {import("../../web/engine.js").Answer} Answer */
/** @typedef {import("../../web/engine.js").Formula} Formula */

const engine = await load();
const writers = await loadWriters();
const catalog = engine.catalog();
const models = [
  "input=64&layers=LSTM(32)",
  "framework=pytorch&input=10&layers=LSTM(7, num_layers=3, bidirectional=True)",
  "framework=keras&layers=Embedding(20000, 128), Bidirectional(LSTM(64)), Bidirectional(LSTM(64)), Dense(1)",
  "framework=keras&input=10&layers=GRU(7), Dropout(0.5), BatchNormalization()",
  "framework=pytorch&input=10&layers=LSTM(7, proj_size=3), GRU(4, bias=false)",
  "framework=pytorch&input=67108866&layers=RNN(67108865, bias=false)",
];
const wrong = [
  "",
  "input=64",
  "layers=LSTM(32)",
  "input=0&layers=LSTM(-3), GRU(1.5), RNN(1e3), LSTM(12 416), Dense(abc)",
  "input=64&layers=LTSM(32, hiden_size=4), LSTM(32, hidden_size=64)",
  "framework=kears&input=9007199254740992&layers=LSTM(32",
  "framework=pytorch&input=64&layers=Bidirectional(LSTM(32), merge_mode=sum), Embedding(3, 4)",
  "input=4294967296&layers=LSTM(4294967296)",
  "input=64&layers=LSTM(32, num_layers=1001)",
  "input=%zz&layers=%ff",
  "input=64&input=65&layers=LSTM(1)&layers=LSTM(2)",
];
/** What nobody means, and some may send. */
const strange = [
  "\0",
  "\uD800",
  "input=\uDC00&layers=\uD83C(\uDF89)",
  "input=%00&layers=LSTM(%00)",
  "&&&===%%%???###",
  "input=64&layers=LSTM(३२)",
  "input=64&layers=🎉(🎉=🎉)",
  "input=\u202E46&layers=\uFEFFLSTM(32)",
  `input=64&layers=${"(".repeat(60_000)}`,
  `input=64&layers=${"LSTM(1),".repeat(8000)}`,
  `input=${"9".repeat(60_000)}&layers=LSTM(1)`,
  "input=64&layers=".padEnd(10_000_000, "LSTM(32),"),
  "🎉".repeat(5_000_000),
  "__proto__=1&constructor=1&layers=toString(valueOf=1)",
];

/** Numbers that look random and are the same every time. */
function* randoms(seed = 1) {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function fuzz(count = 3000) {
  const pieces =
    "input= &layers= framework= keras pytorch notes LSTM GRU RNN Dense Embedding Bidirectional Dropout ( ) , = & 0 1 7 64 -3 1.5 1e3 9007199254740991 num_layers= proj_size= bias= merge_mode= sum true false \" ' \\ + % %20 %C3 \0 \uD83C 🎉 é nn. ; # <b>".split(
      " ",
    );
  const random = randoms();
  const next = () => /** @type {number} */ (random.next().value);
  return Array.from({ length: count }, () =>
    Array.from({ length: Math.floor(next() * 20) }, () => pieces[Math.floor(next() * pieces.length)]).join(""),
  );
}

const short = (/** @type {string} */ text) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
const decimal = /^[0-9]*$/;

/** @param {Formula} formula @param {string} at */
function assertFormula(formula, at) {
  assert.deepEqual(Object.keys(formula).sort(), ["text", "tokens"], at);
  const joined = formula.tokens.map(({ text }) => text).join("");
  assert.equal(joined.replaceAll(" ", ""), formula.text.replace(/[\s□]/g, ""), at);
  for (const token of formula.tokens) {
    assert.deepEqual(Object.keys(token).sort(), ["kind", "ref", "sub", "sup", "text"], at);
    assert.match(token.kind, /^(number|symbol|operator|bracket|missing)$/, at);
    for (const part of Object.values(token)) assert.equal(typeof part, "string", at);
  }
}

/** @param {Answer} answer @param {string} query */
function assertAnswer(answer, query) {
  const at = short(query);
  assert.deepEqual(
    Object.keys(answer).sort(),
    [
      ...["counted", "effective", "fields", "framework", "frozen", "layers", "more_problems", "problems", "query"],
      ...["readable", "runs", "steps", "total", "trainable", "written"],
    ],
    at,
  );
  assert.match(answer.total, decimal, at);
  assert.equal(answer.total === "", answer.problems.length > 0, `${at}: a total or problems`);
  assert.deepEqual(Object.keys(answer.fields), ["framework", "input", "timesteps", "layers", "budget"], at);
  for (const { key, code, args, start, end, message } of answer.problems) {
    assert.ok(Object.hasOwn(answer.fields, key), at);
    assert.match(code, /^[a-z_]+$/, at);
    assert.ok(0 <= start && start <= end && end <= answer.fields[key].length, `${at}: ${code} at ${start} to ${end}`);
    assert.ok(message.length > 5 && message.length < 400, `${at}: ${message}`);
    assert.doesNotMatch(message, /undefined|NaN|\[object|invalid|null/i, at);
    for (const fix of args.fixes ?? []) {
      assert.match(fix.kind, /^(use|add|clear|remove|count_as|custom)$/, at);
      assert.ok(fix.edits.length > 0, at);
    }
  }
  for (const { start, end, args } of answer.written) {
    assert.ok(0 <= start && start <= end && end <= answer.fields.layers.length, at);
    for (const arg of args) {
      assert.ok(start <= arg.start && arg.start <= arg.end && arg.end <= end, at);
      assert.ok(arg.start <= arg.value.start && arg.value.start <= arg.value.end && arg.value.end <= arg.end, at);
    }
  }
  for (const layer of answer.layers) {
    assert.ok(answer.written[layer.origin], at);
    for (const part of ["units", "input", "output", "directions", "total"])
      assert.match(/** @type {any} */ (layer)[part], decimal, at);
    for (const weight of layer.rule ? layer.weights : []) {
      for (const part of [...weight.shape, weight.count]) assert.match(part, decimal, at);
      assert.equal(typeof weight.trainable, "boolean", at);
    }
  }
  for (const step of [...answer.layers.flatMap((layer) => layer.steps), ...answer.steps]) {
    assert.match(step.value, decimal, at);
    for (const formula of [step.symbols, step.numbers, step.reduced]) if (formula) assertFormula(formula, at);
  }
  if (answer.total !== "") {
    const sum = answer.layers.reduce((total, layer) => total + BigInt(layer.total), 0n);
    assert.equal(String(sum), answer.total, at);
    assert.equal(answer.steps.at(-1)?.value, answer.total, at);
  }
}

/** @param {string} query */
function assertAll(query) {
  const answer = engine.explain(query);
  assertAnswer(answer, query);
  if (answer.problems.length > 0) {
    assert.equal(answer.query, query, `${short(query)} unchanged`);
  } else {
    const again = engine.explain(answer.query);
    assert.deepEqual([again.query, again.total, again.problems], [answer.query, answer.total, []], short(query));
  }
  const totals = engine.compare(query);
  assert.deepEqual(
    totals.map(({ framework }) => framework),
    catalog.frameworks.map(({ id }) => id),
    short(query),
  );
  for (const { framework, total, problems, sign, difference, terms } of totals) {
    assert.match(total, decimal);
    // What is wrong with the query itself is not told again.
    const sound = problems.length === 0 && (answer.problems.length === 0 || total !== "");
    if (answer.problems.length === 0 || problems.length > 0) assert.equal(total !== "", sound, short(query));
    for (const { message } of problems) assert.ok(message.length > 5);
    assert.match(sign, /^(same|more|fewer)?$/);
    assert.match(difference, decimal);
    for (const term of terms) assertFormula(term.numbers, short(query));
    if (framework !== answer.framework) continue;
    assert.equal(total, answer.total, short(query));
    assert.equal(total === "", answer.problems.length > 0, short(query));
  }
  for (const { id } of writers.formats)
    assert.equal(writers.render(query, id) === "", answer.problems.length > 0, `${short(query)} as ${id}`);
  return answer;
}

test("the engine is loaded once", async () => {
  assert.equal(load(), load());
  assert.equal(await load(), engine);
  assert.equal(await load({ wasm: new Uint8Array() }), engine, "what is there already needs no bytes");
});

test("a load that failed can be tried again, and two at a time are one", async () => {
  // Another copy of the module, with nothing loaded yet.
  const other = /** @type {typeof import("../../web/engine.js")} */ (await import(`../../web/engine.js?${"again"}`));
  await assert.rejects(other.load({ wasm: new TextEncoder().encode("not WebAssembly") }));
  await assert.rejects(other.load({ wasm: new ArrayBuffer(0) }));
  await assert.rejects(other.load({ wasm: "http://localhost:1/core.wasm" }));
  const bytes = await readFile(new URL("../../web/wasm/core.wasm", import.meta.url));
  const [first, second] = await Promise.all([other.load({ wasm: bytes }), other.load()]);
  assert.equal(first, second);
  assert.equal(first.explain("input=64&layers=LSTM(32)").total, "12416");
});

test("bytes as an ArrayBuffer, and from an address", async () => {
  const bytes = await readFile(new URL("../../web/wasm/core.wasm", import.meta.url));
  const { buffer, byteOffset, byteLength } = bytes;
  for (const [name, wasm] of /** @type {const} */ ([
    ["buffer", buffer.slice(byteOffset, byteOffset + byteLength)],
    ["url", new URL(`data:application/wasm;base64,${bytes.toString("base64")}`)],
  ])) {
    const other = /** @type {typeof import("../../web/engine.js")} */ (await import(`../../web/engine.js?${name}`));
    const { explain } = await other.load({ wasm: /** @type {ArrayBuffer} */ (wasm) });
    assert.equal(explain("input=10&layers=LSTM(7)").total, "504", name);
  }
});

for (const query of models) {
  test(`an answer has the promised shape: ${query}`, () => {
    const answer = assertAll(query);
    assert.deepEqual(answer.problems, []);
    assert.ok(answer.layers.length > 0);
    for (const value of [answer, engine.compare(query), engine.catalog()]) {
      assert.deepEqual(structuredClone(value), value, "plain data");
      assert.deepEqual(JSON.parse(JSON.stringify(value)), value, "plain data");
    }
  });
}

for (const query of wrong) {
  test(`an answer with problems is an answer: ${JSON.stringify(query)}`, () => {
    const answer = assertAll(query);
    assert.ok(answer.problems.length > 0);
    assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
  });
}

for (const query of strange) {
  test(`no string breaks it: ${short(query)}`, () => {
    assertAll(query);
    assert.equal(engine.explain("input=64&layers=LSTM(32)").total, "12416", "nor what comes after");
  });
}

test("thousands of random strings, some of them models", () => {
  const counted = fuzz().filter((query) => assertAll(query).total !== "");
  const likely = fuzz(500).map(
    (piece) => `input=64&layers=LSTM(32),Dense(${piece.replace(/[^0-9]/g, "").slice(0, 9)})`,
  );
  const totals = likely.filter((query) => assertAll(query).total !== "");
  assert.ok(counted.length + totals.length > 50, `${counted.length} and ${totals.length}`);
});

test("what is no string is taken as one", () => {
  for (const value of [undefined, null, 7, {}, [], Symbol.iterator.description])
    assert.ok(engine.explain(/** @type {any} */ (value)).problems.length > 0);
});

test("an unknown format renders nothing, and none throws", () => {
  for (const format of ["", "mathml", "__proto__", "\uD800", undefined, null, 7, {}])
    assert.equal(writers.render("input=64&layers=LSTM(32)", /** @type {any} */ (format)), "");
});

test("the writers speak the language that is asked for, and take the core from where the engine does", async () => {
  const said = async (/** @type {any} */ lang) =>
    (await loadWriters({ lang })).render("input=64&layers=LSTM(32)", "text");
  const [english, hindi] = await Promise.all([said("en"), said("hi-IN")]);
  assert.match(english, /At every time step/);
  assert.match(hindi, /हर time step/);
  for (const lang of [undefined, null, "", "xx", "__proto__", 7, {}]) assert.equal(await said(lang), english);
  const other = /** @type {typeof import("../../web/engine.js")} */ (await import(`../../web/engine.js?${"writers"}`));
  await assert.rejects(other.loadWriters({ wasm: new TextEncoder().encode("not WebAssembly") }));
  assert.deepEqual(
    (await other.loadWriters()).formats.map(({ id, ending }) => `${id} ${ending}`),
    ["markdown md", "latex tex", "html html", "text txt", "table md", "csv csv", "json json"],
  );
});

test("a change is edits of the fields as they were, in UTF-16 units, with the halves of letters that were typed", () => {
  const query = "input=64&layers=%F0%9F%8E%89(%E0%A5%A9), LSTM(32, bias=false)";
  const units = (/** @type {string} */ value) =>
    engine.edit(query, { kind: "set", layer: 1, argument: "hidden_size", value }).edits;
  assert.deepEqual(units("7"), [{ key: "layers", start: 12, end: 14, text: "7" }]);
  assert.equal(units("7\uD83C")[0].text, "7\uD83C");
  assert.equal(units('\uDF89",\uFFFD')[0].text, '"\uDF89\\",\uFFFD"');
  assert.deepEqual(engine.edit(query, { kind: "remove", layer: 2 }), {
    problems: [
      {
        key: "layers",
        code: "no_such_layer",
        start: 0,
        end: 0,
        args: { number: "3", text: "2" },
        message: "There is no layer 3.",
      },
    ],
    more_problems: "0",
    edits: [],
  });
});

test("no string and no change breaks it", () => {
  const values = [
    "",
    "7",
    "true",
    "GRU",
    "\uD800",
    "\uFFFD",
    "(",
    "x".repeat(1e5),
    undefined,
    null,
    7,
    -1,
    0.5,
    {},
    [],
    true,
  ];
  let done = 0;
  for (const query of [...wrong, ...strange, ...models, ...fuzz(100), .../** @type {any[]} */ ([undefined, 7])]) {
    for (const kind of ["set", "add", "remove", "move", "", undefined]) {
      const places = [0, 1, undefined, -1, 1.5, Number.NaN, "0", {}, 2 ** 60];
      for (const layer of `${query}`.length > 1000 ? [done % 2] : places) {
        const value = values[done++ % values.length];
        const argument = ["units", "cell", "bidirectional", "num_layers", undefined, {}, "\uDC00"][done % 7];
        const change = /** @type {any} */ ({ kind, layer, argument, value });
        const { problems, edits } = engine.edit(query, change);
        assert.ok(problems.length === 0 || edits.length === 0, short(`${query}`));
        for (const { message } of problems) assert.ok(message.length > 5 && message.length < 400, message);
        let last = -1;
        for (const { key, start, end, text } of edits) {
          assert.ok(key === "layers" && last < start && start <= end && typeof text === "string", short(`${query}`));
          last = end;
        }
        if (edits.length > 0) assert.ok(last <= engine.explain(query).fields.layers.length, short(`${query}`));
      }
    }
  }
  for (const change of [undefined, null, 7, "set", []])
    assert.ok(engine.edit("input=64&layers=LSTM(32)", /** @type {any} */ (change)).problems.length > 0);
});

test("the catalog is the reader's own", () => {
  const mine = engine.catalog();
  mine.frameworks.length = 0;
  assert.equal(engine.catalog().frameworks[0].id, "notes");
  const answer = engine.explain("input=64&layers=LSTM(32)");
  answer.layers.length = 0;
  assert.equal(engine.explain("input=64&layers=LSTM(32)").layers.length, 1);
});

test("the catalog names what the form is built from", () => {
  assert.deepEqual(Object.keys(catalog).sort(), ["frameworks", "keys", "layers", "limits", "version"]);
  assert.deepEqual(
    catalog.keys.map(({ name, spellings }) => [name, spellings[0]]),
    [
      ["framework", "framework"],
      ["input", "input"],
      ["timesteps", "timesteps"],
      ["layers", "layers"],
      ["budget", "budget"],
    ],
  );
  assert.deepEqual(
    catalog.frameworks.slice(0, 3).map(({ id, words }) => [id, words.units, words.input]),
    [
      ["notes", "num_units", "input_dim"],
      ["keras", "units", "input_dim"],
      ["pytorch", "hidden_size", "input_size"],
    ],
  );
  for (const { id, cells } of catalog.frameworks) {
    for (const { cell, options } of cells) {
      const facts = catalog.layers.find((layer) => layer.cell === cell);
      assert.ok(facts, `${id}: ${cell}`);
      for (const { name } of options)
        assert.ok(
          facts.arguments.some((argument) => argument.name === name),
          `${id}: ${cell}: ${name}`,
        );
    }
  }
  for (const limit of Object.values(catalog.limits)) assert.match(limit, /^[1-9][0-9]*$/);
});

test("compare with one framework alone: what the list of all says of it", () => {
  const query = "framework=keras&input=64&layers=Bidirectional(LSTM(32)),GRU(16)";
  const all = engine.compare(query);
  assert.ok(all.length > 10);
  for (const one of all) assert.deepEqual(engine.compare(query, { framework: one.framework }), [one]);
  assert.deepEqual(engine.compare(query, { framework: "nobody's" }), []);
});

test("compare with some frameworks: what the list of all says of them, in the catalog's order", () => {
  const query = "framework=keras&input=64&layers=Bidirectional(LSTM(32)),GRU(16)";
  const wanted = ["keras", "onnx", "pytorch"];
  const some = engine.compare(query).filter(({ framework }) => wanted.includes(framework));
  assert.equal(some.length, wanted.length);
  for (const framework of ["pytorch,keras,onnx", ",onnx,,keras,nobody's,pytorch,pytorch,"])
    assert.deepEqual(engine.compare(query, { framework }), some);
  for (const framework of [",", "ker", "keras,", "keras pytorch", "torch"])
    assert.deepEqual(engine.compare(query, { framework }).length, framework === "keras," ? 1 : 0, framework);
});

test("an answer after another one: the same as alone, with that one's layers where nothing has changed", () => {
  const next = randoms(7);
  const one = (/** @type {string[]} */ list) =>
    list[Math.floor(/** @type {number} */ (next.next().value) * list.length)];
  const layers = ["LSTM(3)", "LSTM(3)", "Bidirectional(GRU(5))", "Dense(2)", "LSTM(4,num_layers=2)", "GRU(", "LTSM(3)"];
  const model = Array.from({ length: 12 }, () => one(layers.slice(0, 5)));
  /** @type {Answer | undefined} */
  let before;
  let kept = 0;
  for (let round = 0; round < 300; round++) {
    const place = Math.floor(/** @type {number} */ (next.next().value) * model.length);
    model[place] = one(layers);
    const framework = one(["keras", "keras", "pytorch", "notes"]);
    const query = `framework=${framework}&input=${one(["8", "8", "9", ""])}&layers=${model.join()}`;
    const answer = engine.explain(query, before);
    assert.deepEqual(answer, engine.explain(query), query);
    kept += answer.layers.filter((layer, at) => layer === before?.layers[at]).length;
    before = answer;
  }
  assert.ok(kept > 500, `${kept} layers stayed`);
  const [first, second] = ["64", "65"].map((input) => `input=${input}&layers=LSTM(32),LSTM(7)`);
  const one64 = engine.explain(first);
  const one65 = engine.explain(second, one64);
  assert.equal(one65.layers[1], one64.layers[1]);
  assert.notEqual(one65.layers[0], one64.layers[0]);
  assert.notEqual(engine.explain(second).layers[1], one65.layers[1], "alone, an answer is the reader's own");
  for (const strange of [0, "", null, {}, { layers: "abc" }, { layers: [1, {}] }, one64.layers])
    assert.equal(engine.explain(second, /** @type {any} */ (strange)).total, one65.total);
});

test("an answer to one layer crosses the border in 3 KiB, and its formulas are whole", async () => {
  const { default: create } = await import("../../web/wasm/core.js");
  const wasmBinary = await readFile(new URL("../../web/wasm/core.wasm", import.meta.url));
  const core = await create({ wasmBinary });
  const query = "framework=pytorch&input=64&layers=LSTM(32)";
  assert.ok(core.explain(query).length <= 3 * 1024);
  const [, , , last] = engine.explain(query).layers[0].steps;
  assert.equal(last.numbers.text, "[(32 + 64 + 2) × 32] × 4"); // PyTorch keeps two biases
  assert.deepEqual(last.reduced?.tokens[0], {
    kind: "number",
    text: "3136",
    sub: "",
    sup: "",
    ref: "layers.0.steps.2",
  });
});
