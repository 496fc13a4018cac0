// The border to JavaScript of what is asked only when something is pasted: a module of its own, with the core
// in it. As bindings.cpp, it gives an answer as one JSON text. The shapes are declared in engine.d.ts.
#include <emscripten/bind.h>

#include "core/catalog.h"
#include "core/diagnose/diagnose.h"
#include "core/exercise/exercise.h"
#include "core/read/read.h"
#include "core/read/solve.h"

namespace rnn {

static std::string read(const std::string& text, const std::string& names) { return read_json(text, names); }

static std::string diagnose(const std::string& query, const std::string& number, const std::string& layer) {
  return diagnose_json(query, number, layer);
}

static std::string solve_sizes(const std::string& query, const std::string& points) {
  return solve_json(query, points);
}

static std::string exercise_of(const std::string& query, const std::string& seed, const std::string& kind,
                               const std::string& typed) {
  return exercise_json(query, seed, kind, typed);
}

EMSCRIPTEN_BINDINGS(rnn_params_questions) {
  emscripten::function("read", &read);
  emscripten::function("diagnose", &diagnose);
  emscripten::function("solve", &solve_sizes);
  emscripten::function("exercise", &exercise_of);
  emscripten::function("catalog", &catalog_json);
}

}  // namespace rnn
