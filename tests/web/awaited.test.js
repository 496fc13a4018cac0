// Tests of the room that is kept for what is still to come: it is there before anything is counted, so it grows with no text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { awaitedWidget } from "../../web/parts/awaited.js";

const modes = /** @type {const} */ ([
  { controls: "sizes", steps: "all", compare: "all", ask: "none", picture: "none", exercise: "none" },
  { controls: "sizes", steps: "line", compare: "all", ask: "none", picture: "none", exercise: "none" },
  { controls: "none", steps: "none", compare: "none", ask: "all", picture: "beside", exercise: "none" },
]);

/** @param {string} layers @param {typeof modes[number]} mode */
const room = (layers, mode) =>
  JSON.stringify([awaitedWidget({ layers, fade: "", vs: "", textContent: "" }, mode)]).length;

test("64 KiB of layers get no more room than twenty", () => {
  const texts = ["A(1),", "x", "x.", "LSTM(", "Bidirectional(LSTM(1)),", "1 ", "LSTM 1", "((1"];
  for (const mode of modes) {
    const most = room("Bidirectional(LSTM(1)),".repeat(20), mode);
    for (const text of texts) {
      const found = room(text.repeat(65_536 / text.length), mode);
      assert.ok(found <= most, `${text}: ${found}, more than ${most}`);
    }
  }
});

test("what is asked for gets room: a line for each step, a field for each layer", () => {
  const [mode] = modes;
  assert.ok(room("LSTM(32),LSTM(32)", mode) > room("LSTM(32)", mode));
  assert.ok(room("LSTM(32, num_layers=3)", mode) > room("LSTM(32)", mode));
});
