/** What every step of a derivation says, and why, by the ids of telling/steps.js. */
import { reasons } from "./frameworks.js";
import { all, are, list, number, numeral, ordinal, several, single, size } from "./words.js";

/** @typedef {import("../en/steps.js").Gates} Gates */
/** @typedef {import("../en/steps.js").Sized} Sized */

/** @param {string} count */
const numbers = (count) => `${size(count)} ${single(count) ? "संख्या" : "संख्याएँ"}`;

const gateNames = {
  input: "input ",
  forget: "forget ",
  output: "output ",
  update: "update ",
  reset: "reset ",
  candidate: "",
  "": "",
};

/** @param {Gates["candidate"]} candidate */
const candidateName = ({ kind, name }) =>
  ({ cell: "1 cell candidate", named: `1 ${name} cell`, plain: "1 candidate" })[kind];

/** @param {Gates["gates"]} gates */
const gatesCount = (gates) => several(String(gates.length), "gate");

/** @param {Gates & { cell: string }} layer */
function hasGates({ cell, gates, candidate }) {
  const names = gates.map(({ role, name }) => gateNames[role] + name).join(", ");
  const letter = candidate.letter && ` ${candidate.letter}`;
  return `${cell} में ${gatesCount(gates)} (${names}) और ${candidateName(candidate)}${letter} हैं`;
}

/** @param {{ previous: Sized, current: Sized }} read */
const reads = ({ previous, current }) =>
  `हर time step पर हर unit पिछले activations ${previous.name} (${numbers(previous.count)}) और input ${current.name} (${numbers(current.count)}) पढ़ती है`;

/** @param {{ previous: string, current: string, count: string }} read */
const oneVector = ({ previous, current, count }) =>
  `एक के नीचे एक लिखें तो ${previous} और ${current} मिलकर ${numbers(count)} का एक vector हैं; unit को हर संख्या के लिए एक weight चाहिए`;

/** @param {string} weights */
const timeSteps = (weights) => `Time steps की संख्या कहीं नहीं आती: हर step पर वही ${weights} काम आते हैं.`;

/** @param {{ units: string, reads: string }} matrix */
const rows = ({ units, reads }) =>
  `${several(units, "unit")} में से हर एक के लिए ${number(reads)} की एक row: ${size(units)} × ${number(reads)} की matrix`;

const vectorNames = {
  scale: "एक scale",
  shift: "एक shift",
  mean: "एक moving mean",
  variance: "एक moving variance",
  deviation: "एक moving deviation का logarithm",
};

