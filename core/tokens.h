// The pass that turns an expression into a row of tokens: the only place that decides on brackets.
#pragma once

#include <string>
#include <vector>

#include "core/expr.h"

namespace rnn {

struct Token {
  enum class Kind { number, symbol, op, bracket, missing };

  Kind kind = Kind::number;
  std::string text;  ///< "" for a missing number
  std::string ref;   ///< of a number or of a missing one: its origin; else ""
};

using Tokens = std::vector<Token>;

/// Which of its two texts a named leaf shows.
enum class Reading { symbols, numbers };

/// `expr` from left to right. A sum inside a product or a difference stands in brackets, and so does what is
/// `bracketed`; the outermost expression never does. Brackets are round, around round ones square, around
/// square ones round again.
Tokens tokens(const Expr& expr, Reading reading);

/// The kind's name in the public answer.
const char* name(Token::Kind kind);

}  // namespace rnn
