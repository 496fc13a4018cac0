// Reads numbers as people type them: a value, or what exactly is wrong with it and which number may have been
// meant.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.h"

namespace rnn {

/// `text` without the blanks around it.
std::string_view trimmed(std::string_view text);

/// A whole number as typed: its value, or what is wrong with it.
struct SizeReading {
  Whole value;
  std::string_view code;                 ///< "" if all is well
  std::vector<std::string> suggestions;  ///< numbers that may have been meant
  bool negative = false;
};

/// Reads a whole number from `smallest` to `largest`: ASCII digits, blanks around them allowed.
SizeReading read_size(std::string_view text, std::uint64_t smallest, std::uint64_t largest);

/// Whether `text` is a decimal from 0 up to, but not including, 1.
bool is_rate(std::string_view text);

}  // namespace rnn
