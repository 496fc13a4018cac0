/** The English words that only some models need: of problems, and of steps that usual models do not have. See element/rest.js. */
import { problemMessages } from "./en/problems.js";
import { rareSteps } from "./en/rare_steps.js";

export const messages = { ...problemMessages, step: rareSteps };
