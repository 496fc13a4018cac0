#include "core/expr.h"

#include <gtest/gtest.h>

namespace rnn {
namespace {

constexpr std::uint64_t largest = largest_total;

TEST(Expr, AddsAndMultipliesExactly) {
  struct Row {
    Expr expr;
    Whole value;
  };
  const Row rows[] = {
      {constant(7, ""), 7},
      {sum({constant(32, ""), constant(64, ""), constant(1, "")}), 97},
      {product({constant(97, ""), constant(32, "")}), 3104},
      {product({constant(134217731, ""), constant(67108865, "")}), 9007199590285315},  // no double holds it
      {sum({constant(largest - 1, ""), constant(1, "")}), largest},
      {sum({constant(largest, ""), constant(1, "")}), {}},
      {product({constant(std::uint64_t{1} << 32U, ""), constant(std::uint64_t{1} << 32U, "")}), {}},
      {product({constant(largest, ""), constant(1, "")}), largest},
      {product({constant(0, ""), constant(largest, "")}), 0},
      {sum({constant(3, ""), constant({}, "input")}), {}},
      {difference(constant(532, ""), {product({constant(7, ""), constant(4, "")})}), 504},
      {difference(constant(9, ""), {constant(2, ""), constant(3, "")}), 4},
      {difference(constant(1, ""), {constant(2, "")}), {}},
  };
  for (const Row& row : rows) EXPECT_EQ(evaluate(row.expr), row.value);
}

TEST(Expr, ASingleTermStaysItself) {
  EXPECT_EQ(sum({symbol("units", 5, "input")}).word, "units");
  EXPECT_EQ(product({symbol("units", 5, "input")}).kind, Expr::Kind::leaf);
}

TEST(Expr, ProductsRunOnUnlessBracketed) {
  const Expr inner = product({constant(3, ""), constant(4, "")});
  EXPECT_EQ(product({constant(2, ""), inner}).terms.size(), 3U);
  EXPECT_EQ(product({constant(2, ""), bracketed(inner)}).terms.size(), 2U);
  EXPECT_EQ(evaluate(product({constant(2, ""), bracketed(inner)})), Whole(24));
}

TEST(Expr, ALeafIsNeverBracketed) { EXPECT_FALSE(bracketed(constant(1, "")).bracketed); }

}  // namespace
}  // namespace rnn
