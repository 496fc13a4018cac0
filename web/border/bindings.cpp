// The border to JavaScript: text in, data out. The only file that includes Emscripten's headers. An answer
// crosses it as one JSON text, so that nothing there is to be freed. The shapes are declared in engine.d.ts.
#include <emscripten/bind.h>

#include "core/catalog.h"
#include "core/compare.h"
#include "core/edit.h"
#include "core/explain.h"

namespace rnn {

static std::string explain(const std::string& query) { return explain_json(query); }
static std::string compare(const std::string& query, const std::string& only) {
  return compare_json(query, only);
}
static std::string edit_layers(const std::string& query, const std::string& kind, const std::string& layer,
                               const std::string& argument, const std::string& value) {
  return edit_json(query, {kind, layer, argument, value});
}

EMSCRIPTEN_BINDINGS(rnn_params) {
  emscripten::function("explain", &explain);
  emscripten::function("compare", &compare);
  emscripten::function("catalog", &catalog_json);
  emscripten::function("edit", &edit_layers);
}

}  // namespace rnn
