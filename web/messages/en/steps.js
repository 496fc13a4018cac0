/** What every step of a derivation says, and why, by the ids of telling/steps.js. */

import { tuple } from "../numbers.js";
import { article, capital, list, number, numeral, ordinal, several, size } from "./words.js";

/** @typedef {import("../../telling/steps.js").GateSaid} GateSaid */
/** @typedef {import("../../telling/steps.js").CandidateSaid} CandidateSaid */
/** @typedef {{ gates: GateSaid[], candidate: CandidateSaid }} Gates */
/** @typedef {{ cell: string, both: boolean, things: "matrices" | "kernels" }} Owner `both`: of the gates in each of two directions */
/** @typedef {import("../../telling/convolutions.js").FilterSaid} FilterSaid */
/** @typedef {Pick<FilterSaid, "window" | "bias">} Window */
/** @typedef {{ reads: import("../../telling/steps.js").ReadSaid[] }} Reads */

/**
 * "each of the 32 units", "1 unit".
 * @param {string} count
 * @param {string} thing
 */
export const each = (count, thing) => `${count === "1" ? "" : "each of the "}${several(count, thing)}`;

/** Before a number in digits: eight, eleven, eighteen and eighty begin with a vowel. @param {string} digits */
export const articleOf = (digits) => (/^(8|(11|18)(?!\d))/.test(digits) ? "an" : "a");

export const gateNames = {
  input: "input ",
  forget: "forget ",
  output: "output ",
  update: "update ",
  reset: "reset ",
  candidate: "",
  "": "",
};

/** What a normalisation keeps a number for. @typedef {"feature" | "time step"} Kept */

/** @param {CandidateSaid} candidate */
const candidateName = ({ kind, name }) =>
  ({ cell: "1 cell candidate", named: `1 candidate, here called ${name}`, plain: "1 candidate" })[kind];

/** @param {GateSaid[]} gates */
const gatesCount = (gates) => several(String(gates.length), "gate");

/** @param {Gates & Owner} layer */
export function hasGates({ cell, both, gates, candidate }) {
  if (both) return `In each direction ${gatesCount(gates)} and ${candidateName(candidate)}`;
  const names = gates.map(({ role, name }) => gateNames[role] + name).join(", ");
  const letter = candidate.letter && ` ${candidate.letter}`;
  return `${capital(article(cell))} has ${gatesCount(gates)} (${names}) and ${candidateName(candidate)}${letter}`;
}

/** @param {Reads} read */
export const reads = ({ reads }) =>
  reads.map(
    ({ kind, name, count }) =>
      `the ${kind === "previous" ? "previous activations" : "input"} ${name} (${several(count, "number")})`,
  );

/** @param {Reads} read @param {string} last */
const readsAlso = (read, last) => `At every time step each unit reads ${[...reads(read), `and ${last}`].join(", ")}.`;

/** @param {Reads} read @param {string} what */
const readsAndHas = (read, what) => `At every time step each unit reads ${reads(read).join(" and ")}, and has ${what}.`;

/** @param {Reads} read */
export const readsBoth = (read) => `At every time step each unit reads ${reads(read).join(" and ")}.`;

/** @param {Reads & { count: string }} read */
const oneVector = ({ reads, count }) =>
  `Written one under the other, ${list(reads.map(({ name }) => name))} are one vector of ${size(count)} numbers; a unit needs one weight for each`;

/** @param {string} what each of them is */
export const threeGates = (what) =>
  `The three gates decide what to forget, what to write and what to show; the candidate is the new content itself. Some notes call all four gates. For counting they are alike: each is a ${what}, and all four have the same size.`;

/** @param {string} thing @param {string} count @param {string} twice */
export const ownDirection = (thing, count, twice) =>
  `A ${thing} reads the previous activations of its own direction only: ${count}, not ${twice}.`;

/** All of so many. @param {string} count */
const all = (count) => (count === "2" ? "both" : `all ${numeral(count)}`);

/** @param {string} weights */
export const timeSteps = (weights) =>
  `The number of time steps does not appear: the same ${weights} are used at every step.`;

/** @param {{ units: string, reads: string }} matrix */
const rows = ({ units, reads }) =>
  `One row of ${number(reads)} for ${each(units, "unit")}: ${articleOf(size(units))} ${size(units)} × ${number(reads)} matrix`;

