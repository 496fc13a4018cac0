/** The element without an answer: what the author wrote between its tags, and why there is no more, where that is known. */
import { html } from "lit";

/**
 * @param {import("../engine.js").FailureKind | undefined} failure
 * @param {import("../messages/languages.js").Messages | undefined} m
 * @param {() => void} tryAgain
 * @param {unknown} room that is kept for an answer that is still to come
 */
export function unanswered(failure, m, tryAgain, room) {
  if (!failure || !m) return html`<div class="unanswered"><slot></slot>${room}</div>`;
  const again = html`<button type="button" class="fix" @click=${tryAgain}>${m.tryAgain}</button>`;
  return html`<slot></slot>
    <p class="failure" role="status" lang=${m.language}>${m.failure[failure]} ${failure === "refused" ? "" : again}</p>`;
}
