/** The largest size within a budget, for a terminal. */

import { wordsAt } from "../telling/frameworks.js";
import { headlineWords } from "../telling/model.js";
import { foundWords, polynomialText, searchedNames, solveProblemWords } from "../telling/solution.js";
import { reportOf, shown } from "./report.js";

/**
 * A query with another budget.
 * @param {string} query
 * @param {string | undefined} budget as it was typed; undefined: the query's own
 */
export function withBudget(query, budget) {
  if (budget === undefined) return query;
  const others = query.split("&").filter((part) => part !== "" && !part.startsWith("budget="));
  return [...others, `budget=${encodeURIComponent(budget)}`].join("&");
}

/**
 * What was found, in three lines: the model, the size and the next one, the total as a polynomial of it; or what is wrong.
 * @param {string} query
 * @param {string} where the place of the query
 * @param {import("../engine.js").Engine} engine
 * @param {import("../engine.js").Questions} questions
 * @param {import("../messages/languages.js").Messages & import("../telling/solution.js").SolveMessages} m
 */
export function solutionReport(query, where, engine, questions, m) {
  const catalog = engine.catalog();
  const asked = engine.explain(query);
  const solution = questions.solve(query);
  const [found] = solution.answers;
  if (!found) {
    const words = (/** @type {import("../engine.js").Problem} */ problem) =>
      solveProblemWords(problem, catalog, wordsAt(problem, asked, catalog), m);
    const problems = /** @type {import("../engine.js").Problem[]} */ (solution.problems);
    return { text: "", query: "", problems: reportOf({ ...asked, ...solution, problems }, where, catalog, m, words) };
  }
  const names = searchedNames(solution, asked, catalog);
  const lines = [
    headlineWords(engine.explain(found.query), catalog, m),
    foundWords(found, names, catalog, m),
    ...(solution.coefficients.length > 0
      ? [
          `${polynomialText(solution.coefficients, names.length === 1 ? names[0] : "?", m.number)} = ${polynomialText(solution.coefficients, m.number(found.value), m.number)} = ${m.number(found.total)}`,
        ]
      : []),
    found.query,
  ];
  return { text: `${lines.map((line) => shown(line)).join("\n")}\n`, query: found.query, problems: "" };
}
