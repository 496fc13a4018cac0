/** What is wrong with a model, and the words on the buttons that mend it. */
import { frameworkName, frameworkNames, list, number, several, short, single } from "./words.js";

/** @typedef {import("../../engine.js").Catalog} Catalog */
/** @typedef {import("../../engine.js").ProblemArgs} ProblemArgs */
/** @typedef {import("../../engine.js").Fix} Fix */
/** @typedef {import("../en/problems.js").Names} Names */

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
  input: "एक time step में कितने features हैं? एक पूरी संख्या, 1 या ज़्यादा.",
  units: "कितनी units? एक पूरी संख्या, 1 या ज़्यादा.",
  vocabulary: "कितने अलग-अलग शब्द हैं? एक पूरी संख्या, 1 या ज़्यादा.",
  rate: "कितना हिस्सा drop होता है? 0 से 1 के बीच की संख्या, जैसे 0.5.",
  layers: "एक layer जोड़िए, जैसे LSTM(32).",
};

/** @type {Record<string, string>} */
const syntax = {
  quote: "बंद करने वाला quotation mark नहीं है.",
  empty: "इस comma के पहले या बाद में कुछ नहीं है.",
  comma: "दो layers के बीच comma नहीं है.",
  unopened: "बंद करने वाला एक bracket ज़्यादा है.",
};

/** @type {Record<string, string>} */
const conflicts = {
  wrapped: "Wrapper एक सादी layer पर लगता है: उसके अंदर वैसा ही wrapper, num_layers या bidirectional नहीं आता.",
  directions:
    "merge_mode बताता है कि दो directions कैसे मिलाए जाते हैं, और इस layer में एक ही है. दोनों directions चुनिए, या इसे हटाइए.",
  not_recurrent: "दोनों directions में सिर्फ़ LSTM, GRU और RNN पढ़ सकते हैं.",
  wraps_one: "Wrapper ठीक एक layer पर लगता है, जैसे Bidirectional(LSTM(32)).",
  not_a_wrapper: "Brackets के अंदर layer सिर्फ़ Bidirectional(…) और TimeDistributed(…) में आ सकती है.",
};

/** @type {Record<string, string>} */
const limits = { text: "characters एक link में", layers: "layers", nesting: "brackets एक-दूसरे के अंदर" };
const tooMuch = "यह model इतना बड़ा है कि यहाँ नहीं गिना जा सकता.";

/** @param {string | undefined} suggestion */
const meant = (suggestion) => (suggestion ? ` क्या आपका मतलब ${suggestion} था?` : "");

/** @param {string | undefined} text */
const typed = (text) => `आपने ${short(text)} लिखा.`;

