/** The count, drawn: a picture per layer, in their order, with the sum of the chosen cut. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { tuple } from "../messages/numbers.js";
import { fullLayer, isTold } from "../telling/facts.js";
import { layerTitle, repeatedWords } from "../telling/model.js";
import { say } from "../telling/say.js";
import { numberClass, unbroken } from "../text/words.js";
import { colours } from "./colours.js";
import { drawingOf } from "./drawing.js";
import { edgesOf, ownScale, picture, roomOf } from "./svg.js";

/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Term} Term */

/** More kinds of layers are not drawn. */
const mostDrawn = 4;
/** The most that a block may be high: alone, and in a stack. */
const highest = { alone: 284, beside: 208, stacked: 124 };
/** A common scale must leave the sides of every block as long as this. */
const shortest = 44;
/** So many times as large as it is laid out a picture may be shown. */
const largest = 1.45;
/** What is higher, roughly, does not stay in view. */
const highestInView = 690;

/** @param {View} view */
function cuts({ m, cut, act }) {
  return html`<fieldset class="cuts"><legend>${m.cut}</legend>
    ${
      /** @type {const} */ (["matrix", "tensor"]).map(
        (one) =>
          html`<label class="check"><input type="radio" name="cut" value=${one} .checked=${live(one === cut)} @change=${() => act.cut(one)} /> ${m.cuts[one]}</label>`,
      )
    }
  </fieldset>`;
}

/**
 * "4 × 3,104 = 12,416": the pieces of the chosen cut.
 * @param {Drawing} drawing
 * @param {View} view
 */
export function sum(drawing, { m, cut }) {
  const terms = drawing[cut];
  const { refs, layer } = drawing;
  const one = (/** @type {Term} */ { times, count }, /** @type {number} */ place) =>
    html`${place > 0 ? " + " : ""}<span class="piece">${times > 1n ? html`<span class="n" data-ref=${(cut === "matrix" && refs.of("matrices")) || nothing}>${m.number(String(times))}</span> × ` : nothing}<span class=${numberClass(count)} data-ref=${(cut === "matrix" && place === 0 && refs.of("matrix")) || nothing}>${m.number(count)}</span></span>`;
  const all = terms.map(one);
  const inner = drawing.twice[cut] && terms.length > 1 ? html`(${all})` : all;
  const alone = terms.length === 1 && terms[0].times === 1n && !drawing.twice[cut];
  return html`<p class="formula numbers">${alone ? nothing : html`${drawing.twice[cut] ? html`<span class="n" data-ref=${refs.directions}>2</span> × ` : nothing}${inner} `}<span class="piece">${alone ? nothing : "= "}<span class="${numberClass(layer.total)} value">${m.number(layer.total)}</span></span></p>`;
}

/**
 * The tensors by name, in the order of the columns.
 * @param {Drawing} drawing
 * @param {View} view
 */
function tensorKey({ tensor }, { m }) {
  return html`<ul class="tensor-key">${tensor.map((term) => {
    const names = term.names.map((name, place) => html`${place > 0 ? ", " : ""}<code>${name}</code>`);
    const count = term.times > 1n ? `${m.number(String(term.times))} × ${m.number(term.count)}` : m.number(term.count);
    return html`<li><span>${names} <span class=${colours[term.column] ?? ""}>${unbroken(tuple(term.shape))}</span></span> <span class=${numberClass(term.count)}>${count}</span></li>`;
  })}</ul>`;
}

/**
 * What the picture can't say: the names of bands that are too low for them, a bias that only some have, a shape that was squeezed.
 * @param {Drawing} drawing
 * @param {import("./svg.js").Remarks} remarks
 * @param {View} view
 */
function notes({ sides, layer }, { squeezed, unnamed }, { m, cut }) {
  const [{ bands, columns, fills }] = sides[0].parts;
  const second = columns.find((column) => column.second);
  const partial = second && fills.find((fill) => fill.x === second.x);
  const having = bands.filter(({ y }) => partial && y >= partial.y && y < partial.y + partial.height);
  const names = (/** @type {typeof bands} */ some) => some.map(({ name }) => name);
  const alike = bands.every(({ count }) => count === bands[0].count);
  const said = [
    unnamed && cut === "matrix" ? (alike ? m.equalBands(names(bands), bands[0].count) : m.bands(names(bands))) : "",
    partial && having.length < bands.length ? m.partialBias(names(having), String(partial.width * partial.height)) : "",
    squeezed ? m.scale.squeezed : "",
    sides.some(({ parts }) => parts.some(({ frozen }) => frozen.length > 0)) ? m.dotted : "",
    layer.tied < 0 ? "" : say(m.around.also, { id: "tied", place: layer.tied + 1 }),
  ].filter(Boolean);
  return said.length > 0 ? html`<p class="hint">${said.join(" ")}</p>` : nothing;
}

/**
 * What the layer before hands on, on the way down to the input columns: nothing comes from there where a branch begins. A layer without
 * parameters that changes it is named.
 * @param {Drawing} drawing
 * @param {View} view
 */
function handedOn({ layer, refs, index }, { m, answer }) {
  const step = layer.steps.find(({ kind }) => kind === "handed_on");
  if (!step || step.value === "") return nothing;
  const { layers } = answer;
  const from = layers.findLastIndex(
    ({ total, hands_on, input }, at) => at < index && !(total === "0" && hands_on.width === input),
  );
  const name = layers[from]?.total === "0" ? layers[from].name : "";
  return html`<p class="handed input" data-ref=${refs.of("handed_on")}><span aria-hidden="true">↓ </span>${m.handedOn(step.numbers.text.replace(/[0-9]+/g, m.number), name ? from + 1 : index, name)}</p>`;
}

