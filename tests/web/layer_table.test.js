// Tests of web/telling/layer_table.js, memory.js and web/export/layer_formats.js: the overview of a model's layers, on the page and as data.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadShared } from "../../web/engine.js";
import { documentOf } from "../../web/export/formats.js";
import { languages } from "../../web/messages/languages.js";
import { layerRows, rowName, shareOf, widthsWords } from "../../web/telling/layer_table.js";
import { measured, memoryLines, memoryOf, memoryWhyWords, memoryWords } from "../../web/telling/memory.js";
import { offeredQueries, referenceQueries } from "./models.js";
import { allWordsOf, english } from "./words.js";

const engine = await loadShared();
const catalog = engine.catalog();
const hindi = await allWordsOf(languages[1]);

const tagger =
  "framework=keras&layers=Embedding(20000,128),LSTM(64,bidirectional=true),LSTM(64,bidirectional=true),Dense(1)";

/** @param {string} query @param {string} format @param {import("../../web/messages/languages.js").SpokenMessages} [m] */
const written = (query, format, m = english) => documentOf(engine, query, format, m);

/** @param {string} query */
function told(query) {
  const answer = engine.explain(query);
  return layerRows(answer, catalog).map((row) => [
    row.first === row.last ? `${row.first}` : `${row.first}–${row.last}`,
    rowName(row, english),
    widthsWords(row, english),
    row.steps,
    row.total,
    shareOf(row, english),
    row.trainable,
  ]);
}

test("a row for each layer: what it hands on, how many parameters, what share of the total", () => {
  // 20,000 × 128; 2 × 4 × 64 × (64 + 128 + 1) twice; 128 + 1.
  assert.deepEqual(told(tagger), [
    ["1", "Embedding(20,000, 128)", "128", "", "2560000", "92.8 %", "2560000"],
    ["2", "bidirectional LSTM(64)", "64 + 64", "", "98816", "3.6 %", "98816"],
    ["3", "bidirectional LSTM(64)", "64 + 64", "", "98816", "3.6 %", "98816"],
    ["4", "Dense(1)", "1", "", "129", "< 0.1 %", "129"],
  ]);
});

test("time steps where they are known, windows, what has no weights, what is not trained, merged directions", () => {
  assert.deepEqual(
    told(
      "framework=keras&input=8&timesteps=12&layers=Conv1D(16,3),MaxPooling1D(2),LSTM(4,bidirectional=true,merge_mode=sum,trainable=false),Dense(2)",
    ),
    [
      ["1", "Conv1D(16, 3)", "16", "10", "400", "37.0 %", "400"],
      ["2", "MaxPooling1D", "16", "5", "0", "0.0 %", "0"],
      ["3", "bidirectional LSTM(4)", "4", "", "672", "62.1 %", "0"],
      ["4", "Dense(2)", "2", "", "10", "0.9 %", "10"],
    ],
  );
});

test("two directions that are two layers have a row each", () => {
  // 4 × 4 × (6 + 4 + 1); 3 × 5 × (6 + 5 + 2); what both hand on is read: 3 × (4 + 5 + 1).
  assert.deepEqual(told("framework=keras&input=6&layers=Bidirectional(LSTM(4),backward_layer=GRU(5)),Dense(3)"), [
    ["1", "forward LSTM(4)", "4", "", "176", "43.9 %", "176"],
    ["2", "backward GRU(5)", "9", "", "195", "48.6 %", "195"],
    ["3", "Dense(3)", "3", "", "30", "7.5 %", "30"],
  ]);
});

test("neighbours that repeat an earlier layer are one row where there are many, and each has its own where it is data", () => {
  const query = "input=64&layers=LSTM(64,num_layers=30),LSTM(7),LSTM(7)";
  const each = 4 * 64 * 129;
  assert.deepEqual(
    told(query).map(([place, name, , , total]) => [place, name, total]),
    [
      ["1", "LSTM(64)", `${each}`],
      ["2", "LSTM(64)", `${each}`], // it reads what a layer hands on
      ["3–30", "28 × LSTM(64)", `${28 * each}`],
      ["31", "LSTM(7)", `${4 * 7 * 72}`],
      ["32", "LSTM(7)", `${4 * 7 * 15}`],
    ],
  );
  assert.equal(written(query, "csv").trim().split("\n").length, 33);
  assert.equal(JSON.parse(written(query, "json")).layers.length, 32);
  assert.equal(
    written(query, "table")
      .split("\n")
      .filter((line) => /^\| \d+\. /.test(line)).length,
    32,
  );
});

