/** What is said of steps that usual models do not have, and why, by the ids of telling/steps.js. It comes with what else such models need, see messages/hi_rest.js. */

import { tuple } from "../numbers.js";
import { gateNames, hasGates, reads, threeGates, timeSteps } from "./steps.js";
import { all, are, capital, each, list, number, numbers, numeral, ordinal, several, single, size } from "./words.js";

/** @typedef {import("../en/steps.js").Gates} Gates */
/** @typedef {import("../en/steps.js").Reads} Reads */
/** @typedef {import("../en/steps.js").FilterSaid} FilterSaid */
/** @typedef {import("../en/steps.js").Window} Window */

/** @param {Gates["gates"][0]} gate */
const gateName = ({ role, name }) => (role === "" ? name : `${gateNames[role]}gate ${name}`);

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
  inverse_deviation: "एक moving deviation का inverse",
  moving_deviation: "एक moving deviation",
  renorm_mean: "renorm के लिए एक mean",
  renorm_deviation: "renorm के लिए एक deviation",
  fixed_mean: "एक mean",
  fixed_variance: "एक variance",
};

/** @param {Pick<Window, "bias">} filter */
const andBias = ({ bias }) => (bias ? ", और अपने bias के लिए एक constant 1" : "");

/** @param {Window} filter */
const there = ({ window }) => (window.every(single) ? "उसमें" : "हर एक में");

/** @param {FilterSaid} filter */
const channels = ({ channels: count, grouped }) => (grouped ? "अपने group के " : "") + several(count, "channel");

/** Of the channels that come in. @param {string} channels @param {string} count */
const ownFilters = (channels, count) =>
  `${each(channels, "channel")} ${single(count) ? "का अपना एक filter है" : `के अपने ${several(count, "filter")} हैं`}`;

/** @param {string} what is done with it */
const below = (what) => `शून्य से छोटी संख्या एक slope से गुणा होती है: ${what}.`;

/** @param {string} count */
const normalizations = (count) => `${several(count, "normalization")}, ${inEach(count)}हर unit का एक gain और एक shift`;

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

