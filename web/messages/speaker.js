/** Finds the words for an element: those of the nearest lang attribute, and others when that changes. */
import { languageAt, wordsOf } from "./languages.js";

/** @typedef {import("./languages.js").Messages} Messages */
/** @typedef {import("./languages.js").Language} Language */

export class Speaker {
  #element;
  #say;
  /** @type {Language | undefined} */
  #language;
  #observer = new MutationObserver(() => this.#look());

  /**
   * @param {Element} element
   * @param {(words: Messages | undefined) => void} say is told undefined while the words of another language are under way
   */
  constructor(element, say) {
    this.#element = element;
    this.#say = say;
  }

  /** From here on, wherever the element stands. */
  start() {
    /** @type {Node | undefined} */
    let root = this.#element.getRootNode();
    while (root) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ["lang"] });
      root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
    }
    this.#look();
  }

  stop() {
    this.#observer.disconnect();
  }

  async #look() {
    const language = languageAt(this.#element);
    if (language === this.#language) return;
    this.#language = language;
    this.#say(undefined);
    const words = await wordsOf(language);
    if (language === this.#language) this.#say(words);
  }
}
