/** Registers the element. */
import { RnnParams } from "./rnn-params.js";

if (!customElements.get("rnn-params")) customElements.define("rnn-params", RnnParams);
