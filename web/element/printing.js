/** A document in a window of its own, to be printed; and a text as a file. */

/** How often it is looked whether the document is there, and how long, in milliseconds. */
const often = 50;
const longest = 10_000;

/**
 * A page's policy holds for what it opens, too: styles that are written in a document do not count there, those that a script adds do.
 * @param {string} markup a whole document, with its one style element
 */
function apart(markup) {
  const [whole, style] = /<style>([^<]*)<\/style>/.exec(markup) ?? ["", ""];
  return { text: markup.replace(whole, ""), style };
}

/**
 * Opens a document and prints it; within a click, for a browser opens no window else.
 * @param {string} markup
 * @param {string} file its name, where no window can be opened or reached
 */
export async function print(markup, file) {
  const { text, style } = apart(markup);
  const address = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  const opened = window.open(address);
  if (opened && (await isThere(opened, address))) {
    const { CSSStyleSheet } = /** @type {Window & typeof globalThis} */ (opened);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    opened.document.adoptedStyleSheets = [sheet];
    opened.focus();
    opened.print();
  } else {
    opened?.close();
    save(markup, file, "text/html");
  }
  URL.revokeObjectURL(address);
}

/** Whether a window shows what it was opened for, as soon as it does. @param {Window} opened @param {string} address */
async function isThere(opened, address) {
  for (let waited = 0; waited < longest && !opened.closed; waited += often) {
    try {
      if (opened.location.href === address && opened.document.readyState === "complete") return true;
    } catch {
      return false; // of another origin, as a file's are
    }
    await new Promise((resolve) => setTimeout(resolve, often));
  }
  return false;
}

/** @param {string} text @param {string} file @param {string} type */
export function save(text, file, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), longest);
}
