/** What is said of steps that usual models do not have, and why, by the ids of telling/steps.js. It comes with what else such models need, see messages/en_rest.js. */

import { tuple } from "../numbers.js";
import { articleOf, each, gateNames, hasGates, ownDirection, readsBoth, threeGates, timeSteps } from "./steps.js";
import { capital, list, number, numeral, ordinal, several, size } from "./words.js";

/** @typedef {import("../../telling/steps.js").GateSaid} GateSaid */
/** @typedef {import("../../telling/steps.js").CandidateSaid} CandidateSaid */
/** @typedef {{ gates: GateSaid[], candidate: CandidateSaid }} Gates */
/** @typedef {{ cell: string, both: boolean, things: "matrices" | "kernels" }} Owner `both`: of the gates in each of two directions */
/** @typedef {import("../../telling/convolutions.js").FilterSaid} FilterSaid */
/** @typedef {Pick<FilterSaid, "window" | "bias">} Window */
/** @typedef {{ reads: import("../../telling/steps.js").ReadSaid[] }} Reads */

/** Of the channels that come in. @param {string} channels @param {string} count */
const ownFilters = (channels, count) =>
  `${capital(each(channels, "channel"))} has ${count === "1" ? "a filter" : several(count, "filter")} of its own`;

const vectorNames = {
  scale: "a scale",
  shift: "a shift",
  mean: "a moving mean",
  variance: "a moving variance",
  deviation: "the logarithm of a moving deviation",
  inverse_deviation: "the inverse of a moving deviation",
  moving_deviation: "a moving deviation",
  renorm_mean: "a mean for renorm",
  renorm_deviation: "a deviation for renorm",
  fixed_mean: "a mean",
  fixed_variance: "a variance",
};

/** What a normalisation keeps a number for. @typedef {"feature" | "time step"} Kept */

/** What each of them has. @param {(keyof typeof vectorNames)[]} roles */
const vectors = (roles) => list(roles.map((role) => vectorNames[role]));

/** @param {GateSaid} gate */
const gateName = ({ role, name }) => (role === "" ? name : `${gateNames[role]}gate ${name}`);

/** What is read besides the window. @param {Pick<Window, "bias">} filter */
const andBias = ({ bias }) => (bias ? ", and a constant 1 for its bias" : "");

/** @param {FilterSaid} filter */
const channels = ({ channels: count, grouped }) => several(count, "channel") + (grouped ? " of its group" : "");

/** @param {string} slopes */
const below = (slopes) => `What is below zero is multiplied by a slope: ${slopes}.`;

/** @param {string} count */
const normalizations = (count) => `${several(count, "normalization")}, each with a gain and a shift per unit`;

/** @param {Window} filter */
const single = ({ window }) => window.every((side) => side === "1");

/** "3 × 3 neighbouring places" @param {Window} filter @param {string} [thing] */
const places = (filter, thing = "place") =>
  single(filter) ? `1 ${thing}` : `${filter.window.map(size).join(" × ")} neighbouring ${thing}s`;

/** The same; along one axis lie time steps. @param {Window} filter */
const window = (filter) => places(filter, filter.window.length === 1 ? "time step" : "place");

/** @param {Window} filter */
const there = (filter) => (single(filter) ? "there" : "at each of them");

