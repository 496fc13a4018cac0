// What stands in a layer's brackets: the layers inside wrappers, and the meaning of arguments without a name.
#pragma once

#include <string_view>
#include <vector>

#include "core/query.h"

namespace rnn {

/// Whether `call` is the wrapper of that name (see wrapper_names).
bool is_wrapper(const Call& call, std::string_view name);

/// Finds the layers inside brackets.
void find_layers(Query& query);

/// The layer that an argument is; `bare` holds it where it was written without brackets.
const Call* as_call(const Query& query, const Call::Argument& argument, Call& bare);

/// Whether an argument stands for a value, and is no layer in brackets: "32", "len(words)".
bool is_value(const Call::Argument& argument);

/// Whether what was typed is a word, no attempt at a number.
bool is_word(std::string_view text);

/// Of each name that may never count, the first argument: few, however many arguments there are.
std::vector<const Call::Argument*> first_uncounted_of(const Call& call);

/// That of the same name; nullptr if there is none.
const Call::Argument* named_alike(const std::vector<const Call::Argument*>& arguments, std::string_view name);

/// How the arguments of a layer that have no names are understood.
struct Unnamed {
  std::size_t count = 0;     ///< words behind the last size that the layer could take do not count
  bool units_named = false;  ///< the units have their name
  bool units_first = false;  ///< the framework's layers take the units first, and no size of their input
};
Unnamed unnamed(const LayerWord& layer, const Call& call, bool units_first = false);

/// What an argument without a name means: the option's own name, the key "input", or "" where it means
/// nothing. `place` counts from 0 among those that have no name. Where there are more of them than the layer
/// takes, they stand in PyTorch's order: the size of the input first, the number of layers third; where the
/// units come first, only those that the layer takes mean something.
std::string_view positional_name(const LayerWord& layer, std::size_t place, const Unnamed& all);

/// Puts numbers together that commas have taken apart, where nothing else can be meant: LSTM(1,000).
void join_groups(Query& query, std::string_view layers);

}  // namespace rnn
