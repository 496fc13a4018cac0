/** What every step of a derivation says, and why. */
import { withoutUnits } from "../../state/story.js";
import { reasons } from "./frameworks.js";
import { all, are, list, number, numeral, ordinal, several, single, size } from "./words.js";

/** @typedef {import("../../state/story.js").StepFacts} StepFacts */
/** @typedef {import("../en/steps.js").StepWords} StepWords */

/** @type {Record<string, Record<string, string>>} */
const gateNames = {
  LSTM: { i: "input i", f: "forget f", o: "output o" },
  GRU: { z: "update z", r: "reset r", u: "update u" },
  MGU: { f: "forget f" },
};

/** @param {string | undefined} count */
const numbers = (count) => `${size(count)} ${single(count) ? "संख्या" : "संख्याएँ"}`;

/** @param {StepFacts} facts */
function gatesWords({ layer, gates }) {
  const names = gates.filter((gate) => !gate.candidate).map(({ id }) => gateNames[layer.cell]?.[id] ?? id);
  const candidate = gates.find((gate) => gate.candidate)?.id ?? "";
  const kind =
    layer.cell === "LSTM"
      ? "cell candidate"
      : candidate.length > 1
        ? `${candidate.replace(/_/g, " ")} cell`
        : "candidate";
  return {
    gates: `${names.length} ${names.length === 1 ? "gate" : "gates"}`,
    named: names.length > 0 ? ` (${names.join(", ")})` : "",
    candidate: `1 ${kind}`,
    letter: candidate.length === 1 ? ` ${candidate}` : "",
  };
}

/**
 * How a framework keeps its matrices in one tensor; "" where each has its own.
 * @param {StepFacts} facts
 */
function fusedWords({ layer }) {
  const fused = layer.weights.find(({ role, gates }) => /weights/.test(role) && gates.length === layer.gates.length);
  if (!fused) return "";
  const sides = layer.weights.find(({ role }) => role === "recurrent_weights")?.shape.slice(-2) ?? [];
  const [rows, columns] = sides.map((side) => BigInt(side || 0));
  return rows > columns ? "एक के नीचे एक" : "अगल-बगल";
}

/** @type {Record<string, string>} */
const matricesWhy = {
  LSTM: "तीन gates तय करते हैं कि क्या भूलना है, क्या लिखना है और क्या दिखाना है; candidate ख़ुद नई सामग्री है. कुछ notes चारों को gates कहते हैं. गिनती के लिए सब एक जैसे हैं: हर एक छोटी dense layer है, और चारों का size बराबर है.",
  GRU: "सब कुछ LSTM जैसा है, बस 4 की जगह 3 matrices हैं. कुछ notes reset gate को relevance gate कहते हैं, और candidate को output cell.",
  MGU: "Minimal gated unit में एक gate है, जो भूलने और reset करने का काम साथ करता है (Zhou et al. 2016). बाक़ी सब GRU जैसा है, बस 3 की जगह 2 matrices हैं.",
};
const coupledWhy =
  "Input gate, forget gate से जुड़ा है: वह एक में से उस gate को घटाने पर मिलता है, इसलिए उसे अपने weights नहीं चाहिए (Greff et al. 2015).";

/** @param {StepFacts} facts */
function matricesWords(facts) {
  const { layer, gates } = facts;
  const words = gatesWords(facts);
  const names = layer.weights.filter((weight) => weight.role === "weights").map((weight) => weight.name);
  const order = gates.map((gate) => gate.id).join(", ");
  const fused = fusedWords(facts);
  const parts = `${words.gates}${words.named} और ${words.candidate}${words.letter}`;
  let sentence = `${layer.cell} में ${parts} हैं`;
  if (facts.both) sentence = `हर direction में ${words.gates} और ${words.candidate}.`;
  else if (names.length > 1 && names.length === gates.length)
    sentence += `; हर एक की अपनी weight matrix है: ${names.join(", ")}.`;
  else if (fused !== "") sentence += `, ${fused} रखे हुए, इस क्रम में: ${order}.`;
  else sentence += ".";
  const coupled = layer.cell === "LSTM" && layer.rule.matrices === "3";
  const why = coupled ? coupledWhy : (matricesWhy[layer.cell] ?? "");
  return { title: `${numeral(layer.rule.matrices)} weight matrices`, sentence, why };
}

