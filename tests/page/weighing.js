/** What a browser loads until the first derivation stands, compressed as hosts compress it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

export const notes = `<!doctype html><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">
<script type="module" src="./rnn-params.js"></script>
<rnn-params framework="keras" input="64" layers="LSTM(32),LSTM(32)">the notes' own words</rnn-params>`;

/** Tells the moment before the first frame that has a derivation in it is painted. */
export const watch = `const look = () => {
  if (document.querySelector("rnn-params")?.shadowRoot?.querySelector(".step")) performance.mark("stands");
  else requestAnimationFrame(look);
};
look();`;

/** Runs in the page: whether all that comes later has been asked for. */
export function laterAsked() {
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  return [/\/supplements-/, /_supplements-/, /\/core_rest-/, /\/rest-/].every((later) =>
    names.some((name) => later.test(name)),
  );
}

/** Runs in the page: what was asked for, and whether that was before the derivation stood. */
export function resources() {
  const [stands] = performance.getEntriesByName("stands");
  return performance
    .getEntriesByType("resource")
    .map((entry) => /** @type {PerformanceResourceTiming} */ (entry))
    .map(({ name, initiatorType, startTime }) => ({
      address: name,
      by: initiatorType,
      before: startTime < stands.startTime,
    }));
}

/**
 * The size of a file of the page on its way: fonts are compressed already.
 * @param {string} folder
 * @param {string} name
 */
export async function weigh(folder, name) {
  const bytes = name === "notes.html" ? Buffer.from(notes) : await readFile(join(folder, name));
  return { name, size: bytes.length, sent: name.endsWith(".woff2") ? bytes.length : brotliCompressSync(bytes).length };
}
