// A number of parameters as people write it.
#pragma once

#include <string_view>

#include "core/checked.h"

namespace rnn {

/// 98816 · 98,816 · 98 816 · 98.816 · 98_816 · 3,32,449 · ९८,८१६, or rounded, 1.2M.
struct WrittenNumber {
  Whole least;  ///< of what may be meant; none where it is no number
  Whole most;
  bool rounded = false;
  /// "" if all is well; "missing", "not_a_number", "too_large".
  std::string_view code;
};

WrittenNumber read_written_number(std::string_view text);

/// Whether nothing but a number is meant, also where its marks are not those of one: 98,81.
bool is_meant_as_number(std::string_view text);

}  // namespace rnn
