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

/// Of ASCII ones, and at least one.
bool all_digits(std::string_view text);

/// "12,416", "1 000 000", "12,34,567": the digits without separators; "" if `text` is nothing of the kind.
/// Groups are threes, or as in India, but never with points, the last a three and those before it twos
/// ("10,64" is two numbers); an underscore separates wherever it stands. A number has one kind of separator:
/// "1,234.567" may be a fraction.
std::string without_separators(std::string_view text);

/// A whole number as typed: its value, or what is wrong with it.
struct SizeReading {
  Whole value;
  std::string_view code;                 ///< "" if all is well
  std::vector<std::string> suggestions;  ///< numbers that may have been meant
  bool negative = false;
};

/// Reads a whole number from `smallest` to `largest`: ASCII digits, blanks around them allowed. One that is
/// to be found is "unknown_size".
SizeReading read_size(std::string_view text, std::uint64_t smallest, std::uint64_t largest);

/// Whether `text` is a decimal from 0 up to, but not including, 1.
bool is_rate(std::string_view text);

}  // namespace rnn
