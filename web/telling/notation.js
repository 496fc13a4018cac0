/** The few signs of notation that stand in sentences: a^(t−1), x^t, h_(t−1), x_t. Names with underscores are left alone. */

const notation = /(?<![\w_])([a-z])([\^_])(\([^()]*\)|[a-z0-9](?![\w_]))/g;

/**
 * A sentence cut into plain text and signs: a letter with something raised or lowered behind it.
 * @param {string} sentence
 * @returns {(string | { letter: string, raised: boolean, small: string })[]}
 */
export function cutNotation(sentence) {
  const parts = [];
  let end = 0;
  for (const match of sentence.matchAll(notation)) {
    const [whole, letter, sign, small] = match;
    parts.push(sentence.slice(end, match.index), { letter, raised: sign === "^", small });
    end = match.index + whole.length;
  }
  return [...parts, sentence.slice(end)];
}
