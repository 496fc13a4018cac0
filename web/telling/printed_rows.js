/**
 * What a printed summary says of its layers, row by row, beside what was read of it: before any language. The counts are the text's and
 * the answer's; nothing is worked out here but whether they are equal.
 */

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Reading} Reading */
/**
 * @typedef {{ name: string, layer: number, printed: string, counted: string, agrees: boolean | undefined, first: boolean }} PrintedRow
 * `layer`: as it is written, −1 for none; `counted`: "" where that is not known; `agrees`: undefined where there is nothing to
 * compare; `first`: no earlier row is of the same layer
 */
/** @typedef {{ printed: string, counted: string, agrees: boolean | undefined, optimizer: string, whole: string, adam: boolean }} PrintedTotal `whole`: with the optimizer's `optimizer` numbers, both "" where it has none; `adam`: as many as Adam keeps */

/** Of a text that says nothing of its model. @type {Reading["printed"]} */
export const nothingPrinted = { total: "", trainable: "", optimizer: "", own: "", adam: false, rows: [] };

/** What all layers have that one written layer stands for; "" where that is not known. @param {Answer} answer @param {number} written */
function countedOf({ layers }, written) {
  const all = layers.filter(({ origin }) => origin === written).map(({ total }) => total);
  return all.length === 0 || all.includes("") ? "" : String(all.reduce((sum, total) => sum + BigInt(total), 0n));
}

/** @param {string} printed @param {string} counted */
const agreement = (printed, counted) => (printed === "" || counted === "" ? undefined : printed === counted);

/**
 * Rows of one layer are one number: what they say together is held against it.
 * @param {Reading} reading
 * @param {Answer} answer
 * @returns {PrintedRow[]}
 */
export function printedRows({ printed: { rows } }, answer) {
  /** @type {Map<number, string>} */
  const sums = new Map();
  for (const { layer, count } of rows)
    if (layer >= 0 && count !== "") sums.set(layer, String(BigInt(sums.get(layer) ?? "0") + BigInt(count)));
  const told = new Set();
  return rows.map(({ name, count, layer }) => {
    const first = layer >= 0 && !told.has(layer);
    told.add(layer);
    const counted = first ? countedOf(answer, layer) : "";
    return { name, layer, printed: count, counted, first, agrees: agreement(sums.get(layer) ?? "", counted) };
  });
}

/**
 * What the text says of the whole model.
 * @param {Reading} reading
 * @param {Answer} answer
 * @returns {PrintedTotal}
 */
export function printedTotal({ printed: { total, own, optimizer, adam } }, answer) {
  const both = own !== "" && optimizer !== "";
  return {
    ...{ printed: own, counted: answer.total, agrees: agreement(own, answer.total) },
    ...{ optimizer: both ? optimizer : "", whole: both ? total : "", adam },
  };
}

/**
 * What the text prints of the model that is chosen: of another one of its models nothing is known, for what is printed is the first one's.
 * @param {Reading} reading
 * @param {Readonly<Record<number, number>>} chosen places of choices by the layer that differs
 * @returns {Reading}
 */
export const printedOfChosen = (reading, chosen) =>
  reading.choices[chosen[-1]]?.code === "another_model" ? { ...reading, printed: nothingPrinted } : reading;
