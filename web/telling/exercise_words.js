/** An exercise in words: its layers without the widths that are asked for, the names of its blanks, what is said of a wrong answer, and hints. */
import { plain } from "./blanks.js";
import { findingsTold } from "./diagnosis.js";
import { hintsOf, isOfValues, isTotal, shownSteps, sumBase, withBiases, withOutputs } from "./exercise.js";
import { fullLayer } from "./facts.js";
import { lookOf, placeOf } from "./looks.js";
import { closingPath } from "./outline.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("./exercise.js").Blank} Blank */
/** @typedef {import("./exercise.js").Finding} Finding */
/** @typedef {import("./exercise.js").Shown} Shown */
/** @typedef {import("../messages/languages.js").ExercisingMessages} Words */
/** @typedef {{ answer: Answer, blanks: Blank[] }} Exercise */
/** @typedef {{ base: string, title: string, steps: Shown[] }} Part */

/** @param {number} index @param {Answer} answer */
const codeOf = (index, { layers, written, fields }) => {
  const { start, end } = written[layers[index].origin];
  return fields.layers.slice(start, end).replace(/,(?=\S)/g, ", ");
};

/**
 * The layers one after the other, and the sum over them.
 * @param {Exercise} exercise
 * @param {Words} m
 * @returns {Part[]}
 */
export function exerciseParts({ answer, blanks }, m) {
  const { layers, runs, steps } = answer;
  if (blanks.some(isTotal)) {
    const [sum] = shownSteps(steps.slice(0, 1), sumBase, blanks, new Set());
    return [{ base: sumBase, title: "", steps: [{ ...sum, kind: "total", words: undefined, pieces: [] }] }];
  }
  /** @type {Set<string>} */
  const known = new Set();
  const name = (/** @type {number} */ index) => String(index + 1);
  const parts = runs.map(({ first, last, like }) => {
    const base = `layers.${first}.steps.`;
    if (like >= 0)
      return { base, title: m.repeats({ first: name(first), last: name(last), like: name(like) }), steps: [] };
    const together = layers.flatMap(({ origin }, index) => (origin === layers[first].origin ? [index] : []));
    const places = { place: String(together.indexOf(first) + 1), of: String(together.length) };
    const layer = { layer: name(first), code: codeOf(first, answer), ...places };
    if (layers[first].total === "0" && !blanks.some(({ ref }) => ref.startsWith(base)))
      return { base, title: m.empty(layer), steps: [] };
    const title = layers.length > 1 ? m.layer(layer) : "";
    const { steps } = layers[first];
    const shown = shownSteps(steps, base, blanks, known);
    const outputs = first > 0 ? m.outputs({ layer: name(first - 1) }) : "";
    return {
      ...{ base, title },
      steps: shown.map((step, place) => {
        const words = withOutputs(step.words, steps[place], outputs);
        return { ...step, words: withBiases(words, step, m.biases) };
      }),
    };
  });
  if (layers.length < 2) return parts;
  return [...parts, { base: sumBase, title: "", steps: shownSteps(steps.slice(0, 1), sumBase, blanks, known) }];
}

/** The topics that have a name of their own. @type {Partial<Record<string, keyof Words["step"]>>} */
const named = {
  ...{ reads: "reads", matrix: "matrix", matrices_total: "matrices_total" },
  ...{ directions: "directions", peepholes: "peepholes", projection: "projection", normalization: "normalization" },
  ...{ biases: "biases", bias: "biases", candidate_bias: "biases", gate_biases: "biases" },
  ...{ projections: "projections", output_projection: "output_projection", slopes: "slopes" },
  ...{ depthwise: "depthwise", pointwise: "pointwise" },
  ...{ layer_sum: "layer_sum", sum: "sum", total: "total" },
};

/**
 * What a step is about.
 * @param {{ path: string, kind: string }} step
 * @param {Exercise} exercise
 * @param {Words} m
 */
