/** A file's text, as shells and editors write it: UTF-8, or UTF-16 with its mark. */

const marks = /** @type {Record<string, string>} */ ({ "255 254": "utf-16le", "254 255": "utf-16be" });

/** @param {Uint8Array} bytes */
export const hasMark = (bytes) => Object.hasOwn(marks, `${bytes[0]} ${bytes[1]}`);

/** Undefined where it is none. @param {Uint8Array} bytes */
export function textIn(bytes) {
  const mark = marks[`${bytes[0]} ${bytes[1]}`];
  if (!mark && bytes.includes(0)) return undefined;
  try {
    return new TextDecoder(mark ?? "utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}
