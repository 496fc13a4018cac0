// Tests of where things are, and of who may call whom: arrows point one way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { root } from "../../web/tools/run.js";
import { sources } from "../../web/tools/sources.js";

const rooms =
  "border form telling messages text picture export command parts element page hosts styles types tools".split(" ");
const loose = ["engine.js", "engine.d.ts", "cli.js", "CMakeLists.txt", "biome.json", "tsconfig.json", "vite.config.js"];

/** What a room's modules may not ask for: rooms, packages. `messages` are words: at run time they need nothing but each other. */
const forbidden = {
  telling: ["lit", "parts", "element", "page", "hosts", "picture", "export", "styles"],
  messages: ["lit", ...rooms.filter((room) => room !== "messages")],
  text: ["form", "picture", "parts", "element", "page", "hosts", "export", "styles"],
  form: ["parts", "element", "page", "hosts", "picture", "export"],
  picture: ["form", "parts", "element", "page", "hosts", "export"],
  export: ["lit", "parts", "element", "page", "hosts", "styles"],
  border: ["lit", ...rooms.filter((room) => room !== "border")],
  parts: ["element", "page", "hosts"],
  element: ["page", "hosts"],
  command: ["lit", "text", "form", "picture", "parts", "element", "page", "hosts", "styles"],
};

/** What knows Node, and what only the command says: no page may load it. */
const ofNode = ["border", "command", "tools", ""];

/** @param {string} file */
const text = (file) => readFileSync(join(root, file), "utf8");

/** @param {string} file below web/ @returns {string} its room, "" for what is loose */
const roomOf = (file) => (file.split("/").length > 2 ? file.split("/")[1] : "");

/** The rooms and the packages that a module asks for when it runs: types in comments do not count. @param {string} file */
function asked(file) {
  const code = text(file)
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/^\s*\/\/.*$/gm, "");
  const names = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].map(([, name]) => name);
  return names.map((name) => {
    const path = name.startsWith(".") ? posix.join(posix.dirname(file), name) : name;
    return { name, target: path.startsWith("web/") ? roomOf(path) : path.split("/")[0] };
  });
}

test("each file of web/ has its room", () => {
  const files = sources("web/*");
  const strays = files.filter((file) => !(roomOf(file) ? rooms.includes(roomOf(file)) : loose.includes(file.slice(4))));
  assert.deepEqual(strays, []);
  for (const room of rooms)
    assert.ok(
      files.some((file) => roomOf(file) === room),
      `web/${room} is empty`,
    );
});

for (const [room, others] of Object.entries(forbidden)) {
  test(`web/${room} asks for none of ${others.join(", ")}`, () => {
    const files = sources(`web/${room}/*.js`);
    const wrong = files.flatMap((file) =>
      asked(file)
        .filter(({ target }) => others.includes(target))
        .map(({ name }) => `${file}: ${name}`),
    );
    assert.deepEqual(wrong, []);
  });
}

test("what is only the command's is loaded by the command alone, and no room of the page's asks for Node", () => {
  const wrong = sources("web/*.js").flatMap((file) =>
    asked(file).flatMap(({ name, target }) => {
      const [room, loose] = [roomOf(file), file.endsWith("web/cli.js")];
      const commands =
        (target === "command" && room !== "command" && !loose) || (/\/command\.js$/.test(name) && room !== "command");
      return commands || (name.startsWith("node:") && !ofNode.includes(room)) ? [`${file}: ${name}`] : [];
    }),
  );
  assert.deepEqual(wrong, []);
});

/** @param {string} file */
const included = (file) => [...text(file).matchAll(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/gm)].map(([, name]) => name);

test("the core needs itself and the standard library", () => {
  for (const file of sources("core/*.h", "core/*.cpp"))
    for (const name of included(file)) assert.match(name, /^(core\/\S+\.h|[a-z_]+)$/, `${file} includes ${name}`);
});

test("only the border knows Emscripten", () => {
  const knowing = sources("*.h", "*.cpp").filter((file) => included(file).some((name) => /emscripten/i.test(name)));
  assert.ok(knowing.length > 0);
  for (const file of knowing) assert.match(file, /^web\/border\//);
});
