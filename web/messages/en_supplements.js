/** The English words of what supplements the derivation, see parts/supplements.js. */
import { comparisonMessages } from "./en/comparisons.js";
import { drawingMessages } from "./en/drawing.js";
import { embedMessages } from "./en/embed.js";
import { tableMessages } from "./en/tables.js";

export const messages = {
  ...comparisonMessages,
  ...drawingMessages,
  ...embedMessages,
  ...tableMessages,
};
