// Tests of web/element/state.js and view_of.js: what a reader does, as acts on a value, with the core's own answers and no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { after, initial, presentOf, queryOf, questionOf } from "../../web/element/state.js";
import { viewOf } from "../../web/element/view_of.js";
import { load } from "../../web/engine.js";
import { languageOf } from "../../web/messages/languages.js";
import { askedOf, blanksOf } from "../../web/telling/blanks.js";
import { wordsOf } from "../../web/telling/words.js";

/** @typedef {import("../../web/element/state.js").State} State */
/** @typedef {import("../../web/element/state.js").Act} Act */

const engine = await load();
const catalog = engine.catalog();
const messages = await wordsOf(languageOf("en"));

/** @template T @param {T} value @returns {T} */
function frozen(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** @param {State} state @param {...Act} acts */
const done = (state, ...acts) => acts.reduce((before, act) => after(frozen(before), frozen(act)), state);

/** What the core answers, and what it changes. @param {State} state @param {{ typing?: boolean }} [options] */
const answered = (state, { typing = false } = {}) =>
  done(state, { kind: "answered", answer: engine.explain(questionOf(state)), typing });

/** The acts, each with its answer. @param {State} state @param {...Act} acts */
const acted = (state, ...acts) => acts.reduce((before, act) => answered(done(before, act)), state);

/** @param {State} state @param {string} [fade] */
const shown = (state, fade = "") =>
  viewOf(frozen(state), {
    m: messages,
    rests: true,
    catalog,
    answer: engine.explain(questionOf(state)),
    engine,
    fills: true,
    copied: "",
    copyByHand: "",
    mode: { controls: "all", steps: "all", compare: "all", ask: "none", picture: "none", exercise: "none" },
    exercise: "",
    asks: false,
    fade,
    blanks: (answer, state) => blanksOf(answer, askedOf(fade, state)),
    got: "",
    vs: "",
    page: "",
    written: async () => "",
    act: /** @type {any} */ ({}),
  });

/** @param {import("../../web/engine.js").Change} change @returns {Act} */
const edit = (change) => ({ kind: "edit", change, edit: engine.edit });

/** @param {number} layer @param {string} argument @param {string} value */
const set = (layer, argument, value) => edit({ kind: "set", layer, argument, value });

/** @param {string} framework @param {string} input @param {string} layers */
const typed = (framework, input, layers) => acted(initial, { kind: "change", texts: { framework, input, layers } });
const lstm = typed("", "64", "LSTM(32)");

test("typing: each key is a state, and the core is asked for what stands there", () => {
  const totals = ["6", "", "1", "10"].map(
    (input) => shown(acted(lstm, { kind: "change", texts: { input } })).answer.total,
  );
  assert.deepEqual(totals, ["4992", "", "4352", "5504"]);
  const devanagari = acted(lstm, { kind: "change", texts: { input: "१०" } });
  assert.deepEqual([shown(devanagari).answer.total, devanagari.texts.input], ["5504", "१०"]);
  assert.equal(queryOf(done(lstm, { kind: "change", texts: { input: "10" } })), "input=10&layers=LSTM(32)");
});

test("a field that was just emptied asks, until it is left or filled", () => {
  const empty = acted(done(lstm, { kind: "empty", field: "input" }), { kind: "change", texts: { input: "" } });
  assert.equal(shown(empty).emptied, "input");
  assert.equal(done(empty, { kind: "leave", field: "layers" }), empty, "another field is left");
  assert.equal(done(empty, { kind: "leave", field: "input" }).emptied, "");
  assert.equal(done(empty, { kind: "empty", field: "" }).emptied, "");
});

test("the rows are the layers as they were typed, and follow them", () => {
  const stack = typed("keras", "10", "LSTM( 7 ),GRU(units=3)");
  assert.deepEqual(
    stack.rows.items.map(({ cell, args }) => [cell, args.map(({ text }) => text)]),
    [
      ["LSTM", ["7"]],
      ["GRU", ["3"]],
    ],
  );
  const changed = done(stack, set(1, "units", "५"));
  assert.equal(changed.texts.layers, "LSTM( 7 ),GRU(units=५)");
  assert.equal(answered(changed).rows.items[1].args[0].text, "५");
});

test("the layers are changed one after the other, also before an answer comes", () => {
  const stack = typed("keras", "10", "LSTM(7), GRU(3)");
  const changed = done(
    stack,
    set(0, "units", "8"),
    set(1, "bidirectional", "true"),
    edit({ kind: "move", layer: 1, value: "0" }),
  );
  assert.equal(changed.texts.layers, "Bidirectional(GRU(3)), LSTM(8)");
  assert.equal(
    done(changed, edit({ kind: "remove", layer: 0 }), edit({ kind: "add" })).texts.layers,
    "LSTM(8), LSTM(8)",
  );
  assert.equal(done(stack, edit({ kind: "remove", layer: 7 })).texts.layers, "LSTM(7), GRU(3)");
});

test("a fix changes the fields that it was made for, and no others", () => {
  const wrong = typed("keras", "64", "LTSM(32)");
  const fix = engine.explain(questionOf(wrong)).problems[0].args.fixes?.[0];
  assert.ok(fix);
  const mended = acted(wrong, { kind: "fix", fix });
  assert.deepEqual(mended.texts, { framework: "keras", input: "64", timesteps: "", layers: "LSTM(32)", budget: "" });
  assert.equal(shown(mended).answer.total, "12416");
});

test("a link is read by the core, and followed until something changes", () => {
  const query = "?framework=keras&input=64&layers=LSTM(32)&lang=hi";
  const linked = done(initial, { kind: "link", query });
  assert.equal(queryOf(linked), query.slice(1), "not read yet");
  assert.deepEqual(linked.texts, initial.texts);
  const read = answered(linked);
  assert.deepEqual(read.texts, { framework: "keras", input: "64", timesteps: "", layers: "LSTM(32)", budget: "" });
  assert.equal(questionOf(read), query.slice(1), "still what the link says");
  assert.equal(queryOf(read), "framework=keras&input=64&layers=LSTM(32)");
  const changed = acted(read, { kind: "change", texts: { input: "10" } });
  assert.equal(questionOf(changed), "framework=keras&input=10&layers=LSTM(32)");
  const back = acted(changed, { kind: "change", texts: { input: "64" } });
  assert.equal(questionOf(back), query.slice(1), "it says the same again");
  assert.equal(answered(read).texts.layers, "LSTM(32)", "reading it twice changes nothing");
});

test("a link with mistakes says so until they are mended", () => {
  const read = answered(done(initial, { kind: "link", query: "input=64&input=65&layers=LSTM(32)" }));
  const view = shown(read);
  assert.equal(view.fromLink, true);
  assert.equal(view.answer.problems[0].code, "twice");
  const changed = acted(read, { kind: "change", texts: { input: "66" } });
  assert.deepEqual([shown(changed).fromLink, shown(changed).answer.problems], [false, []]);
  assert.equal(shown(typed("", "0", "LSTM(32)")).fromLink, false, "typed, not linked");
});

test("a damaged link shows what the core made of it", () => {
  const read = answered(done(initial, { kind: "link", query: "input=%zz&layers=LSTM(%ff)" }));
  const { fields } = engine.explain(questionOf(read));
  assert.deepEqual(read.texts, fields);
  assert.equal(shown(read).fromLink, true);
});

test("layers that can't be read are there as text, for good", () => {
  const broken = typed("", "64", "LSTM(32");
  const view = shown(broken);
  assert.equal(view.asText, true);
  assert.deepEqual(broken.rows, { text: "LSTM(32", items: [] });
  assert.deepEqual([...view.shown], ["text", "text-first"]);
  const mended = acted(broken, { kind: "change", texts: { layers: "LSTM(32)" } });
  assert.equal(shown(mended).asText, false);
  assert.deepEqual([...shown(mended).shown], ["text", "text-first"], "nothing jumps away");
});

test("who types in that text keeps it where it is", () => {
  const opened = done(lstm, { kind: "show", what: "text" }, { kind: "change", texts: { layers: "LSTM(32" } });
  assert.deepEqual(answered(opened, { typing: true }).shown, ["text"]);
});

test("a value that is too long stays in its row, and can be taken back", () => {
  const stack = typed("", "64", "LSTM(32), GRU(4)");
  const long = acted(stack, set(0, "units", "1".repeat(70_000)));
  assert.equal(shown(long).answer.problems[0].code, "limit");
  assert.equal(shown(long).asText, false);
  assert.equal(long.rows.items[0].args[0].text.length, 70_000);
  assert.equal(acted(long, set(0, "units", "7")).texts.layers, "LSTM(7), GRU(4)");
  assert.equal(acted(long, set(0, "units", ""), set(0, "units", "7")).texts.layers, "LSTM(7), GRU(4)");
  const longer = acted(long, set(0, "units", "1".repeat(80_000)));
  assert.equal(longer.rows.items[0].args[0].text.length, 80_000);
});

test("layers that can't be read are text, also where that is not among the problems that are told", () => {
  const broken = typed("", "64", `LSTM(32${", a=1".repeat(30)}), , GRU(4)`);
  const { answer, asText } = shown(broken);
  assert.deepEqual([answer.problems.some(({ code }) => code === "syntax"), asText], [false, true]);
  assert.equal(acted(broken, { kind: "edit", change: { kind: "add" }, edit: engine.edit }).texts.layers, "LSTM(32)");
});

test("what was unfolded stays; sections open and close", () => {
  const unfolded = done(lstm, { kind: "show", what: "rows" }, { kind: "show", what: "rows" });
  assert.deepEqual(unfolded.shown, ["rows"]);
  const open = done(
    lstm,
    ...["frameworks", "code"].map((section) => /** @type {Act} */ ({ kind: "unfold", section, open: true })),
  );
  assert.deepEqual(open.open, ["frameworks", "code"]);
  assert.equal(done(open, { kind: "unfold", section: "code", open: true }), open, "nothing changes");
  assert.equal(done(open, { kind: "unfold", section: "tensors", open: false }), open);
  assert.deepEqual([...shown(done(open, { kind: "unfold", section: "frameworks", open: false })).open], ["code"]);
  assert.deepEqual(done(open, { kind: "sections", open: ["tensors", "tensors"] }).open, ["tensors"]);
});

test("another cut of the picture", () => {
  assert.equal(shown(lstm).cut, "matrix");
  assert.equal(shown(done(lstm, { kind: "cut", cut: "tensor" })).cut, "tensor");
});

test("presented step by step: forth and back, all of them, and away", () => {
  const paces = (/** @type {import("../../web/element/revealing.js").Pace[]} */ ...all) => {
    let state = lstm;
    return all.map((by) => {
      state = done(state, { kind: "pace", by, of: 4 });
      return state.pace;
    });
  };
  const end = Number.POSITIVE_INFINITY;
  assert.deepEqual(paces(1, 1, 1, 1, 1, -1), [1, 2, 3, end, end, 3]);
  assert.deepEqual(paces(-1, -1, -1, -1), [3, 2, 1, 1]);
  assert.deepEqual(paces(1, "all", -1), [1, end, 3]);
  assert.deepEqual(paces(1, 1, "leave", 1), [1, 2, undefined, 1]);
  const passing = (/** @type {1 | -1} */ by, /** @type {number} */ from) =>
    done({ ...lstm, pace: from }, { kind: "pace", by, of: 6, idle: [2, 4, 5] }).pace;
  assert.deepEqual([passing(1, 1), passing(1, 3), passing(-1, 6), passing(-1, 3)], [3, end, 3, 1]);
  const none = done(lstm, { kind: "pace", by: 1, of: 0 });
  assert.equal(none.pace, undefined, "there are no steps");
});

test("presented from a step on, as an attribute or a link says", () => {
  const at = (/** @type {string} */ text) => done(lstm, { kind: "present", at: text }).pace;
  assert.deepEqual(["1", "3", "all", "", "0", "x", "-2", "2.5"].map(at), [
    ...[1, 3, Number.POSITIVE_INFINITY, undefined],
    ...[undefined, undefined, undefined, undefined],
  ]);
  for (const text of ["", "1", "3", "all"]) assert.equal(presentOf(done(lstm, { kind: "present", at: text })), text);
});

test("what the later steps make is not told before they are", () => {
  const paced = (/** @type {number} */ by) => {
    let state = lstm;
    for (let step = 0; step < by; step++) state = done(state, { kind: "pace", by: 1, of: shown(state).stepCount });
    return shown(state);
  };
  const all = shown(lstm);
  assert.deepEqual([all.steps, all.stepCount, all.outline.open], [undefined, 4, false]);
  for (const by of [1, 2, 3]) {
    const { steps, answer, comparisons, outline } = paced(by);
    assert.equal(outline.headline, "LSTM(32)", "no width that is still to be told");
    assert.deepEqual([steps, answer.total, comparisons, outline.total, outline.open], [by, "", [], "", true]);
  }
  const { answer, comparisons, outline } = paced(4);
  assert.deepEqual([answer.total, outline.open, comparisons.length > 0], ["12416", false, true]);
  const stack = typed("", "10", "LSTM(7), LSTM(7)");
  assert.equal(shown(stack).stepCount, 10);
  const other = { ...stack, pace: Number.POSITIVE_INFINITY };
  assert.equal(shown(other).outline.open, false, "at the end, whatever there is to be told");
});

test("blanks: filled in, they give the total; another model is another exercise", () => {
  const last = "layers.0.steps.3";
  const blankOf = (/** @type {ReturnType<typeof shown>} */ view) => view.outline.parts[0].steps[3].lines.value.blank;
  const open = shown(lstm, "1");
  assert.deepEqual([open.answer.total, open.comparisons, blankOf(open)?.typed], ["", [], ""]);
  /** @param {string} text */
  const entered = (text) => acted(lstm, { kind: "fill", path: last, text }, { kind: "check", path: last });
  const wrong = shown(entered("12,41"), "1");
  assert.deepEqual([wrong.answer.total, blankOf(wrong)?.typed], ["", "12,41"]);
  const begun = acted(lstm, { kind: "fill", path: last, text: "12,416" });
  assert.equal(blankOf(shown(begun, "1"))?.right, false, "it may go on");
  const filled = entered("12,416");
  const right = shown(filled, "1");
  assert.deepEqual([right.answer.total, blankOf(right)?.right], ["12416", true]);
  assert.deepEqual(right.outline.exercise, { count: 1, left: 0, given: 0 });
  assert.ok(right.comparisons.length > 0);
  const same = acted(filled, { kind: "change", texts: { layers: "LSTM( 32 )" } });
  assert.deepEqual(same.filled, filled.filled, "the same model in other words");
  const other = acted(filled, { kind: "change", texts: { input: "10" } });
  assert.deepEqual([other.filled, shown(other, "1").answer.total], [{}, ""]);
  assert.deepEqual(acted(other, { kind: "change", texts: { input: "64" } }).filled, {}, "it is forgotten");
  const few = acted(lstm, { kind: "fill", path: last, text: "12" });
  const left = acted(few, { kind: "check", path: last });
  assert.deepEqual([blankOf(shown(few, "1"))?.wrong, blankOf(shown(left, "1"))?.wrong], [false, true]);
  assert.deepEqual(acted(left, { kind: "fill", path: last, text: "124" }).checked, [], "it goes on");
  const given = shown(acted(left, { kind: "give", values: { [last]: "12416" } }), "1");
  assert.deepEqual([given.answer.total, given.outline.exercise], ["12416", { count: 1, left: 0, given: 1 }]);
  assert.equal(blankOf(given)?.given, true);
  const shownOnRequest = { [last]: "12416", "layers.0.steps.2": "3104", "layers.0.steps.1": "97" };
  const fewer = shown(acted(lstm, { kind: "give", values: shownOnRequest }), "1");
  assert.deepEqual(fewer.outline.exercise, { count: 1, left: 0, given: 1 }, "of those that are asked");
});

test("a layer of many is folded, or open, other than at first as long as that is wanted", () => {
  const folded = (/** @type {State} */ state) => [...(shown(state).folded ?? [])];
  const many = acted(lstm, { kind: "change", texts: { layers: "LSTM(1),LSTM(2),LSTM(3),LSTM(4),LSTM(5),LSTM(6)" } });
  assert.deepEqual(folded(many), [1, 2, 3, 4, 5]);
  const turned = acted(many, { kind: "turn", layer: 0 }, { kind: "turn", layer: 4 });
  assert.deepEqual(folded(turned), [0, 1, 2, 3, 5]);
  assert.deepEqual(folded(acted(turned, { kind: "turn", layer: 0 })), [1, 2, 3, 5]);
  const few = acted(turned, { kind: "change", texts: { layers: "LSTM(1),LSTM(2),LSTM(3),LSTM(4)" } });
  assert.equal(shown(few).folded, undefined, "of four none");
  assert.equal(shown(turned, "1").folded, undefined, "nor in an exercise");
  assert.equal(shown(acted(turned, { kind: "present", at: "2" })).folded, undefined, "nor where it is presented");
});

test("as many steps are to be shown one by one as there are, and none is told for that", () => {
  const many = acted(lstm, {
    kind: "change",
    texts: { layers: "Embedding(9,8),LSTM(2,num_layers=2),GRU(7),Dense(1)" },
  });
  const { stepCount, outline } = shown(many);
  assert.equal(stepCount, outline.parts.flatMap(({ steps }) => steps).length);
  assert.ok(outline.parts.every(({ count, steps }) => count === steps.length));
});

test("no act changes the state that it is done to, nor the one that all begin with", () => {
  /** @type {Act[]} */
  const acts = [
    { kind: "change", texts: { layers: "GRU(3" } },
    set(0, "units", "1"),
    edit({ kind: "add" }),
    { kind: "link", query: "input=1&layers=%ff" },
    { kind: "empty", field: "input" },
    { kind: "leave", field: "input" },
    { kind: "refuse", field: "input" },
    { kind: "show", what: "text" },
    { kind: "unfold", section: "code", open: true },
    { kind: "sections", open: [] },
    { kind: "cut", cut: "tensor" },
    { kind: "fill", path: "__proto__", text: "1" },
    { kind: "check", path: "__proto__" },
    { kind: "give", values: { "layers.0.steps.3": "12416" } },
    { kind: "pace", by: 1, of: 0 },
  ];
  const before = structuredClone(lstm);
  for (const first of acts) for (const second of acts) shown(acted(lstm, first, second), "2");
  assert.deepEqual(lstm, before);
  assert.deepEqual(
    [initial.texts, initial.rows.items],
    [{ framework: "", input: "", timesteps: "", layers: "", budget: "" }, []],
  );
});
