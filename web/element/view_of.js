/** What the parts draw from, out of the state, the core and the words. No browser here; tested by state.test.js. */

import { blanksAsked } from "../telling/blanks.js";
import { frameworkOf } from "../telling/facts.js";
import { outlineOf, partsShown } from "../telling/outline.js";
import { isText, questionOf } from "./state.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("./state.js").State} State */

/**
 * What a view has besides: `answer` is the whole answer to `questionOf(state)`.
 * @typedef {Pick<View, "m" | "catalog" | "answer" | "engine" | "copied" | "copyByHand" | "mode" | "page" | "fade" | "written" | "act"> & { besides?: import("../telling/around.js").Besides }} Surroundings
 */

/**
 * What the reader asked for and filled in.
 * @param {string} fade the attribute's text
 * @param {State} state
 * @returns {import("../telling/blanks.js").Asked}
 */
export function askedOf(fade, { filled, checked, given }) {
  return { count: blanksAsked(fade), typed: new Map(Object.entries(filled)), checked, given };
}

/**
 * @param {State} state
 * @param {Surroundings} surroundings
 * @returns {View}
 */
export function viewOf(state, { answer: whole, besides, ...others }) {
  const told = outlineOf(whole, others.catalog, others.m, askedOf(others.fade, state), besides);
  const stepCount = stepsIn(told, state, others.mode);
  const outline =
    state.pace !== undefined && state.pace < stepCount ? { ...told, total: "", split: "", open: true } : told;
  const answer = outline.open ? { ...whole, total: "" } : whole; // neither a blank nor a later step is given away
  return {
    ...others,
    answer,
    comparisons: outline.open ? [] : others.engine.compare(questionOf(state)),
    framework: frameworkOf(answer, others.catalog),
    texts: state.texts,
    layers: state.rows,
    asText: isText(state, answer),
    fromLink: state.fromLink,
    emptied: state.emptied,
    refused: state.refused,
    shown: new Set(state.shown),
    open: new Set(state.open),
    turned: new Set(state.turned),
    cut: state.cut,
    steps: stepCount > 0 ? state.pace : undefined,
    stepCount,
    outline,
  };
}

/**
 * How many steps there are to be shown one by one.
 * @param {import("../telling/outline.js").Outline} outline
 * @param {State} state
 * @param {View["mode"]} mode
 */
function stepsIn(outline, { shown }, { controls, steps }) {
  const whole = controls === "all";
  const parts = steps === "all" || (steps === "line" && !whole && shown.includes("steps")) ? outline.parts : [];
  const there = whole ? partsShown({ ...outline, parts }, shown.includes("blocks")) : parts;
  return there.reduce((count, part) => count + part.steps.length, 0);
}
