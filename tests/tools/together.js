/** Test files in one process, by the names in the environment variable TOGETHER: site.js starts each browser once for them all. */
for (const file of (process.env.TOGETHER ?? "").split(","))
  await import(new URL(`../../${file}`, import.meta.url).href);
