/** An exercise on the ideas of a derivation, or on its total: the steps with blanks in them, and nothing beside them that would tell one. Loaded with what asks. */
import { html, nothing, unsafeCSS } from "lit";
import { live } from "lit/directives/live.js";
import sheet from "../styles/exercise_screen.css?inline";
import { isBlank, isOfValues, isTotal, sumBase } from "../telling/exercise.js";
import { exerciseParts, hintWords, nameOfBlank, stepName } from "../telling/exercise_words.js";
import { frameworkOf } from "../telling/facts.js";
import { inputWord } from "../telling/frameworks.js";
import { numberClass, unbroken } from "../text/words.js";
import { giving, paper } from "./exercise.js";
import { symbols } from "./formula.js";
import { openLink } from "./links.js";
import { whenRested } from "./rested.js";
import { worksheetFold } from "./worksheet_fold.js";

export { countedIn, findingOf, hintsOf, judged, resultOf, untouched, wrongValues } from "../telling/exercise.js";
export { diagnosedTotal, slipWords, valueWords } from "../telling/exercise_words.js";

export const styles = [unsafeCSS(sheet)];

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {import("../telling/exercise_words.js").Words} Words */
/** @typedef {import("../telling/exercise.js").Blank} Blank */
/** @typedef {import("../telling/exercise.js").Shown} Shown */
/**
 * @typedef {{
 *   title: string, answer: import("../engine.js").Answer, blanks: Blank[], result: import("../telling/exercise.js").Result, about: (blank: Blank) => string,
 *   fill: (id: string, text: string) => void, check: (id: string, entered: boolean) => void, hint: (id: string) => void,
 *   renew: (() => void) | undefined, give: () => void, leave: () => void, sheets: import("./worksheet_fold.js").Sheets | undefined,
 * }} Exercise `about`: what is said of a wrong number; `renew`: undefined where there are no other numbers; `sheets`: what is handed out of it, on paper, undefined in a widget
 */

/** The line that says how it went. */
export const doneId = "exercise-done";

/** The id of a blank's field, and of what is said of it. @param {Blank} blank */
const fieldOf = ({ id }) => `blank-${id}`;
/** @param {Blank} blank */
const saidOf = ({ id }) => `said-${id}`;

/** @param {Blank} blank @param {Exercise} exercise @param {View} view @param {Words} words */
function field(blank, exercise, view, words) {
  const { id, value, typed, verdict } = blank;
  const isRight = verdict === "right";
  const shown = isRight ? view.m.number(value) : typed;
  const isMarked = isRight || (verdict === "carried" && !blank.again);
  const mark = isMarked ? "✓" : verdict === "wrong" ? "✗" : "";
  // No wider for a longer answer before it is there.
  const size = Math.max(exercise.blanks.length === 1 ? 14 : 5, shown.length + 1);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") exercise.check(id, true);
    if (event.key !== "?") return;
    event.preventDefault();
    exercise.hint(id);
  };
  const fill = (/** @type {Event} */ event) => {
    exercise.fill(id, /** @type {HTMLInputElement} */ (event.target).value);
    whenRested(event, value, () => exercise.check(id, false));
  };
  return html`<span class="asked-for"><input class="blank" id=${fieldOf(blank)} data-blank=${id} type="text" inputmode="numeric" autocomplete="off" spellcheck="false"
    size=${size} aria-label=${nameOfBlank(blank, exercise, words)} aria-invalid=${verdict === "wrong" ? "true" : "false"}
    aria-describedby=${saidOf(blank)} aria-keyshortcuts=${isRight ? nothing : "?"} ?readonly=${isRight} .value=${live(shown)}
    @input=${fill} @blur=${() => exercise.check(id, false)} @keydown=${onKey} /><span class="mark" aria-hidden="true">${mark}</span></span>`;
}

/** A line ends before a sign, never behind it. @param {Shown["pieces"]} pieces */
function termsOf(pieces) {
  /** @type {Shown["pieces"][]} */
  const terms = [];
  for (const piece of pieces) {
    if (terms.length === 0 || (!isBlank(piece) && piece.kind === "operator")) terms.push([]);
    terms[terms.length - 1].push(piece);
  }
  return terms;
}

