/** FILES=a.test.js,b.test.js node --test tests/page/several.js: the tests of several files, in browsers that they share. */
await Promise.all((process.env.FILES ?? "").split(",").map((file) => import(new URL(file, import.meta.url).href)));
