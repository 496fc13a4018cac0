// What stands in a layer's brackets: the layers inside wrappers, and the meaning of arguments without a name.
#pragma once

#include <string_view>
#include <vector>

#include "core/query.h"

namespace rnn {

/// Whether `call` is the wrapper of that name (see wrapper_names).
bool is_wrapper(const Call& call, std::string_view name);

/// Whether `call` is a wrapper, and holds a layer under that name: `Bidirectional(layer=LSTM(4))`.
bool holds_layer(const Call& call, std::string_view name);

/// Finds the layers inside brackets.
void find_layers(Query& query);

/// The layer that an argument is; `bare` holds it where it was written without brackets.
const Call* as_call(const Query& query, const Call::Argument& argument, Call& bare);

/// What a wrapper calls the layer that reads backwards.
inline constexpr std::string_view backward_name = "backward_layer";

/// Whether it is the layer that reads backwards, of a wrapper that names one: `Bidirectional(LSTM(4),
/// backward_layer=LSTM(4))`.
bool is_backward(const Call& wrapper, const Call::Argument& argument);

/// Whether an argument stands for a value, and is no layer in brackets: "32", "len(words)".
bool is_value(const Call::Argument& argument);

/// Whether what was typed is a word, no attempt at a number.
bool is_word(std::string_view text);

/// Of each name that may never count, the first argument: few, however many arguments there are.
std::vector<const Call::Argument*> first_uncounted_of(const Call& call);

/// That of the same name; nullptr if there is none.
const Call::Argument* named_alike(const std::vector<const Call::Argument*>& arguments, std::string_view name);

/// The values of a layer's arguments that have no names, in order, and the options that have theirs.
struct Unnamed {
  std::vector<std::string_view> values;
  std::vector<Option> named;
};
Unnamed unnamed(const LayerWord& layer, const Call& call);

/// What each of these values means: the name of an option or of an argument that never counts; "" for
/// nothing. `takes` is how the framework's own layer is called (see LayerWord). Where fewer sizes are there
/// than it requires, the input's is the one that was left out; where there are more than it takes, and none
/// of them is the input's, they are the input, the units and the number of layers.
std::vector<std::string_view> meanings(const LayerWord& layer, std::string_view takes,
                                       const Unnamed& unnamed);

/// The options among `takes` that are numbers, in order.
std::vector<Option> sizes_taken(const LayerWord& layer, std::string_view takes);

/// Whether an argument that never counts in other layers changes what this one stores.
bool stores_otherwise(const LayerWord& layer, std::string_view name, std::string_view value);

/// Puts numbers together that commas have taken apart, where nothing else can be meant: LSTM(1,000).
void join_groups(Query& query, std::string_view layers);

}  // namespace rnn
