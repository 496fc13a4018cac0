/** Remarks on the total: how much of it has an effect of its own, and how the second layer compares with the first. */
import { html, nothing } from "lit";
import { edited } from "../form/edits.js";
import {
  coincidenceOf,
  coincidenceWords,
  effectiveOf,
  effectiveWhyWords,
  effectiveWords,
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
  const { m, answer } = view;
  const found = coincidenceOf(answer);
  if (!found) return nothing;
  const { length } = answer.layers;
  const before = coincidenceWords(found, length, m);
  const link = length === 2 ? "10 → 7 → 7" : "10 → 7 → 7 → …";
  const texts = {
    ...edited(view.texts, { kind: "set", argument: "units", value: "7" }, view.engine.edit),
    input: "10",
  };
  return html`<p>${before}${modelLink(texts, link, view)}${m.linkEnd}</p>`;
}
