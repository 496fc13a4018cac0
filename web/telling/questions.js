/** What a program gets of the questions' module, with English sentences; engine.js loads this when it is asked for. The contract stands in engine.d.ts. */
import { longestText } from "../border/files/limits.js";
import { textOf, wellFormed } from "../border/letters.js";
import { withFormulas } from "../border/wire.js";
import { diagnosisMessages } from "../messages/en/diagnosis.js";
import { problemMessages } from "../messages/en/problems.js";
import { readingMessages } from "../messages/en/reading.js";
import { solveMessages } from "../messages/en/solve.js";
import { diagnosisProblemWords } from "./diagnosis.js";
import { nothingPrinted } from "./printed_rows.js";
import { problemWords } from "./problems.js";
import { solveProblemWords } from "./solution.js";
import { textProblemWords } from "./text_problems.js";

/** @typedef {import("../engine.js").Questions} Questions */
/** @typedef {import("../engine.js").Reading} Reading */
/** @typedef {import("../engine.js").DiagnosisProblem} DiagnosisProblem */

/**
 * @param {import("../border/instance.js").Asking<import("../wasm/questions.js").QuestionsCore>} answered
 * @returns {Questions}
 */
export const questionsOf = (answered) => ({
  read(text, options) {
    const typed = wellFormed(textOf(text).slice(0, longestText + 1));
    const names = listed(options?.names);
    /** @type {Reading} */
    const reading = answered(
      (core) => JSON.parse(core.read(typed, names)),
      () => tooMuch(typed),
    );
    const problems = reading.problems.map((problem) => ({
      ...problem,
      message: textProblemWords(problem, readingMessages),
    }));
    return { ...reading, problems };
  },
  diagnose(query, number, options) {
    const [asked, typed] = [query, number].map((text) => wellFormed(textOf(text).slice(0, longestText + 1)));
    const { layer } = Object(options);
    const index = layer === undefined ? "" : wellFormed(textOf(layer));
    const {
      nearest,
      findings,
      problems,
      more_problems: _,
      ...rest
    } = answered(
      (core) => JSON.parse(core.diagnose(asked, typed, index)),
      () => undiagnosed,
    );
    return {
      ...rest,
      problems: problems.map((/** @type {DiagnosisProblem} */ problem) => ({
        ...problem,
        message: diagnosisProblemWords(problem, diagnosisMessages),
      })),
      findings: findings.map(finding),
      nearest: nearest[0] ?? null,
    };
  },
  solve(query, options) {
    const typed = wellFormed(textOf(query));
    const at = Array.isArray(options?.at) ? options.at : [];
    const sizes = at.map((size) => wellFormed(textOf(size)).replace(/[\r\n]+/g, " "));
    /** @type {import("../engine.js").Solution} */
    const nothing = {
      problems: [{ key: "layers", code: "limit", args: { what: "memory" }, start: 0, end: 0, message: "" }],
      ...{ more_problems: "0", unknown: [], answers: [], points: [], coefficients: [] },
    };
    return answered(
      (core) => {
        /** @type {import("../engine.js").Solution} */
        const solution = JSON.parse(core.solve(typed, sizes.join("\n")));
        if (solution.problems.length === 0) return solution;
        /** @type {import("../engine.js").Catalog} */
        const catalog = JSON.parse(core.catalog());
        const told = (/** @type {import("../engine.js").SolveProblem} */ problem) =>
          solveProblemWords(problem, catalog, undefined, { ...problemMessages, ...solveMessages });
        return {
          ...solution,
          problems: solution.problems.map((problem) => ({ ...problem, message: told(problem) })),
        };
      },
      () => nothing,
    );
  },
  exercise(query, options) {
    const typed = wellFormed(textOf(query));
    const { seed, kind, typed: filled } = Object(options);
    const [drawn, asked] = [seed, kind].map((text) => (text === undefined ? "" : wellFormed(textOf(text))));
    const values = Object.entries(Object(filled)).map(([path, value]) => `${path}=${textOf(value)}`);
    /** @type {import("../engine.js").Exercise} */
    const nothing = {
      problems: [{ key: "layers", code: "limit", args: { what: "memory" }, start: 0, end: 0, message: "" }],
      ...{ more_problems: "0", query: typed, blanks: [] },
    };
    return answered(
      (core) => {
        /** @type {import("../engine.js").Exercise} */
        const exercise = JSON.parse(core.exercise(typed, drawn, asked, wellFormed(values.join("&"))));
        if (exercise.problems.length === 0) return exercise;
        const catalog = JSON.parse(core.catalog());
        const told = (/** @type {import("../engine.js").Problem} */ problem) => ({
          ...problem,
          message: problemWords(problem, catalog, undefined, problemMessages),
        });
        return { ...exercise, problems: exercise.problems.map(told) };
      },
      () => nothing,
    );
  },
});

/** A finding out of its JSON, with tokens as objects. @param {any} found @returns {import("../engine.js").Finding} */
function finding(found) {
  found.steps.forEach(withFormulas);
  return { ...found, parameter: Object.keys(found.parameter).length === 0 ? null : found.parameter };
}

/** The diagnosis that there was no memory for. */
const undiagnosed = {
  problems: [{ key: "number", code: "limit", args: { what: "memory" }, start: 0, end: 0 }],
  ...{ total: "", number: "", most: "", about: false, findings: [], nearest: [], observations: [] },
};

/** Names and values in turn, a line each. @param {unknown} names */
function listed(names) {
  const line = (/** @type {unknown} */ text) => wellFormed(textOf(text)).replace(/[\r\n]+/g, " ");
  return Object.entries(Object(names))
    .map(([name, value]) => `${line(name)}\n${line(value)}\n`)
    .join("");
}

/** The reading of a text that there was no memory for. @param {string} text @returns {Reading} */
function tooMuch(text) {
  const place = { start: 0, end: text.length };
  return {
    ...{ format: "", framework: "", query: "", questions: [], choices: [], more_choices: 0 },
    problems: [{ key: "text", code: "limit", args: { what: "memory" }, start: 0, end: 0, message: "" }],
    pieces: text.trim() === "" ? [] : [{ ...place, kind: "unknown", layer: -1, code: "too_long", args: {} }],
    printed: nothingPrinted,
  };
}
