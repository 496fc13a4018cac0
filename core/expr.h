// An arithmetic expression whose leaves have a name, a number and an origin: one tree for the formula in
// words and for the same formula in numbers. It knows nothing of recurrent networks.
#pragma once

#include <string>
#include <vector>

#include "core/checked.h"

namespace rnn {

struct Expr {
  enum class Kind { leaf, sum, difference, product };

  Kind kind = Kind::leaf;

  // Of a leaf.
  std::string word;  ///< its name in a formula in words; "" for a plain constant
  Whole value;       ///< none where the reader has not given it, or where it is too large
  std::string ref;   ///< where the number comes from, as a path into the answer

  // Of the others; the terms are in the order in which they are read. A difference is the first term less all
  // others.
  std::vector<Expr> terms;
  bool bracketed = false;  ///< drawn in brackets also where precedence does not ask for them
};

/// A leaf that has a name: shown as `word` among the symbols and as its value among the numbers.
Expr symbol(std::string word, Whole value, std::string ref);

/// A leaf without a name: a number wherever it stands.
Expr constant(Whole value, std::string ref);

/// The sum of `terms`; of a single term, that term itself.
Expr sum(std::vector<Expr> terms);
Expr sum(Expr first, Expr second);

/// `first` less each of `rest`; without them, `first` itself.
Expr difference(Expr first, std::vector<Expr> rest);

/// The product of `terms`; products among them are multiplied out into one row unless they are bracketed.
/// Of a single term, that term itself.
Expr product(std::vector<Expr> terms);
Expr product(Expr first, Expr second);

/// `expr` as it is, drawn in brackets inside a larger formula.
Expr bracketed(Expr expr);

/// Whether two formulas are the same in numbers, wherever these come from; a missing number is like no other.
bool same_numbers(const Expr& a, const Expr& b);

/// The value, exactly; none if a leaf has none or the value is below 0 or past 2^64 − 1.
Whole evaluate(const Expr& expr);

}  // namespace rnn
