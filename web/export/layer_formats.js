/** The layers of a model as data: a table for people (Markdown, which also reads well as plain text), CSV and JSON for programs. */
import { fullLayer } from "../telling/facts.js";
import { layerRows, rowName, shareOf, widthsWords } from "../telling/layer_table.js";
import { memoryOf, memoryWords } from "../telling/memory.js";

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {import("../engine.js").Catalog} Catalog */
/** @typedef {import("../messages/languages.js").SpokenMessages} Messages */

/**
 * A table in Markdown, its columns aligned, with the sum; below it what is trained, and the size in memory.
 * @param {Answer} answer
 * @param {Catalog} catalog
 * @param {Messages} m
 */
export function tableOf(answer, catalog, m) {
  const rows = layerRows(answer, catalog, true);
  const { layerTable: head, memory: said } = m;
  if (!head || !said) return ""; // the words could not be had
  const timed = rows.some(({ steps }) => steps !== "");
  const split = answer.frozen !== "0";
  const line = (/** @type {string[]} */ [name, width, steps, count, share, trained]) => [
    name,
    width,
    ...(timed ? [steps] : []),
    count,
    share,
    ...(split ? [trained] : []),
  ];
  const cells = [
    line([head.layer, head.handsOn, head.steps, head.parameters, head.share, head.trained]),
    ...rows.map((row) =>
      line([
        `${row.first}. ${rowName(row, m)}`,
        widthsWords(row, m),
        m.number(row.steps),
        m.number(row.total),
        shareOf(row, m),
        m.number(row.trainable),
      ]),
    ),
    line([head.total, "", "", m.number(answer.total), "", m.number(answer.trainable)]),
  ];
  return `${aligned(cells)}\n\n${memoryWords(memoryOf(answer), { ...m, memory: said })}\n`;
}

/** The first column begins at its left, the numbers end at their right. @param {string[][]} cells the head first */
export function aligned(cells) {
  const [head, ...rows] = cells.map((row) => row.map(escaped));
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => lengthOf(row[column]))));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((text, column) => padded(text, widths[column], column === 0)).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

const letters = new Intl.Segmenter();

/** Signs as a reader sees them: a letter with its marks is one. @param {string} text */
const lengthOf = (text) => [...letters.segment(text)].length;

/** @param {string} text @param {number} width @param {boolean} left */
function padded(text, width, left) {
  const room = " ".repeat(width - lengthOf(text));
  return left ? text + room : room + text;
}

/** A sign alone, as in "< 0.1 %", begins nothing. @param {string} text */
const escaped = (text) => text.replace(/[\\`*_$~|#]|[<>](?=\S)/g, "\\$&");

/** What a program reads of each layer; numbers are decimal digits without separators, "" where there is none. */
const columns = /** @type {const} */ ([
  "layer",
  "name",
  "input",
  "units",
  "directions",
  "merge_mode",
  "hands_on",
  "time_steps",
  "parameters",
  "trainable",
  "frozen",
]);

/** @param {Answer["layers"][number]} layer @param {number} index @returns {Record<typeof columns[number], string>} */
const recordOf = (layer, index) => ({
  ...{ layer: String(index + 1), name: layer.name, input: layer.input, units: layer.units },
  ...{
    directions: layer.directions,
    merge_mode: layer.merge_mode,
    hands_on: layer.hands_on.width,
    time_steps: layer.hands_on.steps,
  },
  ...{ parameters: layer.total, trainable: layer.trainable, frozen: layer.frozen },
});

/**
 * A line for each layer, under a line of names that are the same in every language; quoted as in RFC 4180. Each begins with the
 * query, so that those of several models can stand one under the other, and a line by itself says what it is of.
 * @param {Answer} answer
 */
export function csvOf({ query, layers }) {
  const first = quoted(query);
  const lines = layers.map((layer, index) => {
    const record = recordOf(layer, index);
    return [first, ...columns.map((column) => quoted(record[column]))];
  });
  return [["query", ...columns], ...lines].map((line) => `${line.join(",")}\n`).join("");
}

/** Those of several models as one. @param {string[]} texts */
export const csvOfAll = (texts) =>
  texts.map((text, place) => (place === 0 ? text : text.slice(text.indexOf("\n") + 1))).join("");

/** @param {string} text */
const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * One line: the canonical query, the framework, the totals, and of each layer what the CSV has and its tensors. Numbers are strings, as in
 * an Answer: they are exact beyond 2^53, too.
 * @param {Answer} answer
 */
export function jsonOf(answer) {
  const { query, framework, total, trainable, frozen } = answer;
  const layers = answer.layers.map((layer, index) => ({
    ...recordOf(layer, index),
    tensors: tensorsOf(answer, index),
  }));
  return `${JSON.stringify({ query, framework, total, trainable, frozen, bytes: memoryOf(answer), layers })}\n`;
}

/** @param {Answer} answer @param {number} index */
const tensorsOf = ({ layers }, index) =>
  fullLayer(layers, index).weights.map(({ shape, direction, trainable }, place) => ({
    ...{ name: layers[index].weights[place].name, shape, direction, trainable },
  }));
