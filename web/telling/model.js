/** How a model, its layers and its runs of equal layers are called, before any language, and then in one. No formula here. */

import { toAscii } from "../form/digits.js";
import { box, short } from "../messages/numbers.js";
import { frameworkOf, kindOf, startsChain, sumOf, widthOf } from "./facts.js";
import { say } from "./say.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {Answer["layers"][number]} AnyLayer */
/** @typedef {import("../messages/languages.js").Messages} Messages */
/** @typedef {import("./say.js").Said<Messages["group"]>} GroupSaid */
/** @typedef {{ name: string, count: number, both: boolean, way: AnyLayer["way"] }} Group equal neighbours in a stack */
/** @typedef {{ widths: string[], starts: boolean }} Stage what is handed on on the way through a model, of each direction where those stand side by side; `starts`: no layer makes it of the one before */
/** @typedef {{ groups: Group[], path: Stage[] }} Model `path`: the widths, from the input on */

/** So many kinds of layers in a row can be read as a name, and so many widths. */
const mostNames = 4;
const mostWidths = 6;

/**
 * The kinds of layers, those without weights aside, and the widths.
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @param {number} [only] of one layer by its index
 * @returns {Model}
 */
function modelOf(answer, catalog, only) {
  const layers = only === undefined ? answer.layers : [answer.layers[only]];
  /** @type {Group[]} */
  const groups = [];
  const named = layers.filter((layer) => !kindOf(layer, catalog)?.does);
  for (const layer of named.length > 0 ? named : layers) {
    const last = groups.at(-1);
    const name = layer.name || answer.written[layer.origin]?.name || "…";
    const both = layer.directions === "2" && !/^bi/i.test(name); // a name may say so itself: "bilstmLayer"
    const { way } = layer;
    if (last && last.name === name && last.both === both && last.way === way) last.count++;
    else groups.push({ name, count: 1, both, way });
  }
  const path = layers.flatMap((layer, place) => {
    const index = only ?? place;
    const typed = index === 0 ? toAscii(answer.fields.input.trim()) : "";
    const read = place === 0 || startsChain(answer.layers, index, catalog);
    const made = handedOn(layer, answer, catalog, only !== undefined).map((widths) => ({ widths, starts: false }));
    return read ? [{ widths: [layer.input || typed], starts: true }, ...made] : made;
  });
  return { groups, path };
}

/**
 * How wide what a layer hands on is, of both directions where they stand side by side, and of one where nothing else of the model is
 * told; nothing where it is as wide as what the layer reads.
 * @param {AnyLayer} layer
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @param {boolean} alone nothing else of the model is told
 * @returns {string[][]}
 */
function handedOn(layer, { written }, catalog, alone) {
  const kind = kindOf(layer, catalog);
  // Of two directions that are two layers the second one tells what both hand on.
  if (layer.way !== "" && alone) return [[layer.units]];
  if (layer.way === "forward") return [];
  if (kind?.keeps_width) return [];
  const { width } = layer.hands_on;
  if (kind?.does) return width === layer.input ? [] : [[width]];
  const each = widthOf(layer);
  const both = layer.directions === "2" || layer.way === "backward";
  if (!alone && both && width !== "" && width === sumOf([each, each])) return [[each, each]];
  const typed = (/** @type {string} */ name) =>
    written[layer.origin]?.args.find((arg) => arg.name === name)?.text ?? "";
  // Directions that stay apart hand on no one width.
  const projected = layer.merge_mode === "none" ? typed("proj_size") : "";
  return [[projected || each || width || typed("units")]];
}

/**
 * The kinds of layers as they are named, a long row of them cut.
 * @param {Group[]} groups
 * @returns {GroupSaid[]}
 */
function groupsSaid(groups) {
  const all = groups.map(({ name: whole, count, both, way }) => {
    const name = short(whole);
    if (way !== "" && count === 1) return /** @type {GroupSaid} */ ({ id: `one_${way}`, name });
    return /** @type {GroupSaid} */ (
      count > 1 ? { id: both ? "several_both" : "several", name, count } : { id: both ? "one_both" : "one", name }
    );
  });
  if (all.length <= mostNames) return all;
  const count = groups.slice(mostNames - 2).reduce((sum, group) => sum + group.count, 0);
  return [...all.slice(0, mostNames - 2), { id: "others", count }];
}

