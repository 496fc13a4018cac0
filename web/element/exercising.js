/**
 * An exercise on the model: what was typed, hinted and shown, and the numbers of its own that a seed gives. What asks is loaded then.
 * Loaded with what supplements the derivation.
 */
import { html } from "lit";
import { failed } from "../border/failure.js";
import { decode, encode } from "../border/query.js";
import { askedOf, blanksAsked, blanksOf } from "../telling/blanks.js";
import { hasScreen } from "../telling/exercise_kinds.js";
import { Answering } from "./answering.js";
import { modeOf } from "./attributes.js";
import { focusFirst } from "./focus.js";
import { remembering } from "./memory.js";
import { nameOf } from "./view_of.js";

/** @typedef {import("../parts/view.js").SupplementView} SupplementView */
/** @typedef {import("../engine.js").Exercise} Exercise */
/** @typedef {import("../telling/exercise.js").Progress} Progress */
/** @typedef {import("../telling/exercise.js").Blank} Blank */
/** @typedef {import("../parts/exercise_screen.js").Words & { diagnosis: import("../messages/languages.js").DiagnosisMessages }} Words */

/** The ids of what begins one. */
const starts = { beside: "start-exercise", below: "start-exercise-below" };

/** So many are kept: the one that is asked, with wrong numbers in it, and the model that its numbers come from. */
const mostKept = 8;

/** Seeds that are drawn are below this. */
const seeds = 1_000_000;
/** So often others are drawn, where chance draws those that are there. */
const mostDraws = 20;

export class Exercising {
  #host;
  /** @type {Answering<typeof import("../parts/exercise_screen.js") & typeof import("./handing_out.js"), Words>} */
  #answering;
  /** @type {import("./handing_out.js").HandingOut | undefined} */
  #handingOut;
  /** @type {((asked: string) => Exercise) | undefined} */
  #exercise;
  /** The reader has done it, or does not want to: the derivation is shown. */
  #left = "";
  /** What is asked of which model. */
  #question = "";
  /** The exercise that is asked, and what was done in each: one step back finds it as it was left. */
  #at = "";
  /** @type {Map<string, Progress>} */
  #done = new Map();
  /** The model that other numbers are drawn for, and the one that was drawn. @type {{ base: string, seed: string, query: string } | undefined} */
  #drawn;
  /** What was told of last, to the page around. */
  #told = "";

