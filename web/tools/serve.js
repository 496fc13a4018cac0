/** A small static server, for dist/ on this machine. */
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * Serves the files of a folder, to this machine only.
 * @param {string} folder
 * @param {{ port?: number, path?: string }} [options]
 *   `port`: if it is taken, any free one is used; `path`: the folder appears there, such as "/notes/rnn/"
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, path = "/" } = {}) {
  const root = await realpath(folder);
  const server = createServer(async (request, response) => {
    const answer = (/** @type {number} */ status, /** @type {Record<string, string>} */ headers = {}) =>
      response.writeHead(status, { "Content-Type": "text/plain", ...headers }).end(`${status}\n`);

    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, { Allow: "GET, HEAD" });
    const file = await find(root, path, request.url ?? "/");
    if (!file) return answer(404);
    response.writeHead(200, {
      "Content-Type": types[extname(file.name)] ?? "application/octet-stream",
      "Content-Length": file.size,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(file.name)
      .on("error", () => response.destroy())
      .pipe(response);
  });

  const bound = await listen(server, port).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return listen(server, 0);
  });
  return {
    url: `http://localhost:${bound}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The file that a request asks for; undefined if there is none or it is not inside the folder.
 * @param {string} root without symbolic links
 * @param {string} path
 * @param {string} target as the request has it
 */
async function find(root, path, target) {
  try {
    const { pathname } = new URL(target, "http://localhost");
    if (!pathname.startsWith(path)) return undefined;
    const asked = join(root, decodeURIComponent(pathname.slice(path.length)));
    const name = await realpath(pathname.endsWith("/") ? join(asked, "index.html") : asked);
    const { size, isFile } = await stat(name).then((stats) => ({ size: stats.size, isFile: stats.isFile() }));
    return isFile && name.startsWith(root + sep) ? { name, size } : undefined;
  } catch {
    return undefined; // not a file, or not a path at all
  }
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<number>} the port it got
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      server.off("error", reject);
      resolve(/** @type {import("node:net").AddressInfo} */ (server.address()).port);
    });
  });
}
