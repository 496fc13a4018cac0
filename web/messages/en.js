/**
 * Every English sentence of the page and of the engine's problems. Another language is another file like this one; nothing else
 * speaks a human language.
 */

/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Problem} Problem */
/** @typedef {import("../engine.js").ProblemArgs} ProblemArgs */
/** @typedef {import("../engine.js").Fix} Fix */
/** @typedef {import("../engine.js").Weight} Weight */
/** @typedef {import("../engine.js").FrameworkFacts} FrameworkFacts */
/** @typedef {import("../state/story.js").StepFacts} StepFacts */
/** @typedef {import("../state/story.js").Headline} Headline */
/** @typedef {import("../state/story.js").Difference} Difference */
/** @typedef {{ title: string, sentence: string, why: string, ask?: string }} StepWords `ask`: the why's own question */

const grouping = new Intl.NumberFormat("en");

/**
 * A number of any length, its digits in groups; what is no number stays as it is.
 * @param {string} text
 */
function number(text) {
  return /^[0-9]+$/.test(text) ? grouping.format(BigInt(text)) : text;
}

/**
 * A size within a sentence; a box where it is not there.
 * @param {string | undefined} text
 */
const size = (text = "") => number(text) || "□";

/** @param {string} text */
const units = (text) => `${size(text)} ${text === "1" ? "unit" : "units"}`;

/**
 * Text that a reader typed, no longer than a sentence can bear.
 * @param {string | undefined} text
 */
function short(text = "") {
  const letters = [...text.slice(0, 200)];
  return letters.length > 40 || text.length > 200 ? `${letters.slice(0, 39).join("")}…` : text;
}

/**
 * @param {string[]} words
 * @param {string} [last]
 */
