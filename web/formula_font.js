/**
 * The typeface of formulas, for the page. It is the document's: a shadow root can bring none of its own, and a page that only
 * embeds the element need not allow fonts; there the system's own serif does.
 */

/** As styles/tokens.css calls it. */
const family = "rnn-params formula";

const files = {
  400: new URL("./font/formula-400.woff2", import.meta.url),
  600: new URL("./font/formula-600.woff2", import.meta.url),
};

/** Asks for the font; until it is there, or where it is refused, the system's own serif stands in. */
export function useFormulaFont() {
  for (const [weight, url] of Object.entries(files)) {
    const face = new FontFace(family, `url("${url}")`, { weight, display: "swap" });
    document.fonts.add(face);
    face.load().catch(() => document.fonts.delete(face));
  }
}
