/** The Hindi words of what goes beyond the derivation, see parts/beyond.js, and of the page around the element. */
import { comparisonMessages } from "./hi/comparisons.js";
import { drawingMessages } from "./hi/drawing.js";
import { embedMessages } from "./hi/embed.js";
import { siteMessages } from "./hi/site.js";
import { tableMessages } from "./hi/tables.js";

/** @type {import("./languages.js").BeyondMessages} */
export const messages = {
  ...comparisonMessages,
  ...drawingMessages,
  ...embedMessages,
  ...siteMessages,
  ...tableMessages,
};
