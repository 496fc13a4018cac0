// Tests of the question for the largest size within a budget, as a program asks it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, loadQuestions } from "../../web/engine.js";
import { solveMessages } from "../../web/messages/en/solve.js";
import { solveMessages as hindi } from "../../web/messages/hi/solve.js";
import { foundWords, polynomialText } from "../../web/telling/solution.js";

const engine = await load();
const { solve } = await loadQuestions();
const messages = (/** @type {string} */ query) => solve(query).problems.map(({ message }) => message);

test("the largest size, what is left and the next total", () => {
  // 4 × (371 + 300 + 1) × 371, and with 372
  const { answers, ...rest } = solve("framework=keras&input=300&layers=LSTM(?)&budget=1000000", { at: ["32"] });
  assert.deepEqual(answers, [
    {
      ...{
        value: "371",
        step: "1",
        query: "framework=keras&input=300&layers=LSTM(371)",
        total: "997248",
        left: "2752",
      },
      ...{ next: "1001424", ending: "" },
    },
  ]);
  assert.deepEqual(rest, {
    ...{ problems: [], more_problems: "0", coefficients: ["0", "1204", "4"] },
    unknown: [{ key: "layers", layer: 0, argument: "units", start: 5, end: 6 }],
    points: [{ value: "32", total: "42624" }],
  });
});

test("heads that divide a width leave only multiples, which is said", () => {
  const query = "framework=pytorch&input=64&layers=LSTM(?),MultiheadAttention(num_heads=4)&budget=100000";
  const { answers } = solve(query);
  assert.deepEqual([answers[0].value, answers[0].step, answers[0].next], ["96", "4", "106800"]); // 8 h² + 268 h
  const told = (/** @type {typeof solveMessages} */ m) => foundWords(answers[0], ["hidden_size"], engine.catalog(), m);
  assert.equal(
    told(solveMessages),
    "hidden_size 96: 99,456 parameters, 544 left. 100 would be 106,800. Only multiples of 4 fit to the other sizes.",
  );
  assert.match(told(hindi), /100 पर 1,06,800 हो जाते\. .* 4 के गुणज/);
});

test("a model of a thousand layers is solved", () => {
  const layers = Array.from({ length: 1000 }, () => "LSTM(?)").join(",");
  // 7,996 h² + 4,004 h, see the core's test
  const [{ value, next }] = solve(`framework=keras&input=1&layers=${layers}&budget=1000000`).answers;
  assert.deepEqual([value, next], ["10", "1011560"]);
});

test("what is wrong has a sentence", () => {
  assert.deepEqual(messages("framework=keras&input=300&layers=LSTM(?)&budget=100"), [
    "None fits: with 1 there are 1,208 already.",
  ]);
  assert.deepEqual(messages("framework=keras&layers=LSTM(?)&budget=100000"), [
    "How many features does one time step have? A whole number, 1 or more.",
  ]);
  for (const budget of ["0", "-5", "1.5", "abc", "9".repeat(35)])
    assert.deepEqual(messages(`input=3&layers=LSTM(?)&budget=${budget}`), [
      "A budget is a whole number from 1 to 18,446,744,073,709,551,615.",
    ]);
  assert.deepEqual(messages("input=3&layers=LSTM(3)&budget=7"), ["No ? stands in the place of a size."]);
  assert.deepEqual(messages("input=3&layers=Custom(?, parameters=7)&budget=70"), [
    "The total does not grow with units.",
  ]);
  for (const query of ["", "?", "budget=?", "layers=?&input=?", "layers=LSTM(?)&input=?&budget=%", "\ud800&layers=?"])
    assert.ok(
      messages(query).every((message) => message !== ""),
      query,
    );
});

test("a query with a ? is a question, not a mistake in the text", () => {
  for (const mark of ["?", "%3F"]) {
    const { problems, readable, total, fields } = engine.explain(
      `framework=keras&input=300&layers=LSTM(${mark})&budget=9`,
    );
    assert.deepEqual([problems.map(({ code }) => code), readable, total], [["unknown_size"], true, ""]);
    assert.deepEqual([fields.layers, fields.budget], ["LSTM(?)", "9"]);
  }
});

test("anything may be asked, and nothing throws", () => {
  for (const value of [undefined, null, 7, {}, [], "\u0000"]) {
    assert.ok(Array.isArray(solve(/** @type {any} */ (value)).answers));
    assert.ok(Array.isArray(solve("layers=LSTM(?)&input=3&budget=99", /** @type {any} */ ({ at: value })).points));
  }
});

test("the total as a polynomial of the size: its signs, and nothing of what is none", () => {
  const written = (/** @type {string[]} */ ...coefficients) =>
    polynomialText(coefficients, "units", (digits) => digits);
  assert.equal(written("0", "1204", "4"), "4 × units² + 1204 × units"); // an LSTM that reads 300: 4 × (units + 300 + 1) × units
  assert.equal(written("7", "0", "4"), "4 × units² + 7");
  assert.equal(written("-7", "-3", "4"), "4 × units² − 3 × units − 7");
  assert.equal(written("5", "3", "-4"), "−4 × units² + 3 × units + 5");
  assert.equal(written(), "");
});
