/** The roles that have a colour: what a column of the drawn block, and so a tensor, belongs to. */

/** @typedef {"previous" | "input" | "bias"} Role */

/**
 * @param {string} column as a tensor names it: "recurrent", "input", "bias", "second bias", or several with + between them
 * @returns {Role | ""} "" for several columns of different roles, and for none
 */
export function roleOf(column) {
  if (column === "recurrent") return "previous";
  if (column === "input") return "input";
  return column.includes("bias") ? "bias" : "";
}
