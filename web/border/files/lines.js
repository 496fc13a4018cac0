/** Names and shapes of tensors as text, a line each, as the core reads them. */
import { FileProblem } from "./source.js";

/** @typedef {{ name: string, shape: number[] }} Tensor */

/** A name in one word: what it was read out of may be anything. @param {string} name */
const word = (name) => name.replace(/[\s\p{C}()[\]{},;'"`]+/gu, "_") || "_";

/** @param {number[]} shape */
function checked(shape) {
  let product = 1;
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) throw new FileProblem("size_too_large");
    product *= size;
  }
  if (product > Number.MAX_SAFE_INTEGER) throw new FileProblem("size_too_large");
  return shape;
}

/** `lstm/kernel (64, 128)` @param {Tensor[]} tensors */
export const plainLines = (tensors) =>
  tensors
    .map(({ name, shape }) => {
      const sizes = checked(shape);
      return `${word(name)} (${sizes.join(", ")}${sizes.length === 1 ? "," : ""})\n`;
    })
    .join("");

/** `lstm.weight_ih_l0: torch.Size([128, 64])` @param {Tensor[]} tensors */
export const torchLines = (tensors) =>
  tensors.map(({ name, shape }) => `${word(name)}: torch.Size([${checked(shape).join(", ")}])\n`).join("");
