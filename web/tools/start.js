/** What `npm start` does: sets up, builds and serves dist/ until Ctrl-C. PORT chooses the port. */
import { join } from "node:path";
import { build } from "./build.js";
import { root, runTool } from "./run.js";
import { serve } from "./serve.js";
import { setUp } from "./setup.js";

await runTool(async () => {
  await setUp();
  await build();
  const { url } = await serve(join(root, "dist"), { port: Number(process.env.PORT) || 8000 });
  console.log(`\nrnn-params is at ${url}   (Ctrl-C ends)`);
});
