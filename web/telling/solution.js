/** What is said of a size within a budget, before any language, and then in one. */
import { wordsAt } from "./frameworks.js";
import { optionWord, problemWords } from "./problems.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").SolveProblem} SolveProblem */
/** @typedef {typeof import("../messages/en/solve.js").solveMessages} SolveMessages */
/** @typedef {import("./say.js").Said<SolveMessages["solve"]["problem"]>} Said */

/** The problems that only a question has. @type {Record<string, (args: import("../engine.js").ProblemArgs) => Said | undefined>} */
const problems = {
  no_unknown: () => ({ id: "no_unknown" }),
  not_solvable({ what, option = "" }) {
    return what === "option" || what === "constant" || what === "steps" ? { id: what, option } : undefined;
  },
  budget_too_small: ({ smallest = "", number: size = "" }) => ({ id: "budget_too_small", smallest, size }),
};

/** What a text is that is no budget: it is told as a budget, not as a size. */
const noBudget = new Set(["too_small", "too_big", "not_whole", "not_a_number"]);

/** @param {SolveProblem} problem @returns {Said | undefined} */
function ownSaid({ key, code, args }) {
  if (key === "budget" && noBudget.has(code)) return { id: "no_budget", largest: args.largest ?? "" };
  return Object.hasOwn(problems, code) ? problems[code](args) : undefined;
}

/**
 * @param {SolveProblem} problem
 * @param {import("../engine.js").Catalog} catalog
 * @param {import("./problems.js").Words | undefined} words
 * @param {Pick<import("../messages/languages.js").Messages, "problem"> & SolveMessages} m
 */
export function solveProblemWords(problem, catalog, words, m) {
  const own = ownSaid(problem);
  if (own) return say(m.solve.problem, own);
  return problemWords(/** @type {import("../engine.js").Problem} */ (problem), catalog, words, m);
}

/**
 * How the sizes that are searched are called where they stand.
 * @param {import("../engine.js").Solution} solution
 * @param {import("../engine.js").Answer} answer to the same query
 * @param {import("../engine.js").Catalog} catalog
 */
export const searchedNames = ({ unknown }, answer, catalog) => [
  ...new Set(unknown.map((place) => optionWord(place.argument, { catalog, words: wordsAt(place, answer, catalog) }))),
];

/**
 * The answer in sentences: the size, its total, what is left, and the next one or why there is none.
 * @param {import("../engine.js").SolvedSize} found
 * @param {string[]} names of what is searched
 * @param {import("../engine.js").Catalog} catalog
 * @param {SolveMessages} m
 */
export function foundWords({ value: size, step, total, left, next, ending }, names, catalog, m) {
  const { answer, next: following, ending: ends } = m.solve;
  const one = String(BigInt(size) + BigInt(step));
  const after =
    ending === ""
      ? following({ size: one, total: next })
      : say(ends, {
          id: ending,
          size: one,
          largest: ending === "size" ? catalog.limits.size : catalog.limits.layers,
          total: catalog.limits.total,
        });
  const only = step === "1" ? "" : ` ${m.solve.multiples({ step })}`;
  return `${answer({ names, size, total, left })} ${after}${only}`;
}

/**
 * The total as a polynomial of the size, "4 × units² + 1,204 × units", and with a number in its place; "" where it is none.
 * @param {readonly string[]} coefficients
 * @param {string} size its name, or its value
 * @param {(digits: string) => string} number
 */
export function polynomialText(coefficients, size, number) {
  const powers = ["", ` × ${size}`, ` × ${size}²`];
  return coefficients
    .map((text, degree) => ({ text, degree, below: text.startsWith("-") }))
    .reverse()
    .filter(({ text }) => text !== "0")
    .map(({ text, degree, below }, place) => {
      const sign = below ? (place === 0 ? "−" : " − ") : place === 0 ? "" : " + ";
      return `${sign}${number(text.replace("-", ""))}${powers[degree]}`;
    })
    .join("");
}
