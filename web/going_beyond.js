/** Loads what goes beyond the derivation, as soon as that is painted: its parts and its words. */
import { painted } from "./element/painted.js";

/** @typedef {import("./messages/languages.js").Messages} Messages */
/** @typedef {import("./messages/languages.js").BeyondMessages} BeyondMessages */
/** @typedef {{ parts: typeof import("./parts/beyond.js"), words: BeyondMessages }} Beyond */

export class GoingBeyond {
  /** Undefined until it is there. @type {Beyond | undefined} */
  there;
  #arrived;
  /** The words that it was asked for with. @type {Messages | undefined} */
  #asked;
  /** @type {Promise<void> | undefined} */
  #loading;

  /** @param {(beyond: Beyond, first: boolean) => void} arrived */
  constructor(arrived) {
    this.#arrived = arrived;
  }

  /**
   * Once for every language. Where it can't be had, the next answer asks for it again.
   * @param {Messages} m
   */
  async load(m) {
    if (m !== this.#asked) {
      this.#asked = m;
      this.#loading = this.#ask(m);
    }
    return this.#loading;
  }

  /** @param {Messages} m */
  async #ask(m) {
    try {
      if (!this.there) await painted();
      const [parts, words] = await Promise.all([import("./parts/beyond.js"), m.beyond()]);
      if (m !== this.#asked) return;
      const first = !this.there;
      this.there = { parts, words };
      this.#arrived(this.there, first);
    } catch {
      if (m === this.#asked) this.#asked = undefined;
    }
  }

  /**
   * What a part beyond the derivation draws from.
   * @param {import("./parts/view.js").View} view
   * @returns {import("./parts/view.js").BeyondView | undefined}
   */
  viewOf(view) {
    return this.there && { ...view, m: { ...view.m, ...this.there.words } };
  }
}
