// The border to JavaScript: text in, data out. The only file that includes Emscripten's headers. An answer
// crosses it as one JSON text, so that nothing there is to be freed. The shapes are declared in engine.d.ts.
#include <emscripten/bind.h>

#include "core/catalog.h"
#include "core/compare.h"
#include "core/explain.h"

namespace rnn {

static std::string explain(const std::string& query) { return explain_json(query); }
static std::string compare(const std::string& query) { return compare_json(query); }

EMSCRIPTEN_BINDINGS(rnn_params) {
  emscripten::function("explain", &explain);
  emscripten::function("compare", &compare);
  emscripten::function("catalog", &catalog_json);
}

}  // namespace rnn
