// The rows of frameworks read backwards: for each framework, the lists of tensors that its layers can have,
// with and without each option, sizes left open. The names are what weights() gives them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/weights.h"

namespace rnn {

/// Modules stand in modules with a dot or a slash between: both are one here.
std::string with_slashes(std::string_view name);

/// Whether a layer that says such a size has other tensors than one that does not: with keys of another width
/// than the queries the values may have one, too.
bool opens_size(Option option);

/// A tensor of a pattern. In its name the number within a stacked layer stands between `head` and `tail`.
struct Slot {
  std::string head;
  std::string tail;
  bool numbered = false;
  bool backward = false;
  std::vector<Side> sides;  ///< of a convolution's window one for all its axes
  std::uint64_t bands = 1;
  Role role = Role::weights;

  std::string name(std::uint64_t number) const {
    return numbered ? head + std::to_string(number) + tail : head;
  }
};

/// A kind of layer with its options decided, and its tensors in order.
struct Pattern {
  const LayerWord* layer = nullptr;
  std::vector<std::pair<Option, std::uint64_t>> said;  ///< options that are not as the framework's default
  bool projects = false;
  bool both_ways = false;
  bool alone = false;  ///< a cell, whose tensors have the names of a stack without its numbers
  bool tied = false;   ///< its matrix is an embedding's
  bool apart = true;   ///< no two of its tensors have one name
  int other_way = -1;  ///< of one direction: the pattern of both, in the same list; −1: there is none
  std::size_t index = 0;
  std::vector<Slot> slots;
  std::string names;  ///< those of the first of stacked layers, sorted
};

/// Likeliest first: fewest options off the default, then LSTM, GRU, RNN and the others.
struct Patterns {
  const Framework* framework = nullptr;
  std::vector<Pattern> all;
  /// Those whose tensors have names of their own, by these names.
  std::unordered_map<std::string, std::vector<std::size_t>> by_names;
};

/// One for each framework, in their order.
const std::vector<Patterns>& tensor_patterns();

/// A name of a tensor in some frameworks.
struct TensorName {
  std::string head;
  std::string tail;
  bool numbered = false;
  std::uint64_t frameworks = 0;  ///< as bits, in their order
  bool measured = false;         ///< what a normalisation measures or counts, in each of them
  Role role = Role::weights;     ///< in one of them
};

/// How a text ends with a tensor's name.
struct NameEnd {
  std::uint32_t name = 0;    ///< index into tensor_names()
  std::uint32_t prefix = 0;  ///< so long is what stands before it
  bool weak = false;         ///< an underscore separates them
};

const std::vector<TensorName>& tensor_names();

/// All ways in which a tensor's name ends so; only the weak ones where there is no other in a framework.
std::vector<NameEnd> name_ends(std::string_view name);

/// Whether there is one.
bool names_tensor(std::string_view text);

}  // namespace rnn
