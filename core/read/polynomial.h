// The total over one size, where it is a polynomial of the second degree at most: found from three counts,
// and held against every other one.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/checked.h"

namespace rnn {

/// A size and the total of its model.
struct SizeTotal {
  std::uint64_t size = 0;
  Whole total;
};

struct Coefficient {
  bool negative = false;
  std::uint64_t magnitude = 0;
};

struct Polynomial {
  bool known = false;
  std::array<Coefficient, 3> coefficients;  ///< of size^0, size^1, size^2

  /// Whether it gives that total; false where it cannot be told.
  bool gives(const SizeTotal& counted) const;
};

/// Through the totals of three neighbouring sizes, in order; not `known` where it is none of whole numbers.
Polynomial through(const std::array<SizeTotal, 3>& counts);

/// Decimal digits, with a sign where it is below zero.
std::string digits(const Coefficient& coefficient);

}  // namespace rnn
