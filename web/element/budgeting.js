/**
 * The question for the largest size within a budget: asked by a ? in a field, or of a field that keeps its size. What answers is loaded
 * then. Loaded with what supplements the derivation.
 */
import { html } from "lit";
import { encode } from "../border/query.js";
import { toAscii } from "../form/digits.js";
import { edited } from "../form/edits.js";
import { typedValue } from "../form/layers_text.js";
import { fieldOf, optionField } from "../form/places.js";
import { asksForSize } from "../telling/facts.js";
import { Answering } from "./answering.js";
import { remembering } from "./memory.js";

/** @typedef {import("../parts/view.js").SupplementView} SupplementView */
/** @typedef {{ layer: number, argument: string }} Place of a size; `layer`: −1 for the input's */

const usualBudget = "1000000";
const budgetField = "budget";
const alikeId = "alike";

/** So many sizes make a curve. */
const stops = 32n;

/** So many answers are kept: drawing anew, as when the curve is looked along, does not search anew. */
const mostKept = 16;

export class Budgeting {
  #host;
  /** The size that is asked for, though the field keeps it. @type {Place | undefined} */
  #place;
  #at = "";
  /** A question by a ? that the reader has closed. */
  #closed = "";
  /** @type {Answering<typeof import("../parts/budget.js"), import("../telling/solution.js").SolveMessages>} */
  #answering;
  /** What is found, for a question as JSON. @type {((asked: string) => import("../engine.js").Solution) | undefined} */
  #solve;
  /** Other cells with as many parameters are asked for. */
  #alike = false;

