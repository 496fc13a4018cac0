/**
 * The attributes of <rnn-params>: its properties, the keys of a link, of a frame's address and of a notebook's model. Each is declared
 * here: the class, the embed dialog, the manifest and the package's declarations read this table. Only border/query.js, which asks for no
 * other room, repeats their names among the keys of an address; query_state.test.js holds the two together.
 */

/**
 * `of`: the model, how much of it is told, or how that looks; `values`: what it may say, the default first; `offered`: what the embed
 * dialog offers where any text is allowed, the default first (nothing is offered where neither is there); `property`: false where HTML has one already.
 * @typedef {{
 *   name: string, of: "model" | "telling" | "look",
 *   values?: readonly string[], offered?: readonly string[], default?: string, property?: false,
 * }} Attribute
 */

/** @satisfies {readonly Attribute[]} */
export const attributes = /** @type {const} */ ([
  { name: "framework", of: "model", default: "notes" },
  { name: "input", of: "model" },
  { name: "timesteps", of: "model" },
  { name: "layers", of: "model" },
  { name: "budget", of: "model" },
  { name: "controls", of: "telling", values: ["sizes", "none", "all"] },
  { name: "steps", of: "telling", values: ["all", "line", "none"] },
  { name: "compare", of: "telling", values: ["all", "none"] },
  { name: "fade", of: "telling", offered: ["0", "1", "2", "3", "all"] },
  { name: "exercise", of: "telling", values: ["none", "ideas", "values", "total"] },
  { name: "seed", of: "telling" },
  { name: "got", of: "telling" },
  { name: "vs", of: "telling" },
  { name: "ask", of: "telling", values: ["none", "all"] },
  { name: "picture", of: "telling", values: ["none", "beside"] },
  { name: "present", of: "telling", offered: ["none", "1"] },
  { name: "theme", of: "look", values: ["auto", "light", "dark"] },
  { name: "lang", of: "look", property: false },
]);

/** What editors say of them; no browser loads it. @type {Record<Row["name"], string>} */
export const descriptions = {
  framework: 'Whose parameters are counted: "notes", "keras", "pytorch", "onnx", …',
  input: 'The features of one time step: "64"',
  timesteps: 'How many time steps a sequence has, where a layer asks for it: "10"',
  layers: 'The layers in the words of the frameworks: "LSTM(32), Bidirectional(GRU(16)), Dense(1)"',
  budget: 'With a ? as a size: the largest one whose total is not above it is shown: "1000000"',
  controls: "What can be changed: the sizes, nothing, or all of the form",
  steps: "Which steps are shown: all of them, the whole formula in one line, or none",
  compare: "How other frameworks' totals differ: said, or left out",
  fade: 'How many of the last values are left blank, to be filled in: "2", or "all"',
  exercise:
    "What is asked, and told once it is answered: the ideas of the derivation, the values of its steps, or the total alone",
  seed: 'Gives an exercise numbers of its own, the same ones for the same text: "7"',
  got: 'A number that somebody got: how it comes about is told below the total: "12,288"',
  vs: 'A second model beside this one, as the text of a link: "framework=pytorch&input=64&layers=LSTM(32)"',
  present: 'Presents the derivation, from a step on: "1", "3", or "all" of it',
  ask: "Whether a box takes what a reader has: code, a printed model, a number",
  picture: "Whether the picture of the count stands beside the steps, or below them where there is little room",
  theme: "The colours: as the system or the host has them, or one of both",
  lang: 'The language, "en" or "hi"; without it, that of the nearest element that has one',
};

/** @typedef {(typeof attributes)[number]} Row */
/** @typedef {Extract<Row, { of: "model" }>["name"]} ModelKey */
/** @typedef {Exclude<Row, { property: false }>["name"]} PropertyName */
/** @typedef {Extract<Row, { of: "telling", values: unknown }>} Choice */
/** How much of itself the element shows. @typedef {{ [Name in Choice["name"]]: Extract<Choice, { name: Name }>["values"][number] }} Mode */

/** What says the model. */
export const modelKeys = /** @type {ModelKey[]} */ (
  attributes.flatMap(({ name, of }) => (of === "model" ? [name] : []))
);

/** What says how it is shown. */
export const viewKeys = attributes.flatMap(({ name, of }) => (of === "model" ? [] : [name]));

/** All but those that every element has. */
export const propertyNames = /** @type {PropertyName[]} */ (
  attributes.flatMap((row) => ("property" in row ? [] : [row.name]))
);

/** What an author chooses from, by attribute; the first of each is the default. */
export const choices = Object.fromEntries(
  attributes.flatMap((row) => {
    if (row.of !== "telling") return [];
    /** @type {readonly string[]} */
    const offered = "values" in row ? row.values : "offered" in row ? row.offered : [];
    return offered.length > 0 ? [[row.name, offered]] : [];
  }),
);

/**
 * What an attribute's text means; the default where it is not known.
 * @param {string} name
 * @param {string | null | undefined} text
 */
function meant(name, text) {
  const row = attributes.find((row) => row.name === name);
  const values = /** @type {readonly string[]} */ (row && "values" in row ? row.values : []);
  return values.find((value) => value === text) ?? values[0];
}

/**
 * @param {Record<keyof Mode, string>} element its attributes
 * @returns {Mode}
 */
export function modeOf(element) {
  const names = attributes.flatMap((row) => (row.of === "telling" && "values" in row ? [row.name] : []));
  return /** @type {Mode} */ (Object.fromEntries(names.map((name) => [name, meant(name, element[name])])));
}

/** The theme that a text asks for: "light", "dark", or "auto" for any other. @param {string | null | undefined} text */
export const themeOf = (text) => meant("theme", text);

/**
 * Sets an attribute; "" takes it away.
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(element, name, value) {
  if (value === "") element.removeAttribute(name);
  else element.setAttribute(name, value);
}
