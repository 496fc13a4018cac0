/** What is said of a problem in the engine's own language; engine.js loads this with the rest of the core. */
import { problemMessages } from "../messages/en/problems.js";
import { problemWords } from "./problems.js";

/**
 * @param {import("../engine.js").Problem} problem
 * @param {import("../engine.js").Catalog} catalog
 * @param {import("./problems.js").Words} [words] the chosen framework's
 */
export const messageOf = (problem, catalog, words) => problemWords(problem, catalog, words, problemMessages);
