// A part of a layer: what is counted in one step. A layer is a list of parts, the gated block of a recurrent
// one first.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

#include "core/checked.h"
#include "core/language.h"
#include "core/topic.h"

namespace rnn {

/// A length that a part or a tensor's side can have, for one direction of one layer.
enum class Size : std::uint8_t {
  one,
  input,          ///< d
  second_input,   ///< of a layer that reads two vectors
  pairs,          ///< d times that
  vocabulary,     ///< of an embedding
  units,          ///< h
  projected,      ///< p
  read,           ///< r: what a unit reads of the step before, p if projected, else h
  all_read,       ///< r + d
  parameters,     ///< those of a layer of the reader's own
  window,         ///< k: the places that a window covers, over all its axes
  multiplier,     ///< m: filters of each channel
  channels,       ///< d × m
  group_input,    ///< d ÷ groups: the channels that one filter reads
  group_units,    ///< h ÷ groups
  patch,          ///< k × d ÷ groups: what a filter reads of its window
  read_patch,     ///< k × r: the same of the step before
  places,         ///< at which a window stands: the steps that are left of a sequence
  steps,          ///< T, of a sequence
  features,       ///< what a normalisation keeps a number for: d, T, or T × d
  shared_slopes,  ///< d, of a sequence: one for each feature; of a vector 1
  slopes,         ///< PyTorch's number of them
  heads,
  key_dim,        ///< of one head
  value_dim,      ///< likewise
  key_input,      ///< of a key when it comes
  value_input,    ///< likewise
  attended,       ///< of what an attention hands on
  head_values,    ///< what all heads hand on
  input_of_head,  ///< d ÷ heads
  read_of_head,   ///< the same of the step before, where it is as wide
  vo_dim,         ///< of one head's values; d ÷ heads, where nothing is said
  head_keys,      ///< of all heads
  head_vos,       ///< likewise
  qkv,            ///< what all heads share out
  qkv_of_head,    ///< their share
  model,          ///< of what is handed on; as wide as all keys, where nothing is said
  conv_window,    ///< of a convolution inside the layer
  head_dim,       ///< of one head, where its queries are as wide as its values
  query_heads,
  kv_heads,
  query_values,  ///< what all of these heads hand on
};

/// Sizes to be added, or multiplied, in the order in which they are told. Whatever the order, the same sizes
/// are equal.
class SizeList {
 public:
  constexpr SizeList() = default;
  constexpr SizeList(std::initializer_list<Size> sizes) {
    for (const Size size : sizes) add(size);
  }

  constexpr const Size* begin() const { return sizes_.data(); }
  constexpr const Size* end() const { return sizes_.data() + count_; }
  constexpr bool empty() const { return count_ == 0; }
  constexpr void add(Size size) { sizes_[count_++] = size; }
  constexpr void replace(Size size, Size by) { std::replace(sizes_.begin(), sizes_.end(), size, by); }
  constexpr bool holds(Size size) const { return std::find(begin(), end(), size) != end(); }

  friend constexpr bool operator==(const SizeList& a, const SizeList& b) {
    return std::is_permutation(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::array<Size, 4> sizes_{};
  std::uint8_t count_ = 0;
};

/// The matrices that a tensor or a part has a band of.
enum class Bands : std::uint8_t {
  all,        ///< every matrix, in one tensor
  each,       ///< a tensor for every matrix
  gates,      ///< the gates without the candidate, in one tensor
  each_gate,  ///< a tensor for every gate, none for the candidate
  candidate,  ///< the candidate alone
  none,
};

/// Numbers of a layer: times × (reads + biases) × units in each direction; of a part with gates, for each of
/// them. In a framework's row the biases are those that there are where the layer has a bias.
struct Part {
  Topic topic = Topic::matrix;  ///< of its step, and of what a framework has more or less of it
  Bands bands = Bands::none;    ///< the gates that it has a matrix of: all, gates or candidate; none for most
  SizeList reads{Size::one};    ///< what one unit reads, added up; nothing: the part is biases alone
  SizeList units{};             ///< how many units, multiplied; nothing: one
  Whole biases = 0;             ///< of each unit; none where it can't be known
  std::uint8_t times = 1;       ///< of a part with gates: 1
  bool once = false;            ///< for both directions together
  /// It is there only if the layer has these options, as in TensorRow.
  Option needs = Option::units;
  Option also_needs = Option::units;
};

/// Whether a size depends on what the layer reads.
constexpr bool reads_input(Size size) {
  switch (size) {
    case Size::input:
    case Size::all_read:
    case Size::channels:
    case Size::group_input:
    case Size::patch:
    case Size::features:
    case Size::pairs:
    case Size::attended:
    case Size::input_of_head:
    case Size::read_of_head:
    case Size::qkv:
    case Size::qkv_of_head:
    case Size::key_input:
    case Size::value_input:
    case Size::shared_slopes: return true;
    default: return false;
  }
}
constexpr bool reads_input(const SizeList& sizes) {
  return std::any_of(sizes.begin(), sizes.end(), [](Size size) { return reads_input(size); });
}

/// Whether it is told gate by gate: how many matrices, what a unit reads, one matrix, all of them.
constexpr bool gated(const Part& part) { return part.bands != Bands::none; }

/// Whether it is vectors of the features, which a normalisation keeps.
constexpr bool feature_vectors(const Part& part) {
  return part.topic == Topic::matrix && !gated(part) && part.reads == SizeList{Size::one} &&
         part.units == SizeList{Size::features};
}

/// Whether they are the same but for how often and for their biases.
constexpr bool alike(const Part& a, const Part& b) {
  return a.topic == b.topic && a.bands == b.bands && a.reads == b.reads && a.units == b.units;
}

}  // namespace rnn