export const stepMessages = {
  why: "Why?",
  whatIsGate: "What is a gate?",
  cellEquations: "The cell's equations",
  /** @param {string} place */
  asInLayer: (place) => `as in layer ${number(place)}`,
  step: {
    titles: {
      /** @param {{ place: number }} before */
      handed_on: ({ place }) => `What layer ${ordinal(place)} passes on`,
      /** @param {{ count: string }} matrices */
      matrices: ({ count }) => `${capital(numeral(count))} weight matrices`,
      reads: "What each unit reads",
      table: "The table",
      only_matrix: "The weight matrix",
      matrix: "One matrix",
      nothing: "Nothing to learn",
      /** @param {{ count: string, things: Owner["things"] }} matrices */
      all: ({ count }) => capital(all(count)),
      /** @param {{ count: string, things: Owner["things"] }} matrices */
      all_one_way: ({ count }) => `${capital(all(count))}, one direction`,
      projection: "The projection",
      layer_sum: "Add up the layer",
      directions: "Both directions",
      sum: "Add up the layers",
    },
    sentences: {
      /** @param {Gates & Owner & { names: string[] }} layer */
      gates_own: (layer) => `${hasGates(layer)}; each has a weight matrix of its own: ${layer.names.join(", ")}.`,
      /** @param {Gates & Owner & { order: string[] }} layer */
      gates_side_by_side: (layer) =>
        `${hasGates(layer)}; their ${layer.things} are kept side by side in the order ${layer.order.join(", ")}.`,
      /** @param {Gates & Owner & { order: string[] }} layer */
      gates_stacked: (layer) =>
        `${hasGates(layer)}; their ${layer.things} are kept one under the other in the order ${layer.order.join(", ")}.`,
      /** @param {{ count: string }} numbers */
      reads_input: ({ count }) =>
        `Each unit reads the ${several(count, "number")} that ${count === "1" ? "comes" : "come"} in, and a constant 1 for its bias.`,
      /** @param {Reads} read */
      reads_no_bias: (read) => `${readsBoth(read)} There is no bias.`,
      /** @param {Reads} read */
      reads_one_bias: (read) =>
        readsAlso(read, `a constant 1 for its bias: concat[${read.reads.map(({ name }) => name).join(", ")}], + 1`),
      /** @param {Reads & { names: string[] }} read */
      reads_two_biases: (read) => readsAndHas(read, `two biases: ${list(read.names)}`),
      /** @param {Reads} read */
      reads_bias_of_each_side: (read) =>
        readsAndHas(read, "two biases: one on the input side, one on the recurrent side"),
      /** @param {{ previous: string, twice: string }} numbers */
      own_direction: ({ previous, twice }) => ownDirection("unit", size(previous), size(twice)),
      /** @param {{ words: string, units: string }} table */
      table: ({ words, units }) => `A row of ${several(units, "number")} for ${each(words, "word")}.`,
      /** @param {{ units: string, reads: string }} matrix */
      matrix: ({ units, reads }) =>
        `It has ${several(units, "unit")}, ${units === "1" ? "with" : "and each unit has"} ${several(reads, "weight")}.`,
      /** @param {{ name: string }} layer */
      nothing: ({ name }) => `${name} has no parameters.`,
      /** @param {{ count: string, things: Owner["things"] }} matrices */
      all: ({ count, things }) => `${count === "2" ? "Both" : `The ${numeral(count)}`} ${things} have the same size.`,
      projection: "One more matrix makes the output narrower before it is passed on.",
      layer_sum: "The parts of this layer together.",
      directions:
        "The formula is the same; the layer reads the sequence forwards and backwards, with weights of its own for each direction.",
      sum: "Every layer has weights of its own, so the total is their sum.",
      /** @param {{ name: string, count: string }} layer */
      width_kept: ({ name, count }) => `${name} leaves the width alone: ${several(count, "number")}.`,
      /** @param {{ parts: string[] }} units */
      both_handed_on: ({ parts }) => `Both directions' units, one after the other: concat${tuple(parts)}.`,
      /** @param {{ mode: string, count: string }} units */
      merged_units: ({ mode, count }) => `Both directions' units, merged by ${mode}: ${several(count, "number")}.`,
      units_handed_on: "One number per unit.",
      /** @param {{ place: number, input: string }} layer */
      next_input: ({ place, input }) =>
        `That is ${input ? `layer ${ordinal(place)}'s ${input}` : `what layer ${ordinal(place)} reads`}.`,
    },
    whys: {
      three_gates: threeGates("small dense layer"),
      update_and_reset:
        "The matrices are as in the LSTM, 3 instead of 4. Some notes have other names for the same: relevance gate for the reset gate, output cell for the candidate.",
      no_time_steps: "There are no time steps and no gates here: one weight for each number that comes in.",
      /** @param {Reads & { count: string }} read */
      one_vector: (read) => `${oneVector(read)}.`,
      /** @param {Reads & { count: string }} read */
      one_vector_and_bias: (read) => `${oneVector(read)}, and its bias is a weight on a constant 1.`,
      /** @param {{ count: string }} weights */
      steps: ({ count }) => timeSteps(several(count, "weight")),
      reset_between:
        "In the candidate the reset gate multiplies the recurrent part after its bias has been added, so the candidate needs a bias on each side; in the two gates they are simply added to each other.",
      only_added: "They are added to each other, so the second lets the network do nothing new.",
      table: "An embedding only looks a row up. Nothing is added, so there is no bias.",
      /** @param {{ units: string, reads: string }} matrix */
      rows: (matrix) => `${rows(matrix)}.`,
      /** @param {{ units: string, reads: string }} matrix */
      rows_and_bias: (matrix) => `${rows(matrix)} whose last column is the bias.`,
      /** @param {{ units: string, reads: string }} matrix */
      rows_and_biases: (matrix) => `${rows(matrix)} whose last two columns are the biases.`,
      /** @param {{ name: string }} layer */
      nothing: ({ name }) => `${name} changes numbers on their way, without weights of its own.`,
      /** @param {{ count: string }} matrices */
      all: ({ count }) => `Each of the ${numeral(count)} matrices belongs to all units, so each is counted in full.`,
      projection:
        "The next step and the next layer read the projected output, so their matrices are smaller (Sak et al. 2014).",
      /** @param {{ cell: string }} layer */
      directions: ({ cell }) =>
        `The backward direction is a second ${cell} that starts at the end of the sequence. The two share nothing, so the count doubles exactly.`,
      handed_on: "Each unit computes one number at every time step.",
      width_matters: "Only the width matters to the next layer, not the parameter count.",
      /** @param {{ width: string }} units */
      merged_otherwise: ({ width }) =>
        `Merged by sum, product or average instead of concat, the width would stay ${size(width)}.`,
    },
    asks: { two_biases: "Why two?" },
  },
};
