/** What answers questions, with the parts that draw its answers and their words: loaded when a reader comes near it, for each that asks. */
import { loadQuestions } from "../engine.js";
import { unloaded } from "../parts/unanswered.js";
import { focusFirst } from "./focus.js";

/** @typedef {import("../parts/view.js").SupplementView["m"]} Messages */
/** @typedef {import("lit").CSSResult} CSSResult */

/**
 * @template {object} Parts `styles`, where they have some, are adopted
 * @template Words
 * @template [Questions=import("../engine.js").Questions]
 */
export class Answering {
  /** It could not be had when it was asked for last. */
  failed = false;
  #host;
  #partsOf;
  #wordsOf;
  #arrived;
  #questionsOf;
  /** @type {{ questions: Questions, parts: Parts, words: Words } | undefined} */
  #there;
  /** The language of its words, or of those that are on their way. */
  #language = "";
  /** @type {Promise<void> | undefined} */
  #loading;
  /** What gets the focus as soon as it is there. */
  #wanted = "";

  /**
   * @param {import("lit").LitElement} host
   * @param {() => Promise<Parts>} partsOf
   * @param {(m: Messages) => Promise<Words>} wordsOf
   * @param {{ arrived?: () => void, questionsOf?: () => Promise<Questions> }} [others] `arrived`: when it is there for the first time;
   * `questionsOf`: what answers
   */
  constructor(
    host,
    partsOf,
    wordsOf,
    { arrived = () => {}, questionsOf = /** @type {() => Promise<any>} */ (loadQuestions) } = {},
  ) {
    this.#host = host;
    this.#partsOf = partsOf;
    this.#wordsOf = wordsOf;
    this.#arrived = arrived;
    this.#questionsOf = questionsOf;
  }

  get loading() {
    return this.#loading !== undefined;
  }

  /** In whatever language. */
  get there() {
    return this.#there;
  }

  /**
   * What is there, undefined before: other words are asked for where the language is another one now, and the old ones stay until then.
   * @param {Messages & { mixed?: boolean }} m `mixed`: some are still in the language before, and would ask for words in it
   */
  in(m) {
    if (this.#there && !m.mixed && this.#language !== m.language) this.#speak(m);
    return this.#there;
  }

  /** Once; where that failed, `retry` does it again. @param {Messages} m */
  async load(m) {
    if (this.#there || this.failed) return;
    this.#loading ??= this.#load(m);
    return this.#loading;
  }

  /** @param {Messages} m */
  retry(m) {
    this.failed = false;
    this.load(m);
    this.#host.requestUpdate();
  }

  /** @param {Messages} m */
  async #load(m) {
    this.#language = m.language;
    let arrived = () => {};
    try {
      const [questions, parts, words] = await Promise.all([this.#questionsOf(), this.#partsOf(), this.#wordsOf(m)]);
      this.#there = { questions, parts, words };
      this.#adopt(parts);
      arrived = this.#arrived;
    } catch {
      this.failed = true;
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
    arrived(); // what it waits for is drawn then
    if (this.#wanted !== "") this.focus(this.#wanted);
  }

  /** What is said where it could not be had. @param {Messages} m */
  unloaded(m) {
    return this.failed ? unloaded(m.later.supplements, m, () => this.retry(m)) : "";
  }

  /** Gives what has an id the focus: at once, or as soon as it is there. @param {string} id */
  focus(id) {
    this.#wanted = id;
    const { shadowRoot } = this.#host;
    this.#host.updateComplete.then(() => {
      if (!shadowRoot?.getElementById(id) || this.#wanted !== id) return;
      this.#wanted = "";
      focusFirst(shadowRoot, [id]);
    });
  }

  /** @param {Messages} m */
  async #speak(m) {
    this.#language = m.language;
    const words = await this.#wordsOf(m).catch(() => undefined);
    if (!words || !this.#there || this.#language !== m.language) return;
    this.#there = { ...this.#there, words };
    this.#host.requestUpdate();
  }

  /** @param {{ styles?: CSSResult[] }} parts */
  #adopt({ styles = [] }) {
    const { renderRoot } = this.#host;
    if (!(renderRoot instanceof ShadowRoot)) return;
    const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
    renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets, ...sheets];
  }
}
