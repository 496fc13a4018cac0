/** What is said of a number that is not the model's, by the ids of telling/diagnosis.js. */
import { article, capital, frameworkName, list, number, plural, several } from "./words.js";

/** @typedef {import("../../telling/diagnosis.js").At} At */
/** @typedef {import("../../telling/diagnosis.js").Slipped} Slipped */

/** @param {At} layer */
const at = ({ place }) => (place === 0 ? "the layer" : `layer ${number(String(place))}`);
/** @param {At & Pick<Slipped, "name">} layer */
const named = ({ name, ...layer }) => (layer.place === 0 ? `the ${name} layer` : `${at(layer)}, ${name}`);

const numerals = { one_matrix: "one", two_matrices: "two", three_matrices: "three", four_matrices: "four" };
/** @param {keyof typeof numerals} id */
const withMatrices = (id) => () =>
  `with ${numerals[id]} weight ${id === "one_matrix" ? "matrix" : "matrices"} in each recurrent layer`;

/** What a difference is a product of. @type {Record<import("../../telling/factors.js").SizeName, string>} */
const sizeNames = { directions: "directions", matrices: "weight matrices", units: "units", input: "inputs" };

/** @param {string[]} names "" for the notes */
const within = (names, more = false) =>
  list([...names.map((name) => name || "the notes"), ...(more ? ["others"] : [])]);

/** @param {Slipped} layer */
const kept = ({ matrices, vectors, both, ...layer }) =>
  vectors === ""
    ? `${capital(at(layer))} has more.`
    : `${capital(at(layer))} has ${several(vectors, "bias vector")} for ${several(matrices, "matrix", "matrices")}${both ? ", in each direction" : ""}.`;

/** @param {Slipped} layer */
const matrices = ({ name, gates, candidates, matrices, both, ...layer }) =>
  `${capital(at(layer))}, ${article(name)}, has ${matrices === "1" ? "one" : number(matrices)}${both ? " in each direction" : ""}${
    gates === "0" ? "" : `: ${several(gates, "gate")} and ${several(candidates, "candidate")}`
  }.`;

/** @param {Slipped} layer */
const amount = ({ difference, subject = "It has" }) => (difference === "" ? "" : `${subject} ${number(difference)}.`);

