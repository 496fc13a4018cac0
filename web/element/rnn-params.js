/**
 * The element <rnn-params framework input timesteps layers>: the count of a model and its derivation, with fields to change it. What stands
 * between its tags is shown until the first answer is there, and where there will be none. Registered by define.js.
 */

import { nothing } from "lit";
import { NotYet } from "../border/parts.js";
import { load } from "../engine.js";
import { languageAt } from "../messages/languages.js";
import { article } from "../parts/article.js";
import { awaitedWidget, stageRoom } from "../parts/awaited.js";
import { unanswered, unloaded } from "../parts/unanswered.js";
import { widget } from "../parts/widget.js";
import { titleWords } from "../telling/model.js";
import { wordsOf } from "../telling/words.js";
import { actionsOf } from "./actions.js";
import { Announcing } from "./announcing.js";
import { AttributeElement, attributeText } from "./attribute_element.js";
import { modelKeys, modeOf } from "./attributes.js";
import { Copying } from "./copying.js";
import { Core } from "./core.js";
import { Keeping } from "./focus.js";
import { Rest } from "./rest.js";
import { asked, isTyped } from "./revealing.js";
import { sheets } from "./sheets.js";
import { Speaker } from "./speaker.js";
import { after, initial, presentOf, queryOf, questionOf } from "./state.js";
import { Supplements } from "./supplements.js";
import { viewOf } from "./view_of.js";

/** @typedef {import("../parts/view.js").View} View */
/** @typedef {import("../messages/languages.js").Messages} Messages */

