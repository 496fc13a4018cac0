/** What is said of a size that is searched within a budget, by the ids of telling/solution.js. */
import { list, number } from "./words.js";

export const solveMessages = {
  solve: {
    title: "Largest size within a budget",
    close: "Close the budget",
    atMost: "At most",
    parameters: "parameters",
    take: "Take it",
    failed: "The search could not be loaded.",
    /** @param {{ names: string[], size: string, total: string, left: string }} found */
    answer: ({ names, size, total, left }) =>
      `${list(names)} ${number(size)}: ${number(total)} parameters, ${left === "0" ? "none" : number(left)} left.`,
    /** @param {{ size: string, total: string }} next */
    next: ({ size, total }) => `${number(size)} would be ${number(total)}.`,
    /** @param {{ step: string }} sizes */
    multiples: ({ step }) => `Only multiples of ${number(step)} fit to the other sizes.`,
    /** Why there is no next one. */
    ending: {
      /** @param {{ largest: string }} limit */
      size: ({ largest }) => `No size here is larger than ${number(largest)}.`,
      /** @param {{ largest: string }} limit */
      layers: ({ largest }) => `No model here has more than ${number(largest)} layers.`,
      option: "A larger one does not fit to the other sizes of its layer.",
      /** @param {{ size: string, total: string }} next */
      too_large: ({ size, total }) =>
        `${number(size)} would be past ${number(total)}, the largest total that is counted exactly here.`,
    },
    /** @param {{ name: string, total: string }} curve */
    curve: ({ name, total }) => `The total over ${name}: ${total}`,
    /** @param {{ name: string, size: string, total: string }} point */
    point: ({ name, size, total }) => `${name} ${number(size)}: ${number(total)}`,
    /** @param {{ count: string }} than */
    fewer: ({ count }) => (count === "0" ? " (exactly as many)" : ` (${number(count)} fewer)`),
    /** @param {{ count: string }} than */
    more: ({ count }) => ` (${number(count)} more)`,
    today: "now",
    budget: "budget",
    problem: {
      no_unknown: "No ? stands in the place of a size.",
      /** @param {{ option: string }} size */
      option: ({ option }) =>
        `No ${option} is searched here: a ? may be units, an input size, a vocabulary, filters or num_layers.`,
      /** @param {{ option: string }} size */
      constant: ({ option }) => `The total does not grow with ${option}.`,
      /** @param {{ option: string }} size */
      steps: ({ option }) => `Not every ${option} can be counted here: another size has to fit to it.`,
      /** @param {{ largest: string }} limit */
      no_budget: ({ largest }) => `A budget is a whole number from 1 to ${number(largest)}.`,
      /** @param {{ smallest: string, size: string }} least */
      budget_too_small: ({ smallest, size }) =>
        `None fits: with ${number(size)} there are ${number(smallest)} already.`,
    },
  },
};
