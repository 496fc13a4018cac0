/** The three fields as the text of a link, and back. */
import { toAscii } from "./digits.js";

/** @typedef {{ framework: string, input: string, layers: string }} Texts the fields as they were typed */

/** The keys that a model can be written with; every other key of an address belongs to the page. */
const spellings = {
  framework: ["framework"],
  input: ["input", "input_dim", "input_size", "input_units"],
  layers: ["layers"],
};
const modelKeys = Object.values(spellings).flat();

/**
 * Escapes what a query needs escaped and no more: the layers stay legible in the address.
 * @param {string} text
 */
function escaped(text) {
  const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
  return encodeURIComponent(text.replace(loneSurrogates, "\uFFFD"))
    .replaceAll("%20", "+")
    .replaceAll("%2C", ",")
    .replaceAll("%3D", "=");
}

/**
 * The query of the fields, for an address. Empty fields are left out, but never all of them: a link to an empty form is not a
 * first visit.
 * @param {Texts} texts
 */
export function encode({ framework, input, layers }) {
  const parts = [];
  if (framework !== "") parts.push(`framework=${escaped(framework)}`);
  if (input !== "") parts.push(`input=${escaped(input)}`);
  if (layers !== "" || parts.length === 0) parts.push(`layers=${escaped(layers)}`);
  return parts.join("&");
}

/**
 * The query of the fields as the engine reads it.
 * @param {Texts} texts
 */
export function forEngine({ framework, input, layers }) {
  return encode({ framework: toAscii(framework), input: toAscii(input), layers: toAscii(layers) });
}

/**
 * A query that came in a link, as the engine reads it: only Devanagari digits are exchanged.
 * @param {string} query
 */
export function linkForEngine(query) {
  return toAscii(withoutMark(query)).replace(/%E0%A5%(A[6-9A-F])/gi, (_, low) =>
    String(Number.parseInt(low, 16) - 0xa6),
  );
}

/**
 * The fields of a query; a key that is given twice counts once.
 * @param {string} query with or without its question mark
 * @returns {Texts}
 */
export function decode(query) {
  const given = new URLSearchParams(withoutMark(query));
  const first = (/** @type {string[]} */ keys) => [...given].find(([key]) => keys.includes(key))?.[1] ?? "";
  return { framework: first(spellings.framework), input: first(spellings.input), layers: first(spellings.layers) };
}

/**
 * Whether an address names a model, or any part of one.
 * @param {string} search
 */
export function namesModel(search) {
  return [...new URLSearchParams(search).keys()].some((key) => modelKeys.includes(key));
}

/**
 * The address's query with another model in it; the page's own keys stay as they are.
 * @param {string} search
 * @param {string} query
 */
export function withModel(search, query) {
  const own = withoutMark(search)
    .split("&")
    .filter((part) => part !== "" && !namesModel(part));
  return `?${[query, ...own].join("&")}`;
}

/** @param {string} query */
function withoutMark(query) {
  return query.startsWith("?") ? query.slice(1) : query;
}

/**
 * @param {Texts} a
 * @param {Texts} b
 */
export function sameTexts(a, b) {
  return a.framework === b.framework && a.input === b.input && a.layers === b.layers;
}