/** @param {StepFacts} facts */
function readsWords(facts) {
  const { layer, words } = facts;
  const { bias } = layer.rule;
  const title = "हर unit क्या पढ़ती है";
  if (!facts.recurrent) {
    const bits = `आने वाली ${numbers(layer.input)}`;
    return {
      title,
      sentence: `हर unit ${bits} पढ़ती है${bias === "0" ? "." : ", और अपने bias के लिए एक स्थिर 1."}`,
      why: "यहाँ time steps और gates नहीं हैं: आने वाली हर संख्या के लिए एक weight.",
    };
  }
  const biases = layer.weights.filter(({ role, direction }) => role === "bias" && direction !== "backward");
  const sides =
    biases.length === 2
      ? list(biases.map(({ name }) => name.replace(/_l[0-9]+$/, "")))
      : "एक input की तरफ़, एक recurrent की तरफ़";
  const read = `पिछले activations ${words.previous} (${numbers(facts.previous)})`;
  const now = `input ${words.current} (${numbers(layer.input)})`;
  let sentence = `हर time step पर हर unit ${read} और ${now} पढ़ती है`;
  if (bias === "0") sentence += ". Bias नहीं है.";
  else if (bias === "2") sentence += `, और दो biases: ${sides}.`;
  else sentence += `, और अपने bias के लिए एक स्थिर 1: concat[${words.previous}, ${words.current}], + 1.`;
  if (facts.both)
    sentence += ` Unit सिर्फ़ अपनी direction के पिछले activations पढ़ती है: ${size(facts.previous)}, ${size(facts.twice)} नहीं.`;
  return { title, sentence, ...readsWhy(facts) };
}

/** @param {StepFacts} facts */
function readsWhy({ layer, words, name, reason, choosesReset, without, value }) {
  const reads = value("reads");
  const same = reads ? `वही ${several(reads, "weight")}` : "वही weights";
  const steps = `Time steps की संख्या कहीं नहीं आती: हर step पर ${same} काम आते हैं.`;
  if (layer.rule.bias !== "2") {
    const vector = `एक के नीचे एक लिखें तो ${words.previous} और ${words.current} मिलकर ${numbers(without)} का एक vector हैं; unit को हर संख्या के लिए एक weight चाहिए`;
    return {
      why: `${vector}${layer.rule.bias === "0" ? "." : ", और उसका bias एक स्थिर 1 पर लगा weight है."} ${steps}`,
    };
  }
  const [tensor, other] = layer.weights.filter(({ role, direction }) => role === "bias" && direction !== "backward");
  const ask = "दो क्यों?";
  if (choosesReset && !other && tensor) {
    return {
      ask,
      why: `reset_after=True में reset gate recurrent हिस्से को उसका bias जुड़ने के बाद गुणा करता है, इसलिए candidate को उस तरफ़ भी एक bias चाहिए; ${name} तीनों के लिए एक-एक रखता है, एक ही tensor ${tensor.name} में, जिसका shape (${tensor.shape.map(size).join(", ")}) है. reset_after=False में एक bias है, जैसा notes में.`,
    };
  }
  const adds = `${name} एक bias input की तरफ़ और एक hidden की तरफ़ जोड़ता है.`;
  return {
    ask,
    why:
      layer.cell === "GRU"
        ? `${adds} Candidate में उनके बीच reset gate आ सकता है; दोनों gates में वे सिर्फ़ आपस में जोड़े जाते हैं.`
        : `${adds} वे आपस में जोड़े जाते हैं, इसलिए दूसरे से network कुछ नया नहीं कर पाता. ${reasons[reason] ?? ""}`,
  };
}

