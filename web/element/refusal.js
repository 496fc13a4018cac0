/**
 * Where a host's Trusted Types policy does not allow `lit-html`, Lit throws while its module is read, and there is no element at all. That is
 * told here all the same: by the event that every failure has. Asked for before Lit. All of them are read in one go, whether a tag or
 * import() asked for them: in the next task it is known what came of it.
 */

let whole = false;
/** What was thrown, where a tag asked; an import() gives it to who asked. @type {unknown} */
let thrown = new Error("What <rnn-params> is made of could not be read: does trusted-types allow lit-html?");

/** @param {ErrorEvent} event */
function hear({ error }) {
  thrown = error;
}

function tell() {
  removeEventListener("error", hear);
  if (whole) return;
  const detail = { kind: "refused", error: thrown };
  for (const element of document.querySelectorAll("rnn-params"))
    element.dispatchEvent(new CustomEvent("rnn-params-error", { bubbles: true, composed: true, detail }));
}

// There is none where a bundler reads this to render on a server.
if (globalThis.document) {
  addEventListener("error", hear);
  setTimeout(tell);
}

/** Everything was read. */
export function arrived() {
  whole = true;
}
