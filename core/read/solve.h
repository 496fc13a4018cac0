// The answer to a question for a size: the largest one whose total is within a budget. The core's own count
// is asked again and again; there is no second formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "core/query.h"
#include "core/read/polynomial.h"

namespace rnn {

/// A place with a `?`; all of them are one number.
struct Unknown {
  Key key = Key::layers;
  int layer = -1;        ///< index of the layer as it is written; −1 for a field
  std::string argument;  ///< the option's own name, or the key's
  Span span;             ///< of the `?`
};

/// Why there is no next size, or none that is counted; none: there is one.
enum class Ending : std::uint8_t {
  none,
  size,       ///< no size may be larger
  layers,     ///< no model may have more layers
  option,     ///< another size of the same layer bounds this one
  too_large,  ///< the next total is past 2^64 − 1
};

struct Solution {
  std::uint64_t value = 0;
  std::uint64_t step = 1;  ///< the next size is so much larger: those between do not fit to heads or groups
  std::string query;       ///< the model of that size, in its canonical form
  std::uint64_t total = 0;
  std::uint64_t left = 0;
  Whole next;  ///< the total of the next size
  Ending ending = Ending::none;
};

struct Solved {
  Problems problems;
  std::vector<Unknown> unknown;
  std::vector<Solution> answers;
  std::vector<SizeTotal> points;  ///< what was asked for besides, as far as it can be counted
  Polynomial total;               ///< over the size; empty where it is none of the second degree
};

/// Codes of its own: "no_unknown" (no `?` stands where a size can be), "not_solvable" (`what`: "option", such
/// a size is not searched for; "constant", the total does not grow; "steps", only some sizes can be counted,
/// or none) and "budget_too_small" (`smallest`: the least total).
Solved solve(std::string_view query, const std::vector<std::uint64_t>& points = {});

/// The same as JSON, as web/engine.d.ts declares it; `points`: sizes, a line each.
std::string solve_json(std::string_view query, std::string_view points);

}  // namespace rnn