export const diagnosisMessages = {
  /** What the panel is called, and its formula. */
  group: "How this number comes about",
  formula: "How the other number is made",
  belongs: "instead of",
  nothingBelongs: "does not belong here",
  close: "Close",
  /** Leads to the right step. @param {{ layer: number, step: number, single: boolean }} step from 1 */
  step: ({ layer, step, single }) =>
    single ? `Step ${number(String(step))} ›` : `Layer ${number(String(layer))}, step ${number(String(step))} ›`,
  problem: {
    missing: "There is no number.",
    not_a_number: "This is no whole number, and no rounded one such as 1.2M.",
    too_large: "This number is too large: no model that is counted here has so many parameters.",
    no_such_layer: "The model has no such layer.",
    memory: "There is not enough memory to look for it.",
    query: "The model itself has a problem: explain() tells it.",
  },
  /** What was done otherwise, behind "That comes out …". */
  made: {
    no_second_bias: () => "with one bias vector for each matrix",
    second_bias: () => "with two bias vectors for each matrix",
    /** @param {Slipped} layer */
    no_bias: ({ single }) => `without the recurrent ${single ? "layer’s" : "layers’"} biases`,
    /** @param {Slipped} layer */
    one_bias_vector: ({ both }) => `with a single bias vector in each ${both ? "direction" : "recurrent layer"}`,
    /** @param {Slipped} layer */
    one_bias_number: ({ both }) => `with a single number for all biases of a ${both ? "direction" : "recurrent layer"}`,
    one_bias_number_per_matrix: () => "with a single number for the biases of each matrix",
    one_matrix: withMatrices("one_matrix"),
    two_matrices: withMatrices("two_matrices"),
    three_matrices: withMatrices("three_matrices"),
    four_matrices: withMatrices("four_matrices"),
    no_recurrent: () => "if the units read nothing of the step before",
    no_input: () => "if the units read nothing of the input",
    recurrent_vector: () => "if each unit reads only its own value of the step before",
    swapped: () => "if inputs and units change places",
    /** @param {Slipped} layer */
    next_reads_units: ({ wrong, more, ...layer }) =>
      `if ${at(layer)} reads ${several(wrong, "number")}${more ? ", and further layers one direction, too" : ""}`,
    /** @param {Slipped} layer */
    next_reads_matrices: ({ wrong, ...layer }) =>
      `if ${at(layer)} reads ${several(wrong, "number")}, as if each matrix passed on its own`,
    every_layer_like_the_first: () => "if every recurrent layer counts as much as the first",
    one_direction: () => "with one direction",
    directions_twice: () => "if both directions are counted twice",
    directions_share_input: () => "if both directions share their input weights",
    half_units: () => "if the units are shared out between the two directions",
    first_layer_only: () => "if only the first of the recurrent layers is counted",
    last_layer_only: () => "if only the last of the recurrent layers is counted",
    only_recurrent: () => "if only the recurrent layers are counted",
    without_embedding: () => "without the Embedding",
    /** @param {Slipped} layer */
    without_output: ({ name }) => `without the last ${name} layer`,
    /** @param {Slipped} slip */
    other_cell: ({ cells }) => `with ${list(cells, "or")} layers of the same sizes`,
    /** @param {Slipped} layer */
    embedding_as_input: ({ wrong, ...layer }) =>
      `if ${at(layer)} reads the whole vocabulary, ${several(wrong, "number")}`,
    /** @param {Slipped} layer */
    steps_as_input: ({ steps }) => `if the ${several(steps, "time step")} are taken for the size of the input`,
    /** @param {Slipped} layer */
    steps_as_units: ({ steps }) => `if the ${several(steps, "time step")} are taken for the units`,
    /** @param {Slipped} layer */
    dense_no_bias: (layer) =>
      layer.more ? `without the biases of ${layer.name}` : `without the bias of ${named(layer)}`,
    /** @param {Slipped} layer */
    dense_doubled: (layer) => `if ${named(layer)}, is counted once for each direction`,
    initial_state: () => "if what the recurrent layers begin with is counted, too",
    /** Two slips that are one thought. */
    no_bias_anywhere: () => "without any bias",
    bidirectional_overlooked: () => "if Bidirectional is overlooked",
    /** @param {Slipped} layer */
    other_input: ({ k, size }) => `with an input of ${number(k)}, where the model has ${number(size)}`,
    /** @param {Slipped} layer */
    other_vocabulary: ({ k, size }) => `with a vocabulary of ${number(k)}, where the model has ${number(size)}`,
    /** @param {Slipped} layer */
    other_units: ({ k, size, ...layer }) =>
      `with ${several(k, "unit")} in ${at(layer)}, where the model has ${number(size)}`,
    /** @param {Slipped} layer */
    output_layer: ({ o }) =>
      `with one more dense layer of ${several(o, "unit")} behind the model, which has none there`,
  },
  /** What belongs there. */
  right: {
    no_second_bias: kept,
    second_bias: kept,
    /** @param {Slipped} layer */
    no_bias: (layer) => amount({ ...layer, subject: "They are" }),
    one_bias_vector: kept,
    one_bias_number: () => "A bias vector has a number for every unit.",
    one_bias_number_per_matrix: () => "A bias vector has a number for every unit.",
    one_matrix: matrices,
    two_matrices: matrices,
    three_matrices: matrices,
    four_matrices: matrices,
    /** @param {Slipped} layer */
    no_recurrent: ({ previous, ...layer }) =>
      previous === ""
        ? "What came out one step earlier is read, too."
        : `Each unit of ${at(layer)} also reads what came out one step earlier: ${several(previous, "number")}.`,
    /** @param {Slipped} layer */
    no_input: ({ reads, ...layer }) =>
      reads === ""
        ? "The input is read, too."
        : `Each unit of ${at(layer)} also reads the input: ${several(reads, "number")}.`,
    /** @param {Slipped} layer */
    recurrent_vector: ({ previous, ...layer }) =>
      previous === ""
        ? "It reads all of them."
        : `${layer.place === 0 ? "It" : `In ${at(layer)} it`} reads all ${number(previous)}.`,
    /** @param {Slipped} layer */
    swapped: ({ units, reads, ...layer }) =>
      `${capital(at(layer))} has ${several(units, "unit")} and reads ${several(reads, "number")}.`,
    /** @param {Slipped} layer */
    next_reads_units: ({ wrong, reads }) =>
      `A bidirectional layer passes on both directions: ${number(wrong)} + ${number(wrong)} = ${number(reads)}. Merged by sum, product or average, they would be ${number(wrong)}.`,
    /** @param {Slipped} layer */
    next_reads_matrices: ({ reads, ...layer }) =>
      `Together they make one output: ${at(layer)} reads ${several(reads, "number")}.`,
    /** @param {Slipped} layer */
    every_layer_like_the_first: ({ reads, wrong, ...layer }) =>
      `${capital(at(layer))} reads ${several(reads, "number")}, the first one ${number(wrong)}.`,
    one_direction: () => "A bidirectional layer has two, each with weights of its own.",
    directions_twice: () => "There are two directions, each counted once.",
    directions_share_input: () => "Each direction has its own.",
    /** @param {Slipped} layer */
    half_units: ({ units, ...layer }) => `Each direction of ${at(layer)} has ${several(units, "unit")}.`,
    first_layer_only: () => "",
    last_layer_only: () => "",
    /** @param {Slipped} layer */
    only_recurrent: (layer) => amount({ ...layer, subject: "The others have" }),
    /** @param {Slipped} layer */
    without_embedding: (layer) => amount(layer),
    /** @param {Slipped} layer */
    without_output: (layer) => amount(layer),
    other_cell: () => "",
    /** @param {Slipped} layer */
    embedding_as_input: ({ reads }) => `Each word becomes a vector first: it reads ${several(reads, "number")}.`,
    /** @param {Slipped} layer */
    steps_as_input: ({ reads, ...layer }) =>
      reads === "" ? "" : `${capital(at(layer))} reads ${several(reads, "number")} at each step.`,
    /** @param {Slipped} layer */
    steps_as_units: ({ units, ...layer }) =>
      `${capital(at(layer))} has ${several(units, "unit")}, however many steps there are.`,
    /** @param {Slipped} layer */
    dense_no_bias: (layer) => amount({ ...layer, subject: "There is one for each unit:" }),
    /** @param {Slipped} layer */
    dense_doubled: ({ reads }) =>
      `It reads both directions at once, ${several(reads, "number")}, and has one bias for each unit.`,
    initial_state: () => "That is none of this model’s parameters.",
    no_bias_anywhere: () => "",
    bidirectional_overlooked: () => "There are two directions, each with weights of its own, and both are passed on.",
    other_input: () => "",
    other_vocabulary: () => "",
    other_units: () => "",
    output_layer: () => "",
  },
  /** How sure that is. @typedef {{ made: string[], value: string }} Made */
  comes: {
    /** @param {Made} slip */
    sure: ({ made: [first, second] }) =>
      `That comes out ${first}${second ? `, and ${second}: two things at once` : ""}.`,
    /** @param {Made} slip */
    can: ({ made: [first] }) => `That can come out ${first}.`,
    /** @param {Made} slip */
    too: ({ made: [first] }) => `It comes out ${first}, too.`,
    /** @param {Made} slip */
    fits: ({ made: [first, second] }) =>
      `It would come out ${first}${second ? `, and ${second}` : ""}. That may be chance.`,
    /** @param {Made} slip */
    about: ({ made: [first], value }) => `${number(value)} comes out ${first}.`,
  },
  /** What is a sentence by itself. */
  alone: {
    /** @param {{ value: string, names: string[], more: boolean }} told */
    right: ({ value, names, more }) => `${number(value)} is right for ${within(names, more)}.`,
    /** @param {{ value: string, names: string[], more: boolean, total: string, here: string }} told */
    other_framework: ({ value, names, more, total, here }) =>
      `${number(value)} is right for ${within(names, more)}. ${frameworkName(here)} ${plural(here) ? "have" : "has"} ${number(total)}.`,
    /** @param {{ cells: string[] }} told */
    cells: ({ cells }) => `It is also the count with ${list(cells, "or")} layers of the same sizes.`,
    /** @param {{ total: string, trainable: string, here: string }} told */
    optimizer: ({ total, trainable, here }) =>
      `That is the total that ${here} prints once the model was trained with Adam: ${number(total)}, 2 × ${number(trainable)} that Adam keeps, and 2 more. The model has ${number(total)}.`,
    /** @param {{ difference: string, total: string }} told */
    trainable_only: ({ difference, total }) =>
      `Those are the trainable parameters alone. With ${number(difference)} that are not trained there are ${number(total)}.`,
    /** @param {{ k: string, total: string }} told */
    time_steps: ({ k, total }) =>
      `That is ${number(k)} times ${number(total)}. All time steps share their weights: nothing is multiplied by their number.`,
    /** @param {{ k: string, matrices: string, units: string, reads: string }} told */
    formula_times_units: ({ k, matrices, units, reads }) =>
      `In ${matrices === "1" ? "nm + n²" : `${number(matrices)}(nm + n²)`} n was taken for the ${number(reads)} inputs and m for ${several(k, "time step")}, and the result was multiplied by the ${number(units)} units. n is the units, m the inputs, and nothing is multiplied by the steps.`,
    /** @param {{ total: string }} told */
    swapped: ({ total }) => `Two neighbouring digits of ${number(total)} are exchanged.`,
    /** @param {{ total: string }} told */
    missing: ({ total }) => `A digit of ${number(total)} is missing.`,
    /** @param {{ total: string }} told */
    doubled: ({ total }) => `A digit of ${number(total)} is there twice.`,
    /** @param {{ value: string }} told */
    nothing: ({ value }) => `Nothing we know gives ${number(value)}.`,
    nothing_about: "Nothing we know gives a number between them.",
    /** @param {{ value: string, names: string[], difference: string, sign: "more" | "fewer" }} told */
    nearest: ({ value, names, difference, sign }) =>
      `Nearest: ${number(value)} (${names.length === 0 ? "the right number" : list(names)}), ${number(difference)} ${sign === "more" ? "more" : "less"}.`,
    /** @param {{ difference: string } & import("../../telling/factors.js").Product} told */
    factors: ({ difference, factors, place }) =>
      `The difference of ${number(difference)} is ${factors.map(({ size }) => number(size)).join(" × ")}: ${factors.map(({ name }) => sizeNames[name]).join(" × ")}${place > 0 ? ` of ${at({ place })}` : ""}.`,
    /** @param {{ total: string }} told */
    one_digit: ({ total }) => `It differs from ${number(total)} in one digit.`,
    singles_only: "In so large a model, only one slip at a time was looked for.",
    /** @param {{ value: string, total: string }} told */
    wrong: ({ value, total }) => `${number(value)} is not this model’s count: it is ${number(total)}.`,
    /** @param {{ least: string, most: string }} told */
    about: ({ least, most }) => `Rounded: from ${number(least)} to ${number(most)}.`,
  },
  /** The slips in a few words. */
  name: {
    no_second_bias: "one bias vector for each matrix",
    second_bias: "two bias vectors for each matrix",
    other_framework: "another framework",
    no_bias: "no biases in recurrent layers",
    one_bias_vector: "a single bias vector",
    next_reads_units: "the next layer reads one direction",
    every_layer_like_the_first: "every layer like the first",
    one_direction: "one direction",
    first_layer_only: "the first recurrent layer alone",
    without_embedding: "without the Embedding",
    without_output: "without the last dense layer",
    only_recurrent: "the recurrent layers alone",
    optimizer: "with the optimizer’s numbers",
    trainable_only: "the trainable ones alone",
    three_matrices: "three matrices",
    four_matrices: "four matrices",
    other_cell: "another kind of recurrent layer",
    one_matrix: "one matrix",
    no_recurrent: "nothing read of the step before",
    swapped: "inputs and units exchanged",
    directions_share_input: "input weights shared by both directions",
    dense_no_bias: "no bias in the dense layer",
    dense_doubled: "the dense layer doubled",
    directions_twice: "both directions counted twice",
    half_units: "units shared out between the directions",
    embedding_as_input: "the vocabulary as input",
    one_bias_number_per_matrix: "a single bias for each matrix",
    one_bias_number: "a single bias",
    initial_state: "with the initial state",
    next_reads_matrices: "the next layer reads all matrices",
    last_layer_only: "the last recurrent layer alone",
    recurrent_vector: "each unit reads itself alone",
    two_matrices: "two matrices",
    no_input: "nothing read of the input",
    steps_as_input: "time steps as input",
    steps_as_units: "time steps as units",
    time_steps: "multiplied by the time steps",
    formula_times_units: "multiplied by the units",
    digits: "a slip in the digits",
    other_size: "another size",
    output_layer: "one more dense layer",
  },
};
