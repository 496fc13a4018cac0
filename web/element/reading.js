/**
 * What a reader pasted and what was read of it, as a value: every act makes another one. Which model follows from it, `modelRead` says. No
 * browser here; tested by reading.test.js.
 */
import { decode, encode, sameTexts } from "../border/query.js";
import { applied } from "../form/edits.js";

/** @typedef {import("../engine.js").Reading} Reading */
/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../border/query.js").Texts} Texts */

/** @typedef {import("../border/files/source.js").Told} Told */
/** `problem`: why it was not taken; `notes`: what is told of it @typedef {{ name: string, problem?: Told, notes: Told[] }} FromFile */

/**
 * @typedef {object} Pasted
 * @property {string} text as it stands in the box
 * @property {Readonly<Record<string, string>>} names what the reader said of names without a value
 * @property {Reading | undefined} reading the latest one, of this text or of one before it
 * @property {string} read the text that it is of
 * @property {Readonly<Record<number, number>>} chosen the choices taken, by layer; −1: another model altogether
 * @property {string} mended the query, where a repair has changed it
 * @property {boolean} open whether what was read is shown
 * @property {Texts | undefined} before the model that was on screen before
 * @property {Texts | undefined} after the model that was brought there
 * @property {FromFile | undefined} file the file that the text is from, or the latest one that was not taken
 * @property {number} lines how many lines are shown
 */

/**
 * `type`: the text; `read`: what the core said of a text, with these names; `name`: a value; `choose`: a choice of a layer, −1 for the
 * first reading; `mend`: a repair of what was read; `bring`: that model is on screen now; `leave`: another one is; `file`: where the text
 * is from, or which file was not taken.
 * @typedef {(
 *   | { kind: "type", text: string }
 *   | { kind: "read", text: string, reading: Reading }
 *   | { kind: "name", name: string, value: string }
 *   | { kind: "choose", layer: number, place: number }
 *   | { kind: "mend", query: string, fix: import("../engine.js").Fix, keys: import("../border/query.js").Keys }
 *   | { kind: "bring", before: Texts, texts: Texts }
 *   | { kind: "leave" }
 *   | { kind: "close" }
 *   | { kind: "file", file: FromFile }
 *   | { kind: "more" }
 * )} Act
 */

/** So many lines stand there at first, and come with each request. */
export const fewLines = 60;

/** @type {Pasted} */
export const nothingPasted = Object.freeze({
  ...{ text: "", names: {}, reading: undefined, read: "", chosen: {}, mended: "", open: false },
  ...{ before: undefined, after: undefined, file: undefined, lines: fewLines },
});

/** @type {{ [Kind in Act["kind"]]: (pasted: Pasted, act: Extract<Act, { kind: Kind }>) => Pasted }} */
const steps = {
  type: (pasted, { text }) => {
    if (text === pasted.text) return pasted;
    const { before, after, names } = pasted;
    return text.trim() === ""
      ? { ...nothingPasted, text }
      : { ...pasted, ...{ text, names, before, after }, file: undefined };
  },
  read: (pasted, { text, reading }) => {
    if (text !== pasted.text) return pasted;
    const another = text !== pasted.read;
    const fresh = another ? { chosen: {}, mended: "", lines: fewLines } : { mended: "" };
    return { ...pasted, ...fresh, reading, read: text, open: true };
  },
  name: (pasted, { name, value }) => ({ ...pasted, names: { ...pasted.names, [name]: value } }),
  choose: (pasted, { layer, place }) => {
    const { [layer]: _, ...others } = layer < 0 ? /** @type {Pasted["chosen"]} */ ({}) : pasted.chosen;
    return { ...pasted, mended: "", chosen: place < 0 ? others : { ...others, [layer]: place } };
  },
  mend: (pasted, { query, fix, keys }) => ({ ...pasted, mended: encode(applied(decode(query, keys), fix.edits)) }),
  bring: (pasted, { before, texts }) => ({
    ...pasted,
    before: isThere(pasted, before) ? pasted.before : before,
    after: texts,
  }),
  leave: (pasted) => ({ ...pasted, open: false, before: undefined, after: undefined }),
  close: (pasted) => ({ ...pasted, open: false }),
  file: (pasted, { file }) => ({ ...pasted, file }),
  more: (pasted) => ({ ...pasted, lines: pasted.lines + fewLines }),
};

/**
 * The value after an act; itself where an act changes nothing.
 * @param {Pasted} pasted
 * @param {Act} act
 * @returns {Pasted}
 */
export function afterAct(pasted, act) {
  return /** @type {(pasted: Pasted, act: Act) => Pasted} */ (steps[act.kind])(pasted, act);
}

/** Whether the model that was brought is the one on screen. @param {Pasted} pasted @param {Texts} texts */
export const isThere = ({ after }, texts) => after !== undefined && sameTexts(after, texts);

/**
 * The query of what was read, with the choices that were taken and what was mended; "" where nothing was read.
 * @param {Pasted} pasted
 * @param {import("../engine.js").Engine["explain"]} explain
 * @param {import("../border/query.js").Keys} keys
 */
export function modelRead({ reading, chosen, mended }, explain, keys) {
  if (mended !== "" || !reading) return mended;
  const taken = Object.entries(chosen).flatMap(([layer, place]) => {
    const choice = reading.choices[place];
    return choice ? [{ layer: Number(layer), query: choice.query }] : [];
  });
  const whole = taken.find(({ layer }) => layer < 0);
  if (whole) return whole.query;
  if (taken.length === 1) return taken[0].query;
  if (taken.length === 0) return reading.query;
  return joined(reading.query, taken, explain, keys);
}

/**
 * Several choices at once: each layer out of its own query, and of what comes in what differs from the first reading.
 * @param {string} first
 * @param {{ layer: number, query: string }[]} taken
 * @param {import("../engine.js").Engine["explain"]} explain
 * @param {import("../border/query.js").Keys} keys
 */
function joined(first, taken, explain, keys) {
  const base = explain(first);
  const texts = { ...decode(first, keys) };
  const layers = base.written.map(({ start, end }) => base.fields.layers.slice(start, end));
  for (const { layer, query } of taken) {
    const other = explain(query);
    const written = other.written[layer];
    if (written && layer < layers.length) layers[layer] = other.fields.layers.slice(written.start, written.end);
    for (const key of /** @type {const} */ (["input", "timesteps"]))
      if (other.fields[key] !== base.fields[key]) texts[key] = other.fields[key];
  }
  return encode({ ...texts, layers: layers.join(",") });
}
