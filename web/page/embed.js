/** The page's button that helps to embed what it shows; the dialog is loaded when it is asked for. */

/** @typedef {import("../element/rnn-params.js").RnnParams} RnnParams */
/** @typedef {import("./embed_dialog.js").EmbedDialog} EmbedDialog */

/**
 * @param {RnnParams} source what is on screen
 * @param {HTMLElement} opener has the focus again when the dialog closes
 */
export async function openEmbedDialog(source, opener) {
  const [words] = await Promise.all([source.messages?.supplements(), import("./embed_dialog.js")]);
  const dialog = /** @type {EmbedDialog} */ (
    document.querySelector("embed-dialog") ?? document.body.appendChild(document.createElement("embed-dialog"))
  );
  Object.assign(dialog, { words: words?.embed, source, opener });
  await dialog.show();
}