export class RnnParams extends AttributeElement {
  /** The address of the whole page, where a widget leads to; "" if there is none. */
  static page = "";
  /** The element is the page: what is presented fills it. */
  static fills = false;
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
  #rest = new Rest();
  #supplements = new Supplements(
    this,
    () => (this.#view ? this.#m : undefined),
    () => this.#complete(),
    () => this.#actions.pace("leave"),
  );
  #actions = actionsOf({
    apply: (act) => this.#apply(act),
    changed: (decision) => {
      this.#supplements.resting?.changed(decision);
      this.#tell("rnn-params-change", { query: this.query, decision });
    },
    compare: () => this.#supplements.resting?.now(),
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
      const by = this.#view && asked(event, this.#view.steps !== undefined, RnnParams.fills);
      if (by) {
        this.#actions.pace(by);
        event.preventDefault();
      }
      if (by || isTyped(event)) event.stopPropagation(); // slides and sites have keys of their own
    });
  }

  /**
   * @param {import("./state.js").Act} act
   * @returns {boolean} whether it changed anything
   */
  #apply(act) {
    const before = this.#state;
    const { texts } = before;
    const state = after(before, act);
    if (state === before) return false;
    this.#state = state;
    if (state.pace !== before.pace) this.requestUpdate("present", presentOf(before));
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
    return this.#core.soon(() => this.#core.engine?.explain(questionOf(this.#state)));
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
    const [engine, { allWordsOf, askedOf, documentOf }] = await Promise.all([load(), import("../export/formats.js")]);
    const m = this.#m ?? (await wordsOf(languageAt(this)));
    const words = await allWordsOf(m);
    return this.#view?.asks
      ? ""
      : documentOf(
          engine,
          questionOf(this.#state),
          format,
          words,
          askedOf(this.#view?.fade ?? this.fade, { ...this.#state, filled }),
        );
  }

  /** The picture of the count, as the text of an SVG file, whole where the steps are shown one by one, too; "" where there is none. */
  async toSvg() {
    await load();
    await this.updateComplete;
    const [view, m] = [this.#view, this.#m];
    if (!view || view.asks || !m || !this.shadowRoot) return "";
    await this.#supplements.load(m);
    const further = this.#supplements.viewOf(this.#whole(view));
    return further ? (this.#supplements.there?.parts.svgFile(further, this.shadowRoot) ?? "") : "";
  }

  /** All of it, also where its steps are shown one by one. @param {View} view */
  #whole(view) {
    const { answer } = this;
    return answer && view.steps !== undefined
      ? viewOf(
          { ...this.#state, pace: undefined },
          { ...view, answer, blanks: this.#supplements.exercising?.blanks(view.fade) },
        )
      : view;
  }

  /** The step that is presented, by its number, or "all" of them; "" where none is. */
  get present() {
    return presentOf(this.#state);
  }

  set present(/** @type {any} */ at) {
    this.#apply({ kind: "present", at: attributeText(at === true ? 1 : at) });
  }

  /** What is shown, for a window's title, without a count that is not told yet; "" before there is an answer. */
  get summary() {
    const view = this.#view;
    if (!view) return "";
    const { m, answer, catalog, outline } = view;
    if (view.asks) return this.#supplements.exercising?.title ?? "";
    if (outline.open) return outline.headline;
    return answer.layers.length > 0 ? titleWords(answer, catalog, m) : m.unfinishedTitle;
  }

  /** The model in a few words, without its count; "" before there is an answer. */
  get label() {
    return this.#view?.outline.headline ?? "";
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

  /** The words, and what draws problems. */
  async #complete() {
    const own = this.#own;
    if (own) await this.#rest.load(own);
    if (this.#own === own && this.#m && !this.#m.problem) this.#speak(own, this.#set);
  }

  /** What the core knows; undefined until it is there. */
  get catalog() {
    return this.#core.catalog;
  }

  get version() {
    return this.catalog?.version ?? "";
  }

  willUpdate() {
    const { engine, catalog, failure } = this.#core;
    const m = this.#m;
    if (!engine && failure) this.#view = undefined;
    if (engine && catalog && m)
      this.#view =
        this.#core.soon(
          () => this.#ask(engine, catalog, m),
          async () => {
            await this.#complete();
            if (this.#isExercise) await this.#supplements.exercise(m);
          },
        ) ?? this.#view;
  }

  get #isExercise() {
    return modeOf(this).exercise !== "none" || this.fade !== "";
  }

  /** @param {import("../engine.js").Engine} engine @param {import("../engine.js").Catalog} catalog @param {Messages} m */
  #ask(engine, catalog, m) {
    const mode = modeOf(this);
    const { exercising } = this.#supplements;
    if (this.#isExercise && !exercising?.there) throw new NotYet();
    const fade = exercising?.fade(mode.exercise) ?? "";
    const texts = exercising?.drawn(questionOf(this.#state), mode.exercise, catalog);
    if (texts) this.#apply({ kind: "change", texts });
    const answer = engine.explain(questionOf(this.#state));
    const { there: rest } = this.#rest;
    if (answer.problems.length > 0 && !rest) throw new NotYet();
    const typing = this.shadowRoot?.activeElement?.id === "layers";
    this.#apply({ kind: "answered", answer, typing });
    this.#copying.follow(`${questionOf(this.#state)} ${this.fade} ${this.#state.pace}`);
    const view = viewOf(this.#state, {
      m,
      rests: this.#supplements.resting?.rests ?? true,
      besides: this.#supplements.besides(m),
      catalog,
      answer,
      engine,
      rest,
      copied: this.#copying.copied,
      copyByHand: this.#copying.byHand,
      mode,
      exercise: this.exercise,
      asks: exercising?.asks(questionOf(this.#state), mode.exercise) ?? false,
      fade,
      blanks: exercising?.blanks(fade),
      got: this.got,
      vs: this.vs,
      page: RnnParams.page,
      fills: RnnParams.fills,
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
      const { there, failed, prints } = this.#supplements;
      const further = this.#supplements.viewOf(view);
      const below = prints ? this.#supplements.viewOf(this.#whole(view)) : further;
      const presents = view.steps !== undefined;
      const room = RnnParams.fills ? nothing : stageRoom;
      const supplements = below
        ? there?.parts.supplements(below)
        : failed && unloaded(view.m.later.supplements, view.m, () => this.#m && this.#supplements.load(this.#m));
      const told = view.asks
        ? further?.exercising?.draw(further)
        : (view.mode.controls === "all" ? article : widget)(
            below ?? view,
            this.#announcing.said,
            supplements || undefined,
          );
      const spoken = this.#speaker.failed && unloaded(view.m.later.language, view.m, () => this.#speaker.again());
      return [
        spoken || nothing,
        further ? there?.parts.stage(further) : presents ? supplements || room : nothing,
        told,
      ];
    }
    const room = this.#core.failure ? undefined : this.present ? stageRoom : awaitedWidget(this, modeOf(this));
    return unanswered(this.#core.failure, this.#m, () => this.#core.load(), room);
  }

  updated() {
    // What is presented stands in its place.
    this.shadowRoot?.querySelector(".layout, .widget")?.toggleAttribute("inert", this.#view?.steps !== undefined);
    this.#keeping.restore();
    this.#tell("rnn-params-shown", { whole: this.#supplements.there !== undefined });
  }
}
