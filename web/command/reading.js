/** What was read of a text, for a terminal: its layers by line, its count, what is asked, and what was left out. */
import { choicesOf, layersWithChoices } from "../telling/choices.js";
import { choiceWords, footWords, headWords, layerLabel, linesOf } from "../telling/reading.js";
import { shown } from "./report.js";

/** @typedef {import("../engine.js").Reading} Reading */
/** @typedef {import("../telling/reading.js").Words} Words */

/** So many lines are told. */
const mostLines = 1000;
const mostReasons = 8;

/**
 * @param {{ text: string, reading: Reading, notes: string[] }} read `notes`: what is told of the file
 * @param {import("../engine.js").Engine} engine
 * @param {Words} m
 * @param {ReturnType<typeof import("./words.js").commandWords>["reading"]} words
 */
export function readingReport({ text, reading, notes }, engine, m, words) {
  const catalog = engine.catalog();
  const answer = engine.explain(reading.query);
  const { lines } = linesOf({ text, reading, answer, most: mostLines }, catalog, m);
  const told = lines.flatMap((line) => {
    if (line.kind === "fold") return [];
    const notes = line.notes.filter(({ quiet }) => !quiet).map((note) => note.words);
    return notes.length > 0 ? [`  ${words.line({ number: String(line.number) })}: ${notes.join("; ")}`] : [];
  });
  const reasons = new Set(
    lines.flatMap((line) =>
      line.kind === "line" && line.quiet ? line.notes.filter(({ quiet }) => quiet).map((note) => note.words) : [],
    ),
  );
  const paragraphs = [
    headWords(reading, catalog, m),
    notes.join(" "),
    ...told,
    footWords({ reading, answer, hidden: false }, m),
  ];
  if (reading.questions.length > 0) paragraphs.push(words.asks({ names: reading.questions.map(({ name }) => name) }));
  for (const layer of layersWithChoices(reading)) {
    const choices = choicesOf(reading, layer).map((place) => reading.choices[place]);
    const first = layer < 0 ? [] : [{ query: reading.query, args: {} }];
    const names = choiceWords(layer, [...first, ...choices], engine.explain, catalog, m).slice(first.length);
    const more = String(reading.more_choices);
    paragraphs.push(
      layer < 0 ? words.models({ names, more }) : words.choices({ layer: layerLabel(layer, answer, m), names, more }),
    );
  }
  if (reasons.size > 0) paragraphs.push(words.left({ reasons: [...reasons].slice(0, mostReasons) }));
  return `${paragraphs
    .filter((one) => one !== "")
    .map((one) => shown(one))
    .join("\n")}\n`;
}
