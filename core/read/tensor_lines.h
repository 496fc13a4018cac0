// Lists of tensors as people print them: names and shapes in lines, columns, tuples, dicts, reprs, or shapes
// alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/read/found.h"

namespace rnn {

/// So many names around a tensor are looked at.
inline constexpr std::size_t most_keys = 8;

struct ListedTensor {
  std::string
      name;  ///< with all that it stands in, and slashes: "params/lstm/hf/kernel"; "" for a shape alone
  Span name_span;
  std::vector<std::uint64_t> shape;
  std::vector<Span> sides;
  Span shape_span;  ///< with its brackets and the word before them
  std::size_t line = 0;
  std::size_t own = 0;  ///< the length of the part of its name that stands there in one word
  int key = -1;         ///< the innermost key that it stands in, as an index into the list's keys
  bool known = false;   ///< some framework has a tensor of that name
  bool torch = false;   ///< as PyTorch prints shapes
  bool first = false;   ///< as TensorFlow 1 and 2 number variables: "kernel:0"
};

/// A name around tensors: `'lstm': {'kernel': …}`.
struct ListedKey {
  std::string name;
  Span span;   ///< with its opening bracket
  Span close;  ///< its closing one
  int outer = -1;
};

struct TensorList {
  std::vector<ListedTensor> tensors;
  std::vector<ListedKey> keys;
  std::vector<Left> left;         ///< what stands around them
  std::size_t layer_calls = 0;    ///< layers in brackets, as in code
  std::size_t foreign_words = 0;  ///< in lines with shapes that have no name
  Printed printed;
};

TensorList list_tensors(std::string_view text);

}  // namespace rnn