function list(words, last = "and") {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/**
 * @param {string} word
 */
function article(word) {
  return /^(LSTM|RNN|[aeiou])/i.test(word) ? `an ${word}` : `a ${word}`;
}

const numerals = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** @param {string} text */
const numeral = (text) => (text.length < 3 ? (numerals[Number(text)] ?? text) : number(text));
/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// ---------------------------------------------------------------------------------------------------------------- problems

/**
 * @param {string} id
 * @param {Catalog} [catalog]
 */
function frameworkName(id, catalog) {
  if (id === "notes") return "The notes";
  return catalog?.frameworks.find((framework) => framework.id === id)?.name || capital(id);
}

/**
 * How the default framework calls an option: "num_units" for "units".
 * @param {string | undefined} option
 * @param {Catalog} [catalog]
 */
function optionWord(option = "", catalog) {
  const words = catalog?.frameworks[0].words;
  if (option === "units") return words?.units ?? "num_units";
  if (option === "input") return words?.input ?? "input_dim";
  return short(option);
}

/** @type {Record<string, string>} */
const questions = {
  input: "How many features does one time step have? A whole number, 1 or more.",
  units: "How many units? A whole number, 1 or more.",
  vocabulary: "How many different words are there? A whole number, 1 or more.",
  rate: "Which share is dropped? A number from 0 up to 1, for example 0.5.",
  layers: "Add a layer, for example LSTM(32).",
};

/** @type {Record<string, string>} */
const syntax = {
  quote: "A closing quotation mark is missing.",
  empty: "There is nothing before or behind this comma.",
  comma: "A comma is missing between two layers.",
  unopened: "There is one closing bracket too many.",
};

/** @type {Record<string, string>} */
const conflicts = {
  wrapped: "Bidirectional(…) goes around one plain layer: no other Bidirectional, num_layers or bidirectional inside.",
  directions:
    "merge_mode says how two directions are merged, and this layer has one. Tick both directions, or leave it out.",
  not_recurrent: "Only LSTM, GRU and RNN can read in both directions.",
  wraps_one: "Bidirectional(…) goes around exactly one layer, for example Bidirectional(LSTM(32)).",
  not_a_wrapper: "Only Bidirectional(…) can have a layer inside its brackets.",
};

/** @type {Record<string, string>} */
const limits = { text: "characters in one link", layers: "layers", nesting: "brackets inside each other" };
const tooMuch = "This model is too large to be counted here.";

/** @type {Record<import("../engine.js").ProblemCode, (args: ProblemArgs, catalog?: Catalog) => string>} */
const problems = {
  missing: ({ option = "" }, catalog) => questions[option] ?? `${optionWord(option, catalog)} needs a value.`,
  too_small({ option, text = "", negative, smallest }, catalog) {
    const typed = `You typed ${short(text).replace(/^-/, "−")}.`;
    if (negative) return `Sizes are positive. ${typed}`;
    if (option === "units") return `A layer needs at least 1 unit. ${typed}`;
    if (option === "input") return `A time step has at least 1 feature. ${typed}`;
    return `${optionWord(option, catalog)} is at least ${smallest}. ${typed}`;
  },
  not_whole({ option, text }, catalog) {
    const things =
      option === "units" ? "Units come" : option === "input" ? "Features come" : `${optionWord(option, catalog)} comes`;
    return `${things} whole. You typed ${short(text)}.`;
  },
  not_plain({ text = "", suggestion }) {
    const separated = /^[0-9]+([\s,._'’]+[0-9]+)+$/u.test(text.trim());
    if (separated || !suggestion) return "Write the number without separators.";
    return `Write the number out: ${short(text)} is ${suggestion}.`;
  },
  not_a_number: ({ text }) => `"${short(text)}" is not a number.`,
  too_big({ option, largest = "" }, catalog) {
    const what = option === "proj_size" ? `The largest ${optionWord(option, catalog)} here` : "The largest size";
    return `${what} is ${number(largest)}.`;
  },
  too_large({ number: layer = "", largest }, catalog) {
    const most = number(largest ?? catalog?.limits.total ?? "");
    return `Layer ${number(layer)} takes the total past ${most}, the largest that can be counted exactly here.`;
  },
  not_a_choice: ({ option, text, choices = [] }, catalog) =>
    `${optionWord(option, catalog)} can be ${list(choices, "or")}. You typed ${short(text)}.`,
  not_a_rate: ({ text }) => `A rate is a number from 0 up to 1, for example 0.5. You typed ${short(text)}.`,
  unknown_layer: ({ layer, text, suggestion }) =>
    `There is no layer called ${short(text ?? layer)}.${suggestion ? ` Did you mean ${suggestion}?` : ""}`,
  unknown_option: ({ layer, option, suggestion }) =>
    `${short(layer)} has no option ${short(option)}.${suggestion ? ` Did you mean ${suggestion}?` : ""}`,
  unknown_framework: ({ text, suggestion }) =>
    `No framework is called ${short(text)}.${suggestion ? ` Did you mean ${suggestion}?` : ""}`,
  twice: ({ option, first, text }, catalog) =>
    `${optionWord(option, catalog)} is given twice: ${short(first)} and ${short(text)}. Keep one.`,
  unsupported({ option, framework = "", frameworks = [] }, catalog) {
    const names = frameworks.map((id) => frameworkName(id, catalog));
    const others = list(names.map((name, i) => (i > 0 && name === "The notes" ? "the notes" : name)));
    if (option === "merge_mode" && framework === "pytorch") {
      return `PyTorch always concatenates the two directions.${others ? ` merge_mode is ${others}'s.` : ""}`;
    }
    const have = framework === "notes" ? "have" : "has";
    const do_ = frameworks.length > 1 || frameworks[0] === "notes" ? "do" : "does";
    return `${frameworkName(framework, catalog)} ${have} no such ${optionWord(option, catalog)}.${others ? ` ${others} ${do_}.` : ""}`;
  },
  input_in_layer: ({ layer, text }, catalog) =>
    `${short(layer)} takes its units only. ${short(text)} features belong in the field ${optionWord("input", catalog)}.`,
  syntax({ what = "", text = "" }) {
    if (what === "unclosed") return `A closing bracket is missing after ${short(text)}.`;
    return syntax[what] ?? (text ? `${short(text)} was not expected here.` : "Something is missing at the end.");
  },
  encoding: ({ what }) =>
    what === "percent"
      ? "A % in this link stands alone, so a part of it may be lost."
      : "A part of this link was damaged on its way: it is not UTF-8.",
  conflict: ({ what = "", largest, text }, catalog) =>
    what === "embedding"
      ? `The embedding already sets the width (${number(largest || short(text))}). Leave ${optionWord("input", catalog)} empty.`
      : (conflicts[what] ?? "These two do not go together."),
  order: () => "An embedding can only come first: it turns word numbers into features.",
  limit: ({ what = "", largest = "" }) =>
    what === "memory" ? tooMuch : `That's more than ${number(largest)} ${limits[what] ?? what}.`,
};

/** @type {Record<Fix["kind"], (text: string, catalog?: Catalog) => string>} */
const fixes = {
  use: (text) => `Use ${short(text)}`,
  add: (text) => (/^\w/.test(text) ? `Add ${short(text)}` : "Add it"),
  clear: () => "Clear it",
  move: () => "Move it up",
  remove: () => "Remove it",
  count_as: (text, catalog) => `Count as in ${text === "notes" ? "the notes" : frameworkName(text, catalog)}`,
};

// ------------------------------------------------------------------------------------------------------------- derivations

/** @type {Record<string, Record<string, string>>} */
const gateNames = {
  LSTM: { i: "input i", f: "forget f", o: "output o" },
  GRU: { z: "update z", r: "reset r" },
};

/** @param {StepFacts} facts */
function gatesWords({ layer, gates }) {
  const names = gates.filter((gate) => !gate.candidate).map(({ id }) => gateNames[layer.cell]?.[id] ?? id);
  const candidate = gates.find((gate) => gate.candidate)?.id ?? "";
  const kind = layer.cell === "LSTM" ? "cell candidate" : candidate.length > 1 ? `${candidate} cell` : "candidate";
  return {
    gates: `${names.length} ${names.length === 1 ? "gate" : "gates"}`,
    named: names.length > 0 ? ` (${names.join(", ")})` : "",
    candidate: `1 ${kind}`,
    letter: candidate.length === 1 ? ` ${candidate}` : "",
  };
}

/** @param {StepFacts} facts */
function matricesWords(facts) {
  const { layer, gates } = facts;
  const words = gatesWords(facts);
  const names = layer.weights.filter((weight) => weight.role === "weights").map((weight) => weight.name);
  const order = gates.map((gate) => gate.id).join(", ");
  let sentence = `${capital(article(layer.cell))} has ${words.gates}${words.named} and ${words.candidate}${words.letter}`;
  if (facts.both) sentence = `${words.gates} and ${words.candidate}, in each direction.`;
  else if (names.length > 1 && names.length === gates.length)
    sentence += `; each has a weight matrix of its own: ${names.join(", ")}.`;
  else if (words.letter !== "") {
    const where = facts.framework === "pytorch" ? "one under the other" : "side by side";
    sentence += `, kept ${where} in the order ${order}.`;
  } else sentence += ".";
  const why =
    layer.cell === "LSTM"
      ? "The three gates decide what to forget, what to write and what to show; the candidate is the new content itself. Some notes call all four gates. For counting they are alike: each is a small dense layer, and all four have the same size."
      : "Everything is as in the LSTM, with 3 matrices instead of 4. Some notes call the reset gate the relevance gate, and the candidate the output cell.";
  return { title: `${capital(numeral(layer.rule.matrices))} weight matrices`, sentence, why };
}

/** @param {StepFacts} facts */
function readsWords(facts) {
  const { layer, words, framework } = facts;
  const [d, h, bias] = [size(layer.input), size(facts.previous), layer.rule.bias];
  if (!facts.recurrent) {
    const sentence = `Each unit reads the ${d} numbers that come in${bias === "0" ? "." : ", and a constant 1 for its bias."}`;
    return {
      title: "What each unit reads",
      sentence,
      why: "There are no time steps and no gates here: one weight for each number that comes in.",
    };
  }
  const sides = framework === "pytorch" ? "bias_ih and bias_hh" : "one on the input side, one on the recurrent side";
  let last =
    bias === "0"
      ? " There is no bias."
      : `a constant 1 for its bias: concat[${words.previous}, ${words.current}], + 1.`;
  if (bias === "2") last = `two biases: ${sides}.`;
  const read = `the previous activations ${words.previous} (${h} numbers)`;
  const now = `the input ${words.current} (${d} numbers)`;
  let sentence =
    bias === "0"
      ? `At every time step each unit reads ${read} and ${now}.${last}`
      : `At every time step each unit reads ${read}, ${now}, and ${last}`;
  if (facts.both)
    sentence += ` A unit reads the previous activations of its own direction only: ${h}, not ${size(facts.twice)}.`;
  return { title: "What each unit reads", sentence, ...readsWhy(facts) };
}

/** @param {StepFacts} facts */
function readsWhy({ layer, words, framework, without }) {
  const steps = "The number of time steps does not appear: the same weights are used at every step.";
  if (layer.rule.bias !== "2") {
    const vector = `Written one under the other, ${words.previous} and ${words.current} are one vector of ${size(without)} numbers; a unit needs one weight for each`;
    return {
      why: `${vector}${layer.rule.bias === "0" ? "." : ", and its bias is a weight on a constant 1."} ${steps}`,
    };
  }
  if (framework === "keras") {
    return {
      ask: "Why two?",
      why: "With reset_after=True the reset gate multiplies the recurrent part after its bias has been added, so the candidate needs a bias on that side too; Keras stores one for all three, in one tensor. With reset_after=False there is one bias, the notes' number.",
    };
  }
  return {
    ask: "Why two?",
    why:
      layer.cell === "GRU"
        ? "PyTorch adds one bias on the input side and one on the hidden side. In the candidate the reset gate stands between them; in the two gates they are simply added to each other."
        : "PyTorch adds one bias on the input side and one on the hidden side. They are added to each other, so the second lets the network do nothing new; it is kept for compatibility with cuDNN, which stores both.",
  };
}

/** @param {StepFacts} facts */
function matrixWords(facts) {
  const { layer } = facts;
  const [h, d, row] = [size(layer.units), size(layer.input), number(facts.value("reads"))];
  if (layer.cell === "Embedding") {
    return {
      title: "The table",
      sentence: `A row of ${h} numbers for each of the ${d} words.`,
      why: "An embedding only looks a row up. Nothing is added, so there is no bias.",
    };
  }
  if (layer.rule.vectors !== "0" && layer.rule.vectors !== "") {
    const kinds =
      layer.rule.vectors === "4" ? "a scale, a shift, a moving mean and a moving variance" : "a scale and a shift";
    return {
      title: `${capital(numeral(layer.rule.vectors))} numbers per feature`,
      sentence: `Every one of the ${d} features has ${kinds}.`,
      why:
        layer.rule.vectors === "4"
          ? "The moving mean and variance are measured, not trained; they are counted all the same."
          : "What is only measured (the running mean and variance) is not counted here.",
    };
  }
  if (layer.units === "" && layer.cell === "Dropout") return nothingWords(facts);
  const title = layer.rule.matrices === "1" ? "The weight matrix" : "One matrix";
  const seen =
    layer.rule.bias === "0"
      ? ""
      : layer.rule.bias === "2"
        ? " whose last two columns are the biases"
        : " whose last column is the bias";
  return {
    title,
    sentence: row
      ? `It has ${units(layer.units)}, and each unit has ${row} weights.`
      : "Each unit has one weight for every number that it reads.",
    why: row
      ? `One row of ${row} for each of the ${units(layer.units)}: a ${h} × ${row} matrix${seen}.`
      : "One row for each unit, and in it one weight for every number that the unit reads.",
  };
}

/** @param {StepFacts} facts */
function nothingWords({ layer }) {
  return {
    title: "Nothing to learn",
    sentence: `${layer.name} has no parameters.`,
    why: `${layer.name} changes numbers on their way, without weights of its own.`,
  };
}

/** @param {StepFacts} facts */
function totalWords({ layer, both }) {
  const all = numeral(layer.rule.matrices);
  return {
    title: `All ${all}${both ? ", one direction" : ""}`,
    sentence: `The ${all} matrices have the same size.`,
    why: `Each of the ${all} matrices belongs to all units, so each is counted in full.`,
  };
}

/** @param {StepFacts} facts */
function directionsWords({ layer }) {
  return {
    title: "Both directions",
    sentence:
      "The formula is the same; the layer reads the sequence forwards and backwards, with weights of its own for each direction.",
    why: `The backward direction is a second ${layer.cell} that starts at the end of the sequence. The two share nothing, so the count doubles exactly.`,
  };
}

/** @param {StepFacts} facts */
function handedOnWords({ place, before, words, layer, handed }) {
  const title = `What layer ${number(String(place - 1))} hands on`;
  const next = `That is layer ${number(String(place))}'s ${words.input}.`;
  const why =
    "A layer hands on one number per unit. Only its width matters to the next layer, not its parameter count.";
  const width = `${size(layer.input)} numbers`;
  const parts = handed.map(size);
  if (before?.cell === "Dropout" || before?.cell === "BatchNormalization")
    return { title, sentence: `${before.name} leaves the width alone: ${width}. ${next}`, why };
  if (before?.cell === "Embedding")
    return { title, sentence: `One row of the table for each word: ${width}. ${next}`, why };
  if (parts.length > 1) {
    return {
      title,
      sentence: `Both directions' units, one after the other: concat(${parts.join(", ")}). ${next}`,
      why: `${why} Merged by sum, product or average instead of concat, the width would stay ${parts[0]}.`,
    };
  }
  if (before?.directions === "2")
    return { title, sentence: `Both directions' units, merged by ${before.merge_mode}: ${width}. ${next}`, why };
  if (before?.weights.some((weight) => weight.role === "projection"))
    return { title, sentence: `The projected output: ${width}. ${next}`, why };
  return { title, sentence: `One number per unit. ${next}`, why };
}

const closing = {
  title: "Add up the layers",
  sentence: "Every layer has weights of its own, so the total is their sum.",
  why: "",
};

/** @type {Record<import("../engine.js").Step["kind"], (facts: StepFacts) => StepWords>} */
const steps = {
  handed_on: handedOnWords,
  matrices: matricesWords,
  reads: readsWords,
  matrix: matrixWords,
  matrices_total: totalWords,
  biases: ({ layer }) => ({
    title: "The biases",
    sentence: `${number(layer.rule.bias_vectors)} bias vectors, one number per unit in each.`,
    why: "Here the biases are not the same for every matrix, so they cannot be a part of the bracket: they are counted by themselves.",
  }),
  peepholes: () => ({
    title: "Peepholes",
    sentence: "Each gate also looks at the cell state: one weight per unit and gate.",
    why: "A peephole joins a unit to its own cell only, so it is a vector, not a matrix.",
  }),
  projection: () => ({
    title: "The projection",
    sentence: "One more matrix makes the output narrower before it is handed on.",
    why: "The next step and the next layer read the projected output, so their matrices are smaller.",
  }),
  layer_sum: () => ({ title: "Add up the layer", sentence: "The parts of this layer together.", why: "" }),
  directions: directionsWords,
  sum: () => closing,
};

/** @param {Headline} headline */
function modelName({ groups, path }, comma = ",") {
  const names = groups.map(({ name, count, both }) => {
    const plain = both ? `bidirectional ${name}` : name;
    return count > 1 ? `${number(String(count))} ${plain} layers` : plain;
  });
  const shown = names.length > 4 ? [...names.slice(0, 3), "…"] : names;
  const widths = path.length > 6 ? [...path.slice(0, 4), "…", path[path.length - 1]] : path;
  return `${capital(shown.join(" + "))}${comma} ${widths.map((width) => number(short(width)) || "□").join(" → ")}`;
}

// ------------------------------------------------------------------------------------------------------------- comparisons

/** @param {string[]} ids @param {Catalog} catalog */
function countsAs(ids, catalog) {
  const names = ids.map((id, i) =>
    id === "notes" ? (i === 0 ? "The notes" : "the notes") : frameworkName(id, catalog),
  );
  const [one, many] = ids.includes("notes") ? ["count", "count"] : ["prints", "print"];
  return `${list(names)} ${ids.length > 1 ? many : one}`;
}

/** @param {Difference} difference */
function because({ ids, here, terms, single, both, stacked, units, matrices }, /** @type {Catalog} */ catalog) {
  return terms
    .map(({ kind, sign, text }) => {
      if (kind === "statistics")
        return `batch normalization's moving mean and variance ${sign === "more" ? "counted too" : "not counted"}`;
      if (sign === "fewer") {
        const keep = here === "notes" ? "keep" : "keeps";
        const name = here === "notes" ? "the notes" : frameworkName(here, catalog);
        return ids.length > 1 ? `they keep one bias where ${name} ${keep} two` : "one bias per unit instead of two";
      }
      if (single) return `a second bias, ${number(units)} units${matrices === "1" ? "" : ` × ${matrices} matrices`}`;
      const where = stacked ? (both ? " in every direction and layer" : " in every layer") : " in both directions";
      return `a second bias${where}${text ? `, ${text}` : ""}`;
    })
    .join("; ");
}

/** @type {Record<string, string>} */
const reasons = {
  one_bias: "Most course notes keep one bias per unit of every gate: the formula's + 1.",
  keras_bias:
    "Keras keeps one bias per unit of every gate, but two in a GRU with reset_after=True, where the reset gate comes after the recurrent bias.",
  cudnn_bias:
    "PyTorch keeps one bias on the input side and one on the hidden side. They are added to each other; it is kept so for compatibility with cuDNN, which stores both.",
};

/** @type {Record<Weight["role"], string>} */
const roles = {
  weights: "weights",
  input_weights: "weights of the input",
  recurrent_weights: "weights of the previous activations",
  bias: "bias",
  projection: "projection",
  peephole: "peephole",
  embedding: "embedding",
  scale: "scale",
  shift: "shift",
  mean: "moving mean",
  variance: "moving variance",
};

export const messages = {
  language: "en",
  number,
  short,
  roles,

  /** @param {Problem} problem @param {Catalog} [catalog] */
  problem: (problem, catalog) =>
    (problems[problem.code] ?? (() => "Something here needs a look."))(problem.args, catalog),
  /** @param {Fix} fix @param {Catalog} [catalog] */
  fix: (fix, catalog) => fixes[fix.kind](fix.text, catalog),
  /** @param {number} count */
  linkProblems: (count) =>
    count === 1
      ? "1 thing in this link needs a look. The rest is as it was sent."
      : `${count} things in this link need a look. The rest is as it was sent.`,
  /** @param {number} index */
  jump: (index) => `Go to ${index}`,

  /** @param {import("../engine.js").Step} step @param {StepFacts} facts @returns {StepWords} */
  step: (step, facts) => (facts.nothing ? nothingWords(facts) : steps[step.kind](facts)),
  closing,
  why: "Why?",
  /** @param {string} place */
  asInLayer: (place) => `as in layer ${number(place)}`,

  /** @param {Headline} headline */
  headline: (headline) => modelName(headline) + (headline.framework ? `, as ${headline.framework} counts` : ""),
  /** @param {Headline} headline @param {string} total */
  documentTitle: (headline, total) =>
    `${modelName(headline, "")}: ${number(total) || "—"} parameters${headline.framework ? ` (${headline.framework})` : ""}`,
  unfinishedTitle: "LSTM, GRU and RNN parameters, step by step",
  none: "—",
  noLayers: "No layers yet",
  noFramework: "Count as in which framework?",
  /** @param {string} total */
  parameters: (total) => `${number(total) || "—"} ${total === "1" ? "parameter" : "parameters"}`,
  /** @param {string} total */
  parametersWord: (total) => (total === "1" ? "parameter" : "parameters"),
  noTotal: "No total: something in the form needs a look.",
  derivation: "Derivation",
  theLine: "The formula with your numbers",

  /** @param {number} place @param {Headline} headline */
  layerTitle: (place, headline) => {
    const name = modelName({ ...headline, framework: "" });
    return `Layer ${number(String(place))}: ${name.startsWith("Bidirectional") ? name.replace("Bidirectional", "bidirectional") : name}`;
  },
  /** @param {number} first @param {number} last @param {number} like @param {string} each @param {string} sum */
  sameLayers: (first, last, like, each, sum) => {
    const count = last - first + 1;
    if (count === 1) return `Layer ${number(String(first))}: as layer ${number(String(like))}, ${number(each)}`;
    return `Layers ${number(String(first))} to ${number(String(last))}: as layer ${number(String(like))}, ${number(String(count))} × ${number(each)} = ${number(sum)}`;
  },
  /**
   * The sum's words where equal layers stand together.
   * @param {[first: number, last: number][]} places
   */
  layerSum: (places) =>
    places
      .map(([a, b]) => (a === b ? `layer ${number(String(a))}` : `layers ${number(String(a))} to ${number(String(b))}`))
      .join(" + "),
  /** @param {number} count */
  showBlocks: (count) => `Show ${number(String(count))} more ${count === 1 ? "block" : "blocks"} of layers`,
  /** @param {number} count */
  showRows: (count) => `Show ${number(String(count))} more ${count === 1 ? "layer" : "layers"}`,
  together: "Together",

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
  /** @param {string} word @param {string} input @param {string} width @returns {[string, string, string]} */
  coincidence: (word, input, width) => [
    `Both layers have the same count here only because ${word} (${number(input)}) happens to equal what layer 2 reads (${width}). Try `,
    "10 → 7 → 7",
    ".",
  ],

  examplesTitle: "Examples from the notes",
  examplesMenu: "Examples",
  /** @type {Record<string, string>} */
  examples: {
    lstm: "LSTM",
    multilayer: "Multilayer",
    bidirectional: "Bidirectional",
    multilayer_bidirectional: "Multilayer bidirectional",
    gru: "GRU",
  },
  chooser: "Count as in",
  /** @param {FrameworkFacts} framework */
  framework: (framework) => framework.name || "notes, textbook",
  /** @param {FrameworkFacts} framework */
  frameworkShort: (framework) => framework.name || "notes",
  /** @param {FrameworkFacts} framework */
  frameworkHint: (framework) =>
    framework.id === "notes" ? "One bias per unit of every gate, as in most course notes." : "",

  form: "Your numbers",
  inputHint: "features in one time step (not the number of steps)",
  inputByEmbedding: "not needed: the embedding sets the width",
  /** @param {string} previous */
  unitsHint: (previous) => `size of ${previous} and of the output`,
  /** @type {Record<string, string>} */
  optionNames: { num_layers: "stacked ×", merge_mode: "after both directions" },
  /** @param {number} first @param {number} last */
  layer: (first, last) =>
    first === last ? `Layer ${number(String(first))}` : `Layers ${number(String(first))} to ${number(String(last))}`,
  /** @param {string} times */
  stacked: (times) => `stacked × ${number(short(times))}`,
  cell: "cell",
  both: "both directions",
  options: "options",
  /** @param {string} name */
  less: (name) => `${name}: one less`,
  /** @param {string} name */
  more: (name) => `${name}: one more`,
  /** @param {number} place */
  moveUp: (place) => `Move layer ${place} up`,
  /** @param {number} place */
  moveDown: (place) => `Move layer ${place} down`,
  /** @param {number} place */
  remove: (place) => `Remove layer ${place}`,
  addLayer: "Add a layer",
  asText: "Layers as text",
  layersField: "layers",
  layersHint: "for example LSTM(32), Bidirectional(GRU(16))",
  /** @param {FrameworkFacts} framework @param {string[]} names */
  postscript: (framework, names) =>
    `P.S. ${framework.words.units} = number of units in each hidden gate. Also called ${names.join(", ")}: five names, one number.`,
  unitNames: ["activation units", "output units", "hidden units", "gate units"],

  copyNumber: "Copy number",
  copyLink: "Copy link",
  copyLatex: "Copy LaTeX",
  copyMarkdown: "Copy Markdown",
  copied: "Copied",
  copyByHand: "Copy this by hand:",

  tensors: "Tensors of this layer",
  tensorsMany: "Tensors of these layers",
  tensorHead: /** @type {[string, string, string]} */ (["name", "shape", "count"]),
  sum: "sum",
  notTrained: "not trained",
  forward: "forwards",
  backward: "backwards",
  allFrameworks: "All frameworks",
  /** @param {string} total @param {string} base @param {string} difference @param {string} sign */
  totalOf: (total, base, difference, sign) =>
    sign === "more" || sign === "fewer"
      ? `${number(total)} = ${number(base)} ${sign === "more" ? "+" : "−"} ${number(difference)}`
      : number(total),
  source: "source",
  code: "Code that checks it",
  copyCode: "Copy code",
  noCode: "There is no short code for this model.",

  /** @param {"refused" | "missing" | "other"} kind */
  failure: (kind) =>
    kind === "missing"
      ? "The calculator's file core.wasm could not be loaded, so the numbers cannot be changed here. The worked examples stay true."
      : kind === "refused"
        ? "This browser or this site does not allow WebAssembly, so the numbers cannot be changed here. The worked example stays true."
        : "The calculator could not start, so the numbers cannot be changed here. The worked examples stay true.",
  tryAgain: "Try again",

  workedTitle: "The notes' examples, worked out",
};
