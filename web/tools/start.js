/** What `npm start` does: sets up, builds and serves dist/ until Ctrl-C, to this machine only. PORT chooses the port; if it is taken, the next free one is used. */
import { build } from "./build.js";
import { root, runTool } from "./run.js";
import { setUp } from "./setup.js";

await runTool(async () => {
  await setUp();
  await build();
  const { preview } = await import("vite"); // there only after the set-up
  const server = await preview({
    root,
    configFile: false,
    appType: "mpa", // an address that is not there is not found
    preview: { host: "localhost", port: Number(process.env.PORT) || 8000 },
  });
  console.log(`\nrnn-params is at ${server.resolvedUrls?.local[0]}   (Ctrl-C ends)`);
});
