/** dist/rnn-params.js: the element for any page, which leads to the whole page beside this file. */
import { RnnParams } from "../element/rnn-params.js";
import "../element/define.js";

RnnParams.page = new URL(import.meta.url).href.replace(/[^/]*$/, "index.html");
