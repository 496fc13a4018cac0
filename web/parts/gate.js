/** The answer to "What is a gate?". */
import { factsOf } from "../telling/facts.js";
import { gateWords } from "../telling/gates.js";
import { words } from "../text/words.js";

/** @param {number} layer by index @param {import("./view.js").SupplementView} view */
export const gateAnswer = (layer, { answer, catalog, m }) => words(gateWords(factsOf(answer, layer, catalog), m));
