/**
 * The layers of a model as the rows of a table: what each hands on, how many parameters it has, how many of them are trained; neighbours
 * that repeat an earlier layer in one row where there are many. No formula here.
 */
import { short } from "../messages/numbers.js";
import { kindOf, widthOf } from "./facts.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {Answer["layers"][number]} AnyLayer */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/**
 * @typedef {{
 *   first: number, last: number, layer: number, name: string, sizes: string[][], both: boolean, way: AnyLayer["way"], widths: string[], steps: string,
 *   total: string, trainable: string, apart: boolean, tenths: string,
 * }} LayerRow `first`, `last`: from 1; `layer`: the index of the one that is derived; `name`: the framework's; `sizes`: what a name has
 * in brackets, each as one number or as the sides of a window; `widths`: of what it hands on, of each direction where they stand side
 * by side, or, `apart`, as two outputs; `steps`: how many time steps that has, "" where it is not known or none; `total`, `trainable`: of all of them, "" where
 * that is not known; `tenths`: of a percent of the model's total, "" where that has none
 */

/** So many layers have a row each; of more, equal neighbours are one row. */
const mostRows = 20;

/**
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @param {boolean} [each] every layer has a row of its own
 * @returns {LayerRow[]}
 */
export function layerRows(answer, catalog, each = false) {
  const { layers, runs, total } = answer;
  const alone = layers.map(({ like }, index) => ({ first: index, last: index, like }));
  return (each || layers.length <= mostRows ? alone : runs).map(({ first, last, like }) => {
    const layer = layers[first];
    const times = (/** @type {string} */ count) => count && String(BigInt(count) * BigInt(last - first + 1));
    const sum = times(layer.total);
    return {
      ...{ first: first + 1, last: last + 1, layer: like < 0 ? first : like },
      name: layer.name || answer.written[layer.origin].name,
      sizes: sizesOf(layer, answer, catalog),
      both: layer.directions === "2",
      way: layer.way,
      widths: widthsOf(layer),
      steps: layer.hands_on.steps,
      ...{ total: sum, trainable: times(layer.trainable), apart: layer.merge_mode === "none" },
      tenths: sum === "" || total === "" || total === "0" ? "" : tenthsOf(BigInt(sum), BigInt(total)),
    };
  });
}

/**
 * A share in tenths of a percent, rounded, but neither none for some nor all for not all.
 * @param {bigint} part
 * @param {bigint} total
 */
function tenthsOf(part, total) {
  if (part === 0n || part === total) return part === 0n ? "0" : "1000";
  const rounded = (part * 2000n + total) / (total * 2n);
  return rounded === 0n ? "<1" : rounded === 1000n ? ">999" : String(rounded);
}

/** @param {AnyLayer} layer @param {Answer} answer @param {Catalog} catalog */
function sizesOf(layer, { layers }, catalog) {
  const kind = kindOf(layer, catalog);
  if (kind?.keeps_width || kind?.does) return [];
  const window = layer.like < 0 ? layer : layers[layer.like];
  const sides = /** @type {import("../engine.js").Layer} */ (window).window ?? [];
  return [kind?.reads_words ? [layer.input] : [], [layer.units], sides].filter((sizes) => sizes.some(Boolean));
}

/** @param {AnyLayer} layer */
function widthsOf(layer) {
  const { width } = layer.hands_on;
  const each = layer.directions === "2" ? widthOf(layer) : "";
  if (layer.merge_mode === "none" && each !== "") return [each, each];
  return each !== "" && width === String(2n * BigInt(each)) ? [each, each] : [width];
}

/** "Embedding(20,000, 128)", "bidirectional LSTM(64)", "23 × LSTM(4)". @param {LayerRow} row @param {Messages} m */
export function rowName({ name: called, sizes, both, way, first, last }, m) {
  const told = sizes.map((sides) => sides.map((side) => m.number(short(side))).join(" × ")).join(", ");
  const name = told === "" ? short(called) : `${short(called)}(${told})`;
  const kind = way === "" ? (both && !/^bi/i.test(called) ? "one_both" : "one") : /** @type {const} */ (`one_${way}`);
  const one = say(m.group, { id: kind, name });
  return first === last ? one : `${m.number(String(last - first + 1))} × ${one}`;
}

/** "64 + 64"; "64, 64" of two outputs. @param {LayerRow} row @param {Messages} m */
export const widthsWords = ({ widths, apart }, m) => widths.map((width) => m.number(width)).join(apart ? ", " : " + ");

/** "92.8 %". @param {LayerRow} row @param {Messages} m */
export function shareOf({ tenths }, m) {
  const [, sign, digits] = /^([<>]?)(\d+)$/.exec(tenths) ?? [];
  if (digits === undefined) return "";
  const percent = `${m.number(digits.slice(0, -1) || "0")}.${digits.slice(-1)}`;
  return say(m.share, { id: "part", percent: sign ? `${sign} ${percent}` : percent });
}
