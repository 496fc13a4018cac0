#include "core/fixes.h"

#include <algorithm>
#include <iterator>

namespace rnn {

Span cut(const Call& call, const Call::Argument& argument) {
  const auto at =
      std::find_if(call.arguments.begin(), call.arguments.end(),
                   [&](const Call::Argument& other) { return other.span.start == argument.span.start; });
  Span span = argument.span;
  if (at != call.arguments.begin() && at != call.arguments.end())
    span.start = std::prev(at)->span.end;
  else if (call.arguments.size() > 1)
    span.end = std::next(at)->span.start;
  return span;
}

void report_size(std::vector<Problem>& problems, Key key, const Value& typed, const SizeReading& reading,
                 std::string_view option, std::string_view layer, std::uint64_t smallest,
                 std::uint64_t largest) {
  Problem& problem = report(problems, key, reading.code, typed.span).with("option", option);
  if (!layer.empty()) problem.with("layer", layer);
  problem.with("text", typed.text).with("smallest", smallest).with("largest", largest);
  if (reading.negative) problem.with("negative", "true");
  if (!reading.suggestions.empty()) problem.with("suggestion", reading.suggestions.front());
  for (const std::string& suggestion : reading.suggestions) problem.use(suggestion);
}

}  // namespace rnn
