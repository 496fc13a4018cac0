// The pass that writes a row of tokens as plain text. It knows no formula.
#pragma once

#include <string>

#include "core/tokens.h"

namespace rnn {

/// "[(32 + 64 + 1) × 32] × 4": blanks around operators only; a missing number is empty.
std::string to_text(const Tokens& tokens);
std::string to_text(const Expr& expr, Reading reading);

}  // namespace rnn
