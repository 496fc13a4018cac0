/** The English words of what supplements the derivation, see parts/supplements.js. */
import { addressMessages } from "./en/address.js";
import { aroundMessages } from "./en/around.js";
import { askMessages } from "./en/ask.js";
import { cellMessages } from "./en/cells.js";
import { comparisonMessages } from "./en/comparisons.js";
import { drawingMessages } from "./en/drawing.js";
import { embedMessages } from "./en/embed.js";
import { equationMessages } from "./en/equations.js";
import { exerciseMessages } from "./en/exercise.js";
import { gateMessages } from "./en/gate.js";
import { paceMessages } from "./en/pace.js";
import { tableMessages } from "./en/tables.js";

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
