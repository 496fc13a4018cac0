/** The English words of what supplements the derivation, see parts/supplements.js. */
import { addressMessages } from "./en/address.js";
import { aroundMessages } from "./en/around.js";
import { cellMessages } from "./en/cells.js";
import { comparisonMessages } from "./en/comparisons.js";
import { drawingMessages } from "./en/drawing.js";
import { embedMessages } from "./en/embed.js";
import { exerciseMessages } from "./en/exercise.js";
import { paceMessages } from "./en/pace.js";
import { tableMessages } from "./en/tables.js";

export const messages = {
  ...addressMessages,
  ...aroundMessages,
  ...cellMessages,
  ...comparisonMessages,
  ...drawingMessages,
  ...embedMessages,
  ...exerciseMessages,
  ...paceMessages,
  ...tableMessages,
};
