#include <algorithm>

#include "core/numbers.h"
#include "core/publish.h"
#include "core/read/solve.h"

namespace rnn {
namespace {

const char* name(Ending ending) {
  switch (ending) {
    case Ending::none: return "";
    case Ending::size: return "size";
    case Ending::layers: return "layers";
    case Ending::option: return "option";
    case Ending::too_large: return "too_large";
  }
  return "";
}

/// Sizes, a line each; what is none is left out.
std::vector<std::uint64_t> sizes_of(std::string_view lines) {
  constexpr std::size_t most_points = 200;
  std::vector<std::uint64_t> out;
  while (!lines.empty() && out.size() < most_points) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    if (const Whole size = read_size(lines.substr(0, end), 0, largest_size).value) out.push_back(*size);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
}

}  // namespace

std::string solve_json(std::string_view query, std::string_view points) {
  const Solved solved = solve(query, sizes_of(points));
  const Texts texts = utf16_of(parse(query).fields);
  Json json;
  json.object();
  write(json, solved.problems, texts);
  json.list("unknown");
  for (const Unknown& unknown : solved.unknown) {
    json.object()
        .text("key", name(unknown.key))
        .index("layer", unknown.layer)
        .text("argument", unknown.argument);
    texts[static_cast<std::size_t>(unknown.key)].write(json, unknown.span);
    json.end();
  }
  json.end().list("answers");
  for (const Solution& answer : solved.answers)
    json.object()
        .number("value", answer.value)
        .number("step", answer.step)
        .text("query", answer.query)
        .number("total", answer.total)
        .number("left", answer.left)
        .number("next", answer.next)
        .text("ending", name(answer.ending))
        .end();
  json.end().list("points");
  for (const SizeTotal& point : solved.points)
    json.object().number("value", point.size).number("total", point.total).end();
  json.end().list("coefficients");
  if (solved.total.known)
    for (const Coefficient& coefficient : solved.total.coefficients) json.item(digits(coefficient));
  return json.end().end().take();
}

}  // namespace rnn
