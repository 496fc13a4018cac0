#include "core/read/python_lambda.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/read/signs.h"

namespace rnn::python {
namespace {

/// Whether it is a number, with a point or without.
bool is_number(std::string_view text) {
  return !text.empty() && is_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == '_'; });
}

/// [:, -1] and [:, -1, :], [:, 2:, :]: some of the time steps.
bool takes_steps(std::string_view text) {
  if (!text.starts_with("[:,") || !text.ends_with("]")) return false;
  text = text.substr(3, text.size() - 4);
  const bool all = text.ends_with(",:");
  if (all) text.remove_suffix(2);
  const bool slice = has(text, ":");
  return (all || !slice) && !text.empty() && text.find_first_not_of("-:0123456789") == std::string_view::npos;
}

}  // namespace

Hands handed_by(std::string_view text) {
  std::string all;
  for (const char c : text)
    if (!is_blank(c)) all += c;
  const std::size_t colon = all.find(':');
  if (!all.starts_with("lambda") || colon == std::string::npos) return Hands::unknown;
  const std::string name = all.substr(6, colon - 6);
  const std::string body = all.substr(colon + 1);
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_of_name)) return Hands::unknown;
  if (body == name) return Hands::as_much;
  if (body.starts_with(name)) {
    const std::string_view rest = std::string_view(body).substr(name.size());
    const bool counts = std::string_view("*/+-").find(rest.front()) != std::string_view::npos;
    return (counts && is_number(rest.substr(1))) || takes_steps(rest) ? Hands::as_much : Hands::unknown;
  }
  const std::size_t open = body.find('(');
  if (open == std::string::npos || !body.ends_with(")")) return Hands::unknown;
  const std::size_t dot = body.rfind('.', open);
  const std::string word = body.substr(dot == std::string::npos ? 0 : dot + 1, open - (dot + 1));
  const std::string given = body.substr(open + 1, body.size() - open - 2);
  const auto is = [&](std::string_view more) { return given == name + std::string(more); };
  if (word == "expand_dims" && (is(",axis=-1") || is(",-1"))) return Hands::one;
  constexpr std::array<std::string_view, 6> over{"mean",        "sum",        "max",
                                                 "reduce_mean", "reduce_sum", "reduce_max"};
  const bool steps = is(",axis=1") || is(",1");
  return steps && std::find(over.begin(), over.end(), word) != over.end() ? Hands::as_much : Hands::unknown;
}

}  // namespace rnn::python
