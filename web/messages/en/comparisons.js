/** How totals differ, by the ids of telling/comparisons.js and telling/remarks.js. */
import { reasons } from "./frameworks.js";
import { article, capital, frameworkName, frameworkNames, grouped, list, number, plural, several } from "./words.js";

/** @typedef {{ names: string[], printed: boolean }} Counters frameworks; `printed`: the notes, which print nothing, are not among them */
/** @typedef {Counters & { total: string, difference: string, why: string }} Other `why`: "" where nothing names it */

/** @param {Counters} counters */
function count({ names, printed }) {
  const one = names.length === 1 && !plural(names[0]);
  const verb = printed ? (one ? "prints" : "print") : "count";
  return `${frameworkNames(names)} ${verb}`;
}

/** @param {Other} other @param {"more" | "fewer"} sign */
const differs = (other, sign) =>
  `${count(other)} ${number(other.total)}, ${number(other.difference)} ${sign}${other.why && `: ${other.why}`}.`;

/** @param {{ twice: string, numbers: string, difference: string }} layer @param {"more" | "fewer"} sign */
const readsOther = ({ twice, numbers, difference }, sign) =>
  `Twice layer 1 would be ${number(twice)}. Layer 2 reads ${several(numbers, "number")} ${sign} than layer 1, hence ${number(difference)} ${sign}.`;

/** @param {{ word: string, input: string, width: string }} input @param {string} layers */
const happens = ({ word, input, width }, layers) =>
  `${layers} have the same count here only because ${word} (${number(input)}) happens to equal what layer 2 reads (${grouped(width)}). Try `;

/** @param {{ cell: string, plain: boolean }} other */
const oneOf = ({ cell, plain }) => (plain ? `a plain ${cell}` : article(cell));

/** @param {string} here */
const keepTwo = (here) => `${here || "the notes"} ${plural(here) ? "keep" : "keeps"} two`;

/** Layers of some kinds among others. @param {{ cells: string[], count: string }} layers */
const inThe = ({ cells, count }) => `in the ${list(cells)}${count === "1" ? "" : " layers"}`;

