/**
 * What a reader changes of an element, as a value: every act makes another one. What the core is asked, and what is shown, follows from
 * it. No browser here; tested by state.test.js.
 */

import { empty, encode, sameTexts, withoutMark } from "../border/query.js";
import { applied, edited } from "../form/edits.js";
import { takeApart, withTyped } from "../form/layers_text.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../border/query.js").Texts} Texts */
/** @typedef {import("../form/layers_text.js").LayersText} LayersText */
/** @typedef {import("../picture/drawing.js").Cut} Cut */

/**
 * @typedef {object} State
 * @property {Texts} texts the fields as they stand
 * @property {{ query: string, texts?: Texts } | undefined} link that the fields came with; `texts`: what it says, once it is read
 * @property {boolean} fromLink it came with mistakes, and some are still there
 * @property {LayersText} rows of the form
 * @property {string} readable the layers' text as it could be read last
 * @property {string} emptied the field that was just emptied, and has the focus still
 * @property {string} refused the field that just took no letter, and has the focus still
 * @property {readonly string[]} shown what was unfolded, for good
 * @property {readonly string[]} open the sections that are
 * @property {readonly number[]} turned the layers of a long derivation that are folded where they would be open, or open where folded
 * @property {Cut} cut of the picture
 * @property {number | undefined} pace how many steps are told while they are presented; Infinity at the end, undefined where they are not
 * @property {Readonly<Record<string, string>>} filled what was filled in, by the path of its blank
 * @property {readonly string[]} checked the blanks that were left, or entered, as they are
 * @property {readonly string[]} given the blanks whose values were shown on request
 * @property {string} filledFor the model that it was filled in for
 */

/**
 * `change`: of the fields, typed or chosen; `edit`: of the layers, by the form's rows, made by the core's `edit`; `link`: the model as the text of a link, mistakes
 * included; `answered`: what the core said to `questionOf`, `typing` if the layers' text has the focus; `give`: the values of the blanks that are left, by path; `of`: how many steps there are; `idle`: those that say nothing of their own, which one act passes with the next one; `present`: from that step on, "all" of them, anything else to end it.
 * @typedef {(
 *   | { kind: "change", texts: Partial<Texts> }
 *   | { kind: "edit", change: import("../engine.js").Change, edit: import("../engine.js").Engine["edit"] }
 *   | { kind: "fix", fix: import("../engine.js").Fix }
 *   | { kind: "link", query: string }
 *   | { kind: "answered", answer: Answer, typing: boolean }
 *   | { kind: "empty", field: string }
 *   | { kind: "leave", field: string }
 *   | { kind: "refuse", field: string }
 *   | { kind: "show", what: string }
 *   | { kind: "unfold", section: string, open: boolean }
 *   | { kind: "turn", layer: number }
 *   | { kind: "sections", open: readonly string[] }
 *   | { kind: "cut", cut: Cut }
 *   | { kind: "fill", path: string, text: string }
 *   | { kind: "check", path: string }
 *   | { kind: "give", values: Record<string, string> }
 *   | { kind: "pace", by: import("./revealing.js").Pace, of: number, idle?: readonly number[] }
 *   | { kind: "present", at: string }
 * )} Act
 */

/** @type {State} */
export const initial = Object.freeze({
  texts: empty,
  link: undefined,
  fromLink: false,
  rows: { text: "", items: [] },
  readable: "",
  emptied: "",
  refused: "",
  shown: [],
  open: [],
  turned: [],
  cut: "matrix",
  pace: undefined,
  filled: {},
  checked: [],
  given: [],
  filledFor: "",
});

/** @type {{ [Kind in Act["kind"]]: (state: State, act: Extract<Act, { kind: Kind }>) => State }} */
const steps = {
  change: (state, { texts }) => ({ ...state, texts: { ...state.texts, ...texts } }),
  edit: changed,
  fix: (state, { fix }) => ({ ...state, texts: applied(state.texts, fix.edits) }),
  link: (state, { query }) => ({ ...state, link: { query: withoutMark(query) }, fromLink: true }),
  answered,
  empty: (state, { field }) => ({ ...state, emptied: field, refused: "" }),
  leave: (state, { field }) =>
    [state.emptied, state.refused].includes(field) ? { ...state, emptied: "", refused: "" } : state,
  refuse: (state, { field }) => ({ ...state, refused: field }),
  show: (state, { what }) => ({ ...state, shown: withOne(state.shown, what) }),
  unfold: (state, { section, open }) => {
    if (state.open.includes(section) === open) return state;
    return { ...state, open: open ? [...state.open, section] : state.open.filter((one) => one !== section) };
  },
  turn: (state, { layer }) => {
    const others = state.turned.filter((one) => one !== layer);
    return { ...state, turned: others.length < state.turned.length ? others : [...others, layer] };
  },
  sections: (state, { open }) => ({ ...state, open: [...new Set(open)] }),
  cut: (state, { cut }) => ({ ...state, cut }),
  fill: (state, { path, text }) => ({
    ...state,
    filled: { ...state.filled, [path]: text },
    checked: state.checked.filter((one) => one !== path),
  }),
  check: (state, { path }) => ({ ...state, checked: withOne(state.checked, path) }),
  give: (state, { values }) => ({
    ...state,
    filled: { ...state.filled, ...values },
    given: [...state.given, ...Object.keys(values)],
  }),
  pace: (state, { by, of, idle = [] }) => ({
    ...state,
    pace: by === "leave" ? undefined : paced(state.pace, by, of, idle),
  }),
  present: (state, { at }) => (at === presentOf(state) ? state : { ...state, pace: paceOf(at) }),
};

