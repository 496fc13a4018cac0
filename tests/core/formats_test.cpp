#include "core/formats.h"

#include <gtest/gtest.h>

namespace rnn {
namespace {

using Kind = Token::Kind;

Token number(std::string text) { return {Kind::number, std::move(text), "input"}; }
Token symbol_token(std::string text) { return {Kind::symbol, std::move(text), ""}; }
Token op(std::string text) { return {Kind::op, std::move(text), ""}; }
Token bracket(std::string text) { return {Kind::bracket, std::move(text), ""}; }
Token missing() { return {Kind::missing, "", ""}; }

TEST(Formats, BlanksAroundOperatorsOnly) {
  struct Row {
    Tokens tokens;
    const char* text;
  };
  const Row rows[] = {
      {{}, ""},
      {{number("12416")}, "12416"},
      {{bracket("("), number("3"), op("+"), number("1"), bracket(")"), op("×"), number("4")}, "(3 + 1) × 4"},
      {{symbol_token("num_units"), op("+"), number("1")}, "num_units + 1"},
      {{symbol_token("layer 1")}, "layer 1"},
      {{missing(), op("+"), number("64")}, " + 64"},
      {{symbol_token("a<b&\"c")}, "a<b&\"c"},
  };
  for (const Row& row : rows) EXPECT_EQ(to_text(row.tokens), row.text);
}

}  // namespace
}  // namespace rnn
