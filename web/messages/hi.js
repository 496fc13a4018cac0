/** The page in Hindi. Technical words stay in English, as in courses: parameters, gate, units, bias, layer. */
import { comparisonMessages } from "./hi/comparisons.js";
import { drawingMessages } from "./hi/drawing.js";
import { modelMessages } from "./hi/model.js";
import { pageMessages } from "./hi/page.js";
import { problemMessages } from "./hi/problems.js";
import { stepMessages } from "./hi/steps.js";
import { number, short } from "./hi/words.js";

/** @type {import("./languages.js").Messages} */
export const messages = {
  language: "hi",
  number,
  short,
  ...problemMessages,
  ...stepMessages,
  ...modelMessages,
  ...comparisonMessages,
  ...pageMessages,
  ...drawingMessages,
};
