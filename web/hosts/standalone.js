/** dist/rnn-params.js: the element for any page, which leads to the whole page beside this file. */
import "../element/define.js"; // first: it tells where there can be no element
import { RnnParams } from "../element/rnn-params.js";

RnnParams.page = new URL(import.meta.url).href.replace(/[^/]*$/, "index.html");
