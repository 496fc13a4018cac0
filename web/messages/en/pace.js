/** The labels of the bar of the steps one by one. */

export const paceMessages = {
  pace: "Steps",
  nextStep: "Next step",
  previousStep: "Previous step",
  allSteps: "All steps",
};
