/** What every step of a derivation says, and why, by the ids of telling/steps.js. */

import { tuple } from "../numbers.js";
import { reasons } from "./frameworks.js";
import { all, are, capital, each, list, number, numbers, numeral, ordinal, several, single, size } from "./words.js";

/** @typedef {import("../en/steps.js").Gates} Gates */
/** @typedef {import("../en/steps.js").Reads} Reads */
/** @typedef {import("../en/steps.js").FilterSaid} FilterSaid */
/** @typedef {import("../en/steps.js").Window} Window */

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
  ({ cell: "1 cell candidate", named: `1 candidate (यहाँ ${name})`, plain: "1 candidate" })[kind];

/** @param {Gates["gates"]} gates */
const gatesCount = (gates) => several(String(gates.length), "gate");

/** @param {Gates & import("../en/steps.js").Owner} layer */
function hasGates({ cell, both, gates, candidate }) {
  if (both) return `हर direction में ${gatesCount(gates)} और ${candidateName(candidate)} हैं`;
  const names = gates.map(({ role, name }) => gateNames[role] + name).join(", ");
  const letter = candidate.letter && ` ${candidate.letter}`;
  return `${cell} में ${gatesCount(gates)} (${names}) और ${candidateName(candidate)}${letter} हैं`;
}

/** @param {Gates["gates"][0]} gate */
const gateName = ({ role, name }) => (role === "" ? name : `${gateNames[role]}gate ${name}`);

/** @param {Reads} read */
const reads = ({ reads }) =>
  `हर time step पर हर unit ${reads
    .map(({ kind, name, count }) => `${kind === "previous" ? "पिछले activations" : "input"} ${name} (${numbers(count)})`)
    .join(" और ")} पढ़ती है`;

/** @param {Reads & { count: string }} read */
const oneVector = ({ reads, count }) =>
  `एक के नीचे एक लिखें तो ${list(reads.map(({ name }) => name))} से मिलकर ${numbers(count, "oblique")} का एक vector बनता है; unit को हर संख्या के लिए एक weight चाहिए`;

/** @param {string} weights what comes in at every step, with its verb */
const timeSteps = (weights) => `Time steps की संख्या कहीं नहीं आती: हर step पर वही ${weights}.`;

/** @param {{ units: string, reads: string }} matrix */
const rows = ({ units, reads }) =>
  `${each(units, "unit")} के लिए ${numbers(reads, "oblique")} की एक row: ${size(units)} × ${number(reads)} की matrix`;

/** @param {string} count */
const readHere = (count) => (single(count) ? "पढ़ी जाती है" : "पढ़ी जाती हैं");

/** @param {string} count */
const inEach = (count) => (single(count) ? "" : "हर एक में ");

const vectorNames = {
  scale: "एक scale",
  shift: "एक shift",
  mean: "एक moving mean",
  variance: "एक moving variance",
  deviation: "एक moving deviation का logarithm",
  fixed_mean: "एक mean",
  fixed_variance: "एक variance",
};

/** @param {Pick<Window, "bias">} filter */
const andBias = ({ bias }) => (bias ? ", और अपने bias के लिए एक constant 1" : "");

/** "आस-पास की 3 × 3 जगहें" @param {Window} filter @param {import("./words.js").Case} [grammatical] */
const places = ({ window }, grammatical = "direct") =>
  window.every(single)
    ? "1 जगह"
    : `आस-पास की ${window.map(size).join(" × ")} ${grammatical === "oblique" ? "जगहों" : "जगहें"}`;

/** The same; along one axis lie time steps. @param {Window} filter @param {import("./words.js").Case} [grammatical] */
function window(filter, grammatical) {
  const [count, ...others] = filter.window;
  if (others.length > 0) return places(filter, grammatical);
  return `${single(count) ? "" : "आस-पास के "}${several(count, "time step")}`;
}

/** @param {Window} filter */
const there = ({ window }) => (window.every(single) ? "उसमें" : "हर एक में");

/** @param {FilterSaid} filter */
const channels = ({ channels: count, grouped }) => (grouped ? "अपने group के " : "") + several(count, "channel");

/** Of the channels that come in. @param {string} channels @param {string} count */
const ownFilters = (channels, count) =>
  `${each(channels, "channel")} ${single(count) ? "का अपना एक filter है" : `के अपने ${several(count, "filter")} हैं`}`;

