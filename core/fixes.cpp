#include "core/fixes.h"

#include <algorithm>
#include <iterator>

namespace rnn {

Fix use(Key key, Span span, const std::string& text) { return {"use", text, {{key, span, text}}}; }

Fix remove(const Call& call, const Call::Argument& argument) {
  const auto at =
      std::find_if(call.arguments.begin(), call.arguments.end(),
                   [&](const Call::Argument& other) { return other.span.start == argument.span.start; });
  Span span = argument.span;
  if (at != call.arguments.begin() && at != call.arguments.end())
    span.start = std::prev(at)->span.end;
  else if (call.arguments.size() > 1)
    span.end = std::next(at)->span.start;
  return {"remove", argument.value.text, {{Key::layers, span, ""}}};
}

void suggest(Problem& problem, std::string_view suggestion) {
  if (suggestion.empty()) return;
  const std::string text(suggestion);
  problem.details.push_back({"suggestion", text});
  problem.fixes.push_back(use(problem.key, problem.span, text));
}

Problem size_problem(Key key, const Value& typed, const SizeReading& reading, std::string_view option,
                     std::string_view layer, std::uint64_t smallest, std::uint64_t largest) {
  Problem problem{key, reading.code, typed.span, {{"option", std::string(option)}}, {}, {}, {}};
  if (!layer.empty()) problem.details.push_back({"layer", std::string(layer)});
  problem.details.push_back({"text", typed.text});
  problem.details.push_back({"smallest", digits(smallest)});
  problem.details.push_back({"largest", digits(largest)});
  if (reading.negative) problem.details.push_back({"negative", "true"});
  if (!reading.suggestions.empty()) problem.details.push_back({"suggestion", reading.suggestions.front()});
  for (const std::string& suggestion : reading.suggestions)
    problem.fixes.push_back(use(key, typed.span, suggestion));
  return problem;
}

}  // namespace rnn
