/**
 * The picture while the steps are told one by one: what of a layer's rectangles stands there after its first steps, and what has just come.
 * The number of a step is the area of what it brings, or of all of one kind that stands there then. Whole numbers, no pixels.
 */

/** @typedef {import("./drawing.js").Box} Box */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./drawing.js").Side} Side */
/** @typedef {import("../engine.js").Step["kind"]} Kind */
/**
 * @typedef {{
 *   told: Set<Kind>, newest: Kind, whole: boolean, bands: number, row: Part["columns"],
 *   sides: { direction: Side["direction"], parts: (Part | undefined)[] }[],
 * }} Growth `told`: the kinds of steps that are; `newest`: "sum" where none of them is new; `bands`: so many of the block's are filled; `row`: the columns
 * that a unit reads, while one row is all that stands there; `parts`: as in the drawing, each as far as it
 * stands there, undefined where it does not yet
 */

/** The step that a part beside the block comes with; of all that no step tells, the last one. @param {Part} part @param {Set<Kind>} all */
const arrivalOf = ({ kind }, all) => (all.has(/** @type {Kind} */ (kind)) ? /** @type {Kind} */ (kind) : undefined);

/** Whether the block's biases are counted in a step of their own. @param {Drawing} drawing */
const biasesApart = ({ layer }) => layer.steps.some(({ kind }) => kind === "biases");

/** What of a box lies above a line. @template {Box} B @param {B[]} boxes @param {bigint} line @returns {B[]} */
const above = (boxes, line) =>
  boxes.flatMap((box) => {
    const height = box.y + box.height > line ? line - box.y : box.height;
    return height > 0n ? [{ ...box, height }] : [];
  });

/**
 * A block down to a line; without its biases, where they are still to come.
 * @param {Part} part
 * @param {bigint} line
 * @param {boolean} withBiases
 * @returns {Part}
 */
function blockDownTo(part, line, withBiases) {
  const { columns, fills, bands, tensors, frozen, height } = part;
  const bias = columns.find(({ role }) => role === "bias");
  if (line === height && (withBiases || !bias)) return part;
  const end = withBiases || !bias ? part.width : bias.x;
  const left = (/** @type {Box} */ { x, y }) => x < end && y < line;
  /** @template {Box} B @param {B[]} boxes */
  const narrowed = (boxes) =>
    above(boxes.filter(left), line).map((box) => (box.x + box.width > end ? { ...box, width: end - box.x } : box));
  const shown = narrowed(bands).map((band) => ({ ...band, count: String(band.width * band.height) }));
  return { ...part, fills: narrowed(fills), bands: shown, tensors: narrowed(tensors), frozen: narrowed(frozen) };
}

/** The columns that a unit reads: those of one row. @param {Drawing} drawing */
function rowOf(drawing) {
  const [{ kind, columns }] = drawing.sides[0].parts;
  if (kind !== "block") return [];
  return columns.filter(({ role }) => role !== "bias" || !biasesApart(drawing));
}

/**
 * @param {Drawing} drawing
 * @param {number} steps so many of the layer's are told
 * @returns {Growth}
 */
export function grown(drawing, steps) {
  const { layer, sides } = drawing;
  const all = new Set(layer.steps.map(({ kind }) => kind));
  const told = new Set(layer.steps.slice(0, steps).map(({ kind }) => kind));
  const whole = steps >= layer.steps.length;
  const newest = layer.steps[steps - 1]?.kind ?? "sum";
  const [main] = sides[0].parts;
  const filled = told.has("matrices_total") || (told.has("matrix") && !all.has("matrices_total"));
  const bands = whole || filled ? main.bands.length : told.has("matrix") ? 1 : 0;
  const line = bands === 0 ? 0n : main.bands[bands - 1].y + main.bands[bands - 1].height;
  const withBiases = whole || !biasesApart(drawing) || told.has("biases");
  /** @param {Part} part @param {number} place */
  const partOf = (part, place) => {
    if (place === 0 && part.kind === "block") return bands > 0 ? blockDownTo(part, line, withBiases) : undefined;
    const arrival = arrivalOf(part, all);
    return whole || (arrival && told.has(arrival)) ? part : undefined;
  };
  const here = whole || told.has("directions") ? sides : sides.slice(0, 1);
  return {
    told,
    newest,
    whole,
    bands,
    row: bands === 0 && told.has("reads") ? rowOf(drawing) : [],
    sides: here.map(({ direction, parts }) => ({ direction, parts: parts.map(partOf) })),
  };
}
