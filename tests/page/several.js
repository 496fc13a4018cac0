/** FILES=a.test.js,b.test.js node --test tests/page/several.js: the tests of several files, in browsers that they share. */
const { FILES: files } = process.env;
if (!files) throw new Error("FILES says which");
await Promise.all(files.split(",").map((file) => import(new URL(file, import.meta.url).href)));
