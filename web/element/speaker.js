/** The words of an element: those of the nearest lang attribute, and others when that changes or the element moves. */
import { firstWordsOf, languageAt } from "../messages/languages.js";

/** @typedef {import("lit").ReactiveController} ReactiveController */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/** @typedef {import("../messages/languages.js").Language} Language */

/** @implements {ReactiveController} */
export class Speaker {
  #host;
  #say;
  /** @type {Language | undefined} */
  #language;
  /** Its words could not be had: those that are spoken are the default's. */
  failed = false;
  #observer = new MutationObserver(() => this.#look());

  /**
   * @param {import("lit").ReactiveControllerHost & Element} host
   * @param {(words: Messages | undefined) => void} say is told undefined while the words of another language are under way
   */
  constructor(host, say) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  /** Wherever the element stands: also outside the shadow roots around it. */
  hostConnected() {
    /** @type {Node | undefined} */
    let root = this.#host.getRootNode();
    while (root) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ["lang"] });
      root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
    }
    this.#look();
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }

  async #look() {
    const language = languageAt(this.#host);
    if (language === this.#language) return;
    this.#language = language;
    this.#say(undefined);
    const words = await firstWordsOf(language);
    if (language !== this.#language) return;
    this.failed = words.language !== language.id;
    this.#say(words);
  }

  /** Asks for the words anew. */
  again() {
    this.#language = undefined;
    this.#look();
  }
}
