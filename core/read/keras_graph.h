// Which layer of a Keras model reads which, and what passes between them.
#pragma once

#include <string_view>
#include <vector>

#include "core/model.h"
#include "core/read/found.h"
#include "core/read/json_text.h"

namespace rnn {

/// Another layer's output, by the layer's name and its place among the outputs.
struct KerasReference {
  std::string_view name;
  std::size_t tensor = 0;
};

/// The references in the list, or in what a node says, from first to last.
std::vector<KerasReference> references_in(const JsonText& json, std::size_t value);

/// What the layer reads where it is called first.
std::vector<KerasReference> references_of(const JsonText& json, std::size_t object);

/// The shape that the list says, the batch first.
Passed passed_in(const JsonText& json, std::size_t list);

/// What a layer hands on.
struct KerasOutput {
  Passed first;
  Whole state;         ///< the width of each output behind it
  bool apart = false;  ///< the two directions are outputs of their own
};

/// What the layers hand on, one behind the other, where `in` is what the first one reads.
KerasOutput handed_on(std::string_view framework, const Passed& in, const std::vector<FoundLayer>& layers);

/// What one of its outputs is.
Passed output(const KerasOutput& all, std::size_t tensor);

/// An input of that shape, which stands nowhere in the text.
FoundLayer input_of(const Passed& in);

/// Several inputs side by side; or, over the time steps, one behind the other.
Passed concatenated(const std::vector<Passed>& all, bool in_time);

bool is_vector(const Passed& passed);

/// Whether it is the same for layers that read the time steps, too.
bool same_steps(const Passed& a, const Passed& b);

}  // namespace rnn
