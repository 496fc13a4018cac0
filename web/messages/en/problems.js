/** What is wrong with a model, and the words on the buttons that mend it, by the ids of telling/problems.js. */
import { frameworkName, frameworkNames, list, number, numeral, plural, several } from "./words.js";

/** @typedef {{ text: string }} Typed */
/** @typedef {{ option: string }} Named */
/** @typedef {{ name: string }} Framework "" for the notes, which are many */
/** @typedef {{ names: string[], more: boolean }} Others frameworks, and whether there are more */

/** @param {Framework} framework */
const has = ({ name }) => `${frameworkName(name)} ${plural(name) ? "have" : "has"}`;

/** What is a framework's. @param {string} name "" for the notes @param {string} [called] at the head of a sentence if not given otherwise */
const whose = (name, called = frameworkName(name)) => `${called}'${plural(name) ? "" : "s"}`;

/** The same within a sentence. @param {string} name */
const whoseWithin = (name) => whose(name, name || "the notes");

/** @param {Others} others @param {string} many @param {string} one */
const verb = ({ names: [first, ...rest], more }, many, one) => (plural(first) || rest.length > 0 || more ? many : one);

/** @param {string} things */
const limit =
  (things) =>
  (/** @type {{ largest: string }} */ { largest }) =>
    `That's more than ${number(largest)} ${things}.`;