test("a share is rounded, but neither none for some nor all for not all", () => {
  const shares = (/** @type {string} */ query) => told(query).map((row) => row[5]);
  assert.deepEqual(shares("framework=keras&input=1000&layers=Dense(9000),Dense(1)"), ["99.9 %", "0.1 %"]); // 9,009,000 and 9,001
  assert.deepEqual(shares("framework=keras&input=100000&layers=Dense(9000),Dense(1)"), ["> 99.9 %", "< 0.1 %"]);
  assert.deepEqual(shares("framework=keras&input=9&layers=Dense(1),Dropout(0.5)"), ["100.0 %", "0.0 %"]);
  assert.deepEqual(shares("framework=keras&input=9&layers=Dropout(0.5),Flatten()"), ["", ""]);
  assert.deepEqual(shares("framework=keras&input=9&layers=Dense(4),Dense(x)"), ["", ""]);
});

test("the shares of every model add up, and so do its rows", () => {
  for (const query of [...offeredQueries(catalog), ...referenceQueries()]) {
    const answer = engine.explain(query);
    if (answer.total === "") continue;
    const rows = layerRows(answer, catalog);
    const sum = (/** @type {"total" | "trainable"} */ key) =>
      String(rows.reduce((all, row) => all + BigInt(row[key]), 0n));
    assert.deepEqual([sum("total"), sum("trainable")], [answer.total, answer.trainable], query);
    for (const row of rows) assert.doesNotMatch(rowName(row, english), /undefined|\(\)|\(, /, query);
  }
});

test("as a table it is Markdown, which also stands in columns", () => {
  assert.equal(
    written(tagger, "table"),
    `| layer                     | passes on | parameters |   share |
| ------------------------- | --------: | ---------: | ------: |
| 1. Embedding(20,000, 128) |       128 |  2,560,000 |  92.8 % |
| 2. bidirectional LSTM(64) |   64 + 64 |     98,816 |   3.6 % |
| 3. bidirectional LSTM(64) |   64 + 64 |     98,816 |   3.6 % |
| 4. Dense(1)               |         1 |        129 | < 0.1 % |
| total                     |           |  2,757,761 |         |

In memory: 10.5 MiB as float32, 5.3 MiB as float16, 2.6 MiB as int8; 42.1 MiB while Adam trains it.

[query]: ${tagger}
`,
  );
  assert.match(written(tagger, "table", hindi), /^\| 1\. Embedding\(20,000, 128\) .* 25,60,000 \|/m);
});

test("as data its numbers are plain, and it is the same in every language", () => {
  assert.equal(
    written("framework=keras&input=8&layers=LSTM(4,trainable=false),Dense(2)", "csv"),
    "query,layer,name,input,units,directions,merge_mode,hands_on,time_steps,parameters,trainable,frozen\n" +
      '"framework=keras&input=8&layers=LSTM(4,trainable=false),Dense(2)",1,LSTM,8,4,1,,4,,208,0,208\n' +
      '"framework=keras&input=8&layers=LSTM(4,trainable=false),Dense(2)",2,Dense,4,2,1,,2,,10,10,0\n',
  );
  for (const format of ["csv", "json"]) assert.equal(written(tagger, format, hindi), written(tagger, format), format);
  const { layers, bytes, ...model } = JSON.parse(written("framework=keras&input=64&layers=LSTM(32)", "json"));
  assert.deepEqual(model, {
    query: "framework=keras&input=64&layers=LSTM(32)",
    framework: "keras",
    total: "12416",
    trainable: "12416",
    frozen: "0",
  });
  assert.deepEqual(bytes, { float32: "49664", float16: "24832", int8: "12416", training: "198656" });
  const tensor = (/** @type {string} */ name, /** @type {string[]} */ ...shape) => ({
    ...{ name, shape, direction: "forward", trainable: true },
  });
  assert.deepEqual(layers[0].tensors, [
    tensor("kernel", "64", "128"),
    tensor("recurrent_kernel", "32", "128"),
    tensor("bias", "128"),
  ]);
});

test("the data of every model is read back: the JSON parses, the CSV has its columns", () => {
  for (const query of offeredQueries(catalog)) {
    const { total, query: canonical } = engine.explain(query);
    const { layers, ...model } = JSON.parse(written(query, "json"));
    assert.equal(model.total, total, query);
    assert.equal(
      `${layers.reduce((/** @type {bigint} */ sum, /** @type {any} */ one) => sum + BigInt(one.parameters), 0n)}`,
      total,
    );
    for (const line of written(query, "csv").trim().split("\n")) {
      const [, first, others] = /^(?:"([^"]*)"|[^",]*),([^"]*)$/.exec(line) ?? [];
      assert.ok(first === undefined || first === canonical, line);
      assert.equal(others?.split(",").length, 11, line);
    }
  }
});

