/** The whole page as one script and one style sheet, for rnn-params.html, see tools/inline.js. */
import "../page/page.css";
import "../page/page.js";
import { fileIn } from "../border/query.js";
import { RnnParams } from "../element/rnn-params.js";

RnnParams.page = fileIn(document.baseURI); // there may be no other file
