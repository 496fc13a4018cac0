/** The largest size within a budget: the question, its answer in sentences, and the total over the size as a curve. Loaded when it is asked. */
import { html, nothing, svg, unsafeCSS } from "lit";
import { live } from "lit/directives/live.js";
import { decode } from "../border/query.js";
import { toAscii } from "../form/digits.js";
import sheet from "../styles/budget.css?inline";
import { wordsAt } from "../telling/frameworks.js";
import { fixWords } from "../telling/problems.js";
import { foundWords, polynomialText, searchedNames, solveProblemWords } from "../telling/solution.js";
import { unbroken } from "../text/words.js";
import { modelLink } from "./links.js";
import { panelTitle } from "./panel_title.js";

export const styles = [unsafeCSS(sheet)];

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {View["m"] & import("../telling/solution.js").SolveMessages} Words */

/**
 * @typedef {{
 *   id: string, budget: string, today: string, solution: import("../engine.js").Solution, asked: import("../engine.js").Answer, at: string,
 *   type: (budget: string) => void, fix: (budget: string) => void, look: (size: string) => void, close: () => void,
 * }} Budget `id`: the field's; `today`: the size that is on screen, "" where it is what is asked; `at`: the size that the reader looks at
 */

/** The curve's own units. */
const wide = 320;
const high = 120;

/** @param {Budget} budget */
const pointsOf = ({ solution }) => solution.points.filter(({ total }) => total !== "");

/** @param {Budget} budget @param {string} name @param {Words} m */
function curve(budget, name, m) {
  const points = pointsOf(budget);
  const [found] = budget.solution.answers;
  if (points.length < 2 || !found) return nothing;
  const last = Number(points[points.length - 1].value);
  const most = Math.max(Number(points[points.length - 1].total), Number(toAscii(budget.budget)) || 0) || 1;
  const x = (/** @type {string} */ size) => (Number(size) / last) * wide;
  const y = (/** @type {string} */ total) => high - (Number(total) / most) * high;
  const line = points.map(({ value, total }) => `${x(value).toFixed(1)},${y(total).toFixed(1)}`).join(" ");
  const limit = String(BigInt(found.total) + BigInt(found.left));
  const point = (/** @type {string} */ size) => points.find(({ value }) => value === size);
  const [now, seen] = [point(budget.today), point(budget.at) ?? point(found.value)];
  const told = (/** @type {{ value: string, total: string }} */ { value, total }) =>
    m.solve.point({ name, size: value, total });
  const label = m.solve.curve({ name, total: [...(now ? [now] : []), found].map(told).join("; ") });
  const place = Math.max(
    0,
    points.findIndex(({ value }) => value === seen?.value),
  );
  /** @param {PointerEvent} event */
  const follow = ({ currentTarget, clientX }) => {
    const { left, width } = /** @type {Element} */ (currentTarget).getBoundingClientRect();
    const size = ((clientX - left) / width) * last;
    const nearest = points.reduce((best, one) =>
      Math.abs(Number(one.value) - size) < Math.abs(Number(best.value) - size) ? one : best,
    );
    budget.look(nearest.value);
  };
  const slide = (/** @type {Event} */ { target }) =>
    budget.look(points[Number(/** @type {HTMLInputElement} */ (target).value)].value);
  return html`<figure class="curve">
    <svg viewBox="0 0 ${wide} ${high}" role="img" aria-label=${label} preserveAspectRatio="none" @pointermove=${follow} @pointerdown=${follow}>
      ${svg`<line class="limit" x1="0" x2=${wide} y1=${y(limit)} y2=${y(limit)}></line>
      <polyline points=${line}></polyline>
      <line class="at" x1=${x(seen?.value ?? "0")} x2=${x(seen?.value ?? "0")} y1=${y(seen?.total ?? "0")} y2=${high}></line>
      ${now ? svg`<line class="now" x1=${x(now.value)} x2=${x(now.value)} y1=${y(now.total)} y2=${high}></line>` : nothing}`}
    </svg>
    <input type="range" min="0" max=${points.length - 1} .value=${live(String(place))} aria-label=${name} aria-valuetext=${seen ? told(seen) : nothing} @input=${slide} />
    <figcaption><span class="key at">${seen ? told(seen) : nothing}</span>${now ? html` <span class="key now">${m.solve.today}: ${told(now)}</span>` : nothing} <span class="key limit">${m.solve.budget}: ${m.number(limit)}</span></figcaption>
  </figure>`;
}

