/** What the parts draw from, out of the state, the core and the words. No browser here; tested by state.test.js. */

import { blanksAsked } from "../telling/blanks.js";
import { frameworkOf } from "../telling/facts.js";
import { outlineOf } from "../telling/outline.js";
import { isText, questionOf } from "./state.js";

/** @typedef {import("../parts/view.js").View} View */

/**
 * What a view has besides: `fade` is the attribute's text, `answer` the whole answer to `questionOf(state)`.
 * @typedef {Pick<View, "m" | "catalog" | "answer" | "engine" | "copied" | "copyByHand" | "mode" | "page" | "written" | "act"> & { fade: string }} Surroundings
 */

/**
 * @param {string} fade the attribute's text
 * @param {import("./state.js").State["filled"]} filled
 * @returns {import("../telling/blanks.js").Asked}
 */
export const askedOf = (fade, filled) => ({ count: blanksAsked(fade), typed: new Map(Object.entries(filled)) });

/**
 * @param {import("./state.js").State} state
 * @param {Surroundings} surroundings
 * @returns {View}
 */
export function viewOf(state, { answer: whole, fade, ...others }) {
  const outline = outlineOf(whole, others.catalog, others.m, askedOf(fade, state.filled));
  const answer = outline.open ? { ...whole, total: "" } : whole; // a blank is not given away
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
    shown: new Set(state.shown),
    open: new Set(state.open),
    cut: state.cut,
    steps: state.pace,
    outline,
  };
}
