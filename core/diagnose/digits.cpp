#include "core/diagnose/digits.h"

#include <string>

#include "core/checked.h"

namespace rnn {

/// Whether `longer` is `shorter` with one digit more; where it is `doubled`, one beside an equal one.
static bool has_one_more(const std::string& longer, const std::string& shorter, bool doubled) {
  for (std::size_t i = 0; i < longer.size(); ++i) {
    const bool beside = i > 0 && longer[i] == longer[i - 1];
    if (doubled && !beside) continue;
    std::string without = longer;
    without.erase(i, 1);
    if (without == shorter) return true;
  }
  return false;
}

std::string_view digit_slip(std::uint64_t right, std::uint64_t wrong) {
  const std::string from = digits(right);
  const std::string to = digits(wrong);
  if (from.size() < 4 || right == wrong) return "";
  if (to.size() == from.size() + 1) return has_one_more(to, from, true) ? "doubled" : "";
  if (to.size() + 1 == from.size()) return has_one_more(from, to, false) ? "missing" : "";
  if (to.size() != from.size()) return "";
  std::size_t first = 0;
  while (from[first] == to[first]) ++first;
  const std::size_t next = first + 1;
  if (from.compare(next, std::string::npos, to, next, std::string::npos) == 0) return "wrong";
  const bool swapped = next < from.size() && from[first] == to[next] && from[next] == to[first] &&
                       from.compare(next + 1, std::string::npos, to, next + 1, std::string::npos) == 0;
  return swapped ? "swapped" : "";
}

}  // namespace rnn
