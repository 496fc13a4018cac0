/**
 * The box at the top: it reads what is typed, pasted or dropped, and brings the model that was read on screen. What reads is loaded when
 * the reader comes near it. Loaded with what supplements the derivation.
 */
import { decode } from "../border/query.js";
import { toAscii } from "../form/digits.js";
import { askBox, askId } from "../parts/ask.js";
import { Answering } from "./answering.js";
import { focusFirst } from "./focus.js";
import { afterAct, isThere, modelRead, nothingPasted } from "./reading.js";

/** @typedef {import("lit").ReactiveController} ReactiveController */
/** @typedef {import("../parts/view.js").SupplementView} SupplementView */
/** @typedef {import("../messages/languages.js").ReadingMessages} ReadingMessages */

/** A longer text is read when it has stood still for a while. */
const shortText = 4000;
const rest = 150;

/** @implements {ReactiveController} */
export class Asking {
  #host;
  #pasted = nothingPasted;
  /** What the box was drawn from last. @type {SupplementView | undefined} */
  #view;
  /** @type {Answering<typeof import("../parts/reading.js"), ReadingMessages>} */
  #answering;
  #dragged = false;
  /** The file that is being read. @type {File | undefined} */
  #opening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {import("lit").LitElement} host */
  constructor(host) {
    this.#host = host;
    this.#answering = new Answering(
      host,
      () => import("../parts/reading.js"),
      (m) => m.reading(),
      { arrived: () => this.#ask() },
    );
    host.addEventListener("dragover", (event) => this.#over(event));
    host.addEventListener("dragleave", () => this.#drag(false));
    host.addEventListener("drop", (event) => this.#dropped(event));
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#waiting);
  }

  /** @param {import("./reading.js").Act} act */
  #apply(act) {
    const pasted = afterAct(this.#pasted, act);
    if (pasted === this.#pasted) return;
    this.#pasted = pasted;
    this.#host.requestUpdate();
  }

  /** The box, and what was read of what is in it. @param {SupplementView} view */
  draw(view) {
    this.#view = view;
    const pasted = this.#pasted;
    const there = isThere(pasted, view.texts);
    const box = {
      ...{ text: pasted.text, failed: this.#answering.failed, dragged: this.#dragged },
      loading: this.#opening !== undefined || (this.#answering.loading && pasted.text !== ""),
      undo: there,
      again: !there && pasted.reading !== undefined && pasted.reading.query !== "" && pasted.read === pasted.text,
      type: (/** @type {string} */ text) => this.#type(text),
      fill: (/** @type {string} */ text) => this.fill(text),
      take: (/** @type {FileList | null | undefined} */ files) => this.#take(files),
      near: () => this.#load(),
      retry: () => this.#answering.retry(view.m),
      goBack: () => this.#goBack(),
      goOn: () => this.#bring(true),
    };
    return askBox(view, box, this.#drawRead(view));
  }

  /** @param {SupplementView} view */
  #drawRead(view) {
    const pasted = this.#pasted;
    const there = this.#answering.in(view.m);
    if (!there) return undefined;
    const { parts } = there;
    const m = { ...view.m, ...there.words };
    const file = parts.fileTold(pasted.file, m);
    const { reading } = pasted;
    if (!pasted.open || !reading || pasted.read !== pasted.text) return file;
    const query = modelRead(pasted, view.engine.explain, view.catalog.keys);
    const read = {
      ...{ text: pasted.read, reading, chosen: pasted.chosen, names: pasted.names, lines: pasted.lines },
      answer: query === "" ? undefined : view.engine.explain(query),
      name: (/** @type {string} */ name, /** @type {string} */ value) => this.#name(name, value),
      choose: (/** @type {number} */ layer, /** @type {number} */ place) => this.#choose(layer, place),
      mend: (/** @type {import("../engine.js").Fix} */ fix) => this.#mend(query, fix),
      close: () => this.#close(),
      more: () => this.#apply({ kind: "more" }),
    };
    return [file, parts.whatWasRead(read, view, m)];
  }

  /** Puts a text into the box, as if it had been pasted. @param {string} text */
  fill(text) {
    this.#type(text);
    const { shadowRoot } = this.#host;
    if (shadowRoot) this.#host.updateComplete.then(() => focusFirst(shadowRoot, [askId]));
  }

  /** @param {string} text */
  #type(text) {
    this.#apply({ kind: "type", text });
    clearTimeout(this.#waiting);
    if (text.trim() === "") return;
    this.#load();
    if (text.length <= shortText) this.#ask();
    else this.#waiting = setTimeout(() => this.#ask(), rest);
  }

  /** What reads. */
  async #load() {
    if (this.#view) await this.#answering.load(this.#view.m);
  }

  /** Reads what is in the box. */
  #ask() {
    const { text, names } = this.#pasted;
    const there = this.#view && this.#answering.in(this.#view.m);
    if (!there || text.trim() === "") return;
    this.#apply({ kind: "read", text, reading: readWith(names, text, there.questions) });
    this.#bring(false);
  }

  /** Brings the model that was read on screen: one step in the history, that further keys make no longer. @param {boolean} anew */
  #bring(anew) {
    const view = this.#view;
    if (!view) return;
    const pasted = this.#pasted;
    const query = modelRead(pasted, view.engine.explain, view.catalog.keys);
    if (query === "") return;
    const texts = decode(query, view.catalog.keys);
    const further = isThere(pasted, view.texts) && !anew;
    this.#apply({ kind: "bring", before: view.texts, texts });
    if (!pasted.open) this.#apply({ kind: "read", text: pasted.text, reading: /** @type {any} */ (pasted.reading) });
    view.act.change(texts, !further);
  }

  #goBack() {
    const { before } = this.#pasted;
    this.#apply({ kind: "leave" });
    if (before) this.#view?.act.change(before, true);
    this.#stay();
  }

  #close() {
    this.#apply({ kind: "close" });
    this.#stay();
  }

  /** The focus is not lost with what had it. */
  #stay() {
    const { shadowRoot } = this.#host;
    if (shadowRoot) this.#host.updateComplete.then(() => focusFirst(shadowRoot, [askId]));
  }

