/**
 * Where the second biases stand in a block, or would stand: an outline over each band's, dashed where this framework has none. It
 * shows up when a difference that consists of them is pointed at.
 */
import { svg } from "lit";

/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {import("./layout.js").Scaled} Scaled */

/**
 * @param {Part} part a layer's block
 * @param {import("../engine.js").Layer["gates"]} gates
 * @param {Scaled} scale
 * @param {{ left: number, top: number, room: number }} place `room`: how far it may reach beyond the block
 */
export function secondBiases({ columns, fills, bands, width }, gates, scale, { left, top, room }) {
  const first = columns.find(({ role }) => role === "bias");
  if (!first || !columns.some(({ role }) => role === "previous")) return [];
  const column = columns.find(({ second }) => second) ?? { x: width, width: first.width };
  const x = scale.edge(column.x);
  const across = scale.edge(first.x + first.width) - scale.edge(first.x);
  return bands.map(({ y, height, name }) => {
    const there = fills.some((fill) => fill.x === column.x && fill.y <= y && y < fill.y + fill.height);
    const box = scale.box({ x: 0n, y, width, height });
    const keys = `second.bias second.${gates.find(({ id }) => id === name)?.candidate ? "candidate_bias" : "gate_biases"}`;
    return svg`<rect class=${there ? "second" : "second absent"} x=${left + x} y=${top + box.y} width=${there ? across : Math.min(across, room)} height=${box.height} data-within=${keys}></rect>`;
  });
}
