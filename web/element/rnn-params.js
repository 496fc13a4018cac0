/**
 * The element <rnn-params framework input timesteps layers>: the count of a model and its derivation, with fields to change it. What stands
 * between its tags is shown until the first answer is there, and where there will be none. Registered by define.js.
 */

import { load } from "../engine.js";
import { languageAt, wordsOf } from "../messages/languages.js";
import { article } from "../parts/article.js";
import { awaitedWidget } from "../parts/awaited.js";
import { unanswered, unloaded } from "../parts/unanswered.js";
import { widget } from "../parts/widget.js";
import { headlineWords, titleWords } from "../telling/model.js";
import { actionsOf } from "./actions.js";
import { Announcing } from "./announcing.js";
import { AttributeElement, attributeText } from "./attribute_element.js";
import { modelKeys, modeOf } from "./attributes.js";
import { Copying } from "./copying.js";
import { Core } from "./core.js";
import { Keeping } from "./focus.js";
import { asked, isTyped, reveal } from "./revealing.js";
import { sheets } from "./sheets.js";
import { Speaker } from "./speaker.js";
import { after, initial, queryOf, questionOf } from "./state.js";
import { Supplements } from "./supplements.js";
import { askedOf, viewOf } from "./view_of.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("../messages/languages.js").Messages} Messages */

export class RnnParams extends AttributeElement {
  /** The address of the whole page, where a widget leads to; "" if there is none. */
  static page = "";
  static styles = sheets;

