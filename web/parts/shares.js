/** The total as a bar: each layer's share, side by side, with the layer's number; its name and its percentage on request. */
import { html, nothing, svg } from "lit";
import { layersWords, layerTitle, shareWords } from "../telling/model.js";
import { sharesOf } from "../telling/shares.js";

/** @typedef {import("./view.js").SupplementView} View */
/** @typedef {import("../telling/shares.js").Share} Share */

/** What is left free between two parts, of 100; a part that is not much wider goes without. */
const gap = 0.4;
/** So far apart, of 100, two numbers have room. */
const apart = 6;

/** @param {Share} share @param {View} view */
function wordsOf(share, { m, answer, catalog }) {
  const { first, last } = share;
  return shareWords(share, m, first === last ? layerTitle(answer, first - 1, catalog, m) : layersWords(first, last, m));
}

/** The pointer and the focus bring the names: all of them at once, for a part may be too thin to be hit. @param {View} view */
export function shareBar(view) {
  const { m, answer } = view;
  const shares = sharesOf(answer);
  if (shares.length === 0) return nothing;
  let labelled = -apart;
  const parts = shares.map(({ first, last, from, to }, index) => {
    const [x, width] = [from * 100, (to - from) * 100];
    const drawn = index < shares.length - 1 && width > 3 * gap ? width - gap : width;
    const middle = x + drawn / 2;
    const named = middle - labelled >= apart;
    if (named) labelled = middle;
    const label = first === last ? m.number(String(first)) : `${m.number(String(first))}–${m.number(String(last))}`;
    return svg`<rect class=${index % 2 ? "b" : "a"} x="${x.toFixed(3)}%" y="0" width="${drawn.toFixed(3)}%" height="8"></rect>${named ? svg`<text x="${middle.toFixed(3)}%" y="21">${label}</text>` : nothing}`;
  });
  const names = shares.map((share) => wordsOf(share, view));
  return html`<svg class="shares" role="img" tabindex="0" aria-label=${m.shares(names)}>${parts}</svg>
    <ul class="share-names" aria-hidden="true">${names.map((name) => html`<li>${name}</li>`)}</ul>`;
}
