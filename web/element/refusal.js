/**
 * Where a host's Trusted Types policy does not allow `lit-html`, Lit throws while its module is read, and there is no element at all. That is
 * told here all the same: by the event that every failure has. Asked for before Lit.
 */

/** @param {ErrorEvent} event */
function tell({ error }) {
  removeEventListener("error", tell);
  const detail = { kind: "refused", error };
  for (const element of document.querySelectorAll("rnn-params"))
    element.dispatchEvent(new CustomEvent("rnn-params-error", { bubbles: true, composed: true, detail }));
}

globalThis.addEventListener?.("error", tell); // there is none where a bundler reads this to render on a server

/** Everything was read: other errors are no news of this. */
export const arrived = () => globalThis.removeEventListener?.("error", tell);
