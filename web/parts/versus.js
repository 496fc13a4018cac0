/** Two models side by side: totals, the way from one to the other, layers and pictures. Loaded when a second one is asked for. */
import { html, nothing, unsafeCSS } from "lit";
import { live } from "lit/directives/live.js";
import { encode } from "../border/query.js";
import { versusOf } from "../export/versus.js";
import { aside, besideEachOther } from "../picture/beside.js";
import sheet from "../styles/versus.css?inline";
import { frameworkOf } from "../telling/facts.js";
import { frameworkName, wordsAt } from "../telling/frameworks.js";
import { rowName } from "../telling/layer_table.js";
import { headlineWords, layerTitle } from "../telling/model.js";
import { problemWords } from "../telling/problems.js";
import { changeWords, signed, versusWords } from "../telling/versus.js";
import { unbroken } from "../text/words.js";
import { numbersWhole } from "./layer_table.js";
import { modelLink } from "./links.js";
import { panelTitle } from "./panel_title.js";

export { secondModel, secondQuery, versusTold } from "../telling/versus.js";

export const styles = [unsafeCSS(sheet)];

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {View["m"] & import("../telling/versus.js").Words} Words */
/** @typedef {import("../telling/versus.js").Versus} Versus */
/** @typedef {import("../telling/layer_table.js").LayerRow} LayerRow */
/**
 * @typedef {{
 *   id: string, query: string, told: Versus, enter: (text: string) => void, swap: (() => void) | undefined, close: (() => void) | undefined,
 * }} Second `id`: the field's; `query`: the second model's; `swap`, `close`: undefined where nothing can be changed
 */

/** So many rows stand there at first. */
const mostShown = 10;

/** @param {LayerRow | undefined} row @param {View} view */
const layerCell = (row, { m }) =>
  row
    ? html`<td role="cell"><span class="soft">${m.number(String(row.first))}</span> ${numbersWhole(rowName(row, m))}<span class="n count">${m.number(row.total) || "?"}</span></td>`
    : html`<td role="cell"></td>`;

/** @param {Versus} told @param {View} view @param {Words} m */
function table({ answers, pairs, more }, view, m) {
  const { catalog, shown, act } = view;
  const rows = shown.has("rows-of-layers") ? pairs : pairs.slice(0, mostShown);
  const hidden = pairs.length - rows.length;
  const places = [m.versus.first, m.versus.second];
  const head = answers.map(
    (answer, side) =>
      html`<th scope="col" role="columnheader">${places[side]}: ${frameworkName(frameworkOf(answer, catalog), m)}</th>`,
  );
  const sums = answers.map(
    ({ total }) => html`<td role="cell">${m.versus.total}<span class="n count">${m.number(total) || "?"}</span></td>`,
  );
  const change = (/** @type {string} */ more) =>
    html`<td role="cell" class="n"><span class="n">${signed(more, m.number)}</span></td>`;
  return html`<div class="layers-room"><table class="of-two" role="table">
      <caption class="visually-hidden">${m.versus.title}</caption>
      <thead role="rowgroup"><tr role="row">${head}<th scope="col" role="columnheader" class="n">${m.versus.difference}</th></tr></thead>
      <tbody role="rowgroup">${rows.map(
        ({ first, second, more }) =>
          html`<tr role="row">${layerCell(first, view)}${layerCell(second, view)}${change(more)}</tr>`,
      )}</tbody>
      <tfoot role="rowgroup"><tr role="row">${sums}${change(more)}</tr></tfoot>
    </table></div>
    ${hidden > 0 ? html`<button type="button" class="quiet" @click=${() => act.show("rows-of-layers")}>${m.showRows(hidden)}</button>` : nothing}`;
}

