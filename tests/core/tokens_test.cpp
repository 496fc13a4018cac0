#include "core/tokens.h"

#include <gtest/gtest.h>

#include "core/formats.h"

namespace rnn {
namespace {

Expr h() { return symbol("num_units", 32, "written.0.args.0"); }
Expr d() { return symbol("input_dim", 64, "input"); }
Expr n(std::uint64_t value) { return constant(value, "rule.x"); }

std::string numbers(const Expr& expr) { return to_text(expr, Reading::numbers); }
std::string symbols(const Expr& expr) { return to_text(expr, Reading::symbols); }

TEST(Tokens, BracketsStandWhereTheyAreNeededAndWhereTheNotesDrawThem) {
  const Expr reads = sum({h(), d(), n(1)});
  const Expr matrix = product({reads, h()});
  const Expr all = product({bracketed(matrix), n(4)});
  struct Row {
    Expr expr;
    const char* text;
  };
  const Row rows[] = {
      {reads, "32 + 64 + 1"},
      {matrix, "(32 + 64 + 1) × 32"},
      {all, "[(32 + 64 + 1) × 32] × 4"},
      {product({n(2), all}), "2 × [(32 + 64 + 1) × 32] × 4"},
      {product({n(2), matrix}), "2 × (32 + 64 + 1) × 32"},
      {sum({all, product({n(3), h()})}), "[(32 + 64 + 1) × 32] × 4 + 3 × 32"},
      {product({n(2), sum({all, product({n(3), h()})})}), "2 × ([(32 + 64 + 1) × 32] × 4 + 3 × 32)"},
      {product({n(3), sum({product({n(2), sum({n(1), n(2)})}), n(5)})}), "3 × [2 × (1 + 2) + 5]"},
      {difference(n(532), {product({h(), n(4)})}), "532 − 32 × 4"},
      {difference(n(532), {sum({h(), n(4)})}), "532 − (32 + 4)"},
      {bracketed(matrix), "(32 + 64 + 1) × 32"},  // the outermost has none
  };
  for (const Row& row : rows) EXPECT_EQ(numbers(row.expr), row.text);
}

TEST(Tokens, TheNotesLineAppearsLetterByLetter) {
  const Expr all = product({bracketed(product({sum({h(), d(), n(1)}), h()})), n(4)});
  EXPECT_EQ(symbols(all), "[(num_units + input_dim + 1) × num_units] × 4");
  EXPECT_EQ(numbers(all), "[(32 + 64 + 1) × 32] × 4");
}

TEST(Tokens, NumbersKeepTheirOriginsInBothReadings) {
  const Tokens row = tokens(sum({h(), n(1)}), Reading::numbers);
  ASSERT_EQ(row.size(), 3U);
  EXPECT_EQ(row[0].ref, "written.0.args.0");
  EXPECT_EQ(row[2].ref, "rule.x");
  const Tokens words = tokens(sum({h(), n(1)}), Reading::symbols);
  EXPECT_EQ(words[0].kind, Token::Kind::symbol);
  EXPECT_EQ(words[0].ref, "");
  EXPECT_EQ(words[2].kind, Token::Kind::number);
  EXPECT_EQ(words[2].ref, "rule.x");
}

TEST(Tokens, AMissingNumberIsATokenOfItsOwn) {
  const Tokens row = tokens(sum({symbol("num_units", {}, "written.0"), n(1)}), Reading::numbers);
  EXPECT_EQ(row[0].kind, Token::Kind::missing);
  EXPECT_EQ(row[0].text, "");
  EXPECT_EQ(row[0].ref, "written.0");
}

}  // namespace
}  // namespace rnn
