/** What was read of a pasted text, line by line: loaded with what reads it. Text is text here, never markup. */
import { html, nothing, unsafeCSS } from "lit";
import { live } from "lit/directives/live.js";
import { short } from "../messages/numbers.js";
import sheet from "../styles/reading.css?inline";
import { choicesOf } from "../telling/choices.js";
import { fileNoteWords, fileProblemWords } from "../telling/files.js";
import { printedOfChosen } from "../telling/printed_rows.js";
import { fixWords } from "../telling/problems.js";
import {
  choiceWords,
  footWords,
  headWords,
  isRead,
  layerLabel,
  limitWords,
  linesOf,
  numberWords,
} from "../telling/reading.js";
import { unbroken } from "../text/words.js";
import { printedTable } from "./printed_rows.js";

export const styles = [unsafeCSS(sheet)];

/** @typedef {import("../telling/reading.js").Words} Words */
/** @typedef {import("../telling/reading.js").Line} Line */
/** @typedef {import("./view.js").SupplementView} View */

/**
 * @typedef {{
 *   text: string, reading: import("../engine.js").Reading, answer: import("../engine.js").Answer | undefined,
 *   chosen: Readonly<Record<number, number>>, names: Readonly<Record<string, string>>, lines: number,
 *   name: (name: string, value: string) => void, choose: (layer: number, place: number) => void,
 *   mend: (fix: import("../engine.js").Fix) => void, close: () => void, more: () => void,
 * }} Read
 * `answer`: to the query that was read, undefined where there is none
 */

/** The lines of a text are told once for each reading. @type {WeakMap<object, { key: string, answer: unknown, m: unknown, lines: import("../telling/reading.js").Lines }>} */
const told = new WeakMap();

/** @param {Read} read @param {View["catalog"]} catalog @param {Words} m */
function linesTold(read, catalog, m) {
  const { reading, text, lines, chosen } = read;
  const answer = chosen[-1] === undefined ? read.answer : undefined;
  const key = `${lines} ${chosen[-1]}`;
  const before = told.get(reading);
  if (before && before.key === key && before.answer === answer && before.m === m) return before.lines;
  const open = isTable(printedOfChosen(reading, chosen));
  const now = linesOf({ text, reading, answer, most: lines, open }, catalog, m);
  told.set(reading, { key, answer, m, lines: now });
  return now;
}

/** Whether it is told row by row. @param {Read["reading"]} reading */
const isTable = ({ format, printed }) => format === "summary" && printed.rows.length > 0;

/** @param {Line["parts"][number]} part */
const part = ({ text, kind }) => (kind === "" ? text : html`<span class=${`is-${kind}`}>${text}</span>`);

/** The id of a question's field. @param {number} place */
export const questionId = (place) => `ask-name-${place}`;

/** @param {string} name @param {Read} read @param {Words} m */
function question(name, { reading, names, name: answer }, m) {
  const id = questionId(reading.questions.findIndex((one) => one.name === name));
  const typed = (/** @type {Event} */ { target }) => answer(name, /** @type {HTMLInputElement} */ (target).value);
  return html`<div class="question"><label for=${id}>${m.pasted.noValue({ name: short(name) })}</label>
    <input id=${id} type="text" inputmode="numeric" autocomplete="off" size="8" .value=${live(names[name] ?? "")} @input=${typed} /></div>`;
}

/**
 * What a layer can be, or which of the models is meant, to choose from.
 * @param {number} layer as it is written; −1: models altogether
 * @param {Read} read @param {View} view @param {Words} m
 */
function choice(layer, { reading, chosen, choose, answer }, { engine, catalog }, m) {
  const places = choicesOf(reading, layer);
  if (places.length === 0) return nothing;
  const all = [{ query: reading.query, args: { name: reading.choices[places[0]].args.first ?? "" } }];
  const words = choiceWords(
    layer,
    [...all, ...places.map((place) => reading.choices[place])],
    engine.explain,
    catalog,
    m,
  );
  const id = `ask-choice-${layer < 0 ? "model" : layer}`;
  const label = layer < 0 || !answer ? m.pasted.chooseModel : m.pasted.choose({ layer: layerLabel(layer, answer, m) });
  const change = (/** @type {Event} */ { target }) =>
    choose(layer, Number(/** @type {HTMLSelectElement} */ (target).value));
  const now = chosen[layer] ?? -1;
  return html`<div class="choosing"><label for=${id}>${label}</label>
    <select id=${id} @change=${change}>${[-1, ...places].map((place, index) => html`<option value=${place} .selected=${place === now}>${words[index]}</option>`)}</select>
    ${reading.more_choices > 0 ? m.pasted.moreChoices({ count: String(reading.more_choices) }) : nothing}</div>`;
}

