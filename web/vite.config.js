import { defineConfig } from "vite";
import { load } from "./engine.js";
import { languages } from "./messages/languages.js";
import { fileOf, pageIn } from "./page/static_page.js";
import { idsOf, licencesOf } from "./tools/licences.js";
import { cssTarget, root } from "./tools/run.js";

/** Whether the element needs a module at once, by module. @type {Map<string, boolean>} */
const ofElement = new Map();

/**
 * @param {string} id
 * @param {{ getModuleInfo: (id: string) => { importers: readonly string[] } | null }} build
 * @returns {boolean}
 */
function isOfElement(id, build) {
  const known = ofElement.get(id);
  if (known !== undefined) return known;
  ofElement.set(id, false); // while it is looked for
  const found =
    id.endsWith("/web/element/define.js") ||
    (build.getModuleInfo(id)?.importers.some((one) => isOfElement(one, build)) ?? false);
  ofElement.set(id, found);
  return found;
}

/** What only some models need, with the English words: one file, too. */
const ofRest =
  /\/web\/(parts\/(rest|nothing_yet)|form\/problem_texts|telling\/(told|problems|rare_steps|convolutions|attentions)|messages\/en(_rest|\/problems|\/rare_steps))\.js$/;

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
        // What the element needs at once is one file: many small ones are larger.
        codeSplitting: {
          groups: [
            { debugName: "element", name: (id, build) => (isOfElement(id, build) ? "element" : null) },
            { name: "rest", test: ofRest },
          ],
        },
        // Names stand in what is loaded first, and do not compress: seven letters are as few as the bundler takes.
        entryFileNames: ({ name }) => (name === "rnn-params" ? "rnn-params.js" : "assets/[name]-[hash:7].js"),
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:7][extname]",
      },
    },
    cssTarget,
  },
});
