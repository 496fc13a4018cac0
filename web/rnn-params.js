/**
 * The element <rnn-params framework input layers>: the count of a model and its derivation, with fields to change it. What stands
 * between its tags is shown until the first answer is there, and where there will be none. Registered by define.js.
 */
import { adoptStyles, html, nothing, unsafeCSS } from "lit";
import { Announcing } from "./announcing.js";
import { kindOf } from "./border/failure.js";
import { Copying } from "./copying.js";
import { AttributeElement } from "./element/attribute_element.js";
import { modeOf } from "./element/attributes.js";
import { load } from "./engine.js";
import { GoingBeyond } from "./going_beyond.js";
import { Linking } from "./linking.js";
import { languageAt, wordsOf } from "./messages/languages.js";
import { Speaker } from "./messages/speaker.js";
import { article } from "./parts/article.js";
import { nextButton } from "./parts/pace.js";
import { headline } from "./parts/summary.js";
import { widget } from "./parts/widget.js";
import { asked, follow, isTyped, moved, reveal } from "./revealing.js";
import { toAscii } from "./state/digits.js";
import { applyFix } from "./state/edits.js";
import { takeApart } from "./state/layers_text.js";
import { remembering } from "./state/memory.js";
import { layerField, needsText } from "./state/places.js";
import { decode, encode, forEngine, linkForEngine, sameTexts, withoutMark } from "./state/query.js";
import { frameworkOf } from "./state/story.js";
import base from "./styles/base.css?inline";
import chooser from "./styles/chooser.css?inline";
import derivation from "./styles/derivation.css?inline";
import devanagari from "./styles/devanagari.css?inline";
import form from "./styles/form.css?inline";
import layout from "./styles/layout.css?inline";
import tokens from "./styles/tokens.css?inline";
import widgetSheet from "./styles/widget.css?inline";
import { blanksAsked } from "./telling/blanks.js";
import { outlineOf } from "./telling/outline.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./parts/view.js").View} View */
/** @typedef {import("./parts/view.js").Actions} Actions */
/** @typedef {import("./state/query.js").Texts} Texts */
/** @typedef {import("./state/layers_text.js").LayersText} LayersText */
/** @typedef {import("./messages/languages.js").Messages} Messages */

/** Answers that are kept: the model's own, and those that its sections and its other cells ask for. */
const mostKept = 8;
export class RnnParams extends AttributeElement {
  /** The address of the whole page, where a widget leads to; "" if there is none. */
  static page = "";
  static styles = [tokens, base, layout, chooser, form, derivation, widgetSheet, devanagari].map((sheet) =>
    unsafeCSS(sheet),
  );

