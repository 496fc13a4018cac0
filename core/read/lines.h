// The lines of a text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace rnn {

/// Calls `each` with where a line starts and the line, without its end, from the first to the last.
template <typename Do>
void for_each_line(std::string_view text, const Do& each) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    each(at, text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace rnn
