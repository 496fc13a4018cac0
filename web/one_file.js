/** The whole page as one script and one style sheet, for rnn-params.html, see tools/inline.js. */
import "./page.css";
import "./page.js";
import { RnnParams } from "./rnn-params.js";
import { fileIn } from "./state/query.js";

RnnParams.page = fileIn(document.baseURI); // there may be no other file
