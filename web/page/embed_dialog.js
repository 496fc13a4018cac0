/**
 * <embed-dialog>: what is on screen as text to paste into course notes, with a preview that can be tried: what is copied is what the
 * preview shows, with its blanks. The page loads this module when it is asked for.
 */
import { html, LitElement, nothing, unsafeCSS } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { choices, modelKeys, setAttribute } from "../element/attributes.js";
import { Copying } from "../element/copying.js";
import { RnnParams } from "../element/rnn-params.js";
import { nameOf } from "../element/view_of.js";
import { formats } from "../export/formats.js";
import { baseOf, fileAddress, frameOf, tagOf } from "../export/snippets.js";
import base from "../styles/base.css?inline";
import dialog from "../styles/embed_dialog.css?inline";
import form from "../styles/form.css?inline";
import tokens from "../styles/tokens.css?inline";
import { blanksAsked } from "../telling/blanks.js";
import { hasScreen } from "../telling/exercise_kinds.js";
import { asksForSize } from "../telling/facts.js";

/** @typedef {import("../messages/languages.js").SupplementMessages["embed"]} Words */
/** @typedef {"tag" | "frame" | "file" | "svg" | typeof formats[number]["id"]} Kind */

const documents = formats.map(({ id }) => id);
/** Plain text, which anything takes, is the last one. @type {Kind[]} */
const kinds = ["tag", "frame", "file", ...documents.filter((id) => id !== "text"), "svg", "text"];
/** The versions of an exercise that are offered. */
const versionSeeds = ["1", "2", "3", "4", "5", "6"];
/** As wide as notes usually are. */
const column = 640;
/** A name that comes of itself is cut. */
const longestName = 48;
/** What a frame has around the widget. */
const frameMargin = 16;

/** Without what would end it in an address. @param {string} text */
const idOf = (text) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}_.]+/gu)
    ?.join("-") ?? "";

/** Whether an exercise stands in place of the total already. @param {RnnParams} preview */
const isAsking = ({ shadowRoot }) => Boolean(shadowRoot?.querySelector(".exercise-screen"));

export class EmbedDialog extends LitElement {
  static properties = { words: { attribute: false }, source: { attribute: false } };
  static styles = [tokens, base, form, dialog].map((sheet) => unsafeCSS(sheet));

  /** @type {Record<string, string>} */
  #chosen = {};
  /** @type {Kind} */
  #kind = "tag";
  /** What the page left blank when it was opened last, and what it asked. */
  #fade = "";
  #exercise = "";
  /** What the author calls it, to tell its reports from others; undefined: as it is called by itself. @type {string | undefined} */
  #id;
  /** Gives an exercise other numbers than those on screen, where it has a digit. */
  #seed = "";
  #text = "";
  #finished = true;
  /** What is written last is shown. */
  #writing = 0;
  #copying = new Copying(this);

  constructor() {
    super();
    /** @type {Words | undefined} */
    this.words = undefined;
    /** What is on screen. @type {RnnParams | undefined} */
    this.source = undefined;
    /** @type {HTMLElement | undefined} */
    this.opener = undefined;
  }

