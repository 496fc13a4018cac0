/**
 * The typeface of formulas where the page around the element brings none: a shadow root can't have its own, so the document is given
 * it. The bytes come as the core's do, and nothing else is asked for; where they can't be had, the system's own serif stays.
 */

const family = "rnn-params formula";

/** @param {URL} url */
async function bytesOf(url) {
  if (url.protocol !== "data:") return (await fetch(url)).arrayBuffer();
  return Uint8Array.from(atob(url.href.split(",")[1]), (letter) => letter.charCodeAt(0)).buffer;
}

/** The longest that formulas wait for it behind the core, in milliseconds: what is painted in another typeface first moves. */
const patience = 2000;

/** @type {Promise<void> | undefined} */
let waiting;

/**
 * Resolves when it is there, or need not be waited for any longer; the same for all elements.
 * @param {Promise<unknown>} core that is loaded beside it
 */
export function typeface(core) {
  waiting ??= wait(core);
  return waiting;
}

/** @param {Promise<unknown>} core */
async function wait(core) {
  const added = add().catch(() => {});
  await core.catch(() => {});
  await new Promise((resolve) => {
    const late = setTimeout(resolve, patience);
    added.then(() => clearTimeout(late)).then(resolve);
  });
}

/** Once in a document. */
async function add() {
  const own = [...document.fonts].filter((face) => face.family.replaceAll('"', "") === family);
  if (own.length > 0) return void (await Promise.all(own.map((face) => face.load())));
  const regular = new URL("../font/formula-400.woff2", import.meta.url);
  const bold = new URL("../font/formula-600.woff2", import.meta.url);
  const [thin, thick] = await Promise.all([bytesOf(regular), bytesOf(bold)]);
  const faces = [new FontFace(family, thin, { weight: "400" }), new FontFace(family, thick, { weight: "600" })];
  for (const face of await Promise.all(faces.map((face) => face.load()))) document.fonts.add(face);
}
