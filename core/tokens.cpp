#include "core/tokens.h"

#include <algorithm>

namespace rnn {
namespace {

bool needs_brackets(const Expr& expr, Expr::Kind parent) {
  if (expr.kind == Expr::Kind::leaf) return false;
  const bool adds = expr.kind == Expr::Kind::sum || expr.kind == Expr::Kind::difference;
  return expr.bracketed || (adds && parent == Expr::Kind::product) ||
         (adds && parent == Expr::Kind::difference);
}

/// How many pairs of brackets stand inside one another in `expr`, its own not counted.
int depth(const Expr& expr) {
  int deepest = 0;
  for (const Expr& term : expr.terms)
    deepest = std::max(deepest, depth(term) + (needs_brackets(term, expr.kind) ? 1 : 0));
  return deepest;
}

void append(Tokens& out, const Expr& expr, Reading reading) {
  if (expr.kind == Expr::Kind::leaf) {
    if (reading == Reading::symbols && !expr.word.empty())
      out.push_back({Token::Kind::symbol, expr.word, ""});
    else
      out.push_back({expr.value ? Token::Kind::number : Token::Kind::missing, digits(expr.value), expr.ref});
    return;
  }
  const char* op = expr.kind == Expr::Kind::product ? "×" : expr.kind == Expr::Kind::sum ? "+" : "−";
  for (const Expr& term : expr.terms) {
    if (&term != &expr.terms.front()) out.push_back({Token::Kind::op, op, ""});
    const bool brackets = needs_brackets(term, expr.kind);
    const bool square = brackets && depth(term) % 2 == 1;
    if (brackets) out.push_back({Token::Kind::bracket, square ? "[" : "(", ""});
    append(out, term, reading);
    if (brackets) out.push_back({Token::Kind::bracket, square ? "]" : ")", ""});
  }
}

}  // namespace

Tokens tokens(const Expr& expr, Reading reading) {
  Tokens out;
  append(out, expr, reading);
  return out;
}

const char* name(Token::Kind kind) {
  switch (kind) {
    case Token::Kind::number: return "number";
    case Token::Kind::symbol: return "symbol";
    case Token::Kind::op: return "operator";
    case Token::Kind::bracket: return "bracket";
    case Token::Kind::missing: return "missing";
  }
  return "";
}

}  // namespace rnn
