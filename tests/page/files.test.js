// Tests of files in the page: they are dropped or chosen, read where they are, and told as text; nothing is asked for over the network but the
// readers themselves.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../../web/tools/run.js";
import { codeCell, notebook, safetensors, stream } from "../web/file_models.js";
import { answered, dist, inEveryBrowser, look } from "./site.js";

/** @typedef {import("./page.js").Page} Page */

const folder = join(root, "tests", "web", "files");

/** @param {Page} page @param {Uint8Array | string} content @param {string} name @param {string[]} others names of files after it */
async function drop(page, content, name, others = []) {
  const code = Buffer.from(content).toString("base64");
  await page.evaluate(
    (code, name, others) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0))], name));
      for (const other of others) dataTransfer.items.add(new File(["nn.LSTM(1, 1)"], other));
      for (const kind of ["dragover", "drop"])
        document
          .querySelector("footer")
          ?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
    },
    code,
    name,
    others,
  );
}

/** Waits for what is told of a file. @param {Page} page @param {string} words the beginning */
const told = (page, words) =>
  page.waitFor((words) => {
    const root = document.querySelector("rnn-params")?.shadowRoot;
    return (root?.querySelector(".from-file, .refused-file")?.textContent ?? "").trim().startsWith(words);
  }, words);

/** @param {Page} page */
const shown = (page) =>
  page.evaluateOn("rnn-params", async (element) => {
    await element.updateComplete;
    const text = (/** @type {string} */ place) =>
      (element.shadowRoot.querySelector(place)?.textContent ?? "").replace(/\s+/g, " ").trim();
    return {
      head: text("#read-as"),
      from: text(".from-file"),
      refused: text(".refused-file"),
      box: element.shadowRoot.querySelector("#ask").value,
    };
  });

const readers = /\/assets\/(icon|file|files|zip|keras|torch|hdf5|safetensors|onnx|source|lines|limits)-/;

inEveryBrowser((site) => {
  test("files that are dropped are the model on screen; their readers are asked for when they come", async () => {
    const page = await site.open("");
    const asked = () =>
      page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
    assert.ok(
      !(await asked()).some((name) =>
        /(file|zip|torch|hdf5|onnx|keras|safetensors)-/.test(name.split("/").pop() ?? ""),
      ),
    );
    await drop(page, await readFile(join(folder, "checkpoint.pth")), "checkpoint.pth");
    await told(page, "From checkpoint.pth");
    const first = await shown(page);
    assert.equal(first.head, "Read as shapes of weights in PyTorch");
    assert.match(
      first.from,
      /^From checkpoint\.pth: the names and shapes of its weights\. .*not optimizer_state_dict\.$/,
    );
    assert.match(first.box, /^rnn\.weight_ih_l0: torch\.Size\(\[16, 6\]\)\n/);
    assert.equal((await look(page)).total, "207");
    await drop(page, await readFile(join(folder, "keras3.weights.h5")), "keras3.weights.h5");
    await told(page, "From keras3.weights.h5");
    assert.deepEqual([(await look(page)).total, (await look(page)).framework], ["191", "keras"]);
    const before = await asked();
    await drop(page, safetensors({ "lstm.weight_ih_l0": [16, 6], "lstm.weight_hh_l0": [16, 4] }), "big.safetensors");
    await told(page, "From big.safetensors");
    assert.equal((await look(page)).total, "160");
    const more = (await asked()).slice(before.length);
    assert.ok(
      more.every((name) => readers.test(name)),
      more.join(),
    );
    await drop(page, (await readFile(join(folder, "lstm.pt"))).subarray(0, 1000), "half.pt");
    await told(page, "half.pt ends too early");
    assert.equal((await look(page)).total, "160", "what was there stays");
    await drop(page, await readFile(join(folder, "gru.onnx")), "gru.onnx");
    await told(page, "From gru.onnx");
    assert.deepEqual([(await look(page)).total, (await shown(page)).refused], ["771", ""]);
  });

  test("of several files the first is read, and it is said which are not", async () => {
    const page = await site.open("");
    await drop(page, "rnn = torch.nn.LSTM(6, 4)", "one.py", ["two.py"]);
    await told(page, "One file is read at a time");
    // 4·4(6 + 4 + 2)
    assert.deepEqual(
      [(await look(page)).total, (await shown(page)).from],
      ["192", "One file is read at a time: two.py was not read."],
    );
    await drop(page, "", "none.py", ["two.py", "three.py", "four.py"]);
    await told(page, "none.py is empty");
    assert.equal(
      (await shown(page)).refused,
      "none.py is empty. One file is read at a time: two.py, and 2 more, were not read.",
    );
    await drop(page, "rnn = torch.nn.GRU(6, 4)", "other.py");
    await page.waitFor(() => !document.querySelector("rnn-params")?.shadowRoot?.querySelector(".refused-file"));
    assert.deepEqual([(await look(page)).total, (await shown(page)).from], ["144", ""]);
  });

  test("a notebook: its code, and whether the table below it agrees", async () => {
    const page = await site.open("");
    const code = "model = Sequential()\nmodel.add(LSTM(32, input_shape=(10, 64)))\nmodel.add(Dense(1))\n";
    const table =
      "lstm/kernel (64, 128)\nlstm/recurrent_kernel (32, 128)\nlstm/bias (128,)\ndense/kernel (32, 1)\ndense/bias (1,)\n";
    await drop(page, notebook([codeCell(`!pip install keras\n${code}`, [stream(table)])]), "notes.ipynb");
    await told(page, "From notes.ipynb");
    const { head, from, box } = await shown(page);
    assert.equal(head, "Read as Keras code");
    assert.equal(from, "From notes.ipynb: the code of its cells. What is printed below it has 12,449: the same.");
    assert.equal(box, `!pip install keras\n${code}`);
    assert.equal((await look(page)).total, "12,449");
  });

  test("the page that is one file has the readers in it", async () => {
    const page = await site.page();
    await page.goto(pathToFileURL(join(dist, "rnn-params.html")).href);
    await answered(page);
    await page.waitFor(() => Boolean(document.querySelector("rnn-params")?.shadowRoot?.querySelector("#ask")));
    for (const [file, total] of [
      ["lstm.pt", "207"],
      ["keras2.h5", "191"],
      ["model.keras", "191"],
      ["lstm.onnx", "207"],
    ]) {
      await drop(page, await readFile(join(folder, file)), file);
      await told(page, `From ${file}`);
      assert.equal((await look(page)).total, total, file);
    }
  });
});
