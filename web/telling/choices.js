/** The other models that a text fits, by the layer that differs. */

/** @typedef {import("../engine.js").Reading} Reading */

/** As places in the list of all. @param {Reading} reading @param {number} layer as it is written; −1: models altogether */
export const choicesOf = ({ choices }, layer) =>
  choices.flatMap((choice, place) => (choice.layer === layer ? [place] : []));

/** The layers that there are choices of. @param {Reading} reading */
export const layersWithChoices = ({ choices }) => [...new Set(choices.map(({ layer }) => layer))];
