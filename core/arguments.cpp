#include "core/arguments.h"

namespace rnn {

bool is_wrapper(const Call& call, std::string_view name) {
  return same_word(without_prefix(call.name.text), name);
}

bool is_layer(const Call::Argument& argument) {
  return !argument.named() && (argument.call >= 0 || find_layer(argument.value.text) != nullptr);
}

const Call* as_call(const Query& query, const Call::Argument& argument, Call& bare) {
  if (argument.call >= 0) return &query.calls[static_cast<std::size_t>(argument.call)];
  bare = {argument.value, argument.span, argument.span.end, false, {}};
  return &bare;
}

std::string_view positional_name(const LayerWord& layer, std::size_t place, std::size_t count) {
  const std::span<const Option> known = layer.positional;
  const bool takes_units = known.empty() || known.front() == Option::units;
  const bool input_first = takes_units && count > known.size();
  if (input_first && place == 0) return name(Key::input);
  if (input_first) --place;
  if (place < known.size()) return word(known[place]).spellings.front();
  const bool stacked = input_first && place == 1 && layer.recurrent;
  return stacked ? word(Option::num_layers).spellings.front() : std::string_view();
}

}  // namespace rnn
