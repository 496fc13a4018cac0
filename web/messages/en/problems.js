/** What is wrong with a model, and the words on the buttons that mend it. */
import { frameworkName, frameworkNames, list, number, several, short } from "./words.js";

/** @typedef {import("../../engine.js").Catalog} Catalog */
/** @typedef {import("../../engine.js").Problem} Problem */
/** @typedef {import("../../engine.js").ProblemArgs} ProblemArgs */
/** @typedef {import("../../engine.js").Fix} Fix */
/** @typedef {{ catalog?: Catalog, words?: import("../../engine.js").FrameworkFacts["words"] }} Names `words`: the chosen framework's; without them, the default one's */

/**
 * How the chosen framework calls an option: "num_units" for "units".
 * @param {string | undefined} option
 * @param {Names} names
 */
function optionWord(option = "", { catalog, words = catalog?.frameworks[0].words }) {
  if (option === "units") return words?.units ?? "num_units";
  if (option === "input") return words?.input ?? "input_dim";
  return short(option);
}

/** More frameworks than this are "and others". */
const mostNamed = 2;

/** @param {string} a @param {string} b */
const same = (a, b) => a.toLowerCase() === b.trim().toLowerCase();

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
  wrapped: "A wrapper goes around one plain layer: no wrapper of its own kind, num_layers or bidirectional inside.",
  directions:
    "merge_mode says how two directions are merged, and this layer has one. Tick both directions, or leave it out.",
  not_recurrent: "Only LSTM, GRU and RNN can read in both directions.",
  wraps_one: "A wrapper goes around exactly one layer, for example Bidirectional(LSTM(32)).",
  not_a_wrapper: "Only Bidirectional(…) and TimeDistributed(…) can have a layer inside their brackets.",
};

/** @type {Record<string, string>} */
const limits = { text: "characters in one link", layers: "layers", nesting: "brackets inside each other" };
const tooMuch = "This model is too large to be counted here.";

/** @type {Record<import("../../engine.js").ProblemCode, (args: ProblemArgs, names: Names) => string>} */
const problems = {
  missing: ({ option = "" }, names) => questions[option] ?? `${optionWord(option, names)} needs a value.`,
  too_small({ option, text = "", negative, smallest }, names) {
    const typed = `You typed ${short(text).replace(/^-/, "−")}.`;
    if (negative) return `Sizes are positive. ${typed}`;
    if (option === "units") return `A layer needs at least 1 unit. ${typed}`;
    if (option === "input") return `A time step has at least 1 feature. ${typed}`;
    return `${optionWord(option, names)} is at least ${smallest}. ${typed}`;
  },
  not_whole({ option, text }, names) {
    const things =
      option === "units" ? "Units come" : option === "input" ? "Features come" : `${optionWord(option, names)} comes`;
    return `${things} whole. You typed ${short(text)}.`;
  },
  not_plain({ text = "", suggestion }) {
    const separated = /^[0-9]+([\s,._'’]+[0-9]+)+$/u.test(text.trim());
    if (separated || !suggestion) return "Write the number without separators.";
    return `Write the number out: ${short(text)} is ${suggestion}.`;
  },
  not_a_number: ({ text }) => `"${short(text)}" is not a number.`,
  too_big({ option, largest = "" }, names) {
    const what = option === "proj_size" ? `The largest ${optionWord(option, names)} here` : "The largest size";
    return `${what} is ${number(largest)}.`;
  },
  too_large({ number: layer = "", largest }, { catalog }) {
    const most = number(largest ?? catalog?.limits.total ?? "");
    return `Layer ${number(layer)} takes the total past ${most}, the largest that can be counted exactly here.`;
  },
  not_a_choice: ({ option, text, choices = [] }, names) =>
    `${optionWord(option, names)} can be ${list(choices, "or")}. You typed ${short(text)}.`,
  not_a_rate: ({ text }) => `A rate is a number from 0 up to 1, for example 0.5. You typed ${short(text)}.`,
  unknown_layer: ({ layer, text, suggestion }) =>
    `There is no layer called ${short(text ?? layer)}.${suggestion ? ` Did you mean ${suggestion}?` : ""}`,
  unknown_option: ({ layer, option, suggestion }) =>
    `${short(layer)} has no option ${short(option)}.${suggestion ? ` Did you mean ${suggestion}?` : ""}`,
  unknown_framework: ({ text, suggestion }) =>
    `No framework is called ${short(text)}.${suggestion ? ` Did you mean ${suggestion}?` : ""}`,
  twice: ({ option, first, text }, names) =>
    `${optionWord(option, names)} is given twice: ${short(first)} and ${short(text)}. Keep one.`,
  unsupported({ option, text = "", layer = "", framework = "", frameworks = [] }, names) {
    const others = frameworkNames(frameworks.slice(0, mostNamed), names.catalog, frameworks.length > mostNamed);
    const many = frameworks.length > 1 || frameworks[0] === "notes";
    const have = framework === "notes" ? "have" : "has";
    const here = frameworkName(framework, names.catalog);
    if (option === "merge_mode") {
      const [owner] = frameworks;
      return `${here} always ${framework === "notes" ? "concatenate" : "concatenates"} the two directions.${owner ? ` merge_mode is ${frameworkName(owner, names.catalog)}'s.` : ""}`;
    }
    if (option === "") {
      const answer = `${here} ${have} no ${layer}, as far as is known here.`;
      return others ? `${answer} ${others} ${many ? "have" : "has"} one.` : answer;
    }
    const asked = optionWord(option, names) + (/^false$/i.test(text.trim()) ? "=false" : "");
    const answer = `${here} ${have} no ${asked}.`;
    return others ? `${answer} ${others} ${many ? "do" : "does"}.` : answer;
  },
  input_in_layer({ layer = "", text }, names) {
    const facts = names.catalog?.layers.find(({ names }) => names.some((name) => same(name, layer)));
    const takes = facts?.arguments.some(({ name }) => name === "units") ? "takes its units only" : "takes no sizes";
    return `${short(layer)} ${takes}. ${several(short(text), "feature")} belong in the field ${optionWord("input", names)}.`;
  },
  syntax({ what = "", text = "" }) {
    if (what === "unclosed") return `A closing bracket is missing after ${short(text)}.`;
    return syntax[what] ?? (text ? `${short(text)} was not expected here.` : "Something is missing at the end.");
  },
  encoding: ({ what }) =>
    what === "percent"
      ? "A % in this link stands alone, so a part of it may be lost."
      : "A part of this link was damaged on its way: it is not UTF-8.",
  conflict: ({ what = "", largest, text, layer, option }, names) =>
    what === "layout"
      ? `${short(layer)} has no ${optionWord(option, names)}. Leave one of the two out.`
      : what === "embedding"
        ? `The embedding already sets the width (${number(largest || short(text))}). Leave ${optionWord("input", names)} empty.`
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

export const problemMessages = {
  /**
   * @param {Problem} problem
   * @param {Catalog} [catalog]
   * @param {Names["words"]} [words]
   */
  problem: (problem, catalog, words) =>
    (problems[problem.code] ?? (() => "Something here needs a look."))(problem.args, { catalog, words }),
  /** @param {Fix} fix @param {Catalog} [catalog] */
  fix: (fix, catalog) => fixes[fix.kind](fix.text, catalog),
  /** @param {number} count */
  linkProblems: (count) =>
    count === 1
      ? "1 thing in this link needs a look. The rest is as it was sent."
      : `${count} things in this link need a look. The rest is as it was sent.`,
  /** @param {number} index */
  jump: (index) => `Go to ${index}`,
};
