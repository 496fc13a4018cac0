/** The element without an answer: what the author wrote between its tags, and why there is no more, where that is known. */
import { html, nothing } from "lit";

/** Trying again changes nothing. @type {import("../engine.js").FailureKind[]} */
const lasting = ["refused", "unsupported"];

/** @typedef {import("../messages/languages.js").Messages} Messages */

/** @param {Messages} m @param {() => void} tryAgain */
const again = (m, tryAgain) => html`<button type="button" class="fix" @click=${tryAgain}>${m.tryAgain}</button>`;

/**
 * @param {import("../engine.js").FailureKind | undefined} failure
 * @param {Messages | undefined} m
 * @param {() => void} tryAgain
 * @param {unknown} room that is kept for an answer that is still to come
 */
export function unanswered(failure, m, tryAgain, room) {
  if (!failure || !m) return html`<div class="unanswered"><slot></slot>${room}</div>`;
  return html`<slot></slot>
    <p class="failure" role="status" lang=${m.language}>${m.failure[failure]} ${lasting.includes(failure) ? nothing : again(m, tryAgain)}</p>`;
}

/**
 * What stands in the place of a part that could not be loaded.
 * @param {string} text
 * @param {Messages} m
 * @param {() => void} tryAgain
 */
export const unloaded = (text, m, tryAgain) =>
  html`<p class="failure rest" role="status" lang=${m.language}>${text} ${again(m, tryAgain)}</p>`;
