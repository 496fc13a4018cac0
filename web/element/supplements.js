/** What supplements the derivation, its parts, their words, and numbers that light each other up: loaded as soon as that is painted. */
import { adoptStyles } from "lit";
import { whole } from "./core.js";
import { painted } from "./painted.js";

/** @typedef {import("lit").ReactiveController} ReactiveController */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** `to`: the words of the derivation that theirs come to. @typedef {{ parts: typeof import("../parts/supplements.js"), words: SupplementMessages, to: Messages }} Later */

/** @implements {ReactiveController} */
export class Supplements {
  /** Undefined until they are there. @type {Later | undefined} */
  there;
  /** The box at the top. @type {import("./asking.js").Asking | undefined} */
  asking;
  /** The question for a size within a budget. @type {import("./budgeting.js").Budgeting | undefined} */
  budgeting;
  /** The exercise on the model. @type {import("./exercising.js").Exercising | undefined} */
  exercising;
  /** The field for another number. @type {import("./diagnosing.js").Diagnosing | undefined} */
  diagnosing;
  /** A second model beside the first. @type {import("./versus.js").Versus | undefined} */
  versus;
  /** Whether somebody is typing. @type {import("./resting.js").Resting | undefined} */
  resting;
  /** What an edge of the picture does. @type {import("./dragging.js").Dragging | undefined} */
  dragging;
  /** It is printed just now, with all steps: of what is presented, and of what is folded. */
  prints = false;
  /** They could not be had when they were asked for last. */
  failed = false;
  #host;
  #shown;
  #rest;
  #leave;
  /** The words that they were asked for with. @type {Messages | undefined} */
  #asked;
  /** @type {Promise<void> | undefined} */
  #loading;
  #adopted = false;
  /** Both together. @type {{ m: Messages, there: Later, words: Messages & SupplementMessages & { mixed: boolean } } | undefined} */
  #mixed;

  /**
   * @param {import("lit").LitElement & Parameters<typeof import("./attributes.js").modeOf>[0] & { fade: string, seed: string, got: string, vs: string }} host
   * @param {() => Messages | undefined} shown the words of the derivation that stands
   * @param {() => Promise<void>} rest loads what only some models need
   * @param {() => void} leave what is presented
   */
  constructor(host, shown, rest, leave) {
    this.#host = host;
    this.#leave = leave;
    this.#shown = shown;
    this.#rest = rest;
    host.addController(this);
  }

  /** Their styles, before they are drawn for the first time. */
  hostUpdate() {
    const { renderRoot } = this.#host;
    if (this.#adopted || !this.there || !(renderRoot instanceof ShadowRoot)) return;
    this.#adopted = true;
    const { elementStyles } = /** @type {typeof import("lit").LitElement} */ (this.#host.constructor);
    adoptStyles(renderRoot, [...elementStyles, ...this.there.parts.styles]);
  }

  hostUpdated() {
    const m = this.#shown();
    if (m && m !== this.#asked) this.load(m);
  }

  /**
   * Once for every language, and again where it could not be had; a redraw alone does not ask again.
   * @param {Messages} m
   */
  async load(m) {
    if (m !== this.#asked || this.failed) {
      this.#asked = m;
      this.failed = false;
      this.#loading = this.#ask(m);
    }
    return this.#loading;
  }

  /** @param {Messages} m */
  async #ask(m) {
    try {
      if (!this.there) await painted();
      const [parts, later, words] = await Promise.all([
        import("../parts/supplements.js"),
        import("./later.js"),
        m.supplements(),
        whole(),
        this.#rest(),
      ]);
      if (m !== this.#asked) return;
      if (!this.there) new later.Linking(this.#host);
      if (!this.there) new later.Presenting(this.#host, this.#leave);
      if (!this.there) new later.OnPaper(this.#host, (prints) => this.#print(prints));
      this.resting ??= new later.Resting(this.#host);
      this.dragging ??= new later.Dragging(this.#host);
      this.asking ??= new later.Asking(this.#host);
      this.budgeting ??= new later.Budgeting(this.#host);
      this.diagnosing ??= new later.Diagnosing(this.#host);
      this.exercising ??= new later.Exercising(this.#host);
      this.versus ??= new later.Versus(this.#host);
      this.there = { parts, words, to: m };
      this.#host.requestUpdate();
    } catch {
      if (m !== this.#asked) return;
      this.failed = true;
      this.#host.requestUpdate(); // to say so
    }
  }

  /** @param {boolean} prints */
  #print(prints) {
    this.prints = prints;
    this.#host.requestUpdate();
  }

  /** What asks, before anything is shown. @param {Messages} m */
  async exercise(m) {
    await this.load(m);
    const { words } = /** @type {Later} */ (this.there);
    await /** @type {import("./exercising.js").Exercising} */ (this.exercising).load({ ...m, ...words });
  }

  /**
   * What is said besides in the derivation, in these words.
   * @param {Messages} m
   */
  besides(m) {
    return this.there?.to === m ? this.there.parts.besidesIn(this.there.words) : undefined;
  }

  /** The same for the same: where nothing has changed, nothing is drawn anew. @param {Messages} m @param {Later} there */
  #wordsOf(m, there) {
    if (this.#mixed?.m !== m || this.#mixed.there !== there)
      this.#mixed = { m, there, words: { ...m, ...there.words, mixed: there.to !== m } };
    return this.#mixed.words;
  }

  /**
   * What a later part draws from.
   * @param {import("../parts/view.js").View} view
   * @returns {import("../parts/view.js").SupplementView | undefined}
   */
  viewOf(view) {
    const { there, asking, budgeting, diagnosing, exercising, versus, dragging } = this;
    if (!there) return undefined;
    const m = this.#wordsOf(view.m, there);
    const later = {
      later: there.parts,
      asking,
      budgeting,
      diagnosing,
      exercising,
      versus,
      scale: dragging?.scale,
      prints: this.prints,
    };
    const further = { ...view, m, ...later };
    if (dragging) dragging.view = further;
    return further;
  }
}
