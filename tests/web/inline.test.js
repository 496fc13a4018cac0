// Tests of scripts within markup: what they say stays the same, and nothing in them ends them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { inMarkup } from "../../web/tools/inline.js";

test("nothing in a script ends it or opens a comment, and it says the same", () => {
  for (const script of [
    '"</script>"',
    '"a</ScRiPt >b<!--c<script>d</style>"',
    "`<!--\\u0041</script>`",
    'String(/<!--|<\\/script>/.test("<!--"))',
    '/<\\/?script/u.test("</script>") + "<scripted"',
  ]) {
    const safe = inMarkup(script);
    assert.doesNotMatch(safe, /<\/script|<script|<!--/i);
    assert.equal(runInNewContext(safe), runInNewContext(script), script);
  }
});

test("where such signs are not in a text, the build ends rather than a page", () => {
  assert.throws(() => inMarkup("let script = 2; if (1 <script) 3"), SyntaxError);
});
