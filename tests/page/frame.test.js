// Tests of embed.html in frames of other origins: the heights that it announces, and that it needs nothing of its host.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { answeredInFrame, atRest, hostName, inside, openFrame, said, writeHost } from "./host.js";
import { inEveryBrowser, look } from "./site.js";

/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./host.js").FrameOptions} FrameOptions */

const model = "framework=pytorch&input=64&layers=LSTM(32)&controls=all";
const bigger = "LSTM(32), GRU(16), Dense(1)";

/**
 * Shows another model in the frame.
 * @param {Page} page
 * @param {string} layers
 */
const setLayers = (page, layers) =>
  page.evaluateInFrame(async (layers) => {
    const element = /** @type {any} */ (document.querySelector("rnn-params"));
    element.layers = layers;
    await element.updateComplete;
  }, layers);

/** The height that was announced last. @param {{ data: any }[]} heard */
const last = (heard) => heard.findLast(({ data }) => data.type === "rnn-params:resize")?.data.height ?? 0;

inEveryBrowser((site) => {
  let host = "";

  before(async () => {
    host = await site.variant(writeHost);
  });

  /**
   * @param {string} query
   * @param {FrameOptions} [options]
   */
  async function open(query, options) {
    const page = await site.page();
    await openFrame(page, host, `${site.url}embed.html?${query}`, options);
    return page;
  }

  test("the height is told in every dialect, with nothing else", async () => {
    const page = await open(`${model}&id=first`);
    const heard = await atRest(page);
    const { content } = await inside(page);
    assert.deepEqual(heard[0].data, { context: "h5p", action: "hello" });
    const height = last(heard);
    assert.ok(height >= content && height <= content + 5, `${height} for ${content}`);
    assert.deepEqual(
      heard.slice(-5).map(({ data }) => (typeof data === "string" ? JSON.parse(data) : data)),
      [
        { type: "rnn-params:resize", id: "first", height },
        { context: "h5p", action: "resize", scrollHeight: height, height },
        { subject: "lti.frameResize", height },
        { context: "iframe.resize", height, src: `${site.url}embed.html?${model}&id=first` },
        { height },
      ],
    );
    assert.equal(typeof heard.at(-2)?.data, "string", "Embedly's is JSON");
  });

  for (const kind of /** @type {const} */ (["own", "h5p", "canvas", "embedly", "observable", "generous"])) {
    test(`a host that follows comes to rest: ${kind}`, async () => {
      const page = await open(model, { kind });
      const first = await atRest(page);
      assert.ok(first.length <= 16, `${first.length} messages`);
      const small = await inside(page);
      assert.deepEqual([small.total, small.overflows, small.hidden], ["12,544", false, false]);
      assert.ok(small.window - small.content < 50, `${small.window} for ${small.content}`);

      await setLayers(page, bigger);
      const grown = await atRest(page);
      assert.ok(grown.length - first.length <= 10, `${grown.length - first.length} messages`);
      const big = await inside(page);
      assert.ok(big.window > small.window && !big.overflows, `${big.window} after ${small.window}`);

      await setLayers(page, "LSTM(32)");
      await atRest(page);
      assert.equal((await inside(page)).window, small.window);
    });
  }

  test("a host that gives the frame its own whole height hears little, and the frame scrolls", async () => {
    const page = await open(model, { style: "position: fixed; inset: 0; height: 100%; width: 100%" });
    const heard = await atRest(page);
    assert.ok(heard.length <= 11, `${heard.length} messages`);
    const { overflows, hidden } = await inside(page);
    assert.deepEqual({ overflows, hidden }, { overflows: true, hidden: false });
  });

  /** @param {Page} page */
  const assertScrolls = async (page) => {
    const { overflows, hidden } = await inside(page);
    assert.deepEqual({ overflows, hidden }, { overflows: true, hidden: false });
    const seen = await page.evaluateInFrame(() => {
      scrollTo(0, 1e6);
      return scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    });
    assert.ok(seen, "its end can be seen");
  };

  test("where nobody answers the frame scrolls, at any time", async () => {
    const page = await open(model);
    await atRest(page);
    await assertScrolls(page);
    const hidden = await page.evaluateInFrame(async (layers) => {
      const element = /** @type {any} */ (document.querySelector("rnn-params"));
      element.layers = layers;
      const end = performance.now() + 400;
      let hidden = false;
      while (performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        hidden ||= getComputedStyle(document.documentElement).overflowY === "hidden";
      }
      return hidden;
    }, bigger);
    assert.equal(hidden, false);
    await assertScrolls(page);
  });

  test("a host that listens only later is told again; other windows are not listened to", async () => {
    const page = await open(model);
    const heard = await atRest(page);
    const height = last(heard);
    /** @param {unknown} message */
    const ask = async (message) => {
      const before = (await said(page)).length;
      await page.evaluate(
        (message) => document.querySelector("iframe")?.contentWindow?.postMessage(message, "*"),
        message,
      );
      return (await atRest(page)).slice(before).map(({ data }) => data);
    };
    for (const message of [null, "h5p", { context: "h5p" }, { type: "other" }])
      assert.deepEqual(await ask(message), []);
    const greeted = await ask({ context: "h5p", action: "ready" });
    assert.deepEqual(greeted[0], { context: "h5p", action: "hello" });
    assert.equal(last(greeted.map((data) => ({ data }))), height);
    assert.deepEqual(await ask({ type: "rnn-params:ready" }), [{ type: "rnn-params:resize", id: "", height }]);
    const { length } = await said(page);
    await page.evaluateInFrame(() => postMessage({ type: "rnn-params:ready" }, "*"));
    assert.equal((await atRest(page)).length, length);
  });

  test("where the host answers but does not follow, the frame scrolls again", async () => {
    const page = await open(model, { kind: "stubborn" });
    await atRest(page);
    await setLayers(page, bigger);
    await page.waitForInFrame(() => getComputedStyle(document.documentElement).overflowY === "hidden");
    await atRest(page);
    await assertScrolls(page);
  });

  test("however often the height changes, there are ten messages a second at most, and the last is true", async () => {
    const page = await open(model);
    const quiet = await atRest(page);
    await page.evaluateInFrame(async () => {
      const main = /** @type {HTMLElement} */ (document.querySelector("main"));
      for (let i = 0; i < 100; i++) {
        main.style.paddingBottom = `${50 * (1 + (i % 3))}px`;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    const times = (await atRest(page)).slice(quiet.length).map(({ at }) => at);
    assert.ok(times.length >= 10, `${times.length} messages`);
    // They are counted where they arrive: some a little late.
    const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 900).length));
    assert.ok(most <= 10, `${most} messages in a second`);
    const { content } = await inside(page);
    const height = last(await said(page));
    assert.ok(height >= content && height <= content + 5, `${height} for ${content}`);
  });

  test("changes of four pixels are not told, and have room", async () => {
    const page = await open(model, { kind: "own" });
    const before = await atRest(page);
    const pad = (/** @type {number} */ by) =>
      page.evaluateInFrame((by) => {
        const main = /** @type {HTMLElement} */ (document.querySelector("main"));
        main.style.paddingBottom = `${Number.parseFloat(getComputedStyle(main).paddingBottom) + by}px`;
      }, by);
    await pad(3);
    assert.equal((await atRest(page)).length, before.length);
    assert.equal((await inside(page)).overflows, false);
    await pad(7);
    assert.ok((await atRest(page)).length > before.length);
  });

  test("in a sandbox that allows scripts and nothing else, on a host that sends no CORS headers, it counts", async () => {
    for (const kind of /** @type {const} */ (["own", "h5p"])) {
      const page = await open(model, { kind, sandbox: "allow-scripts" });
      await atRest(page);
      const seen = await inside(page);
      assert.deepEqual([seen.total, seen.title], ["12,544", "LSTM 64 → 32: 12,544 parameters (PyTorch)"]);
      assert.equal(seen.overflows, false);
      assert.deepEqual(seen.asked, [], "nothing was asked of the network");
      const origin = await page.evaluateInFrame(() => {
        try {
          return String(localStorage.length);
        } catch {
          return self.origin;
        }
      });
      assert.equal(origin, "null", "it is a sandbox");
    }
  });

  test("readers change the model, and the frame's history and address stay as they are", async () => {
    const page = await open(model, { sandbox: "allow-scripts" });
    await answeredInFrame(page);
    const before = await inside(page);
    await page.evaluateInFrame(async () => {
      const element = /** @type {any} */ (document.querySelector("rnn-params"));
      const field = element.shadowRoot.querySelector("#input");
      field.value = "10";
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      await element.updateComplete;
    });
    const after = await inside(page);
    assert.equal(after.total, "5,632");
    assert.equal(after.title, "LSTM 10 → 32: 5,632 parameters (PyTorch)");
    assert.deepEqual([after.entries, after.address], [before.entries, before.address]);
  });

  test("a host that owns its markup needs one small script", async () => {
    const page = await site.page();
    await page.goto(`${host}${hostName}`);
    await page.evaluate(
      async (address, script) => {
        const frame = document.createElement("iframe");
        frame.style.cssText = "box-sizing: border-box; border: 3px solid; width: 600px; height: 90px";
        frame.src = address;
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener("load", resolve));
        const element = document.createElement("script");
        element.src = script;
        document.head.append(element);
      },
      `${site.url}embed.html?${model}`,
      `${host}embed-parent.js`,
    );
    await answeredInFrame(page);
    await page.waitForInFrame(() => innerHeight > 200 && document.documentElement.scrollHeight <= innerHeight);

    // A frame of its own, for ours says another height whenever more of it stands.
    await page.evaluate(async () => {
      const frame = document.createElement("iframe");
      frame.id = "says";
      frame.style.cssText = "box-sizing: border-box; border: 3px solid; width: 600px; height: 90px";
      frame.srcdoc = "<script>addEventListener('message', ({ data }) => parent.postMessage(data, '*'))</script>";
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener("load", resolve));
    });
    const height = () => page.evaluateOn("#says", (frame) => frame.clientHeight);
    /** @param {unknown} message */
    const say = (message) =>
      page.evaluate((message) => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#says"));
        frame.contentWindow?.postMessage(message, "*");
      }, message);
    for (const [announced, expected] of [
      [1, 80],
      [1e9, 4000],
      [300, 300],
    ]) {
      await say({ type: "rnn-params:resize", height: announced });
      await page.waitFor((expected) => document.querySelector("#says")?.clientHeight === expected, expected);
    }
    for (const damaged of [null, "300", { type: "rnn-params:resize" }, { type: "rnn-params:resize", height: "9em" }])
      await say(damaged);
    await say({ type: "rnn-params:resize", height: Number.NaN });
    await page.evaluate(() => postMessage({ type: "rnn-params:resize", height: 500 }, "*"));
    // Messages keep their order: when this one has been heard, those have been.
    await page.evaluate(async () => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#says"));
      const heard = new Promise((resolve) =>
        addEventListener("message", ({ data, source }) => {
          if (data === "last" && source === frame.contentWindow) resolve(true);
        }),
      );
      frame.contentWindow?.postMessage("last", "*");
      await heard;
    });
    assert.equal(await height(), 300, "neither damaged messages nor other windows' count");
  });

  test("the theme and the language are the address's", async () => {
    const page = await open(`${model}&theme=dark&lang=hi`);
    await answeredInFrame(page);
    const dark = await inside(page);
    assert.deepEqual([dark.scheme, dark.lang, dark.ground], ["dark", "hi", "rgb(23, 25, 28)"]);
    const title = await page.evaluateInFrame(
      () => document.querySelector("rnn-params")?.shadowRoot?.querySelector(".step-title")?.textContent,
    );
    assert.equal(title, "चार weight matrices");
    await openFrame(page, host, `${site.url}embed.html?${model}`);
    await answeredInFrame(page);
    const plain = await inside(page);
    assert.deepEqual([plain.scheme, plain.lang, plain.ground], ["light dark", "en", "rgba(0, 0, 0, 0)"]);
  });

  test("a language that is not spoken is said below what is counted, once; of one that is, nothing", async () => {
    const notes = (/** @type {Page} */ page) =>
      page.evaluate(() => [...document.querySelectorAll("main > p")].map(({ textContent }) => textContent));
    const page = await alone("?input=64&layers=LSTM(32)&lang=fr");
    await page.waitFor(() => document.querySelector("rnn-params + p") !== null);
    await page.evaluate(async () => {
      const element = /** @type {any} */ (document.querySelector("rnn-params"));
      element.layers = "GRU(32)";
      await element.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
    });
    assert.deepEqual(await notes(page), [
      "This page is not there in the language fr. It speaks English and हिन्दी (beta).",
    ]);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    for (const search of ["", "?lang=en", "?lang=hi-IN"]) {
      const known = await alone(search);
      await known.waitFor(() =>
        Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector(".mores, .rest")),
      );
      assert.deepEqual(await notes(known), [], search);
    }
  });

  test("without a theme it is the host's colour scheme that counts", {
    skip: site.engine === "webkit" && "Safari's frames follow the system",
  }, async () => {
    const inks = [];
    const page = await site.page({ colorScheme: "system" });
    for (const scheme of ["light", "dark"]) {
      await openFrame(page, host, `${site.url}embed.html?${model}`, { style: `color-scheme: ${scheme}` });
      await answeredInFrame(page);
      inks.push((await inside(page)).ink);
    }
    assert.deepEqual(inks, ["rgb(34, 38, 43)", "rgb(232, 229, 222)"]);
  });

  /** @param {string} search */
  async function alone(search) {
    const page = await site.page();
    await page.goto(`${site.url}embed.html${search}`);
    await page.waitFor(() => Boolean(/** @type {any} */ (document.querySelector("rnn-params"))?.summary));
    return page;
  }

  test("the keys are the attributes, and whatever else a model can be written with", async () => {
    for (const [search, title] of [
      ["", "LSTM 64 → 32: 12,416 parameters"],
      ["?framework=keras&input_size=10&layers=GRU(7)", "GRU 10 → 7: 399 parameters (Keras)"],
      ["?input_dim=64&layers=LSTM(hidden_size=32)&unknown=1", "LSTM 64 → 32: 12,416 parameters"],
    ]) {
      const page = await alone(search);
      assert.equal(await page.evaluate(() => document.title), title, search);
    }
    const view = { steps: "line", controls: "none", compare: "none", fade: "1", theme: "light", lang: "hi" };
    const page = await alone(`?${new URLSearchParams(view)}`);
    const attributes = await page.evaluateOn("rnn-params", (element) =>
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    );
    assert.deepEqual(attributes, { ...view, input: "64", layers: "LSTM(32)" });
  });

  test("it is compact unless it is asked for more, and leads to the whole page beside it", async () => {
    const page = await alone("?framework=keras&input=10&layers=GRU(7)&lang=hi&id=a/b");
    const seen = await page.evaluateOn("rnn-params", (element) => ({
      form: element.shadowRoot.querySelector("#framework") !== null,
      leads: element.shadowRoot.querySelector("a.open")?.href,
    }));
    assert.deepEqual(seen, {
      form: false,
      leads: `${site.url}index.html?framework=keras&input=10&layers=GRU(7)&lang=hi`,
    });
  });

  test("where the policy refuses WebAssembly a sentence stands there, and its height is told", async () => {
    const url = await site.variant(async (folder) => {
      const file = join(folder, "embed.html");
      await writeFile(file, (await readFile(file, "utf8")).replace(" 'wasm-unsafe-eval'", ""));
    });
    const page = await site.page();
    await openFrame(page, host, `${url}embed.html?${model}`, { kind: "own" });
    await page.waitForInFrame(() =>
      /does not allow WebAssembly/.test(document.querySelector("rnn-params")?.shadowRoot?.textContent ?? ""),
    );
    await page.waitFor(() =>
      /** @type {any} */ (window).said.some((/** @type {any} */ { data }) => data.type === "rnn-params:resize"),
    );
    assert.ok(last(await said(page)) < 200, "a sentence is not high");
    await site.complaints(page); // the browser's own
  });

  test("hostile and damaged addresses leave a sentence", async () => {
    for (const search of [
      "?layers=",
      "?framework=keras",
      "?input=64&layers=LSTM(%E0%A4",
      "?input=%ZZ&layers=LSTM(32)",
      "?input=64&layers=</script><script>alert(1)</script>",
      "?framework=<img+src=x+onerror=alert(1)>&input=1&layers=LSTM(1)",
      `?input=64&layers=${"(".repeat(5000)}`,
      "?input=64&input=65&layers=LSTM(32)&theme=__proto__&lang=constructor&fade=-1&steps=%00&id=%ED%A0%80",
    ]) {
      const seen = await look(await alone(`${search}&controls=all`));
      assert.equal(seen.total, "—", search);
      assert.ok([...seen.wrong, ...seen.asks].join("").length > 10, search);
    }
  });
});
