import { encode } from "../border/query.js";

/** @typedef {import("../border/query.js").Texts} Texts */

/**
 * The fields with edits that were made for them: a change's, or a ready-made repair's.
 * @param {Texts} texts
 * @param {import("../engine.js").FieldEdit[]} edits
 * @returns {Texts}
 */
export function applied(texts, edits) {
  const after = { ...texts };
  for (const { key, start, end, text } of [...edits].sort((a, b) => b.start - a.start))
    after[key] = after[key].slice(0, start) + text + after[key].slice(end);
  return after;
}

/**
 * The fields with a change of their layers; as they are where that can't be made.
 * @param {Texts} texts
 * @param {import("../engine.js").Change} change
 * @param {import("../engine.js").Engine["edit"]} edit
 */
export const edited = (texts, change, edit) => applied(texts, edit(encode(texts), change).edits);