  /** @param {import("lit").LitElement & Parameters<typeof modeOf>[0] & { fade: string, seed: string }} host */
  constructor(host) {
    this.#host = host;
    this.#answering = new Answering(
      host,
      async () => ({ ...(await import("../parts/exercise_screen.js")), ...(await import("./handing_out.js")) }),
      async (m) => {
        const [words, diagnosis] = await Promise.all([m.exercising(), m.diagnosis()]);
        return { ...words, diagnosis };
      },
    );
    // A model that a reader has changed is no longer the one that was drawn.
    host.addEventListener("rnn-params-change", () => {
      if (host.seed !== "") host.seed = "";
    });
  }

  /** What its screen is called; "" before there is one. */
  title = "";

  /** What is needed before anything is shown: where only values are left blank, nothing. */
  get there() {
    return !this.#asksCore || this.#answering.there !== undefined;
  }

  /** Other numbers are the core's, too; which values are left blank is told without it. */
  get #asksCore() {
    const { fade, seed } = this.#host;
    return modeOf(this.#host).exercise !== "none" || (blanksAsked(fade) > 0 && seed !== "");
  }

  /** How many of the last values are left blank, as the attribute has it. @param {string} kind */
  fade(kind) {
    return kind === "none" ? this.#host.fade : "";
  }

  /** Which of the last values are left blank, as an attribute asks for it. @param {string} fade */
  blanks(fade) {
    return (/** @type {import("../engine.js").Answer} */ answer, /** @type {import("./state.js").State} */ state) => {
      const all = blanksOf(answer, askedOf(fade, state));
      const touched = Object.keys(state.filled).length > 0;
      if (all.size > 0 && touched)
        this.#host.updateComplete.then(() => this.#tellResult(valuesResult([...all.values()])));
      return all;
    };
  }

  /**
   * What a wrong value in the derivation suggests; undefined until what asks is there, which it is loaded for with the first value that is typed.
   * @param {string} path
   * @param {string} typed
   * @param {SupplementView} view
   */
  aboutValue(path, typed, view) {
    const there = this.#answering.in(view.m);
    if (!there) {
      this.#answering.load(view.m);
      return undefined;
    }
    const { parts, words } = there;
    const { m, answer, catalog, texts } = view;
    const asked = this.#asked(encode(texts), "values").blanks.find(({ ref }) => ref === path);
    if (!asked) return undefined;
    const blank = { ...asked, typed };
    const finding = parts.findingOf(blank, answer, catalog);
    return parts.valueWords(finding, blank, answer, catalog, words, m.exercise.notYet);
  }

  /** Nothing where only values are left blank. @param {SupplementView["m"]} m */
  async load(m) {
    if (!this.#asksCore) return;
    this.#answering.failed = false;
    await this.#answering.load(m);
    if (!this.there) throw failed("missing", "What asks could not be had");
  }

  /** @param {string} query @param {string} kind @param {string} [seed] @param {Record<string, string>} [typed] @returns {Exercise} */
  #asked(query, kind, seed = "", typed = {}) {
    const questions = this.#answering.there?.questions;
    this.#exercise ??= remembering((asked) => {
      const [query, kind, seed, typed] = JSON.parse(asked);
      return /** @type {import("../engine.js").Questions} */ (questions).exercise(query, { kind, seed, typed });
    }, mostKept);
    return this.#exercise(JSON.stringify([query, kind, seed, typed]));
  }

  /** The blanks of what is on screen; of the values only the last ones, where so many are asked for. @param {string} query @param {string} kind @param {Record<string, string>} [typed] */
  #blanksOf(query, kind, typed) {
    const { blanks } = this.#asked(query, kind, "", typed);
    const last = kind === "values" ? blanksAsked(this.#host.fade) : 0;
    return last > 0 ? blanks.slice(-last) : blanks;
  }

  /**
   * The model with the numbers that a seed gives it; undefined where it has them, or none are asked for.
   * @param {string} query
   * @param {string} kind
   * @param {import("../engine.js").Catalog} catalog
   */
  drawn(query, kind, catalog) {
    const { seed, fade } = this.#host;
    const asks = kind === "none" && blanksAsked(fade) > 0 ? "values" : kind;
    if (asks === "none" || seed === "") return undefined;
    if (this.#drawn?.query === query && this.#drawn.seed === seed) return undefined;
    const { query: drawn, problems } = this.#asked(query, asks, seed);
    if (problems.length > 0) return undefined;
    const texts = decode(drawn, catalog.keys);
    this.#drawn = { base: query, seed, query: encode(texts) };
    return texts;
  }

  /** Numbers that are not those on screen, where there are any. @param {string} base @param {string} kind @param {string} query @param {import("../engine.js").Catalog} catalog */
  #others(base, kind, query, catalog) {
    let seed = "";
    let texts = decode(query, catalog.keys);
    for (let draw = 0; draw < mostDraws && encode(texts) === query; draw++) {
      seed = String(Math.floor(Math.random() * seeds));
      texts = decode(this.#asked(base, kind, seed).query, catalog.keys);
    }
    return { seed, texts };
  }

  /** Whether its screen stands in place of the derivation. @param {string} query @param {string} kind */
  asks(query, kind) {
    this.#question = `${kind} ${query}`;
    if (this.#left !== this.#question) this.#left = "";
    if (!hasScreen(kind) || this.#left !== "") return false;
    return this.#asked(query, kind).blanks.length > 0;
  }

  /** What begins one: beside what presents the steps, or below them where there is little room. @param {SupplementView} view @param {"beside" | "below"} place */
  start({ m, answer, outline }, place = "beside") {
    if (outline.open || answer.total === "") return "";
    const start = () => {
      this.#left = "";
      this.#host.exercise = "ideas";
      this.#answering.load(m);
    };
    return html`<button type="button" class="quiet start-${place}" id=${starts[place]} @click=${start}>${m.startExercise}</button>`;
  }

  /** @param {SupplementView} view */
  draw(view) {
    const there = this.#answering.in(view.m);
    if (!there) return "";
    const { questions, parts, words } = there;
    const kind = view.mode.exercise;
    const query = encode(view.texts);
    const at = `${kind} ${query}`;
    if (this.#at !== at) {
      this.#at = at;
      this.#told = "";
    }
    const progress = () => this.#done.get(at) ?? parts.untouched;
    const { answer, catalog, act } = view;
    const blanksNow = () => {
      const alone = parts.judged(this.#blanksOf(query, kind), progress(), answer);
      const wrong = parts.wrongValues(alone);
      if (Object.keys(wrong).length === 0) return alone;
      return parts.judged(this.#blanksOf(query, kind, wrong), progress(), answer);
    };
    const blanks = blanksNow();
    const diagnosed = (/** @type {Blank} */ { typed }) =>
      parts.diagnosedTotal(questions.diagnose(query, typed), answer, catalog, words);
    const findingOf = (/** @type {Blank} */ blank) => {
      const finding = parts.findingOf(blank, answer, catalog);
      if (finding.id === "total") return diagnosed(blank);
      const { notYet } = view.m.exercise;
      const sentence = blank.slips
        ? parts.valueWords(finding, blank, answer, catalog, words, notYet)
        : parts.slipWords(finding, words);
      return { ids: finding.ids, sentence };
    };
    /** @param {(progress: Progress) => Progress} change */
    const change = (change) => {
      const before = blanksNow();
      this.#done.set(at, change(progress()));
      const after = blanksNow();
      const now = progress();
      this.#done.set(at, { ...now, counted: { ...now.counted, ...parts.countedIn(after) } });
      this.#host.requestUpdate();
      for (const [place, blank] of after.entries()) {
        const { verdict, typed } = before[place];
        if (blank.verdict !== "wrong" || (verdict !== "open" && typed === blank.typed)) continue;
        this.#tell("rnn-params-answer", { number: blank.typed, ids: findingOf(blank).ids });
      }
      if (this.#told !== "" || after.some(({ verdict, hints }) => verdict !== "open" || hints > 0))
        this.#tellResult(parts.resultOf(after));
      return after;
    };
    const from =
      this.#drawn?.query === query ? { query: this.#drawn.base, seed: this.#drawn.seed } : { query, seed: "" };
    this.title = words.title({ model: nameOf(answer) });
    this.#handingOut ??= new parts.HandingOut(this.#host);
    return parts.exerciseScreen(
      {
        title: nameOf(answer),
        sheets:
          view.mode.controls === "all"
            ? this.#handingOut.of(view, {
                ...from,
                kind: /** @type {import("../engine.js").ExerciseKind} */ (kind),
              })
            : undefined,
        ...{ answer, blanks, result: parts.resultOf(blanks) },
        about: (blank) => findingOf(blank).sentence,
        fill: (id, text) => {
          change((done) => ({
            ...done,
            typed: { ...done.typed, [id]: text },
            checked: done.checked.filter((one) => one !== id),
          }));
        },
        check: (id, entered) => {
          const { checked } = progress();
          const after = checked.includes(id)
            ? blanksNow()
            : change((done) => ({ ...done, checked: [...done.checked, id] }));
          if (entered && parts.resultOf(after).done) this.#answering.focus(parts.doneId);
        },
        hint: (id) => {
          const blank = blanksNow().find((one) => one.id === id);
          if (!blank || blank.verdict === "right") return;
          if (blank.hints < parts.hintsOf(blank, answer, catalog).length)
            change((done) => ({ ...done, hints: { ...done.hints, [id]: blank.hints + 1 } }));
          else change((done) => given(done, [blank]));
        },
        give: () => {
          const left = blanksNow().filter(({ verdict }) => verdict !== "right");
          change((done) => given(done, left));
          this.#answering.focus(parts.doneId);
        },
        renew: /[1-9]/.test(query.replace(/^framework=[^&]*&?/, ""))
          ? () => {
              const base = this.#drawn?.query === query ? this.#drawn.base : query;
              const { seed, texts } = this.#others(base, kind, query, catalog);
              this.#host.seed = "";
              act.change(texts, true);
              this.#drawn = { base, seed, query: encode(texts) };
            }
          : undefined,
        leave: () => {
          this.#left = this.#question;
          if (view.mode.controls === "all") this.#host.exercise = "";
          if (this.#host.seed !== "") act.change({}, true);
          this.#host.requestUpdate();
          this.#begun();
        },
      },
      view,
      words,
    );
  }

  /** The focus goes back to where it began. */
  #begun() {
    const { shadowRoot } = this.#host;
    if (shadowRoot) this.#host.updateComplete.then(() => focusFirst(shadowRoot, Object.values(starts)));
  }

  /** @param {import("../telling/exercise.js").Result} result */
  #tellResult(result) {
    const now = JSON.stringify(result);
    if (now === this.#told) return;
    this.#told = now;
    this.#tell("rnn-params-exercise", result);
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/** How it goes where values are left blank. @param {import("../telling/blanks.js").Blank[]} blanks @returns {import("../telling/exercise.js").Result} */
const valuesResult = (blanks) => ({
  blanks: blanks.length,
  right: blanks.filter(({ right, given }) => right && !given).length,
  hints: 0,
  done: blanks.every(({ right }) => right),
});

/** @param {Progress} progress @param {Blank[]} blanks @returns {Progress} */
function given(progress, blanks) {
  return {
    ...progress,
    typed: { ...progress.typed, ...Object.fromEntries(blanks.map(({ id, value }) => [id, value])) },
    given: [...progress.given, ...blanks.map(({ id }) => id)],
  };
}