  /** Opens it for what the page shows now. */
  async show() {
    const fade = this.source?.fade ?? "";
    if (fade !== this.#fade) this.#chosen.fade = blanksAsked(fade) > 0 ? fade.trim() : choices.fade[0];
    this.#fade = fade;
    this.#seed = "";
    const exercise = this.source?.exercise ?? "";
    if (exercise !== this.#exercise) this.#chosen.exercise = exercise || choices.exercise[0];
    this.#exercise = exercise;
    this.#fit();
    this.requestUpdate();
    await this.updateComplete;
    if (!this.#dialog?.open) this.#dialog?.showModal();
    this.#take();
    await this.#write();
  }

  /** The preview gets the model that is on screen, with the numbers that are asked for. */
  #take() {
    const [preview, source] = [this.#preview, this.source];
    if (!preview || !source) return;
    for (const key of modelKeys) setAttribute(preview, key, source[key]);
    setAttribute(preview, "seed", this.#seed);
  }

  /** Whatever had the focus before may be gone. */
  #giveFocusBack() {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement === this) this.opener?.focus();
  }

  get #dialog() {
    return this.shadowRoot?.querySelector("dialog");
  }

  get #preview() {
    return /** @type {RnnParams | null | undefined} */ (this.shadowRoot?.querySelector("rnn-params"));
  }

  /** The attributes that are not their defaults. */
  get #attributes() {
    const chosen = Object.entries(this.#chosen).map(([name, value]) => [name, value === choices[name][0] ? "" : value]);
    const language = document.documentElement.lang;
    const lang = language === "en" ? "" : language;
    if (this.#asks) return { exercise: this.#chosen.exercise, lang, id: this.#name };
    return { ...Object.fromEntries(chosen), vs: this.source?.vs ?? "", lang, id: "" };
  }

  get #asks() {
    return hasScreen(this.#chosen.exercise);
  }

  /** What is chosen of an exercise that has its own screen: the others say how a derivation is told. */
  get #names() {
    return this.#asks ? ["exercise"] : Object.keys(choices);
  }

  /** What an exercise is called in what it reports. */
  get #name() {
    if (this.#id !== undefined) return idOf(this.#id);
    const answer = this.#preview?.answer;
    const whole = answer ? idOf(`${this.#chosen.exercise} ${this.#seed} ${nameOf(answer)}`) : "";
    return whole.length > longestName ? whole.slice(0, longestName).replace(/-[^-]*$/, "") : whole;
  }

  /** What fits: the picture would give values away that are left blank, and an exercise is no text. */
  get #kinds() {
    if (this.#asks) return kinds.filter((kind) => !documents.some((id) => id === kind) && kind !== "svg");
    return this.#hasBlanks ? kinds.filter((kind) => kind !== "svg") : kinds;
  }

  get #hasBlanks() {
    return this.#asks || blanksAsked(this.#chosen.fade ?? "") > 0;
  }

  /** The preview is drawn anew then, which writes anew. @param {Record<string, string>} chosen */
  #choose(chosen) {
    this.#chosen = { ...this.#chosen, ...chosen };
    this.#fit();
    if (this.#seed !== "" && !this.#hasBlanks) this.#number("");
    this.requestUpdate();
  }

  /** What is chosen is one of those that fit. */
  #fit() {
    if (this.#kinds.includes(this.#kind)) return;
    this.#kind = this.#kinds[0];
    this.#text = "";
  }

