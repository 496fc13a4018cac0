/** What every step of a derivation says, and why. */
import { withoutUnits } from "../../state/story.js";
import { reasons } from "./frameworks.js";
import { article, capital, number, numeral, ordinal, several, size } from "./words.js";

/** @typedef {import("../../engine.js").Step} Step */
/** @typedef {import("../../state/story.js").StepFacts} StepFacts */
/** @typedef {{ title: string, sentence: string, why: string, ask?: string }} StepWords `ask`: the why's own question */

/** @type {Record<string, Record<string, string>>} */
const gateNames = {
  LSTM: { i: "input i", f: "forget f", o: "output o" },
  GRU: { z: "update z", r: "reset r", u: "update u" },
  MGU: { f: "forget f" },
};

/**
 * Things that were counted before: "the 32 units"; of a single one "1 unit", after "each of".
 * @param {string} count
 * @param {string} thing
 */
const the = (count, thing) => `${count === "1" ? "" : "the "}${several(count, thing)}`;

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
  return rows > columns ? "one under the other" : "side by side";
}

/** @type {Record<string, string>} */
const matricesWhy = {
  LSTM: "The three gates decide what to forget, what to write and what to show; the candidate is the new content itself. Some notes call all four gates. For counting they are alike: each is a small dense layer, and all four have the same size.",
  GRU: "Everything is as in the LSTM, with 3 matrices instead of 4. Some notes call the reset gate the relevance gate, and the candidate the output cell.",
  MGU: "A minimal gated unit has one gate, which forgets and resets at once (Zhou et al. 2016). Everything else is as in the GRU, with 2 matrices instead of 3.",
};
const coupledWhy =
  "The input gate is coupled to the forget gate: it is one minus that gate, so it needs no weights of its own (Greff et al. 2015).";

/** @param {StepFacts} facts */
function matricesWords(facts) {
  const { layer, gates } = facts;
  const words = gatesWords(facts);
  const names = layer.weights.filter((weight) => weight.role === "weights").map((weight) => weight.name);
  const order = gates.map((gate) => gate.id).join(", ");
  const fused = fusedWords(facts);
  let sentence = `${capital(article(layer.cell))} has ${words.gates}${words.named} and ${words.candidate}${words.letter}`;
  if (facts.both) sentence = `${words.gates} and ${words.candidate}, in each direction.`;
  else if (names.length > 1 && names.length === gates.length)
    sentence += `; each has a weight matrix of its own: ${names.join(", ")}.`;
  else if (fused !== "") sentence += `, kept ${fused} in the order ${order}.`;
  else sentence += ".";
  const coupled = layer.cell === "LSTM" && layer.rule.matrices === "3";
  const why = coupled ? coupledWhy : (matricesWhy[layer.cell] ?? "");
  return { title: `${capital(numeral(layer.rule.matrices))} weight matrices`, sentence, why };
}

/** @param {StepFacts} facts */
function readsWords(facts) {
  const { layer, words } = facts;
  const { bias } = layer.rule;
  if (!facts.recurrent) {
    const sentence = `Each unit reads the ${several(layer.input, "number")} that ${layer.input === "1" ? "comes" : "come"} in${bias === "0" ? "." : ", and a constant 1 for its bias."}`;
    return {
      title: "What each unit reads",
      sentence,
      why: "There are no time steps and no gates here: one weight for each number that comes in.",
    };
  }
  const biases = layer.weights.filter(({ role, direction }) => role === "bias" && direction !== "backward");
  const sides =
    biases.length === 2
      ? biases.map(({ name }) => name.replace(/_l[0-9]+$/, "")).join(" and ")
      : "one on the input side, one on the recurrent side";
  let last =
    bias === "0"
      ? " There is no bias."
      : `a constant 1 for its bias: concat[${words.previous}, ${words.current}], + 1.`;
  if (bias === "2") last = `two biases: ${sides}.`;
  const read = `the previous activations ${words.previous} (${several(facts.previous, "number")})`;
  const now = `the input ${words.current} (${several(layer.input, "number")})`;
  let sentence =
    bias === "0"
      ? `At every time step each unit reads ${read} and ${now}.${last}`
      : `At every time step each unit reads ${read}, ${now}, and ${last}`;
  if (facts.both)
    sentence += ` A unit reads the previous activations of its own direction only: ${size(facts.previous)}, not ${size(facts.twice)}.`;
  return { title: "What each unit reads", sentence, ...readsWhy(facts) };
}

