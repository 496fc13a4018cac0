/** What a worksheet and its key say, by the ids of telling/worksheet.js. */
import { article, list, number, ordinal } from "./words.js";

export const worksheetMessages = {
  worksheet: {
    title: {
      alone: "Worksheet",
      /** @param {{ seed: string }} version */
      numbered: ({ seed }) => `Worksheet ${seed}`,
    },
    key: {
      alone: "Key to the worksheet",
      /** @param {{ seed: string }} version */
      numbered: ({ seed }) => `Key to worksheet ${seed}`,
    },
    /** The framework whose count is asked for. */
    framework: "Counted as in",
    /** What is to be done. */
    asked: {
      ideas:
        "Write one number into each numbered blank. The small boxes take numbers that you have found, or that the model says.",
      values:
        "Work out the value for each numbered blank. A small box stands for a value that comes out of an earlier step.",
      total: "How many parameters does this model have, all weights and biases? Show your working.",
    },
    /** What is asked, where the step's own title would give it away. */
    ask: {
      /** @param {{ cell: string, both: boolean }} layer */
      matrices: ({ cell, both }) =>
        `How many weight matrices does ${article(cell)} have${both ? " in each direction" : ""}?`,
      /** @param {{ cell: string, both: boolean }} layer */
      kernels: ({ cell, both }) => `How many kernels does ${article(cell)} have${both ? " in each direction" : ""}?`,
      vectors: "What the layer keeps",
      /** @param {{ place: number }} layer */
      handed_on: ({ place }) => `How many numbers does layer ${ordinal(place)} pass on?`,
      directions: "How many directions does the layer have?",
      /** @param {{ place: number }} layer */
      layer: ({ place }) => `How many parameters does layer ${ordinal(place)} have?`,
      total: "How many parameters does the whole model have?",
    },
    /** What a layer reads of the one before it, in a formula. @param {{ place: number }} before */
    outputs: ({ place }) => `outputs of layer ${ordinal(place)}`,
    /** Where a mistake comes to the right number. @param {{ places: number[] }} blanks */
    chance: ({ places }) =>
      `With these numbers a mistake can give the right answer by chance, in ${places.length === 1 ? "blank" : "blanks"} ${list(places.map(ordinal))}: say there why it is right, too.`,
    /** In the place of their number, in a formula in words. */
    biases: "biases",
    /** All versions in one table. */
    overview: "All answers",
    version: "Worksheet",
    answers: { blank: "Blank", asked: "What is asked", answer: "Answer" },
    /** A mistake that a right answer does not show. @param {{ place: number, value: string, slips: string[] }} blank */
    coincides: ({ place, value, slips }) =>
      `Blank ${ordinal(place)}: ${number(value)} also comes out by a mistake (${list(slips, "or")}), so a right answer does not rule that out.`,
    nothing: "There is nothing to ask about this model: none of its numbers has to be found.",
  },
};
