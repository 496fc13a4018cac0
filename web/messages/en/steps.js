/** What every step of a derivation says, and why, by the ids of telling/steps.js. */

import { tuple } from "../numbers.js";
import { reasons } from "./frameworks.js";
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
const each = (count, thing) => `${count === "1" ? "" : "each of the "}${several(count, thing)}`;

/** Of the channels that come in. @param {string} channels @param {string} count */
const ownFilters = (channels, count) =>
  `${capital(each(channels, "channel"))} has ${count === "1" ? "a filter" : several(count, "filter")} of its own`;

/** Before a number in digits: eight, eleven, eighteen and eighty begin with a vowel. @param {string} digits */
const articleOf = (digits) => (/^(8|(11|18)(?!\d))/.test(digits) ? "an" : "a");

const gateNames = {
  input: "input ",
  forget: "forget ",
  output: "output ",
  update: "update ",
  reset: "reset ",
  candidate: "",
  "": "",
};

const vectorNames = {
  scale: "a scale",
  shift: "a shift",
  mean: "a moving mean",
  variance: "a moving variance",
  deviation: "the logarithm of a moving deviation",
  fixed_mean: "a mean",
  fixed_variance: "a variance",
};

/** What a normalisation keeps a number for. @typedef {"feature" | "time step"} Kept */

/** @param {CandidateSaid} candidate */
const candidateName = ({ kind, name }) =>
  ({ cell: "1 cell candidate", named: `1 candidate, here called ${name}`, plain: "1 candidate" })[kind];

/** @param {GateSaid} gate */
const gateName = ({ role, name }) => (role === "" ? name : `${gateNames[role]}gate ${name}`);

/** @param {GateSaid[]} gates */
const gatesCount = (gates) => several(String(gates.length), "gate");

/** @param {Gates & Owner} layer */
function hasGates({ cell, both, gates, candidate }) {
  if (both) return `In each direction ${gatesCount(gates)} and ${candidateName(candidate)}`;
  const names = gates.map(({ role, name }) => gateNames[role] + name).join(", ");
  const letter = candidate.letter && ` ${candidate.letter}`;
  return `${capital(article(cell))} has ${gatesCount(gates)} (${names}) and ${candidateName(candidate)}${letter}`;
}

/** @param {Reads} read */
const reads = ({ reads }) =>
  reads.map(
    ({ kind, name, count }) =>
      `the ${kind === "previous" ? "previous activations" : "input"} ${name} (${several(count, "number")})`,
  );

/** @param {Reads} read @param {string} last */
const readsAlso = (read, last) => `At every time step each unit reads ${[...reads(read), `and ${last}`].join(", ")}.`;

/** @param {Reads} read @param {string} what */
const readsAndHas = (read, what) => `At every time step each unit reads ${reads(read).join(" and ")}, and has ${what}.`;

/** @param {Reads} read */
const readsBoth = (read) => `At every time step each unit reads ${reads(read).join(" and ")}.`;

/** @param {Reads & { count: string }} read */
const oneVector = ({ reads, count }) =>
  `Written one under the other, ${list(reads.map(({ name }) => name))} are one vector of ${size(count)} numbers; a unit needs one weight for each`;

/** What is read besides the window. @param {Pick<Window, "bias">} filter */
const andBias = ({ bias }) => (bias ? ", and a constant 1 for its bias" : "");

/** @param {Window} filter */
const single = ({ window }) => window.every((side) => side === "1");

/** "3 × 3 neighbouring places" @param {Window} filter @param {string} [thing] */
const places = (filter, thing = "place") =>
  single(filter) ? `1 ${thing}` : `${filter.window.map(size).join(" × ")} neighbouring ${thing}s`;

/** The same; along one axis lie time steps. @param {Window} filter */
const window = (filter) => places(filter, filter.window.length === 1 ? "time step" : "place");

