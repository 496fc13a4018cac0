/** Sentences, with the notation in them drawn, and numbers, which never break: what every room that draws begins with. */
import { html } from "lit";
import { cutNotation } from "../telling/notation.js";

/** What is longer may have to be smaller than the text around it, on a narrow page. */
const longDigits = 9;
/** 2⁶⁴ − 1 with its commas. What is longer was typed, and breaks anywhere. */
const number = /(?<![\d,])\d[\d,]{6,25}(?![\d,])/;

/** Whether a number is too long to stand beside others on a narrow page. @param {string} digits */
export const isLong = (digits) => digits.length > longDigits;

/** The class of a number that is drawn by itself. @param {string} digits */
export const numberClass = (digits) => (isLong(digits) ? "n long" : "n");

/**
 * A text whose long numbers stay whole.
 * @param {string} text
 */
export const unbroken = (text) =>
  text
    .split(new RegExp(`(${number.source})`))
    .map((part, place) => (place % 2 === 1 ? html`<span class=${numberClass(part)}>${part}</span>` : part));

/** @param {string} sentence */
export function words(sentence) {
  return cutNotation(sentence).map((part) => {
    if (typeof part === "string") return unbroken(part);
    const { letter, raised, small } = part;
    return raised ? html`<i>${letter}</i><sup>${small}</sup>` : html`<i>${letter}</i><sub>${small}</sub>`;
  });
}
