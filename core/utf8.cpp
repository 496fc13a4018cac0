#include "core/utf8.h"

#include <algorithm>
#include <utility>

namespace rnn {

std::size_t character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF)
    return follows(at + 1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(at + 2) ? 3
                                                                                                        : 0;
  if (first >= 0xF0 && first <= 0xF4)
    return follows(at + 1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(at + 2) &&
                   follows(at + 3)
               ? 4
               : 0;
  return 0;
}

std::string_view beginning(std::string_view text, std::size_t most) {
  std::size_t end = std::min(text.size(), most);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

bool repair_utf8(std::string& text) {
  std::string out;
  std::size_t done = 0;  // what needs no repair is appended in one piece
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character(text, i);
    if (length == 0) {
      out.append(text, done, i - done) += "\xEF\xBF\xBD";
      done = i + 1;
    }
    i += std::max<std::size_t>(length, 1);
  }
  if (done == 0) return false;
  text = out.append(text, done);
  return true;
}

}  // namespace rnn
