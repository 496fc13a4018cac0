import { preview } from "vite";

/**
 * Serves the files of a folder to this machine only, as a plain host does: without CORS headers, and not found where there is no file.
 * @param {string} folder
 * @param {{ path?: string }} [options] `path`: the folder appears there, such as "/notes/rnn/"
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { path = "/" } = {}) {
  const server = await preview({
    root: folder,
    base: path,
    configFile: false,
    logLevel: "silent",
    appType: "mpa",
    build: { outDir: "." },
    preview: { host: "localhost", port: 0, cors: false, headers: { "X-Content-Type-Options": "nosniff" } },
    plugins: [{ name: "not-packed", configurePreviewServer: ({ middlewares }) => void middlewares.use(asItIs) }],
  });
  return { url: server.resolvedUrls?.local[0] ?? "", close: () => server.close() };
}

/** Packing the files again for each page would take longer than the page. @type {import("vite").Connect.NextHandleFunction} */
function asItIs(request, _response, next) {
  request.headers["accept-encoding"] = "identity";
  next();
}
