/**
 * Brings what a build needs and this machine lacks: programs as Debian packages, then `npm ci`. It runs before there is a
 * node_modules, so it uses Node's own modules only.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, onPath, root, run, runTool } from "./run.js";

/**
 * @typedef {object} Need
 * @property {string} name what is missing
 * @property {string} why
 * @property {() => unknown} found is it here?
 * @property {string} deb the Debian package that has it
 * @property {boolean} [optional] without it some tests are skipped, and say so, or take longer
 */

/** @type {Need[]} */
const forBuild = [
  { name: "cmake", why: "plans the C++ build", found: () => onPath("cmake"), deb: "cmake" },
  {
    name: "make",
    why: "carries out the C++ build",
    found: () => process.env.CMAKE_GENERATOR || onPath("make", "gmake"),
    deb: "make",
  },
  {
    name: "emcc",
    why: "Emscripten compiles the C++ core to WebAssembly",
    found: () => onPath("emcc"),
    deb: "emscripten",
  },
];

/** @param {Need[]} [others] what is needed besides, see tests/tools/setup.js */
export async function setUp(others = []) {
  checkNode();
  await installPrograms([...forBuild, ...others]);
  await installModules();
}

/** The oldest releases with everything that Vite needs. */
function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  throw new Failure(`Node 20.19 or 22.12 or newer is needed; this is ${process.version}: https://nodejs.org`);
}

/** @param {Need[]} needs */
async function installPrograms(needs) {
  const missing = needs.filter((need) => !need.found());
  if (missing.length === 0) return;

  const list = missing.map(({ name, why, deb }) => `  ${name}: ${why} (Debian package ${deb})`).join("\n");
  const install = ["apt-get", "install", "-y", "--no-install-recommends"];
  const packages = (/** @type {Need[]} */ needs) => needs.map(({ deb }) => deb);
  const isRoot = process.getuid?.() === 0;
  const canInstall = onPath("apt-get") && (isRoot || onPath("sudo"));
  if (!canInstall && missing.every(({ optional }) => optional)) {
    console.warn(`Missing on this machine, so that some tests will be skipped or take longer:\n${list}`);
    return;
  }
  if (!canInstall) {
    throw new Failure(`Missing on this machine:\n${list}\nOn Debian or Ubuntu, as root:\n  ${[...install, ...packages(missing)].join(" ")}
Elsewhere, put them on the PATH; Emscripten: https://emscripten.org/docs/getting_started/downloads.html`);
  }

  console.log(`Installing with apt-get${isRoot ? "" : ", by sudo"}, because it is missing here:\n${list}`);
  const asRoot = [...(isRoot ? [] : ["sudo"]), "env", "DEBIAN_FRONTEND=noninteractive"];
  const aptGet = (/** @type {string[]} */ command) => {
    const [program, ...args] = [...asRoot, ...command];
    return run(program, args, { terminal: !isRoot });
  };
  await aptGet(["apt-get", "update"]);
  // An older release lacks some that can be done without.
  const known = (/** @type {Need} */ { deb }) =>
    spawnSync("apt-cache", ["show", deb], { stdio: "ignore" }).status === 0;
  const wanted = missing.filter((need) => !need.optional || known(need));
  if (wanted.length > 0) await aptGet([...install, ...packages(wanted)]);
  const still = wanted.filter((need) => !need.found()).map(({ name }) => name);
  if (still.length > 0) throw new Failure(`Installed, but still not found: ${still.join(", ")}`);
}

/** `npm ci`, unless node_modules came from this very package-lock.json. */
async function installModules() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".installed-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  if (!onPath("npm")) throw new Failure("npm is missing; it comes with Node: https://nodejs.org");
  await run("npm", ["ci", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, lock);
}

if (process.argv[1] === import.meta.filename) await runTool(() => setUp());
