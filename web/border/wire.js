/**
 * Formulas, gates and tensors out of their JSON: of most answers the larger part is these, and they cross the border as texts and lists, see
 * core/publish.cpp and explain.cpp.
 */

/** @typedef {import("../engine.js").Token} Token */

/** What is not here is a symbol. @type {Record<string, Token["kind"]>} */
const kinds = { "?": "missing" };
for (const sign of "0123456789") kinds[sign] = "number";
for (const sign of "+−×÷") kinds[sign] = "operator";
for (const sign of "()[]") kinds[sign] = "bracket";

/** @param {string} ref */
function longRef(ref) {
  if (!(ref[1] <= "9")) return ref; // "rule.bias", "input": a letter
  const dot = ref.indexOf(".");
  const first = ref.slice(1, dot);
  const second = ref.slice(dot + 1);
  return ref[0] === "w" ? `written.${first}.args.${second}` : `layers.${first}.steps.${second}`;
}

/** @param {string} piece @returns {Token} */
function token(piece) {
  const at = piece.indexOf(":");
  const text = at < 0 ? piece : piece.slice(0, at);
  const kind = kinds[text[0]] ?? "symbol";
  // No framework writes a size with an index yet: the core has none.
  return {
    kind,
    text: kind === "missing" ? "" : text,
    sub: "",
    sup: "",
    ref: at < 0 ? "" : longRef(piece.slice(at + 1)),
  };
}

/** @param {Token[]} tokens @param {string} [box] what stands for a missing number @returns {import("../engine.js").Formula} */
export function formulaOf(tokens, box = "") {
  let text = "";
  for (const { kind, text: sign } of tokens)
    text += kind === "operator" ? ` ${sign} ` : kind === "missing" ? box : sign;
  return { text, tokens };
}

/** @param {string} wire */
const formula = (wire) => formulaOf(wire === "" ? [] : wire.split("|").map(token));

/** The formulas of a step or of anything that has some. @param {Record<string, any>} step */
export function withFormulas(step) {
  for (const name of ["symbols", "numbers", "reduced"]) if (name in step) step[name] = formula(step[name]);
  return step;
}

/** @param {string} text */
const list = (text) => (text === "" ? [] : text.split("|"));

/** @param {string[]} wire */
export function weight([name, role, gate, gates, shape, count, trainable, column, direction, ...pieces]) {
  const cells = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const [topic, column, rows, columns, ref] = pieces[at + 1].split("|");
    for (const gate of pieces[at].split("|")) cells.push({ topic, gate, column, rows, columns, ref: longRef(ref) });
  }
  const held = { gate, gates: list(gates), shape: list(shape).map((side) => (side === "?" ? "" : side)) };
  return { name, role, ...held, count, trainable: trainable !== "", column, direction, cells };
}

/** @param {string[]} wire */
export const gate = ([id, role, unused]) => ({
  id,
  role,
  candidate: role === "candidate",
  unused: unused !== undefined,
});