/** @param {StepFacts} facts */
function matrixWords(facts) {
  const { layer } = facts;
  const row = number(facts.value("reads"));
  if (layer.cell === "Embedding") {
    return {
      title: "यह table",
      sentence: `${several(layer.input, "word")} में से हर एक के लिए ${numbers(layer.units)} की एक row.`,
      why: "Embedding सिर्फ़ एक row ढूँढती है. कुछ जोड़ा नहीं जाता, इसलिए bias नहीं है.",
    };
  }
  if (layer.rule.vectors !== "0" && layer.rule.vectors !== "") {
    const four = layer.rule.vectors === "4";
    const kinds = four ? "एक scale, एक shift, एक moving mean और एक moving variance" : "एक scale और एक shift";
    return {
      title: `हर feature की ${numeral(layer.rule.vectors)} संख्याएँ`,
      sentence: `${several(layer.input, "feature")} में से हर एक में ${kinds}.`,
      why: four
        ? "Moving mean और variance नापे जाते हैं, train नहीं होते; फिर भी गिने जाते हैं."
        : "जो सिर्फ़ नापा जाता है (running mean और variance), वह यहाँ नहीं गिना जाता.",
    };
  }
  if (layer.units === "" && layer.cell === "Dropout") return nothingWords(facts);
  const seen =
    layer.rule.bias === "0"
      ? ""
      : layer.rule.bias === "2"
        ? ", जिसके आख़िरी दो columns biases हैं"
        : ", जिसका आख़िरी column bias है";
  return {
    title: layer.rule.matrices === "1" ? "अकेली weight matrix" : "एक matrix",
    sentence: row
      ? `इसमें ${several(layer.units, "unit")} ${are(layer.units)}, और हर unit के ${several(facts.value("reads"), "weight")} हैं.`
      : "हर unit का हर पढ़ी गई संख्या के लिए एक weight है.",
    why: row
      ? `${several(layer.units, "unit")} में से हर एक के लिए ${row} की एक row: ${size(layer.units)} × ${row} की matrix${seen}.`
      : "हर unit की एक row, और उसमें unit की पढ़ी हर संख्या के लिए एक weight.",
  };
}

/** @param {StepFacts} facts */
function nothingWords({ layer }) {
  return {
    title: "सीखने को कुछ नहीं",
    sentence: `${layer.name} में parameters नहीं हैं.`,
    why: `${layer.name} गुज़रती संख्याओं को बदलता है, अपने weights के बिना.`,
  };
}

/** @param {StepFacts} facts */
function totalWords({ layer, both }) {
  const every = all(layer.rule.matrices);
  return {
    title: `${every}${both ? ", एक direction में" : ""}`,
    sentence: `${every} matrices का size बराबर है.`,
    why: `${every} matrices सभी units की हैं, इसलिए हर एक पूरी गिनी जाती है.`,
  };
}

/** @param {StepFacts} facts */
function directionsWords({ layer }) {
  return {
    title: "दोनों directions",
    sentence: "Formula वही है; layer sequence को आगे से और पीछे से पढ़ती है, हर direction में अपने weights के साथ.",
    why: `पीछे की direction एक दूसरा ${layer.cell} है, जो sequence के अंत से शुरू होता है. दोनों में कुछ भी साझा नहीं, इसलिए गिनती ठीक दुगुनी होती है.`,
  };
}