/** @param {Window} filter */
const there = (filter) => (single(filter) ? "there" : "at each of them");

/** @param {FilterSaid} filter */
const channels = ({ channels: count, grouped }) => several(count, "channel") + (grouped ? " of its group" : "");

/** @param {string} slopes */
const below = (slopes) => `What is below zero is multiplied by a slope: ${slopes}.`;

/** @param {string} what each of them is */
const threeGates = (what) =>
  `The three gates decide what to forget, what to write and what to show; the candidate is the new content itself. Some notes call all four gates. For counting they are alike: each is a ${what}, and all four have the same size.`;

/** @param {string} thing @param {string} count @param {string} twice */
const ownDirection = (thing, count, twice) =>
  `A ${thing} reads the previous activations of its own direction only: ${count}, not ${twice}.`;

/** @param {string} count */
const normalizations = (count) => `${several(count, "normalization")}, each with a gain and a shift per unit`;

/** All of so many. @param {string} count */
const all = (count) => (count === "2" ? "both" : `all ${numeral(count)}`);

/** @param {string} weights */
const timeSteps = (weights) => `The number of time steps does not appear: the same ${weights} are used at every step.`;

/** @param {{ units: string, reads: string }} matrix */
const rows = ({ units, reads }) =>
  `One row of ${number(reads)} for ${each(units, "unit")}: ${articleOf(size(units))} ${size(units)} × ${number(reads)} matrix`;

