// Any text as a query with a size that is asked for: the largest one stays within the budget, the next does
// not.
#include "core/count.h"
#include "core/read/solve.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace rnn;
  const std::string text(reinterpret_cast<const char*>(data), size);
  require_json(solve_json(text, "1\n2"), text);
  for (const Solution& one : solve(text).answers) {
    const Query query = parse(one.query);
    const Model model = counted(query, framework_of(query));
    require(model.problems.empty() && model.total == one.total, "a solution with another total", text);
    require(!one.next || *one.next > one.total, "a larger size with no larger total", text);
  }
  return 0;
}