export const comparisonMessages = {
  difference: {
    /** @param {Counters} counters */
    same: (counters) => `${count(counters)} the same number.`,
    /** @param {Counters & { why: string }} other */
    same_by_chance: ({ why, ...counters }) => `${count(counters)} the same number by chance: ${why}.`,
    /** @param {Other} other */
    more: (other) => differs(other, "more"),
    /** @param {Other} other */
    fewer: (other) => differs(other, "fewer"),
  },
  /** What makes it, where not all frameworks come to a total in the same way. @param {string[]} names of frameworks @param {string} why */
  ofThese: (names, why) => `${frameworkNames(names)}: ${why}`,
  /** What one framework has more of, or fewer, than the one that is shown. */
  term: {
    bias_more: "more biases",
    bias_fewer: "fewer biases",
    candidate_bias_more: "a recurrent bias in the candidate",
    candidate_bias_fewer: "no recurrent bias in the candidate",
    gate_biases_more: "second biases in the gates",
    gate_biases_fewer: "no second biases in the gates",
    peepholes_more: "peepholes",
    peepholes_fewer: "no peepholes",
    normalization_more: "more gains and shifts inside the cell",
    normalization_fewer: "fewer gains and shifts inside the cell",
    projection_more: "a projection",
    projection_fewer: "no projection",
    unused_more: "more that is stored and never used",
    unused_fewer: "less that is stored and never used",
    statistics_more: "batch normalization's moving mean and variance counted too",
    statistics_fewer: "batch normalization's moving mean and variance not counted as parameters",
    counter_more: "a counter of the batches",
    counter_fewer: "no counter of the batches",
    depthwise_more: "more depthwise filters",
    depthwise_fewer: "fewer depthwise filters",
    pointwise_more: "more in the pointwise part",
    pointwise_fewer: "less in the pointwise part",
    projections_more: "more for queries, keys and values",
    projections_fewer: "less for queries, keys and values",
    output_projection_more: "more in the output projection",
    output_projection_fewer: "less in the output projection",
    extra_key_more: "one more key and value",
    extra_key_fewer: "no further key and value",
    scale_more: "scales of the scores",
    scale_fewer: "no scales of the scores",
    slopes_more: "more slopes",
    slopes_fewer: "fewer slopes",
    initial_state_more: "an initial state that is stored",
    initial_state_fewer: "no initial state that is stored",
    steps_more: "a layer reads more numbers, for more are passed on to it",
    steps_fewer: "a layer reads fewer numbers, for fewer are passed on to it",
    /** @param {{ here: string }} framework */
    one_bias_each: ({ here }) => `they keep one bias where ${keepTwo(here)}`,
    one_bias: "one bias per unit instead of two",
    /** @param {{ here: string, cells: string[], count: string }} layers */
    one_bias_each_in: ({ here, ...layers }) => `${inThe(layers)} they keep one bias where ${keepTwo(here)}`,
    /** @param {{ cells: string[], count: string }} layers */
    one_bias_in: (layers) => `one bias per unit instead of two ${inThe(layers)}`,
    /** @param {{ cells: string[], count: string }} layers */
    second_bias_in: (layers) => `a second bias ${inThe(layers)}`,
    /** @param {{ units: string }} layer */
    second_bias: ({ units }) => `a second bias, ${several(units, "unit")}`,
    /** @param {{ units: string, matrices: string }} layer */
    second_bias_of_each: ({ units, matrices }) => `a second bias, ${several(units, "unit")} × ${matrices} matrices`,
    second_bias_directions: "a second bias in both directions",
    second_bias_layers: "a second bias in every layer",
    second_bias_all: "a second bias in every direction and layer",
    second_bias_some: "second biases",
  },
  refusal: {
    /** @param {{ names: string[] }} frameworks */
    no_total: ({ names }) => `${frameworkNames(names)}: no total for this model.`,
    /** @param {{ names: string[], cell: string }} frameworks */
    no_cell: ({ names, cell }) =>
      `${frameworkNames(names)}: no total for this model; as far as we know, they have no ${cell}.`,
    /** @param {{ names: string[], cell: string }} frameworks */
    cell_unread: ({ names, cell }) =>
      `${frameworkNames(names)}: no total for this model; how they would keep a ${cell} is not known here.`,
    /** @param {{ names: string[] }} frameworks */
    always_concat: ({ names }) =>
      `${frameworkNames(names)}: no total for this model, for here their two directions are concatenated.`,
    /** @param {{ names: string[] }} frameworks */
    resets_before: ({ names }) =>
      `${frameworkNames(names)}: no total for this model, for their GRU's reset gate comes before the matrix.`,
    /** @param {{ names: string[] }} frameworks */
    resets_after: ({ names }) =>
      `${frameworkNames(names)}: no total for this model, for their GRU's reset gate comes after the matrix.`,
    /** @param {{ names: string[], option: string }} frameworks */
    no_option: ({ names, option }) =>
      `${frameworkNames(names)}: no total for this model, for they have no option ${option}.`,
  },
  /** Why a framework stores what it stores. */
  reason: reasons,
  /** Why frameworks differ. */
  because: {
    /** @param {{ reason: string }} framework */
    reason: ({ reason }) => reasons[reason] ?? "",
    unused: "What is never used is there all the same: it is stored, and it is counted.",
    counter: "A counter of batches is a tensor like the others to some frameworks; nothing is computed with it.",
    statistics:
      "The moving mean and variance are measured, not trained: some frameworks keep them as parameters, others beside them.",
  },

  /** What is stored, and what of it has an effect of its own. */
  effective: {
    /** @param {{ total: string, difference: string, why: string }} stored */
    stored: ({ total, difference, why }) =>
      `${number(difference)} of the ${number(total)} parameters ${difference === "1" ? "adds" : "add"} nothing new: ${why}.`,
    /** @param {{ gates: string[] }} layer */
    added_in: ({ gates }) => `in ${list(gates)} the two biases are simply added`,
    added: "two biases that are only added to each other act as one",
    /** @param {{ count: string }} unused */
    idle: ({ count }) => `${number(count)} ${count === "1" ? "is" : "are"} never used`,
    added_in_why:
      "Where two biases are only added to each other, their sum could be one number. A candidate needs both of its own where the reset gate multiplies one of them.",
    added_why:
      "A unit sees the sum of its two biases only, and that sum could be one number: the second bias lets the network do nothing new.",
    idle_why: "What is never used is there all the same: it is stored, and it is counted.",
  },
  /** What no layer of the framework's own has. */
  shorthand: {
    /** @param {{ name: string, cell: string }} layer */
    num_layers: ({ name, cell }) =>
      `${frameworkName(name)} ${plural(name) ? "have" : "has"} no ${cell} with num_layers: here that means as many layers, one on top of the other.`,
    /** @param {{ name: string, cell: string }} layer */
    bidirectional: ({ name, cell }) =>
      `${frameworkName(name)} ${plural(name) ? "have" : "has"} no ${cell} that reads in both directions: here that means two of them, one for each direction.`,
  },
  /** A second layer that differs from the first one only in what it reads. */
  twice: {
    /** @param {{ twice: string, numbers: string, difference: string }} layer */
    more: (layer) => readsOther(layer, "more"),
    /** @param {{ twice: string, numbers: string, difference: string }} layer */
    fewer: (layer) => readsOther(layer, "fewer"),
  },
  /** The words before a link, which ends with `linkEnd`. */
  coincidence: {
    /** @param {{ word: string, input: string, width: string }} input */
    both: (input) => happens(input, "Both layers"),
    /** @param {{ word: string, input: string, width: string }} input */
    first_two: (input) => happens(input, "Layers 1 and 2"),
  },
  /** The words before a linked total. */
  otherCell: {
    /** @param {{ cell: string, plain: boolean, matrices: string }} other */
    same_sizes: ({ matrices, ...other }) => `${capital(oneOf(other))} of these sizes has × ${matrices}: `,
    /** @param {{ cell: string, plain: boolean, matrices: string, here: string }} other */
    same_sizes_instead: ({ matrices, here, ...other }) =>
      `${capital(oneOf(other))} of these sizes has × ${matrices} instead of × ${here}: `,
    /** @param {{ cell: string, plain: boolean, matrices: string }} other */
    another: ({ matrices, ...other }) => `${capital(oneOf(other))} has × ${matrices}: `,
    /** Where more differs than the number of matrices. @param {{ cell: string, plain: boolean }} other */
    same_sizes_other_biases: (other) => `${capital(oneOf(other))} of these sizes: `,
    /** @param {{ cell: string, plain: boolean }} other */
    another_of_other_biases: (other) => `${capital(oneOf(other))}: `,
  },
  linkEnd: ".",
  /** @param {boolean} steps whether time steps are in it */
  notInFormula: (steps) => `Not in the formula: ${steps ? "" : "time steps, "}batch size, dropout.`,
};
