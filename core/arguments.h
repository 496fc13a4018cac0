// What stands in a layer's brackets: the layers inside wrappers, and the meaning of arguments without a name.
#pragma once

#include <string_view>

#include "core/query.h"

namespace rnn {

/// Whether `call` is the wrapper of that name (see wrapper_names).
bool is_wrapper(const Call& call, std::string_view name);

/// Whether an argument of a wrapper is a layer inside it.
bool is_layer(const Call::Argument& argument);

/// That layer; `bare` holds it where it was written without brackets.
const Call* as_call(const Query& query, const Call::Argument& argument, Call& bare);

/// What an argument without a name means: the option's own name, the key "input", or "" where it means
/// nothing. `place` counts from 0 among the `count` arguments of `layer` that have no name. Where there are
/// more of them than the layer takes, they stand in PyTorch's order: the size of the input first, the number
/// of layers third.
std::string_view positional_name(const LayerWord& layer, std::size_t place, std::size_t count);

}  // namespace rnn
