#include "core/fixes.h"

#include <algorithm>
#include <iterator>

#include "core/rare.h"

namespace rnn {

// Arguments stand in the order of their places.
static std::vector<Call::Argument>::const_iterator find_argument(const Call& call, std::size_t start) {
  const auto at = std::partition_point(call.arguments.begin(), call.arguments.end(),
                                       [&](const Call::Argument& other) { return other.span.start < start; });
  return at != call.arguments.end() && at->span.start == start ? at : call.arguments.end();
}

RARE const Call::Argument* argument_at(const Call& call, std::size_t start) {
  const auto at = find_argument(call, start);
  return at == call.arguments.end() ? nullptr : &*at;
}

Span cut(const Call& call, const Call::Argument& argument) {
  const auto at = find_argument(call, argument.span.start);
  Span span = argument.span;
  if (at != call.arguments.begin() && at != call.arguments.end())
    span.start = std::prev(at)->span.end;
  else if (at == call.arguments.begin() && call.arguments.size() > 1)
    span.end = std::next(at)->span.start;
  else if (at == call.arguments.begin() && call.span.end > span.end + 1)
    span.end = call.span.end - 1;  // with a comma behind it
  return span;
}

void report_size(Problems& problems, Key key, const Value& typed, const SizeReading& reading,
                 std::string_view option, std::string_view layer, std::uint64_t smallest,
                 std::uint64_t largest) {
  Problem& problem = problems.report(key, reading.code, typed.span).with("option", option);
  if (!layer.empty()) problem.with("layer", layer);
  problem.with("text", typed.text).with("smallest", smallest).with("largest", largest);
  if (reading.negative) problem.with("negative", "true");
  if (!reading.suggestions.empty()) problem.with("suggestion", reading.suggestions.front());
  for (const std::string& suggestion : reading.suggestions) problem.use(suggestion);
}

}  // namespace rnn
