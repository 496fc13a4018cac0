/**
 * Tells the host of a frame, and nobody else, how an exercise in it goes, and which slips a wrong answer suggests: what the element's events
 * say. A host that speaks as H5P hears it as an xAPI statement, too. Nothing is kept.
 */

/** As https://adlnet.gov/expapi/verbs has them. @param {string} verb */
const verbOf = (verb) => ({ id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { "en-US": verb } });

/**
 * What was done, without whoever did it: that is for the host to say. https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#245-result
 * @param {{ blanks: number, right: number, hints: number, done: boolean }} result
 * @param {string} address of the exercise
 */
export const statementOf = ({ blanks, right, done }, address) => ({
  verb: verbOf(done ? "completed" : "progressed"),
  object: { objectType: "Activity", id: address },
  result: { completion: done, score: { raw: right, min: 0, max: blanks, scaled: blanks === 0 ? 0 : right / blanks } },
});

/** @param {Element} element @param {string} id of the frame, from its address */
export function tellAnswers(element, id) {
  const { parent } = window;
  if (parent === window) return;
  let isH5P = false;
  addEventListener("message", ({ data, source }) => {
    if (source === parent && Object(data).context === "h5p") isH5P = true;
  });
  /** @param {object} message */
  const say = (message) => parent.postMessage(message, "*"); // a frame is not told where its host comes from
  element.addEventListener("rnn-params-exercise", (event) => {
    const { blanks, right, hints, done } = /** @type {CustomEvent} */ (event).detail;
    say({ type: "rnn-params:exercise", id, blanks, right, hints, done });
    if (isH5P)
      say({ context: "h5p", action: "xAPI", statement: statementOf({ blanks, right, hints, done }, location.href) });
  });
  element.addEventListener("rnn-params-answer", (event) => {
    const { number, ids } = /** @type {CustomEvent} */ (event).detail;
    say({ type: "rnn-params:answer", id, number, ids });
  });
}
