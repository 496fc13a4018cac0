/** The box at the top, before anything is in it. */
export const askMessages = {
  budget: "Largest size within a budget …",
  budgetShort: "budget …",
  alike: "With as many parameters as here?",
  /** What is said of that. */
  solving: async () => (await import("./solve.js")).solveMessages,
  compareWith: "Compare with another model …",
  /** What is said of two models side by side. */
  comparing: async () => (await import("./versus.js")).versusMessages,
  /** What worksheets say. */
  worksheets: async () => (await import("./worksheet.js")).worksheetMessages,
  /** What an exercise says. */
  startExercise: "Exercise",
  exercising: async () => (await import("./exercising.js")).exercisingMessages,
  ask: {
    label: "Your model or your number",
    placeholder: "Paste code, a summary, print(model), shapes or a number you got. Or drop a file.",
    brief: "Paste code or a number",
    choose: "Choose a file",
    stays: "stays on this computer",
    examples: "Samples",
    /** Texts that fill it. @type {Record<string, string>} */
    fill: {
      keras: "Keras code",
      pytorch: "PyTorch code",
      summary: "a summary",
      module: "print(model)",
      count: "a number",
    },
    got: "Got another number?",
    loading: "Reading …",
    failed:
      "What reads pasted texts could not be loaded. The form counts all the same. Try again, or load the page anew.",
    clear: "Clear",
    undo: "Undo",
    again: "Read it again",
    asCode: "Read it as code",
  },
};