/** @type {typeof import("../en/steps.js").stepMessages} */
export const stepMessages = {
  why: "क्यों?",
  asInLayer: (place) => `layer ${number(place)} जैसा`,
  step: {
    titles: {
      handed_on: ({ place }) => `Layer ${ordinal(place)} आगे क्या देती है`,
      matrices: ({ count }) => `${numeral(count)} weight matrices`,
      reads: "हर unit क्या पढ़ती है",
      table: "यह table",
      vectors: ({ count }) => `हर feature की ${numeral(count)} ${count === "1" ? "संख्या" : "संख्याएँ"}`,
      counter: "Batches की गिनती",
      only_matrix: "अकेली weight matrix",
      matrix: "एक matrix",
      nothing: "सीखने को कुछ नहीं",
      all: ({ count }) => all(count),
      all_one_way: ({ count }) => `${all(count)}, एक direction में`,
      biases: "Biases अलग से",
      peepholes: "Peepholes भी",
      normalization: "Layer normalization भी",
      projection: "Projection भी",
      unused: "रखा हुआ, कभी इस्तेमाल नहीं",
      layer_sum: "Layer को जोड़ें",
      directions: "दोनों directions",
      sum: "Layers को जोड़ें",
    },
    sentences: {
      gates: (layer) => `${hasGates(layer)}.`,
      gates_both: ({ gates, candidate }) => `हर direction में ${gatesCount(gates)} और ${candidateName(candidate)}.`,
      gates_own: (layer) => `${hasGates(layer)}; हर एक की अपनी weight matrix है: ${layer.names.join(", ")}.`,
      gates_side_by_side: (layer) => `${hasGates(layer)}, अगल-बगल रखे हुए, इस क्रम में: ${layer.order.join(", ")}.`,
      gates_stacked: (layer) => `${hasGates(layer)}, एक के नीचे एक रखे हुए, इस क्रम में: ${layer.order.join(", ")}.`,
      reads_input: ({ count }) => `हर unit आने वाली ${numbers(count)} पढ़ती है, और अपने bias के लिए एक स्थिर 1.`,
      reads_no_bias: (read) => `${reads(read)}. Bias नहीं है.`,
      reads_one_bias: (read) =>
        `${reads(read)}, और अपने bias के लिए एक स्थिर 1: concat[${read.previous.name}, ${read.current.name}], + 1.`,
      reads_two_biases: (read) => `${reads(read)}, और दो biases: ${list(read.names)}.`,
      reads_bias_of_each_side: (read) => `${reads(read)}, और दो biases: एक input की तरफ़, एक recurrent की तरफ़.`,
      own_direction: ({ previous, twice }) =>
        `Unit सिर्फ़ अपनी direction के पिछले activations पढ़ती है: ${size(previous)}, ${size(twice)} नहीं.`,
      table: ({ words, units }) => `${several(words, "word")} में से हर एक के लिए ${numbers(units)} की एक row.`,
      vectors: ({ features, roles }) =>
        `${features === "1" ? "इस feature" : `${several(features, "feature")} में से हर एक`} में ${list(roles.map((role) => vectorNames[role]))}.`,
      counter: "एक संख्या गिनती है कि layer कितने batches देख चुकी है.",
      matrix: ({ units, reads }) =>
        `इसमें ${several(units, "unit")} ${are(units)}, और हर unit के ${several(reads, "weight")} हैं.`,
      matrix_uncounted: "हर unit का हर पढ़ी गई संख्या के लिए एक weight है.",
      nothing: ({ name }) => `${name} में parameters नहीं हैं.`,
      all: ({ count }) => `${all(count)} matrices का size बराबर है.`,
      biases: ({ count }) => `${several(count, "bias vector")}, हर एक में हर unit की एक संख्या.`,
      peepholes: ({ count }) =>
        `जिन ${numeral(count)} gates में peephole है, उनमें से हर एक cell state भी देखता है: हर unit और gate का एक weight.`,
      normalization: ({ count }) =>
        `Gates तक जो पहुँचता है, वह normalise होता है: ${several(count, "normalization")}, हर एक में हर unit का एक gain और एक shift.`,
      projection: "एक और matrix output को आगे देने से पहले सँकरा करती है.",
      unused: "Layer एक ऐसा हिस्सा भी रखती है जिसे उसका forward pass कभी नहीं पढ़ता.",
      layer_sum: "इस layer के सारे हिस्से एक साथ.",
      directions: "Formula वही है; layer sequence को आगे से और पीछे से पढ़ती है, हर direction में अपने weights के साथ.",
      sum: "हर layer के अपने weights हैं, इसलिए total उन सबका जोड़ है.",
      width_kept: ({ name, count }) => `${name} चौड़ाई नहीं बदलता: ${numbers(count)}.`,
      row_handed_on: ({ count }) => `हर शब्द के लिए table की एक row: ${numbers(count)}.`,
      both_handed_on: ({ parts }) => `दोनों directions की units, एक के बाद एक: concat(${parts.map(size).join(", ")}).`,
      merged: ({ mode, count }) => `दोनों directions की units, ${mode} से मिलाई हुई: ${numbers(count)}.`,
      projected: ({ count }) => `Projection के बाद का output: ${numbers(count)}.`,
      units_handed_on: "हर unit की एक संख्या.",
      next_input: ({ place, input }) => `यही layer ${ordinal(place)} का ${input} है.`,
    },
    whys: {
      three_gates:
        "तीन gates तय करते हैं कि क्या भूलना है, क्या लिखना है और क्या दिखाना है; candidate ख़ुद नई सामग्री है. कुछ notes चारों को gates कहते हैं. गिनती के लिए सब एक जैसे हैं: हर एक छोटी dense layer है, और चारों का size बराबर है.",
      coupled:
        "Input gate, forget gate से जुड़ा है: वह एक में से उस gate को घटाने पर मिलता है, इसलिए उसे अपने weights नहीं चाहिए (Greff et al. 2015).",
      update_and_reset:
        "सब कुछ LSTM जैसा है, बस 4 की जगह 3 matrices हैं. कुछ notes reset gate को relevance gate कहते हैं, और candidate को output cell.",
      one_gate:
        "Minimal gated unit में एक gate है, जो भूलने और reset करने का काम साथ करता है (Zhou et al. 2016). बाक़ी सब GRU जैसा है, बस 3 की जगह 2 matrices हैं.",
      no_time_steps: "यहाँ time steps और gates नहीं हैं: आने वाली हर संख्या के लिए एक weight.",
      one_vector: (read) => `${oneVector(read)}.`,
      one_vector_and_bias: (read) => `${oneVector(read)}, और उसका bias एक स्थिर 1 पर लगा weight है.`,
      steps: ({ count }) => timeSteps(several(count, "weight")),
      steps_uncounted: timeSteps("weights"),
      reset_after: ({ name, tensor, shape }) =>
        `reset_after=True में reset gate recurrent हिस्से को उसका bias जुड़ने के बाद गुणा करता है, इसलिए candidate को उस तरफ़ भी एक bias चाहिए; ${name} तीनों के लिए एक-एक रखता है, एक ही tensor ${tensor} में, जिसका shape (${shape.map(size).join(", ")}) है. reset_after=False में एक bias है, जैसा notes में.`,
      adds_two: ({ name }) => `${name} एक bias input की तरफ़ और एक hidden की तरफ़ जोड़ता है.`,
      reset_between: "Candidate में उनके बीच reset gate आ सकता है; दोनों gates में वे सिर्फ़ आपस में जोड़े जाते हैं.",
      only_added: "वे आपस में जोड़े जाते हैं, इसलिए दूसरे से network कुछ नया नहीं कर पाता.",
      reason: ({ reason }) => reasons[reason],
      table: "Embedding सिर्फ़ एक row ढूँढती है. कुछ जोड़ा नहीं जाता, इसलिए bias नहीं है.",
      measured: "जो नापा जाता है, वह train नहीं होता, फिर भी गिना जाता है.",
      measured_elsewhere: "Moving mean और variance नापे जाते हैं, train नहीं होते, और यहाँ parameters में नहीं गिने जाते.",
      measures_itself: "Mean और variance हर बार सामने की संख्याओं से ही निकलते हैं, इसलिए store नहीं होते.",
      counter: "इसे कोई train नहीं करता, पर इस framework के लिए यह भी बाक़ियों जैसा tensor है, इसलिए उसकी गिनती में आता है.",
      rows: (matrix) => `${rows(matrix)}.`,
      rows_and_bias: (matrix) => `${rows(matrix)}, जिसका आख़िरी column bias है.`,
      rows_and_biases: (matrix) => `${rows(matrix)}, जिसके आख़िरी दो columns biases हैं.`,
      rows_uncounted: "हर unit की एक row, और उसमें unit की पढ़ी हर संख्या के लिए एक weight.",
      nothing: ({ name }) => `${name} गुज़रती संख्याओं को बदलता है, अपने weights के बिना.`,
      all: ({ count }) => `${all(count)} matrices सभी units की हैं, इसलिए हर एक पूरी गिनी जाती है.`,
      biases: "यहाँ हर matrix के biases एक जैसे नहीं हैं, इसलिए वे bracket के अंदर नहीं आ सकते: वे अलग से गिने जाते हैं.",
      peepholes:
        "Peephole unit को सिर्फ़ उसके अपने cell से जोड़ता है, इसलिए वह vector है, matrix नहीं (Gers and Schmidhuber 2000).",
      normalization: "Normalization से scale और mean खो जाते हैं; gain और shift से network नए चुन सकता है (Ba et al. 2016).",
      projection:
        "अगला step और अगली layer projection के बाद का output पढ़ते हैं, इसलिए उनकी matrices छोटी हैं (Sak et al. 2014).",
      unused:
        "Framework के लिए यह भी parameter है, इसलिए गिना जाता है; training से layer के काम में इसके कारण कभी कुछ नहीं बदलता.",
      directions: ({ cell }) =>
        `पीछे की direction एक दूसरा ${cell} है, जो sequence के अंत से शुरू होता है. दोनों में कुछ भी साझा नहीं, इसलिए गिनती ठीक दुगुनी होती है.`,
      handed_on:
        "Layer हर unit की एक संख्या आगे देती है. अगली layer को सिर्फ़ इसकी चौड़ाई से मतलब है, parameters की गिनती से नहीं.",
      merged_otherwise: ({ width }) => `Concat की जगह sum, product या average से मिलाने पर चौड़ाई ${size(width)} ही रहती.`,
    },
    asks: { two_biases: "दो क्यों?" },
  },
};