  /** @param {import("lit").LitElement} host */
  constructor(host) {
    this.#host = host;
    this.#answering = new Answering(
      host,
      () => import("../parts/budget.js"),
      (m) => m.solving(),
    );
  }

  /** Asks for a size. @param {Place} place */
  open(place) {
    this.#place = place;
    this.#at = "";
    this.#host.requestUpdate();
    this.#answering.focus(budgetField);
  }

  /** The question and its answer, or the room for it; what opens it again where it was closed, nothing where none is asked. @param {SupplementView} view */
  draw(view) {
    const { texts, answer, m } = view;
    const asks = answer.problems.find(asksForSize);
    if (asks) this.#place = undefined;
    const question = encode(texts);
    if (!asks && !this.#isThere(view)) return "";
    if (asks && this.#closed === question)
      return html`<p><button type="button" class="quiet" @click=${() => this.#reopen()}>${m.budget}</button></p>`;
    return html`<div class="budget-room">${this.#panel(asks, view)}</div>`;
  }

  /** @param {import("../engine.js").Problem | undefined} asks the ? that does @param {SupplementView} view */
  #panel(asks, view) {
    const { texts, m, act } = view;
    const question = encode(texts);
    const there = this.#asking(m);
    if (!there) return this.#answering.unloaded(m);
    const { questions, parts, words } = there;
    const budget = texts.budget || usualBudget;
    const asked = { ...this.#asked(view), budget: toAscii(budget) };
    const query = encode(asked);
    const today = asks ? "" : toAscii(this.#size(view).trim());
    return parts.budgetPanel(
      {
        ...{ id: budgetField, budget, today, at: this.#at },
        solution: this.#solved(query, today, questions),
        asked: view.engine.explain(query),
        type: (/** @type {string} */ text) => act.change({ budget: text }, false),
        fix: (/** @type {string} */ text) => {
          act.change({ budget: text }, false);
          this.#answering.focus(budgetField); // the button is gone
        },
        look: (/** @type {string} */ size) => {
          this.#at = size;
          this.#host.requestUpdate();
        },
        close: () => (asks ? this.#close(question, fieldOf(asks, view)) : this.#close("", fieldAt(this.#place))),
      },
      view,
      { ...m, ...words },
    );
  }

  /**
   * The question for other cells with as many parameters as the model on screen, or the answer.
   * @param {SupplementView} view
   * @param {{ cell: string, texts: import("../border/query.js").Texts }[]} others the model with other cells
   */
  alike(view, others) {
    const { m } = view;
    if (!this.#alike) {
      const ask = () => {
        this.#alike = true;
        this.#host.requestUpdate();
        this.#answering.focus(alikeId);
      };
      return { ask: html`<button type="button" class="quiet" @click=${ask}>${m.alike}</button>` };
    }
    const there = this.#asking(m);
    if (!there) return { found: this.#answering.unloaded(m) };
    const { questions, parts, words } = there;
    const rows = others.flatMap(({ cell, texts }) => {
      const sized = (/** @type {string} */ size) => withUnits(view, texts, size);
      const { answers } = this.#solution(questions, encode({ ...sized("?"), budget: view.answer.total }));
      return answers.map((found) => ({ cell, found, sized }));
    });
    return { found: parts.alikeLines(alikeId, rows, view, { ...m, ...words }) };
  }

  /** The answer, with the totals of sizes around it. @param {string} query @param {string} today @param {import("../engine.js").Questions} questions */
  #solved(query, today, questions) {
    const first = this.#solution(questions, query);
    const [found] = first.answers;
    if (!found) return first;
    const last = [BigInt(found.value) * 2n, /^\d{1,16}$/.test(today) ? BigInt(today) : 0n, 8n].reduce((a, b) =>
      a > b ? a : b,
    );
    const even = Array.from({ length: Number(stops) + 1 }, (_, place) => (last * BigInt(place)) / stops);
    const sizes = [...even, BigInt(found.value), ...(/^\d{1,16}$/.test(today) ? [BigInt(today)] : [])];
    const step = BigInt(found.step); // between its multiples there are no totals
    const at = [...new Set(sizes.map((size) => String(size - (size % step))))].sort(
      (a, b) => a.length - b.length || (a < b ? -1 : 1),
    );
    return this.#solution(questions, query, at);
  }

  /** Whether the place still has a size. @param {SupplementView} view */
  #isThere(view) {
    return this.#place !== undefined && this.#size(view) !== "";
  }

  /** @param {SupplementView} view */
  #size({ texts, layers }) {
    if (!this.#place) return "";
    const { layer, argument } = this.#place;
    if (layer < 0) return texts.input;
    return layers.items[layer] ? typedValue(layers.items[layer], argument) : "";
  }

  /** The model with a ? in the place that is asked for. @param {SupplementView} view */
  #asked({ texts, engine }) {
    if (!this.#place) return texts;
    const { layer, argument } = this.#place;
    if (layer < 0) return { ...texts, input: "?" };
    return edited(texts, { kind: "set", layer, argument, value: "?" }, engine.edit);
  }

  /** @param {string} question that is asked by a ? @param {string} field where it is asked */
  #close(question, field) {
    this.#closed = question;
    this.#place = undefined;
    this.#host.requestUpdate();
    this.#answering.focus(field);
  }

  #reopen() {
    this.#closed = "";
    this.#host.requestUpdate();
    this.#answering.focus(budgetField);
  }

  /** What answers, undefined before it is there. @param {SupplementView["m"]} m */
  #asking(m) {
    this.#answering.load(m);
    return this.#answering.in(m);
  }

  /**
   * @param {import("../engine.js").Questions} questions
   * @param {string} query
   * @param {string[]} [at] sizes whose totals are asked for
   */
  #solution({ solve }, query, at = []) {
    this.#solve ??= remembering((asked) => {
      const [query, at] = JSON.parse(asked);
      return solve(query, { at });
    }, mostKept);
    return this.#solve(JSON.stringify([query, at]));
  }
}

/** @param {Place | undefined} place */
const fieldAt = (place) => (place && place.layer >= 0 ? optionField(place.layer, place.argument) : "input");

/**
 * The model with so many units in each of its recurrent layers.
 * @param {SupplementView} view
 * @param {import("../border/query.js").Texts} texts
 * @param {string} value
 */
function withUnits({ layers, catalog, engine }, texts, value) {
  const recurrent = layers.items.flatMap(({ cell }, index) =>
    catalog.layers.some((facts) => facts.cell === cell && facts.group === "recurrent" && facts.recurrent)
      ? [index]
      : [],
  );
  return recurrent.reduce(
    (changed, layer) => edited(changed, { kind: "set", layer, argument: "units", value }, engine.edit),
    texts,
  );
}
