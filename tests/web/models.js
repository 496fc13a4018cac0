// The models of the tests that go through all that the catalog offers: every kind of layer in every framework, with its options.
import { readFileSync } from "node:fs";
import { encode } from "../../web/border/query.js";

/** @typedef {import("../../web/engine.js").Catalog} Catalog */

/** tests/tools/mutate.js asks for each n-th model alone; every test of the repository has all. */
const every = Number(process.env.MODELS_EVERY ?? 1);

/**
 * @template One
 * @param {One[]} all
 * @returns {One[]}
 */
export const thinned = (all) => all.filter((_, place) => place % every === 0);

/** What is typed for an option that has to be said. @type {Record<string, string>} */
export const usualTexts = {
  ...{ rate: "0.5", target_shape: "(-1,7)", dims: "(2,1)", parameters: "9", kernel_size: "3" },
  num_heads: "1", // it divides every width
};

/**
 * What has to be said in some frameworks: how wide each head of an attention is; how many groups are normalised, which no count depends on.
 * @param {string} cell
 * @param {{ name: string }[]} options
 */
function requiredOf(cell, options) {
  if (cell === "GroupNormalization") return ["groups=1"];
  return cell === "MultiHeadAttention" && options.some(({ name }) => name === "key_dim") ? ["key_dim=3"] : [];
}

/** Layers that may keep numbers for each time step. @param {string} cell */
const readsSteps = (cell) =>
  /^(PReLU|BatchNormalization|LayerNormalization|GroupNormalization|RMSNormalization|Normalization|LocallyConnected1D)$/.test(
    cell,
  );

/** Options that say how a model is put together, or how many time steps are left: the models that only one option more makes do not need them. */
const ofTheModel = ["input_dim", "tied", "trainable", "strides", "padding", "dilation", "output_padding"];

/** The models that real frameworks counted. @returns {string[]} */
export function referenceQueries() {
  const lines = readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return thinned(lines.slice(1)).map((line) => /^(?:"([^"]*)"|([^,]*)),/.exec(line)?.slice(1).find(Boolean) ?? "");
}

/**
 * Every kind of layer in every framework, plain and with each of its options: alone, both ways, twice; behind another layer where that
 * is what an option is about.
 * @param {Catalog} catalog
 * @returns {string[]}
 */
export function offeredQueries(catalog) {
  const all = catalog.frameworks.flatMap(({ id, cells }) =>
    cells.flatMap(({ cell, options }) => {
      const facts = catalog.layers.find((layer) => layer.cell === cell);
      if (!facts) return [];
      const required = facts.arguments.filter((argument) => argument.required);
      const sizes = required.map(({ name }) => `${name}=${usualTexts[name] ?? "5"}`).concat(requiredOf(cell, options));
      const said = options.flatMap(({ name, default: usual, choices }) => {
        if (name === "bidirectional") return [];
        const flag = facts.arguments.some((argument) => argument.name === name && argument.kind === "flag");
        // Groups divide what comes in and what goes out.
        if (name === "groups" && cell === "GroupNormalization") return [];
        if (name === "groups") return [["groups=7", "units=7"]];
        if (name === "key_dim") return [];
        if (name === "shared_axes") return [["shared_axes=[1]"]];
        const values = flag ? ["true", "false"] : choices.length > 0 ? choices : [usual === "2" ? "3" : "2"];
        return values.filter((text) => text !== usual).map((text) => [`${name}=${text}`]);
      });
      return [[], ...said].flatMap((option) => {
        const written = (/** @type {string[]} */ ...more) =>
          `${facts.names[0]}(${[...sizes.filter((size) => !size.startsWith("units") || !option[1]), ...option, ...more].join(",")})`;
        const layer = written();
        const both = facts.recurrent ? [written("bidirectional=true")] : [];
        // The third and the fourth axis are those of images and volumes, which have no time steps.
        const steps = (facts.reads_steps || readsSteps(cell)) && !/^axis=[34]$/.test(option[0]) ? "10" : "";
        const query = (/** @type {string} */ layers, input = "7") =>
          encode({ framework: id, input, timesteps: steps, layers });
        const [name] = option[0]?.split("=") ?? [];
        if (name === "tied" && cells.every((one) => one.cell !== "Embedding")) return [];
        if (name === "tied") return [query(`Embedding(5,7),${layer}`, "")];
        if (name === "input_dim" && /^(PReLU|LocallyConnected1D)$/.test(cell)) return []; // how many time steps there are is not known then
        if (name === "input_dim") return [query(`Dense(5),${layer}`), query(`Dense(5),Dense(5),${layer}`)];
        const forms = name === "merge_mode" ? both : [layer, ...both, `${layer},${layer}`];
        if (facts.reads_words) forms.splice(1, 1, `${layer},Dense(3)`);
        return forms.map((layers) => query(layers, facts.reads_words ? "" : "7"));
      });
    }),
  );
  return thinned(all);
}

