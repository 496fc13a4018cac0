import { readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { root } from "./run.js";

/**
 * Our own files with one of the extensions, below the folder.
 * @param {string} folder from the root, such as "core"
 * @param {...string} extensions with the dot
 * @returns {string[]} paths from the root
 */
export function sources(folder, ...extensions) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (path === "web/wasm") return [];
      if (entry.isDirectory()) return sources(path, ...extensions);
      return extensions.includes(extname(entry.name)) ? [path] : [];
    })
    .sort();
}
