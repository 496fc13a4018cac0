/** In place of a derivation where no layer can be read: what is in the way, and where to begin. */
import { html } from "lit";
import { fieldWords } from "../telling/frameworks.js";
import { problemWords } from "../telling/problems.js";
import { exampleLinks } from "./examples.js";

/** @typedef {import("./view.js").View} View */

/** More problems are said at their fields only. */
const mostSaid = 3;
const start = { input: "64", layers: "LSTM(32)" };

/** @param {View} view */
export function nothingYet(view) {
  const { m, answer, catalog, framework, layers, texts, act } = view;
  const begin = () => act.change({ ...start, input: texts.input || start.input }, true);
  const called = fieldWords(framework, layers.items[0]?.cell, catalog);
  const said = answer.problems.slice(0, mostSaid).map((problem) => problemWords(problem, catalog, called, m));
  return html`<div class="nothing-yet">
    <p>${m.nothingYet}</p>
    <ul>${said.map((words) => html`<li>${words}</li>`)}</ul>
    <p><button type="button" class="quiet" @click=${begin}>${m.startFrom(start.layers)}</button></p>
    <p>${m.orExamples}</p>
    ${exampleLinks(view)}
  </div>`;
}
