/** The total as a bar: each layer's share, side by side. */
import { html, nothing, svg } from "lit";
import { shareWords } from "../telling/model.js";
import { sharesOf } from "../telling/shares.js";

/** @typedef {import("./view.js").View} View */

/** What is left free between two parts, of 100; a part that is not much wider goes without. */
const gap = 0.4;

/** @param {View} view */
export function shareBar(view) {
  const { m, answer } = view;
  if (answer.layers.length < 2) return nothing;
  const shares = sharesOf(answer);
  if (shares.length === 0) return html`<div class="shares"></div>`;
  const parts = shares.map((share, index) => {
    const [x, width] = [share.from * 100, (share.to - share.from) * 100];
    const drawn = index < shares.length - 1 && width > 3 * gap ? width - gap : width;
    return svg`<rect class=${index % 2 ? "b" : "a"} x="${x.toFixed(3)}%" y="0" width="${drawn.toFixed(3)}%" height="100%"><title>${shareWords(share, m)}</title></rect>`;
  });
  return html`<svg class="shares" role="img" aria-label=${m.shares(shares.map((share) => shareWords(share, m)))}>${parts}</svg>`;
}