export function stepName({ path, kind }, { answer: { layers }, blanks }, m) {
  const { layer } = placeOf(path);
  if (kind === "directions" && blanks.some(isOfValues)) return m.step.both;
  if (kind === "matrices") return m.step.matrices({ both: layers[layer - 1].directions === "2" });
  if (kind === "handed_on") return m.step.handed_on({ layer: String(layer - 1) });
  const steps = layers[layer - 1]?.steps ?? [];
  const count = (/** @type {string} */ kind) => steps.filter((step) => step.kind === kind).length;
  if (kind === "matrix" && count("matrices") === 0) return m.step.weights;
  if (kind === "reads" && fullLayer(layers, layer - 1).window.length > 0) return m.step.reads_filter;
  return /** @type {string} */ (m.step[named[kind] ?? "other"]);
}

/** The accessible name of a blank, which tells no number that is asked for. @param {Blank} blank @param {Exercise} exercise @param {Words} m */
export function nameOfBlank(blank, { answer, blanks }, m) {
  if (isTotal(blank)) return m.step.total;
  if (blank.ref === closingPath) return m.step.sum;
  const own = blanks.filter(({ ref }) => ref === blank.ref);
  const { layer, step } = placeOf(blank.ref);
  const { kind } = answer.layers[layer - 1].steps[step - 1];
  return m.blank({
    layer: answer.layers.length > 1 ? String(layer) : "",
    step: stepName({ path: blank.ref, kind }, { answer, blanks }, m),
    place: own.findIndex(({ id }) => id === blank.id) + 1,
    of: own.length,
  });
}

/** What is behind each slip. @type {Partial<Record<string, keyof Words["idea"]>>} */
const ideas = {
  ...{ one_matrix: "gates", two_matrices: "gates", three_matrices: "gates" },
  ...{ no_bias: "bias", no_second_bias: "second_bias" },
  ...{ one_bias_vector: "biases", one_bias_number: "biases", one_bias_number_per_matrix: "biases" },
  ...{ next_reads_units: "both_on", every_layer_like_the_first: "before" },
  ...{ one_direction: "directions", directions_share_input: "directions", directions_twice: "directions_once" },
  ...{ half_units: "all_units", no_recurrent: "step_before", no_input: "input" },
  ...{ swapped: "swapped", first_layer_only: "every_layer", last_layer_only: "every_layer" },
  ...{ only_recurrent: "every_layer", without_embedding: "every_layer", without_output: "every_layer" },
  ...{ embedding_as_input: "vector", steps_as_input: "time_steps", steps_as_units: "time_steps" },
  ...{ dense_no_bias: "dense", dense_doubled: "dense", initial_state: "state" },
};

/** Slips of which a wrong factor's own sentence says what is behind them. @type {Partial<Record<string, keyof Words["slip"]>>} */
const asOfFactors = { second_bias: "no_second", next_reads_matrices: "one_output", recurrent_vector: "all_units" };

/**
 * What is behind a slip, "" where nothing general is; with fewer matrices than an LSTM has, or more than a GRU.
 * @param {string} id
 * @param {string} matrices that the layer has
 * @param {Words} m
 */
function ideaOf(id, matrices, m) {
  if (id === "four_matrices") return matrices === "3" ? m.idea.as_lstm : "";
  const same = asOfFactors[id];
  if (same) return /** @type {string} */ (m.slip[same]);
  const idea = ideas[id];
  return idea === undefined || (idea === "gates" && BigInt(matrices || "0") < 3n) ? "" : m.idea[idea];
}

/** Slips of which the idea alone says enough, of a step. @type {ReadonlySet<string>} */
const plainly = new Set(["no_bias", "second_bias", "no_second_bias", "no_recurrent", "no_input", "recurrent_vector"]);

/** Slips about what a layer reads: what is said of them elsewhere names the number. @type {Partial<Record<string, keyof Words["slip"]>>} */
const ofReading = {
  ...{ next_reads_units: "both_on", next_reads_matrices: "one_output" },
  ...{ every_layer_like_the_first: "first_input", embedding_as_input: "before" },
};

