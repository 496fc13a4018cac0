/** What is said of a problem and on the buttons that mend it, before any language, and then in one. */

import { isOff } from "../form/layers_text.js";
import { short } from "../messages/numbers.js";
import { nameOf, namesOf } from "./frameworks.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../engine.js").Problem} Problem */
/** @typedef {import("../engine.js").ProblemArgs} ProblemArgs */
/** @typedef {import("../engine.js").Fix} Fix */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/** @typedef {import("./say.js").Said<Messages["problem"]>} Said */
/** @typedef {import("./say.js").Said<Messages["fix"]>} FixSaid */
/** @typedef {import("../engine.js").FrameworkFacts["words"]} Words */
/** @typedef {{ catalog: Catalog, words: Words }} Names `words`: the chosen framework's */

/**
 * How the chosen framework calls an option: "num_units" for "units".
 * @param {string | undefined} option
 * @param {Names} names
 */
export function optionWord(option = "", { words }) {
  if (option === "input_dim") return words.input;
  return option === "units" || option === "input" ? words[option] : short(option);
}

/** What the layer of a name does to width and time steps. @param {string | undefined} name as typed @param {Names} names */
function doesOf(name = "", { catalog }) {
  const word = name.replace(/^.*\./s, "").toLowerCase();
  return catalog.layers.find(({ names }) => names.some((one) => one.toLowerCase() === word))?.does;
}

/** More frameworks than this are "and others". */
const mostNamed = 2;

/** An option as it was asked for: "reset_after=false". @param {string} option @param {string} [text] */
export const asked = (option, text = "") => (isOff(text) ? `${option}=false` : option);

/**
 * The first few, and whether there are more.
 * @param {string[]} ids of frameworks
 * @param {Names} names
 */
function someOf(ids, { catalog }) {
  return { names: namesOf(ids.slice(0, mostNamed), catalog), more: ids.length > mostNamed };
}

/** Those whose option it is: the reader can set it there. @param {string[]} ids of frameworks @param {string} option @param {Names} names */
const settableIn = (ids, option, { catalog }) =>
  catalog.frameworks
    .filter(
      ({ id, cells }) => ids.includes(id) && cells.some(({ options }) => options.some(({ name }) => name === option)),
    )
    .map(({ id }) => id);

/** @param {string} text @returns {Said} */
const typed = (text) => ({ id: "typed", text });

/** @param {string | undefined} suggestion @returns {Said[]} */
const meant = (suggestion) => (suggestion ? [{ id: "meant", suggestion }] : []);

/**
 * The first id that there are words for.
 * @template {string} Id
 * @param {string} id
 * @param {Id[]} known
 */
const oneOf = (id, known) => known.find((one) => one === id);

