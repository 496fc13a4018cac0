/** What is wrong with a model, and the words on the buttons that mend it, by the ids of telling/problems.js. */
import { frameworkName, frameworkNames, list, number, several, single } from "./words.js";

/** @param {string} things */
const limit =
  (things) =>
  (/** @type {{ largest: string }} */ { largest }) =>
    `यह ${number(largest)} ${things} से ज़्यादा है.`;

/** @type {typeof import("../en/problems.js").problemMessages} */
export const problemMessages = {
  problem: {
    typed: ({ text }) => `आपने ${text} लिखा.`,
    meant: ({ suggestion }) => `क्या आपका मतलब ${suggestion} था?`,
    missing_input: "एक time step में कितने features हैं? एक पूरी संख्या, 1 या ज़्यादा.",
    missing_units: "कितनी units? एक पूरी संख्या, 1 या ज़्यादा.",
    missing_vocabulary: "कितने अलग-अलग शब्द हैं? एक पूरी संख्या, 1 या ज़्यादा.",
    missing_rate: "कितना हिस्सा drop होता है? 0 से 1 के बीच की संख्या, जैसे 0.5.",
    missing_layers: "एक layer जोड़िए, जैसे LSTM(32).",
    missing: ({ option }) => `${option} की value चाहिए.`,
    negative: "Sizes शून्य से बड़े होते हैं.",
    too_small_units: "Layer में कम से कम 1 unit होती है.",
    too_small_input: "Time step में कम से कम 1 feature होता है.",
    too_small: ({ option, smallest }) => `${option} कम से कम ${smallest} होता है.`,
    not_whole_units: "Units पूरी होती हैं.",
    not_whole_input: "Features पूरे होते हैं.",
    not_whole: ({ option }) => `${option} पूरी संख्या होता है.`,
    separators: "संख्या को comma या ख़ाली जगह के बिना लिखिए.",
    not_plain: ({ text, suggestion }) => `संख्या पूरी लिखिए: ${text} यानी ${suggestion}.`,
    not_a_number: ({ text }) => `"${text}" संख्या नहीं है.`,
    too_big: ({ largest }) => `सबसे बड़ा size ${number(largest)} है.`,
    too_big_here: ({ option, largest }) => `यहाँ सबसे बड़ा ${option} ${number(largest)} है.`,
    too_large: ({ layer, largest }) =>
      `Layer ${number(layer)} से total ${number(largest)} के पार जाता है; यहाँ इससे बड़ी संख्या ठीक-ठीक नहीं गिनी जा सकती.`,
    not_a_choice: ({ option, choices }) => `${option} में ${list(choices, "या")} आ सकता है.`,
    not_a_rate: "Rate 0 से 1 के बीच की संख्या है, जैसे 0.5.",
    unknown_layer: ({ name }) => `${name} नाम की कोई layer नहीं है.`,
    unknown_option: ({ layer, option }) => `${layer} में ${option} नाम का option नहीं है.`,
    unknown_framework: ({ name }) => `${name} नाम का कोई framework नहीं है.`,
    twice: ({ option, first, second }) => `${option} दो बार दिया है: ${first} और ${second}. एक ही रखिए.`,
    always_concat: ({ name }) => `${frameworkName(name)} में दोनों directions हमेशा concat होते हैं.`,
    merge_mode_of: ({ name }) => `merge_mode ${frameworkName(name)} का है.`,
    lacks_cell: ({ name, cell }) => `${frameworkName(name)} में ${cell} है, ऐसा यहाँ मालूम नहीं.`,
    others_have_cell: ({ names, more }) => `${frameworkNames(names, more)} में है.`,
    lacks_option: ({ name, option }) => `${frameworkName(name)} में ${option} का option नहीं है.`,
    others_have_option: ({ names, more }) => `${frameworkNames(names, more)} में है.`,
    takes_units_only: ({ layer }) => `${layer} में सिर्फ़ units लिखी जाती हैं.`,
    takes_no_sizes: ({ layer }) => `${layer} में कोई size नहीं लिखा जाता.`,
    input_belongs: ({ count, field }) => `${several(count, "feature")} की जगह field ${field} में है.`,
    unclosed: ({ text }) => `${text} के बाद बंद करने वाला bracket नहीं है.`,
    quote: "बंद करने वाला quotation mark नहीं है.",
    empty: "इस comma के पहले या बाद में कुछ नहीं है.",
    comma: "दो layers के बीच comma नहीं है.",
    unopened: "बंद करने वाला एक bracket ज़्यादा है.",
    unexpected: ({ text }) => `यहाँ ${text} की उम्मीद नहीं थी.`,
    unfinished: "अंत में कुछ छूट गया है.",
    percent: "इस link में एक % अकेला है, इसलिए हो सकता है कि कोई हिस्सा खो गया हो.",
    utf8: "इस link का एक हिस्सा रास्ते में ख़राब हो गया: वह UTF-8 नहीं है.",
    conflict_layout: ({ layer, option }) => `${layer} में ${option} नहीं है. दोनों में से एक हटाइए.`,
    conflict_embedding: ({ width, field }) => `चौड़ाई (${number(width)}) embedding से पहले ही तय है. ${field} ख़ाली छोड़िए.`,
    conflict_wrapped: "Wrapper एक सादी layer पर लगता है: उसके अंदर वैसा ही wrapper, num_layers या bidirectional नहीं आता.",
    conflict_directions:
      "merge_mode बताता है कि दो directions कैसे मिलाए जाते हैं, और इस layer में एक ही है. दोनों directions चुनिए, या इसे हटाइए.",
    conflict_not_recurrent: ({ cells }) => `दोनों directions में सिर्फ़ ${list(cells)} layers पढ़ सकती हैं.`,
    conflict_wraps_one: "Wrapper ठीक एक layer पर लगता है, जैसे Bidirectional(LSTM(32)).",
    conflict_not_a_wrapper: "Brackets के अंदर layer सिर्फ़ Bidirectional(…) और TimeDistributed(…) में आ सकती है.",
    conflict: "ये दोनों साथ नहीं चलते.",
    order: "Embedding सिर्फ़ सबसे पहले आ सकती है: वह शब्दों के नंबरों को features में बदलती है.",
    no_such_layer: ({ layer }) => `Layer ${layer} नहीं है.`,
    limit_text: limit("characters एक link में"),
    limit_layers: limit("layers"),
    limit_nesting: limit("brackets एक-दूसरे के अंदर"),
    too_much: "यह model इतना बड़ा है कि यहाँ नहीं गिना जा सकता.",
    other: "यहाँ कुछ देखना होगा.",
  },
  fix: {
    use: ({ text }) => `${text} रखें`,
    add: ({ text }) => `${text} जोड़ें`,
    add_it: "जोड़ें",
    clear: "ख़ाली करें",
    move: "ऊपर करें",
    remove: "हटाएँ",
    count_as: ({ name }) => `${name || "notes"} की तरह गिनें`,
  },
  linkProblems: (count) =>
    `इस link में ${count} ${single(String(count)) ? "चीज़ देखनी होगी" : "चीज़ें देखनी होंगी"}. बाक़ी सब वैसा ही है जैसा भेजा गया.`,
  jump: (index) => `${index} पर जाएँ`,
};
