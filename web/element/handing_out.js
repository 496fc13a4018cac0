/** Worksheets of the exercise on screen: how many, as what, and their key. What writes them is loaded when they are unfolded; loaded with what asks. */
import { versionsFrom } from "../telling/versions.js";
import { Answering } from "./answering.js";
import { Copying } from "./copying.js";
import { print, save } from "./printing.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("../parts/worksheet_fold.js").Sheets} Sheets */
/** @typedef {import("../parts/worksheet_fold.js").SheetPart} SheetPart */
/** @typedef {import("../parts/worksheet_fold.js").Way} Way */
/** @typedef {{ query: string, seed: string, kind: import("../engine.js").ExerciseKind }} Asked `seed`: that gives the query the numbers on screen, "" for its own */

const loadWriters = () => import("../export/worksheets.js");

export class HandingOut {
  #host;
  #answering;
  #copying;
  #versions = "1";
  /** @type {Way} */
  #way = "print";
  /** What was copied last. @type {SheetPart} */
  #part = "sheets";

  /** @param {import("lit").LitElement} host */
  constructor(host) {
    this.#host = host;
    this.#copying = new Copying(host);
    this.#answering = new Answering(host, loadWriters, async (m) => (await loadWriters()).worksheetWords(m));
  }

  /** @param {View} view @param {Asked} asked @returns {Sheets} */
  of(view, { query, seed, kind }) {
    const { m, engine } = view;
    const [versions, way] = [this.#versions, this.#way];
    const seeds = versionsFrom(seed, versions);
    this.#copying.follow(JSON.stringify([query, kind, seeds, way, m.language]));
    const { copied, byHand } = this.#copying;
    const there = this.#answering.in(m);
    const format = way === "print" ? "html" : way;
    const text = (/** @type {SheetPart} */ part) => {
      if (!there) return "";
      const { parts: writers, words, questions } = there;
      const made = writers.worksheetsOf(engine, questions, query, { seeds, kind, part }, words);
      return writers.sheetsText(writers.pagesOf([made]), format, words);
    };
    const file = (/** @type {SheetPart} */ part) =>
      `${part === "keys" ? "key" : "worksheet"}.${there?.parts.sheetFormats.find(({ id }) => id === format)?.ending}`;
    const update = () => this.#host.requestUpdate();
    const isKey = this.#part === "keys";
    return {
      ...{ versions, seeds, onScreen: seed, way, ready: there !== undefined },
      failed: this.#answering.unloaded(m),
      done: copied,
      byHand: isKey ? "" : byHand,
      refused: isKey && byHand !== "",
      unfold: (open) => {
        if (open) this.#answering.load(m);
      },
      ask: (versions) => {
        this.#versions = versions;
        update();
      },
      choose: (way) => {
        this.#way = way;
        update();
      },
      take: (part) => {
        this.#part = part;
        if (way === "print") print(text(part), file(part));
        else this.#copying.copy(part, text(part));
      },
      save: () => save(text("keys"), file("keys")),
    };
  }
}
