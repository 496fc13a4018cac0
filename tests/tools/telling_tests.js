/** The tests that hold what web/telling says, for the tools that run them again and again. */

/** @param {string} names */
const files = (names) => names.split(/\s+/).map((name) => `tests/web/${name}.test.js`);

/** By their time, the quickest first: they can share a process. */
export const tellingTests = files(
  `telling_problems presenting attentions gates remarks around versus convolutions messages shapes catalog layers_text worked_examples
  solve diagnosis totals drawing printed_rows files repeats exercise equations typed_texts code telling_steps true_sentences telling_reading layer_table
  languages telling_comparisons exercising blanks outline`,
);

/** Documents are typeset by TeX. */
export const dearTests = files("worksheet documents");
