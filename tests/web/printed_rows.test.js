// Tests of web/telling/printed_rows.js: what a printed summary says, held against what was read of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, loadQuestions } from "../../web/engine.js";
import { printedOfChosen, printedRows, printedTotal } from "../../web/telling/printed_rows.js";

const engine = await load();
const { read } = await loadQuestions();

const head = " Layer (type)                Output Shape              Param #\n=====\n";
const table = `${head} lstm (LSTM)                 (None, 64)                18176
 dropout (Dropout)           (None, 64)                0
 dense (Dense)               (None, 7)                 455
=====
 Total params: 55,895 (218.34 KB)
 Trainable params: 18,631 (72.78 KB)
 Non-trainable params: 0 (0.00 B)
 Optimizer params: 37,264 (145.57 KB)
`;
const signs = (/** @type {string} */ text) => {
  const reading = read(text);
  return printedRows(reading, engine.explain(reading.query)).map(
    ({ name, printed, counted, agrees }) => `${name} ${printed} ${counted} ${agrees}`,
  );
};

test("each row is held against its layer; one digit off is seen", () => {
  assert.deepEqual(signs(table), ["lstm 18176 18176 true", "dropout 0 0 true", "dense 455 455 true"]);
  assert.equal(signs(table.replace("455", "456"))[2], "dense 456 455 false");
});

test("what an optimizer keeps is told apart from the model's own", () => {
  const reading = read(table);
  const total = (/** @type {typeof reading} */ one) => printedTotal(one, engine.explain(one.query));
  assert.deepEqual(total(reading), {
    ...{ printed: "18631", counted: "18631", agrees: true },
    ...{ optimizer: "37264", whole: "55895", adam: true },
  });
  const sgd = total(read(table.replace("55,895", "37,264").replace("37,264 (145.57", "18,633 (145.57")));
  assert.deepEqual([sgd.printed, sgd.optimizer, sgd.adam], ["18631", "18633", false]);
});

test("of another of the text's models nothing is printed that stands beside the first", () => {
  const reading = read(
    `${table}\n${table.replaceAll("dense", "head").replace("18176", "18432").replace("55,895", "18,887")}`,
  );
  const place = reading.choices.findIndex(({ code }) => code === "another_model");
  assert.ok(place >= 0);
  assert.equal(printedOfChosen(reading, {}), reading);
  assert.equal(printedOfChosen(reading, { 0: 0 }), reading);
  const other = printedOfChosen(reading, { [-1]: place });
  assert.deepEqual([other.printed.total, other.printed.rows], ["", []]);
  assert.equal(other.query, reading.query);
});
