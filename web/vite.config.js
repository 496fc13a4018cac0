import { defineConfig } from "vite";
import { load } from "./engine.js";
import { languages } from "./messages/languages.js";
import { workedExamples } from "./page/worked_examples.js";
import { cssTarget, root } from "./tools/run.js";

export default defineConfig({
  root,
  base: "./", // dist/ works under any path
  publicDir: false,
  plugins: [
    {
      // What the page shows without JavaScript or WebAssembly, counted by the same core.
      name: "worked-examples",
      async transformIndexHtml(html) {
        const examples = workedExamples(await load());
        return html.replace("<!--worked-examples-->", () => examples);
      },
    },
    {
      name: "languages",
      transformIndexHtml: (html) =>
        html.replace("<!--languages-->", () =>
          languages.map(({ id, name }) => `<option value="${id}" lang="${id}">${name}</option>`).join(""),
        ),
    },
  ],
  build: {
    outDir: "dist",
    assetsInlineLimit: 0, // core.wasm stays a file; nothing turns into a data: URL
    modulePreload: false,
    rolldownOptions: {
      input: { index: "index.html", "rnn-params": "web/hosts/standalone.js" },
      output: {
        // The one name that other pages link to: the element.
        entryFileNames: ({ name }) => (name === "rnn-params" ? "rnn-params.js" : "assets/[name]-[hash].js"),
      },
    },
    cssTarget,
  },
});
