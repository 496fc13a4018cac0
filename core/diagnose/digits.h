// Two numbers that differ in how their digits were written down.
#pragma once

#include <cstdint>
#include <string_view>

namespace rnn {

/// What became of the digits of `right` in `wrong`: "swapped" (two neighbours), "missing" (one), "doubled"
/// (one), "wrong" (one); "" for none of these. Of numbers of four digits and more.
std::string_view digit_slip(std::uint64_t right, std::uint64_t wrong);

}  // namespace rnn