/** @param {Versus} told @param {View} view @param {Words} m */
function way({ answers: [here, there], changes }, view, m) {
  if (here.query === there.query) return html`<p>${m.versus.same}</p>`;
  if (changes.length === 0) return html`<p>${m.versus.unlike}</p>`;
  const last = changes.length - 1;
  return html`
    ${last > 0 ? html`<p>${m.versus.way}</p>` : nothing}
    <ol class="way">${changes.map(
      (change, place) =>
        html`<li><span class="n more">${signed(change.more, m.number)}</span> <p>${unbroken(changeWords(change, view.catalog, m))}${
          place < last
            ? html` <span class="soft">= ${modelLink(change.texts, m.number(change.total), view, `${m.number(change.total)}: ${changeWords(change, view.catalog, m)}`)}</span>`
            : nothing
        }</p></li>`,
    )}</ol>
    ${last > 0 ? html`<p class="hint">${m.versus.order}</p>` : nothing}`;
}

/** @param {Versus} told @param {View} view @param {Words} m */
function pictures({ answers }, view, m) {
  const { catalog } = view;
  const sides = answers.map((answer) => aside(answer, view));
  const { figures, left } = besideEachOther(sides);
  if (figures.some((all) => all.length === 0)) return nothing;
  const names = [...new Set(left.map(({ side, index }) => layerTitle(answers[side], index, catalog, m)))];
  return html`<section class="both-drawn" aria-label=${m.versus.drawn}>
    <p class="panel-title">${m.versus.drawn}</p>
    <div class="sides">${figures.map(
      (all, side) =>
        html`<div class="side-of-two"><p class="soft">${unbroken(headlineWords(answers[side], catalog, m))}</p>${all.map(
          ({ index, drawn }) =>
            html`<figure>${answers[side].layers.length > 1 ? html`<figcaption>${unbroken(layerTitle(answers[side], index, catalog, m))}</figcaption>` : nothing}${drawn}</figure>`,
        )}</div>`,
    )}</div>
    ${names.length > 0 ? html`<p class="hint">${m.versus.notDrawn({ names })}</p>` : nothing}
  </section>`;
}

/** @param {Versus} told @param {View} view @param {Words} m */
function problems({ answers: [, there] }, view, m) {
  const { problems } = there;
  return html`<div class="wrong" role="status">${m.versus.noSecond}
    ${problems.map((problem) => html`<p>${problemWords(problem, view.catalog, wordsAt(problem, there, view.catalog), m)}</p>`)}</div>`;
}

/**
 * @param {Second} second
 * @param {View} view
 * @param {Words} m
 */
export function versusPanel({ id, query, told, enter, swap, close }, view, m) {
  const { engine, texts, act, copied } = view;
  const first = encode(texts);
  const counted = told.more !== "";
  const [, there] = told.answers;
  const entered = (/** @type {Event} */ { target }) => enter(/** @type {HTMLInputElement} */ (target).value);
  const copy = () => act.copy("versus", versusOf(engine, first, query, m));
  return html`<section class="panel versus" aria-labelledby="versus-title">
    <div class="panel-head">
      ${panelTitle("versus-title", m.versus.title, view)}
      ${close ? html`<button type="button" class="tool" aria-label=${m.versus.close} title=${m.versus.close} @click=${close}>×</button>` : nothing}
    </div>
    ${
      close
        ? html`<p class="second"><label for=${id}>${m.versus.field}</label>
            <input id=${id} type="text" autocapitalize="off" autocomplete="off" spellcheck="false" .value=${live(query)} @change=${entered} aria-describedby="versus-hint" /></p>
            <p id="versus-hint" class="hint">${m.versus.hint}</p>`
        : nothing
    }
    ${there.total === "" ? problems(told, view, m) : nothing}
    ${counted ? html`<p role="status">${unbroken(versusWords(told, view.catalog, m))}</p>${way(told, view, m)}` : nothing}
    ${there.layers.length > 0 ? table(told, view, m) : nothing}
    ${counted && view.mode.steps === "all" ? pictures(told, view, m) : nothing}
    ${
      close
        ? html`<p class="versus-foot">
            ${there.total === "" || !swap ? nothing : html`<button type="button" class="quiet" @click=${swap}>${m.versus.swap}</button>`}
            ${counted ? html`<button type="button" class="quiet" @click=${copy}>${copied === "versus" ? m.copied : m.versus.copy}</button>` : nothing}</p>`
        : nothing
    }
  </section>`;
}