  #state = initial;
  /** The language's words; undefined until they are there, before which nothing is shown. @type {Messages | undefined} */
  #own;
  /** Others that were set instead of some of them. @type {Partial<Messages> | undefined} */
  #set;
  /** The words that are spoken. @type {Messages | undefined} */
  #m;
  /** What is on screen. @type {View | undefined} */
  #view;
  #core = new Core(this);
  #announcing = new Announcing(this);
  #copying = new Copying(this);
  #keeping = new Keeping(this);
  #speaker;
  #supplements = new Supplements(this, () => (this.#view ? this.#m : undefined));
  #actions = actionsOf({
    apply: (act) => this.#apply(act),
    changed: (decision) => this.#tell("rnn-params-change", { query: this.query, decision }),
    unfolded: () => this.#tell("rnn-params-unfold"),
    view: () => this.#view,
    root: () => this.shadowRoot,
    rather: (ids) => {
      this.#keeping.rather = ids;
    },
    drawn: () => this.updateComplete,
    copy: (what, text) => this.#copying.copy(what, text),
  });

  static {
    for (const key of modelKeys)
      Object.defineProperty(RnnParams.prototype, key, {
        configurable: true,
        get() {
          return this.#state.texts[key];
        },
        set(text) {
          this.#apply({ kind: "change", texts: { [key]: attributeText(text) } });
        },
      });
  }

  constructor() {
    super();
    this.#speaker = new Speaker(this, (words) => {
      if (words || !this.#view) this.#speak(words, this.#set); // what is shown stays until then
    });
    this.addEventListener("keydown", (event) => {
      const by = this.#view && asked(event);
      if (by) this.#actions.pace(by);
      if (by || isTyped(event)) event.stopPropagation(); // slides and sites have keys of their own
    });
  }

  /**
   * @param {import("./state.js").Act} act
   * @returns {boolean} whether it changed anything
   */
  #apply(act) {
    const { texts } = this.#state;
    const state = after(this.#state, act);
    if (state === this.#state) return false;
    this.#state = state;
    for (const key of modelKeys) if (state.texts[key] !== texts[key]) this.requestUpdate(key, texts[key]);
    this.requestUpdate();
    return true;
  }

  /** @param {string} name @param {object} [detail] */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** The model as the text of a link; setting it shows what a link says, mistakes included. */
  get query() {
    return queryOf(this.#state);
  }

  set query(query) {
    this.#apply({ kind: "link", query: attributeText(query) });
  }

  /** The sections below the derivation that are open. */
  get sections() {
    return [...this.#state.open];
  }

  set sections(/** @type {any} */ open) {
    const names = typeof open === "string" ? open.split(",") : Array.isArray(open) ? open : [];
    this.#apply({ kind: "sections", open: names.map(attributeText).filter(Boolean) });
  }

  /** All that the core says of the model; undefined before it is there. */
  get answer() {
    return this.#core.engine?.explain(questionOf(this.#state));
  }

  /** The count, whatever is painted; undefined where there is none. @returns {bigint | undefined} */
  get total() {
    const total = this.answer?.total;
    return total ? BigInt(total) : undefined;
  }

  /** The whole derivation, words and formulas, in the element's language, as LaTeX (amsmath); "" where there is none. */
  toLatex() {
    return this.written("latex");
  }

  /** The same as Markdown, with formulas between dollar signs. */
  toMarkdown() {
    return this.written("markdown");
  }

  /** The same as static HTML, with MathML. */
  toMathML() {
    return this.written("html");
  }

  /** The same as plain text. */
  toText() {
    return this.written("text");
  }

  /**
   * The whole derivation in any of the formats, with what writes it loaded for that. What is left blank here is blank there.
   * @param {string} format
   * @param {Readonly<Record<string, string>>} [filled] the blanks that count as filled in
   */
  async written(format, filled = this.#state.filled) {
    const [engine, { allWordsOf, documentOf }] = await Promise.all([load(), import("../export/formats.js")]);
    const m = this.#m ?? (await wordsOf(languageAt(this)));
    const words = await allWordsOf(m);
    return documentOf(engine, questionOf(this.#state), format, words, askedOf(this.fade, { ...this.#state, filled }));
  }

  /** The picture of the count, as the text of an SVG file, whole where the steps are shown one by one, too; "" where there is none. */
  async toSvg() {
    await load();
    await this.updateComplete;
    const [view, m] = [this.#view, this.#m];
    if (!view || !m || !this.shadowRoot) return "";
    await this.#supplements.load(m);
    const { answer } = this;
    const whole =
      answer && view.steps !== undefined ? viewOf({ ...this.#state, pace: undefined }, { ...view, answer }) : view;
    const further = this.#supplements.viewOf(whole);
    return further ? (this.#supplements.there?.parts.svgFile(further, this.shadowRoot) ?? "") : "";
  }

  /** What is shown, for a window's title, without a count that is not told yet; "" before there is an answer. */
  get summary() {
    const view = this.#view;
    if (!view) return "";
    const { m, answer, catalog, outline } = view;
    if (outline.open) return outline.headline;
    return answer.layers.length > 0 ? titleWords(answer, catalog, m) : m.unfinishedTitle;
  }

  /** The model in a few words, without its count; "" before there is an answer. */
  get label() {
    const view = this.#view;
    return view ? headlineWords(view.answer, view.catalog, view.m) : "";
  }

  /** The words that the element speaks; others may be set for some or all of them, and taken back by undefined or null. */
  get messages() {
    return this.#m;
  }

  set messages(messages) {
    this.#speak(this.#own, messages);
  }

  /** @param {Messages | undefined} own @param {Partial<Messages> | undefined} set */
  #speak(own, set) {
    this.#own = own;
    this.#set = set;
    this.#m = own && set ? { ...own, ...set } : own;
    this.requestUpdate();
  }

  /** What the core knows; undefined until it is there. */
  get catalog() {
    return this.#core.catalog;
  }

  get version() {
    return this.catalog?.version ?? "";
  }

  willUpdate() {
    const { engine, catalog } = this.#core;
    if (engine && catalog && this.#m) this.#view = this.#ask(engine, catalog, this.#m);
  }

  /** @param {import("../engine.js").Engine} engine @param {import("../engine.js").Catalog} catalog @param {Messages} m */
  #ask(engine, catalog, m) {
    const answer = engine.explain(questionOf(this.#state));
    const typing = this.shadowRoot?.activeElement?.id === "layers";
    this.#apply({ kind: "answered", answer, typing });
    this.#copying.follow(`${questionOf(this.#state)} ${this.fade} ${this.#state.pace}`);
    const view = viewOf(this.#state, {
      m,
      besides: this.#supplements.besides(m),
      catalog,
      answer,
      engine,
      copied: this.#copying.copied,
      copyByHand: this.#copying.byHand,
      mode: modeOf(this),
      fade: this.fade,
      page: RnnParams.page,
      written: (format) => this.written(format),
      act: this.#actions,
    });
    const { total } = view.answer;
    this.#announcing.say(view.outline.open ? "" : total === "" ? m.noTotal : m.parameters(total));
    return view;
  }

  render() {
    const view = this.#view;
    if (view) {
      const further = this.#supplements.viewOf(view);
      const { there, failed } = this.#supplements;
      const supplements = further
        ? there?.parts.supplements(further)
        : failed && unloaded(view.m.later.supplements, view.m, () => this.#m && this.#supplements.load(this.#m));
      const told = (view.mode.controls === "all" ? article : widget)(
        further ?? view,
        this.#announcing.said,
        supplements || undefined,
      );
      if (!this.#speaker.failed) return told;
      return [unloaded(view.m.later.language, view.m, () => this.#speaker.again()), told];
    }
    const room = this.#core.failure ? undefined : awaitedWidget(this, modeOf(this));
    return unanswered(this.#core.failure, this.#m, () => this.#core.load(), room);
  }

  updated() {
    if (this.shadowRoot) reveal(this.shadowRoot, this.#view?.steps);
    this.#keeping.restore();
    this.#tell("rnn-params-shown", { whole: this.#supplements.there !== undefined });
  }
}