/** @param {string} what each of them is */
const threeGates = (what) =>
  `तीन gates तय करते हैं कि क्या भूलना है, क्या लिखना है और क्या दिखाना है; candidate ख़ुद नई सामग्री है. कुछ notes चारों को gates कहते हैं. गिनती के लिए सब एक जैसे हैं: हर एक ${what}, और चारों का size बराबर है.`;

/** @param {string} what is done with it */
const below = (what) => `शून्य से छोटी संख्या एक slope से गुणा होती है: ${what}.`;

/** @param {string} count */
const normalizations = (count) => `${several(count, "normalization")}, ${inEach(count)}हर unit का एक gain और एक shift`;

/** @type {typeof import("../en/steps.js").stepMessages} */
export const stepMessages = {
  why: "क्यों?",
  asInLayer: (place) => `layer ${number(place)} की तरह`,
  step: {
    titles: {
      said: ({ place }) => `Layer ${ordinal(place)} क्या पढ़ती है`,
      handed_on: ({ place }) => `Layer ${ordinal(place)} आगे क्या देती है`,
      matrices: ({ count }) => `${numeral(count)} weight ${single(count) ? "matrix" : "matrices"}`,
      kernels: ({ count }) => `${numeral(count)} ${single(count) ? "kernel" : "kernels"}`,
      reads: "हर unit क्या पढ़ती है",
      filter_reads: "हर filter क्या पढ़ता है",
      filters: "सारे filters",
      kernel: "एक kernel",
      depthwise: "Depthwise हिस्सा",
      pointwise: "Pointwise हिस्सा",
      projections: "Queries, keys और values",
      output_projection: "Output का projection",
      extra_key: "एक और key, एक और value",
      score_scale: "Scores का scale",
      score_scales: "Scores के scales",
      slopes: "शून्य से नीचे के slopes",
      table: "Embedding की table",
      vectors: ({ count, owner }) => `हर ${owner} की ${numeral(count)} ${single(count) ? "संख्या" : "संख्याएँ"}`,
      custom: "अपनी संख्या",
      counter: "Batches की गिनती",
      counter_of_data: "Data की गिनती",
      only_matrix: "Weight matrix",
      matrix: "एक matrix",
      nothing: "सीखने को कुछ नहीं",
      all: ({ count, things }) => `${all(count)} ${things} मिलाकर`,
      all_one_way: ({ count, things }) => `${all(count)} ${things} मिलाकर (एक direction)`,
      biases: "Biases अलग से",
      peepholes: "Peepholes भी",
      normalization: "Layer normalization भी",
      initial_state: "शुरुआत की state",
      projection: "Projection भी",
      unused: "कभी काम न आने वाला हिस्सा",
      layer_sum: "इस layer का जोड़",
      directions: "दोनों directions",
      sum: "सभी layers का जोड़",
    },
    sentences: {
      gates: (layer) => `${hasGates(layer)}; हर एक के अपने weights हैं.`,
      gates_own: (layer) => `${hasGates(layer)}; हर एक की अपनी weight matrix है: ${layer.names.join(", ")}.`,
      gates_side_by_side: (layer) =>
        `${hasGates(layer)}; ${layer.things === "kernels" ? "इनके kernels अगल-बगल रखे" : "इनकी matrices अगल-बगल रखी"} हैं, इस क्रम में: ${layer.order.join(", ")}.`,
      gates_stacked: (layer) =>
        `${hasGates(layer)}; ${layer.things === "kernels" ? "इनके kernels एक के नीचे एक रखे" : "इनकी matrices एक के नीचे एक रखी"} हैं, इस क्रम में: ${layer.order.join(", ")}.`,
      gate_unused: ({ gate }) => `यह भी store होता है, पर कभी काम नहीं आता: ${gateName(gate)}.`,
      reads_input: ({ count }) => `हर unit आने वाली ${numbers(count)} पढ़ती है, और अपने bias के लिए एक constant 1.`,
      reads_no_bias: (read) => `${reads(read)}. Bias नहीं है.`,
      reads_only: (read) => `${reads(read)}.`,
      biases_apart: "इसके biases अलग से गिने जाते हैं.",
      biases_unused: "इसके biases store होते हैं, पर कभी जोड़े नहीं जाते.",
      reads_one_bias: (read) =>
        `${reads(read)}, और अपने bias के लिए एक constant 1: concat[${read.reads.map(({ name }) => name).join(", ")}], + 1.`,
      reads_two_biases: (read) => `${reads(read)}. इसके दो biases हैं: ${list(read.names)}.`,
      reads_bias_of_each_side: (read) => `${reads(read)}. इसके दो biases हैं: एक input की तरफ़, एक recurrent की तरफ़.`,
      own_direction: ({ previous, twice }) =>
        `Unit सिर्फ़ अपनी direction के पिछले activations पढ़ती है: ${size(previous)}, ${size(twice)} नहीं.`,
      table: ({ words, units }) => `${each(words, "शब्द", "शब्दों")} के लिए ${numbers(units, "oblique")} की एक row.`,
      vectors: ({ count, owner, roles }) => `${each(count, owner)} में ${list(roles.map((role) => vectorNames[role]))}.`,
      custom: ({ name }) => `${name} में उतने ही parameters हैं, जितने उसके brackets में लिखे हैं.`,
      counter: "एक संख्या यह हिसाब रखती है कि layer कितने batches देख चुकी है.",
      counter_of_data: "एक संख्या यह हिसाब रखती है कि कितना data मापा जा चुका है.",
      matrix: ({ units, reads }) =>
        `इसमें ${several(units, "unit")} ${are(units)}, और ${single(units) ? "उस" : "हर"} unit ${single(reads) ? "का" : "के"} ${several(reads, "weight")} ${are(reads)}.`,
      filter_reads: (filter) =>
        `हर filter ${window(filter)} पढ़ता है, ${there(filter)} ${channels(filter)}${andBias(filter)}.`,
      filter_spreads: (filter) =>
        `हर filter से ${channels(filter)} का असर ${window(filter, "oblique")} पर फैलता है: ${there(filter)} हर channel के लिए एक weight${filter.bias ? ", और bias के लिए एक constant 1" : ""}.`,
      filter_alone: (filter) => `हर filter अपने channel में ${window(filter)} पढ़ता है${andBias(filter)}.`,
      filter_steps: ({ units, input, previous, current, ...filter }) =>
        `हर time step पर हर filter ${places(filter)} पढ़ता है: पिछले activations ${previous} में (${several(units, "channel")}) और input ${current} में (${several(input, "channel")})${andBias(filter)}.`,
      filter_direction: ({ units, twice }) =>
        `Filter सिर्फ़ अपनी direction के पिछले activations पढ़ता है: ${several(units, "channel")}, ${size(twice)} नहीं.`,
      filters: ({ units, reads }) =>
        `इसमें ${several(units, "filter")} ${are(units)}, और ${single(units) ? "उस" : "हर"} filter ${single(reads) ? "का" : "के"} ${several(reads, "weight")} ${are(reads)}.`,
      filters_alone: ({ input, count, reads }) =>
        `${ownFilters(input, count)}; ${single(count) ? "उसमें" : "हर एक में"} ${several(reads, "weight")}.`,
      filters_of_channels: ({ input, count }) => `${ownFilters(input, count)}.`,
      filters_uncounted: "हर filter का हर पढ़ी गई संख्या के लिए एक weight है.",
      pointwise: ({ units, channels, bias }) =>
        `${each(units, "filter")} किसी जगह पर वह पढ़ता है, जो depthwise हिस्से से वहाँ आता है: ${several(channels, "channel")}${andBias({ bias })}.`,
      projections: "हर head की अपनी matrices हैं, जिनसे हर time step की एक query, एक key और एक value बनती हैं.",
      projections_divided:
        "तीन matrices से हर time step की एक query, एक key और एक value बनती हैं; heads इन्हें आपस में बाँट लेते हैं.",
      projections_shared: "एक group के heads की keys और values साझा हैं.",
      projections_biased: "इनसे बनी हर संख्या का एक bias है.",
      no_bias: "Bias नहीं है.",
      output_projection: "सारे heads का नतीजा अगल-बगल रखा जाए, तो एक और matrix से उसका output बनता है.",
      output_projection_biased: "उससे बनी हर संख्या का एक bias है.",
      initial_state: ({ states, units }) =>
        `पहले time step से पहले की ${states === "1" ? "state भी सीखी जाती है" : "state और cell state भी सीखी जाती हैं"}: ${each(units, "unit")} की ${numeral(states)} ${single(states) ? "संख्या" : "संख्याएँ"}.`,
      extra_key: "एक key और एक value ऐसी सीखी जाती हैं, जो किसी time step की नहीं हैं.",
      score_scales: ({ names }) =>
        `Scores का scale ${names.length === 1 ? "एक संख्या" : "अलग-अलग संख्याओं"} से तय होता है: ${list(names)}.`,
      score_scale_of_features: "Score सारे features का जोड़ है; हर feature का एक scale है.",
      slope: below("सारे features के लिए एक ही"),
      slopes_of_features: ({ features }) => below(`${each(features, "feature")} के लिए एक`),
      slopes_of_steps: ({ steps }) => below(`${each(steps, "time step")} के लिए एक`),
      slopes: ({ features, steps }) => below(`${each(steps, "time step")} पर ${each(features, "feature")} के लिए एक`),
      matrix_uncounted: "हर unit का हर पढ़ी गई संख्या के लिए एक weight है.",
      nothing: ({ name }) => `${name} में parameters नहीं हैं.`,
      all: ({ count, things }) => `${all(count)} ${things} का size बराबर है.`,
      biases: ({ count }) => `${several(count, "bias vector")}, ${inEach(count)}हर unit की एक संख्या.`,
      peepholes: ({ count }) =>
        single(count)
          ? "एक gate cell state भी देखता है: हर unit का एक weight."
          : `${numeral(count)} gates cell state भी देखते हैं: हर unit और gate का एक weight.`,
      normalization_of_gates: ({ gateCount, count }) =>
        `${several(gateCount, "gate")} और candidate तक जो पहुँचता है, वह normalise होता है: ${normalizations(count)}.`,
      normalization_of_sides: ({ gateCount, count }) =>
        `${several(gateCount, "gate")} तक जो पहुँचता है, वह normalise होता है, और candidate की दोनों तरफ़ अलग-अलग: ${normalizations(count)}.`,
      normalization_of_state: ({ gateCount, count }) =>
        `${several(gateCount, "gate")} और candidate तक जो पहुँचता है, वह normalise होता है, और cell state भी: ${normalizations(count)}.`,
      normalization_of_sides_and_state: ({ count }) =>
        `हर तरफ़ से जो आता है, वह सारे gates और candidate के लिए एक साथ normalise होता है, और cell state भी: ${several("3", "normalization")}, जिनमें हर unit के ${number(count)} gains और उतने ही shifts हैं.`,
      projection: "एक और matrix, जो output को आगे देने से पहले छोटा कर देती है.",
      projection_to: ({ width }) => `एक और matrix, जिससे output ${numbers(width, "oblique")} का होकर आगे जाता है.`,
      unused: "Layer में एक ऐसा हिस्सा भी store होता है, जो forward pass में कभी काम नहीं आता.",
      unused_block: ({ tensor }) =>
        `${tensor} में candidate के लिए एक और हिस्सा store होता है, जो forward pass में कभी काम नहीं आता.`,
      unused_gate: ({ gate, biases, peephole }) => {
        const parts = ["matrix"];
        if (biases !== "0") parts.push(biases === "1" ? "bias" : "biases");
        if (peephole) parts.push("peephole");
        return `Layer में यह भी store होता है, पर forward pass में कभी काम नहीं आता: ${gateName(gate)} के लिए ${list(parts)}.`;
      },
      unused_biases: "Layer में biases भी store होते हैं, पर forward pass में कभी जोड़े नहीं जाते.",
      layer_sum: "इस layer के सारे हिस्से एक साथ.",
      directions: "Formula वही है; layer sequence को आगे से भी पढ़ती है और पीछे से भी; हर direction के अपने weights हैं.",
      sum: "हर layer के अपने weights हैं, इसलिए total उन सबका जोड़ है.",
      width_kept: ({ name, count }) => `${name} से चौड़ाई नहीं बदलती: ${numbers(count)}.`,
      passed_on: ({ name, count }) => `${name} से आगे जाने वाली चौड़ाई: ${numbers(count)}.`,
      said: ({ count, place, handed }) =>
        `जैसा लिखा है, यहाँ ${numbers(count)} ${readHere(count)}; layer ${ordinal(place)} आगे ${size(handed)} देती है.`,
      said_alone: ({ count, place }) =>
        `जैसा लिखा है, यहाँ ${numbers(count)} ${readHere(count)}; layer ${ordinal(place)} आगे क्या देती है, यह मालूम नहीं.`,
      row_handed_on: ({ count }) => `हर शब्द के लिए table की एक row: ${numbers(count)}.`,
      both_handed_on: ({ parts }) => `दोनों directions की units, एक के बाद एक: concat${tuple(parts)}.`,
      projected_both: ({ parts }) =>
        `दोनों directions के projection के बाद के outputs, एक के बाद एक: concat${tuple(parts)}.`,
      merged_units: ({ mode, count }) => `दोनों directions की units, ${mode} से मिलाई हुई: ${numbers(count)}.`,
      projected: ({ count }) => `Projection के बाद का output: ${numbers(count)}.`,
      units_handed_on: "हर unit की एक संख्या.",
      filters_handed_on: "हर filter का एक channel.",
      filters_both: ({ parts }) => `दोनों directions के channels, एक के बाद एक: concat${tuple(parts)}.`,
      filters_merged: ({ mode, count }) =>
        `दोनों directions के channels, ${mode} से मिलाए हुए: ${several(count, "channel")}.`,
      next_input: ({ place, input }) => `Layer ${ordinal(place)} में ${input} यही है.`,
    },
    whys: {
      three_gates: threeGates("अपने-आप में एक छोटी dense layer है"),
      three_gates_convolve: threeGates("LSTM में matrix और vector के गुणा की जगह एक convolution है"),
      coupled: ({ gate, other }) =>
        `${capital(gate)} gate, ${other} gate से जुड़ा है: ${gate} gate = 1 − ${other} gate, इसलिए उसे अपने weights नहीं चाहिए (Greff et al. 2015).`,
      update_and_reset:
        "Matrices LSTM जैसी ही हैं, बस 4 की जगह 3. कुछ notes reset gate को relevance gate कहते हैं, और candidate को output cell.",
      one_gate_forgets:
        "Minimal gated unit में एक gate है (Zhou et al. 2016). यहाँ उसका काम सिर्फ़ भूलना है: candidate पिछले activations को जैसे हैं वैसे ही पढ़ता है. इसकी matrices GRU जैसी ही हैं, बस 3 की जगह 2.",
      one_gate:
        "Minimal gated unit में एक gate है, जो भूलने और reset करने का काम साथ करता है (Zhou et al. 2016). इसकी matrices GRU जैसी ही हैं, बस 3 की जगह 2.",
      no_time_steps: "यहाँ time steps और gates नहीं हैं: आने वाली हर संख्या के लिए एक weight.",
      one_vector: (read) => `${oneVector(read)}.`,
      one_vector_and_bias: (read) => `${oneVector(read)}, और उसका bias एक constant 1 पर लगा weight है.`,
      steps: ({ count }) => timeSteps(`${several(count, "weight")} काम ${single(count) ? "आता" : "आते"} ${are(count)}`),
      steps_uncounted: timeSteps("weights काम आते हैं"),
      everywhere: ({ steps }) =>
        `हर ${steps ? "time step" : "जगह"} पर वही filters काम आते हैं: ${steps ? "time steps" : "जगहों"} की संख्या, strides और padding से गिनती नहीं बदलती.`,
      filters: ({ units, reads, bias }) =>
        `Filters एक के नीचे एक लिखें तो ${size(units)} × ${number(reads)} की matrix बनती है${bias ? ", जिसका आख़िरी column bias है" : ""}.`,
      reset_between:
        "Candidate में recurrent हिस्सा reset gate से तब गुणा होता है, जब उसका bias जुड़ चुका होता है, इसलिए candidate को हर तरफ़ एक bias चाहिए; दोनों gates में वे सिर्फ़ आपस में जोड़े जाते हैं.",
      one_tensor: ({ tensor, shape }) => `ये सब एक ही tensor ${tensor} में हैं, जिसका shape ${tuple(shape)} है.`,
      only_added: "वे आपस में जोड़े जाते हैं, इसलिए दूसरे से network कुछ नया नहीं कर पाता.",
      reason: ({ reason }) => reasons[reason],
      table: "Embedding सिर्फ़ एक row ढूँढती है. कुछ जोड़ा नहीं जाता, इसलिए bias नहीं है.",
      measured: "जो नापा जाता है, वह train नहीं होता, फिर भी गिना जाता है.",
      measured_elsewhere: "Moving mean और variance नापे जाते हैं, train नहीं होते, और यहाँ parameters में नहीं गिने जाते.",
      measures_itself: "Mean और variance हर बार सामने की संख्याओं से ही निकलते हैं, इसलिए store नहीं होते.",
      measures_square: "Root mean square हर बार सामने की संख्याओं से ही निकलता है, इसलिए store नहीं होता.",
      counter: "इसे कोई train नहीं करता, पर इस framework के लिए यह भी बाक़ियों जैसा tensor है, इसलिए उसकी गिनती में आता है.",
      rows: (matrix) => `${rows(matrix)}.`,
      rows_and_bias: (matrix) => `${rows(matrix)}, जिसका आख़िरी column bias है.`,
      rows_and_biases: (matrix) => `${rows(matrix)}, जिसके आख़िरी दो columns biases हैं.`,
      rows_uncounted: "हर unit की एक row, और उसमें unit की पढ़ी हर संख्या के लिए एक weight.",
      nothing: ({ name }) => `${name} में संख्याएँ बदलती हैं, पर इसके अपने weights नहीं हैं.`,
      all: ({ count }) => `${all(count)} matrices सभी units की हैं, इसलिए हर एक पूरी गिनी जाती है.`,
      all_kernels: ({ count }) => `${all(count)} kernels के अपने-अपने filters हैं, इसलिए हर एक पूरा गिना जाता है.`,
      biases_and_candidate: ({ count }) =>
        `${all(count)} matrices में एक-एक, और candidate में एक और: उसका recurrent हिस्सा reset gate से तब गुणा होता है, जब उसका bias जुड़ चुका होता है.`,
      biases: "यहाँ हर matrix के biases एक जैसे नहीं हैं, इसलिए वे bracket के अंदर नहीं आ सकते: वे अलग से गिने जाते हैं.",
      peepholes:
        "Peephole unit को सिर्फ़ उसके अपने cell से जोड़ता है, इसलिए वह vector है, matrix नहीं (Gers and Schmidhuber 2000).",
      normalization: "Normalization से scale और mean खो जाते हैं; gain और shift से network नए चुन सकता है (Ba et al. 2016).",
      projection:
        "अगला step और अगली layer projection के बाद का output पढ़ते हैं, इसलिए उनकी matrices छोटी हैं (Sak et al. 2014).",
      projection_to: "अगला step और अगली layer projection के बाद का output पढ़ते हैं (Sak et al. 2014).",
      unused:
        "Framework के लिए यह भी parameter है, इसलिए गिना जाता है; पर training इसे बदले तो भी layer के काम पर कोई असर नहीं पड़ता.",
      directions: ({ cell }) =>
        `Backward direction में एक और ${cell} है: वहाँ पढ़ना sequence के अंत से शुरू होता है. दोनों में कुछ भी साझा नहीं, इसलिए गिनती ठीक दुगुनी होती है.`,
      handed_on: "हर unit हर time step पर एक संख्या निकालती है.",
      filters_handed_on: "हर filter हर जगह पर एक संख्या निकालता है.",
      initial_state:
        "पहले time step से पहले कोई output नहीं होता. Default यह है कि वहाँ शून्य हों; यहाँ ये संख्याएँ training में सीखी जाती हैं.",
      extra_key: "हर query इन्हें भी देख सकती है, sequence जो भी हो.",
      slopes: "शून्य से बड़ी संख्या वैसी ही रहती है.",
      width_matters: "अगली layer को सिर्फ़ चौड़ाई से मतलब है, parameters की गिनती से नहीं.",
      merged_otherwise: ({ width }) => `Concat की जगह sum, product या average से मिलाएँ तो चौड़ाई ${size(width)} ही रहेगी.`,
    },
    asks: { two_biases: "दो क्यों?" },
  },
};
