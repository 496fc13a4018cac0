/** How much of itself the element shows, as its attributes say it. What is not known is the default. */

/**
 * The first of each is the default.
 * `controls`: the sizes can be changed, nothing can, or the whole form is there; `steps`: all of them, the whole formula in one
 * line, or none; `compare`: how other frameworks differ is said, or not.
 */
export const choices = /** @type {const} */ ({
  controls: ["sizes", "none", "all"],
  steps: ["all", "line", "none"],
  compare: ["all", "none"],
});

/** @typedef {{ [Key in keyof typeof choices]: (typeof choices)[Key][number] }} Mode */

/**
 * @template {keyof Mode} Key
 * @param {Key} key
 * @param {string} text
 */
function choiceOf(key, text) {
  const known = /** @type {readonly Mode[Key][]} */ (choices[key]);
  return known.find((choice) => choice === text) ?? known[0];
}

/** @param {Record<keyof Mode, string>} attributes @returns {Mode} */
export const modeOf = ({ controls, steps, compare }) => ({
  controls: choiceOf("controls", controls),
  steps: choiceOf("steps", steps),
  compare: choiceOf("compare", compare),
});
