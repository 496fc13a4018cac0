// Which layers store as many numbers as a printed table says, and hand on as wide vectors. A candidate is a
// layer's text in the words of the query language, and the core counts it: no formula stands here. What a
// layer stores grows evenly with the width that it reads and with most of its sizes, so that two counts say
// which number in an open place makes up the third.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/framework.h"
#include "core/read/stored_layers.h"

namespace rnn {

/// So many layers that fit are found for a row at most; the likeliest ones come first.
inline constexpr std::size_t most_fits = 256;
/// Of two sizes that a table leaves open one is tried up to this number.
inline constexpr std::uint64_t largest_tried = 64;

/// An argument of a layer that fits.
struct FittedArgument {
  Option option = Option::units;
  std::string text;
  bool solved = false;  ///< for the printed count; else it is what the shape says, or a choice
};

/// A layer that fits.
struct LayerFit {
  const LayerWord* word = nullptr;
  bool both_ways = false;                 ///< it reads in both directions
  std::vector<FittedArgument> arguments;  ///< the layer's own, in the order of the options
  std::string merge;                      ///< of both directions; "" for the framework's default
  std::string text;                       ///< in the words of the query language, wrapper included
  Whole input;                            ///< what it reads; none for an embedding, and where it is not known
  Whole output;                           ///< what it hands on
  Whole count;                            ///< what it stores
  std::size_t off = 0;                    ///< options that are not as the framework's default
  Whole steps{};                          ///< that it reads, where that was solved for, too

  /// The text of an argument; "" where there is none.
  std::string_view operator[](Option option) const;
};

/// What a row of a table says of a layer; none where it does not say.
struct FitRow {
  enum class Ways : std::uint8_t { one, both, either };
  std::span<const LayerWord* const> words{};  ///< the kinds that it may be, likeliest first
  Ways ways = Ways::one;
  bool stacks = false;  ///< it may be several layers, stacked (num_layers)
  Whole input{};
  Whole steps{};
  Whole left{};  ///< the steps that it hands on, of a layer that stores numbers for each of them
  Whole output{};
  Whole count{};
};

/// Finds layers for rows. Everything that is counted is kept, so that equal rows are counted once.
class Fitting {
 public:
  /// `known` outlives it.
  Fitting(const Framework& framework, StoredLayers& known) : framework_(framework), known_(known) {}

  const StoredLayer& stored(const std::string& layer, const Whole& input, const Whole& steps);

  /// The number from `smallest` on that makes a layer store `count` when it stands in the place of `?`; none
  /// if there is none. `layer` has one `?`.
  Whole size_for(const std::string& layer, const Whole& input, const Whole& steps, std::uint64_t count,
                 std::uint64_t smallest = 1);

  /// The width that makes a layer store `count` when it reads it: a multiple of `groups`.
  Whole width_for(const std::string& layer, const Whole& steps, std::uint64_t count,
                  std::uint64_t groups = 1);

  /// All that fit `row`, in the order of DESIGN.md: fewest options off the framework's default, then in the
  /// order of the kinds; where a size is open, the sizes nearest to what a fresh layer has. Those that differ
  /// in nothing but options of the same effect are one. Without a count, what the shape alone says.
  std::vector<LayerFit> fits(const FitRow& row);

  const Framework& framework() const { return framework_; }

 private:
  const Framework& framework_;
  StoredLayers& known_;
};

}  // namespace rnn
