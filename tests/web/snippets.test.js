// Tests of web/export/snippets.js: what a teacher pastes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { baseOf, fileAddress, frameOf, tagOf } from "../../web/export/snippets.js";

const embedding = {
  query: "framework=keras&input=64&layers=LSTM(32),Dense(1)",
  attributes: { controls: "none", steps: "", fade: "2", lang: "hi" },
  base: "https://example.edu/rnn/",
  height: 346,
  title: "LSTM 64 → 32: 12,416 parameters (Keras)",
};

test("a public address is written out, one that only this machine sees is left out", () => {
  const bases = {
    "https://example.edu/rnn/": "https://example.edu/rnn/",
    "https://example.edu/rnn/index.html?input=64#x": "https://example.edu/rnn/",
    "https://example.edu/": "https://example.edu/",
    "http://example.edu/rnn/": "",
    "https://localhost/rnn/": "",
    "http://localhost:5173/": "",
    "https://127.0.0.1/": "",
    "https://192.168.1.7/rnn/": "",
    "https://10.0.0.1/": "",
    "https://172.20.0.1/": "",
    "https://172.32.0.1/": "https://172.32.0.1/",
    "https://[::1]/": "",
    "https://mac.local/": "",
    "https://intranet/": "",
    "file:///home/me/rnn-params.html": "",
  };
  for (const [address, base] of Object.entries(bases)) assert.equal(baseOf(address), base, address);
});

test("the tag has the model and what is not the default, as attributes", () => {
  assert.equal(
    tagOf(embedding),
    `<script type="module" src="https://example.edu/rnn/rnn-params.js"></script>
<rnn-params framework="keras" input="64" layers="LSTM(32),Dense(1)" controls="none" fade="2" lang="hi">LSTM 64 → 32: 12,416 parameters (Keras)</rnn-params>`,
  );
});

test("the frame and the file have the same as an address", () => {
  assert.equal(
    frameOf(embedding),
    '<iframe src="https://example.edu/rnn/embed.html?framework=keras&amp;input=64&amp;layers=LSTM(32),Dense(1)&amp;controls=none&amp;fade=2&amp;lang=hi" title="LSTM 64 → 32: 12,416 parameters (Keras)" width="100%" height="346" loading="lazy" style="border: 0"></iframe>',
  );
  const address = "rnn-params.html?framework=keras&input=64&layers=LSTM(32),Dense(1)&controls=none&fade=2&lang=hi";
  assert.equal(fileAddress({ ...embedding, base: "" }), address);
});

test("nothing that was typed gets out of its quotes", () => {
  const typed = '"><script>alert(1)</script>&amp;';
  const hostile = {
    ...embedding,
    query: `input=${encodeURIComponent(typed)}&layers=${encodeURIComponent(typed)}`,
    title: typed,
  };
  for (const text of [tagOf(hostile), frameOf(hostile)]) {
    assert.equal(text.includes("<script>alert"), false);
    assert.equal(text.includes('""'), false);
  }
  assert.ok(tagOf(hostile).includes('input="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"'));
});