/**
 * What a wrong value of a step suggests; where no slip gives it, what to look at.
 * @param {Finding} finding
 * @param {Pick<Blank, "ref" | "typed">} blank
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @param {Words & { diagnosis: import("../messages/languages.js").DiagnosisMessages }} m
 * @param {import("../messages/languages.js").SupplementMessages["exercise"]["notYet"]} notYet
 */
export function valueWords({ id, ids }, { ref, typed }, answer, catalog, m, notYet) {
  const look = lookOf(ref, answer);
  const several = answer.layers.length > 1;
  if (id === "value")
    return say(notYet, look.id === "steps" && several ? { ...look, id: /** @type {const} */ ("steps_here") } : look);
  const reading = id === "slip" ? ofReading[ids[0]] : undefined;
  if (id !== "slip" || reading) return slipWords({ id: reading ?? id, ids }, m);
  if (plainly.has(ids[0])) return ideaOf(ids[0], "", m);
  const value = plain(typed);
  const place = placeOf(ref).layer - 1;
  const where = place < 0 ? [] : [`layers.${place}.steps.0`];
  /** @type {any} */
  const finding = {
    ids: ids.slice(0, 1),
    where,
    value,
    strength: "can",
    also: [],
    frameworks: [],
    cells: [],
    steps: [],
    changed: [1],
  };
  const [{ made }] = findingsTold(
    /** @type {any} */ ({ findings: [finding], total: "", about: false }),
    answer,
    catalog,
  );
  const clauses = made.map((one) => say(/** @type {any} */ (m.diagnosis.made), /** @type {any} */ (one)));
  return m.diagnosis.comes.can({ made: clauses, value });
}

/** @param {Finding} finding @param {Words} m */
export const slipWords = ({ id }, m) => say(/** @type {any} */ (m.slip), /** @type {any} */ ({ id }));

/** What was given of hints so far; of the whole answer the field itself tells. @param {Blank} blank @param {Answer} answer @param {Catalog} catalog @param {Words} m */
export const hintWords = (blank, answer, catalog, m) =>
  blank.hints === 0 ? "" : say(m.hint, ...hintsOf(blank, answer, catalog).slice(0, blank.hints));

/** What would name the right total elsewhere. @type {Record<string, keyof Words["slip"]>} */
const ofTotals = {
  ...{ other_framework: "elsewhere", time_steps: "times_steps", formula_times_units: "other_letters" },
  ...{ digits: "digits", optimizer: "optimizer", trainable_only: "trainable_only" },
};

/**
 * What a wrong total suggests, the idea behind it, and who counts so: in sentences that do not tell the right one.
 * @param {import("../engine.js").Diagnosis} diagnosis
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @param {Words & { diagnosis: import("../messages/languages.js").DiagnosisMessages }} m
 * @returns {{ ids: string[], sentence: string }}
 */
export function diagnosedTotal(diagnosis, answer, catalog, m) {
  const [first] = findingsTold(diagnosis, answer, catalog);
  if (!first) return { ids: [], sentence: m.slip.total };
  const { ids } = first.finding;
  const clauses = first.made.map((one) => say(/** @type {any} */ (m.diagnosis.made), /** @type {any} */ (one)));
  const { value } = first.finding;
  const whose = first.alone.flatMap((one) =>
    (one.id === "right" || one.id === "other_framework") && one.names.length > 0 ? [m.counts(one)] : [],
  );
  const sentence = (/** @type {string[]} */ ...sentences) => ({ ids, sentence: sentences.filter(Boolean).join(" ") });
  if (clauses.length > 0 && first.comes !== "") {
    const idea = ids.length === 1 ? ideaOf(ids[0], first.made[0].matrices, m) : "";
    return sentence(m.diagnosis.comes[first.comes]({ made: clauses, value }), idea, ...whose);
  }
  if (ids[0] === "other_framework" && whose.length > 0) return sentence(...whose, m.idea.elsewhere);
  return sentence(m.slip[ofTotals[ids[0]] ?? "total"]);
}
