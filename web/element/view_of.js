/** What the parts draw from, out of the state, the core and the words. No browser here; tested by state.test.js. */

import { frameworkOf } from "../telling/facts.js";
import { outlineOf, partsShown } from "../telling/outline.js";
import { isText, questionOf } from "./state.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("./state.js").State} State */

/**
 * What a view has besides: `answer` is the whole answer to `questionOf(state)`; `blanks`: what of it is filled in, or left blank.
 * @typedef {Pick<View, "m" | "catalog" | "answer" | "engine" | "fills" | "copied" | "copyByHand" | "mode" | "page" | "exercise" | "asks" | "fade" | "got" | "vs" | "written" | "act" | "rest"> & { besides?: import("../telling/around.js").Besides, blanks?: (answer: import("../engine.js").Answer, state: State) => Map<string, import("../telling/blanks.js").Blank> }} Surroundings
 */

/**
 * @param {State} state
 * @param {Surroundings} surroundings
 * @returns {View}
 */
export function viewOf(state, { answer: whole, besides, blanks, ...others }) {
  const told = outlineOf(whole, others.catalog, others.m, blanks?.(whole, state), besides);
  const steps = others.asks ? [] : stepsIn(told, state, others.mode);
  const stepCount = steps.length;
  const isGoing = others.asks || (state.pace !== undefined && state.pace < stepCount);
  const outline = isGoing ? { ...told, headline: nameOf(whole), total: "", split: "", open: true } : told;
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
    idle: steps.flatMap(({ repeats }, place) => (repeats ? [place + 1] : [])),
    outline,
  };
}

/** As many characters of them. */
const longestName = 200;

/** The layers as they are written: no width that is still to be told. @param {import("../engine.js").Answer} answer */
export const nameOf = ({ fields: { layers } }) =>
  layers.slice(0, longestName).replace(/,(?=\S)/g, ", ") + (layers.length > longestName ? "…" : "");

/**
 * The steps that there are to be shown one by one.
 * @param {import("../telling/outline.js").Outline} outline
 * @param {State} state
 * @param {View["mode"]} mode
 */
function stepsIn(outline, { shown, pace }, { controls, steps }) {
  const whole = controls === "all";
  const parts =
    steps === "all" || pace !== undefined || (steps === "line" && !whole && shown.includes("steps"))
      ? outline.parts
      : [];
  const there = whole ? partsShown({ ...outline, parts }, shown.includes("blocks")) : parts;
  return there.flatMap((part) => part.steps);
}