test("what is left blank is not given away as data", () => {
  const asked = { count: 1, typed: new Map() };
  for (const format of ["table", "csv", "json"])
    assert.equal(documentOf(engine, tagger, format, english, asked), "", format);
});

test("a size is told in the largest unit of which there is one, and exactly below that", () => {
  const said = (/** @type {string} */ size) => {
    const { value, decimals, unit } = measured(size);
    return `${value}.${decimals} ${unit}`;
  };
  assert.deepEqual(["0", "1023", "1024", "1075", "1076", "1048575", "1048576", "11031044"].map(said), [
    "0. bytes",
    "1023. bytes",
    "1.0 KiB",
    "1.0 KiB",
    "1.1 KiB",
    "1.0 MiB",
    "1.0 MiB",
    "10.5 MiB",
  ]);
  assert.equal(said("73786976294838206460"), "64.0 EiB"); // 4 × (2^64 − 1)
});

test("memory is told with what it means, and how it comes about", () => {
  const answer = engine.explain(tagger);
  const memory = memoryOf(answer);
  assert.equal(
    memoryWords(memory, english),
    "In memory: 10.5 MiB as float32, 5.3 MiB as float16, 2.6 MiB as int8; 42.1 MiB while Adam trains it.",
  );
  const why = memoryWhyWords(memory, english);
  assert.match(why, /1 MiB is 1,048,576 bytes\. Keras's summary\(\) would write a size like the first as 10\.52 MB\./);
  assert.match(memoryWhyWords(memory, hindi), /1 MiB = 10,48,576 bytes\..* 10\.52 MB /);
  assert.deepEqual(memoryLines(answer, memory, english.number), [
    "2,757,761 × 4 = 11,031,044",
    "11,031,044 ÷ 1,048,576 = 10.5",
    "(2,757,761 + 3 × 2,757,761) × 4 = 44,124,176",
  ]);
});

test("Keras's own sizes come out: of its summaries, 88,003 are 343.76 KB and 55,895 are 218.34 KB", () => {
  for (const [total, printed] of [
    ["88003", "343.76 KB"],
    ["55895", "218.34 KB"],
    ["18631", "72.78 KB"],
  ])
    assert.ok(memoryWhyWords(memoryOf({ total, trainable: total }), english).includes(` as ${printed}.`), total);
});

test("what is not trained has neither gradient nor moments", () => {
  const answer = engine.explain("framework=keras&input=8&layers=LSTM(4,trainable=false),Dense(2)");
  assert.deepEqual(memoryOf(answer), { float32: "872", float16: "436", int8: "218", training: "992" }); // (218 + 3 × 10) × 4
  assert.deepEqual(memoryLines(answer, memoryOf(answer), english.number), [
    "218 × 4 = 872",
    "(218 + 3 × 10) × 4 = 992",
  ]);
  assert.doesNotMatch(memoryWhyWords(memoryOf(answer), english), / 1 bytes|KB/);
});

test("a summary's size is told as far as its units go", () => {
  const memory = (/** @type {string} */ total) => memoryOf({ total, trainable: total });
  assert.doesNotMatch(memoryWhyWords(memory("18446744073709551615"), english), /summary|EB/);
  assert.match(memoryWhyWords(memory(`${2n ** 50n}`), english), / as 4\.00 PB\./);
});

test("directions that are not merged are two outputs", () => {
  assert.deepEqual(told("framework=keras&input=8&layers=Bidirectional(LSTM(4),merge_mode=None)")[0].slice(1, 3), [
    "bidirectional LSTM(4)",
    "4, 4",
  ]);
  const [row] = told("framework=keras&input=8&layers=Bidirectional(LSTM(),merge_mode=None),Dense(3)");
  assert.deepEqual(row.slice(2), ["", "", "", "", ""]);
});
