/**
 * The calculator for a page, a widget or a Node program: loads the core and completes its answers with English sentences.
 * The contract stands in engine.d.ts.
 */
import { questionsBytes, restBytes, wasmBytes } from "#wasm";
import { failed, kindOfFault } from "./border/failure.js";
import { fetched } from "./border/fetched.js";
import { asking, firstInstance, nextInstance } from "./border/instance.js";
import { notLasting } from "./border/lasting.js";
import { textOf, wellFormed as withoutHalves } from "./border/letters.js";
import { NotYet } from "./border/parts.js";
import { decode } from "./border/query.js";
import { gate, weight, withFormulas } from "./border/wire.js";
import { wordsAt } from "./telling/frameworks.js";

/** @typedef {import("./wasm/core.js").Core} Core */
/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {import("./engine.js").Catalog} Catalog */
/** @typedef {import("./engine.js").Comparison} Comparison */
/** @typedef {import("./engine.js").Problem} Problem */
/** @typedef {import("./engine.js").LoadOptions} LoadOptions */
/** @typedef {import("./engine.js").Writers} Writers */
/** @typedef {import("./engine.js").Questions} Questions */

/**
 * What is loaded once; where that failed, it can be tried again.
 * @template T
 * @param {(options: LoadOptions) => Promise<T>} start
 */