/**
 * @param {Model} model
 * @param {Messages} m
 */
function spoken({ groups, path }, m) {
  const last = path.length - 1;
  const rest = { widths: ["…"], starts: false };
  const stages = path.length > mostWidths ? [...path.slice(0, 4), rest, { ...path[last], starts: false }] : path;
  const widths = stages.map(({ widths, starts }, place) => {
    const before = place === 0 ? "" : starts ? "; " : " → ";
    return before + widths.map((width) => m.number(short(width)) || box).join(" + ");
  });
  return {
    names: groupsSaid(groups)
      .map((group) => say(m.group, group))
      .join(" + "),
    path: widths.join(""),
  };
}

/** "LSTM, 64 → 32". @param {Answer} answer @param {Catalog} catalog @param {Messages} m */
export const modelWords = (answer, catalog, m) =>
  say(m.model, { id: "headline", ...spoken(modelOf(answer, catalog), m) });

/** "64 → 32 → 1". @param {Answer} answer @param {Catalog} catalog @param {Messages} m */
export const pathWords = (answer, catalog, m) => spoken(modelOf(answer, catalog), m).path;

/** "bidirectional LSTM". @param {Answer} answer @param {number} index of the layer @param {Catalog} catalog @param {Messages} m */
export const namesWords = (answer, index, catalog, m) => spoken(modelOf(answer, catalog, index), m).names;

/** "LSTM, 64 → 32, as Keras counts". @param {Answer} answer @param {Catalog} catalog @param {Messages} m */
export function headlineWords(answer, catalog, m) {
  const framework = frameworkOf(answer, catalog).name;
  if (framework === "") return modelWords(answer, catalog, m);
  return say(m.model, { id: "headline_as", ...spoken(modelOf(answer, catalog), m), framework });
}

/** For a window's title. @param {Answer} answer @param {Catalog} catalog @param {Messages} m */
export function titleWords(answer, catalog, m) {
  const framework = frameworkOf(answer, catalog).name;
  const model = { ...spoken(modelOf(answer, catalog), m), total: answer.total };
  return say(m.model, framework === "" ? { id: "title", ...model } : { id: "title_as", ...model, framework });
}

/** "Layer 1: LSTM, 64 → 32". @param {Answer} answer @param {number} index @param {Catalog} catalog @param {Messages} m */
export function layerTitle(answer, index, catalog, m) {
  const model = modelOf(answer, catalog, index);
  const id = model.groups[0].both ? "layer_both" : "layer";
  return say(m.model, { id, place: index + 1, ...spoken(model, m) });
}

/**
 * Layers by number, at the head of a line.
 * @param {number} first from 1
 * @param {number} last
 * @param {Messages} m
 */
export const layersWords = (first, last, m) =>
  say(m.layers, first === last ? { id: "one", place: first } : { id: "several", first, last });

/**
 * Layers by number, within a line.
 * @param {number} first from 1
 * @param {number} last
 * @param {Messages} m
 */
export const spanWords = (first, last, m) =>
  say(m.layers, first === last ? { id: "one_within", place: first } : { id: "several_within", first, last });

/**
 * What is said of layers that repeat an earlier one.
 * @param {{ first: number, last: number, like: number }} run by index
 * @param {string} each the total of one
 * @param {string} sum
 * @param {Messages} m
 */
export function repeatedWords({ first, last, like }, each, sum, m) {
  if (first === last) return say(m.layers, { id: "like", place: first + 1, like: like + 1, each });
  const numbers = { first: first + 1, last: last + 1, like: like + 1, count: last - first + 1 };
  return say(m.layers, { id: "several_like", ...numbers, each, sum });
}

/** The sum's words where equal layers stand together. @param {{ first: number, last: number }[]} runs by index @param {Messages} m */
export const runsWords = (runs, m) => runs.map(({ first, last }) => spanWords(first + 1, last + 1, m)).join(" + ");

/**
 * A part of the total.
 * @param {import("./shares.js").Share} share
 * @param {Messages} m
 * @param {string} [name] of the layer, or of the layers
 */
export function shareWords({ first, last, total, percent }, m, name = spanWords(first, last, m)) {
  const part = say(
    m.share,
    percent === "0" ? { id: "least" } : percent === "100" ? { id: "most" } : { id: "part", percent },
  );
  return `${name}: ${m.number(total)} (${part})`;
}
