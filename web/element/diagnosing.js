/**
 * "Got another number?": what somebody got stands in the element's `got`; how it comes about is found when the reader comes near, or a link
 * brings one. Loaded with what supplements the derivation.
 */
import { encode } from "../border/query.js";
import { gotField } from "../parts/got.js";
import { Answering } from "./answering.js";
import { focusFirst } from "./focus.js";
import { remembering } from "./memory.js";

/** @typedef {import("../parts/view.js").SupplementView} SupplementView */
/** @typedef {import("../engine.js").Diagnosis} Diagnosis */

/** The field's own id. */
const gotId = "got";

/** So many findings are kept: the field's, the box's, and those of a table's rows. */
const mostKept = 32;

/** There is no number any more. */
const nothingShown = {
  ...{ query: "", number: "", right: false },
  diagnosis: { total: "", findings: /** @type {Diagnosis["findings"]} */ ([]) },
};

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class Diagnosing {
  #host;
  /** @type {Answering<typeof import("../parts/diagnosis.js"), import("../messages/languages.js").DiagnosisMessages>} */
  #answering;
  /** What is found, for a question as JSON. @type {((asked: string) => Diagnosis) | undefined} */
  #diagnose;
  /** What the field shows. @type {{ query: string, number: string, diagnosis: Diagnosis, right: boolean } | undefined} */
  #shown;
  /** What was told of last, to the page around. */
  #told = "";

  /** @param {import("lit").LitElement & { got: string }} host */
  constructor(host) {
    this.#host = host;
    this.#answering = new Answering(
      host,
      () => import("../parts/diagnosis.js"),
      (m) => m.diagnosis(),
    );
    host.addController(this);
  }

  /** What a link brings is told at once, what is typed when it is entered or left. */
  hostUpdated() {
    if (this.#host.shadowRoot?.activeElement?.id !== gotId) this.#tell();
  }

  /** The field, and what was found. @param {SupplementView} view */
  draw(view) {
    const { m } = view;
    const text = this.#host.got;
    const isAsked = text.trim() !== "";
    if (isAsked) this.#answering.load(m);
    const field = {
      ...{ id: gotId, text, failed: this.#answering.failed, loading: this.#answering.loading && isAsked },
      type: (/** @type {string} */ text) => {
        this.#host.got = text;
      },
      near: () => this.#answering.load(m),
      enter: () => this.#tell(),
      retry: () => this.#answering.retry(m),
    };
    const close = () => {
      this.#host.got = "";
      this.#tell();
      const { shadowRoot } = this.#host;
      if (shadowRoot) this.#host.updateComplete.then(() => focusFirst(shadowRoot, [gotId]));
    };
    const there = this.#answering.in(m);
    this.#shown = undefined;
    if (!isAsked || !there) return gotField(field, undefined, view);
    const query = encode(view.texts);
    const diagnosis = this.#found(there.questions, query, text);
    this.#shown = { query, number: text, diagnosis, right: there.parts.isRight(diagnosis) };
    return gotField(
      field,
      there.parts.diagnosisPanel({ diagnosis, answer: view.answer, close }, view, there.words),
      view,
    );
  }

  /** How a number that stands elsewhere comes about. @param {SupplementView} view @param {string} text */
  found(view, text) {
    this.#answering.load(view.m);
    const there = this.#answering.in(view.m);
    if (!there) return undefined;
    const diagnosis = this.#found(there.questions, encode(view.texts), text);
    return there.parts.diagnosisPanel({ diagnosis, answer: view.answer }, view, there.words);
  }

  /**
   * How the count that a table prints for a layer comes about, in words; "" where nothing known gives it, or it is not there yet.
   * @param {SupplementView} view
   * @param {import("../engine.js").Answer} answer to the model that was read
   * @param {number} layer its index in it
   * @param {string} number
   */
  ofLayer(view, answer, layer, number) {
    this.#answering.load(view.m);
    const there = this.#answering.in(view.m);
    if (!there) return "";
    const diagnosis = this.#found(there.questions, answer.query, number, layer);
    return there.parts.layerFoundWords(diagnosis, answer, view.catalog, there.words);
  }

  /**
   * @param {import("../engine.js").Questions} questions
   * @param {string} query
   * @param {string} number
   * @param {number} [layer]
   */
  #found({ diagnose }, query, number, layer) {
    this.#diagnose ??= remembering((asked) => {
      const [query, number, layer] = JSON.parse(asked);
      return diagnose(query, number, { layer: layer ?? undefined });
    }, mostKept);
    return this.#diagnose(JSON.stringify([query, number, layer]));
  }

  /** Tells the page around, once, how a number came about; of one that was taken away, that there is none. */
  #tell() {
    const isEmpty = this.#host.got.trim() === "";
    const shown = this.#shown;
    if (!isEmpty && (shown?.number !== this.#host.got || shown.diagnosis.problems.length > 0)) return;
    const { query, number, diagnosis, right } = isEmpty || !shown ? nothingShown : shown;
    const now = `${query} ${number}`.trim();
    if (now === this.#told) return;
    this.#told = now;
    const findings = diagnosis.findings.map(({ ids, strength }) => ({ ids, strength }));
    const detail = {
      query,
      number,
      total: diagnosis.total,
      right,
      ids: findings.slice(0, 1).flatMap(({ ids }) => ids),
      findings,
    };
    this.#host.dispatchEvent(new CustomEvent("rnn-params-answer", { bubbles: true, composed: true, detail }));
  }
}