/**
 * Which layers are drawn, and which only said to repeat one of them.
 * @param {View} view
 */
export function chosen({ answer: { layers, runs } }) {
  const blocks = runs.filter(({ first }) => layers[first].weights.length > 0);
  const shown = blocks
    .filter(({ like }) => like < 0)
    .slice(0, mostDrawn)
    .flatMap(({ first }) => drawingOf(fullLayer(layers, first), first) ?? []);
  const places = shown.map(({ index }) => index);
  const repeated = blocks.filter(({ like }) => places.includes(like)).slice(0, mostDrawn);
  const told = repeated.reduce((sum, { first, last }) => sum + last - first + 1, shown.length);
  return { shown, repeated, left: layers.filter(({ weights }) => weights.length > 0).length - told };
}

/**
 * The pictures, and what is said of all of them.
 * @param {ReturnType<typeof chosen>} which
 * @param {View} view
 * @param {number} [alone] the most that one alone may be high
 */
function drawn({ shown, repeated, left }, view, alone = highest.alone) {
  const { m, answer, catalog, cut } = view;
  const stacked = answer.layers.length > 1;
  const rooms = shown.map((drawing) => roomOf(drawing, stacked ? highest.stacked : alone, view));
  const common = view.scale ?? commonScale(shown, rooms);
  const pictures = shown.map((drawing, place) => ({ drawing, ...picture(drawing, rooms[place], common, view) }));
  const figures = pictures.map(({ drawing, drawn, remarks }) => {
    const title = layerTitle(answer, drawing.index, catalog, m);
    return html`${handedOn(drawing, view)}<figure data-layer=${drawing.index}>${stacked ? html`<figcaption>${unbroken(title)}</figcaption>` : nothing}${drawn}${sum(drawing, view)}
      ${cut === "tensor" ? tensorKey(drawing, view) : nothing}${notes(drawing, remarks, view)}</figure>`;
  });
  const folded = repeated.map(({ first, last, like, sum }) =>
    repeatedWords({ first, last, like }, answer.layers[first].total, sum, m),
  );
  const toScale = !pictures.some(({ remarks }) => remarks.squeezed);
  const widened = pictures.map(({ remarks }) => (remarks.squeezed ? "" : remarks.widened)).filter((one) => one !== "");
  const besides = [
    toScale && widened.length > 0 ? m.scale[widened.includes("other") ? "other" : "bias"] : "",
    shown.length > 1 && common === undefined ? m.scale.own : "",
  ].filter(Boolean);
  const hints = [...folded, left > 0 ? m.moreLayers(left) : "", ...besides].filter(Boolean);
  const rows = cut === "tensor" ? shown.reduce((rows, { tensor }) => rows + tensor.length, 0) : 0;
  return {
    // What the lines below say about the scale is not said otherwise above; the line stays, for the picture to stay.
    caption: toScale ? (besides.length > 0 ? "\u00a0" : m.areaIs) : m.notToScale,
    height: pictures.reduce(
      (height, picture) => height + largest * picture.height + 80,
      110 + 24 * rows + 20 * (hints.length + 1),
    ),
    content: html`<div class="figures">${figures}</div>
      ${shown.some(({ loops }) => loops) ? html`<p class="hint again">${loopSign}${m.loop}</p>` : nothing}
      ${canDrag(shown, view) ? html`<p class="hint drags">${unbroken(m.dragEdges)}</p>` : nothing}
      ${hints.map((hint) => html`<p class="hint">${unbroken(hint)}</p>`)}`,
  };
}

/** Whether an edge of any of them can be dragged. @param {Drawing[]} shown @param {View} view */
const canDrag = (shown, view) => shown.some((drawing) => edgesOf(drawing, view).length > 0);

const loopSign = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path class="loop" d="M18 15C3 15 3 5 17 5M13 1.5L17.5 5L13 8.5"></path></svg> `;

/**
 * One scale for all pictures, if none of them gets too small by it.
 * @param {Drawing[]} drawings
 * @param {import("./svg.js").Room[]} rooms
 */
function commonScale(drawings, rooms) {
  if (drawings.length < 2) return undefined;
  const scales = drawings.map((drawing, place) => ownScale(drawing, rooms[place]) ?? 0);
  const least = Math.min(...scales);
  const large = drawings.every(({ sides }) => {
    const [{ width, height }] = sides[0].parts;
    return Math.min(Number(width), Number(height)) * least >= shortest;
  });
  return large ? least : undefined;
}

/** @param {View} view */
export function drawing(view) {
  const { m, answer } = view;
  const counted = answer.total !== "";
  const which = chosen(view);
  if (!isTold(answer.layers) || (counted && which.shown.length === 0)) return nothing;
  const found = counted ? drawn(which, view) : undefined;
  const tall = found && found.height > highestInView;
  return html`<section class="drawing ${found ? "" : "waiting"} ${tall ? "tall" : ""}" aria-label=${m.drawn}>
    <h3>${m.drawn}</h3>
    <p class="hint">${found ? found.caption : m.notDrawn}</p>
    ${found ? html`${cuts(view)}${found.content}` : nothing}
  </section>`;
}

/** In a widget: without a heading, which would break the outline of its host, and cut in one way. @param {View} view */
export function drawingBeside(view) {
  const { m, answer } = view;
  const which = chosen(view);
  if (!isTold(answer.layers) || (answer.total !== "" && which.shown.length === 0)) return nothing;
  const found = answer.total === "" ? undefined : drawn(which, view, highest.beside);
  return html`<div class="drawing" role="group" aria-label=${m.drawn}>
    <p class="hint">${found ? found.caption : m.notDrawn}</p>
    ${found?.content}
  </div>`;
}
