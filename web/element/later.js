/** The helpers of the element that it begins with once the derivation stands: one file to ask for. */

export { Asking } from "./asking.js";
export { Budgeting } from "./budgeting.js";
export { Diagnosing } from "./diagnosing.js";
export { Dragging } from "./dragging.js";
export { Exercising } from "./exercising.js";
export { Linking } from "./linking.js";
export { OnPaper } from "./on_paper.js";
export { Presenting } from "./presenting.js";
export { Resting } from "./resting.js";
export { Versus } from "./versus.js";
