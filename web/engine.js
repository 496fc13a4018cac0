/**
 * The calculator for a page, a widget or a Node program: loads the core and completes its answers with English sentences.
 * The contract stands in engine.d.ts.
 */
import { wasmBytes } from "#wasm";
import { failed, kindOfFault } from "./border/failure.js";
import { fetched } from "./border/fetched.js";
import { firstInstance, nextInstance } from "./border/instance.js";
import { withoutCore } from "./border/lasting.js";
import { wellFormed as withoutHalves } from "./border/letters.js";
import { decode } from "./border/query.js";
import { messages } from "./messages/en.js";
import { wordsAt } from "./telling/frameworks.js";
import { problemWords } from "./telling/problems.js";

/** @typedef {import("./bindings.js").Core} Core */
/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {import("./engine.js").Catalog} Catalog */
/** @typedef {import("./engine.js").Comparison} Comparison */
/** @typedef {import("./engine.js").Problem} Problem */
/** @typedef {import("./engine.js").LoadOptions} LoadOptions */
/** @typedef {import("./engine.js").Writers} Writers */

/** @type {Promise<Engine> | undefined} */
let loading;

/**
 * @param {LoadOptions} [options]
 * @returns {Promise<Engine>}
 */
export function load(options = {}) {
  loading ??= start(options).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * @param {LoadOptions & { lang?: string }} [options]
 * @returns {Promise<Writers>}
 */
export async function loadWriters({ lang, ...options } = {}) {
  const [engine, { writersOf }] = await Promise.all([load(options), import("./export/writers.js")]);
  return writersOf(engine, lang);
}

/**
 * @param {LoadOptions} options
 * @returns {Promise<Engine>}
 */
async function start({ wasm }) {
  if (typeof WebAssembly === "undefined") throw failed("unsupported", "There is no WebAssembly here");
  const [create, wasmBinary] = await Promise.all([loader(), bytes(wasm)]);
  try {
    const core = await firstInstance(create, wasmBinary);
    return engine(core, JSON.parse(core.catalog()), () => nextInstance(create, wasmBinary));
  } catch (error) {
    throw failed(await kindOfFault(error), error);
  }
}

/** Emscripten's part of the core. */
async function loader() {
  const { default: create } = await import("./wasm/core.js").catch((error) => {
    throw failed(error instanceof SyntaxError ? "damaged" : "missing", error);
  });
  if (typeof create !== "function") throw failed("damaged", "core.js is another file");
  return create;
}

/**
 * @param {LoadOptions["wasm"]} wasm
 * @returns {Promise<ArrayBuffer | Uint8Array>}
 */
async function bytes(wasm) {
  if (wasm === undefined) return wasmBytes();
  return wasm instanceof ArrayBuffer || wasm instanceof Uint8Array ? wasm : fetched(wasm);
}

/**
 * @param {Core} first an instance of the core
 * @param {Catalog} facts
 * @param {() => Core | undefined} next makes another one, where there is memory for it
 * @returns {Engine}
 */
function engine(first, facts, next) {
  /** @type {Core | undefined} */
  let core = first;

  /**
   * What `ask` gets from the core; `otherwise` if the core gave up (out of memory). What it left behind is not asked again: the next
   * question makes a new one.
   * @template {object} T
   * @param {(core: Core) => T} ask
   * @param {() => T} otherwise
   */
  function answered(ask, otherwise) {
    core ??= next();
    if (core === undefined) return withoutCore(otherwise());
    try {
      return ask(core);
    } catch {
      core = undefined;
      return otherwise();
    }
  }

  /** @param {Problem} problem @param {import("./telling/problems.js").Words} [words] @returns {Problem} */
  const told = (problem, words) => ({ ...problem, message: problemWords(problem, facts, words, messages) });

  return {
    explain(query) {
      const whole = (/** @type {Answer} */ answer) => {
        const problems = answer.problems.map((problem) => told(problem, wordsAt(problem, answer, facts)));
        return { ...answer, problems, query: problems.length === 0 ? answer.query : `${query}` };
      };
      return answered(
        (core) => whole(readAnswer(core.explain(wellFormed(query, facts)))),
        () => whole(tooMuch(decode(`${query}`, facts.keys))),
      );
    },
    compare(query) {
      const whole = (/** @type {Comparison} */ total) => ({
        ...total,
        problems: total.problems.map((problem) => told(problem)),
      });
      return answered(
        (core) => readComparisons(core.compare(wellFormed(query, facts))).map(whole),
        () => [],
      );
    },
    catalog: () => structuredClone(facts),
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

/** A text for what should be one. @param {unknown} value */
const textOf = (value) => (value === Object(value) ? typeof value : String(value ?? ""));

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
 * An answer out of its JSON, with tokens, cells and arguments as objects: they cross the border as lists, see core/publish.cpp and
 * explain.cpp.
 * @param {string} json
 * @returns {Answer}
 */
function readAnswer(json) {
  const answer = JSON.parse(json);
  for (const written of answer.written) written.args = written.args.map(argument);
  answer.effective.numbers.tokens = answer.effective.numbers.tokens.map(token);
  for (const { numbers } of answer.effective.terms) numbers.tokens = numbers.tokens.map(token);
  const full = answer.layers.filter((/** @type {{ like: number }} */ { like }) => like < 0);
  for (const { weights } of full) for (const weight of weights) weight.cells = weight.cells.map(cell);
  for (const { steps } of [...full, answer]) {
    for (const { symbols, numbers, reduced } of steps) {
      for (const formula of [symbols, numbers, reduced]) if (formula) formula.tokens = formula.tokens.map(token);
    }
  }
  return answer;
}

/**
 * @param {string} json
 * @returns {Comparison[]}
 */
function readComparisons(json) {
  const comparisons = JSON.parse(json);
  for (const { terms } of comparisons) for (const { numbers } of terms) numbers.tokens = numbers.tokens.map(token);
  return comparisons;
}

/** @param {string[]} list @returns {import("./engine.js").Token} */
function token([kind, text, ref = ""]) {
  // No framework writes a size with an index yet: the core has none.
  return { kind: /** @type {import("./engine.js").Token["kind"]} */ (kind), text, sub: "", sup: "", ref };
}

/** @param {[string, string, number, number, number, number]} list @returns {import("./engine.js").WrittenArg} */
function argument([name, text, start, end, from, to]) {
  return { name, text, start, end, value: { start: from, end: to } };
}

/** @param {string[]} list @returns {import("./engine.js").Cell} */
function cell([topic, gate, column, rows, columns, ref]) {
  return { topic: /** @type {import("./engine.js").Cell["topic"]} */ (topic), gate, column, rows, columns, ref };
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