function once(start) {
  /** @type {Promise<T> | undefined} */
  let loading;
  return (/** @type {LoadOptions} */ options = {}) => {
    loading ??= start(options).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/**
 * The engine as soon as it counts what usual links say, for the element: until `whole()` has come, its functions throw a NotYet (border/parts.js)
 * where a question needs more. Its catalog is the one that all share, and only to be read; what comes later is in it then.
 * @type {(options?: LoadOptions) => Promise<{ engine: Engine, whole: () => Promise<void> }>}
 */
export const loadFirst = once(async ({ wasm }) => {
  const functions = /** @type {const} */ (["explain", "compare", "catalog", "edit"]);
  const rest = wasm ? undefined : restBytes;
  /** @type {Partial<typeof import("./telling/told.js")>} */
  const words = {};
  const facts = /** @type {Catalog} */ ({});
  const { made, complete } = await started(
    () => import("./wasm/core.js"),
    wasm ?? wasmBytes,
    functions,
    (ask, first) => engine(ask, Object.assign(facts, JSON.parse(first.catalog())), words),
  );
  const whole = once(async () => {
    const saying = import("./telling/told.js").catch((error) => {
      throw failed("missing", error);
    });
    const [told, core] = await Promise.all([saying, rest?.().then(complete)]);
    if (core) Object.assign(facts, JSON.parse(core.catalog()));
    words.messageOf = told.messageOf;
  });
  return { engine: made, whole: () => whole() };
});

/** All of it; its catalog is the one that all share, and only to be read. @param {LoadOptions} options */
export async function loadShared(options) {
  const { engine, whole } = await loadFirst(options);
  await whole();
  return engine;
}

/** @type {(options?: LoadOptions) => Promise<Engine>} */
export const load = once(async (options) => {
  const engine = await loadShared(options);
  return { ...engine, catalog: () => structuredClone(engine.catalog()) };
});

/** @type {(options?: LoadOptions) => Promise<Questions>} */
export const loadQuestions = once(async ({ wasm }) => {
  const [{ made: ask }, { questionsOf }] = await Promise.all([
    started(
      () => import("./wasm/questions.js"),
      wasm ?? questionsBytes,
      ["read", "diagnose", "solve", "exercise", "catalog"],
      (ask) => ask,
    ),
    import("./telling/questions.js"),
  ]);
  return questionsOf(ask);
});

/**
 * @param {LoadOptions & { lang?: string }} [options]
 * @returns {Promise<Writers>}
 */
export async function loadWriters({ lang, ...options } = {}) {
  const [engine, { writersOf }] = await Promise.all([loadShared(options), import("./export/writers.js")]);
  return writersOf(engine, lang);
}

/**
 * @template Core, T
 * @param {() => Promise<{ default: import("./border/instance.js").Create<Core> }>} script Emscripten's part of it
 * @param {NonNullable<LoadOptions["wasm"]> | (() => Promise<Uint8Array>)} wasm
 * @param {import("./border/instance.js").Names<Core>} functions
 * @param {(ask: import("./border/instance.js").Asking<Core>, first: Core) => T} engineOf
 */
async function started(script, wasm, functions, engineOf) {
  if (typeof WebAssembly === "undefined") throw failed("unsupported", "There is no WebAssembly here");
  const [create, bytes] = await Promise.all([loader(script()), bytesOf(wasm)]);
  /** @type {import("./border/parts.js").Rest} */
  const rest = {};
  const first = () => firstInstance(create, bytes, functions, rest).catch(faulty);
  const held = { core: /** @type {Core | undefined} */ (await first()) };
  const ask = asking(held, () => nextInstance(create, bytes, functions, rest));
  try {
    return {
      made: engineOf(ask, /** @type {Core} */ (held.core)),
      /** @param {Uint8Array} further bytes of the core's second part */
      async complete(further) {
        rest.compiled = await WebAssembly.compile(/** @type {BufferSource} */ (further)).catch(faulty);
        held.core = await first();
        return held.core;
      },
    };
  } catch (error) {
    return faulty(error);
  }
}

/** @param {unknown} error @returns {Promise<never>} */
async function faulty(error) {
  throw failed(await kindOfFault(error), error);
}

/** @template Core @param {Promise<{ default: import("./border/instance.js").Create<Core> }>} script */
async function loader(script) {
  const { default: create } = await script.catch((error) => {
    throw failed(error instanceof SyntaxError ? "damaged" : "missing", error);
  });
  if (typeof create !== "function") throw failed("damaged", "It is another file");
  return create;
}

/**
 * @param {NonNullable<LoadOptions["wasm"]> | (() => Promise<Uint8Array>)} wasm
 * @returns {Promise<ArrayBuffer | Uint8Array>}
 */
async function bytesOf(wasm) {
  if (typeof wasm === "function") return wasm();
  return wasm instanceof ArrayBuffer || wasm instanceof Uint8Array ? wasm : fetched(wasm);
}

/**
 * @param {import("./border/instance.js").Asking<Core>} answered
 * @param {Catalog} facts with what comes later, once that is there
 * @param {Partial<typeof import("./telling/told.js")>} words there with the rest of the core
 * @returns {Engine}
 */
function engine(answered, facts, words) {
  /** @param {Problem} problem @param {import("./telling/problems.js").Words} [called] the chosen framework's words @returns {Problem} */
  function told(problem, called) {
    if (!words.messageOf) throw new NotYet();
    return { ...problem, message: words.messageOf(problem, facts, called) };
  }

  return {
    explain(query, before) {
      const whole = (/** @type {Answer} */ answer) => {
        const problems = answer.problems.map((problem) => told(problem, wordsAt(problem, answer, facts)));
        return { ...answer, problems, query: problems.length === 0 ? answer.query : `${query}` };
      };
      return answered(
        (core) => whole(readAnswer(core.explain(wellFormed(query, facts)), before)),
        () => whole(tooMuch(decode(`${query}`, facts.keys))),
      );
    },
    compare(query, options) {
      const whole = (/** @type {Comparison} */ total) => ({
        ...total,
        // What a framework lacks is said when somebody reads it: no usual comparison waits for those words.
        problems: total.problems.map((problem) => ({
          ...problem,
          get message() {
            return told(problem).message;
          },
        })),
      });
      const comparisons = answered(
        (core) =>
          readComparisons(core.compare(wellFormed(query, facts), withoutHalves(textOf(options?.framework)))).map(whole),
        () => /** @type {Comparison[]} */ ([]),
      );
      return words.messageOf ? comparisons : notLasting(comparisons);
    },
    catalog: () => facts,
    edit(query, change) {
      const { kind, layer, argument, value } = change ?? {};
      const typed = textOf(value);
      const [of, at, name, to] = [textOf(kind), textOf(layer), textOf(argument), typed].map(withoutHalves);
      /** @type {import("./engine.js").Edits} */
      const { problems, edits, more_problems } = answered(
        (core) => JSON.parse(core.edit(wellFormed(query, facts), of, at, name, to)),
        () => ({ ...tooMuch(decode("", facts.keys)), edits: [] }),
      );
      const whole = withHalves(typed);
      return {
        problems: problems.map((problem) => told(problem)),
        more_problems,
        edits: edits.map((edit) => ({ ...edit, text: whole(edit.text) })),
      };
    },
  };
}

/**
 * The query as the core can take it: surrogates in pairs, and cut where it is too long anyway (the core says so).
 * @param {string} query
 * @param {Catalog} facts
 */
function wellFormed(query, facts) {
  return withoutHalves(`${query}`.slice(0, Number(facts.limits.text) + 1));
}

/**
 * Puts the halves of letters that a value was typed with back where the core saw U+FFFD: their other halves may be on the way.
 * @param {string} value
 * @returns {(text: string) => string}
 */
function withHalves(value) {
  const signs = value.match(/[\p{Surrogate}\uFFFD]/gu) ?? [];
  return (text) => {
    let place = 0;
    return text.split("\uFFFD").length === signs.length + 1 ? text.replace(/\uFFFD/g, () => signs[place++]) : text;
  };
}

/**
 * An answer out of its JSON, see border/wire.js.
 * @param {string} json
 * @param {Answer} [before] whose layers are taken where they are the same
 * @returns {Answer}
 */
function readAnswer(json, before) {
  const answer = before ? withLayersOf(before, json) : JSON.parse(json);
  if (!before) answer.layers.forEach(readLayer);
  jsonOf.set(answer.layers, json);
  for (const written of answer.written) written.args = written.args.map(argument);
  withFormulas(answer.effective);
  answer.effective.terms.forEach(withFormulas);
  answer.steps.forEach(withFormulas);
  return answer;
}

/** What layers were read from: JSON, in which each has a line of its own. @type {WeakMap<Answer["layers"], string>} */
const jsonOf = new WeakMap();

/** @param {Partial<Answer>} before @param {string} json */
function withLayersOf({ layers: old = [] }, json) {
  const [, ...oldLines] = jsonOf.get(old)?.split("\n") ?? [];
  const [start, ...lines] = json.split("\n");
  const answer = JSON.parse(start + lines.pop());
  answer.layers = lines.map((line, place) => (line === oldLines[place] ? old[place] : readLine(line)));
  return answer;
}

/** @param {string} line @returns {Answer["layers"][number]} */
function readLine(line) {
  const layer = JSON.parse(line.startsWith(",") ? line.slice(1) : line);
  readLayer(layer);
  return layer;
}

/** @param {any} layer as it is in JSON; then as it is in an answer */
function readLayer(layer) {
  if (layer.like >= 0) return;
  layer.gates = layer.gates.map(gate);
  layer.weights = layer.weights.map(weight);
  layer.steps.forEach(withFormulas);
}

/**
 * @param {string} json
 * @returns {Comparison[]}
 */
function readComparisons(json) {
  const comparisons = JSON.parse(json);
  for (const { terms } of comparisons) terms.forEach(withFormulas);
  return comparisons;
}

/** @param {[string, string, number, number, number, number]} list @returns {import("./engine.js").WrittenArg} */
function argument([name, text, start, end, from, to]) {
  return { name, text, start, end, value: { start: from, end: to } };
}

/** The answer to a model that the core had no memory for. @param {Answer["fields"]} fields @returns {Answer} */
function tooMuch(fields) {
  return {
    query: "",
    problems: [{ key: "layers", code: "limit", args: { what: "memory" }, start: 0, end: 0, message: "" }],
    more_problems: "0",
    readable: false,
    framework: "",
    fields,
    written: [],
    total: "",
    counted: "0",
    trainable: "",
    frozen: "",
    effective: { numbers: { text: "", tokens: [] }, value: "", terms: [] },
    layers: [],
    runs: [],
    steps: [],
  };
}
