/** What supplements the derivation, its parts, their words, and numbers that light each other up: loaded as soon as that is painted. */
import { adoptStyles } from "lit";
import { painted } from "./painted.js";

/** @typedef {import("lit").ReactiveController} ReactiveController */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/** @typedef {import("../messages/languages.js").SupplementMessages} SupplementMessages */
/** `to`: the words of the derivation that theirs come to. @typedef {{ parts: typeof import("../parts/supplements.js"), words: SupplementMessages, to: Messages }} Later */

/** @implements {ReactiveController} */
export class Supplements {
  /** Undefined until they are there. @type {Later | undefined} */
  there;
  /** They could not be had when they were asked for last. */
  failed = false;
  #host;
  #shown;
  /** The words that they were asked for with. @type {Messages | undefined} */
  #asked;
  /** @type {Promise<void> | undefined} */
  #loading;
  #adopted = false;

  /**
   * @param {import("lit").LitElement} host
   * @param {() => Messages | undefined} shown the words of the derivation that stands
   */
  constructor(host, shown) {
    this.#host = host;
    this.#shown = shown;
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
      const [parts, { Linking }, words] = await Promise.all([
        import("../parts/supplements.js"),
        import("./linking.js"),
        m.supplements(),
      ]);
      if (m !== this.#asked) return;
      if (!this.there) new Linking(this.#host);
      this.there = { parts, words, to: m };
      this.#host.requestUpdate();
    } catch {
      if (m !== this.#asked) return;
      this.failed = true;
      this.#host.requestUpdate(); // to say so
    }
  }

  /**
   * What is said besides in the derivation, in these words.
   * @param {Messages} m
   */
  besides(m) {
    return this.there?.to === m ? this.there.parts.besidesIn(this.there.words) : undefined;
  }

  /**
   * What a later part draws from.
   * @param {import("../parts/view.js").View} view
   * @returns {import("../parts/view.js").SupplementView | undefined}
   */
  viewOf(view) {
    const { there } = this;
    return there && { ...view, m: { ...view.m, ...there.words }, later: there.parts };
  }
}