  /** @param {string} name @param {string} value */
  #name(name, value) {
    this.#apply({ kind: "name", name, value });
    this.#ask();
  }

  /** @param {number} layer @param {number} place */
  #choose(layer, place) {
    this.#apply({ kind: "choose", layer, place });
    this.#bring(false);
  }

  /** @param {string} query @param {import("../engine.js").Fix} fix */
  #mend(query, fix) {
    this.#apply({ kind: "mend", query, fix, keys: this.#view?.catalog.keys ?? [] });
    this.#bring(false);
  }

  /** @param {DragEvent} event */
  #over(event) {
    if (!event.dataTransfer?.types.includes("Files") || !this.#view) return;
    event.preventDefault();
    this.#drag(true);
    this.#load();
  }

  /** @param {boolean} dragged */
  #drag(dragged) {
    if (dragged === this.#dragged) return;
    this.#dragged = dragged;
    this.#host.requestUpdate();
  }

  /** @param {DragEvent} event */
  #dropped(event) {
    this.#drag(false);
    if (!event.dataTransfer?.files.length || !this.#view) return;
    event.preventDefault();
    this.#take(event.dataTransfer.files);
  }

  /** The text of the first of some files; what is told says that it is only that. @param {FileList | null | undefined} files */
  async #take(files) {
    const [file, ...others] = files ?? [];
    if (!file) return;
    this.#opening = file;
    this.#host.requestUpdate();
    const { text, reading, told } = await this.#read(
      file,
      others.map(({ name }) => name),
    );
    if (this.#opening !== file) return; // there is a later one
    this.#opening = undefined;
    this.#host.requestUpdate();
    clearTimeout(this.#waiting);
    if (reading) {
      this.#apply({ kind: "type", text });
      this.#apply({ kind: "read", text, reading });
      this.#bring(false);
      this.#stay();
    }
    this.#apply({ kind: "file", file: told });
  }

  /**
   * What there is to read in a file; the readers of files are loaded when one comes.
   * @param {File} file
   * @param {string[]} others names of files that came with it
   * @returns {Promise<{ text: string, reading?: import("../engine.js").Reading, told: import("./reading.js").FromFile }>}
   */
  async #read(file, others) {
    const { name } = file;
    const refused = (
      /** @type {import("../border/files/source.js").Told} */ problem,
      /** @type {import("../border/files/source.js").Told[]} */ notes = [],
    ) => ({ text: "", told: { name, problem, notes } });
    let readers;
    try {
      [, readers] = await Promise.all([this.#load(), filesReaders()]);
    } catch {
      return refused({ code: "unloaded", args: {} });
    }
    const besides = readers.notReadWith(others);
    const view = this.#view;
    const there = view && this.#answering.in(view.m);
    if (!view || !there) return refused({ code: "unloaded", args: {} });
    const { contentsOf, blobSource, textOfFile } = readers;
    try {
      const contents = await contentsOf(blobSource(file), name);
      if ("code" in contents) return refused(contents, besides);
      const { text, reading, notes } = textOfFile(
        contents,
        (text) => readWith(this.#pasted.names, text, there.questions),
        (query) => view.engine.explain(query).total,
      );
      return { text, reading, told: { name, notes: [...notes, ...besides] } };
    } catch {
      return refused({ code: "unreadable", args: {} }, besides);
    }
  }
}

/** What reads files. */
async function filesReaders() {
  const [file, telling] = await Promise.all([import("../border/files/file.js"), import("../telling/files.js")]);
  return { ...file, ...telling };
}

/**
 * A reading with the names that the reader has given values for; what is asked is still asked then, with the answer in its field.
 * @param {Readonly<Record<string, string>>} given
 * @param {string} text
 * @param {import("../engine.js").Questions} questions
 */
function readWith(given, text, { read }) {
  const names = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, toAscii(value.trim())]])),
  );
  const reading = read(text, { names });
  if (Object.keys(names).length === 0) return reading;
  const asked = read(text).questions;
  const others = reading.questions.filter(({ name }) => !asked.some((one) => one.name === name));
  return { ...reading, questions: [...asked, ...others] };
}
