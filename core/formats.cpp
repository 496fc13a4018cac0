#include "core/formats.h"

#include <utility>

namespace rnn {
Formula formula(const Expr& expr, Reading reading) {
  Tokens row = tokens(expr, reading);
  std::string text = to_text(row);
  return {std::move(text), std::move(row)};
}

std::string to_text(const Tokens& tokens) {
  std::string out;
  for (const Token& token : tokens) {
    const char* blank = token.kind == Token::Kind::op ? " " : "";
    out.append(blank).append(token.text).append(blank);
  }
  return out;
}

}  // namespace rnn
