// How a number that is not the right one comes about: the slips that give it, ranked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/derive.h"
#include "core/diagnose/slip.h"
#include "core/diagnose/whole_number.h"
#include "core/problem.h"

namespace rnn {

/// So many layers that differ from their neighbours are searched for two slips at once; in larger models,
/// single ones alone.
inline constexpr std::size_t most_for_pairs = 48;
/// So many of a model's sizes are tried in place of others.
inline constexpr std::size_t most_sizes = 12;
/// So many findings are told.
inline constexpr std::size_t most_findings = 8;

/// What another framework counts for the same model, or for its layer that is asked about.
struct Elsewhere {
  std::string_view framework;
  Whole total;
};

struct Finding {
  enum class Strength : std::uint8_t {
    sure,
    can,  ///< as sure; below so small a right total much is chance
    fits
  };
  std::vector<Slip> ids;   ///< none for the right number
  bool together = false;   ///< two slips at once; else each of the ids gives the number by itself
  std::vector<Slip> also;  ///< others that give the same number and say no more
  Strength strength = Strength::sure;
  std::vector<std::string_view> frameworks;  ///< whose own count it is, beside the model's own
  std::vector<Cell> cells;                   ///< whose own count it is, with the same sizes
  std::vector<std::string> where;  ///< paths into the right answer, one for each id that has a place
  Whole value;
  std::vector<std::size_t> changed;  ///< how many layers each of the ids changes
  std::vector<Detail> parameter;
  /// The steps of its derivation that the right one has not; `layer` −1: the sum and what is made of it.
  struct ToldStep {
    int layer = -1;
    Step step;
  };
  std::vector<ToldStep> steps;
};

const char* name(Finding::Strength strength);

struct Findings {
  std::vector<Finding> list;
  /// Where there is none: the nearest number that a slip gives; of the right number no ids.
  struct Nearest {
    Whole value;
    std::vector<Slip> ids;
  };
  std::vector<Nearest> nearest;  ///< one or none
  bool one_digit = false;        ///< it differs from the right number in one digit
  bool singles_only = false;     ///< the model is too large for two slips at once
};

/// Of a counted model, or of its `layer`; −1: of all of it.
Whole total_of(const Model& model, int layer);

/// Of a counted model whose total is known, or the total of `layer`. Every finding's value lies in `number`,
/// and its derivation comes to it.
Findings find(const Model& right, const WrittenNumber& number, const std::vector<Elsewhere>& elsewhere,
              int layer = -1);

}  // namespace rnn
