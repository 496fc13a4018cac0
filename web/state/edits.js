/**
 * Applies the edits of a ready-made repair to the fields that they were made for.
 * @param {import("./query.js").Texts} texts
 * @param {import("../engine.js").Fix} fix
 * @returns {import("./query.js").Texts}
 */
export function applyFix(texts, fix) {
  const after = { ...texts };
  for (const { key, start, end, text } of [...fix.edits].sort((a, b) => b.start - a.start))
    after[key] = after[key].slice(0, start) + text + after[key].slice(end);
  return after;
}
