// Tests of the element's life: it leaves nothing behind where it is taken away, and goes on where it is put.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { inEveryBrowser } from "./site.js";

const notes = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Course notes</title>
  <link rel="icon" href="data:," />
  <main><rnn-params controls="all" input="64" layers="LSTM(32)"></rnn-params></main>
  <section lang="hi"></section>
  <script src="./counting.js"></script>
  <script type="module" src="./rnn-params.js"></script>
</html>
`;

/** Counts what is begun and not ended: listeners, timers, observers. Runs in the page, before the element's scripts. */
function counting() {
  const left = { listeners: 0, timers: 0, observers: 0 };
  Object.assign(window, { leftBehind: left });
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  /** Listeners by target: a further one of the same name and function is none. @type {WeakMap<object, Set<string>>} */
  const heard = new WeakMap();
  let names = 0;
  /** @type {WeakMap<object, number>} */
  const ids = new WeakMap();
  const keyOf = (/** @type {string} */ name, /** @type {object} */ listener, /** @type {any} */ options) => {
    if (!ids.has(listener)) ids.set(listener, names++);
    return `${name} ${ids.get(listener)} ${typeof options === "object" ? Boolean(options?.capture) : Boolean(options)}`;
  };
  const end = (/** @type {object} */ target, /** @type {string} */ key) => {
    if (heard.get(target)?.delete(key)) left.listeners--;
  };
  EventTarget.prototype.addEventListener = function (
    /** @type {any} */ name,
    /** @type {any} */ listener,
    /** @type {any} */ options,
  ) {
    if (listener && !(this instanceof AbortSignal)) {
      const key = keyOf(name, listener, options);
      const mine = heard.get(this) ?? new Set();
      heard.set(this, mine);
      if (!mine.has(key)) left.listeners++;
      mine.add(key);
      if (options?.signal) addEventListener.call(options.signal, "abort", () => end(this, key), { once: true });
    }
    return addEventListener.call(this, name, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (
    /** @type {any} */ name,
    /** @type {any} */ listener,
    /** @type {any} */ options,
  ) {
    if (listener) end(this, keyOf(name, listener, options));
    return removeEventListener.call(this, name, listener, options);
  };

  /** @type {Set<unknown>} */
  const timers = new Set();
  const [begin, clear] = [window.setTimeout, window.clearTimeout];
  const count = () => {
    left.timers = timers.size;
  };
  Object.assign(window, {
    setTimeout: (/** @type {() => void} */ call, /** @type {number} */ time) => {
      const id = begin(() => {
        timers.delete(id);
        count();
        call();
      }, time);
      timers.add(id);
      count();
      return id;
    },
    clearTimeout: (/** @type {any} */ id) => {
      clear(id);
      timers.delete(id);
      count();
    },
  });

  /** @type {Map<unknown, number>} */
  const observers = new Map();
  for (const Observer of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const { observe, disconnect } = Observer.prototype;
    Observer.prototype.observe = function (/** @type {[any]} */ ...args) {
      observers.set(this, (observers.get(this) ?? 0) + 1);
      left.observers = observers.size;
      return observe.apply(this, args);
    };
    Observer.prototype.disconnect = function () {
      observers.delete(this);
      left.observers = observers.size;
      return disconnect.call(this);
    };
  }
}

inEveryBrowser((site) => {
  let url = "";

  before(async () => {
    url = await site.variant(async (folder) => {
      await writeFile(join(folder, "notes.html"), notes);
      await writeFile(join(folder, "counting.js"), `(${counting})();`);
    });
  });

  async function open() {
    const page = await site.page();
    await page.goto(`${url}notes.html`);
    await page.waitFor(() => {
      const root = document.querySelector("rnn-params")?.shadowRoot;
      return root?.querySelector(".rest") && /12,416/.test(root.querySelector("[aria-live]")?.textContent ?? "");
    });
    return page;
  }

  test("a thousand times put and taken away: no listener, timer or observer is left", async () => {
    const page = await open();
    const { before, after, connected, again } = await page.evaluateOn("rnn-params", async (element) => {
      const { leftBehind: left } = /** @type {any} */ (window);
      const place = element.parentElement;
      const rest = async () => {
        await element.updateComplete;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return { ...left };
      };
      const connected = await rest();
      element.remove();
      const before = await rest();
      for (let round = 0; round < 1000; round++) {
        if (round % 100 === 0) element.input = String(round + 1); // something to announce
        place.append(element);
        if (round % 100 === 0) await element.updateComplete;
        element.remove();
      }
      element.input = "64";
      await element.updateComplete;
      const after = await rest();
      place.append(element);
      return { before, after, connected, again: await rest() };
    });
    assert.deepEqual(after, before);
    const drivers = site.engine === "webkit" ? 1 : 0; // WebKit's driver has a timer of its own while it waits
    assert.deepEqual({ timers: before.timers, observers: before.observers }, { timers: drivers, observers: 0 });
    assert.deepEqual([again.listeners, again.observers], [connected.listeners, connected.observers]);
    assert.ok(connected.observers > 0 && connected.listeners > before.listeners, "it listens where it stands");
  });

  test("moved, it goes on: its numbers light up, its language is the new place's, its total is read out", async () => {
    const page = await open();
    const seen = await page.evaluateOn("rnn-params", async (element) => {
      const root = element.shadowRoot;
      const pointed = () => {
        root.querySelector(".n[data-ref]").dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
        return root.querySelectorAll("[data-lit]").length;
      };
      const first = pointed();
      document.querySelector("section")?.append(element);
      const gone = root.querySelectorAll("[data-lit]").length;
      element.input = "10";
      await new Promise((resolve) => {
        const look = () => {
          const live = root.querySelector("[aria-live]")?.textContent ?? "";
          if (root.querySelector("[lang=hi]") && /5,504/.test(live)) resolve(undefined);
          else requestAnimationFrame(look);
        };
        look();
      });
      const there = pointed();
      document.querySelector("section")?.setAttribute("lang", "en");
      await new Promise((resolve) => {
        const look = () => (root.querySelector(".layout[lang=en]") ? resolve(undefined) : requestAnimationFrame(look));
        look();
      });
      return { first, gone, there, total: root.querySelector(".total b").textContent };
    });
    assert.ok(seen.first > 1 && seen.there > 1, JSON.stringify(seen));
    assert.equal(seen.gone, 0, "the pointer is elsewhere");
    assert.equal(seen.total, "5,504");
  });

  test("a total that had no time to be read out is read out in the new place", async () => {
    const page = await open();
    await page.evaluateOn("rnn-params", async (element) => {
      element.input = "10";
      await element.updateComplete;
      document.body.append(element);
    });
    await page.waitFor(() =>
      /5,504/.test(document.querySelector("rnn-params")?.shadowRoot?.querySelector("[aria-live]")?.textContent ?? ""),
    );
  });

  test("a script's element has the styles of its later parts, though its document was asked for first", async () => {
    const page = await open();
    const sheets = await page.evaluate(async () => {
      const [there, made] = [document.querySelector("rnn-params"), document.createElement("rnn-params")];
      Object.assign(made, { controls: "all", input: "64", layers: "LSTM(32)" });
      await /** @type {any} */ (made).toText();
      document.body.append(made);
      await new Promise((resolve) => {
        const look = () => (made.shadowRoot?.querySelector(".rest") ? resolve(undefined) : requestAnimationFrame(look));
        look();
      });
      const count = (/** @type {Element | null} */ element) => element?.shadowRoot?.adoptedStyleSheets.length;
      return [count(made), count(there)];
    });
    assert.equal(sheets[0], sheets[1]);
  });
});