/** @param {Line} line @param {Read} read @param {View} view @param {Words} m */
function lineOf({ parts, quiet, notes, questions, layers, number }, read, view, m) {
  const note = (/** @type {Line["notes"][number]} */ { words, quiet, problem }) =>
    html`<p class=${problem ? "wrong" : quiet ? "soft" : ""}>${unbroken(words)}${problem?.args.fixes?.map((fix) => {
      const label = fixWords(fix, view.catalog, m);
      return html` <button type="button" class="fix" aria-label=${`${label}: ${m.number(String(number))}`} @click=${() => read.mend(fix)}>${label}</button>`;
    })}</p>`;
  const beside = [
    ...notes.map(note),
    ...questions.map((name) => question(name, read, m)),
    ...layers.map((layer) => choice(layer, read, view, m)),
  ];
  return html`<li class=${quiet ? "unused" : ""}><code dir="ltr">${parts.map(part)}</code>${beside.length > 0 ? html`<div class="became">${beside}</div>` : nothing}</li>`;
}

/**
 * @param {Read} read
 * @param {View} view
 * @param {Words} m its words and those of what was read
 */
export function whatWasRead(read, view, m) {
  const { reading, answer } = read;
  const { catalog } = view;
  const number = reading.format === "number";
  const known = isRead(reading);
  const limits = limitWords(reading, m);
  const hidden = view.outline.open;
  const printed = printedOfChosen(reading, read.chosen);
  const foot = number
    ? numberWords({ answer: view.answer, hidden }, m)
    : known && answer
      ? footWords({ reading: printed, answer, hidden }, m)
      : "";
  const { lines, more: moreLines } = number || !known ? { lines: [], more: 0 } : linesTold(read, catalog, m);
  const table = known && answer && isTable(printed);
  const more = moreLines + (table ? Math.max(0, printed.printed.rows.length - read.lines) : 0);
  const other = (/** @type {number} */ layer) => choice(layer, read, view, m);
  const comes = (/** @type {number} */ written, /** @type {string} */ printed) => {
    const places = answer?.layers.flatMap(({ origin }, place) => (origin === written ? [place] : [])) ?? [];
    return answer && places.length === 1 ? (view.diagnosing?.ofLayer(view, answer, places[0], printed) ?? "") : "";
  };
  return html`
    <div class="what-was-read" role="group" aria-labelledby="read-as">
      <div class="read-head"><h2 id="read-as">${number ? m.pasted.read.number : headWords(reading, catalog, m)}</h2>
        <button type="button" class="tool" aria-label=${m.pasted.close} @click=${read.close}>×</button></div>
      ${limits.map((words) => html`<p class="wrong" role="status">${words}</p>`)}
      ${known || limits.length > 0 ? nothing : html`<p role="status">${m.pasted.nothingRead}</p>`}
      ${known && !number ? choice(-1, read, view, m) : nothing}
      ${table ? printedTable({ reading, answer, most: read.lines, hidden }, catalog, other, comes, m) : nothing}
      ${
        known && lines.length > 0
          ? html`<ol class="read-lines" tabindex="0" role="list" aria-labelledby="read-as">${lines.map((one) =>
              one.kind === "line"
                ? lineOf(one, read, view, m)
                : html`<li class="fold">${(one.unread ? m.pasted.foldedUnread : m.pasted.folded)({ count: String(one.count) })}</li>`,
            )}</ol>`
          : nothing
      }
      ${known && more > 0 ? html`<button type="button" class="quiet" @click=${read.more}>${m.pasted.showLines({ count: String(more) })}</button>` : nothing}
      ${number && foot === "" ? view.diagnosing?.found(view, read.text) : nothing}
      ${foot === "" ? nothing : html`<p class="read-foot" role="status">${unbroken(foot)}</p>`}
    </div>
  `;
}

/** @param {import("../element/reading.js").FromFile | undefined} file @param {Words} m */
export function fileTold(file, m) {
  if (!file) return nothing;
  const { name, problem, notes } = file;
  const words = fileNoteWords(notes, name, m);
  if (problem) {
    const all = [fileProblemWords(problem, name, m), ...words].join(" ");
    return html`<p class="wrong refused-file" role="status">${unbroken(all)}</p>`;
  }
  return words.length === 0 ? nothing : html`<p class="from-file" role="status">${unbroken(words.join(" "))}</p>`;
}
