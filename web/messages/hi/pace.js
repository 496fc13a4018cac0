/** The labels of the bar of the steps one by one. */

/** @type {typeof import("../en/pace.js").paceMessages} */
export const paceMessages = {
  pace: "Steps",
  nextStep: "अगला step",
  previousStep: "पिछला step",
  allSteps: "सभी steps",
};
