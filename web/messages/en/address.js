/** What the page says of its address, where something in it is not known. */
import { list } from "./words.js";

export const addressMessages = {
  address: {
    /** @param {{ text: string, names: string[] }} language */
    language: ({ text, names }) => `This page is not there in the language ${text}. It speaks ${list(names)}.`,
    /** @param {{ text: string, suggestion: string }} key */
    key: ({ text, suggestion }) => `${text}= in the address means nothing here. Did you mean ${suggestion}=?`,
  },
};