/**
 * Every kind of layer in every framework with every combination of the options that can be chosen there: 10 features, 7 units, or 6 where
 * groups divide them.
 * What does not go together there is left out.
 * @param {Pick<import("../../web/engine.js").Engine, "catalog" | "explain">} engine
 * @returns {string[]}
 */
export function everyCombination(engine) {
  const catalog = engine.catalog();
  return catalog.frameworks.flatMap(({ id, cells }) =>
    cells.flatMap(({ cell, options }) => {
      const facts = catalog.layers.find((layer) => layer.cell === cell);
      if (!facts) return [];
      const required = facts.arguments.filter((argument) => argument.required);
      const grouped = options.some(({ name }) => name === "groups");
      const sizes = required
        .map(({ name }) => `${name}=${usualTexts[name] ?? (grouped ? "6" : "7")}`)
        .concat(requiredOf(cell, options));
      let all = [sizes];
      const left = [...ofTheModel, "key_dim", "shared_axes", ...(cell === "GroupNormalization" ? ["groups"] : [])];
      const chosen = facts.does === "" ? options.filter(({ name }) => !left.includes(name)) : [];
      for (const { name, choices, default: usual } of chosen) {
        const flag = facts.arguments.some((argument) => argument.name === name && argument.kind === "flag");
        const values = flag ? ["true", "false"] : choices.length > 0 ? choices : ["", name === "proj_size" ? "3" : "2"];
        all = all.flatMap((said) =>
          values.map((text) => (text === "" || text === usual ? said : [...said, `${name}=${text}`])),
        );
      }
      return thinned(all)
        .map((said) =>
          encode({
            framework: id,
            input: facts.reads_words ? "" : "10",
            timesteps: facts.reads_steps || readsSteps(cell) ? "14" : "",
            layers: `${facts.names[0]}(${said})`,
          }),
        )
        .filter((query) => engine.explain(query).problems.length === 0);
    }),
  );
}

/**
 * Models of one to four of the layers that the catalog offers, with their options, one behind another; seeded, so that every run sees the
 * same ones. Those that do not fit each other are among them.
 * @param {Catalog} catalog
 * @param {string} framework
 * @param {number} many
 * @param {number} seed
 * @returns {string[]}
 */
export function randomQueries(catalog, framework, many, seed) {
  let state = seed;
  const below = (/** @type {number} */ sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes' generator; its high bits are the good ones
    return Math.floor((state / 2 ** 32) * sides);
  };
  const offered = offeredQueries(catalog).filter((query) => query.startsWith(`framework=${framework}&`));
  const layers = [...new Set(offered.map((query) => new URLSearchParams(query).get("layers") ?? ""))];
  return Array.from({ length: many }, () => {
    const some = Array.from({ length: 1 + below(4) }, () => layers[below(layers.length)]);
    return encode({ framework, input: String(1 + below(40)), timesteps: "10", layers: some.join(",") });
  });
}
