#include <optional>

#include "core/read/polynomial.h"

namespace rnn {
namespace {

/// a − b.
std::optional<Coefficient> less(const Whole& a, const Whole& b) {
  if (!a || !b) return {};
  return *a < *b ? Coefficient{true, *b - *a} : Coefficient{false, *a - *b};
}

/// Adds coefficient × by to one side of an equation, or to the other one where it is negative.
void add_to(Whole& side, Whole& other, const Coefficient& coefficient, const Whole& by) {
  Whole& there = coefficient.negative ? other : side;
  there = add(there, multiply(coefficient.magnitude, by));
}

}  // namespace

bool Polynomial::gives(const SizeTotal& counted) const {
  Whole sum = 0;
  Whole other = counted.total;
  Whole power = 1;
  for (const Coefficient& coefficient : coefficients) {
    if (coefficient.magnitude != 0) add_to(sum, other, coefficient, power);
    power = multiply(power, counted.size);
  }
  return known && sum && other && *sum == *other;
}

Polynomial through(const std::array<SizeTotal, 3>& counts) {
  const Whole first = subtract(counts[1].total, counts[0].total);
  const Whole second = subtract(counts[2].total, counts[1].total);
  const Whole bend = subtract(second, first);
  if (!bend || *bend % 2 != 0) return {};
  Polynomial out;
  const Whole at = counts[0].size;
  const Whole square = *bend / 2;
  out.coefficients[2] = {false, *square};
  const auto linear = less(first, multiply(square, add(multiply(2, at), 1)));
  if (!linear) return {};
  out.coefficients[1] = *linear;
  Whole there = counts[0].total;
  Whole gone = multiply(square, multiply(at, at));
  add_to(gone, there, *linear, at);
  const auto constant = less(there, gone);
  if (!constant) return {};
  out.coefficients[0] = *constant;
  out.known = true;
  return out;
}

std::string digits(const Coefficient& coefficient) {
  const bool negative = coefficient.negative && coefficient.magnitude != 0;
  return (negative ? "-" : "") + digits(Whole(coefficient.magnitude));
}

}  // namespace rnn
