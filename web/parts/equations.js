/** A recurrent cell's equations beside what a unit reads, and a GRU's two forms where it is asked why there are two biases. */
import { html, mathml, nothing } from "lit";
import { bothResets, equationsOf, equationText, notationOf, signText } from "../telling/equations.js";
import { fullLayer } from "../telling/facts.js";
import { frameworkName } from "../telling/frameworks.js";
import { layersWords } from "../telling/model.js";
import { say } from "../telling/say.js";

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {import("../telling/equations.js").Equation} Equation */
/** @typedef {import("../telling/equations.js").Sign} Sign */
/** @typedef {import("../telling/outline.js").OutlineStep} Step */

/** Before these a line may break. */
const breaks = ["+", "="];

/** Colours, by the column that a weight stands in. @type {Record<string, string>} */
const roles = { recurrent: "previous", input: "input", bias: "bias", "second bias": "bias" };

/**
 * What a weight is linked with: the number that gives its width, its place in the picture, its tensor.
 * @param {Sign} sign
 * @param {number} index of the layer
 * @param {import("../engine.js").Layer} layer
 */
function linksOf({ at }, index, layer) {
  if (!at) return { ref: nothing, also: nothing, role: nothing };
  const { gate, column } = at;
  const found = tensorOf(at, layer);
  const cell = layer.weights[found]?.cells.find((one) => one.gate === gate && one.column === column);
  const also = [
    `cell.${index}.${gate}${column ? `.${column.replace(" ", "_")}` : ""}`,
    `layers.${index}.weights.${found}`,
  ];
  return { ref: cell?.ref || also[0], also: also.join(" "), role: roles[column] ?? nothing };
}

/** @param {unknown[]} all */
const joined = (all) => all.map((one, place) => html`${place > 0 ? ", " : ""}${one}`);

/** So many signs of a tensor are named. */
const mostSigns = 6;

/**
 * In which tensor each weight of the equations is kept, by the framework's name for it.
 * @param {Equation[]} all
 * @param {number} index of the layer
 * @param {import("../engine.js").Layer} layer
 * @param {View["m"]} m
 */
function kept(all, index, layer, { equations: words }) {
  /** Each sign once, by its text. @type {Map<number, Map<string, Sign>>} */
  const tensors = new Map();
  for (const sign of all.flatMap(({ left, right }) => [...left, ...right])) {
    if (typeof sign === "string" || !sign.at) continue;
    const place = tensorOf(sign.at, layer);
    if (place >= 0) tensors.set(place, (tensors.get(place) ?? new Map()).set(signText(sign), sign));
  }
  if (tensors.size === 0) return nothing;
  const rows = [...tensors].map(([place, signs]) => {
    const named = [...signs.values()].slice(0, mostSigns);
    const label = named.map(signText).join(", ");
    const drawnOf = named.map((sign) => html`<math>${signed(sign)}</math>`);
    const signsOf = html`<span class="formula symbols" role="img" aria-label=${label}>${joined(drawnOf)}</span>`;
    const more = signs.size > mostSigns ? ", …" : "";
    return html`<li>${signsOf}${more}: <code data-ref=${`layers.${index}.weights.${place}`}>${layer.weights[place].name}</code></li> `;
  });
  return html`<div class="kept"><p>${words.kept}</p><ul>${rows}</ul></div>`;
}

/** The tensor that holds what a gate has in a column, by its place; −1 for none. @param {NonNullable<Sign["at"]>} at @param {import("../engine.js").Layer} layer */
const tensorOf = ({ gate, column }, { weights }) =>
  weights.findIndex(
    ({ direction, cells }) =>
      direction !== "backward" && cells.some((cell) => cell.gate === gate && (column === "" || cell.column === column)),
  );

/** @param {Sign | string} one @param {number} layerIndex @param {import("../engine.js").Layer} layer */
function drawn(one, layerIndex, layer) {
  if (typeof one === "string") {
    const bracket = /^[[\]()]$/.test(one);
    return bracket || one === "1"
      ? mathml`<mo stretchy="false" lspace="0" rspace="0">${one}</mo>`
      : mathml`<mo form="infix" lspace=${one === "," ? "0" : "0.2em"} rspace="0.2em">${one}</mo>`;
  }
  if (one.plain) return signed(one);
  const { ref, also, role } = linksOf(one, layerIndex, layer);
  return mathml`<mrow class=${role} data-ref=${ref} data-also=${also}>${signed(one)}</mrow>`;
}

