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

TEST(Formats, OneTableForAllOfThem) {
  struct Row {
    Tokens tokens;
    const char* text;
    const char* latex;
    const char* mathml;
  };
  const Row rows[] = {
      {{}, "", "", "<mrow></mrow>"},
      {{number("12416")}, "12416", "12416", "<mrow><mn>12416</mn></mrow>"},
      {{bracket("("), number("3"), op("+"), number("1"), bracket(")"), op("×"), number("4")},
       "(3 + 1) × 4",
       "(3 + 1) \\times 4",
       "<mrow><mo stretchy=\"false\">(</mo><mn>3</mn><mo>+</mo><mn>1</mn><mo stretchy=\"false\">)</mo>"
       "<mo>×</mo><mn>4</mn></mrow>"},
      {{symbol_token("num_units"), op("+"), number("1")},
       "num_units + 1",
       "\\mathrm{num\\_units} + 1",
       "<mrow><mi mathvariant=\"normal\">num_units</mi><mo>+</mo><mn>1</mn></mrow>"},
      {{symbol_token("layer 1")},
       "layer 1",
       "\\mathrm{layer\\ 1}",
       "<mrow><mi mathvariant=\"normal\">layer 1</mi></mrow>"},
      {{missing(), op("+"), number("64")},
       " + 64",
       "\\square + 64",
       "<mrow><mi>□</mi><mo>+</mo><mn>64</mn></mrow>"},
      {{symbol_token("a<b&\"c")},
       "a<b&\"c",
       "\\mathrm{a<b\\&\"c}",
       "<mrow><mi mathvariant=\"normal\">a&lt;b&amp;&quot;c</mi></mrow>"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(to_text(row.tokens), row.text);
    EXPECT_EQ(to_latex(row.tokens), row.latex);
    EXPECT_EQ(to_mathml(row.tokens), row.mathml);
  }
}

}  // namespace
}  // namespace rnn
