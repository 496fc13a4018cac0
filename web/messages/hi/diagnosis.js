/** What is said of a number that is not the model's, by the ids of telling/diagnosis.js. */
import { are, capital, frameworkNames, frameworkWithin, list, number, numbers, several, single } from "./words.js";

/** @typedef {import("../../telling/diagnosis.js").At} At */
/** @typedef {import("../../telling/diagnosis.js").Slipped} Slipped */

/** @param {At} layer */
const at = ({ place }) => (place === 0 ? "layer" : `layer ${number(String(place))}`);
/** @param {At & Pick<Slipped, "name">} layer */
const named = ({ name, ...layer }) => (layer.place === 0 ? `layer ${name}` : `${at(layer)} (${name})`);

const numerals = { two_matrices: "दो", three_matrices: "तीन", four_matrices: "चार" };
/** @param {keyof typeof numerals} id */
const withMatrices = (id) => () => `हर recurrent layer में ${numerals[id]} weight matrices गिनी जाएँ`;

/** @param {Slipped} layer */
const kept = ({ matrices, vectors, both, ...layer }) =>
  vectors === ""
    ? `${capital(at(layer))} में इससे ज़्यादा हैं.`
    : `${capital(at(layer))} में ${several(matrices, "matrix", "matrices")} के लिए ${several(vectors, "bias vector")} ${are(vectors)}${both ? ", हर direction में" : ""}.`;

/** @param {Slipped} layer */
const matrices = ({ gates, candidates, matrices, both, ...layer }) =>
  `${capital(named(layer))} ${both ? "की हर direction " : ""}में ${several(matrices, "matrix", "matrices")} ${are(matrices)}${
    gates === "0" ? "" : `: ${several(gates, "gate")} और ${several(candidates, "candidate")}`
  }.`;

/** @param {Slipped} layer */
const amount = ({ difference, subject = "उसमें" }) =>
  difference === "" ? "" : `${subject} ${numbers(difference)} ${are(difference)}.`;

/** @type {Record<import("../../telling/factors.js").SizeName, string>} */
const sizeNames = { directions: "directions", matrices: "weight matrices", units: "units", input: "inputs" };

