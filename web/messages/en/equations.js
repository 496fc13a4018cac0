/** What is said around a cell's equations. */

export const equationMessages = {
  equations: {
    letters: {
      /** @param {{ name: string }} framework */
      own: ({ name }) => `Written as in the documentation of ${name}.`,
      /** @param {{ name: string }} framework */
      general: ({ name }) => `In general letters, not those of ${name}.`,
      /** @param {{ times: string }} sign */
      signs: ({ times }) => `σ is the sigmoid function; ${times} multiplies number by number.`,
    },
    /** Before the tensors' names. */
    kept: "Where each one is stored:",
    before: "The reset gate before the product: it needs one bias.",
    after: "The reset gate after the product: it scales the second bias, so the two don't merge.",
  },
};