export const problemMessages = {
  problem: {
    /** @param {Typed} typed */
    typed: ({ text }) => `You typed ${text}.`,
    /** @param {{ suggestion: string }} meant */
    meant: ({ suggestion }) => `Did you mean ${suggestion}?`,
    missing_input: "How many features does one time step have? A whole number, 1 or more.",
    missing_units: "How many units? A whole number, 1 or more.",
    missing_vocabulary: "How many different words are there? A whole number, 1 or more.",
    missing_rate: "Which share is dropped? 0 or more, but less than 1, for example 0.5.",
    /** @param {{ layer: string }} layer */
    missing_timesteps: ({ layer }) => `How many time steps are there? What ${layer} passes on depends on it.`,
    /** @param {{ layer: string }} layer */
    missing_timesteps_kept: ({ layer }) => `How many time steps are there? ${layer} keeps numbers for each of them.`,
    /** @param {{ layer: string }} layer */
    missing_timesteps_in_one_row: ({ layer }) =>
      `How many time steps are there? ${layer} lays them out in one row: the next layer reads time steps × width.`,
    /** @param {Named & { layer: string, before: string }} layer */
    missing_reads: ({ layer, before, option }) =>
      `What ${layer} reads is not known: ${before} before it may pass on anything. Write it in its brackets, for example ${option}=64.`,
    missing_parameters: "How many parameters does it have? A whole number, 0 or more.",
    missing_layers: "Add a layer, for example LSTM(32).",
    /** @param {Named} named */
    missing: ({ option }) => `${option} needs a value.`,
    negative: "Sizes are positive.",
    too_small_units: "A layer needs at least 1 unit.",
    too_small_input: "A time step has at least 1 feature.",
    /** @param {Named & { smallest: string }} size */
    too_small: ({ option, smallest }) => `${option} is at least ${smallest}.`,
    not_whole_units: "Units come whole.",
    not_whole_input: "Features come whole.",
    /** @param {Named} named */
    not_whole: ({ option }) => `${option} comes whole.`,
    separators: "Write the number without separators.",
    /** @param {Typed & { suggestion: string }} typed */
    not_plain: ({ text, suggestion }) => `Write the number out: ${text} is ${suggestion}.`,
    /** @param {Typed} typed */
    not_a_number: ({ text }) => `"${text}" is not a number.`,
    unknown_size: "Which size fits into which budget?",
    /** @param {{ largest: string }} size */
    too_big: ({ largest }) => `The largest size is ${number(largest)}.`,
    /** @param {Named & { largest: string }} size */
    too_big_here: ({ option, largest }) => `The largest ${option} here is ${number(largest)}.`,
    /** @param {{ layer: string, largest: string }} layer */
    too_large: ({ layer, largest }) =>
      `Layer ${number(layer)} takes the total past ${number(largest)}, the largest that can be counted exactly here.`,
    /** @param {Named & { choices: string[] }} named */
    not_a_choice: ({ option, choices }) => `Here ${option} can be ${list(choices, "or")}.`,
    not_a_rate: "A rate is 0 or more, but less than 1, for example 0.5.",
    /** @param {{ name: string }} layer */
    unknown_layer: ({ name }) => `There is no layer called ${name} here.`,
    /** @param {{ layer: string, option: string }} option */
    unknown_option: ({ layer, option }) => `${layer} has no option ${option} here.`,
    /** @param {Typed & { layer: string, count: string }} numbers */
    too_many_numbers: ({ layer, count, text }) =>
      `${layer} takes ${count === "0" ? "no number" : count === "1" ? "one number" : `${numeral(count)} numbers`} without a name here. Leave ${text} out.`,
    /** @param {{ name: string }} framework */
    unknown_framework: ({ name }) => `No framework is called ${name}.`,
    /** @param {Named & { first: string, second: string }} named */
    twice: ({ option, first, second }) => `${option} is given twice: ${first} and ${second}. Keep one.`,
    /** @param {Framework} framework */
    concatenates: ({ name }) => `Here ${whoseWithin(name)} two directions are concatenated.`,
    /** @param {Others} others */
    others_merge: ({ names, more }) => `${frameworkNames(names, more)} can merge them otherwise.`,
    /** @param {Framework & { layer: string }} framework */
    resets_before: ({ name, layer }) => `In ${whoseWithin(name)} ${layer} the reset gate comes before the matrix.`,
    /** @param {Framework & { layer: string }} framework */
    resets_after: ({ name, layer }) => `In ${whoseWithin(name)} ${layer} the reset gate always comes after the matrix.`,
    /** @param {Others} others */
    others_choose: (others) =>
      `${frameworkNames(others.names, others.more)} ${verb(others, "let", "lets")} you choose.`,
    /** @param {Framework & { cell: string }} framework */
    lacks_cell: ({ name, cell }) => `${has({ name })} no ${cell}, as far as we know.`,
    /** @param {Framework & { cell: string }} framework */
    cell_unknown: ({ name, cell }) => `How ${name || "the notes"} would keep a ${cell} is not known here.`,
    /** @param {Others} others */
    others_have_cell: (others) => `${frameworkNames(others.names, others.more)} ${verb(others, "have", "has")} one.`,
    /** @param {Framework & { layer: string, option: string }} framework */
    lacks_option: ({ name, layer, option }) => `${whose(name)} ${layer} has no option ${option}.`,
    /** @param {Others} others */
    others_have_option: (others) => `${frameworkNames(others.names, others.more)} ${verb(others, "have", "has")} it.`,
    /** @param {{ count: string, field: string, given: string }} input */
    conflict_field: ({ count, field, given }) => `The field ${field} says ${given}, but this layer says ${count}.`,
    /** @param {Typed} typed */
    unclosed: ({ text }) => `A closing bracket is missing after ${text}.`,
    quote: "A closing quotation mark is missing.",
    empty: "There is nothing before or behind this comma.",
    comma: "A comma is missing between two layers.",
    unopened: "There is one closing bracket too many.",
    /** @param {Typed} typed */
    unexpected: ({ text }) => `${text} was not expected here.`,
    unfinished: "Something is missing at the end.",
    percent: "A % in this link stands alone, so a part of it may be lost.",
    utf8: "A part of this link was damaged on its way: it is not UTF-8.",
    /** @param {{ width: string, field: string }} embedding `width`: "" where its size is missing */
    conflict_embedding: ({ width, field }) =>
      `The embedding ${width ? `already sets the width (${number(width)})` : "sets the width"}. Leave ${field} empty.`,
    conflict_wrapped:
      "A wrapper goes around one plain layer: no wrapper of its own kind, num_layers or bidirectional inside.",
    conflict_directions:
      "merge_mode says how two directions are merged, and this layer has one. Tick both directions, or leave it out.",
    /** @param {{ cells: string[] }} recurrent */
    conflict_not_recurrent: ({ cells }) => `Only ${list(cells)} can read in both directions.`,
    conflict_wraps_one: "A wrapper goes around exactly one layer, for example Bidirectional(LSTM(32)).",
    conflict_not_a_wrapper: "Only Bidirectional(…) and TimeDistributed(…) can have a layer inside their brackets.",
    conflict_backward:
      "This backward_layer is another layer than the forward one. Both have to be alike here: kind, sizes and options. Keras can have two LSTM, GRU or RNN of its own.",
    /** @param {{ text: string, count: string }} widths */
    conflict_ways: ({ text, count }) =>
      `The two directions have ${number(count)} and ${text} units: only concat puts them together.`,
    conflict_apart:
      "Directions that are not merged are two outputs: a second layer of the stack can't read them as one.",
    conflict_tied_none: "A tied layer shares the matrix of an embedding, and none stands before it.",
    /** @param {{ count: string, wanted: string }} units */
    conflict_tied_units: ({ count, wanted }) =>
      `A tied layer has a unit for each word of its embedding: ${number(wanted)}, not ${count}.`,
    /** @param {{ count: string, wanted: string }} width */
    conflict_tied_width: ({ count, wanted }) =>
      `A tied layer reads as many numbers as a row of its embedding has: ${number(wanted)}, not ${count}.`,
    conflict_mean: "Normalization takes mean and variance together, or measures both.",
    /** @param {{ layer: string }} layer */
    conflict_halves: ({ layer }) => `${layer} passes on half of what it reads: that has to be an even number.`,
    /** @param {{ layer: string }} layer */
    conflict_implementation: ({ layer }) =>
      `${layer} is counted here with implementation=1, its default: others keep its numbers otherwise, and 2 keeps more of them.`,
    /** @param {{ layer: string }} layer */
    conflict_axes: ({ layer }) =>
      `What comes into ${layer} has other axes than time steps and features: how many numbers it keeps for them is not known here.`,
    /** @param {{ text: string, count: string }} groups */
    conflict_groups: ({ text, count }) =>
      `groups has to divide the channels: ${number(count)} cannot be divided by ${text}.`,
    /** @param {{ text: string, count: string }} heads */
    conflict_heads: ({ text, count }) =>
      `num_heads has to divide the width: ${number(count)} cannot be divided by ${text}.`,
    /** @param {{ text: string, count: string }} heads */
    conflict_kv_heads: ({ text, count }) =>
      `num_key_value_heads has to divide num_query_heads: ${number(count)} cannot be divided by ${text}.`,
    /** @param {Typed & { count: string }} target */
    conflict_reshape: ({ text, count }) => `${several(count, "number")} cannot be laid out as ${text}.`,
    /** @param {{ layer: string, count: string }} steps */
    too_short: ({ layer, count }) => `Nothing is left of ${several(count, "time step")} in ${layer}.`,
    /** @param {Named} named */
    not_a_shape: ({ option }) => `${option} is a row of numbers in brackets, such as (10, 64).`,
    /** @param {Named & { axes: string }} named */
    not_a_shape_kernel_size: ({ option, axes }) =>
      `${option} is one whole number here${axes === "1" ? "" : `, or ${number(axes)} in brackets`}.`,
    /** @param {Named} named */
    not_a_shape_shared_axes: ({ option }) =>
      `${option} lists axes from the first one on: [1], the time steps of a sequence, or [1,2], the places of an image.`,
    conflict: "These two do not go together.",
    /** @param {{ layer: string }} layer */
    no_such_layer: ({ layer }) => `There is no layer ${layer}.`,
    limit_text: limit("characters in one link"),
    limit_layers: limit("layers"),
    limit_nesting: limit("brackets inside each other"),
    too_much: "This model is too large to be counted here.",
    other: "Something here needs a look.",
    /** @param {Typed} typed */
    several_numbers: ({ text }) => `${text} is more than one number.`,
    /** @param {{ name: string }} layer */
    not_counted: ({ name }) => `${name} is another cell, which is not counted here.`,
    /** @param {{ name: string }} layer */
    not_counted_layer: ({ name }) => `${name} has weights, but is not counted here.`,
    /** @param {{ name: string }} layer */
    projected_by_name: ({ name }) => `${name} is an LSTM with a projection: write LSTM(…, proj_size=…).`,
    /** @param {{ name: string }} link */
    unknown_key: ({ name }) => `${name}= means nothing here.`,
    /** @param {Typed} typed */
    unread: ({ text }) => `${text} is not read here. Leave it out.`,
    /** @param {{ layer: string, option: string, value: string }} name */
    conflict_name: ({ layer, option, value }) => `The name ${layer} already says ${option}=${value}.`,
    /** @param {{ layer: string, cell: string }} name */
    conflict_named_cell: ({ layer, cell }) => `With these options the cell is ${cell}, not ${layer}.`,
  },
  fix: {
    /** @param {Typed} fix */
    use: ({ text }) => `Use ${text}`,
    /** @param {Typed} fix */
    add: ({ text }) => `Add ${text}`,
    add_it: "Add it",
    clear: "Clear it",
    remove: "Remove it",
    /** @param {Framework} framework */
    count_as: ({ name }) => `Count as ${name || "the notes"} ${plural(name) ? "do" : "does"}`,
    /** @param {Typed} layer */
    custom: ({ text }) => `Count it as ${text}`,
    /** @param {Typed} typed */
    remove_text: ({ text }) => `Remove ${text}`,
  },
  /** @param {number} count */
  linkProblems: (count) =>
    count === 1
      ? "1 place in this link can't be counted as it stands. The rest is as it was sent."
      : `${number(String(count))} places in this link can't be counted as they stand. The rest is as it was sent.`,
  /** Behind the problems that are told. @param {string} count of the others */
  moreProblems: (count) => `… and ${number(count)} more.`,
  /** @param {number} index */
  jump: (index) => `Go to ${index}`,
};
