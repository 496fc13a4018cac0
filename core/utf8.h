// Well-formed UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rnn {

/// The length of the well-formed character at `at`; 0 if there is none (Unicode 15, table 3-7).
std::size_t character(std::string_view text, std::size_t at);

/// The beginning of a well-formed text, of at most so many bytes; it ends with a whole character.
std::string_view beginning(std::string_view text, std::size_t most);

/// Puts U+FFFD for every byte that is no UTF-8; whether there was one.
bool repair_utf8(std::string& text);

}  // namespace rnn
