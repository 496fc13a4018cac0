// Tests of what a reader's system asks for: its own few colours, and no motion.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engines } from "./browsers.js";
import { clickOn, inBrowser, within } from "./site.js";
import { everyState, unfold } from "./states.js";

/** @typedef {import("./page.js").Page} Page */

/**
 * What can't be seen where the system gives all colours.
 * @param {any} element
 */
function unseen(element) {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const canvas = getComputedStyle(document.body).backgroundColor;
  /** The canvas's colour, or next to it, does not show on it. @param {string} color */
  const invisible = (color) => {
    const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    const back = (canvas.match(/[\d.]+/g) ?? []).map(Number);
    return color === "none" || alpha * Math.max(...[red, green, blue].map((one, at) => Math.abs(one - back[at]))) < 100;
  };
  const all = (/** @type {string} */ selector) =>
    [document, root].flatMap((one) =>
      /** @type {HTMLElement[]} */ ([...one.querySelectorAll(selector)]).filter((found) => found.checkVisibility()),
    );
  const name = (/** @type {Element} */ one) =>
    `${one.localName}.${one.id || one.getAttribute("class")} ${one.textContent?.trim().slice(0, 20)}`;

  const bordered = all(
    "input[type=text], select, textarea, button:not(.tool, .fold), .framework, summary.button",
  ).filter((one) => {
    const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(one);
    const narrow = !one.matches(".framework") || getComputedStyle(one).display === "grid";
    const radio = one.querySelector("input");
    if (radio && getComputedStyle(radio).opacity === "1") return false;
    return narrow && (borderTopStyle === "none" || !Number.parseFloat(borderTopWidth) || invisible(borderTopColor));
  });
  const folds = all(".fold").filter((one) => {
    const { content, color } = getComputedStyle(one, "::before");
    return !/[▸▾]/.test(content) || invisible(color);
  });
  const chosen = all(".framework:has(:checked)").filter((one) => {
    const { outlineStyle, outlineColor } = getComputedStyle(one);
    const radio = one.querySelector("input");
    return radio && getComputedStyle(radio).opacity !== "1" && (outlineStyle === "none" || invisible(outlineColor));
  });
  const wrong = all("[aria-invalid=true]").filter((one) => getComputedStyle(one).outlineStyle !== "dashed");
  const drawn = all(".picture rect.fill, .picture .piece:not(.thin), .picture .edge, .picture .loop").filter((one) => {
    const { fill, stroke } = getComputedStyle(one);
    return invisible(one.matches(".solid") ? fill : stroke); // solid bars are parted by the ground between them
  });
  const written = all(".picture text").filter((one) => invisible(getComputedStyle(one).fill));
  // Previous activations are plain, the input hatched, a narrow bias solid; each has its name above it.
  const hatched = all(".picture .hatching").filter((one) => {
    const { stroke, strokeOpacity } = getComputedStyle(one);
    return invisible(stroke) || Number(strokeOpacity) < 0.4;
  });
  const shares = all(".shares .a, .shares .b").filter((one) => invisible(getComputedStyle(one).fill));
  const a = all(".shares .a")[0];
  const b = all(".shares .b")[0];
  const alike = a && b && getComputedStyle(a).fill === getComputedStyle(b).fill ? [a] : [];
  const named = all("figure:has(.picture rect.fill)").filter((figure) => {
    const roles = ["previous", "input", "bias"].filter((role) => figure.querySelector(`.fill.${role}:not(.before *)`)); // what stands small above another layer was named when it was told
    return roles.length > 1 && !roles.every((role) => figure.querySelector(`text.${role}`));
  });
  const found = { bordered, folds, chosen, wrong, drawn, written, hatched, shares, alike, named };
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, ones]) => ones.length > 0)
      .map(([what, ones]) => [what, ones.map(name)]),
  );
}

/** What does not show that it has the focus, of all that can have it. @param {any} element */
function unmarked(element) {
  const controls = "a[href], button:not([disabled]), input, select, textarea, summary, .n[tabindex]";
  const canvas = getComputedStyle(document.body).backgroundColor;
  const modal = element.shadowRoot.querySelector("dialog:modal"); // nothing else can have it then
  return (modal ? [modal] : [document, element.shadowRoot]).flatMap((root) =>
    [...root.querySelectorAll(controls)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => {
        one.focus();
        return ![one, one.closest("label")].some((part) => {
          if (!part) return false;
          const { outlineStyle, outlineWidth, outlineColor, opacity } = getComputedStyle(part);
          return (
            opacity === "1" &&
            outlineStyle !== "none" &&
            Number.parseFloat(outlineWidth) >= 2 &&
            outlineColor !== canvas
          );
        });
      })
      .map((one) => `${one.localName} ${one.id || one.getAttribute("aria-label") || one.textContent.trim()}`),
  );
}

