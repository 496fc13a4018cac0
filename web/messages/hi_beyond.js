/** The Hindi words of what goes beyond the derivation, see parts/beyond.js. */
import { comparisonMessages } from "./hi/comparisons.js";
import { drawingMessages } from "./hi/drawing.js";
import { embedMessages } from "./hi/embed.js";
import { tableMessages } from "./hi/tables.js";

/** @type {import("./languages.js").BeyondMessages} */
export const messages = {
  ...comparisonMessages,
  ...drawingMessages,
  ...embedMessages,
  ...tableMessages,
};
