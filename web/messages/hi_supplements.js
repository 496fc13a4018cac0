/** The Hindi words of what supplements the derivation, see parts/supplements.js. */
import { addressMessages } from "./hi/address.js";
import { aroundMessages } from "./hi/around.js";
import { askMessages } from "./hi/ask.js";
import { cellMessages } from "./hi/cells.js";
import { comparisonMessages } from "./hi/comparisons.js";
import { drawingMessages } from "./hi/drawing.js";
import { embedMessages } from "./hi/embed.js";
import { equationMessages } from "./hi/equations.js";
import { exerciseMessages } from "./hi/exercise.js";
import { gateMessages } from "./hi/gate.js";
import { paceMessages } from "./hi/pace.js";
import { tableMessages } from "./hi/tables.js";

/** @type {import("./languages.js").SupplementMessages} */
export const messages = {
  ...addressMessages,
  ...aroundMessages,
  ...askMessages,
  ...cellMessages,
  ...comparisonMessages,
  ...drawingMessages,
  ...embedMessages,
  ...equationMessages,
  ...exerciseMessages,
  ...gateMessages,
  ...paceMessages,
  ...tableMessages,
};
