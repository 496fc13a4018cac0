/** The fields as the text of a link, and back. */
import { wellFormed } from "./letters.js";

/** The fields in the order of a link. */
const fields = /** @type {const} */ (["framework", "input", "timesteps", "layers", "budget"]);

/** The fields as they were typed. @typedef {Record<typeof fields[number], string>} Texts */

/** @type {Texts} */
export const empty = { framework: "", input: "", timesteps: "", layers: "", budget: "" };

/** @typedef {import("../engine.js").Catalog["keys"]} Keys what a model can be written with; every other key of an address belongs to the page */

/**
 * Escapes what a query needs escaped and no more: the layers stay legible in the address.
 * @param {string} text
 */
function escaped(text) {
  return encodeURIComponent(wellFormed(text)).replaceAll("%20", "+").replaceAll("%2C", ",").replaceAll("%3D", "=");
}

/**
 * The query of the fields, for an address and for the engine. Empty fields are left out, but never all of them: a link to an empty form is not a
 * first visit.
 * @param {Partial<Texts>} texts
 */
export function encode(texts) {
  const asks = `${texts.input}${texts.layers}`.includes("?"); // else there is no budget
  const parts = fields.flatMap((name) =>
    texts[name] && (asks || name !== "budget") ? [`${name}=${escaped(texts[name])}`] : [],
  );
  return parts.join("&") || "layers=";
}

/**
 * The fields of a query; a key that is given twice counts once.
 * @param {string} query with or without its question mark
 * @param {Keys} keys
 * @returns {Texts}
 */
export function decode(query, keys) {
  const given = [...new URLSearchParams(withoutMark(query))];
  const texts = { ...empty };
  for (const { name, spellings } of keys) texts[name] = given.find(([key]) => spellings.includes(key))?.[1] ?? "";
  return texts;
}

/**
 * Whether a word is another one, or that but for one slip of the pen: a letter too many, too few or another one, or two neighbours swapped.
 * @param {string} word
 * @param {string} other
 */
function isAlmost(word, other) {
  let [start, a, b] = [0, word.length, other.length];
  while (start < a && word[start] === other[start]) start++;
  while (a > start && b > start && word[a - 1] === other[b - 1]) [a, b] = [a - 1, b - 1];
  const swapped =
    a - start === 2 && b - start === 2 && word[start] === other[start + 1] && word[start + 1] === other[start];
  return swapped || Math.max(a, b) - start < 2;
}

/**
 * Whether an address names a model, or any part of one; a key that is spelled almost right does, too: what is wrong with it is told.
 * @param {string} search
 * @param {Keys} keys
 */
export function namesModel(search, keys) {
  return [...new URLSearchParams(search).keys()].some((key) => isModelKey(key, keys));
}

/** @param {string} key @param {Keys} keys */
const isModelKey = (key, keys) =>
  keys.some(({ spellings }) => spellings.some((name) => isAlmost(key.toLowerCase(), name)));

/** The keys of an address that belong to the page or to the element, those that are still to come included: none is a slip of the pen. */
export const pageKeys = "lang theme open steps controls compare fade got vs exercise seed present ask picture id".split(
  " ",
);

/** What is shorter is near to too much else. */
const leastAlmost = 4;

/**
 * What in an address is no key, but almost one. What is almost one of the model's is told by the core where the right one is missing, and
 * here beside it.
 * @param {string} search
 * @param {Keys} keys
 */
export function almostKeys(search, keys) {
  const given = [...new URLSearchParams(search)];
  const known = [...pageKeys, ...keys.flatMap(({ spellings }) => spellings)];
  const others = new Set(given.map(([key]) => key).filter((key) => !known.includes(key)));
  return [...others].flatMap((text) => {
    const word = text.toLowerCase();
    const field = keys.find(({ spellings }) => spellings.some((name) => isAlmost(word, name)));
    const beside = field && given.some(([key, value]) => field.spellings.includes(key) && value.trim() !== "");
    if (field && !beside) return [];
    const names = field?.spellings ?? pageKeys.filter((name) => name.length >= leastAlmost);
    const near = names.includes(word) ? word : names.find((name) => isAlmost(word, name));
    return near ? [{ text, suggestion: near }] : [];
  });
}

/**
 * The address's query with another model in it; the page's own keys stay as they are.
 * @param {string} search
 * @param {string} query
 * @param {Keys} keys
 */
export function withModel(search, query, keys) {
  const own = withoutMark(search)
    .split("&")
    .filter((part) => part !== "" && !namesModel(part, keys));
  return `?${[query, ...own].join("&")}`;
}

/** The page's own keys: the sections that are open, and the language. */
const openKey = "open";
const languageKey = "lang";

/**
 * The sections that an address opens.
 * @param {string} search
 */
export function sectionsOf(search) {
  return keyIn(search, openKey).split(",").filter(Boolean);
}

/**
 * The language that an address asks for, as it is written there; "" where it asks for none.
 * @param {string} search
 */
export const languageIn = (search) => keyIn(search, languageKey);

/** What an address says of one of its keys; "" where nothing. @param {string} search @param {string} key */
export const keyIn = (search, key) => new URLSearchParams(search).get(key) ?? "";

/**
 * The address's query with another value for a key of the page's own; without the key if that is "".
 * @param {string} search
 * @param {string} key
 * @param {string} value
 */
export function withKey(search, key, value) {
  const others = withoutMark(search)
    .split("&")
    .filter((part) => part !== "" && !new URLSearchParams(part).has(key));
  const own = value === "" ? [] : [`${key}=${value}`];
  return `?${[...others, ...own].join("&")}`;
}

/**
 * The address's query with other sections open.
 * @param {string} search
 * @param {string[]} sections
 */
export const withSections = (search, sections) => withKey(search, openKey, sections.join(","));

/**
 * The address's query in another language; "" is the default.
 * @param {string} search
 * @param {string} language
 */
export const withLanguage = (search, language) => withKey(search, languageKey, language);

/**
 * The address's query with another number of values left blank; "" is none.
 * @param {string} search
 * @param {string} fade
 */
export const withFade = (search, fade) => withKey(search, "fade", encodeURIComponent(fade));

/**
 * The address's query with a number that somebody got; "" is none.
 * @param {string} search
 * @param {string} got
 */
export const withGot = (search, got) => withKey(search, "got", encodeURIComponent(got));

/**
 * The address's query with a second model beside the first; "" is none.
 * @param {string} search
 * @param {string} vs
 */
export const withVersus = (search, vs) => withKey(search, "vs", encodeURIComponent(vs));

/** The step that an address presents first; "" where it presents none. @param {string} search */
export function presentIn(search) {
  const at = new URLSearchParams(search).get("present");
  return at === "" ? "1" : (at ?? "");
}

/**
 * The address's query with another step presented; "" is none.
 * @param {string} search
 * @param {string} at
 */
export const withPresent = (search, at) => withKey(search, "present", encodeURIComponent(at));

/** An address as far as its file. @param {string} address */
export const fileIn = (address) => address.replace(/[?#].*$/, "");

/** @param {string} query */
export function withoutMark(query) {
  return query.startsWith("?") ? query.slice(1) : query;
}

/**
 * @param {Texts} a
 * @param {Texts} b
 */
export const sameTexts = (a, b) => fields.every((name) => a[name] === b[name]);
