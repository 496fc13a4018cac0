// Sizes for the versions of an exercise: those of neighbouring seeds are other ones, as far as there are so
// many.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/exercise/generator.h"
#include "core/exercise/sizes.h"

namespace rnn {

/// All choices of sizes stand in an order of their own, cut into cells. A seed that is a number n has the
/// n-th cell, any other one that of its hash; what is drawn for it comes from there first, and then from
/// cells far from those of the seeds beside it. Time steps, and what is past the choices that can be counted,
/// are drawn apart.
class Draws {
 public:
  /// `sizes` outlive it.
  Draws(const std::vector<ModelSize>& sizes, std::string_view seed);

  /// For each of the sizes one, from half to twice as large.
  std::vector<std::uint64_t> next();

 private:
  const std::vector<ModelSize>& sizes_;
  std::vector<bool> counted_;  ///< for each size whether the choices are made of it, too
  Generator random_;
  Shuffled choices_{1};
  std::uint64_t cells_ = 1;
  std::uint64_t in_a_cell_ = 1;
  std::uint64_t cell_ = 0;
  std::uint64_t turn_ = 0;  ///< in the cell, what is drawn first
  std::uint64_t drawn_ = 0;
};

}  // namespace rnn
