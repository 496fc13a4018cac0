// Runs the Keras and the TensorFlow.js code that the page shows, where these are installed: it has to print the total that it promises.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { decode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { codeFor, mostLayers } from "../../web/export/code.js";
import { offeredQueries, referenceQueries } from "./models.js";

const engine = await load();
const catalog = engine.catalog();
const script = (/** @type {string} */ name) => fileURLToPath(new URL(`../reference/${name}`, import.meta.url));

/** Starting values of larger layers take their time. */
const mostNumbers = 60_000n;

/** Layers that are used at every time step, and those of images. */
const more = [
  "input=3&layers=TimeDistributed(Conv2D(8,3)),TimeDistributed(MaxPooling2D((2,1))),TimeDistributed(GlobalMaxPooling2D()),LSTM(4)",
  "input=3&layers=TimeDistributed(Conv1D(8,3)),TimeDistributed(MaxPooling1D(2)),TimeDistributed(GlobalMaxPooling1D()),LSTM(5)",
  "input=3&timesteps=10&layers=TimeDistributed(Conv2D(8,3)),TimeDistributed(GlobalMaxPooling2D()),Flatten(),Dense(2)",
  "input=3&layers=TimeDistributed(Bidirectional(LSTM(4))),LSTM(2),TimeDistributed(Dense(1))",
  "layers=TimeDistributed(Embedding(9,4)),TimeDistributed(LSTM(4)),LSTM(3)",
  "input=3&layers=TimeDistributed(Dense(4)),TimeDistributed(Flatten()),LSTM(2)",
  "input=3&layers=TimeDistributed(Conv2D(4,3)),TimeDistributed(BatchNormalization(axis=3)),TimeDistributed(PReLU(shared_axes=[1, 2]))",
  "input=3&layers=Conv2D(8,3),BatchNormalization(axis=3),GlobalMaxPooling2D(),Dense(1)",
];

/** What a framework is to print, one for each code. @param {string} framework */
function casesOf(framework) {
  const wrapped = more.map((query) => `framework=${framework}&${query}`);
  const all = [...wrapped, ...offeredQueries(catalog), ...referenceQueries()].filter((query) =>
    query.startsWith(`framework=${framework}&`),
  );
  const cases = all.flatMap((query) => {
    const { total, layers } = engine.explain(query);
    if (total === "" || layers.length > mostLayers || BigInt(total) > mostNumbers) return [];
    const codes = codeFor(decode(query, catalog.keys), engine.explain, catalog);
    const code = codes.find((one) => one.framework === framework)?.code ?? "";
    return code === "" ? [] : [{ query, code, total }];
  });
  return [...new Map(cases.map((one) => [one.code, one])).values()];
}

/** @param {string} program @param {string[]} args @param {{ code: string }[]} cases */
function run(program, args, cases) {
  const input = cases.map((one) => JSON.stringify(one)).join("\n");
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 2 ** 26 });
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, new RegExp(`^${cases.length} ran, 0 different`, "m"));
}

test("every kind of code ends with its total", () => {
  for (const [framework, most] of /** @type {const} */ ([
    ["keras", 500],
    ["tfjs", 250],
  ])) {
    const cases = casesOf(framework);
    assert.ok(cases.length > most, `${cases.length} models of ${framework}`);
    for (const { code, total, query } of cases) assert.ok(code.endsWith(` ${total}`), query);
  }
});

const python = ["python3", "/usr/bin/python3"].find((name) => spawnSync(name, ["-c", "import keras"]).status === 0);
test("Keras prints what the code promises", { skip: python ? false : "Keras is not installed" }, () => {
  run(python ?? "", [script("run_keras_code.py")], casesOf("keras"));
});

const folder = process.env.TFJS_FOLDER ?? "";
const isThere = existsSync(join(folder, "node_modules/@tensorflow/tfjs"));
test("TensorFlow.js prints what the code promises", {
  skip: isThere ? false : "it is not installed in TFJS_FOLDER",
}, () => {
  run(process.execPath, [script("run_tfjs_code.js"), folder], casesOf("tfjs"));
});
