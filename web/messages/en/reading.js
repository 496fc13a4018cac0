/** What was read of a pasted text, by the ids of telling/reading.js. */
import { fileMessages } from "./files.js";
import { list, number, several } from "./words.js";

/** @typedef {{ name: string }} Named */
/** @typedef {{ text: string }} Typed */
/** @typedef {{ count: string }} Counted */

export const readingMessages = {
  pasted: {
    /** What the text is. */
    read: {
      /** @param {Named} framework */
      python: ({ name }) => (name ? `Read as ${name} code` : "Read as code"),
      /** @param {Named} framework */
      module: ({ name }) => (name ? `Read as a model that ${name} printed` : "Read as a printed model"),
      /** @param {Named} framework */
      summary: ({ name }) => (name ? `Read as a summary of ${name}` : "Read as a summary"),
      /** @param {Named} framework */
      tensors: ({ name }) => (name ? `Read as shapes of weights in ${name}` : "Read as shapes of weights"),
      /** @param {Named} framework */
      keras_json: ({ name }) => (name ? `Read as a ${name} model in JSON` : "Read as a model in JSON"),
      matlab: "Read as MATLAB code",
      query: "Read as layers",
      number: "A number",
      nothing: "Not recognised",
    },
    nothingRead:
      "Paste code of Keras or PyTorch, model.summary(), print(model), shapes of weights, model.json or a number. The text stays as it is.",
    close: "Close what was read",
    /** A number by itself, beside the model on screen. */
    answer: {
      hidden: "The count is not told yet: fill in the blanks first, or show all steps.",
      no_total: "The model on screen has no count yet that it could be compared with.",
    },
    /** A printed summary, row by row. */
    table: {
      row: "Row · read as",
      printed: "printed",
      counted: "counted",
      total: "Total",
      agrees: "as printed",
      differs: "not as printed",
      /** @param {{ printed: string, optimizer: string, whole: string, adam: boolean }} sums */
      optimizer: ({ printed, optimizer, whole, adam }) =>
        `${number(whole)} printed = ${number(printed)} + ${number(optimizer)} of the optimizer${adam ? " (Adam keeps two numbers per trainable parameter, and two more)" : ""}.`,
    },
    /** Beside a line. */
    became: {
      /** @param {{ layers: string, name: string }} layer */
      layer: ({ layers, name }) => `${layers}: ${name}`,
      /** @param {{ width: string }} input */
      input: ({ width }) => `input ${number(width)}`,
      /** @param {Counted} steps */
      steps: ({ count }) => several(count, "step"),
      /** @param {{ width: string }} input */
      reads: ({ width }) => `reads ${number(width)}`,
      /** @param {{ layers: string[] }} used */
      used: ({ layers }) => `for ${list(layers)}`,
      coming: "what comes in",
    },
    /** Why a piece has no effect, by its code. */
    ignored: {
      punctuation: "marks",
      /** @param {Named} option */
      uncounted: ({ name }) => (name ? `${name}: no effect on the count` : "no effect on the count"),
      unread: "nothing to count",
      another_model: "another model",
      around: "text around it",
      beside: "no effect on the count",
      built: "what it was built with",
      change: "mark of a change, or a line that it takes away",
      checked: "agrees with what is counted",
      code: "code around it",
      colour: "colour",
      command: "command",
      comment: "comment",
      container: "holds the layers",
      count: "a count",
      deferred: "set when it first runs",
      definition: "how it runs",
      dtype: "type of the numbers",
      fence: "mark of a code block",
      heading: "heading",
      import: "import",
      log: "log",
      name: "name",
      no_layer: "makes no layer",
      none: "not set",
      nothing: "holds nothing",
      path: "name",
      prefix: "prefix",
      prompt: "prompt",
      repeated: "shown already, its weights are shared",
      shape: "shape",
      /** @param {Named} layer */
      stores_nothing: ({ name }) => (name ? `${name}: stores nothing` : "stores nothing"),
      summary: "printed table",
      text: "text",
      total: "its own total",
      training: "training",
      unreached: "the model does not use it",
      unused_name: "not used by the model",
      used_again: "used once more, with the same weights",
      version: "version",
      weights_list: "list of the stored weights",
      wiring: "what reads what",
      buffer: "stored, but not a parameter",
      default: "as it is anyway",
      input: "what comes in",
      initializer: "starting values",
      /** @param {Named} row */
      inner_model: ({ name }) =>
        `${name ? `${name}: a` : "a"} model within the model, whose layers the table does not print: counted as it is printed`,
      /** @param {Named} row */
      inner_layers: ({ name }) =>
        `${name ? `${name}: what` : "what"} it holds is not printed, and no layer that is known here has so many: counted as it is printed`,
      loss: "a loss: no weights",
      off: "not set",
      said_again: "said once more",
      unused: "not used by the model",
      values: "values",
      other: "no effect on the count",
    },
    /** What was not understood, by its code. */
    unread: {
      /** @param {Typed} piece */
      argument: ({ text }) => `${text} is not known here: it may change the count.`,
      /** @param {Typed} piece */
      cut: ({ text }) => `${text} is cut off here.`,
      /** @param {Typed} piece */
      function: ({ text }) => `What ${text} does is not known here.`,
      /** @param {Typed} piece */
      other_branch: ({ text }) => `${text} belongs to the other branch.`,
      /** @param {Typed} piece */
      spread: ({ text }) => `What ${text} holds is not known here.`,
      /** @param {Typed} piece */
      incomplete: ({ text }) => `${text} is not printed whole.`,
      /** @param {Typed} piece */
      own_class: ({ text }) => `${text} is a class of its own, which is not in this text.`,
      /** @param {Typed} piece */
      taken_out: ({ text }) => `${text} is taken out of the model again.`,
      /** @param {Typed} piece */
      not_held: ({ text }) => `${text} is made here, but the model does not hold it.`,
      prose: "A text about a model, not read.",
      /** @param {Typed} piece */
      repetition: ({ text }) => `How often is not clear: ${text}`,
      /** @param {Typed} piece */
      tensor: ({ text }) => `No layer that is known here stores this: ${text}`,
      too_many: "There are more layers in this text than are read.",
      partly_frozen: "Some of its weights are trained and some are not: which ones is not printed.",
      which_frozen: "Several rows have so many weights: which of them are not trained is not printed.",
      too_deep: "From here on brackets are nested too deep to be read.",
      too_long: "This text was not read: it is too long.",
      /** @param {Typed} piece */
      other: ({ text }) => `${text} was not understood: it may change the count.`,
    },
    textProblem: {
      /** @param {{ largest: string }} limit in bytes */
      too_long: ({ largest }) =>
        `This text is too long: ${number(largest)} characters are read. Paste the part that has the model.`,
      too_much: "There was not enough memory to read this text.",
      /** @param {{ layer: string, place: string, says: string, comes: string }} layer */
      reads_other: ({ layer, place, says, comes }) =>
        `Layer ${number(place)}, ${layer}, says that it reads ${number(says)}, but ${number(comes)} come from the layer before. It is counted as it says.`,
      cut: "The text ends in the middle of a layer.",
      nesting: "Brackets here are nested too deep to be read.",
      /** @param {{ layer: string }} layer */
      never_used: ({ layer }) => `forward() never uses ${layer}. It is counted: its weights are made all the same.`,
      /** @param {{ name: string }} made */
      own_weights: ({ name }) => `${name} makes weights of its own, which are not counted here.`,
      /** @param {Typed} asked */
      condition: ({ text }) => `Which way this goes is not known here: ${text}`,
      /** @param {Typed} asked */
      loop: ({ text }) => `How often this is repeated is not known here: ${text}`,
      /** @param {{ layer: string }} layer */
      not_printed: ({ layer }) => `print(model) does not show all weights of ${layer}: they are counted by its width.`,
      /** @param {{ layer: string }} layer */
      width_not_printed: ({ layer }) => `What ${layer} reads is not printed: it is taken from a layer behind it.`,
      too_long_to_follow: "This code runs on too long to be followed to its end.",
      backward: "Its backward layer is another one than the forward one: it is counted like the forward one.",
      /** @param {{ row: string, layer: string, printed: string, counted: string }} row of a printed table; `counted` "" where nothing fits at all */
      row_fits_nothing: ({ row, layer, printed, counted }) =>
        counted
          ? `${row}: ${number(printed)} is printed, but ${layer} with these sizes has ${number(counted)}.`
          : `${row}: with no size that can be read here ${layer} has ${number(printed)}.`,
      /** @param {{ printed: string, sum: string }} total of a printed table */
      rows_differ: ({ printed, sum }) =>
        `The table says ${number(printed)} in all, but its rows add up to ${number(sum)}.`,
      /** @param {{ says: string, total: string }} printed */
      total: ({ says, total }) => `The text itself says ${number(says)}, and what was read of it has ${number(total)}.`,
      brackets: "A bracket has no partner here: the model may be another one than was read.",
      /** @param {{ largest: string }} limit */
      too_many_layers: ({ largest }) =>
        `This text has more than ${several(largest, "layer")}: the others were not read.`,
      /** @param {{ layer: string }} layer */
      several_widths: ({ layer }) => `What ${layer} reads differs in width: it is counted by the first.`,
      /** @param {{ printed: string, counted: string }} sums */
      tensors_differ: ({ printed, counted }) =>
        `The weights listed here have ${number(printed)} numbers, and what was read of the model has ${number(counted)}.`,
      /** @param {{ words: string, rows: string }} words */
      one_more_word: ({ words, rows }) =>
        `Words that are not among these ${number(words)} have a row of their own: it is counted with ${number(rows)}.`,
      /** @param {{ layer: string }} row of a printed table */
      row_not_counted: ({ layer }) =>
        `torchsummary does not count ${layer}: its 0 says nothing, and how many layers are stacked is not printed. It is counted by its width.`,
      /** @param {{ layer: string }} row of a printed table */
      row_rounded: ({ layer }) => `${layer}: its count is rounded, and its sizes are not printed. It is not read.`,
      other: "Something here needs a look.",
    },
    /** @param {Named} question */
    noValue: ({ name }) => `${name} has no value here. It is`,
    /** @param {{ layer: string }} layer */
    choose: ({ layer }) => `${layer} can also be another one`,
    holds: "the count depends on it",
    chooseModel: "Which of the models",
    /** Of a model without a name. @param {{ place: string }} model */
    modelAt: ({ place }) => `model ${number(place)}`,
    /** @param {Counted} choices */
    moreChoices: ({ count }) => `and ${number(count)} more`,
    /** @param {Counted} lines */
    folded: ({ count }) => `… ${several(count, "line")} without effect`,
    /** @param {Counted} lines */
    foldedUnread: ({ count }) => `… ${several(count, "line")} not read`,
    /** @param {Counted} lines */
    showLines: ({ count }) => `Show ${several(count, "more line")}`,
    /** @param {{ names: string[], more: string }} options */
    without: ({ names, more }) =>
      `Without effect on the count: ${names.join(", ")}${more === "0" ? "" : `, … and ${number(more)} more`}.`,
    /** @param {{ total: string }} read */
    all: ({ total }) => `${several(total, "parameter")}.`,
    /** @param {{ total: string }} read */
    allAsSaid: ({ total }) => `${several(total, "parameter")}, as the text itself says.`,
    /** @param {{ counted: string }} read */
    others: ({ counted }) => `The other layers: ${number(counted)} + ?`,
    file: fileMessages,
  },
};
