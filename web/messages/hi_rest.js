/** The Hindi words that only some models need: of problems, and of steps that usual models do not have. See element/rest.js. */
import { problemMessages } from "./hi/problems.js";
import { rareSteps } from "./hi/rare_steps.js";

/** @type {import("./languages.js").RestMessages} */
export const messages = { ...problemMessages, step: rareSteps };
