/** Registers the element. */
import { RnnParams } from "./rnn-params.js";

RnnParams.page = new URL(import.meta.url).href.replace(/[^/]*$/, "index.html");
if (!customElements.get("rnn-params")) customElements.define("rnn-params", RnnParams);