/** @type {Record<import("../engine.js").ProblemCode, (args: ProblemArgs, names: Names) => Said[]>} */
const problems = {
  missing({ option = "", layer, text }, names) {
    if (layer && option.startsWith("input"))
      return [{ id: "missing_reads", layer: short(layer), before: short(text), option: optionWord("input", names) }];
    if (option === "timesteps") {
      const does = doesOf(layer, names);
      if (does === "") return [{ id: "missing_timesteps_kept", layer: short(layer) }];
      const rows = does === "flattens";
      return [{ id: rows ? "missing_timesteps_in_one_row" : "missing_timesteps", layer: short(layer) }];
    }
    const question = oneOf(option, ["input", "units", "vocabulary", "rate", "parameters", "layers"]);
    return [question ? { id: `missing_${question}` } : { id: "missing", option: optionWord(option, names) }];
  },
  too_small({ option = "", text, negative, smallest = "" }, names) {
    const size = oneOf(option, ["units", "input"]);
    /** @type {Said} */
    let said = { id: "too_small", option: optionWord(option, names), smallest };
    if (negative) said = { id: "negative" };
    else if (size) said = { id: `too_small_${size}` };
    return [said, typed(short(text).replace(/^-/, "−"))];
  },
  not_whole({ option = "", text }, names) {
    const size = oneOf(option, ["units", "input"]);
    return [
      size ? { id: `not_whole_${size}` } : { id: "not_whole", option: optionWord(option, names) },
      typed(short(text)),
    ];
  },
  not_plain({ text = "", suggestion = "" }) {
    const separated = /^[0-9]+([\s,._'’]+[0-9]+)+[\s,._'’]*$/u.test(text.trim());
    return [separated || !suggestion ? { id: "separators" } : { id: "not_plain", text: short(text), suggestion }];
  },
  not_a_number: ({ text = "" }) => [
    { id: /^\d+([\s,;x×*]+\d+)+[\s,;x×*]*$/.test(text.trim()) ? "several_numbers" : "not_a_number", text: short(text) },
  ],
  unknown_size: () => [{ id: "unknown_size" }],
  too_big({ option, largest = "" }, names) {
    if (option === "proj_size") return [{ id: "too_big_here", option: optionWord(option, names), largest }];
    return [{ id: "too_big", largest }];
  },
  too_large: ({ number: layer = "", largest }, { catalog }) => [
    { id: "too_large", layer, largest: largest ?? catalog.limits.total },
  ],
  not_a_choice: ({ option, text, choices = [] }, names) => [
    { id: "not_a_choice", option: optionWord(option, names), choices },
    typed(short(text)),
  ],
  not_a_rate: ({ text }) => [{ id: "not_a_rate" }, typed(short(text))],
  unknown_layer: ({ layer, text, suggestion }) => [
    { id: "unknown_layer", name: short(text ?? layer) },
    ...meant(suggestion),
  ],
  not_counted({ layer, text, what }) {
    const name = short(text);
    if (what === "layer") return [{ id: "not_counted_layer", name }];
    return [{ id: layer === "LSTMP" ? "projected_by_name" : "not_counted", name }];
  },
  unknown_key: ({ text, suggestion }) => [{ id: "unknown_key", name: short(text) }, ...meant(suggestion)],
  unknown_option: ({ layer, option, largest, suggestion }) => [
    largest
      ? { id: "too_many_numbers", layer: short(layer), count: largest, text: short(option) }
      : { id: "unknown_option", layer: short(layer), option: short(option) },
    ...meant(suggestion),
  ],
  unknown_framework: ({ text, suggestion }) => [{ id: "unknown_framework", name: short(text) }, ...meant(suggestion)],
  twice: ({ option, first, text }, names) => [
    { id: "twice", option: optionWord(option, names), first: short(first), second: short(text) },
  ],
  unsupported({ option = "", name = "", text, what, layer = "", framework = "", frameworks = [] }, names) {
    const here = nameOf(framework, names.catalog);
    const others = someOf(frameworks, names);
    /** @type {Said[]} */
    const said = [];
    if (option === "merge_mode") {
      said.push({ id: "concatenates", name: here });
      if (frameworks.length > 0) said.push({ id: "others_merge", ...others });
    } else if (option === "reset_after") {
      said.push({ id: isOff(text ?? "") ? "resets_after" : "resets_before", name: here, layer });
      const settable = settableIn(frameworks, option, names);
      if (settable.length > 0) said.push({ id: "others_choose", ...someOf(settable, names) });
    } else if (option === "") {
      said.push({ id: what === "unread" ? "cell_unknown" : "lacks_cell", name: here, cell: layer });
      if (frameworks.length > 0) said.push({ id: "others_have_cell", ...others });
    } else {
      said.push({ id: "lacks_option", name: here, layer, option: asked(name || optionWord(option, names), text) });
      if (frameworks.length > 0) said.push({ id: "others_have_option", ...others });
    }
    return said;
  },
  syntax({ what = "", text = "" }) {
    if (what === "unclosed" || what === "unread") return [{ id: what, text: short(text) }];
    const slip = oneOf(what, ["quote", "empty", "comma", "unopened"]);
    if (slip) return [{ id: slip }];
    return [text ? { id: "unexpected", text: short(text) } : { id: "unfinished" }];
  },
  encoding: ({ what }) => [{ id: what === "percent" ? "percent" : "utf8" }],
  conflict({ what = "", largest = "", text, first, number = "", layer, option }, names) {
    if (what === "input" || what === "timesteps")
      return [{ id: "conflict_field", count: short(text), field: optionWord(what, names), given: short(first) }];
    if (what === "tied_units" || what === "tied_width")
      return [{ id: `conflict_${what}`, count: short(text), wanted: largest }];
    if (what === "halves" || what === "axes" || what === "implementation")
      return [{ id: `conflict_${what}`, layer: short(layer) }];
    if (what === "groups" || what === "heads" || what === "kv_heads" || what === "ways")
      return [{ id: `conflict_${what}`, text: short(text), count: number }];
    if (what === "reshape") return [{ id: "conflict_reshape", text: short(text), count: number }];
    if (what === "embedding") return [{ id: "conflict_embedding", width: largest, field: optionWord("input", names) }];
    if (what === "not_recurrent") {
      const cells = names.catalog.layers.filter(({ recurrent }) => recurrent).map(({ cell }) => cell);
      return [{ id: "conflict_not_recurrent", cells }];
    }
    if (what === "name")
      return [{ id: "conflict_name", layer: short(layer), option: optionWord(option, names), value: short(text) }];
    if (what === "named_cell") return [{ id: "conflict_named_cell", layer: short(layer), cell: short(text) }];
    const known = oneOf(what, [
      "wrapped",
      "directions",
      "wraps_one",
      "not_a_wrapper",
      "backward",
      "apart",
      "tied_none",
      "mean",
    ]);
    return [{ id: known ? `conflict_${known}` : "conflict" }];
  },
  too_short: ({ layer, number = "" }) => [{ id: "too_short", layer: short(layer), count: number }],
  not_a_shape: ({ option = "", text, largest: axes = "" }, names) => [
    {
      id: oneOf(`not_a_shape_${option}`, ["not_a_shape_kernel_size", "not_a_shape_shared_axes"]) ?? "not_a_shape",
      option: optionWord(option, names),
      axes,
    },
    typed(short(text)),
  ],
  no_such_layer: ({ number, text }) => [{ id: "no_such_layer", layer: number || short(text) }],
  limit({ what = "", largest = "" }) {
    const known = oneOf(what, ["text", "layers", "nesting"]);
    return [known ? { id: `limit_${known}`, largest } : { id: "too_much" }];
  },
};

/**
 * What is said of a problem, without a language.
 * @param {Problem} problem
 * @param {Catalog} catalog
 * @param {Words} [words] the chosen framework's; without them, the default one's
 * @returns {Said[]}
 */
export function problemSaid({ code, args }, catalog, words = catalog.frameworks[0].words) {
  return problems[code]?.(args, { catalog, words }) ?? [{ id: "other" }];
}

/** @param {Fix} fix @param {Catalog} catalog @returns {FixSaid} */
export function fixSaid({ kind, text }, catalog) {
  if (kind === "use") return { id: kind, text: short(text) };
  if (kind === "add") return /^\w/.test(text) ? { id: kind, text: short(text) } : { id: "add_it" };
  if ((kind === "remove" || kind === "clear") && /\d/.test(text)) return { id: "remove_text", text: short(text) };
  if (kind === "custom") return { id: kind, text: short(text) };
  return kind === "count_as" ? { id: kind, name: nameOf(text, catalog) } : { id: kind };
}

/**
 * What is said of a problem, in a language. What a cell is that is not counted is among the words that come later.
 * @param {Problem} problem
 * @param {Catalog} catalog
 * @param {Words | undefined} words
 * @param {Pick<Messages, "problem"> & { cells?: Record<string, string> }} m
 */
export function problemWords(problem, catalog, words, m) {
  const said = say(m.problem, ...problemSaid(problem, catalog, words));
  const cell = problem.code === "not_counted" ? m.cells?.[problem.args.layer ?? ""] : "";
  return cell ? `${said} ${cell}` : said;
}

/** How many problems there are, told or not. @param {Pick<import("../engine.js").Answer, "problems" | "more_problems">} answer */
export const problemCount = ({ problems, more_problems }) => problems.length + Number(more_problems);

/** What is said behind the problems that are told; "" where they are all. @param {import("../engine.js").Answer} answer @param {Messages} m */
export const moreWords = ({ more_problems }, m) => (more_problems === "0" ? "" : m.moreProblems(more_problems));

/** What is said on the button of a repair. @param {Fix} fix @param {Catalog} catalog @param {Messages} m */
export const fixWords = (fix, catalog, m) => say(m.fix, fixSaid(fix, catalog));
