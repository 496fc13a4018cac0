/** How totals differ: between frameworks, between layers, between what is stored and what has an effect. */
import { article, frameworkName, frameworkNames, list, number, several } from "./words.js";

/** @typedef {import("../../engine.js").Catalog} Catalog */
/** @typedef {import("../../state/story.js").Difference} Difference */

/** @param {string[]} ids @param {Catalog} catalog */
function countsAs(ids, catalog) {
  const [one, many] = ids.includes("notes") ? ["count", "count"] : ["prints", "print"];
  return `${frameworkNames(ids, catalog)} ${ids.length > 1 ? many : one}`;
}

/** @param {Difference} difference @param {Catalog} catalog */
function because({ ids, here, terms, places, units, matrices }, catalog) {
  return terms
    .map(({ kind, sign, numbers }) => {
      if (kind === "statistics")
        return `batch normalization's moving mean and variance ${sign === "more" ? "counted too" : "not counted"}`;
      if (sign === "fewer") {
        const keep = here === "notes" ? "keep" : "keeps";
        const name = here === "notes" ? "the notes" : frameworkName(here, catalog);
        return ids.length > 1 ? `they keep one bias where ${name} ${keep} two` : "one bias per unit instead of two";
      }
      if (places === "one")
        return `a second bias, ${several(units, "unit")}${matrices === "1" ? "" : ` × ${matrices} matrices`}`;
      const sum = numbers.text.length > longest ? "" : `, ${numbers.text.replace(/[0-9]+/g, number)}`;
      return `${where[places]}${sum}`;
    })
    .join("; ");
}

/** Longer sums stand under the why only. */
const longest = 60;

/** What there is more of, and where. @type {Record<Exclude<Difference["places"], "one">, string>} */
const where = {
  directions: "a second bias in both directions",
  layers: "a second bias in every layer",
  all: "a second bias in every direction and layer",
  some: "second biases",
};

/** @type {Record<string, string>} */
const reasons = {
  one_bias: "Most course notes keep one bias per unit of every gate: the formula's + 1.",
  keras_bias:
    "Keras keeps one bias per unit of every gate, but two in a GRU with reset_after=True, where the reset gate comes after the recurrent bias.",
  cudnn_bias:
    "PyTorch keeps one bias on the input side and one on the hidden side, for compatibility with cuDNN, which stores both.",
};

export const comparisonMessages = {
  /** @param {Difference} difference @param {Catalog} catalog */
  difference: (difference, catalog) => {
    const counts = countsAs(difference.ids, catalog);
    if (difference.sign === "same") return `${counts} the same number.`;
    const reason = because(difference, catalog);
    return `${counts} ${number(difference.total)}, ${number(difference.difference)} ${difference.sign}${reason ? `: ${reason}` : ""}.`;
  },
  /** @param {string} id @param {string} problem @param {Catalog} catalog */
  noCount: (id, problem, catalog) => `${frameworkName(id, catalog)}: no total for this model. ${problem}`,
  /** @param {string} id */
  reason: (id) => reasons[id] ?? "",

  /**
   * What is stored, and what of it has an effect of its own.
   * @param {string} total
   * @param {string} value
   * @param {string[]} gates those whose two biases are simply added; none: all of them
   */
  effective: (total, value, gates) =>
    `${number(total)} stored, ${number(value)} do something of their own: ${
      gates.length > 0 ? `in ${list(gates)} the two biases are simply added` : "two biases that are added act as one"
    }.`,
  /** @param {string[]} gates */
  effectiveWhy: (gates) =>
    gates.length > 0
      ? "Where two biases are only added to each other, their sum could be one number. The candidate needs both of its own: the reset gate multiplies one of them."
      : "A unit sees the sum of its two biases only, and that sum could be one number: the second bias lets the network do nothing new.",

  /**
   * A second layer that differs from the first one only in what it reads.
   * @param {{ twice: string, sign: "more" | "fewer", numbers: string, difference: string }} comparison
   */
  twice: ({ twice, sign, numbers, difference }) =>
    `Twice layer 1 would be ${number(twice)}. Layer 2 reads ${several(numbers, "number")} ${sign} than layer 1, hence ${number(difference)} ${sign}.`,
  /**
   * @param {string} word
   * @param {string} input
   * @param {string} width
   * @param {number} count of layers in the stack
   * @returns {[string, string, string]}
   */
  coincidence: (word, input, width, count) => [
    `${count === 2 ? "Both layers" : "Layers 1 and 2"} have the same count here only because ${word} (${number(input)}) happens to equal what layer 2 reads (${width.replace(/[0-9]+/g, number)}). Try `,
    count === 2 ? "10 → 7 → 7" : "10 → 7 → 7 → …",
    ".",
  ],
  notInFormula: "Not in the formula: time steps, batch size, dropout.",
  /**
   * The words before and behind a linked total.
   * @param {{ cell: string, matrices: string, here: string, first: boolean }} other
   * @returns {[string, string]}
   */
  otherCell: ({ cell, matrices, here, first }) => {
    const name = cell === "RNN" ? "a plain RNN" : article(cell);
    const instead = first && here !== "1" ? ` instead of × ${here}` : "";
    return [`${first ? "Same sizes as" : "As"} ${name}: × ${matrices}${instead}, `, "."];
  },
};
