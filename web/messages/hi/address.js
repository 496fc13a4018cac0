/** What the page says of its address, where something in it is not known. */
import { list } from "./words.js";

/** @type {typeof import("../en/address.js").addressMessages} */
export const addressMessages = {
  address: {
    language: ({ text, names }) => `यह page ${text} भाषा में नहीं है. यह ${list(names)} में है.`,
    key: ({ text, suggestion }) => `Address में ${text}= का यहाँ कोई मतलब नहीं है. क्या आपका मतलब ${suggestion}= था?`,
  },
};