  /** @type {Engine | undefined} */
  #engine;
  /** @type {import("./engine.js").Catalog | undefined} */
  #catalog;
  /** @type {import("./engine.js").FailureKind | undefined} */
  #failure;
  /** The words; undefined until those of the language are there, before which nothing is shown. @type {Messages | undefined} */
  #m;
  #speaker = new Speaker(this, (words) => {
    if (words || !this.#view) this.messages = words; // what is shown stays until then
  });
  /** The link that the fields came with, as long as nothing was changed; `texts`: what it says, once it is read. @type {{ query: string, texts?: Texts } | undefined} */
  #link;
  #fromLink = false;
  /** @type {View | undefined} */
  #view;
  /** @type {LayersText} */
  #rows = { text: "", items: [] };
  #emptied = "";
  /** @type {Set<string>} */
  #shown = new Set();
  /** @type {Set<string>} */
  #open = new Set();
  /** @type {View["cut"]} */
  #cut = "matrix";
  #announcing = new Announcing(this);
  #copying = new Copying(this);
  #linking = new Linking();
  #beyond = new GoingBeyond(({ parts }, first) => {
    if (first && this.shadowRoot) adoptStyles(this.shadowRoot, [...RnnParams.elementStyles, ...parts.styles]);
    this.requestUpdate();
  });
  /** What was filled in, by the path of the blank. @type {Map<string, string>} */
  #filled = new Map();
  /** The model that it was filled in for. */
  #filledFor = "";
  /** How many steps are shown; undefined for all of them. @type {number | undefined} */
  #steps;

  constructor() {
    super();
    this.addEventListener("keydown", (event) => {
      const by = this.#view && asked(event);
      if (by) this.#actions.pace(by);
      if (by || isTyped(event)) event.stopPropagation(); // slides and sites have keys of their own
    });
  }

  /** The fields as they stand. @returns {Texts} */
  get texts() {
    const { framework, input, layers } = this;
    return { framework, input, layers };
  }

  /** The model as the text of a link; setting it shows what a link says, mistakes included. */
  get query() {
    return this.#link && !this.#link.texts ? this.#link.query : encode(this.texts);
  }

  set query(query) {
    this.#link = { query: withoutMark(query) };
    this.#fromLink = true;
    this.requestUpdate();
  }

  /** The sections below the derivation that are open. */
  get sections() {
    return [...this.#open];
  }

  set sections(sections) {
    this.#open = new Set(sections);
    this.requestUpdate();
  }

  /** All that the core says of the model; undefined before it is there. */
  get answer() {
    return this.#engine?.explain(this.#question());
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

  /** The whole derivation in any of the formats, with what writes it loaded for that. @param {string} format */
  async written(format) {
    const [engine, { documentOf }] = await Promise.all([load(), import("./export/formats.js")]);
    const m = this.#m ?? (await wordsOf(languageAt(this)));
    return documentOf(engine, this.#question(), format, m);
  }

  /** The picture of the count, as the text of an SVG file; "" where there is none. */
  async toSvg() {
    await load();
    await this.updateComplete;
    const view = this.#view;
    if (!view || !this.shadowRoot) return "";
    await this.#beyond.load(view.m);
    const further = this.#beyond.viewOf(view);
    return further ? (this.#beyond.there?.parts.svgFile(further, this.shadowRoot) ?? "") : "";
  }

  /** What is shown, for a window's title; "" before there is an answer. */
  get summary() {
    const view = this.#view;
    if (!view) return "";
    const { m, answer } = view;
    return answer.layers.length > 0 ? m.documentTitle(headline(view), answer.total) : m.unfinishedTitle;
  }

  /** The model in a few words, without its count; "" before there is an answer. */
  get label() {
    const view = this.#view;
    return view ? view.m.headline(headline(view)) : "";
  }

  /** The words that the element speaks; others may be set. */
  get messages() {
    return this.#m;
  }

  set messages(messages) {
    this.#m = messages;
    this.requestUpdate();
  }

  /** What the core knows; undefined until it is there. */
  get catalog() {
    return this.#catalog;
  }

  get version() {
    return this.#catalog?.version ?? "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.#speaker.start();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#speaker.stop();
  }

  #load() {
    load()
      .then(
        (engine) => {
          this.#engine = {
            ...engine,
            explain: remembering(engine.explain, mostKept, ({ problems }) => problems[0]?.args.what !== "memory"),
            compare: remembering(engine.compare, mostKept, ({ length }) => length > 0),
          };
          this.#catalog = engine.catalog();
          this.#failure = undefined;
          this.dispatchEvent(new CustomEvent("rnn-params-ready", { bubbles: true, composed: true }));
        },
        (error) => {
          this.#failure = kindOf(error);
          const detail = { kind: this.#failure, error };
          this.dispatchEvent(new CustomEvent("rnn-params-error", { bubbles: true, composed: true, detail }));
        },
      )
      .finally(() => this.requestUpdate());
  }

  willUpdate() {
    if (this.#engine && this.#catalog && this.#m) this.#view = this.#ask(this.#engine, this.#catalog, this.#m);
  }

  /** @param {Engine} engine @param {import("./engine.js").Catalog} catalog @param {Messages} m @returns {View} */
  #ask(engine, catalog, m) {
    const link = this.#followed();
    const query = this.#question();
    const whole = engine.explain(query);
    const outline = outlineOf(whole, catalog, m, { count: blanksAsked(this.fade), typed: this.#filledIn(whole.query) });
    const answer = outline.open ? { ...whole, total: "" } : whole;
    if (link) this.#readLink(link, answer.fields, catalog);
    const unreadable = answer.problems.some(needsText);
    if (!unreadable) this.#rows = takeApart(this.layers, answer.written);
    else if (this.#rows.text !== this.layers) this.#rows = { text: this.layers, items: [] };
    const asText = unreadable && this.#rows.items.length === 0;
    if (asText) {
      this.#shown.add("text");
      if (this.shadowRoot?.activeElement?.id !== "layers") this.#shown.add("text-first");
    }
    if (answer.problems.length === 0) this.#fromLink = false;
    if (!outline.open) this.#announcing.say(answer.total === "" ? m.noTotal : m.parameters(answer.total));
    return {
      m,
      catalog,
      answer,
      comparisons: outline.open ? [] : engine.compare(query),
      framework: frameworkOf(answer, catalog),
      texts: this.texts,
      layers: this.#rows,
      asText,
      fromLink: this.#fromLink,
      emptied: this.#emptied,
      shown: this.#shown,
      open: this.#open,
      cut: this.#cut,
      copied: this.#copying.copied,
      copyByHand: this.#copying.byHand,
      steps: this.#steps,
      mode: modeOf(this),
      page: RnnParams.page,
      outline,
      explain: engine.explain,
      compare: engine.compare,
      written: (format) => this.written(format),
      act: this.#actions,
    };
  }

  /** The link that the fields still say. */
  #followed() {
    return this.#link && (!this.#link.texts || sameTexts(this.#link.texts, this.texts)) ? this.#link : undefined;
  }

  /** What the engine is asked. */
  #question() {
    const link = this.#followed();
    return link ? linkForEngine(link.query) : forEngine(this.texts);
  }

  /** What was filled in for this model; what was for another one is forgotten. @param {string} query */
  #filledIn(query) {
    if (this.#filledFor !== query) this.#filled = new Map();
    this.#filledFor = query;
    return this.#filled;
  }

  /**
   * The engine decodes a damaged link better than a page does.
   * @param {{ query: string, texts?: Texts }} link
   * @param {Texts} fields
   * @param {import("./engine.js").Catalog} catalog
   */
  #readLink(link, fields, catalog) {
    if (!link.texts) Object.assign(this, decode(link.query, catalog.keys));
    for (const key of /** @type {const} */ (["framework", "input", "layers"])) {
      if (toAscii(this[key]) !== fields[key]) this[key] = fields[key];
    }
    link.texts = this.texts;
  }

  /** @type {Actions} */
  #actions = {
    change: (texts, decision) => {
      Object.assign(this, texts);
      this.requestUpdate();
      this.dispatchEvent(
        new CustomEvent("rnn-params-change", {
          bubbles: true,
          composed: true,
          detail: { query: this.query, decision },
        }),
      );
    },
    changeLayers: (layers, decision, focus = []) => {
      this.#rows = layers;
      this.#actions.change({ layers: layers.text }, decision);
      if (decision) this.updateComplete.then(() => this.#keepFocus(focus));
    },
    open: (query) => this.#actions.change(decode(query, this.#catalog?.keys ?? []), true),
    fix: (fix, field) => {
      const firstRow = fix.kind === "move" || (field === "layers" && !this.#view?.asText);
      this.#actions.change(applyFix(this.texts, fix), true);
      this.updateComplete.then(() => this.#actions.jump(firstRow ? layerField(0) : field));
    },
    empty: (field) => {
      this.#emptied = field;
    },
    leave: (field) => {
      if (this.#emptied !== field) return;
      this.#emptied = "";
      this.requestUpdate();
    },
    unfold: (section, open) => {
      if (this.#open.has(section) === open) return;
      if (open) this.#open.add(section);
      else this.#open.delete(section);
      this.requestUpdate();
      this.dispatchEvent(new CustomEvent("rnn-params-unfold", { bubbles: true, composed: true }));
    },
    cut: (cut) => {
      this.#cut = cut;
      this.requestUpdate();
    },
    show: (what) => {
      this.#shown.add(what);
      this.requestUpdate();
    },
    copy: (what, text) => this.#copying.copy(what, text),
    fill: async (path, text) => {
      this.#filled.set(path, text);
      this.requestUpdate();
      await this.updateComplete;
      const next = this.shadowRoot?.querySelector(".steps .blank");
      const lost = this.shadowRoot?.activeElement === null;
      if (lost) (next instanceof HTMLElement ? next : this.#field(nextButton))?.focus();
    },
    pace: async (by) => {
      this.#steps = by === "all" || !this.shadowRoot ? undefined : moved(this.shadowRoot, this.#steps, by);
      this.requestUpdate();
      await this.updateComplete;
      if (this.shadowRoot) follow(this.shadowRoot);
      if (this.shadowRoot?.activeElement === null && by === "all") this.#field(nextButton)?.focus();
    },
    jump: async (field) => {
      if (field === "layers") this.#actions.show("text");
      else this.#actions.show("rows");
      await this.updateComplete;
      const found = this.#field(field);
      const folded = found?.closest("details");
      if (folded) folded.open = true;
      const chosen = found?.querySelector("input:checked");
      if (found) (chosen instanceof HTMLElement ? chosen : found).focus();
      else this.#keepFocus([]);
    },
  };

  /** @param {string} id */
  #field(id) {
    const found = this.shadowRoot?.getElementById(id);
    return found instanceof HTMLElement && !found.matches(":disabled") ? found : undefined;
  }

  /**
   * Gives the focus to the first of these that can have it. Where it was lost and none of them can, the button that adds layers
   * has it.
   * @param {string[]} ids
   */
  #keepFocus(ids) {
    const found = ids.map((id) => this.#field(id)).find(Boolean);
    const lost = this.shadowRoot?.activeElement === null && document.activeElement === document.body;
    if (found) found.focus();
    else if (lost) /** @type {HTMLElement | null | undefined} */ (this.shadowRoot?.querySelector(".add"))?.focus();
  }

  render() {
    const view = this.#view;
    if (view) {
      const further = this.#beyond.viewOf(view);
      const beyond = further && this.#beyond.there?.parts.beyond(further);
      return (view.mode.controls === "all" ? article : widget)(view, this.#announcing.said, beyond);
    }
    const [failure, m] = [this.#failure, this.#m];
    if (!failure || !m) return html`<slot></slot>`;
    return html`<slot></slot>
      <p class="failure" role="status" lang=${m.language}>${m.failure(failure)} ${failure === "refused" ? nothing : html`<button type="button" class="fix" @click=${() => this.#load()}>${m.tryAgain}</button>`}</p>`;
  }

  updated() {
    if (this.#view) this.#beyond.load(this.#view.m);
    if (this.shadowRoot) this.#linking.watch(this.shadowRoot);
    this.#linking.show();
    if (this.shadowRoot) reveal(this.shadowRoot, this.#steps);
    this.dispatchEvent(new CustomEvent("rnn-params-shown", { bubbles: true, composed: true }));
  }
}
