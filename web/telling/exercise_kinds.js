/** Whether an exercise has a screen of its own, in place of the derivation. @param {string} kind */
export const hasScreen = (kind) => kind === "ideas" || kind === "total" || kind === "values";
