/** How totals differ: between frameworks, between layers, between what is stored and what has an effect. */
import { reasons } from "./frameworks.js";
import { problemMessages } from "./problems.js";
import { article, frameworkName, frameworkNames, grouped, list, number, several } from "./words.js";

/** @typedef {import("../../engine.js").Catalog} Catalog */
/** @typedef {import("../../state/story.js").Difference} Difference */
/** @typedef {import("../../engine.js").Term} Term */
/** @typedef {{ value: string, biases: boolean, gates: string[], unused: string }} Effective see effectiveOf */

/** @param {string[]} ids @param {Catalog} catalog */
function countsAs(ids, catalog) {
  const [one, many] = ids.includes("notes") ? ["count", "count"] : ["prints", "print"];
  return `${frameworkNames(ids, catalog)} ${ids.length > 1 ? many : one}`;
}

/**
 * What one framework has more of, or less, than the one that is shown.
 * @param {Term} term
 */
function named({ kind, sign, numbers }) {
  const more = sign === "more";
  const sum = numbers.text.length > longest ? "" : `, ${grouped(numbers.text)}`;
  const names = /** @type {Record<Term["kind"], string>} */ ({
    bias: more ? `more biases${sum}` : `fewer biases${sum}`,
    candidate_bias: `${more ? "a" : "no"} recurrent bias in the candidate${sum}`,
    gate_biases: `${more ? "" : "no "}second biases in the gates${sum}`,
    matrices: `${more ? "more" : "fewer"} weight matrices${sum}`,
    peepholes: `${more ? "" : "no "}peepholes${sum}`,
    normalization: `${more ? "" : "no "}gains and shifts inside the cell${sum}`,
    projection: `${more ? "a" : "no"} projection${sum}`,
    unused: more ? `a part that is stored and never used${sum}` : `nothing that is stored and never used${sum}`,
    statistics: `batch normalization's moving mean and variance ${more ? "counted too" : "not counted"}`,
  });
  return names[kind];
}

/** @param {Difference} difference @param {Catalog} catalog */
function because({ ids, here, terms, places, units, matrices, second }, catalog) {
  return terms
    .map((term) => {
      const { kind, sign, numbers } = term;
      if (kind !== "bias" || !second) return named(term);
      if (sign === "fewer") {
        const keep = here === "notes" ? "keep" : "keeps";
        const name = here === "notes" ? "the notes" : frameworkName(here, catalog);
        return ids.length > 1 ? `they keep one bias where ${name} ${keep} two` : "one bias per unit instead of two";
      }
      if (places === "one")
        return `a second bias, ${several(units, "unit")}${matrices === "1" ? "" : ` × ${matrices} matrices`}`;
      const sum = numbers.text.length > longest ? "" : `, ${grouped(numbers.text)}`;
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

export const comparisonMessages = {
  /** @param {Difference} difference @param {Catalog} catalog */
  difference: (difference, catalog) => {
    const counts = countsAs(difference.ids, catalog);
    if (difference.sign === "same") return `${counts} the same number.`;
    const reason = because(difference, catalog);
    return `${counts} ${number(difference.total)}, ${number(difference.difference)} ${difference.sign}${reason ? `: ${reason}` : ""}.`;
  },
  /**
   * Frameworks that have no total for this model, and why.
   * @param {{ ids: string[], problem: import("../../engine.js").Problem }} refusal
   * @param {Catalog} catalog
   * @param {import("../../engine.js").FrameworkFacts["words"]} words
   */
  noCount: ({ ids, problem }, catalog, words) => {
    const names = frameworkNames(ids, catalog);
    if (problem.code !== "unsupported" || ids.length === 1)
      return `${names}: no total for this model. ${problemMessages.problem(problem, catalog, words)}`;
    const { option, layer, text = "" } = problem.args;
    if (option === "") return `${names}: no total for this model; no ${layer} of theirs is known here.`;
    const what = `${option}${/^false$/i.test(text.trim()) ? "=false" : ""}`;
    return `${names}: no total for this model, for they have no ${what}.`;
  },
  /** @param {string} id */
  reason: (id) => reasons[id] ?? "",

  /**
   * What is stored, and what of it has an effect of its own.
   * @param {string} total
   * @param {Effective} effective
   */
  effective: (total, { value, biases, gates, unused }) => {
    const added =
      gates.length > 0 ? `in ${list(gates)} the two biases are simply added` : "two biases that are added act as one";
    const idle = unused === "" ? [] : [`${number(unused)} ${unused === "1" ? "is" : "are"} never used`];
    const why = [...(biases ? [added] : []), ...idle];
    return `${number(total)} stored, ${number(value)} do something of their own: ${why.join("; ")}.`;
  },
  /** @param {Effective} effective */
  effectiveWhy: ({ biases, gates, unused }) => {
    const said = [];
    if (biases)
      said.push(
        gates.length > 0
          ? "Where two biases are only added to each other, their sum could be one number. The candidate needs both of its own: the reset gate multiplies one of them."
          : "A unit sees the sum of its two biases only, and that sum could be one number: the second bias lets the network do nothing new.",
      );
    if (unused !== "") said.push("What is never used is there all the same: it is stored, and it is counted.");
    return said.join(" ");
  },
  /** @param {Difference} difference @param {Catalog} catalog */
  because,

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
    `${count === 2 ? "Both layers" : "Layers 1 and 2"} have the same count here only because ${word} (${number(input)}) happens to equal what layer 2 reads (${grouped(width)}). Try `,
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