/** @param {Shown} step @param {Exercise} exercise @param {View} view @param {Words} words */
function formula({ words: named, inNumbers, pieces, end, kind }, exercise, view, words) {
  const piece = (/** @type {Shown["pieces"][number]} */ one) => {
    if (isBlank(one)) return field(one, exercise, view, words);
    const { kind, text } = one;
    if (kind === "missing") return html`<span class="n missing">□</span>`;
    if (kind === "number") return html`<span class=${numberClass(text)}>${view.m.number(text)}</span>`;
    return kind === "operator" ? html`<span class="op">${text}</span> ` : html`${text}`;
  };
  /** @type {unknown[]} */
  const sides =
    pieces.length > 0 ? [termsOf(pieces).map((term) => html`<span class="piece">${term.map(piece)}</span> `)] : [];
  if (end !== undefined && end !== "")
    sides.push(
      typeof end === "string"
        ? html`<span class="${numberClass(end)} value">${view.m.number(end)}</span>`
        : field(end, exercise, view, words),
    );
  const name = named ? symbols(named, inNumbers, view, kind === "reads") : nothing;
  const begins = boxFirst({ end, kind, pieces });
  if (begins !== undefined) {
    const [box] = sides.splice(begins, 1);
    const behind = [...(named ? [name] : []), ...sides];
    return html`<span class="formula numbers"><span class="side">${box}</span> ${behind.map((side) => html`<span class="side">= ${side}</span> `)}</span>`;
  }
  return html`<span class="formula numbers">${name} ${sides.map((side, place) => html`<span class="side">${named || place > 0 ? "= " : ""}${side}</span> `)}</span>`;
}

/**
 * The side with the box, where the words of its formula come only once it is right: they come behind it, and the box stays where it is.
 * @param {Pick<Shown, "end" | "kind" | "pieces">} step
 */
function boxFirst({ end, kind, pieces }) {
  if (typeof end === "object") return isOfValues(end) || isTotal(end) ? undefined : -1;
  return kind === "directions" && pieces.some(isBlank) ? 0 : undefined;
}

/** What is said of what was typed. @param {Blank} blank @param {Exercise} exercise @param {Words} words */
function sentenceOf(blank, exercise, words) {
  const { verdict, given, value } = blank;
  if (given) return words.answer({ value });
  if (verdict === "carried" || verdict === "outdated") return words[verdict][blank.again ? "again" : "follows"];
  return verdict === "wrong" ? exercise.about(blank) : "";
}

/** @param {Blank} blank @param {Exercise} exercise @param {View} view @param {Words} words */
const hintOf = (blank, { answer }, { catalog }, words) =>
  blank.verdict === "right" ? "" : hintWords(blank, answer, catalog, words);

/** All of it. @param {Blank} blank @param {Exercise} exercise @param {View} view @param {Words} words */
const toldOf = (blank, exercise, view, words) =>
  `${sentenceOf(blank, exercise, words)}${hintOf(blank, exercise, view, words)}`;

/** Whether a number is still a square somewhere. @param {Shown} step */
const hasSquares = ({ pieces, words }) =>
  [...pieces, ...(words?.tokens ?? [])].some((piece) => !isBlank(piece) && piece.kind === "missing");

/** What is said of the blanks of a step, each when it changes. @param {Shown} step @param {Exercise} exercise @param {View} view @param {Words} words */
function said({ blanks }, exercise, view, words) {
  /** The same of two blanks is to be seen once. @type {Set<string>} */
  const seen = new Set();
  const several =
    new Set(blanks.map((blank) => toldOf(blank, exercise, view, words)).filter((told) => told !== "")).size > 1;
  const of = (/** @type {Blank} */ blank, /** @type {number} */ place) => {
    const { verdict, given } = blank;
    const sentence = sentenceOf(blank, exercise, words);
    const hint = hintOf(blank, exercise, view, words);
    const look = seen.has(sentence) ? "visually-hidden" : verdict === "wrong" ? "slipped" : "soft";
    const placed = (/** @type {string} */ said) => (several ? words.ofBlank({ place: place + 1, said }) : said);
    if (!given) seen.add(sentence);
    return html`<span class="said" id=${saidOf(blank)} role="status">${verdict === "right" && !given ? html`<span class="visually-hidden">${words.right}</span>` : nothing}${sentence === "" ? nothing : html`<span class=${look}>${unbroken(placed(sentence))} </span>`}${hint === "" ? nothing : html`<span class="soft">${unbroken(sentence === "" ? placed(hint) : hint)}</span>`}</span> `;
  };
  const open = blanks.filter(({ verdict }) => verdict !== "right");
  const [left] = open;
  const hint = (/** @type {Event} */ event) => {
    const root = /** @type {ShadowRoot} */ (/** @type {Element} */ (event.currentTarget).getRootNode());
    exercise.hint((open.find((blank) => fieldOf(blank) === root.activeElement?.id) ?? left).id);
  };
  const hold = (/** @type {Event} */ event) => event.preventDefault();
  // With keys a question mark gives it, so that Tab leads from blank to blank; a click leaves the focus in its blank, which it is for.
  const button = left
    ? html`<button type="button" class="as-link hint-button" tabindex="-1" aria-label=${words.hintFor({ blank: nameOfBlank(left, { ...exercise, blanks: [left] }, words) })} @mousedown=${hold} @click=${hint}>${words.hintButton}</button>`
    : nothing;
  return blanks.length === 0 ? nothing : html`<div class="of-blanks">${blanks.map(of)}${button}</div>`;
}

