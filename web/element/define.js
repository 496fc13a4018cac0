/** Registers the element. */
import { arrived } from "./refusal.js";
import { RnnParams } from "./rnn-params.js";

arrived();
if (!customElements.get("rnn-params")) customElements.define("rnn-params", RnnParams);
