/** What a gate is, by the ids of telling/gates.js. */
/** @param {string} equation @param {string} [core] */
const is = (equation, core = "") =>
  `A gate is a small layer of its own that makes a number between 0 and 1 for each unit from what that unit reads: ${core}gate = ${equation}, where σ is the sigmoid.`;

export const gateMessages = {
  gate: {
    sentences: {
      /** @param {{ equation: string }} gate */
      is: ({ equation }) => is(equation),
      /** @param {{ equation: string }} gate */
      is_at_its_core: ({ equation }) => is(equation, "at its core "),
      factor: "It multiplies another value: near 0 that value is held back, near 1 it passes.",
      /** @param {{ told: string[] }} gates */
      here: ({ told }) => `Here ${told.join("; ")}.`,
    },
    decides: {
      forget_of_state: "the forget gate decides how much of the old cell state stays",
      input_of_state: "the input gate decides how much of the candidate is added to the cell state",
      output_of_state: "the output gate decides how much of the cell state is put out",
      update_of_activations:
        "the update gate decides how much of the previous activations stays and how much of the candidate takes their place",
      reset_of_activations: "the reset gate decides how much of the previous activations the candidate sees",
      forget_of_activations:
        "the forget gate decides how much of the previous activations stays and how much of the candidate takes their place",
    },
  },
};