/** @param {StepFacts} facts */
function readsWhy({ layer, words, name, reason, choosesReset, without, value }) {
  const reads = value("reads");
  const steps = `The number of time steps does not appear: the same ${reads ? several(reads, "weight") : "weights"} are used at every step.`;
  if (layer.rule.bias !== "2") {
    const vector = `Written one under the other, ${words.previous} and ${words.current} are one vector of ${size(without)} numbers; a unit needs one weight for each`;
    return {
      why: `${vector}${layer.rule.bias === "0" ? "." : ", and its bias is a weight on a constant 1."} ${steps}`,
    };
  }
  const [tensor, other] = layer.weights.filter(({ role, direction }) => role === "bias" && direction !== "backward");
  if (choosesReset && !other && tensor) {
    return {
      ask: "Why two?",
      why: `With reset_after=True the reset gate multiplies the recurrent part after its bias has been added, so the candidate needs a bias on that side too; ${name} stores one for all three, in one tensor ${tensor.name} of shape (${tensor.shape.map(size).join(", ")}). With reset_after=False there is one bias, as in the notes.`,
    };
  }
  const adds = `${name} adds one bias on the input side and one on the hidden side.`;
  return {
    ask: "Why two?",
    why:
      layer.cell === "GRU"
        ? `${adds} In the candidate the reset gate may stand between them; in the two gates they are simply added to each other.`
        : `${adds} They are added to each other, so the second lets the network do nothing new. ${reasons[reason] ?? ""}`,
  };
}

/** @param {StepFacts} facts */
function matrixWords(facts) {
  const { layer } = facts;
  const row = number(facts.value("reads"));
  if (layer.cell === "Embedding") {
    return {
      title: "The table",
      sentence: `A row of ${several(layer.units, "number")} for each of ${the(layer.input, "word")}.`,
      why: "An embedding only looks a row up. Nothing is added, so there is no bias.",
    };
  }
  if (layer.rule.vectors !== "0" && layer.rule.vectors !== "") {
    const kinds =
      layer.rule.vectors === "4" ? "a scale, a shift, a moving mean and a moving variance" : "a scale and a shift";
    return {
      title: `${capital(numeral(layer.rule.vectors))} numbers per feature`,
      sentence: `Each of ${the(layer.input, "feature")} has ${kinds}.`,
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
      ? `It has ${several(layer.units, "unit")}, and each unit has ${several(facts.value("reads"), "weight")}.`
      : "Each unit has one weight for every number that it reads.",
    why: row
      ? `One row of ${row} for each of ${the(layer.units, "unit")}: a ${size(layer.units)} × ${row} matrix${seen}.`
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
  const title = `What layer ${ordinal(place - 1)} hands on`;
  const next = `That is layer ${ordinal(place)}'s ${words.input}.`;
  const why =
    "A layer hands on one number per unit. Only its width matters to the next layer, not its parameter count.";
  const width = several(layer.input, "number");
  const parts = handed.map(size);
  if (before && withoutUnits.includes(before.cell))
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

/** @type {Record<import("../../engine.js").Step["kind"], (facts: StepFacts) => StepWords>} */
const steps = {
  handed_on: handedOnWords,
  matrices: matricesWords,
  reads: readsWords,
  matrix: matrixWords,
  matrices_total: totalWords,
  biases: ({ layer }) => ({
    title: "The biases",
    sentence: `${several(layer.rule.bias_vectors, "bias vector")}, one number per unit in each.`,
    why: "Here the biases are not the same for every matrix, so they cannot be a part of the bracket: they are counted by themselves.",
  }),
  peepholes: ({ layer }) => ({
    title: "Peepholes",
    sentence: `Each of the ${numeral(layer.rule.peepholes ?? "")} gates that have one also looks at the cell state: one weight per unit and gate.`,
    why: "A peephole joins a unit to its own cell only, so it is a vector, not a matrix (Gers and Schmidhuber 2000).",
  }),
  normalization: ({ layer }) => ({
    title: "Layer normalization",
    sentence: `What reaches the gates is normalised: ${several(String(Number(layer.rule.normalization) / 2), "normalization")}, each with a gain and a shift per unit.`,
    why: "A normalization forgets scale and mean; the gain and the shift let the network choose new ones (Ba et al. 2016).",
  }),
  projection: () => ({
    title: "The projection",
    sentence: "One more matrix makes the output narrower before it is handed on.",
    why: "The next step and the next layer read the projected output, so their matrices are smaller (Sak et al. 2014).",
  }),
  unused: () => ({
    title: "Stored, never used",
    sentence: "The layer also keeps a part that its forward pass never reads.",
    why: "It is a parameter to the framework all the same, so it is counted; training never changes what the layer does by it.",
  }),
  layer_sum: () => ({ title: "Add up the layer", sentence: "The parts of this layer together.", why: "" }),
  directions: directionsWords,
  sum: () => closing,
};

export const stepMessages = {
  /** @param {Step} step @param {StepFacts} facts @returns {StepWords} */
  step: (step, facts) => (facts.nothing ? nothingWords(facts) : steps[step.kind](facts)),
  closing,
  why: "Why?",
  /** @param {string} place */
  asInLayer: (place) => `as in layer ${number(place)}`,
};
