/** What axe-core has to say about a page: what is wrong with it, and the tree that a screen reader is given, alike in every engine. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** @typedef {import("./page.js").Page} Page */

/** @param {Page} page */
async function bring(page) {
  if (await page.evaluate(() => "axe" in window)) return;
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  // What a test evaluates is not subject to the page's policy, a script element would be.
  await page.evaluate(/** @type {() => void} */ (new Function(source)));
}

/**
 * What axe finds, "rule: element".
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function axe(page) {
  await bring(page);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map(
        (/** @type {any} */ { target, failureSummary }) => `${id}: ${target.flat().join(" >>> ")}: ${failureSummary}`,
      ),
    );
  });
}

/**
 * What a screen reader is given to read, in reading order: "role", "role: name" or "text: words"; of a modal dialog nothing around it.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function heard(page) {
  await bring(page);
  return page.evaluate(() => {
    const { axe } = /** @type {any} */ (window);
    const { aria, dom, text } = axe.commons;
    /** Roles whose name is all that is read of them. */
    const whole = ["button", "link", "heading", "img", "radio", "checkbox", "textbox", "option", "math"];
    const read = (/** @type {any} */ node) => {
      const { actualNode } = node;
      if (actualNode.nodeType === Node.TEXT_NODE) {
        const words = actualNode.data.replace(/\s+/g, " ").trim();
        return words && dom.isVisibleToScreenReaders(node.parent) ? [`text: ${words}`] : [];
      }
      if (actualNode.localName !== "slot" && !dom.isVisibleToScreenReaders(node)) return [];
      const role = aria.getRole(node) ?? "none";
      const all = node.children.flatMap(read);
      if (["none", "presentation", "generic"].includes(role)) return all;
      const named = whole.includes(role) || node.hasAttr("aria-label") || node.hasAttr("aria-labelledby");
      const line = named ? `${role}: ${text.accessibleTextVirtual(node)}` : role;
      return whole.includes(role) ? [line] : [line, ...all];
    };
    axe.setup(document);
    try {
      const [open] = axe.utils.querySelectorAllFilter(axe._tree, "dialog", (/** @type {any} */ { actualNode }) =>
        actualNode.matches(":modal"),
      );
      return read(open ?? axe._tree[0]);
    } finally {
      axe.teardown();
    }
  });
}

/**
 * What has the focus, as a screen reader says it: "role: name".
 * @param {Page} page
 * @returns {Promise<string>}
 */
export async function heardFocus(page) {
  await bring(page);
  return page.evaluate(() => {
    const { axe } = /** @type {any} */ (window);
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    axe.setup(document);
    try {
      return `${axe.commons.aria.getRole(element)}: ${axe.commons.text.accessibleText(element)}`;
    } finally {
      axe.teardown();
    }
  });
}
