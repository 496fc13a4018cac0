/** The part of the element's class that follows from the table of attributes. */
import { LitElement } from "lit";
import { propertyNames } from "./attributes.js";

/** @typedef {Record<import("./attributes.js").PropertyName, string>} Properties */

/** An attribute that is not there is an empty text. */
const text = {
  attribute: undefined,
  reflect: true,
  converter: {
    fromAttribute: (/** @type {string | null} */ value) => value ?? "",
    toAttribute: (/** @type {string} */ value) => value || null,
  },
};

/** A LitElement with a text for each attribute, reflected. Whoever extends it begins with "" for each. */
class WithAttributes extends LitElement {
  static properties = Object.fromEntries(propertyNames.map((name) => [name, text]));
}

export const AttributeElement =
  /** @type {Pick<typeof LitElement, keyof typeof LitElement> & { new (): LitElement & Properties }} */ (
    /** @type {unknown} */ (WithAttributes)
  );
