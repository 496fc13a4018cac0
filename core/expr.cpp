#include "core/expr.h"

#include <algorithm>
#include <utility>

namespace rnn {

Expr symbol(std::string word, Whole value, std::string ref) {
  Expr leaf;
  leaf.word = std::move(word);
  leaf.value = value;
  leaf.ref = std::move(ref);
  return leaf;
}

Expr constant(Whole value, std::string ref) { return symbol("", value, std::move(ref)); }

namespace {

Expr row(Expr::Kind kind, std::vector<Expr> terms) {
  Expr flat;
  flat.kind = kind;
  for (Expr& term : terms) {
    if (term.kind == kind && !term.bracketed)
      for (Expr& inner : term.terms) flat.terms.push_back(std::move(inner));
    else
      flat.terms.push_back(std::move(term));
  }
  if (flat.terms.size() == 1) return std::move(flat.terms.front());
  return flat;
}

std::vector<Expr> pair(Expr first, Expr second) {
  std::vector<Expr> out;
  out.push_back(std::move(first));
  out.push_back(std::move(second));
  return out;
}

}  // namespace

Expr sum(std::vector<Expr> terms) { return row(Expr::Kind::sum, std::move(terms)); }

Expr product(std::vector<Expr> terms) { return row(Expr::Kind::product, std::move(terms)); }

Expr sum(Expr first, Expr second) { return sum(pair(std::move(first), std::move(second))); }

Expr product(Expr first, Expr second) { return product(pair(std::move(first), std::move(second))); }

Expr difference(Expr first, std::vector<Expr> rest) {
  if (rest.empty()) return first;
  Expr out;
  out.kind = Expr::Kind::difference;
  out.terms = std::move(rest);
  out.terms.insert(out.terms.begin(), std::move(first));
  return out;
}

Expr bracketed(Expr expr) {
  expr.bracketed = expr.kind != Expr::Kind::leaf;
  return expr;
}

bool same_numbers(const Expr& a, const Expr& b) {
  if (a.kind == Expr::Kind::leaf && !a.value) return false;
  return a.kind == b.kind && a.bracketed == b.bracketed && a.value == b.value &&
         std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(), same_numbers);
}

Whole evaluate(const Expr& expr) {
  if (expr.kind == Expr::Kind::leaf) return expr.value;
  Whole result = evaluate(expr.terms.front());
  for (std::size_t i = 1; i < expr.terms.size(); ++i) {
    const Whole term = evaluate(expr.terms[i]);
    switch (expr.kind) {
      case Expr::Kind::sum: result = add(result, term); break;
      case Expr::Kind::difference: result = subtract(result, term); break;
      case Expr::Kind::product:
      case Expr::Kind::leaf: result = multiply(result, term); break;
    }
  }
  return result;
}

}  // namespace rnn
