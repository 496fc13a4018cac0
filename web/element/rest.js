/** What only some models need of the page: words of problems and of rare layers, and what draws problems. */
import { failed } from "../border/failure.js";
import { completed } from "../telling/words.js";

export class Rest {
  /** Undefined until it is there. @type {typeof import("../parts/rest.js") | undefined} */
  there;

  /** @param {import("../messages/languages.js").Messages} words these are completed */
  async load(words) {
    const all = Promise.all([import("../parts/rest.js"), completed(words)]);
    const [parts] = await all.catch((error) => {
      throw failed("missing", error);
    });
    this.there = parts;
  }
}
