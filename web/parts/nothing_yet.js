/** In place of a derivation where no layer can be read: what is in the way, and where to begin. */
import { html } from "lit";
import { decode } from "../border/query.js";
import { examples } from "../telling/examples.js";
import { wordsAt } from "../telling/frameworks.js";
import { problemWords } from "../telling/problems.js";
import { exampleLinks } from "./examples.js";

/** @typedef {import("./view.js").View} View */

/** More problems are said at their fields only. */
const mostSaid = 3;

/** @param {View} view */
export function nothingYet(view) {
  const { m, answer, catalog, texts, act } = view;
  const { input, layers } = decode(examples[0].query, catalog.keys);
  const begin = () => act.change({ layers, input: texts.input || input }, true);
  const said = answer.problems
    .slice(0, mostSaid)
    .map((problem) => problemWords(problem, catalog, wordsAt(problem, answer, catalog), m));
  return html`<div class="nothing-yet">
    <p>${m.nothingYet}</p>
    <ul>${said.map((words) => html`<li>${words}</li>`)}</ul>
    <p><button type="button" class="quiet" @click=${begin}>${m.startFrom(layers)}</button></p>
    <p>${m.orExamples}</p>
    ${exampleLinks(view)}
  </div>`;
}
