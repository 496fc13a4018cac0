// Four lines, what the form changes: its kind, the layer, the argument and the value; then the query. The
// edits stand in order and do not overlap.
#include "core/edit.h"
#include "core/explain.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace rnn;
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::string_view rest = text;
  Change change;
  for (std::string_view* part : {&change.kind, &change.layer, &change.argument, &change.value})
    *part = take_line(rest);
  require_json(edit_json(rest, change), text);
  const Query query = parse(rest);
  const Edits edits = edit(query, change);
  require(edits.problems.empty() || edits.edits.empty(), "edits beside a problem", text);
  std::size_t end = 0;
  for (const Edit& one : edits.edits) {
    require(one.span.start >= end && one.span.start <= one.span.end, "edits that overlap", text);
    require(one.span.end <= query.fields[one.key].text.size(), "an edit behind the text", text);
    end = one.span.end;
  }
  return 0;
}
