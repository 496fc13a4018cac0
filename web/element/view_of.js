/** What the parts draw from, out of the state, the core and the words. No browser here; tested by state.test.js. */

import { frameworkOf, onFirstScreen } from "../telling/facts.js";
import { foldedLayers } from "../telling/folding.js";
import { outlineOf, partsShown } from "../telling/outline.js";
import { isText, questionOf } from "./state.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("./state.js").State} State */

/**
 * What a view has besides: `answer` is the whole answer to `questionOf(state)`; `blanks`: what of it is filled in, or left blank.
 * @typedef {Pick<View, "m" | "rests" | "catalog" | "answer" | "engine" | "fills" | "copied" | "copyByHand" | "mode" | "page" | "exercise" | "asks" | "fade" | "got" | "vs" | "written" | "act" | "rest"> & { besides?: import("../telling/around.js").Besides, blanks?: (answer: import("../engine.js").Answer, state: State) => Map<string, import("../telling/blanks.js").Blank> }} Surroundings
 */

/**
 * @param {State} state
 * @param {Surroundings} surroundings
 * @returns {View}
 */
export function viewOf(state, { answer: whole, besides, blanks, ...others }) {
  const told = outlineOf(whole, others.catalog, others.m, blanks?.(whole, state), besides);
  const parts = others.asks ? [] : partsIn(told, state, others.mode);
  const stepCount = parts.reduce((sum, { count }) => sum + count, 0);
  const isGoing = others.asks || (state.pace !== undefined && state.pace < stepCount);
  const outline = isGoing ? { ...told, headline: nameOf(whole), total: "", split: "", open: true } : told;
  const answer = outline.open ? { ...whole, total: "" } : whole; // neither a blank nor a later step is given away
  const steps = stepCount > 0 ? state.pace : undefined;
  const folds = others.mode.controls === "all" && steps === undefined && !outline.open;
  const folded = folds ? foldedLayers(outline.parts, state.turned) : undefined;
  tell(parts, folded);
  const { engine, catalog } = others;
  return {
    ...others,
    answer,
    comparisons: outline.open ? [] : engine.compare(questionOf(state), { framework: onFirstScreen(catalog) }),
    allComparisons: () => (outline.open ? [] : engine.compare(questionOf(state))),
    framework: frameworkOf(answer, others.catalog),
    texts: state.texts,
    layers: state.rows,
    asText: isText(state, answer),
    fromLink: state.fromLink,
    emptied: state.emptied,
    refused: state.refused,
    shown: new Set(state.shown),
    open: new Set(state.open),
    folded,
    cut: state.cut,
    steps,
    stepCount,
    idle: () => parts.flatMap(({ steps }) => steps).flatMap(({ repeats }, place) => (repeats ? [place + 1] : [])),
    outline,
  };
}

/** As many characters of them. */
const longestName = 200;

/** The layers as they are written: no width that is still to be told. @param {import("../engine.js").Answer} answer */
export const nameOf = ({ fields: { layers } }) =>
  layers.slice(0, longestName).replace(/,(?=\S)/g, ", ") + (layers.length > longestName ? "…" : "");

/**
 * Tells what will stand there, while what words lack for it can still be asked for: steps are told late.
 * @param {import("../telling/outline.js").Part[]} parts
 * @param {Set<number> | undefined} folded
 */
function tell(parts, folded) {
  for (const part of parts) {
    void part.title;
    if (!folded?.has(part.layer)) void part.steps;
  }
}

/**
 * The parts whose steps there are to be shown one by one.
 * @param {import("../telling/outline.js").Outline} outline
 * @param {State} state
 * @param {View["mode"]} mode
 */
function partsIn(outline, { shown, pace }, { controls, steps }) {
  const whole = controls === "all";
  const parts =
    steps === "all" || pace !== undefined || (steps === "line" && !whole && shown.includes("steps"))
      ? outline.parts
      : [];
  return whole ? partsShown({ ...outline, parts }, shown.includes("blocks")) : parts;
}
