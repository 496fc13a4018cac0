// Any text as a query: it is counted, derived and, now and then, compared; the tensors and the derivation
// come to the same numbers, and the shortest query that means a model means that model.
#include "core/canonical.h"
#include "core/compare.h"
#include "core/count.h"
#include "core/derive.h"
#include "core/explain.h"
#include "core/weights.h"
#include "tests/fuzz/require.h"

namespace rnn {
namespace {

void require_alike(const Model& model, std::string_view query) {
  const Derivation derivation = derive(model);
  if (model.framework == nullptr) return;
  require(derivation.layers.size() == model.layers.size(), "another number of derivations", query);
  for (std::size_t i = 0; i < model.layers.size(); ++i) {
    const std::vector<Step>& steps = derivation.layers[i];
    if (model.layers[i].total && !steps.empty())
      require(steps.back().value == model.layers[i].total, "a derivation of another number", query);
  }
}

void require_fixed_point(const Model& model, std::string_view query) {
  const std::string shortest = canonical(model);
  const Query again = parse(shortest);
  const Model same = counted(again, framework_of(again));
  require(same.problems.empty(), "a shortest query with a problem", query);
  require(same.total == model.total, "a shortest query with another total", query);
  require(canonical(same) == shortest, "a shortest query that can be shorter", query);
}

}  // namespace
}  // namespace rnn

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace rnn;
  const std::string text(reinterpret_cast<const char*>(data), size);
  require_json(explain_json(text), text);
  // Twenty models for one, so that it is not asked each time.
  if (size % 8 == 0) require_json(compare_json(text), text);
  const Query query = parse(text);
  const Model model = counted(query, framework_of(query));
  require_alike(model, text);
  if (model.problems.empty()) require_fixed_point(model, text);
  return 0;
}
