// The pass that writes a row of tokens as plain text. It knows no formula.
#pragma once

#include <string>

#include "core/tokens.h"

namespace rnn {

/// A formula in one reading.
struct Formula {
  std::string text;
  Tokens tokens;
};
Formula formula(const Expr& expr, Reading reading);

/// "[(32 + 64 + 1) × 32] × 4": blanks around operators only; a missing number is empty.
std::string to_text(const Tokens& tokens);

}  // namespace rnn
