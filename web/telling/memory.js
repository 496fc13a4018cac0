/** How much memory a model's numbers take, before any language, and then in one. A float32 has 4 bytes, a float16 2, an int8 1. */

/** @typedef {import("../engine.js").Answer} Answer */
/** @typedef {{ float32: string, float16: string, int8: string, training: string }} Memory in bytes; `training`: with Adam, as float32 */

/** Bytes of one number. */
const bytes = { float32: 4n, float16: 2n, int8: 1n };

/** What is kept of a trained number besides itself: its gradient, and Adam's two moments (Kingma & Ba 2015, algorithm 1). */
const besides = 3n;

/**
 * @param {Pick<Answer, "total" | "trainable">} answer with a total
 * @returns {Memory}
 */
export function memoryOf({ total, trainable }) {
  const all = BigInt(total);
  return {
    float32: String(all * bytes.float32),
    float16: String(all * bytes.float16),
    int8: String(all * bytes.int8),
    training: String((all + besides * BigInt(trainable)) * bytes.float32),
  };
}

const units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB"];

/**
 * A size, rounded, in the largest unit of which there is one at least, each of them 1,024 times the one before.
 * @param {string} size in bytes
 * @param {number} [places] behind the point
 */
export function measured(size, places = 1) {
  const scale = 10n ** BigInt(places);
  const all = BigInt(size);
  if (all < 1024n) return { value: size, decimals: "", unit: units[0], one: "1" };
  let [power, one] = [1, 1024n];
  const scaled = () => (all * scale * 2n + one) / (one * 2n);
  while (scaled() >= 1024n * scale && power < units.length - 1) [power, one] = [power + 1, one * 1024n];
  const value = scaled();
  const decimals = String(value % scale).padStart(places, "0");
  return { value: String(value / scale), decimals, unit: units[power], one: String(one) };
}

/** @typedef {Pick<import("../messages/languages.js").SupplementMessages, "memory"> & Pick<import("../messages/languages.js").Messages, "number">} Words */

/** "48.5 KiB". @param {string} size in bytes @param {Words["number"]} number */
export function sizeWords(size, number) {
  const { value, decimals, unit } = measured(size);
  return `${number(value)}${decimals && `.${decimals}`} ${unit}`;
}

/** @param {Memory} memory @param {Words} m */
export const memoryWords = ({ float32, float16, int8, training }, m) =>
  m.memory.sentence({
    ...{ float32: sizeWords(float32, m.number), float16: sizeWords(float16, m.number) },
    ...{ int8: sizeWords(int8, m.number), training: sizeWords(training, m.number) },
  });

/**
 * What the sizes mean, and how Keras's summary() writes one like the first: KB, MB, … up to PB for the same units, with two digits
 * (keras/src/utils/summary_utils.py).
 * @param {Memory} memory
 * @param {Words} m
 */
export function memoryWhyWords({ float32 }, m) {
  const { unit, one } = measured(float32);
  const { value, decimals, unit: summed } = measured(float32, 2);
  const printed = one === "1" || /^[EZ]/.test(summed) ? "" : `${value}.${decimals} ${summed.replace("iB", "B")}`;
  return m.memory.why({ unit, bytes: one, printed });
}

/** How the sizes come about. @param {Pick<Answer, "total" | "trainable">} answer @param {Memory} memory @param {Words["number"]} number */
export function memoryLines({ total, trainable }, { float32, training }, number) {
  const { one, unit } = measured(float32);
  const size = sizeWords(float32, number).replace(` ${unit}`, "");
  return [
    `${number(total)} × 4 = ${number(float32)}`,
    ...(one === "1" ? [] : [`${number(float32)} ÷ ${number(one)} = ${size}`]),
    `(${number(total)} + 3 × ${number(trainable)}) × 4 = ${number(training)}`,
  ];
}
