#include "core/tuples.h"

#include <algorithm>

#include "core/numbers.h"
#include "core/rare.h"

namespace rnn {
namespace {

constexpr std::size_t most_axes = 8;

RARE bool read_item(std::string_view text, bool names, Tuple& out) {
  for (const std::string_view none : {"None", "null", "?"})
    if (same_word(text, none)) {
      out.emplace_back();
      return true;
    }
  if (text == "-1") {
    out.emplace_back(-1);
    return true;
  }
  const SizeReading reading = read_size(text, 0, largest_size);
  if (reading.value) out.emplace_back(static_cast<std::int64_t>(*reading.value));
  if (!reading.value && names && !text.empty() && lower(text.front()) >= 'a' && lower(text.front()) <= 'z') {
    out.emplace_back();
    return true;
  }
  return reading.value.has_value();
}

}  // namespace

RARE std::optional<Tuple> read_tuple(std::string_view text, bool names) {
  text = trimmed(text);
  const bool round = text.starts_with('(') && text.ends_with(')');
  const bool square = text.starts_with('[') && text.ends_with(']');
  if ((round || square) && text.size() > 1) text = trimmed(text.substr(1, text.size() - 2));
  Tuple out;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    if (out.size() == most_axes || !read_item(trimmed(text.substr(0, comma)), names, out)) return {};
    text = trimmed(text.substr(std::min(comma + 1, text.size())));
  }
  if (out.empty()) return {};
  return out;
}

RARE std::string tuple_text(const Tuple& tuple) {
  std::string out;
  for (const std::optional<std::int64_t>& item : tuple) {
    if (!out.empty()) out += ',';
    out += !item ? "None" : *item < 0 ? "-1" : digits(static_cast<std::uint64_t>(*item));
  }
  return tuple.size() == 1 ? out : "(" + out + ")";
}

}  // namespace rnn