/** @type {typeof import("../en/rare_steps.js").rareSteps} */
export const rareSteps = {
  titles: {
    said: ({ place }) => `Layer ${ordinal(place)} क्या पढ़ती है`,
    kernels: ({ count }) => `${numeral(count)} ${single(count) ? "kernel" : "kernels"}`,
    filter_reads: "हर filter क्या पढ़ता है",
    filters: "सारे filters",
    kernel: "एक kernel",
    depthwise: "Depthwise हिस्सा",
    convolution_before: "Gates से पहले का convolution",
    normalization_of_heads: "Heads का normalization",
    pointwise: "Pointwise हिस्सा",
    projections: "Queries, keys और values",
    output_projection: "Output का projection",
    extra_key: "एक और key, एक और value",
    score_scale: "Scores का scale",
    score_scales: "Scores के scales",
    slopes: "शून्य से नीचे के slopes",
    vectors: ({ count, owner }) =>
      `${owner === "feature and time step" ? "हर time step पर हर feature" : `हर ${owner}`} की ${numeral(count)} ${single(count) ? "संख्या" : "संख्याएँ"}`,
    vectors_of_all: ({ count }) => `सबके लिए ${numeral(count)} संख्याएँ`,
    custom: "अपनी संख्या",
    counter: "Batches की गिनती",
    counter_of_data: "Data की गिनती",
    biases: "Biases अलग से",
    peepholes: "Peepholes भी",
    normalization: "Layer normalization भी",
    initial_state: "शुरुआत की state",
    unused: "कभी काम न आने वाला हिस्सा",
  },
  sentences: {
    gates: (layer) => `${hasGates(layer)}; हर एक के अपने weights हैं.`,
    splits: ({ both, count, names }) =>
      `${both ? "हर दिशा में cell" : "इस cell"} के ${numeral(count)} हिस्से हैं, हर एक के अपने weights हैं, और source में इन्हें नाम नहीं, बस संख्याएँ दी गई हैं; इनकी matrices अगल-बगल रखी हैं, इस क्रम में: ${names.join(", ")}.`,
    gate_unused: ({ gate }) => `यह भी store होता है, पर कभी काम नहीं आता: ${gateName(gate)}.`,
    reads_of_heads: ({ width, heads, head, previous, current }) =>
      `${numbers(width)} ${several(heads, "head")} में बँटी हैं. हर unit वही पढ़ता है, जो उसके अपने head का है: पिछले activations ${previous} की ${numbers(head)}, input ${current} की उतनी ही, और अपने bias के लिए एक constant 1.`,
    reads_of_head: ({ width, previous, current }) =>
      `Head एक ही है. हर unit पिछले activations ${previous} की ${numbers(width)} पढ़ता है, input ${current} की उतनी ही, और अपने bias के लिए एक constant 1.`,
    normalization_of_heads: ({ width }) =>
      `हर head का नतीजा normalise होता है; ${numbers(width, "oblique")} में हर एक का एक gain है, shift नहीं.`,
    reads_pairs: ({ bias }) =>
      `पहले input की एक संख्या और दूसरे की एक, ऐसे हर जोड़े का हर unit में एक weight है${andBias({ bias })}.`,
    reads_only: (read) => `${reads(read)}.`,
    biases_apart: "इसके biases अलग से गिने जाते हैं.",
    biases_unused: "इसके biases store होते हैं, पर कभी जोड़े नहीं जाते.",
    vectors: ({ count, owner, roles }) => `${each(count, owner)} में ${list(roles.map((role) => vectorNames[role]))}.`,
    vectors_at_steps: ({ features, steps, roles }) =>
      `${each(steps, "time step")} पर ${each(features, "feature")} में ${list(roles.map((role) => vectorNames[role]))}.`,
    vectors_of_all: ({ roles }) => `आने वाली सारी संख्याओं के लिए ${list(roles.map((role) => vectorNames[role]))}.`,
    custom: ({ name }) => `${name} में उतने ही parameters हैं, जितने उसके brackets में लिखे हैं.`,
    counter: "एक संख्या यह हिसाब रखती है कि layer कितने batches देख चुकी है.",
    counter_of_data: "एक संख्या यह हिसाब रखती है कि कितना data मापा जा चुका है.",
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
    filters_of_places: ({ places, units, reads }) =>
      `Window ${several(places, "जगह", "जगहों")} पर ठहरती है, और ${single(places) ? "वहाँ" : "हर जगह"} अपने ${several(units, "filter")}; ${single(units) ? "उसमें" : "हर एक में"} ${several(reads, "weight")}.`,
    filters_uncounted: "हर filter का हर पढ़ी गई संख्या के लिए एक weight है.",
    pointwise: ({ units, channels, bias }) =>
      `${each(units, "filter")} किसी जगह पर वह पढ़ता है, जो depthwise हिस्से से वहाँ आता है: ${several(channels, "channel")}${andBias({ bias })}.`,
    projections: "हर head की अपनी matrices हैं, जिनसे हर time step की एक query, एक key और एक value बनती हैं.",
    projections_divided:
      "तीन matrices से हर time step की एक query, एक key और एक value बनती हैं; heads इन्हें आपस में बाँट लेते हैं.",
    projections_shared: "एक group के heads की keys और values साझा हैं.",
    projections_gated: "एक और matrix से एक gate बनता है, जिससे head का नतीजा गुणा होता है.",
    projections_biased: "इनसे बनी हर संख्या का एक bias है.",
    projections_biased_in_part: ({ names }) => `इनसे बनी हर संख्या का bias नहीं है; biases यहाँ हैं: ${list(names)}.`,
    no_bias: "Bias नहीं है.",
    output_projection: "सारे heads का नतीजा अगल-बगल रखा जाए, तो एक और matrix से उसका output बनता है.",
    output_projection_biased: "उससे बनी हर संख्या का एक bias है.",
    initial_state: ({ states, units }) =>
      `पहले time step से पहले की ${states === "1" ? "state भी store होती है" : "state और cell state भी store होती हैं"}: ${each(units, "unit")} की ${numeral(states)} ${single(states) ? "संख्या" : "संख्याएँ"}.`,
    extra_key: "एक key और एक value ऐसी सीखी जाती हैं, जो किसी time step की नहीं हैं.",
    score_scales: ({ names }) =>
      `Scores का scale ${names.length === 1 ? "एक संख्या" : "अलग-अलग संख्याओं"} से तय होता है: ${list(names)}.`,
    score_scale_of_features: "Score सारे features का जोड़ है; हर feature का एक scale है.",
    slope: below("सारे features के लिए एक ही"),
    slopes_of_features: ({ features }) => below(`${each(features, "feature")} के लिए एक`),
    slopes_of_steps: ({ steps }) => below(`${each(steps, "time step")} के लिए एक`),
    slopes: ({ features, steps }) => below(`${each(steps, "time step")} पर ${each(features, "feature")} के लिए एक`),
    matrix_uncounted: "हर unit का हर पढ़ी गई संख्या के लिए एक weight है.",
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
    passed_on: ({ name, count }) => `${name} से आगे जाने वाली चौड़ाई: ${numbers(count)}.`,
    said: ({ count, place, handed }) =>
      `जैसा लिखा है, यहाँ ${numbers(count)} ${readHere(count)}; layer ${ordinal(place)} आगे ${size(handed)} देती है.`,
    said_alone: ({ count, place }) =>
      `जैसा लिखा है, यहाँ ${numbers(count)} ${readHere(count)}; layer ${ordinal(place)} आगे क्या देती है, यह मालूम नहीं.`,
    row_handed_on: ({ count }) => `हर शब्द के लिए table की एक row: ${numbers(count)}.`,
    projected_both: ({ parts }) => `दोनों directions के projection के बाद के outputs, एक के बाद एक: concat${tuple(parts)}.`,
    projected: ({ count }) => `Projection के बाद का output: ${numbers(count)}.`,
    filters_handed_on: "हर filter का एक channel.",
    filters_both: ({ parts }) => `दोनों directions के channels, एक के बाद एक: concat${tuple(parts)}.`,
    filters_merged: ({ mode, count }) =>
      `दोनों directions के channels, ${mode} से मिलाए हुए: ${several(count, "channel")}.`,
  },
  whys: {
    three_gates_convolve: threeGates("LSTM में matrix और vector के गुणा की जगह एक convolution है"),
    coupled: ({ gate, other }) =>
      `${capital(gate)} gate, ${other} gate से जुड़ा है: ${gate} gate = 1 − ${other} gate, इसलिए उसे अपने weights नहीं चाहिए (Greff et al. 2015).`,
    pairs: "दोनों inputs की संख्याओं का आपस में गुणा होता है: हर unit की एक matrix, एक input जितनी चौड़ी और दूसरे जितनी ऊँची.",
    gates_exchanged:
      "Source में input gate को वह मिलता है जिसका नाम fgate है, और forget gate को वह जिसका नाम igate है; गिनती के लिए दोनों एक जैसे हैं.",
    heads:
      "कोई head दूसरे की संख्याएँ नहीं पढ़ता: पूरी लिखें तो हर matrix में diagonal पर blocks होते और बाक़ी जगह शून्य, जो store नहीं होते (Beck et al. 2024, arXiv:2405.04517).",
    convolution_before:
      "Forget gate और input gate हर feature को उससे ठीक पहले के time steps के साथ पढ़ते हैं; candidate और output gate input को जैसा है वैसा पढ़ते हैं. Time steps की संख्या से गिनती नहीं बदलती.",
    normalization_of_heads:
      "Mean और variance हर बार उसी head की संख्याओं से निकलते हैं, इसलिए store नहीं होते; gain से network नया scale चुन सकता है.",
    splits:
      "यह cell एक search से बना है (Zoph and Le 2017): इसके चार हिस्से sigmoid से, दो tanh से और दो ReLU से गुज़रते हैं; ReLU वालों में से एक में दोनों ओर की संख्याएँ जोड़ी नहीं, गुणा की जाती हैं. इनमें से कोई भूलने या लिखने वाला gate नहीं है. गिनती के लिए सब एक जैसे हैं.",
    one_gate_forgets:
      "Minimal gated unit में एक gate है (Zhou et al. 2016). यहाँ उसका काम सिर्फ़ भूलना है: candidate पिछले activations को जैसे हैं वैसे ही पढ़ता है. इसकी matrices GRU जैसी ही हैं, बस 3 की जगह 2.",
    one_gate:
      "Minimal gated unit में एक gate है, जो भूलने और reset करने का काम साथ करता है (Zhou et al. 2016). इसकी matrices GRU जैसी ही हैं, बस 3 की जगह 2.",
    steps_uncounted: timeSteps("weights काम आते हैं"),
    unshared:
      "किन्हीं दो जगहों के filters साझा नहीं हैं: जितने ज़्यादा time steps आएँ, उतने ज़्यादा parameters; strides बड़े हों तो parameters कम.",
    everywhere: ({ steps }) =>
      `हर ${steps ? "time step" : "जगह"} पर वही filters काम आते हैं: ${steps ? "time steps" : "जगहों"} की संख्या, strides और padding से गिनती नहीं बदलती.`,
    filters: ({ units, reads, bias }) =>
      `Filters एक के नीचे एक लिखें तो ${size(units)} × ${number(reads)} की matrix बनती है${bias ? ", जिसका आख़िरी column bias है" : ""}.`,
    measured: "जो नापा जाता है, वह train नहीं होता, फिर भी गिना जाता है.",
    measured_elsewhere: "Moving mean और variance नापे जाते हैं, train नहीं होते, और यहाँ parameters में नहीं गिने जाते.",
    measures_itself: "Mean और variance हर बार सामने की संख्याओं से ही निकलते हैं, इसलिए store नहीं होते.",
    measures_square: "Root mean square हर बार सामने की संख्याओं से ही निकलता है, इसलिए store नहीं होता.",
    counter: "इसे कोई train नहीं करता, पर इस framework के लिए यह भी बाक़ियों जैसा tensor है, इसलिए उसकी गिनती में आता है.",
    rows_uncounted: "हर unit की एक row, और उसमें unit की पढ़ी हर संख्या के लिए एक weight.",
    all_kernels: ({ count }) => `${all(count)} kernels के अपने-अपने filters हैं, इसलिए हर एक पूरा गिना जाता है.`,
    biases_and_candidate: ({ count }) =>
      `${all(count)} matrices में एक-एक, और candidate में एक और: उसका recurrent हिस्सा reset gate से तब गुणा होता है, जब उसका bias जुड़ चुका होता है.`,
    biases: "यहाँ हर matrix के biases एक जैसे नहीं हैं, इसलिए वे bracket के अंदर नहीं आ सकते: वे अलग से गिने जाते हैं.",
    peepholes:
      "Peephole unit को सिर्फ़ उसके अपने cell से जोड़ता है, इसलिए वह vector है, matrix नहीं (Gers and Schmidhuber 2000).",
    normalization: "Normalization से scale और mean खो जाते हैं; gain और shift से network नए चुन सकता है (Ba et al. 2016).",
    projection_to: "अगला step और अगली layer projection के बाद का output पढ़ते हैं (Sak et al. 2014).",
    unused:
      "Framework के लिए यह भी parameter है, इसलिए गिना जाता है; पर training इसे बदले तो भी layer के काम पर कोई असर नहीं पड़ता.",
    filters_handed_on: "हर filter हर जगह पर एक संख्या निकालता है.",
    initial_state: "पहले time step से पहले कोई output नहीं होता. Default यह है कि वहाँ शून्य हों; यहाँ ये संख्याएँ parameters हैं.",
    extra_key: "हर query इन्हें भी देख सकती है, sequence जो भी हो.",
    slopes: "शून्य से बड़ी संख्या वैसी ही रहती है.",
  },
};
