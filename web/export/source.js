/**
 * What a document was made from: its model's query, on a last line that `read` finds. Only who opens the file sees it, but for plain
 * text, which has no other lines.
 */

/** What defines a link that nothing uses is not shown, also where Markdown allows no comments. @param {string} query */
const definition = (query) => `[query]: ${query}`;

/** @type {Record<string, (query: string) => string>} */
const lines = {
  markdown: definition,
  table: definition,
  html: (query) => `<!-- ${query.replaceAll("--", "-%2D")} -->`, // a comment ends at two hyphens
  latex: (query) => `% ${query}`,
  text: (query) => query,
};

/**
 * @param {string} text a document; "" for none
 * @param {string} format
 * @param {string} query canonical
 */
export function withSource(text, format, query) {
  const line = lines[format]?.(query);
  if (text === "" || line === undefined) return text;
  return `${text}${format === "latex" || format === "html" ? "" : "\n"}${line}\n`;
}