/** @type {Record<import("../../engine.js").ProblemCode, (args: ProblemArgs, names: Names) => string>} */
const problems = {
  missing: ({ option = "" }, names) => questions[option] ?? `${optionWord(option, names)} की value चाहिए.`,
  too_small({ option, text = "", negative, smallest }, names) {
    const said = `आपने ${short(text).replace(/^-/, "−")} लिखा.`;
    if (negative) return `Sizes शून्य से बड़े होते हैं. ${said}`;
    if (option === "units") return `Layer में कम से कम 1 unit होती है. ${said}`;
    if (option === "input") return `Time step में कम से कम 1 feature होता है. ${said}`;
    return `${optionWord(option, names)} कम से कम ${smallest} होता है. ${said}`;
  },
  not_whole({ option, text }, names) {
    if (option === "units") return `Units पूरी होती हैं. ${typed(text)}`;
    if (option === "input") return `Features पूरे होते हैं. ${typed(text)}`;
    return `${optionWord(option, names)} पूरी संख्या होता है. ${typed(text)}`;
  },
  not_plain({ text = "", suggestion }) {
    const separated = /^[0-9]+([\s,._'’]+[0-9]+)+$/u.test(text.trim());
    if (separated || !suggestion) return "संख्या को comma या ख़ाली जगह के बिना लिखिए.";
    return `संख्या पूरी लिखिए: ${short(text)} यानी ${suggestion}.`;
  },
  not_a_number: ({ text }) => `"${short(text)}" संख्या नहीं है.`,
  too_big({ option, largest = "" }, names) {
    const what = option === "proj_size" ? `यहाँ सबसे बड़ा ${optionWord(option, names)}` : "सबसे बड़ा size";
    return `${what} ${number(largest)} है.`;
  },
  too_large({ number: layer = "", largest }, { catalog }) {
    const most = number(largest ?? catalog?.limits.total ?? "");
    return `Layer ${number(layer)} से total ${most} के पार जाता है; यहाँ इससे बड़ी संख्या ठीक-ठीक नहीं गिनी जा सकती.`;
  },
  not_a_choice: ({ option, text, choices = [] }, names) =>
    `${optionWord(option, names)} में ${list(choices, "या")} आ सकता है. ${typed(text)}`,
  not_a_rate: ({ text }) => `Rate 0 से 1 के बीच की संख्या है, जैसे 0.5. ${typed(text)}`,
  unknown_layer: ({ layer, text, suggestion }) => `${short(text ?? layer)} नाम की कोई layer नहीं है.${meant(suggestion)}`,
  unknown_option: ({ layer, option, suggestion }) =>
    `${short(layer)} में ${short(option)} नाम का option नहीं है.${meant(suggestion)}`,
  unknown_framework: ({ text, suggestion }) => `${short(text)} नाम का कोई framework नहीं है.${meant(suggestion)}`,
  twice: ({ option, first, text }, names) =>
    `${optionWord(option, names)} दो बार दिया है: ${short(first)} और ${short(text)}. एक ही रखिए.`,
  unsupported({ option, text = "", layer = "", framework = "", frameworks = [] }, names) {
    const others = frameworkNames(frameworks.slice(0, mostNamed), names.catalog, frameworks.length > mostNamed);
    const here = frameworkName(framework, names.catalog);
    if (option === "merge_mode") {
      const [owner] = frameworks;
      const whose = owner ? ` merge_mode ${frameworkName(owner, names.catalog)} का है.` : "";
      return `${here} में दोनों directions हमेशा concat होते हैं.${whose}`;
    }
    if (option === "") {
      const answer = `${here} में ${layer} है, ऐसा यहाँ मालूम नहीं.`;
      return others ? `${answer} ${others} में है.` : answer;
    }
    const asked = optionWord(option, names) + (/^false$/i.test(text.trim()) ? "=false" : "");
    const answer = `${here} में ${asked} नहीं है.`;
    return others ? `${answer} ${others} में है.` : answer;
  },
  input_in_layer({ layer = "", text }, names) {
    const facts = names.catalog?.layers.find(({ names }) => names.some((name) => same(name, layer)));
    const takes = facts?.arguments.some(({ name }) => name === "units")
      ? "में सिर्फ़ units लिखी जाती हैं"
      : "में कोई size नहीं लिखा जाता";
    return `${short(layer)} ${takes}. ${several(short(text), "feature")} की जगह field ${optionWord("input", names)} में है.`;
  },
  syntax({ what = "", text = "" }) {
    if (what === "unclosed") return `${short(text)} के बाद बंद करने वाला bracket नहीं है.`;
    return syntax[what] ?? (text ? `यहाँ ${short(text)} की उम्मीद नहीं थी.` : "अंत में कुछ छूट गया है.");
  },
  encoding: ({ what }) =>
    what === "percent"
      ? "इस link में एक % अकेला है, इसलिए हो सकता है कि कोई हिस्सा खो गया हो."
      : "इस link का एक हिस्सा रास्ते में ख़राब हो गया: वह UTF-8 नहीं है.",
  conflict: ({ what = "", largest, text, layer, option }, names) =>
    what === "layout"
      ? `${short(layer)} में ${optionWord(option, names)} नहीं है. दोनों में से एक हटाइए.`
      : what === "embedding"
        ? `चौड़ाई (${number(largest || short(text))}) embedding से पहले ही तय है. ${optionWord("input", names)} ख़ाली छोड़िए.`
        : (conflicts[what] ?? "ये दोनों साथ नहीं चलते."),
  order: () => "Embedding सिर्फ़ सबसे पहले आ सकती है: वह शब्दों के नंबरों को features में बदलती है.",
  limit: ({ what = "", largest = "" }) =>
    what === "memory" ? tooMuch : `यह ${number(largest)} ${limits[what] ?? what} से ज़्यादा है.`,
};

/** @type {Record<Fix["kind"], (text: string, catalog?: Catalog) => string>} */
const fixes = {
  use: (text) => `${short(text)} रखें`,
  add: (text) => (/^\w/.test(text) ? `${short(text)} जोड़ें` : "जोड़ें"),
  clear: () => "ख़ाली करें",
  move: () => "ऊपर करें",
  remove: () => "हटाएँ",
  count_as: (text, catalog) => `${text === "notes" ? "notes" : frameworkName(text, catalog)} की तरह गिनें`,
};

/** @type {typeof import("../en/problems.js").problemMessages} */
export const problemMessages = {
  problem: (problem, catalog, words) =>
    (problems[problem.code] ?? (() => "यहाँ कुछ देखना होगा."))(problem.args, { catalog, words }),
  fix: (fix, catalog) => fixes[fix.kind](fix.text, catalog),
  linkProblems: (count) =>
    `इस link में ${count} ${single(String(count)) ? "चीज़ देखनी होगी" : "चीज़ें देखनी होंगी"}. बाक़ी सब वैसा ही है जैसा भेजा गया.`,
  jump: (index) => `${index} पर जाएँ`,
};