/** @param {StepFacts} facts */
function handedOnWords({ place, before, words, layer, handed }) {
  const title = `Layer ${ordinal(place - 1)} आगे क्या देती है`;
  const next = `यही layer ${ordinal(place)} का ${words.input} है.`;
  const why = "Layer हर unit की एक संख्या आगे देती है. अगली layer को सिर्फ़ इसकी चौड़ाई से मतलब है, parameters की गिनती से नहीं.";
  const width = numbers(layer.input);
  const parts = handed.map(size);
  if (before && withoutUnits.includes(before.cell))
    return { title, sentence: `${before.name} चौड़ाई नहीं बदलता: ${width}. ${next}`, why };
  if (before?.cell === "Embedding") return { title, sentence: `हर शब्द के लिए table की एक row: ${width}. ${next}`, why };
  if (parts.length > 1) {
    return {
      title,
      sentence: `दोनों directions की units, एक के बाद एक: concat(${parts.join(", ")}). ${next}`,
      why: `${why} Concat की जगह sum, product या average से मिलाने पर चौड़ाई ${parts[0]} ही रहती.`,
    };
  }
  if (before?.directions === "2")
    return { title, sentence: `दोनों directions की units, ${before.merge_mode} से मिलाई हुई: ${width}. ${next}`, why };
  if (before?.weights.some((weight) => weight.role === "projection"))
    return { title, sentence: `Projection के बाद का output: ${width}. ${next}`, why };
  return { title, sentence: `हर unit की एक संख्या. ${next}`, why };
}

const closing = {
  title: "Layers को जोड़ें",
  sentence: "हर layer के अपने weights हैं, इसलिए total उन सबका जोड़ है.",
  why: "",
};

/** @type {Record<import("../../engine.js").Step["kind"], (facts: StepFacts) => StepWords>} */
const steps = {
  handed_on: handedOnWords,
  matrices: matricesWords,
  reads: readsWords,
  matrix: matrixWords,
  matrices_total: totalWords,
  biases: ({ layer }) => ({
    title: "Biases अलग से",
    sentence: `${several(layer.rule.bias_vectors, "bias vector")}, हर एक में हर unit की एक संख्या.`,
    why: "यहाँ हर matrix के biases एक जैसे नहीं हैं, इसलिए वे bracket के अंदर नहीं आ सकते: वे अलग से गिने जाते हैं.",
  }),
  peepholes: ({ layer }) => ({
    title: "Peepholes भी",
    sentence: `जिन ${numeral(layer.rule.peepholes ?? "")} gates में peephole है, उनमें से हर एक cell state भी देखता है: हर unit और gate का एक weight.`,
    why: "Peephole unit को सिर्फ़ उसके अपने cell से जोड़ता है, इसलिए वह vector है, matrix नहीं (Gers and Schmidhuber 2000).",
  }),
  normalization: ({ layer }) => ({
    title: "Layer normalization भी",
    sentence: `Gates तक जो पहुँचता है, वह normalise होता है: ${several(String(Number(layer.rule.normalization) / 2), "normalization")}, हर एक में हर unit का एक gain और एक shift.`,
    why: "Normalization से scale और mean खो जाते हैं; gain और shift से network नए चुन सकता है (Ba et al. 2016).",
  }),
  projection: () => ({
    title: "Projection भी",
    sentence: "एक और matrix output को आगे देने से पहले सँकरा करती है.",
    why: "अगला step और अगली layer projection के बाद का output पढ़ते हैं, इसलिए उनकी matrices छोटी हैं (Sak et al. 2014).",
  }),
  unused: () => ({
    title: "रखा हुआ, कभी इस्तेमाल नहीं",
    sentence: "Layer एक ऐसा हिस्सा भी रखती है जिसे उसका forward pass कभी नहीं पढ़ता.",
    why: "Framework के लिए यह भी parameter है, इसलिए गिना जाता है; training से layer के काम में इसके कारण कभी कुछ नहीं बदलता.",
  }),
  layer_sum: () => ({ title: "Layer को जोड़ें", sentence: "इस layer के सारे हिस्से एक साथ.", why: "" }),
  directions: directionsWords,
  sum: () => closing,
};

/** @type {typeof import("../en/steps.js").stepMessages} */
export const stepMessages = {
  step: (step, facts) => (facts.nothing ? nothingWords(facts) : steps[step.kind](facts)),
  closing,
  why: "क्यों?",
  asInLayer: (place) => `layer ${number(place)} जैसा`,
};
