/** What an exercise on the ideas, or on the total, says: what is asked, of a wrong answer, hints, and how it went. Loaded with what asks. */
import { list, number, ordinal, several } from "./words.js";

/** @param {number} hints */
const withHints = (hints) => (hints === 0 ? "" : `, ${hints === 1 ? "one hint" : `${ordinal(hints)} hints`}`);

export const exercisingMessages = {
  /** @param {{ model: string }} exercise */
  title: ({ model }) => `Exercise: ${model}`,
  /** @param {{ name: string }} framework */
  as: ({ name }) => `as ${name} counts`,
  asNotes: "as the notes count",
  askedTotal: "How many parameters does this model have, all weights and biases?",
  keys: "Type ? in a blank for a hint; the button gives one, too.",
  /** What a grey square is. */
  square: "□ is a number that comes from your answers.",
  /** Which of the blanks in a row is spoken of. @param {{ place: number, said: string }} blank */
  ofBlank: ({ place, said }) => `Blank ${ordinal(place)}: ${said}`,
  /** @param {{ places: string[] }} blanks whose numbers a slip gives, too */
  coincides: ({ places }) =>
    `With these numbers a slip can give the right answer by chance: ${list(places)}. Ask yourself why it is right, too.`,
  hintButton: "Hint",
  /** The accessible name of what gives one. @param {{ blank: string }} place */
  hintFor: ({ blank }) => `Hint: ${blank}`,
  /** The button behind the blanks. @param {{ blank: string }} exercise */
  hintNext: ({ blank }) => `Hint for what is left: ${blank}`,
  renew: "New numbers",
  leave: "Show the derivation",
  /** What is handed out on paper. */
  sheets: {
    title: "Worksheet",
    versions: "Versions",
    as: "as",
    ways: { print: "print", latex: "LaTeX", markdown: "Markdown", html: "HTML" },
    print: { sheets: "Print worksheet", keys: "Print key" },
    copy: { sheets: "Copy worksheet", keys: "Copy key" },
    /** The numbers of the versions. */
    shown: "With the numbers on screen.",
    /** @param {{ seed: string }} version */
    one: ({ seed }) => `Version ${seed}: the numbers on screen.`,
    /** @param {{ first: string, last: string }} versions */
    many: ({ first, last }) =>
      first === last
        ? `Version ${first}: its numbers are drawn anew.`
        : `Versions ${first} to ${last}: the numbers are drawn anew for each.`,
    wrong: "How many versions? A whole number from 1 to 30; or which ones, as in 1..30.",
    refused: "The browser does not let the page copy. The key is not shown here:",
    save: "Save it as a file",
  },
  right: "right",
  /** What a step is about, while its own title would say too much. */
  step: {
    /** @param {{ both: boolean }} layer whether it goes in both directions */
    matrices: ({ both }) => `How many weight matrices${both ? " in each direction" : ""}`,
    /** @param {{ layer: string }} place */
    handed_on: ({ layer }) => `How many numbers layer ${layer} passes on`,
    reads: "What each unit reads",
    reads_filter: "What each filter reads",
    matrix: "One matrix",
    weights: "Its weights",
    matrices_total: "All matrices",
    projections: "What makes query, key and value",
    output_projection: "What puts the heads together",
    depthwise: "The depthwise filters",
    pointwise: "The pointwise filters",
    slopes: "The slopes",
    directions: "How many directions",
    /** Where what both of them have is worked out. */
    both: "Both directions",
    biases: "Its biases",
    peepholes: "Peepholes",
    projection: "The projection",
    normalization: "The normalisation",
    layer_sum: "Add up the layer",
    sum: "Add up the layers",
    total: "The total",
    other: "Further parameters",
  },
  /** @param {{ layer: string, code: string, place: string, of: string }} layer `of`: so many are written as one */
  layer: ({ layer, code, place, of }) => `Layer ${layer}: ${code}${of === "1" ? "" : `, ${place} of ${of}`}`,
  /** @param {{ layer: string, code: string }} place of a layer that has none */
  empty: ({ layer, code }) => `Layer ${layer}: ${code}, no parameters`,
  /** @param {{ first: string, last: string, like: string }} run */
  repeats: ({ first, last, like }) =>
    first === last ? `Layer ${first}: like layer ${like}` : `Layers ${first} to ${last}: like layer ${like}`,
  /** What a layer reads of the one before it, in a formula. @param {{ layer: string }} before */
  outputs: ({ layer }) => `outputs of layer ${layer}`,
  /** In the place of their number, in a formula in words. */
  biases: "biases",
  /** The accessible name of a blank. @param {{ layer: string, step: string, place: number, of: number }} blank `layer`: "" for the only one */
  blank: ({ layer, step, place, of }) =>
    `${layer === "" ? "" : `Layer ${layer}: `}${step}${of > 1 ? `, number ${ordinal(place)} of ${ordinal(of)}` : ""}`,
  /** Of a wrong number: what it leaves out, and not what is right. */
  slip: {
    no_number: "Only digits: a whole number is asked for.",
    candidate: "That leaves out a matrix: the candidate has one, too, besides the gates.",
    one_matrix: "One is too few: every gate has a weight matrix of its own.",
    both_later: "That counts both directions: here it is one of them, and the other one comes later.",
    as_lstm: "That is an LSTM: a GRU has fewer gates.",
    matrices: "Not yet: count the gates, and the candidate.",
    both_on: "That is one direction: a bidirectional layer passes on both.",
    one_output: "The matrices make one output together: only its width is passed on.",
    width_not_count: "Those are its parameters: what it passes on are its outputs.",
    own_width: "That is what it reads: what it passes on are its own outputs.",
    next_units: "Those are the units of the next layer: what is passed on is made by this one.",
    width: "Not yet: look at how many outputs it has at each time step.",
    bias: "Each unit has a bias, too.",
    second_bias: "This framework keeps more than one bias for each unit.",
    no_second: "Here the two biases would only be added to each other, so fewer are kept.",
    one_unit: "That is all units together: the line counts what a single unit has.",
    biases: "Not yet: how many biases has one unit?",
    first_input: "That is what the first layer reads: this one reads what the layer before it passes on.",
    own_units: "Those are the layer’s own units: its input is what the layer before passes on.",
    before: "Not yet: this comes from the layer before.",
    time_steps: "That is the number of time steps, which never appears: the weights are shared by all steps.",
    places: "These two have changed places: each belongs where the other one is.",
    exchanged: "That number belongs elsewhere in the formula.",
    comes_in: "Not yet: how many numbers come in at one time step?",
    own_direction: "That is both directions: a unit reads only the previous activations of its own direction.",
    all_units: "A unit reads the previous activations of all units, not only its own.",
    previous: "Not yet: how many activations come back from the step before?",
    one_direction:
      "One is too few: the layer reads the sequence forwards and backwards, with weights of its own for each.",
    directions: "Not yet: in how many directions is the sequence read?",
    look: "Not yet: look for it in the model.",
    kind: "Not yet: it does not stand in the model.",
    total: "Not yet.",
    elsewhere: "Another framework counts so: here the biases are kept otherwise.",
    times_steps: "All time steps share their weights: nothing is multiplied by their number.",
    other_letters:
      "That takes the letters of the formula for other numbers: n is the units, m the inputs, and the time steps do not enter.",
    digits: "Almost: look at the digits again.",
    optimizer: "That counts what the optimizer keeps, too.",
    trainable_only: "Those are the trainable ones alone.",
  },
  /** What is behind a wrong total, or value. */
  idea: {
    gates: "Every gate has a weight matrix of its own, and so has the candidate.",
    as_lstm: "That many an LSTM has: a GRU has fewer gates.",
    bias: "Each unit has a bias in every matrix, too.",
    second_bias: "This framework keeps more than one bias for each unit of a matrix.",
    biases: "A bias vector has a number for every unit, and every matrix has its own.",
    both_on: "A bidirectional layer passes on both directions.",
    before: "A later layer reads what the layer before it passes on.",
    directions: "Forwards and backwards, each has weights of its own.",
    directions_once: "Each of the two directions is counted once.",
    all_units: "Each direction has all the units that the layer is written with.",
    step_before: "Each unit also reads what came out one step earlier.",
    input: "Each unit also reads what comes in.",
    swapped: "What comes in is read by every unit; the units are counted once more, as rows.",
    every_layer: "Each layer with weights counts.",
    vector: "The embedding makes a vector of each word: that is what is read.",
    time_steps: "The number of time steps never appears: the weights are shared by all steps.",
    dense: "A dense layer reads all that is passed on at once, and has a bias for each unit.",
    state: "What it begins with is no parameter.",
    elsewhere: "Here the biases are kept otherwise.",
  },
  /** Whose own count a wrong total is. @param {{ names: string[], more: boolean }} frameworks "" for the notes */
  counts: ({ names, more }) =>
    `So ${list([...names.map((name) => name || "the notes"), ...(more ? ["others"] : [])])} ${names.length === 1 && names[0] !== "" && !more ? "counts" : "count"}.`,
  /** Right with a wrong number further up; or wrong as one there, again. */
  carried: {
    follows: "Right with your number further up, so it counts; that one is still to be mended.",
    again: "The same slip as further up, so it counts once; mend it there, then here.",
  },
  /** It was so, and the number further up is another one now. */
  outdated: {
    follows:
      "It followed from your earlier number further up and still counts; that one has changed, so work this one out again.",
    again: "The number further up has changed; the same slip is still here, and counts once: mend it here, too.",
  },
  hint: {
    matrices: "One for every gate, and one for the candidate.",
    both_on: "It has units in both directions, and all of them put out a number.",
    width: "One number for every output that it has.",
    bias: "Biases are added beside the weights: how many has a unit in this framework?",
    directions: "Forwards is one of them.",
    before: "It is what the layer before passes on.",
    comes_in: "As many numbers as the input has at one time step.",
    previous: "Every unit of the layer puts out one number, and each unit reads all of these a step later.",
    look: "It is a number in the layer’s own brackets, or the input above.",
    kind: "It follows from the kind of layer.",
    add: "Add up the numbers in this line.",
    multiply: "Multiply the numbers in this line.",
    brackets: "First what stands in brackets, then multiply.",
    /** @param {{ formula: string }} whole */
    put_in: ({ formula }) => `With the numbers put in it is ${formula}.`,
    layers: "Count layer by layer, and add up.",
    /** @param {{ formula: string }} whole */
    formula: ({ formula }) => `The formula is ${formula}.`,
    /** @param {{ formula: string }} part */
    part: ({ formula }) => `It begins so: ${formula}.`,
    /** @param {{ total: string }} first */
    first_layer: ({ total }) => `The first layer has ${several(total, "parameter")}.`,
  },
  /** @param {{ value: string }} answer */
  answer: ({ value }) => `It is ${number(value)}.`,
  /** @param {{ count: number, right: number, hints: number }} exercise */
  done: ({ count, right, hints }) =>
    `Done: ${ordinal(right)} of ${ordinal(count)}${right < count ? `, ${ordinal(count - right)} shown` : ""}${withHints(hints)}.`,
};
