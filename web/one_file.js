/** The whole page as one script and one style sheet, for rnn-params.html, see tools/inline.js. */
import "./page.css";
import "./page.js";
import { RnnParams } from "./rnn-params.js";

RnnParams.page = document.baseURI.replace(/[?#].*$/, ""); // there may be no other file
