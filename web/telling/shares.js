/** Each layer's share of the total. Exact for totals of any length. */

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {{ first: number, last: number, total: string, percent: string, from: number, to: number }} Share places from 1; `from`, `to`: the part of the bar, from 0 to 1 */

/** More parts than this are not told apart. */
const mostParts = 20;
/** A share is placed to this many parts of the whole. */
const whole = 100_000n;

/**
 * The parts of a stack that count; runs of equal layers are one where there are many. Empty for a single layer and without a total.
 * @param {Answer} answer
 * @returns {Share[]}
 */
export function sharesOf(answer) {
  const { layers, runs } = answer;
  if (layers.length < 2 || answer.total === "" || answer.total === "0") return [];
  const each = layers.map(({ total }, index) => ({ first: index, last: index, sum: total }));
  const total = BigInt(answer.total);
  let before = 0n;
  return withRest(each.length <= mostParts ? each : runs).flatMap(({ first, last, sum }) => {
    const part = BigInt(sum);
    if (part === 0n) return [];
    const from = before;
    before += part;
    const at = (/** @type {bigint} */ place) => Number((place * whole) / total) / Number(whole);
    const percent = String((part * 200n + total) / (total * 2n));
    return [{ first: first + 1, last: last + 1, total: sum, percent, from: at(from), to: at(before) }];
  });
}

/**
 * The first parts, and all others as one.
 * @param {{ first: number, last: number, sum: string }[]} parts
 */
function withRest(parts) {
  if (parts.length <= mostParts) return parts;
  const rest = parts.slice(mostParts - 1);
  const sum = String(rest.reduce((all, part) => all + BigInt(part.sum), 0n));
  return [...parts.slice(0, mostParts - 1), { first: rest[0].first, last: parts[parts.length - 1].last, sum }];
}