export const stepMessages = {
  why: "Why?",
  /** @param {string} place */
  asInLayer: (place) => `as in layer ${number(place)}`,
  step: {
    titles: {
      /** @param {{ place: number }} layer */
      said: ({ place }) => `What layer ${ordinal(place)} reads`,
      /** @param {{ place: number }} before */
      handed_on: ({ place }) => `What layer ${ordinal(place)} passes on`,
      /** @param {{ count: string }} matrices */
      matrices: ({ count }) => `${capital(numeral(count))} weight matrices`,
      /** @param {{ count: string }} kernels */
      kernels: ({ count }) => `${capital(numeral(count))} kernels`,
      reads: "What each unit reads",
      filter_reads: "What each filter reads",
      filters: "The filters",
      kernel: "One kernel",
      depthwise: "The depthwise part",
      pointwise: "The pointwise part",
      projections: "Queries, keys and values",
      output_projection: "The output projection",
      extra_key: "One more key and value",
      score_scale: "The scale of the scores",
      score_scales: "The scales of the scores",
      slopes: "The slopes",
      table: "The table",
      /** @param {{ count: string, owner: Kept }} vectors */
      vectors: ({ count, owner }) => `${capital(numeral(count))} ${count === "1" ? "number" : "numbers"} per ${owner}`,
      custom: "Its own number",
      counter: "The counter",
      counter_of_data: "The counter",
      only_matrix: "The weight matrix",
      matrix: "One matrix",
      nothing: "Nothing to learn",
      /** @param {{ count: string, things: Owner["things"] }} matrices */
      all: ({ count }) => capital(all(count)),
      /** @param {{ count: string, things: Owner["things"] }} matrices */
      all_one_way: ({ count }) => `${capital(all(count))}, one direction`,
      biases: "The biases",
      peepholes: "Peepholes",
      normalization: "Layer normalization",
      initial_state: "What it begins with",
      projection: "The projection",
      unused: "Stored, never used",
      layer_sum: "Add up the layer",
      directions: "Both directions",
      sum: "Add up the layers",
    },
    sentences: {
      /** @param {Gates & Owner} layer */
      gates: (layer) => `${hasGates(layer)}; each has weights of its own.`,
      /** @param {Gates & Owner & { names: string[] }} layer */
      gates_own: (layer) => `${hasGates(layer)}; each has a weight matrix of its own: ${layer.names.join(", ")}.`,
      /** @param {Gates & Owner & { order: string[] }} layer */
      gates_side_by_side: (layer) =>
        `${hasGates(layer)}; their ${layer.things} are kept side by side in the order ${layer.order.join(", ")}.`,
      /** @param {Gates & Owner & { order: string[] }} layer */
      gates_stacked: (layer) =>
        `${hasGates(layer)}; their ${layer.things} are kept one under the other in the order ${layer.order.join(", ")}.`,
      /** @param {{ gate: GateSaid }} unused */
      gate_unused: ({ gate }) => `Kept too, and never used: ${gateName(gate)}.`,
      /** @param {{ count: string }} numbers */
      reads_input: ({ count }) =>
        `Each unit reads the ${several(count, "number")} that ${count === "1" ? "comes" : "come"} in, and a constant 1 for its bias.`,
      /** @param {Reads} read */
      reads_no_bias: (read) => `${readsBoth(read)} There is no bias.`,
      /** @param {Reads} read */
      reads_only: (read) => readsBoth(read),
      biases_apart: "Its biases are counted by themselves.",
      biases_unused: "Its biases are kept, and never added.",
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
      /** @param {{ words: string, units: string }} table */
      table: ({ words, units }) => `A row of ${several(units, "number")} for ${each(words, "word")}.`,
      /** @param {{ count: string, owner: Kept, roles: (keyof typeof vectorNames)[] }} layer */
      vectors: ({ count, owner, roles }) =>
        `${capital(each(count, owner))} has ${list(roles.map((role) => vectorNames[role]))}.`,
      /** @param {{ name: string }} layer */
      custom: ({ name }) => `${name} has as many parameters as are written in its brackets.`,
      counter: "One number counts the batches that the layer has seen.",
      counter_of_data: "One number counts what has been measured.",
      /** @param {{ units: string, reads: string }} matrix */
      matrix: ({ units, reads }) =>
        `It has ${several(units, "unit")}, ${units === "1" ? "with" : "and each unit has"} ${several(reads, "weight")}.`,
      /** @param {{ units: string, reads: string }} layer */
      filters: ({ units, reads }) =>
        `It has ${several(units, "filter")}, ${units === "1" ? "with" : "and each filter has"} ${several(reads, "weight")}.`,
      /** @param {{ input: string, count: string, reads: string }} layer */
      filters_alone: ({ input, count, reads }) =>
        `${ownFilters(input, count)}, with ${several(reads, "weight")}${count === "1" ? "" : " each"}.`,
      /** @param {{ input: string, count: string }} layer */
      filters_of_channels: ({ input, count }) => `${ownFilters(input, count)}.`,
      filters_uncounted: "Each filter has one weight for every number that it reads.",
      /** @param {{ units: string, channels: string, bias: boolean }} layer */
      pointwise: ({ units, channels, bias }) =>
        `${capital(each(units, "filter"))} reads what the depthwise part makes at one place, ${several(channels, "channel")}${andBias({ bias })}.`,
      projections: "Each head has matrices of its own, which make a query, a key and a value of every time step.",
      projections_divided:
        "Three matrices make a query, a key and a value of every time step; the heads divide them among themselves.",
      projections_shared: "Heads of one group share their keys and values.",
      projections_biased: "Every number that they make has a bias.",
      no_bias: "There is no bias.",
      output_projection: "What all heads have found stands side by side, and one more matrix makes the output of it.",
      output_projection_biased: "Every number that it makes has a bias.",
      /** @param {{ states: string, units: string }} state */
      initial_state: ({ states, units }) =>
        `${states === "1" ? "The state before the first time step is" : "The state and the cell state before the first time step are"} learned, too: ${numeral(states)} ${states === "1" ? "number" : "numbers"} for ${each(units, "unit")}.`,
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
      /** @param {{ name: string }} layer */
      nothing: ({ name }) => `${name} has no parameters.`,
      /** @param {{ count: string, things: Owner["things"] }} matrices */
      all: ({ count, things }) => `${count === "2" ? "Both" : `The ${numeral(count)}`} ${things} have the same size.`,
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
      projection: "One more matrix makes the output narrower before it is passed on.",
      /** @param {{ width: string }} output */
      projection_to: ({ width }) =>
        `One more matrix turns the output into ${several(width, "number")} before it is passed on.`,
      unused: "The layer also keeps a part that its forward pass never uses.",
      /** @param {{ tensor: string }} block */
      unused_block: ({ tensor }) =>
        `${tensor} also holds a block for the candidate, which the forward pass never uses.`,
      /** @param {{ gate: GateSaid, biases: string, peephole: boolean }} unused */
      unused_gate: ({ gate, biases, peephole }) => {
        const parts = ["matrix"];
        if (biases !== "0") parts.push(biases === "1" ? "bias" : "biases");
        if (peephole) parts.push("peephole");
        return `The layer also keeps the ${list(parts)} of ${gate.role === "" ? "" : "the "}${gateName(gate)}, which its forward pass never uses.`;
      },
      unused_biases: "The layer also keeps its biases, which its forward pass never adds.",
      layer_sum: "The parts of this layer together.",
      directions:
        "The formula is the same; the layer reads the sequence forwards and backwards, with weights of its own for each direction.",
      sum: "Every layer has weights of its own, so the total is their sum.",
      /** @param {{ name: string, count: string }} layer */
      width_kept: ({ name, count }) => `${name} leaves the width alone: ${several(count, "number")}.`,
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
      /** @param {{ parts: string[] }} units */
      both_handed_on: ({ parts }) => `Both directions' units, one after the other: concat${tuple(parts)}.`,
      /** @param {{ parts: string[] }} outputs */
      projected_both: ({ parts }) => `Both directions' projected outputs, one after the other: concat${tuple(parts)}.`,
      /** @param {{ mode: string, count: string }} units */
      merged_units: ({ mode, count }) => `Both directions' units, merged by ${mode}: ${several(count, "number")}.`,
      /** @param {{ count: string }} output */
      projected: ({ count }) => `The projected output: ${several(count, "number")}.`,
      units_handed_on: "One number per unit.",
      filters_handed_on: "One channel per filter.",
      /** @param {{ parts: string[] }} filters */
      filters_both: ({ parts }) => `Both directions' channels, one after the other: concat${tuple(parts)}.`,
      /** @param {{ mode: string, count: string }} filters */
      filters_merged: ({ mode, count }) =>
        `Both directions' channels, merged by ${mode}: ${several(count, "channel")}.`,
      /** @param {{ place: number, input: string }} layer */
      next_input: ({ place, input }) => `That is layer ${ordinal(place)}'s ${input}.`,
    },
    whys: {
      three_gates: threeGates("small dense layer"),
      three_gates_convolve: threeGates("convolution, in the place of an LSTM's products of a matrix and a vector"),
      /** @param {{ gate: "input" | "forget", other: "input" | "forget" }} coupled */
      coupled: ({ gate, other }) =>
        `The ${gate} gate is coupled to the ${other} gate: ${gate} gate = 1 − ${other} gate, so it needs no weights of its own (Greff et al. 2015).`,
      update_and_reset:
        "The matrices are as in the LSTM, 3 instead of 4. Some notes have other names for the same: relevance gate for the reset gate, output cell for the candidate.",
      one_gate_forgets:
        "A minimal gated unit has one gate (Zhou et al. 2016). Here it only forgets: the candidate reads the previous activations as they are. Its matrices are as in the GRU, 2 instead of 3.",
      one_gate:
        "A minimal gated unit has one gate, which forgets and resets at once (Zhou et al. 2016). Its matrices are as in the GRU, 2 instead of 3.",
      no_time_steps: "There are no time steps and no gates here: one weight for each number that comes in.",
      /** @param {Reads & { count: string }} read */
      one_vector: (read) => `${oneVector(read)}.`,
      /** @param {Reads & { count: string }} read */
      one_vector_and_bias: (read) => `${oneVector(read)}, and its bias is a weight on a constant 1.`,
      /** @param {{ count: string }} weights */
      steps: ({ count }) => timeSteps(several(count, "weight")),
      steps_uncounted: timeSteps("weights"),
      /** @param {{ steps: boolean }} places */
      everywhere: ({ steps }) => {
        const place = steps ? "time step" : "place";
        return `The filters are the same at every ${place}: how many ${place}s there are, strides and padding never change the count.`;
      },
      /** @param {{ units: string, reads: string, bias: boolean }} filters */
      filters: ({ units, reads, bias }) =>
        `Written one under the other, the filters are ${articleOf(size(units))} ${size(units)} × ${number(reads)} matrix${bias ? " whose last column is the bias" : ""}.`,
      reset_between:
        "In the candidate the reset gate multiplies the recurrent part after its bias has been added, so the candidate needs a bias on each side; in the two gates they are simply added to each other.",
      /** @param {{ tensor: string, shape: string[] }} biases */
      one_tensor: ({ tensor, shape }) => `All of them stand in one tensor, ${tensor}, of shape ${tuple(shape)}.`,
      only_added: "They are added to each other, so the second lets the network do nothing new.",
      /** @param {{ reason: string }} framework */
      reason: ({ reason }) => reasons[reason],
      table: "An embedding only looks a row up. Nothing is added, so there is no bias.",
      measured: "What is measured is not trained, but it is counted all the same.",
      measured_elsewhere:
        "The moving mean and variance are measured, not trained, and are not counted as parameters here.",
      measures_itself: "Mean and variance are taken from the numbers at hand each time, so none are kept.",
      measures_square: "The root mean square is taken from the numbers at hand each time, so it is not kept.",
      counter: "Nobody trains it, but to this framework it is a tensor like the others, so its own count includes it.",
      /** @param {{ units: string, reads: string }} matrix */
      rows: (matrix) => `${rows(matrix)}.`,
      /** @param {{ units: string, reads: string }} matrix */
      rows_and_bias: (matrix) => `${rows(matrix)} whose last column is the bias.`,
      /** @param {{ units: string, reads: string }} matrix */
      rows_and_biases: (matrix) => `${rows(matrix)} whose last two columns are the biases.`,
      rows_uncounted: "One row for each unit, and in it one weight for every number that the unit reads.",
      /** @param {{ name: string }} layer */
      nothing: ({ name }) => `${name} changes numbers on their way, without weights of its own.`,
      /** @param {{ count: string }} matrices */
      all: ({ count }) => `Each of the ${numeral(count)} matrices belongs to all units, so each is counted in full.`,
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
      projection:
        "The next step and the next layer read the projected output, so their matrices are smaller (Sak et al. 2014).",
      projection_to: "The next step and the next layer read the projected output (Sak et al. 2014).",
      unused:
        "To the framework these numbers are parameters all the same, so they are counted; whatever they are, the layer does the same.",
      /** @param {{ cell: string }} layer */
      directions: ({ cell }) =>
        `The backward direction is a second ${cell} that starts at the end of the sequence. The two share nothing, so the count doubles exactly.`,
      handed_on: "Each unit computes one number at every time step.",
      filters_handed_on: "Each filter computes one number at every place.",
      initial_state:
        "Before the first time step nothing has been put out yet. Usually zeros stand there; here training chooses the numbers.",
      extra_key: "Every query can look at them, whatever the sequence is.",
      slopes: "What is above zero stays as it is.",
      width_matters: "Only the width matters to the next layer, not the parameter count.",
      /** @param {{ width: string }} units */
      merged_otherwise: ({ width }) =>
        `Merged by sum, product or average instead of concat, the width would stay ${size(width)}.`,
    },
    asks: { two_biases: "Why two?" },
  },
};
