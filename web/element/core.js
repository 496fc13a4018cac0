/** The core of an element: loaded when the element stands somewhere, and told of by events. */
import { kindOf } from "../border/failure.js";
import { NotYet } from "../border/parts.js";
import { loadFirst } from "../engine.js";
import { NotSaid } from "../telling/say.js";
import { comparing, remembering } from "./memory.js";
import { typeface } from "./typeface.js";

/** Answers that are kept: the model's own, and those that its sections and its other cells ask for. */
const mostKept = 8;

/** When all of the core is there. */
export const whole = async () => (await loadFirst()).whole();

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** Those that failed: what one of them gets is there for all. @type {Set<Core>} */
const waiting = new Set();

/** @implements {ReactiveController} */
export class Core {
  /** Undefined until it is there; it remembers its latest answers. @type {import("../engine.js").Engine | undefined} */
  engine;
  /** @type {import("../engine.js").Catalog | undefined} */
  catalog;
  /** Why it could not be loaded last time. @type {import("../engine.js").FailureKind | undefined} */
  failure;
  #host;
  /** What is told is told once, where the element stands then. */
  #asked = 0;

  /** @param {import("lit").ReactiveControllerHost & Element} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.load();
  }

  hostDisconnected() {
    this.#asked++;
    waiting.delete(this);
  }

  /** Also after a failure. */
  async load() {
    const asked = ++this.#asked;
    const tell = (/** @type {string} */ name, /** @type {object | undefined} */ detail) => {
      if (asked === this.#asked)
        this.#host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    };
    try {
      const core = loadFirst();
      const [{ engine }] = await Promise.all([core, typeface(core)]);
      this.#arrived(engine);
      tell("rnn-params-ready", undefined);
      const others = [...waiting];
      waiting.clear();
      for (const other of others) if (other !== this) other.load();
    } catch (error) {
      this.failure = kindOf(error);
      if (asked === this.#asked) waiting.add(this);
      tell("rnn-params-error", { kind: this.failure, error });
    }
    this.#host.requestUpdate();
  }

  /**
   * What a question gives, and undefined where the rest of the core, or of the words, has to come first: then that is loaded, and the host
   * asks again.
   * @template T
   * @param {() => T} ask
   * @param {() => Promise<void>} [words] loads those that such an answer needs
   * @returns {T | undefined}
   */
  soon(ask, words) {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof NotYet || error instanceof NotSaid)) throw error;
      this.#complete(words);
    }
  }

  /** @param {() => Promise<void>} [words] */
  async #complete(words) {
    try {
      await Promise.all([whole(), words?.()]);
    } catch (error) {
      this.engine = undefined;
      this.failure = kindOf(error);
      waiting.add(this);
    }
    this.#host.requestUpdate();
  }

  /** @param {import("../engine.js").Engine} engine */
  #arrived(engine) {
    /** @type {import("../engine.js").Answer | undefined} */
    let latest;
    const explain = (/** @type {string} */ query) => {
      latest = engine.explain(query, latest);
      return latest;
    };
    this.engine ??= {
      ...engine,
      explain: remembering(explain, mostKept),
      compare: comparing(engine, mostKept),
    };
    this.catalog ??= engine.catalog();
    this.failure = undefined;
  }
}
