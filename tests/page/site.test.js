// Tests of the tests: what the pages are listened for is heard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser } from "./site.js";

inEveryBrowser((site) => {
  test("a page is quiet, and breaks of its policy and errors in it are heard", async () => {
    const page = await site.open("");
    assert.deepEqual(await site.complaints(page), { errors: [], violations: [] });

    await page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: "http://localhost:1/elsewhere.png" }));
      const style = document.createElement("style");
      style.textContent = "body { color: red }";
      document.head.append(style);
      console.error("said on purpose");
      setTimeout(() => {
        throw new Error("thrown on purpose");
      });
      Promise.reject(new Error("refused on purpose"));
    });
    const words = ["said on purpose", "thrown on purpose", "refused on purpose"];
    const heard = { errors: "", violations: "" };
    // Each arrives in its own time.
    const all = () =>
      /img-src(.*)style-src|style-src(.*)img-src/s.test(heard.violations) &&
      words.every((word) => heard.errors.includes(word));
    for (let i = 0; i < 250 && !all(); i++) {
      const { errors, violations } = await site.complaints(page);
      heard.errors += errors.join("\n");
      heard.violations += violations.join("\n");
      if (i > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.match(heard.violations, /img-src.*localhost:1/);
    assert.match(heard.violations, /style-src/);
    for (const word of words) assert.ok(heard.errors.includes(word), `${word}\nis not in\n${heard.errors}`);
    await site.complaints(page);
  });

  test("the page's policy is as strict as it is meant to be", async () => {
    const page = await site.open("");
    const policy = await page.evaluate(
      () => document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content") ?? "",
    );
    assert.deepEqual(policy.split("; ").sort(), [
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "img-src 'self' data:",
      "require-trusted-types-for 'script'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "trusted-types lit-html",
    ]);
  });
});
