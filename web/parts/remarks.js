/** Remarks on the total: how much of it has an effect of its own, and how the second layer compares with the first. */
import { html, nothing } from "lit";
import {
  coincidenceOf,
  coincidenceWords,
  effectiveOf,
  effectiveWhyWords,
  effectiveWords,
  otherInput,
  otherPath,
  shorthandsOf,
  shorthandWords,
  twiceOf,
  twiceWords,
} from "../telling/remarks.js";
import { numbers, result } from "./formula.js";
import { modelLink } from "./links.js";
import { sentenceWithWhy } from "./why.js";

/** @typedef {import("./view.js").SupplementView} View */

/** @param {View} view */
export function effective(view) {
  const { m, answer } = view;
  const found = effectiveOf(answer);
  if (!found) return nothing;
  const line = html`${numbers(found.numbers, view)} = ${result(found.value, view)}`;
  return sentenceWithWhy(effectiveWords(answer.total, found, m), effectiveWhyWords(found, m), [line], view);
}

/** @param {View} view */
export const shorthands = ({ m, answer, catalog }) =>
  shorthandsOf(answer, catalog).map((one) => html`<p>${shorthandWords(one, m)}</p>`);

/** @param {View} view */
export function twice(view) {
  const found = twiceOf(view.answer);
  if (!found) return nothing;
  const n = view.m.number;
  const { once, twice, sign, difference, total } = found;
  const lines = [
    `2 × ${n(once)} = ${n(twice)}`,
    `${n(twice)} ${sign === "more" ? "+" : "−"} ${n(difference)} = ${n(total)}`,
  ];
  return sentenceWithWhy(twiceWords(found, view.m), "", lines, view);
}

/** @param {View} view */
export function coincidence(view) {
  const { m, answer, catalog } = view;
  const found = coincidenceOf(answer);
  const texts = found && otherInput(answer, catalog);
  if (!texts) return nothing;
  const before = coincidenceWords(found, answer.layers.length, m);
  const link = otherPath(answer, texts.input, catalog, m);
  return html`<p>${before}${modelLink(texts, link, view)}${m.linkEnd}</p>`;
}