/** @type {typeof import("../en/diagnosis.js").diagnosisMessages} */
export const diagnosisMessages = {
  group: "यह संख्या कैसे आती है",
  formula: "दूसरी संख्या कैसे बनती है",
  belongs: "की जगह",
  nothingBelongs: "यहाँ नहीं होना चाहिए",
  close: "बंद करें",
  step: ({ layer, step, single }) =>
    single ? `चरण ${number(String(step))} ›` : `Layer ${number(String(layer))}, चरण ${number(String(step))} ›`,
  problem: {
    missing: "कोई संख्या नहीं है.",
    not_a_number: "यह न पूर्णांक है, न 1.2M जैसी गोल की हुई संख्या.",
    too_large: "यह संख्या बहुत बड़ी है: यहाँ गिने जाने वाले किसी model में इतने parameters नहीं होते.",
    no_such_layer: "Model में ऐसी कोई layer नहीं है.",
    memory: "इसे ढूँढने के लिए memory काफ़ी नहीं है.",
    query: "Model में ही समस्या है: explain() उसे बताता है.",
  },
  made: {
    no_second_bias: () => "हर matrix के लिए एक ही bias vector गिना जाए",
    second_bias: () => "हर matrix के लिए दो bias vectors गिने जाएँ",
    no_bias: ({ single: one }) => (one ? "recurrent layer के biases न गिने जाएँ" : "recurrent layers के biases न गिने जाएँ"),
    one_bias_vector: ({ both }) => `हर ${both ? "direction" : "recurrent layer"} में एक ही bias vector गिना जाए`,
    one_bias_number: ({ both }) =>
      `हर ${both ? "direction" : "recurrent layer"} के सारे biases की जगह एक ही संख्या गिनी जाए`,
    one_bias_number_per_matrix: () => "हर matrix के biases की जगह एक ही संख्या गिनी जाए",
    one_matrix: () => "हर recurrent layer में एक ही weight matrix गिनी जाए",
    two_matrices: withMatrices("two_matrices"),
    three_matrices: withMatrices("three_matrices"),
    four_matrices: withMatrices("four_matrices"),
    no_recurrent: () => "units पिछले step से कुछ न पढ़ें",
    no_input: () => "units input से कुछ न पढ़ें",
    recurrent_vector: () => "हर unit पिछले step की सिर्फ़ अपनी संख्या पढ़े",
    swapped: () => "input और units एक-दूसरे की जगह ले लें",
    next_reads_units: ({ wrong, more, ...layer }) =>
      `${at(layer)} में ${numbers(wrong)} ${single(wrong) ? "पढ़ी जाए" : "पढ़ी जाएँ"}${more ? ", और आगे की layers में भी एक ही direction" : ""}`,
    next_reads_matrices: ({ wrong, ...layer }) =>
      `${at(layer)} में ${numbers(wrong)} ${single(wrong) ? "पढ़ी जाए" : "पढ़ी जाएँ"}, मानो हर matrix का अपना output आगे जाता हो`,
    every_layer_like_the_first: () => "हर recurrent layer पहली जितनी गिनी जाए",
    one_direction: () => "एक ही direction गिनी जाए",
    directions_twice: () => "दोनों directions दो बार गिनी जाएँ",
    directions_share_input: () => "दोनों directions के input weights साझा माने जाएँ",
    half_units: () => "units दोनों directions में बाँट दी जाएँ",
    first_layer_only: () => "recurrent layers में से सिर्फ़ पहली गिनी जाए",
    last_layer_only: () => "recurrent layers में से सिर्फ़ आख़िरी गिनी जाए",
    only_recurrent: () => "सिर्फ़ recurrent layers गिनी जाएँ",
    without_embedding: () => "Embedding न गिनी जाए",
    without_output: ({ name }) => `आख़िरी layer (${name}) न गिनी जाए`,
    other_cell: ({ cells }) => `उन्हीं sizes के साथ recurrent layer के लिए ${list(cells, "या")} लिया जाए`,
    embedding_as_input: ({ wrong, ...layer }) => `${at(layer)} में पूरी vocabulary पढ़ी जाए, यानी ${numbers(wrong)}`,
    steps_as_input: ({ steps }) => `${several(steps, "time step")} को input का size मान लिया जाए`,
    steps_as_units: ({ steps }) => `${several(steps, "time step")} को units मान लिया जाए`,
    dense_no_bias: (layer) => (layer.more ? `${layer.name} के biases न गिने जाएँ` : `${named(layer)} का bias न गिना जाए`),
    dense_doubled: (layer) => `${named(layer)} की गिनती हर direction के लिए अलग से हो`,
    initial_state: () => "recurrent layers की पहली state भी गिनी जाए",
    no_bias_anywhere: () => "कोई bias न गिना जाए",
    bidirectional_overlooked: () => "Bidirectional पर ध्यान न दिया जाए",
    other_input: ({ k, size }) => `input ${number(size)} की जगह ${number(k)} हो`,
    other_vocabulary: ({ k, size }) => `vocabulary ${number(size)} की जगह ${number(k)} हो`,
    other_units: ({ k, size, ...layer }) => `${at(layer)} में ${number(size)} की जगह ${several(k, "unit")} हों`,
    output_layer: ({ o }) => `model के पीछे ${several(o, "unit")} की एक और dense layer हो, जो उसमें नहीं है`,
  },
  right: {
    no_second_bias: kept,
    second_bias: kept,
    no_bias: (layer) => amount({ ...layer, subject: "इनमें" }),
    one_bias_vector: kept,
    one_bias_number: () => "Bias vector में हर unit की एक संख्या है.",
    one_bias_number_per_matrix: () => "Bias vector में हर unit की एक संख्या है.",
    one_matrix: matrices,
    two_matrices: matrices,
    three_matrices: matrices,
    four_matrices: matrices,
    no_recurrent: ({ previous, ...layer }) =>
      previous === ""
        ? "एक step पहले का output भी पढ़ा जाता है."
        : `${capital(at(layer))} की हर unit एक step पहले का output भी पढ़ती है: ${numbers(previous)}.`,
    no_input: ({ reads, ...layer }) =>
      reads === "" ? "Input भी पढ़ा जाता है." : `${capital(at(layer))} की हर unit input भी पढ़ती है: ${numbers(reads)}.`,
    recurrent_vector: ({ previous, ...layer }) =>
      previous === "" ? "वह सारी संख्याएँ पढ़ती है." : `${capital(at(layer))} में वह कुल ${numbers(previous)} पढ़ती है.`,
    swapped: ({ units, reads, ...layer }) =>
      `${capital(at(layer))} में ${several(units, "unit")} ${are(units)}, और ${numbers(reads)} ${single(reads) ? "पढ़ी जाती है" : "पढ़ी जाती हैं"}.`,
    next_reads_units: ({ wrong, reads }) =>
      `Bidirectional layer से दोनों directions आगे जाती हैं: ${number(wrong)} + ${number(wrong)} = ${number(reads)}. Sum, product या average से मिलाने पर ${numbers(wrong)} ${single(wrong) ? "होती" : "होतीं"}.`,
    next_reads_matrices: ({ reads, ...layer }) =>
      `सब matrices से मिलकर एक ही output बनता है: ${at(layer)} में ${numbers(reads)} ${single(reads) ? "पढ़ी जाती है" : "पढ़ी जाती हैं"}.`,
    every_layer_like_the_first: ({ reads, wrong, ...layer }) =>
      `${capital(at(layer))} में ${numbers(reads)} ${single(reads) ? "पढ़ी जाती है" : "पढ़ी जाती हैं"}, पहली में ${number(wrong)}.`,
    one_direction: () => "Bidirectional layer में दो directions हैं, और हर एक के अपने weights हैं.",
    directions_twice: () => "दो ही directions हैं, और हर एक की गिनती एक बार होती है.",
    directions_share_input: () => "हर direction के अपने input weights हैं.",
    half_units: ({ units, ...layer }) =>
      `${capital(at(layer))} की हर direction में ${several(units, "unit")} ${are(units)}.`,
    first_layer_only: () => "",
    last_layer_only: () => "",
    only_recurrent: (layer) => amount({ ...layer, subject: "बाक़ी layers में" }),
    without_embedding: (layer) => amount(layer),
    without_output: (layer) => amount(layer),
    other_cell: () => "",
    embedding_as_input: ({ reads }) =>
      `हर शब्द पहले एक vector बनता है: उसमें ${numbers(reads)} ${single(reads) ? "पढ़ी जाती है" : "पढ़ी जाती हैं"}.`,
    steps_as_input: ({ reads, ...layer }) =>
      reads === "" ? "" : `हर step पर ${at(layer)} में ${numbers(reads)} ${single(reads) ? "पढ़ी जाती है" : "पढ़ी जाती हैं"}.`,
    steps_as_units: ({ units, ...layer }) =>
      `${capital(at(layer))} में ${several(units, "unit")} ${are(units)}, time steps चाहे जितने हों.`,
    dense_no_bias: (layer) => amount({ ...layer, subject: "हर unit का एक bias है:" }),
    dense_doubled: ({ reads }) =>
      `उसमें दोनों directions एक साथ पढ़ी जाती हैं, यानी ${numbers(reads)}, और हर unit का एक ही bias है.`,
    initial_state: () => "वह इस model के parameters में नहीं है.",
    no_bias_anywhere: () => "",
    bidirectional_overlooked: () => "दो directions हैं, हर एक के अपने weights हैं, और दोनों आगे जाती हैं.",
    other_input: () => "",
    other_vocabulary: () => "",
    other_units: () => "",
    output_layer: () => "",
  },
  comes: {
    sure: ({ made: [first, second] }) =>
      second ? `यह संख्या तब आती है जब दो बातें एक साथ हों: ${first}, और ${second}.` : `यह संख्या तब आती है जब ${first}.`,
    can: ({ made: [first] }) => `यह संख्या तब आ सकती है जब ${first}.`,
    too: ({ made: [first] }) => `यह तब भी आती है जब ${first}.`,
    fits: ({ made: [first, second] }) =>
      `यह संख्या तब भी आएगी जब ${first}${second ? `, और ${second}` : ""}. यह संयोग हो सकता है.`,
    about: ({ made: [first], value }) => `${number(value)} तब आता है जब ${first}.`,
  },
  alone: {
    right: ({ value, names, more }) => `${number(value)} सही है: ${frameworkNames(names, more)} की गिनती यही है.`,
    other_framework: ({ value, names, more, total, here }) =>
      `${number(value)}: ${frameworkNames(names, more)} की गिनती यही है. ${frameworkWithin(here)} में total ${number(total)} है.`,
    cells: ({ cells }) => `उन्हीं sizes के साथ ${list(cells, "या")} की गिनती भी यही है.`,
    optimizer: ({ total, trainable, here }) =>
      `Adam से train होने के बाद ${here} में यही total print होता है: ${number(total)}, Adam की 2 × ${number(trainable)} संख्याएँ, और 2 और. Model में ${number(total)} ही हैं.`,
    trainable_only: ({ difference, total }) =>
      `यह सिर्फ़ trainable parameters की गिनती है. जो train नहीं होते वे ${number(difference)} हैं; उन्हें मिलाकर total ${number(total)} है.`,
    time_steps: ({ k, total }) =>
      `यह ${number(total)} का ${number(k)} गुना है. सब time steps पर वही weights हैं: उनकी संख्या से कुछ गुणा नहीं होता.`,
    formula_times_units: ({ k, matrices, units, reads }) =>
      `${matrices === "1" ? "nm + n²" : `${number(matrices)}(nm + n²)`} में n को input का size ${number(reads)} और m को ${several(k, "time step")} मान लिया गया, और फल को units की संख्या ${number(units)} से गुणा किया गया. n units की संख्या है, m input का size, और time steps से कुछ गुणा नहीं होता.`,
    swapped: ({ total }) => `${number(total)} के आस-पास के दो अंक आपस में बदल गए हैं.`,
    missing: ({ total }) => `${number(total)} का एक अंक छूट गया है.`,
    doubled: ({ total }) => `${number(total)} का एक अंक दो बार आ गया है.`,
    nothing: ({ value }) => `हमें ऐसा कुछ नहीं मिला जिससे ${number(value)} आए.`,
    nothing_about: "जो हम जानते हैं उससे इनके बीच की कोई संख्या नहीं आती.",
    nearest: ({ value, names, difference, sign }) =>
      `सबसे पास: ${number(value)} (${names.length === 0 ? "सही संख्या" : list(names)}), ${number(difference)} ${sign === "more" ? "ज़्यादा" : "कम"}.`,
    factors: ({ difference, factors, place }) =>
      `${number(difference)} का अंतर ${factors.map(({ size }) => number(size)).join(" × ")} है: ${place > 0 ? `layer ${number(String(place))} में ` : ""}${factors.map(({ name }) => sizeNames[name]).join(" × ")}.`,
    one_digit: ({ total }) => `${number(total)} से इसका एक ही अंक अलग है.`,
    singles_only: "इतने बड़े model में सिर्फ़ एक-एक चूक ढूँढी गई, दो एक साथ नहीं.",
    wrong: ({ value, total }) => `इस model की गिनती ${number(value)} नहीं है: वह ${number(total)} है.`,
    about: ({ least, most }) => `गोल की हुई संख्या: ${number(least)} से ${number(most)} तक.`,
  },
  name: {
    no_second_bias: "हर matrix का एक bias vector",
    second_bias: "हर matrix के दो bias vectors",
    other_framework: "दूसरा framework",
    no_bias: "recurrent layers बिना biases के",
    one_bias_vector: "एक ही bias vector",
    next_reads_units: "अगली layer में एक ही direction",
    every_layer_like_the_first: "हर layer पहली जैसी",
    one_direction: "एक ही direction",
    first_layer_only: "सिर्फ़ पहली recurrent layer",
    without_embedding: "बिना Embedding के",
    without_output: "बिना आख़िरी dense layer के",
    only_recurrent: "सिर्फ़ recurrent layers",
    optimizer: "optimizer की संख्याओं के साथ",
    trainable_only: "सिर्फ़ trainable",
    three_matrices: "तीन matrices",
    four_matrices: "चार matrices",
    other_cell: "दूसरी तरह की recurrent layer",
    one_matrix: "एक matrix",
    no_recurrent: "पिछले step के बिना",
    swapped: "input और units आपस में बदले हुए",
    directions_share_input: "दोनों directions के साझा input weights",
    dense_no_bias: "dense layer बिना bias के",
    dense_doubled: "dense layer दोगुनी",
    directions_twice: "दोनों directions दो बार",
    half_units: "directions में बँटी हुई units",
    embedding_as_input: "vocabulary को input माना हुआ",
    one_bias_number_per_matrix: "हर matrix में bias की एक ही संख्या",
    one_bias_number: "bias की एक ही संख्या",
    initial_state: "पहली state के साथ",
    next_reads_matrices: "अगली layer में सब matrices",
    last_layer_only: "सिर्फ़ आख़िरी recurrent layer",
    recurrent_vector: "हर unit सिर्फ़ ख़ुद को पढ़ती हुई",
    two_matrices: "दो matrices",
    no_input: "input के बिना",
    steps_as_input: "time steps को input माना हुआ",
    steps_as_units: "time steps को units माना हुआ",
    time_steps: "time steps से गुणा",
    formula_times_units: "units से गुणा",
    digits: "अंकों की चूक",
    other_size: "दूसरा size",
    output_layer: "एक और dense layer",
  },
};
