// The same model in every framework: its totals, and the terms that make the difference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/explain.h"

namespace rnn {

struct Comparison {
  std::string_view framework;
  std::string total;  ///< "" with problems
  std::vector<ProblemAnswer> problems;
  /// Against the framework that the query names: "same", "more", "fewer"; "" without two totals.
  std::string_view sign;
  std::string difference;
  std::vector<Term> terms;  ///< those that are more, less those that are fewer, make the difference
};

/// One comparison per framework, in the order of the catalog.
std::vector<Comparison> compare(std::string_view query);

}  // namespace rnn
