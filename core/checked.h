// Exact arithmetic on whole numbers: a result is right to the last digit, or it is not there.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace rnn {

/// A whole number from 0 to 2^64 − 1, or none: not given, or past the largest.
using Whole = std::optional<std::uint64_t>;

inline constexpr std::uint64_t largest_total = std::numeric_limits<std::uint64_t>::max();

/// a + b; none if either is none or the sum is past the largest.
constexpr Whole add(const Whole& a, const Whole& b) {
  if (!a || !b || *a > largest_total - *b) return {};
  return *a + *b;
}

/// a − b; none if either is none or b is the larger one.
constexpr Whole subtract(const Whole& a, const Whole& b) {
  if (!a || !b || *a < *b) return {};
  return *a - *b;
}

/// a × b; none if either is none or the product is past the largest.
constexpr Whole multiply(const Whole& a, const Whole& b) {
  if (!a || !b || (*a != 0 && *b > largest_total / *a)) return {};
  return *a * *b;
}

/// |a − b|.
constexpr std::uint64_t apart(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; }

/// Decimal digits without separators; "" for none.
std::string digits(const Whole& number);

}  // namespace rnn