/** What is lit by colour alone. @param {any} element */
function litByColor(element) {
  const lit = [...element.shadowRoot.querySelectorAll("[data-lit]")].filter((one) => one.checkVisibility());
  const plain = (/** @type {Element} */ one) => {
    const { outlineStyle, strokeWidth, textDecorationLine } = getComputedStyle(one);
    if (one.matches("rect")) return Number.parseFloat(strokeWidth) < 3;
    return one.matches("text") ? textDecorationLine !== "underline" : outlineStyle === "none";
  };
  return { some: lit.length > 3, plain: lit.filter(plain).map((one) => `${one.localName} ${one.textContent.trim()}`) };
}

/** What moves, or would move. @param {any} element */
function moving(element) {
  const roots = [document, element.shadowRoot];
  const running = roots
    .flatMap((root) => root.getAnimations())
    .filter((one) => Number(one.effect?.getComputedTiming().activeDuration) > 0)
    .map((one) => one.transitionProperty ?? one.animationName);
  const ready = roots
    .flatMap((root) => [...root.querySelectorAll("*")].filter((one) => one.checkVisibility()))
    .flatMap((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
      const still = /^(0s(, )?)+$/.test(transitionDuration) && animationName === "none" && scrollBehavior === "auto";
      return still
        ? []
        : [`${one.localName} ${one.className}: ${transitionDuration} ${animationName} ${scrollBehavior}`];
    });
  return { running, ready };
}

// One engine is enough: the style sheets say it all, and only Chromium can be told what the system asks for.
if (engines.includes("chromium")) {
  inBrowser("chromium", (site) => {
    for (const options of /** @type {const} */ ([
      { width: 1280, colorScheme: "light", forcedColors: true },
      { width: 320, colorScheme: "dark", forcedColors: true },
    ])) {
      const { width, colorScheme } = options;
      // What is drawn is the same in both; the narrow form is not the wide one.
      const some =
        width < 1000 ? everyState.filter(([name]) => /^(a first visit|problems|Hindi)$/.test(name)) : everyState;
      for (const [name, search] of some) {
        test(`all is seen in the system's colours: ${name}, ${colorScheme}, ${width} pixels wide`, async () => {
          const page = await site.open(search, options);
          await unfold(page);
          assert.deepEqual(await page.evaluateOn("rnn-params", unseen), {});
          await page.press("Tab"); // a key: the focus is marked from now on
          assert.deepEqual(await page.evaluateOn("rnn-params", unmarked), []);
        });
      }

      test(`what is lit is marked without colour, ${colorScheme}, ${width} pixels wide`, async () => {
        const page = await site.open("", options);
        for (const cut of ["matrix", "tensor"]) {
          await page.click(within(`input[name=cut][value=${cut}]`));
          for (const field of ["#input", "#layer-0-units"]) {
            await page.focus(within(field));
            assert.deepEqual(await page.evaluateOn("rnn-params", litByColor), { some: true, plain: [] });
          }
        }
      });
    }

    test("in the system's colours columns are told apart, and what is lit from what has just come", async () => {
      for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
        const page = await site.open("?input=64&layers=LSTM(32)&present=4", {
          width: 1280,
          forcedColors: true,
          colorScheme,
        });
        await page.waitFor(() =>
          Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".stage .picture .fill")),
        );
        const seen = await page.evaluateOn(within(".stage .picture"), (svg) => {
          const look = (/** @type {string} */ one) => getComputedStyle(svg.querySelector(one));
          svg.querySelector(".fill.input").toggleAttribute("data-lit", true);
          svg.querySelector(".part-of").toggleAttribute("data-lit", true);
          const [plain, bias, lit, fresh, part] = [
            ".fill.previous",
            ".fill.bias",
            ".fill.input",
            ".fresh",
            ".part-of[data-lit]",
          ].map(look);
          return {
            bias: bias.fill !== plain.fill,
            hatched: svg.querySelector(".hatch") !== null,
            dashed:
              lit.strokeDasharray !== "none" && part.strokeDasharray !== "none" && fresh.strokeDasharray === "none",
            colourless: part.fill === "none",
          };
        });
        assert.deepEqual(seen, { bias: true, hatched: true, dashed: true, colourless: true }, colorScheme);
      }
    });

    for (const width of [320, 1280]) {
      test(`nothing moves where less motion is asked for, ${width} pixels wide`, async () => {
        const page = await site.open("", { width, reducedMotion: true });
        const still = async (/** @type {string} */ after) =>
          assert.deepEqual(await page.evaluateOn("rnn-params", moving), { running: [], ready: [] }, after);
        await still("loading");
        await page.fill(within("#layer-0-units"), "1.5");
        await still("a problem");
        await page.press("Tab");
        await still("the focus has gone on");
        await page.fill(within("#layer-0-units"), "7");
        await page.click(within("#framework [value=pytorch]"));
        await still("another framework");
        await clickOn(page, "button", "Present");
        await clickOn(page, "button", "Next");
        await still("the next step");
        await clickOn(page, "button", "Leave");
        await page.evaluateOn(within(".step .why > summary"), (summary) => summary.click());
        await still("an answer unfolded");
      });
    }

    test("nothing moves on its own", async () => {
      const page = await site.open("", { width: 1280 });
      assert.deepEqual((await page.evaluateOn("rnn-params", moving)).running, []);
    });
  });
}
