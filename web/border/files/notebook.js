/** .ipynb: the code of its cells, and what they printed; pictures are most of it and are left. */
import { limits } from "./limits.js";
import { FileProblem, jsonOf } from "./source.js";

/** @param {unknown} value lines, or one text */
const joined = (value) =>
  Array.isArray(value)
    ? value.filter((line) => typeof line === "string").join("")
    : typeof value === "string"
      ? value
      : "";

/** @param {string} text */
export const isNotebook = (text) =>
  /^\s*\{/.test(text) && /"nbformat"\s*:/.test(text) && /"(cells|worksheets)"\s*:/.test(text);

/** @param {string} text @returns {import("./file.js").Contents} */
export function readNotebook(text) {
  const notebook = /** @type {any} */ (jsonOf(text));
  const cells = notebook?.cells ?? notebook?.worksheets?.[0]?.cells;
  if (!Array.isArray(cells)) throw new FileProblem("damaged");
  const code = cells.filter((cell) => cell?.cell_type === "code");
  const sources = code.map((cell) => joined(cell.source ?? cell.input).replace(/\s+$/, "")).filter((one) => one !== "");
  const printed = code.flatMap((cell) => printedIn(cell.outputs)).slice(0, limits.outputs);
  if (sources.length === 0 && printed.length === 0) throw new FileProblem("no_cells");
  const whole = sources.length > 0 ? [{ id: "code", text: `${sources.join("\n\n")}\n` }] : [];
  return { kind: "notebook", texts: [...whole, ...printed], notes: [] };
}

/** What a cell printed, in one text, for Keras 3 writes a table in several; and in its parts, where these are several. @param {unknown} outputs */
function printedIn(outputs) {
  const parts = (Array.isArray(outputs) ? outputs : []).map(outputOf).filter((one) => one.trim() !== "");
  if (parts.length === 0) return [];
  const text = parts.map((part) => (part.endsWith("\n") ? part : `${part}\n`)).join("");
  return [{ id: "output", text, ...(parts.length > 1 ? { parts } : {}) }];
}

/** As a terminal shows it. @param {any} output */
function outputOf(output) {
  if (output?.output_type === "stream" && output.name === "stderr") return ""; // logs
  const data = output?.data ?? output ?? {};
  const plain = joined(output?.output_type === "stream" ? output.text : (data["text/plain"] ?? data.text));
  const html = joined(data["text/html"] ?? data.html);
  return onScreen(html.includes("<pre") && plain.length < html.length / 8 ? words(html) : plain || words(html));
}

/** Without what a later line was written over. @param {string} text */
const onScreen = (text) =>
  text
    .replace(/\r\n/g, "\n")
    .split("\n")
    .map((line) => line.replace(/\r+$/, "").replace(/^.*\r/s, "").replaceAll("\b", ""))
    .join("\n");

const entities = /** @type {Record<string, string>} */ ({
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
});

/** The words of some markup. @param {string} html */
const words = (html) =>
  html.replace(/<[^<>]*>/g, "").replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, digits, hex, name) => {
    if (name) return entities[name] ?? whole;
    const code = digits ? Number(digits) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
