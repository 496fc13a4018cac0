/** What is drawn of a model that has problems: the element loads this when there is one, and with what supplements the derivation. */

export * from "../form/problem_texts.js";
export { nothingYet } from "./nothing_yet.js";