  /** What is written are the numbers that the preview has then. @param {string} seed */
  #number(seed) {
    this.#seed = seed;
    this.#take();
    this.requestUpdate();
  }

  /** How high a frame has to be in a column of notes. */
  #measured() {
    const preview = this.#preview;
    if (!preview) return 0;
    preview.style.width = `${column}px`;
    const { height } = preview.getBoundingClientRect();
    preview.style.width = "";
    return Math.ceil(height) + frameMargin;
  }

  /** Whatever the preview shows: a model that was tried in it, too. */
  async #write() {
    const [preview, source] = [this.#preview, this.source];
    const answer = preview?.answer;
    if (!preview || !source || !answer) return;
    const embedding = {
      query: answer.query,
      attributes: this.#attributes,
      base: baseOf(RnnParams.page),
      height: this.#measured(),
      title: this.#hasBlanks && !isAsking(preview) ? preview.label : preview.summary, // blanks are not given away
    };
    const onScreen =
      source.query === preview.query && source.fade === preview.fade && source.exercise === preview.exercise;
    const texts = {
      tag: () => tagOf(embedding),
      frame: () => frameOf(embedding),
      file: () => fileAddress(embedding),
      svg: () => (onScreen ? source : preview).toSvg(), // the picture is cut as it is on screen
    };
    const writing = ++this.#writing;
    const kind = this.#kind;
    const text = await (kind in texts ? texts[/** @type {keyof typeof texts} */ (kind)]() : preview.written(kind, {}));
    const finished = answer.problems.every(asksForSize); // what a ? asks for is answered there, too
    if (writing !== this.#writing || (text === this.#text && finished === this.#finished)) return;
    this.#text = text;
    this.#finished = finished;
    this.requestUpdate();
  }

  async #copy() {
    await this.#copying.copy(this.#kind, this.#text);
    if (this.#copying.byHand === "") return;
    const area = this.shadowRoot?.querySelector("textarea");
    area?.focus();
    area?.select();
  }

  render() {
    const m = this.words;
    if (!m || !this.source) return nothing;
    const finished = this.#finished;
    const kind = (/** @type {Kind} */ one) =>
      html`<label class="check"><input type="radio" name="kind" value=${one} .checked=${live(one === this.#kind)} @change=${() => {
        this.#kind = one;
        this.#text = "";
        this.requestUpdate();
        this.#write();
      }} /> ${m.kinds[one]}</label>`;
    return html`<dialog aria-labelledby="title" @close=${() => this.#giveFocusBack()}>
      <div class="head"><h2 id="title">${m.title}</h2><button type="button" class="quiet" aria-label=${m.close} @click=${() => this.#dialog?.close()}>×</button></div>
      ${finished ? nothing : html`<p class="wrong" role="status">${m.unfinished}</p>`}
      <div class="options">${repeat(
        this.#names,
        (name) => name, // the one that was just chosen stays, and keeps the focus
        (name) => html`${this.#option(name, m)}${name === "exercise" && this.#hasBlanks ? this.#numbers(m) : nothing}`,
      )}${this.#asks ? this.#called(m) : nothing}</div>
      ${this.#asks ? html`<p class="hint">${m.numbers.same}</p>` : nothing}
      <fieldset class="kinds"><legend class="visually-hidden">${m.what}</legend>${this.#kinds.map(kind)}</fieldset>
      <textarea readonly rows="4" spellcheck="false" aria-label=${m.kinds[this.#kind]} .value=${this.#text}></textarea>
      <div class="taking">
        <button type="button" class="copy" ?disabled=${!finished || this.#text === ""} @click=${() => this.#copy()}>${this.#copying.copied === this.#kind ? m.copied : m.copy}</button>
        ${this.#download(m)}
      </div>
      <p class="hint">${m.use[this.#kind]}</p>
      ${this.#asks ? html`<p class="hint">${m.onPaper}</p><p class="hint">${m.reports.told}</p>` : nothing}
      <div class="preview" role="group" aria-label=${m.preview}>
        <rnn-params @rnn-params-shown=${() => this.#write()}></rnn-params>
      </div>
      <p class="hint">${m.where}</p>
    </dialog>`;
  }

  updated() {
    const preview = this.#preview;
    if (!preview) return;
    const none = Object.fromEntries(Object.keys(choices).map((name) => [name, ""]));
    const { id: _, ...attributes } = this.#attributes; // two of one name on a page are one too many
    const shown = { ...none, vs: "", ...attributes, lang: attributes.lang || "en" };
    for (const [name, value] of Object.entries(shown)) setAttribute(preview, name, value);
  }

  /** @param {string} name @param {Words} m */
  #option(name, m) {
    const words = /** @type {Record<string, { label: string, choices: Record<string, string> }>} */ (m.options)[name];
    const chosen = this.#chosen[name] ?? choices[name][0];
    const offered = /** @type {readonly string[]} */ (choices[name]);
    const values = offered.includes(chosen) ? offered : [...offered, chosen];
    const choose = (/** @type {Event} */ event) =>
      this.#choose({ [name]: /** @type {HTMLSelectElement} */ (event.target).value });
    return html`<label>${words.label} <select name=${name} @change=${choose}>${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${words.choices[value] ?? value}</option>`)}</select></label>`;
  }

  /** Which numbers an exercise has: those of a version are the ones that its worksheet has. @param {Words} m */
  #numbers({ numbers }) {
    const choose = (/** @type {Event} */ event) => this.#number(/** @type {HTMLSelectElement} */ (event.target).value);
    const option = (/** @type {string} */ seed) =>
      html`<option value=${seed} ?selected=${seed === this.#seed}>${seed === "" ? numbers.shown : numbers.version(seed)}</option>`;
    return html`<label>${numbers.label} <select name="seed" @change=${choose}>${["", ...versionSeeds].map(option)}</select></label>`;
  }

  /** What tells its reports from those of others. @param {Words} m */
  #called({ reports }) {
    const name = (/** @type {Event} */ event) => {
      this.#id = /** @type {HTMLInputElement} */ (event.target).value;
      this.requestUpdate();
      this.#write();
    };
    return html`<label>${reports.name} <input name="id" type="text" size="20" autocomplete="off" spellcheck="false" .value=${live(this.#id ?? this.#name)} @input=${name} /></label>`;
  }

  /**
   * The files that the text needs beside the page that it is pasted into.
   * @param {Words} m
   */
  #download(m) {
    if (baseOf(RnnParams.page) !== "" && this.#kind !== "file") return nothing;
    const file = { frame: "embed.html", file: "rnn-params.html" }[/** @type {string} */ (this.#kind)] ?? "";
    return file === ""
      ? nothing
      : html`<a class="copy" href=${RnnParams.page.replace(/[^/]*$/, file)} download=${file}>${m.download(file)}</a>`;
  }
}

if (!customElements.get("embed-dialog")) customElements.define("embed-dialog", EmbedDialog);