/** A sign with its index. @param {Sign} sign */
function signed({ base, sub, plain, raised }) {
  const name = plain ? mathml`<mi mathvariant="normal">${base}</mi>` : mathml`<mi>${base}</mi>`;
  if (plain || sub === "") return name;
  const index = mathml`<mi mathvariant="normal">${raised && sub.length > 1 ? `(${sub})` : sub}</mi>`;
  if (!raised) return mathml`<msub>${name}${index}</msub>`;
  // The hook of an f reaches over what stands above it.
  return base === "f"
    ? mathml`<msup><mrow>${name}<mspace width="0.15em"></mspace></mrow>${index}</msup>`
    : mathml`<msup>${name}${index}</msup>`;
}

/** Whether a sign is multiplied with the one before it. @param {(Sign | string)[]} piece @param {number} place */
const isProduct = (piece, place) => {
  const [before, one] = [piece[place - 1], piece[place]];
  return typeof before === "object" && !before.plain && (typeof one === "object" || one === "(" || one === "[");
};

/** @param {Equation} equation @param {number} index @param {import("../engine.js").Layer} layer */
function row(equation, index, layer) {
  const { left, right } = equation;
  /** @type {(Sign | string)[][]} */
  const pieces = [[]];
  for (const one of [...left, "=", ...right]) {
    if (typeof one === "string" && breaks.includes(one)) pieces.push([]);
    pieces[pieces.length - 1].push(one);
  }
  const fragments = pieces.map(
    (piece) =>
      html`<math>${mathml`<mrow>${piece.map((one, place) => [isProduct(piece, place) ? mathml`<mspace width="0.15em"></mspace>` : nothing, drawn(one, index, layer)])}</mrow>`}</math>`,
  );
  return html`<span class="formula symbols equation" role="img" aria-label=${equationText(equation)}>${fragments}</span>`;
}

/** @param {Step} step @param {View} view */
function layerOf({ path }, { answer }) {
  const index = Number(path.split(".")[1]);
  return { index, layer: fullLayer(answer.layers, index) };
}

/**
 * Beside the step that says what a unit reads; nothing beside others. Closed at first, open while it is presented.
 * @param {Step} step
 * @param {View} view
 */
export function equations(step, view) {
  if (step.kind !== "reads") return nothing;
  const { m, framework, presents, answer } = view;
  const { index, layer } = layerOf(step, view);
  const all = equationsOf(layer, framework);
  if (all.length === 0) return nothing;
  const { published, times } = notationOf(framework);
  const words = m.equations;
  const name = frameworkName(framework, m);
  const gated = all.length > 1;
  const note = [
    framework.name === "" ? "" : say(words.letters, { id: published ? "own" : "general", name }),
    gated ? say(words.letters, { id: "signs", times }) : "",
  ].filter(Boolean);
  return html`<details class="why equations" ?open=${presents === true}>
    <summary aria-label=${answer.layers.length > 1 ? `${m.cellEquations}: ${layersWords(index + 1, index + 1, m)}` : nothing}>${m.cellEquations}</summary>
    ${all.map((equation) => row(equation, index, layer))}
    ${presents ? nothing : kept(all, index, layer, m)}
    ${note.length > 0 ? html`<p class="hint">${note.join(" ")}</p>` : nothing}
  </details>`;
}

/**
 * Where it is told why there are two biases: a GRU's candidate with its reset before the product, and after it.
 * @param {Step} step
 * @param {View} view
 */
export function bothForms(step, view) {
  if (step.kind !== "reads") return nothing;
  const { index, layer } = layerOf(step, view);
  const both = bothResets(layer, view.framework);
  if (!both) return nothing;
  const words = view.m.equations;
  return html`<div class="both-forms">
    <div><p>${words.before}</p>${row(both.before, index, layer)}</div>
    <div><p>${words.after}</p>${row(both.after, index, layer)}</div>
  </div>`;
}
