/** What an exercise says: the values of a derivation, to be filled in. */
import { list, ordinal } from "./words.js";

/** @param {number[]} steps */
const named = (steps) => `${steps.length === 1 ? "step" : "steps"} ${list(steps.map(ordinal))}`;

export const exerciseMessages = {
  exercise: {
    name: "Name:",
    date: "Date:",
    asked: "Fill in the blanks.",
    checked: "Each is checked at once.",
    give: "Show the answers",
    sure: "What is left would be filled in, and that stays so.",
    giveAll: "Fill it in",
    right: "right",
    done: {
      /** @param {{ count: number }} blanks */
      all: ({ count }) => `Done: ${ordinal(count)} of ${ordinal(count)}.`,
      /** @param {{ count: number, given: number }} blanks */
      some: ({ count, given }) => `Done: ${ordinal(count - given)} of ${ordinal(count)}, ${ordinal(given)} shown.`,
    },
    /** The accessible name of a blank. */
    sum: "the sum over the layers",
    blank: {
      /** @param {{ step: number }} place */
      one: ({ step }) => `value of step ${ordinal(step)}`,
    },
    notYet: {
      /** @param {{ steps: number[] }} look */
      steps: ({ steps }) => `Not yet: look at ${named(steps)}.`,
      /** @param {{ steps: number[] }} look */
      steps_here: ({ steps }) => `Not yet: look at ${named(steps)} of this layer.`,
      line: "Not yet: work out the numbers in this line.",
      /** @param {{ ends: { layer: number, step: number }[] }} look */
      ends: ({ ends }) => {
        const places = ends.map(({ layer, step }) => `layer ${ordinal(layer)}, step ${ordinal(step)}`);
        return `Not yet: look at ${places.join(", and ")}.`;
      },
      every_layer: "Not yet: look at the last step of every layer.",
    },
  },
};
