// The models of the tests that go through all that the catalog offers: every kind of layer in every framework, with its options.
import { readFileSync } from "node:fs";
import { encode } from "../../web/border/query.js";

/** @typedef {import("../../web/engine.js").Catalog} Catalog */

/** The models that real frameworks counted. @returns {string[]} */
export function referenceQueries() {
  const lines = readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.slice(1).map((line) => /^(?:"([^"]*)"|([^,]*)),/.exec(line)?.slice(1).find(Boolean) ?? "");
}

/**
 * Every kind of layer in every framework, plain and with each of its options: alone, both ways, twice.
 * @param {Catalog} catalog
 * @returns {string[]}
 */
export function offeredQueries(catalog) {
  return catalog.frameworks.flatMap(({ id, cells }) =>
    cells.flatMap(({ cell, options }) => {
      const facts = catalog.layers.find((layer) => layer.cell === cell);
      if (!facts) return [];
      const required = facts.arguments.filter((argument) => argument.required);
      const sizes = required.map(({ name, kind }) => `${name}=${kind === "rate" ? "0.5" : "5"}`);
      const said = options.flatMap(({ name, default: usual, choices }) => {
        if (name === "bidirectional") return [];
        const flag = facts.arguments.some((argument) => argument.name === name && argument.kind === "flag");
        const values = flag ? ["true", "false"] : choices.length > 0 ? choices : ["2"];
        return values.filter((text) => text !== usual).map((text) => [`${name}=${text}`]);
      });
      return [[], ...said].flatMap((option) => {
        const written = (/** @type {string[]} */ ...more) =>
          `${facts.names[0]}(${[...sizes, ...option, ...more].join(",")})`;
        const layer = written();
        const both = facts.recurrent ? [written("bidirectional=true")] : [];
        const forms = option[0]?.startsWith("merge_mode") ? both : [layer, ...both, `${layer},${layer}`];
        if (facts.reads_words) forms.splice(1, 1, `${layer},Dense(3)`);
        return forms.map((layers) => encode({ framework: id, input: facts.reads_words ? "" : "7", layers }));
      });
    }),
  );
}

/**
 * Every kind of layer in every framework with every combination of the options that can be chosen there: 10 features, 7 units.
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
      const sizes = required.map(({ name, kind }) => `${name}=${kind === "rate" ? "0.5" : "7"}`);
      let all = [sizes];
      for (const { name, choices, default: usual } of options) {
        const flag = facts.arguments.some((argument) => argument.name === name && argument.kind === "flag");
        const values = flag ? ["true", "false"] : choices.length > 0 ? choices : ["", name === "proj_size" ? "3" : "2"];
        all = all.flatMap((said) =>
          values.map((text) => (text === "" || text === usual ? said : [...said, `${name}=${text}`])),
        );
      }
      return all
        .map((said) =>
          encode({ framework: id, input: facts.reads_words ? "" : "10", layers: `${facts.names[0]}(${said})` }),
        )
        .filter((query) => engine.explain(query).problems.length === 0);
    }),
  );
}
