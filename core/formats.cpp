#include "core/formats.h"

namespace rnn {

std::string to_text(const Tokens& tokens) {
  std::string out;
  for (const Token& token : tokens) {
    const char* blank = token.kind == Token::Kind::op ? " " : "";
    out.append(blank).append(token.text).append(blank);
  }
  return out;
}

std::string to_text(const Expr& expr, Reading reading) { return to_text(tokens(expr, reading)); }

}  // namespace rnn