export const rareSteps = {
  titles: {
    /** @param {{ place: number }} layer */
    said: ({ place }) => `What layer ${ordinal(place)} reads`,
    /** @param {{ count: string }} kernels */
    kernels: ({ count }) => `${capital(numeral(count))} kernels`,
    filter_reads: "What each filter reads",
    filters: "The filters",
    kernel: "One kernel",
    depthwise: "The depthwise part",
    convolution_before: "The convolution before the gates",
    normalization_of_heads: "The normalization of the heads",
    pointwise: "The pointwise part",
    projections: "Queries, keys and values",
    output_projection: "The output projection",
    extra_key: "One more key and value",
    score_scale: "The scale of the scores",
    score_scales: "The scales of the scores",
    slopes: "The slopes",
    /** @param {{ count: string, owner: Kept | "feature and time step" }} vectors */
    vectors: ({ count, owner }) => `${capital(numeral(count))} ${count === "1" ? "number" : "numbers"} per ${owner}`,
    /** @param {{ count: string }} vectors */
    vectors_of_all: ({ count }) => `${capital(numeral(count))} numbers in all`,
    custom: "Its own number",
    counter: "The counter",
    counter_of_data: "The counter",
    biases: "The biases",
    peepholes: "Peepholes",
    normalization: "Layer normalization",
    initial_state: "What it begins with",
    unused: "Stored, never used",
  },
  sentences: {
    /** @param {Gates & Owner} layer */
    gates: (layer) => `${hasGates(layer)}; each has weights of its own.`,
    /** @param {{ both: boolean, count: string, names: string[] }} parts */
    splits: ({ both, count, names }) =>
      `${both ? "In each direction the cell" : "The cell"} has ${numeral(count)} parts with weights of their own, which have numbers and no names in its source; their matrices are kept side by side in the order ${names.join(", ")}.`,
    /** @param {{ gate: GateSaid }} unused */
    gate_unused: ({ gate }) => `Kept too, and never used: ${gateName(gate)}.`,
    /** @param {{ width: string, heads: string, head: string, previous: string, current: string }} read */
    reads_of_heads: ({ width, heads, head, previous, current }) =>
      `${capital(several(width, "number"))} are divided among ${several(heads, "head")}. Each unit reads what its own head has: ${several(head, "number")} of the previous activations ${previous}, as many of the input ${current}, and a constant 1 for its bias.`,
    /** @param {{ width: string, previous: string, current: string }} read */
    reads_of_head: ({ width, previous, current }) =>
      `There is one head. Each unit reads ${several(width, "number")} of the previous activations ${previous}, as many of the input ${current}, and a constant 1 for its bias.`,
    /** @param {{ width: string }} layer */
    normalization_of_heads: ({ width }) =>
      `What each head has made is normalised; ${each(width, "number")} has a gain, and no shift.`,
    /** @param {{ bias: boolean }} unit */
    reads_pairs: ({ bias }) =>
      `Each unit has a weight for every pair of a number of the first input and one of the second${andBias({ bias })}.`,
    /** @param {Reads} read */
    reads_only: (read) => readsBoth(read),
    biases_apart: "Its biases are counted by themselves.",
    biases_unused: "Its biases are kept, and never added.",
    /** @param {FilterSaid} filter */
    filter_reads: (filter) =>
      `Each filter reads ${window(filter)}, ${channels(filter)} ${there(filter)}${andBias(filter)}.`,
    /** @param {FilterSaid} filter */
    filter_spreads: (filter) =>
      `Each filter spreads ${channels(filter)} over ${window(filter)}: it has a weight for each channel ${there(filter)}${filter.bias ? ", and one on a constant 1, its bias" : ""}.`,
    /** @param {Window} filter */
    filter_alone: (filter) => `Each filter reads ${window(filter)} in its own channel${andBias(filter)}.`,
    /** @param {Window & { units: string, input: string, previous: string, current: string }} filter */
    filter_steps: ({ units, input, previous, current, ...filter }) =>
      `At every time step each filter reads ${places(filter)} in the previous activations ${previous} (${several(units, "channel")}) and in the input ${current} (${several(input, "channel")})${andBias(filter)}.`,
    /** @param {{ units: string, twice: string }} numbers */
    filter_direction: ({ units, twice }) => ownDirection("filter", several(units, "channel"), size(twice)),
    /** @param {{ count: string, owner: Kept, roles: (keyof typeof vectorNames)[] }} layer */
    vectors: ({ count, owner, roles }) => `${capital(each(count, owner))} has ${vectors(roles)}.`,
    /** @param {{ features: string, steps: string, roles: (keyof typeof vectorNames)[] }} layer */
    vectors_at_steps: ({ features, steps, roles }) =>
      `${capital(each(features, "feature"))} has ${vectors(roles)} at ${each(steps, "time step")}.`,
    /** @param {{ roles: (keyof typeof vectorNames)[] }} layer */
    vectors_of_all: ({ roles }) => `All the numbers that come in have ${vectors(roles)} together.`,
    /** @param {{ name: string }} layer */
    custom: ({ name }) => `${name} has as many parameters as are written in its brackets.`,
    counter: "One number counts the batches that the layer has seen.",
    counter_of_data: "One number counts what has been measured.",
    /** @param {{ units: string, reads: string }} layer */
    filters: ({ units, reads }) =>
      `It has ${several(units, "filter")}, ${units === "1" ? "with" : "and each filter has"} ${several(reads, "weight")}.`,
    /** @param {{ input: string, count: string, reads: string }} layer */
    filters_alone: ({ input, count, reads }) =>
      `${ownFilters(input, count)}, with ${several(reads, "weight")}${count === "1" ? "" : " each"}.`,
    /** @param {{ input: string, count: string }} layer */
    filters_of_channels: ({ input, count }) => `${ownFilters(input, count)}.`,
    /** @param {{ places: string, units: string, reads: string }} layer */
    filters_of_places: ({ places, units, reads }) =>
      `The window stands at ${several(places, "place")}${places === "1" ? ", and there" : "; at each of them"} it has ${several(units, "filter")} of its own, ${units === "1" ? "with" : "each with"} ${several(reads, "weight")}.`,
    filters_uncounted: "Each filter has one weight for every number that it reads.",
    /** @param {{ units: string, channels: string, bias: boolean }} layer */
    pointwise: ({ units, channels, bias }) =>
      `${capital(each(units, "filter"))} reads what the depthwise part makes at one place, ${several(channels, "channel")}${andBias({ bias })}.`,
    projections: "Each head has matrices of its own, which make a query, a key and a value of every time step.",
    projections_divided:
      "Three matrices make a query, a key and a value of every time step; the heads divide them among themselves.",
    projections_shared: "Heads of one group share their keys and values.",
    projections_gated: "One more matrix makes a gate of it, which multiplies what the head has found.",
    projections_biased: "Every number that they make has a bias.",
    /** @param {{ names: string[] }} biases */
    projections_biased_in_part: ({ names }) =>
      `Not every number that they make has a bias: there ${names.length === 1 ? "is" : "are"} ${list(names)}.`,
    no_bias: "There is no bias.",
    output_projection: "What all heads have found stands side by side, and one more matrix makes the output of it.",
    output_projection_biased: "Every number that it makes has a bias.",
    /** @param {{ states: string, units: string }} state */
    initial_state: ({ states, units }) =>
      `The initial ${states === "1" ? "state is" : "state and cell state are"} stored, too: ${numeral(states)} ${states === "1" ? "number" : "numbers"} for ${each(units, "unit")}.`,
    extra_key: "A key and a value are learned that stand for no time step.",
    /** @param {{ names: string[] }} numbers */
    score_scales: ({ names }) =>
      `${names.length === 1 ? "A single number scales" : "Single numbers scale"} the scores: ${list(names)}.`,
    score_scale_of_features: "A score is a sum over the features; each of them has a scale.",
    slope: below("one for all features"),
    /** @param {{ features: string }} slopes */
    slopes_of_features: ({ features }) => below(`one for ${each(features, "feature")}`),
    /** @param {{ steps: string }} slopes */
    slopes_of_steps: ({ steps }) => below(`one for ${each(steps, "time step")}`),
    /** @param {{ features: string, steps: string }} slopes */
    slopes: ({ features, steps }) => below(`one for ${each(features, "feature")} at ${each(steps, "time step")}`),
    matrix_uncounted: "Each unit has one weight for every number that it reads.",
    /** @param {{ count: string }} vectors */
    biases: ({ count }) => `${several(count, "bias vector")}, one number per unit in each.`,
    /** @param {{ count: string }} gates */
    peepholes: ({ count }) =>
      `${capital(numeral(count))} ${count === "1" ? "gate also looks" : "gates also look"} at the cell state: one weight per unit and gate.`,
    /** @param {{ gateCount: string, count: string }} normalized */
    normalization_of_gates: ({ gateCount, count }) =>
      `What reaches the ${several(gateCount, "gate")} and the candidate is normalised: ${normalizations(count)}.`,
    /** @param {{ gateCount: string, count: string }} normalized */
    normalization_of_sides: ({ gateCount, count }) =>
      `What reaches the ${several(gateCount, "gate")} is normalised, and so is each side of the candidate: ${normalizations(count)}.`,
    /** @param {{ gateCount: string, count: string }} normalized */
    normalization_of_state: ({ gateCount, count }) =>
      `What reaches the ${several(gateCount, "gate")} and the candidate is normalised, and so is the cell state: ${normalizations(count)}.`,
    /** @param {{ gateCount: string, count: string }} normalized */
    normalization_of_sides_and_state: ({ count }) =>
      `What comes from each side is normalised, for all gates and the candidate together, and so is the cell state: ${several("3", "normalization")}, with ${number(count)} gains and as many shifts per unit.`,
    /** @param {{ width: string }} output */
    projection_to: ({ width }) =>
      `One more matrix turns the output into ${several(width, "number")} before it is passed on.`,
    unused: "The layer also keeps a part that its forward pass never uses.",
    /** @param {{ tensor: string }} block */
    unused_block: ({ tensor }) => `${tensor} also holds a block for the candidate, which the forward pass never uses.`,
    /** @param {{ gate: GateSaid, biases: string, peephole: boolean }} unused */
    unused_gate: ({ gate, biases, peephole }) => {
      const parts = ["matrix"];
      if (biases !== "0") parts.push(biases === "1" ? "bias" : "biases");
      if (peephole) parts.push("peephole");
      return `The layer also keeps the ${list(parts)} of ${gate.role === "" ? "" : "the "}${gateName(gate)}, which its forward pass never uses.`;
    },
    unused_biases: "The layer also keeps its biases, which its forward pass never adds.",
    /** @param {{ name: string, count: string }} layer */
    passed_on: ({ name, count }) => `${name} passes on ${several(count, "number")}.`,
    /** @param {{ count: string, place: number, handed: string }} read */
    said: ({ count, place, handed }) =>
      `It reads ${several(count, "number")}, as written; layer ${ordinal(place)} passes on ${size(handed)}.`,
    /** @param {{ count: string, place: number, handed: string }} read */
    said_alone: ({ count, place }) =>
      `It reads ${several(count, "number")}, as written; what layer ${ordinal(place)} passes on is not known.`,
    /** @param {{ count: string }} row */
    row_handed_on: ({ count }) => `One row of the table for each word: ${several(count, "number")}.`,
    /** @param {{ parts: string[] }} outputs */
    projected_both: ({ parts }) => `Both directions' projected outputs, one after the other: concat${tuple(parts)}.`,
    /** @param {{ count: string }} output */
    projected: ({ count }) => `The projected output: ${several(count, "number")}.`,
    filters_handed_on: "One channel per filter.",
    /** @param {{ parts: string[] }} filters */
    filters_both: ({ parts }) => `Both directions' channels, one after the other: concat${tuple(parts)}.`,
    /** @param {{ mode: string, count: string }} filters */
    filters_merged: ({ mode, count }) => `Both directions' channels, merged by ${mode}: ${several(count, "channel")}.`,
  },
  whys: {
    three_gates_convolve: threeGates("convolution, in the place of an LSTM's products of a matrix and a vector"),
    /** @param {{ gate: "input" | "forget", other: "input" | "forget" }} coupled */
    coupled: ({ gate, other }) =>
      `The ${gate} gate is coupled to the ${other} gate: ${gate} gate = 1 − ${other} gate, so it needs no weights of its own (Greff et al. 2015).`,
    pairs:
      "The two inputs are multiplied, number by number: a matrix for each unit, as wide as one of them and as high as the other.",
    gates_exchanged:
      "In its source the input gate gets what is called fgate, and the forget gate what is called igate; for counting they are alike.",
    heads:
      "No head reads another one's numbers: written out in full, each matrix would have blocks along its diagonal and zeros beside them, which are not stored (Beck et al. 2024, arXiv:2405.04517).",
    convolution_before:
      "Forget gate and input gate read each feature together with the time steps just before; candidate and output gate read the input as it is. How many time steps there are never changes the count.",
    normalization_of_heads:
      "Mean and variance are taken from each head's own numbers each time, so none are kept; the gain lets the network choose a new scale.",
    splits:
      "A search put this cell together (Zoph and Le 2017): four of its parts go through a sigmoid, two through a tanh, two through a ReLU, and in one of these both sides are multiplied instead of added. None of them is a gate that forgets or writes. For counting they are alike.",
    one_gate_forgets:
      "A minimal gated unit has one gate (Zhou et al. 2016). Here it only forgets: the candidate reads the previous activations as they are. Its matrices are as in the GRU, 2 instead of 3.",
    one_gate:
      "A minimal gated unit has one gate, which forgets and resets at once (Zhou et al. 2016). Its matrices are as in the GRU, 2 instead of 3.",
    steps_uncounted: timeSteps("weights"),
    /** @param {{ steps: boolean }} places */
    everywhere: ({ steps }) => {
      const place = steps ? "time step" : "place";
      return `The filters are the same at every ${place}: how many ${place}s there are, strides and padding never change the count.`;
    },
    unshared:
      "No two places share their filters: the more time steps come in, the more parameters there are, and larger strides leave fewer.",
    /** @param {{ units: string, reads: string, bias: boolean }} filters */
    filters: ({ units, reads, bias }) =>
      `Written one under the other, the filters are ${articleOf(size(units))} ${size(units)} × ${number(reads)} matrix${bias ? " whose last column is the bias" : ""}.`,
    measured: "What is measured is not trained, but it is counted all the same.",
    measured_elsewhere:
      "The moving mean and variance are measured, not trained, and are not counted as parameters here.",
    measures_itself: "Mean and variance are taken from the numbers at hand each time, so none are kept.",
    measures_square: "The root mean square is taken from the numbers at hand each time, so it is not kept.",
    counter: "Nobody trains it, but to this framework it is a tensor like the others, so its own count includes it.",
    rows_uncounted: "One row for each unit, and in it one weight for every number that the unit reads.",
    /** @param {{ count: string }} kernels */
    all_kernels: ({ count }) =>
      `Each of the ${numeral(count)} kernels has filters of its own, so each is counted in full.`,
    /** @param {{ count: string }} matrices */
    biases_and_candidate: ({ count }) =>
      `One for each of the ${numeral(count)} matrices, and a second one for the candidate, whose recurrent side is multiplied by the reset gate after its bias has been added.`,
    biases:
      "Here the biases are not the same for every matrix, so they cannot be a part of the bracket: they are counted by themselves.",
    peepholes:
      "A peephole joins a unit to its own cell only, so it is a vector, not a matrix (Gers and Schmidhuber 2000).",
    normalization:
      "A normalization forgets scale and mean; the gain and the shift let the network choose new ones (Ba et al. 2016).",
    projection_to: "The next step and the next layer read the projected output (Sak et al. 2014).",
    unused:
      "To the framework these numbers are parameters all the same, so they are counted; whatever they are, the layer does the same.",
    filters_handed_on: "Each filter computes one number at every place.",
    initial_state:
      "Before the first time step nothing has been put out yet. Usually zeros stand there, here parameters.",
    extra_key: "Every query can look at them, whatever the sequence is.",
    slopes: "What is above zero stays as it is.",
  },
};
