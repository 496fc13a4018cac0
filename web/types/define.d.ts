/** Registers the element, unless it is registered already. */
import "./element.js";