/**
 * The state after an act; itself where an act changes nothing.
 * @param {State} state
 * @param {Act} act
 * @returns {State}
 */
export function after(state, act) {
  return /** @type {(state: State, act: Act) => State} */ (steps[act.kind])(state, act);
}

/** What the core is asked. @param {State} state */
export function questionOf(state) {
  const link = followed(state);
  return link ? link.query : encode(state.texts);
}

/** The model as the text of a link; of one that is not read yet, that link. @param {State} state */
export const queryOf = ({ link, texts }) => (link && !link.texts ? link.query : encode(texts));

/** Whether the layers can only be shown as text. @param {State} state @param {Answer} answer */
export const isText = ({ rows }, { readable }) => !readable && rows.items.length === 0;

/** What is presented, as an attribute has it. @param {State} state */
export const presentOf = ({ pace }) =>
  pace === undefined ? "" : pace === Number.POSITIVE_INFINITY ? "all" : `${pace}`;

/** @param {string} at */
const paceOf = (at) => {
  if (at === "all") return Number.POSITIVE_INFINITY;
  return at === "true" ? 1 : /^[1-9][0-9]{0,4}$/.test(at) ? Number(at) : undefined;
};

/** The link that the fields still say. @param {State} state */
const followed = ({ link, texts }) => (link && (!link.texts || sameTexts(link.texts, texts)) ? link : undefined);

/** @param {readonly string[]} all @param {string} one */
const withOne = (all, one) => (all.includes(one) ? all : [...all, one]);

/**
 * A layer that was changed. Where the text can't be read (a value that is too long was typed), the text before it is changed, and its
 * rows stay, with what was typed.
 * @param {State} state
 * @param {Extract<Act, { kind: "edit" }>} act
 * @returns {State}
 */
function changed(state, { change, edit }) {
  const refused = edit(encode(state.texts), change).problems.length > 0;
  const texts = edited(refused ? { ...state.texts, layers: state.readable } : state.texts, change, edit);
  return { ...state, texts, rows: withTyped(state.rows, texts.layers, change) };
}

/**
 * What the core's answer changes: a link is read now, there are rows for the layers or there is their text, and what was filled in for
 * another model is forgotten.
 * @param {State} before
 * @param {Extract<Act, { kind: "answered" }>} act
 * @returns {State}
 */
function answered(before, { answer, typing }) {
  const state = { ...before, ...readLink(before, answer) };
  const { problems, readable, query } = answer;
  const { layers } = state.texts;
  if (readable) state.readable = layers;
  if (readable) state.rows = takeApart(layers, answer.written);
  else if (state.rows.text !== layers) state.rows = { text: layers, items: [] };
  if (isText(state, answer)) {
    state.shown = withOne(state.shown, "text");
    if (!typing) state.shown = withOne(state.shown, "text-first");
  }
  if (problems.length === 0) state.fromLink = false;
  return state.filledFor === query ? state : { ...state, filled: {}, checked: [], given: [], filledFor: query };
}

/**
 * The core decodes a damaged link better than a page does.
 * @param {State} state
 * @param {Answer} answer
 * @returns {Partial<State>}
 */
function readLink(state, { fields }) {
  const link = followed(state);
  return link ? { texts: fields, link: { ...link, texts: fields } } : {};
}

/**
 * How many steps stand there after one more, or one less: at the end it stays the end, whatever the next model's steps are.
 * @param {number | undefined} shown
 * @param {1 | -1 | "all"} by
 * @param {number} all
 * @param {readonly number[]} idle
 */
function paced(shown, by, all, idle) {
  if (all < 2) return shown;
  if (by === "all") return Number.POSITIVE_INFINITY;
  let next = shown === undefined && by > 0 ? 1 : Math.max(1, Math.min(shown ?? all, all) + by);
  while (idle.includes(next)) next += by;
  return next < all ? next : Number.POSITIVE_INFINITY;
}
