/** Which field of the form a problem belongs to. */

/** @typedef {import("../engine.js").Problem} Problem */

/** @param {number} index @param {string} option */
export const optionField = (index, option) => `layer-${index}-${option}`;
/** @param {number} index */
export const layerField = (index) => `layer-${index}`;

/**
 * The id of the field where a problem stands: "framework", "input", "timesteps", "layers" (all of them), a layer's or one option's.
 * Layers that can't be read have none of their own.
 * @param {Problem} problem
 * @param {Pick<import("../parts/view.js").View, "answer" | "layers" | "catalog">} view
 */
export function fieldOf({ key, start, end, args }, { answer, layers, catalog }) {
  if (key !== "layers") return key;
  if (args.option === "layers" || !answer.readable) return "layers";
  const index = layers.items.findIndex((item) => item.start <= start && end <= item.end);
  if (index < 0) return "layers";
  const known = catalog.layers.find(({ cell }) => cell === layers.items[index].cell)?.arguments ?? [];
  const typed = answer.written[index]?.args.find((arg) => arg.start <= start && end <= arg.end && start < end)?.name;
  const option = known.find(({ name }) => name === args.option) ?? known.find(({ name }) => name === typed);
  return option ? optionField(index, option.name) : layerField(index);
}
