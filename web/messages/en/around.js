/** What layers without parameters do, and what is said besides of a layer, by the ids of telling/around.js. */
import { tuple } from "../numbers.js";
import { number, ordinal, several } from "./words.js";

/**
 * `read`: how many numbers come in, at each of `stepsIn` time steps; `width` and `steps`: the same of what is passed on; "" for what is
 * not known, or not there.
 * @typedef {{ name: string, read: string, stepsIn: string, width: string, steps: string }} Layer
 */

/** @param {string} count */
const numbers = (count) => (count === "" ? "numbers" : several(count, "number"));

/** @param {string} count */
const timeSteps = (count) => (count === "" ? "time steps" : several(count, "time step"));

/** "10 time steps of 64 numbers" @param {string} steps @param {string} width */
const sequence = (steps, width) => `${timeSteps(steps)} of ${numbers(width)}`;

/** @param {string} count */
const the = (count) => (count === "" ? "the numbers" : `the ${numbers(count)}`);

/** What becomes of the time steps, where that is known. @param {string} name @param {string} width @param {string} known */
const keepsWidth = (name, width, known) => `${name} keeps ${the(width)}${known && `; ${known}`}.`;

/** @param {Layer} layer */
const left = ({ stepsIn, steps }) =>
  stepsIn && steps && `of ${timeSteps(stepsIn)} ${number(steps)} ${steps === "1" ? "is" : "are"} left`;

/** @param {Layer} layer */
const become = ({ stepsIn, steps }) =>
  stepsIn && steps && `${timeSteps(stepsIn)} ${stepsIn === "1" ? "becomes" : "become"} ${number(steps)}`;

export const aroundMessages = {
  around: {
    does: {
      /** @param {Layer} layer */
      keeps: ({ name, read }) => `${name} keeps what it reads${read && `: ${numbers(read)}`}.`,
      /** @param {Layer} layer */
      enters: ({ name, width, steps }) =>
        `${name} says what comes in: ${steps ? sequence(steps, width) : numbers(width)}.`,
      /** @param {Layer} layer */
      flattens: ({ name, read, stepsIn, width }) => {
        if (width !== "" && width === read) return `${name} finds one row of ${numbers(read)}, and keeps it.`;
        return `${name} lays ${sequence(stepsIn, read)} in one row${width && `: ${number(width)}`}.`;
      },
      /** @param {Layer} layer */
      reshapes: ({ name, width, steps }) =>
        `${name} lays the numbers out anew: ${steps ? sequence(steps, width) : `rows of ${numbers(width)}`}.`,
      /** @param {Layer} layer */
      permutes: ({ name, width, steps }) => `${name} puts the axes in another order: ${sequence(steps, width)}.`,
      /** @param {Layer} layer */
      repeats: ({ name, read, steps }) =>
        `${name} repeats ${the(read)} at each ${steps === "" ? "time step" : `of ${timeSteps(steps)}`}.`,
      /** @param {Layer} layer */
      pools: (layer) => keepsWidth(layer.name, layer.width, left(layer)),
      /** @param {Layer} layer */
      pools_all: ({ name, width }) => `${name} takes all time steps together: one row of ${numbers(width)}.`,
      /** @param {Layer} layer */
      adapts: (layer) => keepsWidth(layer.name, layer.width, become(layer) || (layer.steps && timeSteps(layer.steps))),
      /** @param {Layer} layer */
      resamples: (layer) => keepsWidth(layer.name, layer.width, become(layer)),
      /** @param {Layer} layer */
      pads: (layer) => keepsWidth(layer.name, layer.width, become(layer)),
      /** @param {Layer} layer */
      crops: (layer) => keepsWidth(layer.name, layer.width, left(layer)),
      /** @param {Layer} layer */
      joins: ({ name, width }) => `${name} joins several inputs${width && ` and passes on ${numbers(width)}`}.`,
      /** @param {Layer} layer */
      halves: ({ name, read, width }) => `${name} passes on half of ${the(read)}${width && `: ${number(width)}`}.`,
      /** @param {Layer} layer */
      hides: ({ name, width }) =>
        width === ""
          ? `What ${name} passes on is not known here.`
          : `${name} has no parameters, and passes on ${numbers(width)}.`,
      /** @param {Layer} layer */
      looks_up: ({ name }) => `${name} turns words into their numbers.`,
    },
    whys: {
      /** @param {{ tensor: string, shape: string[] }} biases */
      one_tensor: ({ tensor, shape }) => `All of them stand in one tensor, ${tensor}, of shape ${tuple(shape)}.`,
      window:
        "A convolution joins a number to what lies near it, with a weight for each channel at each place of the window.",
      groups: "With groups the channels are divided, and a filter reads those of its own group alone.",
      spreads:
        "What a convolution gathers from a window, this layer spreads over one: the weights are those of a convolution.",
      alone: "Each filter reads one channel alone, so channels are not mixed.",
      own_places:
        "A convolution looks for the same thing at every place; here each place learns what it looks for (Taigman et al. 2014).",
      convolves:
        "In the place of each product of a matrix with a vector stands a convolution (Shi et al. 2015): a filter reads its window only, all channels of it.",
      apart:
        "A convolution that reads its window and mixes the channels at once mostly needs more weights than these two parts.",
      mixes: "It is a convolution with a window of one place: it only mixes the channels.",
      attends:
        "A query says what a time step looks for, a key what it offers, a value what it passes on (Vaswani et al. 2017). How well they match is computed from them, without more weights.",
      joins_heads: "It mixes what the heads have found, and is as wide as what the layer passes on.",
      scores: "Queries, keys and values are read as they come, so nothing else is learned.",
      shared_axes: "The number of time steps is in the count, unless shared_axes gives all of them the same slopes.",
    },
    also: {
      branch: "It begins a branch of its own.",
      /** @param {{ place: number }} embedding */
      tied: ({ place }) => `Its matrix is that of layer ${ordinal(place)}, counted there.`,
      /** @param {{ count: string }} layer */
      frozen: ({ count }) =>
        count === "1" ? "This number is not trained." : `These ${number(count)} numbers are not trained.`,
      /** @param {{ name: string }} framework */
      frozen_in_vain: ({ name }) =>
        `In ${name || "the notes"} trainable=false freezes nothing on a wrapper: it has to stand in the layer inside.`,
    },
  },
};