/** @param {Shown} step @param {Exercise} exercise @param {View} view @param {Words} words */
const stepItem = (step, exercise, view, words) =>
  html`<li class="step"><div class="row-of-step"><span class="step-title">${stepName(step, exercise, words)}</span> <div>${formula(step, exercise, view, words)}</div></div>${said(step, exercise, view, words)}</li>`;

/** What is given besides the layers. @param {Exercise} exercise @param {View} view @param {Words} words */
function givenLine({ answer }, view, words) {
  const { fields, written } = answer;
  const framework = frameworkOf(answer, view.catalog);
  const name = framework.name === "" ? words.asNotes : words.as({ name: framework.name });
  const sizes = [
    [inputWord(framework, written[0]?.cell, view.catalog), fields.input],
    ["timesteps", fields.timesteps],
  ].flatMap(([name, size]) => (size.trim() === "" ? [] : [`${name} = ${size.trim()}`]));
  return html`<p class="soft">${[...sizes, name].join(" · ")}</p>`;
}

/**
 * @param {Exercise} exercise
 * @param {View} view
 * @param {Words} words
 */
export function exerciseScreen(exercise, view, words) {
  const { m, mode } = view;
  const page = mode.controls === "all";
  const { blanks, result } = exercise;
  const parts = exerciseParts(exercise, words);
  const chance = blanks.filter(({ coincides }) => coincides.length > 0);
  const title = words.title({ model: exercise.title });
  // For those who have no question mark: behind the blanks, which Tab leads through.
  const left = blanks.find(({ verdict }) => verdict === "wrong") ?? blanks.find(({ verdict }) => verdict !== "right");
  const part = (/** @type {(typeof parts)[number]} */ { title, steps, base }) => {
    const name =
      title === ""
        ? nothing
        : page
          ? html`<h3><span>${unbroken(title)}</span></h3>`
          : html`<p class="of">${unbroken(title)}</p>`;
    const list = html`<ol class=${steps.length > 1 ? "steps" : "steps single"}>${steps.map((step) => stepItem(step, exercise, view, words))}</ol>`;
    return html`<div class=${base === sumBase ? "layer part together" : "layer part"}>${name}${steps.length > 0 ? list : nothing}</div>`;
  };
  const done = { count: result.blanks, right: result.right, hints: result.hints };
  // What a right total is made of.
  const derived =
    blanks.some(isTotal) && result.done ? exerciseParts({ answer: exercise.answer, blanks: [] }, words) : [];
  return html`<div class=${page ? "exercise-screen" : "exercise-screen widget"} part="exercise" role="group" aria-label=${title} lang=${m.language}>
    ${paper(view)}
    ${page ? html`<h2>${unbroken(title)}</h2>` : html`<p class="name">${unbroken(title)}</p>`}
    ${givenLine(exercise, view, words)}
    <p class="asked">${blanks.some(isTotal) ? words.askedTotal : html`${m.exercise.asked} <span class="on-screen">${m.exercise.checked}</span>`} <span class="on-screen soft keys">${words.keys}${parts.some(({ steps }) => steps.some(hasSquares)) ? html` ${words.square}` : nothing}</span></p>
    ${chance.length > 0 && !result.done ? html`<p class="soft chance">${words.coincides({ places: chance.map((blank) => nameOfBlank(blank, exercise, words)) })}</p>` : nothing}
    ${parts.map(part)}
    <p class="done" id=${doneId} role="status" tabindex=${result.done ? 0 : nothing}>${result.done ? words.done(done) : nothing}</p>
    ${derived.map(part)}
    <div class="exercise-foot">
      ${left ? html`<button type="button" class="quiet foot-hint" aria-label=${words.hintNext({ blank: nameOfBlank(left, exercise, words) })} @click=${() => exercise.hint(left.id)}>${words.hintButton}</button>` : nothing}
      ${exercise.renew ? html`<button type="button" class="quiet" @click=${exercise.renew}>${words.renew}</button>` : nothing}
      ${result.done ? nothing : giving(exercise.give, view)}
      ${page || result.done ? html`<button type="button" class="quiet" @click=${exercise.leave}>${words.leave}</button>` : nothing}
      ${page ? nothing : openLink(view)}
    </div>
    ${exercise.sheets ? worksheetFold(exercise.sheets, view, words.sheets) : nothing}
  </div>`;
}