/** What the budget may have been meant to be, as buttons. @param {import("../engine.js").SolveProblem} problem @param {Budget["fix"]} repair @param {View["catalog"]} catalog @param {Words} m */
const fixes = ({ key, args }, repair, catalog, m) =>
  (key === "budget" ? (args.fixes ?? []) : []).map(
    (fix) =>
      html` <button type="button" class="fix" @click=${() => repair(fix.text)}>${fixWords(fix, catalog, m)}</button>`,
  );

/** @param {Budget} budget @param {View} view @param {Words} m */
function answer({ solution, asked, fix: repair }, view, m) {
  const { catalog } = view;
  const names = searchedNames(solution, asked, catalog);
  const [found] = solution.answers;
  if (!found)
    return solution.problems.map(
      (problem) =>
        html`<p class="wrong">${solveProblemWords(problem, catalog, wordsAt(problem, asked, catalog), m)}${fixes(problem, repair, catalog, m)}</p>`,
    );
  const [over, here] = [names.length === 1 ? names[0] : "?", m.number(found.value)].map((size) =>
    polynomialText(solution.coefficients, size, m.number),
  );
  return html`<p class="found">${unbroken(foundWords(found, names, catalog, m))} ${modelLink(decode(found.query, catalog.keys), m.solve.take, view)}</p>
    ${over === "" ? nothing : html`<p class="polynomial">${unbroken(`${over} = ${here} = ${m.number(found.total)}`.replaceAll("× ", "×\u00a0"))}</p>`}`;
}

/** @param {Budget} budget @param {View} view @param {Words} m */
export function budgetPanel(budget, view, m) {
  const names = searchedNames(budget.solution, budget.asked, view.catalog);
  const typed = (/** @type {Event} */ { target }) => budget.type(/** @type {HTMLInputElement} */ (target).value);
  return html`<section class="panel budget" aria-labelledby="budget-title" @keydown=${(/** @type {KeyboardEvent} */ { key }) => key === "Escape" && budget.close()}>
    <div class="panel-head">
      ${panelTitle("budget-title", m.solve.title, view)}
      <button type="button" class="tool" aria-label=${m.solve.close} title=${m.solve.close} @click=${budget.close}>×</button>
    </div>
    <p class="budget-field"><label for=${budget.id}>${m.solve.atMost}</label>
      <input id=${budget.id} type="text" inputmode="numeric" autocomplete="off" size=${Math.max(9, budget.budget.length)} .value=${live(budget.budget)} @input=${typed} />
      <span>${m.solve.parameters}</span></p>
    <div role="status">${answer(budget, view, m)}</div>
    ${curve(budget, names.length === 1 ? names[0] : "?", m)}
  </section>`;
}

/**
 * Other cells with as many parameters: the two nearest sizes around the total on screen, each a link.
 * @param {string} id
 * @param {{ cell: string, found: import("../engine.js").SolvedSize, sized: (size: string) => import("../border/query.js").Texts }[]} rows
 * @param {View} view
 * @param {Words} m
 */
export function alikeLines(id, rows, view, m) {
  const units = view.framework.words.units;
  const { total } = view.answer;
  return html`<ul class="alike" id=${id} tabindex="-1">${rows.map(({ cell, found, sized }) => {
    const next = String(BigInt(found.value) + BigInt(found.step));
    const link = (/** @type {string} */ size, /** @type {string} */ count) =>
      modelLink(sized(size), m.number(count), view, `${m.number(count)}: ${cell}, ${units} ${m.number(size)}`);
    const fewer = html`${units} ${m.number(found.value)}, ${link(found.value, found.total)}${m.solve.fewer({ count: found.left })}`;
    const more =
      found.next === "" || found.left === "0"
        ? nothing
        : html`; ${units} ${m.number(next)}, ${link(next, found.next)}${m.solve.more({ count: String(BigInt(found.next) - BigInt(total)) })}`;
    return html`<li>${cell}: ${fewer}${more}</li>`;
  })}</ul>`;
}
