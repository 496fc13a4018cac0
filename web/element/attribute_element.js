/** The part of the element's class that follows from the table of attributes. */
import { LitElement } from "lit";
import { propertyNames } from "./attributes.js";

/** @typedef {Record<import("./attributes.js").PropertyName, string>} Properties */

/**
 * What a property was set to, as the text of its attribute: frameworks bind numbers, and null, undefined or false for what is not there.
 * @param {unknown} value
 */
export const attributeText = (value) => (value == null || typeof value === "boolean" ? "" : String(value));

/** An attribute that is not there is an empty text. */
const text = {
  attribute: undefined,
  reflect: true,
  converter: {
    fromAttribute: attributeText,
    toAttribute: (/** @type {string} */ value) => value || null,
  },
};

/** One that may stand there without a value. */
const flag = {
  ...text.converter,
  fromAttribute: (/** @type {string | null} */ value) => (value === "" ? "1" : attributeText(value)),
};

/** A LitElement with a text for each attribute, reflected. */
class WithAttributes extends LitElement {
  static properties = Object.fromEntries(
    propertyNames.map((name) => [
      name,
      { ...(name === "present" ? { ...text, converter: flag } : text), noAccessor: true },
    ]),
  );

  /** @type {Record<string, string>} */
  #texts = {};

  static {
    for (const name of propertyNames)
      Object.defineProperty(WithAttributes.prototype, name, {
        configurable: true,
        /** @this {WithAttributes} */
        get() {
          return this.#texts[name] ?? "";
        },
        /** @this {WithAttributes} @param {unknown} value */
        set(value) {
          const before = this.#texts[name] ?? "";
          this.#texts[name] = attributeText(value);
          this.requestUpdate(name, before);
        },
      });
  }
}

export const AttributeElement =
  /** @type {Pick<typeof LitElement, keyof typeof LitElement> & { new (): LitElement & Properties }} */ (
    /** @type {unknown} */ (WithAttributes)
  );
