import { defineConfig } from "vite";
import { load } from "./engine.js";
import { languages } from "./messages/languages.js";
import { fileOf, pageIn } from "./page/static_page.js";
import { idsOf, licencesOf } from "./tools/licences.js";
import { cssTarget, root } from "./tools/run.js";

export default defineConfig({
  root,
  base: "./", // dist/ works under any path
  publicDir: false,
  plugins: [
    {
      // A page for every language, with what it shows without JavaScript or WebAssembly, counted by the same core.
      name: "languages",
      enforce: "post",
      async generateBundle(_, bundle) {
        const engine = await load();
        const { [fileOf(languages[0])]: page } = bundle;
        if (page?.type !== "asset") return;
        const markup = String(page.source);
        for (const language of languages) {
          const source = await pageIn(markup, language, engine);
          if (language === languages[0]) page.source = source;
          else this.emitFile({ type: "asset", fileName: fileOf(language), source });
        }
      },
    },
    {
      name: "licences",
      enforce: "post",
      generateBundle(_, bundle) {
        this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: licencesOf(idsOf(Object.values(bundle))) });
      },
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
